"""What is to be reminded of at a moment: a pure function of subjects, rules, ledger and time."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from cchc_desktop.domain.reminder_ladder import (
    START,
    Rung,
    key_of,
    newest_overdue,
    overdue_rungs_after,
    rungs_before,
)
from cchc_desktop.domain.reminder_sentences import sentences
from cchc_desktop.domain.reminder_subjects import ReminderRules, Subject, SubjectKind
from cchc_desktop.domain.workdays import WorkCalendar

__all__ = [
    "Reminder",
    "ReminderRules",
    "Subject",
    "SubjectKind",
    "clock_is_plausible",
    "due_reminders",
    "next_due",
]

_CLOCK_BACK = timedelta(minutes=20)
_CLOCK_AHEAD = timedelta(days=40)


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


def due_reminders(
    subjects: Iterable[Subject],
    rules: ReminderRules,
    ledger: Collection[str],
    now: datetime,
    calendar: WorkCalendar,
) -> tuple[Reminder, ...]:
    """Return what is due at a moment and not in the ledger: at most one per subject, most serious first.

    Of the rungs that were reached unseen the latest is raised, the others go with it as superseded; nothing is raised
    below a rung that is in the ledger. No rung belongs to a day off, but a pass on a day off (a catch-up after the
    computer was off) does raise what was missed; its words tell how things stand on that day.

    >>> task = Subject(SubjectKind.TASK, "t", "Ban hành Chỉ số CCHC", date(2026, 12, 16))
    >>> now = datetime(2026, 12, 15, 9, 0)
    >>> [each.title for each in due_reminders([task], ReminderRules(), frozenset(), now, WorkCalendar())]
    ['Ngày mai là hạn: Ban hành Chỉ số CCHC']
    """
    known = ledger if isinstance(ledger, AbstractSet) else frozenset(ledger)
    raised: dict[str, Reminder] = {}
    for subject in subjects:
        unseen = _unseen(subject, rules, known, now, calendar)
        if unseen:
            reminder = _reminder(subject, unseen, now.date(), calendar)
            raised[reminder.key] = reminder
    return tuple(sorted(raised.values(), key=lambda reminder: _seriousness(reminder, now.date())))


def next_due(
    subjects: Iterable[Subject],
    rules: ReminderRules,
    ledger: Collection[str],
    now: datetime,
    calendar: WorkCalendar,
) -> datetime | None:
    """Return the next moment after ``now`` at which something becomes due, to arm a timer; None when nothing is ahead.

    What is due already is not "next": ``due_reminders`` returns it. The moment bears the zone of ``now``.

    >>> task = Subject(SubjectKind.TASK, "t", "Ban hành Chỉ số CCHC", date(2026, 12, 16))
    >>> next_due([task], ReminderRules(), frozenset(), datetime(2026, 12, 15, 9, 0), WorkCalendar()).isoformat()
    '2026-12-16T08:30:00'
    """
    known = ledger if isinstance(ledger, AbstractSet) else frozenset(ledger)
    reached = _reached_day(now, rules)
    days = (_next_day(subject, rules, known, reached, calendar) for subject in subjects)
    first = min((day for day in days if day is not None), default=None)
    return None if first is None else datetime.combine(first, _day_starts(rules), now.tzinfo)


def clock_is_plausible(now: datetime, last_seen: datetime, released: date) -> bool:
    """Tell whether the machine's clock can be right: not before the last pass or the release, not weeks ahead.

    Twenty minutes back and forty days ahead are taken: corrections from the network, and a computer that was off over
    a long leave. Anything else is held until a person confirms the date.

    >>> seen = datetime(2026, 11, 20, 17, 0)
    >>> clock_is_plausible(datetime(2026, 11, 23, 8, 0), seen, date(2026, 11, 1))
    True
    >>> clock_is_plausible(datetime(2016, 1, 1, 0, 0), seen, date(2026, 11, 1))
    False
    """
    return now.date() >= released and last_seen - _CLOCK_BACK <= now <= last_seen + _CLOCK_AHEAD


def _unseen(
    subject: Subject, rules: ReminderRules, ledger: AbstractSet[str], now: datetime, calendar: WorkCalendar
) -> list[Rung]:
    """Return the reached rungs above the highest one in the ledger, the latest first.

    Overdue rungs of days on which the program did not yet know the subject were never missed: of a subject that is
    met for the first time only the newest counts, or an old plan would fill the ledger with its whole past.
    """
    day = _reached_day(now, rules)
    if (day - subject.due).days > rules.overdue_limit_days:
        return []
    newest = newest_overdue(subject, day, calendar)
    if newest is not None and _is_seen(subject, newest, ledger):
        return []
    before = [rung for rung in reversed(rungs_before(subject, rules, calendar)) if rung.day <= day]
    unseen = list(takewhile(lambda rung: not _is_seen(subject, rung, ledger), before))
    if newest is None:
        return unseen
    met_before = len(unseen) < len(before)
    return [newest, *(_missed_overdue(subject, newest, ledger) if met_before else ()), *unseen]


def _missed_overdue(subject: Subject, newest: Rung, ledger: AbstractSet[str]) -> Iterator[Rung]:
    """Yield the overdue rungs below the newest one down to the last that is in the ledger."""
    earlier = (Rung(newest.day, f"O+{count}", count) for count in range(newest.count - 1, 0, -1))
    return takewhile(lambda rung: not _is_seen(subject, rung, ledger), earlier)


def _is_seen(subject: Subject, rung: Rung, ledger: AbstractSet[str]) -> bool:
    """Tell whether a rung or, before the due date, a nearer one of an earlier setting is in the ledger."""
    if key_of(subject, rung.rule) in ledger:
        return True
    nearer = range(rung.count) if rung.rule.startswith("T-") else range(0)
    return any(key_of(subject, f"T-{count}") in ledger for count in nearer)


def _reminder(subject: Subject, unseen: list[Rung], day: date, calendar: WorkCalendar) -> Reminder:
    latest, *earlier = unseen
    title, text = sentences(subject, latest.rule, day, calendar)
    return Reminder(
        key=key_of(subject, latest.rule),
        subject=subject,
        rule=latest.rule,
        remind_on=latest.day,
        title=title,
        text=text,
        superseded=tuple(key_of(subject, rung.rule) for rung in reversed(earlier)),
    )


def _seriousness(reminder: Reminder, day: date) -> tuple[int, int, date, str]:
    """Overdue before due today before ahead before the mere opening of a window; reports before tasks."""
    due = reminder.subject.due
    stage = 3 if reminder.rule == START else (due >= day) + (due > day)
    return stage, list(SubjectKind).index(reminder.subject.kind), due, reminder.key


def _next_day(
    subject: Subject, rules: ReminderRules, ledger: AbstractSet[str], reached: date, calendar: WorkCalendar
) -> date | None:
    ahead: date | None = None
    for rung in reversed(rungs_before(subject, rules, calendar)):
        if rung.day <= reached or _is_seen(subject, rung, ledger):
            break
        ahead = rung.day
    if ahead is not None:
        return ahead
    for rung in overdue_rungs_after(subject, reached, calendar):
        if (rung.day - subject.due).days > rules.overdue_limit_days:
            break
        if not _is_seen(subject, rung, ledger):
            return rung.day
    return None


def _reached_day(now: datetime, rules: ReminderRules) -> date:
    """Return the last day whose reminders are due: today, or yesterday before the hour at which the day starts."""
    today = now.date()
    return today if now.time() >= _day_starts(rules) else today - timedelta(days=1)


def _day_starts(rules: ReminderRules) -> time:
    return time(rules.day_starts_hour, rules.day_starts_minute)
