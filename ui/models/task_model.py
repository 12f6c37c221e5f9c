"""The task table's model: virtual, over an arrangement of frozen rows; no proxy stands between it and the view."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models.arrangement import Arrangement, Entry, SectionRow
from ui.models.task_list import TaskRow
from ui.models.task_words import COLUMNS, TITLES, cell_text, section_sentence, sentence, tooltip

Index = QModelIndex | QPersistentModelIndex

# Enum attributes cost microseconds each in Python and a page asks a thousand times: look them up once.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TASK_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_SECTION_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class TaskModel(QAbstractTableModel):
    """Shows what stands in an arrangement; the delegate takes rows from it directly."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement()
        self.words: tuple[str, ...] = ()
        """Folded words to highlight."""
        self._entries: list[Entry] = []

    def show_entries(self) -> None:
        """Show what the arrangement holds now."""
        self.beginResetModel()
        self._entries = self.arrangement.entries
        self.words = self.arrangement.matched
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return what stands in a row."""
        return self._entries[row]

    def task_at(self, row: int) -> TaskRow | None:
        """Return the task in a row; None for a section row and outside."""
        if not 0 <= row < len(self._entries):
            return None
        entry = self._entries[row]
        return entry if isinstance(entry, TaskRow) else None

    def row_of(self, task_id: int) -> int:
        """Return the row in which a task stands, or -1."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, TaskRow) and entry.id == task_id:
                return row
        return -1

    def section_rows(self) -> list[int]:
        """Return the rows that hold sections."""
        return [row for row, entry in enumerate(self._entries) if isinstance(entry, SectionRow)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count rows, section rows included."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Answer display, tooltip and accessible text; everything else is the delegate's."""
        if role not in (_DISPLAY, _TOOLTIP, _ACCESSIBLE):
            return None
        row, column = index.row(), index.column()
        if not (0 <= row < len(self._entries) and 0 <= column < len(COLUMNS)):
            return None
        entry = self._entries[row]
        if isinstance(entry, SectionRow):
            if role == _ACCESSIBLE:
                return section_sentence(entry)
            return entry.title if column == 0 else ""
        if role == _DISPLAY:
            return cell_text(entry, COLUMNS[column])
        return tooltip(entry, COLUMNS[column]) if role == _TOOLTIP else sentence(entry)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Answer the headings of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            return TITLES[COLUMNS[section]]
        if role == _TOOLTIP:
            return (
                f"{TITLES[COLUMNS[section]]}: bấm để sắp xếp trong từng lĩnh vực, bấm chuột phải để chọn cột"
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Section rows can be reached by the keyboard but not selected."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return Qt.ItemFlag.NoItemFlags
        return _SECTION_FLAGS if isinstance(self._entries[index.row()], SectionRow) else _TASK_FLAGS
