"""Lunar dates: Tết as announced, leap months, and a calendar without a gap or a doubled day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.lunar import LunarDay, lunar, lunar_month_days, new_year, solar

TET = {
    1968: (1, 29),  # one day before China: the first year of the calendar of UTC+7
    1969: (2, 16),
    1985: (1, 21),  # a month before China
    2000: (2, 5),
    2007: (2, 17),  # a day before China
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 2),  # a day before China
    2031: (1, 23),
    2032: (2, 11),
    2033: (1, 31),
    2034: (2, 19),
    2035: (2, 8),
}
LEAP_MONTHS = {2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11}
FOUNDERS = {2025: (4, 7), 2026: (4, 26), 2027: (4, 16), 2028: (4, 4), 2029: (4, 23), 2030: (4, 12)}


@pytest.mark.parametrize("year", TET)
def test_tet_falls_on_the_announced_day(year: int) -> None:
    assert new_year(year) == date(year, *TET[year])
    assert lunar(date(year, *TET[year])) == LunarDay(1, 1, year)


@pytest.mark.parametrize("year", FOUNDERS)
def test_the_founders_day(year: int) -> None:
    assert solar(10, 3, year) == date(year, *FOUNDERS[year])


@pytest.mark.parametrize("year", range(2020, 2034))
def test_leap_months(year: int) -> None:
    days = (
        new_year(year) + timedelta(days=step) for step in range((new_year(year + 1) - new_year(year)).days)
    )
    leaps = {each.month for each in map(lunar, days) if each.is_leap}
    assert leaps == ({LEAP_MONTHS[year]} if year in LEAP_MONTHS else set())


@given(st.dates(date(1901, 1, 1), date(2198, 12, 30)))
def test_every_day_has_one_lunar_date_and_the_next_one_follows(day: date) -> None:
    here, after = lunar(day), lunar(day + timedelta(days=1))
    assert solar(here.day, here.month, here.year, is_leap=here.is_leap) == day
    assert after.day == here.day + 1 or (after.day == 1 and here.day in (29, 30))


def test_days_that_do_not_exist_are_refused() -> None:
    with pytest.raises(ValueError, match="1/5N"):
        solar(1, 5, 2026, is_leap=True)
    with pytest.raises(ValueError, match="30/12"):
        solar(30, 12, 2025)  # the last month of that year has 29 days
    with pytest.raises(ValueError, match="outside"):
        lunar(date(1899, 12, 31))


def test_a_page_of_the_calendar() -> None:
    page = lunar_month_days(date(2025, 7, 23), date(2025, 7, 26))
    assert [str(each) for _, each in page] == ["29/6", "30/6", "1/6N", "2/6N"]
