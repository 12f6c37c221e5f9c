"""PDF files with a text layer into grids and lines."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from cchc_desktop.reading import refusals
from cchc_desktop.reading.pdf.device import TooMuch
from cchc_desktop.reading.pdf.file import pages_of
from cchc_desktop.reading.pdf.frames import Frame
from cchc_desktop.reading.pdf.grids import Piece, fits, grid_of
from cchc_desktop.reading.pdf.gutters import unruled_tables
from cchc_desktop.reading.pdf.lines import Area, goes_on, text_lines
from cchc_desktop.reading.pdf.margins import clear_margins
from cchc_desktop.reading.pdf.notices import Found, notices_of
from cchc_desktop.reading.pdf.page import Sheet, dissolve, is_bare, sheet_of
from cchc_desktop.reading.pdf.rows import frames_of_blocks
from cchc_desktop.reading.pdf.spread import without_spread_tables
from cchc_desktop.reading.pdf.words import TextLine, lines_of
from cchc_desktop.reading.source import Grid, Source
from cchc_desktop.reading.text.symbols import as_read

_MOST_UNKNOWN = 0.1
"""Share of characters without a letter that leaves a text readable."""
_EDGE = 4.0
"""Points that the outer edges of a table may differ by from page to page."""


def read_pdf(name: str, data: bytes) -> Source:
    """Read a PDF file.

    Raises FileProblem when it has no text layer, needs a password, is damaged, too large or built to do harm.
    """
    try:
        with closing(pages_of(name, data)) as pages:
            sheets = [sheet_of(marks) for marks in pages]
        return _source(name, sheets)
    except TooMuch as problem:
        raise refusals.unsafe(name, "trang có quá nhiều nét vẽ và chữ") from problem


def _source(name: str, sheets: Sequence[Sheet]) -> Source:
    if all(is_bare(sheet) for sheet in sheets):
        scanned = any(sheet.scanned for sheet in sheets)
        raise refusals.pdf_scanned(name) if scanned else refusals.pdf_without_text(name)
    if sum(sheet.unknown for sheet in sheets) > _MOST_UNKNOWN * sum(sheet.letters for sheet in sheets):
        raise refusals.pdf_without_letters(name)
    found = Found(*clear_margins(sheets))
    _settle_frames(sheets)
    spread = without_spread_tables(sheets)
    _find_unruled(sheets)
    grids, lines = _assemble(list(_parts(sheets)))
    notices = (*((("columns_over_pages", spread),) if spread else ()), *notices_of(sheets, found))
    return Source(name, "pdf", tuple(grids), tuple(map(as_read, lines)), notices)


_NO_AREA = Area(0, 0)


@dataclass(frozen=True, slots=True)
class _Part:
    """A table or a run of lines of one page."""

    page: int
    frame: Frame | None = None
    lines: tuple[TextLine, ...] = ()
    area: Area = _NO_AREA


def _settle_frames(sheets: Sequence[Sheet]) -> None:
    """Take frames that are no tables apart: borders of pages, boxes around a text."""
    tables = [frame for sheet in sheets for frame in sheet.frames if len(frame.xs) > 2]
    for sheet in sheets:
        for frame in list(sheet.frames):
            if len(frame.xs) == 2 and not any(_same_edges(frame, table) for table in tables):
                dissolve(sheet, frame)


def _find_unruled(sheets: Sequence[Sheet]) -> None:
    """Find tables without rules, each over all its pages, and put them among the frames."""
    for blocks, gutters in unruled_tables(sheets):
        for frame, block in zip(frames_of_blocks(blocks, gutters), blocks, strict=True):
            taken = {id(word) for line in block.lines for word in line.words}
            sheet = block.sheet
            sheet.words = [word for word in sheet.words if id(word) not in taken]
            sheet.lines = lines_of(sheet.words)
            sheet.frames = sorted([*sheet.frames, frame], key=lambda each: each.ys[0])


def _same_edges(one: Frame, other: Frame) -> bool:
    return abs(one.xs[0] - other.xs[0]) <= _EDGE and abs(one.xs[-1] - other.xs[-1]) <= _EDGE


def _parts(sheets: Sequence[Sheet]) -> Iterator[_Part]:
    for sheet in sheets:
        area = _area(sheet)
        rest = list(sheet.lines)
        for frame in sheet.frames:
            above = [line for line in rest if line.base <= frame.ys[0] + 2]
            rest = rest[len(above) :]
            if above:
                yield _Part(sheet.number, lines=tuple(above), area=area)
            yield _Part(sheet.number, frame)
        if rest:
            yield _Part(sheet.number, lines=tuple(rest), area=area)


def _area(sheet: Sheet) -> Area:
    left = [line.x0 for line in sheet.lines] + [frame.xs[0] for frame in sheet.frames]
    right = [line.x1 for line in sheet.lines] + [frame.xs[-1] for frame in sheet.frames]
    return Area(min(left, default=0.0), max(right, default=sheet.width))


def _assemble(parts: Sequence[_Part]) -> tuple[list[Grid], list[str]]:
    grids: list[Grid] = []
    lines: list[str] = []
    pieces: list[Piece] = []
    before: _Part | None = None
    for part in parts:
        if part.frame is not None:
            if pieces and not (part.page == pieces[-1].page + 1 and fits(pieces[-1].frame, part.frame)):
                grids.append(grid_of(pieces, len(lines)))
                pieces = []
            pieces.append(Piece(part.frame, part.page))
        else:
            if pieces:
                grids.append(grid_of(pieces, len(lines)))
                pieces = []
            _add_lines(lines, part, before)
        before = part
    if pieces:
        grids.append(grid_of(pieces, len(lines)))
    return grids, lines


def _add_lines(lines: list[str], part: _Part, before: _Part | None) -> None:
    """Add lines; a paragraph that a page end cut goes on in the first of them."""
    texts = text_lines(part.lines, part.area)
    if before is not None and before.lines and lines and texts and texts[0]:
        last, first = before.lines[-1], part.lines[0]
        if first.text[:1].islower() and goes_on(last, first, before.area) and lines[-1]:
            lines[-1] = f"{lines[-1]} {texts.pop(0)}"
        elif lines[-1]:
            lines.append("")
    lines += texts
