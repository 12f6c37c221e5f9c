"""Lines of a text made plain before tables are looked for, and pieces of wrapped text put together again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.grid.labels import leading_label, whole_label
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, in_capitals
from cchc_desktop.reading.grid.rows import is_page_number_text
from cchc_desktop.reading.text.symbols import plain_symbols
from cchc_desktop.text import squash

PAGE_BREAK = "\f"
"""A line of its own wherever a page ends."""
_BREAKS = re.compile("[\u2028\u0085\v]")
_UPRIGHT = "│┃║╎╏┆┇┊┋▏▕｜¦"
_LEVEL = "─━╌╍┄┅┈┉╴╶╸╺"
_DOUBLE_LEVEL = "═"
_CORNERS = "".join(map(chr, range(0x250C, 0x254C))) + "".join(map(chr, range(0x2552, 0x2571)))
_DRAWN = str.maketrans(
    {
        **dict.fromkeys(_CORNERS, "+"),
        **dict.fromkeys(_UPRIGHT, "|"),
        **dict.fromkeys(_LEVEL, "-"),
        **dict.fromkeys(_DOUBLE_LEVEL, "="),
    }
)
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_LONGEST_RUNNING_HEAD = 120
_SHORT = 8
"""Words; shorter lines that name a body or a time may be cells."""
_REPEATS = 2
_MOST_PAGES = 0.4
"""Share of page ends beside which a running head stands, at the least; a break and a number make two ends."""
_SHORTEST_PAGE = 12
"""Lines; numbers that stand closer are no page numbers."""
_CUT_NAME = re.compile(r"(?:\w[-/]|/)$")
_BULLET = re.compile(r"[-–+•*▪●]\s*\S")
_OPEN_END = re.compile(
    r".*([,(/&–-]|\b(và|hoặc|của|về|với|cho|các|những|số|theo|tại|trong|ngày))", re.IGNORECASE
)


def plain_lines(text: str) -> list[str]:
    r"""Cut a text into lines: composed letters, plain spaces, drawn frames as "|", "-" and "+", pages parted.

    >>> plain_lines("│ a │\u00a0\fb")
    ['| a | ', '\x0c', 'b']
    """
    composed = unicodedata.normalize("NFC", text)
    if not composed.isascii():
        composed = plain_symbols(_UNSEEN.sub("", _SPACES.sub(" ", composed))).translate(_DRAWN)
    composed = _BREAKS.sub("\n" if "\t" not in composed else " ", composed)
    return composed.replace("\u2029", "\n").replace(PAGE_BREAK, f"\n{PAGE_BREAK}\n").split("\n")


def without_running_heads(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take out the lines that pages print again at their top or foot; returns the rest and what was taken out.

    A line counts when it stands beside most ends of pages, figures in it left aside.
    """
    places = _page_ends(lines)
    if len(places) < _REPEATS:
        return list(lines), ()
    beside = {
        near for at in places for near in (_filled(lines, at, -1), _filled(lines, at, 1)) if near is not None
    }
    candidates = [at for at in sorted(beside) if _may_run(lines[at])]
    counted = Counter(_key(lines[at]) for at in candidates)
    enough = max(_REPEATS, _MOST_PAGES * len(places))
    heads = {at for at in candidates if counted[_key(lines[at])] >= enough}
    return [line for at, line in enumerate(lines) if at not in heads], tuple(
        squash(lines[at]) for at in sorted(heads)
    )


def _page_ends(lines: Sequence[str]) -> list[int]:
    """Return the lines at which pages end: breaks, and page numbers when they stand as far apart as pages are long."""
    numbers = [at for at, line in enumerate(lines) if is_page_number_text(line)]
    spread = all(other - one >= _SHORTEST_PAGE for one, other in pairwise(numbers))
    breaks = [at for at, line in enumerate(lines) if line == PAGE_BREAK]
    return sorted({*breaks, *(numbers if spread else ())})


def joined(pieces: Sequence[str], width: int = 0) -> str:
    """Put the wrapped lines of a cell together; a name cut behind its hyphen or stroke stays in one piece.

    ``width``: characters that a line of the cell can hold; where the next word would have had room, the line was
    broken on purpose and stays so when a new item begins there.

    >>> joined(["Nghị định số 61/2018/NĐ-", "CP", "của Chính phủ"])
    'Nghị định số 61/2018/NĐ-CP của Chính phủ'
    >>> joined(["- Sở Y tế", "- Sở Tài chính"], 30).split(chr(10))
    ['- Sở Y tế', '- Sở Tài chính']
    """
    parts: list[str] = []
    before = ""
    for piece in pieces:
        text = squash(piece)
        if not text:
            continue
        if before:
            parts.append(_link(before, text, width))
        parts.append(text)
        before = text
    return "".join(parts)


def begins_anew(before: str, text: str, width: int) -> bool:
    """Tell a line broken on purpose from a wrapped one: its first word had room in the line above."""
    return 0 < len(before) + 1 + len(text.split(" ", 1)[0]) <= width and not _OPEN_END.fullmatch(before)


def is_label(text: str) -> bool:
    """Tell a text that begins with a number, or is one."""
    return whole_label(text) is not None or leading_label(text) is not None


def _link(before: str, text: str, width: int) -> str:
    if _BULLET.match(text) and begins_anew(before, text, width):
        return "\n"
    if begins_anew(before, text, width) and text[0].isupper() and agency_like(text):
        return "\n"
    return "" if _CUT_NAME.search(before) and not before.endswith((" -", " /")) else " "


def _filled(lines: Sequence[str], at: int, step: int) -> int | None:
    near = at + step
    while 0 <= near < len(lines) and abs(near - at) <= 4:
        line = lines[near]
        if line.strip() and line != PAGE_BREAK and not is_page_number_text(line):
            return near
        near += step
    return None


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", squash(line))


def _may_run(line: str) -> bool:
    """Tell a line that can be a running head: no row of a table, no heading, no label."""
    text = squash(line)
    if len(text) > _LONGEST_RUNNING_HEAD or "\t" in line.strip() or "|" in line or is_label(text):
        return False
    parts = [part for part in re.split(r"\s{2,}", line.strip()) if part]
    if sum(read_heading(part) is not None for part in parts) > 1 or ":" in text:
        return False
    if len(text.split()) <= _SHORT and not in_capitals(text) and (agency_like(text) or deadline_like(text)):
        return False
    return len(parts) < 3 and len(text.split()) > 3
