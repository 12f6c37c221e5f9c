"""The title of a plan: its own subject line, else the decision's, else the title of its appendix."""

import re
from collections.abc import Sequence

from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.grid.rows import is_appendix_title
from cchc_desktop.text import fold, squash

_KINDS = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "QUYẾT ĐỊNH", "NGHỊ QUYẾT")
_KIND_OF = {fold(kind): kind for kind in _KINDS}
_KIND_LINE = re.compile(
    r"(?P<kind>K[EÊẾÉỀ] HO[AẠÁ]CH|CH[UƯ][OƠ]NG TR[IÌÍ]NH|Đ[EÊỀÉ] [AÁ]N|PH[UƯ][OƠ]NG [AÁ]N|QUY[EÊẾ]T [DĐ][IỊ]NH"
    r"|NGH[IỊ] QUY[EÊẾ]T)(?P<more>\s+[^:]{4,})?"
)
"""Kinds of documents in capitals, also with the marks that scanning loses ("KÊ HOẠCH")."""
_ORDERS = frozenset({"QUYẾT ĐỊNH", "NGHỊ QUYẾT"})
_ISSUING = re.compile(r"(?:về việc\s+|v/v\s+)?(?:ban hành|phê duyệt)\s+(?P<rest>\S.*)", re.IGNORECASE)
_LETTER_SUBJECT = re.compile(r"(?:v/v|về việc)\s+(?P<rest>\S.*)", re.IGNORECASE)
_SUBJECT_ENDS = re.compile(
    r"\(|căn cứ\b|[-_*=–—]{3,}|[IVX]+\s?\.|\d+\s?\.|điều \d|theo đề nghị|kính gửi|số\s*:"
    r"|thực hiện\s+(nghị quyết|quyết định|kế hoạch|văn bản|công văn|chương trình|chỉ thị|ý kiến|hướng dẫn)\s+(số|của)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"(CHỦ TỊCH |BỘ TRƯỞNG |GIÁM ĐỐC )*(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|BỘ)\s.+"
)
_LABEL = re.compile(r"(phụ lục|biểu|mẫu|bảng)(\s+(số\s*)?[\dIVX]{1,4}[a-z]?)?\s*[.:–-]*\s*", re.IGNORECASE)
_LONGEST_LINE = 220
_MOST_LINES = 4


def read_title(lines: Sequence[str], block: Sequence[str]) -> str:
    """Return the title: of the plan itself, of the decision without its verb, or of the appendix (``block``).

    >>> read_title(["KẾ HOẠCH", "Cải cách hành chính tỉnh Hà Tĩnh năm 2021", ""], [])
    'Kế hoạch cải cách hành chính tỉnh Hà Tĩnh năm 2021'
    """
    orders = []
    for at, line in enumerate(lines):
        found = _KIND_LINE.fullmatch(line)
        if found is None or not in_capitals(line):
            continue
        subject = squash(" ".join(((found["more"] or "").strip(), *_subject(lines[at + 1 :]))))
        if not subject:
            continue
        kind = _KIND_OF[fold(found["kind"])]
        if kind not in _ORDERS:
            return _with_kind(kind, subject)
        orders.append(_without_verb(subject))
    if orders:
        return orders[0]
    return _letter_subject(lines) or appendix_title(block)


def appendix_title(block: Sequence[str]) -> str:
    """Return the title among the lines directly above a table.

    >>> appendix_title(["PHỤ LỤC I", "DANH MỤC NHIỆM VỤ", "NĂM 2024", "(Kèm theo Kế hoạch số 1/KH-UBND)"])
    'DANH MỤC NHIỆM VỤ NĂM 2024'
    """
    title: list[str] = []
    for line in block:
        bare = _LABEL.sub("", line, count=1) if is_appendix_title(line) else line
        if bare.startswith("(") or is_authority(bare):
            break
        if bare:
            title.append(bare)
    return " ".join(title[:_MOST_LINES])


def is_authority(line: str) -> bool:
    """Tell the line in capitals that names who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …".

    >>> is_authority("ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM"), is_authority("Sở Nội vụ")
    (True, False)
    """
    return bool(_AUTHORITY.fullmatch(line)) and in_capitals(line)


def _subject(lines: Sequence[str]) -> list[str]:
    subject: list[str] = []
    for line in lines:
        if not line:
            if subject:
                break
            continue
        if len(line) > _LONGEST_LINE or len(subject) >= _MOST_LINES:
            break
        if _SUBJECT_ENDS.match(line) or is_authority(line) or _KIND_LINE.fullmatch(line):
            break
        subject.append(line)
    return subject


def _with_kind(kind: str, subject: str) -> str:
    if in_capitals(subject):
        return f"{kind} {subject}"
    first, _, rest = subject.partition(" ")
    proper = not first[1:].islower() or rest[:1].isupper()
    return f"{kind.capitalize()} {first if proper else first.lower()} {rest}".strip()


def _without_verb(subject: str) -> str:
    found = _ISSUING.fullmatch(subject)
    return found["rest"][0].upper() + found["rest"][1:] if found else subject


def _letter_subject(lines: Sequence[str]) -> str:
    for at, line in enumerate(lines):
        found = _LETTER_SUBJECT.fullmatch(line)
        if found:
            rest = squash(" ".join((found["rest"], *_subject(lines[at + 1 :]))))
            return rest[0].upper() + rest[1:]
    return ""
