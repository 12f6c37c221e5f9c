"""The tasks of the working year as rows to show: everything a row needs is worked out once, in the worker thread."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.agencies import Directory, Party, PartyKind
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.plans import Plan
from cchc_desktop.domain.tasks import Status, Task, missing_results, working_due
from cchc_desktop.services.task_queries import Role, TaskQuery, agency_key, means
from cchc_desktop.text import collation_key

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

SectionKey = tuple[int, str, str]
"""Plan, number and title of a section."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as the table shows it."""

    id: int
    section: SectionKey
    number: str
    content: str
    lead: str
    coordinating: str
    deadline: str
    due: date | None
    """The date the office works towards today."""
    due_is_own: bool
    status: Status | None
    """None on the first frame only, before the calendar of working days is loaded."""
    role: Role | None = None
    """The part of the own office in it."""
    missing: bool = False
    """No result yet in the running report period."""
    task: Task | None = None
    folded: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """The rows in plan order, and what the filters offer."""

    rows: tuple[TaskRow, ...] = ()
    office: Office = field(default_factory=Office)
    directory: Directory | None = None
    today: date = date.min
    year: int = 0
    plans: tuple[Plan, ...] = ()
    """All stored plans, also those of other years."""
    period: ReportPeriod | None = None
    """The running report period."""
    agencies: tuple[str, ...] = ()
    """Names in the agency cells of the rows, in dictionary order."""

    plans_shown: tuple[Plan, ...] = ()
    """The plans whose tasks are in the list."""


class AgencyMatch:
    """Answers what part an agency has in tasks; agency cells repeat, so each is looked at once."""

    def __init__(self, directory: Directory, name: str, today: date) -> None:
        self._directory = directory
        self._name = name
        self._key = agency_key(directory, name)
        self._today = today
        self._known: dict[tuple[str, int], bool] = {}

    def leads(self, task: Task) -> bool:
        """Tell whether the agency leads a task, by name or as a member of a group."""
        return self._means(task, task.lead, task.lead_parties)

    def coordinates(self, task: Task) -> bool:
        """Tell whether the agency co-ordinates in a task, by name or as a member of a group."""
        return self._means(task, task.coordinating, task.coordinating_parties)

    def role(self, task: Task) -> Role | None:
        """Return the agency's part in a task; leading comes first."""
        if self.leads(task):
            return Role.LEAD
        return Role.COORDINATING if self.coordinates(task) else None

    def _means(self, task: Task, cell: str, parties: Iterable[Party]) -> bool:
        place = (cell, task.plan_year)
        if place not in self._known:
            on = min(self._today, date(task.plan_year, 12, 31))
            self._known[place] = any(
                means(self._directory, party, self._name, self._key, on) for party in parties
            )
        return self._known[place]


def load(app: "App") -> TaskList:
    """Read the tasks of the working year and work out what each row shows; runs in the worker thread.

    While no plan of the working year is stored, the tasks of all plans are shown.
    """
    today = app.clock.now().date()
    year = app.offices.year()
    office = app.offices.get()
    tasks = app.tasks.list(TaskQuery(year=year)) or app.tasks.list()
    directory = app.agencies.directory()
    period = app.reports.current_period(today)
    missing = frozenset(task.id for task in missing_results(tasks, period)) if period else frozenset()
    own = office.agency_key or office.agency_name
    match = AgencyMatch(directory, own, today) if own else None
    texts = app.tasks.search_texts([task.id for task in tasks])
    rows = tuple(
        row_of(
            task,
            status,
            today,
            role=match.role(task) if match else None,
            missing=task.id in missing,
            folded=texts.get(task.id, ""),
        )
        for task, status in zip(tasks, app.tasks.statuses(tasks), strict=True)
    )
    plans = app.plans.all()
    return TaskList(
        rows=rows,
        office=office,
        directory=directory,
        today=today,
        year=year,
        plans=plans,
        period=period,
        agencies=agency_names(tasks),
        plans_shown=tuple(plan for plan in plans if plan.id in {task.plan_id for task in tasks}),
    )


def row_of(
    task: Task, status: Status | None, today: date, *, role: Role | None, missing: bool, folded: str
) -> TaskRow:
    """Return the row of a stored task on a day."""
    due = working_due(task, today)
    return TaskRow(
        id=task.id,
        section=(task.plan_id, task.section, task.section_title),
        number=task.number,
        content=task.content,
        lead=task.lead,
        coordinating=task.coordinating,
        deadline=task.deadline,
        due=due,
        due_is_own=task.own_due is not None and due == task.own_due,
        status=status,
        role=role,
        missing=missing,
        task=task,
        folded=folded,
    )


def agency_names(tasks: Iterable[Task]) -> tuple[str, ...]:
    """Return the bodies and groups named in agency cells, in dictionary order."""
    named = {
        party.name or party.text
        for task in tasks
        for party in (*task.lead_parties, *task.coordinating_parties)
        if party.kind in (PartyKind.AGENCY, PartyKind.GROUP, PartyKind.UNKNOWN)
    }
    return tuple(sorted(named, key=collation_key))
