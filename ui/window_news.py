"""What the window says of the data: title, office, counts in the sidebar, banners, backup age."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cchc_desktop.services.changes import Changes, Kind
from ui.bridge import Bridge
from ui.first_look import FirstLook
from ui.models.task_list import TaskList
from ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cchc_desktop.bootstrap import App
    from cchc_desktop.services.reminders import PassResult

ONLY_READING = "Dữ liệu đang mở ở chế độ chỉ đọc. Bạn có thể xem, chưa sửa được."


class WindowNews(QObject):
    """Keeps the fixed parts of the window in line with the data."""

    def __init__(self, window: WindowFrame, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._open_reminders = 0
        bridge.saved.connect(window.status_line.show_saved)
        bridge.said.connect(lambda text, undoable: window.toast.say(text, undoable=undoable))

    def on_first_look(self, look: FirstLook, year: int) -> None:
        """Show what is known before the data are open."""
        self._window.sidebar.set_office(look.agency_name, look.year or year, ())
        self._window.sidebar.set_count("reminders", look.open_reminders)
        self._window.sidebar.set_count("tasks", look.task_count)

    def on_opened(self, app: "App", reopen: "Callable[[], object]") -> None:
        """Show whose data they are, and that they can only be read if so."""
        self._window.status_line.show_file(app.folder.database)
        if app.read_only:
            self._window.lock_banner.say(app.locked_by or ONLY_READING, ("Thử lại", reopen))
        else:
            self._window.lock_banner.clear()
        self.show_office()
        self.show_names()

    def on_changed(self, changes: Changes) -> None:
        """Follow changes of the office and of the plans."""
        if changes.kinds & {Kind.SETTINGS, Kind.PLANS}:
            self.show_office()
        if changes.kinds & {Kind.SETTINGS, Kind.PLANS, Kind.TASKS, Kind.AGENCIES}:
            self.show_names()

    def show_names(self) -> None:
        """Count the names of bodies that wait to be settled."""
        app = self._bridge.app
        if app is not None:
            self._window.sidebar.set_count("agencies", app.agencies.names_to_settle())

    def on_loaded(self, source: TaskList, remove_sample: "Callable[[], object]") -> None:
        """Count the tasks, and say so while there are sample data."""
        self._window.sidebar.set_count("tasks", len(source.rows))
        if any(plan.is_sample for plan in source.plans):
            offered = [] if self._bridge.read_only else [("Xóa dữ liệu mẫu và bắt đầu", remove_sample)]
            self._window.sample_banner.say("Bạn đang xem dữ liệu mẫu.", *offered)
        else:
            self._window.sample_banner.clear()

    def on_pass(self, result: "PassResult", confirm_clock: "Callable[[], object]") -> None:
        """Count the reminders; say so while the clock is implausible."""
        self._open_reminders = len(result.open)
        self._window.sidebar.set_count("reminders", self._open_reminders)
        if result.held:
            self._window.clock_banner.say(result.held, ("Ngày giờ đúng", confirm_clock))
        else:
            self._window.clock_banner.clear()
        self._show_title()

    def show_office(self) -> None:
        """Show office, year and title."""
        app = self._bridge.app
        if app is None:
            return
        year = app.offices.year()
        years = {plan.year for plan in app.plans.all()} | {year, app.clock.now().year}
        self._window.sidebar.set_office(app.offices.get().agency_name, year, sorted(years, reverse=True))
        self._show_title()

    def show_backup(self) -> None:
        """Show the age of the newest backup."""
        app = self._bridge.app
        if app is not None:
            latest: datetime | None = app.backups.latest()
            self._window.status_line.show_backup(latest, app.clock.now().date())

    def _show_title(self) -> None:
        app = self._bridge.app
        parts = ["Nhiệm vụ CCHC"]
        if app is not None:
            parts += [app.offices.get().agency_name, f"Năm {app.offices.year()}"]
        waiting = f" ({self._open_reminders} nhắc việc)" if self._open_reminders else ""
        self._window.setWindowTitle(" – ".join(part for part in parts if part) + waiting)
