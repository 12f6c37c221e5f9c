"""Report periods: data window, cut-off and due dates, made from kinds of report that are data."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.workdays import WorkCalendar


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
        """Return the day in a report year; 29/02 is 28/02 in a year that has none.

        >>> YearDay(12, 15, -1).of(2026).isoformat()
        '2025-12-15'
        """
        year += self.offset
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


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
    """Make the reports of a year for an office of the given role, ordered by ministry due date.

    Raises ValueError for a kind that has no due date for the role: a report must not get lost in silence.

    >>> q3 = YearDay(6, 15), YearDay(9, 14), YearDay(9, 16), YearDay(9, 20)
    >>> own = ((OfficeRole.COMMUNE, q3[2]),)
    >>> kind = ReportKind("Q3", "Báo cáo CCHC Quý III", q3[0], q3[1], own, q3[3], "581/BNV-CCHC")
    >>> [(each.key, each.name, str(each.cutoff)) for each in periods_of(2026, [kind], OfficeRole.COMMUNE)]
    [('2026-Q3', 'Báo cáo CCHC Quý III năm 2026', '2026-09-14')]
    """
    valid = (kind for kind in kinds if _in_force(kind, year))
    return tuple(
        sorted((_period(kind, year, role) for kind in valid), key=lambda period: period.ministry_due)
    )


def periods_at(day: date, periods: Iterable[ReportPeriod]) -> tuple[ReportPeriod, ...]:
    """Return the periods whose data window contains a day, the one that closes first in front.

    The windows of a quarter, half-year and year overlap; those of two report years meet on 14/12 and 15/12, so
    that both years must be among ``periods``.

    >>> q3 = ReportPeriod("2026-Q3", "Q3", 2026, "", date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 16), date(2026, 9, 20), "")
    >>> [period.key for period in periods_at(date(2026, 9, 14), [q3])], periods_at(date(2026, 9, 15), [q3])
    (['2026-Q3'], ())
    """
    inside = (period for period in periods if period.window_start <= day <= period.cutoff)
    return tuple(sorted(inside, key=lambda period: period.cutoff))


def next_period(day: date, periods: Iterable[ReportPeriod]) -> ReportPeriod | None:
    """Return the report whose own due date comes next; one that is due on the day itself still counts.

    >>> q3 = ReportPeriod("2026-Q3", "Q3", 2026, "", date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 16), date(2026, 9, 20), "")
    >>> next_period(date(2026, 9, 16), [q3]) is q3, next_period(date(2026, 9, 17), [q3])
    (True, None)
    """
    ahead = (period for period in periods if period.own_due >= day)
    return min(ahead, key=lambda period: period.own_due, default=None)


def leaves_a_working_day(period: ReportPeriod, calendar: WorkCalendar) -> bool:
    """Tell whether the own due date lies at least one working day after the cut-off (NĐ 09/2019, Điều 8 khoản 5).

    >>> q3 = ReportPeriod("2026-Q3", "Q3", 2026, "", date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 16), date(2026, 9, 20), "")
    >>> leaves_a_working_day(q3, WorkCalendar())
    True
    """
    return calendar.between(period.cutoff, period.own_due) >= 1


def _in_force(kind: ReportKind, year: int) -> bool:
    return (kind.from_year is None or kind.from_year <= year) and (
        kind.to_year is None or year <= kind.to_year
    )


def _period(kind: ReportKind, year: int, role: OfficeRole) -> ReportPeriod:
    own_due = dict(kind.own_due).get(role)
    if own_due is None:
        raise ValueError(f"report kind {kind.code} has no due date for {role}")
    return ReportPeriod(
        key=f"{year}-{kind.code}",
        code=kind.code,
        year=year,
        name=_with_year(kind.name, year),
        window_start=kind.window_start.of(year),
        cutoff=kind.cutoff.of(year),
        own_due=own_due.of(year),
        ministry_due=kind.ministry_due.of(year),
        basis=kind.basis,
    )


def _with_year(name: str, year: int) -> str:
    """Name a report of a year: "… Quý I năm 2026", but "… 6 tháng đầu năm 2026", not "đầu năm năm"."""
    return f"{name} {year}" if name.endswith("năm") else f"{name} năm {year}"
