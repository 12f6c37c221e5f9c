"""Workbooks: merged cells, dates and numbers as printed, hidden parts, what is refused before openpyxl sees it."""

from datetime import date, datetime, time

import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.sheets import xlsx_texts
from cchc_desktop.reading.sheets.xlsx import read_xlsx
from cchc_desktop.reading.sheets.xlsx_values import printed
from cchc_desktop.reading.source import Cell, Source
from tests.reading.documents import new_sheet, put_row, saved
from tests.reading.hostile import cell, workbook_with

MIDNIGHT = datetime.combine(date(2024, 3, 1), time())
AFTERNOON = datetime.combine(date(2024, 3, 1), time(14, 30))


def texts(source: Source, at: int = 0) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in source.grids[at].rows]


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def test_cells_spans_and_bold() -> None:
    workbook, sheet = new_sheet("Phụ lục 1")
    put_row(sheet, 1, ["TIÊU ĐỀ", None, None], bold=True)
    put_row(sheet, 3, ["a", "Kê\u0301 hoa\u0323ch ", None])
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A5")
    sheet.print_title_rows = "1:2"
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert texts(source) == [["TIÊU ĐỀ", None], ["", ""], ["a", "Kế hoạch"]]
    grid = source.grids[0]
    assert grid.rows[0][0] == Cell("TIÊU ĐỀ", columns=2, bold=True)
    assert grid.rows[2][0] == Cell("a", rows=1)
    assert (grid.place, grid.position, grid.header_rows) == ("Trang tính “Phụ lục 1”", 0, (0, 1))
    assert (source.kind, source.lines, source.notices) == ("xlsx", (), ())


def test_cells_merged_down() -> None:
    workbook, sheet = new_sheet()
    put_row(sheet, 1, ["a", "b"])
    put_row(sheet, 2, [None, "c"])
    put_row(sheet, 3, ["d", "e"])
    sheet.merge_cells("A1:A2")
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert texts(source) == [["a", "b"], [None, "c"], ["d", "e"]]
    assert source.grids[0].rows[0][0] == Cell("a", rows=2)


def test_several_sheets_and_empty_ones() -> None:
    workbook, sheet = new_sheet("Một")
    sheet["A1"] = "a"
    workbook.create_sheet("Trống")
    workbook.create_sheet("Ba")["B2"] = "b"
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert [grid.place for grid in source.grids] == ["Trang tính “Một”", "Trang tính “Ba”"]
    assert texts(source, 1) == [["", ""], ["", "b"]]


def test_hidden_sheets_are_named_and_left_out() -> None:
    workbook, sheet = new_sheet("Một")
    sheet["A1"] = "a"
    hidden = workbook.create_sheet("Cũ")
    hidden["A1"] = "b"
    hidden.sheet_state = "hidden"
    workbook.create_sheet("Ẩn").sheet_state = "veryHidden"
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert [grid.place for grid in source.grids] == ["Trang tính “Một”"]
    assert codes(source) == ["hidden_sheet"]
    assert "“Cũ”" in source.notices[0][1]


def test_hidden_rows_and_columns_are_left_out_named_and_offered() -> None:
    workbook, sheet = new_sheet("Phụ lục")
    for at in range(1, 7):
        put_row(sheet, at, [f"a{at}", f"b{at}", f"c{at}", f"d{at}"])
    for row in (2, 3, 5):
        sheet.row_dimensions[row].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions.group("B", "C", hidden=True)
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert texts(source) == [["a1", "d1"], ["a4", "d4"], ["a6", "d6"]]
    rows, columns = (message for _, message in source.notices)
    assert codes(source) == ["hidden_rows", "hidden_columns"]
    assert "có 3 dòng ẩn có chữ (dòng 2–3, 5)" in rows
    assert "có 2 cột ẩn có chữ (cột B, C)" in columns
    assert [other.code for other in source.others] == ["with_hidden"]
    whole = source.otherwise("with_hidden")
    assert texts(whole)[1] == ["a2", "b2", "c2", "d2"]
    assert len(texts(whole)) == 6
    assert whole.notices == ()
    assert source.otherwise("sheets_apart") == source


def test_a_merged_cell_whose_first_row_is_hidden() -> None:
    workbook, sheet = new_sheet()
    for at in range(1, 5):
        put_row(sheet, at, ["x" if at == 1 else None, f"b{at}"])
    sheet.merge_cells("A1:A3")
    sheet.row_dimensions[1].hidden = True
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert texts(source) == [["x", "b2"], [None, "b3"], ["", "b4"]]
    assert source.grids[0].rows[0][0] == Cell("x", rows=2)


