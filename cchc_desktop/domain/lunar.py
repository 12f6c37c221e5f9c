"""The Vietnamese lunar calendar: months begin on the day of the new moon at UTC+7, month 11 holds the winter solstice.

New moons and the sun's longitude follow the periodic terms of J. Meeus, Astronomical Algorithms (1998), chapters 25 and
49, shortened to what decides on a day; the rule for leap months is that of the Vietnamese calendar since 1968: of thirteen
months between two months 11 the first without a principal term is the leap month.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import floor, pi, radians, sin

_HOURS_AHEAD = 7
"""Official time of Viet Nam, hours ahead of UTC (Quyết định 121/CP, 1967)."""
_MONTH = 29.530588861
"""Mean days from new moon to new moon."""
_FIRST_NEW_MOON = 2451550.09766
"""Julian day (dynamical time) of the mean new moon of January 2000, number 0."""
_JULIAN_OF_ORDINAL = 1721424.5
"""Julian day at midnight UTC less ``date.toordinal()``."""
_EARLIEST, _LATEST = 1900, 2199


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar."""

    day: int
    """1 (mùng một) to 30."""
    month: int
    year: int
    """The solar year in which the lunar year begins: Tết of 2026 opens 2026."""
    is_leap: bool = False
    """True in the second of two months with one number (tháng nhuận)."""

    def __str__(self) -> str:
        """Write it the short way calendars print it: "10/3", a leap month "10/6N"."""
        return f"{self.day}/{self.month}{'N' if self.is_leap else ''}"


def lunar(day: date) -> LunarDay:
    """Return the lunar date of a day. Raises ValueError outside 1900–2199.

    >>> lunar(date(2026, 2, 17))
    LunarDay(day=1, month=1, year=2026, is_leap=False)
    >>> str(lunar(date(2025, 7, 25)))
    '1/6N'
    """
    if not _EARLIEST <= day.year <= _LATEST:
        raise ValueError(f"no lunar date outside {_EARLIEST}–{_LATEST}: {day}")
    ordinal = day.toordinal()
    months = _months(day.year + 1 if ordinal >= _eleventh(day.year) else day.year)
    month = next(each for each in reversed(months) if each.start <= ordinal)
    return LunarDay(ordinal - month.start + 1, month.number, month.year, month.is_leap)


def solar(day: int, month: int, year: int, *, is_leap: bool = False) -> date:
    """Return the day a lunar date falls on. Raises ValueError for a month or day that the year does not have.

    >>> solar(10, 3, 2026).isoformat()
    '2026-04-26'
    """
    wanted = [
        (each, following)
        for opens in (year, year + 1)
        for each, following in zip(_months(opens), (*_months(opens)[1:], _months(opens + 1)[0]), strict=True)
        if each.number == month and each.is_leap == is_leap and each.year == year
    ]
    if not wanted or not 1 <= day <= wanted[0][1].start - wanted[0][0].start:
        raise ValueError(f"no day {day}/{month}{'N' if is_leap else ''} in lunar year {year}")
    return date.fromordinal(wanted[0][0].start + day - 1)


def new_year(year: int) -> date:
    """Return the first day of Tết Nguyên đán of a year.

    >>> new_year(2030).isoformat()
    '2030-02-02'
    """
    return solar(1, 1, year)


@dataclass(frozen=True, slots=True)
class _Month:
    start: int
    """Ordinal of its first day."""
    number: int
    is_leap: bool
    year: int


@lru_cache(maxsize=512)
def _months(opens: int) -> tuple[_Month, ...]:
    """Return the months from month 11 of the year before to month 10 of ``opens``."""
    first, last = _eleventh(opens - 1), _eleventh(opens)
    count = round((last - first) / _MONTH)
    moon = round((first + _JULIAN_OF_ORDINAL - _FIRST_NEW_MOON) / _MONTH)
    starts = [_new_moon_day(moon + step) for step in range(count)]
    leap = _leap_place(starts, last) if count == 13 else 0
    made = []
    for place, start in enumerate(starts):
        number = (place - (1 if leap and place >= leap else 0) + 10) % 12 + 1
        made.append(_Month(start, number, leap != 0 and place == leap, opens - 1 if number >= 11 else opens))
    return tuple(made)


def _leap_place(starts: list[int], end: int) -> int:
    """Return the place of the first month in which the sun reaches no principal term (multiple of 30°)."""
    bounds = [*starts, end]
    for place in range(1, len(starts)):
        if _sector(bounds[place]) == _sector(bounds[place + 1]):
            return place
    raise ArithmeticError("thirteen months and none without a principal term")


