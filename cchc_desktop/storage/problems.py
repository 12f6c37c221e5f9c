"""What SQLite and the disk say, as sentences for people: the one map for opening, saving and backing up."""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cchc_desktop.errors import StorageProblem

MEGABYTE = 1024 * 1024
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
_NO_PERMISSION = {errno.EACCES, errno.EPERM, errno.EROFS}


class DataDamaged(StorageProblem):
    """The data file is damaged, empty or gone; restoring a backup is what helps."""

    def __init__(self, message: str, newest_backup: Path | None = None) -> None:
        super().__init__(message)
        self.newest_backup = newest_backup
        """Newest backup that was checked and found good, when it was looked for."""


class NewerData(StorageProblem):
    """The data file was made by a newer program; it is left as it is."""


class ReadOnlyData(StorageProblem):
    """The data file or its folder cannot be written by this user; reading may still work."""


def free_megabytes(place: Path) -> int:
    """Return the free space in MB on the disk that holds a path, which need not exist yet; 0 when unknown."""
    try:
        existing = next((folder for folder in (place, *place.parents) if folder.exists()), None)
        if existing is None:
            return 0
        return shutil.disk_usage(existing).free // MEGABYTE
    except OSError:
        return 0


def disk_full(place: Path) -> StorageProblem:
    """Make the problem of a full disk."""
    return StorageProblem(
        f"Không lưu được vì ổ đĩa đã đầy (còn {free_megabytes(place)} MB). "
        "Dữ liệu đã lưu trước đó vẫn còn nguyên; hãy giải phóng chỗ trống rồi thử lại."
    )


def busy(place: Path) -> StorageProblem:
    """Make the problem of a file that another program keeps locked."""
    return StorageProblem(
        f"Chưa đọc hoặc ghi được tệp “{place.name}” vì một chương trình khác đang dùng tệp này. "
        "Hãy đợi vài giây rồi thử lại."
    )


def read_only(place: Path) -> ReadOnlyData:
    """Make the problem of a file or folder without the right to write."""
    return ReadOnlyData(
        f"Không ghi được vào “{place}” vì tệp hoặc thư mục này chỉ cho phép đọc, hoặc đang được chương trình khác giữ. "
        "Hãy chọn thư mục được phép ghi, hoặc nhờ quản trị máy cấp quyền, rồi thử lại."
    )


def _needs_recovery(place: Path) -> ReadOnlyData:
    return ReadOnlyData(
        f"Lần dùng trước kết thúc đột ngột nên “{place.name}” cần được phục hồi trước khi xem, mà nơi này chỉ cho phép đọc. "
        "Hãy chép cả thư mục dữ liệu sang nơi được phép ghi rồi mở lại."
    )


def damaged(place: Path) -> DataDamaged:
    """Make the problem of a file whose content is broken or is not SQLite at all."""
    return DataDamaged(
        f"Kiểm tra dữ liệu phát hiện lỗi: tệp “{place.name}” đã hỏng hoặc không phải tệp dữ liệu của phần mềm. "
        "Tệp được giữ nguyên; hãy khôi phục từ một bản sao lưu."
    )


def _cannot_open(place: Path) -> StorageProblem:
    return StorageProblem(
        f"Không mở được “{place}”. Hãy kiểm tra tệp, thư mục có tồn tại và được phép truy cập rồi thử lại."
    )


def _disk_error(place: Path) -> StorageProblem:
    return StorageProblem(
        f"Không đọc hoặc ghi được “{place}” vì ổ đĩa báo lỗi. "
        "Hãy kiểm tra ổ đĩa, thẻ nhớ hoặc kết nối mạng rồi thử lại."
    )


_BY_CODE: dict[int, Callable[[Path], StorageProblem]] = {
    sqlite3.SQLITE_BUSY: busy,
    sqlite3.SQLITE_LOCKED: busy,
    sqlite3.SQLITE_PROTOCOL: busy,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_READONLY_ROLLBACK: _needs_recovery,
    sqlite3.SQLITE_READONLY_RECOVERY: _needs_recovery,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_AUTH: read_only,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_CANTOPEN: _cannot_open,
    sqlite3.SQLITE_IOERR: _disk_error,
}


def refuse_folder(database: Path) -> None:
    """Raise StorageProblem when a folder bears the name of the data file."""
    with translated(database):
        is_folder = database.is_dir()
    if is_folder:
        raise StorageProblem(
            f"“{database}” là một thư mục, không phải tệp dữ liệu. Hãy chọn thư mục dữ liệu khác."
        )


def problem_of(error: BaseException, place: Path) -> StorageProblem | None:
    """Return what an error of SQLite or of the system means for the user; None when it is a defect of ours.

    An error in which SQLAlchemy wrapped one of SQLite's (``orig``) means the same.
    """
    error = getattr(error, "orig", None) or error
    if isinstance(error, OSError):
        return _problem_of_system(error, place)
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_IOERR and free_megabytes(place) == 0:
        return disk_full(place)
    make = _BY_CODE.get(code) or _BY_CODE.get(primary)
    return None if make is None else make(place)


def _problem_of_system(error: OSError, place: Path) -> StorageProblem:
    if error.errno in _DISK_FULL:
        return disk_full(place)
    if error.errno in _NO_PERMISSION:
        return read_only(place)
    if error.errno == errno.EIO:
        return _disk_error(place)
    return _cannot_open(place)


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into StorageProblem; ``place`` is the path to speak of."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        problem = problem_of(error, place)
        if problem is None:
            raise
        raise problem from error
