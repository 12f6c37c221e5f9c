"""The law of format in millimetres and points, and how wide Times New Roman text is without a screen.

The rules are those of Nghị định 30/2020/NĐ-CP, Phụ lục I (page, fonts, page numbers) and Phụ lục III (Phụ lục kèm theo);
what it leaves open (tables) follows the practice of provincial offices.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

POINTS_PER_MM = 72 / 25.4
FONT_FAMILY = "Times New Roman"
"""Phụ lục I, phần I, mục I, khoản 4: Times New Roman, Unicode TCVN 6909:2001, black."""
LABEL_SIZE = 14
""""Phụ lục": its own line, centred, bold, 14 pt."""
TITLE_SIZE = 14
"""Title of an appendix: capitals, bold, 13-14 pt."""
REFERENCE_SIZE = 14
"""Reference line in brackets: italic, 13-14 pt; sizes of one document go up and down together."""
PAGE_NUMBER_SIZE = 13
"""Page number: 13-14 pt, upright, centred in the top margin, not shown on page 1."""
TABLE_SIZE = 13
"""The decree leaves tables free; 13 pt is the practice, 12 pt where the table is wide."""
TABLE_SIZES = (11, 12, 13, 14)
BORDER = 0.5
"""Width of table lines in points."""


class Paper(StrEnum):
    """Paper sizes; A4 by the decree, A3 for wide task tables."""

    A4 = "A4"
    A3 = "A3"


PAPER_MM = {Paper.A4: (210.0, 297.0), Paper.A3: (297.0, 420.0)}
"""Short and long edge in millimetres."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins in millimetres; the decree allows top and bottom 20-25, left 30-35, right 15-20."""

    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0


DECREE_MARGINS = Margins()
WIDE_MARGINS = Margins(25.0, 25.0, 35.0, 20.0)


class Face(StrEnum):
    """The three faces an appendix uses."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


def points(millimetres: float) -> float:
    """Convert millimetres to points (1/72 inch).

    >>> round(points(25.4), 6)
    72.0
    """
    return millimetres * POINTS_PER_MM


def line_spans(text: str, limit: float, words: Mapping[str, float], space: float) -> list[tuple[int, int]]:
    """Break text greedily into lines no wider than a limit; each line as (start, end) in the text.

    Lines break at spaces and line feeds only, so the result needs no fewer lines than any program that also breaks
    after hyphens; a word wider than the limit is cut, after a joining mark if it has one. Widths and limit have
    one unit, whichever it is.

    >>> line_spans("Sở Nội vụ", 6, {"Sở": 2, "Nội": 3, "vụ": 2}, 1)
    [(0, 6), (7, 9)]
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for paragraph in text.split("\n"):
        start = end = position = offset
        used = 0.0
        for word in paragraph.split(" "):
            width = words[word]
            if used and used + width > limit:
                spans.append((start, end))
                start, used = position, 0.0
            if width > limit:
                cuts = _cut(word, limit, words)
                spans.extend((position + first, position + last) for first, last in cuts[:-1])
                start = position + cuts[-1][0]
                width = words[word[cuts[-1][0] :]]
            used += width + space
            end = position + len(word)
            position = end + 1
        spans.append((start, end))
        offset += len(paragraph) + 1
    return spans


def count_lines(text: str, limit: float, words: Mapping[str, float], space: float) -> int:
    """Count the lines of ``line_spans`` without making them; for row heights.

    >>> count_lines("Sở Nội vụ", 6, {"Sở": 2, "Nội": 3, "vụ": 2}, 1)
    2
    """
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0.0
        for word in paragraph.split(" "):
            width = words[word]
            if width > limit:
                return len(line_spans(text, limit, words, space))
            if used and used + width > limit:
                lines += 1
                used = 0.0
            used += width + space
    return lines


def _cut(word: str, limit: float, words: Mapping[str, float]) -> list[tuple[int, int]]:
    """Cut a word that is wider than a line into pieces that are not; at least one character each."""
    pieces = []
    start = 0
    used = 0.0
    for index, char in enumerate(word):
        if used + words[char] > limit and index > start:
            joined = max(word.rfind(mark, start, index) for mark in "/-.,;:_@)")
            cut = joined + 1 if joined > start else index
            pieces.append((start, cut))
            start = cut
            used = sum(words[part] for part in word[start:index])
        used += words[char]
    pieces.append((start, len(word)))
    return pieces


def share_width(shares: Sequence[float], needed: Sequence[float], total: float) -> tuple[float, ...]:
    """Divide a width among columns by their shares, but give each what its longest word needs while there is room.

    >>> share_width([40, 10, 10], [0.0, 30.0, 0.0], 120)
    (72.0, 30.0, 18.0)
    """
    room = sum(needed)
    if room >= total:
        return tuple(total * need / room for need in needed)
    fixed: dict[int, float] = {}
    while True:
        free = [index for index in range(len(shares)) if index not in fixed]
        unit = (total - sum(fixed.values())) / sum(shares[index] for index in free)
        short = {index: needed[index] for index in free if shares[index] * unit < needed[index]}
        if not short or len(short) == len(free):
            return tuple(fixed.get(index, shares[index] * unit) for index in range(len(shares)))
        fixed |= short


class _Words(dict[str, float]):
    """Widths of words of one face in 1/2048 em, added up once per word."""

    def __init__(self, chars: Mapping[str, int]) -> None:
        super().__init__()
        self._chars = chars
        self._other = max(chars.values())

    def __missing__(self, word: str) -> float:
        chars, other = self._chars, self._other
        width = self[word] = float(sum(chars.get(char, other) for char in word))
        return width


class TimesMetrics:
    """Widths of Times New Roman text, from a table; a character that is not in it counts as the widest one."""

    def __init__(self, path: Path) -> None:
        widths: dict[Face, dict[str, int]] = {face: {} for face in Face}
        for line in path.read_text(encoding="utf-8").splitlines():
            code, *columns = line.split(",")
            if line.startswith("#") or code == "code":
                continue
            for face, width in zip(Face, columns, strict=True):
                widths[face][chr(int(code, 16))] = int(width)
        self.words: dict[Face, Mapping[str, float]] = {face: _Words(chars) for face, chars in widths.items()}
        self.space: dict[Face, float] = {face: float(chars[" "]) for face, chars in widths.items()}

    def width(self, text: str, size: float, face: Face = Face.REGULAR) -> float:
        """Return the width in points of text on one line."""
        return (
            sum(self.words[face][word] for word in text.split(" ")) + text.count(" ") * self.space[face]
        ) * (size / 2048)

    def lines(self, text: str, width: float, size: float, face: Face = Face.REGULAR) -> int:
        """Count the lines text takes in a width in points."""
        return count_lines(text, width * 2048 / size, self.words[face], self.space[face])

    def spans(self, text: str, width: float, size: float, face: Face = Face.REGULAR) -> list[tuple[int, int]]:
        """Break text into lines within a width in points; (start, end) each."""
        return line_spans(text, width * 2048 / size, self.words[face], self.space[face])


@lru_cache(maxsize=4)
def times_metrics(path: Path | None = None) -> TimesMetrics:
    """Return the bundled metrics, read once; a path names another table."""
    if path is None:
        from cchc_desktop.paths import resources

        path = resources() / "fonts" / "times-widths.csv"
    return TimesMetrics(path)
