"""Old Excel workbooks (.xls, Excel 5 to 2003) into sheets, read record by record.

Libraries lose what an officer sees: how a number is shown, hidden rows and columns.
"""

import math
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cchc_desktop.reading import refusals
from cchc_desktop.reading.sheets.biff import ERRORS, Record, number_of, records, shared_strings, text_of
from cchc_desktop.reading.sheets.model import MOST_COLUMNS, MOST_FILLED, MOST_ROWS, Sheet, check_reach
from cchc_desktop.reading.sheets.ole import OleFile
from cchc_desktop.reading.sheets.source import source_of_sheets
from cchc_desktop.reading.sheets.xlsx_styles import BOLD_WEIGHT, BUILT_IN, GENERAL, Look
from cchc_desktop.reading.sheets.xlsx_values import printed, show_number
from cchc_desktop.reading.source import Source

_BOF, _EOF, _FILEPASS = 0x0809, 0x000A, 0x002F
_WORKBOOK_97 = 0x0600
_NO_FONT = 4
_STRUCK = 0x0008
_MOST_SHEETS = 500
_MOST_MERGED = 100_000


@dataclass(slots=True)
class _Book:
    """What the sheets of a workbook share."""

    file: str
    old: bool = False
    """Excel 5 or 95."""
    from_1904: bool = False
    strings: list[str] = field(default_factory=list)
    fonts: list[tuple[bool, bool]] = field(default_factory=list)
    """Whether each font is bold, and whether it strikes through."""
    formats: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[tuple[int, int]] = field(default_factory=list)
    """Font and format of each cell style."""
    sheets: list[tuple[Sheet, int]] = field(default_factory=list)
    """Sheets and where their records begin."""
    cells: int = 0

    def look(self, style: int) -> Look:
        """Return the look of a cell style; no font has the number 4."""
        font, form = self.styles[style] if style < len(self.styles) else (0, 0)
        at = font if font < _NO_FONT else font - 1
        bold, struck = self.fonts[at] if at < len(self.fonts) else (False, False)
        return Look(self.formats.get(form, GENERAL), bold, struck)

    def sheet(self, record: Record) -> None:
        """Take in the name of a sheet and where it stands; charts and macro sheets are none."""
        start, state, kind = struct.unpack_from("<IBB", record.data)
        if kind == 0:
            title = text_of(self.file, record, 6, old=self.old, long=False)
            self.sheets.append((Sheet(title, bool(state & 3)), start))
        if len(self.sheets) > _MOST_SHEETS:
            raise refusals.too_large(self.file, f"hơn {_MOST_SHEETS} trang tính")

    def texts(self, record: Record) -> None:
        """Take in the texts that cells share."""
        self.strings = shared_strings(self.file, record)

    def format(self, record: Record) -> None:
        """Take in a number format."""
        key = struct.unpack_from("<H", record.data)[0]
        self.formats[key] = text_of(self.file, record, 2, old=self.old, long=not self.old)

    def style(self, record: Record) -> None:
        """Take in a cell style."""
        font, form = struct.unpack_from("<HH", record.data)
        self.styles.append((font, form))

    def font(self, record: Record) -> None:
        """Take in a font."""
        flags, weight = struct.unpack_from("<2xH2xH", record.data)
        self.fonts.append((weight >= BOLD_WEIGHT, bool(flags & _STRUCK)))

    def date_mode(self, record: Record) -> None:
        """Take in from which day days are counted."""
        self.from_1904 = struct.unpack_from("<H", record.data)[0] == 1


def read_xls(name: str, data: bytes) -> Source:
    """Read a workbook; hidden rows, columns and sheets are left out and named.

    Raises FileProblem when it is protected, damaged, too large or built to do harm.
    """
    stream = OleFile(name, data).read("Workbook", "Book")
    try:
        book = _globals(name, stream)
        for sheet, at in book.sheets:
            _read_sheet(book, sheet, stream, at)
    except struct.error as problem:
        raise refusals.damaged(name) from problem
    return source_of_sheets(name, "xls", [sheet for sheet, _ in book.sheets])


def _globals(name: str, stream: bytes) -> _Book:
    book = _Book(name)
    for at, record in enumerate(records(stream)):
        data = record.data
        if at == 0:
            if record.kind != _BOF:
                raise refusals.damaged(name)
            book.old = struct.unpack_from("<H", data)[0] < _WORKBOOK_97
        elif record.kind == _FILEPASS:
            raise refusals.protected(name)
        elif record.kind == _EOF:
            return book
        elif record.kind in _GLOBAL_TAKERS:
            _GLOBAL_TAKERS[record.kind](book, record)
    raise refusals.damaged(name)


def _read_sheet(book: _Book, sheet: Sheet, stream: bytes, at: int) -> None:
    reader = _SheetReader(book, sheet)
    deep = 0
    for record in records(stream, at):
        if record.kind == _BOF:
            deep += 1
        elif record.kind == _EOF:
            deep -= 1
            if deep <= 0:
                return
        elif deep == 1:
            reader.take(record)
        elif deep == 0:
            break
    raise refusals.damaged(book.file)


