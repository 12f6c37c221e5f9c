"""A look through a workbook's XML before openpyxl sees it: what is there, how far it reaches, what must be refused.

A workbook of one kilobyte with a single cell at XFD1048576 makes openpyxl walk through 17 billion cells; this scan
streams through the sheets and finds such cells, giant merged ranges and formulas without values.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.xml_tree import guarded_parser, parse_xml, short_name

MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_CELLS = 1_000_000
"""Cell elements of a sheet, empty formatted ones included."""
_MOST_ROW_ELEMENTS = 200_000
_MOST_MERGED = 2_000_000
"""Places covered by merged cells."""
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class SheetExtent:
    """How far a sheet's values reach, and what was met on the way."""

    name: str
    hidden: bool = False
    last_row: int = 0
    last_column: int = 0
    """1-based; 0 when the sheet is empty."""
    formulas_without_value: int = 0


@dataclass(slots=True)
class _Scan:
    file: str
    extent: SheetExtent
    row: int = 0
    column: int = 0
    rows: int = 0
    cells: int = 0
    merged: int = 0
    filled: bool = False
    formula: bool = False
    path: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = short_name(tag)
        self.path.append(name)
        if name == "strict_worksheet":
            raise refusals.strict_format(self.file)
        if name == "x_row":
            self.rows += 1
            self.row = _integer(attributes.get("r"), self.row + 1)
            self.column = 0
        elif name == "x_c":
            self.cells += 1
            self.filled = self.formula = False
            self.row, self.column = _place(attributes.get("r", ""), self.row, self.column + 1)
        elif name == "x_f":
            self.formula = True
        elif name == "x_mergeCell":
            self.merged += _area(attributes.get("ref", ""))
        if self.cells > _MOST_CELLS or self.rows > _MOST_ROW_ELEMENTS or self.merged > _MOST_MERGED:
            raise refusals.too_large(self.file, "quá nhiều ô được định dạng")

    def end(self, tag: str) -> None:
        self.path.pop()
        if short_name(tag) != "x_c":
            return
        if self.filled:
            self.extent.last_row = max(self.extent.last_row, self.row)
            self.extent.last_column = max(self.extent.last_column, self.column)
        elif self.formula:
            self.extent.formulas_without_value += 1
        if self.extent.last_row > MOST_ROWS:
            raise refusals.too_large(self.file, f"có ô ở dòng {self.row}, quá {MOST_ROWS} dòng")
        if self.extent.last_column > MOST_COLUMNS:
            raise refusals.too_large(self.file, f"có ô ở cột {self.column}, quá {MOST_COLUMNS} cột")

    def text(self, data: str) -> None:
        if self.path[-1] in {"x_v", "x_t"} and data.strip():
            self.filled = True


def scan_workbook(name: str, archive: Archive, part: str) -> tuple[SheetExtent, ...]:
    """Scan all sheets of a workbook, in the order of its tabs.

    Raises FileProblem for what must not reach openpyxl.
    """
    folder = part.rpartition("/")[0]
    relations = parse_xml(name, archive.read(f"{folder}/_rels/{part.rpartition('/')[2]}.rels"))
    targets = {
        relation.get("Id", ""): _member(folder, relation.get("Target", ""))
        for relation in relations.iter("rel_Relationship")
    }
    workbook = parse_xml(name, archive.read(part))
    if workbook.tag == "strict_workbook":
        raise refusals.strict_format(name)
    extents = []
    for sheet in workbook.iterfind("x_sheets/x_sheet"):
        extent = SheetExtent(sheet.get("name", ""), sheet.get("state", "visible") != "visible")
        content = archive.read(targets.get(sheet.get("r_id", ""), ""))
        if content:
            _scan(name, content, extent)
        extents.append(extent)
    return tuple(extents)


def column_number(letters: str) -> int:
    """Return the 1-based number of a column.

    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _scan(name: str, content: bytes, extent: SheetExtent) -> None:
    scan = _Scan(name, extent)
    parser = guarded_parser(name)
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    final = True
    try:
        parser.Parse(content, final)
    except expat.ExpatError as problem:
        raise refusals.damaged(name) from problem


def _member(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"


def _place(reference: str, row: int, column: int) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), column_number(found[1])) if found else (row, column)


def _area(reference: str) -> int:
    first, _, last = reference.partition(":")
    top, left = _place(first, 1, 1)
    bottom, right = _place(last, top, left)
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else default
