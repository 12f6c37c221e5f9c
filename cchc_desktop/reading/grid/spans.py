"""Spans laid out: a grid of merged cells becomes lines of cells, each with the columns it covers.

Pure; the readers deliver a merged cell once, at its top left corner, and ``None`` wherever it covers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cchc_desktop.reading.source import Cell, Grid


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell where it stands in one line."""

    text: str
    """As printed, line breaks kept."""
    first: int
    last: int
    """First and last grid column it covers."""
    continued: bool = False
    """True when the cell began in a line above and is merged down over this one."""
    bold: bool = False
    rows: int = 1
    """How many rows it covers in all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table with every cell that covers it, from left to right."""

    index: int
    """Row number in the grid, from 0."""
    cells: tuple[Placed, ...]
    marked_header: bool = False
    """True when the file marks the row as a header row to repeat."""
    guessed: bool = False
    """True when the reader had to guess which cell holds what."""

    @property
    def own(self) -> tuple[Placed, ...]:
        """Cells with text that begin in this line."""
        return tuple(cell for cell in self.cells if not cell.continued and cell.text.strip())

    def at(self, column: int) -> Placed | None:
        """Return the cell that covers a grid column."""
        return next((cell for cell in self.cells if cell.first <= column <= cell.last), None)


def expand(grid: Grid) -> tuple[Line, ...]:
    """Lay a grid out: merged cells are repeated in each line that they cover, marked as continued.

    >>> lines = expand(Grid(((Cell("Sở Nội vụ", rows=2), Cell("1")), (None, Cell("2")))))
    >>> [(cell.text, cell.continued) for cell in lines[1].cells]
    [('Sở Nội vụ', True), ('2', False)]
    """
    hanging: list[tuple[int, Placed]] = []
    lines = []
    for index, row in enumerate(grid.rows):
        own = tuple(_placed(row))
        taken = {column for cell in own for column in range(cell.first, cell.last + 1)}
        above = [cell for until, cell in hanging if until >= index and cell.first not in taken]
        cells = sorted((*own, *above), key=lambda cell: cell.first)
        lines.append(Line(index, tuple(cells), index in grid.header_rows, index in grid.unsure_rows))
        hanging = [(until, cell) for until, cell in hanging if until > index]
        hanging += [
            (index + cell.rows - 1, replace(placed, continued=True))
            for placed, cell in zip(own, (cell for cell in row if cell is not None), strict=True)
            if cell.rows > 1
        ]
    return tuple(lines)


def width(lines: Iterable[Line]) -> int:
    """Return the number of grid columns."""
    return max((line.cells[-1].last + 1 for line in lines if line.cells), default=0)


def _placed(row: tuple[Cell | None, ...]) -> Iterable[Placed]:
    for column, cell in enumerate(row):
        if cell is not None:
            yield Placed(cell.text, column, column + max(cell.columns, 1) - 1, bold=cell.bold, rows=cell.rows)
