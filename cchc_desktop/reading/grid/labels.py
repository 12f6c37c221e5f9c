"""Numbers of sections and rows: "I.", "A.", "1.", "1.1", "a)", "-" — what they are and what may follow what."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cchc_desktop.text import squash

_VIETNAMESE_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_ROMAN = r"X{0,3}(?:IX|IV|V?I{0,3})"
_DECIMAL = r"(?:\d{1,5}|\d{1,3}(?:\.\d{1,3}){1,4})"

_WHOLE = re.compile(
    rf"(?P<open>\()?(?:(?P<mixed>(?=[IVX]){_ROMAN}(?:\.\d{{1,3}})+)|(?P<roman>(?=[IVX]){_ROMAN})"
    rf"|(?P<capital>[A-HĐ])|(?P<decimal>{_DECIMAL})|(?P<letter>[a-hđ]|[a-z](?=[.)])))(?P<close>[.):/]|\.\)|\)\.)?"
    r"|(?P<bullet>[-–—+•*▪●])"
)
_WORDED = re.compile(
    r"(?:phần|mục|nhóm|chương|lĩnh vực)(?: thứ)?\s+"
    rf"(?:(?P<roman>(?=[IVX]){_ROMAN})|(?P<decimal>\d{{1,2}}))\b(?:\s*[.:)\-–/]\s*|\s+)(?P<rest>\S.*)",
    re.IGNORECASE,
)
_LEADING = (
    re.compile(rf"(?P<mixed>(?=[IVX]){_ROMAN}(?:\.\d{{1,3}})+)\.?\s+(?P<rest>\S.*)"),
    re.compile(rf"(?P<roman>(?=[IVX]){_ROMAN})(?:\s?[.):]\s*|\s?[-–/]\s+)(?P<rest>\S.*)"),
    re.compile(r"(?P<capital>[A-HĐ])(?:\s?[.):]|\s?[-–/])\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<decimal>\d{1,3})(?:\s?[.:/]\s+(?P<rest>\S.*))"),
    re.compile(r"(?P<decimal>\d{1,3})\.(?P<rest>[^\W\d_].*)"),
    re.compile(r"(?P<decimal>\d{1,3})\s?[-–]\s+(?P<rest>[^\W\d_].*)"),
    re.compile(r"(?P<open>\()(?P<decimal>\d{1,3})(?P<close>\))\s*(?P<rest>\S.*)"),
    re.compile(r"(?P<decimal>\d{1,3})(?P<close>\))\s*(?P<rest>\S.*)"),
    re.compile(r"(?P<letter>[a-zđ])(?P<close>\))\s*(?P<rest>\S.*)"),
    re.compile(r"(?P<letter>[a-zđ])\.\s+(?P<rest>\S.*)"),
    re.compile(r"(?P<bullet>[-–—+•*▪●])\s*(?P<rest>[^\W_].*)"),
)


class LabelKind(StrEnum):
    """What a printed number is made of."""

    ROMAN = "roman"
    CAPITAL = "capital"
    DECIMAL = "decimal"
    LETTER = "letter"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number of a section or row."""

    text: str
    """As printed, without its dot."""
    kind: LabelKind
    path: tuple[int, ...] = ()
    """"1.2" is (1, 2), "II" is (2,), "c" is (3,)."""


@lru_cache(maxsize=4096)
def whole_label(text: str) -> Label | None:
    """Read a cell that holds nothing but a number.

    >>> whole_label("1.2.").text, whole_label("IV").path, whole_label("12 cuộc")
    ('1.2', (4,), None)
    """
    found = _WHOLE.fullmatch(squash(text))
    return _label(found) if found else None


@lru_cache(maxsize=4096)
def leading_label(text: str) -> tuple[Label, str] | None:
    """Read the number a text begins with and the rest; a number within a phrase is none.

    >>> leading_label("1. Tổng kết")[0].text, leading_label("107/2021/NĐ-CP ngày 06/12/2021")
    ('1', None)
    """
    squashed = squash(text)
    for pattern in _LEADING:
        found = pattern.fullmatch(squashed)
        if found:
            return _label(found), found["rest"]
    return None


