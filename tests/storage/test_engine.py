import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.engine import open_engine, reading, writing
from cchc_desktop.storage.problems import ReadOnlyData
from cchc_desktop.storage.tables import SettingRow


@pytest.fixture
def engine(folder: DataFolder) -> Iterator[Engine]:
    engine = open_engine(folder.database, wait=0.1)
    yield engine
    engine.dispose()


def put(engine: Engine, key: str, value: object) -> None:
    with writing(engine) as session:
        session.merge(SettingRow(key=key, value=value))


def stored(database: Path) -> dict[str, str]:
    with closing(sqlite3.connect(database)) as connection:
        return dict(connection.execute("SELECT key, CAST(value AS TEXT) FROM setting"))


def test_every_connection_is_set_up_for_safe_commits(folder: DataFolder) -> None:
    engine = open_engine(folder.database)
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            found = {
                name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
            assert found == {
                "journal_mode": "truncate",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 5000,
            }
    engine.dispose()


def test_what_is_written_is_there_for_everybody(engine: Engine, folder: DataFolder) -> None:
    put(engine, "office", "Sở Nội vụ")
    assert stored(folder.database) == {"office": '"Sở Nội vụ"'}


def test_an_error_rolls_everything_back(engine: Engine, folder: DataFolder) -> None:
    def fail() -> None:
        with writing(engine) as session:
            session.add(SettingRow(key="a", value=1))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert stored(folder.database) == {}
    put(engine, "b", 2)
    assert stored(folder.database) == {"b": "2"}


def test_rows_can_be_read_after_the_commit(engine: Engine) -> None:
    with writing(engine) as session:
        row = SettingRow(key="a", value=[1, 2])
        session.add(row)
    assert row.value == [1, 2]


def test_a_writer_holds_the_lock_from_its_first_moment(engine: Engine, folder: DataFolder) -> None:
    with closing(connect(folder.database, wait=0.0)) as other:
        with writing(engine), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_a_reader_does_not_keep_writers_from_beginning(engine: Engine, folder: DataFolder) -> None:
    with reading(engine) as session, closing(connect(folder.database, wait=0.0)) as other:
        session.execute(select(SettingRow)).all()
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_writing_in_a_reading_transaction_is_a_defect(engine: Engine, folder: DataFolder) -> None:
    with pytest.raises(OperationalError, match="readonly"), reading(engine) as session:
        session.execute(insert(SettingRow).values(key="a", value=1))
    assert stored(folder.database) == {}
    put(engine, "b", 2)
    assert stored(folder.database) == {"b": "2"}


def test_unflushed_rows_of_a_reader_are_never_stored(engine: Engine, folder: DataFolder) -> None:
    with reading(engine) as session:
        session.add(SettingRow(key="a", value=1))
    assert stored(folder.database) == {}


def test_no_update_is_lost_between_threads(folder: DataFolder) -> None:
    engine = open_engine(folder.database, wait=30)
    put(engine, "count", 0)

    def count_up() -> None:
        for _ in range(25):
            with writing(engine) as session:
                now = session.scalars(select(SettingRow.value).where(SettingRow.key == "count")).one()
                session.execute(update(SettingRow).where(SettingRow.key == "count").values(value=now + 1))

    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.dispose()
    assert stored(folder.database) == {"count": "75"}


def test_foreign_keys_are_enforced(engine: Engine) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), writing(engine) as session:
        session.execute(
            text(
                "INSERT INTO task_party (task_id, role, position, text, kind, name, key)"
                " VALUES (99, 'lead', 0, '', '', '', '')"
            )
        )


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="Không mở được"):
        open_engine(tmp_path / "cchc.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_put_in_wal_mode_comes_back(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as other:
        assert other.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    engine = open_engine(folder.database)
    put(engine, "a", 1)
    engine.dispose()
    assert folder.database.read_bytes()[18:20] == b"\x01\x01"
    assert not folder.database.with_name("cchc.db-wal").exists()


def test_read_only_reads_and_leaves_no_trace(engine: Engine, folder: DataFolder) -> None:
    put(engine, "a", 1)
    engine.dispose()
    before = {path.name: path.read_bytes() for path in folder.root.iterdir()}
    looking = open_engine(folder.database, read_only=True)
    with reading(looking) as session:
        assert session.get_one(SettingRow, "a").value == 1
    with pytest.raises(ReadOnlyData, match="chỉ cho phép đọc"), writing(looking) as session:
        session.add(SettingRow(key="b", value=2))
    looking.dispose()
    assert {path.name: path.read_bytes() for path in folder.root.iterdir()} == before
