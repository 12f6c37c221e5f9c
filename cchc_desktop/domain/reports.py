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
class Report:
    """A stored report obligation."""

    period: ReportPeriod
    state: ReportState
    sent_on: date | None
    document: str
    """Number and symbol of the report sent."""
    version: int
