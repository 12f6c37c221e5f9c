"""Tokens of an agency cell: words, soft separators inside or between names, hard separators and bullets, brackets."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from cchc_desktop.text import fold

_TOKEN = re.compile(r"(?P<word>[đĐ]/[cC]\b|[vV]\.\s?[vV]\b|[^\W_]+(?:['’ʼ][^\W_]+)*)|\S")
_FOOTNOTE = re.compile(r"\W*(\d{1,2}|[^\W\d_])?\W*")
_AND_SO_ON = re.compile(r"v\.?\s?v", re.IGNORECASE)
_LINE_BREAK = re.compile(r"[\n\r]")
_HYPHENS = "-‐‑‒–—―−"
_SOFT_MARKS = frozenset(",&/+、" + _HYPHENS)
_HARD_MARKS = frozenset(";:|•●▪◦■□…!?·")
_BULLETS = frozenset(_HYPHENS + "+*•●▪◦■□·>")
_OPENING, _CLOSING = "([{", ")]}"
_DOTTED = frozenset({"tp", "tx", "tt", "p", "q", "h", "x", "vp", "ub"})
"""Abbreviations written with a full stop."""
_LONGEST_DOTTED = 4
_ITEM_LETTERS = frozenset("abcdđeghiklmnopqrstuvxyABCDĐE")
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix"})
_NUMBERED = frozenset({"phuong", "quan", "so", "vuc", "khu", "to", "thon", "ap", "an", "p", "q"})
"""Words a number may follow as a name: "phường 5"."""


class Kind(IntEnum):
    """What a lexeme does in a cell."""

    WORD = 0
    SOFT = 1
    """"," "và" "&" "-" "/": inside a name or between names."""
    HARD = 2
    """";" ":" "." a bullet: never inside a name."""


class Lexeme(NamedTuple):
    """A word or separator of a cell, with its place in the text."""

    norm: str
    """Folded and shortened word ("ubnd", "tp"); "," or "&" for soft separators; the mark itself for hard ones."""
    start: int
    end: int
    raw: str
    """The printed word, lower case, composed; "-" for a dash that stands alone, empty for other separators."""
    kind: Kind = Kind.WORD
    plural: bool = False
    """True after "các", "những", "tất cả các"."""
    capital: bool = False
    """True when it begins with a capital or digit, in a text that has small letters too."""
    newline: bool = False
    """True when a line break stands before it."""
    inner: bool = False
    """True when it is a later part of one printed word ("ubnd" of "VPUBND")."""


Words = tuple[Lexeme, ...]


class Note(NamedTuple):
    """The words in a pair of brackets, with their place in the text."""

    start: int
    end: int
    inside: str


class _Token(NamedTuple):
    norm: str
    start: int
    end: int
    raw: str
    mark: bool
    newline: bool
    glued: bool


def unmarked(raw: str) -> bool:
    """Tell whether a printed word carries no Vietnamese marks at all, as typed without a Vietnamese keyboard.

    >>> unmarked("quan"), unmarked("quận")
    (True, False)
    """
    return raw.isascii()


@lru_cache(maxsize=8192)
def marks(word: str) -> tuple[str, ...]:
    """Return letters and marks of a word in an order that does not tell "hoà" from "hòa".

    >>> marks("hoà") == marks("hòa"), marks("hoà") == marks("hoá")
    (True, False)
    """
    return tuple(sorted(unicodedata.normalize("NFD", word.strip(",;.()"))))


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Fold one word; the same few hundred words fill all cells."""
    return fold(word)


def norms(words: Words, start: int, end: int) -> tuple[str, ...]:
    """Return the folded words of a stretch."""
    return tuple(word.norm for word in words[start:end])


def separated(text: str) -> tuple[list[Lexeme], list[Note]]:
    """Part a text into words and separators, without bullets and item numbers; notes in brackets are kept apart."""
    outside, notes = _outside_brackets(text)
    return _classified(outside), notes


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    last_end = 0
    lines = "\n" in text or "\r" in text
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match[0]
        newline = (
            start == 0 or not tokens or (lines and _LINE_BREAK.search(text, last_end, start) is not None)
        )
        mark = match.lastgroup is None
        tokens.append(_Token(raw if mark else folded(raw), start, end, raw, mark, newline, start == last_end))
        last_end = end
    return tokens


def _outside_brackets(text: str) -> tuple[list[_Token], list[Note]]:
    tokens = _tokens(text)
    if not any(opening in text for opening in _OPENING):
        return tokens, []
    outside: list[_Token] = []
    notes: list[Note] = []
    depth = opened = 0
    for token in tokens:
        if token.mark and token.raw in _OPENING:
            opened = opened if depth else token.start
            depth += 1
        elif token.mark and token.raw in _CLOSING:
            if depth == 1 and not _FOOTNOTE.fullmatch(text, opened + 1, token.start):
                notes.append(Note(opened, token.end, text[opened + 1 : token.start]))
            elif depth == 0:
                outside.append(token)
            depth = max(0, depth - 1)
        elif not depth:
            outside.append(token)
    if depth:
        notes.append(Note(opened, len(text), text[opened + 1 :]))
    return outside, notes


