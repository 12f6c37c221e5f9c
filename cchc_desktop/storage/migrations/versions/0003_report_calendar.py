"""The report calendar: kinds of the office's own, reports asked for once, and units that owe their reports."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and two tables; what is stored stays as it is."""
    for column in _kind_columns():
        op.add_column("report_kind", column)
    for column in _report_columns():
        op.add_column("report", column)
    _create_units()
    _create_receipts()


def _kind_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("family", sa.String(12), nullable=False, server_default="periodic"),
        sa.Column("rhythm", sa.String(10), nullable=False, server_default="yearly"),
        sa.Column("day_off_rule", sa.String(20), nullable=False, server_default="keep"),
        sa.Column("is_on", sa.Boolean(), nullable=False, server_default="1"),
        sa.Column("switched", sa.Boolean()),
        sa.Column("deleted_at", sa.DateTime()),
    )


def _report_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("due_reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("due_document", sa.Text(), nullable=False, server_default=""),
        sa.Column("units_due", sa.Date()),
        sa.Column("document_date", sa.Date()),
        sa.Column("file", sa.Text(), nullable=False, server_default=""),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.Column("family", sa.String(12), nullable=False, server_default=""),
        sa.Column("name", sa.Text(), nullable=False, server_default=""),
        sa.Column("window_start", sa.Date()),
        sa.Column("cutoff", sa.Date()),
        sa.Column("due", sa.Date()),
        sa.Column("due_time", sa.String(5), nullable=False, server_default=""),
        sa.Column("basis", sa.Text(), nullable=False, server_default=""),
        sa.Column("requested_by", sa.Text(), nullable=False, server_default=""),
        sa.Column("deleted_at", sa.DateTime()),
    )


def _create_units() -> None:
    op.create_table(
        "report_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("agency_key", sa.String(100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sender", sa.String(16), nullable=False),
        sa.Column("active_from", sa.Date()),
        sa.Column("active_to", sa.Date()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_report_unit"),
        sa.UniqueConstraint("uid", name="uq_report_unit_uid"),
    )


def _create_receipts() -> None:
    op.create_table(
        "report_receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("report_key", sa.String(40), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date()),
        sa.Column("document", sa.String(200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["report_unit.id"],
            name="fk_report_receipt_unit_id_report_unit",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report_receipt"),
        sa.UniqueConstraint("uid", name="uq_report_receipt_uid"),
        sa.UniqueConstraint("report_key", "unit_id", name="uq_report_receipt_report_key_unit_id"),
    )
    op.create_index("ix_report_receipt_unit_id", "report_receipt", ["unit_id"])
