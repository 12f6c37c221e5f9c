"""Report periods: data window, cut-off and due dates, made from kinds of report that are data."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from cchc_desktop.domain.workdays import WorkCalendar

_MONTHS = range(1, 13)


class OfficeRole(StrEnum):
    """What an office is in the chain of reports; decides which due date is its own."""

    COMMUNE = "commune"
    DEPARTMENT = "department"
    STANDING_BODY = "standing_body"
    """Sở Nội vụ, cơ quan thường trực: collects for the province."""


class Rhythm(StrEnum):
    """How often a kind of report falls due."""

    YEARLY = "yearly"
    MONTHLY = "monthly"
    """Its days are written as those of the report of January; the other months follow."""


class ReportFamily(StrEnum):
    """What sort of obligation it is (NĐ 09/2019, Điều 4: định kỳ, chuyên đề, đột xuất), and the plan to be issued."""

    PERIODIC = "periodic"
    PLAN = "plan"
    """The yearly plan that has to be issued; it has no data window."""
    THEMATIC = "thematic"
    AD_HOC = "ad_hoc"


class DayOffRule(StrEnum):
    """What becomes of a due date on a weekend or holiday."""

    KEEP = "keep"
    """The date stands; send by the last working day before it."""
    NEXT_WORKING_DAY = "next_working_day"
    """The limit ends on the next working day (BLDS 2015, Điều 148 khoản 5)."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day and month relative to a report year: offset -1 is the year before."""

    month: int
    day: int
    offset: int = 0

    def of(self, year: int, month: int = 1) -> date:
        """Return the day in a report year, for a monthly report in a month of it; 29/02 is 28/02 where there is none.

        >>> YearDay(12, 15, -1).of(2026).isoformat(), YearDay(12, 15, -1).of(2026, 3).isoformat()
        ('2025-12-15', '2026-02-15')
        """
        year, months = divmod((year + self.offset) * 12 + self.month - 1 + month - 1, 12)
        return date(year, months + 1, min(self.day, monthrange(year, months + 1)[1]))


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report that falls due every year or month at fixed days; a row of resources/report-calendar.csv, or the office's own."""

    code: str
    """Q1, H1, Q3, Y, or whatever a new circular brings; part of the report's key."""
    name: str
    """Name without the year: "Báo cáo CCHC Quý I"."""
    window_start: YearDay
    """Of a plan to be issued: the day on which to begin with it."""
    cutoff: YearDay
    """Last day of the data window (chốt số liệu)."""
    own_due: tuple[tuple[OfficeRole, YearDay], ...]
    """Due date of the office's own sending, by its role."""
    ministry_due: YearDay | None
    """None for a report that ends at UBND tỉnh."""
    basis: str
    """Document the dates come from."""
    from_year: int | None = None
    to_year: int | None = None
    province_due: YearDay | None = None
    """When UBND tỉnh signs and sends, or has to have a report that goes no further."""
    family: ReportFamily = ReportFamily.PERIODIC
    rhythm: Rhythm = Rhythm.YEARLY
    months: tuple[int, ...] = ()
    """Months a monthly report is made for; none named means all twelve."""
    day_off_rule: DayOffRule = DayOffRule.KEEP
    is_on: bool = True
    """A kind that is switched off makes no obligations."""
    is_own: bool = False
    """Entered by the office: stands above a bundled kind of the same code from its first year on."""


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """One report of one year with its dates; nominal dates are never moved by weekends."""

    key: str
    """Deterministic: ``2026-Q1``, ``2026-M03``."""
    code: str
    year: int
    name: str
    """With the year: "Báo cáo CCHC Quý I năm 2026"."""
    window_start: date
    cutoff: date
    """The due date itself where there is no data window."""
    own_due: date
    """The day that counts for the office; where its rule moved it, ``nominal_due`` keeps the date of the document."""
    ministry_due: date
    """The last date of the chain; that of UBND tỉnh for a report that goes no further."""
    basis: str
    family: ReportFamily = ReportFamily.PERIODIC
    province_due: date | None = None
    unit_dues: tuple[tuple[OfficeRole, date], ...] = ()
    """When offices of each role send theirs: what the standing body waits for."""
    day_off_rule: DayOffRule = DayOffRule.KEEP
    goes_to_ministry: bool = True
    nominal_due: date | None = None
    """Own due date as the document has it, where ``own_due`` is another day."""
    due_time: time | None = None
    """Time of the own due day, where the request names one ("trước 17h00")."""
    has_window: bool = True
    """False where no figures of a span of time are reported."""


