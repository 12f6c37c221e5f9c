"""Zip-based files opened with care: what really comes out is counted before any parser sees it.

Limits after measurements on hostile files: a small archive can hold gigabytes, and declared sizes can lie.
"""

import io
import zipfile
import zlib

from cchc_desktop.reading import refusals

MOST_MEMBERS = 2_000
LARGEST_MEMBER = 100 * 2**20
LARGEST_TOTAL = 200 * 2**20
HIGHEST_RATIO = 200
"""Bytes out per byte in; real sheets stay below 60. Members under 1 MiB are not judged by it."""
_PIECE = 1 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


class Archive:
    """The members of a zip file whose sizes and names have been checked."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._package = zipfile.ZipFile(io.BytesIO(data))
            _check_names(name, self._package)
            self._count_all()
        except _BROKEN as problem:
            raise refusals.damaged(name) from problem
        self._members = frozenset(self._package.namelist())

    def names(self) -> tuple[str, ...]:
        """Return the names of all members."""
        return tuple(self._package.namelist())

    def read(self, member: str) -> bytes:
        """Return the content of a member; empty when there is none of that name.

        Members are unpacked when they are asked for, so that only one is in memory at a time.
        """
        return self._package.read(member) if member in self._members else b""

    def _count_all(self) -> None:
        """Unpack every member once to see how large it really is; nothing is kept."""
        total = 0
        for info in self._package.infolist():
            size = 0
            with self._package.open(info) as member:
                while piece := len(member.read(_PIECE)):
                    size += piece
                    total += piece
                    if size > LARGEST_MEMBER or total > LARGEST_TOTAL or _swells(size, info):
                        raise refusals.unsafe(self.name, "nội dung nén phình ra quá lớn")


def _swells(size: int, info: zipfile.ZipInfo) -> bool:
    return size > 2**20 and size > HIGHEST_RATIO * max(1, info.compress_size)


def _check_names(name: str, package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    if len(infos) > MOST_MEMBERS:
        raise refusals.unsafe(name, "quá nhiều thành phần bên trong")
    seen: set[str] = set()
    for info in infos:
        parts = info.filename.replace("\\", "/").split("/")
        if parts[0] == "" or ".." in parts or ":" in info.filename or "\0" in info.filename:
            raise refusals.unsafe(name, "tên thành phần trỏ ra ngoài tệp")
        if info.filename.casefold() in seen:
            raise refusals.unsafe(name, "hai thành phần trùng tên")
        if info.flag_bits & 0x1:
            raise refusals.protected(name)
        seen.add(info.filename.casefold())
