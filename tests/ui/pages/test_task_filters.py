"""Which tasks are shown: search, cards, combo boxes, sections and sorting on the task page."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.tasks import Status, missing_results
from cchc_desktop.services.task_queries import Role
from ui.bridge import Bridge
from ui.models.arrangement import SectionRow
from ui.models.task_filter import MINE, TaskFilter
from ui.models.task_list import TaskRow
from ui.pages.tasks import TasksPage

Rest = Callable[[Bridge], None]


def shown(page: TasksPage) -> list[TaskRow]:
    return [task for row in range(page.model.rowCount()) if (task := page.model.task_at(row)) is not None]


def dialog_of(kind: type[QDialog]) -> QDialog:
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


def test_it_opens_on_the_own_offices_tasks(page: TasksPage) -> None:
    assert page.filters.current() == TaskFilter(agency=MINE)
    assert page.filters.agency.toolTip() == "Cơ quan: Sở Nội vụ (cơ quan của bạn)"
    assert 0 < page.arrangement.shown < 53
    assert all(row.role is not None for row in shown(page))
    figures = {key: card.figure() for key, card in page.widgets.cards.items()}
    assert figures == {"overdue": "5", "due": "0", "running": "3", "completed": "0", "continuous": "12"}


def test_a_card_filters_and_a_second_click_takes_it_back(page: TasksPage) -> None:
    card = page.widgets.cards["overdue"]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert {row.status for row in shown(page)} == {Status.OVERDUE}
    assert len(shown(page)) == 5
    assert card.isChecked()
    assert page.filters.status.toolTip() == "Tình trạng: Quá hạn"
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert page.filters.current() == TaskFilter(agency=MINE)
    assert not card.isChecked()


def test_searching_while_typing(qtbot: QtBot, page: TasksPage) -> None:
    page.go_to_search()
    QTest.keyClicks(page.filters.search, "chi so cchc")
    qtbot.waitUntil(lambda: page.arrangement.shown == 3)
    assert page.model.words == ("chi so cchc",)
    assert page.filters.search._count.text() == "3 kết quả"
    QTest.keyClick(page.filters.search, Qt.Key.Key_Down)
    current = page.table.current_row()
    assert current is not None
    assert current.number == "3"


def test_no_match_has_a_way_out(page: TasksPage) -> None:
    QTest.keyClicks(page.filters.search, "xyzxyz")
    QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.widgets.no_match.isVisible()
    assert "Không có nhiệm vụ nào khớp" in page.widgets.no_match.message.text()
    QTest.mouseClick(page.widgets.no_match_clear, Qt.MouseButton.LeftButton)
    assert page.arrangement.shown == 53
    assert page.table.isVisible()
    assert page.filters.search.text() == ""
    assert not page.filters.clear_button.isVisible()


def test_a_long_list_is_searched_in_turns(qtbot: QtBot, page: TasksPage) -> None:
    page.filters.clear()
    page.arrangement.filter = TaskFilter(search="bao cao so noi")
    page.search_run.start(seconds=0.0)
    qtbot.waitUntil(lambda: not page.search_run.is_running())
    expected = page.arrangement.search()
    assert [row.id for row in shown(page)] == [row.id for row in expected]
    assert page.model.words == ("bao", "cao", "so", "noi")


def test_combo_boxes_count_before_the_click(page: TasksPage) -> None:
    page.filters.clear()
    combo = page.filters.status
    combo.showPopup()
    said = {combo.itemData(row): combo.itemText(row) for row in range(combo.count())}
    combo.hidePopup()
    assert said["overdue"] == "Quá hạn  (5)"
    assert said[""] == "Tất cả  (53)"
    for row in range(combo.count()):
        combo.setCurrentIndex(row)
        combo.activated.emit(row)
        count = int(combo.itemText(row).rpartition("(")[2].rstrip(")"))
        assert page.arrangement.shown == count, combo.itemText(row)


def test_every_filter_narrows_and_one_key_takes_all_off(page: TasksPage) -> None:
    page.filters.clear()
    for combo in page.filters.combos:
        combo.setCurrentIndex(2)
        combo.activated.emit(2)
        assert page.filters.clear_button.isVisible()
        assert page.arrangement.filter == page.filters.current()
    assert page.filters.current() == TaskFilter(
        agency=str(page.filters.agency.value()),
        role=Role.COORDINATING,
        field=str(page.filters.field.value()),
        status="due",
        period="q1",
    )
    assert page.arrangement.shown < 53
    page.filters.clear()
    assert page.arrangement.shown == 53
    assert all(combo.currentIndex() == 0 for combo in page.filters.combos)


def test_a_filter_without_a_box_of_its_own_is_said(page: TasksPage) -> None:
    ids = [row.id for row in page.source().rows[:9]]
    page.show_filter({"tasks": ids})
    assert page.arrangement.shown == 9
    assert page.filters.note.text() == "Chỉ 9 nhiệm vụ đã chọn ra"
    assert page.filters.clear_button.isVisible()
    page.show_filter({"due_from": date(2023, 3, 1), "due_to": date(2023, 3, 31)})
    assert page.filters.note.text() == "Chỉ hạn 01/03/2023 – 31/03/2023"
    assert "Chỉ hạn" in page.filters.words()


def test_a_report_period_asks_for_missing_results(core: App, page: TasksPage) -> None:
    page.filters.clear()
    page.show_filter({"period": "2023-Q1", "missing": True})
    assert 0 < page.arrangement.shown < 53
    assert page.filters.period.toolTip() == "Kỳ: 2023-Q1"
    period = core.reports.get("2023-Q1").period
    expected = {task.id for task in missing_results(core.tasks.list(), period)}
    assert {row.id for row in shown(page)} == expected


def test_sections_open_and_close_by_keys(page: TasksPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    before = page.model.rowCount()
    QTest.keyClick(page.table, Qt.Key.Key_Left)
    entry = page.model.entry(0)
    assert isinstance(entry, SectionRow)
    assert entry.collapsed
    assert page.model.rowCount() < before
    QTest.keyClick(page.table, Qt.Key.Key_Left)
    assert page.model.rowCount() < before
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.model.rowCount() == before
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.rowCount() < before
    page.collapse_all(collapsed=False)
    assert page.model.rowCount() == before
    page.collapse_all(collapsed=True)
    assert page.model.rowCount() == len(page.model.section_rows())


def test_a_click_on_a_section_row_closes_it(page: TasksPage) -> None:
    place = page.table.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    entry = page.model.entry(0)
    assert isinstance(entry, SectionRow)
    assert entry.collapsed


def test_sorting_from_the_header_keeps_the_sections(page: TasksPage) -> None:
    page.filters.clear()
    order = [row.section for row in shown(page)]
    page.table.columns._on_clicked(5)
    assert [row.section for row in shown(page)] == order
    dues = [row.due for row in shown(page) if row.section[1] == "I" and row.due]
    assert dues == sorted(dues)


@pytest.mark.parametrize("stored", ["{", "[]", '{"status": "?", "role": "?"}', '{"agency": 5}'])
def test_a_damaged_memory_of_filters_does_no_harm(
    qtbot: QtBot, core: App, bridge: Bridge, at_rest: Rest, stored: str
) -> None:
    bridge.preferences.put("tasks/filter", stored)
    made = TasksPage(core, bridge)
    qtbot.addWidget(made)
    made.refresh()
    at_rest(bridge)
    assert made.arrangement.source.rows


def test_a_task_another_page_asks_for_is_found_behind_every_filter(page: TasksPage) -> None:
    hidden = next(row for row in page.source().rows if row.role is None)
    page.arrangement.collapsed = {hidden.section}
    page.show_filter({"task": hidden.id})
    current = page.table.current_row()
    assert current is not None
    assert current.id == hidden.id
    assert page.panel.isVisible()


def test_counts_for_the_status_line(page: TasksPage) -> None:
    said: list[str] = []
    page.status_changed.connect(said.append)
    page.filters.clear()
    page.table.select_tasks({row.id for row in shown(page)[:3]})
    assert said[-1] == "53 nhiệm vụ · đang hiện 53 · đã chọn 3"


def test_heights_belong_to_what_stands_in_a_row_now(page: TasksPage) -> None:
    page.filters.clear()
    heights = set()
    for request in ({"search": "cchc"}, {"status": "overdue"}, {"field": "VII"}, {}):
        page.show_filter(request)
        for row in range(page.model.rowCount()):
            kind = "section" if page.model.task_at(row) is None else "task"
            heights.add((kind, page.table.rowHeight(row)))
    assert len(heights) == 2, heights
