import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cchc_desktop.clock import VIETNAM
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import (
    MANUAL,
    Backup,
    automatic_backup,
    copy_pages,
    create_backup,
    list_backups,
    newest_good,
    surplus,
)
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.engine import open_engine, writing
from cchc_desktop.storage.integrity import check_requested, findings
from cchc_desktop.storage.problems import DataDamaged
from cchc_desktop.storage.tables import SettingRow

NOW = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)


def put(database: Path, key: str, size: int = 1) -> None:
    with closing(connect(database)) as connection:
        connection.execute("INSERT INTO setting VALUES (?, ?)", (key, "x" * size))


def keys(database: Path) -> list[str]:
    with closing(connect(database, read_only=True)) as connection:
        assert findings(connection) == ()
        return [key for (key,) in connection.execute("SELECT key FROM setting ORDER BY key")]


def names(folder: DataFolder) -> list[str]:
    return sorted(path.name for path in folder.backups.iterdir())


def damage(database: Path) -> None:
    put(database, "long", 40_000)
    content = bytearray(database.read_bytes())
    content[-6 * 4096 :] = b"\x5a" * (6 * 4096)
    database.write_bytes(content)


def test_a_copy_is_whole_while_the_program_works(folder: DataFolder, tmp_path: Path) -> None:
    engine = open_engine(folder.database)
    with writing(engine) as session:
        session.add(SettingRow(key="acknowledged", value=1))
    with writing(engine) as session:
        session.add(SettingRow(key="unfinished", value=1))
        session.flush()
        target = create_backup(folder.database, tmp_path / "một nơi khác" / "bản sao.db")
    engine.dispose()
    assert keys(target) == ["acknowledged"]
    assert [path.name for path in target.parent.iterdir()] == ["bản sao.db"]


def test_a_copy_replaces_an_older_one(folder: DataFolder, tmp_path: Path) -> None:
    target = create_backup(folder.database, tmp_path / "bản sao.db")
    put(folder.database, "a")
    create_backup(folder.database, target)
    assert keys(target) == ["a"]


def test_a_copy_of_a_wal_file_opens_from_a_read_only_medium(
    folder: DataFolder, read_only_place: Callable[[Path], Path]
) -> None:
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        target = create_backup(folder.database, folder.backups / "bản sao.db")
    assert keys(read_only_place(target.parent) / "bản sao.db") == []


def test_a_full_disk_keeps_the_former_copy(folder: DataFolder, small_disk: Callable[[int], Path]) -> None:
    disk = small_disk(2)
    target = create_backup(folder.database, disk / "bản sao.db")
    before = target.read_bytes()
    put(folder.database, "large", 1_500_000)
    with pytest.raises(StorageProblem, match=r"không đủ chỗ trống \(còn 1 MB, cần 5 MB\)"):
        create_backup(folder.database, target)
    assert target.read_bytes() == before
    assert [path.name for path in disk.iterdir()] == ["bản sao.db"]


def test_a_disk_that_fills_up_meanwhile_keeps_the_former_copy(
    folder: DataFolder, small_disk: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = small_disk(2)
    target = create_backup(folder.database, disk / "bản sao.db")
    before = target.read_bytes()
    put(folder.database, "large", 3_000_000)
    whole = shutil.disk_usage(folder.root)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: whole)  # what the disk had when it was asked
    with pytest.raises(StorageProblem, match="ổ đĩa đã đầy"):
        create_backup(folder.database, target)
    assert target.read_bytes() == before
    assert [path.name for path in disk.iterdir()] == ["bản sao.db"]


def test_a_damaged_file_gives_no_copy(folder: DataFolder) -> None:
    automatic_backup(folder, "hằng ngày", NOW)
    before = names(folder)
    damage(folder.database)
    with pytest.raises(DataDamaged, match="phát hiện lỗi dữ liệu"):
        automatic_backup(folder, "hằng ngày", NOW + timedelta(days=1))
    assert names(folder) == before
    assert check_requested(folder.database)


def test_a_file_that_is_no_database_gives_no_copy(tmp_path: Path) -> None:
    (tmp_path / "cchc.db").write_bytes(b"PK\x03\x04" * 3000)
    with pytest.raises(DataDamaged, match="không phải tệp dữ liệu"):
        create_backup(tmp_path / "cchc.db", tmp_path / "bản sao.db")
    assert not (tmp_path / "bản sao.db").exists()


