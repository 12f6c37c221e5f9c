"""A list on the left and what is chosen in it on the right, with a hairline between that can be moved."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QSplitter, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.plain_table import QuietDelegate

_AIR = 5
"""Pixels beside the line."""


class SideBySide(QSplitter):
    """Shares the width out by ``shares`` until a person moves the line."""

    def __init__(self, left: QWidget, right: QWidget, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        for widget, sides in ((left, (0, 0, _AIR, 0)), (right, (_AIR, 0, 0, 0))):
            side = QWidget()
            column = QVBoxLayout(side)
            theme.spaced(column, margin=sides)
            column.addWidget(widget)
            self.addWidget(side)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes([100 * share for share in shares])
        for place, share in enumerate(shares):
            self.setStretchFactor(place, share)


class TallRows(QuietDelegate):
    """Rows of a list that are tall enough to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for at least the height of a control."""
        return super().sizeHint(option, index).expandedTo(QSize(0, theme.control_height()))
