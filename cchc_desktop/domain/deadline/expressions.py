"""Recognises months, quarters, years ("quý II/2023", "6 tháng đầu năm"); their parts are in parts, days in days."""

from collections.abc import Callable
from dataclasses import replace

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.numerals import (
    ROMAN,
    SPOKEN,
    Year,
    follows,
    is_number,
    is_year,
    month_number,
    named_year,
    quarter_number,
    year_suffix,
)
from cchc_desktop.domain.deadline.tokens import Phrase, Token, TokenKind
from cchc_desktop.domain.deadline.values import Calendar, Cycle, Unit
from cchc_desktop.domain.deadline.words import Mark, Role

Piece = Calendar | Cycle | Mark
Found = tuple[list[Piece], int]
One = tuple[Calendar, int]

AND = Mark(Role.SEPARATOR)
MONTH_WORDS = frozenset({"thang", "t", "th", "thg"})
QUARTER_WORDS = frozenset({"quy", "qui", "q"})
_GLUED_QUARTERS = {
    f"{word}{roman}": number for roman, number in ROMAN.items() if number <= 4 for word in QUARTER_WORDS
}
_PLAIN_YEARS = range(1990, 2101)
"""A bare number in this range is a year."""


def with_year(phrase: Phrase, calendar: Calendar, at: int) -> One:
    """Add the year that follows, if one does and none is known."""
    if calendar.year is not None:
        return calendar, at
    year = year_suffix(phrase.tokens, at)
    dated = replace(calendar, year=year.value, shift=year.shift, doubts=(*calendar.doubts, *year.doubts))
    return dated, year.after


def month(phrase: Phrase, at: int) -> Found | None:
    """Read "tháng 2/2023", "T2/2023", "tháng Ba"; "tháng 6/12" gives two months that need a look."""
    tokens = phrase.tokens
    if tokens[at].key not in MONTH_WORDS:
        return None
    start = at + 2 if tokens[at + 1].key == "." else at + 1
    token = tokens[start]
    if token.kind is TokenKind.MONTH:
        return [_numeric_month(token)], start + 1
    if token.kind is TokenKind.CHAIN:
        return _listed(token.numbers, None, ()), start + 1
    if token.kind is TokenKind.DAY:
        return _slashed_months(token), start + 1
    if tokens[at].key != "thang" and token.kind is not TokenKind.NUMBER:
        return None
    number = month_number(phrase, start)
    if number is None:
        return None
    one, after = with_year(phrase, Calendar(Unit.MONTH, number.value, doubts=number.doubts), number.after)
    return [one], after


def _numeric_month(token: Token, *doubts: str) -> Calendar:
    first = {"ym": (say.YEAR_FIRST,), "en": (say.ENGLISH,)}.get(token.key, ())
    return Calendar(Unit.MONTH, token.numbers[0], year=token.numbers[1], doubts=(*first, *doubts))


def _slashed_months(token: Token) -> list[Piece]:
    """Read what follows "tháng" when it looks like a day: "3/23" (year), "6/12" (two months), "15/3/2023" (a day)."""
    first, second, *year = token.numbers
    if year and first <= 12:
        return _listed((first, second), year[0], (say.SLASH,))
    if year or second <= 12 < first:
        return [Calendar(Unit.DAY, second, first, year[0] if year else None, doubts=(say.NO_PREFIX,))]
    if second > 12:
        return [Calendar(Unit.MONTH, first, year=2000 + second, doubts=(say.SHORT_YEAR,))]
    return _listed((first, second), None, (say.SLASH,))


def _listed(
    numbers: tuple[int, ...], year: int | None, doubts: tuple[str, ...], unit: Unit = Unit.MONTH
) -> list[Piece]:
    pieces: list[Piece] = []
    for number in numbers:
        pieces += [Calendar(unit, number, year=year, doubts=doubts), AND]
    return pieces[:-1]


def quarter(phrase: Phrase, at: int) -> Found | None:
    """Read "Quý IV năm 2023", "Q1/2023", "quý 1", "QII"."""
    tokens = phrase.tokens
    key = tokens[at].key
    if key in _GLUED_QUARTERS:
        one, after = with_year(phrase, Calendar(Unit.QUARTER, _GLUED_QUARTERS[key]), at + 1)
        return [one], after
    if key not in QUARTER_WORDS:
        return None
    start = at + 2 if tokens[at + 1].key in {".", ":"} else at + 1
    token = tokens[start]
    if token.kind is TokenKind.MONTH:
        return [Calendar(Unit.QUARTER, token.numbers[0], year=token.numbers[1])], start + 1
    if token.kind is TokenKind.CHAIN:
        return _listed(token.numbers, None, (say.SLASH,), Unit.QUARTER), start + 1
    if token.kind is TokenKind.DAY and tokens[at + 1].key == ":":
        return None
    if token.kind is TokenKind.DAY and token.key != ".":
        return _slashed_quarters(token), start + 1
    number = quarter_number(phrase, start)
    if number is None:
        return None
    one, after = with_year(phrase, Calendar(Unit.QUARTER, number.value, doubts=number.doubts), number.after)
    return [one], after


def _slashed_quarters(token: Token) -> list[Piece]:
    first, second = token.numbers[:2]
    if second > 4 and len(token.numbers) == 2:
        return [Calendar(Unit.QUARTER, first, year=2000 + second, doubts=(say.SHORT_YEAR,))]
    year = token.numbers[2] if len(token.numbers) > 2 else None
    return _listed((first, second), year, (say.SLASH,), Unit.QUARTER)


