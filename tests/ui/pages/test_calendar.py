"""Lịch và kỳ báo cáo on real data."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.workdays import DayKind, SpecialDay
from tests.ui.real_app import clipped, preferences, unnamed
from ui.bridge import Bridge
from ui.dialogs.day_off import ConfirmYearDialog, DayDialog, SwapDialog
from ui.dialogs.report_figures import ReportFiguresDialog
from ui.dialogs.submit_report import OwnDueDialog, SubmitReportDialog
from ui.pages.calendar import HOLIDAYS, MONTH, YEAR, CalendarPage
from ui.pages.calendar_holidays import holiday_row
from ui.preferences import TextSize

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, sample_app: App, sample_bridge: Bridge) -> Iterator[CalendarPage]:
    page = CalendarPage(sample_app, sample_bridge)
    sample_bridge.changed.connect(page.refresh)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.refresh(None)
    yield page
    sample_bridge.changed.disconnect(page.refresh)


def test_it_opens_on_today(page: CalendarPage) -> None:
    assert page.month.name.text() == "Tháng 3/2023"
    assert page.month.grid.picked() == date(2023, 3, 29)
    assert page.month.day.title.text() == "Thứ Tư, 29/03/2023"


def test_a_day_lists_what_is_due_and_opens_it(page: CalendarPage, sample_app: App) -> None:
    page.month.pick(date(2023, 3, 31))
    listed = [page.month.day.list.item(row).text() for row in range(page.month.day.list.count())]
    due = {task.id for task in sample_app.tasks.list() if task.reading.due == date(2023, 3, 31)}
    assert len(listed) == len(due) > 1
    assert listed[0].startswith("● I.4 Quyết định về việc Ban hành Chỉ số CCHC")
    asked: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: asked.append((name, wanted)))
    page.month.day.list.itemActivated.emit(page.month.day.list.item(0))
    QTest.keyClick(page.month.grid, Qt.Key.Key_Return)
    assert asked[0][0] == "tasks"
    wanted = asked[-1][1]
    assert isinstance(wanted, dict)
    assert set(wanted["tasks"]) == due


def test_a_report_on_a_day_opens_in_the_year_view(page: CalendarPage) -> None:
    page.month.pick(date(2023, 3, 14))
    page.month.day.list.itemActivated.emit(page.month.day.list.item(0))
    assert page.tabs.current() == YEAR
    assert page.year.name.text() == "Năm 2023"


def test_arrows_and_page_keys_turn_the_month(page: CalendarPage) -> None:
    grid = page.month.grid
    page.month.pick(date(2023, 3, 31))
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert page.month.name.text() == "Tháng 4/2023"
    assert grid.picked() == date(2023, 4, 30), "the 31st does not exist: the last day is picked"
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert page.month.name.text() == "Tháng 2/2023"
    page.month.pick(date(2023, 1, 30))
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert page.month.name.text() == "Tháng 1/2023"
    assert grid.picked() == date(2023, 1, 23)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.picked() == date(2023, 1, 24)
    page.month.today_button.click()
    assert grid.picked() == date(2023, 3, 29)


def test_the_wheel_turns_one_month_a_notch(page: CalendarPage) -> None:
    def turn(steps: int) -> None:
        middle = QPointF(50, 50)
        page.month.grid.wheelEvent(
            QWheelEvent(
                middle,
                middle,
                QPoint(),
                QPoint(0, steps),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,  # noqa: FBT003 - Qt's signature
            )
        )

    turn(-40)
    turn(-40)
    assert page.month.name.text() == "Tháng 3/2023", "a touch pad has not turned a whole notch yet"
    turn(-40)
    assert page.month.name.text() == "Tháng 4/2023"
    turn(240)
    assert page.month.name.text() == "Tháng 2/2023"


def test_days_off_carry_their_name(page: CalendarPage) -> None:
    page.show_month(date(2023, 4, 1))
    model = page.month.grid.month_model
    said = model.index_of(date(2023, 4, 29)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Giỗ Tổ Hùng Vương" in said
    assert model.off(date(2023, 4, 29)).off
    page.month.pick(date(2023, 4, 29))
    assert "Giỗ Tổ" in page.month.day.off.text()


def test_the_month_paints_in_every_size(page: CalendarPage) -> None:
    for width, height in ((1150, 700), (600, 420), (200, 120)):
        page.resize(width, height)
        assert not page.grab().isNull()


def test_the_year_shows_four_reports_with_bands_in_words(page: CalendarPage) -> None:
    page.tabs.show_page(YEAR)
    assert [row.report.period.key for row in page.year.rows] == ["2023-Q1", "2023-H1", "2023-Q3", "2023-Y"]
    words = page.year.bands.accessibleDescription().splitlines()
    assert words[0].startswith("Báo cáo CCHC Quý I năm 2023: số liệu 15/12/2022 – 14/03/2023 · hạn gửi ")
    assert "Bộ Nội vụ 20/03 (T2)" in words[0]
    page.year.year_wanted.emit(1)
    assert page.year.name.text() == "Năm 2024"
    assert page.year.rows[0].report.period.key == "2024-Q1"
    page.year.year_wanted.emit(0)
    assert page.year.name.text() == "Năm 2023"


def test_a_report_is_marked_as_sent_with_number_and_date(
    qtbot: QtBot, page: CalendarPage, sample_app: App
) -> None:
    page.tabs.show_page(YEAR)
    page.year.rows[0].send_button.click()
    [dialog] = page.findChildren(SubmitReportDialog)
    dialog.try_to_save()
    assert "Chưa có số, ký hiệu" in dialog.problem.text()
    assert dialog.isVisible(), "a refused form stays open with what was typed"
    dialog.number.setText(" 15/BC-SNV ")
    dialog.date.edit.setText("40/3")
    dialog.try_to_save()
    assert "40/3" in dialog.problem.text()
    dialog.date.edit.setText("30/3")
    dialog.try_to_save()
    assert "sau hôm nay" in dialog.problem.text()
    dialog.date.edit.setText("17/3")
    dialog.try_to_save()
    report = sample_app.reports.get("2023-Q1")
    assert (report.state, report.sent_on, report.document) == (
        ReportState.SENT,
        date(2023, 3, 17),
        "15/BC-SNV",
    )
    row = page.year.rows[0]
    assert row.send_button.isHidden()
    assert "Đã gửi ngày 17/03/2023, số 15/BC-SNV." in row.lines.text()
    qtbot.waitUntil(lambda: not page.findChildren(SubmitReportDialog))


def test_the_state_menu_sets_a_state_and_ctrl_z_takes_it_back(
    page: CalendarPage, sample_app: App, sample_bridge: Bridge
) -> None:
    row = page.year.rows[1]
    actions = {action.text(): action for action in row.state_menu.actions()}
    actions["Dự thảo"].trigger()
    assert sample_app.reports.get("2023-H1").state is ReportState.DRAFT
    assert row.chip.accessibleName() == "Tình trạng: Dự thảo"
    assert [action.text() for action in row.state_menu.actions() if action.isChecked()] == ["Dự thảo"]
    sample_bridge.undo()
    assert sample_app.reports.get("2023-H1").state is ReportState.NOT_STARTED
    actions["Đã gửi…"].trigger()
    assert len(page.findChildren(SubmitReportDialog)) == 1
    assert [action.text() for action in row.state_menu.actions() if action.isChecked()] == ["Chưa lập"]


def test_the_own_due_date_moves_and_goes_back(page: CalendarPage, sample_app: App) -> None:
    usual = sample_app.reports.get("2023-Y").period.own_due
    page.year.rows[3].due_button.click()
    dialog = page.findChildren(OwnDueDialog)[0]
    dialog.date.edit.setText("11/12")
    dialog.try_to_save()
    assert sample_app.reports.get("2023-Y").period.own_due == date(2023, 12, 11)
    again = page.ask_own_due("2023-Y")
    again.date.edit.setText("")
    again.try_to_save()
    assert "Chưa có ngày" in again.problem.text()
    again.date.edit.setText("1/1/2020")
    again.try_to_save()
    assert "nằm ngoài kỳ báo cáo" in again.problem.text()
    again.usual.click()
    assert sample_app.reports.get("2023-Y").period.own_due == usual


def test_holidays_have_source_and_status(page: CalendarPage, sample_app: App) -> None:
    page.tabs.show_page(HOLIDAYS)
    model = page.holidays.table.model()
    assert page.holidays.name.text() == "Lịch nghỉ năm 2023"
    days = sample_app.calendar.special_days(2023)
    assert model.rowCount() == len(days) > 10
    shown = tuple(model.index(0, column).data() for column in range(model.columnCount()))
    assert shown == holiday_row(days[0])
    assert "nguồn:" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not page.holidays.banner.isVisibleTo(page.holidays)
    for _ in range(5):
        page.holidays.year_wanted.emit(1)
    assert page.holidays.name.text() == "Lịch nghỉ năm 2028"
    assert page.holidays.banner.isVisibleTo(page.holidays)
    assert "dự kiến" in page.holidays.banner.message.text()


def test_a_year_without_holidays_says_so(page: CalendarPage) -> None:
    for _ in range(200):
        page.holidays.year_wanted.emit(1)
    assert page.holidays.name.text() == "Lịch nghỉ năm 2100"
    assert page.holidays.none.isVisibleTo(page.holidays)


def test_other_pages_can_ask_for_a_day_or_a_report(page: CalendarPage) -> None:
    page.show_filter({"report": "Q3-2022"})
    assert (page.tabs.current(), page.year.name.text()) == (YEAR, "Năm 2022")
    page.show_filter({"day": date(2024, 2, 29)})
    assert (page.tabs.current(), page.month.grid.picked()) == (MONTH, date(2024, 2, 29))
    page.show_filter(None)


def test_a_picked_day_stays_picked_when_data_change(page: CalendarPage, sample_app: App) -> None:
    page.month.pick(date(2023, 3, 14))
    page.refresh(None)
    assert page.month.grid.picked() == date(2023, 3, 14)
    page.month.grid.selectionModel().setCurrentIndex(
        page.month.grid.month_model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert page.month.day.title.text() == "Thứ Hai, 27/02/2023"
    assert sample_app.offices.year() == 2023


def test_everything_is_named_and_nothing_clipped_at_the_largest_text(qtbot: QtBot, sample_app: App) -> None:
    bridge = Bridge(sample_app, preferences(TextSize.LARGEST))
    page = CalendarPage(sample_app, bridge)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.refresh(None)
    page.resize(1150, 660)
    page.show()
    for tab in (MONTH, YEAR, HOLIDAYS):
        page.tabs.show_page(tab)
        page.grab()
        assert clipped(page) == [], tab
        assert unnamed(page) == [], tab
    assert all(button.accessibleName() for button in page.findChildren(QPushButton))
    bridge.close()
    preferences()


def test_lunar_dates_stand_beside_the_days_off(page: CalendarPage) -> None:
    founders = next(row for row in map(holiday_row, page.holidays.days.days) if "Giỗ Tổ" in row[3] + row[4])
    assert founders[1] == "10/3"


def dialog_of(page: CalendarPage, kind: type[QDialog]) -> QDialog:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def test_a_day_is_added_edited_and_taken_back(page: CalendarPage, sample_app: App) -> None:
    page.holidays.buttons["add"].click()
    added = dialog_of(page, DayDialog)
    assert isinstance(added, DayDialog)
    added.try_to_save()
    assert "Chưa có ngày" in added.problem.text()
    added.date.set_date(date(2023, 8, 15))
    added.name.setText("Ngày thành lập")
    added.try_to_save()
    assert not sample_app.calendar.work_calendar().is_working(date(2023, 8, 15))
    shown = next(each for each in page.holidays.days.days if each.day == date(2023, 8, 15))
    page.days_off.edit(shown)
    edited = dialog_of(page, DayDialog)
    assert isinstance(edited, DayDialog)
    edited.name.setText("Kỷ niệm ngày thành lập")
    edited.try_to_save()
    assert sample_app.calendar.work_calendar().reason_off(shown.day) == "Kỷ niệm ngày thành lập"
    row = [each.day for each in page.holidays.days.days].index(shown.day)
    page.holidays.table.selectRow(row)
    QTest.keyClick(page.holidays.table, Qt.Key.Key_Delete)
    assert sample_app.calendar.work_calendar().is_working(shown.day)


def test_two_days_are_swapped_or_the_reason_is_said(page: CalendarPage, sample_app: App) -> None:
    page.holidays.buttons["swap"].click()
    swap = dialog_of(page, SwapDialog)
    assert isinstance(swap, SwapDialog)
    swap.off.set_date(date(2023, 8, 13))
    swap.worked.set_date(date(2023, 8, 19))
    swap.try_to_save()
    assert "vốn đã là ngày nghỉ" in swap.problem.text()
    swap.off.set_date(date(2023, 8, 14))
    swap.try_to_save()
    assert sample_app.calendar.work_calendar().is_working(date(2023, 8, 19))


def test_an_expected_year_is_confirmed_from_its_banner(page: CalendarPage, sample_app: App) -> None:
    year = next(
        year
        for year in range(2024, 2036)
        if any(not each.confirmed for each in sample_app.calendar.special_days(year))
    )
    page.holidays.year_wanted.emit(year - 2023)
    assert page.holidays.banner.isVisibleTo(page.holidays)
    page.holidays.asked.emit("confirm")
    asked = dialog_of(page, ConfirmYearDialog)
    assert isinstance(asked, ConfirmYearDialog)
    asked.source.setText("Thông báo 1/TB-BNV")
    asked.try_to_save()
    assert all(each.confirmed for each in page.holidays.days.days)
    assert not page.holidays.banner.isVisibleTo(page.holidays)


def test_days_go_out_and_come_in_as_a_file(page: CalendarPage, sample_app: App, tmp_path: Path) -> None:
    path = tmp_path / "lịch.csv"
    sample_app.calendar.save_days([SpecialDay(date(2023, 8, 15), DayKind.HOLIDAY, "Tên", "", confirmed=True)])
    page.days_off.write(path, 2023)
    page.days_off.take_in(path)
    said = next(each for each in page.findChildren(QMessageBox) if each.isVisible())
    assert "không có ngày nào khác" in said.text()
    said.close()
    sample_app.calendar.take_back(date(2023, 8, 15))
    page.days_off.take_in(path)
    question = next(each for each in page.findChildren(QMessageBox) if each.isVisible())
    assert "15/08/2023: Tên" in question.informativeText()
    next(each for each in question.buttons() if each.text() == "Nhập").click()
    assert not sample_app.calendar.work_calendar().is_working(date(2023, 8, 15))


def test_the_dates_go_out_as_a_calendar_file(page: CalendarPage, tmp_path: Path) -> None:
    path = tmp_path / "lịch.ics"
    page.write_ics(path, 2023)
    said = next(each for each in page.findChildren(QMessageBox) if each.isVisible())
    assert f"Đã xuất {path.read_text('utf-8').count('BEGIN:VEVENT')} mốc hạn" in said.text()
    said.close()
    page.ics_button.click()
    assert any(each.isVisible() for each in page.findChildren(QFileDialog))


def test_the_figures_of_a_report_are_shown_and_copied(
    page: CalendarPage, sample_app: App, qtbot: QtBot
) -> None:
    sample_app.frozen_figures.keep_closed()
    sample_app.tasks.complete([sample_app.tasks.list()[3].id], date(2023, 3, 10))
    page.year.rows[0].figures_button.click()
    qtbot.waitUntil(
        lambda: any(each.isVisible() for each in page.findChildren(ReportFiguresDialog)), timeout=10_000
    )
    shown = dialog_of(page, ReportFiguresDialog)
    assert isinstance(shown, ReportFiguresDialog)
    assert shown.fields.rowCount() == 8
    assert shown.fields.data(shown.fields.index(0, 0)) == "Tổng số"
    assert "Sau ngày chốt có 1 nhiệm vụ được ghi lại" in shown.later.text()
    assert clipped(shown) == []
    assert unnamed(shown) == []
    shown.copy_lines.click()
    assert QApplication.clipboard().text().startswith("Tổng số nhiệm vụ\t")
    shown.copy_table.click()
    assert "<table" in QApplication.clipboard().mimeData().html()
    shown.tabs.show_page(1)
    shown.copy_table.click()
    assert "Sở Nội vụ" in QApplication.clipboard().text()
    shown.accept()


def test_a_report_that_was_asked_for_once_shows_only_what_it_has(page: CalendarPage, sample_app: App) -> None:
    added, _ = sample_app.reports.add("Báo cáo đột xuất về biên chế", date(2023, 4, 7), due_time=time(17))
    page.refresh(None)
    row = next(row for row in page.year.rows if row.report.period.key == added.period.key)
    assert "trước 17:00" in row.lines.text()
    assert "Bộ Nội vụ" not in row.lines.text()
    assert "chốt" not in row.lines.text()
    assert not row.figures_button.isVisibleTo(row)
    marks = page.month.grid.month_model
    page.show_month(date(2023, 4, 1))
    assert [
        mark.kind.value for mark in marks.marks(date(2023, 4, 7)) if mark.report_key == added.period.key
    ] == ["▲"]
    assert not page.year.bands.grab().isNull()
