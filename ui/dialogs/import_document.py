"""Step 2 of the import, last part: what the document says of itself, and whether it is a plan or changes one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from cchc_desktop.domain.plans import Plan, PlanHead
from ui import theme
from ui.dialogs.import_state import ImportState, plan_words
from ui.widgets.cards import Card
from ui.widgets.date_field import DateField
from ui.widgets.fields import Combo, Number
from ui.widgets.text import Text

NO_YEAR = 1999
"""Below the years that can be chosen: shown as "chưa rõ"."""


class DocumentCard(Card):
    """Number, day, issuer, title and year; what is typed stands above what was read."""

    year_chosen = Signal(int)
    head_typed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Văn bản", parent)
        self._filling = False
        self._head = PlanHead()
        self._state: ImportState | None = None
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
        self.body.addLayout(form)

    def fill(self, state: ImportState) -> None:
        """Show what was read, and what was typed before."""
        draft = state.draft
        if draft is None:
            return
        self._filling = True
        self._head = state.head or draft.head
        for line, text in (
            (self.number, self._head.document_number),
            (self.issuer, self._head.issuer),
            (self.plan_title, self._head.title),
        ):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        self.date.set_year(draft.year)
        if state is not self._state or not self.date.problem():
            self.date.set_date(self._head.document_date)  # a wrong text that was typed stays to be mended
        self._state = state
        self.year.setValue(draft.year or NO_YEAR)
        sure = draft.year_certain or state.year is not None
        self.year_note.setText("" if sure else "Văn bản không ghi rõ năm; hãy kiểm tra lại.")
        self._filling = False

    def commit(self) -> str:
        """Take what is being typed: the person goes on without leaving the field; return why that cannot be."""
        self._on_head()
        try:
            self.date.date()
        except ValueError as error:
            self.date.finish()
            self.date.setFocus()
            return f"Ngày văn bản chưa đúng: {error}"
        return ""

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


class WayCard(Card):
    """A plan of its own, or a document that changes some rows of a stored plan; shown once plans are stored."""

    chosen = Signal(object)
    """Id of the plan that is amended; None for a plan of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cách nhập", parent)
        self.whole = QRadioButton("Kế hoạch, hoặc bản mới của kế hoạch đã nhập")
        self.amending = QRadioButton("Văn bản điều chỉnh: chỉ thay đổi các dòng có trong văn bản này")
        for radio in (self.whole, self.amending):
            radio.setAccessibleName(radio.text())
        self.plans = Combo("Kế hoạch được điều chỉnh")
        self.plans.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.plans.setMinimumContentsLength(30)
        self.note = Text(kind="muted", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(26, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(Text("Kế hoạch được điều chỉnh"))
        row.addWidget(self.plans, 1)
        self.below = QWidget()
        inside = QVBoxLayout(self.below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(row)
        for widget in (self.whole, self.amending, self.below, self.note):
            self.body.addWidget(widget)
        self.whole.setChecked(True)
        self.whole.clicked.connect(self._tell)
        self.amending.clicked.connect(self._tell)
        self.plans.activated.connect(self._tell)
        self._show()

    def fill(self, plans: Sequence[Plan], amends: int | None, suggested: Plan | None) -> None:
        """Offer the stored plans; what is suggested says so."""
        self.setVisible(bool(plans))
        self.plans.clear()
        for plan in plans:
            self.plans.addItem(plan_words(plan), plan.id)
            self.plans.setItemData(self.plans.count() - 1, plan_words(plan), 3)
        self.amending.setChecked(amends is not None)
        self.whole.setChecked(amends is None)
        wanted = amends if amends is not None else suggested.id if suggested is not None else None
        self.plans.setCurrentIndex(max(0, self.plans.findData(wanted)))
        self.note.setText(
            "Tên văn bản cho thấy đây là văn bản điều chỉnh, bổ sung; hãy kiểm tra lựa chọn này."
            if suggested is not None
            else ""
        )
        self._show()

    def _show(self) -> None:
        self.below.setVisible(self.amending.isChecked())
        self.note.setVisible(bool(self.note.text()))

    def _tell(self) -> None:
        self._show()
        self.chosen.emit(self.plans.currentData() if self.amending.isChecked() else None)
