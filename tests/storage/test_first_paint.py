import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage import plans as stored_plans
from cchc_desktop.storage import tasks as stored_tasks
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.engine import open_engine, reading, writing
from cchc_desktop.storage.first_paint import LAST_OVERVIEW, PAGE, FirstPaint, FirstTask, first_paint
from cchc_desktop.storage.reminder_log import OPEN_STATES
from cchc_desktop.storage.settings import get_settings, put_setting
from cchc_desktop.storage.tables import PlanRow, ReminderRow, TaskRow

NOW = datetime(2026, 11, 22, 1, 42, tzinfo=UTC)


@pytest.fixture
def engine(folder: DataFolder) -> Iterator[Engine]:
    engine = open_engine(folder.database)
    yield engine
    engine.dispose()


def add_plan(engine: Engine, year: int, count: int) -> int:
    texts = ("issuing_level", "product", "budget", "note", "search_text")
    reading_of = Deadline(kind=DeadlineKind.WINDOW, start=date(year, 2, 1), due=date(year, 2, 28))
    with writing(engine) as session:
        plan_id = stored_plans.add_plan(
            session,
            stored_plans.NewPlan(
                head=PlanHead(
                    title=f"Kế hoạch năm {year}", document_number=f"{year % 100}/KH-UBND", year=year
                ),
                year=year,
                identity=str(year),
                source_name="a.docx",
                source_kind="docx",
                source_sha256="",
                is_sample=False,
                headings=(),
                title_block=(),
            ),
            NOW,
        )
        new = [
            stored_tasks.NewTaskRow(
                values=dict.fromkeys(texts, "")
                | stored_tasks.reading_values(reading_of)
                | {
                    "position": count - number,
                    "section": "I",
                    "section_title": "CÔNG TÁC CHỈ ĐẠO",
                    "number": str(number),
                    "content": f"Ban hành kế hoạch số {number}",
                    "lead": "Sở Nội vụ",
                    "coordinating": "Các sở, ngành",
                    "deadline": "Tháng 02",
                    "problems": [],
                    "own_due": date(year, 2, 20) if number % 2 else None,
                    "completed_on": date(year, 2, 2) if number % 3 == 0 else None,
                    "progress": "completed" if number % 3 == 0 else "not_started",
                },
                lead_parties=(),
                coordinating_parties=(),
            )
            for number in range(count)
        ]
        stored_tasks.add_tasks(session, plan_id, new)
    return plan_id


def add_reminder(engine: Engine, state: str) -> None:
    day = date(2026, 11, 22)
    with writing(engine) as session:
        session.add(
            ReminderRow(
                key=state,
                subject_kind="task",
                subject_key=state,
                rule="T0",
                due=day,
                remind_on=day,
                title="",
                text="",
                state=state,
                tries=1,
                raised_at=NOW,
            )
        )


def look(folder: DataFolder) -> FirstPaint:
    found = first_paint(folder.database)
    assert found is not None
    return found


def test_an_empty_office(folder: DataFolder) -> None:
    assert look(folder) == FirstPaint(
        plan=None, plan_count=0, task_count=0, open_reminders=0, tasks=(), overview=None, settings={}
    )


def test_the_first_page_is_what_the_queries_give(engine: Engine, folder: DataFolder) -> None:
    add_plan(engine, 2025, 3)
    add_plan(engine, 2026, PAGE + 5)
    add_plan(engine, 2026, 2)
    with writing(engine) as session:
        rows = {row.number: row for row in session.query(TaskRow).join(PlanRow).filter(PlanRow.id == 2)}
        rows["200"].gone = True
        rows["201"].deleted_at = NOW
    found = look(folder)
    with reading(engine) as session:
        plans = stored_plans.plans(session)
        tasks = stored_tasks.tasks(session, stored_tasks.TaskFilter(plan_id=plans[0].id))
    assert found.plan is not None
    assert (found.plan.id, found.plan.title, found.plan.document_number, found.plan.year) == (
        plans[0].id, plans[0].head.title, plans[0].head.document_number, plans[0].year,
    )  # fmt: skip
    assert found.plan_count == len(plans) == 3
    assert found.task_count == plans[0].task_count == len(tasks) == PAGE + 3
    assert len(found.tasks) == PAGE
    names = [field.name for field in fields(FirstTask) if field.name not in {"reading_due", "kind"}]
    for first, task in zip(found.tasks, tasks, strict=False):
        assert {name: getattr(first, name) for name in names} == {name: getattr(task, name) for name in names}
        assert (first.reading_due, first.kind) == (task.reading.due, task.reading.kind)


def test_a_deleted_plan_is_not_shown(engine: Engine, folder: DataFolder) -> None:
    add_plan(engine, 2025, 1)
    newest = add_plan(engine, 2026, 2)
    with writing(engine) as session:
        session.get_one(PlanRow, newest).deleted_at = NOW
    found = look(folder)
    assert found.plan is not None
    assert (found.plan.year, found.plan_count, found.task_count) == (2025, 1, 1)


def test_open_reminders_are_those_of_the_ledger(engine: Engine, folder: DataFolder) -> None:
    for state in (*OPEN_STATES, "acknowledged", "withdrawn", "superseded", "muted"):
        add_reminder(engine, state)
    assert look(folder).open_reminders == len(OPEN_STATES)


@pytest.mark.parametrize(
    "value", [None, True, 0, 3, 2.5, "", "Sở Nội vụ", "12", [1, "hai"], {"a": {"b": None}}]
)
def test_settings_come_as_they_were_stored(engine: Engine, folder: DataFolder, value: object) -> None:
    with writing(engine) as session:
        put_setting(session, "office", value)
        put_setting(session, LAST_OVERVIEW, {"quá hạn": 3})
    found = look(folder)
    with reading(engine) as session:
        assert found.settings == get_settings(session)
    assert found.settings["office"] == value
    assert found.overview == {"quá hạn": 3}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '0099'",
        "DROP TABLE alembic_version",
        "DROP TABLE setting",
        "ALTER TABLE task RENAME COLUMN lead TO leading",
        "PRAGMA application_id = 7",
        "INSERT INTO setting VALUES ('a', 'no json')",
    ],
)
def test_a_file_that_is_not_as_expected_gives_nothing(folder: DataFolder, statement: str) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute(statement)
    assert first_paint(folder.database) is None


@pytest.mark.parametrize("content", [None, b"", b"text" * 2000, b"SQLite format 3\0" + b"\0" * 4080])
def test_no_usable_file_gives_nothing(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "cchc.db").write_bytes(content)
    assert first_paint(tmp_path / "cchc.db") is None
    assert len(list(tmp_path.iterdir())) == (content is not None)


def test_a_date_that_is_none_gives_nothing(engine: Engine, folder: DataFolder) -> None:
    add_plan(engine, 2026, 1)
    with closing(connect(folder.database)) as connection:
        connection.execute("UPDATE task SET own_due = '31/12/2026'")
    assert first_paint(folder.database) is None


def test_a_busy_file_gives_nothing(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert first_paint(folder.database) is None


def test_the_numbers_in_json_columns_are_the_reason_for_the_care(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("INSERT INTO setting VALUES ('a', ?)", (json.dumps(3),))
        assert connection.execute("SELECT value FROM setting").fetchone() == (3,)
