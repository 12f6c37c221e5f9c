"""The print preview: options on the left, the pages on the right, exactly as they will be printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.errors import UserError
from cchc_desktop.writing.appendix import END_MARK, AppendixDocument
from cchc_desktop.writing.arrangement import arranged
from ui.errors import show_problem
from ui.printing.choices import PrintChoices
from ui.printing.options_panel import OptionsPanel
from ui.printing.page_panel import PagePanel, plain_label
from ui.printing.paginator import Paginator, draw_all, write_pdf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Scope = tuple[str, Callable[[], AppendixDocument]]
"""A choice of tasks: what it is called ("Đang lọc (15)") and what gives its document when it is chosen."""
NO_PRINTER = "Máy này chưa cài máy in. Bạn vẫn có thể lưu PDF."
_PAUSE_MS = 200
"""Wait until typing pauses before the pages are made again."""
_PAGES_PER_TURN = 4


class PrintPreviewDialog(QDialog):
    """Shows what will be printed and prints it; pages come while the dialog is already usable."""

    pdf_saved = Signal(str, int)
    """Path of the file and number of pages."""
    printed = Signal(int)
    """Number of pages sent to the printer."""

    def __init__(
        self,
        scopes: Sequence[Scope],
        today: date,
        parent: QWidget | None = None,
        *,
        choices: PrintChoices | None = None,
        suggested_name: str = "danh-muc-nhiem-vu.pdf",
    ) -> None:
        super().__init__(parent)
        self._scopes = tuple(scopes)
        self._today = today
        self._suggested_name = suggested_name
        self._documents: dict[int, AppendixDocument] = {}
        self._scope = 0
        self._document: AppendixDocument | None = None
        self._paginator: Paginator | None = None
        self.options = OptionsPanel([label for label, _ in scopes], choices or PrintChoices())
        self.pages = PagePanel()
        self.view = self.pages.view
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._lay_out_rest)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.rebuild)
        self._build()
        self._connect()
        self._choose_scope(0)
        self.pdf_button.setEnabled(self._document is not None)
        self.print_button.setEnabled(self.print_button.isEnabled() and self._document is not None)

    @property
    def choices(self) -> PrintChoices:
        """What is chosen, to be kept for the next print of the same view."""
        return self.options.choices

    @property
    def paginator(self) -> Paginator | None:
        """The pages in force."""
        return self._paginator

    def sizeHint(self) -> QSize:
        """Return a size that shows a landscape page at a readable size."""
        return QSize(1120, 720)

    def rebuild(self) -> None:
        """Make the pages again from the options in force."""
        self._pause.stop()
        if self._document is None:
            return
        choices, document = self.options.choices, self._document
        keys = tuple(column.key for column, _ in document.columns)
        document = arranged(document, choices.arrangement(keys))
        if choices.end_mark:
            document = replace(document, end_mark=END_MARK)
        title = self.options.title.text().strip()
        own = title == self._document.title
        self._paginator = Paginator(document, choices.setup(None if own else title, self._today))
        self.view.set_paginator(self._paginator)
        self._rest.start()

    def save_pdf(self, path: Path) -> bool:
        """Write the pages to a PDF file and say so; False after a problem, which is shown."""
        self._settle()
        if self._paginator is None:
            return False
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            pages = write_pdf(self._paginator, path)
        except UserError as error:
            QApplication.restoreOverrideCursor()
            show_problem(self, error, lambda: self.save_pdf(path))
            return False
        QApplication.restoreOverrideCursor()
        self.notice.setText(f"Đã lưu {pages} trang vào tệp “{path.name}”.")
        self.pdf_saved.emit(str(path), pages)
        return True

    def print_on(self, printer: "QPrinter") -> bool:
        """Print the chosen range of pages and say so; False after a problem, which is shown."""
        self._settle()
        paginator = self._paginator
        if paginator is None:
            return False
        printer.setPageLayout(paginator.setup.page_layout())
        printer.setFullPage(True)
        printer.setDocName(paginator.setup.title or paginator.document.title)
        pages = None
        if printer.printRange() is printer.PrintRange.PageRange and printer.fromPage():
            pages = range(printer.fromPage() - 1, printer.toPage())
        try:
            count = draw_all(paginator, printer, pages)
        except UserError as error:
            show_problem(self, error)
            return False
        self.notice.setText(f"Đã gửi {count} trang tới máy in.")
        self.printed.emit(count)
        return True

    def _build(self) -> None:
        self.setWindowTitle("In danh sách nhiệm vụ")
        self.setSizeGripEnabled(True)
        self.notice = plain_label("Thông báo")
        self.notice.setWordWrap(True)
        self.pdf_button = QPushButton("Lưu PDF…")
        self.cancel_button = QPushButton("Hủy bỏ")
        self.print_button = QPushButton("In…")
        self.print_button.setDefault(True)
        self.print_button.setProperty("kind", "primary")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.options)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(
            self.options.sizeHint().width() + scroll.verticalScrollBar().sizeHint().width() + 4
        )
        splitter = QSplitter()
        splitter.addWidget(scroll)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._buttons())
        self._check_printers()

    def _buttons(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(self.pdf_button)
        bar.addWidget(self.notice, 1)
        bar.addWidget(self.cancel_button)
        bar.addWidget(self.print_button)
        return bar

    def _connect(self) -> None:
        self.options.changed.connect(self._pause.start)
        self.options.scope_changed.connect(self._choose_scope)
        self.pdf_button.clicked.connect(self._ask_pdf)
        self.cancel_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._ask_printer)
        for keys, slot in (
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit),
            ("Ctrl+S", self._ask_pdf),
            ("Ctrl+P", self.print_button.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _check_printers(self) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.print_button.setEnabled(False)
            self.pdf_button.setDefault(True)
            self.notice.setText(NO_PRINTER)

    def _choose_scope(self, index: int) -> None:
        """Take the tasks of a scope; its document is asked for once, and a refusal leaves the scope as it was."""
        if index >= len(self._scopes):
            return
        document = self._documents.get(index)
        if document is None:
            try:
                document = self._documents[index] = self._scopes[index][1]()
            except UserError as error:
                show_problem(self, error)
                self.options.choose_scope(self._scope)
                return
        self._scope, self._document = index, document
        names = [(column.key, column.title) for column, _ in document.columns]
        self.options.show_document(names, document.title)
        self.rebuild()

    def _lay_out_rest(self) -> None:
        """Lay out a few more pages between two events, until all are known."""
        paginator = self._paginator
        if paginator is None:
            return
        for _ in range(_PAGES_PER_TURN):
            if not paginator.lay_out_next():
                break
        if not paginator.finished:
            self._rest.start()
        elif paginator.setup.page_totals:
            self.view.refresh()
        self.pages.show_place()

    def _settle(self) -> None:
        """Take up a change that is still waiting for typing to pause."""
        if self._pause.isActive():
            self.rebuild()

    def _ask_pdf(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Lưu PDF", self._suggested_name, "Tệp PDF (*.pdf)")
        if name:
            self.save_pdf(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._settle()
        if self._paginator is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._paginator.setup.page_layout())
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("In")
        dialog.setMinMax(1, self._paginator.page_count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted and self.print_on(printer):
            self.accept()
