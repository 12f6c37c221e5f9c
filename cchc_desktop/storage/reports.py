"""What the office did about its reports, and reports asked for once; a periodic report without a row is not started."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.one_off_reports import OneOff
from cchc_desktop.domain.periods import ReportFamily
from cchc_desktop.domain.reports import Extension, ReportState
from cchc_desktop.storage.tables import ReportRow


@dataclass(frozen=True, slots=True)
class StoredReport:
    """The stored part of a report obligation."""

    id: int
    key: str
    state: ReportState
    sent_on: date | None
    document: str
    document_date: date | None
    file: str
    note: str
    extension: Extension | None
    units_due: date | None
    request: OneOff | None
    """What was asked for; None for a report that a kind brings."""
    version: int

    @property
    def is_worked_on(self) -> bool:
        """True when losing sight of it would lose work."""
        return self.state is not ReportState.NOT_STARTED or bool(self.document)


def stored_reports(session: Session) -> dict[str, StoredReport]:
    """Return all stored reports by key."""
    return {
        row.key: _stored(row)
        for row in session.scalars(select(ReportRow).where(ReportRow.deleted_at.is_(None)))
    }


def report_id(session: Session, key: str) -> int:
    """Return the row id of a report, making the row where there is none yet."""
    found = row_of(session, key)
    if found is not None:
        return found[0]
    return _added(session, {"key": key})


def row_of(session: Session, key: str) -> tuple[int, bool] | None:
    """Return the row id of a report and whether it is in force; None when there was never one."""
    row = session.scalar(select(ReportRow).where(ReportRow.key == key))
    return None if row is None else (row.id, row.deleted_at is None)


def add_one_off(session: Session, key: str, request: OneOff) -> int:
    """Store a request as a report that is not started; return its row id."""
    return _added(session, {"key": key} | one_off_values(request))


def one_off_values(request: OneOff) -> dict[str, Any]:
    """Return a request as column values."""
    return {
        "family": request.family.value,
        "name": request.name,
        "due": request.due,
        "due_time": request.due_time.strftime("%H:%M") if request.due_time else "",
        "window_start": request.window_start,
        "cutoff": request.cutoff,
        "basis": request.basis,
        "requested_by": request.requested_by,
    }


def _added(session: Session, values: Mapping[str, Any]) -> int:
    row = ReportRow(state=ReportState.NOT_STARTED.value, document="", version=1, **values)
    session.add(row)
    session.flush()
    return row.id


def _stored(row: ReportRow) -> StoredReport:
    return StoredReport(
        id=row.id,
        key=row.key,
        state=ReportState(row.state),
        sent_on=row.sent_on,
        document=row.document,
        document_date=row.document_date,
        file=row.file,
        note=row.note,
        extension=Extension(row.own_due, row.due_reason, row.due_document) if row.own_due else None,
        units_due=row.units_due,
        request=_request(row),
        version=row.version,
    )


def _request(row: ReportRow) -> OneOff | None:
    if row.due is None:
        return None
    return OneOff(
        name=row.name,
        due=row.due,
        family=ReportFamily(row.family),
        due_time=time.fromisoformat(row.due_time) if row.due_time else None,
        window_start=row.window_start,
        cutoff=row.cutoff,
        basis=row.basis,
        requested_by=row.requested_by,
    )
