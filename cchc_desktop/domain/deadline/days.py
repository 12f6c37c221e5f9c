"""Recognises days: "15/3/2023", "ngày 15 tháng 3 và tháng 9", "ngày 20 của tháng cuối quý", "thứ Sáu"."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.cycles import EVERY, month_position
from cchc_desktop.domain.deadline.expressions import AND, MONTH_WORDS, Found, Piece, with_year
from cchc_desktop.domain.deadline.numerals import Number, following_words, is_number, month_number
from cchc_desktop.domain.deadline.tokens import Phrase, Token, TokenKind
from cchc_desktop.domain.deadline.values import Calendar, Cycle, Unit
from cchc_desktop.domain.deadline.words import Mark, Role

_LIST_SIGNS = frozenset({",", "va", "&", "+", "hoac", ";"})
_TRADITIONAL = frozenset({"mong", "mung", "hom", "thu"})
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "tư": 2, "nam": 3, "sáu": 4, "bay": 5}


def day(phrase: Phrase, at: int) -> Found | None:
    """Read a day, several days of months, a day of every month or quarter, or a day whose month stands elsewhere."""
    tokens = phrase.tokens
    if tokens[at].kind is TokenKind.DAY:
        return _numeric(phrase, at)
    start = at + 1 if tokens[at].key == "ngay" else at
    if tokens[start].key in _TRADITIONAL and (start > at or tokens[start].key != "thu"):
        start += 1
    if start > at and tokens[start].kind is TokenKind.DAY:
        return _numeric(phrase, start)
    if tokens[start].kind is not TokenKind.NUMBER or tokens[start].end - tokens[start].start > 2:
        return None
    dashed = _dashed(phrase, start)
    if dashed is not None:
        return dashed
    if start == at:
        return _unannounced(phrase, at)
    days, after = _day_numbers(phrase, start)
    return _of_months(phrase, days, after) or (
        _apart([Mark(Role.DAY_ONLY, number=each) for each in days]),
        after,
    )


def _numeric(phrase: Phrase, at: int) -> Found:
    token = phrase.tokens[at]
    number, month, *year = token.numbers
    doubts = (say.DOTTED,) if token.key == "." else (say.SHORT_YEAR,) if token.key == "yy" else ()
    alone = at == 0 and phrase.tokens[1].kind is TokenKind.END
    if alone and (number, month) == (24, 7) and not year:
        doubts = (say.AROUND_THE_CLOCK,)
    known = None if not year else year[0] + 2000 if token.key == "yy" else year[0]
    one, after = with_year(phrase, Calendar(Unit.DAY, month, number, known, doubts=doubts), at + 1)
    return [one], after


def _dashed(phrase: Phrase, at: int) -> Found | None:
    """Read "31-3", which can be no range of days because it would run backwards; it needs a look."""
    tokens = phrase.tokens
    if (
        tokens[at + 1].key != "-"
        or not is_number(tokens[at + 2], 1, 12)
        or tokens[at + 2].numbers >= tokens[at].numbers
    ):
        return None
    if tokens[at].numbers[0] > 31 or tokens[at + 3].key in MONTH_WORDS | {"-", "/", "ngay", "lan", "cuoc"}:
        return None
    one, after = with_year(
        phrase,
        Calendar(Unit.DAY, tokens[at + 2].numbers[0], tokens[at].numbers[0], doubts=(say.DOTTED,)),
        at + 3,
    )
    return [one], after


def _unannounced(phrase: Phrase, at: int) -> Found | None:
    """Read a number without "ngày": "15 tháng 3", "20 của tháng cuối kỳ", the "01" of "từ 01 đến 15/3"."""
    tokens = phrase.tokens
    number = tokens[at].numbers[0]
    found = _of_months(phrase, [number], at + 1)
    if found is not None and number <= 3 and tokens[at + 1].key == "thang" and isinstance(found[0][0], Cycle):
        return None
    if found is not None:
        direct = isinstance(found[0][0], Cycle) and tokens[at + 1].key == "thang"
        return ([*found[0], Mark(Role.FILLER, doubts=(say.NO_PREFIX,))], found[1]) if direct else found
    if tokens[at + 1].key not in {"-", "den", "toi", ",", "va"}:
        return None
    following = at + 3 if tokens[at + 2].key == "ngay" else at + 2
    if tokens[following].kind is TokenKind.DAY:
        return [Mark(Role.DAY_ONLY, number=number)], at + 1
    if tokens[following].kind is TokenKind.MONTH and tokens[following].key == "":
        return [Calendar(Unit.MONTH, number, doubts=(say.NO_PREFIX,))], at + 1
    if is_number(tokens[following], 1, 31) and (
        _month_after(phrase, following + 1) is not None or _of_months(phrase, [number], following + 1)
    ):
        return [Mark(Role.DAY_ONLY, number=number)], at + 1
    return None


def _day_numbers(phrase: Phrase, at: int) -> tuple[list[int], int]:
    """Read "5", "5 và 20", "5, 15, 25" after "ngày"; numbers that begin something else are left."""
    tokens = phrase.tokens
    days, after = [tokens[at].numbers[0]], at + 1
    while tokens[after].key in _LIST_SIGNS and is_number(tokens[after + 1], 1, 31):
        stops = tokens[after + 2].key in MONTH_WORDS and _month_after(phrase, after + 2) is None
        if stops or tokens[after + 2].key in {"/", "lan", "cuoc", "dot", "ngay", "quy"}:
            break
        days.append(tokens[after + 1].numbers[0])
        after += 2
    return days, after


def _month_after(phrase: Phrase, at: int) -> Number | None:
    """Read "tháng 3" after a day: its number, or the reading of a token that holds month and year."""
    if phrase.tokens[at].key not in MONTH_WORDS:
        return None
    token = phrase.tokens[at + 1]
    if token.kind in {TokenKind.MONTH, TokenKind.CHAIN, TokenKind.DAY}:
        return Number(token.numbers[0], at + 2)
    number = month_number(phrase, at + 1)
    if number is None or phrase.tokens[number.after].key in {"dau", "cuoi"}:
        return None
    return number


def _of_months(phrase: Phrase, days: list[int], at: int) -> Found | None:
    """Join days with what follows: months, a month's place in the quarter, or every month."""
    tokens = phrase.tokens
    skipped, sure = at, False
    while tokens[skipped].key in {"cua", "cac", ",", "/", "trong"} | EVERY and skipped < at + 3:
        sure = sure or tokens[skipped].key in EVERY
        skipped += 1
    if tokens[skipped].key not in MONTH_WORDS:
        return None
    if not sure and _month_after(phrase, skipped) is not None:
        return _months_of(phrase, days, skipped)
    placed = month_position(phrase, skipped, days[0])
    if placed is not None:
        return _apart([_on(piece, each) for piece in placed[0] for each in days]), placed[1]
    if tokens[skipped].key != "thang" or (skipped == at and not following_words(tokens, skipped + 1)):
        return None
    later = following_words(tokens, skipped + 1)
    doubts = () if sure else (say.NO_EVERY,)
    return _apart([Cycle(1, day=each, doubts=doubts) for each in days]), skipped + 1 + later


