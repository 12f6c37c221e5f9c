"""What can be reminded of, and the ladder an office reminds by."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """Nothing is raised before this day."""
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
class ReminderRules:
    """The ladder an office uses; working days before the due date."""

    ladder: tuple[int, ...] = (15, 7, 3, 1, 0)
    review_before_cutoff: int = 7
    day_starts_hour: int = 8
    day_starts_minute: int = 30
    """Nothing is due earlier in the day than this."""
    overdue_limit_days: int = 365
    """Calendar days after the due date from which a subject is left to the lists and raises nothing more."""
