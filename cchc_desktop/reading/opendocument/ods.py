"""LibreOffice workbooks (.ods) into sheets: values as shown, merged cells, what is hidden."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.opendocument.package import (
    Styles,
    content_of,
    inline_text,
    short,
    shortened,
    styles_of,
)
from cchc_desktop.reading.sheets.model import MOST_COLUMNS, MOST_FILLED, MOST_ROWS, Sheet, check_reach
from cchc_desktop.reading.sheets.source import source_of_sheets
from cchc_desktop.reading.sheets.xlsx_values import printed
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.xml_stream import stream_xml

_MOST_SHEETS = 500
_LEFT_OUT = frozenset(
    {
        "office:annotation",
        "table:shapes",
        "drawing:frame",
        "drawing:custom-shape",
        "office:forms",
        "text:ruby-text",
        "table:tracked-changes",
    }
)
_HIDDEN = frozenset({"collapse", "filter"})


def read_ods(name: str, data: bytes) -> Source:
    """Read a workbook; hidden rows, columns and sheets are left out and named.

    Raises FileProblem when it is protected, damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    reader = _Reader(name, styles_of(name, archive))
    stream_xml(name, content_of(name, archive), reader.start, reader.end, reader.data)
    return source_of_sheets(name, "ods", reader.sheets)


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    attributes: Mapping[str, str]
    style: str = ""
    lines: list[list[str]] = field(default_factory=list)
    plain: bool = False
    """Some of its text is not bold by itself."""
    struck: bool = False


