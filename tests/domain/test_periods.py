"""Report periods made from kinds of report, and which of them a day belongs to."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.calendar_data import load_report_kinds
from cchc_desktop.domain.periods import (
    OfficeRole,
    ReportPeriod,
    YearDay,
    leaves_a_working_day,
    next_period,
    periods_at,
    periods_of,
)
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.paths import resources

KINDS = load_report_kinds(resources())


def periods(*years: int) -> list[ReportPeriod]:
    return [period for year in years for period in periods_of(year, KINDS, OfficeRole.COMMUNE)]


def test_the_reports_of_2026() -> None:
    rows = [
        (
            each.key,
            each.name,
            str(each.window_start),
            str(each.cutoff),
            str(each.own_due),
            str(each.ministry_due),
        )
        for each in periods(2026)
    ]
    assert rows == [
        ("2026-Q1", "Báo cáo CCHC Quý I năm 2026", "2025-12-15", "2026-03-14", "2026-03-16", "2026-03-20"),
        (
            "2026-H1",
            "Báo cáo CCHC 6 tháng đầu năm 2026",
            "2025-12-15",
            "2026-06-14",
            "2026-06-16",
            "2026-06-20",
        ),
        ("2026-Q3", "Báo cáo CCHC Quý III năm 2026", "2026-06-15", "2026-09-14", "2026-09-16", "2026-09-20"),
        ("2026-Y", "Báo cáo CCHC năm 2026", "2025-12-15", "2026-12-14", "2026-12-16", "2026-12-20"),
    ]


@pytest.mark.parametrize(
    ("role", "day"),
    [(OfficeRole.COMMUNE, 16), (OfficeRole.DEPARTMENT, 16), (OfficeRole.STANDING_BODY, 18)],
)
def test_the_own_due_date_follows_the_role(role: OfficeRole, day: int) -> None:
    assert {each.own_due.day for each in periods_of(2027, KINDS, role)} == {day}


def test_periods_are_ordered_by_the_ministry_due_date() -> None:
    assert [each.code for each in periods_of(2026, reversed(KINDS), OfficeRole.COMMUNE)] == [
        "Q1",
        "H1",
        "Q3",
        "Y",
    ]


@pytest.mark.parametrize(("year", "found"), [(2024, 0), (2025, 1), (2026, 1), (2027, 0)])
def test_a_kind_counts_only_in_its_years(year: int, found: int) -> None:
    kind = replace(KINDS[0], from_year=2025, to_year=2026)
    assert len(periods_of(year, [kind], OfficeRole.COMMUNE)) == found


def test_a_kind_without_a_due_date_for_the_role_is_refused() -> None:
    kind = replace(KINDS[0], own_due=((OfficeRole.DEPARTMENT, YearDay(3, 16)),))
    with pytest.raises(ValueError, match="Q1 has no due date for commune"):
        periods_of(2026, [kind], OfficeRole.COMMUNE)


def test_a_leap_day_is_the_last_of_february_in_other_years() -> None:
    assert YearDay(2, 29).of(2028) == date(2028, 2, 29)
    assert YearDay(2, 29).of(2027) == date(2027, 2, 28)
    assert YearDay(2, 29, -1).of(2029) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        (date(2025, 12, 14), ["2025-Y"]),
        (date(2025, 12, 15), ["2026-Q1", "2026-H1", "2026-Y"]),
        (date(2026, 3, 14), ["2026-Q1", "2026-H1", "2026-Y"]),
        (date(2026, 3, 15), ["2026-H1", "2026-Y"]),
        (date(2026, 6, 15), ["2026-Q3", "2026-Y"]),
        (date(2026, 10, 1), ["2026-Y"]),
        (date(2026, 12, 20), ["2027-Q1", "2027-H1", "2027-Y"]),
    ],
)
def test_windows_that_contain_a_day(day: date, keys: list[str]) -> None:
    assert [each.key for each in periods_at(day, periods(2025, 2026, 2027))] == keys


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 16), "2026-Q1"),
        (date(2026, 3, 17), "2026-H1"),
        (date(2026, 11, 22), "2026-Y"),
        (date(2026, 12, 17), "2027-Q1"),
    ],
)
def test_the_next_report_due(day: date, key: str) -> None:
    found = next_period(day, periods(2026, 2027))
    assert found is not None
    assert found.key == key


def test_no_next_report_after_the_last() -> None:
    assert next_period(date(2027, 12, 17), periods(2026, 2027)) is None


def test_a_due_date_in_the_weekend_after_a_friday_cutoff_leaves_no_working_day() -> None:
    period = replace(periods(2026)[0], cutoff=date(2026, 3, 13), own_due=date(2026, 3, 15))
    assert not leaves_a_working_day(period, WorkCalendar())
    assert leaves_a_working_day(replace(period, own_due=date(2026, 3, 16)), WorkCalendar())
