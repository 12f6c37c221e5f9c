"""Documents that changed some rows of a plan: rows in, records out."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.plans import Amendment, PlanHead
from cchc_desktop.storage.tables import AmendmentRow


def amendments(session: Session, plan_id: int) -> tuple[Amendment, ...]:
    """Return the documents that changed a plan, in the order they were imported."""
    rows = session.scalars(
        select(AmendmentRow)
        .where(AmendmentRow.plan_id == plan_id, AmendmentRow.deleted_at.is_(None))
        .order_by(AmendmentRow.id)
    )
    return tuple(_amendment(row) for row in rows)


def add_amendment(
    session: Session, plan_id: int, head: PlanHead, source: tuple[str, str, str], stamp: tuple[str, datetime]
) -> int:
    """Store that a document changed a plan; ``source`` is file, kind and hash, ``stamp`` batch and moment."""
    row = AmendmentRow(
        plan_id=plan_id,
        title=head.title,
        document_number=head.document_number,
        document_date=head.document_date,
        issuer=head.issuer,
        source_name=source[0],
        source_kind=source[1],
        source_sha256=source[2],
        imported_at=stamp[1],
        batch=stamp[0],
    )
    session.add(row)
    session.flush()
    return row.id


def _amendment(row: AmendmentRow) -> Amendment:
    head = PlanHead(row.title, row.document_number, row.document_date, row.issuer)
    return Amendment(row.id, row.plan_id, head, row.source_name, row.imported_at)
