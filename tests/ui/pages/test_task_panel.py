"""The panel saves field by field and never loses what was typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import StorageProblem
from ui.bridge import Bridge
from ui.dialogs.period_result import PeriodResultDialog
from ui.dialogs.reading_dialog import ReadingDialog
from ui.pages.task_panel import TaskPanel
from ui.pages.tasks import TasksPage

Rest = Callable[[Bridge], None]


@pytest.fixture
def task(core: App) -> Task:
    """Return "Ban hành Chỉ số CCHC", overdue since 31/03/2023."""
    return core.tasks.list()[3]


@pytest.fixture
def continuous(core: App) -> Task:
    return next(each for each in core.tasks.list() if each.reading.kind is DeadlineKind.CONTINUOUS)


@pytest.fixture
def panel(page: TasksPage, task: Task) -> TaskPanel:
    page.table.go_to(task.id)
    page.open_panel(task.id)
    return page.panel


class Failing(QObject):
    """Makes every write of the store fail until told otherwise, as a full disk does."""

    def __init__(self, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.broken = True
        writing = type(app.store).writing

        def refuse(store: object, *args: str) -> object:
            if self.broken:
                raise StorageProblem("Không lưu được vì ổ đĩa đã đầy. Hãy dọn bớt rồi thử lại.")
            return writing(store, *args)  # type: ignore[arg-type]  # the store itself

        monkeypatch.setattr(type(app.store), "writing", refuse)


def test_it_shows_what_the_plan_says_and_how_it_was_understood(panel: TaskPanel, task: Task) -> None:
    assert panel.heading.text() == "Nhiệm vụ I.4"
    assert panel.facts.content.text() == task.content
    assert panel.facts.phrase.text() == "“Tháng 3 năm 2023”"
    assert panel.facts.understood.text().startswith("Được hiểu là: ")
    assert "31/03/2023" in panel.facts.understood.text()
    assert panel.chip.accessibleName() == "Tình trạng: Quá hạn"


def test_groups_open_to_their_members(panel: TaskPanel, core: App, task: Task) -> None:
    from ui.widgets.collapsible import Collapsible

    group = panel.facts.findChildren(Collapsible)[0]
    party = task.coordinating_parties[0]
    members = core.agencies.directory().members(party.key, date(2023, 12, 31))
    assert group.head.text() == f"{party.text} ({len(members)} cơ quan)"
    assert not group.is_open()
    QTest.keyClick(group.head, Qt.Key.Key_Space)
    assert group.is_open()
    assert group.head.accessibleName().endswith("đang mở")


def test_fields_save_themselves(core: App, panel: TaskPanel, task: Task) -> None:
    form = panel.result
    form.document.setText("45/BC-SNV")
    QTest.keyClick(form.document, Qt.Key.Key_Return)
    assert core.tasks.get(task.id).document == "45/BC-SNV"
    assert form.notes["document"].message.text() == "Đã lưu 08:42"
    form.dates["completed_on"].edit.setText("3.4.23")
    QTest.keyClick(form.dates["completed_on"].edit, Qt.Key.Key_Return)
    stored = core.tasks.get(task.id)
    assert (stored.completed_on, stored.progress) == (date(2023, 4, 3), Progress.COMPLETED)
    assert form.progress.currentData() == Progress.COMPLETED
    assert panel.chip.accessibleName() == "Tình trạng: Hoàn thành quá hạn"
    form.dates["own_due"].edit.setText("28/3")
    form.dates["own_due"].finish()
    form.dates["document_date"].edit.setText("3/4")
    form.dates["document_date"].finish()
    form.note.setPlainText("Đã trình UBND tỉnh.\nChờ công bố.")
    form.commit("note")
    stored = core.tasks.get(task.id)
    assert (stored.own_due, stored.document_date) == (date(2023, 3, 28), date(2023, 4, 3))
    assert stored.result_note == "Đã trình UBND tỉnh.\nChờ công bố."
    assert not form.kept()


def test_the_state_can_be_chosen(core: App, panel: TaskPanel, task: Task) -> None:
    form = panel.result
    form.progress.setCurrentIndex(form.progress.findData(Progress.IN_PROGRESS))
    form.progress.activated.emit(form.progress.currentIndex())
    assert core.tasks.get(task.id).progress is Progress.IN_PROGRESS
    form.progress.setCurrentIndex(form.progress.findData(Progress.COMPLETED))
    form.progress.activated.emit(form.progress.currentIndex())
    assert form.dates["completed_on"].text() == "20/04/2023"


def test_a_note_saves_itself_after_a_pause_or_when_left(
    qtbot: QtBot, core: App, panel: TaskPanel, task: Task
) -> None:
    form = panel.result
    form.note.setFocus()
    QTest.keyClicks(form.note, "dang lam")
    assert form._pause.isActive()
    form.document.setFocus()
    qtbot.waitUntil(lambda: core.tasks.get(task.id).result_note == "dang lam")


def test_a_wrong_date_stays_as_typed_and_says_why(core: App, panel: TaskPanel, task: Task) -> None:
    field = panel.result.dates["completed_on"]
    field.edit.setText("31/4")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "31/4"
    assert "Không có ngày 31/4" in field.problem()
    assert core.tasks.get(task.id).completed_on is None
    assert panel.kept() == (task.id,)
    field.edit.setText("3/4")
    field.finish()
    assert core.tasks.get(task.id).completed_on == date(2023, 4, 3)
    assert not panel.kept()


def test_a_date_the_service_refuses_stays_too(panel: TaskPanel) -> None:
    field = panel.result.dates["completed_on"]
    field.edit.setText("1/12/2023")
    field.finish()
    assert field.text() == "01/12/2023"
    assert "sau hôm nay" in panel.result.notes["completed_on"].message.text()
    assert panel.kept()


def test_a_completed_task_keeps_its_day(core: App, panel: TaskPanel, task: Task) -> None:
    form = panel.result
    form.dates["completed_on"].edit.setText("3/4")
    form.dates["completed_on"].finish()
    form.dates["completed_on"].edit.setText("")
    form.dates["completed_on"].finish()
    assert "cần có ngày hoàn thành" in form.notes["completed_on"].message.text()
    assert core.tasks.get(task.id).completed_on == date(2023, 4, 3)


def test_a_failed_save_keeps_the_text_with_its_reason(
    core: App, panel: TaskPanel, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Failing(core, monkeypatch)
    form = panel.result
    form.document.setText("45/BC-SNV")
    QTest.keyClick(form.document, Qt.Key.Key_Return)
    assert form.document.text() == "45/BC-SNV"
    assert "ổ đĩa đã đầy" in form.notes["document"].message.text()
    assert form.notes["document"].retry_button.isVisible()
    assert panel.kept() == (task.id,)
    QTest.mouseClick(form.notes["document"].retry_button, Qt.MouseButton.LeftButton)
    assert panel.kept() == (task.id,)
    disk.broken = False
    QTest.mouseClick(form.notes["document"].retry_button, Qt.MouseButton.LeftButton)
    assert core.tasks.get(task.id).document == "45/BC-SNV"
    assert not panel.kept()
    assert form.notes["document"].message.text() == "Đã lưu 08:42"


def test_what_could_not_be_saved_waits_at_its_task(
    core: App, page: TasksPage, panel: TaskPanel, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Failing(core, monkeypatch)
    other = core.tasks.list()[4]
    panel.result.note.setPlainText("Ghi chú dài của cán bộ")
    page.panel.show_task(other.id)
    assert panel.result.note.toPlainText() == ""
    assert panel.unsaved.isVisible()
    assert "chưa lưu được" in panel.unsaved.message.text()
    page.panel.show_task(task.id)
    assert panel.result.note.toPlainText() == "Ghi chú dài của cán bộ"
    assert "ổ đĩa đã đầy" in panel.result.notes["note"].message.text()
    assert not panel.unsaved.isVisible()
    disk.broken = False
    panel.result.retry("note")
    assert core.tasks.get(task.id).result_note == "Ghi chú dài của cán bộ"


def test_leaving_a_task_saves_what_is_being_typed(
    core: App, page: TasksPage, panel: TaskPanel, task: Task
) -> None:
    panel.result.document.setText("7/KH-SNV")
    page.panel.show_task(core.tasks.list()[5].id)
    assert core.tasks.get(task.id).document == "7/KH-SNV"
    assert panel.result.document.text() == ""


def test_a_refresh_does_not_touch_what_is_being_typed(
    core: App, bridge: Bridge, panel: TaskPanel, task: Task, at_rest: Rest
) -> None:
    panel.result.document.setText("đang gõ d")
    bridge.run(lambda: core.tasks.set_progress([task.id], Progress.IN_PROGRESS))
    at_rest(bridge)
    assert panel.result.document.text() == "đang gõ d"
    assert panel.result.progress.currentData() == Progress.IN_PROGRESS


def test_a_change_elsewhere_is_noticed_and_can_be_overcome(core: App, panel: TaskPanel, task: Task) -> None:
    core.tasks.set_progress([task.id], Progress.IN_PROGRESS)  # behind the panel's back
    panel.result.document.setText("45/BC-SNV")
    assert not panel.result.commit("document")
    assert "vừa được sửa ở nơi khác" in panel.result.notes["document"].message.text()
    assert panel.result.document.text() == "45/BC-SNV"
    panel.result.retry("document")
    stored = core.tasks.get(task.id)
    assert (stored.document, stored.progress) == ("45/BC-SNV", Progress.IN_PROGRESS)


def test_undo_is_seen_in_the_panel(
    core: App, bridge: Bridge, panel: TaskPanel, task: Task, at_rest: Rest
) -> None:
    panel.result.document.setText("45/BC-SNV")
    panel.result.commit("document")
    at_rest(bridge)
    bridge.undo()
    at_rest(bridge)
    assert panel.result.document.text() == ""
    assert core.tasks.get(task.id).document == ""


def test_continuous_tasks_have_results_by_period(
    core: App, bridge: Bridge, page: TasksPage, continuous: Task, at_rest: Rest
) -> None:
    page.open_panel(continuous.id)
    panel = page.panel
    assert not panel.result._rows["completed_on"].isVisible()
    lines = panel.periods.lines.text().split("\n")
    assert len(lines) == 4
    assert all(line.endswith("chưa có kết quả") for line in lines)
    QTest.mouseClick(panel.periods.add_button, Qt.MouseButton.LeftButton)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PeriodResultDialog))
    dialog.day.edit.setText("10/3")
    dialog.document.setText("12/BC-SNV")
    dialog.try_to_save()
    at_rest(bridge)
    assert "10/03/2023, 12/BC-SNV" in panel.periods.lines.text().split("\n")[0]
    assert core.tasks.get(continuous.id).results[0].document == "12/BC-SNV"


def test_a_member_of_a_group_has_its_own_result(
    core: App, bridge: Bridge, panel: TaskPanel, task: Task, at_rest: Rest
) -> None:
    assert panel.periods.title.text() == "Kết quả của cơ quan thành viên"
    QTest.mouseClick(panel.periods.add_button, Qt.MouseButton.LeftButton)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PeriodResultDialog))
    dialog.agency.setCurrentIndex(dialog.agency.findText("Sở Tư pháp"))
    dialog.day.edit.setText("")
    dialog.try_to_save()
    assert "Chưa có ngày" in dialog.problem.text()
    dialog.day.edit.setText("5/4")
    dialog.try_to_save()
    at_rest(bridge)
    assert panel.periods.lines.text() == "Sở Tư pháp – 05/04/2023"
    assert core.tasks.get(task.id).progress is Progress.IN_PROGRESS


def test_the_reading_can_be_corrected(
    core: App, bridge: Bridge, panel: TaskPanel, task: Task, at_rest: Rest
) -> None:
    QTest.mouseClick(panel.facts.reading_button, Qt.MouseButton.LeftButton)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ReadingDialog))
    dialog.kind.setCurrentIndex(dialog.kind.findData(DeadlineKind.DATE))
    dialog.due.edit.setText("")
    dialog.try_to_save()
    assert "Chưa có ngày hạn" in dialog.problem.text()
    dialog.due.edit.setText("15/5")
    dialog.try_to_save()
    at_rest(bridge)
    stored = core.tasks.get(task.id)
    assert stored.deadline == "Tháng 3 năm 2023"
    assert (stored.reading.due, stored.reading_by_user) == (date(2023, 5, 15), True)
    assert "do cán bộ sửa" in panel.facts.understood.text()
    assert panel.chip.accessibleName() != "Tình trạng: Quá hạn"


def test_history_is_told_in_sentences(
    core: App, bridge: Bridge, panel: TaskPanel, task: Task, at_rest: Rest
) -> None:
    panel.result.document.setText("45/BC-SNV")
    panel.result.commit("document")
    panel.history.group.set_open(shown=True)
    assert "Lê Thị Hoa: Ghi số, ký hiệu văn bản: 45/BC-SNV" in panel.history.lines.text()
    bridge.run(lambda: core.tasks.set_progress([task.id], Progress.PAUSED))
    at_rest(bridge)
    assert "Tạm dừng" in panel.history.lines.text()


def test_a_deleted_task_closes_the_panel(
    core: App, bridge: Bridge, panel: TaskPanel, task: Task, at_rest: Rest
) -> None:
    bridge.run(lambda: core.tasks.remove([task.id]))
    at_rest(bridge)
    assert not panel.isVisible()
    assert panel.task is None


def test_escape_closes_and_returns_to_the_table(page: TasksPage, panel: TaskPanel) -> None:
    panel.focus_first()
    QTest.keyClick(panel.result.document, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.table.hasFocus()


def test_the_panel_follows_the_current_row(qtbot: QtBot, page: TasksPage, panel: TaskPanel) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    current = page.table.current_row()
    assert current is not None
    qtbot.waitUntil(lambda: panel.task is not None and panel.task.id == current.id)


def test_marks_of_the_import_are_shown(page: TasksPage, core: App) -> None:
    marked = next(task for task in core.tasks.list() if core.tasks.problems(task.id))
    page.open_panel(marked.id)
    message = core.tasks.problems(marked.id)[0][1]
    assert page.panel.facts.problems.isVisible()
    assert message in page.panel.facts.problems.text()


def test_read_only_shows_and_does_not_let_write(qtbot: QtBot, core: App, task: Task) -> None:
    reader = Bridge(replace(core, read_only=True))
    made = TaskPanel(reader)
    qtbot.addWidget(made)
    made.show()
    made.show_task(task.id)
    assert made.result.document.isReadOnly()
    assert made.result.note.isReadOnly()
    assert not made.result.progress.isEnabled()
    assert not made.facts.edit_button.isEnabled()
    assert not made.periods.add_button.isEnabled()
    reader.close()