def periods_of(year: int, kinds: Iterable[ReportKind], role: OfficeRole) -> tuple[ReportPeriod, ...]:
    """Make the reports of a year for an office of the given role, ordered by ministry due date; each key once.

    Kinds that are switched off make none. Raises ValueError for a kind that has no due date for the role: a report
    must not get lost in silence.

    >>> q3 = YearDay(6, 15), YearDay(9, 14), YearDay(9, 16), YearDay(9, 20)
    >>> own = ((OfficeRole.COMMUNE, q3[2]),)
    >>> kind = ReportKind("Q3", "Báo cáo CCHC Quý III", q3[0], q3[1], own, q3[3], "581/BNV-CCHC")
    >>> [(each.key, each.name, str(each.cutoff)) for each in periods_of(2026, [kind], OfficeRole.COMMUNE)]
    [('2026-Q3', 'Báo cáo CCHC Quý III năm 2026', '2026-09-14')]
    """
    made: dict[str, ReportPeriod] = {}
    for kind in kinds_in_force(year, kinds):
        if kind.is_on:
            for period in periods_of_kind(kind, year, role):
                made.setdefault(period.key, period)
    return tuple(sorted(made.values(), key=lambda period: period.ministry_due))


def kinds_in_force(year: int, kinds: Iterable[ReportKind]) -> tuple[ReportKind, ...]:
    """Return the kind of each code that counts in a year, switched on or not.

    What the office entered stands above what is bundled, the newer circular above the older: a new one is entered
    once, nothing else has to be ended by hand.

    >>> day = YearDay(3, 16)
    >>> old = ReportKind("Q1", "Quý I", day, day, (), day, "581/BNV-CCHC")
    >>> new = ReportKind("Q1", "Quý I", day, day, (), day, "Thông tư mới", from_year=2027, is_own=True)
    >>> [kinds_in_force(year, [old, new])[0].basis for year in (2026, 2027)]
    ['581/BNV-CCHC', 'Thông tư mới']
    """
    valid = sorted((kind for kind in kinds if _in_force(kind, year)), key=_precedence)
    return tuple({kind.code: kind for kind in valid}.values())


def periods_of_kind(kind: ReportKind, year: int, role: OfficeRole) -> Iterator[ReportPeriod]:
    """Make the reports of one kind in a year, whether it is switched on or not. Raises ValueError, see periods_of."""
    if kind.rhythm is Rhythm.YEARLY:
        yield _period(kind, year, role)
        return
    for month in kind.months or _MONTHS:
        yield _period(kind, year, role, month)


def periods_at(day: date, periods: Iterable[ReportPeriod]) -> tuple[ReportPeriod, ...]:
    """Return the periods whose data window contains a day, the one that closes first in front.

    The windows of a quarter, half-year and year overlap; those of two report years meet on 14/12 and 15/12, so
    that both years must be among ``periods``. Only what is reported regularly has a period.

    >>> q3 = ReportPeriod("2026-Q3", "Q3", 2026, "", date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 16), date(2026, 9, 20), "")
    >>> [period.key for period in periods_at(date(2026, 9, 14), [q3])], periods_at(date(2026, 9, 15), [q3])
    (['2026-Q3'], ())
    """
    regular = (period for period in periods if period.family is ReportFamily.PERIODIC)
    inside = (period for period in regular if period.window_start <= day <= period.cutoff)
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


def _precedence(kind: ReportKind) -> tuple[bool, int]:
    """Order kinds so that the one that counts comes last."""
    return kind.is_own, kind.from_year or 0


def _period(kind: ReportKind, year: int, role: OfficeRole, month: int = 0) -> ReportPeriod:
    """Make one report; ``month`` is 0 for a yearly one."""
    shift = month or 1
    dues = {of_role: day.of(year, shift) for of_role, day in kind.own_due}
    if role not in dues:
        raise ValueError(f"report kind {kind.code} has no due date for {role}")
    code = f"{kind.code}{month:02d}" if month else kind.code
    own_due, has_window = dues[role], kind.family is not ReportFamily.PLAN
    province_due = kind.province_due.of(year, shift) if kind.province_due else None
    ministry_due = kind.ministry_due.of(year, shift) if kind.ministry_due else None
    return ReportPeriod(
        key=f"{year}-{code}",
        code=code,
        year=year,
        name=_with_year(kind.name, year, month),
        window_start=kind.window_start.of(year, shift),
        cutoff=kind.cutoff.of(year, shift) if has_window else own_due,
        own_due=own_due,
        ministry_due=ministry_due or province_due or own_due,
        basis=kind.basis,
        family=kind.family,
        province_due=province_due,
        unit_dues=tuple(dues.items()),
        day_off_rule=kind.day_off_rule,
        goes_to_ministry=ministry_due is not None,
        has_window=has_window,
    )


def _with_year(name: str, year: int, month: int) -> str:
    """Name a report of a year: "… Quý I năm 2026", but "… 6 tháng đầu năm 2026", not "đầu năm năm".

    Months 1 and 2 get a leading zero (NĐ 30/2020, Phụ lục I).
    """
    if month:
        name = f"{name} {month:02d}" if month <= 2 else f"{name} {month}"
    return f"{name} {year}" if name.endswith("năm") else f"{name} năm {year}"
