"""The pulse beneath the reminders: every 30 seconds, after sleep, at midnight, on activation, after changed deadlines."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from cchc_desktop.clock import SystemClock
from cchc_desktop.errors import UserError
from cchc_desktop.services.changes import Changes
from ui.bridge import Bridge

if TYPE_CHECKING:
    from cchc_desktop.reminders.heartbeat import AlarmClock
    from cchc_desktop.services.reminders import PassResult

PULSE_MS = 30_000
_AFTER_CHANGE_MS = 1500
"""An officer enters several things in a row: one pass after the last of them is enough."""
_PASS_EVERY = timedelta(minutes=10)
_JUMP = timedelta(minutes=2)


class Heartbeat(QObject):
    """Runs reminder passes in the worker thread; repeating one raises nothing twice (the ledger sees to it)."""

    passed = Signal(object)
    """PassResult of every pass."""
    raised = Signal(object)
    """PassResult with something new to show: raised or woken reminders."""
    day_changed = Signal()
    """A new day has begun: labels such as "quá hạn" must be worked out again."""
    _rang = Signal()
    """From the alarm clock's own thread."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._last: datetime | None = None
        self._last_pass: datetime | None = None
        self._next: datetime | None = None
        self._running = False
        self._again = False
        self._since = QElapsedTimer()
        self._alarm: AlarmClock | None = None
        self._rang.connect(self.beat)
        self._timer = QTimer(self, interval=PULSE_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.beat)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_CHANGE_MS)
        self._soon.timeout.connect(self.pulse)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._on_state)
        bridge.changed.connect(self._on_changed)

    def start(self) -> None:
        """Begin with a pass that shows at once what is overdue, whatever the hour."""
        self._timer.start()
        self._since.start()
        self._last = self._now()
        self.pulse(at_start=True)

    def stop(self) -> None:
        """Beat no more; the program is closing."""
        self._timer.stop()
        self._soon.stop()
        if self._alarm is not None:
            self._alarm.stop()
            self._alarm = None

    def beat(self) -> None:
        """Look at the clock: pass when it is time, when the clock jumped, or when the day changed."""
        now = self._now()
        if now is None:
            return
        last, self._last = self._last, now
        elapsed = timedelta(milliseconds=self._since.restart()) if self._since.isValid() else timedelta()
        if last is not None and now.date() != last.date():
            self.day_changed.emit()
            self.pulse()
        elif (
            (last is not None and abs((now - last) - elapsed) > _JUMP)
            or (self._next is not None and now >= self._next)
            or self._last_pass is None
            or now - self._last_pass >= _PASS_EVERY
        ):
            self.pulse()

    def pulse(self, *, at_start: bool = False) -> None:
        """Do a pass now; a pass asked for while one runs is done right after it."""
        app = self._bridge.app
        if app is None or app.read_only:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        self._last_pass = self._now()

        def work(_job: object) -> "tuple[PassResult, datetime | None]":
            by_hand = not isinstance(app.clock, SystemClock)  # a person gave the time (--today): it is right
            result = app.reminders.run(at_start=at_start, trusted_clock=by_hand)
            upcoming = app.reminders.next_moment()
            self._arm(upcoming)
            return result, upcoming

        self._bridge.run_later(work, self._finish, failed=self._fail)

    def _arm(self, moment: datetime | None) -> None:
        """Set the alarm clock; in the worker thread, because its library takes a while to load.

        A clock that was set by hand (``--today``) has no alarm: the real time has passed its moments already.
        """
        if self._bridge.app is None or not isinstance(self._bridge.app.clock, SystemClock):
            return
        if self._alarm is None:
            from cchc_desktop.reminders.heartbeat import AlarmClock

            self._alarm = AlarmClock(self._rang.emit)
            self._alarm.start()
        soonest = self._bridge.app.clock.now() + timedelta(seconds=1)
        self._alarm.arm(None if moment is None else max(moment, soonest))

    def _finish(self, found: "tuple[PassResult, datetime | None]") -> None:
        result, self._next = found
        self._running = False
        self.passed.emit(result)
        if result.raised or result.woken:
            self.raised.emit(result)
        if self._again:
            self._again = False
            self.pulse()

    def _fail(self, _error: UserError) -> None:
        """Stay quiet: a pass that could not be written (full disk, locked file) is tried at the next beat."""
        self._running = False
        self._last_pass = None

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.beat()

    def _on_changed(self, changes: Changes) -> None:
        """Pass again after a change: every kind can move a deadline, close one, or change when to remind."""
        if changes.kinds and self._timer.isActive():
            self._soon.start()

    def _now(self) -> datetime | None:
        return self._bridge.app.clock.now() if self._bridge.app is not None else None
