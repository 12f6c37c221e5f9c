"""Who issued a document, from the capitals of its letterhead."""

import re
from collections.abc import Sequence

from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.head.title import is_authority
from cchc_desktop.text import squash

_REACH = 25
_MOTTO = re.compile(
    r"cộng h[òo][aà] xã hội.*|chủ nghĩa việt nam|độc lập\s?[-–].*|[-_*=–—\s|.]*", re.IGNORECASE
)
_BODY = re.compile(
    r"(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|BỘ|CỤC|CHI CỤC|VĂN PHÒNG|BAN|PHÒNG|TRUNG TÂM"
    r"|TRƯỜNG|THANH TRA|TỈNH ỦY|THÀNH ỦY|ĐẢNG ỦY|BẢO HIỂM|CÔNG AN)\b.*"
)
_PERSONS = ("CHỦ TỊCH ", "BỘ TRƯỞNG ", "GIÁM ĐỐC ")
_PLACES = r"(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
_PLACE = re.compile(rf"\b{_PLACES} (?P<name>[^()]+?)(?=$| {_PLACES}\b)", re.IGNORECASE)
_MINISTRY = re.compile(r"\b(?P<kind>sở|bộ) (?P<name>[^\d()]+?)(?=$| (?:tỉnh|thành phố)\b)")
_RECITAL = re.compile(
    rf"(?P<body>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) {_PLACES}(?: [A-ZĐÀ-Ỹ][^\W\d_]*){{0,4}})"
    r" (?:xây dựng và )?ban hành (?:Kế hoạch|Chương trình|Đề án|Phương án)"
)
_RECITAL_REACH = 60
"""Lines from the beginning in which a plan without letterhead says who issues it."""


def read_issuer(lines: Sequence[str]) -> str:
    """Return the issuing body: the authority named above the decision, else the last body of the letterhead.

    >>> read_issuer(["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NAM", "-------", "Số: 3532/QĐ-UBND"])
    'Ủy ban nhân dân tỉnh Quảng Nam'
    """
    for line in lines:
        if is_authority(line) and line.startswith(_PERSONS):
            return in_sentence_case(line)
    bodies: list[str] = []
    for line in lines[:_REACH]:
        if not line or _MOTTO.fullmatch(line):
            continue
        if _BODY.fullmatch(line) and in_capitals(line):
            bodies.append(line)
        elif bodies and in_capitals(line) and not any(char.isdigit() for char in line):
            bodies[-1] = f"{bodies[-1]} {line}"
        else:
            break
    return in_sentence_case(bodies[-1]) if bodies else _named_in_recital(lines)


def _with_capitals(found: re.Match[str]) -> str:
    """Write "sở tài nguyên và môi trường" as it is written: a capital at the beginning of each of its subjects."""
    name = re.sub(r"(?:^|(?<=, )|(?<= và )|(?<= - ))\w", lambda letter: letter[0].upper(), found["name"])
    return f"{found['kind']} {name}"


def _named_in_recital(lines: Sequence[str]) -> str:
    """Return the body of "…, UBND tỉnh Hà Tĩnh ban hành Kế hoạch …" as printed."""
    found = _RECITAL.search(" ".join(line for line in lines[:_RECITAL_REACH] if line))
    return found["body"] if found else ""


def in_sentence_case(capitals: str) -> str:
    """Set a body's name in capitals as it is written in a sentence; names of places keep their capitals.

    >>> in_sentence_case("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG")
    'Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang'
    """
    text = squash(capitals).lower()
    text = _PLACE.sub(lambda found: f"{found[1]} {found['name'].title()}", text)
    text = re.sub(r"\bubnd\b", "UBND", text)
    text = _MINISTRY.sub(_with_capitals, text)
    text = re.sub(
        r"^(chủ tịch|bộ trưởng|giám đốc) (\S)", lambda found: f"{found[1]} {found[2].upper()}", text
    )
    return text[0].upper() + text[1:]
