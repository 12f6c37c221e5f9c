"""An appendix as an Excel workbook that prints as the law of format wants it, in Excel and in LibreOffice."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.columns import Align
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import InvalidInput
from cchc_desktop.writing.appendix import CREATOR, AppendixDocument, RowKind, printable
from cchc_desktop.writing.files import replacing
from cchc_desktop.writing.measures import (
    DECREE_MARGINS,
    FONT_FAMILY,
    PAGE_NUMBER_SIZE,
    TABLE_SIZE,
    Face,
    times_metrics,
)
from cchc_desktop.writing.sheet_layout import (
    PIXELS_PER_DIGIT,
    SPACER_HEIGHT,
    TITLE_LOOK,
    SheetLayout,
    SheetRow,
)
from cchc_desktop.writing.titles import TitleRole

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.cell_range import CellRange

    from cchc_desktop.writing.styled_rows import StyledRowsSheet

SHEET_NAME = "Phụ lục"
LONGEST_TEXT = 32_767
"""The most characters Excel keeps in a cell."""
_FORMULA_START = ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
"""What makes Excel take a text for a formula when the cell is edited (OWASP: formula injection)."""
_STANDARD_SIZE = 12
"""Size of the sheet's standard font, the measure of column widths: its digits are exactly 8 pixels wide."""
_Look = tuple["Cell", "Cell"]
"""A styled cell, and the same with the mark (quotePrefix) that its text is no formula."""
_MM_PER_INCH = 25.4
_HEADER_DISTANCE_MM = 10.0
_PAPER_A4 = 9


def write_appendix(path: Path, document: AppendixDocument) -> int:
    """Write an appendix to a workbook of one sheet; return the number of task rows.

    The texts are written as they are: nothing becomes a formula, a date or an error. An existing file is replaced
    only when the new one is complete.

    Raises:
        InvalidInput: a text is longer than a cell of Excel can hold.
        FileProblem: the file cannot be written; the sentence says why and what to do.
    """
    _check_lengths(document)
    with replacing(path) as stream:
        workbook, rows = _workbook(document)
        workbook.save(stream)
    return rows


def _check_lengths(document: AppendixDocument) -> None:
    texts = [*document.title_block, *(heading for _, heading in document.columns)]
    texts += [section.heading for section in document.sections]
    long = [task for task in document.tasks if _size(task) > LONGEST_TEXT]  # hardly ever any
    texts += [column.value(task) for task in long for column, _ in document.columns]
    for text in texts:
        if len(text) > LONGEST_TEXT:
            raise InvalidInput(
                f"Ô bắt đầu bằng “{text[:40].strip()}…” có {len(text)} ký tự, trong khi một ô của Excel chỉ chứa "
                f"được {LONGEST_TEXT} ký tự. Hãy rút ngắn nội dung đó rồi xuất lại."
            )


def _size(task: Task) -> int:
    """Return the length of all texts of a task together: an upper bound for any cell."""
    texts = (
        task.content,
        task.lead,
        task.coordinating,
        task.issuing_level,
        task.product,
        task.budget,
        task.note,
    )
    return sum(map(len, texts)) + len(task.deadline) + 2 * len(task.number) + len(". ")


def _workbook(document: AppendixDocument) -> tuple["Workbook", int]:
    from openpyxl import Workbook

    from cchc_desktop.writing.styled_rows import StyledRowsSheet

    workbook = Workbook(write_only=True)
    _set_standard_font(workbook)
    workbook.properties.title = printable(document.title)
    workbook.properties.creator = CREATOR
    workbook.properties.language = "vi-VN"
    sheet = StyledRowsSheet(workbook, SHEET_NAME)
    layout = SheetLayout(document, times_metrics())
    return workbook, _SheetWriter(sheet, layout).write()


def _set_standard_font(workbook: "Workbook") -> None:
    """Make Times New Roman 12 the standard font: column widths count in its digits, in every program alike."""
    from openpyxl.styles import Font
    from openpyxl.utils.indexed_list import IndexedList

    font = Font(name=FONT_FAMILY, size=_STANDARD_SIZE)
    # openpyxl has no public way to set it
    workbook._fonts = IndexedList([font])  # type: ignore[attr-defined]  # noqa: SLF001
    workbook._named_styles["Normal"].font = font  # type: ignore[attr-defined]  # noqa: SLF001


class _Looks:
    """One styled cell of each kind, filled and written over and over: styles are made once, not per cell."""

    def __init__(self, sheet: "StyledRowsSheet", document: AppendixDocument) -> None:
        from openpyxl.styles import Border, Side

        thin = Side(style="thin", color="FF000000")
        self._sheet = sheet
        self._framed = Border(left=thin, right=thin, top=thin, bottom=thin)
        self.titles = {role: self._look(*TITLE_LOOK[role], Align.CENTER) for role in TitleRole}
        columns = [column for column, _ in document.columns]
        self.header = [self._look(TABLE_SIZE, Face.BOLD, Align.CENTER, framed=True) for _ in columns]
        self.heading = [self._look(TABLE_SIZE, Face.BOLD, Align.LEFT, framed=True) for _ in columns]
        self.body = [
            self._look(TABLE_SIZE, Face.REGULAR, column.paper_align, framed=True) for column in columns
        ]
        self.numbers = {index for index, column in enumerate(columns) if column.key == "number"}
        self.end = self._look(TABLE_SIZE, Face.REGULAR, Align.LEFT)

    def _look(self, size: int, face: Face, align: Align, *, framed: bool = False) -> _Look:
        """Make a cell, and its twin for texts that must be kept from turning into formulas."""
        plain, quoted = (self._cell(size, face, align, framed=framed) for _ in range(2))
        quoted.quotePrefix = True
        return plain, quoted

    def _cell(self, size: int, face: Face, align: Align, *, framed: bool) -> "Cell":
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(
            name=FONT_FAMILY, size=size, bold=face is Face.BOLD, italic=face is Face.ITALIC, color="FF000000"
        )
        cell.alignment = Alignment(horizontal=align.value, vertical="center", wrap_text=True)
        if framed:
            cell.border = self._framed
        return cell


