"""The office's dates as a calendar file for Outlook or a telephone: reports, and the tasks it has to see to."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from cchc_desktop.clock import at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import ReportFamily
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import Progress, Task, working_due
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import TaskQuery
from cchc_desktop.services.tasks import Tasks
from cchc_desktop.text import fold
from cchc_desktop.words import RECIPIENTS
from cchc_desktop.writing.ics import DayEvent, calendar_file

_STOPPED = frozenset({Progress.COMPLETED, Progress.PAUSED, Progress.CANCELLED})


class Agenda:
    """Makes calendar files; stores nothing."""

    def __init__(
        self, store: Store, tasks: Tasks, reports: Reports, calendars: Calendars, offices: Offices
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._reports = reports
        self._calendars = calendars
        self._offices = offices

    def events(self, year: int) -> tuple[DayEvent, ...]:
        """Return what falls on which day of a report year, ascending; what is done rings no more."""
        office = self._offices.get()
        calendar = self._calendars.work_calendar()
        today = self._store.today()
        made = [
            *(
                event
                for report in self._reports.of_year(year)
                for event in _of_report(report, office, calendar)
            ),
            *_of_tasks(self._tasks.own(TaskQuery(year=year)), office, calendar, today),
        ]
        return tuple(sorted(made, key=lambda event: (event.day, event.key)))

    def export(self, path: Path, year: int) -> int:
        """Write the dates of a year to a calendar file; return how many. Raises FileProblem."""
        from cchc_desktop.writing.files import replacing

        events = self.events(year)
        office = self._offices.get()
        data = calendar_file(
            events,
            name=f"CCHC {year}" + (f" – {office.agency_name}" if office.agency_name else ""),
            owner=re.sub(r"[^a-z0-9]+", "-", fold(office.agency_key or office.agency_name)).strip("-")
            or "office",
            stamp=self._store.clock.now(),
        )
        with replacing(path) as stream:
            stream.write(data)
        return len(events)


def _of_report(report: Report, office: Office, calendar: WorkCalendar) -> Iterator[DayEvent]:
    period, sent = report.period, report.state is ReportState.SENT
    for name, day, title, text in _days_of(report, office, calendar):
        rings = name != "ministry" and not sent
        yield DayEvent(
            key=f"report-{period.key}-{name}",
            day=day,
            title=title + (" (đã gửi)" if sent else ""),
            text=text,
            alarms=_alarms(day, office, calendar) if rings else (),
            version=report.version,
        )


def _days_of(report: Report, office: Office, calendar: WorkCalendar) -> Iterator[tuple[str, date, str, str]]:
    """Yield name, day, title and text of each day of a report; not each has a cut-off or goes to the ministry."""
    period = report.period
    window = ""
    if period.has_window:
        window = f"Kỳ lấy số liệu: {period.window_start:%d/%m/%Y} – {period.cutoff:%d/%m/%Y}."
        yield "cutoff", period.cutoff, f"Chốt số liệu {period.name}", window
    what = "Hạn" if period.family is ReportFamily.PLAN else "Hạn gửi"
    time = f" (trước {period.due_time:%H:%M})" if period.due_time else ""
    recipient = "" if period.family is ReportFamily.PLAN else f"Gửi {_recipient(report, office)}."
    parts = (recipient, window, _day_off_note(period.own_due, calendar))
    text = " ".join(part for part in parts if part)
    yield "due", period.own_due, f"{what} {period.name}{time}", text
    if period.goes_to_ministry:
        yield "ministry", period.ministry_due, f"Hạn gửi Bộ Nội vụ: {period.name}", period.basis


def _recipient(report: Report, office: Office) -> str:
    return report.requested_by or RECIPIENTS[office.role]


def _of_tasks(
    tasks: Iterable[Task], office: Office, calendar: WorkCalendar, today: date
) -> Iterator[DayEvent]:
    for task in tasks:
        due = working_due(task, today)
        if due is None or task.progress in _STOPPED:
            continue
        place = f"{task.section}.{task.number}" if task.section and task.number else task.number
        yield DayEvent(
            key=f"task-{task.uid}",
            day=due,
            title=f"Hạn: {f'{place} ' if place else ''}{task.content}",
            text=f"Chủ trì: {task.lead}. Thời gian thực hiện: {task.deadline}. {_day_off_note(due, calendar)}".strip(),
            alarms=_alarms(due, office, calendar),
            version=task.version,
        )


def _alarms(due: date, office: Office, calendar: WorkCalendar) -> tuple[datetime, ...]:
    """Return the moments of the office's ladder: working days before the last working day on or before the due date."""
    days = sorted({calendar.before(due, steps) for steps in office.ladder})
    return tuple(at(day, office.remind_hour, office.remind_minute) for day in days)


def _day_off_note(day: date, calendar: WorkCalendar) -> str:
    if calendar.is_working(day):
        return ""
    return f"Hạn rơi vào ngày nghỉ; nên xong trước {calendar.on_or_before(day):%d/%m/%Y}."
