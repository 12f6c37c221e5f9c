"""The directory of agencies and groups, the special days and the kinds of report: rows in, domain records out."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.domain.periods import OfficeRole, ReportKind, YearDay
from cchc_desktop.domain.workdays import DayKind, SpecialDay
from cchc_desktop.storage.tables import AgencyRow, GroupRow, ReportKindRow, SpecialDayRow


def agencies(session: Session) -> tuple[Agency, ...]:
    """Return all bodies of the directory in stored order."""
    return tuple(_agency(row) for row in session.scalars(select(AgencyRow).order_by(AgencyRow.id)))


def _agency(row: AgencyRow) -> Agency:
    return Agency(
        key=row.key,
        name=row.name,
        level=Level(row.level),
        kind=row.kind,
        abbreviations=tuple(row.abbreviations),
        aliases=tuple(row.aliases),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successors=tuple(row.successors),
        source=row.source,
    )


def groups(session: Session) -> tuple[AgencyGroup, ...]:
    """Return all groups of the directory in stored order."""
    return tuple(
        AgencyGroup(
            key=row.key,
            name=row.name,
            phrases=tuple(row.phrases),
            levels=tuple(Level(level) for level in row.levels),
            kinds=tuple(row.kinds),
            valid_to=row.valid_to,
            source=row.source,
        )
        for row in session.scalars(select(GroupRow).order_by(GroupRow.id))
    )


def special_days(session: Session) -> tuple[SpecialDay, ...]:
    """Return all holidays and swapped days, ascending."""
    return tuple(
        SpecialDay(
            day=row.day, kind=DayKind(row.kind), name=row.name, source=row.source, confirmed=row.confirmed
        )
        for row in session.scalars(select(SpecialDayRow).order_by(SpecialDayRow.day))
    )


def report_kinds(session: Session) -> tuple[ReportKind, ...]:
    """Return all kinds of periodic report."""
    return tuple(
        _report_kind(row) for row in session.scalars(select(ReportKindRow).order_by(ReportKindRow.code))
    )


def _report_kind(row: ReportKindRow) -> ReportKind:
    def day_of(name: str) -> YearDay:
        month, day, offset = row.dates[name]
        return YearDay(month=month, day=day, offset=offset)

    return ReportKind(
        code=row.code,
        name=row.name,
        window_start=day_of("window_start"),
        cutoff=day_of("cutoff"),
        own_due=tuple((role, day_of(role.value)) for role in OfficeRole if role.value in row.dates),
        ministry_due=day_of("ministry_due"),
        basis=row.basis,
        from_year=row.from_year,
        to_year=row.to_year,
    )
