"""Row heights, column widths and page breaks of an appendix sheet, worked out before anything is written.

No library makes rows as high as their text: Excel does so for plain cells only, LibreOffice not at all for files
written by programs. So heights are computed here from the widths of Times New Roman, with room for what differs
between the two programs and the font at hand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from cchc_desktop.writing.appendix import AppendixDocument, AppendixRow, RowKind, printable
from cchc_desktop.writing.measures import (
    DECREE_MARGINS,
    LABEL_SIZE,
    PAPER_MM,
    REFERENCE_SIZE,
    TABLE_SIZE,
    TITLE_SIZE,
    Face,
    Paper,
    TimesMetrics,
    count_lines,
    points,
    share_width,
)
from cchc_desktop.writing.titles import TitleRole, title_roles

PIXEL = 0.75
"""Points in one pixel of Excel's grid: heights and widths are whole pixels, or Excel rounds them itself."""
PIXELS_PER_DIGIT = 8
"""Width of a digit of the sheet's standard font, Times New Roman 12: the unit of column widths."""
MAX_HEIGHT = 409.5
"""The highest row Excel knows."""
LINE_PITCH = {11: 15.0, 12: 15.75, 13: 16.5, 14: 18.75}
"""Height in points that Excel gives a line of Times New Roman, by font size; LibreOffice needs a little less."""
TITLE_LOOK = {
    TitleRole.LABEL: (LABEL_SIZE, Face.BOLD),
    TitleRole.TITLE: (TITLE_SIZE, Face.BOLD),
    TitleRole.REFERENCE: (REFERENCE_SIZE, Face.ITALIC),
}
SPACER_HEIGHT = 9.0
_FLOWING = {"content"}
"""Columns of long texts: wide enough for any word, and hardly ever the same text twice."""
_SIDE_PADDING = 7 * PIXEL
_END_PADDING = 3 * PIXEL
_CAUTION = 0.95
"""Share of a cell's width that text is let fill: screen fonts and substitutes run wider than the table of widths."""
_SLACK = 4 * PIXEL
"""Near the foot of a page the programs round differently: within this much a break is written, not left to them."""

_NEAR_LINES = 6
"""How many lines earlier a task is divided to do so between words."""
_WIDEST = 5
"""A column gets at most this part (a fifth) of the width for its longest word."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row below the header, with its height in points."""

    kind: RowKind
    texts: tuple[str, ...]
    height: float
    break_before: bool = False
    continued: bool = False
    """The rest of a task that is higher than a row can be."""


