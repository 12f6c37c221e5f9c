"""The task page as an officer uses it: keys, filters, cards, selection, undo, clipboard."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.tasks import Progress, Status
from ui.bridge import Bridge
from ui.dialogs.complete import CompleteDialog
from ui.dialogs.task_form import TaskForm
from ui.models.task_filter import MINE
from ui.models.task_list import TaskRow
from ui.pages.tasks import TasksPage

Rest = Callable[[Bridge], None]


def shown(page: TasksPage) -> list[TaskRow]:
    return [task for row in range(page.model.rowCount()) if (task := page.model.task_at(row)) is not None]


def dialog_of(kind: type[QDialog]) -> QDialog:
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


def test_marking_as_completed_by_keys_and_undoing(
    core: App, bridge: Bridge, page: TasksPage, at_rest: Rest
) -> None:
    task = shown(page)[0]
    page.table.go_to(task.id)
    page.operations.complete()
    dialog = dialog_of(CompleteDialog)
    assert isinstance(dialog, CompleteDialog)
    assert dialog.day.text() == "20/04/2023"
    dialog.day.edit.setText("3/4")
    dialog.document.setText("45/BC-SNV")
    QTest.keyClick(dialog.document, Qt.Key.Key_Return)
    at_rest(bridge)
    stored = core.tasks.get(task.id)
    assert (stored.progress, stored.completed_on, stored.document) == (
        Progress.COMPLETED,
        date(2023, 4, 3),
        "45/BC-SNV",
    )
    row = next(row for row in page.source().rows if row.id == task.id)
    assert row.status is Status.COMPLETED_LATE
    current = page.table.current_row()
    assert current is not None
    assert current.id == task.id, "the officer stays where he was"
    bridge.undo()
    at_rest(bridge)
    assert core.tasks.get(task.id).progress is Progress.NOT_STARTED


def test_a_day_in_the_future_is_refused_in_the_dialog(core: App, page: TasksPage) -> None:
    task = shown(page)[0]
    page.table.go_to(task.id)
    page.operations.complete()
    dialog = dialog_of(CompleteDialog)
    assert isinstance(dialog, CompleteDialog)
    dialog.day.edit.setText("1/12")
    dialog.try_to_save()
    assert dialog.isVisible()
    assert "sau hôm nay" in dialog.problem.text()
    assert dialog.day.text() == "1/12"
    dialog.day.edit.setText("32/12")
    dialog.try_to_save()
    assert "Không có ngày 32/12" in dialog.problem.text()
    dialog.day.edit.setText("")
    dialog.try_to_save()
    assert "Chưa có ngày hoàn thành" in dialog.problem.text()
    dialog.reject()
    assert core.tasks.get(task.id).progress is Progress.NOT_STARTED


def test_many_at_once(core: App, bridge: Bridge, page: TasksPage, at_rest: Rest) -> None:
    page.filters.clear()
    ids = {row.id for row in shown(page)[:4]}
    page.table.select_tasks(ids)
    assert page.widgets.bulk.isVisible()
    assert page.widgets.bulk.label.text() == "Đã chọn 4"
    page.widgets.bulk.progress_menu.actions()[1].trigger()
    at_rest(bridge)
    assert {core.tasks.get(each).progress for each in ids} == {Progress.IN_PROGRESS}
    assert {row.id for row in page.selected()} == ids, "the selection survives the new reading"
    QTest.mouseClick(page.widgets.bulk.remove_button, Qt.MouseButton.LeftButton)
    at_rest(bridge)
    assert len(page.source().rows) == 49
    bridge.undo()
    at_rest(bridge)
    assert len(page.source().rows) == 53
    page.table.select_tasks(ids)
    QTest.mouseClick(page.widgets.bulk.clear_button, Qt.MouseButton.LeftButton)
    assert not page.selected()
    assert not page.widgets.bulk.isVisible()


def test_deleting_very_many_asks_first(core: App, bridge: Bridge, page: TasksPage, at_rest: Rest) -> None:
    page.filters.clear()
    page.table.selectAll()
    page.operations.remove()
    box = dialog_of(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == "Xóa 53 nhiệm vụ đang chọn?"
    assert box.defaultButton().text() == "Hủy bỏ"
    next(button for button in box.buttons() if button.text() == "Xóa").click()
    at_rest(bridge)
    assert not core.tasks.list()
    assert page.widgets.empty.isVisible()
    bridge.undo()
    at_rest(bridge)
    assert len(core.tasks.list()) == 53


def test_copying_puts_a_table_on_the_clipboard(page: TasksPage) -> None:
    page.table.select_tasks({row.id for row in shown(page)[:2]})
    page.operations.copy()
    data = QApplication.clipboard().mimeData()
    assert data.text().count("\n") == 2
    assert "<table" in data.html()


def test_letters_belong_to_the_input_method(page: TasksPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, 1))
    QTest.keyClicks(page.table, "tieng viet")
    assert page.table.currentIndex().row() == 1


def test_tab_leaves_the_table(page: TasksPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not page.table


def test_a_new_task_is_added_and_shown(core: App, bridge: Bridge, page: TasksPage, at_rest: Rest) -> None:
    page.operations.add()
    dialog = dialog_of(TaskForm)
    assert isinstance(dialog, TaskForm)
    dialog.try_to_save()
    assert "chưa có nội dung" in dialog.problem.text()
    dialog.content.setPlainText("Tổ chức hội nghị tổng kết công tác CCHC năm 2023")
    dialog.fields["lead"].setText("Sở Nội vụ")
    dialog.fields["deadline"].setText("Quý IV năm 2023")
    assert "31/12/2023" in dialog.understood.text()
    dialog.try_to_save()
    at_rest(bridge)
    task = core.tasks.list()[12]
    assert (task.section, task.number, task.deadline) == ("I", "13", "Quý IV năm 2023")
    current = page.table.current_row()
    assert current is not None
    assert current.id == task.id
    page.close_panel()
    bridge.undo()
    at_rest(bridge)
    assert len(core.tasks.list()) == 53


def test_editing_changes_only_what_differs(core: App, bridge: Bridge, page: TasksPage, at_rest: Rest) -> None:
    task = shown(page)[3]
    page.table.go_to(task.id)
    page.operations.edit()
    dialog = dialog_of(TaskForm)
    assert isinstance(dialog, TaskForm)
    assert dialog.texts() == {"content": task.content}
    dialog.fields["deadline"].setText("Tháng 6 năm 2023")
    dialog.try_to_save()
    at_rest(bridge)
    stored = core.tasks.get(task.id)
    assert (stored.deadline, stored.reading.due, stored.content) == (
        "Tháng 6 năm 2023",
        date(2023, 6, 30),
        task.content,
    )


def test_scopes_say_how_many(page: TasksPage) -> None:
    page.table.select_tasks({row.id for row in shown(page)[:2]})
    labels = [scope.label for scope in page.operations.scopes()]
    assert labels == ["Đang chọn (2)", f"Đang lọc ({page.arrangement.shown})", "Tất cả (53)"]
    page.table.select_tasks({shown(page)[0].id})
    labels = [scope.label for scope in page.operations.scopes()]
    assert labels == [f"Đang lọc ({page.arrangement.shown})", "Tất cả (53)", "Đang chọn (1)"]
    page.filters.clear()
    page.table.clearSelection()
    assert [scope.label for scope in page.operations.scopes()] == ["Tất cả (53)"]


def test_the_officer_finds_everything_as_he_left_it(
    qtbot: QtBot, core: App, bridge: Bridge, page: TasksPage, at_rest: Rest
) -> None:
    page.show_filter({"status": "continuous", "agency": MINE, "role": "lead"})
    task = shown(page)[1]
    page.table.go_to(task.id)
    page.leave()
    again = TasksPage(core, bridge)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    at_rest(bridge)
    assert again.filters.current() == page.filters.current()
    qtbot.waitUntil(lambda: again.table.current_row() is not None)
    current = again.table.current_row()
    assert current is not None
    assert current.id == task.id


def test_an_empty_office_is_told_how_to_begin(
    qtbot: QtBot, core: App, bridge: Bridge, page: TasksPage, at_rest: Rest
) -> None:
    bridge.run(core.plans.remove_sample)
    at_rest(bridge)
    assert page.widgets.empty.isVisible()
    with qtbot.waitSignal(page.navigate) as asked:
        QTest.mouseClick(page.widgets.empty_import, Qt.MouseButton.LeftButton)
    assert asked.args == ["import", None]
