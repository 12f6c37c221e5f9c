"""Names of columns as chips to be dragged onto the columns of a table, and the table they are dropped on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui import theme
from ui.widgets.plain_table import QuietDelegate, make_quiet

ROLE = "application/x-cchc-column"
"""Kind of what a chip carries: the key of a column of a plan."""
_WIDEST = 260
_NARROWEST = 110
_SHOWN_LETTERS = 160


class RoleChip(QPushButton):
    """A chip that is dragged onto a column; a click does nothing but say so in its tool tip."""

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.key = key
        self._pressed: QPoint | None = None
        self.setProperty("kind", "chip")
        self.setAccessibleName(f"{name}: kéo vào một cột của bảng")
        self.setToolTip("Kéo vào cột tương ứng của bảng bên dưới, hoặc chọn cột trong danh sách.")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the lists beneath do the same by keyboard
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_used(self, *, used: bool) -> None:
        """Show that a column already has this name."""
        self.setDown(False)
        theme.mark(self, "chip_used" if used else "chip")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the pointer has moved far enough."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(self.carried())
            drag.setPixmap(self.grab())
            drag.setHotSpot(event.position().toPoint())
            drag.exec(Qt.DropAction.MoveAction)

    def carried(self) -> QMimeData:
        """Return what a drag of this chip carries."""
        data = QMimeData()
        data.setData(ROLE, self.key.encode())
        return data


class ColumnBoard(QTableWidget):
    """The first rows of a table as in the file; a chip dropped on a column gives it its name."""

    assigned = Signal(str, int)
    """Key of a column of a plan, and the column of the table it was dropped on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = -1
        self._filled: tuple[Sequence[str], Sequence[Sequence[str]]] = ((), ())
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_quiet(self)
        self.setItemDelegate(QuietDelegate(self))
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self._head = self.horizontalHeader().viewport()
        self._head.setAcceptDrops(True)
        self._head.installEventFilter(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def fill(
        self, names: Sequence[str], rows: Sequence[Sequence[str]], roles: Mapping[int, Sequence[str]]
    ) -> None:
        """Show rows; ``names`` are the columns of the file, ``roles`` what they were mapped to."""
        self.setColumnCount(len(names))
        self.setRowCount(len(rows))
        for column, name in enumerate(names):
            given = ", ".join(roles.get(column, ()))
            head = QTableWidgetItem(f"{given or '(chưa dùng)'}\nCột {column + 1}")
            head.setToolTip(f"{name}: {given or 'chưa dùng'}")
            font = theme.scaled_font(1.0, bold=bool(given))
            head.setFont(font)
            head.setForeground(theme.colour("accent" if given else "muted"))
            self.setHorizontalHeaderItem(column, head)
        for number, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text[:_SHOWN_LETTERS])
                item.setToolTip(text[:2000])
                self.setItem(number, column, item)
            self.setRowHeight(number, theme.row_height())
        self._filled = (names, rows)
        self._share_out(names, rows)
        room = self.horizontalHeader().sizeHint().height() + len(rows) * theme.row_height() + 16
        self.setFixedHeight(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._share_out(*self._filled)

    def _share_out(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Give columns a width by what stands in them; all are seen at once unless there are many."""
        scale = theme.current().points / 10
        lengths = [
            max([6, *(min(len(row[column]), 60) for row in rows if column < len(row))])
            for column in range(len(names))
        ]
        head = self.horizontalHeader()
        least = [max(round(_NARROWEST * scale), head.sectionSizeHint(column)) for column in range(len(names))]
        more = [
            max(round(min(_WIDEST, 8 * length) * scale) - width, 1)
            for length, width in zip(lengths, least, strict=True)
        ]
        room = max(self.viewport().width() - sum(least), 0)
        for column, width in enumerate(least):
            self.setColumnWidth(column, width + more[column] * room // sum(more))

    def sizeHint(self) -> QSize:
        """Return the height that was set and any width."""
        return QSize(400, self.height())

    def column_at(self, place: QPoint) -> int:
        """Return the column under a place of the viewport, -1 beside all."""
        return self.columnAt(place.x())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take chips only."""
        if event.mimeData().hasFormat(ROLE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the column under the pointer."""
        self._set_over(self.column_at(event.position().toPoint()))
        if self._over >= 0 and event.mimeData().hasFormat(ROLE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        event.accept()
        self._set_over(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the column its name."""
        column = self.column_at(event.position().toPoint())
        key = bytes(event.mimeData().data(ROLE).data()).decode("ascii", "replace")
        self._set_over(-1)
        if column >= 0 and key:
            event.acceptProposedAction()
            self.assigned.emit(key, column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the head of a column as dropped on the column."""
        if watched is self._head:
            if isinstance(event, QDragMoveEvent) and event.type() is QEvent.Type.DragMove:
                self.dragMoveEvent(event)
                return True
            if isinstance(event, QDragEnterEvent):
                self.dragEnterEvent(event)
                return True
            if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
                self.dropEvent(event)
                return True
            if isinstance(event, QDragLeaveEvent):
                self.dragLeaveEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _set_over(self, column: int) -> None:
        if column != self._over:
            self._over = column
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame around the column a chip is over."""
        super().paintEvent(event)
        if self._over >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("accent"), 2))
            left = self.columnViewportPosition(self._over)
            painter.drawRect(left + 1, 1, self.columnWidth(self._over) - 2, self.viewport().height() - 2)
            painter.end()
