"""A time phrase cut into tokens: folded words, numbers, numeric dates, times of day, document numbers, signs."""

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from cchc_desktop.text import nfc, squash

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Four digits outside this range are no year."""
PADDING = 8
"""END tokens after the last one, so that looking a few tokens ahead needs no check of bounds."""
_LINE_DASH = "\ue000"
_LOOKALIKES = str.maketrans({
    "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "ⅰ": "i", "ⅱ": "ii", "ⅲ": "iii", "ⅳ": "iv",
    "І": "I", "і": "i",
})  # fmt: skip
_SAID = {
    "mot": "một", "ba": "ba", "hai": "hai", "bon": "bốn", "nam": "năm", "bay": "bảy bẩy", "tam": "tám", "chin": "chín",
    "muoi": "mười", "tu": "từ", "sau": "sau", "moi": "mỗi", "quy": "quý qúy quí qúi", "nua": "nửa", "han": "hạn",
    "trong": "trong", "den": "đến", "cho": "cho", "sang": "sang",
}  # fmt: skip
"""Words that mean what the grammar thinks only when printed so, or without any marks: "từ" is not "tư", "tâm" not "tám"."""
_PRINTS = {key: frozenset([key, *prints.split()]) for key, prints in _SAID.items()}
_BULLET = "-–—+•*"
_BULLET_LINE = re.compile(r"\n([-–—+•*]) ?")
_SCANNED_NUMBER = re.compile(r"(?<![^\W_tT])(?=[OolIL]*[0-9])(?=[0-9]*[OolIL])[0-9OolIL]{2,4}(?![^\W_])")
_SCANNED_DIGITS = str.maketrans("OolIL", "00111")
_QUOTES = "\"'“”‘’«»"
_DIGITS = re.compile(r"[0-9]+")
_YEAR4 = r"(?:19|20|21)[0-9]{2}"
_OFTEN_TWICE = frozenset({"nam"})
""""6 tháng đầu năm năm 2023" is no slip of the pen."""
_SOUTH = frozenset({"viet", "quang", "mien", "phia"})
"""Before "Nam" these make a name: "Việt Nam", "Quảng Nam"."""
_MIDNIGHT = r"(?:[\ t]0?0:00(?::00)?(?![0-9]))?"
"""What spreadsheets write after a day that has no time."""
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = "|".join(_ENGLISH_MONTHS)
_PATTERN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<blank>…+|\.{{2,}}|_{{2,}})
  | (?P<time>[0-9]{{1,2}}\ ?(?:h|g|gio)(?![a-z])\ ?
        (?:[0-5][0-9](?![0-9]|\ ?[/.-]\ ?[0-9]|\ ?thang)(?:\ ?(?:phut|p)(?![a-z]))?)?'?
      | [0-9]{{1,2}}:[0-5][0-9](?::[0-5][0-9])?(?![0-9]))
  | (?P<party>[0-9]{{1,4}}\ ?-\ ?[a-z]{{2,4}}\ ?/\ ?[a-z]{{2,}}[0-9]*)
  | (?P<cite>[0-9]{{1,5}}[a-z]?(?:\ ?/\ ?{_YEAR4})?\ ?/\ ?
        (?!(?:lan|nam|thang|quy|tuan|ngay|ky|dot|cuoc|buoi|het|den|hang|moi)(?![a-z]))[a-z]{{2,}}[0-9]*
        (?:[-/&.]\ ?[a-z]{{2,}}[0-9]*)*)
  | (?P<english>[0-9]{{1,2}}[-\ ](?:{_ENGLISH})[a-z]*\.?[-\ ,]\ ?(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]){_MIDNIGHT}
      | (?:{_ENGLISH})-(?:{_YEAR4}|[0-9]{{2}})(?![0-9-]))
  | (?P<iso>{_YEAR4}(?P<sep>[-/.])[0-9]{{1,2}}(?P=sep)[0-9]{{1,2}}(?![0-9]){_MIDNIGHT})
  | (?P<day3>[0-9]{{1,2}}\ ?/\ ?[0-9]{{1,2}}\ ?/\ ?(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]|\ ?/\ ?[0-9]){_MIDNIGHT}
      | [0-9]{{1,2}}(?P<sep3>[.-])[0-9]{{1,2}}(?P=sep3)[0-9]{{4}}(?![0-9]){_MIDNIGHT}
      | [0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{2}}(?!\.?[0-9]))
  | (?P<odd>[0-9]{{1,2}}(?P<gap>\ ?[\\_]\ ?|\ )[0-9]{{1,2}}(?P=gap){_YEAR4}(?![0-9]))
  | (?P<month>[0-9]{{1,2}}(?:\ ?/\ ?|[-.]){_YEAR4}(?![0-9]|\ ?/\ ?[0-9]))
  | (?P<yearmonth>{_YEAR4}[-/](?:0[1-9]|1[0-2])(?![0-9/-]))
  | (?P<chain>[0-9]{{1,2}}(?:\ ?/\ ?[0-9]{{1,2}}){{3,}}(?![0-9]))
  | (?P<day2>[0-9]{{1,2}}\ ?/\ ?[0-9]{{1,2}}(?![0-9]|\ ?/\ ?[0-9]))
  | (?P<dotted>[0-9]{{1,2}}\.[0-9]{{1,2}}(?!\.?[0-9]))
  | (?P<number>[0-9]+)
  | (?P<word>[^\W\d_⁰-₉¹²³]+)
  | (?P<arrow>->|=>)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class TokenKind(Enum):
    """What a token is before any grammar."""

    WORD = auto()
    NUMBER = auto()
    DAY = auto()
    """Numeric day: numbers are day, month and, where printed, year."""
    MONTH = auto()
    """Numeric month: numbers are month and year."""
    CHAIN = auto()
    """Four or more numbers joined by slashes: "3/6/9/12"."""
    TIME = auto()
    CITATION = auto()
    """Number and symbol of a document: "45/QĐ-UBND"; never a date."""
    SIGN = auto()
    BLANK = auto()
    """A place left to be filled in: "…", "___"."""
    END = auto()


class Token(NamedTuple):
    """One token with its place in the printed phrase."""

    kind: TokenKind
    key: str
    """Folded word, sign, or how a number was written ("yy": two-digit year, ".": dots, "ym": year first)."""
    numbers: tuple[int, ...]
    start: int
    end: int


class Phrase(NamedTuple):
    """A prepared phrase: the printed text and its tokens, padded with END."""

    printed: str
    tokens: tuple[Token, ...]
    repaired: bool
    """True when letters among digits ("3O/6", "l5/6") were read as the digits they look like."""
    echoed: bool
    """True when a word printed twice in a row ("quý quý II") was read once."""
    accented: bool
    """True when the print has Vietnamese marks, so that "sau" is not "sáu"."""

    def quote(self, first: int, after: int) -> str:
        """Return the print of tokens ``first`` up to, not including, ``after``."""
        text = self.printed[self.tokens[first].start : self.tokens[after - 1].end]
        return squash(text.replace(_LINE_DASH, "- "))


class _FoldTable(dict[int, str]):
    """Folds one character to exactly one, so that places in the folded text are places in the print."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        lower = "d" if char in "đĐ" else char.casefold()
        bare = "".join(
            each for each in unicodedata.normalize("NFD", lower) if not unicodedata.combining(each)
        )
        self[code] = folded = bare if len(bare) == 1 else char
        return folded


