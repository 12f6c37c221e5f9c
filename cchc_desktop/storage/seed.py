"""Fills the directory and the calendar from the files that come with the program; what the office changed stays."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.calendar_data import load_report_kinds, load_special_days
from cchc_desktop.domain.agency_records import AgencyGroup
from cchc_desktop.domain.workdays import SpecialDay
from cchc_desktop.storage.directory import agency_values
from cchc_desktop.storage.report_kinds import kind_values
from cchc_desktop.storage.settings import get_setting, put_setting
from cchc_desktop.storage.tables import AgencyRow, Base, GroupRow, ReportKindRow, SpecialDayRow

DIGEST = "seed_digest"
"""Setting that tells which files the tables were filled from."""


def seed(session: Session, resources: Path) -> bool:
    """Bring agencies, groups, special days and kinds of report to the state of the bundled files; tell if any changed.

    Rows of the office's own (``custom``) are left alone, also where a file has the same key; rows that a file no longer
    has are removed. Files that were read before are only compared. Raises ValueError for a malformed file.
    """
    digest = _digest(resources)
    if get_setting(session, DIGEST) == digest:
        return False
    _bring(session, AgencyRow, "key", [agency_values(each) for each in load_agencies(resources)])
    _bring(session, GroupRow, "key", [_group(each) for each in load_groups(resources)])
    _bring(session, SpecialDayRow, "day", [_special_day(each) for each in load_special_days(resources)])
    _bring(session, ReportKindRow, "key", [kind_values(each) for each in load_report_kinds(resources)])
    put_setting(session, DIGEST, digest)
    return True


def _digest(resources: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(resources.glob("*.csv")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def _bring(session: Session, row: type[Base], key: str, wanted: Sequence[dict[str, Any]]) -> None:
    """Insert, update and remove rows by key; row ids stay, the history speaks of them."""
    table = row.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{row} is no plain table")
    connection = session.connection()
    found = connection.execute(select(table.c[key], table.c.custom)).all()
    stored: dict[str | date, bool] = {row[0]: row[1] for row in found}
    new = [values | {"custom": False} for values in wanted if values[key] not in stored]
    changed = [values | {"_key": values[key]} for values in wanted if stored.get(values[key]) is False]
    bundled = {values[key] for values in wanted}
    gone = [{"_key": name} for name, custom in stored.items() if not custom and name not in bundled]
    here = table.c[key] == bindparam("_key")
    if gone:
        connection.execute(table.delete().where(here), gone)
    if changed:
        columns: dict[str, Any] = {name: bindparam(name) for name in wanted[0] if name != key}
        connection.execute(table.update().where(here).values(columns), changed)
    if new:
        connection.execute(table.insert(), new)


def _group(group: AgencyGroup) -> dict[str, Any]:
    return {
        "key": group.key,
        "name": group.name,
        "phrases": list(group.phrases),
        "levels": [level.value for level in group.levels],
        "kinds": list(group.kinds),
        "valid_to": group.valid_to,
        "source": group.source,
    }


def _special_day(special: SpecialDay) -> dict[str, Any]:
    return {
        "day": special.day,
        "kind": special.kind.value,
        "name": special.name,
        "source": special.source,
        "confirmed": special.confirmed,
    }
