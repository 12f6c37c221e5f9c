"""Step 3 of the import: every row to look at, correct or leave out; names, dropped rows and differences beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.reading.draft import PlanDraft, Ruling, TaskDraft
from cchc_desktop.services.comparison import Comparison
from ui import theme
from ui.dialogs.import_compare import CompareView
from ui.dialogs.import_lists import DroppedList, UnknownNames
from ui.dialogs.import_row import RowPanel
from ui.dialogs.import_state import summary
from ui.dialogs.import_targets import TargetsView, targets_of
from ui.models.draft_edits import Context
from ui.models.draft_model import DraftModel
from ui.models.draft_review import ReviewLog
from ui.models.draft_rows import unknown_names
from ui.models.draft_words import ALL_ROWS, NEEDS_CHECK, filter_words
from ui.widgets.beside_or_below import BesideOrBelow
from ui.widgets.buttons import button, tool_button
from ui.widgets.fields import Combo
from ui.widgets.flow import Flow
from ui.widgets.review_grid import ReviewGrid
from ui.widgets.tabbed_pages import TabbedPages
from ui.widgets.text import Text

ROWS, NAMES, DROPPED, COMPARE, TARGETS = range(5)
_COMPARED = "So với bản đã nhập"
_COMPARE_ANEW = f"Văn bản này đã được nhập trước đây; xem và chọn các thay đổi ở phần “{_COMPARED}”."


class ReviewStep(QWidget):
    """Five tabs: rows, unknown names, dropped rows, comparison with what is stored, targets."""

    agency_asked = Signal(str)
    """A name that a person wants to settle."""
    reading_asked = Signal(int)
    """A row whose time phrase is to be read otherwise."""
    counts_changed = Signal()
    comparison_asked = Signal()
    """The comparison is shown: it should know the edits made since."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DraftModel(self)
        self.summary = Text(bold=True, wrap=True)
        self.known = Text(wrap=True)
        self.known.hide()
        self.again = False
        """True when the same document was imported before."""
        self.grid = ReviewGrid(self.model)
        self.panel = RowPanel()
        self.names = UnknownNames()
        self.dropped = DroppedList()
        self.compare = CompareView()
        self.targets = TargetsView()
        self.split = BesideOrBelow(self.grid, self.panel)
        self.tabs = TabbedPages("Các phần kiểm tra")
        for page, name in (
            (self._rows_tab(), "Các dòng"),
            (self.names, "Tên cơ quan chưa rõ"),
            (self.dropped, "Dòng đã bỏ"),
            (self.compare, "So với bản đã nhập"),
            (self.targets, "Chỉ tiêu"),
        ):
            self.tabs.add_page(page, name)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=2 * theme.GRID)
        column.addWidget(self.summary)
        column.addWidget(self.known)
        column.addWidget(self.tabs, 1)
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.grid.row_picked.connect(self._show_row)
        self.names.asked.connect(self.agency_asked)
        self.names.shown.connect(self._show_name)
        self.dropped.ruled.connect(self.rule)
        self.panel.agency_asked.connect(self.agency_asked)
        self.panel.reading_asked.connect(lambda: self.reading_asked.emit(self.current_row()))
        self.panel.part_asked.connect(self.part_row)
        self.panel.join_asked.connect(lambda: self._rule_row(Ruling.JOIN, "nối vào dòng trên"))
        self.panel.section_asked.connect(lambda: self._rule_row(Ruling.SECTION, "là tên lĩnh vực"))
        self.panel.leave_out_asked.connect(self._toggle_rows)
        self.panel.revert_asked.connect(self._revert)
        self.model.changed.connect(self._show_counts)
        self.model.dataChanged.connect(lambda *_: self._show_row(self.current_row()))
        self._key("F8", lambda: self.step(1))
        self._key("Shift+F8", lambda: self.step(-1))

    def _key(self, keys: str, act: object) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)

    def _rows_tab(self) -> QWidget:
        self.filter = Combo("Lọc các dòng")
        self.filter.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setMinimumContentsLength(22)
        self.filter.activated.connect(self._on_filter)
        self.only_problems = button("Cần kiểm tra", tip="Chỉ xem dòng cần kiểm tra")
        self.only_problems.setCheckable(True)
        self.only_problems.toggled.connect(self._on_only_problems)
        self.previous = tool_button(
            "chevron-left", "Điểm cần kiểm tra trước", lambda: self.step(-1), shortcut="Shift+F8"
        )
        self.next = tool_button("chevron-right", "Điểm cần kiểm tra sau", lambda: self.step(1), shortcut="F8")
        self.leave_out = button(
            "Không nhập", self._toggle_rows, tip="Không nhập các dòng đang chọn, hoặc nhập lại"
        )
        self.undo_button = tool_button("undo-2", "Hoàn tác", self.undo, shortcut="Ctrl+Z")
        self.redo_button = tool_button("redo-2", "Làm lại", self.redo, shortcut="Ctrl+Y")
        tools = QWidget()
        flow = Flow(tools)
        for widget in (
            self.only_problems,
            self.filter,
            self.previous,
            self.next,
            self.leave_out,
            self.undo_button,
            self.redo_button,
        ):
            flow.addWidget(widget)
        tab = QWidget()
        column = QVBoxLayout(tab)
        theme.spaced(column, gap=2 * theme.GRID)
        column.addWidget(tools)
        column.addWidget(self.split, 1)
        return tab

    def fill(self, draft: PlanDraft, log: ReviewLog, context: Context) -> None:
        """Show a draft with what a person did to it."""
        self.summary.setText(summary(draft, len(draft.tasks)))
        self.model.fill(draft, log, context)
        self.dropped.fill(draft.dropped, draft.section_rows)
        beside = len(draft.dropped) + len(draft.section_rows)
        self.tabs.name_page(DROPPED, f"Dòng khác ({beside})")
        self.tabs.offer_page(DROPPED, offered=bool(beside))
        targets = targets_of(draft)
        self.targets.fill(targets)
        self.tabs.name_page(TARGETS, f"Chỉ tiêu ({len(targets)})")
        self.tabs.offer_page(TARGETS, offered=bool(targets))

    def start_afresh(self) -> None:
        """Forget filter, tab and place of the import before."""
        self.grid.setCurrentIndex(QModelIndex())
        self.grid.rows.show(ALL_ROWS)
        self.filter.setCurrentIndex(max(self.filter.findData(ALL_ROWS), 0))
        self.only_problems.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.only_problems.setChecked(False)
        self.only_problems.blockSignals(False)  # noqa: FBT003 - Qt's signature
        if self.tabs.current() != ROWS:
            self.tabs.show_page(ROWS)

    def first(self) -> QWidget:
        """Return where the keyboard begins: what the view that is shown lists."""
        lists = (self.grid, self.names.list, self.dropped.list, self.compare.tree, self.targets.table)
        return lists[self.tabs.current()]

    def show_comparison(
        self,
        comparison: Comparison | None,
        *,
        amending: bool = False,
        kept: frozenset[int] = frozenset(),
        left_out: Mapping[int, TaskDraft] | None = None,
    ) -> None:
        """Show how the draft differs from the stored plan; nothing without one."""
        stored = comparison is not None and comparison.plan is not None
        self.again = stored and not amending
        self.known.setText(_known(comparison) if comparison is not None and self.again else "")
        self.known.setVisible(bool(self.known.text()))
        self.tabs.offer_page(COMPARE, offered=stored)
        if comparison is not None and stored:
            self.compare.fill(comparison, amending=amending, kept=kept, left_out=left_out)
            name = "Thay đổi so với kế hoạch" if amending else _COMPARED
            self.tabs.name_page(COMPARE, f"{name} ({self.compare.difference_count})")

    # what a person does

    def step(self, step: int) -> None:
        """Go to the next or previous row that needs a check."""
        self.tabs.show_page(ROWS)
        if self.grid.step_to_problem(step):
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def undo(self) -> None:
        """Take the last step of the review back."""
        self.model.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.model.redo()

    def rule(self, row: int, ruling: Ruling) -> None:
        """Say what a row of the table is."""
        self._take_rulings({row: ruling}, f"sửa dòng {row + 1} của bảng")

    def part_row(self) -> None:
        """Make every row of a joined one a task of its own."""
        row = self.current_row()
        if row >= 0:
            rows = self.model.original(row).source_rows
            self._take_rulings(dict.fromkeys(rows[1:], Ruling.TASK), "tách dòng đã nối")

    def _rule_row(self, ruling: Ruling, label: str) -> None:
        row = self.current_row()
        if row >= 0 and self.model.original(row).source_rows:
            self._take_rulings({self.model.original(row).source_rows[0]: ruling}, label)

    def _take_rulings(self, rulings: dict[int, Ruling], label: str) -> None:
        self.model.take(label, self.model.review.with_rulings(self.model.table, rulings))

    def _revert(self) -> None:
        row = self.current_row()
        if row >= 0:
            key = self.model.row_key(row)
            self.model.take("trả lại như trong tệp", self.model.review.without_changes(key), [row])

    def _toggle_rows(self) -> None:
        rows = self.grid.picked_rows()
        if rows:
            self.model.leave_out(rows, out=not all(self.model.is_left_out(row) for row in rows))

    # what is shown

    def _on_tab(self, index: int) -> None:
        if index == COMPARE:
            self.comparison_asked.emit()

    def _show_counts(self) -> None:
        chosen = self.filter.currentData() or ALL_ROWS
        counts = {chosen: 0} | dict(self.model.counts())  # the filter in force stays, whatever was put right
        self.filter.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.filter.clear()
        for code, count in counts.items():
            if count or code in (ALL_ROWS, NEEDS_CHECK, chosen):
                self.filter.addItem(f"{filter_words(code)} ({count})", code)
        self.filter.setCurrentIndex(max(self.filter.findData(chosen), 0))
        self.filter.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.only_problems.setText(f"Cần kiểm tra ({counts[NEEDS_CHECK]})")
        self.only_problems.setAccessibleName(f"Chỉ xem dòng cần kiểm tra ({counts[NEEDS_CHECK]})")
        for each in (self.previous, self.next):
            each.setEnabled(counts[NEEDS_CHECK] > 0)
        for made, words, name, keys in (
            (self.undo_button, self.model.log.next_undo, "Hoàn tác", "Ctrl+Z"),
            (self.redo_button, self.model.log.next_redo, "Làm lại", "Ctrl+Y"),
        ):
            made.setEnabled(bool(words))
            made.setToolTip(f"{name}: {words} ({keys})" if words else f"{name} ({keys})")
        names = unknown_names(self.model.kept())
        self.names.fill(names)
        self.tabs.name_page(ROWS, f"Các dòng ({len(self.model.kept())})")
        self.tabs.name_page(NAMES, f"Tên cơ quan chưa rõ ({len(names)})")
        settled = not names and self.tabs.current() == NAMES
        self.tabs.offer_page(NAMES, offered=bool(names))
        if settled and self.isVisible():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.again and self.model.log.next_undo and self.tabs.current() != COMPARE:
            self.known.setText(_COMPARE_ANEW)  # what was counted may no longer hold
            self.tabs.name_page(COMPARE, _COMPARED)
        self.counts_changed.emit()

    def _on_filter(self) -> None:
        wanted = str(self.filter.currentData())
        self.only_problems.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.only_problems.setChecked(wanted == NEEDS_CHECK)
        self.only_problems.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.grid.show_filter(wanted)

    def _on_only_problems(self, checked: bool) -> None:
        self.filter.setCurrentIndex(self.filter.findData(NEEDS_CHECK if checked else ALL_ROWS))
        self._on_filter()

    def current_row(self) -> int:
        """Return the row of the draft that is picked, -1 when none is."""
        index = self.grid.currentIndex()
        return self.grid.rows.mapToSource(index).row() if index.isValid() else -1

    def _show_row(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.panel.show_row(
                self.model.task(row),
                self.model.original(row),
                first=row == 0,
                left_out=self.model.is_left_out(row),
                changed=self.model.is_changed(row),
            )
        else:
            self.panel.clear()

    def _show_name(self, name: str) -> None:
        """Go to the first row in which a name stands."""
        for row, task in enumerate(self.model.tasks()):
            if name in {party.text for party in (*task.lead_parties, *task.coordinating_parties)}:
                self.tabs.show_page(ROWS)
                self.filter.setCurrentIndex(self.filter.findData(ALL_ROWS))
                self._on_filter()
                self.grid.reveal(row)
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _known(comparison: Comparison) -> str:
    """Return the sentence that says that a document is no new one, and what importing it would change."""
    added, changed, gone = len(comparison.added), len(comparison.changed), len(comparison.gone)
    if not added + changed + gone:
        return "Văn bản này đã được nhập trước đây và không có gì thay đổi; không cần nhập lại."
    return (
        f"Văn bản này đã được nhập trước đây: {added} nhiệm vụ mới, {changed} thay đổi, {gone} không còn; "
        f"xem và chọn ở phần “{_COMPARED}”."
    )
