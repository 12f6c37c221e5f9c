import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import connect, file_uri
from cchc_desktop.storage.engine import open_engine, reading, writing
from cchc_desktop.storage.integrity import check_requested
from cchc_desktop.storage.problems import (
    DataDamaged,
    ReadOnlyData,
    free_megabytes,
    problem_of,
    translated,
)
from cchc_desktop.storage.tables import SettingRow


def fill(engine: Engine, key: str, size: int) -> None:
    with writing(engine) as session:
        session.add(SettingRow(key=key, value="x" * size))


def test_a_locked_file_is_said_so_when_writing_and_when_reading(folder: DataFolder) -> None:
    engine = open_engine(folder.database, wait=0.05)
    with closing(connect(folder.database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageProblem, match="một chương trình khác đang dùng") as caught:
            fill(engine, "a", 1)
        assert "cchc.db" in caught.value.message
        with pytest.raises(StorageProblem, match="thử lại"), reading(engine) as session:
            session.scalars(select(SettingRow)).all()
        other.execute("ROLLBACK")
    fill(engine, "a", 1)
    engine.dispose()


def test_a_full_disk_is_said_with_its_free_space_and_loses_nothing(
    folder: DataFolder, small_disk: Callable[[int], Path]
) -> None:
    database = small_disk(2) / "cchc.db"
    database.write_bytes(folder.database.read_bytes())
    engine = open_engine(database)
    fill(engine, "kept", 1000)
    with pytest.raises(StorageProblem, match=r"ổ đĩa đã đầy \(còn \d+ MB\).*thử lại"):
        fill(engine, "too large", 4_000_000)
    fill(engine, "small", 1000)
    with reading(engine) as session:
        assert session.scalars(select(SettingRow.key).order_by(SettingRow.key)).all() == ["kept", "small"]
    engine.dispose()


def test_a_medium_that_cannot_be_written_can_be_read(
    folder: DataFolder, read_only_place: Callable[[Path], Path]
) -> None:
    database = DataFolder(read_only_place(folder.root)).database
    for read_only in (False, True):
        engine = open_engine(database, read_only=read_only)
        with reading(engine) as session:
            assert session.scalar(select(func.count()).select_from(SettingRow)) == 0
        with pytest.raises(ReadOnlyData, match="chỉ cho phép đọc"):
            fill(engine, "a", 1)
        engine.dispose()


def test_something_that_is_no_database_is_refused(tmp_path: Path) -> None:
    database = tmp_path / "cchc.db"
    database.write_bytes(b"PK\x03\x04" * 2000)
    with pytest.raises(DataDamaged, match="không phải tệp dữ liệu"):
        open_engine(database)


def test_a_damaged_page_is_said_and_a_check_is_asked_for(folder: DataFolder) -> None:
    engine = open_engine(folder.database)
    for number in range(40):
        fill(engine, f"key{number}", 900)
    engine.dispose()
    content = bytearray(folder.database.read_bytes())
    content[-5 * 4096 :] = b"\x5a" * (5 * 4096)
    folder.database.write_bytes(content)
    engine = open_engine(folder.database)
    with pytest.raises(DataDamaged, match="đã hỏng"), reading(engine) as session:
        session.scalars(select(SettingRow)).all()
    engine.dispose()
    assert check_requested(folder.database)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "một chương trình khác đang dùng"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "một chương trình khác đang dùng"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "chỉ cho phép đọc"),
        (sqlite3.SQLITE_PERM, "chỉ cho phép đọc"),
        (sqlite3.SQLITE_IOERR_FSYNC, "ổ đĩa báo lỗi"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "Không mở được"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "đã hỏng"),
        (sqlite3.SQLITE_FULL, "ổ đĩa đã đầy"),
    ],
)
def test_extended_codes_mean_what_their_family_means(tmp_path: Path, code: int, words: str) -> None:
    error = sqlite3.OperationalError("some words")
    error.sqlite_errorcode = code
    problem = problem_of(error, tmp_path / "cchc.db")
    assert problem is not None
    assert words in problem.message


def test_an_io_error_on_a_full_disk_is_a_full_disk(small_disk: Callable[[int], Path]) -> None:
    disk = small_disk(1)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    (disk / "filler").write_bytes(b"x" * 900_000)
    assert free_megabytes(disk) == 0
    problem = problem_of(error, disk / "cchc.db")
    assert problem is not None
    assert "ổ đĩa đã đầy (còn 0 MB)" in problem.message


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy"),
        (errno.EDQUOT, "ổ đĩa đã đầy"),
        (errno.EROFS, "chỉ cho phép đọc"),
        (errno.EACCES, "chỉ cho phép đọc"),
        (errno.EIO, "ổ đĩa báo lỗi"),
        (errno.ENOENT, "Không mở được"),
    ],
)
def test_errors_of_the_system_have_their_sentences_too(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(StorageProblem, match=words), translated(tmp_path):
        raise OSError(number, "words of the system")


def test_our_own_mistakes_stay_mistakes(tmp_path: Path, folder: DataFolder) -> None:
    assert problem_of(ValueError("a defect"), tmp_path) is None
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        translated(folder.database),
        closing(connect(folder.database)) as connection,
    ):
        connection.execute("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError), translated(folder.database):
        connection.execute("SELECT 1")


def test_free_space_of_a_place_that_does_not_exist_yet(tmp_path: Path) -> None:
    assert free_megabytes(tmp_path / "not" / "yet" / "there") == free_megabytes(tmp_path)


def test_paths_become_uris_that_sqlite_reads_back(tmp_path: Path) -> None:
    for name in ("Dữ liệu", "a?mode=memory", "50%25", "a#b", "a&b=c", "dấu cách"):
        place = tmp_path / name
        place.mkdir()
        with closing(connect(place / "x.db", create=True)) as connection:
            connection.execute("CREATE TABLE t (x)")
        assert (place / "x.db").stat().st_size > 0


def test_a_network_share_keeps_its_server_in_the_path() -> None:
    assert file_uri(Path("//may-chu/cchc/cchc.db"), "ro").endswith("//may-chu/cchc/cchc.db?mode=ro")
