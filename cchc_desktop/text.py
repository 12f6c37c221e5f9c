"""Vietnamese text: one normal form at the border, folding for search, a key that sorts as a dictionary does.

Standard library only, below every other room: the domain may use it.
"""

import re
import unicodedata

_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_STROKES = str.maketrans({"đ": "d", "Đ": "D"})
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: index for index, letter in enumerate(_ALPHABET, start=1)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng


def nfc(text: str) -> str:
    """Give text its composed form (NFC) without invisible and control characters; line breaks stay."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def squash(text: str) -> str:
    r"""Normalise and make every run of white space, also line breaks, one space.

    >>> squash("  Sở\n Nội  vụ ")
    'Sở Nội vụ'
    """
    return _SPACES.sub(" ", nfc(text)).strip()


def fold(text: str) -> str:
    """Fold text for comparing and searching: no tone marks, no letter marks, no case, single spaces.

    >>> fold("Điều hành")
    'dieu hanh'
    """
    decomposed = unicodedata.normalize("NFD", squash(text).translate(_STROKES).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Make a key that sorts Vietnamese words as a dictionary does: letters first, then tones.

    >>> sorted(["Đà Nẵng", "Đắk Lắk", "Dân tộc", "Da Nang"], key=collation_key)
    ['Da Nang', 'Dân tộc', 'Đà Nẵng', 'Đắk Lắk']
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in nfc(text).casefold():
        parts = unicodedata.normalize("NFD", char)
        tone = next((_TONE_RANK[mark] for mark in parts if mark in _TONE_RANK), 0)
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONE_RANK))
        letters.append(
            100 + _LETTER_RANK[base] if base in _LETTER_RANK else ord(base[0]) % 100 if base else 0
        )
        tones.append(tone)
    return tuple(letters), tuple(tones)
