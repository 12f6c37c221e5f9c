"""Flowing text with tables in it, tables within cells too: what HTML pages and text documents hold, made into a source.

A page sets its columns by tables as well: such a table is no table but its cells one after another. A table within a
cell of a table of tasks, on the other hand, is part of that cell's text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.reading import refusals
from cchc_desktop.reading.grid.header import read_header
from cchc_desktop.reading.grid.spans import expand
from cchc_desktop.reading.sheets.model import MOST_COLUMNS, Sheet, check_extents, grid_of, hidden_lines
from cchc_desktop.reading.source import Grid, OtherReading, Source
from cchc_desktop.reading.text.bytes import checked
from cchc_desktop.reading.text.symbols import as_read
from cchc_desktop.reading.text.tables import find_tables_in

DEEPEST_TABLE = 30
"""Tables within tables; saved pages stay below ten."""
_MOST_TABLES = 2_000
_TOP = 40
"""Rows of a table in which its heading is looked for."""
_FEWEST_HEADINGS = 3
_FEWEST_TYPED_COLUMNS = 3
_SPACES = re.compile(r"[ \t\n\r\f]+")
_RUNS = re.compile(r"[ \u00a0]{2,}")
_HIDDEN = (
    "Tệp có {} dòng hoặc cột ẩn có chữ trong các bảng không được đọc; nếu các dòng, cột này thuộc kế hoạch,"
    " hãy chọn đọc cả phần ẩn."
)
_WITH_HIDDEN = "Đọc cả dòng, cột ẩn"
_NESTED = "Có {} ô chứa bảng con; chữ của bảng con được đọc vào ô, hãy kiểm tra lại các ô này."


@dataclass(slots=True)
class Flow:
    """Lines of text and tables in order."""

    items: "list[str | FlowTable]" = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    plain: int = 0
    bold: int = 0
    """Visible characters that are not bold, and that are."""

    def add(self, text: str, *, bold: bool = False, kept: bool = False) -> None:
        """Add text; white space is one space unless it is ``kept``."""
        if kept:
            first, *more = text.split("\n")
            self._put(first, bold=bold)
            for part in more:
                self.end_line()
                self._put(part, bold=bold)
            return
        shown = _SPACES.sub(" ", text)
        if not self.line or self.line[-1].endswith((" ", "\t")):
            shown = shown.lstrip(" ")
        self._put(shown, bold=bold)

    def end_line(self) -> None:
        """Begin a new line."""
        self.items.append(_RUNS.sub(" ", "".join(self.line)).replace("\u00a0", " ").rstrip(" "))
        self.line.clear()

    def end_block(self) -> None:
        """Begin a new line unless the present one is empty."""
        if self.line:
            self.end_line()

    def add_table(self, table: "FlowTable") -> None:
        """Add a table that has ended."""
        self.end_block()
        self.items.append(table)

    @property
    def tables(self) -> "list[FlowTable]":
        """Return the tables in it."""
        return [item for item in self.items if not isinstance(item, str)]

    @property
    def lines(self) -> list[str]:
        """Return the lines without the tables."""
        self.end_block()
        return [item for item in self.items if isinstance(item, str)]

    @property
    def all_bold(self) -> bool:
        """Return whether all visible text is bold."""
        return self.bold > 0 and self.plain == 0

    def _put(self, text: str, *, bold: bool) -> None:
        if not text:
            return
        self.line.append(text)
        visible = len(text) - text.count(" ") - text.count("\u00a0")
        if bold:
            self.bold += visible
        else:
            self.plain += visible


@dataclass(slots=True)
class FlowCell:
    """A cell and how far it reaches."""

    row: int
    column: int
    columns: int = 1
    rows: int = 1
    hidden: bool = False
    flow: Flow = field(default_factory=Flow)


@dataclass(slots=True)
class FlowTable:
    """A table while it is read: cells find their places as browsers give them."""

    cells: list[FlowCell] = field(default_factory=list)
    row: int = -1
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    header_rows: list[int] = field(default_factory=list)
    last_covered: dict[int, int] = field(default_factory=dict)
    """Column -> last row that a cell merged down covers."""
    next_column: int = 0

    def begin_row(self, *, hidden: bool = False, header: bool = False) -> None:
        """Begin a row."""
        self.row += 1
        self.next_column = 0
        if hidden:
            self.hidden_rows.add(self.row)
        if header:
            self.header_rows.append(self.row)

    def begin_cell(self, file: str, columns: int, rows: int, *, hidden: bool = False) -> FlowCell:
        """Begin a cell at the next free place of the row.

        Raises FileProblem for tables wider than any plan.
        """
        while self.last_covered.get(self.next_column, -1) >= self.row:
            self.next_column += 1
        if self.next_column >= MOST_COLUMNS:
            raise refusals.too_large(file, f"bảng rộng quá {MOST_COLUMNS} cột")
        columns = min(columns, MOST_COLUMNS - self.next_column)
        cell = FlowCell(self.row, self.next_column, columns, rows, hidden)
        for column in range(self.next_column, self.next_column + columns):
            self.last_covered[column] = max(self.last_covered.get(column, -1), self.row + rows - 1)
        self.next_column += columns
        self.cells.append(cell)
        return cell


@dataclass(slots=True)
class _Found:
    sheets: list[tuple[Sheet, int]] = field(default_factory=list)
    """Tables and the number of lines before each."""
    lines: list[str] = field(default_factory=list)
    nested: int = 0
    tables: int = 0


def source_of_flow(name: str, kind: str, flow: Flow, notices: Iterable[tuple[str, str]] = ()) -> Source:
    """Make a source of flowing text.

    Raises FileProblem when its tables reach too far.
    """
    found = _Found()
    _spread(name, flow, found)
    check_extents(name, [sheet for sheet, _ in found.sheets])
    grids, lines = _grids(name, found, whole=False), tuple(as_read(line).rstrip() for line in found.lines)
    if not any(_lists_tasks(grid) for grid in grids):
        checked(name, "\n".join(lines))
        grids, lines, typed = _with_typed_tables(grids, lines)
        notices = (*notices, *typed)
    hidden = sum(len(part) for sheet, _ in found.sheets for part in hidden_lines(sheet))
    said = [*notices]
    if hidden:
        said.append(("hidden_rows", _HIDDEN.format(hidden)))
    if found.nested:
        said.append(("nested_table", _NESTED.format(found.nested)))
    others: tuple[OtherReading, ...] = ()
    if hidden:
        rest = tuple(notice for notice in said if notice[0] != "hidden_rows")
        others = (OtherReading("with_hidden", _WITH_HIDDEN, _grids(name, found, whole=True), rest),)
    return Source(name, kind, grids, lines, tuple(said), others=others)


def _with_typed_tables(
    grids: Sequence[Grid], lines: Sequence[str]
) -> tuple[tuple[Grid, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Find tables that are typed between the letterhead and the signature: with tabs, or task by task with labels."""
    result: list[Grid] = []
    outside: list[str] = []
    said: list[tuple[str, str]] = []
    at = 0
    for grid in (*grids, None):
        end = grid.position if grid is not None else len(lines)
        typed = find_tables_in("\n".join(lines[at:end]))
        if any(len(each.rows[0]) >= _FEWEST_TYPED_COLUMNS for each in typed.grids):
            result += [replace(each, position=len(outside) + each.position) for each in typed.grids]
            outside += typed.lines
            said += typed.notices
        else:
            outside += lines[at:end]
        if grid is not None:
            result.append(replace(grid, position=len(outside)))
        at = end
    named = (replace(grid, place=f"Bảng {number}") for number, grid in enumerate(result, start=1))
    return tuple(named), tuple(outside), tuple(said)


