"""The first run: four steps, left at any time, nothing lost."""

import sys
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.reminders.notifier import RecordingNotifier
from tests.ui.real_app import clipped, preferences, unnamed
from ui import autostart
from ui.bridge import Bridge
from ui.dialogs.first_run import OFFICE, PERIODS, REMINDERS, START, FirstRunDialog
from ui.dialogs.first_run_provinces import PROVINCES
from ui.preferences import TextSize

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def notifier() -> RecordingNotifier:
    return RecordingNotifier()


@pytest.fixture
def dialog(
    qtbot: QtBot, empty_app: App, empty_bridge: Bridge, notifier: RecordingNotifier
) -> Iterator[FirstRunDialog]:
    dialog = FirstRunDialog(empty_app, empty_bridge, notifier=notifier)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    empty_bridge.background.close()


def ways(dialog: FirstRunDialog) -> list[str]:
    found: list[str] = []
    dialog.chosen.connect(found.append)
    return found


def test_the_four_steps_are_kept_one_by_one(dialog: FirstRunDialog, empty_app: App) -> None:
    found = ways(dialog)
    assert dialog.heading.text() == "Bước 1/4 · Đơn vị của bạn"
    dialog.office.roles.button(1).click()
    dialog.office.province.setCurrentIndex(dialog.office.province.findData("Đồng Tháp"))
    dialog.office.agency.line.setText("UBND xã Tân Hương")
    dialog.office.agency.line.textEdited.emit("UBND xã Tân Hương")
    dialog.forward.click()
    office = empty_app.offices.get()
    assert (office.role, office.province, office.agency_name, office.agency_key) == (
        OfficeRole.COMMUNE,
        "Đồng Tháp",
        "UBND xã Tân Hương",
        "",
    )
    assert office.year == 0, "the year of the clock follows the calendar"
    assert not office.first_run_done
    assert dialog.heading.text() == "Bước 2/4 · Kỳ báo cáo"
    dialog.forward.click()
    dialog.reminders.days[15].setChecked(False)
    dialog.reminders.days[10].setChecked(True)
    dialog.reminders.time.setTime(QTime(7, 45))
    dialog.reminders.soon.setValue(20)
    dialog.forward.click()
    office = empty_app.offices.get()
    assert office.ladder == (10, 7, 3, 1, 0)
    assert (office.remind_hour, office.remind_minute, office.soon) == (7, 45, 20)
    assert dialog.heading.text() == "Bước 4/4 · Bắt đầu"
    dialog.start.buttons["import"].click()
    assert found == ["import"]
    assert empty_app.offices.get().first_run_done
    assert empty_app.offices.get().agency_name == "UBND xã Tân Hương"


def test_an_agency_is_found_without_accents_and_chosen_with_the_keyboard(
    dialog: FirstRunDialog, empty_app: App
) -> None:
    picker = dialog.office.agency
    QTest.keyClicks(picker.line, "so tai chinh")
    assert picker.agency() is None
    QTest.keyClick(picker.line, Qt.Key.Key_Down)
    assert picker.list.currentItem().text().startswith("Sở Tài chính")
    QTest.keyClick(picker.list, Qt.Key.Key_Return)
    assert picker.text() == "Sở Tài chính"
    assert picker.line.completer() is None, "nothing is completed inside the text"
    dialog.forward.click()
    assert empty_app.offices.get().agency_key == picker.agency().key  # type: ignore[union-attr]  # just chosen


def test_bodies_that_no_longer_exist_are_not_offered(dialog: FirstRunDialog, empty_app: App) -> None:
    clock = empty_app.clock
    assert isinstance(clock, SetClock)
    clock.moment = at(date(2026, 11, 22), 9)
    picker = dialog.office.agency
    picker.line.setText("so thong tin va truyen thong")
    picker.search()
    assert picker.list.count() == 0
    assert picker.none.isVisibleTo(picker)


def test_the_standing_body_is_named_for_it(dialog: FirstRunDialog, empty_app: App) -> None:
    dialog.office.roles.button(2).click()
    dialog.forward.click()
    office = empty_app.offices.get()
    assert (office.role, office.agency_name) == (OfficeRole.STANDING_BODY, "Sở Nội vụ")
    assert office.agency_key


def test_own_due_dates_and_past_reports_are_taken(dialog: FirstRunDialog, empty_app: App) -> None:
    dialog.forward.click()
    rows = {row.report.period.key: row for row in dialog.periods._rows}
    assert rows["2023-Q1"].sent.isChecked(), "its due date has passed"
    assert rows["2023-H1"].sent.isHidden()
    rows["2023-Y"].own_due.edit.setText("11/12")
    dialog.forward.click()
    assert empty_app.reports.get("2023-Q1").state is ReportState.SENT
    assert empty_app.reports.get("2023-H1").state is ReportState.NOT_STARTED
    assert empty_app.reports.get("2023-Y").period.own_due == date(2023, 12, 11)
    dialog.back.click()
    again = {row.report.period.key: row for row in dialog.periods._rows}
    assert again["2023-Q1"].sent.isHidden(), "already sent: nothing to ask"
    assert again["2023-Y"].own_due.date() == date(2023, 12, 11)