@dataclass(slots=True)
class _SheetReader:
    book: _Book
    sheet: Sheet
    waiting: tuple[int, int, int] | None = None
    """A formula whose text follows in a record of its own."""

    def take(self, record: Record) -> None:
        """Take in one record of a sheet."""
        taker = _TAKERS.get(record.kind)
        if taker is not None:
            taker(self, record)

    def number(self, record: Record) -> None:
        row, column, style, value = struct.unpack_from("<HHHd", record.data)
        self._put_number(row, column, style, value)

    def packed(self, record: Record) -> None:
        row, column, style, value = struct.unpack_from("<HHHI", record.data)
        self._put_number(row, column, style, number_of(value))

    def packed_row(self, record: Record) -> None:
        row, column = struct.unpack_from("<HH", record.data)
        for at in range(4, len(record.data) - 6, 6):
            style, value = struct.unpack_from("<HI", record.data, at)
            self._put_number(row, column, style, number_of(value))
            column += 1

    def shared(self, record: Record) -> None:
        row, column, style, key = struct.unpack_from("<HHHI", record.data)
        if key >= len(self.book.strings):
            raise refusals.damaged(self.book.file)
        self._put_text(row, column, style, self.book.strings[key])

    def label(self, record: Record) -> None:
        row, column, style = struct.unpack_from("<HHH", record.data)
        self._put_text(row, column, style, text_of(self.book.file, record, 6, old=self.book.old))

    def truth(self, record: Record) -> None:
        row, column, style, value, wrong = struct.unpack_from("<HHHBB", record.data)
        text = ERRORS.get(value, "#N/A") if wrong else printed(bool(value), GENERAL)
        self._put_text(row, column, style, text)

    def formula(self, record: Record) -> None:
        row, column, style = struct.unpack_from("<HHH", record.data)
        result = record.data[6:14]
        self.waiting = None
        if result[6:8] != b"\xff\xff":
            self._put_number(row, column, style, struct.unpack("<d", result)[0])
        elif result[0] == 0:
            self.waiting = (row, column, style)
        elif result[0] == 1:
            self._put_text(row, column, style, printed(bool(result[2]), GENERAL))
        elif result[0] == 2:
            self._put_text(row, column, style, ERRORS.get(result[2], "#N/A"))

    def formula_text(self, record: Record) -> None:
        if self.waiting is not None:
            self._put_text(*self.waiting, text_of(self.book.file, record, 0, old=self.book.old))
            self.waiting = None

    def row(self, record: Record) -> None:
        row, height, flags = struct.unpack_from("<H4xH4xH", record.data)
        if flags & 0x20 or not height & 0x7FFF:
            self.sheet.hidden_rows.add(row)

    def columns(self, record: Record) -> None:
        first, last, width, _, flags = struct.unpack_from("<HHHHH", record.data)
        if flags & 1 or not width:
            self.sheet.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))

    def merged(self, record: Record) -> None:
        for at in range(2, len(record.data) - 7, 8):
            top, bottom, left, right = struct.unpack_from("<HHHH", record.data, at)
            self.sheet.merged.append((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
        if len(self.sheet.merged) > _MOST_MERGED:
            raise refusals.too_large(self.book.file, "quá nhiều ô gộp")

    def _put_number(self, row: int, column: int, style: int, value: float) -> None:
        if math.isfinite(value):
            look = self.book.look(style)
            text = show_number(value, look.number_format, from_1904=self.book.from_1904)
            self._put(row, column, text, look)

    def _put_text(self, row: int, column: int, style: int, text: str) -> None:
        look = self.book.look(style)
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        self._put(row, column, printed(plain, look.number_format), look)

    def _put(self, row: int, column: int, text: str, look: Look) -> None:
        self.book.cells += 1
        if self.book.cells > MOST_FILLED:
            raise refusals.too_large(self.book.file, f"hơn {MOST_FILLED} ô có chữ")
        if text.strip():
            if row >= MOST_ROWS or column >= MOST_COLUMNS:
                check_reach(self.book.file, row + 1, column + 1)
            self.sheet.put(row, column, text, bold=look.bold, struck=look.struck)


_GLOBAL_TAKERS: Mapping[int, Callable[[_Book, Record], None]] = {
    0x0085: _Book.sheet,
    0x00FC: _Book.texts,
    0x041E: _Book.format,
    0x00E0: _Book.style,
    0x0031: _Book.font,
    0x0022: _Book.date_mode,
}
"""What each record of a workbook means."""
_TAKERS: Mapping[int, Callable[[_SheetReader, Record], None]] = {
    0x0203: _SheetReader.number,
    0x027E: _SheetReader.packed,
    0x00BD: _SheetReader.packed_row,
    0x00FD: _SheetReader.shared,
    0x0204: _SheetReader.label,
    0x00D6: _SheetReader.label,
    0x0205: _SheetReader.truth,
    0x0006: _SheetReader.formula,
    0x0207: _SheetReader.formula_text,
    0x0208: _SheetReader.row,
    0x007D: _SheetReader.columns,
    0x00E5: _SheetReader.merged,
}
"""What each record of a sheet means."""
