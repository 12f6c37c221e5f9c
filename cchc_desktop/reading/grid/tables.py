"""Which of a document's tables hold the tasks, and which pieces belong to one table cut by page breaks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.grid.guess import guess
from cchc_desktop.reading.grid.header import Header, read_header, repeats, same_heading
from cchc_desktop.reading.grid.headings import FOREIGN, read_heading
from cchc_desktop.reading.grid.labels import heading_label, leading_label, whole_label
from cchc_desktop.reading.grid.layout import Layout, lay_out
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, share, starts_like_a_sentence
from cchc_desktop.reading.grid.rows import is_appendix_title, is_page_number_text, see
from cchc_desktop.reading.grid.spans import Line, Placed, expand
from cchc_desktop.reading.source import Source
from cchc_desktop.text import fold, squash

SHEET_KINDS = frozenset({"xlsx", "xls", "xlsb", "ods", "csv"})
"""Kinds whose grids are sheets of their own, never pieces of one table."""
_ABOVE = 12
"""Lines above a table that can belong to its title."""
_RIVAL = 0.6
"""A table with this share of the best score may hold tasks too."""
_SCORED_LINES = 100
_FEWEST_COLUMNS = 3
"""Columns of the smallest table of tasks."""
_FOREIGN_HEADINGS = 2
"""So many headings in the first row of a table make it a table of its own, even when they are not those of tasks."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a document: a grid, or the part of a grid under one heading."""

    index: int
    """1-based: the grids of the document in order, then further tables that stand below another in one grid."""
    grid: int
    place: str
    above: tuple[str, ...]
    """Texts of the grid's rows above the heading."""
    early: tuple[Line, ...]
    """Rows above the heading that look like rows below it: the first heading of a table can be unreadable."""
    lines: tuple[Line, ...]
    """Lines from the heading on (all lines when there is no heading)."""
    header: Header | None
    """Its positions count ``lines``."""
    layout: Layout | None
    score: float

    @property
    def body(self) -> tuple[Line, ...]:
        """Rows of the table without its heading."""
        return (*self.early, *self.lines[self.header.last + 1 :]) if self.header else self.lines


def find_tables(source: Source) -> tuple[Table, ...]:
    """Find all tables of a document, each with a score for how much it looks like a list of tasks."""
    tables: list[Table] = []
    extra = len(source.grids)
    for at, grid in enumerate(source.grids):
        for below, (above, lines, read) in enumerate(_segments(expand(grid))):
            extra += below > 0
            header, layout = _columns(lines, read)
            early = _rows_among(above)
            title = above[: len(above) - len(early)]
            texts = tuple(squash(cell.text) for line in title for cell in line.own)
            before_it = (*source.lines[max(0, grid.position - _ABOVE) : grid.position], *texts)
            score = _score(header, layout, lines, before_it)
            index = extra if below else at + 1
            tables.append(Table(index, at, grid.place, texts, early, lines, header, layout, score))
    return tuple(tables)


def _columns(lines: Sequence[Line], header: Header | None) -> tuple[Header | None, Layout | None]:
    return guess(lines) if header is None else (header, lay_out(header.columns, lines[header.last + 1 :]))


def chains(source: Source, tables: Sequence[Table]) -> tuple[tuple[Table, ...], ...]:
    """Put the pieces of each table together: a table that goes on after page breaks is one chain."""
    found: list[tuple[Table, ...]] = []
    taken: set[int] = set()
    for table in tables:
        if table.index not in taken:
            pieces = chain(source, tables, table)
            taken |= {piece.index for piece in pieces}
            found.append(pieces)
    return tuple(found)


def best_chain(found: Sequence[tuple[Table, ...]]) -> tuple[Table, ...] | None:
    """Return the table that looks most like a list of tasks, with all its pieces; None when none does."""
    likely = (pieces for pieces in found if pieces[0].score > 0)
    return max(likely, key=lambda pieces: max(piece.score for piece in pieces), default=None)


def chain(source: Source, tables: Sequence[Table], first: Table) -> tuple[Table, ...]:
    """Collect the pieces of a table that goes on after page breaks or headings between its pieces."""
    pieces = [first]
    if source.kind in SHEET_KINDS:
        return (first,)
    for table in tables[tables.index(first) + 1 :]:
        if table.grid == pieces[-1].grid or not _goes_on(first, table, between(source, pieces[-1], table)):
            break
        pieces.append(table)
    return tuple(pieces)


def between(source: Source, one: Table, other: Table) -> tuple[str, ...]:
    """Return the lines of text between two tables."""
    first, last = source.grids[one.grid].position, source.grids[other.grid].position
    return tuple(line for line in source.lines[first:last] if line.strip())


def lines_between(source: Source, pieces: Sequence[Table]) -> tuple[str, ...]:
    """Return all lines of text between the pieces of a table."""
    return tuple(line for one, other in pairwise(pieces) for line in between(source, one, other))


def before(source: Source, table: Table) -> tuple[str, ...]:
    """Return the lines of text shortly before a table."""
    position = source.grids[table.grid].position
    return tuple(line for line in source.lines[max(0, position - _ABOVE) : position] if line.strip())