def test_a_wrong_date_keeps_the_step(dialog: FirstRunDialog, empty_app: App) -> None:
    dialog.forward.click()
    dialog.periods._rows[3].own_due.edit.setText("31/2")
    dialog.forward.click()
    assert dialog.pages.currentIndex() == PERIODS
    assert "Hạn gửi chưa hợp lệ: Báo cáo CCHC năm 2023" in dialog.periods.wrong.text()
    dialog.periods._rows[3].own_due.edit.setText("1/1/2020")
    dialog.forward.click()
    assert dialog.pages.currentIndex() == PERIODS
    assert "nằm ngoài kỳ báo cáo" in dialog.wrong.text()
    assert empty_app.reports.get("2023-Y").period.own_due.year == 2023


def test_a_trial_message_says_whether_it_could_be_sent(
    dialog: FirstRunDialog, notifier: RecordingNotifier
) -> None:
    dialog.reminders.try_message()
    assert notifier.messages[0][0] == "Nhắc việc thử"
    assert dialog.reminders.answer.text().startswith("Đã gửi thử")
    notifier.accepts = False
    dialog.reminders.try_message()
    assert "chưa hiện được thông báo" in dialog.reminders.answer.text()


def test_the_trial_uses_the_channels_of_the_windows_tray(
    qtbot: QtBot, empty_app: App, empty_bridge: Bridge, notifier: RecordingNotifier
) -> None:
    class Tray:
        channels = notifier

    class Window(QWidget):
        tray = Tray()

    window = Window()
    qtbot.addWidget(window)
    FirstRunDialog(empty_app, empty_bridge, window).reminders.try_message()
    assert len(notifier.messages) == 1


@pytest.mark.parametrize("how", ["button", "escape", "cross"])
def test_leaving_keeps_what_was_chosen(dialog: FirstRunDialog, empty_app: App, how: str) -> None:
    found = ways(dialog)
    dialog.office.province.setCurrentIndex(dialog.office.province.findData("Huế"))
    if how == "button":
        dialog.later.click()
    elif how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert found == ["later"]
    assert empty_app.offices.get().province == "Huế"
    assert not empty_app.offices.get().first_run_done
    assert not dialog.isVisible()


def test_the_sample_is_loaded_before_the_dialog_ends(
    qtbot: QtBot, dialog: FirstRunDialog, empty_app: App
) -> None:
    found = ways(dialog)
    for _ in range(3):
        dialog.forward.click()
    dialog.start.buttons["sample"].click()
    assert not dialog.start.buttons["import"].isEnabled()
    qtbot.waitUntil(lambda: found == ["sample"], timeout=30_000)
    [plan] = empty_app.plans.all()
    assert plan.is_sample
    assert empty_app.offices.get().first_run_done


@pytest.mark.skipif(sys.platform == "win32", reason="the registry of the tester is left alone")
@pytest.mark.parametrize("wanted", [True, False])
def test_starting_with_the_computer_is_a_choice(dialog: FirstRunDialog, *, wanted: bool) -> None:
    dialog.reminders.at_login.setChecked(wanted)
    assert not autostart.is_on(), "nothing is written before the end"
    dialog.finish("empty")
    assert autostart.is_on() == wanted


def test_beginning_empty_stores_no_plan(dialog: FirstRunDialog, empty_app: App) -> None:
    found = ways(dialog)
    dialog.finish("empty")
    assert found == ["empty"]
    assert empty_app.plans.all() == ()


def test_an_unusual_province_and_ladder_are_kept(qtbot: QtBot, empty_app: App, empty_bridge: Bridge) -> None:
    from dataclasses import replace

    empty_app.offices.save(replace(empty_app.offices.get(), province="Tiền Giang", ladder=(20, 4), year=2022))
    dialog = FirstRunDialog(empty_app, empty_bridge)
    qtbot.addWidget(dialog)
    assert dialog.office.province.currentText() == "Tiền Giang"
    assert [days for days, box in dialog.reminders.days.items() if box.isChecked()] == [20, 4]
    dialog.go_on()
    office = empty_app.offices.get()
    assert (office.province, office.ladder, office.year) == ("Tiền Giang", (20, 4), 2022)


def test_there_are_34_provinces_in_dictionary_order() -> None:
    assert len(set(PROVINCES)) == len(PROVINCES) == 34
    assert PROVINCES.index("Đà Nẵng") > PROVINCES.index("Cần Thơ")
    assert PROVINCES[0] == "An Giang"


def test_everything_is_named_and_nothing_clipped_at_the_largest_text(qtbot: QtBot, empty_app: App) -> None:
    bridge = Bridge(empty_app, preferences(TextSize.LARGEST))
    dialog = FirstRunDialog(empty_app, bridge)
    qtbot.addWidget(dialog)
    dialog.show()
    for step in (OFFICE, PERIODS, REMINDERS, START):
        assert dialog.pages.currentIndex() == step
        dialog.grab()
        assert clipped(dialog) == [], step
        assert unnamed(dialog) == [], step
        dialog.go_on()
    bridge.close()
    preferences()
