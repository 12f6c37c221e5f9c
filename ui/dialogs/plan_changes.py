"""What an import changed against the one before: new tasks, old and new texts field by field, tasks that are gone."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.services.plan_records import Deed, ImportKind, ImportRecord, TaskChange
from ui import theme
from ui.models.plan_words import DEED_WORDS, IMPORT_WORDS, counts, field_title, moment, task_line
from ui.widgets.buttons import button
from ui.widgets.fields import Combo
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

_TASK = int(Qt.ItemDataRole.UserRole)
_EMPTY = "(để trống)"
_NARROWEST = 40
_EXPANDED = 50
"""Changed tasks shown with their fields at once; more are opened one by one."""


class WrappingDelegate(QuietDelegate):
    """Asks for the height that a text needs in the width of its column: trees do not by themselves."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wrap the text in the room there is."""
        tree = self.parent()
        if isinstance(tree, QTreeWidget):
            depth, above = 1, index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            spanned = index.column() == 0 and tree.isFirstColumnSpanned(index.row(), index.parent())
            width = tree.viewport().width() if spanned else tree.columnWidth(index.column())
            indent = depth * tree.indentation() if index.column() == 0 else 0
            option.rect = QRect(0, 0, max(width - indent, _NARROWEST), _NARROWEST)
        return super().sizeHint(option, index)


class PlanChangesDialog(QDialog):
    """One import at a time; another one is chosen above."""

    task_opened = Signal(int)

    def __init__(
        self, name: str, imports: Sequence[ImportRecord], batch: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = f"So sánh các lần nhập – {name}"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._imports = tuple(imports)
        self.choice = Combo("Lần nhập cần xem")
        for made in self._imports:
            undone = ", đã hoàn tác" if made.undone else ""
            self.choice.addItem(f"{IMPORT_WORDS[made.kind]} lúc {moment(made.at)}{undone}")
        self.words = Text(wrap=True)
        self.tree = QTreeWidget()
        self.open_button = button("Mở nhiệm vụ", self._open_current, icon="eye")
        self.close_button = button("Đóng", self.reject)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._show)
        self.tree.itemActivated.connect(lambda *_: self._open_current())
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        chosen = next((place for place, made in enumerate(self._imports) if made.batch == batch), 0)
        self.choice.setCurrentIndex(chosen)
        self._show(chosen)

    def _lay_out(self) -> None:
        tree = self.tree
        tree.setAccessibleName("Những gì lần nhập đã thay đổi")
        tree.setHeaderLabels(["Nhiệm vụ", "Trước lần nhập", "Sau lần nhập"])
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setWordWrap(True)
        tree.setUniformRowHeights(False)
        tree.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # or wrapping would never come to rest
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setItemDelegate(WrappingDelegate(tree))
        header = tree.header()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.sectionResized.connect(lambda *_: tree.scheduleDelayedItemsLayout())
        tree.setColumnWidth(0, round(200 * theme.current().points / 10))
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=20)
        column.addWidget(self.choice)
        column.addWidget(self.words)
        column.addWidget(tree, 1)
        column.addLayout(row)

    def open(self) -> None:
        """Show the dialog with room to read two texts side by side, within the screen."""
        scale = theme.current().points / 10
        room = self.screen().availableGeometry().size() - QSize(60, 80)
        self.resize(QSize(round(960 * scale), round(600 * scale)).boundedTo(room))
        super().open()

    def _show(self, place: int) -> None:
        self.tree.clear()
        made = self._imports[place] if 0 <= place < len(self._imports) else None
        if made is None:
            self.words.setText("Chưa có lần nhập nào để so sánh.")
        else:
            self.words.setText(_sentence(made))
            for deed in DEED_WORDS:
                self._branch(deed, [change for change in made.changes if change.deed is deed])
        self._enable()

    def _branch(self, deed: Deed, changes: Sequence[TaskChange]) -> None:
        if not changes:
            return
        branch = QTreeWidgetItem([f"{DEED_WORDS[deed]} ({len(changes)})"])
        font = branch.font(0)
        font.setBold(True)
        branch.setFont(0, font)
        items = [_item(change) for change in changes]
        branch.addChildren(items)
        self.tree.addTopLevelItem(branch)
        branch.setFirstColumnSpanned(True)
        branch.setExpanded(True)
        for place, item in enumerate(items):
            item.setFirstColumnSpanned(True)
            item.setExpanded(place < _EXPANDED)

    def _current_task(self) -> int:
        item = self.tree.currentItem()
        return int(item.data(0, _TASK) or 0) if item is not None else 0

    def _enable(self) -> None:
        self.open_button.setEnabled(bool(self._current_task()))

    def _open_current(self) -> None:
        task = self._current_task()
        if task:
            self.accept()
            self.task_opened.emit(task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the tree: the dialog has nothing to confirm."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _item(change: TaskChange) -> QTreeWidgetItem:
    item = QTreeWidgetItem([task_line(change)])
    item.setToolTip(0, task_line(change))
    item.setData(0, _TASK, change.task_id)
    for key, old, new in change.fields:
        child = QTreeWidgetItem([field_title(key), old or _EMPTY, new or _EMPTY])
        child.setData(0, _TASK, change.task_id)
        for column in (1, 2):
            child.setToolTip(column, child.text(column))
        said = f"{field_title(key)}: trước {old or _EMPTY}, sau {new or _EMPTY}"
        child.setData(0, int(Qt.ItemDataRole.AccessibleTextRole), said)
        item.addChild(child)
    return item


def _sentence(made: ImportRecord) -> str:
    undone = " Lần nhập này đã được hoàn tác." if made.undone else ""
    whence = f"Tệp “{made.file.name}”, người nhập {made.actor}"
    if made.kind is ImportKind.FIRST:
        return f"{whence}: lần nhập đầu, {counts(made)}. Chưa có lần trước để so sánh.{undone}"
    kept = " Kết quả đã ghi của các nhiệm vụ không bị thay đổi."
    if not made.changes:
        return f"{whence}: không có gì khác so với lần nhập trước.{undone}"
    return f"{whence}. So với trước đó: {counts(made)}.{kept}{undone}"
