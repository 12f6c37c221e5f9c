"""The schema's history: what the last migration leaves is what the tables say, and no step can lose anything."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect

import cchc_desktop
from cchc_desktop.clock import SetClock
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import list_backups
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.engine import open_engine
from cchc_desktop.storage.integrity import findings
from cchc_desktop.storage.problems import NewerData
from cchc_desktop.storage.revisions import APPLICATION_ID, LINEAGE, Lineage, examine
from cchc_desktop.storage.schema import prepare
from cchc_desktop.storage.tables import Base

ROOT = Path(cchc_desktop.__file__).parents[1]
STEP = """
import os
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{revision}", "{before}"

def upgrade():
    {body}
"""
REBUILD = """
    with op.batch_alter_table("plan", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default=""))
"""
TRY_TO_WRITE = """
    import sqlite3
    other = sqlite3.connect(op.get_bind().engine.url.database, timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return
    finally:
        other.close()
    raise RuntimeError("another program could write")
"""


def lineage_with(place: Path, *bodies: str) -> Lineage:
    """Return the real migrations and, after them, made-up ones."""
    scripts = Path(shutil.copytree(LINEAGE.scripts, place / "migrations của bản mới 100%"))
    revisions = list(LINEAGE.revisions)
    for body in bodies:
        number = f"{int(revisions[-1]) + 1:04d}"
        text = STEP.format(revision=number, before=revisions[-1], body=body.strip())
        (scripts / "versions" / f"{number}_made_up.py").write_text(text, encoding="utf-8")
        revisions.append(number)
    return Lineage(scripts, tuple(revisions))


def add_plan(database: Path) -> None:
    with closing(connect(database)) as connection:
        connection.execute(
            "INSERT INTO plan (id, uid, title, document_number, issuer, year, identity, source_name, source_kind,"
            " source_sha256, imported_at, is_sample, headings, title_block)"
            " VALUES (1, 'p', 'Kế hoạch', '', '', 2026, '', '', '', '', '2026-01-01 00:00:00', 0, '[]', '[]')"
        )
        connection.execute(
            "INSERT INTO task (uid, plan_id, position, section, section_title, number, content, lead, coordinating,"
            " issuing_level, product, budget, note, deadline, reading_kind, reading_occurrences, reading_certain,"
            " reading_explanation, reading_by_user, problems, progress, document, result_note, search_text, gone,"
            " version) VALUES ('t', 1, 0, 'I', '', '1', 'Báo cáo', '', '', '', '', '', '', '', 'none', '[]', 1, '', 0,"
            " '[]', 'not_started', '', '', '', 0, 1)"
        )


def tables(database: Path) -> set[str]:
    with closing(connect(database)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def count(database: Path, table: str) -> int:
    with closing(connect(database)) as connection:
        return len(connection.execute(f'SELECT 1 FROM "{table}"').fetchall())  # noqa: S608 - a name from this file


def described(engine: Engine) -> dict[str, object]:
    """Return all that reflection tells of the tables, in one order."""
    looking = inspect(engine)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in looking.get_columns(table)
            },
            "key": looking.get_pk_constraint(table),
            "checks": sorted(
                (check["name"], check["sqltext"]) for check in looking.get_check_constraints(table)
            ),
            "uniques": sorted(
                (str(key["name"]), key["column_names"]) for key in looking.get_unique_constraints(table)
            ),
            "indexes": sorted(
                (str(index["name"]), index["column_names"], index["unique"])
                for index in looking.get_indexes(table)
            ),
            "foreign": sorted(str(sorted(key.items())) for key in looking.get_foreign_keys(table)),
        }
        for table in looking.get_table_names()
        if table != "alembic_version"
    }


def test_the_written_revisions_are_alembics() -> None:
    config = Config()
    config.set_main_option("script_location", str(LINEAGE.scripts))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == LINEAGE.revisions
    assert scripts.get_heads() == [LINEAGE.newest]


def test_head_equals_the_models(folder: DataFolder, tmp_path: Path) -> None:
    migrated = open_engine(folder.database)
    with migrated.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    live = create_engine(f"sqlite:///{tmp_path / 'live.db'}")
    Base.metadata.create_all(live)
    assert described(migrated) == described(live)
    migrated.dispose()
    live.dispose()


def test_a_new_file_bears_our_mark(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(LINEAGE.newest,)]
        assert findings(connection, thorough=True) == ()


def test_an_old_file_is_backed_up_and_upgraded_with_its_children(
    folder: DataFolder, clock: SetClock, tmp_path: Path
) -> None:
    add_plan(folder.database)
    newer = lineage_with(tmp_path, REBUILD, 'op.add_column("task", sa.Column("weight", sa.Integer()))')
    prepare(folder, clock, newer)
    assert examine(folder.database, newer) == newer.newest
    assert (count(folder.database, "plan"), count(folder.database, "task")) == (1, 1)
    (kept,) = list_backups(folder)
    assert kept.path.name == "cchc-2026-11-22-0842-truoc-khi-nang-cap.db"
    assert examine(kept.path) == LINEAGE.newest
    assert count(kept.path, "task") == 1
    engine = open_engine(folder.database)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()


@pytest.mark.parametrize(
    "bodies",
    [
        ("raise RuntimeError('a step that fails')",),
        ('op.create_table("extra", sa.Column("id", sa.Integer())); op.execute("DELETE FROM task"); 1 / 0',),
        (REBUILD, 'op.execute("INSERT INTO nowhere VALUES (1)")'),
        ('op.execute("DELETE FROM plan")',),
    ],
    ids=["at once", "after work", "in the second step", "leaves orphans"],
)
def test_a_failing_step_leaves_the_old_file(
    folder: DataFolder, clock: SetClock, tmp_path: Path, bodies: tuple[str, ...]
) -> None:
    add_plan(folder.database)
    before = tables(folder.database)
    with pytest.raises(StorageProblem, match=r"Không nâng cấp được dữ liệu.*còn nguyên"):
        prepare(folder, clock, lineage_with(tmp_path, *bodies))
    assert examine(folder.database) == LINEAGE.newest
    assert tables(folder.database) == before
    assert (count(folder.database, "plan"), count(folder.database, "task")) == (1, 1)
    prepare(folder, clock)


def test_nobody_else_writes_during_an_upgrade(folder: DataFolder, clock: SetClock, tmp_path: Path) -> None:
    newer = lineage_with(tmp_path, TRY_TO_WRITE)
    prepare(folder, clock, newer)
    assert examine(folder.database, newer) == newer.newest


def test_orphans_from_before_do_not_block_an_upgrade(
    folder: DataFolder, clock: SetClock, tmp_path: Path
) -> None:
    add_plan(folder.database)
    with closing(connect(folder.database, foreign_keys=False)) as connection:
        connection.execute("DELETE FROM plan")
    newer = lineage_with(tmp_path, REBUILD)
    prepare(folder, clock, newer)
    assert examine(folder.database, newer) == newer.newest


KILLED = """
import sys
from datetime import datetime
from pathlib import Path
from cchc_desktop.clock import VIETNAM, SetClock
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.revisions import Lineage
from cchc_desktop.storage.schema import prepare
lineage = Lineage(Path(sys.argv[2]), tuple(sys.argv[3:]))
prepare(DataFolder(Path(sys.argv[1])), SetClock(datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)), lineage)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills with SIGKILL")
@pytest.mark.parametrize("step", [0, 1])
def test_a_kill_in_any_step_leaves_the_old_file(folder: DataFolder, tmp_path: Path, step: int) -> None:
    add_plan(folder.database)
    before = tables(folder.database)
    work = (
        'op.execute("UPDATE task SET content = hex(zeroblob(9000000))")\n    op.execute("DELETE FROM task")'
    )
    bodies = [REBUILD, 'op.drop_table("task_result")']
    bodies[step] = f"{work}\n    os.kill(os.getpid(), 9)"
    newer = lineage_with(tmp_path, *bodies)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder.root), str(newer.scripts), *newer.revisions],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert done.returncode == -9, done.stderr.decode()
    assert examine(folder.database) == LINEAGE.newest
    assert tables(folder.database) == before
    assert (count(folder.database, "plan"), count(folder.database, "task")) == (1, 1)
    with closing(connect(folder.database)) as connection:
        assert findings(connection, thorough=True) == ()
        assert connection.execute("SELECT content FROM task").fetchone() == ("Báo cáo",)


def test_a_newer_file_is_refused_unchanged(folder: DataFolder, clock: SetClock) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0077'")
    before = {path.name: path.read_bytes() for path in folder.root.iterdir()}
    with pytest.raises(NewerData) as caught:
        prepare(folder, clock)
    assert caught.value.message == (
        "Tệp này tạo bằng phiên bản mới hơn (v77). Hãy cập nhật phần mềm; dữ liệu không bị thay đổi."
    )
    assert {path.name: path.read_bytes() for path in folder.root.iterdir()} == before


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_file_without_its_revision_is_damaged(folder: DataFolder, clock: SetClock, statement: str) -> None:
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as connection:
        connection.execute(statement)
    with pytest.raises(StorageProblem, match="đã hỏng"):
        prepare(folder, clock)
