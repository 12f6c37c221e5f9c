"""Excel workbooks (.xlsx) into sheets, on the standard library alone.

Libraries make a place for every cell up to the last one: one cell at XFD1048576 makes them walk through 17 billion.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.docx.reader import main_part
from cchc_desktop.reading.sheets.model import Sheet
from cchc_desktop.reading.sheets.source import source_of_sheets
from cchc_desktop.reading.sheets.xlsx_sheet import Book, read_sheet
from cchc_desktop.reading.sheets.xlsx_styles import read_styles
from cchc_desktop.reading.sheets.xlsx_texts import Budget, read_strings
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.xml_tree import parse_xml

_TITLE_ROWS = re.compile(r"\$(\d{1,7}):\$(\d{1,7})$")
_MOST_TITLE_ROWS = 20
_PREFIXES = ("x", "strict")
"""The namespaces of the two forms of the format, as the XML reader shortens them."""


def read_xlsx(name: str, data: bytes) -> Source:
    """Read a workbook; hidden rows, columns and sheets are left out and named.

    Raises FileProblem when it is damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    part = main_part(name, archive)
    workbook = parse_xml(name, archive.read(part))
    if _local(workbook.tag) != "workbook":
        raise refusals.damaged(name)
    targets = targets_of(name, archive, part)
    budget = Budget(name)
    book = Book(
        name,
        read_strings(name, archive.read(targets.get("sharedStrings", "")), budget),
        read_styles(name, archive.read(targets.get("styles", ""))),
        from_1904=_is_1904(workbook),
    )
    sheets = []
    titles = _title_rows(workbook)
    for at, element in enumerate(_each(workbook, "sheets", "sheet")):
        sheet = Sheet(element.get("name", ""), element.get("state", "visible") != "visible")
        sheet.header_rows = titles.get(at, ())
        content = archive.read(targets.get(_relation(element), ""))
        if content:
            read_sheet(content, sheet, book, budget)
        sheets.append(sheet)
    return source_of_sheets(name, "xlsx", sheets)


def targets_of(name: str, archive: Archive, part: str) -> dict[str, str]:
    """Return the members that a workbook refers to, by key of the relation and by last word of its kind."""
    folder, _, file = part.rpartition("/")
    relations = parse_xml(name, archive.read(f"{folder}/_rels/{file}.rels"))
    found: dict[str, str] = {}
    for relation in relations.iter("rel_Relationship"):
        target = relation.get("Target", "").replace("\\", "/")
        member = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        found[relation.get("Id", "")] = member
        found.setdefault(relation.get("Type", "").rpartition("/")[2], member)
    return found


def _relation(element: Element) -> str:
    return element.get("r_id", "")


def _local(tag: str) -> str:
    prefix, _, local = tag.partition("_")
    return local if prefix in _PREFIXES else ""


def _each(parent: Element, group: str, item: str) -> Iterator[Element]:
    for holder in parent:
        if _local(holder.tag) == group:
            yield from (element for element in holder if _local(element.tag) == item)


def _is_1904(workbook: Element) -> bool:
    return any(
        element.get("date1904") in {"1", "true"}
        for element in workbook
        if _local(element.tag) == "workbookPr"
    )


def _title_rows(workbook: Element) -> dict[int, tuple[int, ...]]:
    """Return the rows that are printed on every page, by sheet."""
    found = {}
    for defined in _each(workbook, "definedNames", "definedName"):
        rows = _TITLE_ROWS.search(defined.text or "")
        at = defined.get("localSheetId", "")
        if defined.get("name") == "_xlnm.Print_Titles" and rows and at.isdecimal():
            first, last = int(rows[1]) - 1, int(rows[2])
            if 0 <= first < last <= first + _MOST_TITLE_ROWS:
                found[int(at)] = tuple(range(first, last))
    return found
