"""The list of things to do: chip, content and what is the matter, most serious first; a click opens the task."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.domain.tasks import Status
from ui import icons, theme
from ui.widgets.chips import chip_font

TODO_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Todo:
    """One row of the list."""

    task_id: int
    status: Status
    label: str
    """Word on the chip."""
    content: str
    phrase: str
    """Why it stands here: "quá hạn 5 ngày"."""
    due_line: str
    """"hạn 31/03/2026"; empty without one."""


class TodoModel(QAbstractListModel):
    """The rows shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Todo, ...] = ()

    def fill(self, rows: Sequence[Todo]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the content, the whole row, and the sentence for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == TODO_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.content
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.label}: {row.content}. {row.phrase}. {row.due_line}"
        return None


class TodoDelegate(QStyledItemDelegate):
    """Paints the sign of the status, the content on up to two lines, and beside it why it stands here and by when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        """Ask for two lines."""
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: Todo = index.data(TODO_ROLE)
        rect: QRect = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme.colour("selection"))
        if row.status is Status.OVERDUE:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("overdue_bar"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        line = theme.line_height()
        inner = rect.adjusted(12, 2 * theme.GRID, -8, -2 * theme.GRID)
        ink = theme.status_colours(row.status)[0]
        side = round(line * 0.85)
        sign = icons.pixmap(icons.STATUS_ICONS[row.status], ink, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(inner.left(), inner.top() + (line - side) // 2, sign)
        beside = max(_widths(painter.font(), (row.phrase, row.due_line)), 8 * line) + theme.GAP
        words = inner.adjusted(side + 10, 0, -beside, 0)
        painter.setPen(theme.colour("text"))
        _two_lines(painter, words, row.content)
        right = QRect(inner.right() - beside + theme.GAP, inner.top(), beside - theme.GAP, line)
        painter.setPen(theme.colour("muted"))
        painter.drawText(
            right.translated(0, line),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            row.due_line,
        )
        painter.setFont(chip_font())
        painter.setPen(ink)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.phrase)
        painter.restore()


def row_height() -> int:
    """Return the height of a row: two lines and air."""
    return 2 * theme.line_height() + 4 * theme.GRID


def _widths(font: QFont, texts: Sequence[str]) -> int:
    bold = QFontMetrics(chip_font())
    return max(
        max(QFontMetrics(font).horizontalAdvance(text), bold.horizontalAdvance(text)) for text in texts
    )


def _two_lines(painter: QPainter, box: QRect, text: str) -> None:
    metrics, words = QFontMetrics(painter.font()), text.split()
    first: list[str] = []
    while words and metrics.horizontalAdvance(" ".join([*first, words[0]])) <= box.width():
        first.append(words.pop(0))
    line = theme.line_height()
    upper = QRect(box.left(), box.top(), box.width(), line)
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, " ".join(first) or rest)
    if first:
        painter.drawText(upper.translated(0, line), Qt.AlignmentFlag.AlignVCenter, rest)


class TodoList(QListView):
    """The list; a click, Enter or Space opens the task."""

    opened = Signal(int)
    """Id of the task."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TodoModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(TodoDelegate(self))
        self.setProperty("kind", "flat")
        self.setAccessibleName("Việc cần làm")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def fill(self, rows: Sequence[Todo]) -> None:
        """Show other rows."""
        self._rows.fill(rows)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for every row: the page scrolls, not the list."""
        return QSize(320, self._rows.rowCount() * row_height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Never less than every row."""
        return self.sizeHint()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(TODO_ROLE).task_id)
