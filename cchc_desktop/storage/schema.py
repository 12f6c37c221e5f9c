"""Prepares a data folder at the start: makes it, finishes what was interrupted, checks, upgrades, refuses."""

import logging
from contextlib import closing
from datetime import datetime
from pathlib import Path

from cchc_desktop.clock import Clock
from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage import backup
from cchc_desktop.storage.connection import look
from cchc_desktop.storage.durable import ensure_folder
from cchc_desktop.storage.integrity import check_passed, check_requested, findings
from cchc_desktop.storage.placing import beside, finish_interrupted, put_in_place, remove_family
from cchc_desktop.storage.problems import DataDamaged, damaged, problem_of, refuse_folder, translated
from cchc_desktop.storage.revisions import LINEAGE, Lineage, examine, revision_of

_LOG = logging.getLogger(__name__)


def prepare(folder: DataFolder, clock: Clock, lineage: Lineage = LINEAGE) -> None:
    """Make sure that the folder holds a sound data file of the newest revision; call it while holding the lock.

    A new folder gets a new file. An old file is backed up and upgraded in one transaction; a file that is newer, foreign
    or damaged is refused unchanged. With nothing to do it costs a few plain statements. Raises StorageProblem.
    """
    ensure_folder(folder.root)
    finish_interrupted(folder, clock.now())
    try:
        if _is_missing(folder):
            _create(folder, clock.now(), lineage)
        elif _checked_revision(folder.database, lineage) != lineage.newest:
            _upgrade(folder, clock.now(), lineage)
    except DataDamaged as problem:
        raise _with_newest_backup(folder, problem) from problem


def require_current(database: Path, lineage: Lineage = LINEAGE) -> None:
    """Make sure that a file can be read as it is, changing nothing; for those who do not hold the lock.

    Raises StorageProblem when it is missing, older, newer, foreign or damaged.
    """
    with translated(database):
        is_there = database.exists()
    if not is_there:
        raise StorageProblem(
            f"Chưa có dữ liệu trong thư mục “{database.parent}”. Hãy kiểm tra lại đường dẫn."
        )
    if examine(database, lineage) != lineage.newest:
        raise StorageProblem(
            "Dữ liệu do phiên bản cũ tạo và cần được nâng cấp trước khi xem. "
            "Hãy đóng phần mềm ở nơi đang mở dữ liệu rồi mở lại bằng phiên bản này."
        )


def _is_missing(folder: DataFolder) -> bool:
    database = folder.database
    refuse_folder(database)
    with translated(database):
        if database.exists() and database.stat().st_size > 0:
            return False
    # A file that vanished is not a new office: never start empty without a word.
    if backup.list_backups(folder):
        raise DataDamaged(
            f"Tệp dữ liệu “{database.name}” trong thư mục “{folder.root}” đã mất hoặc trống, "
            "trong khi vẫn còn các bản sao lưu. Hãy khôi phục từ một bản sao lưu, hoặc chọn thư mục khác để bắt đầu mới."
        )
    return True


def _create(folder: DataFolder, now: datetime, lineage: Lineage) -> None:
    part = beside(folder.database, ".new")
    remove_family(part)
    try:
        migrate(part, lineage, create=True)
        put_in_place(folder, part, now)
    finally:
        remove_family(part)


def _checked_revision(database: Path, lineage: Lineage) -> str:
    with translated(database), closing(look(database)) as connection:
        revision = revision_of(connection, database, lineage)
        if check_requested(database):
            found = findings(connection)
            if found:
                _LOG.error("check of %s: %s", database, "; ".join(found))
                raise damaged(database)
            check_passed(database)
    return revision


def _upgrade(folder: DataFolder, now: datetime, lineage: Lineage) -> None:
    backup.automatic_backup(folder, "trước khi nâng cấp", now)
    migrate(folder.database, lineage)


def migrate(database: Path, lineage: Lineage = LINEAGE, *, create: bool = False) -> None:
    """Bring a file to the newest revision, or make it; it stays as it was when that fails. Raises StorageProblem."""
    from cchc_desktop.storage.migrate import upgrade  # loads Alembic

    try:
        upgrade(database, lineage, create=create)
    except Exception as error:  # whatever a migration meets: the user learns that nothing is lost
        problem = problem_of(error, database)
        if problem is not None:
            raise problem from error
        _LOG.exception("migration of %s", database)
        raise StorageProblem(
            "Không nâng cấp được dữ liệu cho phiên bản phần mềm này; dữ liệu cũ còn nguyên. "
            "Hãy tiếp tục dùng phiên bản trước và gửi nhật ký cho người hỗ trợ kỹ thuật."
        ) from error


def _with_newest_backup(folder: DataFolder, problem: DataDamaged) -> DataDamaged:
    good = backup.newest_good(folder)
    if good is None:
        return DataDamaged(
            f"{problem.message} Chưa tìm thấy bản sao lưu nào dùng được trong “{folder.backups}”."
        )
    told = f"{problem.message} Bản sao lưu tốt gần nhất: {good.taken_at:%d/%m/%Y %H:%M} ({good.path.name})."
    return DataDamaged(told, good.path)