def test_a_sheet_that_is_hidden_whole_is_read() -> None:
    workbook, sheet = new_sheet()
    put_row(sheet, 1, ["a", "b"])
    sheet.row_dimensions[1].hidden = True
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert texts(source) == [["a", "b"]]
    assert codes(source) == ["all_hidden"]


def test_rows_and_columns_of_no_height_are_hidden() -> None:
    sheet = (
        '<cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2" ht="0" customHeight="1"><c r="A2"><v>3</v></c></row>'
        '<row r="3" ht="x"><c r="A3"><v>4</v></c></row></sheetData>'
    )
    assert texts(read_xlsx("kh.xlsx", workbook_with(sheet))) == [["1"], ["4"]]


def test_formulas_without_value_and_errors_are_named() -> None:
    workbook, sheet = new_sheet()
    put_row(sheet, 1, ["a", "=1+1", "=A1"])
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert texts(source) == [["a"]]
    assert codes(source) == ["formula_without_value"]
    assert "2 ô công thức chưa được tính nên đọc ra trống (ô B1, C1)" in source.notices[0][1]
    wrong = workbook_with(
        '<sheetData><row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>'
    )
    source = read_xlsx("kh.xlsx", wrong)
    assert texts(source) == [["#DIV/0!"]]
    assert codes(source) == ["formula_error"]
    assert "(ô A1)" in source.notices[0][1]


def test_formatted_empty_cells_far_away_do_no_harm() -> None:
    sheet = f'<sheetData>{cell("B2")}{cell("XFD1048576", "")}</sheetData><mergeCells><mergeCell ref="A5:XFD5"/></mergeCells>'
    assert texts(read_xlsx("kh.xlsx", workbook_with(sheet))) == [["", ""], ["", "x"]]


def test_rows_and_cells_without_places() -> None:
    sheet = '<sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>'
    assert texts(read_xlsx("kh.xlsx", workbook_with(sheet))) == [["a", "2"], ["3", ""]]


def test_a_merged_cell_outside_the_values() -> None:
    sheet = f'<sheetData>{cell("A1")}</sheetData><mergeCells><mergeCell ref="D7:E9"/><mergeCell ref="x"/></mergeCells>'
    with pytest.raises(FileProblem, match="hỏng"):
        read_xlsx("kh.xlsx", workbook_with(sheet))
    assert texts(read_xlsx("kh.xlsx", workbook_with(sheet.replace('<mergeCell ref="x"/>', "")))) == [["x"]]


@pytest.mark.parametrize("limit", ["_MOST_ELEMENTS", "_MOST_ROW_ELEMENTS"])
def test_too_many_formatted_cells(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_texts, limit, 2)
    rows = "".join(cell(f"A{row}", "") for row in range(1, 5))
    with pytest.raises(FileProblem, match="quá nhiều ô được định dạng"):
        read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{rows}</sheetData>"))


