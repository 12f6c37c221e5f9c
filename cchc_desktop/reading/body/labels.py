"""Numbers and bullets that begin the lines of running text: articles, parts, sections, letters, dashes."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from cchc_desktop.reading.grid.labels import LabelKind, leading_label
from cchc_desktop.text import squash

BULLETS = "-–—+•*▪●◦○■□➢➤✓✔♦·\uf000-\uf0ff"
_BULLET = re.compile(rf"(?P<bullet>[{BULLETS}])(?:\s+(?P<rest>\S.*)|(?P<close>[^\W\d_].*|[“\"(]\S.*))")
_ARTICLE = re.compile(r"(?P<text>Điều (?P<order>\d{1,3}))(?:\s*[.:]\s*(?P<rest>.*)|$)")
_PART = re.compile(
    r"(?P<text>(?:PHẦN|Phần|CHƯƠNG|Chương) (?:thứ |THỨ )?(?P<order>nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM|[IVX]{1,4}|\d))"
    r"\s*[.:–-]?\s*(?P<rest>.*)"
)
_THOUSANDS = re.compile(r"\d{3}|0")
"""What no step of a number is: "1.000 hồ sơ", "2.0 của"."""
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}


class Rank(IntEnum):
    """How high a label stands in the usual order; equal ranks are siblings."""

    ARTICLE = 0
    PART = 1
    CAPITAL = 2
    ROMAN = 3
    DECIMAL = 4
    SECOND_DECIMAL = 5
    THIRD_DECIMAL = 6
    BRACKETED = 7
    LETTER = 8
    BULLET = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with and the text behind it."""

    rank: Rank
    text: str
    """As printed, without its dot: "III", "7.1", "đ)", "-"."""
    path: tuple[int, ...]
    rest: str

    @property
    def number(self) -> str:
        """Return the printed number; bullets have none."""
        return "" if self.rank is Rank.BULLET else self.text


@lru_cache(maxsize=8192)
def read_mark(line: str) -> Mark | None:
    """Read what a line begins with; None for a line of mere text.

    >>> mark = read_mark("7.1. Ứng dụng CNTT")
    >>> mark.rank.name, mark.text, mark.rest
    ('SECOND_DECIMAL', '7.1', 'Ứng dụng CNTT')
    >>> read_mark("- “Một cửa”").rest, read_mark("107/2020/NĐ-CP")
    ('“Một cửa”', None)
    """
    text = squash(line)
    named = _ARTICLE.fullmatch(text) or _PART.fullmatch(text)
    if named:
        rank = Rank.ARTICLE if text.startswith("Điều") else Rank.PART
        order = named["order"]
        value = int(order) if order.isdigit() else _ORDINALS.get(order.lower(), 0)
        return Mark(rank, named["text"], (value,), named["rest"] or "")
    bullet = _BULLET.fullmatch(text)
    if bullet:
        return Mark(Rank.BULLET, bullet["bullet"], (), bullet["rest"] or bullet["close"])
    found = leading_label(text)
    if found is None or found[0].kind is LabelKind.BULLET:
        return None
    label, rest = found
    if any(_THOUSANDS.fullmatch(step) for step in label.text.split(".")[1:]):
        return None
    return Mark(_rank(label.kind, label.text, len(label.path)), label.text, label.path, rest)


def _rank(kind: LabelKind, text: str, depth: int) -> Rank:
    if kind is LabelKind.ROMAN:
        return Rank.ROMAN
    if kind is LabelKind.CAPITAL:
        return Rank.CAPITAL
    if kind is LabelKind.LETTER:
        return Rank.LETTER
    if ")" in text:
        return Rank.BRACKETED
    return (Rank.DECIMAL, Rank.SECOND_DECIMAL, Rank.THIRD_DECIMAL)[min(depth, 3) - 1]
