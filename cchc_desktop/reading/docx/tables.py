"""Tables of Word: spans as they are in the file, nested tables, rows marked as headings."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cchc_desktop.reading import refusals
from cchc_desktop.reading.docx.styles import toggle
from cchc_desktop.reading.docx.text import Paragraph, Word, blocks_of
from cchc_desktop.reading.source import Cell

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 150_000
"""Cells of all tables of a document; a plan of 500 tasks has 5,000."""
MOST_TABLES = 2_000


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
    uneven_rows: tuple[int, ...] = ()
    """Rows with fewer or more cells than the others without saying why: nobody knows under which heading they stand."""


def read_table(name: str, table: Element, word: Word) -> WordTable:
    """Read a table; tables of several columns inside its cells become tables of their own."""
    nested: list[WordTable] = []
    blocks: list[list[_Block]] = []
    header_rows = []
    shifted = set()
    _count(name, word, "tables", MOST_TABLES, "bảng")
    for row in _rows(table):
        properties = row.find("w_trPr")
        left_out = _left_out(properties)
        if left_out:
            word.found[left_out] += 1
            continue
        if len(blocks) >= MOST_ROWS:
            raise refusals.too_large(name, f"hơn {MOST_ROWS:,} dòng".replace(",", "."))
        if properties is not None and toggle(properties.find("w_tblHeader")):
            header_rows.append(len(blocks))
        if properties is not None and properties.find("w_gridAfter") is not None:
            shifted.add(len(blocks))
        blocks.append(_blocks(name, row, word, nested))
    _merge_down(blocks, word)
    width = max((block.column + block.columns for row in blocks for block in row), default=0)
    if width > MOST_COLUMNS:
        raise refusals.too_large(name, f"hơn {MOST_COLUMNS} cột")
    rows = tuple(_cells(row, width) for row in blocks)
    uneven = tuple(row for row in _uneven(blocks) if row not in shifted)
    return WordTable(rows, tuple(header_rows), tuple(nested), uneven)


def _uneven(blocks: list[list[_Block]]) -> Iterator[int]:
    """Yield the rows that end elsewhere than most; one cell alone is a title however wide it is."""
    ends = [row[-1].column + row[-1].columns if row else 0 for row in blocks]
    usual, rows = Counter(ends).most_common(1)[0] if ends else (0, 0)
    if 2 * rows >= len(ends):
        yield from (at for at, end in enumerate(ends) if end != usual and len(blocks[at]) > 1)


def _count(name: str, word: Word, what: str, most: int, called: str) -> None:
    word.found[what] += 1
    if word.found[what] > most:
        raise refusals.too_large(name, f"hơn {most:,} {called}".replace(",", "."))


def _left_out(properties: Element | None) -> str:
    """Tell why a row is not part of the table: deleted with changes tracked, hidden; empty when it is."""
    if properties is None:
        return ""
    if properties.find("w_del") is not None or properties.find("w_moveFrom") is not None:
        return "deleted"
    return "hidden" if toggle(properties.find("w_hidden")) else ""


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w_tr":
            yield child
        elif child.tag in {"w_sdt", "w_sdtContent", "w_ins", "w_moveTo", "w_customXml", "w_smartTag"}:
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
        if cell.find("w_tcPr/w_cellDel") is not None:
            word.found["deleted"] += 1
            continue
        _count(name, word, "cells", MOST_CELLS, "ô")
        text, bold = _cell_text(name, cell, word, nested)
        across = cell.find("w_tcPr/w_hMerge")
        if across is not None and across.get("w_val") != "restart" and blocks:
            word.found["hidden"] += bool(text.strip())
            blocks[-1].columns += columns
        else:
            begins, goes_on = _merged(cell.find("w_tcPr"))
            blocks.append(_Block(column, columns, text, bold, goes_on=goes_on, begins=begins))
        column += columns
    return blocks


def _merged(properties: Element | None) -> tuple[bool, bool]:
    """Tell whether a cell begins a merge down and whether it belongs to one, also when that is a tracked change."""
    down = properties.find("w_vMerge") if properties is not None else None
    tracked = properties.find("w_cellMerge") if properties is not None else None
    if tracked is not None and tracked.get("w_vMerge"):
        return tracked.get("w_vMerge") == "rest", tracked.get("w_vMerge") == "cont"
    begins = down is not None and down.get("w_val") == "restart"
    return begins, down is not None and not begins


def _cell_text(name: str, cell: Element, word: Word, nested: list[WordTable]) -> tuple[str, bool]:
    lines: list[str] = []
    bold: list[bool] = []
    for found in word.paragraphs(blocks_of(cell)):
        if isinstance(found, Paragraph):
            lines += [found.text, *found.boxes]
            if found.text.strip():
                bold.append(found.bold)
        for table in found.tables if isinstance(found, Paragraph) else (found,):
            inner = read_table(name, table, word)
            if len(inner.rows) > 1 and len(inner.rows[0]) > 2:
                nested.append(inner)
            else:
                lines += _as_lines(inner)
            nested += inner.nested
    return "\n".join(lines).strip("\n"), bool(bold) and all(bold)


def _as_lines(table: WordTable) -> Iterator[str]:
    """Yield the rows of a small table within a cell as lines of that cell."""
    for row in table.rows:
        text = "\t".join(cell.text for cell in row if cell is not None)
        if text.strip():
            yield text


def _merge_down(blocks: list[list[_Block]], word: Word) -> None:
    """Count the rows of cells that are merged down; a continuation without a beginning is a cell of its own.

    An empty one belongs to the cell above all the same: some programs leave the mark of the beginning out.
    Word shows nothing of the text of a continuation.
    """
    open_cells: dict[int, _Block] = {}
    above_row: dict[int, _Block] = {}
    for row in blocks:
        kept: dict[int, _Block] = {}
        for block in row:
            above = open_cells.get(block.column)
            if above is None and not block.text.strip():
                above = above_row.get(block.column)
            if block.goes_on and above is not None:
                above.rows += 1
                word.found["hidden"] += bool(block.text.strip())
                kept[block.column] = above
            else:
                block.goes_on = False
                if block.begins:
                    kept[block.column] = block
        open_cells = kept
        above_row = {block.column: block for block in row if not block.goes_on}


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
