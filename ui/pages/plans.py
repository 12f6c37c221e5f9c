"""Văn bản và kế hoạch: every plan with the documents that changed it, their files and their imports."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.plan_records import PlanRecord
from ui import theme
from ui.bridge import Bridge
from ui.models.plan_table import Key, PlanLine, PlanTableModel, lines_of
from ui.pages.plans_details import PlanDetails
from ui.pages.plans_operations import PlanOperations
from ui.pages.plans_split import PlansSplit
from ui.pages.plans_table import PlanTable
from ui.prompts import confirm
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.latest import Latest
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_EMPTY = "Chưa có kế hoạch nào. Nhập phụ lục kế hoạch từ Word, Excel hoặc PDF để bắt đầu."


class PlansPage(QWidget):
    """The table, and beside or below it everything about the chosen document."""

    title = "Văn bản và kế hoạch"
    navigate = Signal(str, object)
    loaded = Signal()
    """The plans asked for last are shown."""

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        self._key: Key | None = None
        self._question = Latest(self, bridge, app.plans.records, self._take)
        self.operations = PlanOperations(app, bridge, self)
        self.import_button = button(
            "Nhập kế hoạch…", self._import, kind="primary", icon="file-down", tip="Ctrl+O"
        )
        self.header = PageHeader(self.title, [], self.import_button)
        self.empty_button = button("Nhập kế hoạch…", self._import, kind="primary", icon="file-down")
        self.empty = EmptyState(_EMPTY, [self.empty_button], "file-text")
        self.model = PlanTableModel(self)
        self.table = PlanTable(self.model)
        self.details = PlanDetails()
        self.split = PlansSplit(self.table, self.details)
        self.states = QStackedWidget()
        self.states.addWidget(QWidget())
        self.states.addWidget(self.split)
        self.states.addWidget(self.empty)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        column.addWidget(self.header)
        column.addWidget(self.states, 1)
        self._connect()

    def _connect(self) -> None:
        table, details, acts = self.table, self.details, self.operations
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        table.opened.connect(self.show_tasks)
        table.remove_wanted.connect(self.remove)
        table.menu_wanted.connect(self._show_menu)
        details.tasks_asked.connect(self.show_tasks)
        details.again_asked.connect(self._import)
        details.amend_asked.connect(self.import_amendment)
        details.compare_asked.connect(self.compare_last)
        details.remove_asked.connect(self.remove)
        details.document.edit_wanted.connect(lambda: self._on_line(acts.edit))
        details.document.open_wanted.connect(lambda: self._on_line(acts.open_file))
        details.document.save_wanted.connect(lambda: self._on_line(acts.save_file))
        details.document.find_wanted.connect(lambda: self._on_line(acts.find_file))
        details.imports.tasks_wanted.connect(self._open_tasks)
        details.imports.task_wanted.connect(self._open_task)
        details.imports.changes_wanted.connect(self.compare)
        acts.task_opened.connect(lambda year, task: self._go_to_tasks(year, {"task": task}))

    def refresh(self, changes: Changes | None = None) -> None:
        """Read everything again, unless only reminders changed: none of them shows here."""
        if changes is None or not changes.kinds <= {Kind.REMINDERS, Kind.CALENDAR}:
            self._question.ask()

    def current(self) -> PlanLine | None:
        """Return the document that is chosen."""
        return self.model.line(self.table.currentIndex().row())

    def choose(self, plan_id: int, amendment_id: int = 0) -> None:
        """Choose a document."""
        row = self.model.row_of((plan_id, amendment_id))
        if row >= 0:
            self.table.selectRow(row)

    def show_filter(self, wanted: dict[str, object] | None) -> None:
        """Show what another page asked for: {"plan": id}."""
        plan = (wanted or {}).get("plan")
        if isinstance(plan, int):
            self._key = (plan, 0)
            self.choose(plan)

    def _take(self, records: tuple[PlanRecord, ...]) -> None:
        lines = lines_of(records)
        self.model.fill(lines)
        writable = not self._bridge.read_only
        for each in (self.import_button, self.empty_button):
            each.setEnabled(writable)
        self.import_button.setVisible(bool(lines))
        self.states.setCurrentWidget(self.split if lines else self.empty)
        self._choose_again(lines)
        self.table.fit()
        self.loaded.emit()

    def _choose_again(self, lines: tuple[PlanLine, ...]) -> None:
        """Choose what was chosen before; else the first plan of the working year."""
        row = self.model.row_of(self._key) if self._key is not None else -1
        if row < 0:
            year = self._app.offices.year()
            row = next((place for place, line in enumerate(lines) if line.record.plan.year == year), 0)
        self.table.selectRow(row)
        self._show_current()

    def _show_current(self) -> None:
        line = self.current()
        if line is not None:
            self._key = line.key
            kept = self._app.source_files.is_kept(line.file)
            self.details.show_line(line, kept=kept, writable=not self._bridge.read_only)

    def _on_line(self, act: Callable[[PlanLine], object]) -> None:
        line = self.current()
        if line is not None:
            act(line)

    def _import(self) -> None:
        self.navigate.emit("import", None)

    def import_amendment(self) -> None:
        """Open the import for a document that changes the chosen plan."""
        line = self.current()
        if line is not None and line.amendment is None:
            self.navigate.emit("import", {"amends": line.record.plan.id})

    def compare_last(self) -> None:
        """Show what the last import changed against the one before."""
        self._on_line(self.operations.compare)

    def compare(self, batch: str) -> None:
        """Show what an import of the list changed."""
        self._on_line(lambda line: self.operations.compare(line, batch))

    def remove(self) -> None:
        """Delete the chosen plan; a document that changed one is taken back by undoing its import."""
        line = self.current()
        if line is not None and line.amendment is None and not self._bridge.read_only:
            self.operations.remove(line)

    def show_tasks(self) -> None:
        """Show the tasks of the chosen plan."""
        line = self.current()
        if line is not None:
            self._go_to_tasks(line.record.plan.year, {"plan": line.record.plan.id})

    def _open_tasks(self, ids: list[int]) -> None:
        line = self.current()
        if line is not None:
            self._go_to_tasks(line.record.plan.year, {"tasks": ids})

    def _open_task(self, task_id: int) -> None:
        line = self.current()
        if line is not None:
            self._go_to_tasks(line.record.plan.year, {"task": task_id})

    def _go_to_tasks(self, year: int, wanted: dict[str, object]) -> None:
        """Open the task list; it holds the plans of one year, so ask before changing the working year."""
        working = self._app.offices.year()
        listed = {plan.year for plan in self._app.plans.all()}
        if year == working or working not in listed:  # without a plan of the working year the list holds all
            self.navigate.emit("tasks", wanted)
            return

        task = wanted.get("task")
        later = {"tasks": [task]} if task else wanted  # the list is still being read for the other year

        def change() -> None:
            office = replace(self._app.offices.get(), year=year)
            if (
                self._bridge.run(lambda: self._app.offices.save(office), say=f"Năm làm việc: {year}.")
                is not None
            ):
                self.navigate.emit("tasks", later)

        confirm(
            self.window(),
            f"Kế hoạch này thuộc năm {year}, năm làm việc đang là {working}. Chuyển năm làm việc sang {year} để xem?",
            f"Chuyển sang năm {year}",
            change,
            detail="Có thể đổi lại năm làm việc ở thanh điều hướng.",
        )

    def _show_menu(self, place: QPoint) -> None:
        line = self.current()
        if line is None:
            return
        details = self.details
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = (
            (details.tasks_button, details.compare_button),
            (details.document.edit_button, details.document.open_button, details.document.save_button),
            (details.again_button, details.amend_button),
            (details.remove_button,),
        )
        for group in groups:
            shown = [each for each in group if not each.isHidden()]
            for each in shown:
                act = menu.addAction(each.text())
                act.setEnabled(each.isEnabled())
                act.triggered.connect(each.click)
            if shown:
                menu.addSeparator()
        menu.popup(self.table.viewport().mapToGlobal(place))
