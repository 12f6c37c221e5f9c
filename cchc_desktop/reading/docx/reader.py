"""Word documents (.docx) into grids and lines, on the standard library alone."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.docx.notices import notices_of
from cchc_desktop.reading.docx.numbering import Numbering
from cchc_desktop.reading.docx.styles import read_styles
from cchc_desktop.reading.docx.tables import WordTable, read_table
from cchc_desktop.reading.docx.text import Paragraph, Word, blocks_of
from cchc_desktop.reading.grid.header import read_header
from cchc_desktop.reading.grid.spans import expand
from cchc_desktop.reading.source import Grid, Source
from cchc_desktop.reading.text.tables import split_text
from cchc_desktop.reading.xml_tree import parse_xml

_OFFICE_DOCUMENT = "/officeDocument"
MOST_LINES = 100_000
"""Lines outside tables; a document of 300 pages has 15,000."""
_FEWEST_COLUMNS = 3
"""A table typed with tabs has at least these; letterheads set with tabs have fewer."""


def read_docx(name: str, data: bytes) -> Source:
    """Read a Word document.

    Raises FileProblem when it is damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    part = main_part(name, archive)
    body = parse_xml(name, archive.read(part)).find("w_body")
    if body is None:
        raise refusals.damaged(name)
    parts = _parts(name, archive, part)
    styles = read_styles(_part(name, archive, parts["styles"]))
    word = Word(Numbering(_part(name, archive, parts["numbering"]), styles), styles)
    grids, lines = _with_typed_tables(*_read_body(name, body, word))
    word.found["numbers"] = word.numbering.unknown
    named = tuple(replace(grid, place=f"Bảng {at}") for at, grid in enumerate(grids, start=1))
    return Source(name, "docx", named, tuple(lines), tuple(notices_of(word.found)))


def main_part(name: str, archive: Archive) -> str:
    """Return the member that holds the document or workbook itself; Office does not always use the usual name."""
    root = parse_xml(name, archive.read("_rels/.rels"))
    for relation in root.iter("rel_Relationship"):
        if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
            return relation.get("Target", "").lstrip("/")
    raise refusals.damaged(name)


def _parts(name: str, archive: Archive, main: str) -> dict[str, str]:
    """Return the members that hold styles and numbers: those the document names, else the usual ones."""
    folder, _, file = main.rpartition("/")
    parts = {kind: f"{folder}/{kind}.xml".lstrip("/") for kind in ("styles", "numbering")}
    relations = _part(name, archive, f"{folder}/_rels/{file}.rels".lstrip("/"))
    for relation in relations.iter("rel_Relationship") if relations is not None else ():
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if kind in parts and target and relation.get("TargetMode") != "External":
            parts[kind] = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
    return parts


def _part(name: str, archive: Archive, member: str) -> Element | None:
    content = archive.read(member)
    return parse_xml(name, content) if content else None


def _read_body(name: str, body: Element, word: Word) -> tuple[list[Grid], list[str]]:
    grids: list[Grid] = []
    lines: list[str] = []
    for found in word.paragraphs(blocks_of(body)):
        if isinstance(found, Paragraph):
            lines += [*found.text.split("\n"), *found.boxes]
            if len(lines) > MOST_LINES:
                raise refusals.too_large(name, f"hơn {MOST_LINES:,} đoạn".replace(",", "."))
        for element in found.tables if isinstance(found, Paragraph) else (found,):
            tables = _flat(read_table(name, element, word))
            grids += [
                Grid(table.rows, "", len(lines), table.header_rows, table.uneven_rows) for table in tables
            ]
    return grids, lines


def _flat(table: WordTable) -> Iterator[WordTable]:
    if table.rows:
        yield table
    yield from table.nested


def _with_typed_tables(grids: list[Grid], lines: list[str]) -> tuple[list[Grid], list[str]]:
    """Find the tables typed with tabs between the real ones.

    Beside real tables only such count that begin with a readable heading: letterheads are set with tabs too.
    """
    found: list[Grid] = []
    kept: list[str] = []
    start = 0
    for grid in (*grids, None):
        end = len(lines) if grid is None else grid.position
        typed, others = split_text("\n".join(lines[start:end]))
        is_table = any(len(each.rows[0]) >= _FEWEST_COLUMNS for each in typed)
        if is_table and (not grids or any(_is_headed(each) for each in typed)):
            found += [replace(each, position=len(kept) + each.position) for each in typed]
            kept += others
        else:
            kept += lines[start:end]
        if grid is not None:
            found.append(replace(grid, position=len(kept)))
        start = end
    return found, kept


def _is_headed(grid: Grid) -> bool:
    lines = expand(grid)
    return any(read_header(lines, at) is not None for at in range(len(lines)))
