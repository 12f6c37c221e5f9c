"""The reminder pass: compute what is due, claim it in the ledger, hand it over; and what people do with reminders."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.reminder_quiet import is_quiet
from cchc_desktop.domain.reminders import Reminder, clock_is_plausible
from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.reminder_facts import Facts, ReminderFacts
from cchc_desktop.services.reminder_pass import (
    LAST_SEEN,
    claim_due,
    digest_of,
    last_seen_at,
    note_told,
    upcoming,
    week_begins,
    week_notice,
)
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.services.tasks import Tasks
from cchc_desktop.storage import reminder_log
from cchc_desktop.storage.history import Stamp
from cchc_desktop.storage.reminder_log import LoggedReminder
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import put_setting

RELEASED = date(2026, 11, 1)
"""No pass can truly happen before the program existed; an earlier wall clock is wrong."""
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
    week: tuple[str, str, str] | None = None
    """Key, title and text about the tasks that fall due this week, on its first working day until it was told."""


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
            self._note_clock(rest, now, is_rehearsal=is_rehearsal)
            return PassResult((), (), rest.open, None)
        held = "" if trusted_clock else self._held(now)
        if held:
            return PassResult((), (), self.open(), None, held)
        return self._pass(now, at_start=at_start, is_rehearsal=is_rehearsal)

    def _is_at_rest(self, rest: "_Rest", now: datetime) -> bool:
        """Tell whether nothing can have become due since the last pass: same data, same day, before the next moment."""
        return (
            rest.now <= now < rest.until
            and now.date() == rest.now.date()
            and self._facts.still_hold(rest.facts)
        )

    def _note_clock(self, rest: "_Rest", now: datetime, *, is_rehearsal: bool) -> None:
        """Remember the moment of a pass that found nothing; write it down only now and then."""
        if is_rehearsal:
            return
        self._rest = rest = replace(rest, now=now)
        if now - rest.noted >= _NOTED_EVERY:
            with self._ledger("Nhắc việc", until=rest.until, noted=now) as (session, _):
                put_setting(session, LAST_SEEN, now.isoformat())

    def _pass(self, now: datetime, *, at_start: bool, is_rehearsal: bool) -> PassResult:
        facts = self._facts.of(now.date())
        with self._store.writing("Nhắc việc") as (session, _):
            if not self._facts.still_hold(facts):  # somebody wrote meanwhile: a report may be sent by now
                facts = self._facts.of(now.date())
            commits = self._facts.watch.commits
            last_seen = last_seen_at(session)
            if at_start:
                reminder_log.mark_unseen(session)
            raised, ledger = claim_due(session, facts, now)
            woken = reminder_log.wake(session, now)
            if not is_rehearsal:
                put_setting(session, LAST_SEEN, now.isoformat())
            session.flush()
            open_now = tuple(_open(each) for each in reminder_log.open_reminders(session))
            coming = upcoming(session, facts, ledger, now)
            week = week_notice(session, facts, now)
        facts = self._facts.outlive(facts, commits)
        self._rest = None if is_rehearsal else _rest(facts, now, coming, open_now)
        return PassResult(
            raised=raised,
            woken=tuple(_open(each) for each in woken),
            open=open_now,
            digest=digest_of(raised, last_seen, now, at_start=at_start),
            week=week,
        )

    def _held(self, now: datetime) -> str:
        last_seen = None if self._rest is None else self._rest.now
        if last_seen is None:
            with self._store.reading() as session:
                last_seen = last_seen_at(session)
        if last_seen is None or clock_is_plausible(now, last_seen, RELEASED):
            return ""
        return _HELD.format(now=now, last=last_seen)

    def confirm_clock(self) -> None:
        """Take the present clock for right from now on."""
        with self._store.writing("Xác nhận ngày giờ") as (session, _):
            put_setting(session, LAST_SEEN, self._store.clock.now().isoformat())
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
            note_told(session, keys)

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
        with self._ledger("Nhắc lại sau") as (session, stamp):
            reminder_log.snooze(session, keys, until, stamp.at)
        return Changes(frozenset({Kind.REMINDERS}), "Nhắc lại sau")

    def is_quiet(self, now: datetime) -> bool:
        """Tell whether pop-ups have to wait: outside working hours and on days off. The list goes on."""
        rules = self._facts.rules()
        return is_quiet(now, self._facts.calendar(), time(rules.day_starts_hour, rules.day_starts_minute))

    @contextmanager
    def _ledger(
        self, action: str, *, until: datetime | None = None, noted: datetime | None = None
    ) -> Iterator[tuple[Session, Stamp]]:
        """Write into the ledger alone: what the next pass goes by need not be read again.

        Without ``until`` the next pass looks at the ledger again at once.
        """
        rest = self._rest
        with self._store.writing(action) as (session, stamp):
            holds = rest is not None and self._facts.still_hold(rest.facts)
            commits = self._facts.watch.commits
            yield session, stamp
        if rest is not None and holds:
            facts = self._facts.outlive(rest.facts, commits)
            self._rest = replace(rest, facts=facts, until=until or rest.now, noted=noted or rest.noted)

    def next_moment(self) -> datetime | None:
        """Return when the next reminder falls due or comes back, to arm a timer."""
        now = self._store.clock.now()
        rest = self._rest
        if rest is not None and self._is_at_rest(rest, now):
            return rest.coming
        facts = self._facts.of(now.date())
        with self._store.reading() as session:
            return upcoming(session, facts, reminder_log.known_keys(session, now.date()), now)


@dataclass(frozen=True, slots=True)
class _Rest:
    """The state after a pass, and how long it lasts unless somebody writes."""

    facts: Facts
    now: datetime
    """The last moment a pass of this program took for right."""
    coming: datetime | None
    """When something falls due or comes back."""
    until: datetime
    """When the next pass has to look again."""
    noted: datetime
    """When the clock was last written down in the data."""
    open: tuple[OpenReminder, ...]


def _rest(facts: Facts, now: datetime, coming: datetime | None, opened: tuple[OpenReminder, ...]) -> _Rest:
    begins = week_begins(now, facts)
    ends = [moment for moment in (coming, begins) if moment is not None and moment > now]
    return _Rest(facts, now, coming, min(ends, default=_NEVER), now, opened)


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
