"""Step 2 of the import: which table, which column is what, and what the document says of itself."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.domain.plans import Plan
from cchc_desktop.reading.draft import TaskDraft
from ui import theme
from ui.dialogs.import_columns import ColumnMapping
from ui.dialogs.import_document import DocumentCard, WayCard
from ui.dialogs.import_state import ImportState, table_choices
from ui.dialogs.import_tables import TableChoices
from ui.models.draft_rows import place_of
from ui.widgets.banner import Banner
from ui.widgets.cards import Card
from ui.widgets.deadline_words import reading_words
from ui.widgets.plain_table import QuietDelegate, make_quiet

_PREVIEW_ROWS = 5
_WIDTHS = (60, 380, 150, 170, 160, 170)
"""Pixels of the columns of the preview at the base text size; the content takes the rest."""


class MappingStep(QWidget):
    """Table, columns and document; every change is read again and shown below at once."""

    table_chosen = Signal(int)
    other_reading_asked = Signal(str)
    columns_chosen = Signal(object)
    year_chosen = Signal(int)
    head_typed = Signal(object)
    amends_chosen = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = Banner()
        self.tables = TableChoices()
        self.mapping = ColumnMapping()
        self.preview = Preview()
        self.document = DocumentCard(today)
        self.way = WayCard()
        self.tables.chosen.connect(self.table_chosen)
        self.tables.other_reading_asked.connect(self.other_reading_asked)
        self.mapping.chosen.connect(self.columns_chosen)
        self.document.year_chosen.connect(self.year_chosen)
        self.document.head_typed.connect(self.head_typed)
        self.way.chosen.connect(self.amends_chosen)
        column = QVBoxLayout()
        theme.spaced(column, margin=(0, 0, 2 * theme.GRID, 0))
        for widget in (self.problem, self.tables, self.mapping, self.preview, self.document, self.way):
            column.addWidget(widget)
        column.addStretch(1)
        content = QWidget()
        content.setProperty("kind", "clear")
        content.setLayout(column)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def fill(self, state: ImportState, plans: Sequence[Plan] = (), suggested: Plan | None = None) -> None:
        """Show what was read, and what was typed before."""
        draft, source = state.draft, state.source
        if draft is None or source is None:
            return
        found = bool(draft.table)
        self.tables.fill(source, table_choices(source, draft), draft.table, found=found)
        if draft.tasks and not found:
            self.tables.say_from_body(len(draft.tasks))
        self.mapping.fill(source, draft)
        self.document.fill(state)
        self.way.fill(plans, state.amends, suggested)
        self.preview.fill(draft.tasks[:_PREVIEW_ROWS], len(draft.tasks))
        self.preview.setVisible(found or bool(draft.tasks))
        messages = [problem.message for problem in draft.problems]
        if messages:
            self.problem.say("\n".join(messages))
        else:
            self.problem.clear()


class Preview(Card):
    """The first tasks as they would be read with this mapping."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Xem trước", parent)
        self.table = QTableWidget(0, 6)
        self.table.setAccessibleName("Xem trước các dòng đầu")
        self.table.setHorizontalHeaderLabels(
            ["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian thực hiện", "Được hiểu là"]
        )
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_quiet(self.table)
        self.table.setItemDelegate(QuietDelegate(self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, header.ResizeMode.Stretch)
        self.body.addWidget(self.table)

    def fill(self, tasks: tuple[TaskDraft, ...], count: int) -> None:
        """Show the first tasks."""
        self.title.setText(
            f"Xem trước {len(tasks)} dòng đầu trong {count} nhiệm vụ"
            if tasks
            else "Chưa đọc được nhiệm vụ nào"
        )
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, round(width * theme.current().points / 10))
        self.table.setRowCount(len(tasks))
        for row, task in enumerate(tasks):
            texts = (
                place_of(task),
                task.content,
                task.lead,
                task.coordinating,
                task.deadline,
                reading_words(task.deadline, task.deadline_reading),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
            self.table.setRowHeight(row, theme.row_height())
        room = self.table.horizontalHeader().sizeHint().height() + len(tasks) * theme.row_height() + 4
        self.table.setMinimumHeight(room if tasks else 0)
        self.table.setVisible(bool(tasks))
