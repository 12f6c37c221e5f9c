"""A reading of a time phrase."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeadlineKind(StrEnum):
    """How a time phrase binds a task."""

    DATE = "date"
    WINDOW = "window"
    PERIODIC = "periodic"
    CONTINUOUS = "continuous"
    CONDITIONAL = "conditional"
    REFERENCE = "reference"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One reading of a time phrase; the printed phrase itself is kept beside it, never replaced."""

    kind: DeadlineKind
    start: date | None = None
    due: date | None = None
    """The last acceptable day; None where the phrase names none: a date is never invented."""
    suggested_due: date | None = None
    """What an officer may want to set where the phrase has no end ("Từ Quý II năm 2023")."""
    occurrences: tuple[date, ...] = ()
    """For periodic phrases: the due dates within the plan year, ascending."""
    certain: bool = False
    explanation: str = ""
    """One Vietnamese sentence for the officer: how the phrase was understood, or why it was not."""


def unknown(sentence: str, suggested: date | None = None) -> Deadline:
    """Say why a phrase was not understood and what to do."""
    return Deadline(DeadlineKind.UNKNOWN, suggested_due=suggested, explanation=f"{sentence}.")
