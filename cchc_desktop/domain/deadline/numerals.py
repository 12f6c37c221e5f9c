"""Numbers and years as time phrases write them: digits, words ("tháng Ba"), Roman numerals, "năm sau", "/23"."""

from collections.abc import Sequence
from typing import NamedTuple

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.tokens import FIRST_YEAR, LAST_YEAR, Phrase, Token, TokenKind
from cchc_desktop.domain.deadline.words import COUNTED

ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "iiii": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
SPOKEN = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tư": 4, "nam": 5, "sáu": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
FOLLOWING = (("sau",), ("toi",), ("ke", "tiep"), ("tiep", "theo"), ("lien", "ke"), ("lien", "sau"))
"""Words for the period after."""


class Number(NamedTuple):
    """A number of a month or quarter, the place after it and why it may be wrong."""

    value: int
    after: int
    doubts: tuple[str, ...] = ()


class Year(NamedTuple):
    """A year as printed: absolute, or so many years after the plan year; the place after it."""

    value: int | None
    shift: int
    after: int
    doubts: tuple[str, ...] = ()


def follows(tokens: Sequence[Token], at: int, *words: str) -> bool:
    """Tell whether these folded words stand at a place."""
    for word in words:  # a plain loop: this runs some hundred times for a phrase
        if tokens[at].key != word:
            return False
        at += 1
    return True


def is_number(token: Token, low: int = 0, high: int = 31) -> bool:
    """Tell whether a token is a plain number within bounds, both included."""
    return token.kind is TokenKind.NUMBER and low <= token.numbers[0] <= high


def is_year(token: Token) -> bool:
    """Tell whether a token is a four-digit year."""
    return is_number(token, FIRST_YEAR, LAST_YEAR) and token.end - token.start == 4


