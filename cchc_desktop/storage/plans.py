"""Plans: rows in, records out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.storage.tables import PlanRow, TaskRow


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan to be stored."""

    head: PlanHead
    year: int
    identity: str
    source_name: str
    source_kind: str
    source_sha256: str
    is_sample: bool
    headings: tuple[tuple[str, str], ...]
    title_block: tuple[str, ...]


def plans(session: Session) -> tuple[Plan, ...]:
    """Return all plans that are not deleted, newest year first."""
    counts = dict(
        session.execute(
            select(TaskRow.plan_id, func.count())
            .where(TaskRow.deleted_at.is_(None), TaskRow.gone.is_(False))
            .group_by(TaskRow.plan_id)
        ).all()
    )
    rows = session.scalars(
        select(PlanRow).where(PlanRow.deleted_at.is_(None)).order_by(PlanRow.year.desc(), PlanRow.id)
    )
    return tuple(_plan(row, counts.get(row.id, 0)) for row in rows)


def _plan(row: PlanRow, task_count: int) -> Plan:
    head = PlanHead(
        title=row.title,
        document_number=row.document_number,
        document_date=row.document_date,
        issuer=row.issuer,
        year=row.year,
    )
    return Plan(
        id=row.id,
        uid=row.uid,
        head=head,
        year=row.year,
        source_name=row.source_name,
        source_kind=row.source_kind,
        imported_at=row.imported_at,
        is_sample=row.is_sample,
        task_count=task_count,
        headings=tuple((key, heading) for key, heading in row.headings),
        title_block=tuple(row.title_block),
    )


def plan_with_identity(session: Session, identity: str) -> int | None:
    """Return the id of the stored plan that is the same document, if there is one."""
    return session.scalar(
        select(PlanRow.id)
        .where(PlanRow.identity == identity, PlanRow.deleted_at.is_(None))
        .order_by(PlanRow.id.desc())
    )


def add_plan(session: Session, new: NewPlan, at: datetime) -> int:
    """Store a plan without tasks and return its id."""
    row = PlanRow(
        uid=str(uuid4()),
        title=new.head.title,
        document_number=new.head.document_number,
        document_date=new.head.document_date,
        issuer=new.head.issuer,
        year=new.year,
        identity=new.identity,
        source_name=new.source_name,
        source_kind=new.source_kind,
        source_sha256=new.source_sha256,
        imported_at=at,
        is_sample=new.is_sample,
        headings=[list(pair) for pair in new.headings],
        title_block=list(new.title_block),
    )
    session.add(row)
    session.flush()
    return row.id
