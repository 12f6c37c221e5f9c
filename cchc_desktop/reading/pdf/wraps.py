"""Lines become text again: a line that ended for want of room goes on in the next one, another was ended by its author."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.reading.letters.syllables import is_syllable
from cchc_desktop.reading.pdf.words import TextLine
from cchc_desktop.text import fold

_SPACE = 0.25
"""Of the size of the letters: the space that a further word would have needed."""
_DOUBT = 0.5
"""Of the size: so much more room than needed shows that the author ended the line."""
_EVEN = 4.0
"""Points that the gaps left and right of a centred line may differ by."""
_ENDS = (".", ";", ":", "!", "?", ".”")
_BEGINS = re.compile(r"[\s“\"(\[]*([^\W\d_a-zà-ỹđ]|\d|[-–+•*✓●○▪◦])")
_LIST_MARK = re.compile(
    r"([-–+•*✓●○▪◦]|\d{1,3}[.)]|\d{1,2}(\.\d{1,2}){1,3}\.?|[a-zđ][.)]|[IVXLC]{1,5}[.)])\s+\S"
)
_VOWEL = re.compile("[aeiouy]")
_FULL = 1.04
"""Times the width of the line: what would not have fitted into it."""
_CLOSING = re.compile(r"[,;:.!?)\]”]")


def flowing(lines: Sequence[TextLine], left: float, right: float) -> str:
    """Return the text of a cell whose inner edges are given: line breaks only where its author made them."""
    if not lines:
        return ""
    spaced = any("/ " in line.text for line in lines)
    parts = [lines[0].text]
    for one, other in pairwise(lines):
        ended = had_room(one, other, left, right) and begins_anew(one.text, other.text)
        if ended and not _ends_in_a_code(one.text):
            parts += ["\n", other.text]
        else:
            parts += [joint(one, other, spaced=spaced), other.text]
    return "".join(parts)


def had_room(line: TextLine, following: TextLine, left: float, right: float) -> bool:
    """Tell whether the first word of the next line would have stood at the end of this one."""
    _, width = following.first_word
    need = width + (_SPACE + _DOUBT) * line.size
    return room(line, left, right) > need


def room(line: TextLine, left: float, right: float) -> float:
    """Return the space in points that a line leaves."""
    before, after = line.x0 - left, right - line.x1
    if min(before, after) > _EVEN / 2 and abs(before - after) <= _EVEN:
        return before + after
    return after


def begins_anew(text: str, following: str) -> bool:
    """Tell whether a line can begin a paragraph: by its first letter, or by how the line before ends."""
    return bool(_BEGINS.match(following)) or text.rstrip().endswith(_ENDS)


def begins_item(text: str) -> bool:
    """Tell a line that begins with the number or mark of a list."""
    return bool(_LIST_MARK.match(text))


def joint(one: TextLine, other: TextLine, *, spaced: bool = False) -> str:
    """Return what stands between two lines of one phrase: a space, or nothing within a code or a broken syllable.

    ``spaced`` says that the author writes spaces after strokes.

    Programs that write PDF files break lines after strokes and hyphens too ("NĐ-" + "CP", "15/3/" + "2024").
    """
    text, following = one.text, other.text
    if one.ends_open or other.words[0].before:
        return " "
    if _ends_in_a_code(text) and following[:1].isalnum():
        return " " if spaced and text[-1] == "/" and following[0].islower() else ""
    if _CLOSING.match(following) or _is_broken(one, other):
        return ""
    return " "


def _ends_in_a_code(text: str) -> bool:
    """Tell a line that ends with a stroke or hyphen directly after a letter or digit."""
    return len(text) > 1 and text[-1] in "-/" and text[-2].isalnum()


def _is_broken(one: TextLine, other: TextLine) -> bool:
    """Tell a word that was too long for its line, so that it goes on in the next one without a space.

    Its rest has no vowel, as no word of Vietnamese; or both parts together are wider than any line of the cell.
    """
    (last, wide), (rest, rest_wide) = one.last_word, other.first_word
    tail, head = re.search(r"[^\W_]+$", last), re.match(r"[^\W_]+", rest)
    if tail is None or head is None:
        return False
    if head[0].isalpha() and head[0].islower() and len(head[0]) <= 2 and not _VOWEL.search(fold(head[0])):
        return tail[0].isalpha()
    whole_line = last == one.text and wide + rest_wide > _FULL * (one.x1 - one.x0)
    if not whole_line or len(rest) >= len(last):
        return False
    if tail[0].isdigit() and head[0].isdigit():
        return True
    both = tail[0] + head[0]
    return both.isalpha() and head[0].islower() and is_syllable(both) and not is_syllable(head[0])