def test_the_strict_form_of_the_format() -> None:
    data = workbook_with(
        '<sheetData><row r="1"><c r="A1" t="d"><v>2024-03-15</v></c><c r="B1" t="d"><v>x</v></c></row></sheetData>',
        namespace="http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert texts(read_xlsx("kh.xlsx", data)) == [["15/03/2024", "x"]]


def test_the_largest_sheet_that_is_read() -> None:
    rows = "".join(cell(f"A{row}") for row in (1, 20_000))
    assert (
        len(read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{rows}{''}</sheetData>")).grids[0].rows) == 20_000
    )
    with pytest.raises(FileProblem, match="20001"):
        read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{cell('A20001')}</sheetData>"))
    with pytest.raises(FileProblem, match="quá 200 cột"):
        read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{cell('GS1')}</sheetData>"))


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (None, "General", ""),
        ("Quý I", "@", "Quý I"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
        (5, "General", "5"),
        (5.0, "General", "5"),
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        (3, "00", "03"),
        (45_000_000, "#,##0", "45.000.000"),
        (1234.5, "#,##0.00", "1.234,50"),
        (0.9, "0%", "90%"),
        (0.985, "0.0%", "98,5%"),
        (5, '0" cuộc"', "5 cuộc"),
        (MIDNIGHT, "dd/mm/yyyy", "01/03/2024"),
        (MIDNIGHT, "mm-dd-yy", "01/03/2024"),
        (MIDNIGHT, "d/m/yyyy", "1/3/2024"),
        (MIDNIGHT, "[$-42A]dd mmmm yyyy", "01/03/2024"),
        (MIDNIGHT, "mm/yyyy", "03/2024"),
        (MIDNIGHT, "mmm-yy", "03/2024"),
        (date(2024, 3, 15), "d-mmm", "15/3"),
        (date(2024, 3, 5), "dd/mm", "05/03"),
        (MIDNIGHT, "yyyy", "2024"),
        (AFTERNOON, "dd/mm/yyyy hh:mm", "01/03/2024 14:30"),
        (AFTERNOON, "hh:mm", "14:30"),
        (date(2024, 3, 1), "General", "01/03/2024"),
        (time(8, 5), "hh:mm", "08:05"),
    ],
)
def test_values_as_printed(value: object, form: str, expected: str) -> None:
    assert printed(value, form) == expected


def test_rich_text_and_text_struck_through() -> None:
    runs = (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Rà </t></r><r><rPr><b val="1"/></rPr><t>soát</t></r>'
        '<rPh sb="0" eb="1"><t>đọc</t></rPh></is></c>'
        '<c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><rPr><strike/></rPr><t>b_x000D_\n_x0041__xD83D__xDE00_</t></r></is></c></row>'
    )
    source = read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{runs}</sheetData>"))
    assert source.grids[0].rows[0] == (Cell("Rà soát", bold=True), Cell("ab\nA\U0001f600"))
    assert codes(source) == ["struck_text"]
    assert "(ô B1)" in source.notices[0][1]


def test_fonts_of_cells() -> None:
    workbook, sheet = new_sheet()
    put_row(sheet, 1, ["a", "b", "c"])
    sheet["A1"].font = Font(bold=True)
    sheet["B1"].font = Font(strike=True)
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert [cell.bold for cell in source.grids[0].rows[0] if cell is not None] == [True, False, False]
    assert codes(source) == ["struck_text"]


def test_days_counted_from_1904() -> None:
    workbook, sheet = new_sheet()
    workbook.epoch = CALENDAR_MAC_1904
    sheet["A1"] = date(2024, 3, 15)
    sheet["A1"].number_format = "dd/mm/yyyy"
    assert texts(read_xlsx("kh.xlsx", saved(workbook))) == [["15/03/2024"]]


@pytest.mark.parametrize(
    ("cell_", "shown"),
    [
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="str"><f>A9</f><v>Quý I</v></c>', "Quý I"),
        ('<c t="str"><v>a_x000D_</v></c>', "a"),
        ("<c><v>1e999</v></c>", "1e999"),
        ("<c><v>x</v></c>", "x"),
        ('<c s="99"><v>45352</v></c>', "45352"),
        ('<c t="s"/>', None),
        ('<c t="s"><v> </v></c>', None),
        ('<c t="str"><f>""</f><v></v></c>', None),
    ],
)
def test_kinds_of_cells(cell_: str, shown: str | None) -> None:
    source = read_xlsx("kh.xlsx", workbook_with(f"<sheetData><row>{cell_}</row></sheetData>"))
    assert [texts(source)[0][0] if source.grids else None] == [shown]
    assert source.notices == ()


def test_too_many_filled_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_texts, "MOST_FILLED", 2)
    rows = "".join(cell(f"A{row}") for row in range(1, 6))
    with pytest.raises(FileProblem, match="hơn 2 ô có chữ"):
        read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{rows}</sheetData>"))


def test_a_text_longer_than_excel_writes() -> None:
    with pytest.raises(FileProblem, match="dài hơn"):
        read_xlsx("kh.xlsx", workbook_with(f"<sheetData>{cell('A1', 'x ' * 17_000)}</sheetData>"))


def test_cells_outside_every_sheet() -> None:
    with pytest.raises(FileProblem, match="hỏng"):
        read_xlsx("kh.xlsx", workbook_with('<sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData>'))
    with pytest.raises(FileProblem, match="hỏng"):
        read_xlsx("kh.xlsx", workbook_with("<sheetData/>").replace(b"workbook.xml", b"wrongbok.xml"))


def test_a_large_sheet() -> None:
    workbook, sheet = new_sheet()
    for row in range(5_000):
        sheet.append([row + 1, f"Nhiệm vụ {row + 1}", "Sở Nội vụ", "Quý I"])
    source = read_xlsx("kh.xlsx", saved(workbook))
    assert len(source.grids[0].rows) == 5_000
    assert source.grids[0].rows[-1][1] == Cell("Nhiệm vụ 5000")
