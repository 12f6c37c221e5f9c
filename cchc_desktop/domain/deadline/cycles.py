"""Recognises what recurs: "hằng quý", "6 tháng/lần", "02 lần/năm", "tháng cuối quý", "thứ Sáu hằng tuần"."""

from collections.abc import Callable
from typing import NamedTuple

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.expressions import MONTH_WORDS, QUARTER_WORDS, Found, with_year
from cchc_desktop.domain.deadline.numerals import (
    following_words,
    follows,
    is_number,
    is_year,
    quarter_number,
)
from cchc_desktop.domain.deadline.parts import week
from cchc_desktop.domain.deadline.tokens import LAST_YEAR, Phrase, TokenKind
from cchc_desktop.domain.deadline.units import SURE_STEPS, Length, has_numbers, length
from cchc_desktop.domain.deadline.values import Calendar, Cycle, Unit
from cchc_desktop.domain.deadline.words import COUNTED

EVERY = frozenset({"hang", "moi", "tung"})
_EVENTS = frozenset({"lan", "cuoc", "dot", "luot", "buoi"})
_PER = frozenset({"/", "trong", "moi", "mot", "tren", "hang", "tung", "cho"})


def every(phrase: Phrase, at: int) -> Found | None:
    """Read "hằng tháng", "mỗi quý 01 lần", "hàng 6 tháng", "các quý trong năm", "theo từng quý"."""
    tokens = phrase.tokens
    key = tokens[at].key
    if key in EVERY or (key == "theo" and tokens[at + 1].key in EVERY):
        start = at + 1 if key in EVERY else at + 2
        unit = length(phrase, start + 1 if tokens[start].key in EVERY else start)
    elif key == "theo":
        unit = length(phrase, at + 1)
        unit = None if unit is not None and is_year(tokens[unit.after]) else unit
    elif (
        key == "cac"
        and tokens[at + 1].key in {"thang", "quy"}
        and tokens[at + 2].key not in {"dau", "cuoi", "con", "tiep"}
    ):
        unit = length(phrase, at + 1)
        unit = (
            Length(unit.months, unit.after + 2)
            if unit and follows(tokens, unit.after, "trong", "nam")
            else unit
        )
    else:
        return None
    unit = unit or _months_of_year(phrase, at + 1)
    if unit is None:
        return None
    times = _times(phrase, unit.after)
    return ([_cycle(unit.months)], unit.after) if times is None else _share(times, unit, times.after)


def _months_of_year(phrase: Phrase, at: int) -> Length | None:
    """Read the "tháng" of "hằng tháng năm 2023", which is not May."""
    return (
        Length(1, at + 1)
        if follows(phrase.tokens, at, "thang", "nam") and is_year(phrase.tokens[at + 2])
        else None
    )


class _Times(NamedTuple):
    least: int
    most: int
    after: int


def _times(phrase: Phrase, at: int) -> _Times | None:
    """Read "01 lần", "02 đến 03 cuộc", "một lần"."""
    tokens = phrase.tokens
    at = at + 2 if follows(tokens, at, "it", "nhat") or follows(tokens, at, "toi", "thieu") else at
    least = (
        tokens[at].numbers[0]
        if is_number(tokens[at], 1, 60)
        else {"mot": 1, "hai": 2, "ba": 3}.get(tokens[at].key, 0)
    )
    if not least:
        return None
    most, noun = least, at + 1
    if tokens[noun].key in {"-", "den", "toi"} and is_number(tokens[noun + 1], 1, 60):
        most, noun = tokens[noun + 1].numbers[0], noun + 2
    for words in (("hoi", "nghi"), ("bao", "cao"), ("van", "ban")):
        if follows(tokens, noun, *words):
            return _Times(least, most, noun + 2)
    return _Times(least, most, noun + 1) if tokens[noun].key in COUNTED else None


def _bare_times(phrase: Phrase, at: int) -> _Times | None:
    """Read the "2" of "2/năm"; "6/năm 2023" is a month."""
    tokens = phrase.tokens
    unit = length(phrase, at + 2) if is_number(tokens[at], 1, 60) and tokens[at + 1].key == "/" else None
    if unit is None or is_number(tokens[at + 2]) or is_number(tokens[unit.after], 0, LAST_YEAR):
        return None
    return _Times(tokens[at].numbers[0], tokens[at].numbers[0], at + 1)


