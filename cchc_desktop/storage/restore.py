"""Brings a backup back as the data file; the present file is set aside, never overwritten."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.durable import ensure_folder, ensure_space
from cchc_desktop.storage.integrity import check_passed, findings
from cchc_desktop.storage.ledger_carry import carry_ledger
from cchc_desktop.storage.placing import SIDECARS, beside, finish_interrupted, put_in_place, remove_family
from cchc_desktop.storage.problems import DataDamaged, translated
from cchc_desktop.storage.revisions import LINEAGE, Lineage, revision_of
from cchc_desktop.storage.schema import migrate

_MAGIC = b"SQLite format 3\0"


def restore(folder: DataFolder, source: Path, now: datetime, lineage: Lineage = LINEAGE) -> Path | None:
    """Put a verified copy of a backup in place of the data file; return where the former file was set aside.

    Call it while holding the lock and with the engine disposed of. An older backup is upgraded before it is put in
    place. Returns None when there was no data file. Raises StorageProblem; the present data are then unchanged.
    """
    _refuse_source(folder, source)
    ensure_folder(folder.root)
    finish_interrupted(folder, now)
    part = beside(folder.database, ".restoring")
    remove_family(part)
    try:
        _copy_family(source, part)
        if _verified_revision(part, source, lineage) != lineage.newest:
            migrate(part, lineage)
        aside = put_in_place(folder, part, now)
    finally:
        remove_family(part)
    check_passed(folder.database)
    carry_ledger(aside, folder.database, now)
    return aside


def _refuse_source(folder: DataFolder, source: Path) -> None:
    with translated(source):
        found = source.is_file()
        is_present = found and folder.database.exists() and source.samefile(folder.database)
    if not found:
        raise StorageProblem(f"Không tìm thấy bản sao lưu “{source}”. Hãy kiểm tra lại đường dẫn.")
    if is_present:
        raise StorageProblem("Tệp được chọn chính là dữ liệu đang dùng. Hãy chọn một bản sao lưu.")
    with _opened(source) as stream:
        start = stream.read(len(_MAGIC))
    if start != _MAGIC:
        raise _unusable(source)


def _copy_family(source: Path, part: Path) -> None:
    """Copy a file with the journal beside it: the source is never opened by SQLite, which might write to it."""
    present = [suffix for suffix in ("", *SIDECARS) if beside(source, suffix).is_file()]
    with translated(source):
        size = sum(beside(source, suffix).stat().st_size for suffix in present)
    ensure_space(part.parent, 2 * size)
    for suffix in present:
        with (
            _opened(beside(source, suffix)) as stream,
            translated(part),
            beside(part, suffix).open("wb") as copy,
        ):
            shutil.copyfileobj(stream, copy)


def _opened(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise StorageProblem(
            f"Không đọc được “{source}”. Hãy kiểm tra quyền truy cập và thiết bị chứa tệp rồi thử lại."
        ) from error


def _verified_revision(part: Path, source: Path, lineage: Lineage) -> str:
    try:
        with translated(part), closing(connect(part)) as connection:
            revision = revision_of(connection, source, lineage)
            found = findings(connection)
    except DataDamaged as problem:
        raise _unusable(source) from problem
    if found:
        raise _unusable(source)
    return revision


def _unusable(source: Path) -> StorageProblem:
    return StorageProblem(
        f"Không khôi phục được vì “{source.name}” đã hỏng hoặc không phải bản sao lưu của phần mềm. "
        "Dữ liệu hiện tại không bị thay đổi; hãy chọn bản sao lưu khác."
    )
