"""Between pages and services: runs a use case, tells everybody what changed, remembers how to undo it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.errors import UserError
from cchc_desktop.services.changes import Changes, Kind
from ui.background import Background, Job
from ui.errors import report_defect, show_problem
from ui.preferences import Preferences
from ui.undo import UndoStack

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

T = TypeVar("T")
Failed = Callable[[UserError], object]


class Bridge(QObject):
    """The one way from a page to the services.

    ``run`` executes on the GUI thread (a few milliseconds), ``run_later`` on the worker thread. Both show a
    ``UserError`` in one dialog unless ``failed`` takes it, show anything else in the crash dialog, emit ``changed``
    and push the undo stack.
    """

    changed = Signal(object)
    """Changes: every page refreshes itself when a kind it shows is among them."""
    saved = Signal(object)
    """datetime of the last write, for the status line."""
    undo_changed = Signal()
    said = Signal(str, bool)
    """A short message for the toast; True when it offers Hoàn tác."""
    restyle_wanted = Signal()
    """Text size, density or colours were chosen anew."""

    def __init__(
        self,
        app: "App | None" = None,
        preferences: Preferences | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.app = app
        self.preferences = preferences if preferences is not None else Preferences(None)
        self.background = Background(self)
        self.undo_stack = UndoStack()
        self.last_saved: datetime | None = None

    @property
    def read_only(self) -> bool:
        """True until the data are open, and when somebody else has them open for writing."""
        return self.app is None or self.app.read_only

    def run(self, use_case: Callable[[], T], *, say: str = "", failed: Failed | None = None) -> T | None:
        """Execute a use case now; None when it failed (it was shown, or ``failed`` was called).

        ``say`` is shown in a toast afterwards, with Hoàn tác when the change can be undone.
        """
        try:
            result = use_case()
        except UserError as error:
            self._show(error, failed, lambda: self.run(use_case, say=say, failed=failed))
            return None
        except Exception as error:  # noqa: BLE001 - a defect: the crash dialog is its end
            report_defect(self._parent(), error, self._logs())
            return None
        self._after(result, say)
        return result

    def run_later(
        self,
        use_case: Callable[[Job[T]], T],
        done: Callable[[T], object] | None = None,
        *,
        say: str = "",
        failed: Failed | None = None,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> Job[T]:
        """Execute a use case in the worker thread; ``done`` gets its result on the GUI thread."""

        def finish(result: T) -> None:
            self._after(result, say)
            if done is not None:
                done(result)

        def stop(error: BaseException) -> None:
            if isinstance(error, UserError):
                self._show(error, failed, None)
            else:
                report_defect(self._parent(), error, self._logs())

        return self.background.submit(use_case, finish, stop, progress)

    def undo(self) -> None:
        """Reverse the newest action (Hoàn tác)."""
        step = self.undo_stack.next_undo()
        if step is None or self.app is None:
            return
        changes = self._reverse(step.batch, self.undo_stack.drop_undo)
        if changes is not None:
            self.undo_stack.undone(changes)
            self._tell(changes, f"Đã hoàn tác: {step.label}.", undoable=False)

    def redo(self) -> None:
        """Repeat the action that was reversed last (Làm lại)."""
        step = self.undo_stack.next_redo()
        if step is None or self.app is None:
            return
        changes = self._reverse(step.batch, self.undo_stack.drop_redo)
        if changes is not None:
            self.undo_stack.redone(changes)
            self._tell(changes, f"Đã làm lại: {step.label}.", undoable=False)

    def announce(self, *kinds: Kind) -> None:
        """Tell the pages to read everything (or some kinds) again without a change of ours: new day, restore."""
        self.changed.emit(Changes(frozenset(kinds or Kind)))

    def data_replaced(self) -> None:
        """Forget what is remembered of the data: a backup was brought back."""
        if self.app is not None:
            self.app.agencies.forget()
            self.app.calendar.forget()
        self.undo_stack.clear()
        self.undo_changed.emit()
        self.announce()

    def close(self) -> None:
        """Stop the worker thread."""
        self.background.close()

    def _reverse(self, batch: str, drop: Callable[[], None]) -> Changes | None:
        assert self.app is not None  # noqa: S101 - both callers have looked
        app = self.app
        try:
            return app.history.undo(batch)
        except UserError as error:
            drop()
            self.undo_changed.emit()
            show_problem(self._parent(), error)
        except Exception as error:  # noqa: BLE001 - a defect: the crash dialog is its end
            report_defect(self._parent(), error, self._logs())
        return None

    def _after(self, result: object, say: str) -> None:
        changes = changes_of(result)
        if changes is None or not changes.kinds:
            if say:
                self.said.emit(say, False)  # noqa: FBT003 - a signal has no keywords
            return
        if changes.batch:
            self.undo_stack.push(changes)
        self._tell(changes, say, undoable=bool(changes.batch))

    def _tell(self, changes: Changes, say: str, *, undoable: bool) -> None:
        if self.app is not None:
            self.last_saved = self.app.clock.now()
            self.saved.emit(self.last_saved)
        self.undo_changed.emit()
        self.changed.emit(changes)
        if say:
            self.said.emit(say, undoable)

    def _show(self, error: UserError, failed: Failed | None, retry: Callable[[], object] | None) -> None:
        if failed is not None:
            failed(error)
        else:
            show_problem(self._parent(), error, retry)

    @staticmethod
    def _parent() -> QWidget | None:
        return QApplication.activeWindow()

    def _logs(self) -> Path | None:
        return self.app.folder.logs if self.app is not None else None


def changes_of(result: object) -> Changes | None:
    """Find the Changes in what a use case returned: itself, an attribute ``changes``, or a member of a tuple."""
    if isinstance(result, Changes):
        return result
    if isinstance(result, tuple):
        return next((item for item in result if isinstance(item, Changes)), None)
    found = getattr(result, "changes", None)
    return found if isinstance(found, Changes) else None
