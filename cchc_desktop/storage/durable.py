"""Files and folders that survive a power cut: made, flushed, replaced in one step."""

import os
from pathlib import Path

from cchc_desktop.errors import StorageProblem
from cchc_desktop.storage.problems import MEGABYTE, free_megabytes, translated


def ensure_folder(folder: Path) -> None:
    """Make a folder with its parents unless it is there. Raises StorageProblem."""
    with translated(folder):
        if folder.is_dir():
            return
        parts = (folder, *folder.parents)
        blocking = next((part for part in parts if part.exists() and not part.is_dir()), None)
    if blocking is not None:
        raise StorageProblem(
            f"Không dùng được thư mục dữ liệu “{folder}” vì “{blocking}” là một tệp. Hãy chọn một thư mục khác."
        )
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)


def ensure_space(place: Path, wanted: int) -> None:
    """Raise StorageProblem unless the disk of a path has ``wanted`` bytes free."""
    free = free_megabytes(place)
    needed = -(-wanted // MEGABYTE)
    if free < needed:
        raise StorageProblem(
            f"Ổ đĩa không đủ chỗ trống (còn {free} MB, cần {needed} MB). "
            "Chưa có gì thay đổi; hãy giải phóng chỗ trống rồi thử lại."
        )


def flush_file(path: Path) -> None:
    """Make sure that a closed file's content is on the disk."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make sure that names just changed in a folder are on the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_durably(part: Path, target: Path) -> None:
    """Put a finished, closed file in place of another in one step that a power cut cannot halve."""
    flush_file(part)
    part.replace(target)
    flush_folder(target.parent)
