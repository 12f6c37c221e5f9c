"""A task, its results, and its status as of a day; the official four cells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.agencies import Party
from cchc_desktop.domain.deadlines import Deadline
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
    """Return the due date that official figures judge by on a day: the plan's, else the office's own."""
    raise NotImplementedError


def working_due(task: Task, day: date) -> date | None:
    """Return the date the office works towards on a day: the earlier of the plan's and its own."""
    raise NotImplementedError


def status_on(task: Task, day: date, calendar: WorkCalendar, soon: int = 15) -> Status:
    """Derive the label of a task on a day; ``soon`` is counted in working days."""
    raise NotImplementedError


def four_cells(tasks: Iterable[Task], day: date) -> FourCells:
    """Count tasks into the official cells as they stood on a day."""
    raise NotImplementedError