def times_per(phrase: Phrase, at: int) -> Found | None:
    """Read "02 lần/năm", "01 cuộc mỗi quý", "từ 02 đến 03 cuộc trong năm"."""
    tokens = phrase.tokens
    start = at + 1 if tokens[at].key == "tu" else at
    times = _times(phrase, start) or _bare_times(phrase, start)
    if times is None:
        return None
    after = times.after
    while tokens[after].key in _PER:
        after += 1
    unit = length(phrase, after)
    if unit is None or (after == times.after and tokens[after].key != "nam"):
        counted = tokens[times.after - 1].key in _EVENTS
        return (
            ([Cycle(12, vague=True, times=times.most, doubts=(say.COUNT,))], times.after) if counted else None
        )
    return _share(times, unit, unit.after)


def per_time(phrase: Phrase, at: int) -> Found | None:
    """Read "quý/lần", "6 tháng/01 lần", "01 năm một lần", "năm 2 lần"."""
    tokens = phrase.tokens
    unit = length(phrase, at)
    if unit is None:
        return None
    after = unit.after + 1 if tokens[unit.after].key == "/" else unit.after
    if after > unit.after and tokens[after].key in COUNTED:
        return [_cycle(unit.months)], after + 1
    times = _times(phrase, after)
    return None if times is None else _share(times, unit, times.after)


def _cycle(months: int) -> Cycle:
    if months in SURE_STEPS:
        return Cycle(months)
    return Cycle(months, doubts=(say.NO_DATES,) if months == 0 else (say.STEP,))


def _share(times: _Times, unit: Length, after: int) -> Found:
    """Divide a unit into so many parts; the dates are only proposed unless it is once in the unit."""
    if times.least == times.most == 1:
        return [_cycle(unit.months)], after
    even = times.least == times.most and unit.months % times.most == 0
    months = unit.months // times.most if even else unit.months
    return [Cycle(months, times=times.most if even else 0, doubts=(say.COUNT,))], after


def part_of_every(phrase: Phrase, at: int) -> Found | None:
    """Read "cuối mỗi quý", "ngày cuối cùng hằng tháng", "đầu mỗi năm", and a bare "cuối tháng", which needs a look."""
    tokens = phrase.tokens
    working = follows(tokens, at, "ngay", "lam", "viec")
    start = at + 3 if working else at + 1 if tokens[at].key == "ngay" else at
    key = tokens[start].key
    weekly = week(tokens, at)
    counted = is_number(tokens[at], 1, 31) and tokens[at + 1].key == "ngay"
    if counted:
        working = follows(tokens, at + 2, "lam", "viec")
        start = at + 4 if working else at + 2
        key = tokens[start].key
    if weekly is not None:
        start, key = weekly.after - 1, "giua"
    if key not in {"cuoi", "dau", "giua"}:
        return None
    after = start + 2 if tokens[start + 1].key in {"cung", "tien"} else start + 1
    after = after + 1 if tokens[after].key == "cua" else after
    sure = tokens[after].key in EVERY or tokens[after].key == "cac"
    unit = length(phrase, after + 1 if sure else after)
    if unit is None or is_number(tokens[after], 1, 60) or (not sure and unit.months not in {1, 3}):
        return None
    doubts = (*(() if sure else (say.NO_EVERY,)), *((say.WORKDAY,) if working else ()))
    if counted and key == "dau" and unit.months and not working:
        return [Cycle(unit.months, day=tokens[at].numbers[0], month=1, doubts=doubts)], unit.after
    if key == "cuoi":
        return [Cycle(unit.months, doubts=doubts if unit.months else (say.NO_DATES,))], unit.after
    if start == at + 1 and key == "dau" and unit.months and not weekly:
        return [Cycle(unit.months, day=1, month=1, doubts=doubts)], unit.after
    return [Cycle(unit.months, vague=True, doubts=(*doubts, say.VAGUE))], unit.after


