"""Nhập kế hoạch: a page in four steps from a file or the clipboard to stored tasks; nothing is stored before the end."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import Agency
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.errors import UserError
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.reading.source import Source
from cchc_desktop.services.changes import Changes
from cchc_desktop.services.comparison import Comparison
from cchc_desktop.services.imports import ImportResult
from cchc_desktop.services.task_rows import reading_of
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.agency_choice import AgencyChoiceDialog
from ui.dialogs.import_done import DoneStep
from ui.dialogs.import_foot import ImportFoot
from ui.dialogs.import_mapping import MappingStep
from ui.dialogs.import_memory import MappingMemory
from ui.dialogs.import_reader import PASTED, PlanReader
from ui.dialogs.import_review import ReviewStep
from ui.dialogs.import_source import SourceStep
from ui.dialogs.import_state import ImportState, without_left_out
from ui.dialogs.import_steps import StepLine
from ui.models.draft_edits import reread
from ui.models.draft_rows import unknown_names
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

SOURCE, MAPPING, REVIEW, DONE = range(4)


class ImportPage(QWidget):
    """The import as a full page."""

    title = "Nhập kế hoạch"
    navigate = Signal(str, object)

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        self._memory = MappingMemory(bridge.preferences)
        self.reader = PlanReader(app, bridge, self)
        self._result: ImportResult | None = None
        self.state = ImportState()
        self.header = PageHeader(self.title)
        self.steps = StepLine()
        self.source = SourceStep()
        self.mapping = MappingStep(lambda: app.clock.now().date())
        self.review = ReviewStep(self._reread)
        self.done = DoneStep()
        self.pages = QStackedWidget()
        for step in (self.source, self.mapping, self.review, self.done):
            self.pages.addWidget(step)
        self.foot = ImportFoot()
        self.forward, self.back = self.foot.forward, self.foot.back
        column = QVBoxLayout(self)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        for widget in (self.header, self.steps):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self.foot)
        self._connect()
        self._show(SOURCE)

    def _connect(self) -> None:
        self.reader.opened.connect(self._opened)
        self.reader.refused.connect(self.source.show_problem)
        self.reader.progressed.connect(self.source.progress)
        self.source.file_chosen.connect(self.open_file)
        self.source.text_pasted.connect(self.open_text)
        self.source.stop_asked.connect(self.stop)
        self.mapping.table_chosen.connect(self._choose_table)
        self.mapping.columns_chosen.connect(self._choose_columns)
        self.mapping.year_chosen.connect(self._choose_year)
        self.mapping.head_typed.connect(self._type_head)
        self.review.agency_asked.connect(self.ask_agency)
        self.review.counts_changed.connect(self._show_foot)
        self.review.comparison_asked.connect(self._compare_again)
        self.foot.restart_asked.connect(self.start_again)
        self.foot.back_asked.connect(self._go_back)
        self.foot.forward_asked.connect(self._go_on)
        self.done.undo_asked.connect(self.undo)
        self.done.list_asked.connect(self._open_list)
        self.done.again_asked.connect(self.start_again)

    def refresh(self, changes: Changes | None = None) -> None:
        """Nothing here follows stored data; an import under way stays as it is."""

    def leave(self) -> None:
        """Begin afresh next time when the import was finished; one under way waits as it is."""
        if self.pages.currentIndex() == DONE:
            self.start_again()

    def show_filter(self, wanted: dict[str, object] | None) -> None:
        """Take what another page asked for: {"path": Path} or {"paste": True}."""
        path = (wanted or {}).get("path")
        if isinstance(path, Path):
            self.open_file(path)
        elif (wanted or {}).get("paste"):
            self.source.paste()

    # from a file to a draft

    def open_file(self, path: Path) -> None:
        """Read a file in the background and go on to the table; the screen stays usable and it can be stopped."""
        self._begin(path.name)
        self.reader.open_file(path)

    def open_text(self, text: str) -> None:
        """Read pasted text the way a file is read."""
        self._begin(PASTED)
        self.reader.open_text(text)

    def _begin(self, name: str) -> None:
        self.state = ImportState(name=name)
        self._show(SOURCE)
        self.source.set_reading(name)

    def stop(self) -> None:
        """Stop reading; nothing was stored."""
        if self.reader.stop():
            self.source.show_problem("Đã dừng đọc tệp. Chưa có gì được nhập.")

    def _opened(self, source: Source) -> None:
        self.state.source = source
        self.source.set_reading("")
        if self._read_draft():
            self._use_remembered_mapping()
            self._show(MAPPING)

    def _use_remembered_mapping(self) -> None:
        """Map the columns as for the last file with the same headings."""
        source, draft = self.state.source, self.state.draft
        remembered = self._memory.recall(source, draft) if source and draft else None
        if remembered is not None and draft is not None and remembered != draft.columns:
            self._choose_columns(remembered)

    def _remember_mapping(self) -> None:
        state = self.state
        if state.source and state.draft and state.columns and self.mapping.mapping.remember.isChecked():
            self._memory.keep(state.source, state.draft, state.columns)

    def _refused(self, error: UserError) -> None:
        self.source.show_problem(error.message)

    def _read_draft(self) -> bool:
        """Read the draft again with the choices made so far, and show it."""
        state = self.state
        if state.source is None:
            return False
        draft = self._bridge.run(lambda: self._draft(state), failed=self._refused)
        if draft is None:
            return False
        state.draft = draft
        self.mapping.fill(state)
        self._show_foot()
        return True

    def _draft(self, state: ImportState) -> PlanDraft:
        if state.source is None:
            raise ValueError("nothing was opened yet")
        return self._app.imports.draft(
            state.source, year=state.year, table=state.table, columns=state.columns
        )

    def _choose_table(self, table: int) -> None:
        self.state.table, self.state.columns = table, None
        self._read_draft()

    def _choose_columns(self, columns: dict[str, int]) -> None:
        self.state.columns = columns
        if self.state.draft is not None:
            self.state.table = self.state.draft.table or None
        self._read_draft()

    def _choose_year(self, year: int) -> None:
        self.state.year = year
        self._read_draft()

    def _type_head(self, head: PlanHead) -> None:
        self.state.head = head

    def _reread(self, task: TaskDraft, key: str, text: str) -> TaskDraft:
        draft = self.state.draft
        if draft is None:
            raise ValueError("nothing was read yet")
        return reread(
            task,
            key,
            text,
            directory=self._app.agencies.directory(),
            year=draft.year,
            read=reading_of,
            columns=frozenset(draft.columns),
        )

    # from a draft to stored tasks

    def ask_agency(self, name: str) -> AgencyChoiceDialog:
        """Ask which agency an unknown name means, and read all rows again with the answer."""

        def take(agency: Agency) -> None:
            changes = self._bridge.run(
                lambda: self._app.agencies.add_alias(agency.key, name),
                say=f"Đã ghi “{name}” là {agency.name}.",
            )
            if changes is not None:
                self.review.model.read_again()

        dialog = AgencyChoiceDialog(self._app, name, take, self)
        dialog.open()
        return dialog

    def _fill_review(self) -> None:
        draft = self.state.draft
        if draft is not None:
            self.review.fill(self.state.finished(draft.tasks), self.state.review, None)
            self._compare_again()

    def _compare_again(self) -> None:
        draft = self.state.finished(self.review.model.tasks())
        left_out = self.review.model.left_out()

        def compare() -> Comparison:
            return self._app.imports.compare(self._to_store(draft, left_out))

        self.review.show_comparison(self._bridge.run(compare))

    def _to_store(self, draft: PlanDraft, left_out: frozenset[int]) -> PlanDraft:
        if not left_out:
            return draft
        return without_left_out(draft, left_out, self._app.imports.compare(draft))

    def store(self) -> None:
        """Store what was reviewed, in one step that can be undone."""
        draft = self.state.finished(self.review.model.tasks())
        left_out = self.review.model.left_out()
        self.foot.wait()
        self._bridge.run_later(
            lambda _job: self._app.imports.store(self._to_store(draft, left_out)),
            self._stored,
            failed=self._not_stored,
        )

    def _stored(self, result: ImportResult) -> None:
        self._result = result
        self._remember_mapping()
        unknown = len(unknown_names(self.review.model.kept()))
        self.done.fill(result, unknown, len(self.review.model.left_out()))
        self._show(DONE)

    def _not_stored(self, error: UserError) -> None:
        self.foot.refuse(error.message)

    def undo(self) -> None:
        """Take the whole import back."""
        if self._result is None:
            return
        batch = self._result.changes.batch
        newest = self._bridge.undo_stack.next_undo()
        if newest is not None and newest.batch == batch:
            self._bridge.undo()
            self.done.show_undone()
        elif self._bridge.run(lambda: self._app.history.undo(batch), say="Đã hoàn tác lần nhập.") is not None:
            self.done.show_undone()

    def _open_list(self) -> None:
        plan = self._result.plan_id if self._result is not None else 0
        self.navigate.emit("tasks", {"plan": plan} if plan else None)

    def start_again(self) -> None:
        """Begin another import; what was not stored is given up."""
        self.stop()
        self.state = ImportState()
        self._result = None
        self.source.problem.clear()
        self._show(SOURCE)

    # steps

    def _go_on(self) -> None:
        if self.pages.currentIndex() == MAPPING:
            self._fill_review()
            self._show(REVIEW)
        elif self.pages.currentIndex() == REVIEW:
            self.store()

    def _go_back(self) -> None:
        step = self.pages.currentIndex()
        if step == REVIEW:
            self.mapping.fill(self.state)
        self._show(step - 1)

    def _show(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self.steps.show_step(step)
        self._show_foot()

    def _show_foot(self) -> None:
        step = self.pages.currentIndex()
        self.foot.setVisible(step in (MAPPING, REVIEW))
        if step == MAPPING:
            self.foot.show_mapping(self.state.draft)
        elif step == REVIEW:
            self.foot.show_review(self.review.model, read_only=self._bridge.read_only)
