"""Nhập kế hoạch: a page in four steps from a file or the clipboard to stored tasks; nothing is stored before the end."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.source import Source
from cchc_desktop.services.changes import Changes
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.import_agency import NameDialog
from ui.dialogs.import_asking import ask_name, ask_phrase
from ui.dialogs.import_done import DoneStep
from ui.dialogs.import_drafting import Drafting, choices_of
from ui.dialogs.import_foot import ImportFoot
from ui.dialogs.import_keys import StepKeyboard, UndoKeys
from ui.dialogs.import_mapping import MappingStep
from ui.dialogs.import_memory import MappingMemory
from ui.dialogs.import_phrase import PhraseDialog
from ui.dialogs.import_reader import PASTED, PlanReader
from ui.dialogs.import_review import ReviewStep
from ui.dialogs.import_source import SourceStep
from ui.dialogs.import_state import ImportState, plan_words
from ui.dialogs.import_steps import StepLine
from ui.dialogs.import_storing import Storing
from ui.prompts import confirm
from ui.widgets.drop_area import DropPage
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

SOURCE, MAPPING, REVIEW, DONE = range(4)
_GIVE_UP = "Bỏ lần nhập đang làm dở?"
_GIVE_UP_DETAIL = "Các chỗ đã sửa, đã chọn của lần nhập này chưa được lưu và sẽ mất."


class ImportPage(DropPage):
    """The import as a full page."""

    title = "Nhập kế hoạch"
    navigate = Signal(str, object)

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        self._memory = MappingMemory(bridge.preferences)
        self.reader = PlanReader(app, bridge, self)
        self.drafting = Drafting(app, bridge, self)
        self.storing = Storing(app, bridge, self)
        self.state = ImportState()
        self._amends: int | None = None  # the plan chosen before there is a file
        self.header = PageHeader(self.title)
        self.steps = StepLine()
        self.source = SourceStep(bridge.preferences)
        self.mapping = MappingStep(lambda: app.clock.now().date())
        self.review = ReviewStep()
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
        UndoKeys(self, lambda: self.pages.currentIndex() == REVIEW, self.review.undo, self.review.redo)
        self._connect()
        self.keyboard = StepKeyboard(self, self._first)
        self._show(SOURCE)

    def _connect(self) -> None:
        self.drafting.busy.connect(self._on_busy)
        self.drafting.refused.connect(self._refused)
        self.reader.opened.connect(self._opened)
        self.reader.refused.connect(self.source.show_problem)
        self.reader.progressed.connect(self.source.progress)
        self.source.file_chosen.connect(self.open_file)
        self.source.pasted.connect(self.open_pasted)
        self.source.stop_asked.connect(self.stop)
        self.mapping.table_chosen.connect(self._choose_table)
        self.mapping.other_reading_asked.connect(self._choose_reading)
        self.mapping.columns_chosen.connect(self._choose_columns)
        self.mapping.year_chosen.connect(self._choose_year)
        self.mapping.head_typed.connect(self._type_head)
        self.mapping.amends_chosen.connect(self._choose_way)
        review = self.review
        review.agency_asked.connect(self.ask_agency)
        review.reading_asked.connect(self.ask_reading)
        review.counts_changed.connect(self._show_foot)
        review.comparison_asked.connect(self._compare_again)
        review.model.reading_wanted.connect(self._read_rows_again)
        review.compare.row_chosen.connect(lambda row, taken: review.model.leave_out([row], out=not taken))
        review.compare.task_chosen.connect(self._choose_task)
        self.file_dropped.connect(self.open_file)
        self.drop_refused.connect(self._refused)
        self.foot.restart_asked.connect(lambda: self._unless_touched(self.start_again))
        self.foot.back_asked.connect(self._go_back)
        self.foot.forward_asked.connect(self._go_on)
        self.storing.stored.connect(self._stored)
        self.storing.refused.connect(self._not_stored)
        self.done.undo_asked.connect(self.undo)
        self.done.list_asked.connect(self._open_list)
        self.done.again_asked.connect(self.start_again)

    def refresh(self, changes: Changes | None = None) -> None:
        """Nothing here follows stored data; an import under way stays as it is."""

    def leave(self) -> None:
        """Begin afresh next time when the import was finished; one under way waits as it is."""
        if self.pages.currentIndex() == DONE:
            self.start_again()

    def unsaved(self) -> bool:
        """Tell whether closing the program now would lose something that was typed or chosen."""
        return self.pages.currentIndex() != DONE and self.state.touched

    def show_filter(self, wanted: dict[str, object] | None) -> None:
        """Take what another page asked for: {"path": Path}, {"paste": True} or {"amends": id of a plan}."""
        path, amends = (wanted or {}).get("path"), (wanted or {}).get("amends")
        if isinstance(amends, int):
            self._unless_touched(lambda: self.start_amendment(amends))
        elif isinstance(path, Path):
            self.open_file(path)
        elif (wanted or {}).get("paste"):
            self._unless_touched(self._paste)

    def _paste(self) -> None:
        self.start_again()
        self.source.paste()

    def _unless_touched(self, act: Callable[[], object]) -> None:
        """Do something that gives the present import up; ask first when it would lose work."""
        if self.unsaved():
            confirm(self.window(), _GIVE_UP, "Bỏ và tiếp tục", act, detail=_GIVE_UP_DETAIL)
        else:
            act()

    # from a file to a draft

    def open_file(self, path: Path) -> None:
        """Read a file in the background and go on to the table; the screen stays usable and it can be stopped."""

        def begin() -> None:
            self._begin(path.name)
            self.reader.open_file(path)

        self._unless_touched(begin)

    def open_pasted(self, text: str, html: str = "") -> None:
        """Read pasted text or HTML the way a file is read."""
        self._begin(PASTED)
        self.reader.open_pasted(text, html)

    def _begin(self, name: str) -> None:
        self._forget()
        self.state.name = name
        self._show(SOURCE)
        self.source.set_reading(name)

    def stop(self) -> None:
        """Stop reading; nothing was stored."""
        if self.reader.stop():
            self.source.show_problem("Đã dừng đọc tệp. Chưa có gì được nhập.")

    def _opened(self, source: Source) -> None:
        self.state.source = source

        def then(draft: PlanDraft) -> None:
            self.source.set_reading("")
            remembered = self._memory.recall(source, draft)
            if remembered is not None and remembered != draft.columns:
                self._choose_columns(remembered)
            self._show(MAPPING)
            self.mapping.area.verticalScrollBar().setValue(0)

        self._read_draft(then)

    def _remember_mapping(self) -> None:
        state = self.state
        if state.source and state.draft and state.columns and self.mapping.mapping.remember.isChecked():
            self._memory.keep(state.source, state.draft, state.columns)

    def _refused(self, sentence: str) -> None:
        if self.pages.currentIndex() == SOURCE:
            self.source.show_problem(sentence)
        else:
            self.foot.refuse(sentence)

    def _on_busy(self, busy: bool) -> None:
        """Let the page wait while a large table is read again; step 1 shows its own strip."""
        if self.pages.currentIndex() != SOURCE:
            if busy:
                self.keyboard.hold()
            self.foot.set_busy("Đang đọc lại bảng…" if busy else "")
            self.pages.setEnabled(not busy)
            if not busy:
                self._show_foot()
                self.keyboard.give_back()

    def _read_draft(self, then: Callable[[PlanDraft], object] | None = None) -> None:
        """Read the draft again and show it in step 2."""

        def show(draft: PlanDraft) -> None:
            self._show_mapping(draft)
            if then is not None:
                then(draft)

        self.drafting.read(self.state, show)

    def _show_mapping(self, draft: PlanDraft) -> None:
        state = self.state
        plans = self._app.plans.all()
        suggested = self._app.imports.amended_plan(draft) if plans else None
        if not state.way_chosen:
            state.amends = suggested.id if suggested is not None else None
        self.mapping.fill(state, plans, suggested)
        self._show_foot()

    def _choose_table(self, table: int) -> None:
        self.state.table, self.state.columns = table, None
        self._read_draft()

    def _choose_reading(self, code: str) -> None:
        """Read the same file another way: with hidden rows, with sheets apart."""
        if self.state.source is not None:
            self.state.source = self.state.source.otherwise(code)
            self.state.table = self.state.columns = None
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

    def _choose_way(self, amends: int | None) -> None:
        self.state.amends, self.state.way_chosen = amends, True
        self.state.kept = frozenset()

    # what is reviewed

    def ask_agency(self, name: str) -> NameDialog:
        """Ask what an unknown name means."""
        return ask_name(self._app, self.review.model, name, self, self.keyboard.begin)

    def ask_reading(self, row: int) -> PhraseDialog | None:
        """Ask how the time phrase of a row is to be read."""
        year = self.state.draft.year if self.state.draft is not None else 0
        return ask_phrase(self._app, self.review.model, row, year, self, self.keyboard.begin)

    def _fill_review(self) -> None:
        state = self.state
        if state.draft is not None:
            self.review.fill(state.finished(state.draft.tasks), state.log, self.drafting.context(state))
            self._compare_again()

    def _read_rows_again(self) -> None:
        """Rows were parted or joined, or a name got a meaning."""
        state = self.state
        self.drafting.read(
            state,
            lambda draft: self.review.fill(
                state.finished(draft.tasks), state.log, self.drafting.context(state)
            ),
        )

    def _compare_again(self) -> None:
        state, model = self.state, self.review.model
        draft = state.finished(model.tasks())
        choices = choices_of(state, model)

        comparison = self._bridge.run(lambda: self._app.imports.compare(draft, choices))
        left_out = {row: model.task(row) for row in model.left_out()}
        known = set(comparison.rows.values()) if comparison is not None else set()
        self.review.show_comparison(
            comparison,
            amending=state.amends is not None,
            kept=state.kept,
            left_out={row: task for row, task in left_out.items() if row not in known},
        )

    def _choose_task(self, task_id: int, taken: bool) -> None:
        kept = self.state.kept
        self.state.kept = kept - {task_id} if taken else kept | {task_id}

    def store(self) -> None:
        """Store what was reviewed, in one step that can be undone."""
        self.foot.wait()
        self.review.setEnabled(False)
        self.setAcceptDrops(False)
        self.storing.store(self.state, self.review.model)

    def _stored(self) -> None:
        self.foot.done()
        self._let_in()
        self._remember_mapping()
        self.storing.tell(self.done, self.state, self.review.model)
        self._show(DONE)

    def _let_in(self) -> None:
        self.review.setEnabled(True)
        self.setAcceptDrops(True)

    def _not_stored(self, sentence: str) -> None:
        self._let_in()
        self.foot.refuse(sentence)
        self.keyboard.put(self.foot.forward)

    def undo(self) -> None:
        """Take the whole import back."""
        if self.storing.undo():
            self.done.show_undone()

    def _open_list(self) -> None:
        plan = self.storing.plan_id
        self.navigate.emit("tasks", {"plan": plan} if plan else None)

    def start_again(self) -> None:
        """Begin another import; what was not stored is given up."""
        self._amends = None
        self.header.set_title(self.title)
        self.stop()
        self._forget()
        self.source.problem.clear()
        self._show(SOURCE)

    def start_amendment(self, plan_id: int) -> None:
        """Begin the import of a document that changes a stored plan."""
        self.start_again()
        self._amends = plan_id
        named = next((plan_words(plan) for plan in self._app.plans.all() if plan.id == plan_id), "")
        self.header.set_title("Nhập văn bản điều chỉnh", f"Điều chỉnh {named}")
        self._forget()

    def _forget(self) -> None:
        self.state = ImportState(amends=self._amends, way_chosen=self._amends is not None)
        self.drafting.forget()
        self.storing.forget()
        self.review.start_afresh()

    # steps

    def _go_on(self) -> None:
        if self.pages.currentIndex() == MAPPING:
            wrong = self.mapping.document.commit()
            if wrong:
                self.mapping.area.ensureWidgetVisible(self.mapping.document.date)
                self.foot.blocked.setText(wrong)
                return
            self._fill_review()
            self._show(REVIEW)
        elif self.pages.currentIndex() == REVIEW:
            self.store()

    def _go_back(self) -> None:
        step = self.pages.currentIndex()
        if step == REVIEW:
            self._read_draft()
        self._show(step - 1)

    def _show(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self.header.setVisible(step != REVIEW)  # the rows need the room
        self.steps.show_step(step)
        self._show_foot()
        self.keyboard.begin()

    def _first(self) -> QWidget:
        """Return where the keyboard begins at this step; never at a button that imports what nobody has seen."""
        go_on = self.foot.forward if self.foot.forward.isEnabled() else self.foot.restart
        first = (self.source.first(), go_on, self.review.first(), self.done.list_button)
        return first[self.pages.currentIndex()]

    def _show_foot(self) -> None:
        step = self.pages.currentIndex()
        self.foot.setVisible(step in (MAPPING, REVIEW))
        if step == MAPPING:
            self.foot.show_mapping(self.state.draft)
        elif step == REVIEW:
            amending = self.state.amends is not None
            read_only, again = self._bridge.read_only, self.review.again
            self.foot.show_review(self.review.model, read_only=read_only, amending=amending, again=again)
