"""Working days: the announced calendars of past years, and counting against a day-by-day count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.calendar_data import load_special_days
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar, weekday_name
from cchc_desktop.paths import resources

BUNDLED = WorkCalendar(load_special_days(resources()))
DAYS = st.dates(date(2020, 12, 1), date(2036, 2, 1))


def special(day: date, kind: DayKind, name: str = "x") -> SpecialDay:
    return SpecialDay(day, kind, name, "", confirmed=True)


def test_without_special_days_only_weekends_are_off() -> None:
    calendar = WorkCalendar()
    week = [date(2026, 12, 14) + timedelta(days=offset) for offset in range(7)]
    assert [calendar.is_working(day) for day in week] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2022, 1, 29), date(2022, 2, 6)),
        (date(2022, 9, 1), date(2022, 9, 4)),
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2023, 4, 29), date(2023, 5, 3)),
        (date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2024, 4, 27), date(2024, 5, 1)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2025, 4, 30), date(2025, 5, 4)),
        (date(2025, 8, 30), date(2025, 9, 2)),
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 4, 25), date(2026, 4, 27)),
        (date(2026, 4, 30), date(2026, 5, 3)),
        (date(2026, 8, 29), date(2026, 9, 2)),
    ],
)
def test_announced_leaves_are_off_from_the_first_to_the_last_day_and_no_longer(
    first: date, last: date
) -> None:
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    assert not any(BUNDLED.is_working(day) for day in days)
    assert BUNDLED.is_working(first - timedelta(days=1))
    assert BUNDLED.is_working(last + timedelta(days=1))


@pytest.mark.parametrize(
    "saturday", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
)
def test_swapped_saturdays_are_worked(saturday: date) -> None:
    assert saturday.weekday() == 5
    assert BUNDLED.is_working(saturday)
    assert BUNDLED.on_or_before(saturday + timedelta(days=1)) == saturday


def test_a_proposed_day_is_listed_but_worked() -> None:
    day = date(2026, 11, 24)
    calendar = WorkCalendar([special(day, DayKind.PROPOSED, "Ngày Văn hóa Việt Nam 24/11")])
    assert day in calendar.special_days
    assert calendar.is_working(day)
    assert calendar.reason_off(day) == ""
    ordered = WorkCalendar([special(day, DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam 24/11")])
    assert not ordered.is_working(day)


def test_of_two_entries_for_a_day_the_later_counts() -> None:
    day = date(2027, 2, 11)
    calendar = WorkCalendar([special(day, DayKind.HOLIDAY), special(day, DayKind.PROPOSED)])
    assert calendar.is_working(day)


@pytest.mark.parametrize(
    ("kind", "day", "works"),
    [
        (DayKind.SWAPPED_WORKING, date(2026, 12, 16), True),
        (DayKind.SWAPPED_WORKING, date(2026, 12, 19), True),
        (DayKind.HOLIDAY, date(2026, 12, 19), False),
        (DayKind.COMPENSATORY, date(2026, 12, 16), False),
        (DayKind.SWAPPED_OFF, date(2026, 12, 16), False),
        (DayKind.PROPOSED, date(2026, 12, 19), False),
    ],
)
def test_each_kind_on_a_wednesday_and_a_saturday(kind: DayKind, day: date, *, works: bool) -> None:
    assert WorkCalendar([special(day, kind)]).is_working(day) is works


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 12, 18), ""),
        (date(2026, 12, 20), "Chủ nhật"),
        (date(2026, 9, 2), "Quốc khánh 02/9"),
        (date(2026, 1, 10), ""),
        (date(2029, 11, 24), "Thứ Bảy"),
    ],
)
def test_reason_off(day: date, reason: str) -> None:
    assert BUNDLED.reason_off(day) == reason


@pytest.mark.parametrize(
    ("nominal", "safe", "next_working"),
    [
        (date(2026, 3, 20), date(2026, 3, 20), date(2026, 3, 20)),
        (date(2026, 6, 20), date(2026, 6, 19), date(2026, 6, 22)),
        (date(2026, 9, 20), date(2026, 9, 18), date(2026, 9, 21)),
        (date(2026, 12, 20), date(2026, 12, 18), date(2026, 12, 21)),
        (date(2027, 3, 20), date(2027, 3, 19), date(2027, 3, 22)),
        (date(2027, 6, 20), date(2027, 6, 18), date(2027, 6, 21)),
    ],
)
def test_ministry_dates_of_2026_and_2027(nominal: date, safe: date, next_working: date) -> None:
    assert BUNDLED.on_or_before(nominal) == safe
    assert BUNDLED.on_or_after(nominal) == next_working


def test_before_counts_from_the_last_working_day_on_or_before() -> None:
    calendar = WorkCalendar()
    assert calendar.before(date(2026, 12, 20), 0) == date(2026, 12, 18)
    assert calendar.before(date(2026, 12, 20), 1) == date(2026, 12, 17)
    assert calendar.before(date(2026, 12, 18), 5) == date(2026, 12, 11)


def test_before_and_after_refuse_counts_in_the_wrong_direction() -> None:
    with pytest.raises(ValueError, match="-1"):
        WorkCalendar().before(date(2026, 12, 18), -1)
    with pytest.raises(ValueError, match="0"):
        WorkCalendar().after(date(2026, 12, 18), 0)


def test_between_over_tet_2026() -> None:
    assert BUNDLED.between(date(2026, 2, 13), date(2026, 2, 23)) == 1
    assert BUNDLED.between(date(2026, 2, 23), date(2026, 2, 13)) == -1


@given(start=DAYS, length=st.integers(0, 400))
def test_between_equals_a_count_day_by_day(start: date, length: int) -> None:
    days = [start + timedelta(days=offset) for offset in range(1, length + 1)]
    end = start + timedelta(days=length)
    assert BUNDLED.between(start, end) == sum(BUNDLED.is_working(day) for day in days)
    assert BUNDLED.between(end, start) == -BUNDLED.between(start, end)


@given(day=DAYS, count=st.integers(0, 40))
def test_before_lies_that_many_working_days_back(day: date, count: int) -> None:
    found = BUNDLED.before(day, count)
    assert BUNDLED.is_working(found)
    assert BUNDLED.between(found, day) == count


@given(day=DAYS, count=st.integers(1, 40))
def test_after_lies_that_many_working_days_ahead(day: date, count: int) -> None:
    found = BUNDLED.after(day, count)
    assert BUNDLED.is_working(found)
    assert BUNDLED.between(day, found) == count


@given(day=DAYS)
def test_nearest_working_days_enclose_only_days_off(day: date) -> None:
    before, after = BUNDLED.on_or_before(day), BUNDLED.on_or_after(day)
    assert before <= day <= after
    assert (before == day == after) if BUNDLED.is_working(day) else BUNDLED.between(before, after) == 1


def test_weekday_names() -> None:
    names = [weekday_name(date(2026, 12, 14) + timedelta(days=offset)) for offset in range(7)]
    assert names == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
