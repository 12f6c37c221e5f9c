"""One page taken apart: its tables with their words, and the lines of text above, between and below them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading.pdf.device import TooMuch
from cchc_desktop.reading.pdf.frames import Frame, frames_of, loose_levels
from cchc_desktop.reading.pdf.marks import Field, Glyph, Marks, Rule, direction, read_along, turned
from cchc_desktop.reading.pdf.words import TextLine, Word, lines_of, words_of

_PICTURE = 0.5
"""Share of a page that a scanned sheet covers at least."""
_MOST_WORDS = 6_000
"""On one page; a page set in 6 pt has 3 000."""
_NEIGHBOURS = 60
"""Words after a word that are looked at for lying over it."""
_SCARCE = 20
"""Characters that a scanned page may have beside its picture: a page number, a signature."""


@dataclass(slots=True)
class Sheet:
    """What stands on one page, in points, turned so that its text reads from left to right."""

    number: int
    width: float
    height: float
    frames: list[Frame]
    words: list[Word]
    """Words outside the tables."""
    levels: list[Rule]
    """Level rules outside the tables."""
    scanned: bool = False
    """The page is a picture."""
    letters: int = 0
    unknown: int = 0
    unseen: int = 0
    slanted: int = 0
    """Characters across the page or beside the text: stamps, marks of signatures."""
    overprinted: int = 0
    """Words printed over others: cells that are too small for their text."""
    lines: list[TextLine] = field(default_factory=list)
    """Lines outside the tables."""


def sheet_of(marks: Marks) -> Sheet:
    """Take a page apart."""
    marks = turned(marks)
    straight: list[Glyph] = []
    others: list[Glyph] = []
    for glyph in marks.glyphs:
        level = glyph.dy == 0 and glyph.dx >= 0
        (straight if level or direction(glyph) == 0 else others).append(glyph)
    on_paper = _checked(word for word in words_of(straight) if _is_on(word, marks))
    frames = frames_of(marks)
    outside = distributed(on_paper, frames)
    slanted = _put_sideways(others, frames)
    letters = sum(not glyph.text.isspace() for glyph in straight)
    sheet = Sheet(
        marks.number,
        marks.width,
        marks.height,
        frames,
        outside,
        loose_levels(marks, frames),
        scanned=_is_scanned(marks),
        letters=letters,
        unknown=marks.unknown,
        unseen=marks.unseen,
        slanted=slanted,
        overprinted=_overprinted(on_paper),
    )
    sheet.lines = lines_of(outside)
    for frame in frames:
        frame.unsure |= {
            row
            for box in frame.boxes
            if _overprinted(box.words)
            for row in range(box.row, box.row + box.rows)
        }
    return sheet


def dissolve(sheet: Sheet, frame: Frame) -> None:
    """Take the words of a frame that is no table back among the others."""
    sheet.frames.remove(frame)
    words = [word for box in frame.boxes for word in box.words]
    sheet.words = distributed([*sheet.words, *words], sheet.frames)
    sheet.lines = lines_of(sheet.words)


def distributed(words: Iterable[Word], frames: Sequence[Frame]) -> list[Word]:
    """Put words into the smallest table around them; the others are handed back."""
    rest = list(words)
    for frame in sorted(frames, key=lambda each: _area(each.around)):
        rest = frame.take(rest)
    return rest


def _put_sideways(glyphs: Sequence[Glyph], frames: Sequence[Frame]) -> int:
    """Read headings that run up or down within a cell; return how many other glyphs were left out."""
    gathered: defaultdict[tuple[int, int, int], list[Glyph]] = defaultdict(list)
    left_out = 0
    for glyph in glyphs:
        way = direction(glyph)
        for at, frame in enumerate(frames):
            box = frame.box_at(glyph.x, glyph.y) if way >= 0 else None
            if box is not None:
                gathered[at, frame.boxes.index(box), way].append(glyph)
                break
        else:
            left_out += not glyph.text.isspace()
    for (at, number, way), found in gathered.items():
        box = frames[at].boxes[number]
        box.sideways += lines_of(words_of(read_along(found, way)))
    return left_out


def _is_on(word: Word, marks: Marks) -> bool:
    return -1 <= word.x0 <= marks.width + 1 and -1 <= word.base <= marks.height + word.size


def _checked(words: Iterable[Word]) -> list[Word]:
    found = list(words)
    if len(found) > _MOST_WORDS:
        raise TooMuch
    return found


def _overprinted(words: Sequence[Word]) -> int:
    """Count words that lie over others."""
    count = 0
    in_order = sorted(words, key=lambda word: word.base)
    for at, word in enumerate(in_order):
        for other in in_order[at + 1 : at + _NEIGHBOURS]:
            if other.base - word.base > 0.5 * min(word.size, other.size):
                break
            shared = min(word.x1, other.x1) - max(word.x0, other.x0)
            count += shared > 0.4 * min(word.x1 - word.x0, other.x1 - other.x0) > 0
    return count


def _is_scanned(marks: Marks) -> bool:
    whole = marks.width * marks.height
    largest = max((_area(picture) for picture in marks.pictures), default=0.0)
    several = sum(_area(picture) for picture in marks.pictures)
    return whole > 0 and (largest >= _PICTURE * whole or several >= 0.8 * whole)


def is_bare(sheet: Sheet) -> bool:
    """Tell a page without text, or a picture with next to none."""
    return sheet.letters <= (_SCARCE if sheet.scanned else 0)


def _area(each: Field) -> float:
    return max(0.0, each.x1 - each.x0) * max(0.0, each.bottom - each.top)
