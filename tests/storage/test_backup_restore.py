import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.clock import VIETNAM
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import create_backup
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.integrity import check_requested, findings, request_check
from cchc_desktop.storage.problems import NewerData
from cchc_desktop.storage.restore import restore
from cchc_desktop.storage.revisions import LINEAGE, Lineage, examine

NOW = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)
CUT_OFF = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA journal_mode=" + sys.argv[2])
c.execute("PRAGMA cache_size=5")
c.execute("PRAGMA wal_autocheckpoint=0")
c.execute("BEGIN")
c.execute("DELETE FROM setting")
c.executemany("INSERT INTO setting VALUES (?, ?)", [("late%d" % n, "z" * 900) for n in range(3000)])
if sys.argv[2] == "wal":
    c.execute("COMMIT")
os.kill(os.getpid(), 9)
"""
HALF_CHANGED = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=5")
c.execute("BEGIN")
c.execute("UPDATE setting SET value = ? WHERE key <> 'good'", ("b" * 900,))
os.kill(os.getpid(), 9)
"""


def put(database: Path, *new: str) -> None:
    with closing(connect(database)) as connection:
        connection.executemany("INSERT INTO setting VALUES (?, 'true')", [(key,) for key in new])


def keys(database: Path) -> list[str]:
    with closing(connect(database)) as connection:
        assert findings(connection, thorough=True) == ()
        return [key for (key,) in connection.execute("SELECT key FROM setting ORDER BY key")]


def contents(folder: DataFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.root.iterdir() if path.is_file()}


@pytest.fixture
def source(folder: DataFolder, tmp_path: Path) -> Path:
    """Return a backup that holds "good", beside data that hold "good" and "present"."""
    put(folder.database, "good")
    target = create_backup(folder.database, tmp_path / "USB của chị Hoa" / "bản sao.db")
    put(folder.database, "present")
    return target


def test_the_copy_comes_back_and_the_present_file_is_kept(folder: DataFolder, source: Path) -> None:
    before = source.read_bytes()
    aside = restore(folder, source, NOW)
    assert aside == folder.root / "cchc-2026-11-22-0842-truoc-khi-khoi-phuc.db"
    assert keys(folder.database) == ["good"]
    assert keys(aside) == ["good", "present"]
    assert source.read_bytes() == before
    assert not list(folder.root.glob("*.restoring*"))


def test_a_restore_can_be_taken_back(folder: DataFolder, source: Path) -> None:
    aside = restore(folder, source, NOW)
    assert aside is not None
    second = restore(folder, aside, NOW)
    assert keys(folder.database) == ["good", "present"]
    assert second == folder.root / "cchc-2026-11-22-0842-truoc-khi-khoi-phuc_2.db"


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
@pytest.mark.parametrize("mode", ["truncate", "delete", "wal"])
def test_a_left_over_journal_never_reaches_the_restored_file(
    folder: DataFolder, source: Path, mode: str
) -> None:
    subprocess.run([sys.executable, "-c", CUT_OFF, str(folder.database), mode], check=False)
    leftover = folder.root / ("cchc.db-wal" if mode == "wal" else "cchc.db-journal")
    assert leftover.stat().st_size > 0
    aside = restore(folder, source, NOW)
    assert keys(folder.database) == ["good"]
    assert aside is not None
    kept = keys(aside)  # SQLite finds the family that was moved together
    assert (len(kept) == 3000) if mode == "wal" else (kept == ["good", "present"])


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_source_with_its_own_journal_is_brought_back_to_its_last_commit(
    folder: DataFolder, source: Path
) -> None:
    with closing(connect(source)) as connection:
        rows = [(f"row{number:04d}", "a" * 900) for number in range(800)]
        connection.executemany("INSERT INTO setting VALUES (?, ?)", rows)
    subprocess.run([sys.executable, "-c", HALF_CHANGED, str(source)], check=False)
    before = source.read_bytes()
    assert b"b" * 900 in before  # the half transaction is in the file itself
    restore(folder, source, NOW)
    assert b"b" * 900 not in folder.database.read_bytes()
    assert keys(folder.database) == ["good", *(key for key, _ in rows)]
    assert source.read_bytes() == before


def test_without_present_data_nothing_is_set_aside(tmp_path: Path, source: Path) -> None:
    place = DataFolder(tmp_path / "thư mục mới")
    assert restore(place, source, NOW) is None
    assert keys(place.database) == ["good"]


def test_damaged_present_data_are_replaced_and_no_check_is_left_to_do(
    folder: DataFolder, source: Path
) -> None:
    folder.database.write_bytes(b"\0" * 50_000)
    request_check(folder.database)
    aside = restore(folder, source, NOW)
    assert aside is not None
    assert aside.read_bytes() == b"\0" * 50_000
    assert keys(folder.database) == ["good"]
    assert not check_requested(folder.database)


