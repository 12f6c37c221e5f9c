"""A file is replaced whole or not at all; what stands in the way is said in one sentence."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from cchc_desktop.errors import FileProblem

OPEN_ELSEWHERE = "Tệp đang mở trong Excel. Hãy đóng tệp rồi thử lại, hoặc lưu với tên khác."
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_BAD_NAME_SENTENCE = "Tên tệp quá dài hoặc có ký tự không dùng được. Hãy đặt tên khác."
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}


@contextmanager
def replacing(path: Path, *, open_elsewhere: str = OPEN_ELSEWHERE) -> Iterator[IO[bytes]]:
    """Open a temporary file beside the target and put it in the target's place when the block ends well.

    Whatever goes wrong, the old file stays as it was and nothing half-written is left.

    Raises:
        FileProblem: the folder is missing or may not be written, the disk is full, the name cannot be used, or the
            target is open in another program (``open_elsewhere`` is then the sentence).
    """
    if "\0" in str(path):
        raise FileProblem(_BAD_NAME_SENTENCE)
    temporary = path.parent / f".~{secrets.token_hex(6)}.tmp"
    try:
        if path.is_dir():
            raise FileProblem(f"“{path.name or path}” là một thư mục. Hãy chọn tên tệp khác.")
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _put(temporary, path, open_elsewhere)
    except OSError as error:
        raise FileProblem(_sentence(error, path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _put(temporary: Path, path: Path, open_elsewhere: str) -> None:
    """Put the finished file in place; Windows refuses while another program holds the old one open."""
    try:
        temporary.replace(path)
    except PermissionError as error:
        raise FileProblem(open_elsewhere) from error


def _sentence(error: OSError, path: Path) -> str:
    folder = path.parent
    if error.errno in _FULL:
        return f"Không lưu được tệp “{path.name}” vì ổ đĩa đã đầy. Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác."
    if isinstance(error, FileNotFoundError) and not folder.is_dir():
        return f"Không tìm thấy thư mục “{folder}”. Hãy chọn thư mục khác."
    if isinstance(error, NotADirectoryError):
        return f"“{folder}” không phải là thư mục. Hãy chọn thư mục khác."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Không có quyền ghi vào thư mục “{folder}”. Hãy chọn thư mục khác."
    if error.errno in _BAD_NAME:
        return _BAD_NAME_SENTENCE
    return f"Không lưu được tệp “{path.name}” (ổ đĩa báo lỗi: {error.strerror or error}). Hãy thử lại hoặc chọn nơi lưu khác."
