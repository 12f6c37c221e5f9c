"""The four cells as of any day, by field and agency; the overview."""

from collections.abc import Callable
from datetime import date

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.services.result_entry import ResultEntry

Find = Callable[[str, str], Task]


def test_the_parts_add_up(app: App) -> None:
    cells = app.statistics.cells()
    assert cells.total == 53
    parts = (cells.completed_on_time, cells.completed_late, cells.open_in_time, cells.open_overdue)
    assert sum(parts) + cells.continuous + cells.undated + cells.stopped == 53
    assert cells.open_overdue == 2
    assert cells.continuous == 21


def test_as_of_a_day_before_the_deadline_nothing_is_overdue(app: App) -> None:
    assert app.statistics.cells(as_of=date(2023, 1, 31)).open_overdue == 0
    assert app.statistics.cells(as_of=date(2023, 2, 1)).open_overdue == 1


def test_a_completion_counts_from_its_own_day(app: App, task_at: Find) -> None:
    app.tasks.record(task_at("I", "1").id, ResultEntry(Progress.COMPLETED, date(2023, 2, 20)))
    assert app.statistics.cells(as_of=date(2023, 2, 19)).completed_on_time == 0
    assert app.statistics.cells(as_of=date(2023, 2, 20)).completed_on_time == 1


def test_a_change_of_state_counts_from_the_day_it_was_made(app: App, clock: SetClock, task_at: Find) -> None:
    task = task_at("I", "6")
    clock.moment = at(date(2023, 4, 3))
    app.tasks.set_progress([task.id], Progress.PAUSED)
    clock.moment = at(date(2023, 5, 3))
    assert app.statistics.cells().stopped == 1
    assert app.statistics.cells(as_of=date(2023, 4, 3)).stopped == 1
    assert app.statistics.cells(as_of=date(2023, 4, 2)).stopped == 0


def test_a_completion_taken_back_later_still_stood_then(app: App, clock: SetClock, task_at: Find) -> None:
    task = task_at("I", "1")
    app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, date(2023, 2, 20)))
    clock.moment = at(date(2023, 5, 3))
    app.tasks.record(task.id, ResultEntry(Progress.IN_PROGRESS))
    assert app.statistics.cells().completed_on_time == 0
    assert (
        app.statistics.cells(as_of=date(2023, 3, 31)).completed_on_time
        + app.statistics.cells(as_of=date(2023, 3, 31)).completed_late
        == 1
    )


def test_by_field_covers_every_task_once(app: App) -> None:
    fields = app.statistics.by_field()
    assert len(fields) == 7
    assert sum(cells.total for _, cells in fields) == 53
    assert fields[0][0] == "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC"


def test_by_agency_counts_a_task_for_each_of_its_leads(app: App) -> None:
    agencies = dict(app.statistics.by_agency())
    assert agencies["Sở Nội vụ"].total >= 16
    assert agencies["Sở Giáo dục và Đào tạo"].total == 1
    assert agencies["Sở Y tế"].total == 1
    assert agencies["Không nêu tên cơ quan"].total >= 1


def test_one_plan_or_one_agency_only(app: App) -> None:
    plan = app.plans.all()[0]
    assert app.statistics.cells(plan_id=plan.id).total == 53
    assert 0 < app.statistics.cells(agency="Sở Tư pháp").total < 53


def test_the_overview_says_what_to_do_today(app: App) -> None:
    overview = app.statistics.overview()
    assert overview.day == date(2023, 3, 20)
    assert overview.next_report is not None
    assert (overview.overdue, overview.due_today) == (2, 0)
    assert overview.due_soon == 3
    first = overview.todo[:2]
    assert [(task.section, task.number) for task in first] == [("I", "2"), ("I", "1")]
    assert (
        len(overview.todo)
        == overview.overdue + overview.due_today + overview.due_soon + overview.missing_results
    )
    assert sum(field.total for field in overview.fields) == 53


def test_a_task_stands_once_among_the_things_to_do(app: App, task_at: Find) -> None:
    task = task_at("I", "9")
    app.tasks.record(task.id, ResultEntry(own_due=date(2023, 3, 21)))
    overview = app.statistics.overview()
    assert [each.id for each in overview.todo].count(task.id) == 1
    assert overview.missing_results == app.statistics.overview().missing_results > 0


def test_the_overview_is_about_the_own_office(app: App) -> None:
    app.offices.save(Office(agency_name="Sở Tư pháp", year=2023))
    overview = app.statistics.overview()
    assert overview.overdue == 0
    assert sum(field.total for field in overview.fields) < 53


def test_a_report_that_is_sent_is_not_the_next_one(app: App) -> None:
    first = app.statistics.overview().next_report
    assert first is not None
    app.reports.submit(first.period.key, date(2023, 3, 17), "10/BC")
    second = app.statistics.overview().next_report
    assert second is not None
    assert second.period.own_due > first.period.own_due


def test_an_empty_file_has_an_empty_overview(empty: App) -> None:
    overview = empty.statistics.overview()
    assert overview.todo == ()
    assert overview.fields == ()
    assert overview.next_report is not None
