"""The icon beside the clock: calm, soon or overdue; pop-ups as a courtesy; the program stays there when the window closes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QSystemTrayIcon, QWidget

from cchc_desktop.clock import at
from cchc_desktop.reminders.notifier import Channels, Message, Notifier, PopUps
from cchc_desktop.reminders.plyer_channel import PlyerChannel
from cchc_desktop.services.reminder_pass import WEEK
from cchc_desktop.services.reminders import OpenReminder, PassResult
from ui import icons
from ui.bridge import Bridge
from ui.errors import TITLE
from ui.prompts import confirm
from ui.tray_look import SIZE, badge_icon, counts, tip

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_POLL_MS = 5_000
_POLL_TIMES = 12
_TOLD = "tray/told"
_STAYS = "Phần mềm vẫn chạy ở khay hệ thống để nhắc việc."
_LEAVING = "Thoát thì sẽ không có nhắc việc cho đến khi mở lại. Vẫn thoát?"


class Window(Protocol):
    """What the tray needs of the main window."""

    def show_page(self, name: str, wanted: object = None) -> object:
        """Show a page."""
        ...

    def raise_window(self) -> object:
        """Bring the window to the front."""
        ...

    def quit_program(self) -> object:
        """End the program."""
        ...

    def hide(self) -> object:
        """Hide the window."""
        ...


class TrayChannel:
    """Shows a message as a balloon of the tray icon; refuses while there is no tray."""

    def __init__(self, icon: Callable[[], QSystemTrayIcon | None]) -> None:
        self._icon = icon
        self.last_key = ""
        """What the last message was about: the click says nothing itself."""

    def notify(self, title: str, text: str, key: str) -> bool:
        """Show a message if a tray is there to show it."""
        icon = self._icon()
        if icon is None or not icon.isVisible() or not icon.supportsMessages():
            return False
        self.last_key = key
        icon.showMessage(title, text, icon.icon())
        return True


class Tray(QObject):
    """The tray icon with its menu, and the pop-ups of the reminders."""

    def __init__(
        self,
        app: "App",
        bridge: Bridge,
        window: Window,
        *,
        probe: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        other: Notifier | None = None,
    ) -> None:
        super().__init__(window if isinstance(window, QObject) else None)
        self._app = app
        self._bridge = bridge
        self._window = window
        self._probe = probe
        self._polls = 0
        self._open: tuple[OpenReminder, ...] = ()
        self.icon: QSystemTrayIcon | None = None
        self.balloon = TrayChannel(lambda: self.icon)
        self.channels = Channels([("tray", self.balloon), ("plyer", other or PlyerChannel())])
        self.popups = PopUps(self.channels, is_quiet=app.reminders.is_quiet)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self.menu = QMenu()
        self._build_menu()

    @property
    def available(self) -> bool:
        """Tell whether the icon stands in a tray: only then may the window be hidden."""
        return self.icon is not None and self._probe()

    def install(self) -> bool:
        """Put the icon into the tray; at login the tray may come a little later, so look again for a minute."""
        if self._probe():
            self._make_icon()
            return True
        self._polls = 0
        self._timer.start()
        return False

    def remove(self) -> None:
        """Take the icon away."""
        self._timer.stop()
        if self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None
            QApplication.setQuitOnLastWindowClosed(True)

    def _poll(self) -> None:
        self._polls += 1
        if self._probe():
            self._timer.stop()
            self._make_icon()
        elif self._polls >= _POLL_TIMES:
            self._timer.stop()

    def _make_icon(self) -> None:
        if self.icon is not None:
            return
        self.icon = QSystemTrayIcon(self._picture(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_message_clicked)
        self.refresh()
        self.icon.show()
        # the program lives on in the tray: closing a message while the window is hidden must not end it
        QApplication.setQuitOnLastWindowClosed(False)

    # what is shown

    def on_pass(self, result: PassResult) -> None:
        """Take what a reminder pass found: colour and words of the icon, and at most one pop-up."""
        self._open = result.open
        self._announce(result)
        self.refresh()

    def _announce(self, result: PassResult) -> None:
        still_open = {reminder.key for reminder in result.open}
        waiting = [key for key in self.popups.waiting if not key.startswith(WEEK)]
        self.popups.forget([key for key in waiting if key not in still_open])
        fresh = [Message(each.key, each.title, each.text) for each in result.raised]
        fresh += [Message(each.key, each.title, each.text) for each in result.woken]
        told = self.popups.announce(fresh, self._app.clock.now(), result.digest)
        if result.week is not None and result.week[0] not in told:  # it waits where something else was told
            told += self.popups.announce([Message(*result.week)], self._app.clock.now())
        if told and not self._bridge.read_only:
            channel = self.channels.last_channel
            # a note for the ledger only: a full disk must not turn every reminder into an error message
            self._bridge.run(
                lambda: self._app.reminders.mark_shown(told, channel), failed=lambda _error: None
            )

    def refresh(self) -> None:
        """Draw icon, tool tip and menu anew."""
        now = self._app.clock.now()
        overdue, ahead = counts(self._open, now.date())
        self.reminders_action.setText(f"Nhắc việc ({len(self._open)})")
        paused = self.popups.paused_until(now)
        self.resume_action.setVisible(paused is not None)
        if self.icon is not None:
            self.icon.setIcon(self._picture())
            self.icon.setToolTip(tip(overdue, ahead, self._cutoff_line(now.date()), paused))

    def _cutoff_line(self, today: date) -> str:
        period = self._app.reports.current_period(today)
        if period is None:
            return ""
        left = self._app.calendar.work_calendar().between(today, period.cutoff)
        return f"Chốt số liệu còn {left} ngày làm việc." if left > 0 else "Chốt số liệu hôm nay."

    def _picture(self) -> QIcon:
        base = QApplication.windowIcon()
        if base.isNull():
            base = icons.icon("list-checks", "accent", SIZE)
        overdue, ahead = counts(self._open, self._app.clock.now().date())
        return badge_icon(base, "overdue_bar" if overdue else "figure_due_soon" if ahead else "")

    # what can be done

    def _build_menu(self) -> None:
        self._add("Mở Nhiệm vụ CCHC", self._window.raise_window)
        self.reminders_action = self._add("Nhắc việc (0)", self.open_reminders)
        self._add("Cập nhật nhanh", self.open_missing)
        pause = self.menu.addMenu("Tạm dừng nhắc")
        self._add("1 giờ", self.pause_hour, pause)
        self._add("Hết hôm nay", self.pause_today, pause)
        self.resume_action = self._add("Nhắc trở lại", self.resume)
        self.resume_action.setVisible(False)
        self._add("Thiết đặt nhắc việc", lambda: self._show_page("settings", None))
        self.menu.addSeparator()
        self._add("Thoát", self.ask_quit)

    def _add(self, text: str, act: Callable[[], object], menu: QMenu | None = None) -> QAction:
        made = (menu or self.menu).addAction(text)
        made.triggered.connect(lambda _checked=False: act())
        return made

    def _show_page(self, name: str, wanted: object) -> None:
        self._window.raise_window()
        self._window.show_page(name, wanted)

    def open_reminders(self, key: str = "") -> None:
        """Bring the list of reminders to the front."""
        self._show_page("reminders", {"key": key} if key else None)

    def open_missing(self) -> None:
        """Bring the tasks to the front that have no result yet in the running report period."""
        self._show_page("tasks", {"missing": True})

    def pause_hour(self) -> None:
        """Show no pop-ups for an hour; the list goes on."""
        self.popups.pause(self._app.clock.now() + timedelta(hours=1))
        self.refresh()

    def pause_today(self) -> None:
        """Show no pop-ups until tomorrow."""
        self.popups.pause(at(self._app.clock.now().date() + timedelta(days=1), 0))
        self.refresh()

    def resume(self) -> None:
        """Show pop-ups again."""
        self.popups.resume()
        self.refresh()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._window.raise_window()

    def _on_message_clicked(self) -> None:
        self.open_reminders(self.balloon.last_key)

    # leaving

    def closing(self) -> bool:
        """Take the closing of the window: True when the program stays in the tray and the event is to be ignored.

        The first time a message says so before the window goes; without a tray the only window is never hidden.
        """
        if not self.available:
            return False
        if self._bridge.preferences.flag(_TOLD):
            self._window.hide()
        else:
            self._tell_once()
        return True

    def _tell_once(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, TITLE, _STAYS, parent=self._visible_window())
        box.setAccessibleName(_STAYS)
        understood = box.addButton("Đã hiểu", QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton("Thoát hẳn", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(understood)
        box.setEscapeButton(understood)
        understood.clicked.connect(self._understood)
        leave.clicked.connect(self.ask_quit)
        box.open()

    def _visible_window(self) -> QWidget | None:
        """Return the window to ask on; a hidden one would hide the question too."""
        window = self._window
        return window if isinstance(window, QWidget) and window.isVisible() else None

    def _understood(self) -> None:
        self._bridge.preferences.put(_TOLD, True)  # noqa: FBT003 - a stored value
        self._window.hide()

    def ask_quit(self) -> QMessageBox | None:
        """End the program; ask first when a reminder would come within a day."""
        upcoming = self._app.reminders.next_moment()
        if upcoming is not None and upcoming <= self._app.clock.now() + timedelta(hours=24):
            return confirm(self._visible_window(), _LEAVING, "Thoát", self._window.quit_program)
        self._window.quit_program()
        return None
