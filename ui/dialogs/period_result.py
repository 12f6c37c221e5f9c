"""Ghi kết quả: the dated result of a period, or of one member of a group that leads or co-ordinates."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.result_entry import ResultEntry
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import Combo
from ui.widgets.form_dialog import FormDialog

WHOLE = "Cả nhiệm vụ"


class PeriodResultDialog(FormDialog):
    """Asks for the day, the document and a note; whose result it is when members can be told apart."""

    def __init__(
        self,
        members: Sequence[str],
        today: date,
        save: Callable[[ResultEntry], bool],
        parent: QWidget | None = None,
        *,
        whole: bool = True,
    ) -> None:
        super().__init__("Ghi kết quả", "Ghi kết quả", parent, width=440)
        self._save = save
        self.agency = Combo("Của cơ quan")
        if whole:
            self.agency.addItem(WHOLE, "")
        for member in members:
            self.agency.addItem(member, member)
        self.day = DateField("Ngày có kết quả", lambda: today)
        self.day.set_date(today)
        self.document = QLineEdit()
        self.document.setAccessibleName("Số, ký hiệu văn bản")
        self.document_date = DateField("Ngày văn bản", lambda: today)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName("Ghi chú")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(3 * theme.line_height() + 16)
        label = self.add_row("Của cơ quan", self.agency)
        label.setVisible(bool(members))
        self.agency.setVisible(bool(members))
        self.add_row("Ngày có kết quả", self.day)
        self.add_row("Số, ký hiệu văn bản", self.document)
        self.add_row("Ngày văn bản", self.document_date)
        self.add_row("Ghi chú", self.note)
        self.day.edit.setFocus()

    def save(self) -> bool:
        """Store the result."""
        day = self.day.date()
        if day is None:
            raise InvalidInput("Chưa có ngày có kết quả. Hãy nhập ngày, ví dụ 5/3.")
        document_date = self.document_date.date()
        agency = str(self.agency.currentData() or "")
        entry = ResultEntry(
            completed_on=day,
            document=self.document.text(),
            document_date=document_date,
            note=self.note.toPlainText(),
            agency=agency,
        )
        return self._save(entry)
