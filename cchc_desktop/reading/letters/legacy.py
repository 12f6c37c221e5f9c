"""Text typed with old fonts or taken for another code page: recognised by its syllables, converted, and said so.

A text is converted only when its words become Vietnamese by that and were not before; where neither reading makes
sense the file is refused, so that no wrong letter is stored.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from cchc_desktop.reading import refusals
from cchc_desktop.reading.letters.syllables import is_syllable, is_vietnamese_letter
from cchc_desktop.reading.letters.tables import CONVERTERS
from cchc_desktop.reading.source import Cell, Grid, Source
from cchc_desktop.reading.text.symbols import plain_symbols
from cchc_desktop.text import nfc

_WORD = re.compile(
    r"[^\s\d!-/:-@\[-`{-~\u2010-\u2027\u2030-\u203a\u2190-\u2bff\ue000-\uf8ff\u00b2\u00b3\u00b9\u2070-\u209f]+"
)
_EDGES = "«»©®°§·•…¬\u00ad\u00b4\ufffd"
"""Signs that stand beside words in ordinary text."""
_LETTERS = re.compile(r"[^\W\d_]")
_VIQR_MARK = re.compile(r"dd|[aeo]\^|[aou][(+]|[aeiouy][`~'](?!\w*')", re.IGNORECASE)
_FEWEST_VIQR = 6
"""Letters with marks behind them that cannot be chance in a text of plain letters."""
_ALIEN = 0.15
"""Share of words with letters that no Vietnamese text has; more of them means an unknown code page."""
_FEWEST_ALIEN = 8
_FEWEST_WITH_HORN = 80
"""Words with marks among which "ư" is sure to occur."""
_SHOWN = 60
_MOST_SAMPLES = 20
_SAMPLE = 2000
"""Strange texts looked at to tell how they are written."""
_NAMES = {
    "TCVN3": "phông cũ TCVN3 (.VnTime)",
    "VNI": "phông cũ VNI",
    "Windows-1258": "bảng mã Windows-1258",
    "UTF-8": "UTF-8 bị mở sai bảng mã",
    "VIQR": "kiểu gõ VIQR (dấu viết sau chữ)",
}


@dataclass(frozen=True, slots=True)
class Sense:
    """How much Vietnamese a text makes."""

    good: int = 0
    """Words with marks that are Vietnamese syllables."""
    wrong: int = 0
    """Words with marks that are not."""
    alien: int = 0
    """Of these, words with letters or signs within that Vietnamese does not have."""

    @property
    def score(self) -> int:
        """Return one number to compare readings by."""
        return self.good - 2 * self.wrong - self.alien

    def plus(self, other: "Sense") -> "Sense":
        """Add up two parts of a text."""
        return Sense(self.good + other.good, self.wrong + other.wrong, self.alien + other.alien)


_LOOK_AT = {"TCVN3": ", nhất là chữ hoa có dấu", "VIQR": ", nhất là dấu chấm cuối câu"}


def _said(name: str, count: int) -> str:
    return (
        f"Chữ trong tệp dùng {_NAMES[name]}, đã chuyển sang Unicode ({count} đoạn);"
        f" hãy xem lại vài dòng{_LOOK_AT.get(name, '')}."
    )


class _Side(Enum):
    """How a word of a mixed text is written."""

    OLD = "old"
    UNICODE = "unicode"
    EITHER = "either"
    NEITHER = "neither"


_NOTHING = Sense()


@dataclass(slots=True)
class _Findings:
    """What was converted in a document."""

    converted: Counter[str]
    samples: list[str]
    """Texts that two readings fit equally well."""
    rest: Sense = _NOTHING
    mixed: list[str] = field(default_factory=list)
    """Texts converted word by word."""
    whole: bool = False
    """The whole document is written in the old way, so texts that make sense both ways are too."""

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Say what was converted and what stays unsure."""
        said = [("old_encoding", _said(name, count)) for name, count in self.converted.most_common()]
        said += [
            (
                "old_encoding_unsure",
                f"Đoạn “{text[:_SHOWN]}” có thể dùng phông cũ nhưng chưa chắc nên để nguyên; hãy so với bản in.",
            )
            for text in self.samples[:_MOST_SAMPLES]
        ]
        said += [
            (
                "old_encoding_mixed",
                f"Đoạn “{text[:_SHOWN]}” trộn chữ Unicode với phông cũ nên được chuyển từng từ; hãy so với bản in.",
            )
            for text in self.mixed[:_MOST_SAMPLES]
        ]
        return tuple(said)