def _months_of(phrase: Phrase, days: list[int], at: int) -> Found:
    """Read the months of a day: "tháng 3", "tháng 3, 6, 9 và 12", "tháng 6, tháng 12/2023"."""
    tokens = phrase.tokens
    dates, after = _dates(phrase, days, at, ())
    while tokens[after].key in _LIST_SIGNS - {";"}:
        named = tokens[after + 1].key in MONTH_WORDS
        start = after + 1 if named else after
        token = tokens[start + 1]
        if named and _month_after(phrase, start) is None:
            break
        if not named and not (is_number(token, 1, 12) or token.kind is TokenKind.MONTH):
            break
        if not named and tokens[after + 2].key in {"thang", "lan", "cuoc", "dot", "/", "ngay", "quy", "-"}:
            break
        more, after = _dates(phrase, days, start, (say.SAME_DAY,) if named else ())
        dates += more
    return _apart(dates), after


def _dates(phrase: Phrase, days: list[int], at: int, doubts: tuple[str, ...]) -> tuple[list[Calendar], int]:
    """Make the days of one month expression; ``at`` is the place before its number."""
    token = phrase.tokens[at + 1]
    if token.kind is TokenKind.MONTH:
        return [
            Calendar(Unit.DAY, token.numbers[0], each, token.numbers[1], doubts=doubts) for each in days
        ], at + 2
    if token.kind in {TokenKind.CHAIN, TokenKind.DAY}:
        return _slashed(token, days, doubts), at + 2
    number = month_number(phrase, at + 1) or Number(0, at + 2)
    whole, after = with_year(
        phrase, Calendar(Unit.DAY, number.value, doubts=(*number.doubts, *doubts)), number.after
    )
    return [replace(whole, day=each) for each in days], after


def _slashed(token: Token, days: list[int], doubts: tuple[str, ...]) -> list[Calendar]:
    months, doubt = token.numbers, () if token.kind is TokenKind.CHAIN else (say.SLASH,)
    if len(months) == 2 and months[1] > 12:
        one = Calendar(Unit.DAY, months[0], year=2000 + months[1], doubts=(*doubts, say.SHORT_YEAR))
        return [replace(one, day=each) for each in days]
    return [Calendar(Unit.DAY, month, each, doubts=(*doubts, *doubt)) for month in months for each in days]


def _on(piece: Piece, number: int) -> Piece:
    return piece if isinstance(piece, Mark) else replace(piece, day=number)


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        found += [piece, AND]
    return found[:-1]


def _every_week(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "hằng tuần" follows, after other short weekdays ("T2, T4, T6 hằng tuần")."""
    while tokens[at].key in _LIST_SIGNS | {"-", "den"} and tokens[at + 1].key in {"t", "cn"}:
        at += 3 if tokens[at + 1].key == "t" else 2
    return tokens[at].key in EVERY and tokens[at + 1].key == "tuan"


def weekday(phrase: Phrase, at: int) -> Found | None:
    """Read "thứ Sáu", "thứ 2", "Chủ nhật", and the "T6", "CN" of "T6 hằng tuần"."""
    tokens = phrase.tokens
    if tokens[at].key == "chu" and tokens[at + 1].key == "nhat":
        return [Mark(Role.WEEKDAY, number=6)], at + 2
    if tokens[at].key == "cn" and _every_week(tokens, at + 1):
        return [Mark(Role.WEEKDAY, number=6)], at + 1
    short = tokens[at].key == "t" and is_number(tokens[at + 1], 2, 7) and _every_week(tokens, at + 2)
    if tokens[at].key != "thu" and not short:
        return None
    token = tokens[at + 1]
    spoken = 4 if token.key == "sau" and not phrase.accented else _WEEKDAYS.get(token.key)
    number = token.numbers[0] - 2 if is_number(token, 2, 7) else spoken
    return None if number is None else ([Mark(Role.WEEKDAY, number=number)], at + 2)
