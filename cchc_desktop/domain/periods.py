"""Report periods: data window, cut-off and due dates, made from kinds of report that are data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OfficeRole(StrEnum):
    """What an office is in the chain of reports; decides which due date is its own."""

    COMMUNE = "commune"
    DEPARTMENT = "department"
    STANDING_BODY = "standing_body"
    """Sở Nội vụ, cơ quan thường trực: collects for the province."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day and month relative to a report year: offset -1 is the year before."""

    month: int
    day: int
    offset: int = 0

    def of(self, year: int) -> date:
        """Return the day in a report year."""
        return date(year + self.offset, self.month, self.day)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A periodic report that falls due once a year at fixed days; a row of resources/report-calendar.csv."""

    code: str
    """Q1, H1, Q3, Y, or whatever a new circular brings; part of the report's key."""
    name: str
    """Name without the year: "Báo cáo CCHC Quý I"."""
    window_start: YearDay
    cutoff: YearDay
    """Last day of the data window (chốt số liệu)."""
    own_due: tuple[tuple[OfficeRole, YearDay], ...]
    """Due date of the office's own sending, by its role."""
    ministry_due: YearDay
    basis: str
    """Document the dates come from."""
    from_year: int | None = None
    to_year: int | None = None


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """One report of one year with its dates; nominal dates are never moved by weekends."""

    key: str
    """Deterministic: ``2026-Q1``."""
    code: str
    year: int
    name: str
    """With the year: "Báo cáo CCHC Quý I năm 2026"."""
    window_start: date
    cutoff: date
    own_due: date
    ministry_due: date
    basis: str


def periods_of(year: int, kinds: Iterable[ReportKind], role: OfficeRole) -> tuple[ReportPeriod, ...]:
    """Make the reports of a year for an office of the given role, ordered by ministry due date."""
    raise NotImplementedError