def month_position(phrase: Phrase, at: int, day: int | None = None) -> Found | None:
    """Read "tháng cuối quý", "tháng đầu tiên của quý sau", "tháng cuối kỳ báo cáo", "tháng cuối quý II/2023"."""
    tokens = phrase.tokens
    if tokens[at].key not in MONTH_WORDS:
        return None
    placed = _position(phrase, at + 1)
    if placed is None:
        return None
    month, after = placed
    after = after + 1 if tokens[after].key in {"cua", "trong"} else after
    after = after + 1 if (sure := tokens[after].key in EVERY) else after
    if tokens[after].key == "ky":
        after += 3 if follows(tokens, after + 1, "bao", "cao") else 1
        return [Cycle(3, day=day, month=month, any_period=True)], after
    if tokens[after].key == "nam" and not sure and tokens[at + 1].key in {"cuoi", "dau"}:
        return _month_of_year(phrase, after + 1, 12 if tokens[at + 1].key == "cuoi" else 1, day)
    if day is not None and (tokens[after].kind is TokenKind.END or tokens[after].key in {")", ",", ";"}):
        return [Cycle(3, day=day, month=month, any_period=True, doubts=(say.NO_EVERY,))], after
    if tokens[after].key not in QUARTER_WORDS:
        return None
    number = quarter_number(phrase, after + 1)
    if number is not None or has_numbers(phrase, after + 1):
        return _month_of_quarter(phrase, after, month, day)
    later = following_words(tokens, after + 1)
    return [Cycle(3, day=day, month=month, later=later > 0)], after + 1 + later


def _position(phrase: Phrase, at: int) -> tuple[int, int] | None:
    tokens = phrase.tokens
    key = tokens[at].key
    if key in {"cuoi", "dau"}:
        return (0 if key == "cuoi" else 1), at + 2 if tokens[at + 1].key in {"cung", "tien"} else at + 1
    if key == "giua":
        return 2, at + 1
    if key != "thu":
        return None
    token = tokens[at + 1]
    number = token.numbers[0] if is_number(token, 1, 3) else {"nhat": 1, "hai": 2, "ba": 3}.get(token.key)
    return None if number is None else (number, at + 2)


def _month_of_year(phrase: Phrase, after: int, number: int, day: int | None) -> Found:
    """Read "tháng cuối năm", "tháng đầu năm": December, January, with a look."""
    unit = Unit.MONTH if day is None else Unit.DAY
    one, after = with_year(phrase, Calendar(unit, number, day or 0, doubts=(say.POSITION,)), after)
    return [one], after


def _month_of_quarter(phrase: Phrase, at: int, month: int, day: int | None) -> Found | None:
    token = phrase.tokens[at + 1]
    if token.kind is TokenKind.MONTH:
        number, year, after = token.numbers[0], token.numbers[1], at + 2
        doubts: tuple[str, ...] = ()
    else:
        read = quarter_number(phrase, at + 1)
        if read is None:
            return None
        number, year, after, doubts = read.value, None, read.after, read.doubts
    place = number * 3 if month == 0 else number * 3 - 3 + month
    unit = Unit.MONTH if day is None else Unit.DAY
    one, after = with_year(phrase, Calendar(unit, place, day or 0, year, doubts=doubts), after)
    return [one], after


def adjective(phrase: Phrase, at: int) -> Found | None:
    """Read "thường niên" and "bán niên" where nothing is counted."""
    for words, months in ((("thuong", "nien"), 12), (("ban", "nien"), 6)):
        if follows(phrase.tokens, at, *words):
            return [Cycle(months)], at + 2
    return None


_RECOGNISERS: tuple[Callable[[Phrase, int], Found | None], ...] = (
    every, times_per, per_time, part_of_every, month_position, adjective,
)  # fmt: skip
_STARTS = EVERY | frozenset({
    "theo", "cac", "tu", "it", "toi", "mot", "hai", "ba", "bon", "tư", "nam", "sáu", "bay", "tam", "chin", "muoi",
    "thang", "t", "th", "thg", "quy", "qui", "tuan", "ngay", "nua", "ban", "cuoi", "dau", "giua", "thuong",
})  # fmt: skip


def cycle(phrase: Phrase, at: int) -> Found | None:
    """Read a recurring expression at a place."""
    token = phrase.tokens[at]
    if token.kind is not TokenKind.NUMBER and token.key not in _STARTS:
        return None
    for recognise in _RECOGNISERS:
        found = recognise(phrase, at)
        if found is not None:
            return found
    return None
