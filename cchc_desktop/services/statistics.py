"""Figures: the official four cells as of a day, by field and by agency, and the overview of today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from cchc_desktop.clock import at
from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import (
    FourCells,
    Progress,
    Status,
    Task,
    completion_day,
    four_cells,
    missing_results,
    working_due,
)
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import TaskQuery
from cchc_desktop.services.tasks import Tasks
from cchc_desktop.storage.history import values_at
from cchc_desktop.storage.plans import plans

_URGENCY = (Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON)
_FACTS = ("progress", "completed_on", "document_date", "own_due")
_DONE = (Status.COMPLETED_ON_TIME, Status.COMPLETED_LATE)


@dataclass(frozen=True, slots=True)
class FieldProgress:
    """How far one field (lĩnh vực) is."""

    section: str
    title: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What an officer wants to know first in the morning."""

    day: date
    next_report: Report | None
    workdays_to_cutoff: int
    workdays_to_due: int
    overdue: int
    due_today: int
    due_soon: int
    missing_results: int
    """Undated tasks without a result in the running report period."""
    undated: int
    todo: tuple[Task, ...]
    """Most serious first: overdue, today, soon, undated without result."""
    fields: tuple[FieldProgress, ...]


class Statistics:
    """Computes figures; stores nothing."""

    def __init__(self, store: Store, tasks: Tasks, reports: Reports, calendars: Calendars) -> None:
        self._store = store
        self._tasks = tasks
        self._reports = reports
        self._calendars = calendars

    def cells(self, plan_id: int | None = None, as_of: date | None = None, agency: str = "") -> FourCells:
        """Count tasks into the four cells as they stood on a day; today when none is given."""
        day = as_of or self._store.today()
        return four_cells(self.as_of(self._tasks.list(TaskQuery(plan_id=plan_id, agency=agency)), day), day)

    def by_field(
        self, plan_id: int | None = None, as_of: date | None = None
    ) -> tuple[tuple[str, FourCells], ...]:
        """Count the four cells for each field, in plan order."""
        day = as_of or self._store.today()
        tasks = self.as_of(self._tasks.list(TaskQuery(plan_id=plan_id)), day)
        return _counted(((field_name(task), task) for task in tasks), day)

    def by_agency(
        self, plan_id: int | None = None, as_of: date | None = None
    ) -> tuple[tuple[str, FourCells], ...]:
        """Count the four cells for each leading body or group as named; a task with several leads counts for each."""
        day = as_of or self._store.today()
        tasks = self.as_of(self._tasks.list(TaskQuery(plan_id=plan_id)), day)
        return _counted(((name, task) for task in tasks for name in lead_names(task)), day)

    def as_of(self, tasks: tuple[Task, ...], day: date) -> tuple[Task, ...]:
        """Put back what was changed after a day; completion is judged by its own date."""
        if day == date.max:
            return tasks
        evening = at(day + timedelta(days=1), 0) - timedelta(microseconds=1)
        with self._store.reading() as session:
            values = values_at(session, evening, _FACTS)
        return tuple(_with_facts_of(task, values.get(task.id, {}), day) for task in tasks)

    def overview(self) -> Overview:
        """Return the figures of the first page for the own office."""
        today = self._store.today()
        year = self._reports.working_year()
        tasks = self._tasks.own(TaskQuery(year=self._plan_year(year)))
        statuses = dict(zip((task.id for task in tasks), self._tasks.statuses(tasks), strict=True))
        report = self._next_report(today)
        period = self._reports.current_period(today)
        missing = tuple(missing_results(tasks, period)) if period else ()
        calendar = self._calendars.work_calendar()
        count = list(statuses.values()).count
        return Overview(
            day=today,
            next_report=report,
            workdays_to_cutoff=calendar.between(today, report.period.cutoff) if report else 0,
            workdays_to_due=calendar.between(today, report.period.own_due) if report else 0,
            overdue=count(Status.OVERDUE),
            due_today=count(Status.DUE_TODAY),
            due_soon=count(Status.DUE_SOON),
            missing_results=len(missing),
            undated=count(Status.NO_DEADLINE),
            todo=_todo(tasks, statuses, missing, today),
            fields=_field_progress(tasks, statuses),
        )

    def _plan_year(self, year: int) -> int | None:
        """Return the working year if a plan of it is stored; else every plan counts."""
        with self._store.reading() as session:
            years = {plan.year for plan in plans(session)}
        return year if year in years else None

    def _next_report(self, today: date) -> Report | None:
        waiting = [
            report
            for report in (*self._reports.of_year(today.year), *self._reports.of_year(today.year + 1))
            if report.state is not ReportState.SENT and report.period.ministry_due >= today
        ]
        return min(waiting, key=lambda report: report.period.own_due, default=None)


def _with_facts_of(task: Task, values: dict[str, Any], day: date) -> Task:
    """Return a task with the own date and the progress it had at the end of a day.

    A completion entered later but dated on or before the day stands: the officer only wrote it down late. Of a
    completion that was taken back since, the dates of that time count.
    """
    if "own_due" in values:
        task = replace(task, own_due=values["own_due"])
    finished = completion_day(task)
    if "progress" not in values or (finished is not None and finished <= day):
        return task
    progress = Progress(values["progress"])
    if progress is Progress.COMPLETED and task.progress is not Progress.COMPLETED:
        completed_on = values.get("completed_on", task.completed_on)
        document_date = values.get("document_date", task.document_date)
        task = replace(task, completed_on=completed_on, document_date=document_date)
    return replace(task, progress=progress)


def field_name(task: Task) -> str:
    """Name the field of a task as the plan numbers it."""
    return f"{task.section}. {task.section_title}" if task.section else task.section_title


def lead_names(task: Task) -> tuple[str, ...]:
    """Name the leading bodies and groups of a task; a sentence where the plan names none."""
    names = [
        party.name or party.text
        for party in task.lead_parties
        if party.kind in (PartyKind.AGENCY, PartyKind.GROUP, PartyKind.UNKNOWN)
    ]
    return tuple(dict.fromkeys(names)) or ("Không nêu tên cơ quan",)


def _counted(named: Iterable[tuple[str, Task]], day: date) -> tuple[tuple[str, FourCells], ...]:
    by_name: dict[str, list[Task]] = {}
    for name, task in named:
        by_name.setdefault(name, []).append(task)
    return tuple((name, four_cells(tasks, day)) for name, tasks in by_name.items())


def _todo(
    tasks: Iterable[Task], statuses: dict[int, Status], missing: tuple[Task, ...], today: date
) -> tuple[Task, ...]:
    urgent = [task for task in tasks if statuses[task.id] in _URGENCY]
    urgent.sort(key=lambda task: (_URGENCY.index(statuses[task.id]), working_due(task, today) or date.max))
    shown = {task.id for task in urgent}
    return (*urgent, *(task for task in missing if task.id not in shown))


def _field_progress(tasks: Iterable[Task], statuses: dict[int, Status]) -> tuple[FieldProgress, ...]:
    fields: dict[tuple[str, str], list[Status]] = {}
    for task in tasks:
        fields.setdefault((task.section, task.section_title), []).append(statuses[task.id])
    return tuple(
        FieldProgress(section, title, sum(status in _DONE for status in inside), len(inside))
        for (section, title), inside in fields.items()
    )
