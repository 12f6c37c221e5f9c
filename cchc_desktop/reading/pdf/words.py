"""Glyphs become words, words become lines.

Spaces may be mere moves of the pen, accents may be printed by themselves, letters twice to look bold.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.pdf.marks import Glyph
from cchc_desktop.reading.text.symbols import as_read, plain_symbols

_WORD_GAP = 0.17
"""Of the size of the letters: a wider gap parts words. Narrow spaces measure 0.22, kerning stays below 0.1."""
_BACK = 0.6
"""Of the size: a step back over more than this begins another word."""
_SAME_LINE = 0.45
"""Of the size: words whose base lines are nearer stand in one line (raised and lowered letters too)."""
_ROW = 8.0
"""Points; words are looked up by strips of the page of this height."""
_SHADOW = 0.15
"""Of the size: the same word again, shifted by less, is the same print made bold."""
_ACCENTS = {
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "^": "\u0302",
    "\u02c6": "\u0302",
    "~": "\u0303",
    "\u02dc": "\u0303",
    "\u02d8": "\u0306",
    "\u00b8": "\u0323",
}
"""Accents that stand by themselves in a font, and what they are over a letter."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SIGNS = str.maketrans({**_LIGATURES, "\u00a0": " "})


@dataclass(slots=True)
class Word:
    """Letters without a space between."""

    letters: list[tuple[str, float, float]]
    """Each with its left and right edge."""
    base: float
    size: float
    bold: bool
    font: str
    before: bool = False
    """A space is printed before it."""
    after: bool = False
    """A space is printed after it."""
    known: str | None = None
    """Its text, once it was asked for."""

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.letters[0][1]

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.letters[-1][2]

    @property
    def text(self) -> str:
        """The letters in NFC."""
        if self.known is None:
            letters = "".join(letter for letter, _, _ in self.letters)
            self.known = as_read(plain_symbols(letters).translate(_SIGNS))
        return self.known


