"""The panel at the right of the task list: everything about one task, with results that save themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import NotFound, UserError
from cchc_desktop.words import STATUS_WORDS
from ui import theme
from ui.bridge import Bridge
from ui.pages.task_panel_facts import FactsView
from ui.pages.task_panel_history import HistoryView
from ui.pages.task_panel_periods import PeriodsView
from ui.pages.task_panel_result import ResultForm
from ui.widgets.banner import Banner
from ui.widgets.buttons import tool_button
from ui.widgets.chips import StatusChip
from ui.widgets.text import Text

_LEAST = 300


class TaskPanel(QFrame):
    """Shows a task; saves field by field; keeps what could not be saved until it can be."""

    close_wanted = Signal()
    reading_wanted = Signal(int)
    edit_wanted = Signal(int)
    task_wanted = Signal(int)
    """The officer wants to go back to a task with something unsaved."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAccessibleName("Bảng chi tiết nhiệm vụ")
        self._bridge = bridge
        self.task: Task | None = None
        self.heading = Text(bold=True, scale=1.15)
        self.chip = StatusChip()
        self.close_button = tool_button("x", "Đóng bảng chi tiết", self.close_wanted.emit, shortcut="Esc")
        self.unsaved = Banner()
        self.facts = FactsView()
        self.result = ResultForm(bridge)
        self.periods = PeriodsView(bridge)
        self.history = HistoryView(bridge)
        self._lay_out()
        self.facts.reading_wanted.connect(lambda: self.reading_wanted.emit(self._id()))
        self.facts.edit_wanted.connect(lambda: self.edit_wanted.emit(self._id()))
        self.result.recorded.connect(self._on_recorded)
        self.result.kept_changed.connect(self._show_unsaved)

    def show_task(self, task_id: int) -> None:
        """Show a task; what is being typed for the one before is saved or kept first."""
        if self.task is not None and self.task.id != task_id:
            self.result.leave()
        self._read(task_id)

    def refresh(self) -> None:
        """Show the task as it is stored now; fields that are being typed in are left alone."""
        if self.task is not None and self.isVisible():
            self._read(self.task.id)

    def leave(self) -> None:
        """Save what is being typed, or keep it if it cannot be saved."""
        if self.task is not None:
            self.result.leave()

    def kept(self) -> Sequence[int]:
        """Return the ids of tasks with something typed that is not saved."""
        return self.result.kept()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_field(self) -> QWidget:
        """Return the field F6 goes to."""
        return self.result.progress

    def fit_width(self) -> None:
        """Never be narrower than what stands inside: it scrolls up and down only."""
        self._inside.ensurePolished()
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(max(_LEAST, self._inside.minimumSizeHint().width() + bar))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after a change of the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "area"):
            self.fit_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.heading)
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.close_button)
        inside = self._inside = QWidget()
        theme.mark(inside, "clear")
        column = QVBoxLayout(inside)
        theme.spaced(column, margin=(20, 0, 20, 20), gap=theme.GAP)
        for part in (self.facts, self.result, self.periods, self.history):
            column.addWidget(part)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        outer = QVBoxLayout(self)
        theme.spaced(outer, margin=(0, 14, 0, 0), gap=theme.GRID)
        top = QVBoxLayout()
        top.setContentsMargins(20, 0, 12, 0)
        top.addLayout(head)
        top.addWidget(self.unsaved)
        outer.addLayout(top)
        outer.addWidget(self.area, 1)

    def _read(self, task_id: int) -> None:
        app = self._bridge.app
        if app is None:
            return
        fresh = self.task is None or self.task.id != task_id
        try:
            task = app.tasks.get(task_id)
            status = app.tasks.status(task)
            problems = app.tasks.problems(task_id)
        except NotFound:  # deleted, or its plan was: nothing to show any more
            self.task = None
            self.close_wanted.emit()
            return
        except UserError as error:
            self.unsaved.say(error.message, ("Thử lại", lambda: self._read(task_id)))
            return
        self.task = task
        place = f"{task.section}.{task.number}".strip(".")
        self.heading.setText(f"Nhiệm vụ {place}" if place else "Nhiệm vụ")
        self.chip.show_status(status, STATUS_WORDS[status])
        self.facts.show_task(task, app.agencies.directory(), problems, writable=not self._bridge.read_only)
        self.result.show_task(task)
        self.periods.show_task(task)
        self.history.show_task(task.id)
        self._show_unsaved()
        self.fit_width()
        if fresh:
            self.area.verticalScrollBar().setValue(0)

    def _on_recorded(self, task: Task) -> None:
        """Follow a field that saved itself: version and chip at once, the rest with the list's refresh."""
        app = self._bridge.app
        if app is not None:
            self.task = task
            status = app.tasks.status(task)
            self.chip.show_status(status, STATUS_WORDS[status])

    def _show_unsaved(self) -> None:
        others = [task_id for task_id in self.result.kept() if self.task is None or task_id != self.task.id]
        if others:
            self.unsaved.say(
                "Một nhiệm vụ khác còn nội dung chưa lưu được.",
                ("Mở nhiệm vụ đó", lambda: self.task_wanted.emit(others[0])),
            )
        else:
            self.unsaved.clear()

    def _id(self) -> int:
        return self.task.id if self.task is not None else 0
