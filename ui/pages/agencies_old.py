"""Tab Tên cũ: bodies of stored plans that were reorganised since, and what they are called now."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from cchc_desktop.services.agencies import OldName
from ui import theme
from ui.pages.agencies_facts import Facts
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain_table import QuietTable
from ui.widgets.text import Text

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_HEADINGS = ("Tên trong kế hoạch", "Nay là", "Nhiệm vụ")
_NOTE = (
    "Các cơ quan dưới đây đã được sắp xếp lại sau khi kế hoạch ban hành. Chữ trong kế hoạch, khi in và khi xuất tệp đều "
    "giữ nguyên; “nay là” chỉ để tra cứu. Nơi việc được chia cho nhiều cơ quan, hãy xem từng nhiệm vụ để biết ai tiếp nhận."
)
NOTHING = "Mọi cơ quan có tên trong kế hoạch đã nhập vẫn mang đúng tên đó đến hôm nay."


def now_words(old: OldName) -> str:
    """Say who does the work of a body now; several are told apart from one.

    >>> now_words(OldName("Sở A", (1,), ("Sở B", "Sở C")))
    'Sở B; Sở C (việc được chia)'
    """
    return "; ".join(old.now) + (" (việc được chia)" if len(old.now) > 1 else "")


class OldNames(QAbstractTableModel):
    """Old name, new name, number of tasks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[OldName, ...] = ()

    def fill(self, names: tuple[OldName, ...]) -> None:
        """Show other names."""
        self.beginResetModel()
        self.names = names
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many names there are."""
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the text, the whole text as tool tip, and a sentence for screen readers."""
        if not index.isValid():
            return None
        old = self.names[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (old.name, now_words(old), str(len(old.task_ids)))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{old.name}, nay là {now_words(old)}, {len(old.task_ids)} nhiệm vụ"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None


class OldView(QWidget):
    """The table, and what can be done with a row of it."""

    tasks_asked = Signal(object)
    """Ids of tasks."""
    opened = Signal(str)
    """Key of the body in the directory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self.note = Text(_NOTE, kind="muted", wrap=True)
        self.names = OldNames(self)
        self.table = QuietTable("Tên cũ và tên hiện nay")
        self.table.setModel(self.names)
        header = self.table.horizontalHeader()
        for stretched in (0, 1):
            header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.empty = EmptyState(NOTHING, icon="circle-check")
        self.tasks_button = button("Xem nhiệm vụ", self._ask_tasks, icon="list-checks")
        self.open_button = button("Xem trong danh mục", self._open, icon="building-2")
        buttons = QHBoxLayout()
        theme.spaced(buttons)
        buttons.addWidget(self.tasks_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.addWidget(self.empty, 1)
        self.table.activated.connect(lambda _index: self._ask_tasks())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._enable())

    def show_facts(self, facts: Facts) -> None:
        """Show what is stored; the row that was chosen stays so."""
        chosen = self.chosen()
        self._facts = facts
        self.names.fill(facts.old)
        for row, old in enumerate(facts.old):
            if chosen is not None and old.name == chosen.name:
                self.table.selectRow(row)
        there = bool(facts.old)
        for widget in (self.note, self.table, self.tasks_button, self.open_button):
            widget.setVisible(there)
        self.empty.setVisible(not there)
        self._enable()

    def chosen(self) -> OldName | None:
        """Return the name of the current row."""
        row = self.table.currentIndex().row()
        return self.names.names[row] if 0 <= row < len(self.names.names) else None

    def _enable(self) -> None:
        chosen = self.chosen()
        self.tasks_button.setEnabled(chosen is not None)
        self.open_button.setEnabled(chosen is not None and self._key(chosen) != "")

    def _key(self, old: OldName) -> str:
        """Return the key of the body that a name stands for in the tasks that use it; empty when there is none."""
        if self._facts is None:
            return ""
        tasks = (self._facts.tasks[each] for each in old.task_ids if each in self._facts.tasks)
        parties = (party for task in tasks for party in (*task.lead_parties, *task.coordinating_parties))
        return next((party.key for party in parties if party.name == old.name and party.key), "")

    def _ask_tasks(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.tasks_asked.emit(chosen.task_ids)

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.opened.emit(self._key(chosen))
