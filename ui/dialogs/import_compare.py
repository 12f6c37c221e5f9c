"""What a document changes in a stored plan, row by row: old text, new text, and whether to take it; results stay."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.columns import PLAN_COLUMNS
from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.services.comparison import Comparison
from ui import theme
from ui.models.draft_rows import place_of
from ui.widgets.buttons import button
from ui.widgets.deadline_words import short_reading
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

_COMPARED = (
    "section_title",
    "number",
    "content",
    "lead",
    "coordinating",
    "issuing_level",
    "product",
    "budget",
    "deadline",
    "note",
)
_KIND = int(Qt.ItemDataRole.UserRole)
_KEY = _KIND + 1
ROW, TASK = "row", "task"
"""What a tick is about: a row of the draft (new), or a stored task (changed, gone)."""
_EXPANDED = 50
"""Changed tasks shown with their fields at once; more are opened one by one."""


def differences(task: Task, draft: TaskDraft) -> tuple[tuple[str, str, str], ...]:
    """Return (name of the column, stored text, new text) of what differs."""
    return tuple(
        (
            PLAN_COLUMNS[key].title if key in PLAN_COLUMNS else "Lĩnh vực",
            getattr(task, key),
            getattr(draft, key),
        )
        for key in _COMPARED
        if getattr(task, key) != getattr(draft, key)
    )


class CompareView(QWidget):
    """A tree: Mới, Thay đổi (field by field), Không còn trong văn bản; every row can be taken or not."""

    row_chosen = Signal(int, bool)
    """Row of the draft, and whether it is to be taken."""
    task_chosen = Signal(int, bool)
    """Id of a stored task, and whether it is to follow the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.difference_count = 0
        self._filling = False
        self._comparison: Comparison | None = None
        self.words = Text(wrap=True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("So sánh với bản đã nhập")
        self.tree.setHeaderLabels(["Nhiệm vụ", "Đang lưu", "Trong tệp mới"])
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setWordWrap(True)
        self.tree.setUniformRowHeights(False)
        self.tree.setItemDelegate(QuietDelegate(self.tree))
        self.tree.itemChanged.connect(self._on_item)
        header = self.tree.header()
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.take_all = button("Nhận tất cả", lambda: self._choose_all(taken=True))
        self.take_none = button("Giữ tất cả như đang lưu", lambda: self._choose_all(taken=False))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.take_none, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addLayout(row)
        column.addWidget(self.tree, 1)

    def fill(
        self,
        comparison: Comparison,
        *,
        amending: bool = False,
        kept: frozenset[int] = frozenset(),
        left_out: Mapping[int, TaskDraft] | None = None,
    ) -> None:
        """Show a comparison; stored tasks in ``kept`` and new rows in ``left_out`` are not ticked."""
        added, changed, gone = len(comparison.added), len(comparison.changed), len(comparison.gone)
        self._comparison = comparison
        self.difference_count = added + changed + gone
        self.words.setText(_sentence(comparison, amending=amending))
        self._filling = True
        self.tree.clear()
        self.tree.setColumnWidth(0, round(430 * theme.current().points / 10))
        out = dict(left_out or {})
        new = {**dict(zip(comparison.new_rows, comparison.added, strict=True)), **out}
        lines = [
            self._line(_name(row), ROW, place, taken=place not in out) for place, row in sorted(new.items())
        ]
        self._branch("Bổ sung" if amending else "Mới", lines)
        self._branch(
            "Thay đổi",
            [self._changed(task, draft, taken=task.id not in kept) for task, draft in comparison.changed],
        )
        if not amending:
            self._branch(
                "Không còn trong văn bản",
                [
                    self._line(_name(task), TASK, task.id, taken=task.id not in kept)
                    for task in comparison.gone
                ],
            )
        self._filling = False
        for each in (self.take_all, self.take_none):
            each.setVisible(bool(self.difference_count or new))

    def _branch(self, name: str, items: list[QTreeWidgetItem]) -> None:
        branch = QTreeWidgetItem([f"{name} ({len(items)})"])
        branch.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = branch.font(0)
        font.setBold(True)
        branch.setFont(0, font)
        branch.addChildren(items)
        self.tree.addTopLevelItem(branch)
        for line in (branch, *items):
            line.setFirstColumnSpanned(True)
        branch.setExpanded(bool(items))
        for line in items[:_EXPANDED]:
            line.setExpanded(True)

    def _changed(self, task: Task, draft: TaskDraft, *, taken: bool) -> QTreeWidgetItem:
        item = self._line(_name(task), TASK, task.id, taken=taken)
        for name, old, new in _changes(task, draft):
            child = QTreeWidgetItem([name, old or "(để trống)", new or "(để trống)"])
            child.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for column in (1, 2):
                child.setToolTip(column, child.text(column))
            item.addChild(child)
        return item

    @staticmethod
    def _line(text: str, kind: str, key: int, *, taken: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setToolTip(0, text)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(0, Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)
        item.setData(0, _KIND, kind)
        item.setData(0, _KEY, key)
        return item

    def _on_item(self, item: QTreeWidgetItem, column: int) -> None:
        kind = item.data(0, _KIND)
        if self._filling or column != 0 or kind is None:
            return
        taken = item.checkState(0) == Qt.CheckState.Checked
        (self.row_chosen if kind == ROW else self.task_chosen).emit(int(item.data(0, _KEY)), taken)

    def _choose_all(self, *, taken: bool) -> None:
        state = Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        for place in range(self.tree.topLevelItemCount()):
            branch = self.tree.topLevelItem(place)
            lines = [] if branch is None else [branch.child(row) for row in range(branch.childCount())]
            for line in lines:
                if line is not None and line.checkState(0) != state:
                    line.setCheckState(0, state)


def _changes(task: Task, draft: TaskDraft) -> tuple[tuple[str, str, str], ...]:
    found = differences(task, draft)
    if found:
        return found
    if task.gone:
        return (("Tình trạng", "không còn trong văn bản", "có lại trong văn bản"),)
    return (("Được hiểu là", short_reading(task.reading), short_reading(draft.deadline_reading)),)


def _sentence(comparison: Comparison, *, amending: bool) -> str:
    plan = comparison.plan
    name = plan.head.document_number or plan.head.title or plan.source_name if plan is not None else ""
    added, changed, gone = len(comparison.added), len(comparison.changed), len(comparison.gone)
    if amending:
        return (
            f"Văn bản này điều chỉnh {name}: {changed} nhiệm vụ thay đổi, {added} nhiệm vụ bổ sung. "
            "Các nhiệm vụ không có trong văn bản này và kết quả đã ghi được giữ nguyên."
        )
    return (
        f"Văn bản {name} đã được nhập trước đây: {len(comparison.unchanged)} nhiệm vụ giữ nguyên, {added} mới, "
        f"{changed} thay đổi, {gone} không còn trong văn bản. Kết quả đã ghi của các nhiệm vụ không bị thay đổi."
    )


def _name(row: Task | TaskDraft) -> str:
    place = (
        place_of(row)
        if isinstance(row, TaskDraft)
        else ".".join(part for part in (row.section, row.number) if part)
    )
    return f"{place} {row.content}".strip()
