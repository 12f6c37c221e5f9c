"""The year view: bands of all report periods on one line, and the list of the year's reports."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.reports import Report
from cchc_desktop.domain.workdays import WorkCalendar
from ui import theme
from ui.models.calendar_marks import MarkKind, legend_line
from ui.pages.calendar_reports import ReportRow
from ui.widgets.buttons import button, tool_button
from ui.widgets.cards import Card
from ui.widgets.period_band import PeriodBands
from ui.widgets.text import Text

_LEGEND = (
    ("▒", "kỳ lấy số liệu"),
    (MarkKind.CUTOFF.value, "chốt số liệu"),
    (MarkKind.OWN_DUE.value, "hạn gửi của đơn vị"),
    (MarkKind.MINISTRY_DUE.value, "hạn gửi Bộ Nội vụ"),
    ("┆", "hôm nay"),
)


class YearView(QWidget):
    """A year of reports."""

    year_wanted = Signal(int)
    """Steps from the year shown; 0 asks for the working year."""
    state_chosen = Signal(str, object)
    sending_asked = Signal(str)
    own_due_asked = Signal(str)
    figures_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text(scale=1.2, bold=True)
        self.bands = PeriodBands()
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        head.addWidget(tool_button("chevron-left", "Năm trước", lambda: self.year_wanted.emit(-1)))
        head.addWidget(self.name)
        head.addWidget(tool_button("chevron-right", "Năm sau", lambda: self.year_wanted.emit(1)))
        head.addWidget(button("Năm làm việc", lambda: self.year_wanted.emit(0)))
        head.addSpacing(theme.GAP)
        head.addWidget(Text(legend_line(_LEGEND), kind="muted", wrap=True), 1)
        card = Card()
        card.body.addWidget(self.bands)
        content = QWidget()
        content.setProperty("kind", "clear")
        self._column = QVBoxLayout(content)
        theme.spaced(self._column, margin=(0, 0, 2 * theme.GRID, 0))
        self._column.addWidget(card)
        self.none = Text("Năm này chưa có kỳ báo cáo nào.", kind="muted", wrap=True)
        self.basis = Text(kind="muted", wrap=True, selectable=True)
        self._column.addWidget(self.none)
        self._column.addWidget(self.basis)
        self._column.addStretch(1)
        self._rows: list[ReportRow] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    @property
    def rows(self) -> tuple[ReportRow, ...]:
        """The reports shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    def fill(self, year: int, reports: Sequence[Report], calendar: WorkCalendar, today: date) -> None:
        """Show the reports of a year."""
        self.name.setText(f"Năm {year}")
        self.bands.show_reports(reports, calendar, today)
        while len(self._rows) < len(reports):
            self._rows.append(self._new_row(reports[len(self._rows)], calendar))
        for row, report in zip(self._rows, reports, strict=False):
            row.show_report(report, calendar)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(reports))
        sources = dict.fromkeys(report.period.basis for report in reports if report.period.basis)
        self.basis.setText("\n".join(f"Căn cứ: {basis}" for basis in sources))
        self.none.setVisible(not reports)

    def _new_row(self, report: Report, calendar: WorkCalendar) -> ReportRow:
        row = ReportRow(report, calendar)
        row.state_chosen.connect(self.state_chosen)
        row.sending_asked.connect(self.sending_asked)
        row.own_due_asked.connect(self.own_due_asked)
        row.figures_asked.connect(self.figures_asked)
        self._column.insertWidget(1 + len(self._rows), row)
        return row

    def reveal(self, key: str) -> None:
        """Bring a report into sight and give it the keyboard."""
        for row in self.rows:
            if row.report.period.key == key:
                self._area.ensureWidgetVisible(row)
                row.state_button.setFocus()
