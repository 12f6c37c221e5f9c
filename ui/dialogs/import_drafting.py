"""Between the state of an import and the services: the draft, what its texts are read with, the choices to store."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.lessons import taught
from cchc_desktop.errors import UserError
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.services.comparison import ImportChoices
from cchc_desktop.services.task_rows import reading_of
from ui.bridge import Bridge
from ui.dialogs.import_state import ImportState
from ui.models.draft_edits import Context
from ui.models.draft_model import DraftModel

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from ui.background import Job
    from ui.models.draft_review import NameChoice

_AT_ONCE = 600
"""Rows of a file up to which the draft is read at once."""


class Drafting(QObject):
    """Reads drafts with what a person chose; a directory with names of this import is built once for them."""

    busy = Signal(bool)
    """A large file is being read in the background."""
    refused = Signal(str)

    def __init__(self, app: "App", bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._bridge = bridge
        self._job: Job[PlanDraft] | None = None
        self._names: Mapping[str, NameChoice] = {}
        self._directory: Directory | None = None

    def forget(self) -> None:
        """Forget the import before."""
        if self._job is not None:
            self._job.cancel()
        self._end()
        self._names, self._directory = {}, None

    def directory(self, state: ImportState) -> Directory:
        """Return the directory with the names that this import has settled."""
        known = self._app.agencies.directory()
        if not state.review.names:
            return known
        if self._directory is None or self._names != state.review.names:
            lessons = state.review.lessons("", 0, phrases=False)
            self._directory = Directory(*taught(known.agencies, known.groups, lessons), known.province)
            self._names = state.review.names
        return self._directory

    def read(self, state: ImportState, then: Callable[[PlanDraft], object]) -> None:
        """Read the draft with the choices made so far and hand it on; a large file in the background.

        A reading that another one has overtaken, or whose file was given up, is forgotten.
        """
        if self._job is not None:
            self._job.cancel()
        self._job = None

        def take(draft: PlanDraft) -> None:
            self._end()
            state.draft = draft
            then(draft)

        def refuse(error: UserError) -> None:
            self._end()
            self.refused.emit(error.message)

        if self.is_large(state):
            self._job = self._bridge.run_later(lambda _job: self.draft(state), take, failed=refuse)
            self.busy.emit(True)  # noqa: FBT003 - a signal has no keywords
            return
        draft = self._bridge.run(lambda: self.draft(state), failed=refuse)
        if draft is not None:
            take(draft)

    def _end(self) -> None:
        if self._job is not None:
            self._job = None
            self.busy.emit(False)  # noqa: FBT003 - a signal has no keywords

    @staticmethod
    def is_large(state: ImportState) -> bool:
        """Tell whether reading the draft may take longer than a person waits for a click."""
        return state.source is not None and sum(len(grid.rows) for grid in state.source.grids) > _AT_ONCE

    def draft(self, state: ImportState) -> PlanDraft:
        """Read the draft with the choices made so far. Raises UserError."""
        if state.source is None:
            raise ValueError("nothing was opened yet")
        table = state.draft.table if state.draft is not None and state.table is None else state.table
        return self._app.imports.draft(
            state.source,
            year=state.year,
            table=state.table,
            columns=state.columns,
            rulings=state.review.rulings_of(table or 0),
            directory=self.directory(state),
        )

    def context(self, state: ImportState) -> Context:
        """Return what edited texts are read with."""
        if state.draft is None:
            raise ValueError("nothing was read yet")
        columns = frozenset(state.draft.columns)
        return Context(self.directory(state), state.draft.year, reading_of, columns)


def choices_of(state: ImportState, model: DraftModel) -> ImportChoices:
    """Return what was decided beside the texts."""
    year = state.draft.year if state.draft is not None else 0
    return ImportChoices(
        left_out=model.left_out(),
        kept=state.kept,
        own_readings=model.own_readings(),
        amends=state.amends,
        lessons=state.review.lessons(state.name, year),
    )
