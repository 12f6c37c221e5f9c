"""What the data file knows of plans beside the plans themselves: files, rows to check, and every import as it was noted."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from cchc_desktop.storage.history import CREATED
from cchc_desktop.storage.tables import AmendmentRow, HistoryRow, PlanRow, TaskRow

UNDO = "Hoàn tác"
"""Action of a batch that reverses another one."""
_MARKS = (("plan", CREATED), ("plan", "imported_at"), ("amendment", CREATED))
"""What an import leaves in the history, whatever it changes: by these its batch is known."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One history row of a plan, of an amendment or of a task of the plan."""

    batch: str
    at: Any
    """Aware moment."""
    actor: str
    action: str
    source: str
    entity: str
    entity_id: int
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class TaskTexts:
    """A task of a plan as it stands, deleted or not, with what was uncertain when it was read."""

    id: int
    section: str
    number: str
    content: str
    gone: bool
    deleted: bool
    problems: tuple[tuple[str, str, str], ...]
    """Code, message, field."""


def plan_files(session: Session) -> dict[int, tuple[str, str, str]]:
    """Return name, kind and hash of the file of every plan, by plan id."""
    rows = session.execute(
        select(PlanRow.id, PlanRow.source_name, PlanRow.source_kind, PlanRow.source_sha256)
    )
    return {row.id: (row.source_name, row.source_kind, row.source_sha256) for row in rows}


def amendment_files(session: Session, plan_id: int) -> dict[int, tuple[str, str, str]]:
    """Return name, kind and hash of the file of every amendment of a plan that is in force, by its id."""
    rows = session.execute(
        select(
            AmendmentRow.id, AmendmentRow.source_name, AmendmentRow.source_kind, AmendmentRow.source_sha256
        ).where(AmendmentRow.plan_id == plan_id, AmendmentRow.deleted_at.is_(None))
    )
    return {row.id: (row.source_name, row.source_kind, row.source_sha256) for row in rows}


def plan_of_amendment(session: Session, amendment_id: int) -> int | None:
    """Return the plan that an amendment in force changed."""
    return session.scalar(
        select(AmendmentRow.plan_id).where(AmendmentRow.id == amendment_id, AmendmentRow.deleted_at.is_(None))
    )


def task_texts(session: Session, plan_id: int) -> tuple[TaskTexts, ...]:
    """Return all tasks a plan ever had, in its order."""
    rows = session.scalars(
        select(TaskRow).where(TaskRow.plan_id == plan_id).order_by(TaskRow.position, TaskRow.id)
    )
    return tuple(
        TaskTexts(
            id=row.id,
            section=row.section,
            number=row.number,
            content=row.content,
            gone=row.gone,
            deleted=row.deleted_at is not None,
            problems=tuple((code, message, column) for code, message, column in row.problems),
        )
        for row in rows
    )


def undone_amendments(session: Session, plan_id: int) -> frozenset[int]:
    """Return the amendments of a plan that were taken back."""
    query = select(AmendmentRow.id).where(
        AmendmentRow.plan_id == plan_id, AmendmentRow.deleted_at.is_not(None)
    )
    return frozenset(session.scalars(query))


def import_notes(session: Session, plan_id: int) -> tuple[Noted, ...]:
    """Return the history rows of all imports into a plan, oldest first, with the rows that undo or redo its imports."""
    amendments = select(cast(AmendmentRow.id, String)).where(AmendmentRow.plan_id == plan_id)
    of_plan = and_(HistoryRow.entity == "plan", HistoryRow.entity_id == str(plan_id))
    of_amendment = and_(HistoryRow.entity == "amendment", HistoryRow.entity_id.in_(amendments))
    marked = or_(*(and_(HistoryRow.entity == entity, HistoryRow.field == field) for entity, field in _MARKS))
    batches = select(HistoryRow.batch).where(marked, or_(of_plan, of_amendment))
    tasks = select(cast(TaskRow.id, String)).where(TaskRow.plan_id == plan_id)
    of_task = and_(HistoryRow.entity == "task", HistoryRow.entity_id.in_(tasks))
    rows = session.scalars(
        select(HistoryRow)
        .where(HistoryRow.batch.in_(batches), or_(of_plan, of_amendment, of_task))
        .order_by(HistoryRow.id)
    )
    return tuple(
        Noted(
            batch=row.batch,
            at=row.at,
            actor=row.actor,
            action=row.action,
            source=row.source,
            entity=row.entity,
            entity_id=int(row.entity_id),
            field=row.field,
            old=row.old,
            new=row.new,
        )
        for row in rows
    )


def same_identity(session: Session, identity: str, other_than: int) -> bool:
    """Tell whether another stored plan is known by the same number, issuer and year."""
    count = session.scalar(
        select(func.count())
        .select_from(PlanRow)
        .where(PlanRow.identity == identity, PlanRow.id != other_than, PlanRow.deleted_at.is_(None))
    )
    return bool(count)
