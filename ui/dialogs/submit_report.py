"""Two short questions about a report: what was sent and when; and by when the own office has to send it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from cchc_desktop.domain.reports import Report
from cchc_desktop.errors import UserError
from ui.bridge import Bridge
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.day_words import full, spoken
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_NO_DATE = "Chưa có ngày. Hãy nhập ngày, ví dụ 11/12/2026."


class SubmitReportDialog(FormDialog):
    """Marks a report as sent: number, and date of the document; its reminders stop."""

    def __init__(self, app: "App", bridge: Bridge, report: Report, parent: QWidget | None = None) -> None:
        super().__init__("Đánh dấu đã gửi báo cáo", "Đánh dấu đã gửi", parent)
        self._app = app
        self._bridge = bridge
        self._report = report
        self.number = QLineEdit(report.document)
        self.number.setAccessibleName("Số, ký hiệu văn bản")
        self.number.setPlaceholderText("Ví dụ: 123/BC-SNV")
        self.date = DateField("Ngày văn bản", lambda: app.clock.now().date())
        self.date.set_date(report.sent_on or app.clock.now().date())
        self.form.addWidget(Text(report.period.name, bold=True, wrap=True))
        self.form.addWidget(
            Text(
                "Ghi số, ngày của văn bản đã gửi. Phần mềm sẽ thôi nhắc việc báo cáo này.",
                kind="muted",
                wrap=True,
            )
        )
        self.add_row("Số, ký hiệu", self.number)
        self.add_row("Ngày văn bản", self.date)
        self.form.addStretch(1)

    def save(self) -> bool:
        """Store what was typed."""
        on = self.date.date()
        if on is None:
            raise ValueError(_NO_DATE)
        key, number = self._report.period.key, self.number.text()
        return (
            self._bridge.run(
                lambda: self._app.reports.submit(key, on, number),
                say=f"Đã đánh dấu đã gửi {self._report.period.name}.",
                failed=self._refused,
            )
            is not None
        )

    def _refused(self, error: UserError) -> None:
        self.say_problem(error.message)


class OwnDueDialog(FormDialog):
    """Moves the own due date of one report (văn bản của tỉnh), or goes back to the usual one."""

    def __init__(self, app: "App", bridge: Bridge, report: Report, parent: QWidget | None = None) -> None:
        super().__init__("Sửa hạn gửi báo cáo", "Lưu hạn gửi", parent)
        self._app = app
        self._bridge = bridge
        self._report = report
        period = report.period
        self.date = DateField("Hạn gửi của đơn vị", lambda: app.clock.now().date())
        self.date.set_year(period.own_due.year)
        self.date.set_date(period.own_due)
        self.form.addWidget(Text(period.name, bold=True, wrap=True))
        self.form.addWidget(
            Text(
                f"Hạn gửi hiện nay: {spoken(period.own_due)}."
                + (f" Chốt số liệu: {full(period.cutoff)}." if period.has_window else "")
                + (f" Hạn gửi Bộ Nội vụ: {full(period.ministry_due)}." if period.goes_to_ministry else ""),
                kind="muted",
                wrap=True,
            )
        )
        self.add_row("Hạn gửi mới", self.date)
        self.form.addStretch(1)
        self.usual = button("Về hạn mặc định", self._back_to_usual)
        self.buttons.insertWidget(0, self.usual)

    def save(self) -> bool:
        """Store the typed date."""
        due = self.date.date()
        if due is None:
            raise ValueError(_NO_DATE)
        return self._store(due)

    def _back_to_usual(self) -> None:
        if self._store(None):
            self.accept()

    def _store(self, due: date | None) -> bool:
        key = self._report.period.key
        return (
            self._bridge.run(
                lambda: self._app.reports.set_own_due(key, due),
                say=f"Đã sửa hạn gửi {self._report.period.name}.",
                failed=lambda error: self.say_problem(error.message),
            )
            is not None
        )
