"""The bar under the table when several tasks are selected: what can be done to all of them at once."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from cchc_desktop.domain.tasks import Progress
from cchc_desktop.words import PROGRESS_WORDS
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text

OFFERED = (
    Progress.NOT_STARTED,
    Progress.IN_PROGRESS,
    Progress.AWAITING,
    Progress.PAUSED,
    Progress.CANCELLED,
)
"""States set without a date; "Đã hoàn thành" asks for its date and has its own button."""


def fill_progress_menu(menu: QMenu, choose: Callable[[Progress], object]) -> None:
    """Fill a menu with the states of a task; ``choose`` gets the chosen one."""
    for progress in OFFERED:
        action = menu.addAction(PROGRESS_WORDS[progress])
        action.triggered.connect(lambda _checked=False, progress=progress: choose(progress))


class BulkBar(QFrame):
    """Shown while more than one task is selected."""

    progress_chosen = Signal(object)
    """Progress."""
    complete_wanted = Signal()
    remove_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.label = Text(bold=True)
        self.progress_menu = QMenu(self)
        fill_progress_menu(self.progress_menu, self.progress_chosen.emit)
        self.progress_button = button("Tình trạng", icon="play")
        self.progress_button.setMenu(self.progress_menu)
        self.complete_button = button(
            "Ngày hoàn thành…", self.complete_wanted.emit, icon="circle-check", tip="Ctrl+Enter"
        )
        self.remove_button = button("Xóa", self.remove_wanted.emit, kind="danger", icon="trash-2", tip="Del")
        self.clear_button = button("Bỏ chọn", self.clear_wanted.emit, kind="plain", tip="Esc")
        self._writing = (self.progress_button, self.complete_button, self.remove_button)
        row = QHBoxLayout(self)
        theme.spaced(row, margin=(12, 6, 12, 6), gap=2 * theme.GRID)
        row.addWidget(self.label)
        row.addSpacing(theme.GAP)
        for each in (*self._writing, self.clear_button):
            row.addWidget(each)
        row.addStretch(1)
        self.hide()

    def show_selection(self, count: int, *, writable: bool) -> None:
        """Show how many tasks are selected; hide for fewer than two."""
        self.label.setText(f"Đã chọn {count}")
        for each in self._writing:
            each.setEnabled(writable)
        self.setVisible(count > 1)