def counts_something(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the number before this place counts ("quý 1 lần") and numbers no period."""
    return tokens[at].key in COUNTED and not is_number(tokens[at + 1])


def following_words(tokens: Sequence[Token], at: int) -> int:
    """Return how many words say "next" at a place, 0 for none."""
    return next((len(words) for words in FOLLOWING if follows(tokens, at, *words)), 0)


def month_number(phrase: Phrase, at: int) -> Number | None:
    """Read the number after "tháng", in digits or words."""
    token = phrase.tokens[at]
    if token.kind is TokenKind.NUMBER and token.end - token.start <= 2:
        return None if counts_something(phrase.tokens, at + 1) else Number(token.numbers[0], at + 1)
    if token.key in ROMAN and not counts_something(phrase.tokens, at + 1):
        return Number(ROMAN[token.key], at + 1)
    if token.key == "muoi" and (unit := {"mot": 11, "hai": 12}.get(phrase.tokens[at + 1].key)):
        return Number(unit, at + 2)
    if token.key in {"gieng", "chap"}:
        return Number(1 if token.key == "gieng" else 12, at + 1, (say.LUNAR_MONTH,))
    if token.key == "sau":
        return None if phrase.accented else Number(6, at + 1, (say.SPOKEN,))
    value = 4 if token.key == "tu" else SPOKEN.get(token.key)
    if value is None or counts_something(phrase.tokens, at + 1):
        return None
    missing = value == 5 and is_year(phrase.tokens[at + 1])
    return Number(value, at + 1, (say.MISSING_NUMBER,) if missing else ())


def quarter_number(phrase: Phrase, at: int) -> Number | None:
    """Read the number after "quý": Roman, digits or words; 5 and more are kept, to be refused later."""
    token = phrase.tokens[at]
    if counts_something(phrase.tokens, at + 1):
        return None
    if token.kind is TokenKind.NUMBER and token.end - token.start <= 2:
        return Number(token.numbers[0], at + 1)
    if token.key in ROMAN:
        return Number(ROMAN[token.key], at + 1)
    if (scanned := _scanned_roman(token.key)) is not None:
        return Number(scanned, at + 1, (say.OCR,))
    value = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tư": 4}.get(token.key)
    if value is not None:
        return Number(value, at + 1)
    return _placed_quarter(phrase.tokens, at)


def _scanned_roman(key: str) -> int | None:
    """Read a quarter's Roman number whose capital I was scanned as a small L: "ll", "Il", "lV"."""
    straight = key.replace("l", "i")
    return ROMAN[straight] if straight in {"i", "ii", "iii", "iv"} else None


def _placed_quarter(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "quý đầu năm", "quý cuối cùng của năm 2023"."""
    key = tokens[at].key
    after = at + 2 if tokens[at + 1].key in {"tien", "cung"} else at + 1
    after = after + 1 if tokens[after].key == "cua" else after
    if key not in {"dau", "cuoi"} or tokens[after].key != "nam":
        return None
    return Number(
        1 if key == "dau" else 4, after if named_year(tokens, after) else after + 1, (say.POSITION,)
    )


def year_suffix(tokens: Sequence[Token], at: int) -> Year:
    """Read the year after a month, quarter or day; ``after`` equals ``at`` where none stands."""
    none = Year(None, 0, at)
    key = tokens[at].key
    if key in {"/", "-", "."}:
        if is_year(tokens[at + 1]) and not (key == "-" and _starts_range(tokens, at + 2)):
            return Year(tokens[at + 1].numbers[0], 0, at + 2)
        if key == "/" and is_number(tokens[at + 1], 0, 99) and tokens[at + 1].end - tokens[at + 1].start == 2:
            return Year(2000 + tokens[at + 1].numbers[0], 0, at + 2, (say.SHORT_YEAR,))
        named = named_year(tokens, at + 1)
        if named is None or key == "/":
            return named or none
        dashed = key == "-" and named.value is not None
        return named._replace(doubts=(*named.doubts, say.DASHED_YEAR)) if dashed else none
    if key == "(":
        if is_year(tokens[at + 1]) and tokens[at + 2].key == ")":
            return Year(tokens[at + 1].numbers[0], 0, at + 3)
        named = named_year(tokens, at + 1)
        return named if named is not None and named.value is not None else none
    if is_year(tokens[at]):
        return Year(tokens[at].numbers[0], 0, at + 1)
    skipped = at + 1 if key in {"cua", "trong"} else at
    return named_year(tokens, skipped) or none


def _starts_range(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a second year follows ("Quý I - 2023 - 2024" names no single year)."""
    return tokens[at].key == "-" and is_year(tokens[at + 1])


def _adjoining_year(tokens: Sequence[Token], after: int) -> Year:
    """Read "năm liền kề trước", "năm liền kề sau"; alone it is most often the next, which needs a look."""
    key = tokens[after].key
    if key in {"truoc", "sau"} and tokens[after + 1].kind is not TokenKind.DAY:
        return Year(None, 1 if key == "sau" else -1, after + 1)
    return Year(None, 1, after, (say.YEAR_GUESSED,))


def named_year(tokens: Sequence[Token], at: int) -> Year | None:
    """Read "năm 2023", "năm sau", "năm trước", "năm báo cáo", "năm 23"."""
    if tokens[at].key != "nam":
        return None
    token = tokens[at + 1]
    if is_year(token):
        return Year(token.numbers[0], 0, at + 2)
    if follows(tokens, at + 1, "lien", "ke"):
        return _adjoining_year(tokens, at + 3)
    if skipped := following_words(tokens, at + 1):
        return Year(None, 1, at + 1 + skipped)
    if (
        token.key in {"truoc", "ngoai"}
        and tokens[at + 2].kind is not TokenKind.DAY
        and tokens[at + 2].key != "ngay"
    ):
        return Year(None, -1, at + 2)
    for words in (("bao", "cao"), ("ke", "hoach"), ("nay",)):
        if follows(tokens, at + 1, *words):
            return Year(None, 0, at + 1 + len(words))
    if is_number(token, 10, 99) and token.end - token.start == 2 and not counts_something(tokens, at + 2):
        return Year(2000 + token.numbers[0], 0, at + 2, (say.SHORT_YEAR,))
    return None
