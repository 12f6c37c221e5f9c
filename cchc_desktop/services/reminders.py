"""The reminder pass: compute what is due, claim it in the ledger, hand it over; and what people do with reminders."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.reminder_texts import absence_digest, several_digest
from cchc_desktop.domain.reminders import (
    Reminder,
    ReminderRules,
    Subject,
    clock_is_plausible,
    due_reminders,
    next_due,
)
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.reminder_subjects import (
    follows_everything,
    report_subjects,
    review_subjects,
    task_subjects,
)
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import TaskQuery
from cchc_desktop.services.tasks import Tasks
from cchc_desktop.storage import reminder_log
from cchc_desktop.storage.reminder_log import LoggedReminder
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import get_setting, put_setting

RELEASED = date(2026, 11, 1)
"""No pass can truly happen before the program existed; an earlier wall clock is wrong."""
_LAST_SEEN = "clock_last_seen"
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
        self._tasks = tasks
        self._reports = reports
        self._calendars = calendars
        self._offices = offices

    def run(
        self, *, at_start: bool = False, trusted_clock: bool = False, is_rehearsal: bool = False
    ) -> PassResult:
        """Do one reminder pass; repeating it at the same moment raises nothing more.

        While the clock is implausible nothing is marked; ``trusted_clock`` says that a person vouches for it.
        ``is_rehearsal`` says that the moment was told, not read off the machine: its clock is not judged by it later.
        """
        now = self._store.clock.now()
        held = "" if trusted_clock else self._held(now)
        if held:
            return PassResult((), (), self.open(), None, held)
        subjects = self._subjects(now.date())
        with self._store.writing("Nhắc việc") as (session, _):
            last_seen = _last_seen(session)
            reminder_log.rearm(session, now)
            raised = self._claim(session, subjects, now)
            woken = reminder_log.wake(session, now)
            if not is_rehearsal:
                put_setting(session, _LAST_SEEN, now.isoformat())
            session.flush()
            open_now = reminder_log.open_reminders(session)
        return PassResult(
            raised=raised,
            woken=tuple(_open(each) for each in woken),
            open=tuple(_open(each) for each in open_now),
            digest=_digest(raised, last_seen, now, at_start=at_start),
        )

    def _claim(self, session: Session, subjects: tuple[Subject, ...], now: datetime) -> tuple[Reminder, ...]:
        muted = reminder_log.muted_subjects(session)
        audible = [each for each in subjects if (each.kind.value, each.key, each.due) not in muted]
        current = {(each.kind.value, each.key, each.due) for each in audible}
        stale = [
            each.key
            for each in reminder_log.open_reminders(session)
            if (each.subject_kind, each.subject_key, each.due) not in current
        ]
        reminder_log.close(session, stale, "withdrawn", now)
        ledger = reminder_log.known_keys(session, now.date())
        raised = due_reminders(audible, self._rules(), ledger, now, self._calendars.work_calendar())
        reminder_log.close_subjects(
            session, [(each.subject.kind.value, each.subject.key) for each in raised], "superseded", now
        )
        session.flush()
        reminder_log.claim(session, raised, now)
        return raised

    def _subjects(self, today: date) -> tuple[Subject, ...]:
        office = self._offices.get()
        reports = [
            report
            for year in (today.year - 1, today.year, today.year + 1)
            for report in self._reports.of_year(year)
        ]
        tasks = self._followed()
        statuses = dict(zip((task.id for task in tasks), self._tasks.statuses(tasks), strict=True))
        with self._store.reading() as session:
            seen = reminder_log.subjects_seen(session)
        of_year = [task for task in tasks if task.plan_year == today.year] or list(tasks)
        return (
            *report_subjects(reports, of_year, statuses, office, today, seen),
            *task_subjects(tasks, statuses, today),
            *review_subjects(reports, of_year, today),
        )

    def _followed(self) -> tuple[Task, ...]:
        office = self._offices.get()
        if follows_everything(office):
            return self._tasks.list()
        return self._tasks.list(TaskQuery(agency=office.agency_key or office.agency_name))

    def _rules(self) -> ReminderRules:
        office = self._offices.get()
        return ReminderRules(
            ladder=office.ladder, day_starts_hour=office.remind_hour, day_starts_minute=office.remind_minute
        )

    def _held(self, now: datetime) -> str:
        with self._store.reading() as session:
            last_seen = _last_seen(session)
        if last_seen is None or clock_is_plausible(now, last_seen, RELEASED):
            return ""
        return _HELD.format(now=now, last=last_seen)

    def confirm_clock(self) -> None:
        """Take the present clock for right from now on."""
        with self._store.writing("Xác nhận ngày giờ") as (session, _):
            put_setting(session, _LAST_SEEN, self._store.clock.now().isoformat())

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
        with self._store.writing("Nhắc việc") as (session, _):
            reminder_log.mark_shown(session, keys, channel, self._store.clock.now())

    def acknowledge(self, keys: Collection[str]) -> Changes:
        """Close reminders as dealt with; the task or report itself stays as it is."""
        return self._close(keys, "acknowledged", "Đã xử lý nhắc việc")

    def mute(self, key: str) -> Changes:
        """Remind no more of this subject, unless its due date moves."""
        return self._close([key], "muted", "Tắt nhắc việc")

    def _close(self, keys: Collection[str], state: str, action: str) -> Changes:
        with self._store.writing(action) as (session, stamp):
            reminder_log.close(session, keys, state, stamp.at)
        return Changes(frozenset({Kind.REMINDERS}), action)

    def snooze(self, keys: Collection[str], until: datetime) -> Changes:
        """Put reminders off; no deadline moves. Raises InvalidInput for a moment that is not ahead."""
        if until <= self._store.clock.now():
            raise InvalidInput("Thời điểm nhắc lại phải ở sau hiện tại. Hãy chọn một thời điểm khác.")
        with self._store.writing("Nhắc lại sau") as (session, _):
            reminder_log.snooze(session, keys, until)
        return Changes(frozenset({Kind.REMINDERS}), "Nhắc lại sau")

    def next_moment(self) -> datetime | None:
        """Return when the next reminder falls due or comes back, to arm a timer."""
        now = self._store.clock.now()
        subjects = self._subjects(now.date())
        with self._store.reading() as session:
            ledger = reminder_log.known_keys(session, now.date())
            snoozed = reminder_log.next_snooze(session)
        due = next_due(subjects, self._rules(), ledger, now, self._calendars.work_calendar())
        moments = [moment for moment in (due, snoozed) if moment is not None]
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
