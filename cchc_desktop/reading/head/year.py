"""The year a plan is for: its titles say it, its time phrases suggest it, its date only hints at it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_IN_TITLE = re.compile(r"(?<!đến )\bnăm\s+(20\d\d)\b(?!\s*[-–]\s*(?:năm\s+)?20\d\d)", re.IGNORECASE)
_PERIOD = re.compile(r"\b(20\d\d)\s*[-–]\s*(20\d\d)\b")
_ANY = re.compile(r"\b(20\d\d)\b")
_LATE_IN_YEAR = 10
"""A plan issued from this month on is for the next year."""


@dataclass(frozen=True, slots=True)
class PlanYear:
    """The year of a plan; 0 when nothing tells it."""

    year: int
    certain: bool
    source: str
    """What it was taken from, for the officer."""


def read_year(titles: Iterable[str], deadlines: Iterable[str], issued: date | None) -> PlanYear:
    """Tell the year of a plan.

    >>> read_year(["DANH MỤC NHIỆM VỤ NĂM 2024"], ["Quý I/2024"], None).certain
    True
    """
    phrases = Counter(year for text in deadlines for year in set(_ANY.findall(text)))
    usual = int(phrases.most_common(1)[0][0]) if phrases else 0
    for title in titles:
        named = sorted({int(year) for year in _IN_TITLE.findall(title)})
        if len(named) == 1:
            return PlanYear(named[0], not usual or usual == named[0], "tiêu đề")
        if named:
            return PlanYear(usual if usual in named else named[-1], usual in named, "tiêu đề")
        period = _PERIOD.search(title)
        if period:
            within = int(period[1]) <= usual <= int(period[2])
            return PlanYear(
                usual if within else int(period[1]), certain=False, source="giai đoạn trong tiêu đề"
            )
    if usual:
        return PlanYear(usual, certain=False, source="cột thời gian")
    if issued is not None:
        year = issued.year + (issued.month >= _LATE_IN_YEAR)
        return PlanYear(year, certain=False, source="ngày ban hành")
    return PlanYear(0, certain=False, source="")
