"""The reminder pass: compute what is due, claim it in the ledger, hand it over; and what people do with reminders."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.reminder_quiet import is_quiet
from cchc_desktop.domain.reminder_texts import absence_digest, several_digest
from cchc_desktop.domain.reminders import Reminder, clock_is_plausible, due_reminders, next_due
from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.reminder_facts import Facts, ReminderFacts
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.services.tasks import Tasks
from cchc_desktop.storage import reminder_log
from cchc_desktop.storage.history import Stamp
from cchc_desktop.storage.reminder_log import LoggedReminder
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import get_setting, put_setting

RELEASED = date(2026, 11, 1)
"""No pass can truly happen before the program existed; an earlier wall clock is wrong."""
_LAST_SEEN = "clock_last_seen"
_NEVER = datetime.max.replace(tzinfo=VIETNAM)
_NOTED_EVERY = timedelta(hours=1)
"""A clock that goes back over a restart by less than this is not noticed; each pass that finds nothing only reads."""
_HELD = (
    "Ngày giờ máy tính ({now:%H:%M %d/%m/%Y}) khác thường so với lần chạy trước ({last:%H:%M %d/%m/%Y}) "
    "nên phần mềm tạm dừng nhắc việc. Hãy kiểm tra đồng hồ máy tính; nếu đúng, bấm “Ngày giờ đúng”."
)


@dataclass(frozen=True, slots=True)
class OpenReminder:
    """A reminder in the list of the window."""

    key: str
    subject_kind: str
    subject_key: str
    rule: str
    title: str
    text: str
    due: date
    remind_on: date
    state: str
    snoozed_until: datetime | None
    again: bool
    """It was raised before but perhaps not seen: shown as "nhắc lại"."""


@dataclass(frozen=True, slots=True)
class PassResult:
    """What one pass found."""

    raised: tuple[Reminder, ...]
    woken: tuple[OpenReminder, ...]
    """Snoozed reminders whose time has come."""
    open: tuple[OpenReminder, ...]
    digest: tuple[str, str] | None
    """Title and text of the one message that stands for several reminders."""
    held: str = ""
    """Why nothing was marked: the clock is implausible."""


class Reminders:
    """Use cases around reminders."""

    def __init__(
        self, store: Store, tasks: Tasks, reports: Reports, calendars: Calendars, offices: Offices
    ) -> None:
        self._store = store
        self._facts = ReminderFacts(store, tasks, reports, calendars, offices)
        self._rest: _Rest | None = None

    def run(
        self, *, at_start: bool = False, trusted_clock: bool = False, is_rehearsal: bool = False
    ) -> PassResult:
        """Do one reminder pass; repeating it at the same moment raises nothing more.

        While the clock is implausible nothing is marked; ``trusted_clock`` says that a person vouches for it.
        ``is_rehearsal`` says that the moment was told, not read off the machine: its clock is not judged by it later.
        A pass before the next moment of an unchanged file reads nothing but the version of the file.
        """
        now = self._store.clock.now()
        rest = self._rest
        if rest is not None and not at_start and self._is_at_rest(rest, now):
            self._rest = replace(rest, now=now)
            return PassResult((), (), rest.open, None)
        held = "" if trusted_clock else self._held(now)
        if held:
            return PassResult((), (), self.open(), None, held)
        return self._pass(now, at_start=at_start, is_rehearsal=is_rehearsal)

    def _is_at_rest(self, rest: "_Rest", now: datetime) -> bool:
        """Tell whether nothing can have become due since the last pass: same data, same day, before the next moment."""
        return (
            rest.now <= now < min(rest.until, rest.noted + _NOTED_EVERY)
            and now.date() == rest.now.date()
            and self._facts.still_hold(rest.facts)
        )

    def _pass(self, now: datetime, *, at_start: bool, is_rehearsal: bool) -> PassResult:
        facts = self._facts.of(now.date())
        with self._store.writing("Nhắc việc") as (session, _):
            if not self._facts.still_hold(
                facts
            ):  # somebody wrote after the reading: a report may be sent by now
                facts = self._facts.of(now.date())
            commits = self._facts.watch.commits
            last_seen = _last_seen(session)
            if at_start:
                reminder_log.mark_unseen(session)
            raised = _claim(session, facts, now)
            woken = reminder_log.wake(session, now)
            if not is_rehearsal:
                put_setting(session, _LAST_SEEN, now.isoformat())
            session.flush()
            open_now = tuple(_open(each) for each in reminder_log.open_reminders(session))
            until = _next_moment(session, facts, now)
        facts = self._facts.outlive(facts, commits)
        self._rest = None if is_rehearsal else _Rest(facts, now, until or _NEVER, now, open_now)
        return PassResult(
            raised=raised,
            woken=tuple(_open(each) for each in woken),
            open=open_now,
            digest=_digest(raised, last_seen, now, at_start=at_start),
        )

    def _held(self, now: datetime) -> str:
        last_seen = None if self._rest is None else self._rest.now
        if last_seen is None:
            with self._store.reading() as session:
                last_seen = _last_seen(session)
        if last_seen is None or clock_is_plausible(now, last_seen, RELEASED):
            return ""
        return _HELD.format(now=now, last=last_seen)

    def confirm_clock(self) -> None:
        """Take the present clock for right from now on."""
        with self._store.writing("Xác nhận ngày giờ") as (session, _):
            put_setting(session, _LAST_SEEN, self._store.clock.now().isoformat())
        self._rest = None

    def open(self) -> tuple[OpenReminder, ...]:
        """Return the reminders nobody has dealt with yet, by due date."""
        with self._store.reading() as session:
            return tuple(_open(each) for each in reminder_log.open_reminders(session))

    def closed(self, limit: int = 100) -> tuple[OpenReminder, ...]:
        """Return the reminders that were dealt with, newest first."""
        with self._store.reading() as session:
            return tuple(_open(each) for each in reminder_log.closed_reminders(session, limit))

    def mark_shown(self, keys: Collection[str], channel: str) -> None:
        """Note that reminders were shown and how; only then do they count as seen."""
        with self._ledger("Nhắc việc") as (session, stamp):
            reminder_log.mark_shown(session, keys, channel, stamp.at)

    def acknowledge(self, keys: Collection[str]) -> Changes:
        """Close reminders as dealt with; the task or report itself stays as it is."""
        return self._close(keys, "acknowledged", "Đã xử lý nhắc việc")

    def mute(self, key: str) -> Changes:
        """Remind no more of this subject, unless its due date moves."""
        return self._close([key], "muted", "Tắt nhắc việc")

    def _close(self, keys: Collection[str], state: str, action: str) -> Changes:
        with self._ledger(action) as (session, stamp):
            reminder_log.close(session, keys, state, stamp.at)
        return Changes(frozenset({Kind.REMINDERS}), action)

    def snooze(self, keys: Collection[str], until: datetime) -> Changes:
        """Put reminders off; no deadline moves. Raises InvalidInput for a moment that is not ahead."""
        if until <= self._store.clock.now():
            raise InvalidInput("Thời điểm nhắc lại phải ở sau hiện tại. Hãy chọn một thời điểm khác.")
        with self._ledger("Nhắc lại sau") as (session, _):
            reminder_log.snooze(session, keys, until)
        return Changes(frozenset({Kind.REMINDERS}), "Nhắc lại sau")

    def is_quiet(self, now: datetime) -> bool:
        """Tell whether pop-ups have to wait: outside working hours and on days off. The list goes on."""
        rules = self._facts.rules()
        return is_quiet(now, self._facts.calendar(), time(rules.day_starts_hour, rules.day_starts_minute))

    @contextmanager
    def _ledger(self, action: str) -> Iterator[tuple[Session, Stamp]]:
        """Write into the ledger alone: the next pass looks at it again, but need not read the tasks again."""
        rest = self._rest
        with self._store.writing(action) as (session, stamp):
            holds = rest is not None and self._facts.still_hold(rest.facts)
            commits = self._facts.watch.commits
            yield session, stamp
        if rest is not None and holds:
            self._rest = replace(rest, facts=self._facts.outlive(rest.facts, commits), until=rest.now)

    def next_moment(self) -> datetime | None:
        """Return when the next reminder falls due or comes back, to arm a timer."""
        now = self._store.clock.now()
        rest = self._rest
        if rest is not None and self._is_at_rest(rest, now):
            return None if rest.until == _NEVER else rest.until
        facts = self._facts.of(now.date())
        with self._store.reading() as session:
            return _next_moment(session, facts, now)


@dataclass(frozen=True, slots=True)
class _Rest:
    """The state after a pass, and how long it lasts unless somebody writes."""

    facts: Facts
    now: datetime
    """The last moment a pass of this program took for right."""
    until: datetime
    """When something falls due or comes back."""
    noted: datetime
    """When the clock was last written down in the data."""
    open: tuple[OpenReminder, ...]


def _claim(session: Session, facts: Facts, now: datetime) -> tuple[Reminder, ...]:
    reminder_log.rearm(session, now)
    muted = reminder_log.muted_subjects(session)
    audible = [each for each in facts.subjects if (each.kind.value, each.key, each.due) not in muted]
    current = {(each.kind.value, each.key, each.due) for each in audible}
    stale = [
        each.key
        for each in reminder_log.open_reminders(session)
        if (each.subject_kind, each.subject_key, each.due) not in current
    ]
    reminder_log.close(session, stale, "withdrawn", now)
    ledger = reminder_log.known_keys(session, now.date())
    raised = due_reminders(audible, facts.rules, ledger, now, facts.calendar)
    reminder_log.close_subjects(
        session, [(each.subject.kind.value, each.subject.key) for each in raised], "superseded", now
    )
    session.flush()
    reminder_log.claim(session, raised, now)
    return raised


def _next_moment(session: Session, facts: Facts, now: datetime) -> datetime | None:
    ledger = reminder_log.known_keys(session, now.date())
    due = next_due(facts.subjects, facts.rules, ledger, now, facts.calendar)
    moments = [moment for moment in (due, reminder_log.next_snooze(session)) if moment is not None]
    return min(moments, default=None)


def _last_seen(session: Session) -> datetime | None:
    stored = get_setting(session, _LAST_SEEN)
    return None if stored is None else datetime.fromisoformat(stored)


def _digest(
    raised: tuple[Reminder, ...], last_seen: datetime | None, now: datetime, *, at_start: bool
) -> tuple[str, str] | None:
    if len(raised) < 2:
        return None
    if at_start and last_seen is not None and now - last_seen > timedelta(hours=12):
        return absence_digest(raised, last_seen.astimezone(VIETNAM).date(), now.date())
    return several_digest(raised, now.date())


def _open(logged: LoggedReminder) -> OpenReminder:
    return OpenReminder(
        key=logged.key,
        subject_kind=logged.subject_kind,
        subject_key=logged.subject_key,
        rule=logged.rule,
        title=logged.title,
        text=logged.text,
        due=logged.due,
        remind_on=logged.remind_on,
        state=logged.state,
        snoozed_until=logged.snoozed_until,
        again=logged.state == "claimed" and logged.tries > 1,
    )
