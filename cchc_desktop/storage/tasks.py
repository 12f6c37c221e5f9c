"""Tasks with their parties and results: rows in, records out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import Session

from cchc_desktop.domain.agency_records import Party, PartyKind
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.tasks import Progress, Result, Task
from cchc_desktop.storage.tables import PartyRow, PlanRow, ResultRow, TaskRow

_CHUNK = 500  # SQLite takes a bounded number of parameters in one statement


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What the database itself can filter by; the rest is the services' work."""

    ids: tuple[int, ...] | None = None
    plan_id: int | None = None
    year: int | None = None
    words: tuple[str, ...] = ()
    """Folded words that must all occur in the search text."""
    with_gone: bool = False


@dataclass(frozen=True, slots=True)
class NewTaskRow:
    """A task to be stored: values by column name, and its parties."""

    values: dict[str, Any]
    lead_parties: tuple[Party, ...]
    coordinating_parties: tuple[Party, ...]


def tasks(session: Session, wanted: TaskFilter) -> tuple[Task, ...]:
    """Return tasks in the order of their plan; deleted ones never."""
    rows = session.execute(_query(wanted)).all()
    ids = [row.id for row, _ in rows]
    parties = _parties(session, ids)
    results = _results(session, ids)
    return tuple(_task(row, year, parties.get(row.id, {}), results.get(row.id, ())) for row, year in rows)


def _query(wanted: TaskFilter) -> Select[TaskRow, int]:
    query = (
        select(TaskRow, PlanRow.year)
        .join(PlanRow, PlanRow.id == TaskRow.plan_id)
        .where(TaskRow.deleted_at.is_(None), PlanRow.deleted_at.is_(None))
        .order_by(PlanRow.year.desc(), PlanRow.id, TaskRow.position, TaskRow.id)
    )
    if wanted.ids is not None:
        query = query.where(TaskRow.id.in_(wanted.ids))
    if wanted.plan_id is not None:
        query = query.where(TaskRow.plan_id == wanted.plan_id)
    if wanted.year is not None:
        query = query.where(PlanRow.year == wanted.year)
    if not wanted.with_gone:
        query = query.where(TaskRow.gone.is_(False))
    for word in wanted.words:
        query = query.where(TaskRow.search_text.contains(word, autoescape=True))
    return query


def _parties(session: Session, ids: Sequence[int]) -> dict[int, dict[str, list[Party]]]:
    found: dict[int, dict[str, list[Party]]] = {}
    for part in _chunks(ids):
        query = select(PartyRow).where(PartyRow.task_id.in_(part))
        for row in session.scalars(query.order_by(PartyRow.task_id, PartyRow.role, PartyRow.position)):
            party = Party(text=row.text, kind=PartyKind(row.kind), name=row.name, key=row.key)
            found.setdefault(row.task_id, {}).setdefault(row.role, []).append(party)
    return found


def unknown_texts(session: Session) -> tuple[str, ...]:
    """Return the different names in stored tasks that stand for nothing in the directory."""
    query = (
        select(PartyRow.text)
        .join(TaskRow, TaskRow.id == PartyRow.task_id)
        .join(PlanRow, PlanRow.id == TaskRow.plan_id)
        .where(PartyRow.kind == PartyKind.UNKNOWN.value, TaskRow.gone.is_(False))
        .where(TaskRow.deleted_at.is_(None), PlanRow.deleted_at.is_(None))
        .distinct()
    )
    return tuple(session.scalars(query))


def _results(session: Session, ids: Sequence[int]) -> dict[int, tuple[Result, ...]]:
    found: dict[int, list[Result]] = {}
    for part in _chunks(ids):
        query = select(ResultRow).where(ResultRow.task_id.in_(part), ResultRow.deleted_at.is_(None))
        for row in session.scalars(query.order_by(ResultRow.completed_on.nulls_last(), ResultRow.id)):
            found.setdefault(row.task_id, []).append(
                Result(
                    completed_on=row.completed_on,
                    document=row.document,
                    document_date=row.document_date,
                    note=row.note,
                    agency=row.agency,
                )
            )
    return {task_id: tuple(results) for task_id, results in found.items()}


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _task(row: TaskRow, year: int, parties: dict[str, list[Party]], results: tuple[Result, ...]) -> Task:
    reading = Deadline(
        kind=DeadlineKind(row.reading_kind),
        start=row.reading_start,
        due=row.reading_due,
        suggested_due=row.reading_suggested,
        occurrences=tuple(date.fromisoformat(day) for day in row.reading_occurrences),
        certain=row.reading_certain,
        explanation=row.reading_explanation,
    )
    return Task(
        id=row.id,
        uid=row.uid,
        plan_id=row.plan_id,
        plan_year=year,
        position=row.position,
        section=row.section,
        section_title=row.section_title,
        number=row.number,
        content=row.content,
        lead=row.lead,
        coordinating=row.coordinating,
        issuing_level=row.issuing_level,
        product=row.product,
        budget=row.budget,
        note=row.note,
        deadline=row.deadline,
        lead_parties=tuple(parties.get("lead", ())),
        coordinating_parties=tuple(parties.get("coordinating", ())),
        reading=reading,
        reading_by_user=row.reading_by_user,
        own_due=row.own_due,
        progress=Progress(row.progress),
        completed_on=row.completed_on,
        document=row.document,
        document_date=row.document_date,
        result_note=row.result_note,
        results=results,
        gone=row.gone,
        version=row.version,
    )


