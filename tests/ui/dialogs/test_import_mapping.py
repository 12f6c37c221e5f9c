"""Steps 1 and 2 of the import: what is pasted, tables drawn, names dragged onto columns, other readings."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.reading.draft import TableChoice
from cchc_desktop.reading.source import Cell, Grid, OtherReading, Source
from tests.reading.pdfs import Paper
from tests.ui.dialogs.importing import SMALL, at_step, reach, small
from ui.dialogs.import_source import KINDS, pasted_html
from ui.dialogs.import_tables import TableChoices
from ui.dialogs.import_wizard import MAPPING, SOURCE, ImportPage
from ui.widgets.role_chips import ROLE
from ui.widgets.table_thumbnail import TableThumbnail

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HTML = (
    "<html><body><p>KẾ HOẠCH cải cách hành chính năm 2024</p><table>"
    "<tr><td>STT</td><td>Nội dung</td><td>Cơ quan chủ trì</td><td>Thời gian</td></tr>"
    "<tr><td>1</td><td>Rà soát văn bản</td><td rowspan=2>Sở Tư pháp</td><td>Quý II</td></tr>"
    "<tr><td>2</td><td>Báo cáo</td><td>Tháng 12</td></tr></table></body></html>"
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


def copied(*, text: str = "", html: str = "", file: Path | None = None) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(data)


def test_the_html_of_the_clipboard_goes_before_its_text(qtbot: QtBot, page: ImportPage) -> None:
    copied(text="chữ không có bảng", html=HTML)
    page.source.paste_button.click()
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    draft = page.state.draft
    assert draft is not None
    assert (draft.kind, draft.file) == ("html", "Nội dung dán")
    assert [(task.lead, task.deadline) for task in draft.tasks] == [
        ("Sở Tư pháp", "Quý II"),
        ("Sở Tư pháp", "Tháng 12"),
    ], "a merged cell is told from an empty one only in HTML"


def test_html_without_a_table_gives_way_to_the_text(qtbot: QtBot, page: ImportPage) -> None:
    copied(text=SMALL, html="<p>Rà soát</p>")
    assert pasted_html(QGuiApplication.clipboard().mimeData()) == ""
    page.source.paste()
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    assert page.state.draft is not None
    assert len(page.state.draft.tasks) == 2
    page.start_again()
    page.open_pasted(SMALL, "<table></table>")
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    assert page.state.draft.kind == "txt"


def test_a_copied_file_is_opened(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    copied(file=small(tmp_path))
    page.source.paste()
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    assert page.state.name == "ke hoach.txt"


def test_every_kind_of_file_can_be_chosen() -> None:
    for kind in ("docx", "xlsx", "xls", "ods", "csv", "pdf", "txt", "html", "htm", "mht", "odt"):
        assert f"*.{kind}" in KINDS.split(";;")[0]


def drop(page: ImportPage, key: str, column: int) -> None:
    """Drag a chip onto a column of the board."""
    board, chip = page.mapping.mapping.board, page.mapping.mapping.chips[key]
    data = chip.carried()
    place = QPointF(board.columnViewportPosition(column) + 5, 10)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.MoveAction, data, buttons, keys)
    board.dragEnterEvent(enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(place.toPoint(), Qt.DropAction.MoveAction, data, buttons, keys)
    board.dragMoveEvent(move)
    assert move.isAccepted()
    board.grab()
    board.dragLeaveEvent(QDragLeaveEvent())
    board.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, buttons, keys))


def test_a_name_dragged_onto_a_column_maps_it(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path))
    page.show()
    board = page.mapping.mapping.board
    assert board.horizontalHeaderItem(1).text() == "Cơ quan chủ trì\nCột 2"  # type: ignore[union-attr]
    assert page.mapping.mapping.chips["lead"].property("kind") == "chip_used"
    drop(page, "product", 1)
    draft = page.state.draft
    assert draft is not None
    assert draft.columns["product"] == 1
    assert "lead" not in draft.columns, "a column has one name"
    assert draft.tasks[0].product == "Sở Tư pháp"
    assert page.mapping.mapping.chips["lead"].property("kind") == "chip"
    assert page.mapping.mapping.combos["product"].currentData() == 1
    drop(page, "product", 1)
    place = QPointF(board.columnViewportPosition(1) + 5, 10)
    head, data = board.horizontalHeader().viewport(), page.mapping.mapping.chips["lead"].carried()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(place.toPoint(), Qt.DropAction.MoveAction, data, buttons, keys),
        QDragMoveEvent(place.toPoint(), Qt.DropAction.MoveAction, data, buttons, keys),
        QDragLeaveEvent(),
        QDropEvent(place, Qt.DropAction.MoveAction, data, buttons, keys),
    ):
        assert board.eventFilter(head, event), "the head of a column is part of it"
    assert page.state.draft.columns["lead"] == 1  # type: ignore[union-attr]


def test_only_chips_are_taken_by_the_board(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path))
    board, data = page.mapping.mapping.board, QMimeData()
    data.setText("lead")
    event = QDragEnterEvent(
        board.pos(), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    board.dragEnterEvent(event)
    assert not event.isAccepted()
    data.setData(ROLE, b"nonsense")
    page.mapping.mapping.assign("nonsense", 1)
    assert page.state.columns is None


def test_tables_are_drawn_and_the_others_one_click_away(qtbot: QtBot) -> None:
    grid = Grid(
        (
            (Cell("STT", bold=True), Cell("Nội dung công việc"), Cell("Chủ trì")),
            (Cell("I. Tên lĩnh vực", columns=3), None, None),
            (Cell(""), None, None),
            (Cell("1"), Cell("Rà soát"), None),
        )
    )
    source = Source("a.docx", "docx", (grid,) * 6, ())
    choices = tuple(TableChoice(n, f"Bảng {n}", 3, 3, "STT", 1.0 / n) for n in range(1, 7))
    card = TableChoices()
    qtbot.addWidget(card)
    card.resize(700, 600)
    card.fill(source, choices, 5, found=True)
    card.show()
    assert [button.text() for button in card.group.buttons() if button.isChecked()] == [
        "Bảng 5 · “STT”: 3 cột, 3 dòng"
    ]
    assert len(card.group.buttons()) == 4
    assert card.more.text() == "Tự chọn bảng khác (2)"
    card.grab()
    card.more.click()
    assert len(card.group.buttons()) == 6
    asked: list[int] = []
    card.chosen.connect(asked.append)
    card.group.button(2).click()
    assert asked == [2]
    card.fill(source, choices, 0, found=False)
    assert "tự chọn bảng" in card.note.text()
    card.fill(replace(source, grids=()), (), 0, found=False)
    assert "Tệp không có bảng" in card.note.text()
    bare = TableThumbnail((), "Bảng 1", "2 cột")
    qtbot.addWidget(bare)
    bare.grab()


def test_the_same_file_can_be_read_another_way(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    reach(qtbot, page, small(tmp_path))
    source = page.state.source
    assert source is not None
    rows = (*source.grids[0].rows, tuple(Cell(text) for text in ("3. Dòng ẩn", "Sở Y tế", "", "Quý IV")))
    other = OtherReading("with_hidden", "Đọc cả các dòng ẩn", (replace(source.grids[0], rows=rows),))
    page.state.source = replace(source, others=(other,))
    page.mapping.fill(page.state)
    page.mapping.tables.other_reading_asked.emit("with_hidden")
    assert page.state.draft is not None
    assert [task.content for task in page.state.draft.tasks][-1] == "Dòng ẩn"


def test_a_large_table_is_read_in_the_background(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    rows = "".join(f"{number}. Việc số {number}\tSở Tư pháp\t\tQuý II\n" for number in range(1, 700))
    reach(qtbot, page, small(tmp_path, SMALL.partition("1. ")[0] + rows))
    page.mapping.document.year.setValue(2025)
    assert not page.pages.isEnabled()
    assert page.foot.busy_words.text() == "Đang đọc lại bảng…"
    assert not page.foot.forward.isEnabled()
    qtbot.waitUntil(page.pages.isEnabled, timeout=30_000)
    assert page.state.draft is not None
    assert page.state.draft.year == 2025
    assert page.foot.forward.isEnabled()
    page.mapping.document.year.setValue(2026)
    page.start_again()
    assert page.pages.currentIndex() == SOURCE
    assert page.pages.isEnabled()


def test_a_sheet_is_shown_from_its_headings_on(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    title = "\n".join(f"Dòng tiêu đề {number}\t\t\t" for number in range(5))
    head, _, rows = SMALL.partition("Nội dung công việc")
    reach(qtbot, page, small(tmp_path, f"{head}{title}\nNội dung công việc{rows}"))
    board = page.mapping.mapping.board
    assert board.item(0, 0).text() == "Nội dung công việc"  # type: ignore[union-attr]
    page.source.choose_file()
    [chooser] = page.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(small(tmp_path)))
    qtbot.waitUntil(partial(at_step, page, MAPPING), timeout=30_000)
    page.source.choose_file()
    assert page.findChildren(QFileDialog)[-1].directory().absolutePath() == str(tmp_path)
    page.findChildren(QFileDialog)[-1].reject()


def test_a_reader_that_knows_its_pages_says_so(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    paper = Paper()
    for number in range(30):
        sheet = paper.page()
        for line in range(40):
            sheet.text(60, 60 + 12 * line, f"Trang {number}, dòng {line}: rà soát thủ tục hành chính")
    path = tmp_path / "dai.pdf"
    path.write_bytes(paper.saved())
    heard: list[str] = []
    page.reader.progressed.connect(lambda text, _step, _steps: heard.append(text))
    page.open_file(path)
    assert page.source.reading.bar.maximum() == 0, "nothing is known yet: a bar without an end"
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    assert heard[0].startswith("Đang đọc trang ")
    assert heard[0].endswith("/30")
    assert page.source.reading.words.text() in heard
    assert page.source.reading.bar.maximum() == 30
    page.source.reading.stop.click()
    assert "Đã dừng" in page.source.problem.message.text()
