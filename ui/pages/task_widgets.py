"""The widgets of the task page and how they lie; what they do is in ``tasks``."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.bridge import Bridge
from ui.models.task_model import TaskModel
from ui.pages.task_bulk import BulkBar
from ui.pages.task_filters import FilterBar
from ui.widgets.buttons import button
from ui.widgets.cards import Card, SummaryCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader
from ui.widgets.task_table import TaskTable

if TYPE_CHECKING:
    from ui.pages.task_panel import TaskPanel

CARDS = (
    ("overdue", "Quá hạn", "figure_overdue"),
    ("due", "Sắp đến hạn", "figure_due_soon"),
    ("running", "Chưa, đang thực hiện", "figure_in_progress"),
    ("completed", "Đã hoàn thành", "figure_completed"),
    ("continuous", "Thường xuyên", "figure_continuous"),
)
"""Status group, name and colour of the summary cards."""
NOTHING_YET = (
    "Chưa có nhiệm vụ nào. Hãy nhập phụ lục kế hoạch từ Word, Excel hoặc tệp văn bản, "
    "hoặc thêm từng nhiệm vụ để bắt đầu."
)
PANEL_WIDTH = 420


class TaskWidgets(QWidget):
    """Header, cards, filter bar, table with its empty states, bulk bar, and the panel at the right."""

    panel_made = Signal()
    """The panel is there from now on: it is made when it is first wanted, not before the first frame."""

    def __init__(self, title: str, model: TaskModel, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._panel: TaskPanel | None = None
        self.import_button = button("Nhập kế hoạch…", tip="Ctrl+O")
        self.export_button = button("Xuất Excel", tip="Ctrl+E")
        self.print_button = button("In", tip="Ctrl+P")
        self.add_button = button("Thêm nhiệm vụ", kind="primary", icon="plus", tip="Ctrl+N")
        secondary = (self.import_button, self.export_button, self.print_button)
        self.header = PageHeader(title, secondary, self.add_button)
        self.cards = {key: SummaryCard(name, tint, checkable=True) for key, name, tint in CARDS}
        self.filters = FilterBar()
        self.table = TaskTable(model, bridge.preferences)
        self.bulk = BulkBar()
        self.loading = EmptyState("Đang mở dữ liệu…", icon="list-checks")
        self.empty_import = button("Nhập kế hoạch…")
        self.empty_add = button("Thêm nhiệm vụ")
        self.empty = EmptyState(NOTHING_YET, (self.empty_import, self.empty_add), icon="list-checks")
        self.no_match_clear = button("Xóa bộ lọc")
        self.no_match = EmptyState("", (self.no_match_clear,), icon="search")
        self._lay_out()
        self.cards_row.setHidden(bridge.preferences.flag("tasks/cards_hidden"))

    def show_state(self, state: QWidget) -> None:
        """Show the table, or one of the sentences that stand in its place."""
        self.stack.setCurrentWidget(state)

    @property
    def panel(self) -> "TaskPanel":
        """The panel at the right, made at the first call."""
        if self._panel is None:
            from ui.pages.task_panel import TaskPanel

            self._panel = TaskPanel(self._bridge)
            self._panel.hide()
            self.splitter.addWidget(self._panel)
            self.splitter.setStretchFactor(1, 0)
            self.panel_made.emit()
        return self._panel

    def made_panel(self) -> "TaskPanel | None":
        """Return the panel if it was ever wanted."""
        return self._panel

    def shows_panel(self) -> bool:
        """Tell whether the panel is open."""
        return self._panel is not None and self._panel.isVisible()

    def open_panel(self) -> None:
        """Show the panel at its width; the table keeps at least half."""
        if self.shows_panel():
            return
        self.panel.show()
        self.panel.fit_width()
        wanted = min(round(PANEL_WIDTH * theme.current().points / 10), self.width() // 2)
        width = max(wanted, self.panel.minimumSizeHint().width())
        self.splitter.setSizes([max(1, self.width() - width), width])

    def lacks_room(self) -> bool:
        """Tell whether list and panel side by side need more width than there is."""
        if not self.shows_panel():
            return False
        return self._least_for_both() > self.width()

    def share_room(self) -> None:
        """Let the open panel have the whole page where list and panel do not fit side by side."""
        self.list_side.setHidden(self.lacks_room())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.share_room()

    def _least_for_both(self) -> int:
        return self.list_side.minimumSizeHint().width() + self.panel.minimumSizeHint().width()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for state in (self.table, self.loading, self.empty, self.no_match):
            self.stack.addWidget(state)
        frame = Card()
        frame.body.setContentsMargins(1, 1, 1, 1)
        frame.body.addWidget(self.stack)
        self.cards_row = QWidget()
        cards = QHBoxLayout(self.cards_row)
        theme.spaced(cards)
        for card in self.cards.values():
            cards.addWidget(card)
        left = self.list_side = QFrame()
        column = QVBoxLayout(left)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        for widget in (self.header, self.cards_row, self.filters):
            column.addWidget(widget)
        column.addWidget(frame, 1)
        column.addWidget(self.bulk)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
