"""Phím tắt: all keys that exist, in a window that can stay open beside the work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.key_table import KeyTable


class ShortcutsDialog(QDialog):
    """The keys, scrollable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phím tắt")
        self.setAccessibleName("Phím tắt")
        inside = QWidget()
        theme.mark(inside, "clear")
        column = QVBoxLayout(inside)
        column.addWidget(KeyTable())
        area = QScrollArea()
        area.setAccessibleName("Danh sách phím tắt")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName("Đóng")
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        theme.spaced(outer, margin=16)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)
        self.resize(round(520 * theme.current().points / 10), 600)
