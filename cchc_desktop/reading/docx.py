"""Word documents (.docx) into grids and lines, on the standard library alone."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.docx_numbering import Numbering, read_styles
from cchc_desktop.reading.docx_tables import WordTable, body_content, read_table
from cchc_desktop.reading.docx_text import Word
from cchc_desktop.reading.source import Grid, Source
from cchc_desktop.reading.text_tables import split_text
from cchc_desktop.reading.xml_tree import parse_xml

_OFFICE_DOCUMENT = "/officeDocument"
_FEWEST_COLUMNS = 3
"""A table typed with tabs has at least these; letterheads set with tabs have fewer."""
_TRACKED = (
    "Tệp còn những chỗ sửa chưa được chấp nhận (Track Changes); phần mềm đọc như đã chấp nhận tất cả,"
    " hãy kiểm tra lại với bản đã ban hành."
)
_STRUCK = "Tệp có {} chỗ chữ gạch ngang; phần mềm vẫn đọc các chữ này, hãy kiểm tra và bỏ đi nếu không còn hiệu lực."
_HIDDEN = "Tệp có {} chỗ chữ ẩn, không in ra; phần mềm không đọc các chữ này, hãy kiểm tra nếu cần."
_UNKNOWN_NUMBERS = "Có {} số thứ tự tự động không dựng lại được; hãy kiểm tra số của các dòng."


def read_docx(name: str, data: bytes) -> Source:
    """Read a Word document.

    Raises FileProblem when it is damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    part = main_part(name, archive)
    body = parse_xml(name, archive.read(part)).find("w_body")
    if body is None:
        raise refusals.damaged(name)
    folder = part.rpartition("/")[0]
    styles = read_styles(_part(name, archive, f"{folder}/styles.xml"))
    numbering = Numbering(_part(name, archive, f"{folder}/numbering.xml"), styles)
    word = Word(numbering, styles)
    grids, lines = _read_body(name, body, word)
    if not grids:
        typed, others = split_text("\n".join(lines))
        if any(len(grid.rows[0]) >= _FEWEST_COLUMNS for grid in typed):
            grids, lines = list(typed), list(others)
    return Source(name, "docx", tuple(grids), tuple(lines), tuple(_notices(word.found, numbering.unknown)))


def main_part(name: str, archive: Archive) -> str:
    """Return the member that holds the document or workbook itself; Office does not always use the usual name."""
    root = parse_xml(name, archive.read("_rels/.rels"))
    for relation in root.iter("rel_Relationship"):
        if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
            return relation.get("Target", "").lstrip("/")
    raise refusals.damaged(name)


def _part(name: str, archive: Archive, member: str) -> Element | None:
    content = archive.read(member)
    return parse_xml(name, content) if content else None


def _read_body(name: str, body: Element, word: Word) -> tuple[list[Grid], list[str]]:
    grids: list[Grid] = []
    lines: list[str] = []
    for element in body_content(body):
        if element.tag == "w_tbl":
            for table in _flat(read_table(name, element, word)):
                grids.append(Grid(table.rows, f"Bảng {len(grids) + 1}", len(lines), table.header_rows))
        else:
            paragraph = word.paragraph(element)
            lines += [*paragraph.text.split("\n"), *paragraph.boxes]
    return grids, lines


def _flat(table: WordTable) -> Iterator[WordTable]:
    if table.rows:
        yield table
    yield from table.nested


def _notices(found: Counter[str], unknown_numbers: int) -> Iterator[tuple[str, str]]:
    if found["deleted"] or found["inserted"]:
        yield "tracked_changes", _TRACKED
    if found["struck"]:
        yield "struck_text", _STRUCK.format(found["struck"])
    if found["hidden"]:
        yield "hidden_text", _HIDDEN.format(found["hidden"])
    if unknown_numbers:
        yield "numbering_unknown", _UNKNOWN_NUMBERS.format(unknown_numbers)
