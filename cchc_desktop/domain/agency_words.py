"""Words of an agency cell in one spelling, so that a cell and the names of the directory can be compared word by word.

"Uỷ ban nhân dân", "UBND" and "uy ban nhan dan" become one word; "các" and "tất cả các" become a mark on the word after them.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from cchc_desktop.domain.agency_short_forms import FORMS, longest_form
from cchc_desktop.domain.agency_tokens import Kind, Lexeme, Words, folded, separated, unmarked
from cchc_desktop.text import nfc

_PLAIN = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]+|(?:,| -| &) [^\W\d_]{2,})*")
_PLAIN_TOKEN = re.compile(r"[^\W\d_]+|[,&-]")
_PLAIN_SOFT = frozenset({",", "-", "&", "va"})
_DETERMINERS = {"cac": "các", "nhung": "những", "moi": "mọi"}
_DOUBLE_DETERMINERS = frozenset({("tat", "ca"), ("toan", "the"), ("toan", "bo")})
_DETERMINER_STARTS = frozenset({*_DETERMINERS, "tat", "toan"})
_COUNTED = frozenset({
    "so", "phong", "xa", "phuong", "quan", "huyen", "tinh", "thi", "thanh", "dac", "truong", "thon", "ap", "khu", "to",
    "ban", "tram", "don", "co", "cong", "doi", "bon", "tt", "trung", "buon", "xom",
})  # fmt: skip
"""First words of what a number counts: "135 xã", "12 ấp"."""
_BEFORE_COUNTS = frozenset(
    {"dan", "ubnd", "hdnd", "dong", "cua", "tai", "cnscd", "uy", "bo", "ca", "the", "pvhcc", "hcc"}
)
_PAIRS_BEFORE_COUNTS = frozenset({("cong", "an"), ("chinh", "cong")})
"""Words after which a number counts: "UBND 135 xã"; elsewhere it names: "Đề án 06 xã"."""

_UNIT_NOUNS = frozenset({"tinh", "huyen", "xa", "phuong", "quan", "thi", "thanh"})
"""Words that end a name: "… tỉnh" and "Đoàn …" on the next line are not "Tỉnh đoàn"."""
_LONGEST_FORM = 10


@dataclass(frozen=True, slots=True)
class Bracket:
    """A note in brackets."""

    start: int
    end: int
    after: int
    """Number of words and separators that stand before it."""
    inside: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell taken to pieces; the words of brackets are kept apart."""

    text: str
    words: Words
    brackets: tuple[Bracket, ...]
    cased: bool
    """Whether it, or the cell it is a note of, mixes capitals and small letters, so that capitals mean something."""

    def printed(self, start: int, end: int) -> str:
        """Return a stretch of words as it is printed, with single spaces."""
        if start >= end:
            return ""
        return " ".join(self.text[self.words[start].start : self.words[end - 1].end].split())


def read_cell(text: str, *, cased: bool = False) -> Cell:
    """Take a cell to pieces; ``cased`` tells that capitals mean something though all letters of the text are alike.

    >>> [word.norm for word in read_cell("Các sở, ban, ngành tỉnh; UBND cấp xã").words]
    ['so', ',', 'ban', ',', 'nganh', 'tinh', ';', 'ubnd', 'cap', 'xa']
    """
    clean = nfc(text)
    plain = _PLAIN.fullmatch(clean) is not None
    separate, notes = (_plain_words(clean), []) if plain else separated(clean)
    cased = cased or clean not in (clean.lower(), clean.upper())
    if not cased:
        separate = [word._replace(capital=False) for word in separate]
    words = _shortened(_determined(separate))
    starts = [word.start for word in words]
    brackets = tuple(
        Bracket(note.start, note.end, bisect_left(starts, note.start), note.inside) for note in notes
    )
    return Cell(clean, tuple(words), brackets, cased)


def _plain_words(text: str) -> list[Lexeme]:
    """Read a text of nothing but words with "," "-" "&" between them: most names, several times faster."""
    words: list[Lexeme] = []
    make = Lexeme._make
    for match in _PLAIN_TOKEN.finditer(text):
        raw = match[0]
        norm = folded(raw)
        start, end = match.span()
        if norm not in _PLAIN_SOFT:
            capital = raw[0].isupper()
            words.append(make((norm, start, end, raw.lower(), Kind.WORD, False, capital, False, False)))
        elif words and words[-1].kind is Kind.SOFT:
            joined = "," if "," in (norm, words[-1].norm) else "&"
            words[-1] = words[-1]._replace(norm=joined, end=end, raw="")
        else:
            dash = "-" if raw == "-" else ""
            words.append(Lexeme("," if norm == "," else "&", start, end, dash, Kind.SOFT))
    return words


