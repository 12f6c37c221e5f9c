"""The XML of one sheet, read in one pass: values as shown, merged cells, what is hidden, formulas without values."""

import math
import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from cchc_desktop.reading import refusals
from cchc_desktop.reading.sheets.model import MOST_COLUMNS, MOST_ROWS, Sheet, check_reach
from cchc_desktop.reading.sheets.xlsx_styles import Look
from cchc_desktop.reading.sheets.xlsx_texts import TAGS, Budget, Pieces, RichText, plain_text
from cchc_desktop.reading.sheets.xlsx_values import printed, show_number
from cchc_desktop.reading.xml_stream import stream_xml

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LARGEST_MERGED = 20_000_000
"""Places that one merged cell may cover; dozens of whole columns."""
_LONGEST_TEXT = 32_767
"""Characters of a cell, as Excel limits it."""
_TRUE = {"1", "true"}


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets of a workbook share."""

    file: str
    strings: tuple[RichText, ...]
    looks: tuple[Look, ...]
    from_1904: bool = False

    def look(self, style: str | None) -> Look:
        """Return the look of a cell style."""
        at = _integer(style, 0)
        return self.looks[at] if at < len(self.looks) else Look()


def read_sheet(content: bytes, sheet: Sheet, book: Book, budget: Budget) -> None:
    """Fill a sheet from its XML.

    Raises FileProblem for broken XML and for sheets that reach too far.
    """
    reader = _SheetReader(sheet, book, budget)
    stream_xml(book.file, content, reader.start, reader.end, reader.data)


def column_number(letters: str) -> int:
    """Return the 1-based number of a column.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(slots=True)
class _SheetReader:
    sheet: Sheet
    book: Book
    budget: Budget
    row: int = 0
    column: int = 0
    kind: str = ""
    style: str | None = None
    formula: bool = False
    valued: bool = False
    in_value: bool = False
    value: list[str] = field(default_factory=list)
    pieces: Pieces = field(default_factory=Pieces)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        local = TAGS.get(tag, "")
        if local == "c":
            self._start_cell(attributes)
        elif local == "v":
            self.in_value = self.valued = True
        elif local == "f":
            self.formula = True
        elif local == "row":
            self._start_row(attributes)
        elif local == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif local == "col":
            self._hide_columns(attributes)
        elif local:
            self.pieces.start(local, attributes)

    def end(self, tag: str) -> None:
        local = TAGS.get(tag, "")
        if local == "v":
            self.in_value = False
        elif local == "c":
            self._end_cell()
        elif local in {"t", "rPh"}:
            self.pieces.end(local)

    def data(self, text: str) -> None:
        if self.in_value:
            self.value.append(text)
        else:
            self.pieces.data(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.budget.rows += 1
        self.budget.check()
        self.row = _integer(attributes.get("r"), self.row + 1)
        self.column = 0
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("ht")):
            self.sheet.hidden_rows.add(self.row - 1)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.budget.elements += 1
        self.budget.check()
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s")
        self.formula = self.valued = self.in_value = False
        self.value.clear()
        self.pieces.begin()
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        if found:
            self.row, self.column = int(found[2]), column_number(found[1])
        else:
            self.column += 1

    def _end_cell(self) -> None:
        raw = "".join(self.value)
        if self.formula and (not self.valued or (not raw and self.kind != "str")):
            if self.row <= MOST_ROWS and self.column <= MOST_COLUMNS:
                self.sheet.uncomputed.append((self.row - 1, self.column - 1))
            return
        look = self.book.look(self.style)
        rich = self._rich(raw, look)
        text = rich.text
        if not text.strip():
            return
        if len(text) > _LONGEST_TEXT:
            raise refusals.too_large(self.book.file, f"có ô dài hơn {_LONGEST_TEXT} chữ")
        check_reach(self.book.file, self.row, self.column)
        self.budget.filled += 1
        if self.row < 1 or self.column < 1:
            raise refusals.damaged(self.book.file)
        self.sheet.put(
            self.row - 1,
            self.column - 1,
            text,
            bold=rich.bold or look.bold,
            struck=rich.struck or look.struck,
        )

    def _rich(self, raw: str, look: Look) -> RichText:
        if self.kind == "inlineStr":
            rich = self.pieces.text()
        elif self.kind == "s":
            if not raw.strip():
                return RichText("")
            at = _integer(raw.strip(), -1)
            if not 0 <= at < len(self.book.strings):
                raise refusals.damaged(self.book.file)
            rich = self.book.strings[at]
        else:
            return RichText(_value(raw, self.kind, look.number_format, from_1904=self.book.from_1904))
        return replace(rich, text=printed(rich.text, look.number_format))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        one, other = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
        if one is None or other is None:
            raise refusals.damaged(self.book.file)
        rows = sorted((int(one[2]), int(other[2])))
        columns = sorted((column_number(one[1]), column_number(other[1])))
        self.budget.merged += 1
        self.budget.check()
        if (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1) > _LARGEST_MERGED:
            raise refusals.too_large(self.book.file, "ô gộp quá nhiều ô")
        self.sheet.merged.append((rows[0] - 1, columns[0] - 1, rows[1] - 1, columns[1] - 1))

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE or _is_zero(attributes.get("width")):
            first = _integer(attributes.get("min"), 1)
            last = min(_integer(attributes.get("max"), first), MOST_COLUMNS)
            self.sheet.hidden_columns.update(range(first - 1, last))


def _value(raw: str, kind: str, number_format: str, *, from_1904: bool) -> str:
    """Return what a cell with a value of its own shows."""
    if kind == "b":
        return printed(raw.strip() in _TRUE, number_format)
    if kind == "d":
        try:
            return printed(datetime.fromisoformat(raw.strip().rstrip("Z")), number_format)
        except ValueError:
            return raw
    if kind in {"str", "e"}:
        return printed(plain_text(raw), number_format) if kind == "str" else raw
    try:
        number = float(raw)
    except ValueError:
        return raw
    return show_number(number, number_format, from_1904=from_1904) if math.isfinite(number) else raw


def _is_zero(text: str | None) -> bool:
    try:
        return text is not None and float(text) == 0
    except ValueError:
        return False


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else default
