"""Nhắc việc on real data."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar
from cchc_desktop.services.reminders import OpenReminder
from tests.ui.real_app import TODAY, clipped, preferences, unnamed
from ui.bridge import Bridge
from ui.dialogs.reminder_moment import MomentDialog
from ui.dialogs.submit_report import SubmitReportDialog
from ui.pages.reminders import RemindersPage
from ui.pages.reminders_row import ROW_ROLE, Entry, Heading
from ui.pages.reminders_text import Group, empty_text, group_of, grouped, reason, snooze_choices, why
from ui.preferences import TextSize

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, sample_app: App, sample_bridge: Bridge) -> Iterator[RemindersPage]:
    sample_app.reminders.run(at_start=True, trusted_clock=True)
    page = RemindersPage(sample_app, sample_bridge)
    sample_bridge.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.refresh(None)
    yield page
    sample_bridge.changed.disconnect(page.refresh)


def shown(page: RemindersPage) -> list[Heading | Entry]:
    model = page.list.reminders
    return [model.index(row).data(ROW_ROLE) for row in range(model.rowCount())]


def pick(page: RemindersPage, *rows: int) -> None:
    selection = page.list.selectionModel()
    selection.clearSelection()
    for row in rows:
        index = page.list.reminders.index(row)
        selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


def test_reminders_stand_in_groups_with_their_reason(page: RemindersPage, sample_app: App) -> None:
    headings = [row.group for row in shown(page) if isinstance(row, Heading)]
    assert headings == sorted(headings, key=list(Group).index)
    assert headings[0] is Group.OVERDUE
    entries = [row for row in shown(page) if isinstance(row, Entry)]
    assert {entry.reminder.key for entry in entries} == {each.key for each in sample_app.reminders.open()}
    said = page.list.reminders.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Quá hạn. ")
    assert "ngày làm việc" in said
    assert page.list.reminders.flags(page.list.reminders.index(0)) == Qt.ItemFlag.NoItemFlags


def test_the_panel_shows_the_whole_text_of_the_first_one(page: RemindersPage) -> None:
    first = shown(page)[1]
    assert isinstance(first, Entry)
    assert page.panel.title.text() == first.reminder.title
    assert page.panel.text.text() == first.reminder.text


def test_several_are_dealt_with_at_once_and_move_to_the_closed_ones(
    page: RemindersPage, sample_app: App
) -> None:
    before = len(sample_app.reminders.open())
    pick(page, 1, 2)
    assert page.panel.title.text() == "Đã chọn 2 nhắc việc"
    assert not page.panel.open_button.isEnabled()
    page.panel.done_button.click()
    assert len(sample_app.reminders.open()) == before - 2
    closed = [row for row in shown(page) if isinstance(row, Entry) and row.group is Group.CLOSED]
    assert len(closed) == 2
    assert why(closed[0].reminder).endswith("đã xử lý")
    rows = shown(page)
    pick(page, next(row for row, each in enumerate(rows) if each == closed[0]))
    assert not page.panel.done_button.isEnabled(), "what is closed cannot be closed again"
    assert page.panel.open_button.isEnabled()


def test_snoozing_never_moves_a_deadline(page: RemindersPage, sample_app: App) -> None:
    pick(page, 1)
    first = shown(page)[1]
    assert isinstance(first, Entry)
    page.panel.snooze_menu.aboutToShow.emit()
    labels = [action.text() for action in page.panel.snooze_menu.actions() if not action.isSeparator()]
    assert labels == [
        "1 giờ nữa",
        "Chiều nay 14:00",
        "Sáng mai 08:30",
        "3 ngày làm việc (Thứ Hai 03/04/2023)",
        "Thứ Hai tới (03/04/2023)",
        "Chọn…",
    ]
    page.panel.snooze_menu.actions()[1].trigger()
    after = next(each for each in sample_app.reminders.open() if each.key == first.reminder.key)
    assert after.snoozed_until == at(TODAY, 14)
    assert after.due == first.reminder.due
    assert "hẹn nhắc lại lúc 14:00 ngày 29/03/2023" in why(after)


def test_a_moment_of_ones_own_must_lie_ahead(page: RemindersPage, sample_app: App) -> None:
    pick(page, 1)
    page.panel.snooze_menu.aboutToShow.emit()
    page.panel.snooze_menu.actions()[-1].trigger()
    [dialog] = page.findChildren(MomentDialog)
    dialog.date.set_date(TODAY - timedelta(days=1))
    dialog.try_to_save()
    assert "phải ở sau hiện tại" in dialog.problem.text()
    dialog.date.edit.setText("")
    dialog.try_to_save()
    assert "Chưa có ngày" in dialog.problem.text()
    dialog.date.edit.setText("3/4")
    dialog.try_to_save()
    assert at(date(2023, 4, 3), 8, 30) in {each.snoozed_until for each in sample_app.reminders.open()}


def test_muting_closes_and_is_said_in_the_list(page: RemindersPage, sample_app: App) -> None:
    pick(page, 1)
    page.panel.mute_button.click()
    assert sample_app.reminders.closed()[0].state == "muted"
    sample_app.reminders.run(trusted_clock=True)
    assert sample_app.reminders.closed()[0].key not in {each.key for each in sample_app.reminders.open()}


def test_opening_goes_to_the_task_or_the_report(page: RemindersPage, sample_app: App) -> None:
    asked: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: asked.append((name, wanted)))
    kinds: dict[str, tuple[int, OpenReminder]] = {}
    for row, entry in enumerate(shown(page)):
        if isinstance(entry, Entry):
            kinds.setdefault(entry.reminder.subject_kind, (row, entry.reminder))
    for row, _ in kinds.values():
        pick(page, row)
        page.panel.open_button.click()
    task = next(each for each in sample_app.tasks.list() if each.uid == kinds["task"][1].subject_key)
    assert ("tasks", {"task": task.id}) in asked
    assert ("calendar", {"report": kinds["report"][1].subject_key}) in asked
    sample_app.tasks.remove([task.id])
    pick(page, kinds["task"][0])
    page.open_picked()
    assert "không còn trong danh sách" in page.banner.message.text()


def test_a_review_opens_the_tasks_without_a_result(
    qtbot: QtBot, sample_app: App, sample_bridge: Bridge
) -> None:
    clock = sample_app.clock
    assert isinstance(clock, SetClock)
    clock.moment = at(date(2023, 6, 5), 9)
    sample_app.reminders.run(at_start=True, trusted_clock=True)
    page = RemindersPage(sample_app, sample_bridge)
    qtbot.addWidget(page)
    page.refresh(None)
    review = next(each for each in sample_app.reminders.open() if each.subject_kind == "review")
    asked: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: asked.append((name, wanted)))
    page.show_filter({"key": review.key})
    page.open_picked()
    assert asked == [("tasks", {"missing": True, "period": review.subject_key})]


def test_a_sent_report_ends_its_reminders(page: RemindersPage, sample_app: App) -> None:
    row, entry = next(
        (row, each)
        for row, each in enumerate(shown(page))
        if isinstance(each, Entry) and each.reminder.subject_kind == "report" and each.group is Group.OVERDUE
    )
    pick(page, row)
    assert page.panel.sent_button.isVisibleTo(page.panel)
    page.panel.sent_button.click()
    [dialog] = page.findChildren(SubmitReportDialog)
    dialog.number.setText("15/BC-SNV")
    dialog.try_to_save()
    assert sample_app.reports.get(entry.reminder.subject_key).state is ReportState.SENT
    sample_app.reminders.run(trusted_clock=True)
    assert entry.reminder.key not in {each.key for each in sample_app.reminders.open()}


def test_the_context_menu_has_every_action(page: RemindersPage) -> None:
    pick(page, 1)
    page.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "Mở",
        "Đã xử lý",
        "Tắt nhắc việc này",
        "Nhắc lại sau",
    ]
    menu.close()


def test_what_stands_on_the_screen_counts_as_shown(
    qtbot: QtBot, page: RemindersPage, sample_app: App
) -> None:
    assert {each.state for each in sample_app.reminders.open()} == {"claimed"}, "a hidden page shows nothing"
    with qtbot.waitExposed(page):
        page.show()
    assert {each.state for each in sample_app.reminders.open()} == {"shown"}


def test_an_empty_list_says_when_the_next_one_comes(
    qtbot: QtBot, empty_app: App, empty_bridge: Bridge
) -> None:
    page = RemindersPage(empty_app, empty_bridge)
    qtbot.addWidget(page)
    page.refresh(None)
    assert page.empty.isVisibleTo(page)
    assert not page.body.isVisibleTo(page)
    assert page.empty.message.text().startswith("Không có nhắc việc nào. Lần nhắc tiếp theo: ")
    assert empty_text(None) == "Không có nhắc việc nào. Chưa có hạn nào ở phía trước."
    page.acknowledge()
    page.mute()
    page.open_picked()


def test_everything_is_named_and_nothing_clipped_at_the_largest_text(qtbot: QtBot, sample_app: App) -> None:
    sample_app.reminders.run(at_start=True, trusted_clock=True)
    bridge = Bridge(sample_app, preferences(TextSize.LARGEST))
    page = RemindersPage(sample_app, bridge)
    qtbot.addWidget(page)
    page.refresh(None)
    page.resize(1150, 660)
    page.show()
    page.grab()
    assert clipped(page) == []
    assert unnamed(page) == []
    bridge.close()
    preferences()


def test_groups_follow_the_due_date() -> None:
    sunday = date(2023, 4, 2)
    assert group_of(TODAY - timedelta(days=1), TODAY) is Group.OVERDUE
    assert group_of(TODAY, TODAY) is Group.TODAY
    assert group_of(sunday, TODAY) is Group.WEEK
    assert group_of(sunday + timedelta(days=1), TODAY) is Group.LATER
    assert grouped([], TODAY) == {}


def test_rules_are_said_in_words() -> None:
    said = {rule: reason(rule) for rule in ("T-15", "T-0", "O+1", "START", "CUTOFF", "?", "T-x")}
    assert said == {
        "T-15": "trước hạn 15 ngày làm việc",
        "T-0": "đúng ngày đến hạn",
        "O+1": "quá hạn 1 ngày làm việc",
        "START": "bắt đầu kỳ lấy số liệu",
        "CUTOFF": "đến ngày chốt số liệu",
        "?": "theo lịch nhắc việc",
        "T-x": "theo lịch nhắc việc",
    }


@pytest.mark.parametrize(
    "now",
    [at(TODAY, 6), at(TODAY, 13, 30), at(TODAY, 23, 59), at(date(2023, 3, 31), 16), at(date(2023, 4, 2), 9)],
)
def test_every_choice_lies_ahead_on_a_working_day(now: datetime) -> None:
    holiday = SpecialDay(date(2023, 4, 3), DayKind.HOLIDAY, "Nghỉ", "", confirmed=True)
    calendar = WorkCalendar([holiday])
    choices = snooze_choices(now, Office(), calendar)
    assert [moment for _, moment in choices] == sorted(moment for _, moment in choices)
    assert all(moment > now for _, moment in choices)
    fixed = [moment for label, moment in choices if not label.startswith(("1 giờ", "Chiều"))]
    assert all(calendar.is_working(moment.date()) for moment in fixed)


def test_a_reminder_that_came_again_says_so() -> None:
    reminder = OpenReminder(
        key="k",
        subject_kind="task",
        subject_key="u",
        rule="T-1",
        title="",
        text="",
        due=TODAY,
        remind_on=TODAY,
        state="claimed",
        snoozed_until=None,
        again=True,
    )
    assert why(reminder) == "Hạn Thứ Tư 29/03/2023 · trước hạn 1 ngày làm việc · nhắc lại"