def _determined(words: list[Lexeme]) -> list[Lexeme]:
    """Turn "các", "tất cả các", "135" into a mark on the word that follows."""
    if not any(word.norm in _DETERMINER_STARTS or word.norm.isdigit() for word in words):
        return words
    kept: list[Lexeme] = []
    pending: Lexeme | None = None
    position = 0
    while position < len(words):
        word = words[position]
        step = _determiner(words, position)
        if step:
            pending = pending or word
            position += step
            continue
        if pending is not None:
            word = word._replace(
                start=pending.start, plural=True, newline=pending.newline, capital=pending.capital
            )
            pending = None
        kept.append(word)
        position += 1
    return kept


def _determiner(words: list[Lexeme], position: int) -> int:
    """Return how many words of "các", "tất cả", "135" stand before a word at a place; 0 when none do."""
    word = words[position]
    if word.norm not in _DETERMINER_STARTS and not word.norm.isdigit():
        return 0
    if not _is_word(words, position + 1):
        return 0
    if (word.norm, words[position + 1].norm) in _DOUBLE_DETERMINERS:
        return 2 if _is_word(words, position + 2) else 0
    marked = _DETERMINERS.get(word.norm)
    if marked is not None:
        return int(word.raw == marked or (word.norm == "cac" and unmarked(word.raw)))
    return _count(words, position)


def _is_word(words: list[Lexeme], position: int) -> bool:
    return position < len(words) and words[position].kind is Kind.WORD


def _count(words: list[Lexeme], position: int) -> int:
    """Tell a number that counts ("UBND 135 xã", "12 ấp") from one that names ("Đề án 06 xã", "phường 5")."""
    if words[position + 1].norm not in _COUNTED or not words[position].norm.isdigit():
        return 0
    before = words[position - 1] if position else None
    if before is None or before.kind is not Kind.WORD or before.norm in _BEFORE_COUNTS:
        return 1
    return int(position > 1 and (words[position - 2].norm, before.norm) in _PAIRS_BEFORE_COUNTS)


def _shortened(words: list[Lexeme]) -> list[Lexeme]:
    """Replace long forms by short ones, longest first: "ủy ban nhân dân" becomes "ubnd"."""
    kept: list[Lexeme] = []
    position = 0
    while position < len(words):
        word = words[position]
        end = position
        short: tuple[str, ...] = ()
        if word.norm in FORMS.after and not _is_place_name(words, position):
            end, short = longest_form(_run(words, position), 0)
            end += position
        if short:
            kept.extend(_short_words(word, words[end - 1], end - position, short))
        else:
            kept.append(word)
        position = max(end, position + 1)
    return kept


def _run(words: list[Lexeme], start: int) -> list[str]:
    """Return the words from a place on that may belong to one long form."""
    run = [words[start].norm]
    noun = words[start].norm in _UNIT_NOUNS
    for word in words[start + 1 : start + _LONGEST_FORM]:
        if word.kind is not Kind.WORD or word.plural or (noun and word.newline and word.capital):
            break
        run.append(word.norm)
    return run


def _short_words(first: Lexeme, last: Lexeme, length: int, short: tuple[str, ...]) -> list[Lexeme]:
    """Make the words of a short form; they share the place of the long one."""
    raw = first.raw if length == 1 else ""
    return [
        Lexeme._make(
            (
                norm,
                first.start,
                last.end,
                raw,
                Kind.WORD,
                first.plural,
                first.capital,
                first.newline and not count,
                count > 0,
            )
        )
        for count, norm in enumerate(short)
    ]


def _is_place_name(words: list[Lexeme], position: int) -> bool:
    """Tell "xã Hội Cư" (a commune) from "xã hội" (society): small letter, then a capital."""
    word = words[position]
    if word.norm != "xa" or word.capital or position + 1 >= len(words):
        return False
    after = words[position + 1]
    return after.capital and after.norm == "hoi"
