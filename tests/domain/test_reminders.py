"""Which reminders are due at a moment, and when the next one will be."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from cchc_desktop.calendar_data import load_special_days
from cchc_desktop.domain.reminders import (
    Reminder,
    ReminderRules,
    Subject,
    SubjectKind,
    clock_is_plausible,
    due_reminders,
    next_due,
)
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.paths import resources

CALENDAR = WorkCalendar(load_special_days(resources()))
RULES = ReminderRules()
VIETNAM = timezone(timedelta(hours=7))
REPORT = Subject(
    SubjectKind.REPORT,
    "2026-Y",
    "Báo cáo CCHC năm 2026",
    due=date(2026, 12, 16),
    window_start=date(2025, 12, 15),
    cutoff=date(2026, 12, 14),
    recipient="Sở Nội vụ",
    state_text="Dự thảo",
)
TASK = Subject(SubjectKind.TASK, "t1", "Ban hành Chỉ số CCHC năm 2026", due=date(2026, 12, 16))
REVIEW = Subject(
    SubjectKind.REVIEW,
    "2026-Y",
    "Báo cáo CCHC năm 2026",
    due=date(2026, 12, 14),
    window_start=date(2025, 12, 15),
    cutoff=date(2026, 12, 14),
    done=44,
    total=53,
    missing_results=9,
)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


def due_at(
    day: date, *subjects: Subject, ledger: set[str] | None = None, hour: int = 9
) -> tuple[Reminder, ...]:
    return due_reminders(subjects, RULES, ledger or set(), at(day, hour), CALENDAR)


def rules_of(reminders: tuple[Reminder, ...]) -> list[str]:
    return [reminder.rule for reminder in reminders]


def daily(subject: Subject, first: date, last: date) -> dict[date, str]:
    """Return the rule raised on each day of a program that runs every day."""
    ledger: set[str] = set()
    raised: dict[date, str] = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        for reminder in due_at(day, subject, ledger=ledger):
            raised[day] = reminder.rule
            ledger |= {reminder.key, *reminder.superseded}
    return raised


def test_a_report_run_daily_climbs_its_ladder() -> None:
    assert daily(REPORT, date(2025, 12, 14), date(2026, 12, 21)) == {
        date(2025, 12, 15): "START",
        date(2026, 11, 25): "T-15",
        date(2026, 12, 7): "T-7",
        date(2026, 12, 11): "T-3",
        date(2026, 12, 14): "CUTOFF",
        date(2026, 12, 15): "T-1",
        date(2026, 12, 16): "T-0",
        date(2026, 12, 17): "O+1",
        date(2026, 12, 18): "O+2",
        date(2026, 12, 21): "O+3",
    }


def test_a_task_due_on_a_sunday_is_reminded_of_by_the_friday_before_and_overdue_from_monday() -> None:
    task = replace(TASK, due=date(2026, 12, 20))
    assert daily(task, date(2026, 12, 14), date(2026, 12, 22)) == {
        date(2026, 12, 14): "T-7",
        date(2026, 12, 15): "T-3",
        date(2026, 12, 17): "T-1",
        date(2026, 12, 18): "T-0",
        date(2026, 12, 21): "O+1",
        date(2026, 12, 22): "O+2",
    }


def test_over_tet_rungs_move_back_before_the_leave() -> None:
    task = replace(TASK, due=date(2026, 2, 23))
    raised = daily(task, date(2026, 2, 9), date(2026, 2, 23))
    assert raised == {
        date(2026, 2, 9): "T-7",
        date(2026, 2, 11): "T-3",
        date(2026, 2, 13): "T-1",
        date(2026, 2, 23): "T-0",
    }


def test_a_cutoff_on_a_saturday_is_reminded_of_on_friday() -> None:
    first_quarter = replace(
        REPORT,
        key="2026-Q1",
        due=date(2026, 3, 16),
        cutoff=date(2026, 3, 14),
        window_start=date(2025, 12, 15),
    )
    raised = daily(first_quarter, date(2026, 3, 11), date(2026, 3, 16))
    assert raised == {
        date(2026, 3, 11): "T-3",
        date(2026, 3, 13): "T-1",  # the cut-off shares this Friday and goes with the nearer rung
        date(2026, 3, 16): "T-0",
    }
    (friday,) = due_at(date(2026, 3, 13), first_quarter, ledger={"report:2026-Q1:T-3:2026-03-16"})
    assert friday.superseded == ("report:2026-Q1:CUTOFF:2026-03-16",)


def test_a_cutoff_after_the_sending_has_no_rung_of_its_own() -> None:
    early = replace(REPORT, due=date(2026, 12, 11))
    assert "CUTOFF" not in daily(early, date(2026, 12, 1), date(2026, 12, 31)).values()


def test_a_report_without_window_and_cutoff_has_only_the_steps() -> None:
    bare = replace(REPORT, window_start=None, cutoff=None)
    assert set(daily(bare, date(2026, 11, 1), date(2026, 12, 16)).values()) == {
        "T-15",
        "T-7",
        "T-3",
        "T-1",
        "T-0",
    }


def test_a_review_is_raised_once_before_the_cutoff() -> None:
    assert daily(REVIEW, date(2026, 11, 1), date(2026, 12, 31)) == {date(2026, 12, 3): "T-7"}
    assert rules_of(due_at(date(2026, 12, 20), REVIEW)) == ["T-7"]


def test_keys_and_what_goes_with_the_latest_rung() -> None:
    (reminder,) = due_at(date(2026, 12, 9), REPORT)
    assert reminder.key == "report:2026-Y:T-7:2026-12-16"
    assert reminder.remind_on == date(2026, 12, 7)
    assert reminder.subject is REPORT
    assert reminder.superseded == ("report:2026-Y:START:2026-12-16", "report:2026-Y:T-15:2026-12-16")


def test_after_an_absence_one_reminder_stands_for_all_that_were_missed() -> None:
    seen = {"task:t1:T-15:2026-12-16"}
    (reminder,) = due_at(date(2026, 12, 21), TASK, ledger=seen)
    assert reminder.rule == "O+3"
    assert reminder.superseded == tuple(
        f"task:t1:{rule}:2026-12-16" for rule in ("T-7", "T-3", "T-1", "T-0", "O+1", "O+2")
    )


def test_an_overdue_subject_met_for_the_first_time_does_not_bring_its_whole_past() -> None:
    (reminder,) = due_at(date(2027, 11, 1), TASK)
    assert reminder.rule.startswith("O+2")
    assert [key.split(":")[2] for key in reminder.superseded] == ["T-15", "T-7", "T-3", "T-1", "T-0"]
    (next_one,) = due_at(date(2027, 11, 4), TASK, ledger={reminder.key, *reminder.superseded})
    assert len(next_one.superseded) == 2


def test_below_a_rung_in_the_ledger_nothing_is_raised() -> None:
    assert due_at(date(2026, 12, 12), TASK, ledger={"task:t1:T-3:2026-12-16"}) == ()


def test_a_nearer_rung_of_an_earlier_setting_counts_too() -> None:
    rules = ReminderRules(ladder=(10, 0))
    ledger = {"task:t1:T-7:2026-12-16"}
    assert due_reminders([TASK], rules, ledger, at(date(2026, 12, 8)), CALENDAR) == ()
    assert rules_of(due_reminders([TASK], rules, set(), at(date(2026, 12, 8)), CALENDAR)) == ["T-10"]


def test_a_ladder_may_be_unordered_doubled_or_nonsense() -> None:
    rules = ReminderRules(ladder=(0, 3, 3, -2, 1))
    reminders = due_reminders([TASK], rules, set(), at(date(2026, 12, 16)), CALENDAR)
    assert [reminder.rule for reminder in reminders] == ["T-0"]
    assert [key.split(":")[2] for key in reminders[0].superseded] == ["T-3", "T-1"]


def test_a_moved_deadline_rings_again() -> None:
    ledger = {reminder.key for reminder in due_at(date(2026, 12, 9), TASK)}
    moved = replace(TASK, due=date(2026, 12, 18))
    assert due_at(date(2026, 12, 9), TASK, ledger=ledger) == ()
    assert rules_of(due_at(date(2026, 12, 9), moved, ledger=ledger)) == ["T-7"]


def test_the_day_begins_at_the_hour_of_the_rules() -> None:
    monday = date(2026, 12, 7)
    seen = {"task:t1:T-15:2026-12-16"}
    assert due_at(monday, TASK, ledger=seen, hour=7) == ()
    assert rules_of(due_reminders([TASK], RULES, seen, at(monday, 8, 30), CALENDAR)) == ["T-7"]
    assert due_reminders([TASK], RULES, seen, at(monday, 8, 29), CALENDAR) == ()


def test_before_that_hour_yesterday_s_rung_is_raised_with_today_s_words() -> None:
    (reminder,) = due_at(date(2026, 12, 8), TASK, ledger={"task:t1:T-15:2026-12-16"}, hour=7)
    assert (reminder.rule, reminder.remind_on) == ("T-7", date(2026, 12, 7))
    assert reminder.title.startswith("Còn 6 ngày làm việc: ")


def test_a_catch_up_on_a_sunday_raises_what_was_missed_but_nothing_of_its_own() -> None:
    sunday = date(2026, 12, 20)
    (reminder,) = due_at(sunday, TASK)
    assert (reminder.rule, reminder.remind_on) == ("O+2", date(2026, 12, 18))
    assert due_at(sunday, TASK, ledger={reminder.key}) == ()


def test_before_the_window_opens_nothing_is_raised_and_then_the_rungs_that_waited() -> None:
    task = replace(TASK, window_start=date(2026, 12, 12))  # a Saturday: opens on Friday
    assert due_at(date(2026, 12, 10), task) == ()
    (reminder,) = due_at(date(2026, 12, 11), task)
    assert (reminder.rule, reminder.remind_on) == ("T-3", date(2026, 12, 11))
    assert [key.split(":")[2] for key in reminder.superseded] == ["T-15", "T-7"]


def test_an_overdue_subject_whose_window_lies_ahead_is_silent() -> None:
    odd = replace(TASK, window_start=date(2027, 1, 4))
    assert due_at(date(2026, 12, 21), odd) == ()
    assert rules_of(due_at(date(2027, 1, 4), odd)) == ["O+12"]


@pytest.mark.parametrize("subject", [TASK, REPORT, REVIEW])
def test_long_overdue_subjects_are_left_to_the_lists(subject: Subject) -> None:
    last = subject.due + timedelta(days=365)
    assert len(due_at(last, subject)) == 1
    assert due_at(last + timedelta(days=1), subject) == ()


def test_overdue_goes_before_today_before_ahead_before_an_opening_and_reports_before_tasks() -> None:
    today = date(2026, 12, 16)
    opening = replace(
        REPORT, key="2027-Q1", due=date(2027, 3, 16), window_start=date(2026, 12, 15), cutoff=None
    )
    late = replace(TASK, key="late", due=date(2026, 12, 10))
    later = replace(TASK, key="later", due=date(2026, 12, 11))
    soon = replace(TASK, key="soon", due=date(2026, 12, 18))
    reminders = due_at(today, opening, soon, TASK, REVIEW, later, REPORT, late)
    assert [reminder.subject.key for reminder in reminders] == [
        "late",
        "later",
        "2026-Y",
        "2026-Y",
        "t1",
        "soon",
        "2027-Q1",
    ]
    assert [reminder.subject.kind for reminder in reminders[2:4]] == [SubjectKind.REVIEW, SubjectKind.REPORT]


def test_a_subject_passed_twice_is_raised_once() -> None:
    assert len(due_at(date(2026, 12, 16), TASK, TASK)) == 1


def test_the_ledger_may_be_any_collection() -> None:
    reminders = due_at(date(2026, 12, 16), TASK)
    keys = [reminder.key for reminder in reminders]
    assert due_reminders([TASK], RULES, keys, at(date(2026, 12, 16)), CALENDAR) == ()
    assert next_due([TASK], RULES, keys, at(date(2026, 12, 16)), CALENDAR) == at(date(2026, 12, 17), 8, 30)


# --- the next moment ---


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(date(2026, 11, 20)), at(date(2026, 11, 25), 8, 30)),
        (at(date(2026, 11, 25), 8, 29), at(date(2026, 11, 25), 8, 30)),
        (at(date(2026, 11, 25), 8, 30), at(date(2026, 12, 7), 8, 30)),
        (at(date(2026, 12, 16)), at(date(2026, 12, 17), 8, 30)),
        (at(date(2026, 12, 18)), at(date(2026, 12, 21), 8, 30)),
    ],
)
def test_the_next_moment_of_a_task(now: datetime, expected: datetime) -> None:
    found = next_due([TASK], RULES, set(), now, CALENDAR)
    assert found == expected
    assert found is not None
    assert found.tzinfo is now.tzinfo


def test_the_next_moment_of_several_is_the_earliest() -> None:
    assert next_due([TASK, REVIEW], RULES, set(), at(date(2026, 12, 1)), CALENDAR) == at(
        date(2026, 12, 3), 8, 30
    )


def test_a_rung_shown_ahead_of_its_time_is_not_waited_for() -> None:
    ledger = {"task:t1:T-3:2026-12-16"}
    assert next_due([TASK], RULES, ledger, at(date(2026, 12, 2)), CALENDAR) == at(date(2026, 12, 15), 8, 30)
    ledger = {"task:t1:O+1:2026-12-16"}
    assert next_due([TASK], RULES, ledger, at(date(2026, 12, 16)), CALENDAR) == at(date(2026, 12, 18), 8, 30)


def test_nothing_is_ahead_of_a_review_that_was_raised_or_of_what_is_too_long_overdue() -> None:
    assert next_due([REVIEW], RULES, set(), at(date(2026, 12, 3)), CALENDAR) is None
    assert next_due([TASK], RULES, set(), at(TASK.due + timedelta(days=365)), CALENDAR) is None
    assert next_due([], RULES, set(), at(TASK.due), CALENDAR) is None


# --- the clock ---


@pytest.mark.parametrize(
    ("now", "plausible"),
    [
        (at(date(2026, 11, 20), 17, 0), True),
        (at(date(2026, 11, 20), 16, 40), True),
        (at(date(2026, 11, 20), 16, 39), False),
        (at(date(2026, 12, 30), 17, 0), True),
        (at(date(2026, 12, 30), 17, 1), False),
        (at(date(2016, 1, 1), 0, 0), False),
    ],
)
def test_the_clock_is_plausible_near_the_last_pass(now: datetime, *, plausible: bool) -> None:
    last_seen = at(date(2026, 11, 20), 17)
    assert clock_is_plausible(now, last_seen, date(2026, 11, 1)) is plausible


@pytest.mark.parametrize(("day", "plausible"), [(date(2026, 10, 31), False), (date(2026, 11, 1), True)])
def test_no_pass_happened_before_the_release(day: date, *, plausible: bool) -> None:
    assert clock_is_plausible(at(day), at(day), date(2026, 11, 1)) is plausible
