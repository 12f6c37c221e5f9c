"""Nhập kế hoạch, from a file to stored tasks and back."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.agencies import Agency
from cchc_desktop.services.task_queries import TaskQuery
from tests.ui.dialogs.importing import PLAN, SMALL, at_step, choose_body, reach, shown, small
from tests.ui.real_app import clipped, preferences, unnamed
from ui.bridge import Bridge
from ui.dialogs.import_memory import mapping_of
from ui.dialogs.import_review import COMPARE, DROPPED, NAMES, ROWS
from ui.dialogs.import_state import choice_name, choice_size, summary, table_choices
from ui.dialogs.import_wizard import DONE, MAPPING, REVIEW, SOURCE, ImportPage
from ui.models.draft_words import NEEDS_CHECK
from ui.preferences import TextSize

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


def test_a_plan_goes_through_four_steps(qtbot: QtBot, page: ImportPage, empty_app: App) -> None:
    assert page.steps.accessibleName() == "Bước 1 trên 4: Nguồn"
    page.open_file(PLAN)
    assert page.source.reading.isVisibleTo(page)
    assert PLAN.name in page.source.reading.words.text()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == MAPPING, timeout=30_000)
    assert page.mapping.document.number.text() == "45/QĐ-UBND"
    assert page.mapping.document.date.date() == date(2023, 1, 10)
    assert page.mapping.document.year.value() == 2023
    assert page.mapping.preview.table.rowCount() == 5
    assert page.mapping.preview.title.text() == "Xem trước 5 dòng đầu trong 53 nhiệm vụ"
    page.foot.forward.click()
    assert page.pages.currentIndex() == REVIEW
    assert (
        "53 nhiệm vụ, 7 lĩnh vực. Đã nối 4 dòng bị ngắt trang, bỏ 7 dòng tiêu đề lặp."
        in page.review.summary.text()
    )
    assert page.foot.forward.text() == "Nhập 53 nhiệm vụ"
    page.foot.forward.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)
    assert page.done.words.text() == "Đã thêm 53 nhiệm vụ."
    assert len(empty_app.tasks.list()) == 53
    assert "còn điểm cần kiểm tra" in page.done.open_points.text()


def test_nothing_is_stored_before_the_end(qtbot: QtBot, page: ImportPage, empty_app: App) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    assert empty_app.plans.all() == ()


def test_the_done_page_opens_the_list_and_undoes_the_import(
    qtbot: QtBot, page: ImportPage, empty_app: App
) -> None:
    reach(qtbot, page, PLAN, DONE)
    asked: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: asked.append((name, wanted)))
    page.done.list_button.click()
    assert asked == [("tasks", {"plan": empty_app.plans.all()[0].id})]
    page.done.undo_button.click()
    assert empty_app.plans.all() == ()
    assert page.done.words.text() == "Đã hoàn tác lần nhập này."
    assert not page.done.undo_button.isEnabled()
    page.done.again_button.click()
    assert page.pages.currentIndex() == SOURCE


def test_undo_reverses_the_import_even_after_another_action(
    qtbot: QtBot, page: ImportPage, empty_app: App, empty_bridge: Bridge
) -> None:
    reach(qtbot, page, PLAN, DONE)
    empty_bridge.run(lambda: empty_app.reports.submit("2023-Q1", date(2023, 3, 16), "1/BC"))
    page.done.undo_button.click()
    assert empty_app.plans.all() == ()
    assert empty_app.reports.get("2023-Q1").document == "1/BC"


def test_a_file_that_cannot_be_read_says_why_and_offers_another(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    old = tmp_path / "cũ.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"))
    page.open_file(old)
    qtbot.waitUntil(lambda: page.source.problem.isVisibleTo(page), timeout=30_000)
    assert ".doc" in page.source.problem.message.text()
    assert "dán" in page.source.problem.message.text()
    assert page.source.area.isEnabled(), "another file can be taken at once"
    page.source.choose_file()
    [chooser] = page.findChildren(QFileDialog)
    chooser.reject()


def test_reading_can_be_stopped(page: ImportPage, empty_bridge: Bridge, qtbot: QtBot) -> None:
    page.open_file(PLAN)
    page.source.reading.stop.click()
    assert page.source.problem.message.text() == "Đã dừng đọc tệp. Chưa có gì được nhập."
    qtbot.waitUntil(lambda: not empty_bridge.background.is_busy(), timeout=30_000)
    assert page.pages.currentIndex() == SOURCE
    assert page.state.source is None


def test_a_pasted_table_is_read_like_a_file_and_leaves_nothing_behind(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    QGuiApplication.clipboard().setText(SMALL.replace("\n", "\r\n"))
    page.source.paste_button.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == MAPPING, timeout=30_000)
    assert page.state.draft is not None
    assert page.state.draft.file == "Nội dung dán"
    assert [task.deadline for task in page.state.draft.tasks] == ["Quý II", "Tháng 12"]
    assert list(tmp_path.glob("cchc-*")) == []


def test_ctrl_v_pastes_on_the_first_step_only(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QGuiApplication.clipboard().setText(SMALL)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    first = page.state
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.state is first
    assert list(tmp_path.glob("cchc-*")) == []


def test_an_empty_clipboard_says_what_to_do(page: ImportPage) -> None:
    QGuiApplication.clipboard().setText("  ")
    page.show_filter({"paste": True})
    assert "nhấn Ctrl+C rồi bấm Dán" in page.source.problem.message.text()


def test_a_file_can_be_dropped_two_cannot(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    def drop(*paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        page.source.area.dropEvent(
            QDropEvent(
                QPointF(QPoint(5, 5)),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )

    drop(small(tmp_path), PLAN)
    assert "một tệp" in page.source.problem.message.text()
    drop(tmp_path)
    assert page.pages.currentIndex() == SOURCE
    drop(small(tmp_path))
    qtbot.waitUntil(lambda: page.pages.currentIndex() == MAPPING, timeout=30_000)


def test_another_mapping_is_read_and_previewed_at_once(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path))
    combos = page.mapping.mapping.combos
    assert combos["lead"].currentText() == "Cột 2: Cơ quan chủ trì"
    assert combos["number"].currentText() == "(không có)"
    combos["lead"].setCurrentIndex(combos["lead"].findData(2))
    combos["coordinating"].setCurrentIndex(combos["coordinating"].findData(1))
    combos["coordinating"].activated.emit(combos["coordinating"].currentIndex())
    assert page.state.draft is not None
    assert page.state.draft.tasks[0].lead == "Các cơ quan liên quan"
    assert page.mapping.preview.table.model().index(0, 2).data() == "Các cơ quan liên quan"


def test_a_mapping_is_remembered_for_the_next_file_with_the_same_headings(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path))
    combos = page.mapping.mapping.combos
    combos["note"].setCurrentIndex(combos["note"].findData(2))
    combos["coordinating"].setCurrentIndex(0)
    combos["coordinating"].activated.emit(0)
    page.foot.forward.click()
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    page.done.again_button.click()
    reach(qtbot, page, small(tmp_path, SMALL.replace("12/KH-UBND", "14/KH-UBND")))
    assert page.state.draft is not None
    assert page.state.draft.tasks[0].note == "Các cơ quan liên quan"
    assert combos["coordinating"].currentText() == "(không có)"
    page.start_again()
    reach(qtbot, page, small(tmp_path, SMALL.replace("Cơ quan phối hợp", "Đơn vị phối hợp")))
    assert page.state.draft.tasks[0].coordinating == "Các cơ quan liên quan", "other headings, other mapping"


@pytest.mark.parametrize("text", ["", "content=9", "nonsense=1", "content", "content=x"])
def test_a_mapping_that_does_not_fit_is_not_used(text: str) -> None:
    assert mapping_of(text, 4) is None


def test_the_document_and_the_year_can_be_corrected(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path))
    page.mapping.document.number.setText("13/KH-UBND")
    page.mapping.document.number.editingFinished.emit()
    page.mapping.document.date.edit.setText("6/1/2024")
    page.mapping.document.date.finish()
    page.mapping.document.plan_title.setText("Kế hoạch CCHC năm 2024")
    page.mapping.document.plan_title.editingFinished.emit()
    page.mapping.document.year.setValue(2025)
    assert page.state.draft is not None
    assert page.state.draft.tasks[0].deadline_reading.due == date(2025, 6, 30), (
        "read again for the year chosen"
    )
    assert page.mapping.document.number.text() == "13/KH-UBND", "what was typed outlives reading again"
    page.foot.forward.click()
    page.foot.back.click()
    assert page.mapping.document.plan_title.text() == "Kế hoạch CCHC năm 2024"
    page.foot.forward.click()
    page.foot.forward.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)
    [plan] = empty_app.plans.all()
    assert (plan.head.document_number, plan.head.document_date, plan.head.title, plan.year) == (
        "13/KH-UBND",
        date(2024, 1, 6),
        "Kế hoạch CCHC năm 2024",
        2025,
    )


def test_a_plan_without_a_year_waits_for_one(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    text = SMALL.split("\n\n", 1)[1]
    reach(qtbot, page, small(tmp_path, text))
    assert page.mapping.document.year.text() == "chưa rõ"
    assert not page.foot.forward.isEnabled()
    assert "năm" in page.foot.blocked.text()
    page.mapping.document.year.setValue(2024)
    assert page.foot.forward.isEnabled()


def test_a_file_without_a_table_offers_nothing_to_import(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path, "Kính gửi: Sở Nội vụ\nChỉ là một công văn năm 2024.\n"))
    assert not page.foot.forward.isEnabled()
    assert "Không tìm thấy bảng nào" in page.mapping.problem.message.text()
    assert page.mapping.tables.title.text() == "Không tìm thấy bảng nào"


def test_edits_survive_going_back_and_forth(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    model = page.review.model
    model.edit(0, "content", "Rà soát, hệ thống hóa văn bản")
    model.leave_out([1], out=True)
    page.foot.back.click()
    page.mapping.document.year.setValue(2025)
    page.foot.forward.click()
    assert model.task(0).content == "Rà soát, hệ thống hóa văn bản"
    assert model.left_out() == {1}
    assert page.foot.forward.text() == "Nhập 1 nhiệm vụ"
    page.foot.forward.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)
    assert [task.content for task in empty_app.tasks.list()] == ["Rà soát, hệ thống hóa văn bản"]
    assert "1 dòng không nhập" in page.done.open_points.text()


def test_an_empty_content_blocks_until_it_is_typed_or_left_out(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.model.edit(1, "content", "")
    assert not page.foot.forward.isEnabled()
    assert page.foot.blocked.text().startswith("1 dòng chưa có nội dung")
    page.review.model.leave_out([1], out=True)
    assert page.foot.forward.isEnabled()


def test_the_filter_shows_what_to_check_with_its_count(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    counts = page.review.model.counts()
    assert page.review.only_problems.text() == f"Cần kiểm tra ({counts[NEEDS_CHECK]})"
    page.review.only_problems.click()
    assert page.review.grid.rows.rowCount() == counts[NEEDS_CHECK]
    first = page.review.grid.rows.mapToSource(page.review.grid.currentIndex()).row()
    assert page.review.model.task(first).problems[0].message in shown(page.review.panel)
    page.review.filter.setCurrentIndex(page.review.filter.findData("joined_rows"))
    page.review.filter.activated.emit(page.review.filter.currentIndex())
    assert page.review.grid.rows.rowCount() == 4
    assert not page.review.only_problems.isChecked()


def test_a_cell_is_edited_in_place_with_enter(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.show()
    grid = page.review.grid
    grid.setCurrentIndex(grid.rows.index(0, page.review.model.keys().index("deadline")))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = grid.findChildren(QPlainTextEdit)[0]
    assert editor.accessibleName() == "Sửa Thời gian"
    editor.setPlainText("Quý III")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.review.model.task(0).deadline == "Quý III"
    texts = shown(page.review.panel)
    assert any("01/07 – 30/09/2024" in text for text in texts)
    assert texts[texts.index("Thời gian trong tệp (đã sửa)") + 1] == "Quý II"


def test_chosen_rows_are_left_out_with_one_button(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.review.grid.selectAll()
    page.review.leave_out.click()
    assert page.review.model.left_out() == {0, 1}
    assert not page.foot.forward.isEnabled()
    page.review.leave_out.click()
    assert page.review.model.left_out() == set()


def test_an_unknown_name_can_be_settled(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    assert page.review.tabs.group.button(NAMES).text() == "Tên cơ quan chưa rõ (1)"
    page.review.tabs.show_page(NAMES)
    page.review.names.look.click()
    assert page.review.tabs.current() == ROWS
    assert page.review.grid.picked_rows() == (1,)
    page.review.names.choose.click()
    choose_body(page, "khoa hoc va cong nghe", "Sở Khoa học và Công nghệ")
    assert page.review.model.task(1).lead_parties[0].name == "Sở Khoa học và Công nghệ"
    assert page.review.tabs.group.button(NAMES).isHidden()
    assert empty_app.agencies.directory().find("Cục Không Gian Vũ Trụ") is None, "nothing is stored yet"
    page.review.undo()
    assert page.review.model.task(1).lead_parties[0].name == ""
    page.review.redo()
    page.foot.forward.click()
    qtbot.waitUntil(partial(at_step, page, DONE), timeout=30_000)
    assert isinstance(empty_app.agencies.directory().find("Cục Không Gian Vũ Trụ"), Agency)
    assert "Đã nhớ 1 cách hiểu" in page.done.open_points.text()
    page.done.undo_button.click()
    assert empty_app.agencies.directory().find("Cục Không Gian Vũ Trụ") is None
    assert empty_app.lessons.all() == ()


def test_dropped_rows_are_listed_with_their_reason(qtbot: QtBot, page: ImportPage) -> None:
    reach(qtbot, page, PLAN, REVIEW)
    assert page.review.tabs.group.button(DROPPED).text() == "Dòng khác (14)"
    texts = [page.review.dropped.list.item(row).text() for row in range(14)]
    assert texts[0] == "Dòng 2 · tên lĩnh vực: I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC"
    assert sum("tiêu đề lặp" in text for text in texts) == 7


def test_the_same_document_again_is_compared_and_results_stay(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), DONE)
    first = empty_app.tasks.list()[0]
    empty_app.tasks.complete([first.id], date(2023, 3, 1), "9/QĐ")
    text = SMALL.replace("\tQuý II", "\tQuý III").replace(
        "2. Báo cáo kết quả", "2. Sơ kết sáu tháng công tác pháp chế"
    )
    page.done.again_button.click()
    reach(qtbot, page, small(tmp_path, text), REVIEW)
    assert page.review.tabs.group.button(COMPARE).text() == "So với bản đã nhập (3)"
    page.review.tabs.show_page(COMPARE)
    tree = page.review.compare.tree.model()
    assert [tree.index(row, 0).data() for row in range(3)] == [
        "Mới (1)",
        "Thay đổi (1)",
        "Không còn trong văn bản (1)",
    ]
    changed = tree.index(0, 0, tree.index(1, 0))
    shown = [tree.index(0, column, changed).data() for column in range(3)]
    assert shown == ["Thời gian thực hiện", "Quý II", "Quý III"]
    page.foot.forward.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)
    assert page.done.words.text().startswith("Đã thêm 1 nhiệm vụ, cập nhật 1, giữ nguyên 0")
    again = empty_app.tasks.get(first.id)
    assert (again.deadline, again.document) == ("Quý III", "9/QĐ")
    assert len(empty_app.plans.all()) == 1


def test_a_left_out_row_of_a_stored_plan_leaves_its_task_alone(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), DONE)
    page.done.again_button.click()
    changed = SMALL.replace("\tQuý II", "\tQuý III") + "3. Việc mới\tSở Nội vụ\t\tTháng 5\n"
    reach(qtbot, page, small(tmp_path, changed), REVIEW)
    page.review.model.leave_out([0, 1, 2], out=True)
    page.review.model.leave_out([1], out=False)
    page.review.tabs.show_page(COMPARE)
    assert page.review.compare.difference_count == 0
    page.foot.forward.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)
    stored = empty_app.tasks.list(TaskQuery())
    assert [(task.deadline, task.gone) for task in stored] == [("Quý II", False), ("Tháng 12", False)]


def test_a_reader_of_somebody_elses_data_cannot_store(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, empty_bridge: Bridge, empty_app: App
) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    empty_bridge.app = replace(empty_app, read_only=True)
    page.review.counts_changed.emit()
    assert not page.foot.forward.isEnabled()
    assert "chỉ đọc" in page.foot.blocked.text()


def test_leaving_a_finished_import_begins_afresh(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path), REVIEW)
    page.leave()
    assert page.pages.currentIndex() == REVIEW, "an import under way waits"
    page.foot.forward.click()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)
    page.leave()
    assert page.pages.currentIndex() == SOURCE
    page.show_filter({"path": small(tmp_path)})
    qtbot.waitUntil(lambda: page.pages.currentIndex() == MAPPING, timeout=30_000)


def test_everything_is_named_and_nothing_clipped_at_the_largest_text(qtbot: QtBot, empty_app: App) -> None:
    bridge = Bridge(empty_app, preferences(TextSize.LARGEST))
    page = ImportPage(empty_app, bridge)
    qtbot.addWidget(page)
    page.resize(1150, 660)
    page.show()
    for step in (SOURCE, MAPPING, REVIEW, DONE):
        if step == MAPPING:
            reach(qtbot, page, PLAN)
        elif step > MAPPING:
            page.foot.forward.click()
            qtbot.waitUntil(partial(at_step, page, step), timeout=30_000)
        page.grab()
        assert clipped(page) == [], step
        assert unnamed(page) == [], step
    bridge.close()
    preferences()


def test_tables_and_repairs_are_put_into_words(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path))
    state = page.state
    assert state.source is not None
    assert state.draft is not None
    [choice] = table_choices(state.source, state.draft)
    assert choice_name(choice).endswith(" · “Nội dung công việc”")
    assert choice_size(choice) == "4 cột, 3 dòng"
    bare = replace(state.draft, choices=())
    assert table_choices(state.source, bare)[0].columns == 4
    odd = replace(state.draft, repairs={"joined_rows": 2, "something_new": 3})
    assert summary(odd, 2).endswith("Đã nối 2 dòng bị ngắt trang, sửa 3 chỗ khác.")
