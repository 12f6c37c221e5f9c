"""Correcting what a document is called: number, date, issuer, name, and the year of a plan."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.services.plan_heads import FIRST_YEAR, LAST_YEAR
from cchc_desktop.text import squash
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import Number
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

_YEAR_HINT = "Đổi năm thì thời hạn của các nhiệm vụ được hiểu lại theo năm mới; cách hiểu do người dùng đã sửa được giữ nguyên."


class PlanHeadDialog(FormDialog):
    """The fields of a head; ``year`` is None for a document that changes a plan."""

    def __init__(
        self,
        head: PlanHead,
        year: int | None,
        today: Callable[[], date],
        store: Callable[[PlanHead], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "Sửa thông tin văn bản" if year is not None else "Sửa thông tin văn bản điều chỉnh",
            "Lưu",
            parent,
            width=520,
        )
        self._store = store
        self.number = QLineEdit(head.document_number)
        self.number.setAccessibleName("Số, ký hiệu")
        self.number.setPlaceholderText("Ví dụ: 45/QĐ-UBND")
        self.date = DateField("Ngày văn bản", today)
        self.date.set_year(year or today().year)
        self.date.set_date(head.document_date)
        self.issuer = QLineEdit(head.issuer)
        self.issuer.setAccessibleName("Cơ quan ban hành")
        self.name = QPlainTextEdit(head.title)
        self.name.setAccessibleName("Tên, trích yếu")
        self.name.setTabChangesFocus(True)
        self.name.setFixedHeight(3 * theme.line_height() + 5 * theme.GRID)
        self.year = Number("Năm kế hoạch", FIRST_YEAR, LAST_YEAR)
        self.add_row("Số, ký hiệu", self.number)
        self.add_row("Ngày văn bản", self.date)
        self.add_row("Cơ quan ban hành", self.issuer)
        self.add_row("Tên, trích yếu", self.name)
        if year is not None:
            self.year.setValue(year)
            self.add_row("Năm kế hoạch", self.year)
            self.form.addWidget(Text(_YEAR_HINT, kind="muted", wrap=True))
        else:
            self.year.setParent(self)
            self.year.hide()
        self._has_year = year is not None
        self.form.addStretch(1)
        self.number.setFocus()

    def save(self) -> bool:
        """Store what was typed."""
        return self._store(
            PlanHead(
                title=squash(self.name.toPlainText()),
                document_number=squash(self.number.text()),
                document_date=self.date.date(),
                issuer=squash(self.issuer.text()),
                year=self.year.value() if self._has_year else None,
            )
        )
