"""LibreOffice documents (.odt) into grids and lines: merged cells, tables within tables, numbered lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.flow import DEEPEST_TABLE, Flow, FlowCell, FlowTable, source_of_flow
from cchc_desktop.reading.opendocument.odt_lists import Lists
from cchc_desktop.reading.opendocument.package import (
    Styles,
    content_of,
    inline_text,
    short,
    shortened,
    styles_of,
)
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.xml_stream import stream_xml

_LEFT_OUT = frozenset(
    {
        "office:annotation",
        "text:note",
        "text:tracked-changes",
        "text:ruby-text",
        "office:forms",
        "text:sequence-decls",
        "drawing:object",
        "svg-compatible:title",
        "svg-compatible:desc",
        "text:table-of-content",
    }
)
_CHANGED = (
    "Tệp còn những chỗ sửa chưa được chấp nhận (Track Changes); phần mềm đọc như đã chấp nhận tất cả,"
    " hãy kiểm tra lại với bản đã ban hành."
)
_FOOTNOTES = "Tệp có {} chú thích cuối trang không được đọc; hãy kiểm tra nếu cần."
_HIDDEN_TEXT = "Tệp có {} chỗ chữ ẩn, không in ra; phần mềm không đọc các chữ này, hãy kiểm tra nếu cần."
_STRUCK = "Tệp có {} chỗ chữ gạch ngang; phần mềm vẫn đọc các chữ này, hãy kiểm tra và bỏ đi nếu không còn hiệu lực."
_MOST_CELLS = 200_000
_LONGEST_SPAN = 10_000


def read_odt(name: str, data: bytes) -> Source:
    """Read a text document.

    Raises FileProblem when it is protected, damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    styles = styles_of(name, archive)
    reader = _Reader(name, styles, Lists(styles))
    stream_xml(name, content_of(name, archive), reader.start, reader.end, reader.data)
    said = []
    if reader.changed:
        said.append(("tracked_changes", _CHANGED))
    if reader.notes:
        said.append(("footnotes", _FOOTNOTES.format(reader.notes)))
    if reader.struck_texts:
        said.append(("struck_text", _STRUCK.format(reader.struck_texts)))
    if reader.hidden_texts:
        said.append(("hidden_text", _HIDDEN_TEXT.format(reader.hidden_texts)))
    return source_of_flow(name, "odt", reader.flow, said)


@dataclass(slots=True)
class _OpenTable:
    table: FlowTable
    cell: FlowCell | None = None
    repeat: int = 1
    header: bool = False
    row_bold: bool = False


@dataclass(slots=True)
class _Reader:
    file: str
    styles: Styles
    lists: Lists
    flow: Flow = field(default_factory=Flow)
    tables: list[_OpenTable] = field(default_factory=list)
    spans: list[tuple[bool, bool]] = field(default_factory=list)
    """Whether the open paragraph and spans are bold, and hidden."""
    skipped: int = 0
    in_body: bool = False
    cells: int = 0
    changed: bool = False
    notes: int = 0
    struck_texts: int = 0
    hidden_texts: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = short(tag)
        if self.skipped or name in _LEFT_OUT:
            self.changed |= name == "text:changed-region"
            self.notes += not self.skipped and name == "text:note"
            self.skipped += 1
            return
        given = shortened(attributes)
        if name == "office:text":
            self.in_body = True
        elif not self.in_body:
            self.styles.start(name, given)
        elif name.startswith("table:"):
            self._start_table_part(name, given)
        else:
            self._start_text(name, given)

    def end(self, tag: str) -> None:
        name = short(tag)
        if self.skipped:
            self.skipped -= 1
        elif not self.in_body:
            self.styles.end(name)
        elif name in {"text:p", "text:h"}:
            self.spans.pop()
            self._flow.end_line()
        elif name == "text:span":
            self.spans.pop()
        elif name in {"text:list", "text:list-item", "text:list-header"}:
            self.lists.end(name)
        elif name.startswith("table:"):
            self._end_table_part(name)
        elif name == "office:text":
            self.in_body = False

    def data(self, text: str) -> None:
        if self.skipped:
            return
        if not self.in_body:
            self.styles.data(text)
        elif self.spans:
            self._add(text)

    @property
    def _flow(self) -> Flow:
        cell = self.tables[-1].cell if self.tables else None
        return cell.flow if cell is not None else self.flow

    def _start_text(self, name: str, given: Mapping[str, str]) -> None:
        if name in {"text:p", "text:h"}:
            self._flow.end_block()
            self.spans.append(self._look("paragraph", given))
            self._flow.add(self.lists.mark(), bold=self.spans[-1][0], kept=True)
        elif name == "text:span":
            bold, hidden = self._look("text", given)
            self.struck_texts += self.styles.struck("text", given.get("text:style-name", ""))
            self.spans.append((bold or self._bold, hidden or self._hidden))
        elif name in {"text:list", "text:list-item", "text:list-header"}:
            self.lists.start(name, given)
        elif self.spans:
            self._flow.add(inline_text(name, given), kept=True)

    def _look(self, family: str, given: Mapping[str, str]) -> tuple[bool, bool]:
        style = given.get("text:style-name", "")
        return self.styles.bold(family, style), self.styles.hidden(family, style)

    @property
    def _bold(self) -> bool:
        return bool(self.spans) and self.spans[-1][0]

    @property
    def _hidden(self) -> bool:
        return bool(self.spans) and self.spans[-1][1]

    def _add(self, text: str) -> None:
        if self._hidden:
            self.hidden_texts += bool(text.strip())
        else:
            self._flow.add(text, bold=self._bold)

    def _start_table_part(self, name: str, given: Mapping[str, str]) -> None:
        if name == "table:table":
            if len(self.tables) >= DEEPEST_TABLE:
                raise refusals.unsafe(self.file, "bảng lồng nhau quá sâu")
            self._flow.end_block()
            self.tables.append(_OpenTable(FlowTable()))
        elif not self.tables:
            return
        elif name == "table:table-header-rows":
            self.tables[-1].header = True
        elif name == "table:table-row":
            self.tables[-1].table.begin_row(header=self.tables[-1].header)
        elif name == "table:table-cell":
            self._begin_cell(given)

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        self.cells += 1
        if self.cells > _MOST_CELLS:
            raise refusals.too_large(self.file, f"hơn {_MOST_CELLS} ô")
        entry = self.tables[-1]
        if entry.table.row < 0:
            raise refusals.damaged(self.file)
        columns = _count(given, "table:number-columns-spanned")
        rows = _count(given, "table:number-rows-spanned")
        entry.cell = entry.table.begin_cell(self.file, columns, rows)

    def _end_table_part(self, name: str) -> None:
        if not self.tables:
            return
        entry = self.tables[-1]
        if name == "table:table-cell":
            entry.cell = None
        elif name == "table:table-header-rows":
            entry.header = False
        elif name == "table:table":
            self.tables.pop()
            self._flow.add_table(entry.table)


def _count(given: Mapping[str, str], key: str) -> int:
    text = given.get(key, "1")
    return min(max(1, int(text)), _LONGEST_SPAN) if text.isdecimal() and len(text) < 8 else 1
