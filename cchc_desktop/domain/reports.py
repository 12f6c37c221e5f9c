"""A report obligation: a report period of the own office, its state and what was sent."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.periods import ReportPeriod


class ReportState(StrEnum):
    """Chưa lập → Đang tổng hợp → Dự thảo → Đã trình → Đã gửi."""

    NOT_STARTED = "not_started"
    COLLECTING = "collecting"
    DRAFT = "draft"
    SUBMITTED_FOR_SIGNATURE = "submitted_for_signature"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Extension:
    """A due date that was moved for one report (gia hạn), or set otherwise than usual."""

    due: date
    reason: str = ""
    document: str = ""
    """The document that moved it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A stored report obligation."""

    period: ReportPeriod
    state: ReportState
    sent_on: date | None
    document: str
    """Number and symbol of the report sent."""
    version: int
    document_date: date | None = None
    file: str = ""
    """Path of the file that was sent; empty when none was named."""
    note: str = ""
    extension: Extension | None = None
    requested_by: str = ""
    """Who asked for a report that does not come by itself."""
    units_due: date | None = None
    """When the units have to send theirs, where a letter says so for this report."""
