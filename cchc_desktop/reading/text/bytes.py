"""Bytes of text files into Unicode: UTF-8, UTF-16, and old Vietnamese code pages when their words make sense."""

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.reading import refusals
from cchc_desktop.reading.letters.legacy import repaired_text, sense_of
from cchc_desktop.reading.letters.tables import latin_view

LARGEST_TEXT = 8 * 2**20
"""Bytes; the longest plan with all its appendices stays below one."""
_MOST_LINES = 40_000
_LONGEST_LINE = 100_000
_MOST_STROKES = 400_000
"""Tabs and upright strokes: the cells of all tables."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEWEST_WORDS = 2
"""Vietnamese words that a text without Unicode must make to be believed."""
_MOST_WRONG = 0.12
"""Share of words in it that may be strange: names, abbreviations."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what there is to say about its letters."""

    text: str
    notices: tuple[tuple[str, str], ...] = ()


def decode(name: str, data: bytes) -> str:
    """Decode a text; see ``decoded``."""
    return decoded(name, data).text


@lru_cache(maxsize=2)
def decoded(name: str, data: bytes) -> Decoded:
    """Decode a text: UTF-8 or UTF-16, with or without a mark at the beginning, else an old Vietnamese code page.

    Raises FileProblem for everything else, since a wrong guess would give wrong words, and for endless texts.
    """
    if len(data) > LARGEST_TEXT:
        raise refusals.too_large(name, f"hơn {LARGEST_TEXT // 2**20} MB chữ")
    data = data.rstrip(b"\x1a")
    text = _unicode(data)
    return _old(name, data) if text is None else Decoded(*repaired_text(name, checked(name, text)))


def _unicode(data: bytes) -> str | None:
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    for attempt in (encoding,) if encoding else ("utf-8", _silent_utf16(data)):
        try:
            text = data.decode(attempt) if attempt else ""
        except UnicodeDecodeError:
            continue
        if attempt and not _CONTROLS.search(text):
            return text
    return None


def _old(name: str, data: bytes) -> Decoded:
    """Decode bytes of a code page with one byte for a letter."""
    if data.startswith(tuple(bom for bom, _ in _BOMS)) or _CONTROLS.search(data.decode("latin-1")):
        raise refusals.unknown_encoding(name)
    text, notices = repaired_text(name, checked(name, latin_view(data)))
    sense = sense_of(text)
    if sense.good < _FEWEST_WORDS or sense.alien or sense.wrong > _MOST_WRONG * (sense.good + sense.wrong):
        raise refusals.unknown_encoding(name)
    return Decoded(text, notices)


def checked(name: str, text: str) -> str:
    """Give a text plain line ends; raise FileProblem when it is longer than anything that a person wrote."""
    if len(text) > LARGEST_TEXT:
        raise refusals.too_large(name, f"hơn {LARGEST_TEXT // 2**20} triệu chữ")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if sum(plain.count(stroke) for stroke in "\t|│┃║\f\v") > _MOST_STROKES:
        raise refusals.too_large(name, f"hơn {_MOST_STROKES} ô")
    if plain.count("\n") > _MOST_LINES:
        raise refusals.too_large(name, f"hơn {_MOST_LINES} dòng")
    if len(plain) > _LONGEST_LINE and max(map(len, plain.split("\n"))) > _LONGEST_LINE:
        raise refusals.too_large(name, f"có dòng dài hơn {_LONGEST_LINE} chữ")
    return plain


def _silent_utf16(data: bytes) -> str:
    """Return the UTF-16 form that bytes without a mark seem to have: every other byte is often zero."""
    if len(data) < 4 or len(data) % 2:
        return ""
    sample = data[:2000]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > 0.25 * len(sample) / 2 > low:
        return "utf-16-le"
    if low > 0.25 * len(sample) / 2 > high:
        return "utf-16-be"
    return ""
