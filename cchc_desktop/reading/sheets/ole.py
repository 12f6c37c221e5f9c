"""Streams of OLE files, the little file systems in which old Office programs saved (MS-CFB)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.reading import refusals

_HEADER = 512
_LAST = 0xFFFFFFFA
"""Sector numbers from here on mean ends and free sectors."""
_ENTRY = 128
_ROOT = 5
_STREAM = 2
_BELOW_ROOT = (1, _STREAM)
"""Kinds of entries: storages and streams."""
_IN_HEADER = 109
"""Sectors of the allocation table that the header itself lists."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the directory."""

    name: str
    kind: int
    start: int
    size: int
    left: int
    right: int
    child: int


class OleFile:
    """The streams of an OLE file; broken chains and loops are refused."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._data = data
        if len(data) < _HEADER:
            raise refusals.damaged(name)
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or small_shift != 6:
            raise refusals.damaged(name)
        self._size, self._small_size = 1 << shift, 1 << small_shift
        first, self._cutoff, small_first = struct.unpack_from("<I4xII", data, 48)
        self._table = self._allocation()
        entries = _entries(self._chain(first, self._table))
        if not entries or entries[0].kind != _ROOT:
            raise refusals.damaged(name)
        self._entries = {entry.name: entry for entry in _children(entries)}
        self._small = self._chain(entries[0].start, self._table) if entries[0].start < _LAST else b""
        small = self._chain(small_first, self._table) if small_first < _LAST else b""
        self._small_table = struct.unpack(f"<{len(small) // 4}I", small)

    def names(self) -> tuple[str, ...]:
        """Return the names of the streams and storages at the top; those of embedded documents lie deeper."""
        return tuple(self._entries)

    def read(self, *names: str) -> bytes:
        """Return the content of the first stream of these names; empty when there is none."""
        for name in names:
            entry = self._entries.get(name)
            if entry is None or entry.kind != _STREAM:
                continue
            if entry.size < self._cutoff:
                return self._chain(entry.start, self._small_table, small=True)[: entry.size]
            return self._chain(entry.start, self._table)[: entry.size]
        return b""

    def _allocation(self) -> tuple[int, ...]:
        count, following, further = struct.unpack_from("<I20xII", self._data, 44)
        sectors = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        for _ in range(min(further, len(self._data) // self._size)):
            if following >= _LAST:
                break
            *more, following = struct.unpack(f"<{self._size // 4}I", self._sector(following))
            sectors += more
        used = [sector for sector in sectors if sector < _LAST][: min(count, len(self._data) // self._size)]
        joined = b"".join(self._sector(sector) for sector in used)
        return struct.unpack(f"<{len(joined) // 4}I", joined)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise refusals.damaged(self._name)
        return self._data[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, start: int, table: tuple[int, ...], *, small: bool = False) -> bytes:
        pieces: list[bytes] = []
        at = start
        while at < _LAST:
            if at >= len(table) or len(pieces) > len(table):
                raise refusals.damaged(self._name)
            if small:
                pieces.append(self._small[at * self._small_size : (at + 1) * self._small_size])
            else:
                pieces.append(self._sector(at))
            at = table[at]
        return b"".join(pieces)


def _entries(directory: bytes) -> list[_Entry]:
    entries = []
    for at in range(0, len(directory) // _ENTRY * _ENTRY, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        near = struct.unpack_from("<III", directory, at + 68)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        entries.append(_Entry(name, kind, start, size, *near))
    return entries


def _children(entries: list[_Entry]) -> Iterator[_Entry]:
    """Yield what lies directly below the root: a tree of neighbours to the left and to the right."""
    seen: set[int] = set()
    waiting = [entries[0].child]
    while waiting:
        at = waiting.pop()
        if at < len(entries) and at not in seen and entries[at].kind in _BELOW_ROOT:
            seen.add(at)
            yield entries[at]
            waiting += [entries[at].left, entries[at].right]