@dataclass(slots=True)
class _Reader:
    file: str
    styles: Styles
    sheets: list[Sheet] = field(default_factory=list)
    row: int = 0
    rows: int = 1
    """How often the present row stands."""
    column: int = 0
    columns: int = 0
    """Columns described so far."""
    default_styles: dict[int, str] = field(default_factory=dict)
    row_style: str = ""
    cell: _Cell | None = None
    spans: list[bool] = field(default_factory=list)
    skipped: int = 0
    in_paragraph: int = 0
    in_header: bool = False
    in_table: int = 0
    cells: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = short(tag)
        if self.skipped or name in _LEFT_OUT:
            self.skipped += 1
            return
        given = shortened(attributes)
        if self.cell is not None:
            self._inside(name, given)
        elif name in {"table:table-cell", "table:covered-table-cell"} and self.in_table:
            self._begin_cell(given)
        elif name == "table:table-row":
            self._begin_row(given)
        elif name == "table:table-column":
            self._columns(given)
        elif name == "table:table-header-rows":
            self.in_header = True
        elif name == "table:table":
            self._begin_sheet(given)
        elif not self.in_table:
            self.styles.start(name, given)

    def end(self, tag: str) -> None:
        name = short(tag)
        if self.skipped:
            self.skipped -= 1
        elif self.cell is not None and name in {"table:table-cell", "table:covered-table-cell"}:
            self._end_cell()
        elif self.cell is not None:
            if name in {"text:p", "text:h"}:
                self.in_paragraph -= 1
            elif name == "text:span" and self.spans:
                self.spans.pop()
        elif name == "table:table-row":
            self.row += self.rows
        elif name == "table:table-header-rows":
            self.in_header = False
        elif name == "table:table":
            self.in_table -= 1
        elif not self.in_table:
            self.styles.end(name)

    def data(self, text: str) -> None:
        if self.skipped:
            return
        if self.cell is None:
            self.styles.data(text)
        elif self.in_paragraph:
            self._add(text)

    def _begin_sheet(self, given: Mapping[str, str]) -> None:
        hidden = self.styles.hidden("table", given.get("table:style-name", ""))
        self.sheets.append(Sheet(given.get("table:name", ""), hidden))
        if len(self.sheets) > _MOST_SHEETS:
            raise refusals.too_large(self.file, f"hơn {_MOST_SHEETS} trang tính")
        self.row = self.columns = 0
        self.default_styles = {}
        self.in_table += 1

    def _columns(self, given: Mapping[str, str]) -> None:
        count = _repeated(given, "table:number-columns-repeated")
        for column in range(self.columns, min(self.columns + count, MOST_COLUMNS)):
            if given.get("table:visibility") in _HIDDEN:
                self.sheets[-1].hidden_columns.add(column)
            self.default_styles[column] = given.get("table:default-cell-style-name", "")
        self.columns += count

    def _begin_row(self, given: Mapping[str, str]) -> None:
        self.rows = _repeated(given, "table:number-rows-repeated")
        self.column = 0
        self.row_style = given.get("table:default-cell-style-name", "")
        sheet = self.sheets[-1]
        shown = range(self.row, min(self.row + self.rows, MOST_ROWS))
        if given.get("table:visibility") in _HIDDEN:
            sheet.hidden_rows.update(shown)
        if self.in_header and len(shown) == 1:
            sheet.header_rows = (*sheet.header_rows, *shown)

    def _begin_cell(self, given: dict[str, str]) -> None:
        default = self.row_style or self.default_styles.get(self.column, "")
        self.cell = _Cell(given, given.get("table:style-name", default))
        self.spans.clear()
        self.in_paragraph = 0
        self.cells += 1
        self._check()

    def _inside(self, name: str, given: Mapping[str, str]) -> None:
        if self.cell is None:
            return
        if name in {"text:p", "text:h"}:
            self.in_paragraph += 1
            self.cell.lines.append([])
        elif name == "text:span":
            style = given.get("text:style-name", "")
            self.spans.append(self.styles.bold("text", style))
            self.cell.struck |= self.styles.struck("text", style)
        elif self.in_paragraph:
            self._add(inline_text(name, given))

    def _add(self, text: str) -> None:
        if self.cell is not None and self.cell.lines:
            self.cell.lines[-1].append(text)
            self.cell.plain |= bool(text.strip()) and not any(self.spans)

    def _end_cell(self) -> None:
        cell, self.cell = self.cell, None
        if cell is None:
            return
        count = _repeated(cell.attributes, "table:number-columns-repeated")
        text = self._shown(cell)
        uncomputed = (
            "table:formula" in cell.attributes and not text and not cell.attributes.get("office:value-type")
        )
        if text.strip() or uncomputed:
            self._put(cell, text, count)
        self._merge(cell.attributes)
        self.column += count

    def _put(self, cell: _Cell, text: str, count: int) -> None:
        sheet = self.sheets[-1]
        check_reach(self.file, self.row + self.rows, self.column + count)
        self.cells += count * self.rows - 1
        self._check()
        bold = self.styles.bold("table-cell", cell.style) or not cell.plain
        struck = cell.struck or self.styles.struck("table-cell", cell.style)
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + count):
                if text.strip():
                    sheet.put(row, column, text, bold=bold, struck=struck)
                else:
                    sheet.uncomputed.append((row, column))

    def _merge(self, given: Mapping[str, str]) -> None:
        rows = _repeated(given, "table:number-rows-spanned")
        columns = _repeated(given, "table:number-columns-spanned")
        if (rows > 1 or columns > 1) and self.row < MOST_ROWS and self.column < MOST_COLUMNS:
            last = self.row + min(rows, MOST_ROWS) - 1, self.column + min(columns, MOST_COLUMNS) - 1
            self.sheets[-1].merged.append((self.row, self.column, *last))

    def _shown(self, cell: _Cell) -> str:
        """Return what a cell shows: dates and numbers as this program prints them, everything else as written."""
        written = "\n".join("".join(line) for line in cell.lines)
        given = cell.attributes
        form = self.styles.number_format(cell.style)
        match given.get("office:value-type"):
            case "date":
                return _day(given.get("office:date-value", ""), form or "dd/mm/yyyy") or written
            case "float" | "percentage" | "currency" if form is not None:
                return _number(given.get("office:value", ""), form) or written
            case "boolean":
                return given.get("office:boolean-value", written).upper()
            case "string":
                return written or given.get("office:string-value", "")
        return written

    def _check(self) -> None:
        if self.cells > MOST_FILLED:
            raise refusals.too_large(self.file, f"hơn {MOST_FILLED} ô có chữ")


def _day(value: str, form: str) -> str:
    try:
        day = datetime.fromisoformat(value[:19])
    except ValueError:
        return ""
    return printed(day, form)


def _number(value: str, form: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return ""
    return printed(number, form) if math.isfinite(number) else ""


def _repeated(given: Mapping[str, str], key: str) -> int:
    text = given.get(key, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1