def heading_label(text: str) -> tuple[Label, str] | None:
    """Read the number of a heading, also one in words.

    >>> heading_label("Phần II: Cải cách thể chế")[0].text, heading_label("III- Thể chế")[1]
    ('II', 'Thể chế')
    """
    found = _WORDED.fullmatch(squash(text))
    return (_label(found), found["rest"]) if found else leading_label(text)


def begins_with_bullet(text: str) -> bool:
    """Tell a text that begins with a dash or another bullet.

    >>> begins_with_bullet("- Kiểm tra đột xuất"), begins_with_bullet("Kiểm tra")
    (True, False)
    """
    found = leading_label(text)
    return found is not None and found[0].kind is LabelKind.BULLET


def follows(previous: Label | None, label: Label) -> bool:
    """Tell whether a row's number can come after the number of the row before.

    >>> one, two = whole_label("1"), whole_label("2")
    >>> follows(one, two), follows(two, one), follows(None, two)
    (True, False, False)
    """
    if label.kind is LabelKind.BULLET:
        return True
    if label.kind is LabelKind.LETTER:
        return label.path == (1,) or (
            previous is not None and previous.kind is LabelKind.LETTER and _next_letter(previous, label)
        )
    if previous is None or previous.kind in {LabelKind.LETTER, LabelKind.BULLET}:
        return all(step == 1 for step in label.path)
    return label.path in _successors(previous.path)


def is_child(parent: Label, label: Label) -> bool:
    """Tell whether a number belongs under another: "1.1", "a)" and "-" under "1".

    >>> is_child(whole_label("1"), whole_label("1.1")), is_child(whole_label("1"), whole_label("2"))
    (True, False)
    """
    if label.kind in {LabelKind.LETTER, LabelKind.BULLET}:
        return parent.kind is LabelKind.DECIMAL
    if parent.kind in {LabelKind.LETTER, LabelKind.BULLET}:
        return False
    return len(label.path) > len(parent.path) and label.path[: len(parent.path)] == parent.path


def _successors(path: tuple[int, ...]) -> set[tuple[int, ...]]:
    ups = {(*path[:depth], path[depth] + 1) for depth in range(len(path))}
    return ups | {(*path, 1)}


def _next_letter(previous: Label, label: Label) -> bool:
    pairs = (
        (letters.find(previous.text[0]), letters.find(label.text[0]))
        for letters in (_VIETNAMESE_LETTERS, _LATIN_LETTERS)
    )
    return any(before >= 0 and after == before + 1 for before, after in pairs)


def _label(found: re.Match[str]) -> Label:
    parts = found.groupdict()
    kind = next(kind for kind in ("mixed", *LabelKind) if parts.get(kind))
    core = parts[kind]
    close = parts.get("close") or ""
    text = f"{parts.get('open') or ''}{core}{')' if ')' in close else ''}"
    if kind == "mixed":
        roman, *rest = core.split(".")
        return Label(text, LabelKind.DECIMAL, (_roman_value(roman), *map(int, rest)))
    return Label(text, LabelKind(kind), _path(LabelKind(kind), core))


def _path(kind: LabelKind, core: str) -> tuple[int, ...]:
    if kind is LabelKind.DECIMAL:
        return tuple(int(step) for step in core.split("."))
    if kind is LabelKind.ROMAN:
        return (_roman_value(core.upper()),)
    if kind is LabelKind.BULLET:
        return ()
    return (_LATIN_LETTERS.find(core.lower()) + 1,)


def _roman_value(roman: str) -> int:
    total = 0
    for char, after in zip(roman, f"{roman[1:]} ", strict=True):
        value = _ROMAN_DIGITS[char]
        total += -value if _ROMAN_DIGITS.get(after, 0) > value else value
    return total
