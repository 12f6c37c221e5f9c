"""One page of HTML into flowing text with tables, forgiving as browsers are: tags left open, tables within tables."""

import re
from collections.abc import Mapping

from cchc_desktop.reading import refusals
from cchc_desktop.reading.flow import DEEPEST_TABLE, Flow, FlowTable
from cchc_desktop.reading.html.elements import (
    BLOCKS,
    BOLD,
    NOT_OF_THE_TEXT,
    PARTS,
    SKIPPED,
    STRUCK,
    VOID,
    OpenElement,
    OpenTable,
    Page,
)
from cchc_desktop.reading.html.lists import List, begin_list
from cchc_desktop.reading.html.looks import Looks, Style, classes_of, shown_value
from cchc_desktop.reading.html.tokens import tokens

_MOST_STEPS = 20_000_000
"""Elements looked at to find where one begins, and tags."""
_STEPS_OF_A_TAG = 40
"""How much longer a tag takes than a look at an element."""
_DEEPEST = 1_000
"""Elements within elements; broken pages that never close a tag stay below."""
_MOST_CELLS = 200_000


def read_page(name: str, text: str) -> Page:
    """Read a page.

    Raises FileProblem when it is built to do harm.
    """
    reader = _PageReader(name, classes_of(text))
    for token in tokens(text):
        if isinstance(token, str):
            reader.take_text(token)
        elif token.ends:
            reader.end(token.name)
        else:
            reader.begin(token.name, token.attributes)
            if token.closed and token.name not in VOID:
                reader.end(token.name)
    reader.finish()
    return reader.page


