"""Lines of text outside the tables in reading order: paragraphs unwrapped, letterheads and signatures by column."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.pdf.words import TextLine
from cchc_desktop.reading.pdf.wraps import begins_anew, begins_item, had_room, joint

_WIDE = 1.8
"""Of the size of the letters: a gap that parts two columns of a letterhead."""
_LEADING = 2.6
"""Of the size: lines of one block are not farther apart."""
_PARAGRAPH = 1.9
"""Of the size: a greater distance of lines is an empty line or a paragraph's space."""
_MOST_GAPS = 2
_LONELY = 8
"""Lines of one column that may stand above the first line with both."""
_NARROWEST = 8.0
"""Points between the two columns of a letterhead."""
_INDENT = 9.0
"""Points that the first line of a paragraph stands in at least."""


@dataclass(frozen=True, slots=True)
class Area:
    """Left and right edge of the text on a page."""

    left: float
    right: float


def text_lines(lines: Sequence[TextLine], area: Area) -> list[str]:
    """Return the text of lines from top to bottom; an empty string is a greater distance."""
    found: list[str] = []
    parted = [at for at, line in enumerate(lines) if 1 <= len(_wide_gaps(line)) <= _MOST_GAPS]
    at = plain = 0
    while at < len(lines):
        end, middle = _columns_at(lines, at, parted)
        if end == at:
            at += 1
            continue
        found += [*_paragraphs(lines[plain:at], area), "", *_by_column(lines[at:end], middle), ""]
        at = plain = end
    return found + list(_paragraphs(lines[plain:], area))


def _wide_gaps(line: TextLine) -> list[tuple[float, float]]:
    return [
        (one.x1, other.x0)
        for one, other in pairwise(line.words)
        if other.x0 - one.x1 > _WIDE * max(one.size, other.size)
    ]


def goes_on(one: TextLine, other: TextLine, area: Area) -> bool:
    """Tell whether a line is the next one of the same paragraph."""
    if other.text.startswith("(") and not one.text.rstrip().endswith((",", ";")) and one.text.count("(") == 0:
        return not had_room(one, other, area.left, area.right) and not _is_title(one)
    if one.bold != other.bold or in_capitals(one.text) != in_capitals(other.text):
        return False
    if begins_item(other.text) and (one.text.endswith((".", ";", ":", ",")) or _indented(one, other, area)):
        return False
    if had_room(one, other, area.left, area.right) and begins_anew(one.text, other.text):
        return False
    return not (_indented(one, other, area) and one.text.endswith((".", ";", ":")))


def _is_title(line: TextLine) -> bool:
    return line.bold or in_capitals(line.text)


def _indented(one: TextLine, other: TextLine, area: Area) -> bool:
    """Tell a first line that stands in, as paragraphs of official papers begin."""
    centred = abs((other.x0 - area.left) - (area.right - other.x1)) <= 4
    return other.x0 - area.left >= _INDENT and other.x0 - one.x0 >= _INDENT and not centred


def _paragraphs(lines: Sequence[TextLine], area: Area) -> Iterator[str]:
    text = ""
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None:
            text = line.text
            continue
        distance = line.base - before.base
        far = distance > _PARAGRAPH * max(line.size, before.size)
        if not far and goes_on(before, line, area):
            text += joint(before, line) + line.text
            continue
        yield text
        if far:
            yield ""
        text = line.text
    if lines:
        yield text


def _columns_at(lines: Sequence[TextLine], start: int, parted: Sequence[int]) -> tuple[int, float]:
    """Return where a block of two columns ends that begins with a line, and the middle between the columns.

    The end is the line itself when none begins there; ``parted`` are the lines with a wide gap.
    """
    first = bisect_left(parted, start)
    if first == len(parted) or parted[first] > start + _LONELY:
        return start, 0.0
    run = start + 1
    while run < len(lines) and lines[run].base - lines[run - 1].base <= _LEADING * lines[run].size:
        run += 1
    if parted[first] >= run:
        return start, 0.0
    last = parted[bisect_left(parted, run) - 1]
    gutter = max(_wide_gaps(lines[parted[first]]), key=lambda gap: gap[1] - gap[0])
    middle = sum(gutter) / 2
    end = start
    for at in range(start, run):
        narrowed = _narrowed(lines[at], gutter, middle, free=at < last)
        if narrowed is None:
            break
        gutter, end = narrowed, at + 1
    return (end, sum(gutter) / 2) if end > parted[first] else (start, 0.0)


def _narrowed(
    line: TextLine, gutter: tuple[float, float], middle: float, *, free: bool
) -> tuple[float, float] | None:
    """Return what a line leaves of the gutter; None when it runs over it.

    ``free`` says that lines with both columns follow, so that this one may reach farther than those above it.
    """
    left = max((word.x1 for word in line.words if word.x1 <= middle), default=0.0)
    right = min((word.x0 for word in line.words if word.x0 >= middle), default=line.x1 + gutter[1])
    both = left > 0 and right < line.x1
    if any(word.x0 < middle < word.x1 for word in line.words):
        return None
    if both and right - left <= _WIDE * line.size:
        return None
    narrowed = (max(left, gutter[0]), min(right, gutter[1]))
    if narrowed[1] - narrowed[0] < _NARROWEST or (not (free or both) and narrowed != gutter):
        return None
    return narrowed


def _by_column(lines: Sequence[TextLine], middle: float) -> Iterator[str]:
    """Yield the lines of the left column, then those of the right one."""
    for side in (False, True):
        for line in lines:
            words = [word for word in line.words if ((word.x0 + word.x1) / 2 > middle) is side]
            if words:
                yield TextLine(words).text
        if not side:
            yield ""
