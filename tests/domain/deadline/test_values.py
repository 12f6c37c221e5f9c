"""Calendar expressions and cycles as values: bounds, parts, short months, the turn of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.deadline.values import Calendar, Cycle, Part, Unit, last_day


@pytest.mark.parametrize(
    ("calendar", "first", "last"),
    [
        (Calendar(Unit.DAY, 2, 29), "2024-02-29", "2024-02-29"),
        (Calendar(Unit.MONTH, 2), "2024-02-01", "2024-02-29"),
        (Calendar(Unit.QUARTER, 3), "2024-07-01", "2024-09-30"),
        (Calendar(Unit.FIRST_MONTHS, 9), "2024-01-01", "2024-09-30"),
        (Calendar(Unit.LAST_MONTHS, 3), "2024-10-01", "2024-12-31"),
        (Calendar(Unit.YEAR), "2024-01-01", "2024-12-31"),
    ],
)
def test_periods(calendar: Calendar, first: str, last: str) -> None:
    assert calendar.period(2024) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "calendar",
    [
        Calendar(Unit.DAY, 2, 30), Calendar(Unit.DAY, 13, 1), Calendar(Unit.DAY, 0, 1), Calendar(Unit.DAY, 4, 31),
        Calendar(Unit.DAY, 4, 0), Calendar(Unit.MONTH, 0), Calendar(Unit.MONTH, 13), Calendar(Unit.QUARTER, 5),
        Calendar(Unit.FIRST_MONTHS, 13), Calendar(Unit.LAST_MONTHS, 0),
    ],
)  # fmt: skip
def test_periods_that_do_not_exist(calendar: Calendar) -> None:
    assert calendar.period(2024) is None
    assert calendar.span(2024) is None


def test_years_without_a_calendar_are_refused() -> None:
    assert Calendar(Unit.YEAR).period(9999) is None
    assert Calendar(Unit.YEAR).period(2201) is not None  # "năm sau" of the last plan year


@pytest.mark.parametrize(
    ("unit", "number", "part", "count", "expected"),
    [
        (Unit.MONTH, 6, Part.START, 0, ("2023-06-01", None, "2023-06-10")),
        (Unit.QUARTER, 2, Part.START, 0, ("2023-04-01", None, "2023-04-30")),
        (Unit.YEAR, 0, Part.START, 0, ("2023-01-01", None, "2023-03-31")),
        (Unit.FIRST_MONTHS, 6, Part.START, 0, ("2023-01-01", None, "2023-06-30")),
        (Unit.MONTH, 6, Part.MIDDLE, 0, (None, None, "2023-06-15")),
        (Unit.QUARTER, 2, Part.MIDDLE, 0, (None, None, "2023-05-15")),
        (Unit.YEAR, 0, Part.MIDDLE, 0, (None, None, "2023-06-30")),
        (Unit.LAST_MONTHS, 6, Part.MIDDLE, 0, (None, None, "2023-09-30")),
        (Unit.MONTH, 6, Part.END, 0, (None, "2023-06-30", None)),
        (Unit.MONTH, 6, Part.FIRST_HALF, 0, ("2023-06-01", "2023-06-15", None)),
        (Unit.MONTH, 6, Part.LAST_HALF, 0, ("2023-06-16", "2023-06-30", None)),
        (Unit.MONTH, 6, Part.FIRST_DAYS, 10, ("2023-06-01", "2023-06-10", None)),
        (Unit.MONTH, 6, Part.FIRST_DAYS, 31, ("2023-06-01", "2023-06-30", None)),
        (Unit.MONTH, 6, Part.MIDDLE_DAYS, 0, ("2023-06-11", "2023-06-20", None)),
        (Unit.MONTH, 6, Part.LATE_DAYS, 0, ("2023-06-21", "2023-06-30", None)),
        (Unit.MONTH, 6, Part.LAST_DAYS, 5, ("2023-06-26", "2023-06-30", None)),
        (Unit.MONTH, 6, Part.LAST_DAYS, 31, ("2023-06-01", "2023-06-30", None)),
        (Unit.MONTH, 6, Part.WEEK, 2, (None, None, "2023-06-14")),
        (Unit.MONTH, 6, Part.WEEK, 5, (None, None, "2023-06-30")),
        (Unit.MONTH, 6, Part.WEEK, 0, (None, None, "2023-06-30")),
    ],
)
def test_parts(unit: Unit, number: int, part: Part, count: int, expected: tuple[str | None, ...]) -> None:
    span = Calendar(unit, number, part=part, count=count).span(2023)
    assert span is not None
    assert tuple(None if day is None else day.isoformat() for day in span) == expected


def _written(cycle: Cycle, year: int = 2023) -> list[str]:
    return [f"{day:%d/%m}" for day in cycle.dates(year)]


def test_cycles_take_this_years_share_of_the_turn_of_the_year() -> None:
    assert _written(Cycle(3, day=1, month=1, before=True)) == ["31/03", "30/06", "30/09", "31/12"]
    assert _written(Cycle(3, day=5, month=1, later=True)) == ["05/01", "05/04", "05/07", "05/10"]
    assert _written(Cycle(12, day=15, month=1, later=True)) == ["15/01"]
    assert _written(Cycle(3, day=15, month=2)) == ["15/02", "15/05", "15/08", "15/11"]


def test_cycles_clip_to_short_months_and_say_so() -> None:
    assert Cycle(1, day=31).cut_short(2023)
    assert _written(Cycle(1, day=31))[1] == "28/02"
    assert not Cycle(1, day=29).cut_short(2024)
    assert not Cycle(1, day=28).cut_short(2023)
    assert Cycle(3, day=31).cut_short(2023)
    assert not Cycle(3).cut_short(2023)


def test_weeks_have_dates_only_with_a_weekday() -> None:
    assert Cycle(0).dates(2023) == ()
    fridays = Cycle(0, weekday=4).dates(2023)
    assert len(fridays) == 52
    assert all(day.weekday() == 4 for day in fridays)
    assert len(Cycle(0, weekday=6).dates(2023)) == 53  # 2023 begins and ends on a Sunday


def test_vague_cycles_have_no_dates() -> None:
    assert Cycle(3, vague=True).dates(2023) == ()
    assert Cycle(24).dates(2023) == ()


@given(
    months=st.sampled_from([1, 2, 3, 4, 6, 9, 12]),
    day=st.none() | st.integers(1, 31),
    before=st.booleans(),
    later=st.booleans(),
    year=st.integers(1900, 2200),
)
def test_dates_of_a_cycle_ascend_within_the_year(
    months: int, day: int | None, before: bool, later: bool, year: int
) -> None:
    dates = Cycle(months, day=day, before=before, later=later).dates(year)
    assert list(dates) == sorted(set(dates))
    assert all(each.year == year for each in dates)
    assert len(dates) == 12 // months


def test_last_day_is_followed_by_a_first() -> None:
    for month in range(1, 13):
        assert (last_day(2023, month) + timedelta(days=1)).day == 1