def _grids(name: str, found: _Found, *, whole: bool) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    for sheet, position in found.sheets:
        grid = grid_of(name, sheet, whole=whole)
        if any(cell is not None and cell.text for row in grid.rows for cell in row):
            grids.append(replace(grid, place=f"Bảng {len(grids) + 1}", position=position))
    return tuple(grids)


def _spread(name: str, flow: Flow, found: _Found) -> None:
    flow.end_block()
    for item in flow.items:
        if isinstance(item, str):
            found.lines.append(item)
            continue
        found.tables += 1
        if found.tables > _MOST_TABLES:
            raise refusals.too_large(name, f"hơn {_MOST_TABLES} bảng")
        sheet = _sheet(item)
        inner = [cell for cell in item.cells if cell.flow.tables]
        if inner and not _lists_tasks(grid_of(name, sheet)):
            for cell in item.cells:
                _spread(name, cell.flow if not item.hidden else Flow([*cell.flow.tables]), found)
            continue
        for cell in inner:
            _take_in(cell.flow)
        found.nested += len(inner)
        found.sheets.append((_sheet(item) if inner else sheet, len(found.lines)))


def _sheet(table: FlowTable) -> Sheet:
    hidden_rows = set(range(table.row + 1)) if table.hidden else table.hidden_rows
    sheet = Sheet("", hidden_rows=hidden_rows, header_rows=tuple(table.header_rows))
    shown = {cell.column for cell in table.cells if not cell.hidden}
    hidden = {cell.column for cell in table.cells if cell.hidden}
    sheet.hidden_columns = table.hidden_columns | (hidden - shown)
    for cell in table.cells:
        if not cell.hidden or cell.column in sheet.hidden_columns:
            lines = cell.flow.lines
            sheet.put(cell.row, cell.column, "\n".join(lines), bold=cell.flow.all_bold)
        if cell.rows > 1 or cell.columns > 1:
            last = min(cell.row + cell.rows - 1, table.row)
            sheet.merged.append((cell.row, cell.column, last, cell.column + cell.columns - 1))
    return sheet


def _lists_tasks(grid: Grid) -> bool:
    """Tell a table of tasks, whose cells may hold small tables, from one that only sets the page."""
    lines = expand(grid)
    headers = (read_header(lines, at) for at in range(min(_TOP, len(lines))))
    return any(header is not None and len(header.roles) >= _FEWEST_HEADINGS for header in headers)


def _take_in(flow: Flow) -> None:
    """Write the tables of a cell as lines of its text."""
    items: list[str | FlowTable] = []
    for item in flow.items:
        if isinstance(item, str):
            items.append(item)
        else:
            items += _rows_as_lines(item)
    flow.items = items


def _rows_as_lines(table: FlowTable) -> Iterator[str]:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        _take_in(cell.flow)
        text = " ".join(line for line in cell.flow.lines if line.strip())
        if text and not cell.hidden and cell.row not in table.hidden_rows:
            rows.setdefault(cell.row, []).append(text)
    for row in sorted(rows):
        yield "\t".join(rows[row])
