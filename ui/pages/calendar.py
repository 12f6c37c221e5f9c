"""Lịch và kỳ báo cáo: month, report periods of the year, days off."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.task_queries import TaskQuery
from cchc_desktop.words import REPORT_STATE_WORDS
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.submit_report import OwnDueDialog, SubmitReportDialog
from ui.models.calendar_marks import marks_of
from ui.pages.calendar_day_operations import DayOffOperations
from ui.pages.calendar_holidays import HolidayView
from ui.pages.calendar_month import MonthView
from ui.pages.calendar_year import YearView
from ui.prompts import ask_save_file, tell
from ui.widgets.buttons import button
from ui.widgets.day_words import first_of_month
from ui.widgets.latest import Latest
from ui.widgets.page_header import PageHeader
from ui.widgets.tabbed_pages import TabbedPages

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

MONTH, YEAR, HOLIDAYS = range(3)
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


class CalendarPage(QWidget):
    """Three tabs: Tháng, Năm và kỳ báo cáo, Lịch nghỉ."""

    title = "Lịch và kỳ báo cáo"
    navigate = Signal(str, object)
    loaded = Signal()
    """The tasks asked for last stand in the calendar."""

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        today = self._today()
        self._month = first_of_month(today)
        self._year = app.offices.year()
        self._holiday_year = today.year
        self._tasks: tuple[Task, ...] = ()
        self._question = Latest(self, bridge, self._own_tasks, self._show_tasks)
        self._reports: dict[int, tuple[Report, ...]] = {}
        self.ics_button = button("Xuất lịch (.ics)…", self._ask_ics, tip="Cho Outlook hoặc điện thoại")
        self.header = PageHeader(self.title, [self.ics_button])
        self.month = MonthView(today)
        self.year = YearView()
        self.holidays = HolidayView()
        self.tabs = TabbedPages("Cách xem lịch")
        self.tabs.add_page(self.month, "Tháng")
        self.tabs.add_page(self.year, "Năm và kỳ báo cáo")
        self.tabs.add_page(self.holidays, "Lịch nghỉ")
        column = QVBoxLayout(self)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        column.addWidget(self.header)
        column.addWidget(self.tabs, 1)
        self.days_off = DayOffOperations(app, bridge, self)
        self._connect()

    def _connect(self) -> None:
        self.month.month_wanted.connect(self.show_month)
        self.month.today_wanted.connect(lambda: self.show_day(self._today()))
        self.month.day.task_opened.connect(lambda task: self.navigate.emit("tasks", {"task": task}))
        self.month.day.report_opened.connect(self.show_report)
        self.month.grid.day_opened.connect(self._open_day)
        self.year.year_wanted.connect(self._step_year)
        self.year.state_chosen.connect(self._set_state)
        self.year.sending_asked.connect(self.ask_sending)
        self.year.own_due_asked.connect(self.ask_own_due)
        self.year.figures_asked.connect(self.show_figures)
        self.holidays.year_wanted.connect(self._step_holidays)
        self.holidays.asked.connect(lambda key: self.days_off.ask(key, self._holiday_year))
        self.holidays.edit_asked.connect(self.days_off.edit)
        self.holidays.removal_asked.connect(self.days_off.take_back)

    def _today(self) -> date:
        return self._app.clock.now().date()

    def refresh(self, changes: Changes | None = None) -> None:
        """Read everything again, unless only reminders changed: none of them shows here."""
        if changes is not None and changes.kinds <= {Kind.REMINDERS}:
            return
        self._reports.clear()
        self._question.ask()
        self._fill_month()
        self._fill_year()
        self._fill_holidays()

    def _show_tasks(self, tasks: tuple[Task, ...]) -> None:
        self._tasks = tasks
        self._fill_month()
        self.loaded.emit()

    def show_month(self, first: date) -> None:
        """Show the month of a day."""
        if _FIRST_YEAR <= first.year <= _LAST_YEAR:
            self._month = first_of_month(first)
            self._fill_month()

    def show_day(self, day: date) -> None:
        """Show the month of a day and pick the day."""
        self.tabs.show_page(MONTH)
        self.show_month(day)
        self.month.pick(day)

    def show_report(self, key: str) -> None:
        """Show a report in the year it belongs to."""
        report = self._bridge.run(lambda: self._app.reports.get(key))
        if report is None:
            return
        self._year = report.period.year
        self._fill_year()
        self.tabs.show_page(YEAR)
        self.year.reveal(report.period.key)

    def show_filter(self, wanted: dict[str, object] | None) -> None:
        """Show what another page asked for: {"day": date} or {"report": key}."""
        day, key = (wanted or {}).get("day"), (wanted or {}).get("report")
        if isinstance(day, date):
            self.show_day(day)
        elif isinstance(key, str):
            self.show_report(key)

    def _fill_month(self) -> None:
        reports = self._reports_around(self._month.year)
        calendar = self._app.calendar.work_calendar()
        self.month.fill(self._month, marks_of(reports, self._tasks), calendar, self._today())

    def _reports_around(self, year: int) -> tuple[Report, ...]:
        years = (each for each in (year - 1, year, year + 1) if _FIRST_YEAR <= each <= _LAST_YEAR)
        return tuple(report for each in years for report in self._of_year(each))

    def _of_year(self, year: int) -> tuple[Report, ...]:
        """Return the reports of a year, read once until something changes: turning pages must be instant."""
        if year not in self._reports:
            self._reports[year] = self._app.reports.of_year(year)
        return self._reports[year]

    def _own_tasks(self) -> tuple[Task, ...]:
        try:
            return self._app.tasks.own(TaskQuery())
        except NotFound:  # the office is named by something the directory cannot search for
            return self._app.tasks.list()

    def _fill_year(self) -> None:
        reports = self._of_year(self._year)
        self.year.fill(self._year, reports, self._app.calendar.work_calendar(), self._today())

    def _fill_holidays(self) -> None:
        self.holidays.set_writable(writable=not self._bridge.read_only)
        self.holidays.fill(self._holiday_year, self._app.calendar.special_days(self._holiday_year))

    def _ask_ics(self) -> None:
        year = self._app.offices.year()
        ask_save_file(
            self,
            f"Xuất các hạn năm {year} ra lịch",
            Path.home() / f"Lich_CCHC_{year}.ics",
            "Tệp lịch (*.ics)",
            lambda path: self.write_ics(path, year),
        )

    def write_ics(self, path: Path, year: int) -> None:
        """Write the dates of a year to a calendar file."""
        count = self._bridge.run(lambda: self._app.agenda.export(path, year))
        if count is not None:
            said = f"Đã xuất {count} mốc hạn vào “{path.name}”. Mở tệp bằng Outlook hoặc gửi sang điện thoại để thêm vào lịch."
            tell(self, said)

    def _step_year(self, steps: int) -> None:
        wanted = self._year + steps if steps else self._app.offices.year()
        self._year = min(max(wanted, _FIRST_YEAR), _LAST_YEAR)
        self._fill_year()

    def _step_holidays(self, steps: int) -> None:
        self._holiday_year = min(max(self._holiday_year + steps, _FIRST_YEAR), _LAST_YEAR)
        self._fill_holidays()

    def _open_day(self, day: date) -> None:
        marks = self.month.grid.month_model.marks(day)
        tasks = [mark.task_id for mark in marks if mark.task_id]
        if len(tasks) == 1:
            self.navigate.emit("tasks", {"task": tasks[0]})
        elif tasks:
            self.navigate.emit("tasks", {"tasks": tasks})
        elif marks:
            self.show_report(marks[0].report_key)

    def _set_state(self, key: str, state: ReportState) -> None:
        self._bridge.run(
            lambda: self._app.reports.set_state(key, state),
            say=f"Đã chuyển báo cáo sang “{REPORT_STATE_WORDS[state]}”.",
        )

    def show_figures(self, key: str) -> None:
        """Count for a report in the worker thread, and show the figures."""
        from ui.dialogs.report_figures import ReportFiguresDialog

        self._bridge.run_later(
            lambda _job: (self._app.figures.of_report(key), self._app.frozen_figures.of_report(key)),
            lambda found: ReportFiguresDialog(*found, self._bridge, self).open(),
        )

    def ask_sending(self, key: str) -> SubmitReportDialog:
        """Ask for number and date of the report that was sent."""
        dialog = SubmitReportDialog(self._app, self._bridge, self._app.reports.get(key), self)
        dialog.open()
        return dialog

    def ask_own_due(self, key: str) -> OwnDueDialog:
        """Ask for another due date of the own office."""
        dialog = OwnDueDialog(self._app, self._bridge, self._app.reports.get(key), self)
        dialog.open()
        return dialog
