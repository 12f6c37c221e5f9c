"""Tables of the report calendar: kinds of report, reports, the units that owe theirs, and what they sent."""

from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, String, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column

from cchc_desktop.storage.base import Base, Moment


class ReportKindRow(Base):
    """A kind of report with its dates relative to the year or month."""

    __tablename__ = "report_kind"
    key: Mapped[str] = mapped_column(String(30), primary_key=True)
    """Code and first year: a new circular brings the same code with other dates from a year on. A kind that the
    office entered has a key of its own and stands beside the bundled row."""
    code: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(Text)
    dates: Mapped[dict[str, list[int]]] = mapped_column(JSON)
    """window_start, cutoff, ministry_due, province_due and one entry per office role, each [month, day, year offset];
    months: those of a monthly kind that is not made for all twelve."""
    basis: Mapped[str] = mapped_column(Text)
    from_year: Mapped[int | None]
    to_year: Mapped[int | None]
    custom: Mapped[bool] = mapped_column(default=False)
    family: Mapped[str] = mapped_column(String(12), default="periodic", server_default="periodic")
    rhythm: Mapped[str] = mapped_column(String(10), default="yearly", server_default="yearly")
    day_off_rule: Mapped[str] = mapped_column(String(20), default="keep", server_default="keep")
    is_on: Mapped[bool] = mapped_column(default=True, server_default="1")
    """What the program ships with."""
    switched: Mapped[bool | None]
    """What the office chose; newer files of the program leave it alone."""
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class ReportRow(Base):
    """What the office did about one report; periods without a row are simply not started.

    A report that was asked for once (chuyên đề, đột xuất) is a row with its own name and dates.
    """

    __tablename__ = "report"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    state: Mapped[str] = mapped_column(String(30))
    sent_on: Mapped[date | None] = mapped_column(Date)
    document: Mapped[str] = mapped_column(String(200), default="")
    own_due: Mapped[date | None] = mapped_column(Date)
    """Set where the own due date of this one report was moved (gia hạn)."""
    version: Mapped[int] = mapped_column(default=1)
    due_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    due_document: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Document that moved the due date."""
    units_due: Mapped[date | None] = mapped_column(Date)
    """When the units have to send theirs, where a letter says so for this one report."""
    document_date: Mapped[date | None] = mapped_column(Date)
    file: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Path of the file that was sent."""
    note: Mapped[str] = mapped_column(Text, default="", server_default="")
    family: Mapped[str] = mapped_column(String(12), default="", server_default="")
    """thematic or ad_hoc; empty for a report that a kind brings every year."""
    name: Mapped[str] = mapped_column(Text, default="", server_default="")
    window_start: Mapped[date | None] = mapped_column(Date)
    cutoff: Mapped[date | None] = mapped_column(Date)
    due: Mapped[date | None] = mapped_column(Date)
    """As the request has it; never moved."""
    due_time: Mapped[str] = mapped_column(String(5), default="", server_default="")
    """HH:MM, where the request names a time."""
    basis: Mapped[str] = mapped_column(Text, default="", server_default="")
    requested_by: Mapped[str] = mapped_column(Text, default="", server_default="")
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class ReportUnitRow(Base):
    """A unit that owes the office its reports."""

    __tablename__ = "report_unit"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    agency_key: Mapped[str] = mapped_column(String(100))
    """Key in the directory; empty for a unit that is known by name only."""
    name: Mapped[str] = mapped_column(Text)
    sender: Mapped[str] = mapped_column(String(16))
    """commune or department: which due date is its own."""
    active_from: Mapped[date | None] = mapped_column(Date)
    active_to: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class ReportReceiptRow(Base):
    """What one unit sent for one report."""

    __tablename__ = "report_receipt"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    report_key: Mapped[str] = mapped_column(String(40))
    unit_id: Mapped[int] = mapped_column(ForeignKey("report_unit.id", ondelete="CASCADE"), index=True)
    received_on: Mapped[date | None] = mapped_column(Date)
    """None for a unit that need not send this report."""
    document: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)
    __table_args__ = (Unique("report_key", "unit_id"),)
