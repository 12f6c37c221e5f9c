"""A few real seconds: the machine's own clock, the real scheduler, the real pulse and worker thread."""

import shutil
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SystemClock
from cchc_desktop.services.reminders import PassResult
from cchc_desktop.services.result_entry import ResultEntry
from ui.bridge import Bridge
from ui.heartbeat import PULSE_MS, Heartbeat

PATIENCE_MS = 20_000


@pytest.fixture
def core(tmp_path: Path, sample_database: Path) -> Iterator[App]:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(sample_database, folder / "cchc.db")
    app = open_app(folder, SystemClock(), actor="Lê Thị Hoa", for_window=True)
    undated = next(task for task in app.tasks.list() if not task.reading.due and not task.reading.occurrences)
    tomorrow = app.clock.now().date() + timedelta(days=1)
    app.tasks.record(undated.id, ResultEntry(own_due=tomorrow))
    yield app
    app.close()


@pytest.fixture
def heart(core: App, bridge: Bridge) -> Iterator[Heartbeat]:
    assert bridge.app is core
    made = Heartbeat(bridge)
    yield made
    made.stop()


def test_the_alarm_brings_what_was_put_off_long_before_the_pulse(
    qtbot: QtBot, core: App, heart: Heartbeat
) -> None:
    woken: list[tuple[datetime, str]] = []
    threads: set[str] = set()

    def note(result: PassResult) -> None:
        threads.add(threading.current_thread().name)
        woken.extend((core.clock.now(), each.key) for each in result.woken)

    heart.raised.connect(note)
    with qtbot.waitSignal(heart.passed, timeout=PATIENCE_MS):
        heart.start()
    key = next(each.key for each in core.reminders.open() if each.subject_kind == "task")
    until = core.clock.now() + timedelta(seconds=2)
    core.reminders.snooze([key], until)
    with qtbot.waitSignal(heart.passed, timeout=PATIENCE_MS):
        heart.pulse()  # as after every change: it arms the alarm anew
    qtbot.waitUntil(lambda: bool(woken), timeout=PATIENCE_MS)
    [(moment, rung)] = woken
    assert rung == key
    assert until <= moment < until + timedelta(milliseconds=PULSE_MS)
    assert threads == {threading.main_thread().name}
