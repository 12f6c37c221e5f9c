"""What the first frame of the window needs, by plain SQLite: no SQLAlchemy, no waiting, no exception."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from cchc_desktop.errors import StorageProblem
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.revisions import LINEAGE, revision_of

PAGE = 200
LAST_OVERVIEW = "last_overview"
"""Setting in which the overview's last figures are kept for the next start."""

_WAIT = 0.2
_PLAN = """
SELECT id, title, document_number, year FROM plan WHERE deleted_at IS NULL ORDER BY year DESC, id LIMIT 1
"""
_TASKS = """
SELECT id, section, section_title, number, content, lead, coordinating, deadline,
       reading_due, own_due, progress, completed_on, reading_kind
FROM task WHERE plan_id = ? AND deleted_at IS NULL AND NOT gone ORDER BY position, id LIMIT ?
"""
_COUNTS = """
SELECT (SELECT count(*) FROM plan WHERE deleted_at IS NULL),
       (SELECT count(*) FROM task WHERE plan_id = ? AND deleted_at IS NULL AND NOT gone),
       (SELECT count(*) FROM reminder_log WHERE state IN ('claimed', 'shown', 'snoozed'))
"""
_SETTINGS = "SELECT key, value FROM setting"


@dataclass(frozen=True, slots=True)
class FirstTask:
    """One row of the first page."""

    id: int
    section: str
    section_title: str
    number: str
    content: str
    lead: str
    coordinating: str
    deadline: str
    reading_due: date | None
    own_due: date | None
    progress: str
    """A value of domain.tasks.Progress."""
    completed_on: date | None
    kind: str
    """A value of domain.deadlines.DeadlineKind."""


_FIELDS = tuple(field.name for field in fields(FirstTask))


@dataclass(frozen=True, slots=True)
class FirstPlan:
    """The plan of the newest year: the first one in the services' list."""

    id: int
    title: str
    document_number: str
    year: int


@dataclass(frozen=True, slots=True)
class FirstPaint:
    """The data file as the first frame shows it."""

    plan: FirstPlan | None
    plan_count: int
    task_count: int
    """Tasks of the plan, also those beyond the first page."""
    open_reminders: int
    tasks: tuple[FirstTask, ...]
    overview: Any
    """What was stored under ``last_overview``; None when it never was."""
    settings: Mapping[str, Any]


def first_paint(database: Path) -> FirstPaint | None:
    """Read what the first frame shows; None when the file is missing, old, newer, busy or not readable."""
    try:
        with closing(connect(database, read_only=True, wait=_WAIT)) as connection:
            if revision_of(connection, database) != LINEAGE.newest:
                return None
            connection.execute("BEGIN")
            return _read(connection)
    except (sqlite3.Error, StorageProblem, OSError, ValueError, TypeError):
        return None  # the engine opens the same file a moment later and says what is wrong


def _read(connection: sqlite3.Connection) -> FirstPaint:
    found = connection.execute(_PLAN).fetchone()
    plan = None if found is None else FirstPlan(*found)
    plan_id = -1 if plan is None else plan.id
    plans, tasks, reminders = connection.execute(_COUNTS, (plan_id,)).fetchone()
    settings = {key: _value(stored) for key, stored in connection.execute(_SETTINGS)}
    return FirstPaint(
        plan=plan,
        plan_count=plans,
        task_count=tasks,
        open_reminders=reminders,
        tasks=tuple(_task(row) for row in connection.execute(_TASKS, (plan_id, PAGE))),
        overview=settings.get(LAST_OVERVIEW),
        settings=settings,
    )


def _value(stored: str | float) -> Any:
    """Return a JSON value; SQLite gives a JSON column numeric affinity, so numbers come back as numbers."""
    return json.loads(stored) if isinstance(stored, str) else stored


def _task(row: Sequence[Any]) -> FirstTask:
    values = dict(zip(_FIELDS, row, strict=True))
    for name in ("reading_due", "own_due", "completed_on"):
        values[name] = None if values[name] is None else date.fromisoformat(values[name])
    return FirstTask(**values)
