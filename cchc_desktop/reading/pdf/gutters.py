"""Tables without rules: columns by the white gutters that run down between their words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.pdf.page import Sheet
from cchc_desktop.reading.pdf.words import TextLine

_GAP = 0.75
"""Of the size of the letters: a gap in a line that may be one between columns."""
_FEWEST_COLUMNS = 3
_FEWEST_LINES = 2
_NARROWEST = 2.5
"""Points; a narrower strip is the space between two words."""
_SLIT = 1.0
"""Points; so narrow a strip is one between columns when the words behind it all begin at one place."""
_MOST_CROSSING = 0.2
"""Share of the lines of a table that may run over a gutter: headings of sections."""
_BETWEEN = 4
"""Lines over all columns that may stand between two lines of a table."""
_AT_PAGE_END = 2
"""Lines over all columns that may stand above or below a page end within a table."""
_FAR = 2.4
"""Of the size: lines of a table are not farther apart, unless both have several columns."""
_FARTHEST = 8.0
_TALLEST = 16.0
"""Of the size: rows of a sheet may be as high as this, when their texts begin at the same places."""
_ALIGNED = 1.5
"""Points that the left edges of the texts of a column may differ by."""
_SPACE = 0.52
"""Of the size: a gap that may be a mere space."""
_FEWEST_ALIGNED = 3
_MOST_STRIPS = 60
"""Strips of a table that are looked at one by one; no paper has so many columns."""
_MOST_ALIGNED = 0.75
_CLOSE = 1.7
"""Of the size: so near to the table, a line of one piece is one of its cells, and one of several its heading."""

Gutter = tuple[float, float]


@dataclass(slots=True)
class Block:
    """Lines of one page that may be a table: a stretch of all lines beside no frame."""

    sheet: Sheet
    all_lines: list[TextLine]
    start: int
    end: int

    @property
    def lines(self) -> list[TextLine]:
        """Its lines."""
        return self.all_lines[self.start : self.end]

    @property
    def parted(self) -> list[TextLine]:
        """Those of its lines that have several columns."""
        return [line for line in self.lines if _is_parted(line)]


def unruled_tables(sheets: Sequence[Sheet]) -> list[tuple[list[Block], list[Gutter]]]:
    """Find the tables without rules: for each its lines on every page it goes over, and its gutters."""
    found: list[tuple[list[Block], list[Gutter]]] = []
    for chain in _chains(sheets):
        gutters = _gutters(chain)
        if len(gutters) < _FEWEST_COLUMNS - 1 or sum(len(block.parted) for block in chain) < _FEWEST_LINES:
            continue
        for block in chain:
            _extend(block, gutters)
        found.append((chain, gutters))
    return found


def crosses(line: TextLine, gutters: Sequence[Gutter]) -> bool:
    """Tell whether the words of a line run over a gutter."""
    return any(_over(line, gutter) for gutter in gutters)


def _chains(sheets: Sequence[Sheet]) -> list[list[Block]]:
    """Gather what may be tables on successive pages, as long as they leave the same gutters."""
    chains: list[list[Block]] = []
    for sheet in sheets:
        lines = [line for line in sheet.lines if not _beside_frame(line, sheet)]
        for number, (start, end) in enumerate(_runs(lines, sheet)):
            block = Block(sheet, lines, start, end)
            last = chains[-1][-1] if chains else None
            if (
                number == 0
                and last is not None
                and last.sheet.number == sheet.number - 1
                and _go_on(chains[-1], block)
            ):
                chains[-1].append(block)
            else:
                chains.append([block])
    return chains


def _go_on(chain: Sequence[Block], block: Block) -> bool:
    """Tell whether a table goes on; headings of sections at either side of the page end then belong to it."""
    last = chain[-1]
    below, above = last.all_lines[last.end :], block.all_lines[: block.start]
    alone = min(len(_gutters([last])), len(_gutters([block])))
    gutters = _gutters([*chain[-3:], block])
    if len(gutters) < max(_FEWEST_COLUMNS - 1, 0.5 * alone):
        return False
    if not _is_close(below, gutters) or not _is_close(above, gutters):
        return False
    last.end, block.start = len(last.all_lines), 0
    return True


def _is_close(lines: Sequence[TextLine], gutters: Sequence[Gutter]) -> bool:
    """Tell whether lines at a page end may be the last or first of a table: few over all columns, none far."""
    steps = [below.base - above.base for above, below in pairwise(lines)]
    over = sum(crosses(line, gutters) for line in lines)
    return over <= _AT_PAGE_END and all(
        step <= _FAR * line.size for step, line in zip(steps, lines, strict=False)
    )


def _gutters(chain: Sequence[Block]) -> list[Gutter]:
    """Return the strips that no line with several columns covers and few others do.

    A heading may stand over two columns: where its lines hide a gutter, they do not count.
    """
    lines = [line for block in chain for line in block.lines]
    several = [line for block in chain for line in block.parted]
    found = _strips(several, several, lines)
    bare = [line for line in several if not _names_columns(line)]
    if bare and len(bare) < len(several):
        found = max(found, _strips(bare, several, lines), key=len)
    return found


def _strips(
    covering: Sequence[TextLine], several: Sequence[TextLine], lines: Sequence[TextLine]
) -> list[Gutter]:
    free: list[Gutter] = []
    covers = sorted((word.x0, word.x1) for line in covering for word in line.words)
    end = covers[0][1] if covers else 0.0
    for x0, x1 in covers:
        if x0 - end >= _SLIT:
            free.append((end, x0))
        end = max(end, x1)
    _narrow(free, lines)
    most = max(1.0, _MOST_CROSSING * len(lines))
    return [
        gutter
        for gutter, backed, even in zip(free, _backed(free, several), _even(free, lines), strict=True)
        if (even or (backed and _width(gutter) >= _NARROWEST))
        and sum(_over(line, gutter) for line in lines) <= most
    ]


def _narrow(free: list[Gutter], lines: Sequence[TextLine]) -> None:
    """Leave of each strip what the texts that reach into it from one side leave."""
    for line in lines:
        for x0, x1 in _stretches(line):
            for at, (left, right) in enumerate(free):
                if x0 <= left < x1 < right and right - x1 >= _SLIT:
                    free[at] = (x1, right)
                elif left < x0 < right <= x1 and x0 - left >= _SLIT:
                    free[at] = (left, x0)


def _stretches(line: TextLine) -> Iterator[tuple[float, float]]:
    """Yield the pieces between the wide gaps of a line, from where to where."""
    start = line.words[0].x0
    for one, other in pairwise(line.words):
        if other.x0 - one.x1 > _GAP * max(one.size, other.size):
            yield start, one.x1
            start = other.x0
    yield start, line.x1


def _extend(block: Block, gutters: Sequence[Gutter]) -> None:
    """Add the lines above and below that stand in the columns of the table."""
    lines = block.all_lines
    while block.start > 0 and _belongs(lines[block.start - 1], lines[block.start], gutters):
        block.start -= 1
    while block.end < len(lines) and _belongs(lines[block.end], lines[block.end - 1], gutters):
        block.end += 1


def _is_parted(line: TextLine) -> bool:
    return pieces_of(line) >= _FEWEST_COLUMNS


def pieces_of(line: TextLine) -> int:
    """Return into how many pieces wide gaps part a line."""
    gaps = (other.x0 - one.x1 > _GAP * max(one.size, other.size) for one, other in pairwise(line.words))
    return 1 + sum(gaps)


def _backed(free: Sequence[Gutter], several: Sequence[TextLine]) -> list[bool]:
    """Tell gutters from chances of spaces: gutters part the words of lines by more than a space.

    A gap in which several lie speaks for the widest of them only: the cells between are empty.
    """
    starts = [gutter[0] for gutter in free]
    wide, narrow = [0] * len(free), [0] * len(free)
    for line in several:
        for one, other in pairwise(line.words):
            gap = other.x0 - one.x1
            if gap < _NARROWEST:
                continue
            first = bisect_left(starts, one.x1 - 0.1)
            last = bisect_left(starts, other.x0)
            inside = [at for at in range(first, last) if free[at][1] <= other.x0 + 0.1]
            if inside:
                widest = max(inside, key=lambda at: _width(free[at]))
                wide[widest] += gap > _GAP * line.size
                narrow[widest] += gap <= _GAP * line.size
    return [most >= max(1, 0.3 * (most + fewer)) for most, fewer in zip(wide, narrow, strict=True)]


def _even(free: Sequence[Gutter], lines: Sequence[TextLine]) -> list[bool]:
    """Tell strips behind which the words of nearly every line begin at one place: the left edge of a column."""
    if len(free) > _MOST_STRIPS:
        return [False] * len(free)
    ends = [*(gutter[0] for gutter in free[1:]), float("inf")]
    found: list[bool] = []
    for (left, edge), end in zip(free, ends, strict=True):
        firsts = (next((word.x0 for word in line.words if word.x0 >= edge - 0.1), end) for line in lines)
        offs = [x0 - edge for x0 in firsts if x0 < end]
        aligned = sum(off <= _ALIGNED for off in offs)
        spaces = any(
            one.x1 <= left + 0.1 and other.x0 >= edge - 0.1 and other.x0 - one.x1 <= _SPACE * one.size
            for line in lines
            for one, other in pairwise(line.words)
        )
        found.append(not spaces and aligned >= max(_FEWEST_ALIGNED, _MOST_ALIGNED * len(offs)))
    return found


def _names_columns(line: TextLine) -> bool:
    """Tell a line of a heading, which may stand over two columns."""
    return any(read_heading(_between(line, *stretch)) is not None for stretch in _stretches(line))


def _between(line: TextLine, x0: float, x1: float) -> str:
    return TextLine([word for word in line.words if x0 <= word.x0 <= x1]).text


def _width(gutter: Gutter) -> float:
    return gutter[1] - gutter[0]


def _over(line: TextLine, gutter: Gutter) -> bool:
    """Tell whether the text of a line goes on over a gutter, also with a mere space there.

    In a line that wide gaps part, a mere space in a gutter parts two full cells.
    """
    middle = (gutter[0] + gutter[1]) / 2
    if any(word.x0 < middle < word.x1 for word in line.words):
        return True
    return pieces_of(line) == 1 and any(
        one.x1 <= middle <= other.x0 and other.x0 - one.x1 <= 0.35 * line.size
        for one, other in pairwise(line.words)
    )


def _runs(lines: Sequence[TextLine], sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield ranges of lines that may be tables: from the first to the last line with several columns."""
    start = last = -1
    for at, line in enumerate(lines):
        if not _is_parted(line):
            continue
        if start >= 0 and (_too_far(lines, last, at) or _frame_between(lines[last], line, sheet)):
            yield start, last + 1
            start = -1
        if start < 0:
            start = at
        last = at
    if start >= 0:
        yield start, last + 1


