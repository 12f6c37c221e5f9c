"""Tổng quan on real data."""

from dataclasses import replace
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.services.changes import Changes, Kind
from tests.ui.real_app import clipped, preferences, unnamed
from ui.bridge import Bridge
from ui.pages.overview import OverviewPage
from ui.pages.overview_text import ministry_line, report_card, share_elapsed
from ui.pages.overview_todo import TODO_ROLE
from ui.preferences import TextSize

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def load(qtbot: QtBot, page: OverviewPage) -> None:
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.refresh(None)


@pytest.fixture
def page(qtbot: QtBot, sample_app: App, sample_bridge: Bridge) -> OverviewPage:
    page = OverviewPage(sample_app, sample_bridge)
    qtbot.addWidget(page)
    load(qtbot, page)
    return page


def navigated(page: OverviewPage) -> list[tuple[str, object]]:
    asked: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: asked.append((name, wanted)))
    return asked


def test_the_figures_are_those_of_the_statistics_and_open_their_lists(
    page: OverviewPage, sample_app: App
) -> None:
    overview = sample_app.statistics.overview()
    assert page.overdue.figure() == str(overview.overdue)
    assert page.soon.figure() == str(overview.due_today + overview.due_soon)
    assert page.missing.figure() == str(overview.missing_results)
    assert page.undated.figure() == str(overview.undated)
    assert overview.overdue > 0
    asked = navigated(page)
    for card in (page.overdue, page.soon, page.missing, page.undated):
        card.click()
    assert asked == [
        ("tasks", {"status": "overdue"}),
        ("tasks", {"status": "due"}),
        ("tasks", {"missing": True, "period": "2023-H1"}),
        ("tasks", {"status": "no_deadline"}),
    ]


def test_the_list_begins_with_the_most_overdue_task_and_opens_it(page: OverviewPage, sample_app: App) -> None:
    model = page.todo.model()
    first = model.index(0, 0)
    overview = sample_app.statistics.overview()
    assert first.data(TODO_ROLE).task_id == overview.todo[0].id
    assert first.data(TODO_ROLE).phrase == "quá hạn 57 ngày"
    assert first.data(TODO_ROLE).due_line == "hạn 31/01/2023"
    said = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Quá hạn: ")
    asked = navigated(page)
    page.todo.setCurrentIndex(first)
    QTest.keyClick(page.todo, Qt.Key.Key_Return)
    page.all_todo.click()
    assert asked[0] == ("tasks", {"task": overview.todo[0].id})
    assert asked[-1] == ("tasks", {"tasks": [task.id for task in overview.todo]})


def test_the_list_has_room_for_every_row_it_shows(page: OverviewPage) -> None:
    rows = page.todo.model().rowCount()
    last = page.todo.visualRect(page.todo.model().index(rows - 1, 0))
    assert 0 < rows <= 8
    assert last.bottom() <= page.todo.sizeHint().height()


def test_the_report_card_says_both_dates_and_opens_the_report(page: OverviewPage) -> None:
    assert page.report.heading.text() == "Báo cáo CCHC 6 tháng đầu năm 2023"
    assert "14/06/2023" in page.report.cutoff.text()
    assert "Hạn gửi của đơn vị" in page.report.own_due.text()
    assert page.report.ministry_due.text() == "Hạn gửi Bộ Nội vụ: Thứ Ba 20/06/2023"
    asked = navigated(page)
    page.report.open_button.click()
    assert asked == [("calendar", {"report": "2023-H1"})]


def test_progress_by_field_has_its_figures_in_words(page: OverviewPage, sample_app: App) -> None:
    fields = sample_app.statistics.overview().fields
    assert len(fields) == 7
    description = page.fields.accessibleDescription()
    assert f"I. {fields[0].title}: 0 trên {fields[0].total}" in description


def test_changed_reminders_alone_ask_for_nothing(page: OverviewPage, sample_bridge: Bridge) -> None:
    page.refresh(Changes(frozenset({Kind.REMINDERS})))
    assert not sample_bridge.background.is_busy()
    page.refresh(Changes(frozenset({Kind.TASKS, Kind.REMINDERS})))
    assert sample_bridge.background.is_busy()


