"""The tray: colour and words, one pop-up at a time, and a program that is never lost from sight."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.message_length import utf16_units
from cchc_desktop.reminders.notifier import RecordingNotifier
from cchc_desktop.services.result_entry import ResultEntry
from tests.ui.real_app import TODAY, make_sample, open_sample, preferences
from ui.bridge import Bridge
from ui.tray import Tray
from ui.tray_look import TIP_UNITS, badge_icon, counts, tip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "QObject::connect: No such signal")


class FakeWindow(QWidget):
    """Stands for the main window: notes what the tray asks of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, object]] = []

    def show_page(self, name: str, wanted: object = None) -> object:
        self.asked.append((name, wanted))
        return None

    def raise_window(self) -> object:
        self.asked.append(("raise", None))
        return None

    def quit_program(self) -> object:
        self.asked.append(("quit", None))
        return None


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def app(tmp_path: Path, database: Path) -> Iterator[App]:
    app = open_sample(tmp_path / "data", database)
    yield app
    app.close()


@pytest.fixture
def bridge(qtbot: QtBot, app: App) -> Iterator[Bridge]:  # noqa: ARG001 - the application must exist
    bridge = Bridge(app, preferences())
    yield bridge
    bridge.close()


@pytest.fixture
def window(qtbot: QtBot) -> FakeWindow:
    window = FakeWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def notifier() -> RecordingNotifier:
    return RecordingNotifier()


@pytest.fixture
def tray(app: App, bridge: Bridge, window: FakeWindow, notifier: RecordingNotifier) -> Iterator[Tray]:
    tray = Tray(app, bridge, window, probe=lambda: True, other=notifier)
    yield tray
    tray.remove()


def moved(app: App, **steps: int) -> None:
    clock = app.clock
    assert isinstance(clock, SetClock)
    clock.moment += timedelta(**steps)


def actions(tray: Tray) -> dict[str, object]:
    return {action.text(): action for action in tray.menu.actions() if action.text()}


def test_a_pass_is_told_once_as_a_digest_and_noted_in_the_ledger(
    tray: Tray, app: App, notifier: RecordingNotifier
) -> None:
    result = app.reminders.run(at_start=True, trusted_clock=True)
    tray.on_pass(result)
    assert len(result.raised) > 2
    [(title, text, key)] = notifier.messages
    assert (title, text) == result.digest
    assert key == ""
    assert {each.state for each in app.reminders.open()} == {"shown"}
    tray.on_pass(app.reminders.run(trusted_clock=True))
    assert len(notifier.messages) == 1


def test_outside_working_hours_the_list_grows_and_nothing_pops_up(
    tray: Tray, app: App, notifier: RecordingNotifier
) -> None:
    evening = app.clock.now().replace(hour=19)
    assert isinstance(app.clock, SetClock)
    app.clock.moment = evening
    tray.on_pass(app.reminders.run(at_start=True, trusted_clock=True))
    assert app.reminders.open()
    assert not notifier.messages
    app.clock.moment = evening.replace(hour=8) + timedelta(days=1)
    tray.on_pass(app.reminders.run(trusted_clock=True))
    assert len(notifier.messages) == 1


def test_the_week_is_told_of_after_what_is_due_now_and_once(
    tray: Tray, app: App, notifier: RecordingNotifier
) -> None:
    assert isinstance(app.clock, SetClock)
    monday = app.clock.now().date() + timedelta(days=7 - app.clock.now().weekday())
    app.clock.moment = at(monday, 9)
    undated = next(task for task in app.tasks.list() if not task.reading.due and not task.reading.occurrences)
    app.tasks.record(undated.id, ResultEntry(own_due=monday + timedelta(days=2)))
    for _ in range(4):
        tray.on_pass(app.reminders.run(trusted_clock=True))
        moved(app, minutes=10)
    titles = [title for title, _, _ in notifier.messages]
    assert titles[1:] == ["1 nhiệm vụ đến hạn trong tuần này"]


