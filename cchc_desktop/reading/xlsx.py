"""Excel workbooks (.xlsx) into grids, one for each sheet, through openpyxl after a guard has looked at them."""

import io
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.docx import main_part
from cchc_desktop.reading.source import Cell, Grid, Source
from cchc_desktop.reading.xlsx_scan import SheetExtent, scan_workbook
from cchc_desktop.reading.xlsx_values import printed
from cchc_desktop.text import nfc

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_WITHOUT_VALUE = (
    "{} có {} ô công thức chưa được tính nên đọc ra trống; hãy mở bằng Excel, lưu lại rồi đọc lại tệp."
)


def read_xlsx(name: str, data: bytes) -> Source:
    """Read a workbook; hidden sheets are left out, hidden rows and columns are read and reported.

    Raises FileProblem when it is damaged, too large or built to do harm.
    """
    archive = Archive(name, data)
    extents = {extent.name: extent for extent in scan_workbook(name, archive, main_part(name, archive))}
    workbook = _load(name, data)
    sheets = [(sheet, extents[sheet.title]) for sheet in workbook.worksheets if sheet.title in extents]
    shown = [pair for pair in sheets if not pair[1].hidden] or sheets
    grids = [_grid(sheet, extent) for sheet, extent in shown if extent.last_row > 0]
    notices = [notice for sheet, extent in shown for notice in _notices(sheet, extent)]
    notices += [
        ("hidden_sheet", f"Trang tính “{extent.name}” đang ẩn nên không được đọc; hãy bỏ ẩn nếu cần đọc.")
        for sheet, extent in sheets
        if (sheet, extent) not in shown and extent.last_row > 0
    ]
    notices += _error_notices(grids)
    return Source(name, "xlsx", tuple(grids), (), tuple(notices))


def _load(name: str, data: bytes) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        except MemoryError:
            raise
        except Exception as problem:  # broken parts raise KeyError, TypeError, ...
            raise refusals.damaged(name) from problem


def _grid(sheet: "Worksheet", extent: SheetExtent) -> Grid:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        bottom, right = min(area.max_row, extent.last_row), min(area.max_col, extent.last_column)
        places = {
            (row, column)
            for row in range(area.min_row, bottom + 1)
            for column in range(area.min_col, right + 1)
        }
        covered |= places - {(area.min_row, area.min_col)}
        spans[area.min_row, area.min_col] = (right - area.min_col + 1, bottom - area.min_row + 1)
    rows = []
    cells = sheet.iter_rows(max_row=extent.last_row, max_col=extent.last_column)
    for number, line in enumerate(cells, start=1):
        row: list[Cell | None] = []
        for column, cell in enumerate(line, start=1):
            if (number, column) in covered:
                row.append(None)
                continue
            columns, down = spans.get((number, column), (1, 1))
            text = nfc(printed(cell.value, cell.number_format)).strip()
            row.append(Cell(text, columns, down, bool(text and cell.font.b)))
        rows.append(tuple(row))
    return Grid(tuple(rows), f"Trang tính “{sheet.title}”", 0, _title_rows(sheet))


def _title_rows(sheet: "Worksheet") -> tuple[int, ...]:
    found = re.fullmatch(r"\$?(\d+):\$?(\d+)", str(sheet.print_title_rows or ""))
    return tuple(range(int(found[1]) - 1, int(found[2]))) if found else ()


def _notices(sheet: "Worksheet", extent: SheetExtent) -> Iterator[tuple[str, str]]:
    place = f"Trang tính “{extent.name}”"
    rows = sum(1 for row, how in sheet.row_dimensions.items() if how.hidden and row <= extent.last_row)
    if rows:
        yield "hidden_rows", f"{place} có {rows} dòng ẩn; phần mềm vẫn đọc các dòng này, hãy kiểm tra lại."
    columns = sum(
        max(0, min(how.max or 0, extent.last_column) - (how.min or 1) + 1)
        for how in sheet.column_dimensions.values()
        if how.hidden
    )
    if columns:
        yield (
            "hidden_columns",
            f"{place} có {columns} cột ẩn; phần mềm vẫn đọc các cột này, hãy kiểm tra lại.",
        )
    if extent.formulas_without_value:
        count = extent.formulas_without_value
        yield "formula_without_value", _WITHOUT_VALUE.format(place, count)


def _error_notices(grids: list[Grid]) -> list[tuple[str, str]]:
    wrong = sum(
        cell is not None and cell.text in _ERRORS for grid in grids for row in grid.rows for cell in row
    )
    if not wrong:
        return []
    return [
        ("formula_error", f"Có {wrong} ô báo lỗi công thức (như #REF!); hãy sửa trong Excel rồi đọc lại tệp.")
    ]
