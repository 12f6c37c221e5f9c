"""Text broken into a few lines for painting: broken once per width, remembered, the last line elided."""

from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from cchc_desktop.text import fold

_REMEMBERED = 20_000
_WIDE = 1_000_000


class Wrapper:
    """Breaks texts for one font; made anew when the font changes."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._known: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return at most ``most`` lines of at most ``width`` pixels; a text that goes on ends in "…"."""
        key = (text, width, most)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._break(text, width, most)
        return found

    def _break(self, text: str, width: int, most: int) -> tuple[str, ...]:
        flat = text.replace("\n", " ").strip()
        if width <= 0 or not flat:
            return ()
        if self.metrics.horizontalAdvance(flat) <= width:
            return (flat,)
        if most == 1:
            return (self.metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width),)
        starts = self._starts(flat, width, most)
        lines = [flat[start:end].strip() for start, end in pairwise(starts)]
        if len(starts) <= most:
            lines.append(flat[starts[-1] :].strip())
            return tuple(lines)
        rest = flat[starts[most - 1] :]
        last = self.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return (*lines[: most - 1], last)

    def _starts(self, text: str, width: int, most: int) -> list[int]:
        """Return where lines begin; one more than wanted when the text goes on."""
        layout = QTextLayout(text, self.font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        return _in_code_points(text, starts)


def hits(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where folded words stand in a text, as (start, end) of the text itself, ascending and merged.

    >>> hits("Điều hành, điều tra", ("dieu",))
    [(0, 4), (11, 15)]
    """
    flat, origin = _folded(text)
    spans: list[tuple[int, int]] = []
    for word in words:
        start = flat.find(word)
        while word and start != -1:
            spans.append((origin[start], origin[start + len(word) - 1] + 1))
            start = flat.find(word, start + len(word))
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        if merged and span[0] <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append(span)
    return merged


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text folded character by character, and for each folded character the place it comes from."""
    folded = [_plain(char) for char in text]
    origin = tuple(place for place, plain in enumerate(folded) for _ in plain)
    return "".join(folded), origin


@lru_cache(maxsize=2048)
def _plain(char: str) -> str:
    return fold(char) or (" " if char.isspace() else "")


def _in_code_points(text: str, places: list[int]) -> list[int]:
    """Turn places counted in UTF-16 units, as Qt counts, into places in the Python string."""
    if text.isascii() or max(map(ord, text)) < 0x10000:
        return places
    units = 0
    converted: dict[int, int] = {}
    for place, char in enumerate(text):
        converted[units] = place
        units += 2 if ord(char) >= 0x10000 else 1
    return [converted.get(place, len(text)) for place in places]
