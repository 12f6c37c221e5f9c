"""Weeks of passes with a ledger: nothing is lost, nothing is raised twice, nothing belongs to a day off."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.calendar_data import load_special_days
from cchc_desktop.domain.reminders import (
    Reminder,
    ReminderRules,
    Subject,
    SubjectKind,
    due_reminders,
    next_due,
)
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.paths import resources

CALENDAR = WorkCalendar(load_special_days(resources()))
LADDERS = st.lists(st.integers(0, 15), min_size=1, max_size=6, unique=True).map(tuple)
ONE_DAY = timedelta(days=1)


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    kind = draw(st.sampled_from(SubjectKind))
    due = draw(st.dates(date(2026, 1, 20), date(2026, 10, 1)))
    opened = draw(st.none() | st.integers(2, 60))
    cutoff = draw(st.none() | st.integers(0, 10))
    return Subject(
        kind,
        draw(st.sampled_from(["a", "b"])),
        draw(st.text(max_size=80)),
        due,
        window_start=None if opened is None else due - timedelta(days=opened),
        cutoff=None if cutoff is None else due - timedelta(days=cutoff),
    )


def expected_days(subject: Subject, rules: ReminderRules, until: date) -> dict[str, date]:
    """Return rule and day of every rung up to a day, found by walking through the days one by one."""
    working = [
        day for day in days_from(date(2025, 10, 1), until + timedelta(days=40)) if CALENDAR.is_working(day)
    ]
    upto_due = [day for day in working if day <= subject.due]
    counts = {rules.review_before_cutoff} if subject.kind is SubjectKind.REVIEW else set(rules.ladder)
    found = {f"T-{count}": upto_due[-1 - count] for count in counts}
    if subject.window_start is not None:
        opening = max(day for day in working if day <= subject.window_start)
        found = {rule: max(day, opening) for rule, day in found.items()}
    if subject.kind is SubjectKind.REPORT:
        for rule, mark in (("START", subject.window_start), ("CUTOFF", subject.cutoff)):
            if mark is not None:
                found[rule] = max(day for day in working if day <= mark)
    if subject.kind is not SubjectKind.REVIEW:
        late = [day for day in working if day > subject.due]
        found |= {f"O+{index}": day for index, day in enumerate(late, start=1)}
    return {rule: day for rule, day in found.items() if day <= until}


def days_from(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def run(
    subject: Subject, rules: ReminderRules, days: list[date]
) -> tuple[list[tuple[date, Reminder]], set[str]]:
    ledger: set[str] = set()
    raised = []
    for day in days:
        now = datetime.combine(day, time(9))
        for reminder in due_reminders([subject], rules, ledger, now, CALENDAR):
            assert reminder.key not in ledger
            assert ledger.isdisjoint(reminder.superseded)
            assert len({reminder.key, *reminder.superseded}) == 1 + len(reminder.superseded)
            ledger |= {reminder.key, *reminder.superseded}
            raised.append((day, reminder))
    return raised, ledger


def keys(subject: Subject, rules: dict[str, date]) -> set[str]:
    return {f"{subject.kind.value}:{subject.key}:{rule}:{subject.due}" for rule in rules}


@settings(max_examples=60, deadline=None)
@given(subject=subjects(), ladder=LADDERS, weeks=st.integers(0, 4))
def test_run_daily_every_rung_comes_once_on_its_own_day(
    subject: Subject, ladder: tuple[int, ...], weeks: int
) -> None:
    rules = ReminderRules(ladder=ladder)
    last = subject.due + timedelta(weeks=weeks)
    raised, ledger = run(subject, rules, days_from(subject.due - timedelta(days=90), last))
    expected = expected_days(subject, rules, last)
    assert ledger == keys(subject, expected)
    for day, reminder in raised:
        assert CALENDAR.is_working(day)
        assert day == reminder.remind_on == expected[reminder.rule]
        assert all(expected[key.split(":")[2]] == day for key in reminder.superseded)
    assert {day for day, _ in raised} == set(expected.values())


@settings(max_examples=60, deadline=None)
@given(subject=subjects(), ladder=LADDERS, data=st.data())
def test_with_days_off_at_random_nothing_is_lost_and_nothing_comes_twice(
    subject: Subject, ladder: tuple[int, ...], data: st.DataObject
) -> None:
    rules = ReminderRules(ladder=ladder)
    first = subject.due - timedelta(days=80)
    offsets = data.draw(st.sets(st.integers(0, 110), min_size=1, max_size=25))
    days = [first + timedelta(days=offset) for offset in sorted(offsets)]
    raised, ledger = run(subject, rules, days)
    expected = expected_days(subject, rules, days[-1])
    if raised and raised[0][1].rule.startswith("O+"):  # met when it was overdue: those days were nobody's
        met = raised[0][1].remind_on
        expected = {rule: day for rule, day in expected.items() if not rule.startswith("O+") or day >= met}
    assert ledger == keys(subject, expected)
    shown = [reminder.key for _, reminder in raised]
    assert len(shown) == len(set(shown))
    assert all(expected[reminder.rule] <= day for day, reminder in raised)


@settings(max_examples=60, deadline=None)
@given(
    subject=subjects(),
    ladder=LADDERS,
    offset=st.integers(-80, 30),
    moment=st.times(),
)
def test_a_timer_set_for_the_next_moment_misses_nothing_and_never_rings_for_nothing(
    subject: Subject, ladder: tuple[int, ...], offset: int, moment: time
) -> None:
    rules = ReminderRules(ladder=ladder)
    now = datetime.combine(subject.due + timedelta(days=offset), moment)
    ledger = {
        key
        for reminder in due_reminders([subject], rules, set(), now, CALENDAR)
        for key in (reminder.key, *reminder.superseded)
    }
    coming = next_due([subject], rules, ledger, now, CALENDAR)
    if coming is None:
        far = now + timedelta(days=365)
        assert due_reminders([subject], rules, ledger, min(far, overdue_limit(subject)), CALENDAR) == ()
        return
    assert coming > now
    assert due_reminders([subject], rules, ledger, coming - timedelta(seconds=1), CALENDAR) == ()
    assert len(due_reminders([subject], rules, ledger, coming, CALENDAR)) == 1


def overdue_limit(subject: Subject) -> datetime:
    return datetime.combine(subject.due + timedelta(days=365), time(23))