@lru_cache(maxsize=512)
def _eleventh(year: int) -> int:
    """Return the ordinal of the first day of month 11: the month that holds the winter solstice (270°)."""
    end = date(year, 12, 31).toordinal()
    place = floor((end + _JULIAN_OF_ORDINAL - _FIRST_NEW_MOON) / _MONTH) + 1
    start = _new_moon_day(place)
    while start > end or _sector(start) >= 9:  # the sun has passed 270° when the month begins
        place -= 1
        start = _new_moon_day(place)
    return start


def _sector(ordinal: int) -> int:
    """Return in which twelfth of its way the sun stands when a day begins at UTC+7: 9 from the winter solstice on."""
    return floor(_sun_longitude(ordinal + _JULIAN_OF_ORDINAL - _HOURS_AHEAD / 24) / (pi / 6))


@lru_cache(maxsize=4096)
def _new_moon_day(number: int) -> int:
    """Return the ordinal of the day, at UTC+7, on which a new moon falls."""
    return floor(_new_moon(number) + _HOURS_AHEAD / 24 - _JULIAN_OF_ORDINAL)


def _new_moon(number: int) -> float:
    """Return the Julian day (UTC) of a new moon, to about two minutes."""
    century = number / 1236.85
    mean = (
        _FIRST_NEW_MOON
        + _MONTH * number
        + (0.00015437 - (0.00000015 - 0.00000000073 * century) * century) * century**2
    )
    eccentricity = 1 - 0.002516 * century - 0.0000074 * century**2
    sun = radians(2.5534 + 29.1053567 * number - 0.0000014 * century**2)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * century**2)
    latitude = radians(160.7108 + 390.67050284 * number - 0.0016118 * century**2)
    node = radians(124.7746 - 1.56375588 * number + 0.0020672 * century**2)
    correction = (
        -0.4072 * sin(moon)
        + 0.17241 * eccentricity * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * latitude)
        + 0.00739 * eccentricity * sin(moon - sun)
        - 0.00514 * eccentricity * sin(moon + sun)
        + 0.00208 * eccentricity**2 * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * latitude)
        - 0.00057 * sin(moon + 2 * latitude)
        + 0.00056 * eccentricity * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon)
        + 0.00042 * eccentricity * sin(sun + 2 * latitude)
        + 0.00038 * eccentricity * sin(sun - 2 * latitude)
        - 0.00024 * eccentricity * sin(2 * moon - sun)
        - 0.00017 * sin(node)
        + 0.000325 * sin(radians(299.77 + 0.107408 * number - 0.009173 * century**2))
    )
    return mean + correction - _clock_lag(2000 + number / 12.3685)


def _clock_lag(year: float) -> float:
    """Return dynamical time less UTC in days, by the polynomials of NASA's eclipse pages, coarse outside 1986–2050."""
    if year < 1986:
        back = year - 1975
        return (45.45 + 1.067 * back - back**2 / 260) / 86_400 if year > 1961 else 30 / 86_400
    since = year - 2000
    if year < 2005:
        return (63.86 + 0.3345 * since - 0.060374 * since**2) / 86_400
    return (62.92 + 0.32217 * since + 0.005589 * since**2) / 86_400


def _sun_longitude(julian_utc: float) -> float:
    """Return the sun's apparent longitude in radians, 0 at the spring equinox, to about 0.01°."""
    century = (julian_utc + _clock_lag(2000 + (julian_utc - 2451545) / 365.25) - 2451545) / 36_525
    anomaly = radians(357.52911 + 35999.05029 * century - 0.0001537 * century**2)
    centre = (
        (1.914602 - 0.004817 * century - 0.000014 * century**2) * sin(anomaly)
        + (0.019993 - 0.000101 * century) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    mean = 280.46646 + 36000.76983 * century + 0.0003032 * century**2
    node = radians(125.04 - 1934.136 * century)
    return radians((mean + centre - 0.00569 - 0.00478 * sin(node)) % 360)


def lunar_month_days(first: date, last: date) -> tuple[tuple[date, LunarDay], ...]:
    """Return the lunar date of each day of a span, for a calendar page.

    >>> [str(each) for _, each in lunar_month_days(date(2026, 2, 16), date(2026, 2, 18))]
    ['29/12', '1/1', '2/1']
    """
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return tuple((day, lunar(day)) for day in days)