def test_nothing_pops_up_within_ten_minutes_and_nothing_is_forgotten(
    tray: Tray, app: App, notifier: RecordingNotifier
) -> None:
    tray.on_pass(app.reminders.run(at_start=True, trusted_clock=True))
    key = app.reminders.open()[0].key
    app.reminders.snooze([key], app.clock.now() + timedelta(minutes=2))
    moved(app, minutes=3)
    result = app.reminders.run(trusted_clock=True)
    assert [each.key for each in result.woken] == [key]
    tray.on_pass(result)
    assert len(notifier.messages) == 1
    moved(app, minutes=8)
    tray.on_pass(app.reminders.run(trusted_clock=True))
    assert notifier.messages[1][2] == key


def test_what_was_dealt_with_meanwhile_is_not_told(tray: Tray, app: App, notifier: RecordingNotifier) -> None:
    tray.pause_hour()
    tray.on_pass(app.reminders.run(at_start=True, trusted_clock=True))
    app.reminders.acknowledge([each.key for each in app.reminders.open()])
    tray.resume()
    tray.on_pass(app.reminders.run(trusted_clock=True))
    assert notifier.messages == []


def test_a_pause_holds_pop_ups_back(tray: Tray, app: App, notifier: RecordingNotifier) -> None:
    tray.pause_today()
    assert tray.resume_action.isVisible()
    tray.on_pass(app.reminders.run(at_start=True, trusted_clock=True))
    assert notifier.messages == []
    assert tray.popups.paused_until(app.clock.now()) == at(TODAY + timedelta(days=1), 0)
    tray.pause_hour()
    moved(app, hours=1)
    tray.on_pass(app.reminders.run(trusted_clock=True))
    assert len(notifier.messages) == 1
    assert not tray.resume_action.isVisible()


def test_the_icon_follows_the_reminders(tray: Tray, app: App) -> None:
    assert tray.install()
    assert tray.icon is not None
    assert tray.icon.toolTip() == "CCHC: không có nhắc việc nào. Chốt số liệu còn 52 ngày làm việc."
    calm = tray.icon.icon().pixmap(32).toImage()
    result = app.reminders.run(at_start=True, trusted_clock=True)
    tray.on_pass(result)
    overdue, ahead = counts(result.open, TODAY)
    assert overdue > 0
    assert f"CCHC: {overdue} quá hạn, {ahead} sắp đến hạn." in tray.icon.toolTip()
    assert tray.icon.icon().pixmap(32).toImage() != calm
    assert f"Nhắc việc ({len(result.open)})" in actions(tray)


def test_the_menu_opens_what_it_says(tray: Tray, window: FakeWindow) -> None:
    by_name = {action.text(): action for action in tray.menu.actions()}
    assert list(by_name) == [
        "Mở Nhiệm vụ CCHC",
        "Nhắc việc (0)",
        "Cập nhật nhanh",
        "Tạm dừng nhắc",
        "Nhắc trở lại",
        "Thiết đặt nhắc việc",
        "",
        "Thoát",
    ]
    by_name["Mở Nhiệm vụ CCHC"].trigger()
    by_name["Nhắc việc (0)"].trigger()
    by_name["Cập nhật nhanh"].trigger()
    by_name["Thiết đặt nhắc việc"].trigger()
    assert window.asked == [
        ("raise", None),
        ("raise", None),
        ("reminders", None),
        ("raise", None),
        ("tasks", {"missing": True}),
        ("raise", None),
        ("settings", None),
    ]


def test_a_click_on_a_message_opens_its_reminder(tray: Tray, window: FakeWindow) -> None:
    tray.install()
    assert tray.icon is not None
    tray.balloon.last_key = "task:u:T-1:2023-03-31"
    tray.icon.messageClicked.emit()
    assert window.asked == [("raise", None), ("reminders", {"key": "task:u:T-1:2023-03-31"})]
    window.asked.clear()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert window.asked == [("raise", None)]


