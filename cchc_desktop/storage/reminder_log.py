"""The ledger of reminders: claim, show, mark shown; a key stands in it once for ever."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.orm import Session

from cchc_desktop.domain.reminders import Reminder, ReminderRules
from cchc_desktop.storage.tables import ReminderRow

_CHUNK = 500  # SQLite takes a bounded number of parameters in one statement
OPEN_STATES = ("claimed", "shown", "snoozed")
EARLY = "early"


@dataclass(frozen=True, slots=True)
class LoggedReminder:
    """A row of the ledger."""

    key: str
    subject_kind: str
    subject_key: str
    rule: str
    due: date
    remind_on: date
    title: str
    text: str
    state: str
    tries: int
    raised_at: datetime
    shown_at: datetime | None
    snoozed_until: datetime | None
    closed_at: datetime | None


def known_keys(session: Session, today: date) -> frozenset[str]:
    """Return the keys that must not be raised again; those of dates so old that nothing is raised any more left out."""
    since = today - timedelta(
        days=ReminderRules().overdue_limit_days + 1
    )  # before the hour, yesterday counts
    raised = select(ReminderRow.key).where(
        ReminderRow.remind_on <= today, ReminderRow.due >= since, ReminderRow.state != EARLY
    )
    return frozenset(session.scalars(raised))


def rearm(session: Session, now: datetime) -> None:
    """Let reminders ring again whose own day is still ahead: they were raised while the clock ran ahead.

    What they took the place of, and what was put off meanwhile, stands open again. What a person has dealt with stays
    dealt with.
    """
    today = now.date()
    ahead = (ReminderRow.remind_on > today, ReminderRow.state.not_in(("acknowledged", "muted")))
    session.execute(update(ReminderRow).where(*ahead).values(state=EARLY))
    away = ("superseded", "withdrawn", "snoozed")
    # by days: what was replaced later on the same day was replaced by something whose day has come, too
    tomorrow = datetime.combine(today + timedelta(days=1), time(), now.tzinfo)
    replaced = (
        ReminderRow.remind_on <= today,
        ReminderRow.state.in_(away),
        ReminderRow.closed_at >= tomorrow,
    )
    session.execute(
        update(ReminderRow).where(*replaced).values(state="shown", closed_at=None, snoozed_until=None)
    )


def mark_unseen(session: Session) -> None:
    """Mark as raised again what a former run of the program claimed without noting that it was shown."""
    waiting = update(ReminderRow).where(ReminderRow.state == "claimed")
    session.execute(waiting.values(tries=ReminderRow.tries + 1))


def subjects_seen(session: Session) -> frozenset[tuple[str, str]]:
    """Return (kind, key) of every subject that was ever reminded of."""
    query = (
        select(ReminderRow.subject_kind, ReminderRow.subject_key).where(ReminderRow.state != EARLY).distinct()
    )
    return frozenset((kind, key) for kind, key in session.execute(query))


def reopen(session: Session, current: Collection[tuple[str, str, date]], now: datetime) -> None:
    """Let a withdrawn reminder stand open again whose subject is back: undone, taken up again, its date moved back.

    Only the newest one of its subject: what a later one took the place of stays behind it.
    """
    earliest = min((due for _, _, due in current), default=now.date())
    of_subject = (ReminderRow.subject_kind, ReminderRow.subject_key, ReminderRow.due)
    newest = (
        select(func.max(ReminderRow.id))
        .where(ReminderRow.due >= earliest, ReminderRow.state.not_in((EARLY, "superseded")))
        .group_by(*of_subject)
    )
    query = select(ReminderRow).where(ReminderRow.state == "withdrawn", ReminderRow.due >= earliest)
    for row in session.scalars(query.where(ReminderRow.id.in_(newest))):
        if (row.subject_kind, row.subject_key, row.due) in current:
            waits = row.snoozed_until is not None and row.snoozed_until > now
            row.state, row.closed_at = ("snoozed", now) if waits else ("shown", None)


def claim(
    session: Session, reminders: Sequence[Reminder], at: datetime, doubtful_until: date | None = None
) -> None:
    """Write reminders that are about to be shown, and the earlier rungs they stand for, in a few statements.

    Those whose day lies not after ``doubtful_until`` may have been raised before: they are marked so.
    """
    rows = {each.key: _values(each, each.key, each.rule, "claimed", at) for each in reminders}
    if doubtful_until is not None:
        for each in reminders:
            if each.remind_on <= doubtful_until:
                rows[each.key]["tries"] = 2
    for each in reminders:
        for key in each.superseded:
            rows[key] = _values(each, key, key.split(":")[-2], "superseded", at)
    known = _tries(session, list(rows))
    for key, tries in known.items():  # raised while the clock ran ahead: the row rings again
        values = rows.pop(key) | {"tries": tries + 1}
        session.execute(update(ReminderRow).where(ReminderRow.key == key).values(values))
    if rows:
        session.execute(insert(ReminderRow), list(rows.values()))


def _tries(session: Session, keys: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(keys), _CHUNK):
        part = keys[start : start + _CHUNK]
        query = select(ReminderRow.key, ReminderRow.tries).where(ReminderRow.key.in_(part))
        found.update((key, tries) for key, tries in session.execute(query))
    return found


def _values(reminder: Reminder, key: str, rule: str, state: str, at: datetime) -> dict[str, Any]:
    return {
        "key": key,
        "subject_kind": reminder.subject.kind.value,
        "subject_key": reminder.subject.key,
        "rule": rule,
        "due": date.fromisoformat(key.rsplit(":", 1)[-1]),
        "remind_on": reminder.remind_on,
        "title": reminder.title,
        "text": reminder.text,
        "state": state,
        "tries": 1,
        "raised_at": at,
        "shown_at": None,
        "snoozed_until": None,
        "closed_at": None,
        "channel": "",
    }


def close(session: Session, keys: Collection[str], state: str, at: datetime) -> int:
    """Close open reminders: acknowledged, withdrawn, superseded or muted; return how many."""
    count = 0
    if not keys:
        return count
    for row in session.scalars(_open_rows().where(ReminderRow.key.in_(keys))):
        row.state = state
        row.closed_at = at
        count += 1
    return count


def close_subjects(session: Session, subjects: Iterable[tuple[str, str]], state: str, at: datetime) -> int:
    """Close the open reminders of some subjects; return how many."""
    wanted = frozenset(subjects)
    if not wanted:
        return 0
    keys = [row.key for row in session.scalars(_open_rows()) if (row.subject_kind, row.subject_key) in wanted]
    return close(session, keys, state, at)


def _open_rows() -> Select[ReminderRow]:
    return select(ReminderRow).where(ReminderRow.state.in_(OPEN_STATES))


def mark_shown(session: Session, keys: Collection[str], channel: str, at: datetime) -> None:
    """Note that reminders were shown, and through which channel."""
    session.execute(
        update(ReminderRow)
        .where(ReminderRow.key.in_(keys), ReminderRow.state == "claimed")
        .values(state="shown", shown_at=at, channel=channel)
    )


def snooze(session: Session, keys: Collection[str], until: datetime, at: datetime) -> int:
    """Put open reminders off until a moment; return how many. The deadline stays where it is."""
    rows = session.scalars(_open_rows().where(ReminderRow.key.in_(keys))).all()
    for row in rows:
        row.state = "snoozed"
        row.snoozed_until = until
        row.closed_at = at  # put off by a clock that ran ahead it would stay away too long: see rearm
    return len(rows)


def wake(session: Session, now: datetime) -> tuple[LoggedReminder, ...]:
    """Bring snoozed reminders back whose time has come; return them."""
    rows = session.scalars(
        select(ReminderRow).where(ReminderRow.state == "snoozed", ReminderRow.snoozed_until <= now)
    ).all()
    for row in rows:
        row.state = "claimed"
        row.snoozed_until = None
        row.closed_at = None
        row.tries += 1
    return tuple(_logged(row) for row in rows)


def open_reminders(session: Session) -> tuple[LoggedReminder, ...]:
    """Return open reminders, oldest due date first."""
    return tuple(
        _logged(row) for row in session.scalars(_open_rows().order_by(ReminderRow.due, ReminderRow.id))
    )


def closed_reminders(session: Session, limit: int) -> tuple[LoggedReminder, ...]:
    """Return reminders that people closed, newest first."""
    query = select(ReminderRow).where(ReminderRow.state.in_(("acknowledged", "muted", "withdrawn")))
    return tuple(
        _logged(row) for row in session.scalars(query.order_by(ReminderRow.closed_at.desc()).limit(limit))
    )


def muted_subjects(session: Session) -> frozenset[tuple[str, str, date]]:
    """Return (kind, key, due date) of what the officer does not want to be reminded of any more."""
    query = select(ReminderRow.subject_kind, ReminderRow.subject_key, ReminderRow.due).where(
        ReminderRow.state == "muted"
    )
    return frozenset((kind, key, due) for kind, key, due in session.execute(query))


def next_snooze(session: Session) -> datetime | None:
    """Return the earliest moment a snoozed reminder comes back."""
    return session.scalar(
        select(ReminderRow.snoozed_until)
        .where(ReminderRow.state == "snoozed")
        .order_by(ReminderRow.snoozed_until)
        .limit(1)
    )


def _logged(row: ReminderRow) -> LoggedReminder:
    return LoggedReminder(
        key=row.key,
        subject_kind=row.subject_kind,
        subject_key=row.subject_key,
        rule=row.rule,
        due=row.due,
        remind_on=row.remind_on,
        title=row.title,
        text=row.text,
        state=row.state,
        tries=row.tries,
        raised_at=row.raised_at,
        shown_at=row.shown_at,
        snoozed_until=row.snoozed_until,
        closed_at=row.closed_at,
    )