def reading_values(reading: Deadline) -> dict[str, Any]:
    """Return a reading as column values."""
    return {
        "reading_kind": reading.kind.value,
        "reading_start": reading.start,
        "reading_due": reading.due,
        "reading_suggested": reading.suggested_due,
        "reading_occurrences": [day.isoformat() for day in reading.occurrences],
        "reading_certain": reading.certain,
        "reading_explanation": reading.explanation,
    }


def add_tasks(session: Session, plan_id: int, new: Sequence[NewTaskRow]) -> tuple[int, ...]:
    """Store tasks of a plan with their parties in two statements; return their ids in the given order."""
    if not new:
        return ()
    uids = [str(uuid4()) for _ in new]
    blank = {
        "completed_on": None,
        "document": "",
        "document_date": None,
        "result_note": "",
        "own_due": None,
        "reading_by_user": False,
        "progress": Progress.NOT_STARTED.value,
        "gone": False,
        "version": 1,
        "deleted_at": None,
    }
    rows = [
        blank | each.values | {"uid": uid, "plan_id": plan_id} for each, uid in zip(new, uids, strict=True)
    ]
    session.execute(insert(TaskRow), rows)
    id_of = dict(session.execute(select(TaskRow.uid, TaskRow.id).where(TaskRow.plan_id == plan_id)).all())
    ids = tuple(id_of[uid] for uid in uids)
    parties = [
        values
        for task_id, each in zip(ids, new, strict=True)
        for values in _party_values(task_id, each.lead_parties, each.coordinating_parties)
    ]
    if parties:
        session.execute(insert(PartyRow), parties)
    return ids


def replace_parties(
    session: Session, task_id: int, lead: Sequence[Party], coordinating: Sequence[Party]
) -> None:
    """Replace the parties of a task; they follow from its texts and have no history of their own."""
    session.execute(delete(PartyRow).where(PartyRow.task_id == task_id))
    values = _party_values(task_id, lead, coordinating)
    if values:
        session.execute(insert(PartyRow), values)


def _party_values(task_id: int, lead: Sequence[Party], coordinating: Sequence[Party]) -> list[dict[str, Any]]:
    return [
        {
            "task_id": task_id,
            "role": role,
            "position": position,
            "text": party.text,
            "kind": party.kind.value,
            "name": party.name,
            "key": party.key,
        }
        for role, parties in (("lead", lead), ("coordinating", coordinating))
        for position, party in enumerate(parties)
    ]


def add_result(session: Session, task_id: int, result: Result) -> int:
    """Store a dated result of a task and return its id."""
    row = ResultRow(
        uid=str(uuid4()),
        task_id=task_id,
        agency=result.agency,
        completed_on=result.completed_on,
        document=result.document,
        document_date=result.document_date,
        note=result.note,
    )
    session.add(row)
    session.flush()
    return row.id


def result_ids(
    session: Session, task_id: int, *, agency: str | None = None, on: date | None = None
) -> tuple[int, ...]:
    """Return ids of results of a task: of one agency, of one day, or all."""
    query = select(ResultRow.id).where(ResultRow.task_id == task_id, ResultRow.deleted_at.is_(None))
    if agency is not None:
        query = query.where(ResultRow.agency == agency)
    if on is not None:
        query = query.where(ResultRow.completed_on == on)
    return tuple(session.scalars(query.order_by(ResultRow.id)))


def all_result_ids(session: Session, task_id: int) -> tuple[int, ...]:
    """Return ids of all results of a task, deleted ones too: the history speaks of them."""
    return tuple(session.scalars(select(ResultRow.id).where(ResultRow.task_id == task_id)))


def search_texts(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """Return the folded search text of tasks."""
    found: dict[int, str] = {}
    for part in _chunks(ids):
        found.update(
            session.execute(select(TaskRow.id, TaskRow.search_text).where(TaskRow.id.in_(part))).all()
        )
    return found


def set_search_text(session: Session, task_id: int, text: str) -> None:
    """Store the folded search text of a task; it follows from other fields and has no history."""
    session.execute(update(TaskRow).where(TaskRow.id == task_id).values(search_text=text))


def shift_positions(session: Session, ids: Sequence[int]) -> None:
    """Move tasks one place down to make room."""
    for part in _chunks(ids):
        session.execute(update(TaskRow).where(TaskRow.id.in_(part)).values(position=TaskRow.position + 1))


def problems(session: Session, task_id: int) -> tuple[tuple[str, str, str], ...]:
    """Return code, message and field of what was not certain when a row was read."""
    stored = session.scalar(select(TaskRow.problems).where(TaskRow.id == task_id)) or []
    return tuple((code, message, field) for code, message, field in stored)
