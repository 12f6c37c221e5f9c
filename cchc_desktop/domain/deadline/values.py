"""Calendar expressions of a plan ("quý II", "cuối tháng 6", "15/3") as values that become dates once the year is known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

from cchc_desktop.domain.deadline.tokens import FIRST_YEAR, LAST_YEAR

DAY = timedelta(days=1)


class Unit(Enum):
    """The size of a calendar expression."""

    DAY = auto()
    MONTH = auto()
    QUARTER = auto()
    FIRST_MONTHS = auto()
    """"6 tháng đầu năm", "9 tháng đầu năm"; the number is how many months."""
    LAST_MONTHS = auto()
    YEAR = auto()


class Part(Enum):
    """The part of a period that is meant."""

    WHOLE = auto()
    START = auto()
    """"đầu": has a first day but no last one."""
    MIDDLE = auto()
    """"giữa": has neither."""
    END = auto()
    """"cuối": its last day is the last day of the period."""
    FIRST_HALF = auto()
    LAST_HALF = auto()
    FIRST_DAYS = auto()
    """The first ``count`` days."""
    MIDDLE_DAYS = auto()
    """"trung tuần": the 11th to the 20th of a month."""
    LATE_DAYS = auto()
    """"hạ tuần": from the 21st."""
    LAST_DAYS = auto()
    """The last ``count`` days."""
    WORKDAY = auto()
    """Working day number ``count``: which day it is depends on the holidays of the year."""
    WEEK = auto()
    """Week number ``count`` of a month, 0 for the last: plans do not say where weeks begin."""


class Span(NamedTuple):
    """First and last day, None where the print names none; ``suggested`` then holds a day to offer."""

    first: date | None
    last: date | None
    suggested: date | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar expression; ``year`` is None where the print leaves it to the plan."""

    unit: Unit
    number: int = 0
    """Month 1-12, quarter 1-4 or number of months; other values name a period that does not exist."""
    day: int = 0
    year: int | None = None
    shift: int = 0
    """Years after the plan year: "năm sau" is 1, "năm trước" -1."""
    part: Part = Part.WHOLE
    count: int = 0
    doubts: tuple[str, ...] = ()

    def period(self, year: int) -> tuple[date, date] | None:
        """Return first and last day of the whole period in a year, None where there is no such period.

        >>> Calendar(Unit.MONTH, 2).period(2024)
        (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
        >>> Calendar(Unit.DAY, 11, day=31).period(2023) is None
        True
        """
        if not FIRST_YEAR <= year <= LAST_YEAR + 1:
            return None
        if self.unit is Unit.DAY:
            known = 1 <= self.number <= 12 and 1 <= self.day <= last_day(year, self.number).day
            return (date(year, self.number, self.day),) * 2 if known else None
        months = _months(self.unit, self.number)
        if months is None:
            return None
        return date(year, months[0], 1), last_day(year, months[1])

    def span(self, year: int) -> Span | None:
        """Return the days of the meant part in a year, None where the period does not exist.

        >>> Calendar(Unit.QUARTER, 2, part=Part.START).span(2023).suggested
        datetime.date(2023, 4, 30)
        """
        period = self.period(year)
        return None if period is None else _part_of(self, *period)


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _months(unit: Unit, number: int) -> tuple[int, int] | None:
    if unit is Unit.YEAR:
        return 1, 12
    if unit is Unit.MONTH and 1 <= number <= 12:
        return number, number
    if unit is Unit.QUARTER and 1 <= number <= 4:
        return number * 3 - 2, number * 3
    if unit is Unit.FIRST_MONTHS and 1 <= number <= 12:
        return 1, number
    if unit is Unit.LAST_MONTHS and 1 <= number <= 12:
        return 13 - number, 12
    return None


def _part_of(calendar: Calendar, first: date, last: date) -> Span:
    part, count = calendar.part, calendar.count
    middle = _middle(calendar.unit, first, last)
    if part is Part.START:
        return Span(first, None, _early(calendar.unit, first, last))
    if part is Part.MIDDLE:
        return Span(None, None, middle)
    if part is Part.END:
        return Span(None, last)
    if part is Part.FIRST_HALF:
        return Span(first, middle)
    if part is Part.LAST_HALF:
        return Span(middle + DAY, last)
    if part is Part.FIRST_DAYS:
        return Span(first, min(last, first + DAY * (count - 1)))
    if part is Part.MIDDLE_DAYS:
        return Span(first + DAY * 10, first + DAY * 19)
    if part is Part.LATE_DAYS:
        return Span(first + DAY * 20, last)
    if part is Part.LAST_DAYS:
        return Span(max(first, last - DAY * (count - 1)), last)
    if part is Part.WORKDAY:
        return Span(None, None, weekdays_after(first - DAY, count))
    if part is Part.WEEK:
        return Span(None, None, last if count == 0 else min(last, first + DAY * (7 * count - 1)))
    return Span(first, last)


