"""Đánh dấu hoàn thành: day, number and date of the document; Enter accepts."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from cchc_desktop.errors import InvalidInput
from ui.models.task_list import TaskRow
from ui.widgets.date_field import DateField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

Complete = Callable[[date, str, date | None], bool]
_LONGEST = 140


class CompleteDialog(FormDialog):
    """Asks for the day (today is filled in) and the document that proves it."""

    def __init__(
        self, rows: Sequence[TaskRow], today: date, complete: Complete, parent: QWidget | None = None
    ) -> None:
        super().__init__("Đánh dấu hoàn thành", "Hoàn thành", parent, width=420)
        self._complete = complete
        self.form.addWidget(Text(_what(rows), wrap=True, bold=True))
        self.day = DateField("Ngày hoàn thành", lambda: today)
        self.day.set_date(today)
        self.document = QLineEdit()
        self.document.setAccessibleName("Số, ký hiệu văn bản")
        self.document.setPlaceholderText("ví dụ 45/BC-SNV; có thể để trống")
        self.document_date = DateField("Ngày văn bản", lambda: today)
        self.add_row("Ngày hoàn thành", self.day)
        self.add_row("Số, ký hiệu văn bản", self.document)
        self.add_row("Ngày văn bản", self.document_date)
        self.day.edit.setFocus()
        self.day.edit.selectAll()

    def save(self) -> bool:
        """Mark the tasks."""
        day = self.day.date()
        if day is None:
            raise InvalidInput("Chưa có ngày hoàn thành. Hãy nhập ngày, ví dụ 5/3.")
        return self._complete(day, self.document.text(), self.document_date.date())


def _what(rows: Sequence[TaskRow]) -> str:
    if len(rows) > 1:
        return f"{len(rows)} nhiệm vụ đang chọn"
    content = rows[0].content
    return content if len(content) <= _LONGEST else content[: _LONGEST - 1].rstrip() + "…"
