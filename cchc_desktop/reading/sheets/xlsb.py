"""Excel's binary workbooks (.xlsb, MS-XLSB) into sheets: an archive like .xlsx whose parts are records."""

import io
import math
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.docx.reader import main_part
from cchc_desktop.reading.sheets.biff import ERRORS, number_of
from cchc_desktop.reading.sheets.model import MOST_COLUMNS, MOST_FILLED, MOST_ROWS, Sheet, check_reach
from cchc_desktop.reading.sheets.source import source_of_sheets
from cchc_desktop.reading.sheets.xlsx import targets_of
from cchc_desktop.reading.sheets.xlsx_styles import BOLD_WEIGHT, BUILT_IN, GENERAL, Look
from cchc_desktop.reading.sheets.xlsx_values import printed, show_number
from cchc_desktop.reading.source import Source

_ROW, _TEXT_ITEM, _FONT, _FORMAT, _STYLE = 0, 19, 43, 44, 47
_COLUMNS, _WORKBOOK_PROPERTIES, _SHEET, _MERGED = 60, 153, 156, 176
_BEGIN_STYLES, _END_STYLES = 617, 618
_MOST_MERGED = 100_000
_MOST_SHEETS = 500
_STRUCK = 0x0008
_NO_HEIGHT = 0x10
_NO_TEXT = 0xFFFFFFFF


@dataclass(slots=True)
class _Book:
    file: str
    from_1904: bool = False
    texts: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    sheets: list[tuple[Sheet, str]] = field(default_factory=list)
    """Sheets and the keys of their relations."""
    cells: int = 0
    merged: int = 0


def read_xlsb(name: str, data: bytes) -> Source:
    """Read a workbook; hidden rows, columns and sheets are left out and named.

    Raises FileProblem when it is damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    part = main_part(name, archive)
    targets = targets_of(name, archive, part)
    book = _Book(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            known = set(package.namelist())

            def member(key: str) -> bytes:
                found = targets.get(key, "")
                return package.read(found) if found in known else b""

            _read_workbook(book, package.read(part) if part in known else b"")
            _read_texts(book, member("sharedStrings"))
            _read_styles(book, member("styles"))
            for sheet, key in book.sheets:
                _read_sheet(book, sheet, member(key))
    except struct.error as problem:
        raise refusals.damaged(name) from problem
    return source_of_sheets(name, "xlsb", [sheet for sheet, _ in book.sheets])


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of each record; both kind and size are numbers of seven bits a byte."""
    at = 0
    while at < len(content):
        kind, at = _varying(content, at, 2)
        size, at = _varying(content, at, 4)
        yield kind, content[at : at + size]
        at += size


def _varying(content: bytes, at: int, longest: int) -> tuple[int, int]:
    value = 0
    for place in range(longest):
        byte = content[at] if at < len(content) else 0
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            break
    return value, at


def _text(content: bytes, at: int) -> tuple[str, int]:
    """Return a text and where it ends."""
    count = struct.unpack_from("<I", content, at)[0]
    at += 4
    if count == _NO_TEXT:
        return "", at
    end = at + 2 * count
    if end > len(content):
        raise struct.error
    return content[at:end].decode("utf-16-le", "replace"), end


def _read_workbook(book: _Book, content: bytes) -> None:
    for kind, data in _records(content):
        if kind == _WORKBOOK_PROPERTIES:
            book.from_1904 = bool(struct.unpack_from("<I", data)[0] & 1)
        elif kind == _SHEET:
            state = struct.unpack_from("<I", data)[0]
            key, at = _text(data, 8)
            title, _ = _text(data, at)
            book.sheets.append((Sheet(title, bool(state & 3)), key))
            if len(book.sheets) > _MOST_SHEETS:
                raise refusals.too_large(book.file, f"hơn {_MOST_SHEETS} trang tính")


def _read_texts(book: _Book, content: bytes) -> None:
    for kind, data in _records(content):
        if kind == _TEXT_ITEM:
            book.texts.append(_text(data, 1)[0])


