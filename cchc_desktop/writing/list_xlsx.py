"""A plain list as an Excel workbook of one sheet, A4 landscape, in the fonts of the law of format (NĐ 30/2020)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.writing.appendix import CREATOR, printable
from cchc_desktop.writing.files import replacing
from cchc_desktop.writing.measures import DECREE_MARGINS, FONT_FAMILY, TABLE_SIZE, TITLE_SIZE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet

_LINE_POINTS = 17.0
_CHARACTERS_A_UNIT = 0.85
"""Characters of Times New Roman 13 that stand in one unit of column width, with caution."""
_PAPER_A4 = 9
_MM_PER_INCH = 25.4
_HEADER_ROW = 4


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column."""

    heading: str
    width: int
    """In characters of Excel's standard font."""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list as it is to be written; every cell is a text."""

    title: str
    subtitle: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def write_list(path: Path, sheet: ListSheet) -> int:
    """Write a list to a workbook; return the number of rows. Texts stay texts: nothing becomes a formula or a date.

    Raises FileProblem when the file cannot be written.
    """
    with replacing(path) as stream:
        _workbook(sheet).save(stream)
    return len(sheet.rows)


def _workbook(sheet: ListSheet) -> "Workbook":
    from openpyxl import Workbook
    from openpyxl.styles import Border, Side
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    workbook.properties.creator, workbook.properties.title = CREATOR, printable(sheet.title)
    page: Worksheet = workbook.worksheets[0]
    page.title = "Danh sách"
    _write_head(page, sheet)
    thin = Side(style="thin", color="FF000000")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for index, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(index)].width = column.width
    headings = tuple(column.heading for column in sheet.columns)
    for number, texts in enumerate((headings, *sheet.rows), start=_HEADER_ROW):
        _write_row(page, number, texts, sheet.columns, border)
    _set_page(page)
    return workbook


def _write_head(page: "Worksheet", sheet: ListSheet) -> None:
    for number, text, bold in ((1, sheet.title, True), (2, sheet.subtitle, False)):
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(sheet.columns))
        _fill(page, number, 1, text, size=TITLE_SIZE, bold=bold, centred=True)
        width = sum(column.width for column in sheet.columns)
        page.row_dimensions[number].height = _height([(text, width)]) + 3


def _write_row(
    page: "Worksheet", number: int, texts: Sequence[str], columns: Sequence[ListColumn], border: "Border"
) -> None:
    is_header = number == _HEADER_ROW
    for index, (text, column) in enumerate(zip(texts, columns, strict=True), start=1):
        _fill(page, number, index, text, size=TABLE_SIZE, bold=is_header, centred=is_header or column.centred)
        page.cell(number, index).border = border
    page.row_dimensions[number].height = _height(
        [(text, column.width) for text, column in zip(texts, columns, strict=True)]
    )


def _fill(
    page: "Worksheet", row: int, column: int, text: str, *, size: int, bold: bool, centred: bool
) -> None:
    from openpyxl.styles import Alignment, Font

    cell = page.cell(row, column)
    cell.value = printable(text)
    cell.data_type = "s"
    cell.font = Font(name=FONT_FAMILY, size=size, bold=bold)
    cell.alignment = Alignment(horizontal="center" if centred else "left", vertical="center", wrap_text=True)
    cell.quotePrefix = (
        bool(text) and not text[0].isalnum()
    )  # a text that begins like a formula stays a text when edited


def _height(cells: Sequence[tuple[str, int]]) -> float:
    lines = max(ceil(len(text) / max(width * _CHARACTERS_A_UNIT, 1)) for text, width in cells)
    return _LINE_POINTS * max(lines, 1)


def _set_page(page: "Worksheet") -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.paperSize = _PAPER_A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    page.freeze_panes = f"A{_HEADER_ROW + 1}"
    for side in ("top", "bottom", "left", "right"):
        setattr(page.page_margins, side, getattr(DECREE_MARGINS, side) / _MM_PER_INCH)
