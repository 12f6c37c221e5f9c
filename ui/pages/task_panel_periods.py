"""Kết quả theo kỳ: what a continuous task has to show in each report period, and results of members of a group."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.domain.periods import ReportFamily, ReportPeriod
from cchc_desktop.domain.reports import Report
from cchc_desktop.domain.tasks import Result, Task
from cchc_desktop.errors import UserError
from cchc_desktop.services.result_entry import ResultEntry, by_period
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.period_result import PeriodResultDialog
from ui.pages.task_panel_facts import heading
from ui.widgets.buttons import button
from ui.widgets.fields import written
from ui.widgets.text import Text


class PeriodsView(QWidget):
    """Lists results by period and by member; hidden for a task that has neither."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._task: Task | None = None
        self._members: tuple[str, ...] = ()
        self.title = heading("")
        self.lines = Text(wrap=True, selectable=True)
        self.add_button = button("Ghi kết quả…", self._ask, icon="plus")
        column = QVBoxLayout(self)
        theme.spaced(column, gap=theme.GRID)
        column.addWidget(self.title)
        column.addWidget(self.lines)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_task(self, task: Task) -> None:
        """Show a task's results."""
        app = self._bridge.app
        self._task = task
        if app is None:
            return
        directory = app.agencies.directory()
        on = min(app.clock.now().date(), date(task.plan_year, 12, 31))
        groups = [
            party
            for party in (*task.lead_parties, *task.coordinating_parties)
            if party.kind is PartyKind.GROUP
        ]
        named = [member.name for party in groups for member in directory.members(party.key, on)]
        self._members = tuple(dict.fromkeys(named))
        periodic = by_period(task)
        self.setVisible(periodic or bool(self._members) or bool(task.results))
        self.title.setText("Kết quả theo kỳ" if periodic else "Kết quả của cơ quan thành viên")
        try:
            periods = _with_window(app.reports.of_year(task.plan_year)) if periodic else []
        except UserError as error:
            self.lines.setText(error.message)
            return
        self.lines.setText(results_text(task.results, periods))
        self.add_button.setEnabled(not self._bridge.read_only)

    def _ask(self) -> None:
        app, task = self._bridge.app, self._task
        if app is None or task is None:
            return

        def save(entry: ResultEntry) -> bool:
            recorded = app.tasks.record(task.id, entry)
            return self._bridge.run(lambda: recorded, say="Đã ghi kết quả.") is not None

        today = app.clock.now().date()
        PeriodResultDialog(self._members, today, save, self.window(), whole=by_period(task)).open()


def results_text(results: Sequence[Result], periods: Sequence[ReportPeriod]) -> str:
    """Return results as lines: under each report period, or as they are for a task without periods."""
    if not periods:
        return "\n".join(_result_words(result) for result in results) or "Chưa có kết quả nào."
    lines = []
    for period in periods:
        inside = [
            result
            for result in results
            if result.completed_on is not None and period.window_start <= result.completed_on <= period.cutoff
        ]
        said = "; ".join(_result_words(result) for result in inside) or "chưa có kết quả"
        lines.append(f"{_short_name(period)}: {said}")
    return "\n".join(lines)


def _result_words(result: Result) -> str:
    parts = [written(result.completed_on), result.document, written(result.document_date), result.note]
    said = ", ".join(part for part in parts if part)
    return f"{result.agency} – {said}" if result.agency else said


def _short_name(period: ReportPeriod) -> str:
    """Return a period's name without the words every report shares."""
    return period.name.replace("Báo cáo CCHC ", "").replace("Báo cáo cải cách hành chính ", "")


def _with_window(reports: Sequence[Report]) -> list[ReportPeriod]:
    """Return the periods that come by themselves and take figures: a letter that asks once has none of its own."""
    return [
        report.period
        for report in reports
        if report.period.has_window and report.period.family is ReportFamily.PERIODIC
    ]
