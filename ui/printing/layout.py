"""Pages made one after another: title, table with its header on every page, what stands below it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cchc_desktop.columns import Align
from cchc_desktop.writing.appendix import AppendixDocument, RowKind, printable
from cchc_desktop.writing.measures import LABEL_SIZE, REFERENCE_SIZE, TITLE_SIZE, Face
from cchc_desktop.writing.titles import TitleRole, title_roles
from ui.printing.measured import ENDS, SIDE, Measure, MeasuredRow
from ui.printing.page import Page, Run, TableFrame
from ui.printing.page_setup import PageSetup, Signature
from ui.printing.typeface import Typeface

NOTHING = "Không có nhiệm vụ nào."
_LOOK = {
    TitleRole.LABEL: (LABEL_SIZE, Face.BOLD),
    TitleRole.TITLE: (TITLE_SIZE, Face.BOLD),
    TitleRole.REFERENCE: (REFERENCE_SIZE, Face.ITALIC),
}
_RULE = 90.0
"""Length of the short rule under the title block (Mẫu 2.1), in points."""
_GAP = 9.0
_SIGNING_ROOM = 64.0
"""Room for the signature itself."""
_LEAST_LINES = 4
"""A row that must be cut begins on a page only with at least so many lines."""


class PageMaker:
    """Lays one document out on pages of one setup."""

    def __init__(self, document: AppendixDocument, setup: PageSetup, face: Typeface) -> None:
        self._document = document if setup.title is None else document.retitled(setup.title)
        self._setup = setup
        self._face = face
        self._measure = Measure(self._document, face, setup.size, setup.left, setup.right)
        self._header = self._measure.header(self._document)
        self._full = setup.bottom - setup.top - self._header.height
        self._page = Page()
        self._frame = TableFrame(self._measure.edges, setup.top)
        self._y = setup.top
        self._has_rows = False

    def pages(self) -> Iterator[Page]:
        """Make the pages, each when it is asked for."""
        self._place_title()
        self._begin_table()
        closing = self._closing_height()
        waiting: Sequence[MeasuredRow] = ()
        for block in _kept_together(self._rows()):
            if waiting:
                yield from self._place_block(waiting)
            waiting = block
        yield from self._place_block(waiting, closing)
        if not self._fits(closing):
            yield self._turned(header=False)
        self._place_closing()
        yield self._finished()

    def _rows(self) -> Iterator[MeasuredRow]:
        empty = True
        for row in self._document.rows():
            empty = False
            if row.kind is RowKind.TASK:
                yield self._measure.task(row.texts, new_page=row.new_page)
            else:
                yield self._measure.across(row.kind, row.texts[0], new_page=row.new_page)
        if empty:
            yield self._measure.across(RowKind.SECTION, NOTHING)

    def _place_title(self) -> None:
        setup, roles = self._setup, title_roles(self._document.title_block)
        for role, line in roles:
            size, face = _LOOK[role]
            lines = self._measure.lines(printable(line), setup.right - setup.left, size, face)
            self._page.runs += self._measure.runs(
                lines, setup.left, setup.right, self._y, Align.CENTER, size=size, face=face
            )
            self._y += len(lines) * self._face.pitch * size
        if roles and roles[-1][0] is TitleRole.REFERENCE:
            middle, level = (setup.left + setup.right) / 2, self._y + 5
            self._page.rules.append((middle - _RULE / 2, level, middle + _RULE / 2, level))
            self._y = level
        if roles:
            self._y += _GAP

    def _begin_table(self) -> None:
        self._frame = TableFrame(self._measure.edges, self._y)
        self._place_row(self._header, Face.BOLD)
        self._has_rows = False

    def _place_block(self, block: Sequence[MeasuredRow], after: float = 0.0) -> Iterator[Page]:
        """Place headings and the row they stand over on one page; only what no page could hold is cut.

        ``after`` is the height of what comes below the table and should not stand on a page without a row.
        """
        *headings, last = block
        above = sum(row.height for row in headings)
        cut = above + last.height > self._full
        least = min(last.height, _LEAST_LINES * self._measure.pitch + 2 * ENDS) if cut else last.height
        together = after if above + last.height + after <= self._full else 0.0
        turned = any(row.new_page for row in block) or not self._fits(above + least + together)
        if turned and self._has_rows:
            yield self._turned()
        for row in headings:
            self._place_row(row, Face.BOLD)
        if cut and last.kind is RowKind.TASK:
            yield from self._place_cut(last)
        else:
            self._place_row(last, Face.REGULAR if last.kind is RowKind.TASK else Face.BOLD)

    def _place_cut(self, row: MeasuredRow) -> Iterator[Page]:
        """Place a row that is higher than a page: as many lines as fit, the rest on the next pages."""
        rest = row.cells
        while any(rest):
            fitting = int((self._setup.bottom - self._y - 2 * ENDS + 1e-6) / self._measure.pitch)
            if fitting < 1:
                yield self._turned()
                fitting = max(1, int((self._full - 2 * ENDS + 1e-6) / self._measure.pitch))
            part = tuple(lines[:fitting] for lines in rest)
            rest = tuple(lines[fitting:] for lines in rest)
            self._place_row(replace(row, cells=part, height=self._measure.height(part)), Face.REGULAR)

    def _place_row(self, row: MeasuredRow, face: Face) -> None:
        measure, top = self._measure, self._y
        across = row.kind is not RowKind.TASK
        edges = (measure.edges[0], measure.edges[-1]) if across else measure.edges
        for index, (lines, (start, end)) in enumerate(zip(row.cells, pairwise(edges), strict=True)):
            align = Align.CENTER if face is Face.BOLD else measure.aligns[index]
            if across:
                align = Align.LEFT
            text_top = top + (row.height - len(lines) * measure.pitch) / 2
            self._page.runs += measure.runs(
                lines, start + SIDE, end - SIDE, text_top, align, size=measure.size, face=face
            )
        self._y = top + row.height
        self._frame.add(self._y, divided=not across)
        self._has_rows = True

    def _closing_height(self) -> float:
        """Return the height of the end mark and the signature below the table."""
        pitch = self._face.pitch * TITLE_SIZE
        height = pitch + ENDS if self._document.end_mark else 0.0
        if self._setup.signature is not None:
            lines = len(self._setup.signature.position.splitlines()) + 1
            height += _GAP + _SIGNING_ROOM + pitch * lines
        return height

    def _place_closing(self) -> None:
        pitch = self._face.pitch * TITLE_SIZE
        if self._document.end_mark:
            baseline = self._y + ENDS + self._face.baseline * TITLE_SIZE
            self._page.runs.append(
                Run(self._setup.left + SIDE, baseline, self._document.end_mark, TITLE_SIZE)
            )
            self._y += pitch + ENDS
        if self._setup.signature is not None:
            self._place_signature(self._setup.signature, pitch)

    def _place_signature(self, signature: Signature, pitch: float) -> None:
        setup = self._setup
        middle = (setup.left + setup.right) / 2
        y = self._y + _GAP
        lines = [*signature.position.splitlines(), signature.name]
        for index, line in enumerate(lines):
            if index == len(lines) - 1:
                y += _SIGNING_ROOM
            self._page.runs += self._measure.runs(
                ((printable(line), 0.0),),
                middle,
                setup.right,
                y,
                Align.CENTER,
                size=TITLE_SIZE,
                face=Face.BOLD,
            )
            y += pitch

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._setup.bottom + 1e-6

    def _turned(self, *, header: bool = True) -> Page:
        """Close the page and begin the next, with the header of the table unless no row follows."""
        done = self._finished()
        self._page = Page()
        self._y = self._setup.top
        self._frame = TableFrame(self._measure.edges, self._y)
        if header:
            self._begin_table()
        return done

    def _finished(self) -> Page:
        self._page.rules += self._frame.rules()
        return self._page


def _kept_together(rows: Iterable[MeasuredRow]) -> Iterator[Sequence[MeasuredRow]]:
    """Put headings together with the row that follows them."""
    block: list[MeasuredRow] = []
    for row in rows:
        block.append(row)
        if row.kind is RowKind.TASK:
            yield block
            block = []
    if block:
        yield block
