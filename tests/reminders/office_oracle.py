"""What an office must be reminded of, worked out apart from the program by counting along a list of working days."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.workdays import WorkCalendar

FIRST_SEEN_LIMIT = timedelta(days=60)
GIVEN_UP = timedelta(days=365)
REVIEW_BEFORE = 7


@dataclass(frozen=True)
class Wanted:
    """A subject that is open: its key in the ledger is ``kind:key:rule:due``."""

    kind: str
    key: str
    due: date
    opened: date | None = None
    cutoff: date | None = None

    @property
    def identity(self) -> tuple[str, str, date]:
        return self.kind, self.key, self.due

    def ledger_key(self, rule: str) -> str:
        return f"{self.kind}:{self.key}:{rule}:{self.due.isoformat()}"


@dataclass
class TaskFact:
    """What the office knows of a task."""

    id: int
    uid: str
    planned: date
    own: date | None = None
    is_done: bool = False

    @property
    def due(self) -> date:
        return self.planned if self.own is None else min(self.planned, self.own)


@dataclass
class Facts:
    """What was entered into the data; a backup brings an earlier copy back."""

    tasks: list[TaskFact] = field(default_factory=list)
    undated_id: int = 0
    results: list[date] = field(default_factory=list)
    """Of the one task without a date."""
    sent: set[str] = field(default_factory=set)
    own_dues: dict[str, date] = field(default_factory=dict)
    ladder: tuple[int, ...] = (15, 7, 3, 1, 0)
    starts: time = time(8, 30)


class WorkingDays:
    """Working days in a row; all counting is done by their place in it."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        span = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
        self._days = [day for day in span if calendar.is_working(day)]

    def is_working(self, day: date) -> bool:
        place = bisect_left(self._days, day)
        return place < len(self._days) and self._days[place] == day

    def on_or_before(self, day: date) -> date:
        return self._days[bisect_right(self._days, day) - 1]

    def before(self, day: date, count: int) -> date:
        return self._days[bisect_right(self._days, day) - 1 - count]

    def after(self, day: date, count: int) -> date:
        return self._days[bisect_right(self._days, day) - 1 + count]

    def between(self, day: date, later: date) -> int:
        return bisect_right(self._days, later) - bisect_right(self._days, day)


def rule_day(days: WorkingDays, subject: Wanted, rule: str) -> date:
    """Return the day a rule of a subject belongs to."""
    opening = date.min if subject.opened is None else days.on_or_before(subject.opened)
    if rule == "START":
        return opening
    if rule == "CUTOFF":
        assert subject.cutoff is not None
        return days.on_or_before(subject.cutoff)
    sign, count = rule[0], int(rule[2:])
    return days.after(subject.due, count) if sign == "O" else max(opening, days.before(subject.due, count))


def rules_before(subject: Wanted, ladder: tuple[int, ...]) -> Iterator[str]:
    """Yield the rules up to the due date; of rules of one day the later one stands for the others."""
    if subject.kind == "report":
        if subject.opened is not None and subject.opened <= subject.due:
            yield "START"
        if subject.cutoff is not None and subject.cutoff <= subject.due:
            yield "CUTOFF"
    counts = (REVIEW_BEFORE,) if subject.kind == "review" else sorted(set(ladder), reverse=True)
    yield from (f"T-{count}" for count in counts)


def newest_rule(days: WorkingDays, subject: Wanted, facts: Facts, now: datetime) -> tuple[str, date] | None:
    """Return the latest rule that must have been raised by a moment, and its day; None when there is none."""
    reached = now.date() if now.time() >= facts.starts else now.date() - timedelta(days=1)
    if reached - subject.due > GIVEN_UP:
        return None
    late = days.between(subject.due, reached)
    if subject.kind != "review" and late > 0:
        return f"O+{late}", days.on_or_before(reached)
    dated = [(rule_day(days, subject, rule), rule) for rule in rules_before(subject, facts.ladder)]
    due = [(day, rule) for day, rule in sorted(dated, key=lambda each: each[0]) if day <= reached]
    return (due[-1][1], due[-1][0]) if due else None


def wanted(
    facts: Facts, periods: list[ReportPeriod], today: date, known_reports: set[str]
) -> Iterator[Wanted]:
    """Yield everything the office has to be reminded of on a day."""
    for period in periods:
        due = facts.own_dues.get(period.key, period.own_due)
        if period.key not in facts.sent and (due >= today - FIRST_SEEN_LIMIT or period.key in known_reports):
            yield Wanted("report", period.key, due, period.window_start, period.cutoff)
        missing = not any(period.window_start <= day <= period.cutoff for day in facts.results)
        if period.window_start <= today <= period.cutoff and missing:
            yield Wanted("review", period.key, period.cutoff, period.window_start)
    for task in facts.tasks:
        if not task.is_done:
            yield Wanted("task", task.uid, task.due)


def moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, VIETNAM)
