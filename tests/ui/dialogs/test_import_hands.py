"""The import in a person's hands: where the keyboard is, what a click hits, what is dropped, what is never lost."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.deadlines import DeadlineKind
from tests.ui.dialogs.importing import PLAN, SMALL, at_step, reach, row_at, shown, small
from ui.dialogs.import_phrase import PhraseDialog
from ui.dialogs.import_review import COMPARE, DROPPED, NAMES, ROWS
from ui.dialogs.import_wizard import DONE, MAPPING, REVIEW, SOURCE, ImportPage
from ui.models.draft_words import LEFT_OUT, NEEDS_CHECK
from ui.widgets.drop_area import refusal
from ui.widgets.plain_table import SIDE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BODY = (
    "ỦY BAN NHÂN DÂN\nTỈNH MẪU GIANG\nSố: 15/KH-UBND\nMẫu Giang, ngày 05 tháng 01 năm 2024\n\n"
    "KẾ HOẠCH\nCải cách hành chính năm 2024\n\n"
    "I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao chất lượng phục vụ người dân.\n\n"
    "II. NHIỆM VỤ TRỌNG TÂM\n1. Cải cách thể chế\n"
    "- Rà soát, hệ thống hóa văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của tỉnh.\n"
    "- Kiểm tra việc thi hành pháp luật tại các cơ quan, đơn vị, địa phương.\n"
    "2. Cải cách thủ tục hành chính\n"
    "- Công bố, công khai thủ tục hành chính trên Cổng dịch vụ công quốc gia.\n\n"
    "III. TỔ CHỨC THỰC HIỆN\n1. Sở Tư pháp chủ trì tham mưu công tác cải cách thể chế.\n"
)
"""A plan without an appendix: its tasks stand in the running text."""


@pytest.fixture
def page(qtbot: QtBot, import_page: ImportPage) -> ImportPage:
    import_page.show()
    import_page.activateWindow()
    qtbot.waitUntil(import_page.isActiveWindow)
    return import_page


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(page: ImportPage, data: QMimeData) -> None:
    where, copy, no_key = QPoint(10, 10), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, data, Qt.MouseButton.LeftButton, no_key)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(where), copy, data, Qt.MouseButton.LeftButton, no_key)
    QApplication.sendEvent(page, event)


def tick_place(page: ImportPage, row: int, side: int) -> QPoint:
    """Return a place on the tick of a row, ``side`` pixels from its left edge as it is drawn."""
    grid = page.review.grid
    rect = grid.visualRect(grid.rows.index(row, 0))
    return QPoint(rect.left() + SIDE + 3 + side, rect.center().y())


def test_every_step_begins_with_the_keyboard_in_the_right_place(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    qtbot.waitUntil(page.source.choose_button.hasFocus)
    reach(qtbot, page, small(tmp_path))
    assert page.foot.forward.hasFocus()
    QTest.keyClick(page.foot.forward, Qt.Key.Key_Space)
    assert page.pages.currentIndex() == REVIEW
    assert page.review.grid.hasFocus(), "a second space must not import what nobody has seen"
    page.foot.back.click()
    assert page.foot.forward.hasFocus()
    page.foot.forward.click()
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert page.done.list_button.hasFocus()
    page.done.undo_button.setFocus()
    QTest.keyClick(page.done.undo_button, Qt.Key.Key_Space)
    assert page.done.words.text() == "Đã hoàn tác lần nhập này."
    assert page.done.list_button.hasFocus()


def test_a_file_that_cannot_be_read_gives_the_keyboard_back(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    picture = tmp_path / "anh.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    page.open_file(picture)
    assert page.source.reading.stop.hasFocus()
    qtbot.waitUntil(lambda: not page.source.problem.isHidden(), timeout=30_000)
    assert page.source.choose_button.hasFocus()


def test_a_hidden_page_takes_the_keyboard_from_nobody(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(page.source.choose_button.hasFocus)
    page.hide()
    page.keyboard.put(page.source.paste_button)
    assert page.focusWidget() is not page.source.paste_button


def test_the_keyboard_comes_back_after_waiting(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.filter.setFocus()
    page.keyboard.hold()
    page.pages.setEnabled(False)
    assert not page.review.filter.hasFocus()
    page.pages.setEnabled(True)
    page.keyboard.give_back()
    assert page.review.filter.hasFocus()
    page.keyboard.give_back()
    assert page.review.filter.hasFocus(), "nothing was held any more"


@pytest.mark.parametrize("side", [2, 14])
def test_the_tick_is_hit_where_it_is_drawn(qtbot: QtBot, page: ImportPage, tmp_path: Path, side: int) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    QTest.mouseClick(page.review.grid.viewport(), Qt.MouseButton.LeftButton, pos=tick_place(page, 1, side))
    assert page.review.model.left_out() == {1}
    assert page.review.current_row() == 1, "the panel tells of the row whose tick was clicked"


def test_beside_the_tick_nothing_is_left_out(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    QTest.mouseClick(page.review.grid.viewport(), Qt.MouseButton.LeftButton, pos=tick_place(page, 1, -SIDE))
    assert page.review.model.left_out() == set()


def test_no_heading_of_the_rows_is_cut(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    for table in (page.review.grid, page.mapping.mapping.board):
        head = table.horizontalHeader()
        for column in range(head.count()):
            assert head.sectionSize(column) >= head.sectionSizeHint(column), column


def test_the_longest_number_of_a_row_is_shown_whole(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    grid = page.review.grid
    room = grid.columnWidth(1) - 2 * SIDE
    assert grid.fontMetrics().horizontalAdvance("III.10") < room


def test_another_text_size_keeps_the_row(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    row = row_at(page, "V.5")
    page.review.grid.reveal(row)
    QApplication.sendEvent(page.review.grid, QEvent(QEvent.Type.StyleChange))
    assert page.review.current_row() == row


def test_a_new_import_begins_at_the_top_with_all_rows(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    review = page.review
    review.only_problems.setChecked(True)
    review.grid.reveal(row_at(page, "I.9"))
    review.tabs.show_page(DROPPED)
    page.foot.restart.click()
    reach(qtbot, page, small(tmp_path), REVIEW)
    assert review.tabs.current() == ROWS
    assert review.grid.rows.rowCount() == 2
    assert not review.only_problems.isChecked()
    assert review.filter.currentText() == "Tất cả các dòng (2)"
    assert review.current_row() == 0


def test_the_filter_in_force_is_the_one_that_is_named(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    review = page.review
    review.model.leave_out([1], out=True)
    review.filter.setCurrentIndex(review.filter.findData(LEFT_OUT))
    review.filter.activated.emit(0)
    assert review.grid.rows.rowCount() == 1
    review.model.leave_out([1], out=False)
    assert review.filter.currentText() == "Không nhập (0)", "the rows of this filter are still shown"
    assert review.grid.rows.rowCount() == 1


def test_a_row_left_out_needs_no_check(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    model = page.review.model
    before = model.counts()[NEEDS_CHECK]
    model.leave_out([row_at(page, "I.9")], out=True)
    assert model.counts()[NEEDS_CHECK] == before - 1
    assert page.review.only_problems.text() == f"Cần kiểm tra ({before - 1})"


def test_tasks_of_the_running_text_say_what_each_row_lacks(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path, BODY), REVIEW)
    model = page.review.model
    assert model.table == 0
    assert model.rowCount() == 3
    marks = [model.index(row, 0).data() for row in range(3)]
    assert "Chưa có chủ trì +1" in marks, "that it comes from the text is true of all of them"
    reading = model.keys().index("reading")
    assert {model.index(row, reading).data() for row in range(3)} == {"không ghi thời gian"}
    assert model.edit(1, "deadline", "Quý II")
    assert model.index(1, reading).data() == "01/04 – 30/06/2024"
    assert not page.review.panel.join.isVisible()
    page.foot.back.click()
    page.foot.forward.click()
    assert model.task(1).deadline == "Quý II"
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert page.done.words.text() == "Đã thêm 3 nhiệm vụ."


def test_a_long_task_is_cut_at_a_word(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    text = SMALL.replace("1. Rà soát văn bản", f"1. Rà soát {'văn bản quy phạm ' * 20}")
    reach(qtbot, page, small(tmp_path, text), REVIEW)
    title = page.review.panel.title.text()
    assert len(title) <= 220
    assert title.endswith("…")
    assert title[:-1].rsplit(None, 1)[-1] in {"văn", "bản", "quy", "phạm"}


def test_a_wrong_day_of_the_document_is_not_passed_over(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path))
    field = page.mapping.document.date
    field.edit.setText("31/02/2024")
    field.edit.setFocus()
    page.foot.forward.click()
    assert page.pages.currentIndex() == MAPPING
    assert page.foot.blocked.text().startswith("Ngày văn bản chưa đúng")
    page.mapping.document.year.setValue(2025)
    assert field.text() == "31/02/2024", "what was typed stays to be mended"
    field.edit.setText("29/02/2024")
    page.foot.forward.click()
    assert page.pages.currentIndex() == REVIEW


def test_a_file_is_taken_anywhere_on_the_page(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.model.edit(0, "content", "Khác")
    drop(page, urls(PLAN))
    assert page.pages.currentIndex() == REVIEW, "asked first"
    box = page.findChildren(QMessageBox)[-1]
    next(each for each in box.buttons() if each.text() == "Bỏ và tiếp tục").click()
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    drop(page, urls(tmp_path))
    assert "là thư mục" in page.foot.blocked.text()


def test_a_folder_several_files_and_a_lost_file_are_told_apart(page: ImportPage, tmp_path: Path) -> None:
    assert "là thư mục" in refusal(urls(tmp_path))
    assert "một tệp mỗi lần" in refusal(urls(PLAN, PLAN))
    assert "Không tìm thấy tệp" in refusal(urls(tmp_path / "mat.docx"))
    QGuiApplication.clipboard().setMimeData(urls(tmp_path))
    page.source.paste()
    assert page.pages.currentIndex() == SOURCE
    assert any("là thư mục" in text for text in shown(page.source)), "its path is no plan"


def test_a_document_imported_before_says_so_at_once(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    assert page.review.known.isHidden()
    assert page.foot.forward.text() == "Nhập 2 nhiệm vụ"
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    page.done.again_button.click()
    reach(qtbot, page, small(tmp_path), REVIEW)
    assert "không có gì thay đổi" in page.review.known.text()
    assert page.foot.forward.text() == "Cập nhật theo 2 dòng"
    compared = page.review.tabs.group.button(COMPARE)
    assert compared.text() == "So với bản đã nhập (0)"
    page.review.model.edit(0, "lead", "Sở Nội vụ")
    assert "không có gì thay đổi" not in page.review.known.text()
    assert compared.text() == "So với bản đã nhập", "no count that no longer holds"
    page.review.tabs.show_page(COMPARE)
    assert compared.text() == "So với bản đã nhập (1)"
    assert "1 thay đổi" in page.review.known.text()


def test_a_name_is_chosen_by_keyboard_alone(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.tabs.show_page(NAMES)
    dialog = page.ask_agency("Cục Không Gian Vũ Trụ")
    QTest.keyClicks(dialog.line, "xyzxyz")
    assert not dialog.nothing.isHidden()
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.list.currentRow() < 0
    dialog.line.clear()
    QTest.keyClicks(dialog.line, "so noi vu")
    assert dialog.nothing.isHidden()
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 0
    assert dialog.take.isEnabled()
    wanted = dialog.answer()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert wanted is not None
    assert page.review.model.task(1).lead_parties[0].name == wanted.name
    assert page.review.tabs.current() == ROWS, "no name is left"
    assert page.focusWidget() is page.review.grid


def test_after_a_question_the_keyboard_is_on_the_rows_again(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    [change] = [
        each
        for each in page.review.panel.findChildren(QPushButton)
        if each.text().startswith("Sửa cách hiểu")
    ]
    change.setFocus()
    change.click()
    [dialog] = page.findChildren(PhraseDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(DeadlineKind.CONTINUOUS))
    dialog.try_to_save()
    assert page.review.model.task(0).deadline_reading.kind is DeadlineKind.CONTINUOUS
    assert page.focusWidget() is page.review.grid
