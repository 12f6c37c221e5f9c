"""Number, date and issuer: from the document's own first lines, or from "(Kèm theo Quyết định số …)" above a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_DOCUMENTS = r"quyết định|kế hoạch|chương trình|đề án|nghị quyết|công văn|tờ trình|báo cáo|thông báo|hướng dẫn|chỉ thị|văn bản"
_SYMBOL = r"(?-i:[A-ZĐ][A-Za-zĐđ]{0,6}(?:\s?[-–&]\s?[A-ZĐ][A-Za-zĐđ0-9&]*)*)"
_NUMBER = rf"(?P<number>\d{{1,5}}[a-zđ]?)?[\s.…_]*/\s*(?P<symbol>(?:\d{{4}}\s?/\s?)?{_SYMBOL})"
_DAY = (
    r"ngày\s*(?:(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})\s?[/.-]\s?(?P<month2>\d{1,2})\s?[/.-]\s?(?P<year2>\d{4})"
    r"|[\s.…_]*(?:\d{1,2})?[\s.…_/]*(?:tháng)?[\s.…_]*(?:\d{1,2})?[\s.…_/]*(?:năm)?\s*[\d.…_]*)"
)
_REFERENCE = re.compile(
    rf"kèm(?:\s+theo)?\s+(?:{_DOCUMENTS})\s*(?:số\s*:?)?\s*(?:{_NUMBER}|[.…_]+)?\s*,?\s*(?:{_DAY})?\s*,?"
    r"\s*(?:của\s+(?P<issuer>[^()]{3,150}?))?\s*(?=\)|$|[.;])",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(rf"s[ốôồổỗộóo]\s*[:;.]\s*{_NUMBER}\b.*", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(rf"(?<!\w)[A-ZĐ][^\d,.;:()]{{1,40}},\s*{_DAY}")
_REACH = 40
"""Lines from the beginning in which a document names its number and date."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Number, date and issuer of a document; whatever is left blank there is empty here."""

    number: str = ""
    day: date | None = None
    issuer: str = ""


def read_reference(lines: Sequence[str]) -> Reference:
    """Read the document's own number and date, else those of the document the appendix belongs to.

    >>> read_reference(["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 của UBND tỉnh)"]).number
    '12/KH-UBND'
    >>> read_reference(["(Kèm theo Quyết định số …/QĐ-UBND ngày … tháng … năm 2024 của UBND tỉnh)"]).number
    ''
    """
    named = _named(" ".join(line for line in lines if line))
    first = [line for line in lines[:_REACH] if line]
    own = next((found for found in map(_OWN_NUMBER.fullmatch, first) if found), None)
    place = _PLACE_AND_DAY.search(" ".join(first))
    number = _number(own) if own else ""
    if number or not named.number:
        return Reference(number, (_day(place) if place and own else None) or named.day, named.issuer)
    return named


def _named(text: str) -> Reference:
    """Read the last reference in brackets above the table: the nearest one is the table's own."""
    references = list(_REFERENCE.finditer(text))
    if not references:
        return Reference()
    found = references[-1]
    return Reference(_number(found), _day(found), (found["issuer"] or "").strip(" ,."))


def _number(found: re.Match[str]) -> str:
    if not found["number"]:
        return ""
    symbol = "".join(found["symbol"].split()).replace("–", "-")
    return f"{found['number']}/{symbol}"


def _day(found: re.Match[str]) -> date | None:
    parts = [found[name] or found[f"{name}2"] for name in ("year", "month", "day")]
    if not all(parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None