_FOLD = _FoldTable(
    {ord(char): "-" for char in "–—−‐‑‒―~→"}
    | {ord(char): "/" for char in "／∕⁄"}
    | {ord("０") + digit: str(digit) for digit in range(10)}
)
_KINDS = {
    "blank": TokenKind.BLANK,
    "time": TokenKind.TIME,
    "party": TokenKind.CITATION,
    "cite": TokenKind.CITATION,
    "iso": TokenKind.DAY,
    "day3": TokenKind.DAY,
    "odd": TokenKind.DAY,
    "month": TokenKind.MONTH,
    "yearmonth": TokenKind.MONTH,
    "chain": TokenKind.CHAIN,
    "day2": TokenKind.DAY,
    "dotted": TokenKind.DAY,
    "number": TokenKind.NUMBER,
}


def tokenize(text: str) -> Phrase:
    """Cut a phrase into tokens.

    >>> [token.key or token.numbers for token in tokenize("Trước ngày 15/4/2023").tokens[:3]]
    ['truoc', 'ngay', (15, 4, 2023)]
    """
    printed = _prepare(text)
    mended = _SCANNED_NUMBER.sub(lambda match: match[0].translate(_SCANNED_DIGITS), printed)
    folded = mended.translate(_FOLD)
    tokens = [token for match in _PATTERN.finditer(folded) if (token := _token(match, mended)) is not None]
    kept = [token for at, token in enumerate(tokens) if at == 0 or not _echoes(token, tokens[at - 1], mended)]
    kept = [
        _named_south(token, kept[at - 1]) if at and token.key == "nam" else token
        for at, token in enumerate(kept)
    ]
    accented = any(char.isalpha() and not char.isascii() for char in mended)
    end = Token(TokenKind.END, "", (), len(printed), len(printed))
    padded = (*kept, *(end for _ in range(PADDING)))
    return Phrase(mended, padded, mended != printed, len(kept) < len(tokens), accented)


