"""A quiet table: hairlines instead of a grid, air left and right, text colour kept in selected rows."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme

_Index = QModelIndex | QPersistentModelIndex
SIDE = 7
"""Air left and right of a text; with the margin Qt adds itself it stands under the heading."""


class QuietDelegate(QStyledItemDelegate):
    """Paints cells with air and a hairline beneath."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the text and the air around it."""
        option.rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        return super().sizeHint(option, index) + QSize(2 * SIDE, 2 * theme.GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, cell and hairline."""
        whole = option.rect
        shown = QStyleOptionViewItem(option)
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(whole, theme.colour("selection"))
        elif ground is not None:
            painter.fillRect(whole, ground)
        shown.rect = whole.adjusted(SIDE, 0, -SIDE, 0)
        shown.state &= ~QStyle.StateFlag.State_Selected & ~QStyle.StateFlag.State_HasFocus
        shown.palette.setColor(QPalette.ColorRole.Base, theme.colour("surface"))
        super().paint(painter, shown, index)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Look for a click on the tick where ``paint`` draws it."""
        moved = QStyleOptionViewItem(option)
        moved.rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        return super().editorEvent(event, model, moved, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leave the ground to ``paint``: it reaches over the air too."""
        super().initStyleOption(option, index)
        option.backgroundBrush = QBrush()


def make_quiet(table: QTableView) -> None:
    """Give a table the look of the house."""
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionsClickable(False)


class QuietTable(QTableView):
    """A table to look at, row by row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_quiet(self)
        self.setAccessibleName(name)
        self.setItemDelegate(QuietDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