def rivals(tables: Sequence[Table], pieces: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables that are not read and may hold tasks too, or the rest of the table that is read."""
    taken = {piece.index for piece in pieces}
    best = max(piece.score for piece in pieces)
    width = len(pieces[0].layout.columns) if pieces[0].layout else 0
    return tuple(
        table
        for table in tables
        if table.index not in taken
        and (
            (table.score >= _RIVAL * best and _lists_tasks(table))
            or _may_be_a_piece(table, width)
            or _is_below(table, pieces)
        )
    )


def _is_below(table: Table, pieces: Sequence[Table]) -> bool:
    """Tell what stands below the table that is read, in the same grid, without being another kind of list."""
    if table.above or table.header is None or FOREIGN in table.header.roles:
        return False
    return any(table.grid == piece.grid and table.index > piece.index for piece in pieces)


def _may_be_a_piece(table: Table, width: int) -> bool:
    return table.header is None and bool(table.lines) and _usual_cells(table.lines) == width > _FEWEST_COLUMNS


def _lists_tasks(table: Table) -> bool:
    """Tell a list of tasks from lists of targets, of bodies to inspect, of points: their headings give them away."""
    if table.header is None or FOREIGN in table.header.roles:
        return False
    return any(column.role == "content" and column.strength > 1 for column in table.header.columns)


def _goes_on(first: Table, table: Table, lines: Sequence[str]) -> bool:
    if any(is_appendix_title(line) for line in lines):
        return False
    if table.header is not None and not _is_guessed(table):
        heading = table.lines[table.header.first : table.header.last + 1]
        return first.header is not None and (
            same_heading(first.header, table.header) or any(repeats(first.header, line) for line in heading)
        )
    headings = [line for line in lines if not is_page_number_text(line)]
    return (
        first.layout is not None
        and bool(table.lines)
        and _usual_cells(table.lines) == len(first.layout.columns)
        and all(heading_label(line) for line in headings)
        and sum(map(_is_heading, table.lines[0].own)) < _FOREIGN_HEADINGS
    )


def _is_heading(cell: Placed) -> bool:
    return starts_like_a_sentence(cell.text) and read_heading(cell.text) is not None


def _is_guessed(table: Table) -> bool:
    return table.layout is not None and table.layout.guessed


def _usual_cells(lines: Sequence[Line]) -> int:
    """Return how many cells most rows have; dragged borders and page breaks change the grid but not this."""
    counted = Counter(len(line.cells) for line in lines)
    several = {cells: rows for cells, rows in counted.items() if cells > 1} or counted
    return max(several, key=lambda cells: (several[cells], cells))


def _rows_among(above: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines from the first one that looks like a numbered row of the table."""
    for at, line in enumerate(above):
        own = line.own
        if len(own) >= _FEWEST_COLUMNS and (whole_label(own[0].text) or leading_label(own[0].text)):
            return tuple(above[at:])
    return ()


def _segments(lines: tuple[Line, ...]) -> Sequence[tuple[Sequence[Line], tuple[Line, ...], Header | None]]:
    """Cut a grid at headings of different tables: (rows above, rows from the heading on, heading)."""
    starts: list[Header] = []
    at = 0
    while at < len(lines):
        header = read_header(lines, at)
        if header is not None and (not starts or _is_new(lines, starts[-1], header)):
            starts.append(header)
        at = header.last + 1 if header is not None else at + 1
    if not starts:
        return [((), lines, None)]
    tops = [header.first - len(_title_above(lines, header.first)) for header in starts[1:]]
    segments = []
    for header, top, end in zip(starts, (0, *tops), (*tops, len(lines)), strict=True):
        moved = Header(0, header.last - header.first, header.columns, header.score, header.keys)
        segments.append((lines[top : header.first], lines[header.first : end], moved))
    return segments


def _is_new(lines: Sequence[Line], current: Header, header: Header) -> bool:
    block = lines[header.first : header.last + 1]
    if not same_heading(current, header) and not any(repeats(current, line) for line in block):
        sure = sum(column.strength > 1 for column in header.columns)
        return len(header.roles) >= _FEWEST_COLUMNS and sure >= _FEWEST_COLUMNS
    titles = (cell.text for line in _title_above(lines, header.first) for cell in line.own)
    return any(is_appendix_title(text) for text in titles)


def _title_above(lines: Sequence[Line], at: int) -> tuple[Line, ...]:
    """Return the lines of one text each directly above a heading, blank ones at the top left out."""
    top = at
    while top > max(0, at - _ABOVE) and len(lines[top - 1].own) <= 1:
        top -= 1
    while top < at and not lines[top].own:
        top += 1
    return tuple(lines[top:at])


def _score(
    header: Header | None, layout: Layout | None, lines: Sequence[Line], title: Sequence[str]
) -> float:
    if layout is None or "content" not in layout.roles:
        return 0.0
    if not {"lead", "deadline", "start", "end"} & set(layout.roles) and not layout.marks:
        return 0.0
    body = lines[header.last + 1 :] if header else lines
    rows = [see(line, layout, line.index) for line in body[:_SCORED_LINES]]
    words = fold(" ".join(title))
    return (
        (header.score if header else 4.0)
        + 3 * share((row.text("lead") for row in rows), agency_like)
        + 3 * share((row.text("deadline") or row.text("end") for row in rows), deadline_like)
        + min(len(body), 20) / 10
        + (1.5 if re.search(r"\b(nhiem vu|cong viec)\b", words) else 0)
        - (1.5 if re.search(r"\b(chi tieu|kiem tra|giam sat|diem)\b", words) else 0)
    )