def _read_styles(book: _Book, content: bytes) -> None:
    formats = dict(BUILT_IN)
    fonts: list[tuple[bool, bool]] = []
    of_cells = False
    for kind, data in _records(content):
        if kind == _FORMAT:
            formats[struct.unpack_from("<H", data)[0]] = _text(data, 2)[0]
        elif kind == _FONT:
            flags, weight = struct.unpack_from("<2xHH", data)
            fonts.append((weight >= BOLD_WEIGHT, bool(flags & _STRUCK)))
        elif kind in {_BEGIN_STYLES, _END_STYLES}:
            of_cells = kind == _BEGIN_STYLES
        elif kind == _STYLE and of_cells:
            form, font = struct.unpack_from("<2xHH", data)
            bold, struck = fonts[font] if font < len(fonts) else (False, False)
            book.looks.append(Look(formats.get(form, GENERAL), bold, struck))


def _read_sheet(book: _Book, sheet: Sheet, content: bytes) -> None:
    row = 0
    for kind, data in _records(content):
        if kind == _ROW:
            row, height, flags = struct.unpack_from("<I4xHxB", data)
            if (flags & _NO_HEIGHT or not height) and row < MOST_ROWS:
                sheet.hidden_rows.add(row)
        elif kind in _VALUES:
            _put(book, sheet, row, kind, data)
        elif kind == _COLUMNS:
            first, last, width, flags = struct.unpack_from("<III4xH", data)
            if flags & 1 or not width:
                sheet.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", data)
            sheet.merged.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
            book.merged += 1
            if book.merged > _MOST_MERGED:
                raise refusals.too_large(book.file, "quá nhiều ô gộp")


def _put(book: _Book, sheet: Sheet, row: int, kind: int, data: bytes) -> None:
    book.cells += 1
    if book.cells > MOST_FILLED:
        raise refusals.too_large(book.file, f"hơn {MOST_FILLED} ô có chữ")
    column, style = struct.unpack_from("<II", data)
    style &= 0xFFFFFF
    look = book.looks[style] if style < len(book.looks) else Look()
    value = _VALUES[kind](book, data)
    if isinstance(value, float):
        finite = math.isfinite(value)
        text = show_number(value, look.number_format, from_1904=book.from_1904) if finite else ""
    else:
        text = printed(value.replace("\r\n", "\n").replace("\r", "\n"), look.number_format)
    if text.strip():
        check_reach(book.file, row + 1, column + 1)
        sheet.put(row, column, text, bold=look.bold, struck=look.struck)


def _packed(_: _Book, data: bytes) -> float:
    return number_of(struct.unpack_from("<I", data, 8)[0])


def _error(_: _Book, data: bytes) -> str:
    return ERRORS.get(struct.unpack_from("<B", data, 8)[0], "#N/A")


def _truth(_: _Book, data: bytes) -> str:
    return printed(bool(struct.unpack_from("<B", data, 8)[0]), GENERAL)


def _real(_: _Book, data: bytes) -> float:
    value: float = struct.unpack_from("<d", data, 8)[0]
    return value


def _own_text(_: _Book, data: bytes) -> str:
    return _text(data, 8)[0]


def _rich_text(_: _Book, data: bytes) -> str:
    return _text(data, 9)[0]


def _shared_text(book: _Book, data: bytes) -> str:
    key: int = struct.unpack_from("<I", data, 8)[0]
    if key >= len(book.texts):
        raise refusals.damaged(book.file)
    return book.texts[key]


_VALUES: Mapping[int, Callable[[_Book, bytes], str | float]] = {
    2: _packed,
    3: _error,
    4: _truth,
    5: _real,
    6: _own_text,
    7: _shared_text,
    8: _own_text,
    9: _real,
    10: _truth,
    11: _error,
    62: _rich_text,
}
"""Cells with a value, by kind of record."""
