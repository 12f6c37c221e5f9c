"""The pieces of one table put together: rows in order, with repeats and other artefacts of the page taken out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.reading.draft import Ruling
from cchc_desktop.reading.grid.header import is_column_numbers, read_header, repeats, same_heading
from cchc_desktop.reading.grid.labels import heading_label
from cchc_desktop.reading.grid.layout import Layout, lay_out
from cchc_desktop.reading.grid.rows import Row, is_page_number_text, is_total, outside_row, see
from cchc_desktop.reading.grid.spans import Line
from cchc_desktop.reading.grid.tables import Table, before, between, lines_between
from cchc_desktop.reading.source import Source
from cchc_desktop.text import squash

_WHOLE = frozenset({"content", "lead"})
"""What a repeated heading must name as the first one does; the second line of a heading names less."""
_HEADING_ABOVE = 4
"""Lines above a table among which the heading of its section may stand."""


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
    pieces: tuple[Table, ...]
    layout: Layout


def assemble(
    source: Source, pieces: Sequence[Table], layout: Layout, rulings: Mapping[int, Ruling] | None = None
) -> Assembly:
    """Put the pieces of a table together; row numbers run on through all of them and the lines between them.

    ``rulings`` (row number -> what a person says it is) go before everything the program sees in a row.
    """
    rows: list[Row] = []
    dropped: list[Dropped] = []
    for entry in _entries(source, pieces, layout, rulings or {}):
        if isinstance(entry, Dropped):
            dropped.append(entry)
        else:
            rows.append(entry)
    return Assembly(tuple(rows), tuple(dropped), tuple(pieces), layout)


def _entries(
    source: Source, pieces: Sequence[Table], layout: Layout, rulings: Mapping[int, Ruling]
) -> Iterator[Row | Dropped]:
    offset = 0
    for number, piece in enumerate(pieces):
        if number > 0:
            lines = between(source, pieces[number - 1], piece)
            yield from _outside(lines, offset, rulings)
            offset += len(lines)
        else:
            above = _own_heading(source, pieces)
            yield from _outside(above, -len(above), rulings)
        yield from _piece(piece, pieces[0], layout, offset, rulings, first=number == 0)
        offset += len(piece.lines) and piece.lines[-1].index + 1


def _own_heading(source: Source, pieces: Sequence[Table]) -> Sequence[str]:
    """Return the heading above the first piece, with what stands below it, when the other pieces have one like it."""
    lines = lines_between(source, pieces)
    kinds = {found[0].kind for line in lines if (found := heading_label(line)) is not None}
    above = before(source, pieces[0])[-_HEADING_ABOVE:]
    for at in range(len(above) - 1, -1, -1):
        found = heading_label(above[at])
        if found is not None and found[0].kind in kinds:
            return above[at:]
    return ()


def _outside(lines: Sequence[str], first: int, rulings: Mapping[int, Ruling]) -> Iterator[Row | Dropped]:
    for index, line in enumerate(lines, start=first):
        if index in rulings:
            yield replace(outside_row(line, index), ruling=rulings[index])
        elif is_page_number_text(line):
            yield Dropped(index, "page_number", squash(line))
        else:
            yield outside_row(line, index)


def _piece(
    piece: Table, main: Table, layout: Layout, offset: int, rulings: Mapping[int, Ruling], *, first: bool
) -> Iterator[Row | Dropped]:
    after_break = not first
    main_layout = layout
    lines = piece.body if first else (*piece.early, *piece.lines)
    moved = False
    for at, line in enumerate(lines):
        index = offset + line.index
        text = " | ".join(squash(cell.text) for cell in line.own)
        if index in rulings:
            yield replace(see(line, layout, index, after_break=after_break), ruling=rulings[index])
            after_break = False
        elif main.header is not None and repeats(main.header, line):
            yield Dropped(index, "repeated_header", text)
            after_break = True
            other = _other_order(main, lines, at)
            if other is not None:
                layout, moved = other, other.roles != main_layout.roles
        elif is_column_numbers(line):
            yield Dropped(index, "numbering", text)
        else:
            row = replace(see(line, layout, index, after_break=after_break), moved=moved)
            if row.blank:
                continue
            if is_total(row):
                yield Dropped(index, "total", text)
                continue
            yield row
            after_break = False


def _other_order(main: Table, lines: Sequence[Line], at: int) -> Layout | None:
    """Return the columns of a repeated heading that names them in another order, or again in the first one."""
    header = read_header(lines, at)
    if header is None or main.header is None or not main.header.roles & _WHOLE <= header.roles:
        return None
    if same_heading(main.header, header):
        return main.layout
    return lay_out(header.columns, lines[header.last + 1 :])
