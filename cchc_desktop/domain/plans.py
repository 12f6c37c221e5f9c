"""A plan as the office holds it, and what its document says of itself."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What a document says of itself; whatever it does not say stays empty."""

    title: str = ""
    document_number: str = ""
    document_date: date | None = None
    issuer: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A stored plan."""

    id: int
    uid: str
    head: PlanHead
    year: int
    """Plan year: the year its bare months and quarters belong to."""
    source_name: str
    source_kind: str
    imported_at: datetime
    is_sample: bool
    task_count: int
    headings: tuple[tuple[str, str], ...] = ()
    """Column key and printed heading of the source table, in printed order; the appendix export repeats them."""
    title_block: tuple[str, ...] = field(default=())
    """The lines above the source table ("Phụ lục", title, reference line) as printed."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A document that changed some rows of a plan and left the others as they are."""

    id: int
    plan_id: int
    head: PlanHead
    source_name: str
    imported_at: datetime