def _classified(tokens: list[_Token]) -> list[Lexeme]:
    words: list[Lexeme] = []
    at_start = True
    position = 0
    while position < len(tokens):
        starts = at_start or tokens[position].newline or _numbers_item(tokens, position)
        skipped = _bullet(tokens, position) if starts else 0
        if skipped:
            if words:
                _separate(words, tokens[position], ";", Kind.HARD)
            position += skipped
            at_start = True
            continue
        token = tokens[position]
        if _AND_SO_ON.fullmatch(token.raw):
            token = token._replace(norm="vv")
            if words:
                _separate(words, token, ",", Kind.SOFT)
        if not token.mark and token.norm != "va":
            words.append(_word(token, len(words)))
            at_start = False
        else:
            at_start = _mark(words, tokens, position) or at_start
        position += 1
    return words


def _word(token: _Token, place: int) -> Lexeme:
    return Lexeme(
        token.norm or token.raw,
        token.start,
        token.end,
        token.raw.lower(),
        capital=token.raw[:1].isupper() or token.raw[:1].isdigit(),
        newline=token.newline and place > 0,
    )


def _mark(words: list[Lexeme], tokens: list[_Token], position: int) -> bool:
    """Append the separator a mark stands for, if any; True when a new item starts after it."""
    token = tokens[position]
    if token.norm == "va":
        _separate(words, token, "&", Kind.SOFT)
    elif token.raw in _SOFT_MARKS:
        _separate(words, token, "," if token.raw in ",、" else "&", Kind.SOFT)
    elif token.raw in _HARD_MARKS or (token.raw == "." and not _abbreviating(tokens, position)):
        _separate(words, token, ":" if token.raw == ":" else ";", Kind.HARD)
        return True
    return False


def _separate(words: list[Lexeme], token: _Token, norm: str, kind: Kind) -> None:
    """Add a separator, or let it strengthen the one that is already there: ", và" is one separator."""
    if not words or words[-1].kind is Kind.WORD:
        dash = "-" if token.raw in _HYPHENS else ""
        words.append(Lexeme(norm, token.start, token.end, dash, kind))
        return
    last = words[-1]
    stronger = kind > last.kind or (kind is last.kind and "," in (norm, last.norm))
    kept = norm if kind > last.kind else "," if stronger else last.norm
    words[-1] = last._replace(norm=kept, kind=max(kind, last.kind), end=token.end, raw="")


def _numbers_item(tokens: list[_Token], position: int) -> bool:
    """Tell whether a number inside a line begins an item: "Sở Nội vụ 2. Sở Tài chính", but not "phường 2. Sở …"."""
    if not tokens[position].raw.isdigit() or position + 2 >= len(tokens) or tokens[position - 1].mark:
        return False
    after = tokens[position + 2]
    closed = tokens[position + 1].raw in (".", ")") and tokens[position + 1].glued
    named = tokens[position - 1].norm in _NUMBERED
    return closed and not named and not after.glued and after.raw[:1].isupper()


def _bullet(tokens: list[_Token], position: int) -> int:
    """Count the tokens of a bullet or item number ("- ", "+ ", "1.", "1.2)", "a)") at a place; 0 when there is none."""
    token = tokens[position]
    if position + 1 >= len(tokens):
        return 0
    if token.mark:
        return int(token.raw in _BULLETS)
    roman = token.norm in _ROMAN and unmarked(token.raw)
    if not (token.raw.isdigit() or token.raw in _ITEM_LETTERS or roman):
        return 0
    count = 1
    while (
        position + count + 1 < len(tokens)
        and tokens[position + count].raw == "."
        and tokens[position + count + 1].raw.isdigit()
        and tokens[position + count].glued
        and tokens[position + count + 1].glued
    ):
        count += 2
    closing = tokens[position + count] if position + count < len(tokens) else None
    follows = position + count + 1 < len(tokens)
    if closing is None or not closing.glued or not follows or closing.raw not in (".", ")"):
        return 0
    dotted_word = closing.raw == "." and not token.raw.isdigit() and token.norm in _DOTTED
    return 0 if dotted_word else count + 1


def _abbreviating(tokens: list[_Token], position: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation ("TP.", "VP.HĐND") or a number."""
    if position == 0 or not tokens[position].glued or position + 1 >= len(tokens):
        return False
    before, after = tokens[position - 1], tokens[position + 1]
    if after.newline or before.mark:
        return False
    short = len(before.raw) <= _LONGEST_DOTTED and before.raw.isupper()
    return before.norm in _DOTTED or (short and after.glued) or (before.raw.isdigit() and after.raw.isdigit())
