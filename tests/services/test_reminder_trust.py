"""What keeps reminders trustworthy when things go wrong around a pass: kills, restores, other writers, second thoughts."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.reminders import SubjectKind
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.services.reminders import OpenReminder, PassResult
from cchc_desktop.services.result_entry import ResultEntry
from cchc_desktop.storage.connection import connect

Find = Callable[[str, str], Task]


@pytest.fixture
def app(app: App) -> App:
    app.offices.save(Office(agency_name="Sở Nội vụ", role=OfficeRole.DEPARTMENT, year=2023))
    return app


def run(app: App, *, at_start: bool = False) -> PassResult:
    return app.reminders.run(at_start=at_start, trusted_clock=True)


def opened(app: App) -> dict[str, OpenReminder]:
    return {each.key: each for each in app.reminders.open()}


def of_task(app: App, task: Task) -> OpenReminder:
    return next(each for each in app.reminders.open() if each.subject_key == task.uid)


def statements(app: App, act: Callable[[], object]) -> list[str]:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", note)
    act()
    event.remove(app.store.engine, "before_cursor_execute", note)
    return seen


def test_a_pass_that_finds_nothing_only_looks_at_the_version_of_the_file(app: App, clock: SetClock) -> None:
    first = run(app)
    clock.moment += timedelta(minutes=10)
    assert statements(app, lambda: run(app)) == []
    assert statements(app, app.reminders.next_moment) == []
    assert run(app).open == first.open


def test_the_clock_is_written_down_now_and_then(app: App, clock: SetClock) -> None:
    run(app)
    clock.moment += timedelta(hours=1)
    written = statements(app, lambda: run(app))
    assert any(each.startswith("UPDATE setting") for each in written)
    assert len(written) < 5
    clock.moment += timedelta(minutes=10)
    assert statements(app, lambda: run(app)) == []


def test_a_told_time_leaves_the_clock_alone(app: App, clock: SetClock) -> None:
    run(app)
    clock.moment += timedelta(hours=3)
    result = app.reminders.run(trusted_clock=True, is_rehearsal=True)
    assert not result.raised
    clock.moment -= timedelta(hours=2, minutes=30)
    assert not app.reminders.run().held


def test_after_an_answer_the_tasks_need_not_be_read_again(app: App) -> None:
    run(app)
    key = next(iter(opened(app)))
    app.reminders.acknowledge([key])
    written = statements(app, lambda: run(app))
    assert written
    assert not any("FROM task" in each for each in written)
    assert key not in opened(app)


def test_a_change_of_another_program_is_noticed(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    run(app)
    assert task.uid in {each.subject_key for each in run(app).open}
    with closing(connect(app.folder.database)) as other:
        other.execute("UPDATE task SET progress = 'cancelled' WHERE id = ?", (task.id,))
    assert task.uid not in {each.subject_key for each in run(app).open}


def test_what_was_sent_while_the_pass_was_reading_is_not_raised(
    app: App, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.moment = at(date(2023, 3, 16), 9)
    writing = app.store.writing
    sent: list[str] = []

    def send_first(action: str, source: str = "") -> object:
        if action == "Nhắc việc" and not sent:
            sent.append("2023-Q1")
            app.reports.submit("2023-Q1", date(2023, 3, 16), "10/BC")
        return writing(action, source)

    store = replace(app.store)
    monkeypatch.setattr(type(store), "writing", lambda _self, *given: send_first(*given))
    raised = run(app).raised
    assert sent
    assert "2023-Q1" not in {each.subject.key for each in raised if each.subject.kind is SubjectKind.REPORT}


def test_what_was_claimed_before_a_crash_is_marked_at_the_next_start(app: App, clock: SetClock) -> None:
    keys = [reminder.key for reminder in run(app).raised]
    app.reminders.mark_shown(keys[:1], "tray")
    folder = app.folder.root
    app.close()
    again = open_app(folder, clock)
    try:
        result = run(again, at_start=True)
        assert not result.raised
        marks = {each.key: each.again for each in result.open}
        assert not marks[keys[0]], "it was shown"
        assert all(marks[key] for key in keys[1:])
    finally:
        again.close()


def test_a_completion_taken_back_brings_its_reminder_back(app: App, clock: SetClock, task_at: Find) -> None:
    run(app)
    task = task_at("I", "1")
    key = of_task(app, task).key
    done = app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, date(2023, 3, 20)))
    run(app)
    assert key not in opened(app)
    app.history.undo(done.changes.batch)
    clock.moment += timedelta(minutes=1)
    assert not run(app).raised
    assert opened(app)[key].state == "shown"


def test_what_was_put_off_waits_on_after_a_completion_was_taken_back(
    app: App, clock: SetClock, task_at: Find
) -> None:
    run(app)
    task = task_at("I", "1")
    key = of_task(app, task).key
    app.reminders.snooze([key], clock.moment + timedelta(hours=2))
    done = app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, date(2023, 3, 20)))
    run(app)
    app.history.undo(done.changes.batch)
    run(app)
    assert opened(app)[key].state == "snoozed"
    clock.moment += timedelta(hours=2)
    assert key in {each.key for each in run(app).woken}


def test_what_was_dealt_with_stays_so_after_a_completion_was_taken_back(app: App, task_at: Find) -> None:
    run(app)
    task = task_at("I", "1")
    key = of_task(app, task).key
    app.reminders.acknowledge([key])
    done = app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, date(2023, 3, 20)))
    run(app)
    app.history.undo(done.changes.batch)
    assert key not in {each.key for each in run(app).open}


def test_what_a_clock_that_ran_ahead_put_off_does_not_stay_away(app: App, clock: SetClock) -> None:
    run(app)
    key = next(iter(opened(app)))
    clock.moment += timedelta(days=8)
    app.reminders.snooze([key], clock.moment + timedelta(hours=1))
    clock.moment -= timedelta(days=8)
    run(app)
    assert opened(app)[key].state == "shown"
    app.reminders.snooze([key], clock.moment + timedelta(hours=1))
    clock.moment += timedelta(minutes=30)
    run(app)
    assert opened(app)[key].state == "snoozed"


def test_a_clock_put_right_by_minutes_brings_nothing_replaced_back(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 19), 9)
    run(app)
    clock.moment = at(date(2023, 3, 20), 9)
    assert run(app).raised
    clock.moment -= timedelta(minutes=10)
    subjects = [(each.subject_kind, each.subject_key) for each in run(app).open]
    assert len(subjects) == len(set(subjects))


def test_a_muted_subject_is_no_next_moment(app: App) -> None:
    run(app)
    for reminder in app.reminders.open():
        app.reminders.mute(reminder.key)
    muted = {each.subject_key for each in app.reminders.closed()}
    assert muted
    moment = app.reminders.next_moment()
    run(app)
    assert app.reminders.next_moment() == moment
    assert moment is None or moment > app.clock.now()


def restored(app: App, clock: SetClock, spoil: Callable[[Path], object] = lambda _database: None) -> App:
    """Raise things after a backup was made, bring it back, and open the data again."""
    copy = app.folder.root / "hôm qua.db"
    clock.moment = at(date(2023, 3, 19), 9)
    run(app)
    app.backups.create(copy)
    clock.moment = at(date(2023, 3, 20), 9)
    run(app)
    folder = app.folder.root
    key = next(each.key for each in app.reminders.open() if each.remind_on == date(2023, 3, 20))
    app.reminders.acknowledge([key])
    spoil(app.folder.database)
    app.backups.restore(copy)
    app.close()
    return open_app(folder, clock)


def test_a_restored_backup_does_not_ring_again_what_people_heard(app: App, clock: SetClock) -> None:
    again = restored(app, clock)
    try:
        dealt_with = {each.key for each in again.reminders.closed()}
        assert dealt_with
        result = run(again, at_start=True)
        assert not result.raised
        assert result.open
        assert not dealt_with & {each.key for each in result.open}
    finally:
        again.close()


def test_where_the_lost_file_cannot_be_read_it_rings_again_with_a_mark(app: App, clock: SetClock) -> None:
    again = restored(app, clock, spoil=lambda database: database.write_bytes(b"x" * 8192))
    try:
        result = run(again, at_start=True)
        assert result.raised
        marks = {each.key: each.again for each in result.open}
        assert all(marks[each.key] for each in result.raised)
        clock.moment = at(date(2023, 3, 21), 9)
        later = run(again)
        marks = {each.key: each.again for each in later.open}
        assert later.raised
        assert not any(marks[each.key] for each in later.raised)
    finally:
        again.close()


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (at(date(2023, 3, 20), 9), False),
        (at(date(2023, 3, 20), 7), True),
        (at(date(2023, 3, 20), 17), True),
        (at(date(2023, 3, 19), 9), True),
    ],
)
def test_quiet_hours(app: App, moment: datetime, quiet: bool) -> None:
    assert app.reminders.is_quiet(moment) is quiet


def test_an_office_that_reminds_early_begins_its_day_then(app: App) -> None:
    app.offices.save(replace(app.offices.get(), remind_hour=7, remind_minute=15))
    assert not app.reminders.is_quiet(at(date(2023, 3, 20), 7, 20))


def week_of(app: App, clock: SetClock, moment: datetime) -> tuple[str, str, str] | None:
    clock.moment = moment
    return run(app).week


def test_the_week_is_told_of_on_its_first_working_day_until_somebody_heard(
    app: App, clock: SetClock, task_at: Find
) -> None:
    app.tasks.record(task_at("I", "9").id, ResultEntry(own_due=date(2023, 3, 24)))
    assert week_of(app, clock, at(date(2023, 3, 19), 9)) is None, "a Sunday"
    assert week_of(app, clock, at(date(2023, 3, 20), 8)) is None
    told = week_of(app, clock, at(date(2023, 3, 20), 8, 30))
    assert told is not None
    key, title, text = told
    assert (key, title) == ("week:2023-03-20", "1 nhiệm vụ đến hạn trong tuần này")
    assert text.endswith("Bấm để xem danh sách.")
    assert week_of(app, clock, at(date(2023, 3, 21), 9)) is None, "a day later"
    assert week_of(app, clock, at(date(2023, 3, 20), 10)) == told
    app.reminders.mark_shown([key], "tray")
    assert week_of(app, clock, at(date(2023, 3, 20), 11)) is None


def test_a_pass_before_the_week_begins_does_not_sleep_through_its_beginning(
    app: App, clock: SetClock, task_at: Find
) -> None:
    app.tasks.record(task_at("I", "9").id, ResultEntry(own_due=date(2023, 3, 24)))
    clock.moment = at(date(2023, 3, 20), 8)
    run(app)
    app.reminders.acknowledge([reminder.key for reminder in app.reminders.open()])
    assert run(app).week is None
    assert week_of(app, clock, at(date(2023, 3, 20), 8, 30)) is not None
