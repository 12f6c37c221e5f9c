"""Units that owe the office a report: who has sent, who is late, whom to urge (đôn đốc)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.periods import OfficeRole


class UnitState(StrEnum):
    """How a unit stands with one report."""

    RECEIVED = "received"
    LATE = "late"
    """Received, after its due date."""
    WAITING = "waiting"
    """Not received, not due yet."""
    MISSING = "missing"
    """Not received, and the due date has passed."""
    EXEMPT = "exempt"
    """Need not send this report."""


@dataclass(frozen=True, slots=True)
class ReportUnit:
    """A unit that sends its reports to the office."""

    id: int
    name: str
    sender: OfficeRole
    """COMMUNE or DEPARTMENT: which due date is its own."""
    agency_key: str = ""
    """Key in the directory; empty for a unit that is known by name only."""
    active_from: date | None = None
    active_to: date | None = None
    """Last day of its duty; None while it has to report."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a unit sent for one report."""

    unit_id: int
    received_on: date | None
    """None for a unit that need not send this report."""
    document: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit and one report."""

    unit: ReportUnit
    due: date
    """Last day on which the unit is in time."""
    state: UnitState
    receipt: Receipt | None
    days_late: int
    """Calendar days after the due date, until received or until today; 0 when in time."""


@dataclass(frozen=True, slots=True)
class UnitSummary:
    """How all units stand with one report, in the order of the units."""

    lines: tuple[UnitLine, ...]

    @property
    def total(self) -> int:
        """Units that have to send."""
        return len(self.lines) - self._count(UnitState.EXEMPT)

    @property
    def received(self) -> int:
        """Units that sent, late ones too."""
        return self._count(UnitState.RECEIVED) + self.late

    @property
    def late(self) -> int:
        """Units that sent after their due date."""
        return self._count(UnitState.LATE)

    @property
    def missing(self) -> int:
        """Units that have not sent, due or not."""
        return len(self.to_urge)

    @property
    def overdue(self) -> int:
        """Units that have not sent although their due date has passed."""
        return self._count(UnitState.MISSING)

    @property
    def to_urge(self) -> tuple[UnitLine, ...]:
        """Units that have not sent."""
        open_states = (UnitState.WAITING, UnitState.MISSING)
        return tuple(line for line in self.lines if line.state in open_states)

    def _count(self, state: UnitState) -> int:
        return sum(line.state is state for line in self.lines)


def summary_of(
    units: Iterable[ReportUnit],
    receipts: Iterable[Receipt],
    dues: Mapping[OfficeRole, date],
    today: date,
) -> UnitSummary:
    """Put together how units stand with a report; units that owe nothing on its due date are left out.

    >>> units = [ReportUnit(1, "UBND xã Mỹ Đức Tây", OfficeRole.COMMUNE), ReportUnit(2, "Sở Y tế", OfficeRole.DEPARTMENT)]
    >>> due = {OfficeRole.COMMUNE: date(2026, 12, 16), OfficeRole.DEPARTMENT: date(2026, 12, 16)}
    >>> summary = summary_of(units, [Receipt(2, date(2026, 12, 18))], due, date(2026, 12, 19))
    >>> [(line.state.value, line.days_late) for line in summary.lines]
    [('missing', 3), ('late', 2)]
    """
    received = {receipt.unit_id: receipt for receipt in receipts}
    return UnitSummary(
        tuple(
            _line(unit, received.get(unit.id), dues[unit.sender], today)
            for unit in units
            if unit.id in received or is_active(unit, dues[unit.sender])
        )
    )


def is_active(unit: ReportUnit, day: date) -> bool:
    """Tell whether a unit has to report on a day.

    >>> is_active(ReportUnit(1, "UBND huyện Cái Bè", OfficeRole.COMMUNE, active_to=date(2025, 6, 30)), date(2025, 7, 1))
    False
    """
    begun = unit.active_from is None or unit.active_from <= day
    return begun and (unit.active_to is None or day <= unit.active_to)


def _line(unit: ReportUnit, receipt: Receipt | None, due: date, today: date) -> UnitLine:
    if receipt is None:
        state = UnitState.MISSING if today > due else UnitState.WAITING
        return UnitLine(unit, due, state, None, max((today - due).days, 0))
    if receipt.received_on is None:
        return UnitLine(unit, due, UnitState.EXEMPT, receipt, 0)
    days_late = max((receipt.received_on - due).days, 0)
    return UnitLine(unit, due, UnitState.LATE if days_late else UnitState.RECEIVED, receipt, days_late)
