"""Verified copies of the data file: made while the program works, named by time and reason, thinned by age."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cchc_desktop.clock import VIETNAM
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import BUSY_SECONDS, connect, look
from cchc_desktop.storage.durable import ensure_folder, ensure_space, replace_durably
from cchc_desktop.storage.integrity import findings, request_check
from cchc_desktop.storage.problems import DataDamaged, busy, translated
from cchc_desktop.storage.revisions import APPLICATION_ID, revision_of
from cchc_desktop.text import fold

DAYS, WEEKS, MONTHS = 7, 4, 12
RECENT = 20
"""So many newest copies always stay: the one before the morning's import must outlive the afternoon's."""
MANUAL = "thu-cong"
"""Reason of copies a person asked for; they are never thinned."""

_NAME = re.compile(r"cchc-(\d{4}-\d{2}-\d{2}-\d{4})-([a-z0-9-]+?)(?:_\d+)?\.db")
_PATIENCE = 2
_HEADER_BYTES, _MARK = 72, slice(68, 72)
"""Where SQLite keeps the application id."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy in the backup folder."""

    path: Path
    taken_at: datetime
    """From its name, to the minute."""
    reason: str
    """In the form of file names: ``truoc-khi-nhap``."""
    size: int
    """In bytes."""


def create_backup(database: Path, target: Path, *, wait: float = BUSY_SECONDS) -> Path:
    """Copy a data file, open or not, into a verified file that replaces ``target`` in one step; return ``target``.

    ``wait`` is how many seconds a try waits for a writer to end. Raises StorageProblem; the former target is then
    still there as it was.
    """
    _refuse_target(database, target)
    ensure_folder(target.parent)
    with translated(database):
        size = database.stat().st_size
    ensure_space(target.parent, 3 * size)
    part = target.with_name(target.name + ".part")
    with translated(target):
        try:
            part.unlink(missing_ok=True)
            with closing(connect(part, create=True)) as copy:
                _copy_into(copy, database, wait)
            replace_durably(part, target)
        finally:
            for leftover in (part, part.with_name(part.name + "-journal")):
                with suppress(OSError):
                    leftover.unlink(missing_ok=True)
    return target


def _refuse_target(database: Path, target: Path) -> None:
    with translated(target):
        is_folder, is_there = target.is_dir(), target.exists()
        is_database = target.absolute() == database.absolute() or (is_there and target.samefile(database))
        is_other = is_there and not (is_folder or is_database or _is_ours(target))
    if is_folder:
        raise StorageProblem(f"“{target}” là một thư mục. Hãy ghi rõ tên tệp sao lưu trong thư mục đó.")
    if is_database:
        raise StorageProblem("Không thể sao lưu đè lên chính tệp dữ liệu. Hãy chọn tên tệp khác.")
    if is_other:
        raise StorageProblem(
            f"Không sao lưu đè lên “{target}” vì tệp này không phải bản sao lưu của phần mềm. Hãy chọn tên tệp khác."
        )


def _is_ours(target: Path) -> bool:
    """Tell whether a copy may take this place: of an empty file, or of one with our mark in SQLite's header.

    Never of a device: whoever may write everywhere would replace ``/dev/null`` itself.
    """
    if not target.is_file():
        return False
    with target.open("rb") as stream:
        head = stream.read(_HEADER_BYTES)
    return not head or head[_MARK] == APPLICATION_ID.to_bytes(4, "big")


def _copy_into(copy: sqlite3.Connection, database: Path, wait: float) -> None:
    copy.execute("PRAGMA journal_mode=MEMORY")
    copy.execute("PRAGMA synchronous=OFF")  # flushed as a whole before it gets its name
    with translated(database):
        source = look(database, wait)
    with closing(source):
        copy_pages(source, copy, database)
    copy.execute("PRAGMA journal_mode=DELETE")  # a copy must open from a read-only medium
    if findings(copy):
        request_check(database)
        raise DataDamaged(
            "Không sao lưu được vì kiểm tra bản sao phát hiện lỗi dữ liệu. "
            "Các bản sao lưu trước được giữ nguyên; hãy mở lại phần mềm để kiểm tra và khôi phục."
        )


