"""Lines of running text made clean: page numbers, running heads and footnotes taken out, breaks noted."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.reading.body.labels import read_mark
from cchc_desktop.reading.grid.rows import is_page_number_text
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.text.marks import is_rule
from cchc_desktop.text import squash

_ENDS = re.compile(r"[.;:!?…][”\"’»)\]*/.]*$")
_TAIL = 12
"""Characters at the end of a text that tell how it ends."""
_FOOTNOTE = re.compile(r"([¹²³⁰⁴-⁹]{1,2}|\[\d{1,2}\])\s*[^\W\d_].*")
_PLAIN_FOOTNOTE = re.compile(r"(\d{1,2})\s+[^\W\d_][^\d].{15,}")
_HEADING_AND_ITEM = re.compile(
    r"(?P<heading>(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})\. [^.;:,()\d]{5,90}) (?P<item>(?:a\)|1\.) ?[A-ZĐÀ-Ỹ].{20,})",
    re.DOTALL,
)
_DRAWN = re.compile(r"[|\s]*")
_LABELLED = re.compile(
    r"(cơ quan|đơn vị|thời gian|thời hạn|sản phẩm|chủ trì|phối hợp|kinh phí)\b", re.IGNORECASE
)
_LONGEST_HEAD = 100
_REPEATS = 3
"""A line printed so often, in the midst of sentences, is a running head."""
_SHORTEST_PAGE = 20
"""Lines between two appearances of a running head."""
_LONG_LINE = 160
"""Documents with longer lines are not wrapped: every line is a paragraph."""
_FULL = 0.75
_BRIM = 0.97
_BLANKS = 8
"""Blank lines that may stand around a running head."""
_NEAR = 80
"""Lines before a footnote among which its mark must stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    apart: bool
    """Something stands between it and the line above: a blank line, the end of a paragraph or of a page."""
    full: bool
    """It reaches the right margin, so that the line below may go on with it."""
    brimful: bool = False
    """Not even a dash would have had room in it."""


@dataclass(frozen=True, slots=True)
class BodyLines:
    """Lines of a document, and what was taken out."""

    lines: tuple[Line, ...]
    footnotes: tuple[str, ...]
    page_marks: int


def body_lines(source: Source) -> BodyLines:
    """Return the lines outside the tables without blanks, page numbers, running heads and footnotes.

    >>> found = body_lines(Source("a", "txt", (), ("- Ban hành kế", "2", "hoạch", "", "¹ Theo Nghị quyết")))
    >>> [line.text for line in found.lines], found.footnotes, found.page_marks
    (['- Ban hành kế', 'hoạch'], ('¹ Theo Nghị quyết',), 1)
    """
    parts = [squash(part) for line in source.lines for part in re.split(r"[\n\f\t]+", line)]
    texts = [text for part in parts for text in _apart(part)]
    width = _width(texts)
    paragraphs = source.kind == "docx" or width > _LONG_LINE
    heads = _running_heads(texts)
    lines: list[Line] = []
    footnotes: list[str] = []
    marks = 0
    apart = True
    in_footnote = False
    for at, text in enumerate(texts):
        if not text or _DRAWN.fullmatch(text) or is_rule(text):
            apart, in_footnote = True, False
        elif is_page_number_text(text) or text in heads:
            apart, in_footnote, marks = True, False, marks + 1
        elif in_footnote and read_mark(text) is None:
            footnotes[-1] = f"{footnotes[-1]} {text}"
            in_footnote = not _is_last(text, width)
        elif _is_footnote(text, texts[max(0, at - _NEAR) : at]):
            footnotes.append(text)
            apart, in_footnote = True, not paragraphs and not _is_last(text, width)
        else:
            lines.append(
                Line(text, apart or paragraphs, len(text) >= _FULL * width, len(text) + 2 > _BRIM * width)
            )
            apart, in_footnote = False, False
    return BodyLines(tuple(lines), tuple(footnotes), marks)


def ends(text: str) -> bool:
    """Tell a text that ends as sentences and items of lists do.

    >>> ends("… của tỉnh (SOC)."), ends("Cải cách thể chế")
    (True, False)
    """
    return _ENDS.search(text[-_TAIL:]) is not None


def join_lines(above: str, below: str) -> str:
    """Join two pieces of a sentence; a document number cut after its hyphen stays in one piece.

    >>> join_lines("Kế hoạch số 483/KH-", "UBND ngày 14/12/2020"), join_lines("kinh tế -", "xã hội")
    ('Kế hoạch số 483/KH-UBND ngày 14/12/2020', 'kinh tế - xã hội')
    """
    return f"{above}{below}" if re.search(r"\w[-/]$", above[-2:]) else f"{above} {below}"


def _apart(text: str) -> tuple[str, ...]:
    """Take a heading and its first item apart where the end of a page has pushed them together."""
    found = _HEADING_AND_ITEM.fullmatch(text)
    return (found["heading"], found["item"]) if found else (text,)


def _width(texts: Sequence[str]) -> int:
    lengths = sorted(len(text) for text in texts if text)
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


def _is_last(text: str, width: int) -> bool:
    """Tell the last line of a footnote: it ends as sentences do and leaves room."""
    return ends(text) and len(text) < _FULL * width


def _is_footnote(text: str, above: Sequence[str]) -> bool:
    if _FOOTNOTE.fullmatch(text):
        return True
    plain = _PLAIN_FOOTNOTE.fullmatch(text)
    if plain is None:
        return False
    reference = re.compile(rf"[^\W\d_][”\")]?{plain[1]}(?=[.,;:\s]|$)")
    return any(reference.search(line) for line in above)


def _running_heads(texts: Sequence[str]) -> frozenset[str]:
    """Find lines that come again and again and at least once cut a sentence in two or stand beside a page number."""
    counted = Counter(
        text
        for text in texts
        if text and len(text) <= _LONGEST_HEAD and read_mark(text) is None and not _LABELLED.match(text)
    )
    often = {text for text, count in counted.items() if count >= _REPEATS and _may_be_head(text)}
    return frozenset(text for text in often if _comes_with_pages(texts, text))


def _may_be_head(text: str) -> bool:
    return text[:1].isupper() and " " in text and not text.endswith((".", ";", ":", ","))


def _comes_with_pages(texts: Sequence[str], head: str) -> bool:
    """Tell a line that stands beside page numbers, or cuts sentences a page apart from its last appearance."""
    places = [at for at, each in enumerate(texts) if each == head]
    if 2 * sum(_beside_number(texts, at) for at in places) >= len(places):
        return True
    far = all(after - before >= _SHORTEST_PAGE for before, after in pairwise(places))
    return far and 2 * sum(_cuts(texts, at) for at in places) >= len(places)


def _around(texts: Sequence[str], at: int) -> tuple[str, str]:
    before = next((text for text in reversed(texts[max(0, at - _BLANKS) : at]) if text), "")
    return before, next((text for text in texts[at + 1 : at + 1 + _BLANKS] if text), "")


def _beside_number(texts: Sequence[str], at: int) -> bool:
    return any(is_page_number_text(text) for text in _around(texts, at) if text)


def _cuts(texts: Sequence[str], at: int) -> bool:
    before, after = _around(texts, at)
    return bool(before) and not ends(before) and after[:1].islower()
