"""Units that owe the office its reports, and what they sent: rows in, records out."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.report_units import Receipt, ReportUnit
from cchc_desktop.storage.tables import ReportReceiptRow, ReportUnitRow


def units(session: Session) -> tuple[ReportUnit, ...]:
    """Return all units that are not removed, in the order they were added."""
    rows = session.scalars(
        select(ReportUnitRow).where(ReportUnitRow.deleted_at.is_(None)).order_by(ReportUnitRow.id)
    )
    return tuple(_unit(row) for row in rows)


def add_units(session: Session, new: Iterable[ReportUnit]) -> tuple[int, ...]:
    """Store units and return their ids."""
    rows = [ReportUnitRow(uid=str(uuid4()), **unit_values(unit)) for unit in new]
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows)


def unit_values(unit: ReportUnit) -> dict[str, Any]:
    """Return a unit as column values."""
    return {
        "agency_key": unit.agency_key,
        "name": unit.name,
        "sender": unit.sender.value,
        "active_from": unit.active_from,
        "active_to": unit.active_to,
        "note": unit.note,
    }


def receipts(session: Session, report_key: str) -> tuple[Receipt, ...]:
    """Return what was received for a report."""
    rows = session.scalars(
        select(ReportReceiptRow).where(
            ReportReceiptRow.report_key == report_key, ReportReceiptRow.deleted_at.is_(None)
        )
    )
    return tuple(Receipt(row.unit_id, row.received_on, row.document, row.note) for row in rows)


def receipt_rows(session: Session, report_key: str) -> dict[int, tuple[int, bool]]:
    """Return row id and whether it is in force by unit, for every row there ever was for a report."""
    rows = session.scalars(select(ReportReceiptRow).where(ReportReceiptRow.report_key == report_key))
    return {row.unit_id: (row.id, row.deleted_at is None) for row in rows}


def add_receipts(session: Session, report_key: str, new: Iterable[Receipt]) -> tuple[int, ...]:
    """Store what was received and return the row ids."""
    rows = [
        ReportReceiptRow(
            uid=str(uuid4()), report_key=report_key, unit_id=receipt.unit_id, **receipt_values(receipt)
        )
        for receipt in new
    ]
    session.add_all(rows)
    session.flush()
    return tuple(row.id for row in rows)


def receipt_values(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as column values."""
    return {"received_on": receipt.received_on, "document": receipt.document, "note": receipt.note}


def _unit(row: ReportUnitRow) -> ReportUnit:
    return ReportUnit(
        id=row.id,
        name=row.name,
        sender=OfficeRole(row.sender),
        agency_key=row.agency_key,
        active_from=row.active_from,
        active_to=row.active_to,
        note=row.note,
    )
