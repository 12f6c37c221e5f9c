"""The first schema: plans and tasks, directory, calendar, reports, reminder ledger, history, settings.

Written out on purpose: a migration says what the schema was then, the live tables say what it is now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_CCHC = 0x43434843  # revisions.APPLICATION_ID: marks the file as ours


def upgrade() -> None:
    """Make all tables of an empty file."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {_CCHC}")
    _create_plans()
    _create_tasks()
    _create_parties_and_results()
    _create_directory()
    _create_calendar_and_reports()
    _create_reminder_ledger()
    _create_history_and_settings()


def _create_plans() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("document_number", sa.String(100), nullable=False),
        sa.Column("document_date", sa.Date()),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(200), nullable=False),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("source_kind", sa.String(20), nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("title_block", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
        sa.UniqueConstraint("uid", name="uq_plan_uid"),
    )
    op.create_index("ix_plan_identity", "plan", ["identity"])


def _create_tasks() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(20), nullable=False),
        sa.Column("section_title", sa.Text(), nullable=False),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("coordinating", sa.Text(), nullable=False),
        sa.Column("issuing_level", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("budget", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text(), nullable=False),
        sa.Column("reading_kind", sa.String(20), nullable=False),
        sa.Column("reading_start", sa.Date()),
        sa.Column("reading_due", sa.Date()),
        sa.Column("reading_suggested", sa.Date()),
        sa.Column("reading_occurrences", sa.JSON(), nullable=False),
        sa.Column("reading_certain", sa.Boolean(), nullable=False),
        sa.Column("reading_explanation", sa.Text(), nullable=False),
        sa.Column("reading_by_user", sa.Boolean(), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("own_due", sa.Date()),
        sa.Column("progress", sa.String(20), nullable=False),
        sa.Column("completed_on", sa.Date()),
        sa.Column("document", sa.String(200), nullable=False),
        sa.Column("document_date", sa.Date()),
        sa.Column("result_note", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.CheckConstraint(
            "progress IN ('not_started','in_progress','awaiting','completed','paused','cancelled')",
            name="ck_task_progress",
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_task_plan_id_plan", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
        sa.UniqueConstraint("uid", name="uq_task_uid"),
    )
    op.create_index("ix_task_due", "task", ["reading_due"])
    op.create_index("ix_task_plan_position", "task", ["plan_id", "position"])


def _create_parties_and_results() -> None:
    op.create_table(
        "task_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.CheckConstraint("role IN ('lead','coordinating')", name="ck_task_party_role"),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name="fk_task_party_task_id_task", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_task_party"),
    )
    op.create_index("ix_task_party_key", "task_party", ["key"])
    op.create_index("ix_task_party_task_role", "task_party", ["task_id", "role", "position"])
    op.create_table(
        "task_result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(36), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("completed_on", sa.Date()),
        sa.Column("document", sa.String(200), nullable=False),
        sa.Column("document_date", sa.Date()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.DateTime()),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name="fk_task_result_task_id_task", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_task_result"),
        sa.UniqueConstraint("uid", name="uq_task_result_uid"),
    )
    op.create_index("ix_task_result_task_id", "task_result", ["task_id"])


def _create_directory() -> None:
    op.create_table(
        "agency",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.String(12), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("abbreviations", sa.JSON(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_to", sa.Date()),
        sa.Column("successors", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agency"),
        sa.UniqueConstraint("key", name="uq_agency_key"),
    )
    op.create_table(
        "agency_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phrases", sa.JSON(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("valid_to", sa.Date()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agency_group"),
        sa.UniqueConstraint("key", name="uq_agency_group_key"),
    )


def _create_calendar_and_reports() -> None:
    op.create_table(
        "special_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("custom", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_special_day"),
    )
    op.create_table(
        "report_kind",
        sa.Column("key", sa.String(30), nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("dates", sa.JSON(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("from_year", sa.Integer()),
        sa.Column("to_year", sa.Integer()),
        sa.Column("custom", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_report_kind"),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("state", sa.String(30), nullable=False),
        sa.Column("sent_on", sa.Date()),
        sa.Column("document", sa.String(200), nullable=False),
        sa.Column("own_due", sa.Date()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("key", name="uq_report_key"),
    )


def _create_reminder_ledger() -> None:
    op.create_table(
        "reminder_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(250), nullable=False),
        sa.Column("subject_kind", sa.String(12), nullable=False),
        sa.Column("subject_key", sa.String(100), nullable=False),
        sa.Column("rule", sa.String(20), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("remind_on", sa.Date(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(14), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("raised_at", sa.DateTime(), nullable=False),
        sa.Column("shown_at", sa.DateTime()),
        sa.Column("snoozed_until", sa.DateTime()),
        sa.Column("closed_at", sa.DateTime()),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reminder_log"),
        sa.UniqueConstraint("key", name="uq_reminder_log_key"),
        sa.UniqueConstraint(
            "subject_kind",
            "subject_key",
            "rule",
            "due",
            name="uq_reminder_log_subject_kind_subject_key_rule_due",
        ),
    )
    op.create_index("ix_reminder_log_state", "reminder_log", ["state"])


def _create_history_and_settings() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("entity_id", sa.String(40), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("old", sa.JSON(), nullable=False),
        sa.Column("new", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
    )
    op.create_index("ix_history_batch", "history", ["batch"])
    op.create_index("ix_history_entity", "history", ["entity", "entity_id"])
    op.create_table(
        "setting",
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
