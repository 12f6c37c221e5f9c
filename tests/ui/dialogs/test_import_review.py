"""Step 3 of the import: rows parted, joined and brought back; phrases and names; keyboard and undo; choices."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.domain.lessons import LessonKind
from cchc_desktop.reading.draft import Ruling
from tests.ui.dialogs.importing import PLAN, SMALL, at_step, reach, row_at, shown, small
from tests.ui.real_app import unnamed
from ui.bridge import Bridge
from ui.dialogs.import_review import COMPARE, DROPPED, ROWS, TARGETS
from ui.dialogs.import_wizard import DONE, MAPPING, REVIEW, SOURCE, ImportPage
from ui.main_window import MainWindow
from ui.models.draft_words import CHANGED, LEARNT_ROWS, LEFT_OUT, NEEDS_CHECK
from ui.widgets.fields import written

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALIKE = (
    SMALL.replace("\tQuý II", "\tKhi trời mát").replace("\tTháng 12", "\tKhi trời mát")
    + "3. Việc thứ ba\tSở Nội vụ\t\tQuý II\n"
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


@pytest.fixture
def front(qtbot: QtBot, page: ImportPage) -> ImportPage:
    """Return the page with the keyboard on it."""
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def click(page: ImportPage, words: str) -> None:
    [made] = [
        each
        for each in page.review.panel.findChildren(QPushButton)
        if each.text() == words and each.isVisibleTo(page)
    ]
    made.click()
    QApplication.processEvents()


def test_a_joined_row_is_parted_and_joined_again(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    model = page.review.model
    row = row_at(page, "I.9")
    page.review.grid.reveal(row)
    texts = shown(page.review.panel)
    assert any(text.startswith("9. Báo cáo công tác CCHC  │  Sở Nội vụ") for text in texts), (
        "what the file says stands beside"
    )
    click(page, "Tách thành 2 dòng")
    assert model.rowCount() == 54
    assert model.task(row).coordinating == "Các sở,"
    page.review.grid.reveal(row + 1)
    click(page, "Nối lên dòng trên")
    assert model.rowCount() == 53
    assert model.task(row).coordinating.startswith("Các sở, ban, ngành tỉnh")
    page.review.undo()
    page.review.undo()
    assert model.rowCount() == 53
    assert not model.review.rulings
    page.review.redo()
    assert model.rowCount() == 54


def test_a_dropped_row_is_brought_back(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    model, dropped = page.review.model, page.review.dropped
    page.review.tabs.show_page(DROPPED)
    place = next(row for row in range(14) if "tiêu đề lặp" in dropped.list.item(row).text())
    dropped.list.setCurrentRow(place)
    assert not dropped.drop.isEnabled(), "it is no part of the plan already"
    dropped.task.click()
    assert model.rowCount() == 54
    assert page.review.tabs.current() == DROPPED, "one goes on with the next"
    page.review.undo()
    assert model.rowCount() == 53
    dropped.list.setCurrentRow(0)
    assert not dropped.section.isEnabled()
    dropped.join.setFocus()
    dropped.task.click()
    assert model.task(0).content.startswith("CÔNG TÁC CHỈ ĐẠO") or "CÔNG TÁC" in model.task(0).content


def test_a_row_is_a_heading_after_all(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.grid.reveal(0)
    click(page, "Là tên lĩnh vực")
    model = page.review.model
    assert model.rowCount() == 1
    assert "Rà soát văn bản" in model.task(0).section_title
    page.review.rule(1, Ruling.TASK)
    page.review.undo()
    page.review.undo()
    assert model.rowCount() == 2


def test_a_phrase_is_read_otherwise_in_all_rows_alike(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path, ALIKE), REVIEW)
    model = page.review.model
    page.review.grid.reveal(1)
    dialog = page.ask_reading(page.review.current_row())
    assert dialog is not None
    assert dialog.everywhere.text() == "Cho mọi dòng ghi “Khi trời mát” (2 dòng)"
    dialog.kind.setCurrentIndex(dialog.kind.findData(DeadlineKind.DATE))
    dialog.due.set_date(date(2024, 10, 31))
    dialog.try_to_save()
    assert [task.deadline_reading.due for task in model.tasks()][:2] == [date(2024, 10, 31)] * 2
    assert model.task(2).deadline_reading.due == date(2024, 6, 30)
    assert model.review.phrases["khi troi mat"].remember
    assert not any(problem.field == "deadline" for problem in model.task(0).problems)
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    stored = empty_app.tasks.list()
    assert [task.reading_by_user for task in stored] == [True, True, False]
    (lesson,) = empty_app.lessons.all()
    assert (lesson.kind, lesson.phrase) == (LessonKind.DEADLINE, "Khi trời mát")
    page.done.again_button.click()
    later = ALIKE.replace("12/KH-UBND", "15/KH-UBND").replace("2024", "2025")
    reach(qtbot, page, small(tmp_path, later), REVIEW)
    assert model.task(0).deadline_reading.due == date(2025, 10, 31), "moved with the year"
    assert model.index(0, 0).data() == "Theo lần sửa trước"
    assert model.counts()[LEARNT_ROWS] == 2
    texts = shown(page.review.panel)
    assert any("theo lần sửa trước" in text for text in texts)
    assert page.review.panel.checks.title.text() == "Đã hiểu theo lần sửa trước", (
        "not counted as one to check"
    )


def test_a_phrase_is_read_otherwise_in_one_row_only(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path, ALIKE), REVIEW)
    dialog = page.ask_reading(0)
    assert dialog is not None
    dialog.here.setChecked(True)
    assert not dialog.remember.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData(DeadlineKind.CONTINUOUS))
    dialog.try_to_save()
    model = page.review.model
    kinds = [task.deadline_reading.kind for task in model.tasks()]
    assert kinds[0] is DeadlineKind.CONTINUOUS
    assert kinds[1] is not DeadlineKind.CONTINUOUS
    assert model.counts()[CHANGED] == 1
    model.edit(0, "deadline", "Quý IV")
    assert model.task(0).deadline_reading.due == date(2024, 12, 31), "another phrase is read anew"
    page.review.undo()
    assert model.task(0).deadline_reading.kind is DeadlineKind.CONTINUOUS
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert empty_app.lessons.all() == ()
    assert page.ask_reading(99) is None


def test_a_wrong_date_keeps_the_dialog(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    dialog = page.ask_reading(0)
    assert dialog is not None
    dialog.kind.setCurrentIndex(dialog.kind.findData(DeadlineKind.DATE))
    dialog.due.edit.setText("31/2")
    dialog.try_to_save()
    assert dialog.isVisible()
    assert dialog.problem.text()
    dialog.reject()


def test_a_new_group_is_made_of_a_name(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    dialog = page.ask_agency("Cục Không Gian Vũ Trụ")
    assert not dialog.take.isEnabled()
    dialog.group_name.setText("")
    dialog.new.setChecked(True)
    assert not dialog.take.isEnabled(), "a group needs a name"
    dialog.group_name.setText("Các cục mới")
    dialog.group_name.textEdited.emit("Các cục mới")
    dialog.take.click()
    party = page.review.model.task(1).lead_parties[0]
    assert (party.kind, party.name) == (PartyKind.GROUP, "Các cục mới")
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert empty_app.lessons.all()[0].kind is LessonKind.GROUP
    assert unnamed(dialog) == []


def test_the_panel_asks_for_the_name_it_shows(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.show()
    asked: list[str] = []
    page.review.agency_asked.disconnect()
    page.review.agency_asked.connect(asked.append)
    page.review.grid.reveal(1)
    QApplication.processEvents()
    click(page, "Chọn cơ quan…")
    assert asked == ["Cục Không Gian Vũ Trụ"]


def test_a_changed_row_goes_back_to_the_file(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    model = page.review.model
    page.review.grid.reveal(0)
    assert page.review.panel.revert.isHidden()
    model.edit(0, "content", "Khác")
    assert not page.review.panel.revert.isHidden()
    page.review.panel.revert.click()
    assert model.task(0).content == "Rà soát văn bản"


def test_f8_goes_from_problem_to_problem(qtbot: QtBot, front: ImportPage) -> None:
    reach(qtbot, front, PLAN, REVIEW)
    review = front.review
    review.tabs.show_page(DROPPED)
    rows = [row for row in range(review.model.rowCount()) if review.model.matches(row, NEEDS_CHECK)]
    QTest.keyClick(review.dropped.list, Qt.Key.Key_F8)
    assert review.tabs.current() == ROWS
    assert review.current_row() == rows[0]
    QTest.keyClick(review.grid, Qt.Key.Key_F8)
    assert review.current_row() == rows[1]
    QTest.keyClick(review.grid, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert review.current_row() == rows[0]
    QTest.keyClick(review.grid, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert review.current_row() == rows[0], "there is none before"


def test_ctrl_z_belongs_to_the_review(
    qtbot: QtBot, front: ImportPage, tmp_path: Path, empty_bridge: Bridge
) -> None:
    reach(qtbot, front, small(tmp_path), REVIEW)
    model, grid = front.review.model, front.review.grid
    model.edit(0, "content", "Một")
    model.leave_out([1], out=True)
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.left_out() == set()
    QTest.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.task(0).content == "Rà soát văn bản"
    QTest.keyClick(grid, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert model.task(0).content == "Một"
    claimed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    claimed.ignore()
    QApplication.sendEvent(front, claimed)
    assert claimed.isAccepted(), "the menu must not take it"
    front.foot.back.click()
    free = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    free.ignore()
    QApplication.sendEvent(front, free)
    assert not free.isAccepted()
    assert empty_bridge.undo_stack.next_undo() is None


def test_the_filter_knows_what_was_changed_and_left_out(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.model.edit(0, "lead", "Sở Nội vụ")
    page.review.model.leave_out([1], out=True)
    words = [page.review.filter.itemText(row) for row in range(page.review.filter.count())]
    assert "Đã sửa (1)" in words
    assert "Không nhập (1)" in words
    page.review.filter.setCurrentIndex(page.review.filter.findData(LEFT_OUT))
    page.review.filter.activated.emit(0)
    assert page.review.grid.rows.rowCount() == 1
    assert page.review.panel.leave_out.text() == "Nhập lại"
    page.review.grid.selectAll()
    page.review.panel.leave_out.click()
    assert page.review.model.left_out() == set()


def test_the_row_stays_picked_when_the_table_is_read_again(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    row = row_at(page, "V.5")
    page.review.grid.reveal(row)
    page.review.rule(page.review.model.original(row_at(page, "I.9")).source_rows[1], Ruling.TASK)
    assert page.review.current_row() == row + 1
    assert page.review.model.task(row + 1).number == "5"


def test_targets_are_shown_to_look_at(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    draft = page.state.draft
    assert draft is not None
    button = page.review.tabs.group.button(TARGETS)
    assert button.isHidden() is (not draft.targets)
    if draft.targets:
        assert button.text() == f"Chỉ tiêu ({len(draft.targets)})"
        assert page.review.targets.table.rowCount() == len(draft.targets)


def test_work_is_not_given_up_without_asking(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    assert not page.unsaved()
    page.review.model.edit(0, "content", "Khác")
    assert page.unsaved()
    page.foot.restart.click()
    [box] = page.findChildren(QMessageBox)
    box.reject()
    assert page.review.model.task(0).content == "Khác"
    page.show_filter({"path": small(tmp_path)})
    assert page.pages.currentIndex() == REVIEW, "asked first"
    box = page.findChildren(QMessageBox)[-1]
    next(each for each in box.buttons() if each.text() == "Bỏ và tiếp tục").click()
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    assert not page.unsaved()


def test_what_is_not_ticked_in_the_comparison_stays(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), DONE)
    page.done.again_button.click()
    text = SMALL.replace("\tQuý II", "\tQuý III").replace(
        "2. Báo cáo kết quả", "2. Sơ kết sáu tháng công tác pháp chế"
    )
    reach(qtbot, page, small(tmp_path, text), REVIEW)
    review = page.review
    review.tabs.show_page(COMPARE)
    review.compare.take_none.click()
    assert review.model.left_out() == {1}
    assert len(page.state.kept) == 2
    review.tabs.show_page(ROWS)
    review.tabs.show_page(COMPARE)
    tree = review.compare.tree
    ticked = [
        tree.topLevelItem(place).child(0).checkState(0)  # type: ignore[union-attr]
        for place in range(3)
    ]
    assert ticked == [Qt.CheckState.Unchecked] * 3, "choices outlive another look"
    review.compare.take_all.click()
    assert (review.model.left_out(), page.state.kept) == (frozenset(), frozenset())
    review.compare.take_none.click()
    review.compare.tree.topLevelItem(1).child(0).setCheckState(0, Qt.CheckState.Checked)  # type: ignore[union-attr]
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert [(task.content, task.deadline, task.gone) for task in empty_app.tasks.list()] == [
        ("Rà soát văn bản", "Quý III", False),
        ("Báo cáo kết quả", "Tháng 12", False),
    ]


def test_a_document_that_amends_changes_only_its_rows(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), DONE)
    assert not page.mapping.way.isVisibleTo(page)
    page.done.again_button.click()
    text = (
        SMALL.replace("DANH MỤC NHIỆM VỤ", "DANH MỤC NHIỆM VỤ ĐIỀU CHỈNH KẾ HOẠCH")
        .replace("12/KH-UBND ngày 05 tháng 01", "99/QĐ-UBND ngày 01 tháng 6")
        .replace("\tQuý II", "\tQuý IV")
        .replace("2. Báo cáo kết quả\tCục Không Gian Vũ Trụ\tSở Nội vụ\tTháng 12\n", "")
    )
    reach(qtbot, page, small(tmp_path, text))
    way = page.mapping.way
    assert way.amending.isChecked() or way.whole.isChecked()
    way.amending.click()
    assert page.state.amends == empty_app.plans.all()[0].id
    page.foot.forward.click()
    assert page.review.tabs.group.button(COMPARE).text() == "Thay đổi so với kế hoạch (1)"
    page.review.tabs.show_page(COMPARE)
    assert "được giữ nguyên" in page.review.compare.words.text()
    assert page.foot.forward.text() == "Nhập 1 dòng điều chỉnh"
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert page.done.words.text().startswith("Đã điều chỉnh 1 nhiệm vụ, bổ sung 0.")
    assert [task.deadline for task in empty_app.tasks.list()] == ["Quý IV", "Tháng 12"]
    plan = empty_app.plans.all()[0]
    assert len(empty_app.plans.amendments(plan.id)) == 1
    page.done.undo_button.click()
    assert [task.deadline for task in empty_app.tasks.list()] == ["Quý II", "Tháng 12"]
    assert written(plan.head.document_date) == "05/01/2024"
    assert page.pages.currentIndex() == DONE
    page.done.again_button.click()
    assert page.pages.currentIndex() == SOURCE


def test_closing_the_program_asks_before_a_review_is_lost(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.show_page("import")
    page = window.host.pages()["import"]
    assert isinstance(page, ImportPage)
    reach(qtbot, page, small(tmp_path), REVIEW)
    assert not window.host.unsaved()
    page.review.model.leave_out([0], out=True)
    assert window.host.unsaved()
    window.quit_program()
    [box] = window.findChildren(QMessageBox)
    box.reject()
    assert window.isVisible()
    window.show_page("tasks")
    window.show_page("import")
    assert page.review.model.left_out() == {0}, "another page meanwhile loses nothing"
    page.start_again()
