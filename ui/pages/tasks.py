"""Nhiệm vụ: the task list with its filters, cards and panel; the page on which officers spend their day."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.tasks import missing_results
from cchc_desktop.services.changes import Changes, Kind
from ui.bridge import Bridge
from ui.first_look import FirstLook
from ui.models.task_filter import MINE, TaskFilter, from_request
from ui.models.task_list import SectionKey, TaskList, TaskRow, load
from ui.models.task_model import TaskModel
from ui.pages.task_memory import remembered_filter, text_of_filter
from ui.pages.task_operations import TaskOperations
from ui.pages.task_search import SearchRun
from ui.pages.task_widgets import TaskWidgets

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from ui.pages.task_panel import TaskPanel

_SHOWS = frozenset({Kind.TASKS, Kind.PLANS, Kind.SETTINGS, Kind.AGENCIES, Kind.CALENDAR, Kind.REPORTS})
_FOLLOW_MS = 120


class TasksPage(QWidget):
    """Governs the arrangement of rows and passes what the officer does to the operations."""

    navigate = Signal(str, object)
    status_changed = Signal(str)
    """Counts for the status line: "53 nhiệm vụ · đang hiện 12 · đã chọn 1"."""
    have_changed = Signal(object)
    """frozenset of what commands may need: "rows", "row", "selection"."""
    menu_wanted = Signal(QPoint)
    room_wanted = Signal(bool)
    """True when the open panel needs the width of the sidebar, False when it is closed."""
    loaded = Signal(object)
    """TaskList after every reading."""
    title = "Nhiệm vụ"

    def __init__(self, app: "App | None", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.app = app
        self.bridge = bridge
        self.model = TaskModel(self)
        self.arrangement = self.model.arrangement
        self.widgets = TaskWidgets(self.title, self.model, bridge)
        self.table = self.widgets.table
        self.filters = self.widgets.filters
        self.operations = TaskOperations(self)
        self.search_run = SearchRun(self.arrangement, self._show, self)
        self._loads = 0
        self._wanted_task = 0
        self._first_load = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.widgets)
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._connect()
        self._show()

    @property
    def panel(self) -> "TaskPanel":
        """The panel at the right; it is made when it is first asked for."""
        return self.widgets.panel

    # ---- what the window asks ----

    def show_first(self, look: FirstLook) -> None:
        """Show the first page of rows before the data are open."""
        if look.rows:
            self.arrangement.load(TaskList(rows=look.rows, year=look.plan_year))
            self._show()

    def refresh(self, changes: Changes | None = None) -> None:
        """Read the list again in the worker thread if something it shows has changed."""
        self.app = self.bridge.app
        if self.app is None or (changes is not None and not changes.kinds & _SHOWS):
            return
        self._loads += 1
        serial, app = self._loads, self.app

        def work(_job: object) -> TaskList | None:
            return load(app) if serial == self._loads else None  # a newer reading is on its way otherwise

        def take(source: TaskList | None) -> None:
            if source is not None and serial == self._loads:
                self._take(source)

        self.bridge.run_later(work, take)

    def show_filter(self, request: object) -> None:
        """Show what another page asks for: a filter, a task, or the form for a new one."""
        if not isinstance(request, Mapping):
            return
        if request.get("add"):
            self.operations.add()
            return
        task = request.get("task")
        if isinstance(task, int):
            self._wanted_task = task
        if set(request) - {"task"}:
            self._set_filter(from_request(request))
        self._go_to_wanted()

    def show_later(self, task_id: int) -> None:
        """Go to a task once the list has been read again: it has just been added."""
        self._wanted_task = task_id

    def source(self) -> TaskList:
        """Return the rows as last read."""
        return self.arrangement.source

    def selected(self) -> list[TaskRow]:
        """Return the selected tasks."""
        return self.table.selected_rows()

    def go_to_search(self) -> None:
        """Put the cursor into the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def collapse_all(self, *, collapsed: bool) -> None:
        """Collapse or open every section."""
        self.arrangement.collapsed = {row.section for row in self.source().rows} if collapsed else set()
        self._arrange_again()

    def open_panel(self, task_id: int | None = None) -> None:
        """Open the panel on a task; on the current one if none is named."""
        current = self.table.current_row()
        wanted = task_id if task_id is not None else current.id if current else None
        if wanted is not None and self.bridge.app is not None:
            self.panel.show_task(wanted)
            self.widgets.open_panel()
            if self.widgets.lacks_room():
                self.room_wanted.emit(True)  # noqa: FBT003 - a signal has no keywords
            self.widgets.share_room()
            self.panel.focus_first()

    def close_panel(self) -> None:
        """Close the panel and return to the table."""
        if self.widgets.shows_panel():
            self.panel.leave()
            self.panel.hide()
            self.widgets.share_room()
        self.room_wanted.emit(False)  # noqa: FBT003 - a signal has no keywords
        self.table.setFocus()

    def step_back(self) -> bool:
        """Esc: empty the selection of many, else close the panel; False when there was nothing to leave."""
        if len(self.selected()) > 1:
            self.table.clearSelection()
        elif self.widgets.shows_panel():
            self.close_panel()
        else:
            return False
        return True

    def areas(self) -> list[QWidget]:
        """Return the areas F6 goes through, in reading order."""
        areas: list[QWidget] = [self.filters.search, self.table]
        return [*areas, self.panel.first_field()] if self.widgets.shows_panel() else areas

    def unsaved(self) -> bool:
        """Tell whether something that was typed could not be saved yet."""
        panel = self.widgets.made_panel()
        return panel is not None and bool(panel.kept())

    def leave(self) -> None:
        """Save what is being typed and remember where the officer was, before the page or the window goes."""
        panel = self.widgets.made_panel()
        if panel is not None:
            panel.leave()
        preferences = self.bridge.preferences
        if not self._first_load:
            current = self.table.current_row()
            preferences.put("tasks/filter", text_of_filter(self.filters.current()))
            preferences.put("tasks/current", current.id if current else 0)

    # ---- inside ----

    def _connect(self) -> None:
        widgets = self.widgets
        for key, card in widgets.cards.items():
            card.clicked.connect(lambda checked=False, key=key: self._on_card(key, checked=checked))
        for source, target in (
            (self.filters.changed, self._set_filter),
            (self.filters.list_wanted, self._to_list),
            (self.table.opened, self.open_panel),
            (self.table.section_toggled, self._on_section),
            (self.table.sort_wanted, self._on_sort),
            (self.table.selection_changed, self._on_selection),
            (self.table.current_changed, lambda _row: self._follow.start()),
            (self.table.menu_wanted, self.menu_wanted),
            (self._follow.timeout, self._panel_follows),
            (widgets.panel_made, self._connect_panel),
            (widgets.import_button.clicked, lambda: self.navigate.emit("import", None)),
            (widgets.empty_import.clicked, lambda: self.navigate.emit("import", None)),
            (widgets.export_button.clicked, self.operations.export),
            (widgets.print_button.clicked, self.operations.print_list),
            (widgets.add_button.clicked, self.operations.add),
            (widgets.empty_add.clicked, self.operations.add),
            (widgets.no_match_clear.clicked, self.filters.clear),
            (widgets.bulk.progress_chosen, self.operations.set_progress),
            (widgets.bulk.complete_wanted, self.operations.complete),
            (widgets.bulk.remove_wanted, self.operations.remove),
            (widgets.bulk.clear_wanted, self.table.clearSelection),
        ):
            source.connect(target)

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.close_wanted.connect(self.close_panel)
        panel.reading_wanted.connect(self.operations.correct_reading)
        panel.edit_wanted.connect(self.operations.edit_task)
        panel.task_wanted.connect(lambda task_id: self.show_filter({"task": task_id}))

    def _take(self, source: TaskList) -> None:
        self.search_run.stop()
        if self._first_load:
            self._first_load = False
            self._first_filter(source)
        self.arrangement.source = source
        self.arrangement.missing = {}
        self._know_missing(self.arrangement.filter.period)
        self.arrangement.load(source)
        self.filters.offer(source)
        self.filters.show_filter(self.arrangement.filter)
        others = bool(source.rows) and source.year not in {plan.year for plan in source.plans_shown}
        note = f"Chưa có kế hoạch năm {source.year}; đang hiện kế hoạch của năm khác." if others else ""
        self.widgets.header.set_title(self.title, note)
        self._show()
        self.loaded.emit(source)
        self._go_to_wanted()
        if self.widgets.shows_panel():
            self.panel.refresh()

    def _first_filter(self, source: TaskList) -> None:
        """Start with the filter of the last time; the very first time with the own office's tasks."""
        if self.arrangement.filter.is_on():
            return
        stored = remembered_filter(self.bridge.preferences.text("tasks/filter"))
        if stored is None:
            stored = TaskFilter(agency=MINE) if source.office.agency_name else TaskFilter()
        self.arrangement.filter = stored
        current = self.bridge.preferences.number("tasks/current")
        QTimer.singleShot(0, self, lambda: self.table.go_to(current) if not self.selected() else None)

    def _set_filter(self, wanted: TaskFilter) -> None:
        self._know_missing(wanted.period)
        before = self.arrangement.filter
        self.search_run.stop()
        if wanted.words() and replace(wanted, search="") == replace(before, search=""):
            self.arrangement.set_filter(wanted, search_later=True)
            self.search_run.start()
        else:
            self.arrangement.set_filter(wanted)
            self._show()
        self.filters.show_filter(wanted)

    def _know_missing(self, period: str) -> None:
        """Work out which tasks have no result in the window of a report, if a filter asks for one."""
        app = self.bridge.app
        if app is None or "-" not in period or period in self.arrangement.missing:
            return
        report = self.bridge.run(lambda: app.reports.get(period))
        if report is not None:
            tasks = [row.task for row in self.source().rows if row.task is not None]
            ids = frozenset(task.id for task in missing_results(tasks, report.period))
            self.arrangement.missing = {**self.arrangement.missing, period: ids}
            self.filters.missing = self.arrangement.missing

    def _show(self) -> None:
        """Show what the arrangement holds: rows, cards, counts, or why there is nothing."""
        arrangement, widgets = self.arrangement, self.widgets
        self.table.show_entries()
        known = not self._first_load
        for key, card in widgets.cards.items():
            if known:
                card.set_figure(arrangement.counts.get(key, 0))
            card.setChecked(arrangement.filter.status == key)
        if not arrangement.source.rows:
            widgets.show_state(widgets.empty if known else widgets.loading)
        else:
            widgets.show_state(self.table if arrangement.shown else widgets.no_match)
        searched = bool(arrangement.filter.words())
        self.filters.search.show_count(arrangement.shown if searched else None)
        widgets.no_match.set_text(
            "Không có nhiệm vụ nào khớp. Hãy thử từ khác, hoặc xóa bộ lọc để xem "
            f"tất cả {len(arrangement.source.rows)} nhiệm vụ."
        )
        self._on_selection()

    def _arrange_again(self) -> None:
        self.search_run.stop()
        self.arrangement.arrange(self.arrangement.search())
        self._show()

    def _go_to_wanted(self) -> None:
        """Go to the task another page asked for; take filters off that hide it."""
        wanted = self._wanted_task
        if not wanted or self._first_load:
            return
        self._wanted_task = 0
        row = next((row for row in self.source().rows if row.id == wanted), None)
        if row is None:
            return
        self.arrangement.collapsed.discard(row.section)
        self._arrange_again()
        if not self.table.go_to(wanted):
            self._set_filter(TaskFilter())
            self.table.go_to(wanted)
        self.open_panel(wanted)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current_row() is None and self.model.rowCount() > 1:
            task = self.model.task_at(1)
            if task is not None:
                self.table.go_to(task.id)

    def _on_card(self, key: str, *, checked: bool) -> None:
        self._set_filter(replace(self.arrangement.filter, status=key if checked else ""))

    def _on_section(self, key: SectionKey) -> None:
        self.search_run.stop()
        self.arrangement.toggle(key)
        self._show()

    def _on_sort(self, column: str, descending: bool) -> None:
        self.search_run.stop()
        self.arrangement.sort_by(column, descending=descending)
        self._show()

    def tell(self) -> None:
        """Say again what is counted and selected: the page has just been shown."""
        self._on_selection()

    def _on_selection(self) -> None:
        count = len(self.selected())
        writable = not self.bridge.read_only
        self.widgets.bulk.show_selection(count, writable=writable)
        total, shown = len(self.source().rows), self.arrangement.shown
        parts = [f"{total} nhiệm vụ", f"đang hiện {shown}"] + ([f"đã chọn {count}"] if count else [])
        self.status_changed.emit(" · ".join(parts))
        have = {"rows"} if total else set()
        if count:
            have |= {"row", "selection"} if writable else {"row"}
        self.have_changed.emit(frozenset(have))
        known = self.bridge.app is not None
        self.widgets.import_button.setEnabled(known and writable)
        self.widgets.add_button.setEnabled(known and writable)
        self.widgets.empty_import.setEnabled(known and writable)
        self.widgets.empty_add.setEnabled(known and writable)
        self.widgets.export_button.setEnabled(known and bool(total))
        self.widgets.print_button.setEnabled(known and bool(total))

    def _panel_follows(self) -> None:
        """Show the current task in the open panel once the officer rests on it."""
        row: TaskRow | None = self.table.current_row()
        if row is not None and self.widgets.shows_panel():
            self.panel.show_task(row.id)
