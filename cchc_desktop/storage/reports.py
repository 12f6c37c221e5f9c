"""What the office did about its reports; a report without a row is simply not started."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.reports import ReportState
from cchc_desktop.storage.tables import ReportRow


@dataclass(frozen=True, slots=True)
class StoredReport:
    """The stored part of a report obligation."""

    id: int
    key: str
    state: ReportState
    sent_on: date | None
    document: str
    own_due: date | None
    version: int


def stored_reports(session: Session) -> dict[str, StoredReport]:
    """Return all stored reports by key."""
    return {row.key: _stored(row) for row in session.scalars(select(ReportRow))}


def report_id(session: Session, key: str) -> int:
    """Return the row id of a report, making the row where there is none yet."""
    found = session.scalar(select(ReportRow.id).where(ReportRow.key == key))
    if found is not None:
        return found
    row = ReportRow(key=key, state=ReportState.NOT_STARTED.value, document="", version=1)
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
        own_due=row.own_due,
        version=row.version,
    )
