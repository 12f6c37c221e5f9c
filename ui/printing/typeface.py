"""The typeface of printed pages: Times New Roman, or the nearest serif that has all Vietnamese letters."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from cchc_desktop.writing.measures import FONT_FAMILY, Face

FAMILIES = (FONT_FAMILY, "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif")
"""In order of preference; Liberation Serif and Tinos have the widths of Times New Roman."""
UNIT = 20
"""Layout units in a point: fonts are measured and drawn this much enlarged, so no device's pixels show in the layout."""
_PROBE = "ặỔữỵĐ₫"
_HIGHEST, _LOWEST = "ỖẪỂẲ", "gịụyợ"
_LEAST_PITCH = 1.15
_REFERENCE = 1000


def best_family() -> str:
    """Choose the family: installed, and with every Vietnamese letter, so that no letter comes from another font."""
    for family in FAMILIES:
        if QFontDatabase.hasFamily(family):
            raw = QRawFont.fromFont(QFont(family))
            if all(raw.supportsCharacter(ord(letter)) for letter in _PROBE):
                return family
    return FONT_FAMILY


def make_font(family: str, face: Face, pixels: int) -> QFont:
    """Make a font without hinting: its letters are as wide on the screen as on paper."""
    font = QFont(family)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    font.setBold(face is Face.BOLD)
    font.setItalic(face is Face.ITALIC)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class _Words(dict[str, float]):
    """Widths of words in units of the font size, measured once per word."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, word: str) -> float:
        width = self[word] = self._metrics.horizontalAdvance(word) / _REFERENCE
        return width


class Typeface:
    """One family in three faces, with its measures in units of the font size."""

    def __init__(self, family: str) -> None:
        self.family = family
        fonts = {face: make_font(family, face, _REFERENCE) for face in Face}
        self.words: Mapping[Face, Mapping[str, float]] = {face: _Words(fonts[face]) for face in Face}
        self.space = {face: self.words[face][" "] for face in Face}
        regular, bold = QFontMetricsF(fonts[Face.REGULAR]), QFontMetricsF(fonts[Face.BOLD])
        over = max(-metrics.tightBoundingRect(_HIGHEST).top() for metrics in (regular, bold)) / _REFERENCE
        under = max(metrics.tightBoundingRect(_LOWEST).bottom() for metrics in (regular, bold)) / _REFERENCE
        self.pitch = max(_LEAST_PITCH, over + under + 0.02)
        """Distance of lines: marks stacked on capitals never touch the line above."""
        ascent, descent = regular.ascent() / _REFERENCE, regular.descent() / _REFERENCE
        self.baseline = max((self.pitch - ascent - descent) / 2 + ascent, over)
        """From the top of a line to its base line."""

    def font(self, face: Face, size: float) -> QFont:
        """Return the font for drawing at a size in points, in layout units."""
        return make_font(self.family, face, round(size * UNIT))

    def width(self, text: str, size: float, face: Face) -> float:
        """Return the width in points of text on one line."""
        words = self.words[face]
        return (sum(words[word] for word in text.split(" ")) + text.count(" ") * self.space[face]) * size


@lru_cache(maxsize=4)
def typeface(family: str) -> Typeface:
    """Return a typeface; its measurements are kept."""
    return Typeface(family)
