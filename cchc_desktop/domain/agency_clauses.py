"""Clauses that change what the names beside them mean: "trừ …", "nay là …", "chủ trì, phối hợp với …"."""

import re

from cchc_desktop.domain.agency_tokens import Kind, Words, norms, unmarked
from cchc_desktop.text import fold, squash

_EXCEPTING = re.compile(
    r"(?<!\w)(?:(?:ngoại )?trừ(?! sâu)|không (?:bao )?gồm|không kể|chưa bao gồm)(?!\w)", re.IGNORECASE
)
_EXCEPTING_NOTE = re.compile(
    r"(?:ngoại )?trừ\b|không (?:bao )?gồm|không kể|ngoài\b|chưa bao gồm", re.IGNORECASE
)
_UNMARKED_EXCEPTING = re.compile(r"(?:ngoai )?tru\b|khong (?:bao )?gom\b|khong ke\b", re.IGNORECASE)
_EXCEPTION_WORDS = {
    ("tru",): ("trừ",),
    ("ngoai", "tru"): ("ngoại", "trừ"),
    ("khong", "bao", "gom"): ("không", "bao", "gồm"),
    ("khong", "gom"): ("không", "gồm"),
    ("khong", "ke"): ("không", "kể"),
    ("chua", "bao", "gom"): ("chưa", "bao", "gồm"),
}
"""Folded words that begin an exception -> their spelling: "trụ sở" is none."""
_NOW = re.compile(
    r"(?:hiện |đến |từ [\d/ ]+)?nay (?:là|thành|đổi tên thành|sáp nhập vào|hợp nhất thành)\s+", re.IGNORECASE
)
_NOW_WORDS = (("hien", "nay", "la"), ("nay", "la"), ("nay", "thanh"), ("nay", "doi", "ten", "thanh"))
_FEW = re.compile(r"\b0?[1-4] (?:so|xa|phuong|thi tran|huyen|quan|don vi|co quan|dia phuong|phong)\b")
_WITH = frozenset({"voi", "cung"})
_COORDINATES = re.compile(
    r"phoi hop(?: thuc hien)?(?: cung)?(?: voi)?(?: ?:| "
    r"(?:cac|so|ubnd|uy ban|phong|van phong|vp|cong an|bo|ban|thanh tra|trung tam|bhxh|bao hiem|kho bac|cuc|chi cuc|don vi"
    r"|co quan|thue|vnpt|viettel|mttq|mat tran|doan|hoi|lien|truong|dai|bao|vien|toa|[a-z]*hdnd|dia phuong|nganh)\b)"
)
_COORDINATING_NOTE = re.compile(
    r"\(\s*(?!(?:co quan|don vi|bo phan|cung|va|de|thuc hien|tham gia)\b)[^()]*\w (?:cung )?phoi hop(?: thuc hien)?\s*\)"
)
"""A note that gives another body the second role: "Sở Nội vụ (Sở Tài chính phối hợp)"."""
_ROLE_LABEL = re.compile(r"(?:co quan|don vi|bo phan)?\s*$")


def counts_few(printed: str) -> bool:
    """Tell whether a class is said to be of so few that a person should name them: "UBND 03 xã", "02 sở".

    >>> counts_few("UBND 03 xã"), counts_few("UBND 15 xã, thị trấn"), counts_few("UBND 3 cấp")
    (True, False, False)
    """
    return bool(_FEW.search(fold(printed)))


def exception_at(words: Words, position: int) -> bool:
    """Tell whether "trừ", "ngoại trừ", "không bao gồm" stands at a place."""
    for phrase, spelling in _EXCEPTION_WORDS.items():
        if norms(words, position, position + len(phrase)) == phrase:
            printed = words[position : position + len(phrase)]
            return all(
                word.raw == right or unmarked(word.raw) for word, right in zip(printed, spelling, strict=True)
            )
    return False


def exception_end(words: Words, start: int) -> int:
    """Return the end of an exception: the next hard separator."""
    position = start
    while position < len(words) and words[position].kind is not Kind.HARD:
        position += 1
    return position - 1 if words[position - 1].kind is Kind.SOFT else position


def says_exception(note: str) -> bool:
    """Tell whether a note in brackets begins with an exception.

    >>> says_exception("trừ Sở Ngoại vụ"), says_exception("Ngoại vụ, Nội vụ"), says_exception("trụ sở tại Huế")
    (True, False, False)
    """
    note = note.strip()
    return bool(_EXCEPTING_NOTE.match(note)) or (note.isascii() and bool(_UNMARKED_EXCEPTING.match(note)))


def excepts(cell: str) -> bool:
    """Tell whether a cell leaves some bodies out of a class, so that a person should name those who are meant.

    >>> excepts("Các sở, ban, ngành (trừ Sở Ngoại vụ)"), excepts("Các sở, ban, ngành; Trụ sở 1")
    (True, False)
    """
    text = squash(cell)
    return bool(_EXCEPTING.search(text)) or bool(re.search(r"\(\s*ngoài\b", text, re.IGNORECASE))


def new_name(note: str) -> str:
    """Return what a note says a body is called now; empty when it says nothing of the kind.

    >>> new_name("nay là Sở KH&CN"), new_name("cơ quan thường trực")
    ('Sở KH&CN', '')
    """
    said = _NOW.match(note.strip())
    return note.strip()[said.end() :] if said else ""


def now_end(words: Words, start: int) -> int:
    """Step over "nay là" at a place; ``start`` itself when it does not stand there."""
    for phrase in _NOW_WORDS:
        if norms(words, start, start + len(phrase)) == phrase:
            return start + len(phrase)
    return start


def label_end(words: Words, start: int) -> int:
    """Step over "Phối hợp:", "Cơ quan chủ trì:" at a place; ``start`` itself when no such label stands there."""
    end = start + (words[start].norm in {"coquan", "donvi"})
    role = end + 1 < len(words) and words[end].norm in {"phoihop", "chutri"}
    return end + 2 if role and words[end + 1].norm == ":" else start


def coordination_at(words: Words, position: int) -> int:
    """Return where the body stands that "phối hợp (với)" at a place is said to; ``position`` itself when none does."""
    end = position
    if end < len(words) and words[end].norm == "phoihop":
        end += 1
        if norms(words, end, end + 2) == ("thuc", "hien"):
            end += 2
        while end < len(words) and words[end].norm in _WITH:
            end += 1
    known = position < end < len(words) and words[end].kind is Kind.WORD
    return end if known else position


def mixes_roles(cell: str) -> bool:
    """Tell whether a cell names who leads and who coordinates at once, so that a person should part them.

    >>> mixes_roles("Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính"), mixes_roles("Sở Nội vụ (chủ trì)")
    (True, False)
    >>> mixes_roles("Sở Nội vụ phối hợp với Sở Tài chính"), mixes_roles("Phối hợp với Sở Tài chính")
    (True, False)
    """
    text = squash(fold(cell))
    if ("chu tri" in text and "phoi hop" in text) or _COORDINATING_NOTE.search(text):
        return True
    return any(not _ROLE_LABEL.fullmatch(text[: found.start()]) for found in _COORDINATES.finditer(text))
