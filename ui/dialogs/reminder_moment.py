"""Asking until when reminders are put off: a day and a time of one's own."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from cchc_desktop.clock import at
from ui.widgets.date_field import DateField
from ui.widgets.fields import Hour
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text


class MomentDialog(FormDialog):
    """Nhắc lại vào ngày, lúc."""

    def __init__(
        self, now: datetime, then: Callable[[datetime], object], parent: QWidget | None = None
    ) -> None:
        super().__init__("Nhắc lại sau", "Nhắc lại", parent)
        self._now = now
        self._then = then
        self.date = DateField("Ngày nhắc lại", now.date)
        self.date.set_date((now + timedelta(days=1)).date())
        self.time = Hour("Giờ nhắc lại")
        self.form.addWidget(
            Text("Chỉ hoãn lần nhắc này; hạn của nhiệm vụ, báo cáo giữ nguyên.", kind="muted", wrap=True)
        )
        self.add_row("Ngày", self.date)
        self.add_row("Giờ", self.time)
        self.form.addStretch(1)

    def save(self) -> bool:
        """Hand the moment over when it lies ahead."""
        day = self.date.date()
        if day is None:
            raise ValueError("Chưa có ngày. Hãy nhập ngày, ví dụ 25/11/2026.")
        when = at(day, self.time.time().hour(), self.time.time().minute())
        if when <= self._now:
            raise ValueError("Thời điểm nhắc lại phải ở sau hiện tại. Hãy chọn ngày giờ muộn hơn.")
        self._then(when)
        return True
