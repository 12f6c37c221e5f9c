"""Văn bản và kế hoạch – what the chosen document is called, and the file it was read from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import theme
from ui.models.plan_table import PlanLine
from ui.models.plan_words import AMENDMENT, NONE, document_name, kind_words, span_words, task_count
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.fields import written
from ui.widgets.flow import Flow
from ui.widgets.text import Text

_FILE_NOTE = (
    "Phần mềm giữ nguyên tệp đã nhập trong thư mục “files” của thư mục dữ liệu; mở ra là mở một bản sao. "
    "Bản sao lưu (.db) không gồm tệp gốc: khi chuyển sang máy khác, hãy chép cả thư mục dữ liệu."
)
_MISSING = (
    "Chưa có bản lưu của tệp này: tệp được nhập trước khi phần mềm giữ tệp gốc, hoặc thư mục “files” không được "
    "chép theo dữ liệu. Nếu còn tệp, hãy chọn lại để giữ."
)
_FACTS = (
    ("number", "Số, ký hiệu"),
    ("date", "Ngày văn bản"),
    ("issuer", "Cơ quan ban hành"),
    ("kind", "Loại"),
    ("title", "Tên, trích yếu"),
    ("year", "Năm, giai đoạn"),
    ("tasks", "Nhiệm vụ"),
    ("amends", "Điều chỉnh"),
)


class DocumentCard(Card):
    """Facts with [Sửa thông tin…], the file with what can be done with it."""

    edit_wanted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    find_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Thông tin văn bản", parent)
        self.facts: dict[str, Text] = {}
        self._names: dict[str, Text] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(1, 1)
        for row, (key, name) in enumerate(_FACTS):
            self._names[key] = Text(name, kind="muted")
            self.facts[key] = Text(wrap=True, selectable=True)
            self.facts[key].setAccessibleName(name)
            grid.addWidget(self._names[key], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.facts[key], row, 1)
        self.edit_button = button("Sửa thông tin…", self.edit_wanted.emit, icon="pencil")
        self.file = Text(wrap=True, selectable=True)
        self.file.setAccessibleName("Tệp gốc")
        self.file_note = Text(kind="muted", wrap=True)
        self.open_button = button("Mở tệp gốc", self.open_wanted.emit, icon="file-text")
        self.save_button = button("Lưu bản sao…", self.save_wanted.emit, icon="file-down")
        self.find_button = button("Chọn lại tệp gốc…", self.find_wanted.emit, icon="folder-open")
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row_of_buttons = Flow(holder)
        for each in (self.open_button, self.save_button, self.find_button):
            row_of_buttons.addWidget(each)
        self.body.addLayout(grid)
        self.body.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Text("Tệp gốc", bold=True))
        self.body.addWidget(self.file)
        self.body.addWidget(holder)
        self.body.addWidget(self.file_note)
        self.body.addStretch(1)

    def show_line(self, line: PlanLine, *, kept: bool, writable: bool) -> None:
        """Show a document; ``kept`` tells whether its file is there."""
        for key, text in _facts(line).items():
            self.facts[key].setText(text)
            for each in (self.facts[key], self._names[key]):
                each.setVisible(bool(text))
        self.edit_button.setEnabled(writable)
        self.file.setText(line.file.name or NONE)
        self.file_note.setText(_FILE_NOTE if kept else _MISSING)
        theme.mark(self.file_note, "muted" if kept else "danger")
        self.open_button.setVisible(kept)
        self.save_button.setVisible(kept)
        self.find_button.setVisible(not kept)
        self.find_button.setEnabled(writable)


def _facts(line: PlanLine) -> dict[str, str]:
    head, plan = line.head, line.record.plan
    amending = line.amendment is not None
    amended = document_name(plan.head, line.record.file.name)
    return {
        "number": head.document_number or NONE,
        "date": written(head.document_date) or NONE,
        "issuer": head.issuer or NONE,
        "kind": AMENDMENT if amending else kind_words(head),
        "title": head.title or NONE,
        "year": "" if amending else span_words(plan),
        "tasks": "" if amending else task_count(line.record),
        "amends": amended if amending else "",
    }
