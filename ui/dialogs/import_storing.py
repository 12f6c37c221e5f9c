"""Storing a reviewed import, and taking it back as a whole."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import UserError
from cchc_desktop.services.imports import ImportResult
from ui.bridge import Bridge
from ui.dialogs.import_done import DoneStep
from ui.dialogs.import_drafting import choices_of
from ui.dialogs.import_state import ImportState, document_words
from ui.models.draft_model import DraftModel
from ui.models.draft_rows import unknown_names

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App


class Storing(QObject):
    """One import at a time, in the background."""

    stored = Signal()
    refused = Signal(str)
    """Sentence that says why nothing was stored."""

    def __init__(self, app: "App", bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._bridge = bridge
        self._result: ImportResult | None = None

    @property
    def plan_id(self) -> int:
        """The plan that was stored or changed; 0 when none was."""
        return self._result.plan_id if self._result is not None else 0

    def forget(self) -> None:
        """Forget the import before; it stays stored."""
        self._result = None

    def store(self, state: ImportState, model: DraftModel) -> None:
        """Store the rows of a review."""
        draft, choices = state.finished(model.tasks()), choices_of(state, model)

        def done(result: ImportResult) -> None:
            self._result = result
            self.stored.emit()

        def failed(error: UserError) -> None:
            self.refused.emit(error.message)

        self._bridge.run_later(
            lambda _job: self._app.imports.store(draft, choices=choices), done, failed=failed
        )

    def tell(self, step: DoneStep, state: ImportState, model: DraftModel) -> None:
        """Fill step 4 with what was done."""
        if self._result is not None:
            step.fill(
                self._result,
                len(unknown_names(model.kept())),
                len(model.left_out()),
                learnt=len(choices_of(state, model).lessons),
                amending=state.amends is not None,
                document=document_words(state.finished(())),
            )

    def undo(self) -> bool:
        """Take the whole import back; False when that could not be done."""
        if self._result is None:
            return False
        batch = self._result.changes.batch
        stack = self._bridge.undo_stack
        newest, redo = stack.next_undo(), stack.next_redo()
        if newest is not None and newest.batch == batch:
            self._bridge.undo()
            return stack.next_redo() != redo
        undone = self._bridge.run(lambda: self._app.history.undo(batch), say="Đã hoàn tác lần nhập.")
        return undone is not None
