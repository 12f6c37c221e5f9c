import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.clock import VIETNAM
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import automatic_backup
from cchc_desktop.storage.check import check
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.integrity import check_requested, request_check
from cchc_desktop.storage.revisions import LINEAGE

NOW = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)


def test_a_sound_file(folder: DataFolder) -> None:
    kept = automatic_backup(folder, "hằng ngày", NOW)
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO setting VALUES ('a', '1')")
    request_check(folder.database)
    report = check(folder.database)
    assert report.ok
    assert (report.revision, report.newest_revision) == (LINEAGE.newest, LINEAGE.newest)
    assert (report.findings, report.orphans) == ((), ())
    assert report.size == folder.database.stat().st_size
    assert report.free_megabytes > 0
    counts = dict(report.counts)
    assert counts["setting"] == 1
    assert counts["task"] == 0
    assert "alembic_version" not in counts
    assert report.last_backup is not None
    assert report.last_backup.path == kept
    assert report.sqlite_version == sqlite3.sqlite_version
    assert not check_requested(folder.database)


def test_without_backups(folder: DataFolder) -> None:
    assert check(folder.database, thorough=False).last_backup is None


def test_rows_without_parents_are_counted(folder: DataFolder) -> None:
    with closing(connect(folder.database, foreign_keys=False)) as connection:
        connection.executemany(
            "INSERT INTO task_party (task_id, role, position, text, kind, name, key)"
            " VALUES (?, 'lead', 0, '', '', '', '')",
            [(7,), (8,)],
        )
    report = check(folder.database)
    assert report.orphans == (("task_party", "task", 2),)
    assert not report.ok


def test_an_index_that_lacks_a_row_is_found_by_the_thorough_check_only(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "INSERT INTO report (key, state, document, version) VALUES ('2026-Q1', 'not_started', '', 1)"
        )
        connection.execute("CREATE INDEX ix_extra ON report (state)")
        connection.execute(
            "UPDATE sqlite_master SET sql = 'CREATE INDEX ix_extra ON report (document)' WHERE name = 'ix_extra'"
        )
    assert check(folder.database, thorough=False).ok
    report = check(folder.database)
    assert not report.ok
    assert "ix_extra" in report.findings[0]
    assert check_requested(folder.database)


def test_damage_is_reported_not_raised(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO setting VALUES ('long', ?)", ("x" * 40_000,))
    content = bytearray(folder.database.read_bytes())
    content[-6 * 4096 :] = b"\x5a" * (6 * 4096)
    folder.database.write_bytes(content)
    report = check(folder.database)
    assert report.revision == LINEAGE.newest
    assert report.findings
    assert not report.ok
    assert check_requested(folder.database)


@pytest.mark.parametrize("content", [b"text" * 2000, b"SQLite format 3\0" + b"\0" * 5000])
def test_a_file_beyond_recognition_is_reported_too(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cchc.db").write_bytes(content)
    report = check(tmp_path / "cchc.db")
    assert (report.ok, report.revision, report.counts) == (False, "", ())
    assert report.findings


def test_what_is_not_there_or_not_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="Không mở được"):
        check(tmp_path / "cchc.db")
    with closing(sqlite3.connect(tmp_path / "cchc.db")) as other:
        other.execute("CREATE TABLE bookmarks (x)")
    with pytest.raises(StorageProblem, match="không phải dữ liệu của CCHC Desktop"):
        check(tmp_path / "cchc.db")