def test_an_older_copy_is_upgraded_before_it_is_put_in_place(
    folder: DataFolder, source: Path, tmp_path: Path
) -> None:
    scripts = Path(shutil.copytree(LINEAGE.scripts, tmp_path / "migrations"))
    (scripts / "versions" / "9999_made_up.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = '9999', '{LINEAGE.newest}'\n"
        "def upgrade():\n    op.add_column('plan', sa.Column('colour', sa.Text()))\n",
        encoding="utf-8",
    )
    newer = Lineage(scripts, (*LINEAGE.revisions, "9999"))
    restore(folder, source, NOW, newer)
    assert examine(folder.database, newer) == "9999"
    assert keys(folder.database) == ["good"]
    assert examine(source) == LINEAGE.newest


def test_a_copy_that_cannot_be_upgraded_changes_nothing(
    folder: DataFolder, source: Path, tmp_path: Path
) -> None:
    scripts = Path(shutil.copytree(LINEAGE.scripts, tmp_path / "migrations"))
    (scripts / "versions" / "9999_made_up.py").write_text(
        f"revision, down_revision = '9999', '{LINEAGE.newest}'\ndef upgrade():\n    raise RuntimeError\n",
        encoding="utf-8",
    )
    before = contents(folder)
    with pytest.raises(StorageProblem, match="Không nâng cấp được"):
        restore(folder, source, NOW, Lineage(scripts, (*LINEAGE.revisions, "9999")))
    assert contents(folder) == before


def test_a_copy_of_a_newer_program_is_refused(folder: DataFolder, source: Path) -> None:
    with closing(connect(source)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0042'")
    before = contents(folder)
    with pytest.raises(NewerData, match=r"phiên bản mới hơn \(v42\)"):
        restore(folder, source, NOW)
    assert contents(folder) == before


@pytest.mark.parametrize("kind", ["damaged", "cut short", "text", "empty", "missing", "folder", "foreign"])
def test_what_is_no_sound_backup_is_refused(folder: DataFolder, source: Path, kind: str) -> None:
    if kind == "damaged":
        put(source, "x" * 40_000)
        content = bytearray(source.read_bytes())
        content[-6 * 4096 :] = b"\x5a" * (6 * 4096)
        source.write_bytes(content)
    elif kind == "cut short":
        source.write_bytes(source.read_bytes()[:60_000])
    elif kind == "text":
        source.write_text("Kính gửi: Sở Nội vụ")
    elif kind == "empty":
        source.write_bytes(b"")
    elif kind == "foreign":
        source.unlink()
        with closing(sqlite3.connect(source)) as other:
            other.execute("CREATE TABLE bookmarks (x)")
    elif kind == "missing":
        source.unlink()
    else:
        source = source.parent
    before = contents(folder)
    with pytest.raises(StorageProblem, match=r"đã hỏng|Không tìm thấy|không phải dữ liệu của CCHC Desktop"):
        restore(folder, source, NOW)
    assert contents(folder) == before


def test_the_present_file_is_no_source(folder: DataFolder) -> None:
    with pytest.raises(StorageProblem, match="dữ liệu đang dùng"):
        restore(folder, folder.root / "." / "cchc.db", NOW)


def test_a_full_disk_changes_nothing(
    source: Path, folder: DataFolder, small_disk: Callable[[int], Path]
) -> None:
    place = DataFolder(small_disk(1))
    shutil.copy(folder.database, place.database)
    (place.root / "filler").write_bytes(b"x" * 500_000)
    before = contents(place)
    with pytest.raises(StorageProblem, match="không đủ chỗ trống"):
        restore(place, source, NOW)
    assert contents(place) == before


def test_a_place_that_cannot_be_written_is_said_so(
    source: Path, folder: DataFolder, read_only_place: Callable[[Path], Path]
) -> None:
    place = DataFolder(read_only_place(folder.root))
    with pytest.raises(StorageProblem, match="chỉ cho phép đọc"):
        restore(place, source, NOW)


def test_a_move_that_fails_half_way_is_taken_back(
    source: Path, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.root / "cchc.db-journal").touch()
    before = contents(folder)
    really = Path.replace

    def refuse_database(self: Path, target: Path) -> Path:
        if Path(target).name == "cchc.db" and self.name == "cchc.db.ready":
            raise PermissionError(13, "in use")  # a virus scanner on Windows
        return really(self, target)

    monkeypatch.setattr(Path, "replace", refuse_database)
    with pytest.raises(StorageProblem, match="đang được chương trình khác giữ"):
        restore(folder, source, NOW)
    monkeypatch.undo()
    assert contents(folder) == before
