"""Tables found in a text: rows of cells among the lines that stay text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.reading.grid.header import read_header
from cchc_desktop.reading.grid.spans import expand
from cchc_desktop.reading.source import Cell, Grid
from cchc_desktop.text import squash

CellRow = tuple[Cell | None, ...]
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A table found among lines."""

    rows: tuple[CellRow, ...]
    guessed: tuple[int, ...] = ()
    """Rows whose cells are a guess."""
    notice: tuple[str, str] | None = None
    """What there is to say about how it was found."""


Piece = str | Block
"""A line of text, or a table."""
Finder = Callable[[Sequence[str]], list[Piece]]
"""Looks for tables in lines that stand together."""


def find_in(pieces: Iterable[Piece], finder: Finder) -> list[Piece]:
    """Let a finder look through every run of lines; tables found before stay."""
    found: list[Piece] = []
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
            continue
        found += finder(run) if run else []
        found.append(piece)
        run = []
    return found + (finder(run) if run else [])


def is_headed(rows: Sequence[CellRow]) -> bool:
    """Tell rows that begin with the heading of a table of tasks."""
    head = tuple(row for row in rows[:_LOOKED_AT])
    lines = expand(Grid(head))
    return any(
        len([cell for cell in line.cells if squash(cell.text)]) > 1 and read_header(lines, at) is not None
        for at, line in enumerate(lines)
    )
