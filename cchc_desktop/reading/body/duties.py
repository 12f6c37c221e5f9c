"""Duties of agencies: who does what, and which field of the reform is whose, from "Tổ chức thực hiện"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.body.fields import fields_in
from cchc_desktop.reading.body.labels import Rank
from cchc_desktop.reading.body.outline import Node
from cchc_desktop.reading.body.sections import Purpose
from cchc_desktop.reading.body.subjects import are_bodies, subject_of
from cchc_desktop.reading.draft import DutyDraft
from cchc_desktop.reading.grid.likeness import agency_like

_OWNS = re.compile(
    r"chủ trì|tham mưu|cơ quan thường trực|theo dõi, (tổng hợp|đôn đốc)|chịu trách nhiệm|đầu mối|phụ trách",
    re.IGNORECASE,
)
_HELPS = re.compile(r"phối hợp\b(?!.*\bchủ trì)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_a-zà-ỹ])|(?<=;)\s+")
_POLITE = re.compile(r"(đề nghị|giao|yêu cầu)\s+", re.IGNORECASE)
_LISTED = re.compile(r"các (?:cơ quan|đơn vị|sở|ngành)[^:.;]{0,120}\b(?:gồm|là)\s*:\s*", re.IGNORECASE)
_STANDING = re.compile(r"\s*(?:[-–(,]\s*)(?:là )?cơ quan thường trực.*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST_NAME = 300


def read_duties(sections: Sequence[tuple[Purpose, Node]], directory: Directory) -> tuple[DutyDraft, ...]:
    """Read the duties of agencies from the sections that assign them."""
    found: list[DutyDraft] = []
    for purpose, section in sections:
        if purpose is Purpose.DUTIES:
            for node in section.children:
                found += _duties(node, directory)
    return tuple(found)


def owners(duties: Sequence[DutyDraft]) -> Mapping[str, str]:
    """Return the agency that owns each field; the first one that says so."""
    owned: dict[str, str] = {}
    for duty in duties:
        for key in duty.fields:
            owned.setdefault(key, duty.agency)
    return owned


def _duties(node: Node, directory: Directory) -> Iterator[DutyDraft]:
    subject, rest = _subject(node, directory)
    texts = [text for text in (rest if subject else node.text, *node.paragraphs) if text]
    inner: list[DutyDraft] = []
    for child in node.children:
        own = list(_duties(child, directory)) if child.mark.rank < Rank.BULLET else []
        if own:
            inner += own
        else:
            texts += [child.whole, *(below.whole for below in child.children)]
    if subject and texts:
        standing = ("direction",) if _STANDING.search(subject) else ()
        keys = dict.fromkeys((*standing, *_fields(texts)))
        yield DutyDraft(_STANDING.sub("", subject), tuple(texts), tuple(keys))
    yield from inner


def _subject(node: Node, directory: Directory) -> tuple[str, str]:
    """Return the bodies a piece is about and what its own paragraph says of them."""
    if (node.children or node.paragraphs) and (node.is_open or node.text.endswith(":")):
        title = _POLITE.sub("", node.title, count=1)
        return (title, "") if _names_bodies(title, directory) else ("", "")
    listed = _LISTED.match(node.text)
    return subject_of(node.text[listed.end() :] if listed else node.text, directory)


def _names_bodies(title: str, directory: Directory) -> bool:
    """Tell a heading that names bodies; one that begins with a body may go on with what the directory lacks."""
    return len(title) <= _LONGEST_NAME and (are_bodies(directory.split(title)) or agency_like(title))


def _fields(texts: Sequence[str]) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for text in texts:
        for sentence in _SENTENCE.split(_IN_BRACKETS.sub("", text)):
            if _OWNS.search(sentence) and not _HELPS.match(sentence):
                keys.update(dict.fromkeys(fields_in(sentence)))
    return tuple(keys)