def test_a_file_kept_locked_is_said_so(folder: DataFolder, tmp_path: Path) -> None:
    with closing(connect(folder.database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageProblem, match="một chương trình khác đang dùng"):
            create_backup(folder.database, tmp_path / "bản sao.db", wait=0.01)
    assert not list(tmp_path.glob("bản sao*"))


def test_a_file_locked_just_before_the_copying_is_said_so_too(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as other, closing(connect(folder.database, wait=0.01)) as source:
        other.execute("BEGIN EXCLUSIVE")
        with (
            closing(sqlite3.connect(":memory:")) as copy,
            pytest.raises(StorageProblem, match="một chương trình khác đang dùng"),
        ):
            copy_pages(source, copy, folder.database)


@pytest.mark.parametrize("target", ["cchc.db", ".", "../{root}/cchc.db"])
def test_the_data_file_and_folders_are_no_targets(folder: DataFolder, target: str) -> None:
    before = folder.database.read_bytes()
    with pytest.raises(StorageProblem, match=r"là một thư mục|chính tệp dữ liệu"):
        create_backup(folder.database, folder.root / target.format(root=folder.root.name))
    assert folder.database.read_bytes() == before


def test_a_missing_file_gives_no_copy(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="Không mở được"):
        create_backup(tmp_path / "cchc.db", tmp_path / "bản sao.db")
    assert list(tmp_path.iterdir()) == []


def test_names_say_when_and_why(folder: DataFolder) -> None:
    first = automatic_backup(folder, "trước khi nhập", NOW)
    second = automatic_backup(folder, "truoc-khi-nhap", NOW)
    third = automatic_backup(folder, "  ĐẦU  ngày / 1 ", NOW.astimezone(tz=None))
    assert [path.name for path in (first, second, third)] == [
        "cchc-2026-11-22-0842-truoc-khi-nhap.db",
        "cchc-2026-11-22-0842-truoc-khi-nhap_2.db",
        "cchc-2026-11-22-0842-dau-ngay-1.db",
    ]
    assert [(each.path, each.reason) for each in list_backups(folder)] == [
        (third, "dau-ngay-1"),
        (second, "truoc-khi-nhap"),
        (first, "truoc-khi-nhap"),
    ]
    assert {each.taken_at for each in list_backups(folder)} == {NOW}
    assert {each.size for each in list_backups(folder)} == {first.stat().st_size}


def test_foreign_files_in_the_folder_are_neither_listed_nor_removed(folder: DataFolder) -> None:
    assert list_backups(folder) == ()
    folder.backups.mkdir()
    strange = ["ghi chú.txt", "cchc.db", "cchc-2026-13-45-0842-x.db", "cchc-2026-11-22-0842-x.db.zip"]
    for name in strange:
        (folder.backups / name).touch()
    automatic_backup(folder, "hằng ngày", NOW)
    assert len(list_backups(folder)) == 1
    assert set(strange) < set(names(folder))


def test_leftovers_of_a_crash_are_removed_by_the_next_copy(folder: DataFolder) -> None:
    folder.backups.mkdir()
    (folder.backups / "cchc-2026-11-21-0900-hang-ngay.db.part").touch()
    (folder.backups / "cchc-2026-11-21-0900-hang-ngay.db.part-journal").touch()
    automatic_backup(folder, "hằng ngày", NOW)
    assert names(folder) == ["cchc-2026-11-22-0842-hang-ngay.db"]


def copies(moments: list[datetime], reason: str = "hang-ngay") -> list[Backup]:
    return [
        Backup(path=Path(f"{moment:%Y%m%d%H%M}-{reason}"), taken_at=moment, reason=reason, size=1)
        for moment in sorted(moments, reverse=True)
    ]


def test_two_years_of_daily_copies_become_days_weeks_and_months() -> None:
    daily = copies([NOW - timedelta(days=day) for day in range(730)])
    gone = {each.path for each in surplus(daily, keep=daily[0].path)}
    kept = [each.taken_at.date() for each in daily if each.path not in gone]
    ages = [(NOW.date() - day).days for day in kept]
    assert ages[:20] == list(range(20))
    assert len([age for age in ages if age > 31]) == 11 - 1
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len(kept) < 35


def test_every_day_of_a_busy_week_keeps_its_last_copy() -> None:
    busy = copies([NOW - timedelta(days=day, minutes=minute) for day in range(9) for minute in range(30)])
    kept = {each.path for each in busy} - {each.path for each in surplus(busy, keep=busy[0].path)}
    for day in range(7):
        assert Path(f"{NOW - timedelta(days=day):%Y%m%d%H%M}-hang-ngay") in kept
    assert {each.path for each in busy[:20]} <= kept
    assert len(kept) <= 20 + 7 + 4 + 1


def test_copies_a_person_asked_for_and_the_new_one_stay() -> None:
    asked = copies([NOW - timedelta(days=3000 + day) for day in range(50)], MANUAL)
    daily = copies([NOW - timedelta(days=day) for day in range(400)])
    wrong_clock = copies([datetime(1980, 1, 1, tzinfo=VIETNAM)])
    gone = surplus([*daily, *asked, *wrong_clock], keep=wrong_clock[0].path)
    assert not {each.path for each in asked} & {each.path for each in gone}
    assert wrong_clock[0] not in gone
    assert len(gone) > 300


def test_thinning_happens_after_a_good_copy_only(folder: DataFolder) -> None:
    folder.backups.mkdir()
    for day in range(60):
        shutil.copy(
            folder.database, folder.backups / f"cchc-{NOW - timedelta(days=day):%Y-%m-%d}-0700-hang-ngay.db"
        )
    assert len(list_backups(folder)) == 60
    automatic_backup(folder, "hằng ngày", NOW)
    after = len(list_backups(folder))
    assert after < 30
    damage(folder.database)
    with pytest.raises(DataDamaged):
        automatic_backup(folder, "hằng ngày", NOW)
    assert len(list_backups(folder)) == after


def test_the_newest_good_copy_is_ours_and_sound(folder: DataFolder) -> None:
    assert newest_good(folder) is None
    good = automatic_backup(folder, "hằng ngày", NOW)
    broken = folder.backups / "cchc-2026-11-23-0700-hang-ngay.db"
    shutil.copy(good, broken)
    damage(broken)
    (folder.backups / "cchc-2026-11-24-0700-hang-ngay.db").write_bytes(b"text")
    with closing(sqlite3.connect(folder.backups / "cchc-2026-11-25-0700-hang-ngay.db")) as other:
        other.execute("CREATE TABLE t (x)")
    found = newest_good(folder)
    assert found is not None
    assert found.path == good
