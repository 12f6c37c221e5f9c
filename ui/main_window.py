"""The main window: opens the data behind the first frame, owns pages and heartbeat, and closes without losing anything."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.clock import Clock
from cchc_desktop.errors import UserError
from cchc_desktop.services.changes import Changes, Kind
from ui import icons, theme
from ui.actions import Actions
from ui.bridge import Bridge
from ui.errors import report_defect
from ui.first_look import FirstLook
from ui.heartbeat import Heartbeat
from ui.page_host import PageHost
from ui.pages.tasks import TasksPage
from ui.preferences import Preferences
from ui.prompts import confirm
from ui.window_commands import WindowCommands
from ui.window_frame import WindowFrame
from ui.window_news import WindowNews
from ui.window_pages import NAMES

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from cchc_desktop.services.reminders import PassResult
    from ui.tray import Tray

_SMALL_SCREEN = 1440
"""Up to this width (in device-independent pixels) the first window takes the whole screen."""
_UNSAVED = "Còn nội dung vừa nhập chưa lưu được. Nếu thoát, nội dung đó sẽ mất."
_NOT_OPENED = "Không mở được dữ liệu vì lỗi ngoài dự kiến. Chi tiết đã được ghi vào nhật ký."


class MainWindow(WindowFrame):
    """Owns the bridge, the heartbeat and the pages."""

    first_painted = Signal()
    """Once, after the first frame is on the screen: what is heavy may begin."""
    opened = Signal()
    """The data are open and the wanted page is shown."""

    def __init__(
        self, folder: Path, clock: Clock, preferences: Preferences, look: FirstLook | None = None
    ) -> None:
        self.bridge = Bridge(None, preferences)
        super().__init__(self.bridge.undo)
        self.bridge.setParent(self)
        self.folder = folder
        self.clock = clock
        self.preferences = preferences
        self.with_tray = True
        self.asks_first_run = True
        self._hidden_start = False
        self.tray: Tray | None = None
        self.heartbeat = Heartbeat(self.bridge, self)
        self.host = PageHost(self.stack, self.bridge, self)
        self.news = WindowNews(self, self.bridge)
        self.tasks = TasksPage(None, self.bridge)
        self.host.adopt("tasks", self.tasks)
        self.host.eager = frozenset({"tasks"})
        self.commands = WindowCommands(self)
        self.commands_of_menus = Actions(self, self.commands.handlers())
        self.commands_of_menus.fill(self.menuBar())
        self.commands.finish_menus(self.commands_of_menus)
        self._have: frozenset[str] = frozenset()
        self._quitting = False
        self._painted = False
        self._connect()
        self._restore_shape()
        self._first_frame(look)

    # ---- opening and closing ----

    def open_data(self) -> None:
        """Open the data in the worker thread; the window stays alive meanwhile."""
        folder, clock = self.folder, self.clock

        def work(_job: object) -> "App":
            from cchc_desktop.bootstrap import open_app

            return open_app(folder, clock, may_only_read=True, for_window=True)

        self.bridge.background.submit(work, self.take_app, self._on_open_failed)

    def take_app(self, app: "App") -> None:
        """Take the open data: pages fill, reminders begin."""
        self.bridge.app = app
        self.preferences.read_only = app.read_only
        self.host.drop("startup")
        self.news.on_opened(app, self.reopen)
        self.tasks.refresh()
        self.show_page(self.host.wanted)
        self._enable()
        self._start_tray(app)
        self.heartbeat.start()
        if app.read_only:
            self.news.show_backup()
        else:
            self.bridge.run_later(lambda _job: app.backups.daily(), lambda _path: self.news.show_backup())
            self._keep_figures()
            if self.asks_first_run and not app.offices.get().first_run_done:
                QTimer.singleShot(0, self, self.commands.first_run)
        self.opened.emit()

    def reopen(self) -> None:
        """Close the data and open them again, to write after another program has finished."""
        self.tasks.leave()
        self.host.wanted = self.host.current_name() or "overview"
        self.heartbeat.stop()
        for name in [name for name in self.host.pages() if name != "tasks"]:
            self.host.drop(name)
        self._close_data()
        self._enable()
        self.open_data()

    def quit_program(self) -> None:
        """Save what is being typed and end; ask first if something cannot be saved."""
        self.tasks.leave()
        if self.host.unsaved():
            confirm(self, _UNSAVED, "Vẫn thoát", self._end, detail="Bấm Hủy bỏ để xem lại nội dung đó.")
        else:
            self._end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay in the tray if there is one; else end the program."""
        if self._quitting:
            event.accept()
            return
        event.ignore()
        self.tasks.leave()
        self._remember_shape()
        if self.tray is None or not self.tray.closing():
            self.quit_program()

    def start_hidden(self) -> None:
        """Start without showing the window: it waits in the tray, or in the task bar where there is none."""
        self._hidden_start = True

    def leave_data_open(self) -> None:
        """Stop everything that runs but let the data stay open: they belong to somebody else."""
        self.bridge.app = None
        self.shut_down()
        self.close()
        self.deleteLater()

    def shut_down(self) -> None:
        """Stop everything that runs and close the data; the window is of no use afterwards."""
        self._quitting = True
        self._remember_shape()
        self.heartbeat.stop()
        self.bridge.close()
        self._close_data()

    # ---- what pages, tray and commands ask ----

    def show_page(self, name: str, wanted: object = None) -> None:
        """Show a page, and on it what is wanted."""
        self.host.show_page(name, wanted)

    def raise_window(self) -> None:
        """Bring the window to the front, out of the tray or the task bar."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def restyle(self) -> None:
        """Put changed colours, text size or density in force at once."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.preferences)
            icons.refresh(app)
            self.tasks.table.restyle_now()
            for widget in self.findChildren(QWidget):
                widget.update()

    def next_area(self, step: int) -> None:
        """Move the focus to the next or previous area: sidebar, then the areas of the page (F6)."""
        page = self.stack.currentWidget()
        areas: list[QWidget] = [self.sidebar.above]
        areas += page.areas() if isinstance(page, TasksPage) else [page] if page is not None else []
        focus = QApplication.focusWidget()
        inside = [area is focus or (focus is not None and area.isAncestorOf(focus)) for area in areas]
        here = inside.index(True) if True in inside else -1
        area = areas[(here + step) % len(areas)]
        if area.focusPolicy() is Qt.FocusPolicy.NoFocus:
            area = area.nextInFocusChain() or area
        area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first frame."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def event(self, event: QEvent) -> bool:
        """Draw the icons anew for a screen of another pixel ratio."""
        app = QApplication.instance()
        if event.type() is QEvent.Type.DevicePixelRatioChange and isinstance(app, QApplication):
            icons.refresh(app)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back one level on the page."""
        page = self.stack.currentWidget()
        if event.key() == Qt.Key.Key_Escape and isinstance(page, TasksPage) and page.step_back():
            return
        super().keyPressEvent(event)

    # ---- inside ----

    def _connect(self) -> None:
        bridge, news = self.bridge, self.news
        self.sidebar.chosen.connect(self.show_page)
        self.sidebar.collapse_wanted.connect(self.commands.toggle_sidebar)
        self.sidebar.year_chosen.connect(self.commands.set_year)
        self.host.shown.connect(self._on_shown)
        self.tasks.status_changed.connect(self._on_counts)
        self.tasks.have_changed.connect(self._on_have)
        self.tasks.loaded.connect(lambda source: news.on_loaded(source, self.commands.remove_sample))
        self.tasks.room_wanted.connect(self.commands.lend_room)
        self.tasks.menu_wanted.connect(self.commands.show_task_menu)
        bridge.changed.connect(self._on_changed)
        bridge.undo_changed.connect(self._enable)
        bridge.restyle_wanted.connect(self.restyle)
        self.heartbeat.passed.connect(self._on_pass)
        self.heartbeat.raised.connect(lambda _result: bridge.announce(Kind.REMINDERS))
        self.heartbeat.day_changed.connect(bridge.announce)
        self.heartbeat.day_changed.connect(self._keep_figures)
        QApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self.restyle())

    def _first_frame(self, look: FirstLook | None) -> None:
        remembered = self.preferences.text("window/page", "overview")
        self.host.wanted = remembered if remembered in NAMES else "overview"
        if look is not None:
            self.tasks.show_first(look)
            self.news.on_first_look(look, self.clock.now().year)
        self.sidebar.show_page(self.host.wanted)
        self.tasks.table.setFocus()
        self._enable()

    def _start_tray(self, app: "App") -> None:
        if self.tray is not None or not self.with_tray:
            return
        from ui.tray import Tray

        self.tray = Tray(app, self.bridge, self)
        if not self.tray.install() and self._hidden_start:
            self.showMinimized()
        self._hidden_start = False

    def _close_data(self) -> None:
        if self.tray is not None:
            self.tray.remove()
            self.tray.deleteLater()
            self.tray = None
        app, self.bridge.app = self.bridge.app, None
        self.bridge.undo_stack.clear()
        if app is not None:
            app.close()

    def _on_open_failed(self, error: BaseException) -> None:
        from ui.pages.startup_problem import StartupProblem

        if not isinstance(error, UserError):
            report_defect(self, error)
        message = error.message if isinstance(error, UserError) else _NOT_OPENED
        page = StartupProblem(message, self.folder, self.clock, self.bridge)
        page.retry_wanted.connect(self.open_data)
        page.quit_wanted.connect(self.quit_program)
        self.host.drop("startup")
        self.host.adopt("startup", page)
        self.stack.setCurrentWidget(page)

    def _on_changed(self, changes: Changes) -> None:
        self.host.tell(changes)
        self.news.on_changed(changes)

    def _on_shown(self, name: str) -> None:
        self.sidebar.show_page(name)
        if name == "tasks":
            self.tasks.tell()
        else:
            self.status_line.show_counts("")
        if name not in ("import", "help"):
            self.preferences.put("window/page", name)
        self._enable()

    def _on_counts(self, text: str) -> None:
        if self.stack.currentWidget() is self.tasks:
            self.status_line.show_counts(text)

    def _keep_figures(self) -> None:
        """Keep the figures of reports whose data closed yesterday, in the worker thread."""
        app = self.bridge.app
        if app is not None and not app.read_only:
            self.bridge.run_later(lambda _job: app.frozen_figures.keep_closed(), lambda _keys: None)

    def _on_have(self, have: frozenset[str]) -> None:
        if have != self._have:
            self._have = have
            self._enable()

    def _on_pass(self, result: "PassResult") -> None:
        self.news.on_pass(result, self.commands.confirm_clock)
        if self.tray is not None:
            self.tray.on_pass(result)

    def _enable(self) -> None:
        app, stack = self.bridge.app, self.bridge.undo_stack
        undo, redo = stack.next_undo(), stack.next_redo()
        have: set[str] = {"data"} if app is not None else set()
        if app is not None and not app.read_only:
            have |= {"write"} | ({"undo"} if undo else set()) | ({"redo"} if redo else set())
        if app is not None and self.stack.currentWidget() is self.tasks:
            have |= self._have
        actions = self.commands_of_menus
        actions.enable(frozenset(have))
        actions["undo"].setText(f"Hoàn tác: {undo.label}" if undo else "Hoàn tác")
        actions["redo"].setText(f"Làm lại: {redo.label}" if redo else "Làm lại")

    def _restore_shape(self) -> None:
        room = self.screen().availableGeometry().size()
        self.resize(QSize(1366, 800).boundedTo(room))
        shape = self.preferences.blob("window/shape")
        if shape is not None:
            self.restoreGeometry(shape)
        elif room.width() <= _SMALL_SCREEN:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.sidebar.set_collapsed(collapsed=self.preferences.flag("window/sidebar_collapsed"))

    def _remember_shape(self) -> None:
        self.preferences.put("window/shape", self.saveGeometry())
        self.preferences.sync()

    def _end(self) -> None:
        self.shut_down()
        self.close()
        QApplication.quit()
