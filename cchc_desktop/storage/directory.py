"""The directory of agencies and groups, and the special days: rows in, domain records out."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.domain.workdays import DayKind, SpecialDay
from cchc_desktop.storage.report_kinds import report_kinds
from cchc_desktop.storage.tables import AgencyRow, GroupRow, SpecialDayRow

__all__ = [
    "OWN",
    "add_agency",
    "agencies",
    "agency_row",
    "agency_values",
    "groups",
    "report_kinds",
    "special_days",
]

OWN = "rieng-"
"""Beginning of the keys of bodies that the office added; no bundled row has it.

Such a row is in the directory while it is marked ``custom``. One that was taken back keeps its row, for undo, until
newer bundled files sweep out what is neither theirs nor marked.
"""


def agencies(session: Session) -> tuple[Agency, ...]:
    """Return all bodies of the directory in stored order."""
    in_force = AgencyRow.custom | ~AgencyRow.key.startswith(OWN)
    return tuple(
        _agency(row) for row in session.scalars(select(AgencyRow).where(in_force).order_by(AgencyRow.id))
    )


def agency_row(session: Session, key: str) -> int | None:
    """Return the row of a body, also of an own one that was taken back; None when there is none."""
    return session.scalar(select(AgencyRow.id).where(AgencyRow.key == key))


def add_agency(session: Session, agency: Agency) -> int:
    """Store a body of the office's own and return its row; it counts from the moment it is marked ``custom``."""
    row = AgencyRow(custom=False, **agency_values(agency))
    session.add(row)
    session.flush()
    return row.id


def agency_values(agency: Agency) -> dict[str, Any]:
    """Return a body as column values."""
    return {
        "key": agency.key,
        "name": agency.name,
        "level": agency.level.value,
        "kind": agency.kind,
        "abbreviations": list(agency.abbreviations),
        "aliases": list(agency.aliases),
        "valid_from": agency.valid_from,
        "valid_to": agency.valid_to,
        "successors": list(agency.successors),
        "source": agency.source,
    }


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
