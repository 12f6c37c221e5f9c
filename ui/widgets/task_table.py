"""The task table: a view over the virtual model that knows sections, keys, columns and how to find a row again."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from ui import theme
from ui.models.arrangement import SectionRow
from ui.models.task_delegate import TaskDelegate
from ui.models.task_list import TaskRow
from ui.models.task_model import TaskModel
from ui.models.task_words import COLUMNS, as_html, as_tsv
from ui.preferences import Density, Preferences
from ui.widgets.table_columns import TableColumns

_MEASURED_ROWS = 800
"""Rows that grow with their text up to this many; longer lists give every row the height of four lines."""


class TaskTable(QTableView):
    """Rows of tasks under section rows."""

    opened = Signal(int)
    """Id of the task whose panel is wanted (Enter, double click)."""
    current_changed = Signal(object)
    """TaskRow of the current row, or None."""
    selection_changed = Signal()
    menu_wanted = Signal(QPoint)
    """Where the context menu of the selected tasks is wanted, on the screen."""
    section_toggled = Signal(object)
    """Key of the section that was opened or collapsed."""
    sort_wanted = Signal(str, bool)
    """Column and whether descending; an empty name means plan order."""

    def __init__(self, model: TaskModel, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.delegate = TaskDelegate(self, model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Danh sách nhiệm vụ")
        self.setProperty("kind", "flat")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.columns = TableColumns(self, preferences)
        self.columns.sort_wanted.connect(self.sort_wanted)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self._selection_moved())
        self.selectionModel().currentRowChanged.connect(lambda new, _old: self._current_moved(new.row()))
        self._quiet = False
        self._resized: set[int] = set()
        """Rows whose height is not the usual one."""
        self._restyle = QTimer(self, singleShot=True, interval=0)
        self._restyle.timeout.connect(self._restyled)
        self._set_heights()

    # ---- rows ----

    def show_entries(self) -> None:
        """Show what the arrangement holds now; selection, current row and scroll position stay where possible."""
        selected = {row.id for row in self.selected_rows()}
        current = self.current_row()
        offset = self.verticalScrollBar().value()
        self._quiet = True
        self._model.show_entries()
        self._lay_out_rows()
        if selected:
            self.select_tasks(selected, scroll=False)
        place = self._model.row_of(current.id) if current is not None else -1
        if place >= 0:
            index = self._model.index(place, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(offset)
        self._quiet = False
        self._selection_moved()

    def selected_rows(self) -> list[TaskRow]:
        """Return the selected tasks in display order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows(0))
        found = (self._model.task_at(row) for row in rows)
        return [task for task in found if task is not None]

    def current_row(self) -> TaskRow | None:
        """Return the task of the current row; None on a section row."""
        return self._model.task_at(self.currentIndex().row())

    def select_tasks(self, ids: set[int] | frozenset[int], *, scroll: bool = True) -> None:
        """Select the given tasks as far as they are shown."""
        selection = QItemSelection()
        first = -1
        last = len(COLUMNS) - 1
        for row in range(self._model.rowCount()):
            task = self._model.task_at(row)
            if task is not None and task.id in ids:
                first = row if first < 0 else first
                selection.select(self._model.index(row, 0), self._model.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if scroll and first >= 0:
            index = self._model.index(first, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def go_to(self, task_id: int) -> bool:
        """Make a task the current and only selected row; False when it is not shown."""
        place = self._model.row_of(task_id)
        if place < 0:
            return False
        index = self._model.index(place, max(0, self.columns.first_shown()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def copy(self) -> int:
        """Put the selected tasks on the clipboard as a table (HTML) and as text (TSV); return their number."""
        rows = self.selected_rows()
        if rows:
            columns = self.columns.shown()
            data = QMimeData()
            data.setText(as_tsv(rows, columns))
            data.setHtml(as_html(rows, columns))
            QGuiApplication.clipboard().setMimeData(data)
        return len(rows)

    # ---- Qt ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; on a section row Enter, Space and the arrows open and collapse; bare letters do nothing."""
        key = event.key()
        section = self._section_at(self.currentIndex().row())
        if section is not None and self._section_key(section, key):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters belong to the input method, searching has its own field."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or collapse a section when its row is clicked."""
        section = self._section_at(self.rowAt(round(event.position().y())))
        if section is not None and event.button() is Qt.MouseButton.LeftButton:
            self.section_toggled.emit(section.key)
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected tasks."""
        if self.selected_rows():
            self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content column what the others leave."""
        super().resizeEvent(event)
        self.columns.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after a change of text size or density."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_restyle"):
            self._restyle.start()

    def restyle_now(self) -> None:
        """Take the theme in force at once (density has no event of its own)."""
        self._restyled()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Leave the table with Tab: rows are reached with the arrows."""
        return QWidget.focusNextPrevChild(self, next_one)

    # ---- inside ----

    def _restyled(self) -> None:
        self.delegate.restyle()
        self._set_heights()
        self.columns.rescale()
        self._lay_out_rows()
        self.viewport().update()

    def _set_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        self.columns.set_height(theme.control_height() + 6)

    def _lay_out_rows(self) -> None:
        """Span the section rows over all columns and give them, and rows that grow, their height."""
        header = self.verticalHeader()
        self.clearSpans()
        for row in self._resized:  # a reset of the model keeps the heights of the rows before it
            if row < self._model.rowCount():
                header.resizeSection(row, header.defaultSectionSize())
        self._resized.clear()
        section_height = theme.control_height() + theme.GRID
        for row in self._model.section_rows():
            self.setSpan(row, 0, 1, len(COLUMNS))
            header.resizeSection(row, section_height)
            self._resized.add(row)
        if theme.current().density is Density.AIRY and self._model.rowCount() <= _MEASURED_ROWS:
            widths = {column: self.columnWidth(place) for place, column in enumerate(COLUMNS)}
            for row in range(self._model.rowCount()):
                task = self._model.task_at(row)
                if task is not None:
                    lines = self.delegate.lines_needed(task, widths)
                    header.resizeSection(row, self._height_of(lines))
                    self._resized.add(row)

    @staticmethod
    def _height_of(lines: int) -> int:
        return max(theme.row_height(Density.COMPACT), lines * theme.line_height() + 4 * theme.GRID)

    def _section_at(self, row: int) -> SectionRow | None:
        if not 0 <= row < self._model.rowCount():
            return None
        entry = self._model.entry(row)
        return entry if isinstance(entry, SectionRow) else None

    def _section_key(self, section: SectionRow, key: int) -> bool:
        toggles = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        toggles = toggles or (key == Qt.Key.Key_Left and not section.collapsed)
        toggles = toggles or (key == Qt.Key.Key_Right and section.collapsed)
        if toggles:
            row = self.currentIndex().row()
            self.section_toggled.emit(section.key)
            self.setCurrentIndex(self._model.index(row, 0))
        return toggles

    def _open(self, row: int) -> None:
        task = self._model.task_at(row)
        if task is not None:
            self.opened.emit(task.id)

    def _selection_moved(self) -> None:
        if not self._quiet:
            self.viewport().update()
            self.selection_changed.emit()

    def _current_moved(self, row: int) -> None:
        if not self._quiet:
            self.viewport().update()
            self.current_changed.emit(self._model.task_at(row))


def ids_of(rows: Sequence[TaskRow]) -> list[int]:
    """Return the ids of rows."""
    return [row.id for row in rows]
