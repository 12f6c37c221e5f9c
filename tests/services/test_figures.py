"""The figures of a report: as they stood at the cut-off, in the window, beside the report before."""

from collections.abc import Callable
from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import NotFound
from cchc_desktop.services.figures import figures_as_text
from cchc_desktop.services.result_entry import ResultEntry

Find = Callable[[str, str], Task]


@pytest.fixture(autouse=True)
def _standing_body(app: App) -> None:
    app.offices.save(Office(agency_name="Sở Nội vụ", role=OfficeRole.STANDING_BODY, year=2023))


def test_the_cells_are_those_of_the_cutoff_whatever_came_after(
    app: App, clock: SetClock, task_at: Find
) -> None:
    on_time, late, after = task_at("I", "4"), task_at("I", "1"), task_at("III", "1")
    app.tasks.complete([on_time.id, late.id], date(2023, 3, 10))
    clock.moment = at(date(2023, 4, 3), 9)
    app.tasks.complete([after.id], date(2023, 3, 28))
    figures = app.figures.of_report("2023-Q1")
    cells = figures.total.cells
    assert figures.is_final
    assert (cells.completed_on_time, cells.completed_late) == (1, 1)
    assert cells.total == 53
    assert (
        cells.completed_on_time
        + cells.completed_late
        + cells.open_in_time
        + cells.open_overdue
        + (cells.continuous + cells.undated + cells.stopped)
        == 53
    )
    assert figures.total.period.completed == 2


def test_fields_and_the_period_add_up(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 9, 18), 9)
    figures = app.figures.of_report("2023-H1")
    assert len(figures.by_field) == 7
    assert sum(row.cells.total for row in figures.by_field) == figures.total.cells.total
    assert sum(row.period.fell_due for row in figures.by_field) == figures.total.period.fell_due > 0
    assert (
        sum(row.period.without_result for row in figures.by_field) == figures.total.period.without_result > 0
    )
    assert "Sở Nội vụ" in {row.name for row in figures.by_agency}


def test_a_result_of_the_window_counts_for_tasks_without_a_date(
    app: App, clock: SetClock, task_at: Find
) -> None:
    clock.moment = at(date(2023, 9, 18), 9)
    before = app.figures.of_report("2023-Q3").total.period
    task = task_at("III", "3")
    assert task.reading.due is None
    app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 7, 3), document="12/BC"))
    after = app.figures.of_report("2023-Q3").total.period
    assert after.with_result == before.with_result + 1
    assert after.without_result == before.without_result - 1
    assert app.figures.of_report("2023-H1").total.period.with_result == 0, "the half-year closed before"


def test_an_open_window_counts_up_to_today(app: App) -> None:
    figures = app.figures.of_report("2023-H1")
    assert not figures.is_final
    assert [each.name for each in figures.comparisons] == ["Báo cáo CCHC Quý I năm 2023"]


def test_other_offices_count_their_own(app: App) -> None:
    app.offices.save(Office(agency_name="Sở Tài chính", role=OfficeRole.DEPARTMENT, year=2023))
    assert 0 < app.figures.of_report("2023-Q1").total.cells.total < 53


def test_the_figures_go_out_as_lines_in_a_lasting_order(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 4, 3), 9)
    lines = figures_as_text(app.figures.of_report("2023-Q1")).splitlines()
    assert lines[0] == "Tổng số nhiệm vụ\t53"
    assert [line.split("\t")[0] for line in lines][1:5] == [
        "Hoàn thành đúng hạn",
        "Hoàn thành quá hạn",
        "Chưa hoàn thành, trong hạn",
        "Chưa hoàn thành, quá hạn",
    ]
    assert all(line.count("\t") == 1 for line in lines)


def test_an_unknown_report_is_said(app: App) -> None:
    with pytest.raises(NotFound):
        app.figures.of_report("2023-Q9")
