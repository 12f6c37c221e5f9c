"""Ruled tables: the cells between rules, merged where no rule parts them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from cchc_desktop.reading.pdf.device import TooMuch
from cchc_desktop.reading.pdf.marks import Field, Marks, Rule
from cchc_desktop.reading.pdf.rules import MOST_PAIRS, Net, clustered, covered, merged, nets, outlines
from cchc_desktop.reading.pdf.words import TextLine, Word, cut_at

_NARROWEST = 4.0
"""Points; rules that are nearer to each other are one (double rules)."""
_LOWEST = 3.0
_WALL = 0.5
"""A rule along this part of a cell's side closes it."""
_FEWEST_FILLED = 3
"""Rows of a table whose cells are told by their colour only."""
_SMALLEST_FIELD = (12.0, 7.0)
"""Width and height in points of a coloured cell; marked words are smaller."""
MOST_CELLS = 60_000
"""Cells of one table on one page."""


@dataclass(slots=True)
class Box:
    """A cell between rules: the first row and column that it covers, and how many."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    words: list[Word] = field(default_factory=list)
    sideways: list[TextLine] = field(default_factory=list)
    """Lines of text that run up or down, turned."""


@dataclass(slots=True)
class Frame:
    """A table on one page."""

    xs: list[float]
    """Edges of the columns, one more than there are columns."""
    ys: list[float]
    boxes: list[Box]
    ruled: bool = True
    """False when rows and columns were told by the places of words."""
    unsure: AbstractSet[int] = frozenset()
    """Rows that may have been parted wrongly."""
    places: dict[tuple[int, int], Box] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for box in self.boxes:
            for row in range(box.row, box.row + box.rows):
                for column in range(box.column, box.column + box.columns):
                    self.places[row, column] = box

    @property
    def around(self) -> Field:
        """The rectangle that it covers."""
        return Field(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_at(self, x: float, y: float) -> Box | None:
        """Return the cell at a point."""
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return self.places.get((row, column))

    def take(self, words: Iterable[Word]) -> list[Word]:
        """Put words into the cells they stand in; those outside are handed back."""
        outside: list[Word] = []
        for whole in words:
            for word in cut_at(whole, self._rules_through(whole)):
                box = self.box_at((word.x0 + word.x1) / 2, _height(word))
                if box is None:
                    outside.append(word)
                else:
                    box.words.append(word)
        return outside

    def _rules_through(self, word: Word) -> list[float]:
        """Return the places where a word runs over the side of a cell."""
        first, last = bisect_right(self.xs, word.x0), bisect_right(self.xs, word.x1)
        if first == last or not self.ys[0] <= _height(word) <= self.ys[-1]:
            return []
        row = bisect_right(self.ys, _height(word)) - 1
        return [
            self.xs[at]
            for at in range(first, last)
            if self.places.get((row, at - 1)) is not self.places.get((row, at))
        ]


def _height(word: Word) -> float:
    """Return where the middle of the small letters stands."""
    return word.base - 0.3 * word.size


def frames_of(marks: Marks) -> list[Frame]:
    """Find the ruled tables of a page, and those whose cells are coloured in place of ruled, from top to bottom."""
    found = _frames(merged(marks.level), merged(marks.upright))
    cells = [
        each
        for each in marks.fields
        if each.x1 - each.x0 >= _SMALLEST_FIELD[0]
        and each.bottom - each.top >= _SMALLEST_FIELD[1]
        and not any(_within(each, frame.around) for frame in found)
    ]
    if cells:
        level, upright = outlines(cells)
        coloured = _frames(merged(level), merged(upright))
        found += [frame for frame in coloured if len(frame.ys) > _FEWEST_FILLED and len(frame.xs) > 2]
    return sorted(found, key=lambda frame: (frame.ys[0], frame.xs[0]))


def loose_levels(marks: Marks, frames: Sequence[Frame]) -> list[Rule]:
    """Return level rules and edges of coloured bands outside the ruled tables: they part rows."""
    edges, _ = outlines(marks.fields)
    return [
        rule
        for rule in merged([*marks.level, *edges])
        if not any(frame.ys[0] - 1 <= rule.at <= frame.ys[-1] + 1 for frame in frames)
    ]


def _frames(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Frame]:
    if len(level) * len(upright) > MOST_PAIRS:
        raise TooMuch
    found = (_frame(net) for net in nets(level, upright))
    return [frame for frame in found if frame is not None]


def _frame(net: Net) -> Frame | None:
    around = net.around()
    xs = clustered([*(rule.at for rule in net.upright), around.x0, around.x1], _NARROWEST)
    ys = clustered([*(rule.at for rule in net.level), around.top, around.bottom], _LOWEST)
    if len(xs) < 2 or len(ys) < 2:
        return None
    if len(xs) * len(ys) > MOST_CELLS:
        raise TooMuch
    return Frame(xs, ys, _boxes(_Walls(xs, ys, net), len(ys) - 1, len(xs) - 1))


class _Walls:
    """Which sides of the smallest cells are closed."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float], net: Net) -> None:
        rows, columns = list(pairwise(ys)), list(pairwise(xs))
        self._right = [
            self._closed([rule for rule in net.upright if abs(rule.at - x) <= _NARROWEST], rows)
            for x in xs[1:]
        ]
        self._below = [
            self._closed([rule for rule in net.level if abs(rule.at - y) <= _LOWEST], columns) for y in ys[1:]
        ]

    @staticmethod
    def _closed(rules: Sequence[Rule], stretches: Sequence[tuple[float, float]]) -> list[bool]:
        return [covered(rules, start, end) >= _WALL for start, end in stretches]

    def right(self, row: int, column: int) -> bool:
        return column == len(self._right) - 1 or self._right[column][row]

    def below(self, row: int, column: int) -> bool:
        return row == len(self._below) - 1 or self._below[row][column]


def _boxes(walls: _Walls, rows: int, columns: int) -> list[Box]:
    """Cover the smallest cells with the largest rectangles that no rule runs through."""
    boxes: list[Box] = []
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            last = column
            while not walls.right(row, last) and (row, last + 1) not in taken:
                last += 1
            end = row
            while _open_below(walls, end, column, last):
                end += 1
            box = Box(row, column, end - row + 1, last - column + 1)
            taken |= {(r, c) for r in range(row, end + 1) for c in range(column, last + 1)}
            boxes.append(box)
    return boxes


def _open_below(walls: _Walls, row: int, column: int, last: int) -> bool:
    """Tell whether the cell goes on in the row below, over exactly the same columns."""
    if any(walls.below(row, each) for each in range(column, last + 1)):
        return False
    below = row + 1
    sides = walls.right(below, last) and (column == 0 or walls.right(below, column - 1))
    return sides and not any(walls.right(below, each) for each in range(column, last))


def _within(one: Field, other: Field) -> bool:
    x, y = (one.x0 + one.x1) / 2, (one.top + one.bottom) / 2
    return other.x0 - 1 <= x <= other.x1 + 1 and other.top - 1 <= y <= other.bottom + 1
