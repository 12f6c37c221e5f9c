"""Sheets as their files hold them, whatever the kind of file, made into grids: merged cells, hidden rows and columns.

A reader of workbooks fills ``Sheet`` records; what an officer sees and does not see is decided here, once for all kinds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading import refusals
from cchc_desktop.reading.source import Cell, Grid
from cchc_desktop.reading.text.symbols import as_read

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_FILLED = 300_000
"""Cells with text over all sheets of a file; a plan of a thousand rows has ten thousand."""
MOST_PLACES = 1_000_000
"""Rows times columns up to the last value, over all sheets of a file."""
_MOST_COVERED = 2_000_000
"""Places within the values that merged cells cover, those covered twice counted twice."""
ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
"""What a cell shows when its formula fails."""
_EMPTY = Cell()


@dataclass(slots=True)
class Sheet:
    """One sheet; rows and columns count from 0."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], tuple[str, bool]] = field(default_factory=dict)
    """(row, column) -> text as printed and whether it is bold; only cells with text."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column of merged cells."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    header_rows: tuple[int, ...] = ()
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    """Cells with a formula whose value the file does not hold."""

    struck: list[tuple[int, int]] = field(default_factory=list)
    """Cells whose text, or a part of it, is struck through."""

    def put(self, row: int, column: int, text: str, *, bold: bool = False, struck: bool = False) -> None:
        """Add a cell; text without any visible character is none."""
        printed = as_read(text).strip()
        if printed:
            self.cells[row, column] = (printed, bold)
            if struck:
                self.struck.append((row, column))

    @property
    def extent(self) -> tuple[int, int]:
        """Return how many rows and columns the values reach."""
        if not self.cells:
            return 0, 0
        return max(row for row, _ in self.cells) + 1, max(column for _, column in self.cells) + 1

    @property
    def errors(self) -> list[tuple[int, int]]:
        """Return the cells whose formula failed."""
        return sorted(place for place, (text, _) in self.cells.items() if text in ERRORS)


def check_extents(name: str, sheets: Iterable[Sheet]) -> None:
    """Refuse sheets that reach farther than any plan.

    Raises FileProblem.
    """
    places = 0
    for sheet in sheets:
        rows, columns = sheet.extent
        check_reach(name, rows, columns)
        places += rows * columns
        if places > MOST_PLACES:
            raise refusals.too_large(name, f"hơn {MOST_PLACES} ô")


def check_reach(name: str, rows: int, columns: int) -> None:
    """Refuse a sheet whose last cell lies too far out.

    Raises FileProblem.
    """
    if rows > MOST_ROWS:
        raise refusals.too_large(name, f"có ô ở dòng {rows}, quá {MOST_ROWS} dòng")
    if columns > MOST_COLUMNS:
        raise refusals.too_large(name, f"có ô ở cột {columns}, quá {MOST_COLUMNS} cột")


def hidden_lines(sheet: Sheet) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the hidden rows and the hidden columns that hold text."""
    rows = {row for row, _ in sheet.cells}
    columns = {column for _, column in sheet.cells}
    return tuple(sorted(sheet.hidden_rows & rows)), tuple(sorted(sheet.hidden_columns & columns))


def grid_of(name: str, sheet: Sheet, *, whole: bool = False) -> Grid:
    """Make a grid of what a sheet shows; ``whole`` takes hidden rows and columns too.

    Raises FileProblem for merged cells that cover each other without end.
    """
    height, width = sheet.extent
    rows = [row for row in range(height) if whole or row not in sheet.hidden_rows]
    columns = [column for column in range(width) if whole or column not in sheet.hidden_columns]
    grid: list[list[Cell | None]] = [[_EMPTY] * len(columns) for _ in rows]
    at_row = {row: at for at, row in enumerate(rows)}
    at_column = {column: at for at, column in enumerate(columns)}
    for (row, column), (text, bold) in sheet.cells.items():
        if row in at_row and column in at_column:
            grid[at_row[row]][at_column[column]] = Cell(text, bold=bold)
    _lay_merged(name, sheet, rows, columns, grid)
    headers = tuple(at_row[row] for row in sheet.header_rows if row in at_row)
    return Grid(tuple(map(tuple, grid)), place_of(sheet), 0, headers)


def place_of(sheet: Sheet) -> str:
    """Name a sheet for people."""
    return f"Trang tính “{sheet.name}”"


def _lay_merged(
    name: str, sheet: Sheet, rows: Sequence[int], columns: Sequence[int], grid: list[list[Cell | None]]
) -> None:
    """Spread merged cells; one whose first row or column is hidden stands where its visible part begins."""
    covered = 0
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in sheet.merged:
        first_row, last_row = bisect_left(rows, top), bisect_right(rows, bottom) - 1
        first_column, last_column = bisect_left(columns, left), bisect_right(columns, right) - 1
        if first_row > last_row or first_column > last_column:
            continue
        covered += (last_row - first_row + 1) * (last_column - first_column + 1)
        if covered > _MOST_COVERED:
            raise refusals.too_large(name, "quá nhiều ô gộp")
        places = {
            (row, column)
            for row in range(first_row, last_row + 1)
            for column in range(first_column, last_column + 1)
        }
        if places & taken:
            continue
        taken |= places
        for row, column in places:
            grid[row][column] = None
        text, bold = sheet.cells.get((top, left), ("", False))
        grid[first_row][first_column] = Cell(
            text, last_column - first_column + 1, last_row - first_row + 1, bold
        )
