"""What went wrong, told to people: a sentence for what they can act on, a crash dialog and the log for defects."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget

from cchc_desktop import __version__
from cchc_desktop.errors import UserError

TITLE = "Nhiệm vụ CCHC"
_log = logging.getLogger("cchc.ui")


D = TypeVar("D", bound=QDialog)
_on_screen: set[QDialog] = set()
"""Dialogs that are open: without a parent nothing else would keep them alive."""


def present(dialog: D) -> D:
    """Show a dialog without blocking the program, and keep it until it is closed."""
    _on_screen.add(dialog)
    dialog.finished.connect(lambda _result: _on_screen.discard(dialog))
    dialog.finished.connect(dialog.deleteLater)  # WA_DeleteOnClose crashed when a button's own work ran on
    dialog.open()
    return dialog


def show_problem(
    parent: QWidget | None, error: UserError, retry: Callable[[], object] | None = None
) -> QMessageBox:
    """Show a sentence for people in one dialog that does not block the program; "Thử lại" when it can be repeated."""
    box = QMessageBox(QMessageBox.Icon.Warning, TITLE, error.message, parent=parent)
    box.setAccessibleName(error.message)
    close = box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
    if retry is not None:
        again = box.addButton("Thử lại", QMessageBox.ButtonRole.AcceptRole)
        again.clicked.connect(lambda _checked=False: retry())
        box.setDefaultButton(again)
    else:
        box.setDefaultButton(close)
    box.setEscapeButton(close)
    return present(box)


def details(error: BaseException) -> str:
    """Return what a developer needs to know of a defect, without names of people or contents of tasks."""
    trace = "".join(traceback.format_exception(error))
    home = str(Path.home())
    if len(home) > 1:
        trace = trace.replace(home, "~")
    return f"CCHC Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{trace}"


def report_defect(parent: QWidget | None, error: BaseException, logs: Path | None = None) -> QMessageBox:
    """Log a defect with its traceback and show the crash dialog; what was entered before is already saved."""
    _log.error("Unexpected error", exc_info=error)
    box = QMessageBox(QMessageBox.Icon.Critical, TITLE, "", parent=parent)
    box.setText(
        "Phần mềm gặp lỗi ngoài dự kiến ở thao tác vừa rồi. Dữ liệu đã ghi trước đó vẫn an toàn. "
        "Hãy thử lại; nếu vẫn gặp lỗi, hãy sao chép chi tiết và gửi cho người hỗ trợ."
    )
    box.setAccessibleName(box.text())
    text = details(error)
    copy = _stay_open(box, "Sao chép chi tiết")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    if logs is not None:
        folder = _stay_open(box, "Mở thư mục nhật ký")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs))))
    close = box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    return present(box)


def _stay_open(box: QMessageBox, text: str) -> QPushButton:
    """Add a button that acts without closing the dialog."""
    button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
    button.clicked.disconnect()
    return button


class DefectHook(QObject):
    """Catches what nobody caught, in any thread, and shows it on the GUI thread."""

    caught = Signal(object)

    def __init__(self, logs: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.logs = logs
        self.showing: QMessageBox | None = None
        self._at_work = False
        self.caught.connect(self._show)

    def install(self) -> None:
        """Take over the interpreter's hooks."""
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread

    @staticmethod
    def uninstall() -> None:
        """Give the interpreter its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _from_main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.quit()
            return
        self.caught.emit(error.with_traceback(trace))

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught.emit(args.exc_value)

    def _show(self, error: BaseException) -> None:
        if self._at_work:  # showing an error went wrong itself: only the log is left
            _log.error("Unexpected error while showing an error", exc_info=error)
            return
        self._at_work = True
        try:
            self._show_one(error)
        finally:
            self._at_work = False

    def _show_one(self, error: BaseException) -> None:
        parent = QApplication.activeWindow()
        if isinstance(error, UserError):
            show_problem(parent, error)
        elif self.showing is None:
            self.showing = report_defect(parent, error, self.logs)
            self.showing.finished.connect(self._forget)
        else:  # a second defect while the first is on the screen: the log is enough
            _log.error("Unexpected error", exc_info=error)

    def _forget(self) -> None:
        self.showing = None