def test_without_a_tray_the_window_is_never_hidden(
    app: App, bridge: Bridge, window: FakeWindow, notifier: RecordingNotifier
) -> None:
    tray = Tray(app, bridge, window, probe=lambda: False, other=notifier)
    assert not tray.install()
    assert not tray.available
    assert not tray.closing()
    assert not tray.balloon.notify("a", "b", "c")
    tray.remove()


def test_a_tray_that_comes_later_is_found(app: App, bridge: Bridge, window: FakeWindow) -> None:
    answers = iter([False, False, True, True, True])
    tray = Tray(app, bridge, window, probe=lambda: next(answers), other=RecordingNotifier())
    tray.install()
    timer = tray.findChildren(QTimer)[0]
    assert timer.isActive()
    timer.timeout.emit()
    assert tray.icon is None
    timer.timeout.emit()
    assert tray.available
    assert not timer.isActive()
    tray.remove()


def test_looking_for_a_tray_ends_after_a_minute(app: App, bridge: Bridge, window: FakeWindow) -> None:
    tray = Tray(app, bridge, window, probe=lambda: False, other=RecordingNotifier())
    tray.install()
    timer = tray.findChildren(QTimer)[0]
    for _ in range(12):
        assert timer.isActive()
        timer.timeout.emit()
    assert not timer.isActive()


def test_the_first_closing_says_that_the_program_stays(
    qtbot: QtBot, tray: Tray, window: FakeWindow, bridge: Bridge
) -> None:
    tray.install()
    window.show()
    assert tray.closing()
    assert window.isVisible(), "the window waits for the answer"
    box = window.findChildren(QMessageBox)[0]
    assert box.text() == "Phần mềm vẫn chạy ở khay hệ thống để nhắc việc."
    next(each for each in box.findChildren(QPushButton) if each.text() == "Đã hiểu").click()
    assert not window.isVisible()
    window.show()
    assert tray.closing()
    assert not window.isVisible(), "the second time it just goes"
    assert bridge.preferences.flag("tray/told")
    assert not QApplication.quitOnLastWindowClosed()
    tray.remove()
    assert QApplication.quitOnLastWindowClosed()
    qtbot.wait(1)


def test_leaving_warns_when_a_reminder_would_come_within_a_day(
    tray: Tray, app: App, window: FakeWindow
) -> None:
    tray.install()
    clock = app.clock
    assert isinstance(clock, SetClock)
    clock.moment = at(date(2023, 3, 30), 9)
    app.reminders.run(at_start=True, trusted_clock=True)
    upcoming = app.reminders.next_moment()
    assert upcoming is not None
    assert upcoming <= clock.moment + timedelta(hours=24)
    box = tray.ask_quit()
    assert box is not None
    assert "không có nhắc việc cho đến khi mở lại" in box.text()
    assert window.asked == []
    next(each for each in box.findChildren(QPushButton) if each.text() == "Thoát").click()
    assert window.asked == [("quit", None)]


def test_leaving_on_a_quiet_day_just_leaves(tray: Tray, app: App, window: FakeWindow) -> None:
    app.plans.remove_sample()
    clock = app.clock
    assert isinstance(clock, SetClock)
    clock.moment = at(date(2023, 4, 3), 9)
    app.reminders.run(at_start=True, trusted_clock=True)
    app.reports.submit("2023-Q1", date(2023, 3, 17), "1/BC")
    assert tray.ask_quit() is None
    assert window.asked == [("quit", None)]


def test_the_tip_never_outgrows_what_windows_shows() -> None:
    long = tip(123, 4567, "Chốt số liệu còn 52 ngày làm việc.", at(date(2026, 12, 31), 23, 59))
    assert utf16_units(long) <= TIP_UNITS
    assert long.startswith("CCHC: 123 quá hạn, 4567 sắp đến hạn. Tạm dừng nhắc đến 23:59 31/12/2026.")


def test_the_three_states_look_different(qtbot: QtBot) -> None:  # noqa: ARG001 - pictures need the application
    pictures = [
        badge_icon(QIcon(), tint).pixmap(32).toImage() for tint in ("", "figure_due_soon", "overdue_bar")
    ]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
