"""Days a lunar date or Tết may fall on: only offered, for the print seldom says which lunar year it means."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import Entry
from cchc_desktop.domain.deadline.records import Deadline, unknown
from cchc_desktop.domain.deadline.values import DAY, Unit
from cchc_desktop.domain.deadline.words import Role
from cchc_desktop.domain.lunar import new_year, solar
from cchc_desktop.text import fold

_LAST_MONTH = 12
_TET = frozenset({"truoc", "tet", "nguyen", "dan", "am", "lich", "co", "truyen"})
"""Words of a phrase that means Tết Nguyên đán and nothing else."""


def by_lunar_calendar(text: str, entries: Sequence[Entry], year: int) -> Deadline:
    """Leave a lunar date unread and offer its day; the twelfth month is that of the lunar year ending in the plan year."""
    offered = None
    if len(entries) == 1 and entries[0].calendar.unit is Unit.DAY:
        calendar, excluded = entries[0].calendar, entries[0].relation is Role.BEFORE
        lunar_year = (calendar.year or year) - (calendar.number == _LAST_MONTH)
        with suppress(ValueError):
            offered = solar(calendar.day, calendar.number, lunar_year) - DAY * excluded
    if offered is None:
        return unknown(f"Chưa đổi được ngày âm lịch “{say.clip(text)}”, đề nghị tự nhập ngày dương lịch")
    day = say.day_of(offered)
    return unknown(
        f"“{say.clip(text)}” là ngày âm lịch, có thể là ngày {day} dương lịch, đề nghị xem lại", offered
    )


def before_tet(event: str, year: int) -> date | None:
    """Return the day before Tết Nguyên đán where the event is "trước Tết" and nothing more.

    >>> before_tet("Trước Tết Nguyên đán", 2026)
    datetime.date(2026, 2, 16)
    """
    words = fold(event).split()
    plain = words[0] == "truoc" and set(words) <= _TET
    return new_year(year) - DAY if plain else None
