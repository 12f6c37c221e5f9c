"""Vietnamese working days: weekends, public holidays, compensatory days off and swapped Saturdays."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEKDAY_NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_WORKDAYS_A_WEEK = 5
_ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What makes a day differ from an ordinary weekday or weekend."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped_off"
    SWAPPED_WORKING = "swapped_working"
    PROPOSED = "proposed"
    """A day off that is planned but not yet ordered: listed, and worked until its kind is changed."""
    ORDINARY = "ordinary"
    """Nothing special after all: an office takes a bundled entry back."""


_FREE = frozenset({DayKind.HOLIDAY, DayKind.COMPENSATORY, DayKind.SWAPPED_OFF})


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day of the calendar, with the document it comes from."""

    day: date
    kind: DayKind
    name: str
    source: str
    confirmed: bool
    """False ("dự kiến") until the yearly notice is out."""


class WorkCalendar:
    """Answers which days are worked; all counting includes neither end unless a method says otherwise.

    Without special days it knows weekends only. Of two entries for one day the later one counts.

    >>> calendar = WorkCalendar([SpecialDay(date(2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh", "", True)])
    >>> calendar.on_or_before(date(2026, 9, 2)).isoformat(), calendar.between(date(2026, 8, 31), date(2026, 9, 4))
    ('2026-09-01', 3)
    """

    def __init__(self, special_days: Iterable[SpecialDay] = ()) -> None:
        self.special_days = {special.day: special for special in special_days}
        specials = self.special_days.values()
        self._worked_weekends = frozenset(
            special.day
            for special in specials
            if special.kind is DayKind.SWAPPED_WORKING and _weekend(special.day)
        )
        self._free_weekdays = frozenset(
            special.day for special in specials if special.kind in _FREE and not _weekend(special.day)
        )
        self._worked_ascending = sorted(self._worked_weekends)
        self._free_ascending = sorted(self._free_weekdays)

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on a day."""
        return day in self._worked_weekends if _weekend(day) else day not in self._free_weekdays

    def reason_off(self, day: date) -> str:
        """Say why a day is not worked, by the name of the holiday or the weekday; empty for a working day."""
        if self.is_working(day):
            return ""
        special = self.special_days.get(day)
        if special is None or special.kind not in _FREE:
            return weekday_name(day)
        return special.name

    def on_or_before(self, day: date) -> date:
        """Return the last working day on or before a day."""
        while not self.is_working(day):
            day -= _ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """Return the first working day on or after a day (BLDS 2015, Điều 148 khoản 5)."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day

    def before(self, day: date, count: int) -> date:
        """Return the working day that lies ``count`` (≥ 0) working days before the last working day on or before a day.

        Raises ValueError for a negative count.
        """
        if count < 0:
            raise ValueError(f"count must not be negative: {count}")
        found = self.on_or_before(day)
        for _ in range(count):
            found = self.on_or_before(found - _ONE_DAY)
        return found

    def after(self, day: date, count: int) -> date:
        """Return the working day that lies ``count`` (≥ 1) working days after a day.

        Raises ValueError for a count below 1.
        """
        if count < 1:
            raise ValueError(f"count must be positive: {count}")
        for _ in range(count):
            day = self.on_or_after(day + _ONE_DAY)
        return day

    def between(self, start: date, end: date) -> int:
        """Count working days after ``start`` up to and including ``end``; negative when ``end`` is earlier."""
        return self._worked_until(end) - self._worked_until(start)

    def _worked_until(self, day: date) -> int:
        """Count working days from 01/01/0001, a Monday, up to and including a day: no loop over days."""
        weeks, rest = divmod(day.toordinal(), 7)
        weekdays = weeks * _WORKDAYS_A_WEEK + min(rest, _WORKDAYS_A_WEEK)
        return weekdays + bisect_right(self._worked_ascending, day) - bisect_right(self._free_ascending, day)


def weekday_name(day: date) -> str:
    """Return the Vietnamese name of a day of the week.

    >>> weekday_name(date(2026, 12, 20))
    'Chủ nhật'
    """
    return WEEKDAY_NAMES[day.weekday()]


def _weekend(day: date) -> bool:
    return day.weekday() >= _WORKDAYS_A_WEEK
