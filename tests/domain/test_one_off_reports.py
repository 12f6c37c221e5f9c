"""Reports asked for once: keys and dates."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.one_off_reports import OneOff, one_off_key, period_of
from cchc_desktop.domain.periods import ReportFamily

REQUEST = OneOff("Báo cáo biên chế giai đoạn 2026-2031", date(2025, 9, 22), due_time=time(17))


def test_a_request_without_window_has_its_due_date_only() -> None:
    period = period_of(REQUEST, one_off_key(REQUEST))
    assert (period.year, period.name, period.due_time) == (2025, REQUEST.name, time(17))
    assert period.own_due == period.ministry_due == period.cutoff == date(2025, 9, 22)
    assert (period.has_window, period.goes_to_ministry) == (False, False)


def test_a_request_may_ask_for_figures_of_a_time() -> None:
    window = replace(REQUEST, window_start=date(2025, 1, 1), cutoff=date(2025, 6, 30))
    period = period_of(window, one_off_key(window))
    assert (period.window_start, period.cutoff, period.has_window) == (
        date(2025, 1, 1),
        date(2025, 6, 30),
        True,
    )


def test_another_date_name_or_family_is_another_report() -> None:
    keys = {
        one_off_key(each)
        for each in (
            REQUEST,
            replace(REQUEST, due=date(2025, 9, 23)),
            replace(REQUEST, name="Báo cáo biên chế"),
            replace(REQUEST, name="Báo cáo biên chế giai đoạn 2026-2031."),
            replace(REQUEST, family=ReportFamily.THEMATIC),
        )
    }
    assert len(keys) == 5


def test_the_time_and_the_basis_do_not_make_another_report() -> None:
    assert one_off_key(replace(REQUEST, due_time=None, basis="8091/BNV-TCBC")) == one_off_key(REQUEST)


@given(st.text(min_size=1, max_size=80), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_keys_are_the_same_every_time_and_name_one_year_only(name: str, due: date) -> None:
    key = one_off_key(OneOff(name, due))
    assert key == one_off_key(OneOff(f" {name} ", due))
    year, _, code = key.partition("-")
    assert int(year) == due.year
    assert code.split("-")[:2] == ["DX", f"{due:%m%d}"]
    assert len(key) <= 40
    assert code.split("-")[2].isalpha()
