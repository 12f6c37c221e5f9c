"""Texts broken into the lines they take on the page: cells, rows, headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.columns import Align
from cchc_desktop.writing.appendix import AppendixDocument, RowKind, printable
from cchc_desktop.writing.measures import Face, line_spans, share_width
from ui.printing.page import Run
from ui.printing.typeface import Typeface

SIDE = 4.0
"""Room between a cell's text and its side lines, in points."""
ENDS = 2.5
"""Room above and below a cell's text."""
_WIDEST_STRETCH = 0.5
"""How far the spaces of a justified line may grow, in units of the font size; a line that needs more stays ragged."""
_WIDEST = 5
"""A column gets at most this part (a fifth) of the width for its longest word."""

Lines = tuple[tuple[str, float], ...]
"""Lines of one text: the text and how much each of its spaces grows, in points."""


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row with its texts in lines and its height in points."""

    kind: RowKind
    cells: tuple[Lines, ...]
    height: float
    new_page: bool = False


class Measure:
    """Breaks the texts of one document into lines for columns of given widths."""

    def __init__(
        self, document: AppendixDocument, face: Typeface, size: float, left: float, right: float
    ) -> None:
        self.face = face
        self.size = size
        self.pitch = face.pitch * size
        self.aligns = tuple(column.paper_align for column, _ in document.columns)
        self.edges = self._edges(document, left, right)
        self._whole = right - left - 2 * SIDE
        self._widths = [
            end - start - 2 * SIDE for start, end in zip(self.edges, self.edges[1:], strict=False)
        ]
        self._known: list[dict[str, Lines]] = [{} for _ in self._widths]

    def header(self, document: AppendixDocument) -> MeasuredRow:
        """Measure the row of headings."""
        cells = tuple(
            self.lines(printable(heading), width, self.size, Face.BOLD)
            for (_, heading), width in zip(document.columns, self._widths, strict=True)
        )
        return MeasuredRow(RowKind.TASK, cells, self.height(cells))

    def across(self, kind: RowKind, text: str, *, new_page: bool = False) -> MeasuredRow:
        """Measure a heading across the table."""
        cells = (self.lines(text, self._whole, self.size, Face.BOLD),)
        return MeasuredRow(kind, cells, self.height(cells), new_page)

    def task(self, texts: Sequence[str], *, new_page: bool = False) -> MeasuredRow:
        """Measure a task's row; texts that come again in a column are broken once."""
        cells = []
        for index, text in enumerate(texts):
            known = self._known[index]
            lines = known.get(text)
            if lines is None:
                justified = self.aligns[index] is Align.JUSTIFY
                lines = self.lines(text, self._widths[index], self.size, Face.REGULAR, justified=justified)
                known[text] = lines
            cells.append(lines)
        return MeasuredRow(RowKind.TASK, tuple(cells), self.height(cells), new_page)

    def height(self, cells: Sequence[Lines]) -> float:
        """Return the height of a row of cells."""
        return max((len(lines) for lines in cells), default=1) * self.pitch + 2 * ENDS

    def lines(self, text: str, width: float, size: float, face: Face, *, justified: bool = False) -> Lines:
        """Break a text into lines within a width in points."""
        words, space = self.face.words[face], self.face.space[face]
        spans = line_spans(text, width / size, words, space)
        broken = []
        for start, end in spans:
            line = text[start:end]
            last = end == len(text) or text[end] == "\n"
            stretch = self._stretch(line, width, size, face) if justified and not last else 0.0
            broken.append((line, stretch))
        return tuple(broken)

    def runs(
        self, lines: Lines, start: float, end: float, top: float, align: Align, *, size: float, face: Face
    ) -> list[Run]:
        """Place lines between two edges from a height downwards."""
        runs = []
        baseline = top + self.face.baseline * size
        for text, stretch in lines:
            x = start
            if align is Align.CENTER:
                x += (end - start - self.face.width(text, size, face)) / 2
            if text:
                runs.append(Run(x, baseline, text, size, face, stretch))
            baseline += self.face.pitch * size
        return runs

    def _stretch(self, line: str, width: float, size: float, face: Face) -> float:
        gaps = line.count(" ")
        if not gaps:
            return 0.0
        stretch = (width - self.face.width(line, size, face)) / gaps
        return stretch if 0 < stretch <= _WIDEST_STRETCH * size else 0.0

    def _edges(self, document: AppendixDocument, left: float, right: float) -> tuple[float, ...]:
        shares = [float(column.width) for column, _ in document.columns]
        needed = [self._needed(document, index, (right - left) / _WIDEST) for index in range(len(shares))]
        edges = [left]
        for width in share_width(shares, needed, right - left):
            edges.append(edges[-1] + width)
        return tuple(edges)

    def _needed(self, document: AppendixDocument, index: int, most: float) -> float:
        """Return what the longest word of a column takes, its heading's included, within reason."""
        column, heading = document.columns[index]
        bold, regular = self.face.words[Face.BOLD], self.face.words[Face.REGULAR]
        longest = max(bold[word] for word in printable(heading).split(" "))
        if column.paper_align is not Align.JUSTIFY:  # a column of flowing text is wide enough for any word
            texts = {column.value(task) for task in document.tasks}
            longest = max([longest, *(regular[word] for text in texts for word in text.split())])
        return min(longest * self.size + 2 * SIDE + 0.1, most)
