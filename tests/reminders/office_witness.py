"""Watches every pass and every message, and compares them with what the oracle says must have happened."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cchc_desktop.domain.periods import ReportPeriod, periods_of
from cchc_desktop.domain.reminders import Reminder
from cchc_desktop.services.reminders import PassResult
from tests.reminders.office_machine import BEAT, Machine, Program
from tests.reminders.office_oracle import (
    Facts,
    Wanted,
    WorkingDays,
    moment,
    newest_rule,
    rule_day,
    wanted,
)

QUIET_FROM, QUIET_UNTIL = 17, 8


@dataclass
class Delivery:
    """How a reminder was last handed over."""

    at: datetime
    clock_was_right: bool
    generation: int


@dataclass
class Witness:
    """Everything that was ever raised, and what people did about it."""

    machine: Machine
    days: WorkingDays
    facts: Facts = field(default_factory=Facts)
    counts: Counter[str] = field(default_factory=Counter)
    raised: dict[str, Delivery] = field(default_factory=dict)
    known_reports: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    muted: set[tuple[str, str, date]] = field(default_factory=set)
    snoozed: dict[str, datetime] = field(default_factory=dict)
    claimed_unseen: set[str] = field(default_factory=set)
    """Committed by a pass that was killed before it could say so."""
    able_since: datetime | None = None
    """True time since when the program could know all it must raise now."""
    generation: int = 0
    """Counts restored backups."""
    worst_delay: timedelta = timedelta()
    _periods: dict[int, list[ReportPeriod]] = field(default_factory=dict)

    def wanted_now(self, program: Program) -> list[Wanted]:
        today = self.machine.now().date()
        for year in (today.year - 1, today.year, today.year + 1):
            if year not in self._periods:
                self._periods[year] = self._usual(program, year)
        periods = [
            each for year in (today.year - 1, today.year, today.year + 1) for each in self._periods[year]
        ]
        found = wanted(self.facts, periods, today, self.known_reports)
        return [each for each in found if each.identity not in self.muted]

    @staticmethod
    def _usual(program: Program, year: int) -> list[ReportPeriod]:
        """Return the periods as the office's calendar has them; own dates are moved by the facts alone."""
        app = program.app
        return list(periods_of(year, app.calendar.report_kinds(), app.offices.get().role))

    def on_pass(self, program: Program, result: PassResult, *, at_start: bool = False) -> None:
        """Check one pass that was not held."""
        self.counts["passes"] += 1
        subjects = {each.identity: each for each in self.wanted_now(program)}
        marked = {each.key: each.again for each in result.open}
        for reminder in result.raised:
            self._check_raised(reminder, subjects, again=marked[reminder.key])
        for woken in result.woken:
            self._check_woken(woken.key, again=woken.again)
        for opened in result.open:
            assert opened.key not in self.acknowledged, f"dealt with, open again: {opened.key}"
            identity = (opened.subject_kind, opened.subject_key, opened.due)
            assert identity in subjects or not self.machine.is_right, f"nothing left to do: {opened.key}"
        opened_subjects = [(each.subject_kind, each.subject_key) for each in result.open]
        assert len(opened_subjects) == len(set(opened_subjects)), "two open reminders of one subject"
        if at_start:
            self._check_marks_after_kill(marked)
        if self.machine.is_right:
            self._check_complete(program, subjects.values())
        # what was put off may have come back to the list by other ways: taken up again, or by a wrong clock
        away = {each.key for each in result.open if each.state == "snoozed"}
        self.snoozed = {key: until for key, until in self.snoozed.items() if key in away}
        late = [key for key, until in self.snoozed.items() if until <= self.machine.now()]
        assert not late, f"put off and not brought back: {late}"

    def _check_raised(
        self, reminder: Reminder, subjects: dict[tuple[str, str, date], Wanted], *, again: bool
    ) -> None:
        now, key = self.machine.now(), reminder.key
        identity = (reminder.subject.kind.value, reminder.subject.key, reminder.subject.due)
        assert key not in self.acknowledged, f"dealt with, raised again: {key}"
        former = self.raised.get(key)
        self.counts["raised"] += 1
        self.counts["superseded"] += len(reminder.superseded)
        if former is not None:
            restored = former.generation != self.generation
            assert again, (
                f"raised twice without a mark: {key}, first {former}, a backup came back: {restored}"
            )
            self.counts["again_after_wrong_clock" if not former.clock_was_right else "again"] += 1
        if reminder.subject.kind.value == "report":
            self.known_reports.add(reminder.subject.key)
        self.raised[key] = Delivery(self.machine.true, self.machine.is_right, self.generation)
        if not self.machine.is_right:
            self.counts["raised_by_wrong_clock"] += 1
            return
        assert identity in subjects, f"nothing to remind of: {key}"
        day = rule_day(self.days, subjects[identity], reminder.rule)
        due = moment(day, self.facts.starts)
        assert due <= now, f"before its time: {key} at {now}"
        self._note_delay(due)

    def _note_delay(self, due: datetime) -> None:
        ready = due if self.able_since is None else max(due, self.able_since)
        delay = self.machine.true - ready
        self.worst_delay = max(self.worst_delay, delay)
        assert delay <= BEAT, f"late by {delay}: {due}"

    def _check_woken(self, key: str, *, again: bool) -> None:
        self.counts["woken"] += 1
        assert again, f"came back without a mark: {key}"
        until = self.snoozed.get(key)
        if until is not None and self.machine.is_right:
            assert until <= self.machine.now()
            self._note_delay(until)

    def _check_marks_after_kill(self, marked: dict[str, bool]) -> None:
        for key in self.claimed_unseen:
            if key in marked:
                assert marked[key], f"perhaps seen, not marked: {key}"
                self.counts["marked_after_kill"] += 1
            self.raised.setdefault(key, Delivery(self.machine.true, self.machine.is_right, self.generation))
        self.claimed_unseen.clear()

    def _check_complete(self, program: Program, subjects: Iterable[Wanted]) -> None:
        """Nothing is lost: the newest rule that was reached stands in the ledger, or one nearer to the due date."""
        now = self.machine.now()
        for subject in subjects:
            newest = newest_rule(self.days, subject, self.facts, now)
            if newest is None:
                continue
            rule, _day = newest
            nearer = range(int(rule[2:])) if rule.startswith("T-") else range(0)
            keys = [subject.ledger_key(each) for each in (rule, *(f"T-{count}" for count in nearer))]
            assert program.in_ledger(keys), f"lost: {keys[0]} at {now}"
            self.counts["checked"] += 1

    def check_messages(self, told: Sequence[tuple[datetime, str]]) -> None:
        """Nothing in a quiet hour, and never two pop-ups at short notice."""
        for at, title in told:
            assert self.days.is_working(at.date()), f"on a day off: {title} at {at}"
            assert QUIET_UNTIL <= at.hour < QUIET_FROM, f"in a quiet hour: {title} at {at}"
        self.counts["pop_ups"] += len(told)