def weekdays_after(day: date, count: int) -> date:
    """Return the day that lies so many days from Monday to Friday after a day; holidays are not known here.

    >>> weekdays_after(date(2023, 3, 15), 5)
    datetime.date(2023, 3, 22)
    """
    while count:
        day += DAY
        count -= day.weekday() < 5
    return day


def _early(unit: Unit, first: date, last: date) -> date:
    """Return a day to offer for "đầu": the 10th of a month, the first month of a quarter, the first quarter of a year."""
    if unit is Unit.MONTH:
        return first.replace(day=10)
    if unit is Unit.QUARTER:
        return last_day(first.year, first.month)
    return last_day(first.year, 3) if unit is Unit.YEAR else last


def _middle(unit: Unit, first: date, last: date) -> date:
    """Return the last day of the first half: 15th of a month, 15th of a quarter's second month, 30/6 of a year."""
    if unit is Unit.MONTH:
        return first.replace(day=15)
    if unit is Unit.QUARTER:
        return date(first.year, first.month + 1, 15)
    return last_day(first.year, 6) if unit is Unit.YEAR else first + (last - first) // 2


@dataclass(frozen=True, slots=True)
class Cycle:
    """A recurring date: the end of every period of so many months, or a day in one of its months."""

    months: int
    """Length of the period: 1, 3, 6, 12 …; 0 for weeks and days, whose dates no plan can name."""
    day: int | None = None
    """Day of the month; None for its last day."""
    before: bool = False
    """True where "trước" excludes the day itself."""
    month: int = 0
    """Which month of the period, from 1; 0 for the last."""
    later: bool = False
    """True for a month of the period after ("tháng đầu quý sau")."""
    any_period: bool = False
    """True for "tháng cuối kỳ báo cáo": the length comes from the cycles printed beside it."""
    vague: bool = False
    """True where the print names no day ("đầu mỗi quý", "02 đến 03 lần/năm"): no occurrences are made."""
    weekday: int | None = None
    """Monday 0 to Sunday 6, with ``months`` 0."""
    times: int = 0
    """How often, for "02 lần/năm": then the dates are even shares of the year, only proposed."""
    doubts: tuple[str, ...] = ()

    def dates(self, year: int) -> tuple[date, ...]:
        """Return the due dates that fall within a year, ascending.

        >>> [f"{day:%d/%m}" for day in Cycle(3, day=15, before=True).dates(2023)]
        ['14/03', '14/06', '14/09', '14/12']
        >>> [f"{day:%d/%m}" for day in Cycle(6).dates(2023)]
        ['30/06', '31/12']
        """
        if self.vague:
            return ()
        if self.weekday is not None:
            first = date(year, 1, 1)
            first += DAY * ((self.weekday - self.before - first.weekday()) % 7)
            return tuple(
                first + DAY * 7 * week for week in range(53) if (first + DAY * 7 * week).year == year
            )
        found = (self._date(last) for each in (year - 1, year, year + 1) for last in self._months_of(each))
        return tuple(day for day in found if day.year == year)

    def cut_short(self, year: int) -> bool:
        """Tell whether some month is too short for the day ("ngày 31 hằng tháng")."""
        return self.day is not None and any(last.day < self.day for last in self._months_of(year))

    def _months_of(self, year: int) -> list[date]:
        """Return the last day of each month a due date lies in, for the periods that end in a year."""
        shift = (self.month - self.months if self.month else 0) + (self.months if self.later else 0)
        ends = range(self.months, 13, self.months) if self.months else ()
        return [last_day(year + (end + shift - 1) // 12, (end + shift - 1) % 12 + 1) for end in ends]

    def _date(self, last: date) -> date:
        day = last if self.day is None else last.replace(day=min(self.day, last.day))
        return day - DAY if self.before else day
