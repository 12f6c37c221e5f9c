"""A streaming openpyxl sheet for rows of ready-styled cells with given heights.

openpyxl's own write-only sheet takes styled cells too, but raises and catches an exception for each of them and makes
a dimension object for each row, which is a quarter of the time of a large export. Imported when a workbook is written.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


class StyledRowsSheet(WriteOnlyWorksheet):
    """Takes rows of cells and writes them at once; the same cells can be filled again for the next row."""

    def __init__(self, workbook: Workbook, title: str) -> None:
        super().__init__(workbook, title)
        workbook._add_sheet(self)  # type: ignore[attr-defined]  # noqa: SLF001 - create_sheet() makes its own class
        self.row_dimensions: dict[int, dict[str, str]] = {}
        self.rows_written = 0

    @property
    def page(self) -> "Worksheet":
        """The sheet as what it is at run time: it has the page settings of an ordinary sheet, its type stub has not."""
        sheet: Any = self
        page: Worksheet = sheet
        return page

    def write(self, cells: Sequence[Cell], height: float) -> None:
        """Write one row, its height in points."""
        self.rows_written += 1
        self.row_dimensions = {self.rows_written: {"ht": f"{height:g}", "customHeight": "1"}}
        self.append(list(cells))

    @staticmethod
    def _values_to_row(values: Sequence[Cell], row_idx: int) -> Iterator[Cell]:
        """Give each cell its place; called by the writer for every row."""
        for column, cell in enumerate(values, start=1):
            cell.row = row_idx
            cell.column = column
            yield cell
