"""Tables of the data file as typed classes; they never leave this package."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from cchc_desktop.storage.base import Base, Moment
from cchc_desktop.storage.report_tables import (
    ReportKindRow,
    ReportReceiptRow,
    ReportRow,
    ReportUnitRow,
)

__all__ = [
    "AgencyRow",
    "AmendmentRow",
    "Base",
    "GroupRow",
    "HistoryRow",
    "LessonRow",
    "Moment",
    "PartyRow",
    "PlanRow",
    "ReminderRow",
    "ReportKindRow",
    "ReportReceiptRow",
    "ReportRow",
    "ReportUnitRow",
    "ResultRow",
    "SettingRow",
    "SpecialDayRow",
    "TaskRow",
]


class PlanRow(Base):
    """A plan (kế hoạch) and the document it came from."""

    __tablename__ = "plan"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    title: Mapped[str] = mapped_column(Text)
    document_number: Mapped[str] = mapped_column(String(100))
    document_date: Mapped[date | None] = mapped_column(Date)
    issuer: Mapped[str] = mapped_column(Text)
    year: Mapped[int]
    identity: Mapped[str] = mapped_column(String(200), index=True)
    """Folded document number, issuer and year: the same document again is recognised by it."""
    source_name: Mapped[str] = mapped_column(Text)
    source_kind: Mapped[str] = mapped_column(String(20))
    source_sha256: Mapped[str] = mapped_column(String(64))
    imported_at: Mapped[datetime] = mapped_column(Moment)
    is_sample: Mapped[bool] = mapped_column(default=False)
    headings: Mapped[list[list[str]]] = mapped_column(JSON)
    title_block: Mapped[list[str]] = mapped_column(JSON)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class TaskRow(Base):
    """A task of a plan: printed texts, readings, and what the officer entered."""

    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    position: Mapped[int]
    section: Mapped[str] = mapped_column(String(20))
    section_title: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(String(20))
    content: Mapped[str] = mapped_column(Text)
    lead: Mapped[str] = mapped_column(Text)
    coordinating: Mapped[str] = mapped_column(Text)
    issuing_level: Mapped[str] = mapped_column(Text)
    product: Mapped[str] = mapped_column(Text)
    budget: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    deadline: Mapped[str] = mapped_column(Text)
    reading_kind: Mapped[str] = mapped_column(String(20))
    reading_start: Mapped[date | None] = mapped_column(Date)
    reading_due: Mapped[date | None] = mapped_column(Date)
    reading_suggested: Mapped[date | None] = mapped_column(Date)
    reading_occurrences: Mapped[list[str]] = mapped_column(JSON)
    reading_certain: Mapped[bool]
    reading_explanation: Mapped[str] = mapped_column(Text)
    reading_by_user: Mapped[bool] = mapped_column(default=False)
    problems: Mapped[list[list[str]]] = mapped_column(JSON)
    """Code, message and field of what was not certain when the row was read."""
    own_due: Mapped[date | None] = mapped_column(Date)
    progress: Mapped[str] = mapped_column(String(20))
    completed_on: Mapped[date | None] = mapped_column(Date)
    document: Mapped[str] = mapped_column(String(200), default="")
    document_date: Mapped[date | None] = mapped_column(Date)
    result_note: Mapped[str] = mapped_column(Text, default="")
    search_text: Mapped[str] = mapped_column(Text)
    """Folded content, agencies, phrase and document numbers."""
    gone: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)
    __table_args__ = (
        CheckConstraint(
            "progress IN ('not_started','in_progress','awaiting','completed','paused','cancelled')",
            name="progress",
        ),
        Index("ix_task_plan_position", "plan_id", "position"),
        Index("ix_task_due", "reading_due"),
    )


class PartyRow(Base):
    """One party of a task's lead or coordinating cell."""

    __tablename__ = "task_party"
    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(12))
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(String(100), index=True)
    __table_args__ = (
        CheckConstraint("role IN ('lead','coordinating')", name="role"),
        Index("ix_task_party_task_role", "task_id", "role", "position"),
    )


