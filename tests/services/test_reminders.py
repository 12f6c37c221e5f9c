"""Reminder passes over real data: nothing lost, nothing twice, nothing while the clock is wrong."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.reminders import PassResult
from cchc_desktop.services.result_entry import ResultEntry

Find = Callable[[str, str], Task]


@pytest.fixture
def app(app: App) -> App:
    app.offices.save(Office(agency_name="Sở Nội vụ", role=OfficeRole.DEPARTMENT, year=2023))
    return app


def run(app: App, *, at_start: bool = False) -> PassResult:
    return app.reminders.run(at_start=at_start, trusted_clock=True)


def subjects(result: PassResult) -> list[str]:
    return [reminder.subject.key for reminder in result.raised]


def test_a_pass_is_idempotent(app: App) -> None:
    first = run(app)
    assert first.raised
    assert not run(app).raised
    assert {each.key for each in first.open} == {each.key for each in run(app).open}


def test_every_rung_of_a_report_comes_once_on_its_day(app: App, clock: SetClock) -> None:
    rules = []
    day = date(2022, 12, 14)
    while day <= date(2023, 3, 17):
        clock.moment = at(day, 9)
        rules += [reminder.rule for reminder in run(app).raised if reminder.subject.key == "2023-Q1"
                  and reminder.subject.kind.value == "report"]  # fmt: skip
        day += timedelta(days=1)
    assert rules[:1] == ["START"]
    assert len(rules) == len(set(rules))
    assert {"T-15", "T-7", "T-3", "T-1", "T-0", "CUTOFF"} <= set(rules)


def test_sending_the_report_stops_its_reminders(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 16), 9)
    assert "2023-Q1" in subjects(run(app))
    app.reports.submit("2023-Q1", date(2023, 3, 16), "10/BC")
    result = run(app)
    assert "2023-Q1" not in {each.subject_key for each in result.open}
    clock.moment = at(date(2023, 3, 17), 9)
    assert "2023-Q1" not in subjects(run(app))


def test_completing_a_task_withdraws_its_reminder_and_undoing_brings_it_back(
    app: App, clock: SetClock, task_at: Find
) -> None:
    task = task_at("I", "1")
    assert task.uid in subjects(run(app))
    done = app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, date(2023, 3, 20)))
    assert task.uid not in {each.subject_key for each in run(app).open}
    app.history.undo(done.changes.batch)
    clock.moment = at(date(2023, 3, 21), 9)
    assert task.uid in subjects(run(app))


def test_a_moved_deadline_rings_again(app: App, clock: SetClock, task_at: Find) -> None:
    task = task_at("I", "9")
    app.tasks.record(task.id, ResultEntry(own_due=date(2023, 3, 21)))
    assert task.uid in subjects(run(app))
    app.tasks.record(task.id, ResultEntry(own_due=date(2023, 3, 23)))
    assert task.uid in subjects(run(app))
    assert [each.due for each in app.reminders.open() if each.subject_key == task.uid] == [date(2023, 3, 23)]
    clock.moment = at(date(2023, 3, 22), 9)
    assert task.uid in subjects(run(app))


def test_after_an_absence_one_message_stands_for_all(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 2, 1), 9)
    run(app)
    clock.moment = at(date(2023, 2, 28), 9)
    result = run(app, at_start=True)
    assert len(result.raised) > 1
    assert len({reminder.subject for reminder in result.raised}) == len(result.raised)
    assert result.digest is not None
    assert "trong thời gian máy tắt" in result.digest[0]


def test_several_at_once_come_as_one_message(app: App) -> None:
    result = run(app)
    assert len(result.raised) > 1
    assert result.digest is not None


def test_one_alone_needs_no_digest(empty: App, clock: SetClock) -> None:
    empty.offices.save(Office(agency_name="Sở Nội vụ", year=2023))
    clock.moment = at(date(2023, 3, 15), 9)
    run(empty)
    clock.moment = at(date(2023, 3, 16), 9)
    result = run(empty)
    assert len(result.raised) == 1
    assert result.digest is None


def test_undated_tasks_share_one_review_a_period(app: App, clock: SetClock) -> None:
    reviews = []
    day = date(2023, 2, 20)
    while day <= date(2023, 3, 14):
        clock.moment = at(day, 9)
        reviews += [reminder for reminder in run(app).raised if reminder.subject.kind.value == "review"]
        day += timedelta(days=1)
    assert [reminder.subject.key for reminder in reviews] == ["2023-Q1"]
    asked = reviews[0].subject
    assert asked.missing_results > 1
    assert asked.done + asked.missing_results == asked.total, "tasks with a date are not counted"


def test_other_offices_tasks_do_not_ring(app: App, task_at: Find) -> None:
    others = task_at("V", "4")  # Sở Nội vụ leads
    app.offices.save(Office(agency_name="Sở Công Thương", year=2023))
    assert others.uid not in subjects(run(app))


def test_a_report_long_overdue_at_first_sight_is_left_to_the_list(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 11, 22), 9)
    keys = subjects(run(app))
    assert "2023-Q1" not in keys
    assert "2023-H1" not in keys


def test_a_report_that_was_reminded_of_goes_on_ringing(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 16), 9)
    run(app)
    clock.moment = at(date(2023, 11, 22), 9)
    assert "2023-Q1" in subjects(run(app))


def test_an_implausible_clock_marks_nothing(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2026, 11, 23), 9)
    app.reminders.run(trusted_clock=True)
    open_before = app.reminders.open()
    for wrong in (at(date(2026, 11, 22), 9), at(date(2027, 5, 1), 9), at(date(2002, 1, 1), 9)):
        clock.moment = wrong
        result = app.reminders.run()
        assert result.held
        assert not result.raised
        assert app.reminders.open() == open_before
    clock.moment = at(date(2027, 5, 4), 9)
    app.reminders.confirm_clock()
    assert not app.reminders.run().held


def test_what_rang_while_the_clock_ran_ahead_rings_again(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 16), 9)
    assert "2023-Q1" in subjects(run(app))
    clock.moment = at(date(2023, 3, 1), 9)
    run(app)
    clock.moment = at(date(2023, 3, 16), 9)
    assert "2023-Q1" in subjects(run(app))


def test_what_a_running_ahead_clock_replaced_stands_open_again(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 1), 9)
    run(app)
    before = {each.key for each in app.reminders.open()}
    assert before
    clock.moment = at(date(2023, 3, 16), 9)
    run(app)
    assert not before <= {each.key for each in app.reminders.open()}, "later rungs took their place"
    clock.moment = at(date(2023, 3, 1), 10)
    run(app)
    assert before <= {each.key for each in app.reminders.open()}


def test_acknowledging_closes_and_keeps_the_task_open(app: App, clock: SetClock, task_at: Find) -> None:
    run(app)
    key = next(each.key for each in app.reminders.open() if each.subject_key == task_at("I", "1").uid)
    app.reminders.acknowledge([key])
    assert key not in {each.key for each in app.reminders.open()}
    assert [each.key for each in app.reminders.closed()] == [key]
    clock.moment = at(date(2023, 3, 21), 9)
    assert task_at("I", "1").uid in subjects(run(app))


def test_snoozing_comes_back_and_moves_no_deadline(app: App, clock: SetClock, task_at: Find) -> None:
    run(app)
    task = task_at("I", "1")
    key = next(each.key for each in app.reminders.open() if each.subject_key == task.uid)
    app.reminders.snooze([key], at(date(2023, 3, 20), 14))
    assert not run(app).woken
    clock.moment = at(date(2023, 3, 20), 14)
    assert [each.key for each in run(app).woken] == [key]
    assert task_at("I", "1").reading == task.reading
    with pytest.raises(InvalidInput, match="ở sau hiện tại"):
        app.reminders.snooze([key], at(date(2023, 3, 20), 13))


def test_muting_lasts_until_the_deadline_moves(app: App, clock: SetClock, task_at: Find) -> None:
    run(app)
    task = task_at("I", "1")
    key = next(each.key for each in app.reminders.open() if each.subject_key == task.uid)
    app.reminders.mute(key)
    clock.moment = at(date(2023, 3, 21), 9)
    assert task.uid not in subjects(run(app))
    app.tasks.record(task.id, ResultEntry(own_due=date(2023, 2, 24)))
    assert task.uid in subjects(run(app))


def test_what_was_claimed_but_not_shown_is_marked_as_again(app: App) -> None:
    first = run(app)
    app.reminders.mark_shown([first.raised[0].key], "tray")
    states = {each.key: each.state for each in app.reminders.open()}
    assert states[first.raised[0].key] == "shown"
    assert states[first.raised[1].key] == "claimed"


def test_the_next_moment_is_ahead(app: App, clock: SetClock) -> None:
    run(app)
    moment = app.reminders.next_moment()
    assert moment is not None
    assert moment > clock.moment
    key = app.reminders.open()[0].key
    soon = clock.moment + timedelta(minutes=5)
    app.reminders.snooze([key], soon)
    assert app.reminders.next_moment() == soon


def test_nothing_is_due_in_a_file_without_anything_open(empty: App) -> None:
    for key in ("2023-Q1", "2023-H1", "2023-Q3", "2023-Y", "2024-Q1", "2024-H1", "2024-Q3", "2024-Y",
                "2022-Q1", "2022-H1", "2022-Q3", "2022-Y"):  # fmt: skip
        empty.reports.set_state(key, ReportState.SENT)
    assert not run(empty).raised
    assert empty.reminders.next_moment() is None


def test_reminders_survive_closing_and_opening(app: App, clock: SetClock) -> None:
    keys = {reminder.key for reminder in run(app).raised}
    folder = app.folder.root
    app.close()
    again = open_app(folder, clock)
    try:
        assert not run(again, at_start=True).raised
        assert {each.key for each in again.reminders.open()} == keys
    finally:
        again.close()


def test_moments_are_in_vietnams_offset(app: App) -> None:
    run(app)
    moment = app.reminders.next_moment()
    assert isinstance(moment, datetime)
    assert moment.utcoffset() == timedelta(hours=7)


def test_a_report_that_was_asked_for_once_climbs_the_ladder_too(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 4, 3), 9)
    run(app)
    added, _ = app.reports.add("Báo cáo đột xuất về biên chế", date(2023, 4, 14), requested_by="Bộ Nội vụ")
    rungs = []
    for day in (3, 4, 5, 7, 10, 12, 13, 14):
        clock.moment = at(date(2023, 4, day), 10)
        rungs += [each.rule for each in run(app).raised if each.subject.key == added.period.key]
    assert len(rungs) == len(set(rungs)) >= 4
    assert not [each for each in run(app).raised if each.subject.kind.value == "review"]
