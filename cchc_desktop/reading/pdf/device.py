"""Pages of a PDF file drawn onto lists instead of paper: the one place that knows how pdfminer hands things over.

Loaded only in the reading process: it imports pdfminer. Every list has a limit, so that a file of a few bytes cannot
make the process draw for ever.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt

from cchc_desktop.reading.pdf.clips import framed, is_hidden, shown_level, shown_upright
from cchc_desktop.reading.pdf.marks import UNKNOWN, Field, Glyph, Marks, Rule

MOST_GLYPHS = 30_000
"""On one page; a page set in 6 pt has 15 000."""
MOST_OPERATORS = 3 * 2**20
"""Bytes of drawing on one page, pieces used again counted each time; a page of a table takes 100 000."""
MOST_SHAPES = 40_000
MOST_FORMS = 5_000
"""Pieces of drawing used again on a page, each use counted."""
_THICKEST_RULE = 3.5
"""Points; a filled rectangle that is thinner is a rule."""
_SHORTEST_RULE = 1.0
_LEANING = 0.6
"""Points that a rule may lean."""
_LARGEST = 20_000.0
"""Points; what is drawn farther away is not on the paper (the format allows 14 400)."""
_BOLD = re.compile(r"bold|black|heavy|demi|[-,](bd|b|bi)$", re.IGNORECASE)
_SPACE = 32
"""The one character code that the extra space between words is added to."""
_CURVES = frozenset("cvy")
_UNSEEN = frozenset({3, 7})
"""Ways of printing text that leave no ink."""
_STROKED = 2
"""The way of printing that fills letters and draws their outline: bold for want of a bold font."""


class TooMuch(Exception):
    """A page with more on it than any paper holds."""


class Collector(PDFTextDevice):
    """Collects what is drawn on a page."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.marks = Marks(0, 0, 0)
        self.fonts: Counter[str] = Counter()
        """Names of the fonts used, with the number of characters set in them."""
        self._shapes = 0
        self._forms = 0
        self._operators = 0
        self.frame: Field | None = None
        """What of the page shows."""
        self._letters: dict[tuple[int, int], str] = {}
        self._kept: list[PDFFont] = []

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Begin an empty page."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate in {90, 270}:
            width, height = height, width
        self.marks = Marks(self.marks.number + 1, width, height)
        self._shapes = self._forms = self._operators = 0
        self.frame = None
        self.ctm = ctm

    def count_operators(self, size: int) -> None:
        """Count the bytes of drawing that are carried out."""
        self._operators += size
        if self._operators > MOST_OPERATORS:
            raise TooMuch

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:  # noqa: ARG002 - pdfminer calls it so
        """Count the pieces of drawing."""
        self._forms += 1
        if self._forms > MOST_FORMS:
            raise TooMuch

    def hide_outside(self, path: Sequence[PathSegment]) -> None:
        """Let nothing show outside a path."""
        pieces = _subpaths(path)
        if len(pieces) == 1 and not any(operator in _CURVES for operator, *_ in path):
            self._count(len(pieces[0][0]))
            self.frame = framed(self.frame, [self._place(point) for point in pieces[0][0]])

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - pdfminer calls it so
        """Keep the place of a picture."""
        self._count()
        corners = [self._place((x, y)) for x in (0, 1) for y in (0, 1)]
        self.marks.pictures.append(_around(corners))

    def render_string_horizontal(
        self,
        seq: PDFTextSeq,
        matrix: Matrix,
        pos: Point,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: PDFColorSpace,  # noqa: ARG002 - pdfminer calls it so
        graphicstate: PDFGraphicState,  # noqa: ARG002 - pdfminer calls it so
    ) -> Point:
        """Collect the glyphs of a string."""
        a, b, c, d, e, f = matrix
        x, y = pos
        size = abs(fontsize) * hypot(c, d)
        stretch = hypot(a, b)
        name = _name(font)
        bold = self._bold or bool(_BOLD.search(name))
        following = False
        for part in seq:
            if isinstance(part, (int, float)):
                x -= part * dxscale
                following = True
                continue
            for cid in font.decode(part):
                x += charspace if following else 0.0
                advance = font.char_width(cid) * fontsize * scaling
                text = self._letter(font, cid)
                start = (a * x + c * (y + rise) + e, b * x + d * (y + rise) + f)
                glyph = Glyph(text, *start, a * advance, b * advance, size, bold, name, charspace * stretch)
                self._add(glyph)
                x += advance + (wordspace if cid == _SPACE else 0.0)
                following = True
        return (x, y)

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        """Take note of the way of printing, then collect."""
        self._bold = textstate.render == _STROKED
        self._unseen = textstate.render in _UNSEEN
        if textstate.font is not None:
            given: Iterable[object] = seq
            whole = [part for part in given if isinstance(part, (int, float, bytes))]
            super().render_string(textstate, whole, ncs, graphicstate)

    _bold = False
    _unseen = False

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002 - pdfminer calls it so
        path: Sequence[PathSegment],
    ) -> None:
        """Keep straight rules and filled rectangles; curves and white ink are not kept."""
        for points, closed in _subpaths(path):
            self._count(len(points))
            placed = [self._place(point) for point in points]
            if fill and not _is_white(graphicstate.ncolor) and self._filled(placed):
                continue
            if stroke and not _is_white(graphicstate.scolor):
                ends = [*placed, placed[0]] if closed else placed
                for one, other in pairwise(ends):
                    self._rule(one, other)

    def _filled(self, points: list[Point]) -> bool:
        """Keep a filled rectangle; True when it is thin, so that its outline is no frame."""
        if len({(round(x, 1), round(y, 1)) for x, y in points}) not in {2, 4} or not _is_level(points):
            return False
        box = _around(points)
        width, height = box.x1 - box.x0, box.bottom - box.top
        if min(width, height) <= _THICKEST_RULE:
            middle_x, middle_y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
            if width >= height:
                self._rule((box.x0, middle_y), (box.x1, middle_y))
            else:
                self._rule((middle_x, box.top), (middle_x, box.bottom))
            return True
        self.marks.fields.append(box)
        return False

    def _rule(self, one: Point, other: Point) -> None:
        wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
        if high <= _LEANING and wide >= _SHORTEST_RULE:
            start, end = sorted((one[0], other[0]))
            level = shown_level(self.frame, Rule((one[1] + other[1]) / 2, start, end))
            self.marks.level += [level] if level else []
        elif wide <= _LEANING and high >= _SHORTEST_RULE:
            start, end = sorted((one[1], other[1]))
            upright = shown_upright(self.frame, Rule((one[0] + other[0]) / 2, start, end))
            self.marks.upright += [upright] if upright else []

    def _add(self, glyph: Glyph) -> None:
        marks = self.marks
        if len(marks.glyphs) >= MOST_GLYPHS:
            raise TooMuch
        if self._unseen:
            marks.unseen += 1
        if not (abs(glyph.x) < _LARGEST and abs(glyph.y) < _LARGEST and 0 < glyph.size < _LARGEST):
            return
        glyph.y = marks.height - glyph.y
        glyph.dy = -glyph.dy
        if is_hidden(self.frame, glyph):
            return
        if not glyph.text:
            marks.unknown += 1
            glyph.text = UNKNOWN
        self.fonts[glyph.font] += 1
        marks.glyphs.append(glyph)

    def _letter(self, font: PDFFont, cid: int) -> str:
        """Return the letters of a character code, empty when the file does not say."""
        key = (id(font), cid)
        known = self._letters.get(key)
        if known is None:
            try:
                known = str(font.to_unichr(cid))
            except (PDFUnicodeNotDefined, KeyError, ValueError):
                known = ""
            self._letters[key] = known
            self._kept.append(font)
        return known

    def _place(self, point: Point) -> Point:
        x, y = apply_matrix_pt(self.ctm or (1, 0, 0, 1, 0, 0), point)
        return (max(-_LARGEST, min(x, _LARGEST)), self.marks.height - max(-_LARGEST, min(y, _LARGEST)))

    def _count(self, shapes: int = 1) -> None:
        self._shapes += shapes
        if self._shapes > MOST_SHAPES:
            raise TooMuch


