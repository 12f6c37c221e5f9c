"""A data folder at the start of the program: made, finished, checked, refused."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import cchc_desktop
from cchc_desktop.clock import SetClock
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import automatic_backup
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.first_paint import first_paint
from cchc_desktop.storage.integrity import check_requested, request_check
from cchc_desktop.storage.problems import DataDamaged, ReadOnlyData
from cchc_desktop.storage.revisions import LINEAGE, Lineage, examine
from cchc_desktop.storage.schema import prepare, require_current

ROOT = Path(cchc_desktop.__file__).parents[1]

CUT_OFF = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=5")
c.execute("BEGIN")
c.execute("UPDATE setting SET value = ?", ("y" * 300_000,))
c.executemany("INSERT INTO setting VALUES (?, ?)", [(str(n), "z" * 900) for n in range(200)])
os.kill(os.getpid(), 9)
"""


def contents(folder: DataFolder) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder.root)): path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file()
    }


def put(database: Path, key: str) -> None:
    with closing(connect(database)) as connection:
        connection.execute("INSERT INTO setting VALUES (?, 'true')", (key,))


def keys(database: Path) -> list[str]:
    with closing(connect(database)) as connection:
        return [key for (key,) in connection.execute("SELECT key FROM setting ORDER BY key")]


def damage(database: Path) -> None:
    with closing(connect(database)) as connection:
        connection.execute("INSERT INTO setting VALUES ('long', ?)", ("x" * 40_000,))
    content = bytearray(database.read_bytes())
    content[-6 * 4096 :] = b"\x5a" * (6 * 4096)
    database.write_bytes(content)


@pytest.mark.parametrize("name", ["mới", "cha/con/cháu", "Hồ sơ của chị Hoa (2026)"])
def test_a_folder_that_does_not_exist_is_made(tmp_path: Path, clock: SetClock, name: str) -> None:
    folder = DataFolder(tmp_path / name)
    prepare(folder, clock)
    assert [path.name for path in folder.root.iterdir()] == ["cchc.db"]
    assert examine(folder.database) == LINEAGE.newest


def test_an_empty_folder_gets_a_file(tmp_path: Path, clock: SetClock) -> None:
    prepare(DataFolder(tmp_path), clock)
    assert examine(tmp_path / "cchc.db") == LINEAGE.newest


def test_an_empty_file_without_any_backup_is_a_new_one(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "cchc.db").touch()
    prepare(DataFolder(tmp_path), clock)
    assert examine(tmp_path / "cchc.db") == LINEAGE.newest


def test_a_prepared_folder_is_left_as_it_is(folder: DataFolder, clock: SetClock) -> None:
    before = contents(folder)
    prepare(folder, clock)
    assert contents(folder) == before


def test_the_usual_start_loads_neither_alembic_nor_sqlalchemy(folder: DataFolder) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from cchc_desktop.clock import SystemClock\n"
        "from cchc_desktop.paths import DataFolder\n"
        "from cchc_desktop.storage import first_paint, lock, schema\n"
        "schema.prepare(DataFolder(Path(sys.argv[1])), SystemClock())\n"
        "assert first_paint.first_paint(Path(sys.argv[1]) / 'cchc.db') is not None\n"
        "print(sorted({'alembic', 'sqlalchemy', 'logging.config'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder.root)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "tệp").write_text("một văn bản")
    for root in (tmp_path / "tệp", tmp_path / "tệp" / "con"):
        with pytest.raises(StorageProblem, match=r"“.*tệp” là một tệp"):
            prepare(DataFolder(root), clock)
    assert (tmp_path / "tệp").read_text() == "một văn bản"


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "cchc.db").mkdir()
    with pytest.raises(StorageProblem, match="là một thư mục"):
        prepare(DataFolder(tmp_path), clock)


def test_a_place_that_cannot_be_written_is_refused(
    folder: DataFolder, clock: SetClock, read_only_place: Callable[[Path], Path]
) -> None:
    root = read_only_place(folder.root)
    with pytest.raises(StorageProblem, match="chỉ cho phép đọc"):
        prepare(DataFolder(root / "mới"), clock)
    prepare(DataFolder(root), clock)  # nothing to do, nothing to write
    require_current(root / "cchc.db")


def test_another_programs_database_is_refused_unchanged(tmp_path: Path, clock: SetClock) -> None:
    with closing(sqlite3.connect(tmp_path / "cchc.db")) as other:
        other.execute("CREATE TABLE bookmarks (x)")
    before = contents(DataFolder(tmp_path))
    with pytest.raises(StorageProblem, match="không phải dữ liệu của CCHC Desktop"):
        prepare(DataFolder(tmp_path), clock)
    assert contents(DataFolder(tmp_path)) == before


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_even_the_journal_mode_of_a_refused_file_stays(
    folder: DataFolder, clock: SetClock, mode: str
) -> None:
    for statement in ("PRAGMA application_id = 9", "UPDATE alembic_version SET version_num = '0007'"):
        with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
            other.execute(f"PRAGMA journal_mode={mode}")
            other.execute(statement)
        before = folder.database.read_bytes()
        with pytest.raises(StorageProblem, match=r"không thay đổi|không bị thay đổi"):
            prepare(folder, clock)
        assert folder.database.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_half_transaction_of_a_crash_is_rolled_back(folder: DataFolder, clock: SetClock) -> None:
    put(folder.database, "old")
    looks: tuple[Callable[[], None], ...] = (
        lambda: prepare(folder, clock),
        lambda: require_current(folder.database),
    )
    for look in looks:
        subprocess.run(
            [sys.executable, "-c", CUT_OFF, str(folder.database)], check=False, capture_output=True
        )
        assert first_paint(folder.database) is None
        look()
        assert keys(folder.database) == ["old"]
        assert first_paint(folder.database) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_a_half_transaction_on_a_read_only_medium_is_said_so(
    folder: DataFolder, read_only_place: Callable[[Path], Path]
) -> None:
    put(folder.database, "old")
    subprocess.run([sys.executable, "-c", CUT_OFF, str(folder.database)], check=False, capture_output=True)
    with pytest.raises(ReadOnlyData, match="cần được phục hồi trước khi xem"):
        require_current(read_only_place(folder.root) / "cchc.db")


