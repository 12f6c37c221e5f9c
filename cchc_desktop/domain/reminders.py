"""What is to be reminded of at a moment: a pure function of subjects, rules, ledger and time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cchc_desktop.domain.workdays import WorkCalendar


class SubjectKind(StrEnum):
    """What a reminder is about."""

    REPORT = "report"
    TASK = "task"
    REVIEW = "review"
    """Undated tasks of a report period that have no result yet."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something open with a date; closed things are simply not passed in."""

    kind: SubjectKind
    key: str
    """Report key (``2026-Q1``), task uid, or report key of the period under review."""
    title: str
    """Name of the report, printed content of the task, or name of the period."""
    due: date
    """Report: the office's own due date. Task: the working due date. Review: the cut-off."""
    window_start: date | None = None
    cutoff: date | None = None
    recipient: str = ""
    """Report: whom it is sent to ("Sở Nội vụ"); part of the text."""
    state_text: str = ""
    """Report: its state in Vietnamese ("Dự thảo")."""
    done: int = 0
    total: int = 0
    """Report and review: tasks with a result, and all tasks of the office."""
    overdue_tasks: int = 0
    missing_results: int = 0


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder that is due."""

    key: str
    """``kind:subject key:rule:due date``; the ledger has it once."""
    subject: Subject
    rule: str
    """START, CUTOFF, T-15, T-7, T-3, T-1, T-0, or O+n (n working days overdue)."""
    remind_on: date
    title: str
    text: str
    superseded: tuple[str, ...] = ()
    """Keys of earlier rungs of the same subject that fell due unseen; written to the ledger with this one."""


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """The ladder an office uses; working days before the due date."""

    ladder: tuple[int, ...] = (15, 7, 3, 1, 0)
    review_before_cutoff: int = 7
    day_starts_hour: int = 8
    day_starts_minute: int = 30
    """Nothing is due earlier in the day than this, unless the pass runs at program start."""


def due_reminders(
    subjects: Iterable[Subject],
    rules: ReminderRules,
    ledger: Collection[str],
    now: datetime,
    calendar: WorkCalendar,
) -> tuple[Reminder, ...]:
    """Return what is due at a moment and not in the ledger: at most one per subject, most serious first."""
    raise NotImplementedError


def next_due(
    subjects: Iterable[Subject],
    rules: ReminderRules,
    ledger: Collection[str],
    now: datetime,
    calendar: WorkCalendar,
) -> datetime | None:
    """Return the next moment at which something becomes due, to arm a timer; None when nothing is ahead."""
    raise NotImplementedError
