"""Step 2 of the import: which table, which column is what, and what the document says of itself."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.reading.draft import TableChoice, TaskDraft
from ui import theme
from ui.dialogs.import_state import (
    FIELDS,
    ImportState,
    choice_words,
    column_names,
    column_title,
    table_choices,
)
from ui.models.draft_rows import place_of
from ui.widgets.banner import Banner
from ui.widgets.cards import Card
from ui.widgets.date_field import DateField
from ui.widgets.deadline_words import short_reading
from ui.widgets.fields import Combo, Number
from ui.widgets.plain_table import QuietDelegate, make_quiet
from ui.widgets.text import Text

NO_YEAR = 1999
"""Below the years that can be chosen: shown as "chưa rõ"."""
_PREVIEW_ROWS = 5
_NONE = "(không có)"
_WIDTHS = (60, 380, 150, 170, 160, 170)
"""Pixels of the columns of the preview at the base text size; the content takes the rest."""


class MappingStep(QWidget):
    """Table, columns and document; every change is read again and shown below at once."""

    table_chosen = Signal(int)
    columns_chosen = Signal(object)
    year_chosen = Signal(int)
    head_typed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._head = PlanHead()
        self.problem = Banner()
        self.tables = _TableChoices()
        self.tables.chosen.connect(self.table_chosen)
        self.mapping = _Mapping()
        self.mapping.chosen.connect(self.columns_chosen)
        self.preview = _Preview()
        column = QVBoxLayout()
        theme.spaced(column, margin=(0, 0, 2 * theme.GRID, 0))
        for widget in (self.problem, self.tables, self.mapping, self.preview, self._document_card(today)):
            column.addWidget(widget)
        content = QWidget()
        content.setProperty("kind", "clear")
        content.setLayout(column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _document_card(self, today: Callable[[], date]) -> Card:
        card = Card("Văn bản")
        self.number = QLineEdit()
        self.issuer = QLineEdit()
        self.plan_title = QLineEdit()
        self.date = DateField("Ngày văn bản", today)
        self.year = Number("Năm của kế hoạch", NO_YEAR, 2100)
        self.year.setSpecialValueText("chưa rõ")
        self.year_note = Text(kind="danger", wrap=True)
        form = QFormLayout()
        form.setSpacing(2 * theme.GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        named = {
            "Tên kế hoạch": self.plan_title,
            "Số, ký hiệu": self.number,
            "Cơ quan ban hành": self.issuer,
        }
        for name, line in named.items():
            line.setAccessibleName(name)
            form.addRow(Text(name), line)
            line.editingFinished.connect(self._on_head)
        dates = QHBoxLayout()
        dates.setSpacing(theme.GAP)
        dates.addWidget(self.date)
        dates.addSpacing(theme.GAP)
        dates.addWidget(Text("Năm của kế hoạch"))
        dates.addWidget(self.year)
        dates.addWidget(self.year_note, 1)
        form.addRow(Text("Ngày văn bản"), dates)
        self.date.committed.connect(lambda _day: self._on_head())
        self.year.valueChanged.connect(self._on_year)
        card.body.addLayout(form)
        return card

    def fill(self, state: ImportState) -> None:
        """Show what was read, and what was typed before."""
        draft, source = state.draft, state.source
        if draft is None or source is None:
            return
        self._filling = True
        self._head = state.head or draft.head
        self.tables.fill(table_choices(source, draft), draft.table)
        self.mapping.fill(column_names(source, draft), draft.columns)
        self.number.setText(self._head.document_number)
        self.issuer.setText(self._head.issuer)
        self.plan_title.setText(self._head.title)
        self.date.set_year(draft.year)
        self.date.set_date(self._head.document_date)
        self.year.setValue(draft.year or NO_YEAR)
        sure = draft.year_certain or state.year is not None
        self.year_note.setText("" if sure else "Văn bản không ghi rõ năm; hãy kiểm tra lại.")
        self.preview.fill(draft.tasks[:_PREVIEW_ROWS], len(draft.tasks))
        self._show_problems([problem.message for problem in draft.problems])
        self._filling = False

    def _show_problems(self, messages: list[str]) -> None:
        if messages:
            self.problem.say("\n".join(messages))
        else:
            self.problem.clear()

    def _on_year(self, year: int) -> None:
        if not self._filling and year > NO_YEAR:
            self.year_chosen.emit(year)

    def _on_head(self) -> None:
        if self._filling:
            return
        typed = replace(
            self._head,
            document_number=self.number.text().strip(),
            issuer=self.issuer.text().strip(),
            title=self.plan_title.text().strip(),
            document_date=self._date_or(self._head.document_date),
        )
        if typed != self._head:
            self._head = typed
            self.head_typed.emit(typed)

    def _date_or(self, kept: date | None) -> date | None:
        """Return the date typed; a text that is no date changes nothing and says why beside the field."""
        try:
            return self.date.date()
        except ValueError:
            return kept


class _TableChoices(Card):
    """The tables found, one to choose."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bảng", parent)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.chosen)

    def fill(self, choices: tuple[TableChoice, ...], current: int) -> None:
        """Offer other tables."""
        for old in self.group.buttons():
            self.group.removeButton(old)
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.title.setText(f"Tìm thấy {len(choices)} bảng" if choices else "Không tìm thấy bảng nào")
        for choice in choices:
            words = choice_words(choice)
            made = QRadioButton(words.replace("&", "&&"))
            made.setAccessibleName(words)
            self.group.addButton(made, choice.index)
            made.setChecked(choice.index == current)
            self.body.addWidget(made)


class _Mapping(Card):
    """One combo box for every column a plan can have."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cột nào là gì", parent)
        self.combos: dict[str, Combo] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(2 * theme.GRID)
        for place, key in enumerate(FIELDS):
            name = column_title(key)
            combo = Combo(f"Cột của {name}")
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(20)
            combo.activated.connect(self._on_chosen)
            self.combos[key] = combo
            row, side = divmod(place, 2)
            grid.addWidget(Text(name), row, 2 * side)
            grid.addWidget(combo, row, 2 * side + 1)
            grid.setColumnStretch(2 * side + 1, 1)
        self.remember = QCheckBox("Nhớ cách ghép này cho các tệp có cùng tiêu đề cột")
        self.remember.setAccessibleName(self.remember.text())
        self.remember.setChecked(True)
        self.body.addLayout(grid)
        self.body.addWidget(self.remember)

    def fill(self, names: tuple[str, ...], columns: dict[str, int]) -> None:
        """Show the mapping in force."""
        for key, combo in self.combos.items():
            combo.clear()
            combo.addItem(_NONE, -1)
            for column, name in enumerate(names):
                combo.addItem(name, column)
                combo.setItemData(combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
            combo.setCurrentIndex(combo.findData(columns.get(key, -1)))
            combo.setToolTip(combo.currentText())

    def _on_chosen(self) -> None:
        columns = {key: int(combo.currentData()) for key, combo in self.combos.items()}
        self.chosen.emit({key: column for key, column in columns.items() if column >= 0})


class _Preview(Card):
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
                short_reading(task.deadline_reading),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
            self.table.setRowHeight(row, theme.row_height())
        room = self.table.horizontalHeader().sizeHint().height() + len(tasks) * theme.row_height() + 4
        self.table.setMinimumHeight(room if tasks else 0)
        self.table.setVisible(bool(tasks))
