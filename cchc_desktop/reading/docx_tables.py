"""Tables of Word: spans as they are in the file, nested tables, rows marked as headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cchc_desktop.reading import refusals
from cchc_desktop.reading.docx_text import Word
from cchc_desktop.reading.source import Cell

MOST_ROWS = 20_000
MOST_COLUMNS = 200


@dataclass(slots=True)
class _Block:
    """A cell of a row, before the merges down are counted."""

    column: int
    columns: int
    text: str
    bold: bool
    goes_on: bool
    """True when it belongs to the cell above."""
    begins: bool
    """True when cells below may belong to it."""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class WordTable:
    """The rows of a table, its heading rows, and tables found within its cells."""

    rows: tuple[tuple[Cell | None, ...], ...]
    header_rows: tuple[int, ...]
    nested: tuple["WordTable", ...]


def read_table(name: str, table: Element, word: Word) -> WordTable:
    """Read a table; tables of several columns inside its cells become tables of their own."""
    nested: list[WordTable] = []
    blocks: list[list[_Block]] = []
    header_rows = []
    for row in _rows(table):
        properties = row.find("w_trPr")
        if properties is not None and properties.find("w_del") is not None:
            word.found["deleted"] += 1
            continue
        if len(blocks) >= MOST_ROWS:
            raise refusals.too_large(name, f"hơn {MOST_ROWS:,} dòng".replace(",", "."))
        if properties is not None and properties.find("w_tblHeader") is not None:
            header_rows.append(len(blocks))
        blocks.append(_blocks(name, row, word, nested))
    _merge_down(blocks)
    width = max((block.column + block.columns for row in blocks for block in row), default=0)
    if width > MOST_COLUMNS:
        raise refusals.too_large(name, f"hơn {MOST_COLUMNS} cột")
    return WordTable(tuple(_cells(row, width) for row in blocks), tuple(header_rows), tuple(nested))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w_tr":
            yield child
        elif child.tag in {"w_sdt", "w_sdtContent", "w_ins", "w_customXml"}:
            yield from _rows(child)


def _row_cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "w_tc":
            yield child
        elif child.tag in {"w_sdt", "w_sdtContent", "w_customXml"}:
            yield from _row_cells(child)


def _blocks(name: str, row: Element, word: Word, nested: list[WordTable]) -> list[_Block]:
    blocks: list[_Block] = []
    column = _number(row.find("w_trPr/w_gridBefore"), 0)
    if column:
        blocks.append(_Block(0, column, "", bold=False, goes_on=False, begins=False))
    for cell in _row_cells(row):
        columns = max(1, _number(cell.find("w_tcPr/w_gridSpan"), 1))
        across = cell.find("w_tcPr/w_hMerge")
        if across is not None and across.get("w_val") != "restart" and blocks:
            blocks[-1].columns += columns
        else:
            down = cell.find("w_tcPr/w_vMerge")
            begins = down is not None and down.get("w_val") == "restart"
            text, bold = _cell_text(name, cell, word, nested)
            blocks.append(
                _Block(column, columns, text, bold, goes_on=down is not None and not begins, begins=begins)
            )
        column += columns
    return blocks


def _cell_text(name: str, cell: Element, word: Word, nested: list[WordTable]) -> tuple[str, bool]:
    lines: list[str] = []
    bold: list[bool] = []
    for element in _content(cell):
        if element.tag == "w_tbl":
            table = read_table(name, element, word)
            if len(table.rows) > 1 and len(table.rows[0]) > 2:
                nested.append(table)
            else:
                lines += ["\t".join(inner.text for inner in row if inner is not None) for row in table.rows]
            nested += table.nested
            continue
        paragraph = word.paragraph(element)
        lines += [paragraph.text, *paragraph.boxes]
        if paragraph.text.strip():
            bold.append(paragraph.bold)
    return "\n".join(lines).strip("\n"), bool(bold) and all(bold)


def _content(element: Element) -> Iterator[Element]:
    """Yield paragraphs and tables of a cell or body, also those within content controls."""
    for child in element:
        if child.tag in {"w_p", "w_tbl"}:
            yield child
        elif child.tag in {"w_sdt", "w_sdtContent", "w_customXml", "w_ins", "w_moveTo"}:
            yield from _content(child)


body_content = _content
"""Paragraphs and tables of a document's body, in order."""


def _merge_down(blocks: list[list[_Block]]) -> None:
    """Count the rows of cells that are merged down; a continuation without a beginning is a cell of its own."""
    open_cells: dict[int, _Block] = {}
    for row in blocks:
        kept: dict[int, _Block] = {}
        for block in row:
            above = open_cells.get(block.column)
            if block.goes_on and above is not None:
                above.rows += 1
                kept[block.column] = above
            else:
                block.goes_on = False
                if block.begins:
                    kept[block.column] = block
        open_cells = kept


def _cells(row: list[_Block], width: int) -> tuple[Cell | None, ...]:
    cells: list[Cell | None] = [None] * width
    end = 0
    for block in row:
        if not block.goes_on:
            cells[block.column] = Cell(block.text, block.columns, block.rows, block.bold)
        end = block.column + block.columns
    for column in range(end, width):
        cells[column] = Cell()
    return tuple(cells)


def _number(element: Element | None, default: int) -> int:
    text = "" if element is None else element.get("w_val", "")
    return min(int(text), MOST_COLUMNS + 1) if text.isdecimal() and len(text) < 9 else default
