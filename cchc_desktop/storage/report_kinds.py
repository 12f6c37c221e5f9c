"""Kinds of report: rows in, domain records out, and back."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.periods import DayOffRule, OfficeRole, ReportFamily, ReportKind, Rhythm, YearDay
from cchc_desktop.storage.tables import ReportKindRow

_OWN = "/own"
"""Ends the key of a kind that the office entered, so that the bundled row of the same code stays beside it."""
_DUE_NAMES = ("ministry_due", "province_due")


def report_kinds(session: Session) -> tuple[ReportKind, ...]:
    """Return all kinds of report that are not removed, as the office switched them."""
    rows = session.scalars(
        select(ReportKindRow)
        .where(ReportKindRow.deleted_at.is_(None))
        .order_by(ReportKindRow.code, ReportKindRow.key)
    )
    return tuple(_report_kind(row) for row in rows)


def kind_key(kind: ReportKind) -> str:
    """Return the key under which a kind is stored.

    >>> day = YearDay(3, 14)
    >>> kind_key(ReportKind("Q1", "Quý I", day, day, (), day, "", from_year=2027, is_own=True))
    'Q1@2027/own'
    """
    return f"{kind.code}@{kind.from_year or 0}" + (_OWN if kind.is_own else "")


def kind_is_stored(session: Session, key: str) -> bool:
    """Tell whether there is a row of a key, also a removed one."""
    return session.get(ReportKindRow, key) is not None


def keys_of_code(session: Session, code: str) -> tuple[str, ...]:
    """Return the keys of all kinds of a code that are not removed."""
    rows = select(ReportKindRow.key).where(ReportKindRow.code == code, ReportKindRow.deleted_at.is_(None))
    return tuple(session.scalars(rows.order_by(ReportKindRow.key)))


def add_kind(session: Session, kind: ReportKind) -> str:
    """Store a kind that the office entered and return its key."""
    row = ReportKindRow(**kind_values(kind), custom=True)
    session.add(row)
    session.flush()
    return row.key


def kind_values(kind: ReportKind) -> dict[str, Any]:
    """Return a kind as column values."""
    days = {"window_start": kind.window_start, "cutoff": kind.cutoff}
    days |= {role.value: day for role, day in kind.own_due}
    days |= {
        name: day
        for name, day in zip(_DUE_NAMES, (kind.ministry_due, kind.province_due), strict=True)
        if day is not None
    }
    dates = {name: [day.month, day.day, day.offset] for name, day in days.items()}
    return {
        "key": kind_key(kind),
        "code": kind.code,
        "name": kind.name,
        "dates": dates | ({"months": list(kind.months)} if kind.months else {}),
        "basis": kind.basis,
        "from_year": kind.from_year,
        "to_year": kind.to_year,
        "family": kind.family.value,
        "rhythm": kind.rhythm.value,
        "day_off_rule": kind.day_off_rule.value,
        "is_on": kind.is_on,
    }


def _report_kind(row: ReportKindRow) -> ReportKind:
    def day_of(name: str) -> YearDay:
        month, day, offset = row.dates[name]
        return YearDay(month=month, day=day, offset=offset)

    ministry_due, province_due = (day_of(name) if name in row.dates else None for name in _DUE_NAMES)
    return ReportKind(
        code=row.code,
        name=row.name,
        window_start=day_of("window_start"),
        cutoff=day_of("cutoff"),
        own_due=tuple((role, day_of(role.value)) for role in OfficeRole if role.value in row.dates),
        ministry_due=ministry_due,
        basis=row.basis,
        from_year=row.from_year,
        to_year=row.to_year,
        province_due=province_due,
        family=ReportFamily(row.family),
        rhythm=Rhythm(row.rhythm),
        months=tuple(row.dates.get("months", ())),
        day_off_rule=DayOffRule(row.day_off_rule),
        is_on=row.is_on if row.switched is None else row.switched,
        is_own=row.custom,
    )
