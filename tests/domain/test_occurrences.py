"""Which occurrences of a periodic task are covered by results."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.occurrences import NOTHING_DUE, Coverage, coverage

Q1, H1, Q3, Y = (date(2026, month, 20) for month in (3, 6, 9, 12))
QUARTERS = (Q1, H1, Q3, Y)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([], Coverage(due=Q1, last=Y)),
        ([date(2026, 1, 5)], Coverage(due=H1, covered=Q1, last=Y)),
        ([Q1], Coverage(due=H1, covered=Q1, last=Y)),
        ([date(2026, 3, 25)], Coverage(due=H1, covered=Q1, last=Y)),
        ([date(2026, 3, 18), date(2026, 3, 25)], Coverage(due=H1, covered=Q1, last=Y)),
        ([date(2026, 5, 5)], Coverage(due=H1, covered=Q1, last=Y)),
        ([date(2026, 5, 6)], Coverage(due=Q3, covered=H1, last=Y)),
        ([date(2026, 9, 1), date(2026, 3, 1)], Coverage(due=Y, covered=Q3, last=Y)),
        ([Q1, H1, Q3, Y], Coverage(covered=Y, last=Y)),
        ([date(2026, 12, 1)], Coverage(covered=Y, last=Y)),
        ([date(2027, 1, 4)], Coverage(covered=Y, last=Y, late=True)),
        ([Q3, date(2027, 1, 4)], Coverage(covered=Y, last=Y, late=True)),
        ([date(2026, 12, 1), date(2027, 1, 4)], Coverage(covered=Y, last=Y)),
    ],
)
def test_results_of_a_quarterly_task(results: list[date], expected: Coverage) -> None:
    found = coverage(QUARTERS, results)
    assert found == expected
    assert found.complete == (expected.covered == Y)


def test_without_occurrences_nothing_is_due_and_nothing_complete() -> None:
    assert coverage((), [Q1]) == NOTHING_DUE
    assert not NOTHING_DUE.complete


@pytest.mark.parametrize(("day", "late"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_single_occurrence(day: date, *, late: bool) -> None:
    only = date(2026, 12, 31)
    assert coverage((only,), [day]) == Coverage(covered=only, last=only, late=late)


@given(
    occurrences=st.lists(
        st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=1, max_size=12, unique=True
    ),
    results=st.lists(st.dates(date(2025, 12, 1), date(2027, 3, 1)), max_size=8),
)
def test_what_is_in_force_follows_what_is_covered_and_each_further_result_only_moves_it_on(
    occurrences: list[date], results: list[date]
) -> None:
    dates = tuple(sorted(occurrences))
    found = coverage(dates, results)
    if found.covered is None:
        assert not results
        assert found.due == dates[0]
    elif found.due is not None:
        assert dates.index(found.due) == dates.index(found.covered) + 1
        assert abs(found.covered - max(results)) <= abs(found.due - max(results))
    for result in results:
        more = coverage(dates, [*results, result + timedelta(days=30)])
        assert (more.covered or date.min) >= (found.covered or date.min)
