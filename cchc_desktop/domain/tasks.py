"""A task, its results, and its status as of a day; the official four cells."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.occurrences import NOTHING_DUE, Coverage, coverage
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.workdays import WorkCalendar


class Progress(StrEnum):
    """What the officer says of a task; independent of dates."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    AWAITING = "awaiting"
    COMPLETED = "completed"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class Status(StrEnum):
    """The label of a task on a day, derived from progress, completion date and due date."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    COMPLETED_ON_TIME = "completed_on_time"
    COMPLETED_LATE = "completed_late"
    CONTINUOUS = "continuous"
    NO_DEADLINE = "no_deadline"
    PAUSED = "paused"
    CANCELLED = "cancelled"


_COMPLETED = (Status.COMPLETED_ON_TIME, Status.COMPLETED_LATE)


@dataclass(frozen=True, slots=True)
class Result:
    """One result entered for a task: for the task as a whole, or for one member of a group that leads it."""

    completed_on: date | None
    document: str = ""
    """Number and symbol of the document that proves it (số, ký hiệu)."""
    document_date: date | None = None
    note: str = ""
    agency: str = ""
    """Name of the member agency; empty for the task as a whole."""


@dataclass(frozen=True, slots=True)
class Task:
    """A stored task: printed texts, their readings, and the facts the officer entered."""

    id: int
    uid: str
    plan_id: int
    plan_year: int
    position: int
    section: str
    section_title: str
    number: str
    content: str
    lead: str
    coordinating: str
    issuing_level: str
    product: str
    budget: str
    note: str
    deadline: str
    lead_parties: tuple[Party, ...]
    coordinating_parties: tuple[Party, ...]
    reading: Deadline
    reading_by_user: bool
    own_due: date | None
    """Hạn nội bộ: a date the office sets for itself; never printed in place of the plan's phrase."""
    progress: Progress
    completed_on: date | None
    document: str
    document_date: date | None
    result_note: str
    results: tuple[Result, ...]
    """Dated results, ascending: of periods (continuous and periodic tasks) and of member agencies."""
    gone: bool
    """True when a newer import of the same document no longer has this row."""
    version: int
    """Counts changes; a form compares it before saving."""


@dataclass(frozen=True, slots=True)
class FourCells:
    """The official four cells on a day, and what stands outside them; the parts add up to the total."""

    total: int = 0
    completed_on_time: int = 0
    completed_late: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    continuous: int = 0
    undated: int = 0
    stopped: int = 0
    """Paused or cancelled."""


def official_due(task: Task, day: date) -> date | None:
    """Return the due date that official figures judge by on a day: the plan's, else the office's own.

    For a periodic task the plan's date is the occurrence in force on the day (see ``occurrences.coverage``).
    """
    planned = _planned_due(task, day)
    return planned if planned is not None else task.own_due


def working_due(task: Task, day: date) -> date | None:
    """Return the date the office works towards on a day: the earlier of the plan's and its own.

    The own date of a periodic task is spent once the occurrence it was set for is covered.
    """
    planned, own = _planned_due(task, day), task.own_due
    if planned is None or own is None:
        return planned if own is None else own
    covered = _coverage(task, day).covered
    return planned if covered is not None and own <= covered else min(planned, own)


def closed_status(task: Task, day: date) -> Status | None:
    """Return how a task had ended on a day: stopped, completed on time or late; None while it was open.

    A completion that is dated later does not count yet. A completed task without any date counts as completed on
    time only if it has no due date: nothing proves that the date was kept.
    """
    if task.progress is Progress.PAUSED:
        return Status.PAUSED
    if task.progress is Progress.CANCELLED:
        return Status.CANCELLED
    coverage = _coverage(task, day)
    if coverage.complete:
        return _completed(on_time=not coverage.late)
    if task.progress is not Progress.COMPLETED:
        return None
    finished = completion_day(task)
    if finished is None:
        return _completed(on_time=official_due(task, day) is None)
    if finished > day:
        return None
    due = official_due(task, finished)
    return _completed(on_time=due is None or finished <= due)