def repaired(source: Source) -> Source:
    """Convert whatever in a source was typed with an old font or taken for another code page, with notices.

    Every cell and line is NFC without invisible signs afterwards, in the other readings of the file too.
    Raises FileProblem when the letters cannot be told.
    """
    own = _cell_texts(source.grids)
    further = [_cell_texts(other.grids) for other in source.others]
    texts, notices = _repaired(
        source.file, [*source.lines, *own, *(text for each in further for text in each)]
    )
    rest = iter(texts)
    lines = tuple(next(rest) for _ in source.lines)
    grids = _with_texts(source.grids, rest)
    others = tuple(replace(other, grids=_with_texts(other.grids, rest)) for other in source.others)
    said = tuple(dict.fromkeys((*notices, *source.notices)))
    return replace(source, grids=grids, lines=lines, others=others, notices=said)


def repaired_text(name: str, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Convert a whole text line by line; returns it with what there is to say.

    Raises FileProblem when the letters cannot be told.
    """
    if text.isascii() and not _viqr_marks(text):
        return text, ()
    lines, notices = _repaired(name, text.split("\n"), tidy=False)
    return "\n".join(lines), notices


def sense_of(text: str) -> Sense:
    """Count how many words with marks are Vietnamese.

    >>> sense_of("Cải cách hành chính"), sense_of("C¶i c¸ch hµnh chÝnh").good
    (Sense(good=4, wrong=0, alien=0), 0)
    """
    good = wrong = alien = 0
    for word, count in Counter(_WORD.findall(text)).items():
        verdict = _verdict(word)
        good += count * (verdict == "good")
        wrong += count * (verdict in {"wrong", "alien"})
        alien += count * (verdict == "alien")
    return Sense(good, wrong, alien)


def likely_encoding(texts: Sequence[str]) -> str:
    """Tell in which old way texts are written: a name of CONVERTERS; empty for Unicode or when none makes sense."""
    joined = "\n".join(texts)
    if joined.isascii():
        return "VIQR" if _viqr_marks(joined) else ""
    own = sense_of(joined)
    best, best_sense = "", own
    for name in CONVERTERS:
        if name == "VIQR":
            continue
        sense = Sense()
        for text in texts:
            converted = convert(text, name)
            sense = sense.plus(sense_of(text if converted is None else converted))
        if sense.score > best_sense.score and sense.good > own.good:
            best, best_sense = name, sense
    return best


def convert(text: str, name: str) -> str | None:
    """Convert text written in one of the old ways; None when it cannot be of that kind."""
    return text if text.isascii() and name != "VIQR" else CONVERTERS[name](text)


def _repaired(
    name: str, texts: Sequence[str], *, tidy: bool = True
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    found = _Findings(Counter(), [])
    texts = [text if text.isascii() else unicodedata.normalize("NFC", text) for text in texts]
    senses = [_NOTHING if text.isascii() else sense_of(text) for text in texts]
    strange = [text for text, sense in zip(texts, senses, strict=True) if sense.wrong]
    likely = likely_encoding(strange[:_SAMPLE] if strange else [text for text in texts if text.isascii()])
    likely = likely or likely_encoding(_strange_words(strange[:_SAMPLE]))
    found.whole = bool(strange and likely) and _is_wholly_old(texts)
    new = [_one(text, sense, likely, found) for text, sense in zip(texts, senses, strict=True)]
    _refuse_nonsense(name, found.rest)
    _refuse_lost_letters(name, found, new)
    return [nfc(plain_symbols(text)) for text in new] if tidy else new, found.notices()


def _strange_words(texts: Sequence[str]) -> list[str]:
    """Return the words that are not Vietnamese: single ones of an old font may stand among Unicode."""
    return [word for text in texts for word in _WORD.findall(text) if _verdict(word) in {"wrong", "alien"}]


def _is_wholly_old(texts: Sequence[str]) -> bool:
    """Tell a document without the letters that only Unicode has beside those of the western code page."""
    beyond = sum(char > "\u00ff" and is_vietnamese_letter(char) for text in texts for char in text)
    letters = sum(not char.isascii() for text in texts for char in text)
    return beyond <= 0.02 * letters


def _one(text: str, own: Sense, likely: str, found: _Findings) -> str:
    if likely == "VIQR":
        found.converted["VIQR"] += bool(_VIQR_MARK.search(text))
        return CONVERTERS["VIQR"](text) or text
    if text.isascii():
        return text
    if not likely or not (own.wrong or found.whole):
        found.rest = found.rest.plus(own)
        return text
    converted = convert(text, likely)
    new = sense_of(converted) if converted is not None else own
    if converted is None or new.score < own.score:
        return _by_words(text, likely, own, found)
    if new.score == own.score and not found.whole:
        found.samples += [text] if converted != text else []
        found.rest = found.rest.plus(own)
        return text
    beyond = any(is_vietnamese_letter(char) and ord(char) > 0xFF for char in text)
    if new.wrong and (beyond or (own.good and not found.whole)):
        return _by_words(text, likely, own, found)
    found.converted[likely] += converted != text
    found.rest = found.rest.plus(new)
    return converted


def _by_words(text: str, likely: str, own: Sense, found: _Findings) -> str:
    """Convert the words of a text that mixes Unicode with an old font; those that fit both ways go with their neighbours."""
    parts = re.split(r"(\s+)", text)
    words = [(at, part) for at, part in enumerate(parts) if part and not part.isspace()]
    sides = [_side(part, likely) for _, part in words]
    for number, (at, part) in enumerate(words):
        if sides[number] is _Side.OLD or (
            sides[number] is _Side.EITHER and _nearest(sides, number) is _Side.OLD
        ):
            parts[at] = convert(part, likely) or part
    joined = "".join(parts)
    sense = sense_of(joined)
    if sense.score <= own.score:
        found.rest = found.rest.plus(own)
        return text
    found.converted[likely] += 1
    found.mixed.append(text)
    found.rest = found.rest.plus(sense)
    return joined


def _side(word: str, likely: str) -> _Side:
    if word.isascii():
        return _Side.NEITHER
    converted = convert(word, likely)
    own, new = sense_of(word), sense_of(converted or word)
    if own.wrong:
        return _Side.OLD if new.score > own.score else _Side.NEITHER
    beyond = any(char > "\u00ff" and is_vietnamese_letter(char) for char in word)
    return _Side.UNICODE if beyond or converted is None or new.score < own.score else _Side.EITHER


def _nearest(sides: Sequence[_Side], at: int) -> _Side:
    """Return how the nearest word that can only be one is written; the word before counts first."""
    for distance in range(1, len(sides)):
        for near in (at - distance, at + distance):
            if 0 <= near < len(sides) and sides[near] in {_Side.OLD, _Side.UNICODE}:
                return sides[near]
    return _Side.UNICODE


def _refuse_nonsense(name: str, rest: Sense) -> None:
    """Refuse a document in which too many words have letters that no Vietnamese text has."""
    words = rest.good + rest.wrong
    if rest.alien >= _FEWEST_ALIEN and rest.alien > _ALIEN * words:
        raise refusals.old_font(name)


def _refuse_lost_letters(name: str, found: _Findings, texts: Sequence[str]) -> None:
    """Refuse TCVN3 text without a single plain "ư": its code is the soft hyphen, which some programs throw away."""
    if (
        found.converted["TCVN3"]
        and found.rest.good > _FEWEST_WITH_HORN
        and not any("ư" in text.lower() for text in texts)
    ):
        raise refusals.old_font(name)


def _viqr_marks(text: str) -> bool:
    marks = len(_VIQR_MARK.findall(text))
    words = len(re.findall(r"[A-Za-z]{2,}", text))
    return marks >= _FEWEST_VIQR and marks > 0.3 * words


@lru_cache(maxsize=16384)
def _verdict(word: str) -> str:
    """Judge one word: "good", "wrong", "alien", or "" for one without marks or without vowels."""
    bare = word.strip(_EDGES)
    if bare.isascii():
        return "alien" if word != bare and _between_letters(word) else ""
    strange = [char for char in bare if not char.isascii() and not is_vietnamese_letter(char)]
    if strange:
        foreign = all(_LETTERS.match(char) and ord(char) > 0x24F for char in strange)
        return "wrong" if foreign else "alien"
    if not any(char.lower() in "aeiouy" or (not char.isascii() and char not in "Đđ") for char in bare):
        return ""
    return "good" if is_syllable(bare) else "wrong"


def _between_letters(word: str) -> bool:
    return bool(re.search(r"[A-Za-z][«»©®°§·¬\u00ad\u00b4][A-Za-z]", word))


def _cell_texts(grids: Iterable[Grid]) -> list[str]:
    return [cell.text for grid in grids for row in grid.rows for cell in row if cell is not None]


def _with_texts(grids: Iterable[Grid], texts: Iterator[str]) -> tuple[Grid, ...]:
    """Put new texts into the cells, in their order."""
    return tuple(
        replace(grid, rows=tuple(tuple(_with(cell, texts) for cell in row) for row in grid.rows))
        for grid in grids
    )


def _with(cell: Cell | None, texts: Iterator[str]) -> Cell | None:
    if cell is None:
        return None
    text = next(texts)
    return cell if text == cell.text else replace(cell, text=text)
