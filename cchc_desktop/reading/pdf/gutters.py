"""Tables without rules: columns by the white gutters that run down between their words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.pdf.page import Sheet
from cchc_desktop.reading.pdf.words import TextLine

_GAP = 0.75
"""Of the size of the letters: a gap in a line that may be one between columns."""
_FEWEST_COLUMNS = 3
_FEWEST_LINES = 2
_NARROWEST = 2.5
"""Points; a narrower strip is the space between two words."""
_MOST_CROSSING = 0.2
"""Share of the lines of a table that may run over a gutter: headings of sections."""
_BETWEEN = 4
"""Lines over all columns that may stand between two lines of a table."""
_AT_PAGE_END = 2
"""Lines over all columns that may stand above or below a page end within a table."""
_FAR = 2.4
"""Of the size: lines of a table are not farther apart, unless both have several columns."""
_FARTHEST = 8.0

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
    """Return the strips that no line with several columns covers and few others do."""
    lines = [line for block in chain for line in block.lines]
    several = [line for block in chain for line in block.parted]
    free: list[Gutter] = []
    covers = sorted((word.x0, word.x1) for line in several for word in line.words)
    end = covers[0][1] if covers else 0.0
    for x0, x1 in covers:
        if x0 - end >= _NARROWEST:
            free.append((end, x0))
        end = max(end, x1)
    most = max(1.0, _MOST_CROSSING * len(lines))
    return [
        gutter
        for gutter, backed in zip(free, _backed(free, several), strict=True)
        if backed and sum(_over(line, gutter) for line in lines) <= most
    ]


def _extend(block: Block, gutters: Sequence[Gutter]) -> None:
    """Add the lines above and below that stand in the columns of the table."""
    lines = block.all_lines
    while block.start > 0 and _belongs(lines[block.start - 1], lines[block.start], gutters):
        block.start -= 1
    while block.end < len(lines) and _belongs(lines[block.end], lines[block.end - 1], gutters):
        block.end += 1


def _is_parted(line: TextLine) -> bool:
    return _pieces(line) >= _FEWEST_COLUMNS


def _pieces(line: TextLine) -> int:
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


def _width(gutter: Gutter) -> float:
    return gutter[1] - gutter[0]


def _over(line: TextLine, gutter: Gutter) -> bool:
    """Tell whether the text of a line goes on over a gutter, also with a mere space there."""
    middle = (gutter[0] + gutter[1]) / 2
    if any(word.x0 < middle < word.x1 for word in line.words):
        return True
    return any(
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
    if max(steps) > _FARTHEST * lines[other].size:
        return True
    wide = max(lines[one].x1, lines[other].x1) - min(lines[one].x0, lines[other].x0)
    full = sum(_pieces(line) == 1 and line.x1 - line.x0 > 0.6 * wide for line in lines[one + 1 : other])
    return full > _BETWEEN


def _belongs(line: TextLine, neighbour: TextLine, gutters: Sequence[Gutter]) -> bool:
    distance = abs(line.base - neighbour.base)
    if crosses(line, gutters) or distance > _FAR * max(line.size, neighbour.size):
        return False
    return _pieces(line) > 1 or distance <= 1.7 * line.size


def _beside_frame(line: TextLine, sheet: Sheet) -> bool:
    return any(frame.ys[0] < line.base < frame.ys[-1] for frame in sheet.frames)


def _frame_between(one: TextLine, other: TextLine, sheet: Sheet) -> bool:
    return any(one.base <= frame.ys[0] and frame.ys[-1] <= other.base for frame in sheet.frames)