def copy_pages(source: sqlite3.Connection, copy: sqlite3.Connection, database: Path) -> None:
    """Copy all pages in one step: in several, a busy writer starts it anew for ever.

    Raises StorageProblem when the file stays locked, sqlite3.Error for what happens on the side of the copy.
    """
    source.backup(copy, progress=_Patience(database))


class _Patience:
    """Ends a copy that finds the file locked again and again; each try waits the busy time."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.tries = 0

    def __call__(self, status: int, remaining: int, total: int) -> None:  # noqa: ARG002 - fixed signature
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            self.tries += 1
            if self.tries >= _PATIENCE:
                raise busy(self.database)


def automatic_backup(folder: DataFolder, reason: str, now: datetime) -> Path:
    """Copy the data file into the backup folder, then thin older copies; return the new one.

    The reason ("trước khi nhập") becomes part of the name: ``cchc-2026-11-22-0842-truoc-khi-nhap.db``.
    Raises StorageProblem; no older copy is removed then.
    """
    target = free_name(folder.backups, reason, now)
    create_backup(folder.database, target)
    _remove_leftovers(folder)
    for old in surplus(list_backups(folder), keep=target):
        with suppress(OSError):  # held by a virus scanner: the next backup tries again
            old.path.unlink(missing_ok=True)
    return target


def free_name(place: Path, reason: str, now: datetime) -> Path:
    """Return a name for a dated copy that is not taken: a second one in the same minute ends in ``_2``."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(reason)).strip("-")[:60] or MANUAL
    stem = f"cchc-{now.astimezone(VIETNAM):%Y-%m-%d-%H%M}-{slug}"
    target, number = place / f"{stem}.db", 2
    while target.exists():
        target, number = place / f"{stem}_{number}.db", number + 1
    return target


def _remove_leftovers(folder: DataFolder) -> None:
    for part in folder.backups.glob("cchc-*.part*"):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def list_backups(folder: DataFolder) -> tuple[Backup, ...]:
    """Return the copies in the backup folder, newest first; files with other names are not ours to list."""
    with translated(folder.backups):
        if not folder.backups.is_dir():
            return ()
        found = [found for path in folder.backups.iterdir() if (found := _backup_of(path)) is not None]
    return tuple(backup for _, backup in sorted(found, key=lambda each: each[0], reverse=True))


def _backup_of(path: Path) -> tuple[tuple[datetime, int], Backup] | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        taken_at = datetime.strptime(match[1], "%Y-%m-%d-%H%M").replace(tzinfo=VIETNAM)
        status = path.stat()
    except (ValueError, OSError):
        return None
    backup = Backup(path=path, taken_at=taken_at, reason=match[2], size=status.st_size)
    return (taken_at, status.st_mtime_ns), backup  # several of one minute: the name does not order them


def surplus(newest_first: Iterable[Backup], keep: Path) -> tuple[Backup, ...]:
    """Return the copies to remove: all but the newest of each of the last days, weeks and months that have any.

    The newest twenty, those a person asked for and ``keep`` stay in any case; a wrong clock cannot remove ``keep``.
    """
    thinned = [each for each in newest_first if each.reason != MANUAL]
    kept = {keep, *(each.path for each in thinned[:RECENT])}
    for size, label in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        slots: dict[str, Path] = {}
        for each in thinned:
            slots.setdefault(each.taken_at.strftime(label), each.path)
        kept.update(list(slots.values())[:size])
    return tuple(each for each in thinned if each.path not in kept)


def newest_good(folder: DataFolder) -> Backup | None:
    """Return the newest copy that passes a check, for offering it when the data are damaged."""
    for backup in list_backups(folder):
        try:
            with closing(connect(backup.path, read_only=True)) as connection:
                revision_of(connection, backup.path)
                if not findings(connection):
                    return backup
        except (sqlite3.Error, StorageProblem):
            continue
    return None
