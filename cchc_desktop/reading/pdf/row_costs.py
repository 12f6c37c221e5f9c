"""Rows of a table without rules, told apart by what fits best: the cheapest way to part its lines.

Within a row every cell is one block of lines, set at the top, in the middle or at the foot of the row; a phrase that
goes on in the next line does not go on in the next row; a row has one number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median_low

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.grid.labels import LabelKind, leading_label, whole_label
from cchc_desktop.reading.grid.likeness import in_capitals, starts_like_a_sentence
from cchc_desktop.reading.pdf.row_doubts import next_best
from cchc_desktop.reading.pdf.table_heading import heading_depth
from cchc_desktop.reading.pdf.words import TextLine
from cchc_desktop.reading.pdf.wraps import begins_anew, begins_item, had_room

_MODES = (0.0, 0.5, 1.0)
"""Where cells stand in their rows: top, middle, foot."""
_LONGEST_ROW = 48
"""Lines of one row on one page; lines of cells set in the middle count twice."""
_TRIED_PAGES = 3
_SUMS = ("tổng cộng", "tổng số", "cộng:", "tổng:")
_SAME_CELL = 1.6
"""Times the usual distance: lines of one column that are farther apart are not in one cell."""
_MORE = 1.28
"""Times the usual distance of lines: a greater one parts rows."""
_NUMBERS = 3
"""Numbers in a table that show that its rows are numbered."""
# What speaks against a way to part the lines, in units of "a line stands one line's height from where it should".
_ROW = 0.5
_SECOND_NUMBER = 4.0
_NO_NUMBER = 1.5
_LATE_NUMBER = 2.0
_HOLE = 2.0
_CUT_PHRASE = 2.0
_CUT_BEFORE_CAPITAL = 0.7
_ENDED_WITHIN = 0.55
_WIDE_WITHIN = 1.5
_WIDE_BETWEEN = -1.0
_HEADING_WITHIN = 2.5
_BOLD_WITHIN = 1.5
_NUMBER_OFF = 1.0
_FAR = 2.0
_CUT_ROW = 0.4
_UNSURE = 1.2
_NEAR = 0.6
"""So little more costs another way to part the lines that a row may well be another."""
_HOPELESS = 16.0
_NEVER = 100.0


@dataclass(slots=True)
class Strip:
    """A line of a table, parted into columns."""

    line: TextLine
    cells: dict[int, TextLine]
    edges: dict[int, tuple[float, float]]
    """Inner edges of their columns."""
    banner: bool
    """True when it runs over the gutters."""
    doubtful: bool = False
    """True when one of several texts on it reaches over a gutter."""

    @property
    def base(self) -> float:
        """Base line."""
        return self.line.base


@dataclass(slots=True)
class _Page:
    """The lines of a table on one page, with what does not depend on how they are parted."""

    strips: Sequence[Strip]
    numbers: list[bool]
    between: list[float]
    """What speaks against an end of a row before each line."""
    within: list[float]
    """What speaks against a row going on with each line."""
    ended: list[set[int]]
    """Columns whose line before ended although it had room, for each line."""
    forced: set[int]
    """Lines that begin a row in any case."""
    leading: float


@dataclass(frozen=True, slots=True)
class Parted:
    """Lines that make a row."""

    strips: Sequence[Strip]
    unsure: bool = False
    """True when something speaks against it."""


def parted_rows(pages: Sequence[Sequence[Strip]]) -> list[list[Parted]]:
    """Part the lines of a table on its pages into rows."""
    leading = _leading(pages)
    length = _heading(pages)
    heading = [strip.line.text for strip in pages[0][:length]]
    in_column = _has_number_column(pages)
    seen = [_page(page, leading, heading, in_column) for page in pages]
    numbered = sum(map(sum, (page.numbers for page in seen))) >= _NUMBERS
    mode = min(_MODES, key=lambda mode: sum(_best(page, mode, numbered)[0] for page in seen[:_TRIED_PAGES]))
    return [_best(page, mode, numbered)[1] for page in seen]


def _leading(pages: Sequence[Sequence[Strip]]) -> float:
    """Return the usual distance of two lines of one cell."""
    steps = []
    for page in pages:
        last: dict[int, float] = {}
        for strip in page:
            steps += [
                strip.base - last[column] for column in strip.cells if column in last and not strip.banner
            ]
            last |= dict.fromkeys(strip.cells, strip.base)
    near = [step for step in steps if step < 3 * pages[0][0].line.size]
    return median_low(near) if near else 1.2 * pages[0][0].line.size


def _heading(pages: Sequence[Sequence[Strip]]) -> int:
    """Return how many lines of the first page are the heading: by their words, or as they come again on others."""
    first = next((at for at, strip in enumerate(pages[0]) if not strip.banner), 0)
    depth = 0 if first else heading_depth([strip.cells for strip in takewhile(_is_parted, pages[0])])
    lengths = []
    for page in pages[1:]:
        length = 0
        for one, other in zip(pages[0], page, strict=False):
            if one.line.text != other.line.text:
                break
            length += 1
        if length:
            lengths.append(length)
    return max(depth, min(lengths, default=0))


def _is_parted(strip: Strip) -> bool:
    return not strip.banner


def _page(strips: Sequence[Strip], leading: float, heading: Sequence[str], in_column: bool) -> _Page:
    numbers = [
        _is_number(strip, in_column) or _is_heading(strip) or _is_title(strips[at - 1] if at else None, strip)
        for at, strip in enumerate(strips)
    ]
    between, within = [0.0] * len(strips), [0.0] * len(strips)
    ended: list[set[int]] = [set() for _ in strips]
    last: dict[int, tuple[int, TextLine]] = {}
    for at, (above, strip) in enumerate(pairwise(strips), start=1):
        last = {} if above.banner or _is_heading(above) else last | _placed(above, at - 1)
        for column, line in strip.cells.items():
            start, before = last.get(column, (at, line))
            if strip.banner or before is line or line.base - before.base > _SAME_CELL * leading:
                continue
            if _is_hard(before, line, strip.edges[column]):
                ended[at].add(column)
                continue
            anew = starts_like_a_sentence(line.text) or line.text[0].isdigit()
            cut = _CUT_BEFORE_CAPITAL if anew else _CUT_PHRASE
            for place in range(start + 1, at + 1):
                between[place] += cut
        wide = strip.base - above.base > _MORE * leading
        between[at] += _WIDE_BETWEEN * wide
        weight = _HEADING_WITHIN if above.line.bold else _BOLD_WITHIN
        within[at] = _WIDE_WITHIN * wide + weight * (above.line.bold != strip.line.bold)
    for at in _inside(strips, heading):
        between[at], within[at] = _NEVER, 0.0
    return _Page(strips, numbers, between, within, ended, _forced(strips, heading), leading)


def _inside(strips: Sequence[Strip], heading: Sequence[str]) -> list[int]:
    """Return the lines of headings but for their first."""
    texts, length = [strip.line.text for strip in strips], len(heading)
    starts = [at for at in range(len(texts)) if length and texts[at : at + length] == list(heading)]
    return [at for start in starts for at in range(start + 1, start + length)]


def _placed(strip: Strip, at: int) -> dict[int, tuple[int, TextLine]]:
    return {column: (at, line) for column, line in strip.cells.items()}


def _forced(strips: Sequence[Strip], heading: Sequence[str]) -> set[int]:
    """Return the lines that begin a row: at headings over all columns, at repeats of the table's heading."""
    forced = {0}
    texts = [strip.line.text for strip in strips]
    for at, strip in enumerate(strips):
        if heading and texts[at : at + len(heading)] == list(heading):
            forced |= {at, at + len(heading)}
        if not at:
            continue
        above = strips[at - 1]
        if strip.banner and above.banner:
            left, right = min(above.line.x0, strip.line.x0), max(above.line.x1, strip.line.x1)
            if begins_item(strip.line.text) or had_room(above.line, strip.line, left, right):
                forced.add(at)
        elif strip.banner or above.banner:
            forced.add(at)
    return forced


