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
_TEXTS = (".xml", ".rels")
"""Members kept in memory; pictures and fonts are only counted."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


class Archive:
    """The members of a zip file whose sizes and names have been checked."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._members: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                _check_names(name, package)
                self._read_all(package)
        except _BROKEN as problem:
            raise refusals.damaged(name) from problem

    def names(self) -> tuple[str, ...]:
        """Return the names of all members."""
        return tuple(self._members)

    def read(self, member: str) -> bytes:
        """Return the content of a member; empty when there is none of that name."""
        return self._members.get(member, b"")

    def _read_all(self, package: zipfile.ZipFile) -> None:
        total = 0
        for info in package.infolist():
            content = bytearray()
            with package.open(info) as member:
                while piece := member.read(_PIECE):
                    content += piece
                    total += len(piece)
                    if len(content) > LARGEST_MEMBER or total > LARGEST_TOTAL or _swells(content, info):
                        raise refusals.unsafe(self.name, "nội dung nén phình ra quá lớn")
            kept = info.filename.endswith(_TEXTS) or info.filename == "mimetype"
            self._members[info.filename] = bytes(content) if kept else b""


def _swells(content: bytearray, info: zipfile.ZipInfo) -> bool:
    return len(content) > 2**20 and len(content) > HIGHEST_RATIO * max(1, info.compress_size)


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