def test_an_answer_that_comes_after_the_page_has_gone_harms_nothing(
    qtbot: QtBot, sample_app: App, sample_bridge: Bridge
) -> None:
    page = OverviewPage(sample_app, sample_bridge)
    page.refresh(None)
    page.refresh(None)
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: not sample_bridge.background.is_busy(), timeout=30_000)


def test_without_tasks_there_are_two_ways_to_begin(
    qtbot: QtBot, empty_app: App, empty_bridge: Bridge
) -> None:
    page = OverviewPage(empty_app, empty_bridge)
    qtbot.addWidget(page)
    load(qtbot, page)
    assert page.empty.isVisibleTo(page)
    assert not page.lists.isVisibleTo(page)
    assert page.report.isVisibleTo(page), "the next report is due with or without tasks"
    asked = navigated(page)
    from PySide6.QtWidgets import QPushButton

    for button in page.empty.findChildren(QPushButton):
        button.click()
    assert asked == [("import", None), ("tasks", {"add": True})]


def test_an_office_without_tasks_of_its_own_is_told_so(
    qtbot: QtBot, page: OverviewPage, sample_app: App
) -> None:
    office = replace(sample_app.offices.get(), agency_name="Hợp tác xã Bình Minh", role=OfficeRole.DEPARTMENT)
    sample_app.offices.save(office)
    load(qtbot, page)
    assert page.none_own.isVisibleTo(page)
    assert not page.empty.isVisibleTo(page)


def test_nothing_is_clipped_and_everything_is_named_at_the_largest_text(
    qtbot: QtBot, sample_app: App
) -> None:
    bridge = Bridge(sample_app, preferences(TextSize.LARGEST))
    page = OverviewPage(sample_app, bridge)
    qtbot.addWidget(page)
    load(qtbot, page)
    page.resize(1150, 660)
    page.show()
    page.grab()
    assert clipped(page) == []
    assert unnamed(page) == []
    bridge.close()
    preferences()


def test_a_due_date_before_the_cutoff_and_a_day_off_are_said(sample_app: App) -> None:
    sample_app.reports.set_own_due("2023-H1", date(2023, 6, 11))
    card = report_card(sample_app.statistics.overview(), sample_app.calendar.work_calendar())
    assert card is not None
    assert card.notices == (
        (
            "Hạn gửi của đơn vị (11/06) đến trước ngày chốt số liệu (14/06): "
            "số liệu những ngày còn lại cần ước tính hoặc bổ sung sau khi gửi."
        ),
        "Hạn gửi của đơn vị rơi vào ngày nghỉ (Chủ nhật): nên gửi trước hết Thứ Sáu 09/06/2023.",
    )
    assert not card.late


def test_a_missed_own_due_date_is_late_until_the_report_is_sent(sample_app: App) -> None:
    clock = sample_app.clock
    assert isinstance(clock, SetClock)
    clock.moment = at(date(2023, 6, 19), 9)
    card = report_card(sample_app.statistics.overview(), sample_app.calendar.work_calendar())
    assert card is not None
    assert card.late
    assert "đã qua" in card.own_due
    sample_app.reports.set_state("2023-H1", ReportState.SENT)
    following = report_card(sample_app.statistics.overview(), sample_app.calendar.work_calendar())
    assert following is not None
    assert following.title == "Báo cáo CCHC Quý III năm 2023"


def test_the_ministry_date_is_never_moved_only_explained() -> None:
    said = ministry_line(date(2026, 12, 20), WorkCalendar())
    assert said == "Hạn gửi Bộ Nội vụ: 20/12/2026 (Chủ nhật → nên gửi trước hết Thứ Sáu 18/12/2026)"


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (date(2025, 1, 1), 0.0),
        (date(2026, 1, 1), 0.1),
        (date(2026, 1, 10), 1.0),
        (date(2027, 1, 1), 1.0),
    ],
)
def test_the_window_fills_day_by_day(today: date, share: float) -> None:
    assert share_elapsed(date(2026, 1, 1), date(2026, 1, 10), today) == pytest.approx(share)
