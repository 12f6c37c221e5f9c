"""The pages of the preview with what turns and zooms them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.printing.page_view import PageView


class PagePanel(QWidget):
    """The page, and below it ‹ Trang 1/4 › and − 100 % +."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView()
        self.page_label = plain_label("Số trang")
        self.zoom_label = plain_label("Mức thu phóng")
        self.previous_button = _tool("‹", "Trang trước (Page Up)")
        self.next_button = _tool("›", "Trang sau (Page Down)")
        self.smaller_button = _tool("−", "Thu nhỏ (Ctrl+−)")
        self.larger_button = _tool("+", "Phóng to (Ctrl+=)")
        self.fit_button = _tool("Vừa trang", "Xem cả trang (Ctrl+0)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        bar = QHBoxLayout()
        for widget in (self.previous_button, self.page_label, self.next_button):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self.smaller_button, self.zoom_label, self.larger_button, self.fit_button):
            bar.addWidget(widget)
        layout.addLayout(bar)
        self._connect()

    def show_place(self) -> None:
        """Say which page is shown and how large; the number of pages once it is known."""
        paginator, view = self.view.paginator, self.view
        if paginator is None:
            return
        total = str(paginator.pages_so_far) if paginator.finished else "…"
        self.page_label.setText(f"Trang {view.index + 1}/{total}")
        self.zoom_label.setText(f"{round(view.zoom * 100)} %")
        self.previous_button.setEnabled(view.index > 0)
        self.next_button.setEnabled(not paginator.finished or view.index + 1 < paginator.pages_so_far)

    def _connect(self) -> None:
        view = self.view
        view.page_changed.connect(self.show_place)
        view.zoom_changed.connect(self.show_place)
        self.previous_button.clicked.connect(lambda: view.go_to(view.index - 1))
        self.next_button.clicked.connect(lambda: view.go_to(view.index + 1))
        self.smaller_button.clicked.connect(view.zoom_out)
        self.larger_button.clicked.connect(view.zoom_in)
        self.fit_button.clicked.connect(view.fit)


def plain_label(name: str) -> QLabel:
    """Make a label for plain text, named for screen readers."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAccessibleName(name)
    return label


def _tool(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setMinimumHeight(32)
    if len(text) == 1:
        button.setMinimumWidth(32)
    return button