class _PageReader:
    def __init__(self, name: str, classes: Looks) -> None:
        self.name = name
        self.page = Page()
        self._classes = classes
        self._open: list[OpenElement] = [OpenElement("")]
        self._tables: list[OpenTable] = []
        self._lists: list[List] = []
        self._style = Style()
        self._steps = self._cells = 0

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._count(_STEPS_OF_A_TAG)
        style = self._classes.style(tag, attributes)
        if tag in {"frame", "iframe", "frameset"}:
            self.page.found["frames"] += tag != "iframe"
        if tag == "table":
            self._begin_table(hidden=style.hidden)
        elif tag in PARTS:
            self._begin_part(tag, attributes, style)
        elif tag == "col" and self._tables:
            self._column(attributes, style)
        else:
            self._begin_element(tag, attributes, style)

    def end(self, tag: str) -> None:
        """End an element; what was left open within it ends too."""
        self._count(_STEPS_OF_A_TAG // 2)
        if tag == "table":
            self._end_table()
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag in {"thead", "tbody", "tfoot"} and self._tables:
            self._end_row()
            self._tables[-1].in_head = False
        elif tag == "br":
            self._flow.end_line()
        else:
            self._end_element(tag)

    def take_text(self, data: str) -> None:
        """Add text where it belongs."""
        top = self._open[-1]
        if top.skipped or not data:
            return
        if top.hidden:
            self.page.found["hidden_text"] += bool(data.strip()) and bool(self._tables)
            return
        self.page.found["struck"] += top.struck and bool(data.strip())
        self._flow.add(data, bold=top.bold, kept=top.kept)

    def _count(self, steps: int) -> None:
        """Count the work; elements that are never closed make every end tag look through all of them."""
        self._steps += steps
        if self._steps > _MOST_STEPS:
            raise refusals.too_large(self.name, "quá nhiều thẻ HTML")

    def finish(self) -> None:
        """Close whatever is still open."""
        while self._tables:
            self._end_table()
        self.page.flow.end_block()

    @property
    def _flow(self) -> Flow:
        """Return where text goes: the innermost cell, or what surrounds a table when text stands between its cells."""
        for entry in reversed(self._tables):
            if entry.cell is not None:
                return entry.cell.flow
        return self.page.flow

    def _begin_element(self, tag: str, attributes: Mapping[str, str], style: Style) -> None:
        if tag == "br":
            self._flow.end_line()
            return
        if tag in BLOCKS:
            if tag in {"p", "li"}:
                self._end_left_open(tag)
            self._flow.end_block()
        top = self._open[-1]
        if tag in {"ol", "ul"}:
            self._lists.append(begin_list(tag, attributes, style))
        elif tag == "li" and not (top.hidden or top.skipped):
            self._flow.add(self._lists[-1].mark(attributes) if self._lists else "- ", bold=top.bold)
        if tag in VOID:
            return
        deleted = tag == "del"
        self.page.found["deleted"] += deleted or (tag == "ins" and "cite" in attributes)
        self._push(
            OpenElement(
                tag,
                bold=(top.bold or tag in BOLD) if style.bold is None else style.bold,
                kept=top.kept or tag == "pre" or style.kept,
                hidden=top.hidden or style.hidden,
                skipped=top.skipped or deleted or tag in SKIPPED or style.element in NOT_OF_THE_TEXT,
                struck=top.struck or style.struck or tag in STRUCK,
            )
        )

    def _end_left_open(self, tag: str) -> None:
        """End a paragraph or list item that was left open when the next begins."""
        for entry in reversed(self._open):
            self._count(1)
            if entry.tag == tag:
                self._end_element(tag)
                return
            if entry.tag in {"", "td", "th", "ul", "ol", "div", "table"}:
                return

    def _end_element(self, tag: str) -> None:
        floor = self._tables[-1].depth if self._tables else 1
        self._count(len(self._open) - floor)
        at = next((at for at in range(len(self._open) - 1, floor - 1, -1) if self._open[at].tag == tag), 0)
        if not at or any(entry.tag in {"td", "th"} for entry in self._open[at:]):
            return
        lists = sum(entry.tag in {"ol", "ul"} for entry in self._open[at:])
        del self._open[at:]
        if lists:
            del self._lists[-lists:]
        if tag in BLOCKS:
            self._flow.end_block()

    def _push(self, entry: OpenElement) -> None:
        if len(self._open) >= _DEEPEST:
            raise refusals.unsafe(self.name, "cấu trúc lồng nhau quá sâu")
        self._open.append(entry)

    def _begin_table(self, *, hidden: bool) -> None:
        if len(self._tables) >= DEEPEST_TABLE:
            raise refusals.unsafe(self.name, "bảng lồng nhau quá sâu")
        self._flow.end_block()
        top = self._open[-1]
        within = bool(self._tables) and self._tables[-1].table.hidden
        table = FlowTable(hidden=hidden or top.hidden or within)
        self._push(OpenElement("table", skipped=top.skipped))
        self._tables.append(OpenTable(table, depth=len(self._open)))

    def _begin_part(self, tag: str, attributes: Mapping[str, str], style: Style) -> None:
        """Begin a row, a group of rows or a cell; pieces of a table without its beginning make one."""
        if not self._tables:
            self._begin_table(hidden=False)
        entry = self._tables[-1]
        if tag in {"thead", "tbody", "tfoot"}:
            self._end_row()
            entry.in_head = tag == "thead"
        elif tag == "tr":
            self._end_row()
            entry.table.begin_row(hidden=style.hidden, header=entry.in_head)
            entry.in_row = True
        else:
            self._begin_cell(tag, entry, attributes, style)

    def _begin_cell(self, tag: str, entry: OpenTable, attributes: Mapping[str, str], style: Style) -> None:
        self._end_cell()
        if not entry.in_row:
            entry.table.begin_row(header=entry.in_head)
            entry.in_row = True
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise refusals.too_large(self.name, f"hơn {_MOST_CELLS} ô")
        columns, rows = _span(attributes.get("colspan"), 1), _span(attributes.get("rowspan"), 1)
        entry.cell = entry.table.begin_cell(self.name, columns, rows or 65_534, hidden=style.hidden)
        del self._open[entry.depth :]
        table = self._open[-1]
        bold = tag == "th" if style.bold is None else style.bold
        self._push(OpenElement(tag, bold=bold, kept=style.kept, skipped=table.skipped, struck=style.struck))
        self._style = style
        shown = shown_value(attributes, style)
        if shown and not table.skipped:
            entry.cell.flow.add(shown, bold=bold)
            self._open[-1].skipped = True

    def _end_cell(self) -> None:
        if not self._tables or self._tables[-1].cell is None:
            return
        entry = self._tables[-1]
        open_lists = sum(each.tag in {"ol", "ul"} for each in self._open[entry.depth :])
        del self._open[entry.depth :]
        if open_lists:
            del self._lists[-open_lists:]
        if entry.cell is not None:
            entry.cell.flow.end_block()
            self.page.found["short_dates"] += self._style.doubts(entry.cell.flow.lines)
        entry.cell = None
        self._style = Style()

    def _end_row(self) -> None:
        self._end_cell()
        if self._tables:
            self._tables[-1].in_row = False

    def _end_table(self) -> None:
        if not self._tables:
            return
        self._end_row()
        entry = self._tables.pop()
        del self._open[entry.depth - 1 :]
        if entry.table.cells and not self._open[-1].skipped:
            self._flow.add_table(entry.table)

    def _column(self, attributes: Mapping[str, str], style: Style) -> None:
        entry = self._tables[-1]
        span = min(_span(attributes.get("span"), 1) or 1, 1000)
        if style.hidden:
            entry.table.hidden_columns.update(range(entry.columns, entry.columns + span))
        entry.columns += span


def _span(text: str | None, default: int) -> int:
    found = re.match(r"\s*(\d{1,6})", text or "")
    return min(int(found[1]), 65_534) if found else default