def _is_heading(strip: Strip) -> bool:
    named = sum(read_heading(line.text) is not None for line in strip.cells.values())
    return not strip.banner and named >= max(3, 0.6 * len(strip.cells))


def _has_number_column(pages: Sequence[Sequence[Strip]]) -> bool:
    first = [strip.cells[0].text for page in pages for strip in page if not strip.banner and 0 in strip.cells]
    return 2 * sum(whole_label(text) is not None for text in first) > len(first)


def _is_number(strip: Strip, in_column: bool) -> bool:
    first = None if strip.banner else strip.cells.get(0)
    if first is None:
        return False
    if in_column:
        return whole_label(first.text) is not None
    found = leading_label(first.text)
    return found is not None and found[0].kind is not LabelKind.BULLET


def _is_title(above: Strip | None, strip: Strip) -> bool:
    """Tell the first line of a sum, or of a heading in capitals within a column."""
    if strip.banner:
        return False
    text = strip.cells[min(strip.cells)].text
    if text.casefold().startswith(_SUMS):
        return True
    before = above.cells.get(min(strip.cells)) if above is not None and not above.banner else None
    return len(strip.cells) == 1 and in_capitals(text) and (before is None or not before.text.isupper())


def _is_hard(one: TextLine, other: TextLine, edges: tuple[float, float]) -> bool:
    """Tell whether a line ended although it had room."""
    return had_room(one, other, *edges) and begins_anew(one.text, other.text)