def _named_south(token: Token, before: Token) -> Token:
    """Keep the "Nam" of a name from being a year."""
    return token._replace(key="(nam)") if before.key in _SOUTH else token


def _echoes(token: Token, before: Token, printed: str) -> bool:
    """Tell whether a word is printed twice in a row."""
    return (
        token.kind is TokenKind.WORD
        and token.key == before.key
        and token.key not in _OFTEN_TWICE
        and len(token.key) > 1
        and printed[token.start : token.end].lower() == printed[before.start : before.end].lower()
    )


def _prepare(text: str) -> str:
    """Give one line: bullets at line ends become separators, a lone dash at a line start keeps a mark."""
    rows = (squash(row) for row in nfc(text).translate(_LOOKALIKES).splitlines())
    lines = _unwrapped("\n".join(row for row in rows if row))
    bulleted = lines[:1] != "" and lines[0] in _BULLET
    if bulleted:
        lines = lines[1:]

    def divide(match: re.Match[str]) -> str:
        return " ; " if bulleted or match[1] in "+•*" else f" {_LINE_DASH} "

    line = squash(_BULLET_LINE.sub(divide, lines))
    return "".join(char for char in line if not unicodedata.combining(char)) if not line.isascii() else line


def _unwrapped(text: str) -> str:
    """Take away what encloses or ends the whole phrase and means nothing: quotes, one pair of brackets, "./.", ";"."""
    while True:
        bare = _ended(text).strip(_QUOTES).strip()
        if bare[:1] + bare[-1:] in {"()", "[]"} and not any(sign in bare[1:-1] for sign in "()[]"):
            bare = bare[1:-1].strip()
        if bare == text:
            return text
        text = bare


def _ended(text: str) -> str:
    """Take away the full stop, comma or semicolon that ends a phrase; "…" and "..." leave something open."""
    bare = text.removesuffix("./.").rstrip(" ;,")
    while bare.endswith(".") and not bare.endswith(("..", "….")):
        bare = bare[:-1].rstrip(" ;,")
    return bare


def _token(match: re.Match[str], printed: str) -> Token | None:
    group = match.lastgroup or ""
    start, end = match.span()
    if group == "word":
        return Token(TokenKind.WORD, _word_key(match[0], printed[start:end]), (), start, end)
    if group == "english":
        return _english(match[0], printed[start:end], start, end)
    if group in _KINDS:
        return _numeric(group, match[0], start, end)
    return _sign(match[0], start, end)


def _word_key(folded: str, printed: str) -> str:
    """Return the folded word, or the word with its marks where folding would make another word of it."""
    prints = _PRINTS.get(folded)
    if prints is None or (exact := printed.lower()) in prints:
        return folded
    return exact


def _numeric(group: str, text: str, start: int, end: int) -> Token:
    written = _DIGITS.findall(text)
    numbers = tuple(int(digits) for digits in (written[:3] if _KINDS[group] is TokenKind.DAY else written))
    key = ""
    if group == "iso":
        numbers = (numbers[2], numbers[1], numbers[0])
    elif group == "yearmonth":
        numbers, key = (numbers[1], numbers[0]), "ym"
    elif group in {"dotted", "odd"}:
        key = "."
    elif group == "day3" and len(written[2]) == 2:
        key = "yy"
    return Token(_KINDS[group], key, numbers, start, end)


def _english(folded: str, printed: str, start: int, end: int) -> Token:
    """Read "30-Jun-2023", "Jun-23" as spreadsheets write them; "30 máy 2023" is no day of May."""
    numbers = [int(digits) for digits in _DIGITS.findall(folded)]
    if not printed.isascii():
        return Token(TokenKind.WORD, folded, (), start, end)
    month = next(at for at, name in enumerate(_ENGLISH_MONTHS, 1) if name in folded)
    if folded[0].isdigit():
        return Token(
            TokenKind.DAY, "" if numbers[1] > 99 else "yy", (numbers[0], month, numbers[1]), start, end
        )
    return Token(TokenKind.MONTH, "en", (month, numbers[0] % 100 + 2000), start, end)


def _sign(text: str, start: int, end: int) -> Token | None:
    if text.isspace() or text in _QUOTES:
        return None
    key = {"->": "-", "=>": "-", _LINE_DASH: "\n-", "[": "(", "]": ")"}.get(text, text)
    return Token(TokenKind.SIGN, key, (), start, end)
