"""Report obligations: dates, states, sending."""

from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.errors import InvalidInput, NotFound


def test_four_reports_a_year_in_the_order_they_fall_due(empty: App) -> None:
    reports = empty.reports.of_year(2026)
    assert [report.period.key for report in reports] == ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"]
    assert [report.period.ministry_due for report in reports] == [
        date(2026, 3, 20),
        date(2026, 6, 20),
        date(2026, 9, 20),
        date(2026, 12, 20),
    ]
    assert {report.state for report in reports} == {ReportState.NOT_STARTED}


def test_the_own_due_date_depends_on_the_role(empty: App) -> None:
    as_department = empty.reports.get("2026-Q1").period.own_due
    empty.offices.save(Office(role=OfficeRole.STANDING_BODY))
    assert empty.reports.get("2026-Q1").period.own_due > as_department


@pytest.mark.parametrize("key", ["2026-Q1", "Q1-2026", "q1 2026", "2026/q1"])
def test_keys_are_read_kindly(empty: App, key: str) -> None:
    assert empty.reports.get(key).period.key == "2026-Q1"


@pytest.mark.parametrize("key", ["2026-Q2", "Q1", "", "năm nay", "20261-Q1"])
def test_unknown_reports_are_refused(empty: App, key: str) -> None:
    with pytest.raises(NotFound, match="Không có báo cáo"):
        empty.reports.get(key)


def test_sending_records_day_and_number(empty: App) -> None:
    report, changes = empty.reports.submit("2023-Q1", date(2023, 3, 16), " 10/BC-SNV ")
    assert (report.state, report.sent_on, report.document) == (
        ReportState.SENT,
        date(2023, 3, 16),
        "10/BC-SNV",
    )
    assert "Quý I" in changes.label
    assert empty.reports.get("2023-Q1") == report


@pytest.mark.parametrize(("on", "document"), [(date(2023, 3, 21), "10/BC"), (date(2023, 3, 16), "  ")])
def test_sending_needs_a_past_day_and_a_number(empty: App, on: date, document: str) -> None:
    with pytest.raises(InvalidInput):
        empty.reports.submit("2023-Q1", on, document)
    assert empty.reports.get("2023-Q1").state is ReportState.NOT_STARTED


def test_going_back_from_sent_forgets_what_was_sent(empty: App) -> None:
    empty.reports.submit("2023-Q1", date(2023, 3, 16), "10/BC")
    empty.reports.set_state("2023-Q1", ReportState.DRAFT)
    report = empty.reports.get("2023-Q1")
    assert (report.state, report.sent_on, report.document) == (ReportState.DRAFT, None, "")


def test_a_state_may_be_sent_without_a_number(empty: App) -> None:
    empty.reports.set_state("2023-Q1", ReportState.SENT)
    assert empty.reports.get("2023-Q1").state is ReportState.SENT


def test_the_own_due_date_of_one_report_moves_and_goes_back(empty: App) -> None:
    usual = empty.reports.get("2023-H1").period.own_due
    empty.reports.set_own_due("2023-H1", date(2023, 6, 9))
    assert empty.reports.get("2023-H1").period.own_due == date(2023, 6, 9)
    empty.reports.set_own_due("2023-H1", None)
    assert empty.reports.get("2023-H1").period.own_due == usual


def test_an_own_due_date_outside_the_period_is_refused(empty: App) -> None:
    with pytest.raises(InvalidInput, match="nằm ngoài kỳ"):
        empty.reports.set_own_due("2023-H1", date(2022, 6, 9))


def test_the_running_period_is_the_one_that_closes_first(empty: App) -> None:
    def key(day: date) -> str:
        period = empty.reports.current_period(day)
        return period.key if period else ""

    assert key(date(2022, 12, 15)) == "2023-Q1"
    assert key(date(2023, 3, 14)) == "2023-Q1"
    assert key(date(2023, 3, 15)) == "2023-H1"
    assert key(date(2023, 9, 14)) == "2023-Q3"
    assert key(date(2023, 9, 15)) == "2023-Y"


def test_the_working_year_is_chosen_or_the_clocks(empty: App) -> None:
    assert empty.reports.working_year() == 2023
    empty.offices.save(Office(year=2026))
    assert empty.reports.working_year() == 2026