class _SheetWriter:
    """Writes one sheet from the top down; nothing of it stays in memory but its frame."""

    def __init__(self, sheet: "StyledRowsSheet", layout: SheetLayout) -> None:
        self._sheet = sheet
        self._layout = layout
        self._document = layout.document
        self._looks = _Looks(sheet, layout.document)
        self._columns = len(layout.document.columns)
        self._merged: list[str] = []
        self._breaks: list[int] = []

    def write(self) -> int:
        """Write everything; return the number of tasks."""
        self._set_view_and_columns()
        top = len(self._layout.title_rows)
        header = top + 2 if top else 1
        self._sheet.page.freeze_panes = f"A{header + 1}"
        for role, text, height in self._layout.title_rows:
            self._write_across([self._looks.titles[role]], text, height)
        if top:
            self._sheet.write([], SPACER_HEIGHT)
        self._write_header()
        tasks = sum(self._write_row(row) for row in self._layout.rows())
        if self._document.end_mark:
            self._write_across([self._looks.end], self._document.end_mark, self._layout.line_height)
        self._set_page(header)
        return tasks

    def _write_header(self) -> None:
        pairs = zip(self._looks.header, self._document.columns, strict=True)
        cells = [_filled(look, printable(heading)) for look, (_, heading) in pairs]
        self._sheet.write(cells, self._layout.header_height)

    def _write_row(self, row: SheetRow) -> bool:
        """Write a row of the table; tell whether it is a task's first."""
        if row.break_before:
            self._breaks.append(self._sheet.rows_written)
        if row.kind is not RowKind.TASK:
            self._write_across(self._looks.heading, row.texts[0], row.height)
            return False
        looks, numbers = self._looks.body, self._looks.numbers
        cells = []
        for index, text in enumerate(row.texts):
            if index in numbers and _is_number(text):
                cell = looks[index][0]
                cell.value = int(text)
            else:
                cell = _filled(looks[index], text)
            cells.append(cell)
        self._sheet.write(cells, row.height)
        return not row.continued

    def _write_across(self, looks: Sequence[_Look], text: str, height: float) -> None:
        blank = [plain for plain, _ in looks[1:]]
        for cell in blank:
            cell.value = None
        self._sheet.write([_filled(looks[0], text), *blank], height)
        if self._columns > 1:
            self._merged.append(
                f"A{self._sheet.rows_written}:{self._letter(self._columns)}{self._sheet.rows_written}"
            )

    def _set_view_and_columns(self) -> None:
        """Set what stands in the file before the rows: it is written with the first of them."""
        from openpyxl.worksheet.properties import PageSetupProperties

        page = self._sheet.page
        page.sheet_view.showGridLines = False
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for index, pixels in enumerate(self._layout.column_pixels, start=1):
            page.column_dimensions[self._letter(index)].width = pixels / PIXELS_PER_DIGIT

    def _set_page(self, header: int) -> None:
        """Set what printing needs: paper, margins, repeated header row, page number, page breaks."""
        from openpyxl.worksheet.header_footer import HeaderFooterItem
        from openpyxl.worksheet.pagebreak import Break, RowBreak

        sheet = self._sheet.page
        last = self._letter(self._columns)
        sheet.merged_cells.ranges = _ranges(self._merged)
        sheet.print_area = f"A1:{last}{self._sheet.rows_written}"
        sheet.print_title_rows = f"{header}:{header}"
        sheet.page_setup.paperSize = _PAPER_A4
        sheet.page_setup.orientation = "landscape" if self._document.landscape else "portrait"
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        for side in ("top", "bottom", "left", "right"):
            setattr(margins, side, getattr(DECREE_MARGINS, side) / _MM_PER_INCH)
        margins.header = margins.footer = _HEADER_DISTANCE_MM / _MM_PER_INCH
        sheet.HeaderFooter.differentFirst = True
        number = HeaderFooterItem()
        number.center.text, number.center.font = "&P", f"{FONT_FAMILY},Regular"
        number.center.size = PAGE_NUMBER_SIZE
        sheet.HeaderFooter.oddHeader = number
        sheet.row_breaks = RowBreak(brk=[Break(id=row) for row in self._breaks])

    @staticmethod
    def _letter(index: int) -> str:
        from openpyxl.utils import get_column_letter

        return get_column_letter(index)


def _ranges(references: Iterable[str]) -> set["CellRange"]:
    """Make the set of merged ranges at once: adding them one by one compares each with all others."""
    from openpyxl.worksheet.cell_range import CellRange

    return {CellRange(reference) for reference in references}


def _filled(look: _Look, text: str) -> "Cell":
    """Fill a cell with a text as text, whatever it looks like, now and when somebody edits it."""
    cell = look[text.startswith(_FORMULA_START)]
    cell.value = text
    cell.data_type = "s"
    return cell


def _is_number(text: str) -> bool:
    """Tell whether a row number can be written as a number and still be read back as the same text."""
    return text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < len("1000000")
