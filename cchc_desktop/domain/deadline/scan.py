"""Turns a phrase into pieces, left to right: the longest thing recognised at each place, or a word nobody knows."""

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.clauses import calendar_at, clause
from cchc_desktop.domain.deadline.cycles import cycle
from cchc_desktop.domain.deadline.days import weekday
from cchc_desktop.domain.deadline.expressions import Found, Piece, with_year
from cchc_desktop.domain.deadline.numerals import ROMAN, is_number, quarter_number
from cchc_desktop.domain.deadline.tokens import Phrase, TokenKind
from cchc_desktop.domain.deadline.units import bare_unit, weeks
from cchc_desktop.domain.deadline.values import Calendar, Unit
from cchc_desktop.domain.deadline.words import COUNTED, LABELS, Mark, Role, known_words

_SIGNS = {
    ",": Role.SEPARATOR, ";": Role.SEPARATOR, "/": Role.SEPARATOR, "&": Role.SEPARATOR, "+": Role.SEPARATOR,
    ".": Role.SEPARATOR, "-": Role.DASH, "\n-": Role.LINE_DASH, "(": Role.OPEN, ":": Role.OPEN, ")": Role.CLOSE,
}  # fmt: skip
_JOINTS = frozenset({Role.SEPARATOR, Role.OR, Role.DASH, Role.LINE_DASH, Role.TO})
_NO_CONTINUATION = COUNTED | {"thang", "ngay", "tuan", "gio", "quy", "%", "nguoi", "don", "co", "van"}


def scan(phrase: Phrase) -> list[Piece]:
    """Cut a phrase into calendar expressions, cycles and marks; nothing is dropped but fillers without doubts."""
    pieces: list[Piece] = []
    at = 0
    while phrase.tokens[at].kind is not TokenKind.END:
        found, at = _next(phrase, at, pieces)
        pieces += [each for each in found if not _is_plain_filler(each)]
    return pieces


def _is_plain_filler(piece: Piece) -> bool:
    return isinstance(piece, Mark) and piece.role is Role.FILLER and not piece.doubts


def _next(phrase: Phrase, at: int, pieces: list[Piece]) -> Found:
    return (
        _continuation(phrase, at, pieces)
        or _fixed_expression(phrase, at, pieces)
        or _label(phrase, at)
        or cycle(phrase, at)
        or _clause_or_calendar(phrase, at)
        or weeks(phrase, at)
        or bare_unit(phrase, at)
        or _word(phrase, at)
    )


def _fixed_expression(phrase: Phrase, at: int, pieces: list[Piece]) -> Found | None:
    """Read "chưa chốt hạn", "như trên" only where nothing stands before them."""
    known = known_words(phrase.tokens, at)
    if known is None or known[0] not in {Role.UNSET, Role.DITTO}:
        return None
    alone = not pieces and phrase.tokens[known[1]].kind is TokenKind.END
    return [Mark(known[0] if alone else Role.UNKNOWN, phrase.quote(at, known[1]))], known[1]


def _clause_or_calendar(phrase: Phrase, at: int) -> Found | None:
    """Prefer "sau 15 ngày kể từ …" to "15 ngày", and a date to a document number."""
    return weekday(phrase, at) or clause(phrase, at) or calendar_at(phrase, at)


def _continuation(phrase: Phrase, at: int, pieces: list[Piece]) -> Found | None:
    """Read the bare number that continues a list or range: the "II" of "Quý I, II", the "10/2023" of "Tháng 9 - 10/2023"."""
    open_pieces = [
        piece for piece in pieces[-3:] if not isinstance(piece, Mark) or piece.role is not Role.CLOSE
    ]
    if len(open_pieces) < 2:
        return None
    before, joint = open_pieces[-2:]
    if not isinstance(before, Calendar) or not isinstance(joint, Mark) or joint.role not in _JOINTS:
        return None
    token = phrase.tokens[at]
    if before.unit is Unit.QUARTER:
        return _next_quarter(phrase, at, before)
    if before.unit is not Unit.MONTH or phrase.tokens[at + 1].key in _NO_CONTINUATION:
        return None
    if token.key in ROMAN:
        number = ROMAN[token.key]
    elif is_number(token, 1, 12) and token.end - token.start <= 2:
        number = token.numbers[0]
    else:
        return None
    one, after = with_year(phrase, Calendar(Unit.MONTH, number), at + 1)
    return [one], after


def _next_quarter(phrase: Phrase, at: int, before: Calendar) -> Found | None:
    token = phrase.tokens[at]
    if token.kind is TokenKind.MONTH and token.numbers[0] <= 4 and token.key == "":
        doubts = () if before.year is None else (say.NO_PREFIX,)
        return [Calendar(Unit.QUARTER, token.numbers[0], year=token.numbers[1], doubts=doubts)], at + 1
    plain = is_number(token, 1, 4) and phrase.tokens[at + 1].key not in _NO_CONTINUATION
    number = quarter_number(phrase, at) if plain or token.key in ROMAN else None
    if number is None:
        return None
    one, after = with_year(phrase, Calendar(Unit.QUARTER, number.value, doubts=number.doubts), number.after)
    return [one], after


def _label(phrase: Phrase, at: int) -> Found | None:
    """Read "đợt 1", "lần II", "giai đoạn 2" as labels, whose numbers are no months."""
    tokens = phrase.tokens
    if tokens[at].key not in LABELS:
        return None
    start = at + 2 if (tokens[at].key, tokens[at + 1].key) == ("giai", "doan") else at + 1
    token = tokens[start]
    if token.key not in ROMAN and not (is_number(token, 1, 20) and token.end - token.start <= 2):
        return None
    return [Mark(Role.LABEL, phrase.quote(at, start + 1))], start + 1


def _word(phrase: Phrase, at: int) -> Found:
    """Read a known word or sign; anything else is kept as unknown, with the text for the officer."""
    token = phrase.tokens[at]
    if token.kind is TokenKind.TIME:
        midnight = not any(token.numbers)
        return [Mark(Role.TIME, phrase.quote(at, at + 1), doubts=(say.MIDNIGHT,) if midnight else ())], at + 1
    if token.kind is TokenKind.BLANK:
        return [Mark(Role.BLANK)], at + 1
    if token.key in _SIGNS:
        return [Mark(_SIGNS[token.key], token.key)], at + 1
    known = known_words(phrase.tokens, at)
    if known is not None:
        key = " ".join(each.key for each in phrase.tokens[at : known[1]])
        return [Mark(known[0], phrase.quote(at, known[1]), key=key)], known[1]
    if token.key == "ngay" and phrase.tokens[at + 1].key in {
        "trong",
        "tu",
        "dau",
        "tai",
        "vao",
        "thang",
        "quy",
    }:
        return [Mark(Role.FILLER)], at + 1
    return [Mark(Role.UNKNOWN, phrase.quote(at, at + 1))], at + 1
