"""Units that owe a report: who counts, who is late, whom to urge."""

from datetime import date

import pytest

from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.report_units import (
    Receipt,
    ReportUnit,
    UnitState,
    UnitSummary,
    is_active,
    summary_of,
)

DUES = {OfficeRole.COMMUNE: date(2026, 12, 16), OfficeRole.DEPARTMENT: date(2026, 12, 14)}
COMMUNE = ReportUnit(1, "UBND xã Tân Hương", OfficeRole.COMMUNE)
DEPARTMENT = ReportUnit(2, "Sở Y tế", OfficeRole.DEPARTMENT)


def summary(*receipts: Receipt, today: date) -> UnitSummary:
    return summary_of([COMMUNE, DEPARTMENT], receipts, DUES, today)


@pytest.mark.parametrize(
    ("today", "states", "overdue", "days"),
    [
        (date(2026, 12, 14), [UnitState.WAITING, UnitState.WAITING], 0, [0, 0]),
        (date(2026, 12, 15), [UnitState.WAITING, UnitState.MISSING], 1, [0, 1]),
        (date(2026, 12, 17), [UnitState.MISSING, UnitState.MISSING], 2, [1, 3]),
    ],
)
def test_nothing_received(today: date, states: list[UnitState], overdue: int, days: list[int]) -> None:
    found = summary(today=today)
    assert [line.state for line in found.lines] == states
    assert [line.days_late for line in found.lines] == days
    assert (found.total, found.received, found.missing, found.overdue) == (2, 0, 2, overdue)


def test_on_the_due_day_is_in_time_and_the_day_after_is_late() -> None:
    found = summary(Receipt(1, date(2026, 12, 16)), Receipt(2, date(2026, 12, 15)), today=date(2026, 12, 20))
    assert [(line.state, line.days_late) for line in found.lines] == [
        (UnitState.RECEIVED, 0),
        (UnitState.LATE, 1),
    ]
    assert (found.received, found.late, found.missing, found.to_urge) == (2, 1, 0, ())


def test_an_exempt_unit_is_not_counted() -> None:
    found = summary(Receipt(2, None, note="lồng ghép"), today=date(2026, 12, 20))
    assert (found.total, found.received, found.missing) == (1, 0, 1)
    assert found.lines[1].state is UnitState.EXEMPT


def test_a_unit_counts_while_it_exists_and_where_it_did_send() -> None:
    gone = ReportUnit(3, "UBND huyện Cái Bè", OfficeRole.DEPARTMENT, active_to=date(2025, 6, 30))
    new = ReportUnit(4, "Sở Mới", OfficeRole.DEPARTMENT, active_from=date(2026, 12, 14))
    late = ReportUnit(5, "Sở Sau", OfficeRole.DEPARTMENT, active_from=date(2026, 12, 15))
    today = date(2026, 12, 20)
    assert [line.unit.id for line in summary_of([gone, new, late], [], DUES, today).lines] == [4]
    sent = summary_of([gone, new], [Receipt(3, date(2026, 12, 1))], DUES, today)
    assert [line.unit.id for line in sent.lines] == [3, 4]
    assert is_active(gone, date(2025, 6, 30))
