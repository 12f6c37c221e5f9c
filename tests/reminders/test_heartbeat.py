"""The alarm clock rings at the armed moment, and never more than it was armed for."""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from cchc_desktop.clock import VIETNAM
from cchc_desktop.reminders.heartbeat import AlarmClock

PATIENCE = 10.0


class Bell:
    def __init__(self) -> None:
        self.rung = threading.Event()
        self.threads: list[str] = []

    def __call__(self) -> None:
        self.threads.append(threading.current_thread().name)
        self.rung.set()


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def alarm(bell: Bell) -> Iterator[AlarmClock]:
    alarm = AlarmClock(bell)
    alarm.start()
    yield alarm
    alarm.stop()


def now() -> datetime:
    return datetime.now(VIETNAM)


def test_it_rings_at_the_armed_moment_in_a_thread_of_its_own(alarm: AlarmClock, bell: Bell) -> None:
    alarm.arm(now() + timedelta(milliseconds=50))
    assert bell.rung.wait(PATIENCE)
    assert bell.threads != [threading.main_thread().name]


def test_a_moment_that_has_passed_rings_at_once_however_late(alarm: AlarmClock, bell: Bell) -> None:
    alarm.arm(now() - timedelta(days=30))
    assert bell.rung.wait(PATIENCE)
    assert len(bell.threads) == 1


def test_arming_again_replaces_the_moment(alarm: AlarmClock, bell: Bell) -> None:
    alarm.arm(now() + timedelta(hours=1))
    alarm.arm(now())
    assert bell.rung.wait(PATIENCE)
    assert len(bell.threads) == 1


def test_disarming_keeps_it_silent(alarm: AlarmClock, bell: Bell) -> None:
    alarm.arm(now() + timedelta(seconds=1))
    alarm.arm(None)
    alarm.arm(None)
    assert not bell.rung.wait(1.5)


def test_stopping_twice_is_harmless(bell: Bell) -> None:
    alarm = AlarmClock(bell)
    alarm.start()
    alarm.stop()
    alarm.stop()