def _name(font: PDFFont) -> str:
    """Return the name of a font: of its description, or of the face that it is made from."""
    for name in (font.fontname, getattr(font, "basefont", "")):
        plain: Any = getattr(name, "name", name)
        text = plain.decode("latin-1") if isinstance(plain, bytes) else str(plain)
        if text and text != "unknown":
            return text
    return ""


def _subpaths(path: Sequence[PathSegment]) -> list[tuple[list[Point], bool]]:
    """Part a path into the corners of its pieces; True for those that close. A piece with a curve ends there."""
    pieces: list[tuple[list[Point], bool]] = []
    points: list[Point] = []
    for operator, *numbers in path:
        if operator == "h":
            if points:
                pieces.append((points, True))
                points = points[:1]
            continue
        point = (float(numbers[-2]), float(numbers[-1]))
        if operator == "l":
            points.append(point)
            continue
        if len(points) > 1:
            pieces.append((points, False))
        points = [point]
    if len(points) > 1:
        pieces.append((points, False))
    return pieces


def _is_level(points: list[Point]) -> bool:
    """Tell whether every side of a polygon runs along a side of the page."""
    ends = [*points, points[0]]
    return all(
        abs(one[0] - other[0]) <= _LEANING or abs(one[1] - other[1]) <= _LEANING
        for one, other in pairwise(ends)
    )


def _around(points: list[Point]) -> Field:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Field(min(across), min(down), max(across), max(down))


def _is_white(color: Any) -> bool:
    """Tell ink that leaves no trace on white paper: gray or red-green-blue 1, or four inks of 0."""
    parts = color if isinstance(color, (tuple, list)) else (color,)
    if not all(isinstance(part, (int, float)) for part in parts) or not parts:
        return False
    return all(part == 0 for part in parts) if len(parts) == 4 else all(part >= 0.99 for part in parts)
