"""The named stack behind Hoàn tác and Làm lại; reversing itself is the history service's work."""

from dataclasses import dataclass

from cchc_desktop.services.changes import Changes

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One action that can be reversed: its name for the menu and its batch in the history."""

    label: str
    batch: str


class UndoStack:
    """What can be undone and redone in this session, newest last."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, changes: Changes) -> None:
        """Remember an action; whatever could be redone before it is forgotten."""
        self._done.append(Step(changes.label, changes.batch))
        del self._done[:-LIMIT]
        self._undone.clear()

    def next_undo(self) -> Step | None:
        """Return what Hoàn tác would reverse."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Step | None:
        """Return what Làm lại would repeat."""
        return self._undone[-1] if self._undone else None

    def undone(self, changes: Changes) -> None:
        """Note that the newest action was reversed; the reversal's own batch is the redo."""
        step = self._done.pop()
        if changes.batch:
            self._undone.append(Step(step.label, changes.batch))

    def redone(self, changes: Changes) -> None:
        """Note that the newest reversal was reversed."""
        step = self._undone.pop()
        if changes.batch:
            self._done.append(Step(step.label, changes.batch))

    def drop_undo(self) -> None:
        """Forget the newest action because it can no longer be reversed."""
        if self._done:
            self._done.pop()

    def drop_redo(self) -> None:
        """Forget the newest reversal because it can no longer be repeated."""
        if self._undone:
            self._undone.pop()

    def clear(self) -> None:
        """Forget everything: the data were replaced (restore)."""
        self._done.clear()
        self._undone.clear()
