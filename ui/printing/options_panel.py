"""The options beside the preview."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.writing.arrangement import GroupBy
from cchc_desktop.writing.measures import TABLE_SIZES, Paper
from ui.printing.choices import PrintChoices

PAPERS = (
    ("A4 ngang", (Paper.A4, True)),
    ("A4 dọc", (Paper.A4, False)),
    ("A3 ngang", (Paper.A3, True)),
    ("A3 dọc", (Paper.A3, False)),
)
GROUPS = (
    ("Lĩnh vực", GroupBy.SECTION),
    ("Cơ quan chủ trì", GroupBy.LEAD),
    ("Không", GroupBy.NONE),
)
MARGINS = (
    ("theo NĐ 30 (20–20–30–15 mm)", False),
    ("theo NĐ 30, rộng (25–25–35–20 mm)", True),
)
_PER_PAGE = {
    GroupBy.SECTION: "Mỗi lĩnh vực một trang",
    GroupBy.LEAD: "Mỗi cơ quan một trang",
    GroupBy.NONE: "Mỗi nhóm một trang",
}


class OptionsPanel(QWidget):
    """Scope, grouping, columns, paper, title and signature; says when something was changed."""

    changed = Signal()
    scope_changed = Signal(int)

    def __init__(self, scopes: Sequence[str], choices: PrintChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._silent = False
        self.scopes = [QRadioButton(label) for label in scopes]
        self.group_by = _combo("Nhóm theo", [label for label, _ in GROUPS])
        self.per_page = QCheckBox()
        self.columns: dict[str, QCheckBox] = {}
        self.paper = _combo("Khổ giấy", [label for label, _ in PAPERS])
        self.text_size = _combo("Cỡ chữ", [str(size) for size in TABLE_SIZES])
        self.margins = _combo("Lề", [label for label, _ in MARGINS])
        self.title = QLineEdit()
        self.title.setAccessibleName("Tiêu đề")
        self.print_date = QCheckBox("Ngày in")
        self.page_totals = QCheckBox("Số trang dạng “Trang x/y” ở chân trang")
        self.end_mark = QCheckBox("Dấu kết thúc “./.”")
        self.signed = QCheckBox("Chữ ký")
        self.position = _position_field()
        self.name = QLineEdit()
        self.name.setAccessibleName("Họ và tên người ký")
        self._columns_box = QGroupBox("Cột")
        self._column_rows = QVBoxLayout(self._columns_box)
        self._build()
        self._show(choices)
        self._connect()

    @property
    def choices(self) -> PrintChoices:
        """What is chosen now."""
        paper, landscape = PAPERS[self.paper.currentIndex()][1]
        shown = {key for key, box in self.columns.items() if not box.isChecked()}
        absent = {key for key in self._choices.left_out if key not in self.columns}
        return PrintChoices(
            group_by=GROUPS[self.group_by.currentIndex()][1],
            page_per_section=self.per_page.isChecked(),
            left_out=tuple(sorted(shown | absent)),
            paper=paper,
            landscape=landscape,
            size=TABLE_SIZES[self.text_size.currentIndex()],
            wide_margins=MARGINS[self.margins.currentIndex()][1],
            print_date=self.print_date.isChecked(),
            page_totals=self.page_totals.isChecked(),
            end_mark=self.end_mark.isChecked(),
            signed=self.signed.isChecked(),
            position=self.position.toPlainText().strip(),
            name=self.name.text().strip(),
        )

    def show_document(self, columns: Sequence[tuple[str, str]], title: str) -> None:
        """Show the columns (key, name) and the title that a document offers."""
        with self._silently():
            self.title.setText(title)
            self.title.setCursorPosition(0)
            if [key for key, _ in columns] == list(self.columns):
                return
            self._choices = self.choices if self.columns else self._choices
            for box in self.columns.values():
                box.deleteLater()
            self.columns = {key: QCheckBox(name) for key, name in columns}
            for key, box in self.columns.items():
                box.setChecked(key not in self._choices.left_out)
                box.toggled.connect(self._column_toggled)
                self._column_rows.addWidget(box)
            for first, second in pairwise((self.per_page, *self.columns.values(), self.paper)):
                QWidget.setTabOrder(first, second)
            self._keep_one_column()

    def choose_scope(self, index: int) -> None:
        """Mark a scope without asking for its tasks."""
        with QSignalBlocker(self.scopes[index]):
            self.scopes[index].setChecked(True)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        scope_box = QGroupBox("Nội dung")
        scope_layout = QVBoxLayout(scope_box)
        for button in self.scopes:
            scope_layout.addWidget(button)
        if self.scopes:
            self.scopes[0].setChecked(True)
        scope_box.setVisible(len(self.scopes) > 1)
        outer.addWidget(scope_box)
        outer.addLayout(self._grouping())
        outer.addWidget(self._columns_box)
        outer.addLayout(self._page())
        outer.addWidget(self.signed)
        signature = QFormLayout()
        _row(signature, "Chức vụ:", self.position)
        _row(signature, "Họ và tên:", self.name)
        outer.addLayout(signature)
        outer.addStretch(1)

    def _grouping(self) -> QFormLayout:
        form = QFormLayout()
        _row(form, "Nhóm theo:", self.group_by)
        form.addRow(self.per_page)
        return form

    def _page(self) -> QFormLayout:
        form = QFormLayout()
        _row(form, "Khổ giấy:", self.paper)
        _row(form, "Cỡ chữ:", self.text_size)
        _row(form, "Lề:", self.margins)
        _row(form, "Tiêu đề:", self.title)
        for box in (self.print_date, self.page_totals, self.end_mark):
            form.addRow(box)
        return form

    def _show(self, choices: PrintChoices) -> None:
        self.group_by.setCurrentIndex([value for _, value in GROUPS].index(choices.group_by))
        self.per_page.setChecked(choices.page_per_section)
        self.paper.setCurrentIndex([value for _, value in PAPERS].index((choices.paper, choices.landscape)))
        self.text_size.setCurrentIndex(TABLE_SIZES.index(choices.size))
        self.margins.setCurrentIndex(int(choices.wide_margins))
        self.print_date.setChecked(choices.print_date)
        self.page_totals.setChecked(choices.page_totals)
        self.end_mark.setChecked(choices.end_mark)
        self.signed.setChecked(choices.signed)
        self.position.setPlainText(choices.position)
        self.name.setText(choices.name)
        self._follow()

    def _connect(self) -> None:
        for index, button in enumerate(self.scopes):
            button.toggled.connect(lambda on, index=index: self.scope_changed.emit(index) if on else None)
        for combo in (self.group_by, self.paper, self.text_size, self.margins):
            combo.currentIndexChanged.connect(self._changed)
        for box in (self.per_page, self.print_date, self.page_totals, self.end_mark, self.signed):
            box.toggled.connect(self._changed)
        for field in (self.title, self.name):
            field.textChanged.connect(self._changed)
        self.position.textChanged.connect(self._changed)

    def _changed(self) -> None:
        self._follow()
        if not self._silent:
            self.changed.emit()

    def _follow(self) -> None:
        """Let what depends on other choices follow them."""
        group_by = GROUPS[self.group_by.currentIndex()][1]
        self.per_page.setText(_PER_PAGE[group_by])
        self.per_page.setEnabled(group_by is not GroupBy.NONE)
        self.position.setEnabled(self.signed.isChecked())
        self.name.setEnabled(self.signed.isChecked())

    def _column_toggled(self) -> None:
        self._keep_one_column()
        self._changed()

    def _keep_one_column(self) -> None:
        """Lock the last column that is chosen: a table has at least one."""
        checked = [box for box in self.columns.values() if box.isChecked()]
        for box in self.columns.values():
            box.setEnabled(len(checked) > 1 or not box.isChecked())

    @contextmanager
    def _silently(self) -> Iterator[None]:
        self._silent = True
        try:
            yield
        finally:
            self._silent = False


def _combo(name: str, labels: Sequence[str]) -> QComboBox:
    combo = QComboBox()
    combo.addItems(labels)
    combo.setAccessibleName(name)
    return combo


def _position_field() -> QPlainTextEdit:
    """Make the field for the office held: two lines ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"); Tab leaves it."""
    field = QPlainTextEdit()
    field.setAccessibleName("Chức vụ người ký")
    field.setTabChangesFocus(True)
    field.setFixedHeight(2 * field.fontMetrics().lineSpacing() + 20)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return field


def _row(form: QFormLayout, text: str, widget: QWidget) -> None:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(widget)
    form.addRow(label, widget)
