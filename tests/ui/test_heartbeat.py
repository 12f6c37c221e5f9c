"""The pulse: at the right moments, never twice, never lost; the ledger does the counting."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock
from cchc_desktop.services.reminders import PassResult
from ui.bridge import Bridge
from ui.heartbeat import Heartbeat

Rest = Callable[[Bridge], None]


@pytest.fixture
def heart(bridge: Bridge) -> Iterator[Heartbeat]:
    made = Heartbeat(bridge)
    yield made
    made.stop()


@pytest.fixture
def passes(heart: Heartbeat) -> list[PassResult]:
    found: list[PassResult] = []
    heart.passed.connect(found.append)
    return found


def test_the_start_shows_what_is_overdue_once(
    heart: Heartbeat, bridge: Bridge, passes: list[PassResult], at_rest: Rest
) -> None:
    raised: list[PassResult] = []
    heart.raised.connect(raised.append)
    heart.start()
    at_rest(bridge)
    assert len(passes) == 1
    assert passes[0].raised
    heart.pulse()
    at_rest(bridge)
    assert len(passes) == 2
    assert not passes[1].raised
    assert len(raised) == 1


def test_quiet_beats_do_nothing(
    heart: Heartbeat, bridge: Bridge, clock: SetClock, passes: list[PassResult], at_rest: Rest
) -> None:
    heart.start()
    at_rest(bridge)
    clock.moment += timedelta(seconds=30)
    heart.beat()
    at_rest(bridge)
    assert len(passes) == 1


def test_a_jump_of_the_clock_is_noticed(
    heart: Heartbeat, bridge: Bridge, clock: SetClock, passes: list[PassResult], at_rest: Rest
) -> None:
    heart.start()
    at_rest(bridge)
    clock.moment += timedelta(minutes=5)  # the machine slept: the clock went on, our timer did not
    heart.beat()
    at_rest(bridge)
    assert len(passes) == 2
    clock.moment -= timedelta(hours=1)
    heart.beat()
    at_rest(bridge)
    assert len(passes) == 3


def test_midnight_begins_a_new_day(
    qtbot: QtBot, heart: Heartbeat, bridge: Bridge, clock: SetClock, passes: list[PassResult], at_rest: Rest
) -> None:
    heart.start()
    at_rest(bridge)
    clock.moment = clock.moment.replace(hour=23, minute=59, second=50)
    heart.beat()
    at_rest(bridge)
    clock.moment += timedelta(seconds=20)
    with qtbot.waitSignal(heart.day_changed):
        heart.beat()
    at_rest(bridge)
    assert len(passes) == 3


def test_a_change_brings_one_pass_after_the_last_of_several(
    qtbot: QtBot, core: App, heart: Heartbeat, bridge: Bridge, passes: list[PassResult], at_rest: Rest
) -> None:
    heart.start()
    at_rest(bridge)
    heart._soon.setInterval(60_000)
    for task in core.tasks.list()[:3]:
        bridge.run(partial(core.tasks.complete, [task.id], date(2023, 4, 3)))
    at_rest(bridge)
    assert len(passes) == 1
    assert heart._soon.isActive()
    heart._soon.setInterval(0)
    qtbot.waitUntil(lambda: len(passes) == 2)
    at_rest(bridge)
    assert len(passes) == 2
    assert len(passes[1].open) < len(passes[0].open)


def test_a_pass_asked_for_while_one_runs_is_not_lost(
    heart: Heartbeat, bridge: Bridge, passes: list[PassResult], at_rest: Rest
) -> None:
    for _ in range(5):
        heart.pulse()
    at_rest(bridge)
    assert len(passes) == 2


def test_without_data_and_without_the_right_to_write_it_is_still(qtbot: QtBot) -> None:  # noqa: ARG001 - event loop
    empty = Bridge()
    heart = Heartbeat(empty)
    heart.start()
    heart.beat()
    assert not empty.background.is_busy()
    heart.stop()
    empty.close()


def test_after_stopping_changes_wake_nothing(
    core: App, heart: Heartbeat, bridge: Bridge, passes: list[PassResult], at_rest: Rest
) -> None:
    heart.start()
    at_rest(bridge)
    heart.stop()
    bridge.run(lambda: core.tasks.remove([core.tasks.list()[0].id]))
    at_rest(bridge)
    assert not heart._soon.isActive()
    assert len(passes) == 1
