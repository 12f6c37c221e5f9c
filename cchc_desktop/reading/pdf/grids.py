"""Tables of pages become grids: pieces that go on over page ends are put together, columns fitted to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.reading.pdf.frames import Box, Frame
from cchc_desktop.reading.pdf.rules import clustered
from cchc_desktop.reading.pdf.words import lines_of
from cchc_desktop.reading.pdf.wraps import flowing
from cchc_desktop.reading.source import Cell, Grid

_NEAR = 5.0
"""Points that the edges of one column may differ by from page to page."""
_ALIKE = 0.75
"""Share of the edges that two pieces of a table have in common."""
_FIRST_ROWS = 4
"""Rows of a page, its heading with them, within which what the page before began may go on."""
_OPEN = (",", ";", " và", " -")
_WIDEST_MARGIN = 8.0
"""Points between a rule and the text of a cell, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a table that stands on one page."""

    frame: Frame
    page: int


def fits(one: Frame, other: Frame) -> bool:
    """Tell whether the columns of two pieces are those of one table."""
    shift = _shift(one, other)
    if abs((one.xs[-1] - one.xs[0]) - (other.xs[-1] - other.xs[0])) > 2 * _NEAR:
        return False
    fewer, more = sorted((one.xs, [x - shift for x in other.xs]), key=len)
    if len(fewer) == 2:
        return True
    shared = sum(any(abs(x - edge) <= _NEAR for edge in more) for x in fewer)
    return shared >= _ALIKE * len(fewer) and shared >= _ALIKE * len(more) - 1


def grid_of(pieces: Sequence[Piece], position: int) -> Grid:
    """Make one grid of the pieces of a table."""
    first = pieces[0].frame
    shifts = [_shift(first, piece.frame) for piece in pieces]
    edges = clustered(
        (x - shift for piece, shift in zip(pieces, shifts, strict=True) for x in piece.frame.xs), _NEAR
    )
    rows: list[list[Cell | None]] = []
    unsure: list[int] = []
    for piece, shift in zip(pieces, shifts, strict=True):
        part = _rows(piece.frame, edges, shift)
        _hang_over(rows, part)
        doubtful = piece.frame.unsure | _headless(part, edges)
        if not piece.frame.ruled:
            doubtful |= _left_open(part)
        if rows and any(row <= _FIRST_ROWS for row in doubtful):
            unsure.append(len(rows) - 1)
        unsure += [len(rows) + row for row in sorted(doubtful)]
        rows += part
    numbers = sorted({piece.page for piece in pieces})
    place = f"Trang {numbers[0]}" if len(numbers) == 1 else f"Trang {numbers[0]}–{numbers[-1]}"
    return Grid(tuple(map(tuple, rows)), place, position, unsure_rows=tuple(unsure))


def _headless(rows: Sequence[Sequence[Cell | None]], edges: Sequence[float]) -> set[int]:
    """Return the rows whose widest cell begins small: what stands before may have stayed on another page."""
    widest = max(range(len(edges) - 1), key=lambda at: edges[at + 1] - edges[at])
    return {
        number
        for number, row in enumerate(rows)
        if (cell := row[widest]) is not None and cell.columns == 1 and cell.text[:1].islower()
    }


def _left_open(rows: Sequence[Sequence[Cell | None]]) -> set[int]:
    """Return the rows between which a cell seems to be shared, as when it was merged over both of them."""
    return {
        number
        for at, row in enumerate(rows[:-1])
        if any(cell is not None and cell.text.endswith(_OPEN) for cell in row)
        for number in (at, at + 1)
    }


def _shift(one: Frame, other: Frame) -> float:
    """Return by how much a piece stands farther to the right: left and right pages have different margins."""
    shift = other.xs[0] - one.xs[0]
    return 0.0 if abs(shift) <= _NEAR else shift


def _rows(frame: Frame, edges: Sequence[float], shift: float) -> list[list[Cell | None]]:
    places = [
        min(range(len(edges)), key=lambda at, x=x: abs(edges[at] - (x - shift)))  # type: ignore[misc]  # bound
        for x in frame.xs
    ]
    margin = _margin(frame)
    rows: list[list[Cell | None]] = [[None] * (len(edges) - 1) for _ in range(len(frame.ys) - 1)]
    for box in frame.boxes:
        first, end = places[box.column], places[box.column + box.columns]
        if end > first:
            rows[box.row][first] = _cell(frame, box, margin, end - first)
    return rows


def _cell(frame: Frame, box: Box, margin: float, columns: int) -> Cell:
    lines = lines_of(box.words)
    left, right = frame.xs[box.column] + margin, frame.xs[box.column + box.columns] - margin
    texts = [flowing(lines, left, right), " ".join(line.text for line in box.sideways)]
    bold = bool(lines) and all(line.bold for line in lines)
    return Cell("\n".join(filter(None, texts)), columns, box.rows, bold)


def _margin(frame: Frame) -> float:
    """Return the space between rules and text that the cells of a table keep."""
    gaps = [
        min(word.x0 - frame.xs[box.column], frame.xs[box.column + box.columns] - word.x1)
        for box in frame.boxes
        for word in box.words
    ]
    return max(0.0, min([*gaps, _WIDEST_MARGIN]))


def _hang_over(above: list[list[Cell | None]], below: list[list[Cell | None]]) -> None:
    """Let a merged cell that a page end cut go on below: its rest is empty there."""
    if not above or not below:
        return
    for column, cell in enumerate(below[0]):
        if cell is None or cell.text or cell.columns > 1:
            continue
        start = _covering(above, column)
        if start is None:
            continue
        owner = above[start][column]
        if owner is not None and owner.columns == 1 and (owner.rows > 1 or cell.rows > 1) and owner.text:
            above[start][column] = Cell(owner.text, 1, owner.rows + cell.rows, owner.bold)
            below[0][column] = None


def _covering(rows: Sequence[Sequence[Cell | None]], column: int) -> int | None:
    """Return the row in which the cell begins that covers a column of the last row."""
    for row in range(len(rows) - 1, -1, -1):
        cell = rows[row][column]
        if cell is not None:
            return row if row + cell.rows >= len(rows) else None
    return None
