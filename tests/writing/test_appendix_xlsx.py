"""The workbook as other programs find it: read back with openpyxl, and printed by LibreOffice where there is one."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.errors import FileProblem, InvalidInput
from cchc_desktop.writing.appendix import AppendixDocument, appendix_document
from cchc_desktop.writing.appendix_xlsx import LONGEST_TEXT, write_appendix
from tests.writing.tasks import ALL_HEADINGS, HEADINGS, TITLE_BLOCK, make_plan, make_task, many, tien_giang

HEADER = 6
"""Row of headings below the four lines of the real title block and the spacer."""


def written(path: Path, document: AppendixDocument) -> Worksheet:
    write_appendix(path, document)
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.fixture
def real(tmp_path: Path) -> Worksheet:
    return written(tmp_path / "a.xlsx", appendix_document(tien_giang(), make_plan()))


def merged(sheet: Worksheet) -> set[str]:
    return {str(area) for area in sheet.merged_cells.ranges}


def test_the_number_of_tasks_is_returned(tmp_path: Path) -> None:
    document = appendix_document(tien_giang(), make_plan())
    assert write_appendix(tmp_path / "a.xlsx", document) == 53
    assert write_appendix(tmp_path / "a.xlsx", appendix_document([], make_plan())) == 0


def test_every_text_of_the_real_appendix_is_there_in_order(real: Worksheet) -> None:
    rows = [[cell for cell in row if cell is not None] for row in real.iter_rows(values_only=True)]
    assert [row[0] for row in rows[:4]] == list(TITLE_BLOCK)
    assert rows[HEADER - 1] == [heading for _, heading in HEADINGS]
    expected = []
    section = ""
    for task in tien_giang():
        if task.section != section:
            section = task.section
            expected.append([f"{task.section}. {task.section_title}"])
        texts = [
            f"{task.number}. {task.content}",
            task.lead,
            task.coordinating,
            task.issuing_level,
            task.deadline,
        ]
        expected.append([text for text in texts if text])
    assert rows[HEADER:] == expected


def test_sections_and_titles_are_merged_across_and_framed(real: Worksheet) -> None:
    sections = [row for row in range(HEADER + 1, real.max_row + 1) if real.cell(row, 2).value is None]
    sections = [row for row in sections if re.match(r"[IVX]+\. ", str(real.cell(row, 1).value))]
    assert len(sections) == 7
    assert merged(real) == {f"A{row}:E{row}" for row in [1, 2, 3, 4, *sections]}
    for row in range(HEADER, real.max_row + 1):
        borders = [real.cell(row, column).border for column in range(1, 6)]
        assert {border.top.style for border in borders} == {"thin"}
        assert {border.bottom.style for border in borders} == {"thin"}
        assert (borders[0].left.style, borders[-1].right.style) == ("thin", "thin")
        if row not in sections:  # openpyxl shows the outer lines of a merged area only
            assert {border.left.style for border in borders} == {"thin"}
    assert real.cell(HEADER - 1, 1).border.left.style is None


def test_fonts_and_alignment_follow_the_decree(real: Worksheet) -> None:
    label, title, reference = (real.cell(row, 1) for row in (1, 2, 3))
    assert (label.font.name, label.font.sz, label.font.b, label.font.i) == (
        "Times New Roman",
        14,
        True,
        False,
    )
    assert (title.font.sz, title.font.b) == (14, True)
    assert (reference.font.sz, reference.font.b, reference.font.i) == (14, False, True)
    assert {cell.alignment.horizontal for cell in (label, title, reference)} == {"center"}
    header, section, content, lead = (
        real.cell(row, column) for row, column in ((6, 1), (7, 1), (8, 1), (8, 2))
    )
    assert (header.font.b, header.alignment.horizontal) == (True, "center")
    assert (section.font.b, section.alignment.horizontal) == (True, "left")
    assert (content.font.b, content.font.sz, content.alignment.horizontal) == (False, 13, "justify")
    assert lead.alignment.horizontal == "center"
    for cell in (header, section, content, lead):
        assert cell.font.name == "Times New Roman"
        assert cell.alignment.wrap_text
        assert cell.alignment.vertical == "center"


def test_the_page_is_that_of_the_decree(real: Worksheet) -> None:
    setup, margins = real.page_setup, real.page_margins
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert real.sheet_properties.pageSetUpPr is not None
    assert real.sheet_properties.pageSetUpPr.fitToPage
    inches = [margins.top, margins.bottom, margins.left, margins.right]
    assert [round(inch * 25.4, 6) for inch in inches] == [20, 20, 30, 15]
    assert real.print_options.horizontalCentered
    assert real.HeaderFooter.differentFirst
    odd, first = real.HeaderFooter.oddHeader, real.HeaderFooter.firstHeader
    assert odd is not None
    assert (odd.center.text, odd.center.font, odd.center.size) == ("&P", "Times New Roman,Regular", 13)
    assert (odd.left.text, odd.right.text) == (None, None)
    assert first is None or not first.center.text


def test_the_header_row_repeats_and_stays_in_view(real: Worksheet) -> None:
    assert real.title == "Phụ lục"
    assert real.print_title_rows == "$6:$6"
    assert real.print_area == f"'Phụ lục'!$A$1:$E${real.max_row}"
    assert real.freeze_panes == "A7"


def test_every_row_has_a_height_and_breaks_stand_before_sections(real: Worksheet) -> None:
    assert all(real.row_dimensions[row].height for row in range(1, real.max_row + 1))
    breaks = [brk.id for brk in real.row_breaks.brk]
    assert breaks
    for brk in breaks:
        assert re.match(r"[IVX]+\. |\d+\. ", str(real.cell(brk + 1, 1).value))


def test_a_portrait_sheet_says_so(tmp_path: Path) -> None:
    document = replace(appendix_document(tien_giang()[:3], make_plan()), landscape=False)
    assert written(tmp_path / "a.xlsx", document).page_setup.orientation == "portrait"


def test_the_file_names_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_appendix(path, appendix_document(tien_giang(), make_plan()))
    properties = openpyxl.load_workbook(path).properties
    assert properties.title == TITLE_BLOCK[1]
    assert properties.creator == "CCHC Desktop"
    assert properties.language == "vi-VN"


def test_numbers_are_numbers_only_where_nothing_is_lost(tmp_path: Path) -> None:
    numbers = ["1", "12", "01", "1.1", "a)", "", "9999999", "²"]
    tasks = [make_task(position, number=text) for position, text in enumerate(numbers, start=1)]
    sheet = written(tmp_path / "a.xlsx", appendix_document(tasks, make_plan(headings=ALL_HEADINGS)))
    values = [sheet.cell(HEADER + 1 + position, 1).value for position in range(1, len(numbers) + 1)]
    assert values == [1, 12, "01", "1.1", "a)", None, "9999999", "²"]


HOSTILE = [
    '=HYPERLINK("http://x","y")',
    "=1",
    "+84 912 345 678",
    "-5%",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "#N/A",
    "#REF!",
    "TRUE",
    "2023-01-01",
    "00123",
]


def test_nothing_becomes_a_formula_an_error_or_a_date(tmp_path: Path) -> None:
    tasks = [
        make_task(position, lead=text, section_title=text) for position, text in enumerate(HOSTILE, start=1)
    ]
    plan = make_plan(title_block=("=1+1", "DANH MỤC"), headings=(("content", "=2+2"), ("lead", "@x")))
    document = appendix_document(
        [replace(task, number="", content=task.lead, section="") for task in tasks], plan
    )
    sheet = written(tmp_path / "a.xlsx", document)
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    for cell in cells:
        risky = str(cell.value).startswith(("=", "+", "-", "@", "\t", "\n", "＝"))
        assert cell.quotePrefix is risky, cell.value
    found = [sheet.cell(row, 2).value for row in range(5, sheet.max_row + 1)]
    assert [text for text in found if text is not None] == [text.replace("\r", "\n") for text in HOSTILE]


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    text = "Sở\x00 Nội\x0b vụ\ud800\uffff\u0008 \u200b(1)"
    sheet = written(tmp_path / "a.xlsx", appendix_document([make_task(lead=text)], make_plan()))
    assert sheet.cell(HEADER + 2, 2).value == "Sở Nội\n vụ (1)"


def test_spaces_and_line_feeds_stay(tmp_path: Path) -> None:
    text = "  Sở Nội vụ;\n- UBND tỉnh  "
    sheet = written(tmp_path / "a.xlsx", appendix_document([make_task(lead=text)], make_plan()))
    assert sheet.cell(HEADER + 2, 2).value == text


@pytest.mark.parametrize("field", ["content", "note", "section_title"])
def test_a_text_that_no_cell_can_hold_is_refused(tmp_path: Path, field: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    values: dict[str, Any] = {field: "Sở Nội vụ " * 3277}
    task = make_task(**values)
    with pytest.raises(InvalidInput) as caught:
        write_appendix(path, appendix_document([task], make_plan(headings=ALL_HEADINGS)))
    assert "Sở Nội vụ" in caught.value.message
    assert str(LONGEST_TEXT) in caught.value.message
    assert path.read_bytes() == b"old"


def test_texts_that_are_long_together_are_not_refused(tmp_path: Path) -> None:
    task = make_task(content="Sở Nội vụ " * 2000, lead="Sở Nội vụ " * 2000)
    assert write_appendix(tmp_path / "a.xlsx", appendix_document([task], make_plan())) == 1


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="Không tìm thấy thư mục"):
        write_appendix(tmp_path / "x" / "a.xlsx", appendix_document([], make_plan()))
    assert list(tmp_path.iterdir()) == []


def test_the_end_mark_stands_below_the_table_when_wanted(tmp_path: Path) -> None:
    sheet = written(tmp_path / "a.xlsx", appendix_document([make_task()], make_plan(), end_mark=True))
    assert sheet.cell(sheet.max_row, 1).value == "./."
    assert sheet.cell(sheet.max_row, 1).border.left.style is None


def test_one_column_needs_no_merging(tmp_path: Path) -> None:
    plan = make_plan(headings=(("content", "Nội dung"),))
    assert merged(written(tmp_path / "a.xlsx", appendix_document([make_task()], plan))) == set()


def test_without_lines_above_the_table_it_begins_at_the_top(tmp_path: Path) -> None:
    document = replace(appendix_document([make_task()], make_plan()), title_block=())
    sheet = written(tmp_path / "a.xlsx", document)
    assert sheet.cell(1, 1).value == "Nội dung công việc"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "A2")


def test_styles_are_shared(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_appendix(path, appendix_document(many(200), make_plan(headings=ALL_HEADINGS)))
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    cells = re.search(r'<cellXfs count="(\d+)"', styles)
    assert cells is not None
    assert int(cells[1]) <= 12


def lines_of_pages(pdf: Path) -> Iterator[list[str]]:
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    for page in text.removesuffix("\f").split("\f"):
        yield [line.strip() for line in page.splitlines() if line.strip()]


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and pdftotext"
)
def test_libreoffice_prints_it_as_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_appendix(path, appendix_document(tien_giang(), make_plan()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = list(lines_of_pages(tmp_path / "a.pdf"))
    assert len(pages) == 9
    assert pages[0][0] == "Phụ lục"
    for number, lines in enumerate(pages[1:], start=2):
        assert lines[0] == str(number)
        assert any("Nội dung công việc" in line for line in lines[:4])
    for lines in pages:
        assert not re.match(r"[IVX]+\. ", lines[-1])
    printed = "".join("".join(lines) for lines in pages).replace(" ", "")
    for task in tien_giang():
        assert task.deadline.split(maxsplit=1)[0] in printed
    assert "Tiền" in pages[0][3]
