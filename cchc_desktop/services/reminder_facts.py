"""What a reminder pass goes by: the own subjects, the rules and the working days, read again only after a change."""

from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.reminders import ReminderRules, Subject
from cchc_desktop.domain.tasks import Task
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.reminder_subjects import (
    follows_everything,
    report_subjects,
    review_subjects,
    task_subjects,
)
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import TaskQuery
from cchc_desktop.services.tasks import Tasks
from cchc_desktop.storage import reminder_log
from cchc_desktop.storage.data_watch import DataWatch


@dataclass(frozen=True, slots=True)
class Facts:
    """What one day's passes go by."""

    day: date
    version: tuple[int, int] | None
    """Version of the data they were read from; None when it is not known: then they count once."""
    subjects: tuple[Subject, ...]
    rules: ReminderRules
    calendar: WorkCalendar


class ReminderFacts:
    """Keeps the facts of the day until somebody changes the data."""

    def __init__(
        self, store: Store, tasks: Tasks, reports: Reports, calendars: Calendars, offices: Offices
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._reports = reports
        self._calendars = calendars
        self._offices = offices
        self._kept: Facts | None = None
        self.watch = DataWatch(store.engine)

    def of(self, day: date) -> Facts:
        """Return the facts of a day as the data are now.

        The version is taken before the reading: what is written meanwhile makes them old, never falsely new.
        """
        version = self.watch.version()
        kept = self._kept
        if kept is None or version is None or (kept.version, kept.day) != (version, day):
            kept = self._kept = self._read(day, version)
        return kept

    def still_hold(self, facts: Facts) -> bool:
        """Tell whether nobody wrote since the facts were read; ask it while holding the write lock."""
        return facts.version is not None and facts.version == self.watch.version()

    def outlive(self, facts: Facts, commits: int) -> Facts:
        """Return the facts as they stand after a commit of the ledger alone, which changes none of them.

        ``commits`` is the count of commits before it, taken while holding the write lock. Where somebody else has
        written since, the facts stay as old as they are.
        """
        version = self.watch.version()
        if self.watch.commits != commits + 1 or version is None:
            return facts
        self._kept = Facts(facts.day, version, facts.subjects, facts.rules, facts.calendar)
        return self._kept

    def _read(self, day: date, version: tuple[int, int] | None) -> Facts:
        office = self._offices.get()
        return Facts(day, version, self._subjects(office, day), _rules(office), self.calendar())

    def rules(self) -> ReminderRules:
        """Return how the office wants to be reminded."""
        return _rules(self._offices.get())

    def calendar(self) -> WorkCalendar:
        """Return the working days of the office."""
        return self._calendars.work_calendar()

    def _subjects(self, office: Office, today: date) -> tuple[Subject, ...]:
        reports = [
            report
            for year in (today.year - 1, today.year, today.year + 1)
            for report in self._reports.of_year(year)
        ]
        tasks = self._followed(office)
        statuses = dict(zip((task.id for task in tasks), self._tasks.statuses(tasks), strict=True))
        with self._store.reading() as session:
            seen = reminder_log.subjects_seen(session)
        of_year = [task for task in tasks if task.plan_year == today.year] or list(tasks)
        return (
            *report_subjects(reports, of_year, statuses, office, today, seen),
            *task_subjects(tasks, statuses, today),
            *review_subjects(reports, of_year, today),
        )

    def _followed(self, office: Office) -> tuple[Task, ...]:
        if follows_everything(office):
            return self._tasks.list()
        return self._tasks.list(TaskQuery(agency=office.agency_key or office.agency_name))


def _rules(office: Office) -> ReminderRules:
    return ReminderRules(
        ladder=office.ladder, day_starts_hour=office.remind_hour, day_starts_minute=office.remind_minute
    )
