"""Clocks."""

from datetime import date, timedelta

from cchc_desktop.clock import SetClock, SystemClock, at


def test_the_systems_clock_speaks_vietnams_time() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(hours=7)


def test_a_set_clock_stands_still() -> None:
    clock = SetClock(at(date(2023, 2, 7), 8, 30))
    assert clock.now() == clock.now()
    assert clock.now().isoformat() == "2023-02-07T08:30:00+07:00"
