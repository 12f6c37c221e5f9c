"""Nobody is disturbed outside working hours and on days off."""

from datetime import date, datetime, time

import pytest

from cchc_desktop.domain.reminder_quiet import is_quiet
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar

FRIDAY = date(2026, 12, 18)
SATURDAY = date(2026, 12, 19)
CALENDAR = WorkCalendar(
    [
        SpecialDay(SATURDAY, DayKind.SWAPPED_WORKING, "Làm bù", "", confirmed=True),
        SpecialDay(date(2027, 1, 1), DayKind.HOLIDAY, "Tết Dương lịch", "", confirmed=True),
    ]
)


@pytest.mark.parametrize(
    ("day", "clock", "quiet"),
    [
        (FRIDAY, time(7, 59, 59), True),
        (FRIDAY, time(8), False),
        (FRIDAY, time(16, 59, 59), False),
        (FRIDAY, time(17), True),
        (FRIDAY, time(0), True),
        (SATURDAY, time(10), False),
        (date(2026, 12, 20), time(10), True),
        (date(2027, 1, 1), time(10), True),
    ],
)
def test_the_working_hours_of_working_days(day: date, clock: time, quiet: bool) -> None:
    assert is_quiet(datetime.combine(day, clock), CALENDAR) is quiet


def test_who_reminds_before_eight_works_before_eight() -> None:
    moment = datetime.combine(FRIDAY, time(7, 30))
    assert not is_quiet(moment, CALENDAR, time(7, 15))
    assert is_quiet(moment, CALENDAR, time(9))
    assert not is_quiet(moment.replace(hour=8), CALENDAR, time(9))
