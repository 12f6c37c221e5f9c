"""The same document again: what is new, what changed, what is no longer in it; results stay as they are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
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


_EXPANDED = 50
"""Changed tasks shown with their fields at once; more are opened one by one."""


class CompareView(QWidget):
    """A tree: Mới, Thay đổi (field by field), Không còn trong văn bản."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.difference_count = 0
        self.words = Text(wrap=True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("So sánh với bản đã nhập")
        self.tree.setHeaderLabels(["Nhiệm vụ", "Đang lưu", "Trong tệp mới"])
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(QuietDelegate(self.tree))
        header = self.tree.header()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.words)
        column.addWidget(self.tree, 1)

    def fill(self, comparison: Comparison) -> None:
        """Show a comparison."""
        added, changed, gone = len(comparison.added), len(comparison.changed), len(comparison.gone)
        self.difference_count = added + changed + gone
        plan = comparison.plan
        name = plan.head.document_number or plan.head.title or plan.source_name if plan is not None else ""
        self.words.setText(
            f"Văn bản {name} đã được nhập trước đây: {len(comparison.unchanged)} nhiệm vụ giữ nguyên, {added} mới, "
            f"{changed} thay đổi, {gone} không còn trong văn bản. Kết quả đã ghi của các nhiệm vụ không bị thay đổi."
        )
        self.tree.clear()
        self._branch("Mới", [self._line(_name(draft)) for draft in comparison.added])
        self._branch("Thay đổi", [self._changed(task, draft) for task, draft in comparison.changed])
        self._branch("Không còn trong văn bản", [self._line(_name(task)) for task in comparison.gone])

    def _branch(self, name: str, items: list[QTreeWidgetItem]) -> None:
        branch = self._line(f"{name} ({len(items)})")
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

    def _changed(self, task: Task, draft: TaskDraft) -> QTreeWidgetItem:
        item = self._line(_name(task))
        found = differences(task, draft)
        for name, old, new in found or (("Tình trạng", "không còn trong văn bản", "có lại trong văn bản"),):
            child = QTreeWidgetItem([name, old or "(để trống)", new or "(để trống)"])
            for column in (1, 2):
                child.setToolTip(column, child.text(column))
            item.addChild(child)
        return item

    @staticmethod
    def _line(text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setToolTip(0, text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return item


def _name(row: Task | TaskDraft) -> str:
    place = (
        place_of(row)
        if isinstance(row, TaskDraft)
        else ".".join(part for part in (row.section, row.number) if part)
    )
    return f"{place} {row.content}".strip()