def _too_far(lines: Sequence[TextLine], one: int, other: int) -> bool:
    """Tell whether the lines between two lines with several columns are too many, or plain paragraphs."""
    steps = [below.base - above.base for above, below in pairwise(lines[one : other + 1])]
    if max(steps) > _FARTHEST * lines[other].size and not (
        max(steps) <= _TALLEST * lines[other].size and _alike(lines[one], lines[other])
    ):
        return True
    wide = max(lines[one].x1, lines[other].x1) - min(lines[one].x0, lines[other].x0)
    full = sum(pieces_of(line) == 1 and line.x1 - line.x0 > 0.6 * wide for line in lines[one + 1 : other])
    return full > _BETWEEN


def _alike(one: TextLine, other: TextLine) -> bool:
    """Tell whether the texts of two lines begin at the same places: rows of one table, however far apart."""
    places = [x0 for x0, _ in _stretches(other)]
    shared = sum(any(abs(x0 - place) <= _ALIGNED for place in places) for x0, _ in _stretches(one))
    return shared >= _FEWEST_COLUMNS


def _belongs(line: TextLine, neighbour: TextLine, gutters: Sequence[Gutter]) -> bool:
    distance = abs(line.base - neighbour.base)
    if crosses(line, gutters) and pieces_of(line) > 1:
        return distance <= _CLOSE * line.size
    if crosses(line, gutters) or distance > _FAR * max(line.size, neighbour.size):
        return False
    return pieces_of(line) > 1 or distance <= _CLOSE * line.size


def _beside_frame(line: TextLine, sheet: Sheet) -> bool:
    return any(frame.ys[0] < line.base < frame.ys[-1] for frame in sheet.frames)


def _frame_between(one: TextLine, other: TextLine, sheet: Sheet) -> bool:
    return any(one.base <= frame.ys[0] and frame.ys[-1] <= other.base for frame in sheet.frames)
