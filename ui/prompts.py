"""Questions to the officer: asked only before what cannot be undone, with the action's own word on the button."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.errors import TITLE, present


def confirm(
    parent: QWidget | None, question: str, action: str, then: Callable[[], object], *, detail: str = ""
) -> QMessageBox:
    """Ask before something that cannot be undone; ``then`` runs when the officer chooses ``action``.

    Does not block. "Hủy bỏ" is the default and what Esc means.
    """
    box = QMessageBox(QMessageBox.Icon.Question, TITLE, question, parent=parent)
    box.setInformativeText(detail)
    box.setAccessibleName(question)
    go = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton("Hủy bỏ", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stop)
    box.setEscapeButton(stop)
    go.clicked.connect(lambda _checked=False: then())
    return present(box)


def tell(parent: QWidget | None, text: str, *actions: tuple[str, Callable[[], object]]) -> QMessageBox:
    """Say that something is done, with what one may want next as buttons ("Mở tệp", "Mở thư mục")."""
    box = QMessageBox(QMessageBox.Icon.Information, TITLE, text, parent=parent)
    box.setAccessibleName(text)
    for label, act in actions:
        made = box.addButton(label, QMessageBox.ButtonRole.ActionRole)
        made.clicked.connect(lambda _checked=False, act=act: act())
    close = box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    return present(box)


def ask_save_file(
    parent: QWidget | None, title: str, suggested: Path, kind: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to write; ``kind`` is like "Tệp Excel (*.xlsx)". Asks before replacing a file."""
    dialog = QFileDialog(parent, title, str(suggested.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return present(dialog)


def ask_open_file(
    parent: QWidget | None, title: str, folder: Path, kind: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask which file to read."""
    dialog = QFileDialog(parent, title, str(folder), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return present(dialog)


def open_path(path: Path) -> bool:
    """Open a file or folder with the system's own program; False when the system has none for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