class TextLine:
    """Words on one base line, from left to right."""

    __slots__ = ("_known", "base", "bold", "size", "words", "x0", "x1")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.x0 = words[0].x0
        self.x1 = max(word.x1 for word in words)
        self.size = max(word.size for word in words)
        self.base = max(words, key=lambda word: (word.size, len(word.letters))).base
        self.bold = all(word.bold for word in words)
        self._known: str | None = None

    @property
    def text(self) -> str:
        """The words with a space where one is printed."""
        if self._known is None:
            self._known = _text(self.words)
        return self._known

    @property
    def first_word(self) -> tuple[str, float]:
        """Text and width of its first word; letters of another font are Words of their own within it."""
        end = next((at for at, pair in enumerate(pairwise(self.words), start=1) if has_gap(*pair)), None)
        return _whole(self.words[:end])

    @property
    def last_word(self) -> tuple[str, float]:
        """Text and width of its last word."""
        starts = [at for at, pair in enumerate(pairwise(self.words), start=1) if has_gap(*pair)]
        return _whole(self.words[starts[-1] if starts else 0 :])

    @property
    def ends_open(self) -> bool:
        """True when a space is printed after the last word."""
        return self.words[-1].after


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """Make words of glyphs that read from left to right, in the order they were printed."""
    words: list[Word] = []
    current: Word | None = None
    pending = False
    for glyph in glyphs:
        if not glyph.text.strip("\u200b\ufeff\u00ad"):
            continue
        if glyph.text.isspace():
            if current is not None and _touches(current, glyph):
                current.after = True
                current = None
            pending = True
            continue
        if current is not None and _goes_on(current, glyph):
            _append(current, glyph)
        else:
            current = Word([_letter(glyph)], glyph.y, glyph.size, glyph.bold, glyph.font, before=pending)
            words.append(current)
        pending = False
    return _without_shadows(words)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Gather words into lines, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        last = rows[-1][-1] if rows else None
        if last is not None and word.base - last.base <= _SAME_LINE * max(word.size, last.size) * _reach(
            word, last
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [TextLine(_in_order(row)) for row in rows]


def joined(lines: Sequence[TextLine]) -> list[Word]:
    """Return the words of several lines."""
    return [word for line in lines for word in line.words]


def has_gap(one: Word, other: Word) -> bool:
    """Tell whether there is a space between two neighbours of a line."""
    return one.after or other.before or other.x0 - one.x1 > _WORD_GAP * min(one.size, other.size)


def cut_at(word: Word, edges: Sequence[float]) -> list[Word]:
    """Cut a word at the rules that run through it: two cells whose texts touch."""
    inside = [edge for edge in edges if word.x0 + 0.3 * word.size < edge < word.x1 - 0.3 * word.size]
    if not inside:
        return [word]
    pieces: list[list[tuple[str, float, float]]] = [[] for _ in range(len(inside) + 1)]
    for letter in word.letters:
        middle = (letter[1] + letter[2]) / 2
        pieces[sum(edge < middle for edge in inside)].append(letter)
    return [
        Word(piece, word.base, word.size, word.bold, word.font, word.before, word.after)
        for piece in pieces
        if piece
    ]


def _reach(word: Word, last: Word) -> float:
    """Allow raised and lowered letters to stand farther from the base line than letters of one size."""
    return 1.0 if abs(word.size - last.size) > 0.1 * max(word.size, last.size) else 0.6


def _letter(glyph: Glyph) -> tuple[str, float, float]:
    return (glyph.text, glyph.x, glyph.x + glyph.dx)


def _touches(word: Word, glyph: Glyph) -> bool:
    return abs(glyph.y - word.base) <= 0.3 * word.size and glyph.x - word.x1 <= 0.5 * word.size


def _goes_on(word: Word, glyph: Glyph) -> bool:
    if abs(glyph.y - word.base) > 0.15 * word.size and not _is_mark(glyph.text):
        return False
    if abs(glyph.size - word.size) > 0.15 * word.size or glyph.font != word.font:
        return False
    gap = glyph.x - word.x1
    return -_BACK * word.size <= gap <= _WORD_GAP * word.size + max(glyph.spacing, 0.0)


def _append(word: Word, glyph: Glyph) -> None:
    """Add a glyph; an accent that lies over the letter before it, or a letter under an accent, is one with it."""
    text, x0, x1 = _letter(glyph)
    last, left, right = word.letters[-1]
    over = min(x1, right) - max(x0, left) > 0.5 * min(x1 - x0, right - left)
    if text in _ACCENTS and over and last[-1].isalpha():
        text = _ACCENTS[text]
    elif last in _ACCENTS and over and text[0].isalpha():
        word.letters[-1] = (text + _ACCENTS[last], x0, x1)
        return
    if _is_mark(text):
        word.letters[-1] = (last + text, left, right)
    else:
        word.letters.append((text, x0, x1))
    word.bold = word.bold and glyph.bold


def _is_mark(text: str) -> bool:
    return bool(unicodedata.combining(text[0]))


def _without_shadows(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    seen: dict[tuple[str, int], list[Word]] = {}
    for word in words:
        row = int(word.base // _ROW)
        twins = (other for near in (row - 1, row, row + 1) for other in seen.get((word.text, near), ()))
        twin = next((other for other in twins if _covers(other, word)), None)
        if twin is None:
            seen.setdefault((word.text, row), []).append(word)
            kept.append(word)
        else:
            twin.bold = True
    return kept


def _covers(one: Word, other: Word) -> bool:
    near = _SHADOW * one.size
    return abs(one.x0 - other.x0) <= near and abs(one.base - other.base) <= near


def _in_order(row: list[Word]) -> list[Word]:
    """Sort the words of a line; accents that were printed later go to the letters they stand over."""
    row.sort(key=lambda word: word.x0)
    marks = [word for word in row if _stands_over(word)]
    words = [word for word in row if not _stands_over(word)]
    for mark in marks:
        if not _put_over(mark, words):
            words.append(mark)
    return sorted(words, key=lambda word: word.x0)


def _stands_over(word: Word) -> bool:
    """Tell an accent that was printed by itself."""
    first = word.letters[0][0]
    return _is_mark(first) or (len(word.letters) == 1 and first in _ACCENTS)


def _put_over(mark: Word, words: Sequence[Word]) -> bool:
    """Put an accent on the letter that it stands over; accents without width stand at the end of their letter."""
    x0, x1 = mark.x0, mark.x1
    middle = (x0 + x1) / 2 if x1 > x0 else x0 - 0.1 * mark.size
    accents = "".join(_ACCENTS.get(letter, letter) for letter, _, _ in mark.letters)
    for word in words:
        for at, (text, left, right) in enumerate(word.letters):
            if left <= middle <= right and text[0].isalpha():
                if not text.endswith(accents):
                    word.letters[at] = (text + accents, left, right)
                    word.known = None
                return True
    return False


def _whole(words: Sequence[Word]) -> tuple[str, float]:
    return _text(words), max(word.x1 for word in words) - words[0].x0


def _text(words: Sequence[Word]) -> str:
    parts = [words[0].text]
    for one, other in pairwise(words):
        parts.append(" " if has_gap(one, other) else "")
        parts.append(other.text)
    return as_read("".join(parts))
