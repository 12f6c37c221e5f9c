"""The print preview as an officer uses it."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.errors import NotFound
from cchc_desktop.writing.appendix import AppendixDocument, appendix_document
from cchc_desktop.writing.arrangement import GroupBy
from cchc_desktop.writing.measures import Paper
from tests.writing.tasks import ALL_HEADINGS, TITLE_BLOCK, make_plan, make_task, many, tien_giang
from ui.printing.choices import PrintChoices
from ui.printing.page_view import PageView
from ui.printing.preview import NO_PRINTER, PrintPreviewDialog, Scope

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def real() -> AppendixDocument:
    return appendix_document(tien_giang(), make_plan())


def few() -> AppendixDocument:
    return appendix_document([make_task(1), make_task(2)], make_plan(headings=ALL_HEADINGS))


def gone() -> AppendixDocument:
    raise NotFound("Kế hoạch này không còn. Hãy chọn kế hoạch khác.")


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[..., PrintPreviewDialog]:
    def open_dialog(*scopes: Scope, **options: Any) -> PrintPreviewDialog:
        dialog = PrintPreviewDialog(scopes or (("Tất cả (53)", real),), TODAY, **options)
        qtbot.addWidget(dialog)
        dialog.resize(1100, 700)
        return dialog

    return open_dialog


def finished(qtbot: QtBot, dialog: PrintPreviewDialog) -> int:
    qtbot.waitUntil(lambda: dialog.paginator is not None and dialog.paginator.finished)
    assert dialog.paginator is not None
    return dialog.paginator.page_count


def shown(dialog: PrintPreviewDialog) -> str:
    assert dialog.paginator is not None
    return dialog.paginator.page(dialog.view.index).text()


def test_it_opens_on_the_first_page_and_counts_the_rest(qtbot: QtBot, opened: Any) -> None:
    dialog = opened()
    assert dialog.pages.page_label.text() == "Trang 1/…"
    count = finished(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.pages.page_label.text() == f"Trang 1/{count}")
    assert shown(dialog).startswith(TITLE_BLOCK[0])
    assert dialog.options.title.text() == TITLE_BLOCK[1]
    assert not dialog.pages.previous_button.isEnabled()


def test_pages_are_turned_by_buttons_and_keys(qtbot: QtBot, opened: Any) -> None:
    dialog = opened()
    count = finished(qtbot, dialog)
    view = dialog.view
    dialog.pages.next_button.click()
    assert view.index == 1
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.index == 2
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    dialog.pages.previous_button.click()
    assert view.index == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.index == count - 1
    assert not dialog.pages.next_button.isEnabled()
    view.go_to(count + 5)
    assert view.index == count - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.index == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.index == 0


def wheel(view: PageView, turned: int, modifier: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted; Qt takes it by position only
    )
    QApplication.sendEvent(view.viewport(), event)


def test_zoom_by_buttons_keys_and_wheel(qtbot: QtBot, opened: Any) -> None:
    dialog = opened()
    finished(qtbot, dialog)
    view = dialog.view
    fitting = view.zoom
    assert view.fitted
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > fitting
    assert not view.fitted
    wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, 0, Qt.KeyboardModifier.ControlModifier)
    view.set_zoom(1.0)
    assert dialog.pages.zoom_label.text() == "100 %"
    dialog.pages.larger_button.click()
    assert view.zoom == 1.25
    dialog.pages.smaller_button.click()
    dialog.pages.smaller_button.click()
    assert view.zoom == 0.9
    for _ in range(30):
        view.zoom_in()
    assert view.zoom == 4.0
    for _ in range(30):
        view.zoom_out()
    assert view.zoom == 0.25
    dialog.pages.fit_button.click()
    assert view.zoom == pytest.approx(fitting)


def test_the_wheel_turns_pages_at_their_ends(qtbot: QtBot, opened: Any) -> None:
    dialog = opened()
    finished(qtbot, dialog)
    view, plain = dialog.view, Qt.KeyboardModifier.NoModifier
    wheel(view, -120, plain)
    assert view.index == 1
    wheel(view, 120, plain)
    assert view.index == 0
    wheel(view, 120, plain)
    assert view.index == 0


def test_a_fitted_page_follows_the_window(opened: Any) -> None:
    dialog = opened()
    dialog.grab()
    before = dialog.view.zoom
    dialog.resize(1600, 1000)
    dialog.grab()
    assert dialog.view.zoom > before


def test_the_picture_is_the_page(opened: Any) -> None:
    dialog = opened()
    dialog.view.set_zoom(1.0)
    image = dialog.view.sheet.grab().toImage()
    size = dialog.view.sheet.size()
    assert (size.width(), size.height()) == pytest.approx((297 / 25.4 * 96 + 24, 210 / 25.4 * 96 + 24), abs=2)
    white = image.pixelColor(40, 40).name()
    assert white == "#ffffff"
    dark = sum(image.pixelColor(x, 120).lightness() < 128 for x in range(image.width()))
    assert dark > 0
    assert dialog.view.accessibleDescription().startswith("Trang 1.")
    assert "Nội dung công việc" in dialog.view.accessibleDescription()


def test_another_scope_brings_its_tasks_columns_and_title(qtbot: QtBot, opened: Any) -> None:
    asked: list[str] = []

    def counted() -> AppendixDocument:
        asked.append("few")
        return few()

    dialog = opened(("Đang lọc (53)", real), ("Đang chọn (2)", counted))
    assert list(dialog.options.columns) == ["content", "lead", "coordinating", "issuing_level", "deadline"]
    dialog.options.scopes[1].click()
    assert list(dialog.options.columns) == [key for key, _ in ALL_HEADINGS]
    assert finished(qtbot, dialog) == 1
    dialog.options.scopes[0].click()
    dialog.options.scopes[1].click()
    assert asked == ["few"]


def test_a_scope_that_is_refused_is_told_of_and_left(opened: Any) -> None:
    dialog = opened(("Tất cả", real), ("Đã xóa", gone))
    dialog.options.scopes[1].click()
    box = dialog.findChild(QMessageBox)
    assert "không còn" in box.text()
    assert dialog.options.scopes[0].isChecked()
    assert shown(dialog).startswith(TITLE_BLOCK[0])
    box.close()


def test_without_any_document_there_is_nothing_to_print(opened: Any, tmp_path: Path) -> None:
    dialog = opened(("Đã xóa", gone))
    assert dialog.sizeHint().width() > 1000
    assert not dialog.pdf_button.isEnabled()
    assert not dialog.save_pdf(tmp_path / "a.pdf")
    assert not dialog.print_on(QPrinter())
    dialog.rebuild()
    dialog.view.go_to(1)
    dialog.view.refresh()
    dialog.pages.show_place()
    assert dialog.view.zoom == 1.0
    assert dialog.view.sheet.grab().size() == dialog.view.sheet.size()
    dialog.findChild(QMessageBox).close()


def test_options_change_the_pages_after_a_pause(qtbot: QtBot, opened: Any) -> None:
    dialog = opened()
    finished(qtbot, dialog)
    before = dialog.paginator
    dialog.options.title.setText("VIỆC QUÝ I")
    assert dialog.paginator is before
    qtbot.waitUntil(lambda: dialog.paginator is not before)
    assert "VIỆC QUÝ I" in shown(dialog)
    assert TITLE_BLOCK[1] not in shown(dialog)
    dialog.options.title.clear()
    dialog.rebuild()
    assert TITLE_BLOCK[1] not in shown(dialog)
    dialog.options.title.setText(TITLE_BLOCK[1])
    dialog.rebuild()
    assert dialog.paginator.setup.title is None


def test_every_option_reaches_the_pages(qtbot: QtBot, opened: Any) -> None:
    dialog = opened()
    options = dialog.options
    options.group_by.setCurrentText("Cơ quan chủ trì")
    assert options.per_page.text() == "Mỗi cơ quan một trang"
    options.per_page.setChecked(True)
    options.columns["coordinating"].setChecked(False)
    options.paper.setCurrentText("A3 dọc")
    options.text_size.setCurrentText("11")
    options.margins.setCurrentIndex(1)
    options.print_date.setChecked(False)
    options.page_totals.setChecked(True)
    options.end_mark.setChecked(True)
    options.signed.setChecked(True)
    options.position.setPlainText("GIÁM ĐỐC")
    options.name.setText("Lê Thị Ổn")
    dialog.rebuild()
    finished(qtbot, dialog)
    qtbot.waitUntil(lambda: "…" not in dialog.pages.page_label.text())
    expected = PrintChoices(
        group_by=GroupBy.LEAD,
        page_per_section=True,
        left_out=("coordinating",),
        paper=Paper.A3,
        landscape=False,
        size=11,
        wide_margins=True,
        print_date=False,
        page_totals=True,
        end_mark=True,
        signed=True,
        position="GIÁM ĐỐC",
        name="Lê Thị Ổn",
    )
    assert dialog.choices == expected
    text = "\n".join(page.text() for page in dialog.paginator.layout())
    assert "Các cơ quan, đơn vị có liên quan\nUBND tỉnh" not in text
    assert text.endswith("./.\nGIÁM ĐỐC\nLê Thị Ổn")
    assert dialog.paginator.setup.width < dialog.paginator.setup.height
    again = PrintPreviewDialog([("Tất cả", real)], TODAY, choices=dialog.choices)
    qtbot.addWidget(again)
    assert again.choices == expected


def test_a_column_left_out_of_another_list_stays_left_out(opened: Any) -> None:
    dialog = opened(("Tất cả", real), ("Đang chọn", few), choices=PrintChoices(left_out=("budget", "lead")))
    assert not dialog.options.columns["lead"].isChecked()
    assert dialog.choices.left_out == ("budget", "lead")
    dialog.options.scopes[1].click()
    assert not dialog.options.columns["budget"].isChecked()


def test_one_column_must_stay(opened: Any) -> None:
    dialog = opened()
    boxes = list(dialog.options.columns.values())
    for box in boxes[1:]:
        box.setChecked(False)
    assert not boxes[0].isEnabled()
    boxes[1].setChecked(True)
    assert boxes[0].isEnabled()


def test_what_does_not_apply_cannot_be_chosen(opened: Any) -> None:
    dialog = opened()
    options = dialog.options
    assert options.per_page.text() == "Mỗi lĩnh vực một trang"
    options.group_by.setCurrentText("Không")
    assert not options.per_page.isEnabled()
    assert not options.position.isEnabled()
    options.signed.setChecked(True)
    assert options.position.isEnabled()
    assert options.name.isEnabled()


def test_a_pdf_is_saved_with_the_latest_changes(qtbot: QtBot, opened: Any, tmp_path: Path) -> None:
    dialog = opened()
    dialog.options.title.setText("VIỆC MỚI")
    path = tmp_path / "danh mục.pdf"
    with qtbot.waitSignal(dialog.pdf_saved) as saved:
        assert dialog.save_pdf(path)
    assert saved.args == [str(path), dialog.paginator.page_count]
    assert path.read_bytes().startswith(b"%PDF")
    assert dialog.paginator.setup.title == "VIỆC MỚI"
    assert dialog.notice.text() == f"Đã lưu {dialog.paginator.page_count} trang vào tệp “danh mục.pdf”."


def test_a_pdf_that_cannot_be_saved_can_be_tried_again(opened: Any, tmp_path: Path) -> None:
    dialog = opened()
    path = tmp_path / "chưa có" / "a.pdf"
    assert not dialog.save_pdf(path)
    box = dialog.findChild(QMessageBox)
    assert "Không tìm thấy thư mục" in box.text()
    path.parent.mkdir()
    next(button for button in box.buttons() if button.text() == "Thử lại").click()
    assert path.exists()
    assert QApplication.overrideCursor() is None


def test_the_file_dialog_gives_the_name_and_the_ending(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "a"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    dialog = opened(suggested_name="PhuLuc.pdf")
    dialog.pdf_button.click()
    assert asked == ["PhuLuc.pdf"]
    assert (tmp_path / "a.pdf").exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.pdf_button.click()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_printing_sends_the_same_pages(qtbot: QtBot, opened: Any, tmp_path: Path) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.printed) as printed:
        assert dialog.print_on(file_printer(tmp_path / "a.pdf"))
    assert printed.args == [dialog.paginator.page_count]
    assert (tmp_path / "a.pdf").stat().st_size > 10_000
    assert dialog.notice.text() == f"Đã gửi {dialog.paginator.page_count} trang tới máy in."


def test_a_range_of_pages_is_printed(opened: Any, tmp_path: Path) -> None:
    dialog = opened()
    printer = file_printer(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert dialog.print_on(printer)
    assert "Đã gửi 2 trang" in dialog.notice.text()


def test_a_printer_that_refuses_is_told_of(opened: Any, tmp_path: Path, qtlog: Any) -> None:
    dialog = opened()
    with qtlog.disabled():
        assert not dialog.print_on(file_printer(tmp_path / "no folder" / "a.pdf"))
    box = dialog.findChild(QMessageBox)
    assert "Máy in không nhận trang in" in box.text()
    box.close()


def test_the_print_dialog_leads_to_the_printer(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Máy in phòng"])
    dialog = opened()
    assert dialog.print_button.isEnabled()
    assert dialog.notice.text() == ""
    answers = iter([QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted])

    def answer(self: QPrintDialog) -> QDialog.DialogCode:
        printer = self.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        assert self.maxPage() == dialog.paginator.page_count
        return next(answers)

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    dialog.print_button.click()
    assert not (tmp_path / "a.pdf").exists()
    dialog.print_button.click()
    assert (tmp_path / "a.pdf").exists()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_shortcuts_work(opened: Any) -> None:
    dialog = opened()
    keys = {shortcut.key().toString(): shortcut for shortcut in dialog.findChildren(QShortcut)}
    assert {"Ctrl+=", "Ctrl+-", "Ctrl+0", "Ctrl+S", "Ctrl+P"} <= set(keys)
    keys["Ctrl+="].activated.emit()
    assert not dialog.view.fitted
    keys["Ctrl+0"].activated.emit()
    assert dialog.view.fitted


def test_a_last_change_counts_before_printing(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Máy in phòng"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    dialog = opened()
    dialog.options.title.setText("VIỆC MỚI")
    dialog.print_button.click()
    assert dialog.paginator.setup.title == "VIỆC MỚI"


def test_without_a_printer_there_is_still_the_pdf(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = opened()
    assert dialog.notice.text() == NO_PRINTER
    assert not dialog.print_button.isEnabled()
    assert dialog.pdf_button.isDefault()


def test_everything_that_takes_the_keyboard_has_a_name(opened: Any) -> None:
    dialog = opened(("Tất cả", real), ("Đang chọn", few))
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(dialog):
            text = getattr(widget, "text", str)()
            assert widget.accessibleName() or text, widget


def test_tab_goes_through_the_options_in_reading_order(opened: Any) -> None:
    dialog = opened()
    options = dialog.options
    place, found = options.per_page, []
    for _ in range(200):
        place = place.nextInFocusChain()
        if place in options.columns.values() or place is options.paper:
            found.append(place)
        if place is options.paper:
            break
    assert found == [*options.columns.values(), options.paper]


def test_many_tasks_do_not_hold_up_the_window(qtbot: QtBot, opened: Any) -> None:
    dialog = opened(("Tất cả", lambda: appendix_document(many(400), make_plan())))
    assert dialog.paginator.pages_so_far <= 2
    assert finished(qtbot, dialog) > 20
