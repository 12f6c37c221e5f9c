"""Status of a task on a day, the official four cells, and results of a report period."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.tasks import (
    FourCells,
    Progress,
    Result,
    Status,
    Task,
    closed_status,
    completion_day,
    four_cells,
    has_result_in,
    missing_results,
    official_due,
    result_day,
    status_on,
    working_due,
)
from cchc_desktop.domain.workdays import WorkCalendar

CALENDAR = WorkCalendar()
DUE = date(2026, 6, 30)  # a Tuesday
QUARTERS = tuple(date(2026, month, 20) for month in (3, 6, 9, 12))
FIRST_QUARTER = ReportPeriod(
    key="2026-Q1",
    code="Q1",
    year=2026,
    name="Báo cáo CCHC Quý I năm 2026",
    window_start=date(2025, 12, 15),
    cutoff=date(2026, 3, 14),
    own_due=date(2026, 3, 16),
    ministry_due=date(2026, 3, 20),
    basis="581/BNV-CCHC",
)

DATED = Task(
    id=1,
    uid="t1",
    plan_id=1,
    plan_year=2026,
    position=0,
    section="I",
    section_title="CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
    number="4",
    content="Ban hành Chỉ số CCHC",
    lead="Sở Nội vụ",
    coordinating="",
    issuing_level="UBND tỉnh",
    product="",
    budget="",
    note="",
    deadline="Quý II năm 2026",
    lead_parties=(),
    coordinating_parties=(),
    reading=Deadline(DeadlineKind.WINDOW, start=date(2026, 4, 1), due=DUE, certain=True),
    reading_by_user=False,
    own_due=None,
    progress=Progress.NOT_STARTED,
    completed_on=None,
    document="",
    document_date=None,
    result_note="",
    results=(),
    gone=False,
    version=1,
)
PERIODIC = replace(DATED, reading=Deadline(DeadlineKind.PERIODIC, occurrences=QUARTERS))
CONTINUOUS = replace(DATED, reading=Deadline(DeadlineKind.CONTINUOUS))
UNDATED = replace(DATED, reading=Deadline(DeadlineKind.REFERENCE, suggested_due=DUE))


def completed(task: Task, on: date | None) -> Task:
    return replace(task, progress=Progress.COMPLETED, completed_on=on)


def with_results(task: Task, *days: date, agency: str = "") -> Task:
    return replace(task, results=tuple(Result(day, agency=agency) for day in days))


# --- due dates ---


@pytest.mark.parametrize(
    ("own_due", "official", "working"),
    [
        (None, DUE, DUE),
        (date(2026, 6, 15), DUE, date(2026, 6, 15)),
        (date(2026, 7, 15), DUE, DUE),
    ],
)
def test_the_plan_judges_and_the_earlier_date_is_worked_towards(
    own_due: date | None, official: date, working: date
) -> None:
    task = replace(DATED, own_due=own_due)
    assert official_due(task, date(2026, 5, 1)) == official
    assert working_due(task, date(2026, 5, 1)) == working


def test_where_the_plan_names_no_date_the_own_date_stands_in_and_a_suggestion_never() -> None:
    assert official_due(UNDATED, DUE) is None
    assert working_due(UNDATED, DUE) is None
    own = replace(UNDATED, own_due=date(2026, 5, 15))
    assert official_due(own, DUE) == working_due(own, DUE) == date(2026, 5, 15)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 3, 1), QUARTERS[0]),
        (date(2026, 3, 17), QUARTERS[0]),
        (date(2026, 3, 18), QUARTERS[1]),
        (date(2026, 12, 31), QUARTERS[1]),
    ],
)
def test_the_occurrence_in_force_as_known_on_a_day(day: date, due: date) -> None:
    task = with_results(PERIODIC, date(2026, 3, 18))
    assert official_due(task, day) == working_due(task, day) == due


def test_a_member_agency_s_result_covers_no_occurrence() -> None:
    task = with_results(PERIODIC, date(2026, 3, 18), agency="UBND xã Tân Hương")
    assert official_due(task, date(2026, 3, 19)) == QUARTERS[0]


def test_the_last_occurrence_stays_the_date_to_judge_by_when_all_are_covered() -> None:
    task = with_results(PERIODIC, *QUARTERS)
    assert official_due(task, date(2027, 1, 1)) == QUARTERS[3]


@pytest.mark.parametrize(
    ("own_due", "results", "working"),
    [
        (date(2026, 3, 16), (), date(2026, 3, 16)),
        (date(2026, 3, 16), (date(2026, 3, 10),), QUARTERS[1]),
        (date(2026, 6, 16), (date(2026, 3, 10),), date(2026, 6, 16)),
        (date(2026, 12, 16), (date(2026, 3, 10),), QUARTERS[1]),
    ],
)
def test_the_own_date_of_a_periodic_task_is_spent_with_its_occurrence(
    own_due: date, results: tuple[date, ...], working: date
) -> None:
    task = with_results(replace(PERIODIC, own_due=own_due), *results)
    assert working_due(task, date(2026, 4, 1)) == working


# --- status ---


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 6, 8), Status.NOT_STARTED),
        (date(2026, 6, 9), Status.DUE_SOON),
        (date(2026, 6, 29), Status.DUE_SOON),
        (date(2026, 6, 30), Status.DUE_TODAY),
        (date(2026, 7, 1), Status.OVERDUE),
    ],
)
def test_an_open_dated_task_as_its_day_comes_nearer(day: date, status: Status) -> None:
    assert status_on(DATED, day, CALENDAR) is status


@pytest.mark.parametrize(
    ("progress", "status"),
    [
        (Progress.IN_PROGRESS, Status.IN_PROGRESS),
        (Progress.AWAITING, Status.IN_PROGRESS),
        (Progress.NOT_STARTED, Status.NOT_STARTED),
        (Progress.PAUSED, Status.PAUSED),
        (Progress.CANCELLED, Status.CANCELLED),
    ],
)
def test_progress_shows_while_the_date_is_far(progress: Progress, status: Status) -> None:
    assert status_on(replace(DATED, progress=progress), date(2026, 4, 1), CALENDAR) is status


@pytest.mark.parametrize("progress", [Progress.PAUSED, Progress.CANCELLED])
def test_stopped_comes_before_overdue_and_before_a_completion_date(progress: Progress) -> None:
    task = replace(DATED, progress=progress, completed_on=date(2026, 6, 1))
    assert status_on(task, date(2026, 12, 1), CALENDAR) is Status(progress.value)


def test_soon_is_a_setting_counted_in_working_days() -> None:
    friday_before = date(2026, 6, 26)
    assert status_on(DATED, friday_before, CALENDAR, soon=2) is Status.DUE_SOON
    assert status_on(DATED, friday_before, CALENDAR, soon=1) is Status.NOT_STARTED


def test_the_own_date_makes_a_task_overdue_though_the_plan_s_date_is_ahead() -> None:
    task = replace(DATED, own_due=date(2026, 5, 15))
    assert status_on(task, date(2026, 5, 18), CALENDAR) is Status.OVERDUE
    assert four_cells([task], date(2026, 5, 18)).open_in_time == 1


@pytest.mark.parametrize(
    ("on", "status"),
    [(DUE, Status.COMPLETED_ON_TIME), (DUE + timedelta(days=1), Status.COMPLETED_LATE)],
)
def test_completed_on_and_after_the_due_date(on: date, status: Status) -> None:
    assert status_on(completed(DATED, on), date(2026, 12, 1), CALENDAR) is status


def test_official_lateness_goes_by_the_plan_not_by_the_own_date() -> None:
    task = completed(replace(DATED, own_due=date(2026, 5, 15)), date(2026, 6, 1))
    assert status_on(task, date(2026, 12, 1), CALENDAR) is Status.COMPLETED_ON_TIME


def test_a_completion_does_not_count_before_its_day() -> None:
    task = completed(DATED, date(2026, 7, 10))
    assert status_on(task, date(2026, 7, 9), CALENDAR) is Status.OVERDUE
    assert status_on(task, date(2026, 7, 10), CALENDAR) is Status.COMPLETED_LATE
    assert status_on(task, date(2026, 4, 1), CALENDAR) is Status.NOT_STARTED


def test_a_completion_without_a_date_is_on_time_only_where_nothing_was_due() -> None:
    assert status_on(completed(UNDATED, None), DUE, CALENDAR) is Status.COMPLETED_ON_TIME
    assert status_on(completed(DATED, None), date(2026, 5, 1), CALENDAR) is Status.COMPLETED_LATE
    assert completion_day(completed(DATED, None)) is None


def test_the_date_of_the_proving_document_stands_in_for_a_missing_completion_date() -> None:
    task = replace(completed(DATED, None), document="32/BC-SNV", document_date=date(2026, 6, 15))
    assert completion_day(task) == date(2026, 6, 15)
    assert status_on(task, date(2026, 6, 14), CALENDAR) is Status.DUE_SOON
    assert status_on(task, date(2026, 6, 15), CALENDAR) is Status.COMPLETED_ON_TIME
    assert result_day(Result(None, document_date=DUE)) == DUE


def test_a_completion_date_left_behind_when_a_task_is_opened_again_does_not_count() -> None:
    task = replace(DATED, progress=Progress.IN_PROGRESS, completed_on=date(2026, 5, 1))
    assert closed_status(task, date(2026, 7, 1)) is None
    assert completion_day(task) is None


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (DeadlineKind.CONTINUOUS, Status.CONTINUOUS),
        (DeadlineKind.PERIODIC, Status.CONTINUOUS),
        (DeadlineKind.CONDITIONAL, Status.NO_DEADLINE),
        (DeadlineKind.REFERENCE, Status.NO_DEADLINE),
        (DeadlineKind.UNKNOWN, Status.NO_DEADLINE),
        (DeadlineKind.WINDOW, Status.NO_DEADLINE),
    ],
)
def test_without_any_date(kind: DeadlineKind, status: Status) -> None:
    assert status_on(replace(DATED, reading=Deadline(kind)), DUE, CALENDAR) is status


def test_an_own_date_gives_an_undated_task_a_deadline() -> None:
    task = replace(CONTINUOUS, own_due=DUE)
    assert status_on(task, DUE, CALENDAR) is Status.DUE_TODAY


@pytest.mark.parametrize(
    ("day", "results", "status"),
    [
        (date(2026, 1, 5), (), Status.NOT_STARTED),
        (date(2026, 3, 20), (), Status.DUE_TODAY),
        (date(2026, 3, 23), (), Status.OVERDUE),
        (date(2026, 3, 23), (date(2026, 3, 20),), Status.IN_PROGRESS),
        (date(2026, 6, 15), (date(2026, 3, 20),), Status.DUE_SOON),
        (date(2026, 6, 22), (date(2026, 3, 20),), Status.OVERDUE),
        (date(2026, 12, 18), (*QUARTERS[:3], date(2026, 12, 18)), Status.COMPLETED_ON_TIME),
        (date(2027, 1, 5), (*QUARTERS[:3], date(2027, 1, 4)), Status.COMPLETED_LATE),
        (date(2027, 1, 3), (*QUARTERS[:3], date(2027, 1, 4)), Status.OVERDUE),
    ],
)
def test_a_periodic_task_through_its_year(day: date, results: tuple[date, ...], status: Status) -> None:
    assert status_on(with_results(PERIODIC, *results), day, CALENDAR) is status


def test_ending_a_periodic_task_as_a_whole_is_judged_by_the_occurrence_in_force_then() -> None:
    ended = completed(with_results(PERIODIC, date(2026, 3, 18)), date(2026, 6, 1))
    assert status_on(ended, date(2026, 12, 31), CALENDAR) is Status.COMPLETED_ON_TIME
    too_late = completed(PERIODIC, date(2026, 6, 1))
    assert status_on(too_late, date(2026, 12, 31), CALENDAR) is Status.COMPLETED_LATE


# --- four cells ---


def test_each_cell() -> None:
    day = date(2026, 7, 1)
    tasks = [
        completed(DATED, DUE),
        completed(DATED, day),
        replace(DATED, reading=Deadline(DeadlineKind.DATE, due=day)),
        DATED,
        CONTINUOUS,
        replace(PERIODIC, reading=Deadline(DeadlineKind.PERIODIC)),
        UNDATED,
        replace(DATED, progress=Progress.PAUSED),
        replace(DATED, progress=Progress.CANCELLED),
    ]
    assert four_cells(tasks, day) == FourCells(
        total=9,
        completed_on_time=1,
        completed_late=1,
        open_in_time=1,
        open_overdue=1,
        continuous=2,
        undated=1,
        stopped=2,
    )


def test_no_tasks_no_figures() -> None:
    assert four_cells([], DUE) == FourCells()


DATES = st.dates(date(2025, 12, 1), date(2027, 2, 1))
READINGS = st.builds(
    Deadline,
    kind=st.sampled_from(DeadlineKind),
    due=st.none() | DATES,
    occurrences=st.lists(DATES, max_size=4, unique=True).map(lambda days: tuple(sorted(days))),
)
TASKS = st.builds(
    replace,
    st.just(DATED),
    reading=READINGS,
    own_due=st.none() | DATES,
    progress=st.sampled_from(Progress),
    completed_on=st.none() | DATES,
    document_date=st.none() | DATES,
    results=st.lists(
        st.builds(Result, st.none() | DATES, agency=st.sampled_from(["", "UBND xã"])), max_size=3
    ).map(tuple),
)
COMPLETED = (Status.COMPLETED_ON_TIME, Status.COMPLETED_LATE)


@given(tasks=st.lists(TASKS, max_size=8), day=DATES)
def test_the_parts_add_up_to_the_total(tasks: list[Task], day: date) -> None:
    cells = four_cells(tasks, day)
    parts = {field.name: getattr(cells, field.name) for field in fields(FourCells)}
    assert parts.pop("total") == len(tasks) == sum(parts.values())


@given(task=TASKS, day=DATES)
def test_status_and_cell_never_contradict_each_other(task: Task, day: date) -> None:
    status, cells = status_on(task, day, CALENDAR), four_cells([task], day)
    official, working = official_due(task, day), working_due(task, day)
    assert (status in COMPLETED) == bool(cells.completed_on_time + cells.completed_late)
    assert (status is Status.COMPLETED_LATE) == bool(cells.completed_late)
    assert (status in (Status.PAUSED, Status.CANCELLED)) == bool(cells.stopped)
    assert (status is Status.CONTINUOUS) == bool(cells.continuous)
    assert (status is Status.NO_DEADLINE) == bool(cells.undated)
    assert (official is None) == (working is None)
    if cells.open_overdue and working == official:
        assert status is Status.OVERDUE


@given(task=TASKS, day=DATES)
def test_what_is_closed_on_a_day_stays_closed(task: Task, day: date) -> None:
    if closed_status(task, day) is not None:
        assert closed_status(task, day + timedelta(days=40)) is not None


# --- results of a period ---


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2025, 12, 14), False),
        (date(2025, 12, 15), True),
        (date(2026, 3, 14), True),
        (date(2026, 3, 15), False),
    ],
)
def test_a_result_counts_within_its_window(day: date, *, found: bool) -> None:
    window = FIRST_QUARTER.window_start, FIRST_QUARTER.cutoff
    assert has_result_in(with_results(CONTINUOUS, day), *window) is found
    assert has_result_in(with_results(CONTINUOUS, day, agency="UBND xã Tân Hương"), *window) is found
    assert has_result_in(completed(DATED, day), *window) is found
    assert (missing_results([with_results(CONTINUOUS, day)], FIRST_QUARTER) == ()) is found


def test_a_task_without_any_result_has_none() -> None:
    assert not has_result_in(DATED, FIRST_QUARTER.window_start, FIRST_QUARTER.cutoff)


@pytest.mark.parametrize("kind", [*DeadlineKind])
def test_undated_tasks_of_every_kind_have_to_show_something(kind: DeadlineKind) -> None:
    task = replace(DATED, reading=Deadline(kind))
    assert missing_results([task], FIRST_QUARTER) == (task,)


def test_an_own_date_does_not_free_an_undated_task_from_showing_something() -> None:
    task = replace(CONTINUOUS, own_due=date(2026, 12, 1))
    assert missing_results([task], FIRST_QUARTER) == (task,)


@pytest.mark.parametrize(
    "task",
    [
        DATED,
        PERIODIC,
        completed(CONTINUOUS, date(2025, 12, 1)),
        completed(CONTINUOUS, None),
        replace(CONTINUOUS, progress=Progress.PAUSED),
        replace(CONTINUOUS, reading=Deadline(DeadlineKind.WINDOW, start=date(2026, 4, 1))),
    ],
)
def test_dated_ended_stopped_and_not_yet_begun_tasks_are_not_missing(task: Task) -> None:
    assert missing_results([task], FIRST_QUARTER) == ()


def test_a_task_that_begins_within_the_window_or_ends_after_it_is_missing() -> None:
    begun = replace(CONTINUOUS, reading=Deadline(DeadlineKind.WINDOW, start=FIRST_QUARTER.cutoff))
    ended_later = completed(CONTINUOUS, date(2026, 4, 1))
    assert missing_results([begun, ended_later], FIRST_QUARTER) == (begun, ended_later)