def _best(page: _Page, mode: float, numbered: bool) -> tuple[float, list[Parted]]:
    """Return the cost of the cheapest way to part a page, and its rows."""
    count = len(page.strips)
    options = {start: list(_ends(page, start, mode, numbered)) for start in range(count)}
    costs = [0.0] + [float("inf")] * count
    starts = [0] * (count + 1)
    for start in range(count):
        for end, cost in options[start]:
            if costs[start] + cost < costs[end]:
                costs[end], starts[end] = costs[start] + cost, start
    others = next_best(options, costs)
    rows: list[Parted] = []
    end = count
    while end > 0:
        start = starts[end]
        against = costs[end] - costs[start] - _ROW
        near = min((others[at] for at in range(start, end + 1)), default=_NEVER) - costs[count]
        doubtful = any(strip.doubtful for strip in page.strips[start:end])
        unsure = against > _UNSURE or near < _NEAR or doubtful
        rows.insert(0, Parted(page.strips[start:end], unsure))
        end = start
    return costs[count], rows


def _ends(page: _Page, start: int, mode: float, numbered: bool) -> Iterator[tuple[int, float]]:
    """Yield where a row that begins with a line can end, and what speaks against it."""
    before = page.between[start] if start not in page.forced else 0.0
    row = _Row(page, start, mode, numbered)
    for end in range(start, min(len(page.strips), start + _LONGEST_ROW)):
        if end > start and end in page.forced:
            break
        row.add(end)
        if row.fixed > _HOPELESS:
            break
        yield end + 1, before + row.cost(end)


class _Row:
    """A stretch of lines taken for a row, and what speaks against it."""

    def __init__(self, page: _Page, start: int, mode: float, numbered: bool) -> None:
        self._page, self._start, self._mode, self._numbered = page, start, mode, numbered
        self._first: dict[int, float] = {}
        self._last: dict[int, float] = {}
        self.fixed = _ROW
        self._numbers = 0

    def add(self, at: int) -> None:
        """Add a line."""
        page, strip = self._page, self._page.strips[at]
        if at > self._start:
            self.fixed += page.within[at]
        for column in strip.cells:
            last = self._last.get(column)
            if last is None:
                self._first[column] = strip.base
            elif strip.base - last > _SAME_CELL * page.leading:
                self.fixed += _HOLE
            else:
                self.fixed += _ENDED_WITHIN * (column in page.ended[at])
            self._last[column] = strip.base
        if page.numbers[at]:
            self._numbers += 1
            if self._numbers > 1:
                self.fixed += _SECOND_NUMBER
            elif self._first[min(strip.cells)] < strip.base:
                self.fixed += _LATE_NUMBER

    def cost(self, end: int) -> float:
        """Return what speaks against the row ending here."""
        page = self._page
        top, bottom = page.strips[self._start].base, page.strips[end].base
        cost = self.fixed
        if self._numbered and not self._numbers and self._start > 0 and not page.strips[self._start].banner:
            cost += _NO_NUMBER * (self._start - 1 not in page.forced or self._start not in page.forced)
        weight = (_CUT_ROW if self._is_cut(end) else 1.0) / page.leading
        for column, first in self._first.items():
            last = self._last[column]
            free = (bottom - top) - (last - first)
            off = abs((first - top) - self._mode * free) * weight
            cost += min(_FAR, off) * (1 + _NUMBER_OFF * (column == 0 and self._numbers > 0))
        return cost

    def _is_cut(self, end: int) -> bool:
        """Tell whether a page end may cut the row, so that its cells stand anywhere."""
        top = self._start in self._page.forced and not self._numbers
        return top or (self._mode > 0 and end == len(self._page.strips) - 1)
