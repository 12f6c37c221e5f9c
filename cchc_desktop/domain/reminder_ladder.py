"""On which days a subject is reminded of: the rungs up to its due date, and one each working day after it.

A rung whose own day is a day off moves back to the working day before: never forward, never away. The due date itself
is not moved; where it is a day off, rungs count back from the last working day before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.reminder_subjects import ReminderRules, Subject, SubjectKind
from cchc_desktop.domain.workdays import WorkCalendar

START = "START"
CUTOFF = "CUTOFF"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder and the working day it belongs to."""

    day: date
    rule: str
    count: int = 0
    """Working days before or after the due date; 0 also for the opening and the cut-off."""


def key_of(subject: Subject, rule: str) -> str:
    """Return the key of a rung in the ledger; the due date in it makes a moved deadline ring again.

    >>> key_of(Subject(SubjectKind.REPORT, "2026-Q1", "Báo cáo CCHC Quý I năm 2026", date(2026, 3, 16)), "T-3")
    'report:2026-Q1:T-3:2026-03-16'
    """
    return f"{subject.kind}:{subject.key}:{rule}:{subject.due.isoformat()}"


def rungs_before(subject: Subject, rules: ReminderRules, calendar: WorkCalendar) -> tuple[Rung, ...]:
    """Return the rungs up to the due date in the order they fall due.

    Rungs that would lie before the window opens wait for it. Where several share a day, the opening and the cut-off
    come before the steps, and the nearer step comes last.

    >>> report = Subject(SubjectKind.REPORT, "2026-Y", "Báo cáo CCHC năm 2026", date(2026, 12, 16))
    >>> [f"{rung.rule} {rung.day:%d/%m}" for rung in rungs_before(report, ReminderRules(), WorkCalendar())]
    ['T-15 25/11', 'T-7 07/12', 'T-3 11/12', 'T-1 15/12', 'T-0 16/12']
    """
    opening = _opening(subject, calendar)
    marks = [Rung(calendar.on_or_before(day), rule) for rule, day in _marks(subject)]
    steps = [
        Rung(max(opening, calendar.before(subject.due, count)), f"T-{count}", count)
        for count in _counts(subject, rules)
    ]
    return tuple(sorted([*marks, *steps], key=lambda rung: rung.day))  # stable: equal days keep their order


def newest_overdue(subject: Subject, day: date, calendar: WorkCalendar) -> Rung | None:
    """Return the overdue rung of the last working day up to a day; None before that, and for a review.

    >>> task = Subject(SubjectKind.TASK, "t", "Ban hành Chỉ số CCHC", date(2026, 12, 11))
    >>> newest_overdue(task, date(2026, 12, 20), WorkCalendar()).rule
    'O+5'
    """
    if subject.kind is SubjectKind.REVIEW or day < _opening(subject, calendar):
        return None
    last = calendar.on_or_before(day)
    count = calendar.between(subject.due, last)
    return Rung(last, f"O+{count}", count) if count > 0 else None


def overdue_rungs_after(subject: Subject, day: date, calendar: WorkCalendar) -> Iterator[Rung]:
    """Yield the overdue rungs that come after a day, without end; none for a review, which has no sending."""
    if subject.kind is SubjectKind.REVIEW:
        return
    last = max(day, subject.due, _opening(subject, calendar))
    while True:
        last = calendar.after(last, 1)
        count = calendar.between(subject.due, last)
        yield Rung(last, f"O+{count}", count)


def _opening(subject: Subject, calendar: WorkCalendar) -> date:
    return date.min if subject.window_start is None else calendar.on_or_before(subject.window_start)


def _marks(subject: Subject) -> tuple[tuple[str, date], ...]:
    """Return the days of a report that are reminded of for themselves; a cut-off after the sending is none."""
    if subject.kind is not SubjectKind.REPORT:
        return ()
    marks = ((START, subject.window_start), (CUTOFF, subject.cutoff))
    return tuple((rule, day) for rule, day in marks if day is not None and day <= subject.due)


def _counts(subject: Subject, rules: ReminderRules) -> tuple[int, ...]:
    if subject.kind is SubjectKind.REVIEW:
        return (max(rules.review_before_cutoff, 0),)
    return tuple(sorted({count for count in rules.ladder if count >= 0}, reverse=True))
