"""One laid-out page: texts with their places and the lines of its table, in points from the corner of the paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QFont, QPainter

from cchc_desktop.writing.measures import BORDER, Face
from ui.printing.typeface import UNIT, Typeface


@dataclass(frozen=True, slots=True)
class Run:
    """A line of text: its left end, its base line, and how much wider than usual its spaces are (points)."""

    x: float
    y: float
    text: str
    size: float
    face: Face = Face.REGULAR
    stretch: float = 0.0


@dataclass(slots=True)
class Page:
    """What is drawn on one page."""

    runs: list[Run] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Table lines: x1, y1, x2, y2."""

    def text(self) -> str:
        """Return the page's texts, a line each; for reading aloud and for tests."""
        return "\n".join(run.text for run in self.runs)


def draw_runs(painter: QPainter, runs: Sequence[Run], face: Typeface) -> None:
    """Draw texts with a painter whose unit is the layout unit."""
    fonts: dict[tuple[Face, float], QFont] = {}
    current: tuple[Face, float, float] | None = None
    for run in runs:
        wanted = (run.face, run.size, run.stretch)
        if wanted != current:
            key = (run.face, run.size)
            font = fonts.get(key)
            if font is None:
                font = fonts[key] = face.font(run.face, run.size)
            if run.stretch:
                font = QFont(font)
                font.setWordSpacing(run.stretch * UNIT)
            painter.setFont(font)
            current = wanted
        painter.drawText(QPointF(run.x * UNIT, run.y * UNIT), run.text)


def rule_lines(rules: Sequence[tuple[float, float, float, float]]) -> list[QLineF]:
    """Return table lines in layout units."""
    return [QLineF(x1 * UNIT, y1 * UNIT, x2 * UNIT, y2 * UNIT) for x1, y1, x2, y2 in rules]


class TableFrame:
    """Collects the lines of a table on one page: each drawn once, columns joined over neighbouring rows."""

    def __init__(self, edges: Sequence[float], top: float) -> None:
        self._edges = edges
        self._top = top
        self._levels = [top]
        self._runs: list[tuple[float, float]] = []

    def add(self, bottom: float, *, divided: bool) -> None:
        """Add a row that ends at a height; divided into the columns, or one cell across."""
        above = self._levels[-1]
        self._levels.append(bottom)
        if divided and self._runs and self._runs[-1][1] == above:
            self._runs[-1] = (self._runs[-1][0], bottom)
        elif divided:
            self._runs.append((above, bottom))

    def rules(self) -> Iterator[tuple[float, float, float, float]]:
        """Give the lines: across between rows, down the sides, down between columns; none without a row."""
        if len(self._levels) == 1:
            return
        left, right, bottom = self._edges[0], self._edges[-1], self._levels[-1]
        for level in self._levels:
            yield left - BORDER / 2, level, right + BORDER / 2, level
        yield left, self._top, left, bottom
        yield right, self._top, right, bottom
        for start, end in self._runs:
            for edge in self._edges[1:-1]:
                yield edge, start, edge, end
