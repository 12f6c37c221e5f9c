"""What the commands of the menus do; one small method each, the work itself is in pages, dialogs and services."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from cchc_desktop.domain.tasks import Progress
from ui.actions import Actions
from ui.pages.task_bulk import fill_progress_menu
from ui.preferences import TextSize
from ui.prompts import open_path, tell

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SIZES = tuple(TextSize)


class WindowCommands(QObject):
    """The handlers of all commands, for one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._bridge = window.bridge
        self._actions: Actions | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does."""
        window, tasks, operations = self._window, self._window.tasks, self._window.tasks.operations
        return {
            "import": lambda: window.show_page("import"),
            "export": operations.export,
            "print": operations.print_list,
            "backup": self.backup,
            "restore": lambda: window.show_page("settings", {"part": "backups"}),
            "open_folder": lambda: open_path(window.folder),
            "close_window": window.close,
            "quit": window.quit_program,
            "undo": self._bridge.undo,
            "redo": self._bridge.redo,
            "copy": operations.copy,
            "select_all": tasks.table.selectAll,
            "clear_selection": tasks.table.clearSelection,
            "find": lambda: self._on_tasks(tasks.go_to_search),
            "clear_filter": lambda: self._on_tasks(tasks.filters.clear),
            "page_overview": lambda: window.show_page("overview"),
            "page_tasks": lambda: window.show_page("tasks"),
            "page_calendar": lambda: window.show_page("calendar"),
            "page_reminders": lambda: window.show_page("reminders"),
            "page_plans": lambda: window.show_page("plans"),
            "page_agencies": lambda: window.show_page("agencies"),
            "toggle_sidebar": self.toggle_sidebar,
            "toggle_cards": self.toggle_cards,
            "collapse_all": lambda: tasks.collapse_all(collapsed=True),
            "expand_all": lambda: tasks.collapse_all(collapsed=False),
            "bigger": lambda: self.change_text_size(1),
            "smaller": lambda: self.change_text_size(-1),
            "usual_size": lambda: self.set_text_size(TextSize.MEDIUM),
            "next_area": lambda: window.next_area(1),
            "previous_area": lambda: window.next_area(-1),
            "reread": self.reread,
            "add": lambda: self._on_tasks(operations.add),
            "edit": operations.edit,
            "details": tasks.open_panel,
            "complete": operations.complete,
            "progress": lambda: None,
            "reading": operations.correct_reading,
            "remove": operations.remove,
            "reports": lambda: window.show_page("calendar"),
            "missing": lambda: window.show_page("tasks", {"missing": True}),
            "overdue": lambda: window.show_page("tasks", {"status": "overdue"}),
            "remind_now": self.remind_now,
            "check_data": self.check_data,
            "settings": lambda: window.show_page("settings"),
            "help": lambda: window.show_page("help"),
            "shortcuts": self.shortcuts,
            "open_logs": self.open_logs,
            "about": self.about,
        }

    def finish_menus(self, actions: Actions) -> None:
        """Give the menus what data alone cannot say: the submenu of states, what is checked."""
        self._actions = actions
        states = QMenu(self._window)
        fill_progress_menu(states, self._choose_progress)
        actions["progress"].setMenu(states)
        actions["toggle_sidebar"].setChecked(self._window.preferences.flag("window/sidebar_collapsed"))
        actions["toggle_cards"].setChecked(self._window.preferences.flag("tasks/cards_hidden"))

    def show_task_menu(self, place: QPoint) -> None:
        """Show the context menu of the selected tasks."""
        if self._actions is not None:
            keys = (
                "details",
                "complete",
                "progress",
                "",
                "edit",
                "reading",
                "",
                "copy",
                "export",
                "print",
                "",
                "remove",
            )
            self._actions.context_menu(self._window, *keys).popup(place)

    # ---- Tệp ----

    def backup(self) -> None:
        """Make a safety copy now."""
        app = self._bridge.app
        if app is None:
            return

        def done(path: Path) -> None:
            self._window.news.show_backup()
            folder = path.parent
            tell(
                self._window, f"Đã sao lưu vào tệp “{path.name}”.", ("Mở thư mục", lambda: open_path(folder))
            )

        self._bridge.run_later(lambda _job: app.backups.create(), done)

    # ---- Xem ----

    def toggle_sidebar(self) -> None:
        """Collapse or open the sidebar (Ctrl+B)."""
        collapsed = not self._window.sidebar.is_collapsed()
        self._window.sidebar.set_collapsed(collapsed=collapsed)
        self._window.preferences.put("window/sidebar_collapsed", collapsed)
        if self._actions is not None:
            self._actions["toggle_sidebar"].setChecked(collapsed)

    def lend_room(self, wanted: bool) -> None:
        """Collapse the sidebar while the panel needs its width; then as the officer has it."""
        stored = self._window.preferences.flag("window/sidebar_collapsed")
        self._window.sidebar.set_collapsed(collapsed=wanted or stored)

    def toggle_cards(self) -> None:
        """Hide or show the summary cards."""
        cards = self._window.tasks.widgets.cards_row
        hidden = not cards.isHidden()
        cards.setHidden(hidden)
        self._window.preferences.put("tasks/cards_hidden", hidden)
        if self._actions is not None:
            self._actions["toggle_cards"].setChecked(hidden)

    def change_text_size(self, step: int) -> None:
        """Go one text size up or down."""
        place = _SIZES.index(self._window.preferences.text_size) + step
        self.set_text_size(_SIZES[min(max(place, 0), len(_SIZES) - 1)])

    def set_text_size(self, size: TextSize) -> None:
        """Change the text size and remember it."""
        if size is not self._window.preferences.text_size:
            self._window.preferences.put("display/text_size", size.value)
            self._window.restyle()

    def set_year(self, year: int) -> None:
        """Change the working year."""
        app = self._bridge.app
        if app is not None:
            self._bridge.run(
                lambda: app.offices.save(replace(app.offices.get(), year=year)), say=f"Năm làm việc: {year}."
            )

    def reread(self) -> None:
        """Work everything out again as of now (F5)."""
        self._bridge.announce()

    # ---- Công cụ ----

    def remind_now(self) -> None:
        """Do a reminder pass now and show the list."""
        self._window.heartbeat.pulse(at_start=True)
        self._window.show_page("reminders")

    def confirm_clock(self) -> None:
        """Take the machine's clock for right; reminders go on."""
        app = self._bridge.app
        if app is not None:
            self._bridge.run(app.reminders.confirm_clock)
            self._window.heartbeat.pulse(at_start=True)

    def check_data(self) -> None:
        """Check the data file and say what was found."""
        app = self._bridge.app
        if app is None:
            return

        def done(ok: bool) -> None:
            if ok:
                tell(self._window, "Đã kiểm tra dữ liệu: không có lỗi.")
                return
            tell(
                self._window,
                "Kiểm tra dữ liệu phát hiện lỗi. Hãy sao lưu tệp hiện tại ra nơi khác, rồi khôi phục bản sao lưu gần nhất.",
                ("Xem các bản sao lưu", lambda: self._window.show_page("settings", {"part": "backups"})),
            )

        self._bridge.run_later(lambda _job: app.backups.check().ok, done)

    def remove_sample(self) -> None:
        """Take the sample data away."""
        app = self._bridge.app
        if app is not None:
            self._bridge.run(app.plans.remove_sample, say="Đã xóa dữ liệu mẫu.")

    # ---- Trợ giúp ----

    def first_run(self) -> None:
        """Ask the first questions."""
        app = self._bridge.app
        if app is None:
            return
        from ui.dialogs.first_run import FirstRunDialog

        dialog = FirstRunDialog(app, self._bridge, self._window)
        dialog.chosen.connect(self._after_first_run)
        dialog.open()

    def shortcuts(self) -> None:
        """Show the keys."""
        from ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window).open()

    def about(self) -> None:
        """Show what the program is."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open()

    def open_logs(self) -> None:
        """Open the folder of the log files."""
        app = self._bridge.app
        if app is not None:
            app.folder.logs.mkdir(parents=True, exist_ok=True)
            open_path(app.folder.logs)

    def _on_tasks(self, act: Callable[[], object]) -> None:
        self._window.show_page("tasks")
        act()

    def _choose_progress(self, progress: Progress) -> None:
        self._window.tasks.operations.set_progress(progress)

    def _after_first_run(self, chosen: str) -> None:
        if chosen == "import":
            self._window.show_page("import")
        elif chosen in ("sample", "empty"):
            self._window.show_page("overview" if chosen == "sample" else "tasks")
