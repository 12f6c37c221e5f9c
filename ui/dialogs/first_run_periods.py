"""First run, step 2: the reports of the year with editable own due dates, and which were sent before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.reports import Report, ReportState
from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.day_words import full
from ui.widgets.text import Text

_HEADINGS = ("Kỳ báo cáo", "Từ ngày", "Chốt số liệu", "Hạn gửi của đơn vị", "Hạn gửi cấp trên", "")
_NOTE = "Ngày điền sẵn theo hướng dẫn của Bộ Nội vụ; sửa theo công văn của tỉnh."
_SENT = "Đã gửi trước khi dùng phần mềm"


@dataclass(frozen=True, slots=True)
class _Row:
    report: Report
    own_due: DateField
    sent: QCheckBox


class PeriodsStep(QWidget):
    """Four rows of dates."""

    title = "Kỳ báo cáo"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        theme.spaced(self._column)
        self._table = QWidget()
        self._column.addWidget(self._table)
        self._column.addWidget(Text(_NOTE, kind="muted", wrap=True))
        self.wrong = Text(kind="danger", wrap=True)
        self._column.addWidget(self.wrong)
        self._column.addStretch(1)

    def fill(self, reports: Sequence[Report], today: date) -> None:
        """Show the reports of the working year."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(2 * theme.GRID)
        for column, heading in enumerate(_HEADINGS):
            grid.addWidget(Text(heading, bold=True, wrap=True), 0, column)
        self._rows = [self._row(grid, number, report, today) for number, report in enumerate(reports)]
        grid.setColumnStretch(0, 1)
        self._column.replaceWidget(self._table, fresh)
        self._table.hide()
        self._table.deleteLater()
        self._table = fresh
        self.wrong.setText("")

    @staticmethod
    def _row(grid: QGridLayout, number: int, report: Report, today: date) -> _Row:
        period, line = report.period, 2 * number + 1
        own_due = DateField(f"Hạn gửi của đơn vị – {period.name}", lambda: today)
        own_due.set_year(period.own_due.year)
        own_due.set_date(period.own_due)
        sent = QCheckBox(_SENT)
        sent.setAccessibleName(f"{_SENT} – {period.name}")
        past = period.own_due < today and report.state is not ReportState.SENT
        sent.setChecked(past)
        sent.setVisible(past)
        grid.addWidget(Text(period.name, wrap=True), line, 0)
        window = ((1, period.window_start), (2, period.cutoff)) if period.has_window else ()
        above = ((4, period.ministry_due),) if period.goes_to_ministry else ()
        for column, day in (*window, *above):
            grid.addWidget(Text(full(day)), line, column)
        grid.addWidget(own_due, line, 3)
        grid.addWidget(sent, line + 1, 0, 1, 5)
        return _Row(report, own_due, sent)

    def ready(self) -> bool:
        """Tell whether every date can be taken; say so when one cannot."""
        wrong = [row.report.period.name for row in self._rows if _day(row.own_due) is None]
        self.wrong.setText(
            f"Hạn gửi chưa hợp lệ: {', '.join(wrong)}. Hãy nhập ngày, ví dụ 16/03/2026." if wrong else ""
        )
        return not wrong

    def moved(self) -> tuple[tuple[str, date], ...]:
        """Return (key, date) of every own due date that was changed."""
        return tuple(
            (row.report.period.key, day)
            for row in self._rows
            if (day := _day(row.own_due)) is not None and day != row.report.period.own_due
        )

    def sent_before(self) -> tuple[str, ...]:
        """Return the keys of the reports that were sent before the program was used."""
        return tuple(
            row.report.period.key for row in self._rows if row.sent.isChecked() and not row.sent.isHidden()
        )


def _day(field: DateField) -> date | None:
    try:
        return field.date()
    except ValueError:
        return None
