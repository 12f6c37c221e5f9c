"""The steps of a reminder pass inside its transaction: withdraw, raise, take the place of, find the next moment."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.reminder_texts import absence_digest, several_digest, week_digest
from cchc_desktop.domain.reminders import Reminder, Subject, due_reminders, next_due
from cchc_desktop.services.reminder_facts import Facts
from cchc_desktop.storage import reminder_log
from cchc_desktop.storage.ledger_carry import DOUBTFUL_UNTIL
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import get_setting, put_setting

LAST_SEEN = "clock_last_seen"
"""Setting: ISO moment of the last pass whose clock was taken for right."""
WEEK = "week:"
"""How the key of the message about a week begins; the Monday follows."""
_WEEK_TOLD = "week_told"


def claim_due(session: Session, facts: Facts, now: datetime) -> tuple[tuple[Reminder, ...], frozenset[str]]:
    """Write what is due into the ledger; return it, and the keys that are not to be raised again."""
    reminder_log.rearm(session, now)
    audible = _audible(session, facts)
    current = {(each.kind.value, each.key, each.due) for each in audible}
    stale = [
        each.key
        for each in reminder_log.open_reminders(session)
        if (each.subject_kind, each.subject_key, each.due) not in current
    ]
    reminder_log.close(session, stale, "withdrawn", now)
    reminder_log.reopen(session, current, now)
    ledger = reminder_log.known_keys(session, now.date())
    raised = due_reminders(audible, facts.rules, ledger, now, facts.calendar)
    reminder_log.close_subjects(
        session, [(each.subject.kind.value, each.subject.key) for each in raised], "superseded", now
    )
    session.flush()
    reminder_log.claim(session, raised, now, _doubtful_until(session))
    return raised, ledger.union(key for each in raised for key in (each.key, *each.superseded))


def upcoming(session: Session, facts: Facts, ledger: AbstractSet[str], now: datetime) -> datetime | None:
    """Return when the next reminder falls due or comes back; what the officer muted is none."""
    due = next_due(_audible(session, facts), facts.rules, ledger, now, facts.calendar)
    moments = [moment for moment in (due, reminder_log.next_snooze(session)) if moment is not None]
    return min(moments, default=None)


def _audible(session: Session, facts: Facts) -> list[Subject]:
    muted = reminder_log.muted_subjects(session)
    return [each for each in facts.subjects if (each.kind.value, each.key, each.due) not in muted]


def week_begins(now: datetime, facts: Facts) -> datetime:
    """Return when the tasks of the running week are told of: on its first working day, when the day's reminders begin."""
    monday = _monday(now)
    first = facts.calendar.after(monday - timedelta(days=1), 1)
    return datetime.combine(
        first, time(facts.rules.day_starts_hour, facts.rules.day_starts_minute), now.tzinfo
    )


def week_notice(session: Session, facts: Facts, now: datetime) -> tuple[str, str, str] | None:
    """Return key, title and text about the tasks of this week, on its first working day until it was told."""
    key, begins = f"{WEEK}{_monday(now).isoformat()}", week_begins(now, facts)
    if not (begins <= now and begins.date() == now.date()) or get_setting(session, _WEEK_TOLD) == key:
        return None
    digest = week_digest(_audible(session, facts), now.date())
    return None if digest is None else (key, *digest)


def note_told(session: Session, keys: Collection[str]) -> None:
    """Note that the message about a week was told."""
    for key in keys:
        if key.startswith(WEEK):
            put_setting(session, _WEEK_TOLD, key)


def _monday(now: datetime) -> date:
    return now.date() - timedelta(days=now.weekday())


def _doubtful_until(session: Session) -> date | None:
    stored = get_setting(session, DOUBTFUL_UNTIL)
    return None if stored is None else datetime.fromisoformat(stored).date()


def last_seen_at(session: Session) -> datetime | None:
    """Return the moment of the last pass whose clock was taken for right."""
    stored = get_setting(session, LAST_SEEN)
    return None if stored is None else datetime.fromisoformat(stored)


def digest_of(
    raised: tuple[Reminder, ...], last_seen: datetime | None, now: datetime, *, at_start: bool
) -> tuple[str, str] | None:
    """Return title and text of the one message that stands for several reminders; None for one alone."""
    if len(raised) < 2:
        return None
    if at_start and last_seen is not None and now - last_seen > timedelta(hours=12):
        return absence_digest(raised, last_seen.astimezone(VIETNAM).date(), now.date())
    return several_digest(raised, now.date())