def completion_day(task: Task) -> date | None:
    """Return the day a completed task was finished: the day entered, else the date of the document that proves it."""
    if task.progress is not Progress.COMPLETED:
        return None
    return task.completed_on or task.document_date


def status_on(task: Task, day: date, calendar: WorkCalendar, soon: int = 15) -> Status:
    """Derive the label of a task on a day; ``soon`` is counted in working days.

    A due date includes the whole day, and days off never move it.
    """
    closed = closed_status(task, day)
    if closed is not None:
        return closed
    due = working_due(task, day)
    if due is None:
        return Status.CONTINUOUS if _runs_on(task) else Status.NO_DEADLINE
    if due <= day:
        return Status.OVERDUE if due < day else Status.DUE_TODAY
    if calendar.between(day, due) <= soon:
        return Status.DUE_SOON
    begun = task.progress in (Progress.IN_PROGRESS, Progress.AWAITING)
    return Status.IN_PROGRESS if begun or _coverage(task, day).covered else Status.NOT_STARTED


def four_cells(tasks: Iterable[Task], day: date) -> FourCells:
    """Count tasks into the official cells as they stood on a day (cells of report 1270/BC-TCTTTg)."""
    count = Counter(cell_of(task, day) for task in tasks)
    return FourCells(total=count.total(), **count)


def has_result_in(task: Task, start: date, end: date) -> bool:
    """Tell whether a result of the task, of one of its members, or its completion is dated within two days, both included."""
    days = [completion_day(task), *(result_day(result) for result in task.results)]
    return any(day is not None and start <= day <= end for day in days)


def result_day(result: Result) -> date | None:
    """Return the day of a result: the day entered, else the date of the document that proves it.

    >>> result_day(Result(None, document="32/BC-SNV", document_date=date(2026, 6, 15))).isoformat()
    '2026-06-15'
    """
    return result.completed_on or result.document_date


def missing_results(tasks: Iterable[Task], period: ReportPeriod) -> tuple[Task, ...]:
    """Return the tasks that have to show something in a report period and have no result in its data window.

    These are the tasks to which the plan gives no date, whatever date the office set for itself: still open at the
    cut-off, and not such that begin only after it.
    """
    return tuple(
        task
        for task in tasks
        if _planned_due(task, period.cutoff) is None
        and closed_status(task, period.cutoff) is None
        and (task.reading.start is None or task.reading.start <= period.cutoff)
        and not has_result_in(task, period.window_start, period.cutoff)
    )


def _planned_due(task: Task, day: date) -> date | None:
    coverage = _coverage(task, day)
    return task.reading.due if coverage.last is None else coverage.due or coverage.last


def _coverage(task: Task, day: date) -> Coverage:
    """Match the occurrences of a periodic task with its own results up to a day; results of members do not count."""
    if not task.reading.occurrences:
        return NOTHING_DUE
    days = (result_day(result) for result in task.results if not result.agency)
    return coverage(task.reading.occurrences, (each for each in days if each is not None and each <= day))


def _runs_on(task: Task) -> bool:
    return task.reading.kind in (DeadlineKind.CONTINUOUS, DeadlineKind.PERIODIC)


def _completed(*, on_time: bool) -> Status:
    return Status.COMPLETED_ON_TIME if on_time else Status.COMPLETED_LATE


def cell_of(task: Task, day: date) -> str:
    """Return the cell a task stood in on a day: the name of a field of ``FourCells``."""
    closed = closed_status(task, day)
    if closed is not None:
        return closed.value if closed in _COMPLETED else "stopped"
    due = official_due(task, day)
    if due is not None:
        return "open_overdue" if due < day else "open_in_time"
    return "continuous" if _runs_on(task) else "undated"