def test_something_that_is_no_database_is_refused_unchanged(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "cchc.db").write_bytes("Báo cáo kết quả".encode() * 400)
    before = contents(DataFolder(tmp_path))
    with pytest.raises(DataDamaged, match="Chưa tìm thấy bản sao lưu nào dùng được"):
        prepare(DataFolder(tmp_path), clock)
    assert contents(DataFolder(tmp_path)) == before


@pytest.mark.parametrize("state", ["gone", "empty"])
def test_a_vanished_file_beside_backups_is_not_a_new_office(
    folder: DataFolder, clock: SetClock, state: str
) -> None:
    kept = automatic_backup(folder, "hằng ngày", clock.now())
    folder.database.unlink()
    if state == "empty":
        folder.database.touch()
    with pytest.raises(DataDamaged, match=r"đã mất hoặc trống.*gần nhất: 22/11/2026 08:42") as caught:
        prepare(folder, clock)
    assert caught.value.newest_backup == kept


def test_a_requested_check_that_passes_is_done_once(folder: DataFolder, clock: SetClock) -> None:
    request_check(folder.database)
    prepare(folder, clock)
    assert not check_requested(folder.database)


def test_damage_found_after_a_crash_is_refused_until_restored(folder: DataFolder, clock: SetClock) -> None:
    good = automatic_backup(folder, "hằng ngày", clock.now())
    bad = folder.backups / "cchc-2026-11-23-0900-hang-ngay.db"
    bad.write_bytes(b"x" * 9000)
    damage(folder.database)
    prepare(folder, clock)  # a start after a clean exit does not read every page
    request_check(folder.database)
    before = contents(folder)
    for _ in range(2):
        with pytest.raises(DataDamaged, match=r"phát hiện lỗi.*gần nhất: 22/11/2026 08:42") as caught:
            prepare(folder, clock)
        assert caught.value.newest_backup == good
    assert contents(folder) == before


def test_a_journal_left_beside_a_missing_file_does_not_reach_the_new_one(
    folder: DataFolder, tmp_path: Path, clock: SetClock
) -> None:
    put(folder.database, "old")
    subprocess.run([sys.executable, "-c", CUT_OFF, str(folder.database)], check=False, capture_output=True)
    journal = folder.root / "cchc.db-journal"
    assert journal.stat().st_size > 0
    place = DataFolder(tmp_path / "khác")
    place.root.mkdir()
    shutil.copy(journal, place.root / "cchc.db-journal")
    prepare(place, clock)
    assert keys(place.database) == []
    assert (place.root / "cchc-2026-11-22-0842-truoc-khi-khoi-phuc.db-journal").exists()


def test_leftovers_of_an_interrupted_first_start_are_replaced(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "cchc.db.new").write_bytes(b"half of a file")
    (tmp_path / "cchc.db.new-journal").write_bytes(b"half of a journal")
    prepare(DataFolder(tmp_path), clock)
    assert [path.name for path in tmp_path.iterdir()] == ["cchc.db"]


@pytest.mark.parametrize("step", ["nothing moved", "journal moved", "all moved"])
def test_a_replacement_that_was_cut_off_is_finished(folder: DataFolder, clock: SetClock, step: str) -> None:
    put(folder.database, "old")
    new = DataFolder(folder.root.parent / "mới")
    prepare(new, clock)
    put(new.database, "new")
    shutil.copy(new.database, folder.root / "cchc.db.ready")
    (folder.root / "cchc.db-journal").write_bytes(b"a journal of the old file")
    if step != "nothing moved":
        (folder.root / "cchc.db-journal").rename(folder.root / "aside-journal")
    if step == "all moved":
        folder.database.rename(folder.root / "aside")
    prepare(folder, clock)
    assert keys(folder.database) == ["new"]
    assert not (folder.root / "cchc.db.ready").exists()
    aside = folder.root / "cchc-2026-11-22-0842-truoc-khi-khoi-phuc.db"
    assert aside.exists() == (step != "all moved")


def test_a_full_disk_leaves_no_half_made_file(clock: SetClock, small_disk: Callable[[int], Path]) -> None:
    disk = small_disk(1)
    (disk / "filler").write_bytes(b"x" * 1_000_000)
    with pytest.raises(StorageProblem, match="ổ đĩa đã đầy"):
        prepare(DataFolder(disk), clock)
    assert [path.name for path in disk.iterdir()] == ["filler"]


def test_looking_without_the_lock_never_writes(folder: DataFolder, tmp_path: Path) -> None:
    before = contents(folder)
    require_current(folder.database)
    with pytest.raises(StorageProblem, match="cần được nâng cấp"):
        require_current(folder.database, Lineage(LINEAGE.scripts, (*LINEAGE.revisions, "0099")))
    assert contents(folder) == before
    with pytest.raises(StorageProblem, match="Chưa có dữ liệu"):
        require_current(tmp_path / "không có" / "cchc.db")
    assert not (tmp_path / "không có").exists()
