"""Kinds of report: rhythms, circulars that follow each other, and keys that are always the same and never doubled."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.calendar_data import load_report_kinds
from cchc_desktop.domain.due_days import chain_of, due_day, moved_by_rule
from cchc_desktop.domain.periods import (
    DayOffRule,
    OfficeRole,
    ReportFamily,
    ReportKind,
    Rhythm,
    YearDay,
    kinds_in_force,
    periods_at,
    periods_of,
)
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.paths import resources

BUNDLED = load_report_kinds(resources())
ALL_ON = tuple(replace(kind, is_on=True) for kind in BUNDLED)
BY_CODE = {kind.code: kind for kind in ALL_ON}
CALENDAR = WorkCalendar()
DAY = YearDay(3, 20)


@st.composite
def kinds(draw: st.DrawFn) -> ReportKind:
    """Return a kind as an officer may enter it."""
    first = draw(st.none() | st.integers(2020, 2030))
    days = st.builds(YearDay, st.integers(1, 12), st.integers(1, 31), st.integers(-1, 1))
    due = draw(days)
    return ReportKind(
        code=draw(st.sampled_from(["Q1", "H1", "M", "9T", "KSTT"])),
        name="Báo cáo",
        window_start=draw(days),
        cutoff=draw(days),
        own_due=tuple((role, due) for role in OfficeRole),
        ministry_due=draw(st.none() | days),
        basis="",
        from_year=first,
        to_year=draw(st.none() | st.integers(first or 2020, 2031)),
        rhythm=draw(st.sampled_from(Rhythm)),
        family=draw(st.sampled_from([ReportFamily.PERIODIC, ReportFamily.PLAN])),
        is_on=draw(st.booleans()),
        is_own=draw(st.booleans()),
    )


@given(st.lists(kinds(), max_size=8), st.integers(2020, 2031), st.sampled_from(OfficeRole))
def test_no_key_is_doubled_and_none_depends_on_the_order_of_days_or_roles(
    found: list[ReportKind], year: int, role: OfficeRole
) -> None:
    made = periods_of(year, found, role)
    keys = [period.key for period in made]
    assert len(keys) == len(set(keys))
    assert all(key.startswith(f"{year}-") for key in keys)
    assert [period.key for period in periods_of(year, found, role)] == keys
    others = {period.key for period in periods_of(year, found, OfficeRole.STANDING_BODY)}
    assert others == set(keys)
    moved = [replace(kind, cutoff=YearDay(1, 1), ministry_due=DAY) for kind in found]
    assert {period.key for period in periods_of(year, moved, role)} == set(keys)


@given(st.permutations(ALL_ON), st.integers(2015, 2040))
def test_the_order_of_the_rows_changes_nothing(rows: Sequence[ReportKind], year: int) -> None:
    expected = {period.key: period for period in periods_of(year, ALL_ON, OfficeRole.COMMUNE)}
    assert {period.key: period for period in periods_of(year, rows, OfficeRole.COMMUNE)} == expected
    assert len(expected) == 4 + 12 + 1 + 1


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from(DayOffRule))
def test_a_due_day_keeps_its_nominal_date_and_send_by_is_worked(day: date, rule: DayOffRule) -> None:
    due = due_day(day, rule, CALENDAR)
    assert due.nominal == day
    assert due.send_by <= due.last_day
    assert CALENDAR.is_working(due.send_by)
    assert abs(due.send_by - day) <= timedelta(days=2)
    if CALENDAR.is_working(day):
        assert due.last_day == due.send_by == day


def test_a_monthly_report_follows_the_months() -> None:
    made = periods_of(2026, [BY_CODE["M"]], OfficeRole.DEPARTMENT)
    assert [period.key for period in made] == [f"2026-M{month:02d}" for month in range(1, 13)]
    first, march, last = made[0], made[2], made[-1]
    assert (first.window_start, first.cutoff, first.own_due) == (
        date(2025, 12, 15),
        date(2026, 1, 14),
        date(2026, 1, 16),
    )
    assert (march.window_start, march.cutoff) == (date(2026, 2, 15), date(2026, 3, 14))
    assert last.own_due == date(2026, 12, 16)
    assert [made[at].name for at in (0, 2, 9)] == [
        "Báo cáo CCHC tháng 01 năm 2026",
        "Báo cáo CCHC tháng 3 năm 2026",
        "Báo cáo CCHC tháng 10 năm 2026",
    ]
    assert not any(period.goes_to_ministry for period in made)
    assert first.ministry_due == date(2026, 1, 20)


def test_a_monthly_report_may_leave_months_out() -> None:
    made = periods_of(2026, [replace(BY_CODE["M"], months=(1, 2, 4))], OfficeRole.COMMUNE)
    assert [period.code for period in made] == ["M01", "M02", "M04"]


def test_a_monthly_due_on_the_31st_is_the_last_day_of_the_month() -> None:
    due = tuple((role, YearDay(1, 31)) for role in OfficeRole)
    made = periods_of(2028, [replace(BY_CODE["M"], own_due=due)], OfficeRole.COMMUNE)
    assert [str(period.own_due) for period in made[:4]] == [
        "2028-01-31",
        "2028-02-29",
        "2028-03-31",
        "2028-04-30",
    ]


@pytest.mark.parametrize(
    ("role", "due"),
    [
        (OfficeRole.COMMUNE, date(2027, 2, 28)),
        (OfficeRole.DEPARTMENT, date(2027, 1, 31)),
        (OfficeRole.STANDING_BODY, date(2026, 12, 20)),
    ],
)
def test_the_yearly_plan_is_an_obligation_without_a_data_window(role: OfficeRole, due: date) -> None:
    (plan,) = periods_of(2027, [BY_CODE["KH"]], role)
    assert (plan.key, plan.name) == ("2027-KH", "Ban hành Kế hoạch CCHC năm 2027")
    assert (plan.family, plan.has_window) == (ReportFamily.PLAN, False)
    assert plan.own_due == plan.cutoff == due
    assert plan.province_due == date(2026, 12, 31)
    assert periods_at(date(2026, 12, 5), [plan]) == ()


def test_nine_months_end_at_the_province() -> None:
    (period,) = periods_of(2026, [BY_CODE["9T"]], OfficeRole.COMMUNE)
    assert period.name == "Báo cáo CCHC 9 tháng đầu năm 2026"
    assert (period.window_start, period.cutoff) == (date(2025, 12, 15), date(2026, 9, 14))
    assert not period.goes_to_ministry
    assert [str(link.recipient) for link in chain_of(period, CALENDAR)] == [
        "standing_body",
        "standing_body",
        "province",
    ]


def test_a_report_without_any_higher_date_ends_with_the_own_one() -> None:
    kind = replace(BY_CODE["9T"], province_due=None)
    (period,) = periods_of(2026, [kind], OfficeRole.COMMUNE)
    assert period.ministry_due == period.own_due


def test_a_new_circular_is_entered_once() -> None:
    new = replace(
        BY_CODE["Q1"], basis="Thông tư mới", ministry_due=YearDay(3, 25), from_year=2027, is_own=True
    )
    rows = (*BUNDLED, new)
    found = [periods_of(year, rows, OfficeRole.COMMUNE)[0] for year in (2026, 2027, 2030)]
    assert [period.ministry_due.day for period in found] == [20, 25, 25]
    assert [period.key for period in found] == ["2026-Q1", "2027-Q1", "2030-Q1"]
    newer = replace(new, basis="Thông tư mới hơn", from_year=2029)
    basis = {kind.code: kind.basis for kind in kinds_in_force(2029, (newer, *rows))}
    assert basis["Q1"] == "Thông tư mới hơn"


def test_what_is_switched_off_makes_no_obligation() -> None:
    assert [period.code for period in periods_of(2026, BUNDLED, OfficeRole.COMMUNE)] == [
        "Q1",
        "H1",
        "Q3",
        "Y",
    ]
    assert "M" in {kind.code for kind in kinds_in_force(2026, BUNDLED)}


def test_the_next_working_day_is_a_choice_of_the_kind() -> None:
    kind = replace(BY_CODE["Y"], day_off_rule=DayOffRule.NEXT_WORKING_DAY)
    role = OfficeRole.STANDING_BODY
    (period,) = periods_of(2027, [kind], role)
    moved = moved_by_rule(period, CALENDAR)
    assert (period.own_due, moved.own_due, moved.nominal_due) == (
        date(2027, 12, 18),
        date(2027, 12, 20),
        date(2027, 12, 18),
    )
    assert moved_by_rule(replace(period, day_off_rule=DayOffRule.KEEP), CALENDAR).nominal_due is None
    weekday = moved_by_rule(periods_of(2026, [kind], role)[0], CALENDAR)
    assert (weekday.own_due, weekday.nominal_due) == (date(2026, 12, 18), None)
