"""Days in the words of officers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.clock import at
from ui.widgets import day_words


def test_a_day_is_written_as_officers_write_it() -> None:
    day = date(2026, 12, 6)
    assert day_words.full(day) == "06/12/2026"
    assert day_words.brief(day) == "06/12"
    assert day_words.spoken(day) == "Chủ nhật 06/12/2026"
    assert day_words.headline(day) == "Chủ nhật, 06/12/2026"
    assert day_words.short_weekday(day) == "CN"
    assert day_words.month(day) == "Tháng 12/2026"
    assert day_words.moment(at(day, 14, 5)) == "14:05 ngày 06/12/2026"


def test_an_early_year_keeps_four_digits() -> None:
    assert day_words.full(date(5, 1, 2)) == "02/01/0005"


@pytest.mark.parametrize(
    ("workdays", "days", "said"),
    [
        (9, 13, "còn 9 ngày làm việc"),
        (0, 0, "hôm nay"),
        (0, 2, "còn 2 ngày, không có ngày làm việc nào"),
        (-1, -3, "đã qua 3 ngày"),
    ],
)
def test_how_far_a_day_is(workdays: int, days: int, said: str) -> None:
    assert day_words.remaining(workdays, days) == said


@given(st.dates(), st.integers(min_value=-30000, max_value=30000))
def test_months_step_without_leaving_the_calendar(day: date, months: int) -> None:
    first = day_words.first_of_month(day, months)
    assert first.day == 1
    wanted = day.year * 12 + day.month - 1 + months
    if 12 <= wanted <= 9999 * 12 + 11:
        assert first.year * 12 + first.month - 1 == wanted


@given(st.dates())
def test_a_week_begins_on_monday_and_ends_on_sunday(day: date) -> None:
    start = day_words.week_start(day)
    assert start <= day
    assert start.weekday() == 0 or start == date.min
    if day.year < 9999:
        assert day_words.week_end(day).weekday() == 6