def several_months(phrase: Phrase, at: int) -> Found | None:
    """Read "6 tháng đầu năm 2023", "ba tháng cuối năm", "2 quý đầu năm", "6T đầu năm"."""
    tokens = phrase.tokens
    count = tokens[at].numbers[0] if is_number(tokens[at], 1, 99) else SPOKEN.get(tokens[at].key, 0)
    if not count or tokens[at + 1].key not in MONTH_WORDS | QUARTER_WORDS:
        return None
    if tokens[at + 2].key not in {"dau", "cuoi"}:
        return _months_of_year(phrase, at, count)
    number = count * 3 if tokens[at + 1].key in QUARTER_WORDS else count
    unit = Unit.FIRST_MONTHS if tokens[at + 2].key == "dau" else Unit.LAST_MONTHS
    after = at + 4 if tokens[at + 3].key == "cua" else at + 3
    if tokens[after].key in {"quy", "qui", "thang", "tuan"}:
        return None
    if tokens[after].key == "nam" and named_year(tokens, after) is None:
        after += 1
    one, after = with_year(phrase, Calendar(unit, number), after)
    return [one], after


def _months_of_year(phrase: Phrase, at: int, count: int) -> Found | None:
    """Read "6 tháng năm 2023", "9T/2023", whose months are those that begin the year; "15 tháng năm 2023" is a day in May."""
    tokens = phrase.tokens
    skipped = at + 3 if tokens[at + 2].key == "/" else at + 2
    named = named_year(tokens, skipped)
    numbered = tokens[skipped] if is_year(tokens[skipped]) and tokens[at + 2].key == "/" else None
    if count not in {3, 6, 9} or tokens[at + 1].key in QUARTER_WORDS or not (named or numbered):
        return None
    year = named or Year(tokens[skipped].numbers[0], 0, skipped + 1)
    months = Calendar(
        Unit.FIRST_MONTHS, count, year=year.value, shift=year.shift, doubts=(say.FIRST_MONTHS, *year.doubts)
    )
    return [months], year.after


def _numbered_half(phrase: Phrase, at: int) -> Found | None:
    token = phrase.tokens[at]
    if token.kind not in {TokenKind.NUMBER, TokenKind.MONTH} or token.numbers[0] not in {1, 2}:
        return None
    unit = Unit.FIRST_MONTHS if token.numbers[0] == 1 else Unit.LAST_MONTHS
    half = Calendar(
        unit, 6, year=token.numbers[1] if len(token.numbers) > 1 else None, doubts=(say.ENGLISH_HALF,)
    )
    one, after = with_year(phrase, half, at + 1)
    return [one], after


def half_year(phrase: Phrase, at: int) -> Found | None:
    """Read "nửa năm đầu", "nửa năm cuối 2023", and "H1", which needs a look."""
    tokens = phrase.tokens
    if tokens[at].key == "h" and tokens[at].end == tokens[at + 1].start:
        return _numbered_half(phrase, at + 1)
    if (
        tokens[at].key != "nua"
        or not follows(tokens, at, "nua", "nam")
        or tokens[at + 2].key not in {"dau", "cuoi", "sau"}
    ):
        return None
    unit = Unit.FIRST_MONTHS if tokens[at + 2].key == "dau" else Unit.LAST_MONTHS
    one, after = with_year(phrase, Calendar(unit, 6), at + 3)
    return [one], after


def year(phrase: Phrase, at: int) -> Found | None:
    """Read "năm 2023", "trong năm", "cả năm 2023", "2025"."""
    tokens = phrase.tokens
    if is_number(tokens[at], _PLAIN_YEARS.start, _PLAIN_YEARS.stop - 1):
        return [Calendar(Unit.YEAR, year=tokens[at].numbers[0])], at + 1
    if tokens[at].key not in {"nam", "trong", "ca", "toan"}:
        return None
    named = named_year(tokens, at)
    if named is not None:
        return [Calendar(Unit.YEAR, year=named.value, shift=named.shift, doubts=named.doubts)], named.after
    for words in (
        ("trong", "ca", "nam"),
        ("trong", "toan", "nam"),
        ("trong", "nam"),
        ("ca", "nam"),
        ("toan", "nam"),
    ):
        if follows(tokens, at, *words):
            return _this_year(phrase, at + len(words))
    return None


def _this_year(phrase: Phrase, after: int) -> Found | None:
    if phrase.tokens[after].key in {"hoc", "ngan"}:
        return None
    named = named_year(phrase.tokens, after - 1)
    if named is not None:
        return [Calendar(Unit.YEAR, year=named.value, shift=named.shift, doubts=named.doubts)], named.after
    one, after = with_year(phrase, Calendar(Unit.YEAR), after)
    return [one], after


def quarter_of_year(phrase: Phrase, at: int) -> Found | None:
    """Read a bare "IV/2023", which needs a look."""
    tokens = phrase.tokens
    number = ROMAN.get(tokens[at].key, 9)
    if number > 4 or tokens[at + 1].key != "/" or not is_year(tokens[at + 2]):
        return None
    return [Calendar(Unit.QUARTER, number, year=tokens[at + 2].numbers[0], doubts=(say.NO_PREFIX,))], at + 3


def bare_month(phrase: Phrase, at: int) -> Found | None:
    """Read "02/2023", which is a month and a year, never a day."""
    token = phrase.tokens[at]
    return ([_numeric_month(token)], at + 1) if token.kind is TokenKind.MONTH else None


WHOLES: tuple[Callable[[Phrase, int], Found | None], ...] = (
    several_months, half_year, quarter, month, year, bare_month, quarter_of_year,
)  # fmt: skip


def whole(phrase: Phrase, at: int) -> Found | None:
    """Read a period without a part word before it."""
    for recognise in WHOLES:
        found = recognise(phrase, at)
        if found is not None:
            return found
    return None
