"""The one way to change stored facts: every changed field leaves a history row, and undo reads them backwards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from cchc_desktop.storage.tables import (
    AgencyRow,
    AmendmentRow,
    Base,
    HistoryRow,
    LessonRow,
    PlanRow,
    ReportKindRow,
    ReportReceiptRow,
    ReportRow,
    ReportUnitRow,
    ResultRow,
    SettingRow,
    TaskRow,
)

_ENTITIES: dict[str, type[Base]] = {
    "plan": PlanRow,
    "task": TaskRow,
    "result": ResultRow,
    "report": ReportRow,
    "report_kind": ReportKindRow,
    "report_unit": ReportUnitRow,
    "report_receipt": ReportReceiptRow,
    "agency": AgencyRow,
    "lesson": LessonRow,
    "amendment": AmendmentRow,
    "setting": SettingRow,
}
_NAMED = frozenset({"setting", "report_kind"})
"""Entities whose rows have a name for a key, not a number."""
CREATED = "created"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who does what, when: the same for all changes of one use case."""

    batch: str
    at: datetime
    actor: str
    action: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field as it stands in the history."""

    at: datetime
    actor: str
    action: str
    entity: str
    entity_id: str
    field: str
    old: Any
    new: Any
    source: str


class ChangedSinceError(Exception):
    """Undo met a field that was changed again after the batch."""


def change(
    session: Session, stamp: Stamp, entity: str, entity_id: int | str, values: Mapping[str, Any]
) -> int:
    """Set fields of a row and note every one that really changes; return how many did."""
    row = session.get(_ENTITIES[entity], entity_id)
    if row is None:
        raise LookupError(f"{entity} {entity_id}")
    changed = 0
    for field, value in values.items():
        old = getattr(row, field)
        if old == value:
            continue
        setattr(row, field, value)
        session.add(_history_row(stamp, entity, entity_id, field, old, value))
        changed += 1
    if changed and hasattr(row, "version"):
        row.version += 1
    return changed


def note_created(session: Session, stamp: Stamp, entity: str, ids: Iterable[int | str]) -> None:
    """Note that rows were made."""
    values = [
        {
            "batch": stamp.batch,
            "at": stamp.at,
            "actor": stamp.actor,
            "action": stamp.action,
            "entity": entity,
            "entity_id": str(each),
            "field": CREATED,
            "old": None,
            "new": True,
            "source": stamp.source,
        }
        for each in ids
    ]
    if values:
        session.execute(insert(HistoryRow), values)


def undo_batch(session: Session, stamp: Stamp, batch: str) -> tuple[tuple[str, str, str], ...]:
    """Reverse every change of a batch under a new stamp; return (entity, id, field) of what was reversed.

    Raises ChangedSinceError when a field no longer has the value that the batch gave it.
    """
    rows = session.scalars(
        select(HistoryRow).where(HistoryRow.batch == batch).order_by(HistoryRow.id.desc())
    ).all()
    reversed_fields = []
    for noted in rows:
        model = _ENTITIES[noted.entity]
        key: int | str = noted.entity_id if noted.entity in _NAMED else int(noted.entity_id)
        row = session.get(model, key)
        if row is None:
            raise ChangedSinceError
        if noted.field == CREATED:
            change(session, stamp, noted.entity, key, {"deleted_at": stamp.at.astimezone(UTC)})
        else:
            current = getattr(row, noted.field)
            if _as_json(current) != noted.new:
                raise ChangedSinceError
            change(session, stamp, noted.entity, key, {noted.field: _from_json(noted.old)})
        reversed_fields.append((noted.entity, noted.entity_id, noted.field))
    return tuple(reversed_fields)


def changes_of(session: Session, entities: Sequence[tuple[str, str]]) -> tuple[FieldChange, ...]:
    """Return the history of some rows, newest first."""
    found: list[FieldChange] = []
    for entity, entity_id in entities:
        query = select(HistoryRow).where(HistoryRow.entity == entity, HistoryRow.entity_id == entity_id)
        found += [_field_change(row) for row in session.scalars(query.order_by(HistoryRow.id.desc()))]
    return tuple(sorted(found, key=lambda change: change.at, reverse=True))


def _field_change(row: HistoryRow) -> FieldChange:
    return FieldChange(
        at=row.at,
        actor=row.actor,
        action=row.action,
        entity=row.entity,
        entity_id=row.entity_id,
        field=row.field,
        old=_from_json(row.old),
        new=_from_json(row.new),
        source=row.source,
    )


def values_at(session: Session, moment: datetime, fields: Sequence[str]) -> dict[int, dict[str, Any]]:
    """Return the values that fields of tasks had at a moment, by task id; only of tasks that were changed after it.

    The clocks of two changes decide which came first, not the order in which they were entered.
    """
    noted = (HistoryRow.entity == "task", HistoryRow.field.in_(fields))
    changed_after = select(HistoryRow.entity_id).where(*noted, HistoryRow.at > moment)
    rows = session.scalars(
        select(HistoryRow)
        .where(*noted, HistoryRow.entity_id.in_(changed_after))
        .order_by(HistoryRow.at, HistoryRow.id)
    )
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        values = found.setdefault(int(row.entity_id), {})
        if row.at <= moment:
            values[row.field] = _from_json(row.new)
        else:
            values.setdefault(row.field, _from_json(row.old))
    return found


def _history_row(
    stamp: Stamp, entity: str, entity_id: int | str, field: str, old: Any, new: Any
) -> HistoryRow:
    return HistoryRow(
        batch=stamp.batch,
        at=stamp.at,
        actor=stamp.actor,
        action=stamp.action,
        entity=entity,
        entity_id=str(entity_id),
        field=field,
        old=_as_json(old),
        new=_as_json(new),
        source=stamp.source,
    )


def _as_json(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"moment": value.astimezone(UTC).isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def _from_json(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"moment"}:
        return datetime.fromisoformat(value["moment"])
    if isinstance(value, dict) and set(value) == {"date"}:
        return date.fromisoformat(value["date"])
    return value
