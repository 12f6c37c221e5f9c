"""Taking a plan through the pages of the import."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.paths import resources
from ui.dialogs.import_agency import NameDialog
from ui.dialogs.import_wizard import DONE, MAPPING, REVIEW, ImportPage
from ui.models.draft_rows import place_of

PLAN = resources() / "plans" / "tien-giang-2023.txt"
SMALL = (
    "Phụ lục\nDANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024\n"
    "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Mẫu Giang)\n\n"
    "Nội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
    "I. CẢI CÁCH THỂ CHẾ\t\t\t\n"
    "1. Rà soát văn bản\tSở Tư pháp\tCác cơ quan liên quan\tQuý II\n"
    "2. Báo cáo kết quả\tCục Không Gian Vũ Trụ\tSở Nội vụ\tTháng 12\n"
)


def reach(qtbot: QtBot, page: ImportPage, path: Path, step: int = MAPPING) -> None:
    """Take a file to a step."""
    page.open_file(path)
    qtbot.waitUntil(lambda: page.pages.currentIndex() == MAPPING, timeout=30_000)
    if step >= REVIEW:
        page.foot.forward.click()
    if step >= DONE:
        page.foot.forward.click()
        qtbot.waitUntil(lambda: page.pages.currentIndex() == DONE, timeout=30_000)


def at_step(page: ImportPage, step: int) -> bool:
    """Tell whether a step is shown."""
    return page.pages.currentIndex() == step


def small(tmp_path: Path, text: str = SMALL) -> Path:
    """Write a small plan."""
    path = tmp_path / "ke hoach.txt"
    path.write_text(text, encoding="utf-8")
    return path


def shown(widget: QWidget) -> list[str]:
    """Return the texts that can be seen."""
    QApplication.processEvents()
    return [
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()
    ]


def choose_body(page: ImportPage, typed: str, wanted: str) -> None:
    """Answer the question what a name means."""
    [dialog] = page.findChildren(NameDialog)
    assert not dialog.take.isEnabled(), "nothing is chosen beforehand"
    dialog.line.setText(typed)
    dialog.line.textEdited.emit(typed)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(next(row for row, text in enumerate(texts) if text.startswith(wanted)))
    dialog.take.click()


def row_at(page: ImportPage, place: str) -> int:
    """Return the row of a place ("I.9")."""
    return next(row for row, task in enumerate(page.review.model.tasks()) if place_of(task) == place)