class SheetLayout:
    """Geometry of one appendix on A4, in the order in which the sheet is written."""

    def __init__(self, document: AppendixDocument, metrics: TimesMetrics, size: int = TABLE_SIZE) -> None:
        self.document = document
        self.size = size
        self._metrics = metrics
        short, long = PAPER_MM[Paper.A4]
        width, height = (long, short) if document.landscape else (short, long)
        margins = DECREE_MARGINS
        self._page = points(height - margins.top - margins.bottom)
        self._pixels = int(points(width - margins.left - margins.right) * 0.99 / PIXEL)

    @cached_property
    def column_pixels(self) -> tuple[int, ...]:
        """Widths of the columns; together a hair less than the page, so that the sheet prints at full size."""
        columns = self.document.columns
        needed = [self._needed(index, heading) for index, (_, heading) in enumerate(columns)]
        shares = [float(column.width) for column, _ in columns]
        widths = share_width(shares, needed, self._pixels * PIXEL)
        return tuple(int(width / PIXEL) for width in widths)

    @cached_property
    def title_rows(self) -> tuple[tuple[TitleRole, str, float], ...]:
        """Lines above the table, each with its row's height."""
        rows = []
        for role, line in title_roles(self.document.title_block):
            size, face = TITLE_LOOK[role]
            text = printable(line)
            rows.append((role, text, self._height(self._lines(text, self._whole, size, face), size)))
        return tuple(rows)

    @cached_property
    def header_height(self) -> float:
        """Height of the row of headings, which every page repeats."""
        lines = (
            self._lines(printable(heading), width, self.size, Face.BOLD)
            for (_, heading), width in zip(self.document.columns, self._widths, strict=True)
        )
        return self._height(max(lines, default=1), self.size)

    @property
    def line_height(self) -> float:
        """Height of a row of one line."""
        return self._height(1, self.size)

    def rows(self) -> Iterator[SheetRow]:
        """Go through the rows below the header, page breaks decided.

        A heading never stands alone at the foot of a page: it goes to the next one with what follows it.
        """
        top = sum(height for *_, height in self.title_rows)
        used = top + (SPACER_HEIGHT if top else 0.0) + self.header_height
        for block in _kept_together(self._sized_rows()):
            height = sum(row.height for row in block)
            broken = block[0].break_before or self._breaks(used, height, forced=len(block) > 1)
            for row in block:
                used = self._after(used, row.height, broken=broken)
                yield replace(row, break_before=broken)
                broken = False

    def _breaks(self, used: float, height: float, *, forced: bool) -> bool:
        """Tell whether a break is to be written before a block: where the programs' own would fall wrong or in doubt."""
        over = used + height - self._page
        return over > -_SLACK and used > self.header_height and (forced or over <= _SLACK)

    def _after(self, used: float, height: float, *, broken: bool) -> float:
        full = used + height > self._page
        return (self.header_height if broken or full else used) + height

    def _sized_rows(self) -> Iterator[SheetRow]:
        limits = [width * _CAUTION * 2048 / self.size for width in self._widths]
        words, space = self._metrics.words[Face.REGULAR], self._metrics.space[Face.REGULAR]
        known: list[dict[str, int]] = [{} for _ in limits]
        for row in self.document.rows():
            if row.kind is not RowKind.TASK:
                lines = self._lines(row.texts[0], self._whole, self.size, Face.BOLD)
                yield SheetRow(row.kind, row.texts, self._height(lines, self.size), row.new_page)
                continue
            most = 1
            for text, limit, memory in zip(row.texts, limits, known, strict=True):
                lines = memory.get(text, 0)
                if not lines:
                    lines = memory[text] = count_lines(text, limit, words, space)
                most = max(most, lines)
            height = self._height(most, self.size)
            if height <= self._highest:
                yield SheetRow(row.kind, row.texts, height, row.new_page)
            else:
                yield from self._pieces(row)

    def _pieces(self, row: AppendixRow) -> Iterator[SheetRow]:
        """Divide a task that is higher than a row can be among several rows, between lines."""
        fitting = max(1, int((self._highest - _END_PADDING) / LINE_PITCH[self.size]))
        columns = [
            self._cut(text, width, fitting) for text, width in zip(row.texts, self._widths, strict=True)
        ]
        for index in range(max(len(pieces) for pieces in columns)):
            part = [pieces[index] if index < len(pieces) else ("", 1) for pieces in columns]
            height = self._height(max(lines for _, lines in part), self.size)
            texts = tuple(text for text, _ in part)
            first = index == 0
            yield SheetRow(row.kind, texts, height, first and row.new_page, continued=not first)

    def _cut(self, text: str, width: float, fitting: int) -> list[tuple[str, int]]:
        """Cut a text into pieces of at most so many lines; between words wherever a line has one."""
        spans = self._metrics.spans(text, width * _CAUTION, self.size)
        pieces = []
        first = 0
        while first < len(spans):
            full = min(first + fitting, len(spans))
            near = range(full, max(first, full - _NEAR_LINES), -1)
            # a word cut in two would be read back as two words
            last = next((end for end in near if _between_words(spans, end)), full)
            pieces.append((text[spans[first][0] : spans[last - 1][1]], last - first))
            first = last
        return pieces

    @cached_property
    def _widths(self) -> tuple[float, ...]:
        return tuple(pixels * PIXEL - _SIDE_PADDING for pixels in self.column_pixels)

    @cached_property
    def _whole(self) -> float:
        return sum(self.column_pixels) * PIXEL - _SIDE_PADDING

    @cached_property
    def _highest(self) -> float:
        """The highest row that still fits on a page below the repeated header and two headings."""
        return max(min(MAX_HEIGHT, self._page - self.header_height - 60.0), 100.0)

    def _needed(self, index: int, heading: str) -> float:
        """Return the width that the longest word of a column takes, within reason."""
        column = self.document.columns[index][0]
        bold = max(self._metrics.words[Face.BOLD][word] for word in printable(heading).split(" "))
        words = self._metrics.words[Face.REGULAR]
        texts = {column.value(task) for task in self.document.tasks} if column.key not in _FLOWING else set()
        longest = max((words[word] for text in texts for word in text.split()), default=0.0)
        most = self._pixels * PIXEL / _WIDEST
        return min(max(bold, longest) * self.size / 2048 / _CAUTION + _SIDE_PADDING, most)

    def _lines(self, text: str, width: float, size: int, face: Face) -> int:
        return self._metrics.lines(text, width * _CAUTION, size, face)

    @staticmethod
    def _height(lines: int, size: int) -> float:
        return ceil((lines * LINE_PITCH[size] + _END_PADDING) / PIXEL) * PIXEL


def _between_words(spans: Sequence[tuple[int, int]], line: int) -> bool:
    """Tell whether a line begins with a word, not with the rest of one."""
    return line == len(spans) or spans[line][0] > spans[line - 1][1]


def _kept_together(rows: Iterable[SheetRow]) -> Iterator[Sequence[SheetRow]]:
    """Put headings together with the row that follows them."""
    block: list[SheetRow] = []
    for row in rows:
        block.append(row)
        if row.kind is RowKind.TASK:
            yield block
            block = []
    if block:
        yield block
