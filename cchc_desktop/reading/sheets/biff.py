"""Records of old Excel workbooks (.xls, MS-XLS): cut, their strings and numbers decoded."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from cchc_desktop.reading import refusals
from cchc_desktop.reading.letters.tables import latin_view

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""What failed formulas show, by their number in binary workbooks."""
CONTINUE = 0x003C
_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08
_MOST_STRINGS = 1_000_000


@dataclass(slots=True)
class Record:
    """A record with the records that continue it."""

    kind: int
    parts: list[bytes]

    @property
    def data(self) -> bytes:
        """Return the content of the first part."""
        return self.parts[0]


def records(stream: bytes, at: int = 0) -> Iterator[Record]:
    """Yield the records of a stream from a position on; one cut off at the end is left out."""
    pending: Record | None = None
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        content = stream[at + 4 : at + 4 + size]
        at += 4 + size
        if len(content) < size:
            break
        if kind == CONTINUE and pending is not None:
            pending.parts.append(content)
            continue
        if pending is not None:
            yield pending
        pending = Record(kind, [content])
    if pending is not None:
        yield pending


def number_of(packed: int) -> float:
    """Decode a packed number (RK).

    >>> number_of(0x3FF00000), number_of((1234 << 2) | 3), number_of((5 << 2) | 2)
    (1.0, 12.34, 5.0)
    """
    if packed & 2:
        signed: int = struct.unpack("<i", struct.pack("<I", packed))[0]
        value = float(signed >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value


@dataclass(slots=True)
class _Strings:
    """The texts of a record that goes on over several parts; each part begins anew with the width of its letters."""

    file: str
    parts: list[bytes]
    part: int = 0
    at: int = 0
    texts: list[str] = field(default_factory=list)

    def take(self, size: int) -> bytes:
        """Take bytes that are no letters; they go on in the next part without a mark."""
        taken = bytearray()
        while size:
            if self.at >= len(self.parts[self.part]):
                self._next()
            piece = self.parts[self.part][self.at : self.at + size]
            taken += piece
            self.at += len(piece)
            size -= len(piece)
        return bytes(taken)

    def letters(self, count: int, *, wide: bool) -> str:
        """Take letters; when they go on in the next part, its first byte says how wide they are there."""
        text: list[str] = []
        while count:
            if self.at >= len(self.parts[self.part]):
                self._next()
                wide = bool(self.take(1)[0] & _WIDE)
            left = len(self.parts[self.part]) - self.at
            here = min(count, left // 2 if wide else left)
            if not here:
                raise refusals.damaged(self.file)
            raw = self.take(here * 2 if wide else here)
            text.append(raw.decode("utf-16-le", "surrogatepass") if wide else raw.decode("latin-1"))
            count -= here
        whole = "".join(text)
        return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def one(self) -> str:
        """Take a text with its formatting, which is left out."""
        count, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", self.take(4))[0] if flags & _PHONETIC else 0
        text = self.letters(count, wide=bool(flags & _WIDE))
        self.take(4 * runs)
        self.take(extra)
        return text

    def _next(self) -> None:
        self.part += 1
        self.at = 0
        if self.part >= len(self.parts):
            raise refusals.damaged(self.file)


def shared_strings(name: str, record: Record) -> list[str]:
    """Decode the texts that cells share (SST).

    Raises FileProblem when they are cut off.
    """
    if len(record.data) < 8:
        raise refusals.damaged(name)
    unique = struct.unpack_from("<I", record.data, 4)[0]
    reader = _Strings(name, record.parts, at=8)
    if unique > _MOST_STRINGS:
        raise refusals.too_large(name, "quá nhiều chữ")
    return [reader.one() for _ in range(unique)]


def text_of(name: str, record: Record, at: int, *, old: bool, long: bool = True) -> str:
    """Decode the text at a place of a record; ``old`` workbooks (Excel 5, 95) have one byte for each letter.

    Args:
        name: the file, for refusals.
        record: the record.
        at: where the text's length stands in its first part.
        old: no mark for the width of letters.
        long: the length takes two bytes.

    Raises FileProblem when it is cut off.
    """
    size = 2 if long else 1
    if len(record.data) < at + size:
        raise refusals.damaged(name)
    count = int.from_bytes(record.data[at : at + size], "little")
    if old:
        return latin_view(record.data[at + size : at + size + count])
    reader = _Strings(name, record.parts, at=at + size)
    if not count:
        return ""
    flags = reader.take(1)[0]
    if flags & _RICH:
        reader.take(2)
    if flags & _PHONETIC:
        reader.take(4)
    return reader.letters(count, wide=bool(flags & _WIDE))