class ResultRow(Base):
    """A dated result: of a period, or of one member of a group."""

    __tablename__ = "task_result"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), index=True)
    agency: Mapped[str] = mapped_column(Text, default="")
    completed_on: Mapped[date | None] = mapped_column(Date)
    document: Mapped[str] = mapped_column(String(200), default="")
    document_date: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class AgencyRow(Base):
    """One body of the directory."""

    __tablename__ = "agency"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(100), unique=True)
    name: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(String(12))
    kind: Mapped[str] = mapped_column(String(40))
    abbreviations: Mapped[list[str]] = mapped_column(JSON)
    aliases: Mapped[list[str]] = mapped_column(JSON)
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)
    successors: Mapped[list[str]] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(Text)
    custom: Mapped[bool] = mapped_column(default=False)
    """True when the office added or changed it: a newer program leaves it alone."""


class GroupRow(Base):
    """A class of bodies named by phrases."""

    __tablename__ = "agency_group"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(100), unique=True)
    name: Mapped[str] = mapped_column(Text)
    phrases: Mapped[list[str]] = mapped_column(JSON)
    levels: Mapped[list[str]] = mapped_column(JSON)
    kinds: Mapped[list[str]] = mapped_column(JSON)
    valid_to: Mapped[date | None] = mapped_column(Date)
    source: Mapped[str] = mapped_column(Text)
    custom: Mapped[bool] = mapped_column(default=False)


class SpecialDayRow(Base):
    """A holiday, a compensatory day or a swapped day."""

    __tablename__ = "special_day"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    confirmed: Mapped[bool]
    custom: Mapped[bool] = mapped_column(default=False)


class ReminderRow(Base):
    """The ledger of reminders: one row for ever per subject, rule and due date."""

    __tablename__ = "reminder_log"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(250), unique=True)
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_key: Mapped[str] = mapped_column(String(100))
    rule: Mapped[str] = mapped_column(String(20))
    due: Mapped[date] = mapped_column(Date)
    remind_on: Mapped[date] = mapped_column(Date)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(14))
    """claimed, shown, snoozed, acknowledged, muted, withdrawn, superseded, early."""
    tries: Mapped[int] = mapped_column(default=0)
    raised_at: Mapped[datetime] = mapped_column(Moment)
    shown_at: Mapped[datetime | None] = mapped_column(Moment)
    snoozed_until: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    channel: Mapped[str] = mapped_column(String(20), default="")
    __table_args__ = (
        Unique("subject_kind", "subject_key", "rule", "due"),
        Index("ix_reminder_log_state", "state"),
    )


class HistoryRow(Base):
    """One changed field: who, when, from what to what; undo reads it backwards."""

    __tablename__ = "history"
    id: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[str] = mapped_column(String(36), index=True)
    """One use case; undone as a whole."""
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    """What the use case was called, in Vietnamese, for the undo menu and the history list."""
    entity: Mapped[str] = mapped_column(String(20))
    entity_id: Mapped[str] = mapped_column(String(40))
    field: Mapped[str] = mapped_column(String(40))
    old: Mapped[Any] = mapped_column(JSON)
    new: Mapped[Any] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(Text, default="")
    """File the change came from, when it came from one."""
    __table_args__ = (Index("ix_history_entity", "entity", "entity_id"),)


class LessonRow(Base):
    """How the office reads a phrase of a plan: a time phrase, or the name of a body."""

    __tablename__ = "lesson"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    """deadline, agency or group."""
    phrase: Mapped[str] = mapped_column(Text)
    """As printed in the plan it was learnt from."""
    folded: Mapped[str] = mapped_column(Text)
    """The same phrase is known again by it, however it is spelt."""
    value: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The reading and its plan year, or key and name of the body."""
    learnt_at: Mapped[datetime] = mapped_column(Moment)
    source: Mapped[str] = mapped_column(Text, default="")
    """File the phrase was corrected in."""
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)
    __table_args__ = (Index("ix_lesson_kind_folded", "kind", "folded"),)


class AmendmentRow(Base):
    """A document that changed some rows of a plan."""

    __tablename__ = "amendment"
    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(Text)
    document_number: Mapped[str] = mapped_column(String(100))
    document_date: Mapped[date | None] = mapped_column(Date)
    issuer: Mapped[str] = mapped_column(Text)
    source_name: Mapped[str] = mapped_column(Text)
    source_kind: Mapped[str] = mapped_column(String(20))
    source_sha256: Mapped[str] = mapped_column(String(64))
    imported_at: Mapped[datetime] = mapped_column(Moment)
    batch: Mapped[str] = mapped_column(String(36))
    """The use case in the history: which tasks it changed and how."""
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class SettingRow(Base):
    """One setting of the office; travels with the data file."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
