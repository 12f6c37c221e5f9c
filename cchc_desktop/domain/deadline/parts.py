"""Recognises parts of periods: "cuối quý II", "nửa đầu tháng 3", "10 ngày đầu tháng 6", "tuần 2 tháng 3", "các tháng cuối năm"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.expressions import Found, whole
from cchc_desktop.domain.deadline.numerals import ROMAN, SPOKEN, counts_something, follows, is_number
from cchc_desktop.domain.deadline.tokens import Phrase, Token
from cchc_desktop.domain.deadline.values import Calendar, Part, Unit

_PARTS: tuple[tuple[tuple[str, ...], Part, int, tuple[str, ...]], ...] = (
    (("ngay", "lam", "viec", "cuoi", "cung"), Part.END, 0, (say.WORKDAY,)),
    (("ngay", "lam", "viec", "cuoi"), Part.END, 0, (say.WORKDAY,)),
    (("ngay", "lam", "viec", "dau", "tien"), Part.WORKDAY, 1, (say.WORKDAY,)),
    (("ngay", "cuoi", "cung"), Part.END, 0, ()),
    (("ngay", "cuoi"), Part.END, 0, ()),
    (("ngay", "dau", "tien"), Part.FIRST_DAYS, 1, ()),
    (("nua", "dau"), Part.FIRST_HALF, 0, ()),
    (("nua", "cuoi"), Part.LAST_HALF, 0, ()),
    (("nua", "sau"), Part.LAST_HALF, 0, ()),
    (("thuong", "tuan"), Part.FIRST_DAYS, 10, ()),
    (("trung", "tuan"), Part.MIDDLE_DAYS, 0, ()),
    (("ha", "tuan"), Part.LATE_DAYS, 0, ()),
    (("dau",), Part.START, 0, ()),
    (("giua",), Part.MIDDLE, 0, ()),
    (("cuoi",), Part.END, 0, ()),
)
_PART_STARTS = frozenset(words[0] for words, *_ in _PARTS)
_MANY = frozenset({"cac", "nhung", "may"})
_WEEK_NUMBERS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "tư": 4, "bon": 4} | {
    roman: number for roman, number in ROMAN.items() if number <= 5
}


class Words(NamedTuple):
    """Words that name a part: the part, its count, the place after them and why it needs a look."""

    part: Part
    number: int
    after: int
    doubts: tuple[str, ...] = ()


def part(phrase: Phrase, at: int) -> Found | None:
    """Read a part of a month, quarter, half year or year, together with that period."""
    tokens = phrase.tokens
    words = _part_words(phrase, at)
    if words is None:
        return None
    after = words.after
    if tokens[after].key in {"cua", "trong"} or (words.part is Part.WEEK and tokens[after].key == ","):
        after += 1
    found = whole(phrase, after)
    if found is None:
        if tokens[after].key != "nam" or tokens[after + 1].key in {"hoc", "ngan"}:
            return None
        found = [Calendar(Unit.YEAR)], after + 1
    first = found[0][0]
    if not isinstance(first, Calendar) or first.unit is Unit.DAY:
        return None
    found[0][0] = replace(first, part=words.part, count=words.number, doubts=(*first.doubts, *words.doubts))
    return found


def _part_words(phrase: Phrase, at: int) -> Words | None:
    tokens = phrase.tokens
    if tokens[at].key in _MANY:
        return _many_months(tokens, at + 1)
    weeks = week(tokens, at)
    if weeks is not None:
        return weeks
    if is_number(tokens[at], 1, 31):
        return _days(tokens, at)
    if tokens[at].key not in _PART_STARTS:
        return None
    for words, meant, count, doubts in _PARTS:
        if follows(tokens, at, *words):
            return Words(meant, count, at + len(words), doubts)
    return None


def _days(tokens: Sequence[Token], at: int) -> Words | None:
    """Read "10 ngày đầu", "05 ngày cuối"; working days need the holidays of the year and are only proposed."""
    working = follows(tokens, at + 2, "lam", "viec")
    place = at + 4 if working else at + 2
    if tokens[at + 1].key != "ngay" or tokens[place].key not in {"dau", "cuoi"}:
        return None
    count = tokens[at].numbers[0]
    after = place + 2 if tokens[place + 1].key in {"tien", "cung"} else place + 1
    if tokens[place].key == "cuoi":
        return Words(Part.LAST_DAYS, count, after, (say.WORKDAY,) if working else ())
    meant = Part.WORKDAY if working else Part.FIRST_DAYS
    return Words(meant, count, after, (say.WORKDAY,) if working else ())


def _many_months(tokens: Sequence[Token], at: int) -> Words | None:
    """Read "các tháng cuối", "những quý đầu" of a year: the year's end is sure, how many months are meant is not."""
    if tokens[at].key not in {"thang", "quy"} or tokens[at + 1].key not in {"dau", "cuoi"}:
        return None
    if tokens[at + 2].key not in {"nam", "cua"}:
        return None
    return Words(Part.START if tokens[at + 1].key == "dau" else Part.END, 0, at + 2, (say.VAGUE,))


def week(tokens: Sequence[Token], at: int) -> Words | None:
    """Read "tuần đầu tiên", "tuần 3-4", "tuần lễ thứ hai", "tuần II", "02 tuần đầu"; plans do not say where weeks begin."""
    count = tokens[at].numbers[0] if is_number(tokens[at], 1, 4) else SPOKEN.get(tokens[at].key, 0)
    start = at + 1 if count else at
    if tokens[start].key != "tuan":
        return None
    start += 2 if tokens[start + 1].key == "le" else 1
    if tokens[start].key in {"dau", "cuoi"}:
        after = start + 2 if tokens[start + 1].key in {"tien", "cung"} else start + 1
        return Words(Part.WEEK, (count or 1) if tokens[start].key == "dau" else 0, after, (say.VAGUE,))
    if count:
        return None
    numbered = _week_number(tokens, start + 1 if tokens[start].key == "thu" else start)
    if numbered is None:
        return None
    number, after = numbered
    if tokens[after].key in {"-", "den", ",", "va"}:
        last = _week_number(tokens, after + 2 if tokens[after + 1].key in {"tuan", "thu"} else after + 1)
        number, after = last or (number, after)
    return Words(Part.WEEK, number, after, (say.VAGUE,))


def _week_number(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    if is_number(tokens[at], 1, 5):
        return None if counts_something(tokens, at + 1) else (tokens[at].numbers[0], at + 1)
    number = _WEEK_NUMBERS.get(tokens[at].key)
    return None if number is None else (number, at + 1)
