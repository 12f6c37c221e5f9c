"""Step 3 of the import: every row to look at, correct or leave out; names, dropped rows and differences beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.services.comparison import Comparison
from ui import theme
from ui.dialogs.import_compare import CompareView
from ui.dialogs.import_lists import DroppedList, UnknownNames
from ui.dialogs.import_state import summary
from ui.models.draft_model import ALL_ROWS, LEFT_OUT, NEEDS_CHECK, DraftModel, Reread, Review
from ui.models.draft_rows import place_of, unknown_names
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.deadline_words import whole_reading
from ui.widgets.fields import Combo
from ui.widgets.review_grid import ReviewGrid
from ui.widgets.tabbed_pages import TabbedPages
from ui.widgets.text import Text

ROWS, NAMES, DROPPED, COMPARE = range(4)

CODE_WORDS = {
    ALL_ROWS: "Tất cả các dòng",
    NEEDS_CHECK: "Cần kiểm tra",
    LEFT_OUT: "Không nhập",
    "joined_rows": "Dòng được nối",
    "unknown_agency": "Cơ quan chưa có trong danh mục",
    "deadline_not_understood": "Chưa hiểu thời gian",
    "deadline_uncertain": "Thời gian chưa chắc chắn",
    "missing_text": "Có thể thiếu chữ",
    "empty_content": "Chưa có nội dung",
    "missing_lead": "Chưa có cơ quan chủ trì",
    "lead_is_sentence": "Ô chủ trì là một câu",
    "coordinating_is_sentence": "Ô phối hợp là một câu",
    "number_out_of_order": "Số thứ tự không liền",
    "missing_number": "Không có số thứ tự",
    "strange_number": "Ô số thứ tự không phải là số",
    "shared_content": "Nội dung gộp chung",
    "extra_cells": "Có chữ ngoài cột",
    "merged_columns": "Ô gộp qua nhiều cột",
    "duplicate_row": "Dòng lặp",
}


class ReviewStep(QWidget):
    """Four tabs: rows, unknown names, dropped rows, comparison with what is stored."""

    agency_asked = Signal(str)
    """An unknown name that a person wants to settle."""
    counts_changed = Signal()
    comparison_asked = Signal()
    """The comparison is shown: it should know the edits made since."""

    def __init__(self, reread: Reread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DraftModel(reread, self)
        self.summary = Text(bold=True, wrap=True)
        self.filter = Combo("Lọc các dòng")
        self.filter.activated.connect(self._on_filter)
        self.only_problems = button("Chỉ xem dòng cần kiểm tra")
        self.only_problems.setCheckable(True)
        self.only_problems.toggled.connect(self._on_only_problems)
        self.leave_out = button(
            "Không nhập dòng đã chọn", self._toggle_rows, tip="Bỏ chọn hoặc chọn lại các dòng đang chọn"
        )
        self.grid = ReviewGrid(self.model)
        self.detail = RowCard()
        self.grid.row_picked.connect(self._show_row)
        self.names = UnknownNames()
        self.names.asked.connect(self.agency_asked)
        self.names.shown.connect(self._show_name)
        self.dropped = DroppedList()
        self.compare = CompareView()
        self.tabs = TabbedPages("Các phần kiểm tra")
        for page, name in (
            (self._rows_tab(), "Các dòng"),
            (self.names, "Tên cơ quan chưa rõ"),
            (self.dropped, "Dòng đã bỏ"),
            (self.compare, "So với bản đã nhập"),
        ):
            self.tabs.add_page(page, name)
        self.tabs.chosen.connect(self._on_tab)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.summary)
        column.addWidget(self.tabs, 1)
        self.model.changed.connect(self._show_counts)
        self.model.dataChanged.connect(lambda *_: self._show_row(self._current_row()))

    def _rows_tab(self) -> QWidget:
        tools = QHBoxLayout()
        tools.setSpacing(theme.GAP)
        tools.addWidget(self.only_problems)
        tools.addWidget(self.filter)
        tools.addStretch(1)
        tools.addWidget(self.leave_out)
        tab = QWidget()
        column = QVBoxLayout(tab)
        theme.spaced(column)
        column.addLayout(tools)
        column.addWidget(self.grid, 1)
        column.addWidget(self.detail)
        return tab

    def fill(self, draft: PlanDraft, review: Review, comparison: Comparison | None) -> None:
        """Show a draft with what a person did to it, and how it differs from what is stored."""
        self.summary.setText(summary(draft, len(draft.tasks)))
        self.model.fill(draft, review)
        self.dropped.fill(draft.dropped)
        self.show_comparison(comparison)
        self.tabs.name_page(DROPPED, f"Dòng đã bỏ ({len(draft.dropped)})")
        self.tabs.offer_page(DROPPED, offered=bool(draft.dropped))
        self.tabs.show_page(ROWS)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show how the draft differs from the stored plan of the same document; nothing without one."""
        stored = comparison is not None and comparison.plan is not None
        self.tabs.offer_page(COMPARE, offered=stored)
        if comparison is not None and stored:
            self.compare.fill(comparison)
            self.tabs.name_page(COMPARE, f"So với bản đã nhập ({self.compare.difference_count})")

    def _on_tab(self, index: int) -> None:
        if index == COMPARE:
            self.comparison_asked.emit()

    def _show_counts(self) -> None:
        counts, chosen = self.model.counts(), self.filter.currentData()
        self.filter.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.filter.clear()
        for code, count in counts.items():
            if count or code in (ALL_ROWS, NEEDS_CHECK):
                self.filter.addItem(f"{CODE_WORDS.get(code, 'Lưu ý khác')} ({count})", code)
        place = self.filter.findData(chosen)
        self.filter.setCurrentIndex(max(place, 0))
        self.filter.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.only_problems.setText(f"Chỉ xem dòng cần kiểm tra ({counts[NEEDS_CHECK]})")
        self.only_problems.setAccessibleName(self.only_problems.text())
        names = unknown_names(self.model.kept())
        self.names.fill(names)
        self.tabs.name_page(ROWS, f"Các dòng ({len(self.model.kept())})")
        self.tabs.name_page(NAMES, f"Tên cơ quan chưa rõ ({len(names)})")
        self.tabs.offer_page(NAMES, offered=bool(names))
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

    def _toggle_rows(self) -> None:
        rows = self.grid.picked_rows()
        self.model.leave_out(rows, out=not all(self.model.is_left_out(row) for row in rows))

    def _current_row(self) -> int:
        index = self.grid.currentIndex()
        return self.grid.rows.mapToSource(index).row() if index.isValid() else -1

    def _show_row(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.detail.show_row(self.model.task(row), self.model.original(row))
        else:
            self.detail.clear()

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


class RowCard(Card):
    """Beneath the table: what is the matter with the picked row, how its time was understood, what the file said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Dòng đang chọn", parent)
        self.problems = Text(wrap=True, selectable=True)
        self.reading = Text(kind="muted", wrap=True, selectable=True)
        self.source = Text(kind="muted", wrap=True, selectable=True)
        for each in (self.problems, self.reading, self.source):
            self.body.addWidget(each)

    def show_row(self, task: TaskDraft, original: TaskDraft) -> None:
        """Show a row."""
        self.title.setText(f"{place_of(task)} {task.content}"[:160])
        self.title.setWordWrap(True)
        self.problems.setText(
            "\n".join(problem.message for problem in task.problems) or "Không có điểm nào cần kiểm tra."
        )
        self.reading.setText(
            f"{whole_reading(task.deadline, task.deadline_reading)}. {task.deadline_reading.explanation}"
        )
        self.source.setText(_source_words(task, original))
        self.source.setVisible(bool(self.source.text()))

    def clear(self) -> None:
        """Show nothing."""
        self.title.setText("Không có dòng nào trong bộ lọc này.")
        for each in (self.problems, self.reading, self.source):
            each.setText("")


def _source_words(task: TaskDraft, original: TaskDraft) -> str:
    parts = []
    for key, name in (
        ("content", "Nội dung"),
        ("lead", "Chủ trì"),
        ("coordinating", "Phối hợp"),
        ("deadline", "Thời gian"),
    ):
        if getattr(task, key) != getattr(original, key):
            parts.append(f"{name} trong tệp: “{getattr(original, key)}”.")
    return " ".join(parts)
