"""The pieces of one table put together: rows in order, with repeats and other artefacts of the page taken out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.grid_header import is_column_numbers, repeats
from cchc_desktop.reading.grid_labels import heading_label
from cchc_desktop.reading.grid_layout import Layout
from cchc_desktop.reading.grid_rows import Row, is_page_number_text, is_total, outside_row, see
from cchc_desktop.reading.grid_tables import Table, before, between
from cchc_desktop.reading.source import Source
from cchc_desktop.text import squash


@dataclass(frozen=True, slots=True)
class Dropped:
    """A row that did not become a task."""

    index: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Assembly:
    """The rows of one table over all its pieces."""

    rows: tuple[Row, ...]
    dropped: tuple[Dropped, ...]


def assemble(source: Source, pieces: Sequence[Table], layout: Layout) -> Assembly:
    """Put the pieces of a table together; row numbers run on through all of them."""
    rows: list[Row] = []
    dropped: list[Dropped] = []
    for entry in _entries(source, pieces, layout):
        if isinstance(entry, Dropped):
            dropped.append(entry)
        else:
            rows.append(entry)
    return Assembly(tuple(rows), tuple(dropped))


def _entries(source: Source, pieces: Sequence[Table], layout: Layout) -> Iterator[Row | Dropped]:
    offset = 0
    for number, piece in enumerate(pieces):
        if number > 0:
            yield from _outside(between(source, pieces[number - 1], piece), offset)
        elif _headed_between(source, pieces):
            yield from _outside(before(source, piece)[-1:], offset)
        yield from _piece(piece, pieces[0], layout, offset, first=number == 0)
        offset += len(piece.lines) and piece.lines[-1].index + 1


def _headed_between(source: Source, pieces: Sequence[Table]) -> bool:
    """Tell whether numbered headings stand between the pieces; the one before the first piece is then its own."""
    lines = [line for one, other in pairwise(pieces) for line in between(source, one, other)]
    return any(heading_label(line) for line in lines)


def _outside(lines: Sequence[str], index: int) -> Iterator[Row | Dropped]:
    for line in lines:
        if is_page_number_text(line):
            yield Dropped(index, "page_number", squash(line))
        else:
            yield outside_row(line, index)


def _piece(piece: Table, main: Table, layout: Layout, offset: int, *, first: bool) -> Iterator[Row | Dropped]:
    after_break = not first
    lines = piece.body if first else (*piece.early, *piece.lines)
    for line in lines:
        index = offset + line.index
        text = " | ".join(squash(cell.text) for cell in line.own)
        if main.header is not None and repeats(main.header, line):
            yield Dropped(index, "repeated_header", text)
            after_break = True
        elif is_column_numbers(line):
            yield Dropped(index, "numbering", text)
        else:
            row = see(line, layout, index, after_break=after_break)
            if row.blank:
                continue
            if is_total(row):
                yield Dropped(index, "total", text)
                continue
            yield row
            after_break = False
