"""A list as a workbook: texts stay texts, the page prints, the old file stays when the new one cannot be written."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.errors import FileProblem
from cchc_desktop.writing.list_xlsx import ListColumn, ListSheet, write_list

COLUMNS = (ListColumn("STT", 6, centred=True), ListColumn("Tên", 20))


def written(path: Path, *rows: tuple[str, ...]) -> Worksheet:
    assert write_list(path, ListSheet("TIÊU ĐỀ", "Tính đến hôm nay", COLUMNS, rows)) == len(rows)
    sheet = load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("text", ["=1+1", "+84", "@a", "1/BC", "2023-03-16", "#N/A", "TRUE", "a\nb"])
def test_texts_stay_texts(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "a.xlsx", ("1", text))["B5"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert bool(cell.quotePrefix) == (not text[0].isalnum())


def test_a_control_character_does_not_break_the_file(tmp_path: Path) -> None:
    assert "\x0b" not in str(written(tmp_path / "a.xlsx", ("1", "a\x0bb"))["B5"].value)


def test_the_page_prints_with_its_headings(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", ("1", "ngắn"), ("2", "một tên rất dài " * 6))
    assert [cell.value for cell in sheet[4]] == ["STT", "Tên"]
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$4:$4")
    assert sheet.freeze_panes == "A5"
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:B1", "A2:B2"}
    assert sheet["B5"].font.name == "Times New Roman"
    low, high = sheet.row_dimensions[5].height, sheet.row_dimensions[6].height
    assert low is not None
    assert high is not None
    assert high > 4 * low


def test_an_empty_list_has_its_headings(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx").max_row == 4


def test_a_place_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="Không tìm thấy thư mục"):
        write_list(tmp_path / "không có" / "a.xlsx", ListSheet("", "", COLUMNS, ()))
