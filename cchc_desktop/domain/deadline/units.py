"""Units of time without a number of their own: "quý", "6 tháng", "năm", "Tuần 1-3"; what stands beside them decides their meaning."""

from typing import NamedTuple

from cchc_desktop.domain.deadline.expressions import Found
from cchc_desktop.domain.deadline.numerals import (
    SPOKEN,
    counts_something,
    following_words,
    is_number,
    month_number,
    quarter_number,
)
from cchc_desktop.domain.deadline.tokens import Phrase, TokenKind
from cchc_desktop.domain.deadline.words import Mark, Role

SURE_STEPS = frozenset({1, 3, 6, 9, 12})
"""Months of a period whose ends are the same in every plan; "2 tháng/lần" may begin anywhere."""
_NO_UNIT = frozenset({"dinh", "che", "trinh", "hoach", "mo", "luat", "uoc", "hoc", "ngan", "tai"})
"""After "quý", "năm" these make another word ("quy định", "năm học")."""


class Length(NamedTuple):
    """Length of a period in months (0: weeks or days) and the place after its words."""

    months: int
    after: int


def length(phrase: Phrase, at: int) -> Length | None:
    """Read a unit without a number of its own: "quý", "6 tháng", "02 năm", "nửa năm", "tuần"."""
    tokens = phrase.tokens
    times = tokens[at].numbers[0] if is_number(tokens[at], 1, 60) else _spoken_count(phrase, at)
    if times and tokens[at + 1].key in {"thang", "quy", "nam", "tuan", "ngay", "nien"}:
        unit = {"thang": 1, "quy": 3, "nam": 12, "nien": 12}.get(tokens[at + 1].key, 0)
        return Length(times * unit, at + 2)
    key = tokens[at].key
    if (key, tokens[at + 1].key) in {("nua", "nam"), ("ban", "nien")}:
        return Length(6, at + 2)
    if key == "thang":
        return None if month_number(phrase, at + 1) or has_numbers(phrase, at + 1) else Length(1, at + 1)
    if tokens[at + 1].key in _NO_UNIT:
        return None
    if key in {"quy", "qui"}:
        return None if quarter_number(phrase, at + 1) or has_numbers(phrase, at + 1) else Length(3, at + 1)
    return Length(12 if key == "nam" else 0, at + 1) if key in {"nam", "tuan", "ngay"} else None


def _spoken_count(phrase: Phrase, at: int) -> int:
    """Return the number a word names; "năm" before "tháng 10" or "quý IV" is the year and not five."""
    if month_number(phrase, at + 2) or quarter_number(phrase, at + 2) or has_numbers(phrase, at + 2):
        return 0
    return SPOKEN.get(phrase.tokens[at].key, 0)


def has_numbers(phrase: Phrase, at: int) -> bool:
    """Tell whether a numeric month, day or chain stands here, which numbers the unit before it."""
    return phrase.tokens[at].kind in {TokenKind.MONTH, TokenKind.DAY, TokenKind.CHAIN}


def weeks(phrase: Phrase, at: int) -> Found | None:
    """Read "Tuần 1-3" of a project, counted from a start that is not printed."""
    tokens = phrase.tokens
    start = at + 2 if tokens[at + 1].key == "thu" else at + 1
    if tokens[at].key != "tuan" or not is_number(tokens[start], 1, 60):
        return None
    after = start + 1
    while tokens[after].key in {"-", "den", ",", "va"} and (
        is_number(tokens[after + 1], 1, 60) or tokens[after + 1].key == "tuan"
    ):
        after += 2
        after += is_number(tokens[after], 1, 60) and tokens[after - 1].key == "tuan"
    return [Mark(Role.WEEKS, phrase.quote(at, after))], after


def bare_unit(phrase: Phrase, at: int) -> Found | None:
    """Read "quý", "6 tháng", "năm" that name no period; what stands beside them decides what they mean."""
    tokens = phrase.tokens
    if tokens[at].key == "trong" and tokens[at + 1].key in {"thang", "quy", "qui", "tuan", "ngay", "ky"}:
        unit = length(phrase, at + 1)
        numbered = has_numbers(phrase, at + 2) or is_number(tokens[at + 2])
        placed = tokens[at + 2].key in {"dau", "cuoi", "giua", "thu"}
        if placed or ((unit is None or numbered) and tokens[at + 1].key != "ky"):
            return None
        after = at + 2 if unit is None else unit.after
        return [Mark(Role.THIS_UNIT, phrase.quote(at, after))], after
    unit = length(phrase, at)
    if unit is None or unit.months == 0 or counts_something(tokens, unit.after):
        return None
    relative = following_words(tokens, unit.after) or int(tokens[unit.after].key in {"nay", "truoc"})
    following = tokens[unit.after + relative]
    dated = following.key in {"ngay", "thang", "quy"} or following.kind in {TokenKind.DAY, TokenKind.MONTH}
    if relative and not is_number(tokens[at]) and not dated:
        return [Mark(Role.THIS_UNIT, phrase.quote(at, unit.after + relative))], unit.after + relative
    if unit.months not in SURE_STEPS or (is_number(tokens[at], 2) and tokens[at + 1].key == "nam"):
        return [Mark(Role.THIS_UNIT, phrase.quote(at, unit.after))], unit.after
    return [Mark(Role.BARE_UNIT, phrase.quote(at, unit.after), unit.months)], unit.after
