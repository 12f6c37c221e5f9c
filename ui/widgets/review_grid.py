"""The table in which a person checks and corrects what was read from a plan."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import icons, theme
from ui.models.draft_filter import DraftFilter
from ui.models.draft_model import MARK, PLACE, READING, DraftModel
from ui.models.draft_words import needs_check
from ui.widgets.plain_table import SIDE, QuietDelegate, make_quiet

if TYPE_CHECKING:
    from ui.models.draft_rows import RowKey

_Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    MARK: 136,
    PLACE: 50,
    "content": 170,
    "lead": 96,
    "coordinating": 100,
    "deadline": 96,
    READING: 100,
    "section_title": 180,
}
"""Pixels at the base text size; the content takes what is left."""
_WIDEST_PLACE = 110
_EDITOR_LINES = 4


class TextDelegate(QuietDelegate):
    """Edits a cell in a box of several lines: Enter takes the text, Esc leaves it as it was."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002 - Qt's signature
        """Make the box."""
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
        name = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(f"Sửa {name}")
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the present text, all of it marked."""
        assert isinstance(editor, QPlainTextEdit)  # noqa: S101 - createEditor makes nothing else
        editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand the text over."""
        assert isinstance(editor, QPlainTextEdit)  # noqa: S101 - createEditor makes nothing else
        model.setData(model.index(index.row(), index.column()), editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: ARG002 - Qt's signature
        """Give the box room for several lines, inside the table."""
        rect = option.rect
        height = max(rect.height(), _EDITOR_LINES * theme.line_height() + 4 * theme.GRID)
        width = max(rect.width(), 12 * theme.line_height())
        holder = editor.parentWidget()
        room = holder.rect() if holder is not None else rect
        left = min(rect.left(), max(room.right() - width, 0))
        top = min(rect.top(), max(room.bottom() - height, 0))
        editor.setGeometry(left, top, width, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the text with Enter; Alt or Shift with Enter breaks the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                return True
        return super().eventFilter(editor, event)


class ReviewGrid(QTableView):
    """All rows of a draft, or those of one filter; F2 or a double click edits."""

    row_picked = Signal(int)
    """Row of the draft; -1 when none is picked."""

    def __init__(self, draft: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.rows = DraftFilter(draft, self)
        self.setModel(self.rows)
        self.setItemDelegate(TextDelegate(self))
        self.setAccessibleName("Các dòng đọc được, để kiểm tra và sửa")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        make_quiet(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self._kept: tuple[RowKey | None, int, int] = (None, 0, 0)
        draft.modelAboutToBeReset.connect(self._keep_place)
        draft.modelReset.connect(self._lay_out)
        self._lay_out()

    def show_filter(self, wanted: str) -> None:
        """Show the rows of a filter, the first one picked."""
        self.rows.show(wanted)
        self._pick_first()

    def picked_rows(self) -> tuple[int, ...]:
        """Return the rows of the draft in which something is picked."""
        found = {self.rows.mapToSource(index).row() for index in self.selectionModel().selectedIndexes()}
        return tuple(sorted(found))

    def reveal(self, row: int) -> None:
        """Pick a row of the draft if the filter shows it."""
        index = self.rows.mapFromSource(self.draft.index(row, self.draft.keys().index("content")))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step_to_problem(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) shown row that needs a check; False when there is none further on."""
        here = self.currentIndex().row()
        place = here + step if here >= 0 else 0
        while 0 <= place < self.rows.rowCount():
            row = self.rows.mapToSource(self.rows.index(place, 0)).row()
            if needs_check(self.draft.task(row)) and not self.draft.is_left_out(row):
                self.reveal(row)
                return True
            place += step
        return False

    def _keep_place(self) -> None:
        index = self.currentIndex()
        row = self.rows.mapToSource(index).row() if index.isValid() else -1
        key = self.draft.row_key(row) if row >= 0 else None
        self._kept = (key, row, self.verticalScrollBar().value())

    def _pick_again(self) -> None:
        """Pick the row that was picked before the draft was read again, else the one now in its place."""
        key, place, scrolled = self._kept
        row = self.draft.row_of(key) if key is not None else -1
        if row < 0 and key is not None:
            row = min(place, self.draft.rowCount() - 1)
        index = self.rows.mapFromSource(self.draft.index(row, self.draft.keys().index("content")))
        if not index.isValid():
            self._pick_first()
            return
        self.verticalScrollBar().setValue(scrolled)
        self.setCurrentIndex(index)

    def _pick_first(self) -> None:
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, self.draft.keys().index("content")))
        else:
            self.row_picked.emit(-1)

    def _on_row(self, current: QModelIndex) -> None:
        self.row_picked.emit(self.rows.mapToSource(current).row() if current.isValid() else -1)

    def _lay_out(self) -> None:
        scale = theme.current().points / 10
        self.setIconSize(QSize(icons.scaled(16), icons.scaled(16)))
        for column, key in enumerate(self.draft.keys()):
            least = self.horizontalHeader().sectionSizeHint(column)
            if key == PLACE:
                least = max(least, min(self._place_width(), round(_WIDEST_PLACE * scale)))
            self.setColumnWidth(column, max(least, round(_WIDTHS.get(key, 120) * scale)))
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        self._stretch()
        self._pick_again()

    def _place_width(self) -> int:
        """Return the room that the longest number of a row needs: "VIII.10"."""
        metrics, column = self.fontMetrics(), self.draft.keys().index(PLACE)
        places = {str(self.draft.index(row, column).data()) for row in range(self.draft.rowCount())}
        longest = max((metrics.horizontalAdvance(place) for place in places), default=0)
        return longest + 2 * SIDE + 2 * theme.GRID

    def _stretch(self) -> None:
        """Give the content the room that the other columns leave."""
        column = self.draft.keys().index("content")
        others = sum(self.columnWidth(each) for each in range(len(self.draft.keys())) if each != column)
        least = round(_WIDTHS["content"] * theme.current().points / 10)
        self.setColumnWidth(column, max(least, self.viewport().width() - others))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the row whose tick is clicked too: the panel beside tells of it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "draft"):
            self._keep_place()
            self._lay_out()
