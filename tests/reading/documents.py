"""Factories for office files as plans come in: Word documents written as XML, workbooks through openpyxl."""

import csv
import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

DATA = Path(__file__).parent / "data"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TIEN_GIANG_HEADINGS = (
    "Nội dung công việc",
    "Cơ quan chủ trì đề xuất/ tham mưu/ thực hiện",
    "Cơ quan phối hợp",
    "Cấp ban hành/phê duyệt",
    "Thời gian thực hiện",
)
LETTERHEAD = (
    (
        "ỦY BAN NHÂN DÂN\nTỈNH TIỀN GIANG\n-------",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ),
    ("Số: 45 /QĐ-UBND", "Tiền Giang, ngày 10 tháng 01 năm 2023"),
)
TITLE_BLOCK = (
    "Phụ lục",
    "DANH MỤC CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023",
    "(Ban hành kèm theo Quyết định số 45 /QĐ-UBND ngày 10 tháng 01 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang)",
)
SIGNATURE = (("Nơi nhận:\n- Như Điều 4;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nNguyễn Văn Vĩnh"),)


def expected_rows(name: str) -> list[dict[str, str]]:
    """Return the expected reading of a file of the test data."""
    with (DATA / f"{name}.expected.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


# --- Word -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tc:
    """A table cell of Word."""

    text: str = ""
    span: int = 1
    merge: str = ""
    """"restart" or "continue" of a vertical merge."""
    bold: bool = False
    inner: str = ""
    """Ready XML in place of the text."""


def paragraph(text: str, *, bold: bool = False, properties: str = "", style: str = "") -> str:
    """A paragraph; line breaks become w:br, tabs become w:tab."""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    pieces = []
    for number, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if number else "")
        pieces.append(
            "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
        )
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{properties}</w:pPr><w:r>{run}{''.join(pieces)}</w:r></w:p>"


def numbered(key: int, level: int = 0) -> str:
    """Paragraph properties of an automatic number."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'


def table_row(
    cells: Iterable[Tc | str], *, header: bool = False, before: int = 0, deleted: bool = False
) -> str:
    """A table row."""
    properties = "".join(
        (
            f'<w:gridBefore w:val="{before}"/>' if before else "",
            "<w:tblHeader/>" if header else "",
            '<w:del w:id="1" w:author="A"/>' if deleted else "",
        )
    )
    made = []
    for cell in cells:
        tc = Tc(cell) if isinstance(cell, str) else cell
        span = f'<w:gridSpan w:val="{tc.span}"/>' if tc.span > 1 else ""
        merge = (
            ""
            if not tc.merge
            else f'<w:vMerge w:val="{tc.merge}"/>'
            if tc.merge == "restart"
            else "<w:vMerge/>"
        )
        inner = tc.inner or "".join(paragraph(line, bold=tc.bold) for line in tc.text.split("\n"))
        made.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def word_table(rows: Iterable[str | Sequence[Tc | str]]) -> str:
    """A table that names its columns and leaves their widths to who draws it."""
    made = [row if isinstance(row, str) else table_row(row) for row in rows]
    columns = min(max((_width(row) for row in made), default=1), 60)
    widths = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{widths}</w:tblGrid>{''.join(made)}</w:tbl>"


def _width(row: str) -> int:
    """Count the grid columns of a row."""
    spans = re.findall(r'<w:(?:gridSpan|gridBefore|gridAfter) w:val="(\d+)"', row)
    before = len(re.findall(r"<w:grid(?:Before|After)", row))
    return row.count("<w:tc>") + sum(int(span) - 1 for span in spans) + before


def word_document(
    body: Iterable[str], *, numbering: str = "", styles: str = "", extra: Mapping[str, str] | None = None
) -> bytes:
    """A .docx file, A4 landscape."""
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    root = f'xmlns:w="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {root}><w:body>{''.join(body)}{section}</w:body></w:document>",
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {root}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {root}>{styles}</w:styles>"
    kinds = [kind for kind, content in (("numbering", numbering), ("styles", styles)) if content]
    if kinds:
        named = "".join(
            f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
            for at, kind in enumerate(kinds)
        )
        parts["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{PACKAGE}/relationships">{named}</Relationships>'
        )
        types = "".join(
            f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}.{kind}+xml"/>' for kind in kinds
        )
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f"{types}</Types>")
    return zipped({**parts, **(extra or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def letterhead_and_title() -> list[str]:
    """What stands above the table of an issued appendix."""
    return [
        word_table(LETTERHEAD),
        paragraph(""),
        *(paragraph(line, bold=True) for line in TITLE_BLOCK),
    ]


def tien_giang_word(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Tiền Giang's appendix as its office would lay it out in Word."""
    lines = [table_row([Tc(heading, bold=True) for heading in TIEN_GIANG_HEADINGS], header=True)]
    section = None
    for row in rows:
        if row["section"] != section:
            section = row["section"]
            lines.append(table_row([Tc(f"{section}. {row['section_title']}", span=5, bold=True)]))
        fields = (row["lead"], row["coordinating"], row["issuing_level"], row["deadline"])
        lines.append(table_row([f"{row['no']}. {row['content']}", *fields]))
    return word_document([*letterhead_and_title(), word_table(lines), paragraph(""), word_table(SIGNATURE)])


def tien_giang_word_broken(lines: Sequence[Sequence[str]]) -> bytes:
    """The same with the page breaks of the printed plan: one table for each page, heading repeated, rows cut."""
    pages: list[list[str]] = []
    for cells in lines:
        if cells[0] == TIEN_GIANG_HEADINGS[0]:
            pages.append([table_row(cells, header=True)])
        elif any(cells[1:]) or not cells[0][:1].isupper():
            pages[-1].append(table_row(cells))
        else:
            pages[-1].append(table_row([Tc(cells[0], span=5, bold=True)]))
    body = letterhead_and_title()
    for number, page in enumerate(pages, start=1):
        body += [word_table(page), paragraph(str(number))]
    return word_document([*body, word_table(SIGNATURE)])


# --- Excel ----------------------------------------------------------------------------------------------------------


def saved(workbook: Workbook) -> bytes:
    """A workbook's bytes."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def new_sheet(title: str = "Phụ lục") -> tuple[Workbook, Worksheet]:
    """An empty workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return workbook, sheet


def put_row(sheet: Worksheet, row: int, values: Sequence[object], *, bold: bool = False) -> None:
    """Write a row of bordered cells."""
    thin = Side(style="thin")
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        cell.value = value  # type: ignore[assignment]  # any value a cell can hold
        cell.font = Font(name="Times New Roman", bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)


def put_banner(sheet: Worksheet, row: int, text: str, width: int) -> None:
    """Write a row merged over the table's width."""
    put_row(sheet, row, [text, *[None] * (width - 1)], bold=True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)


def tien_giang_sheet(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Tiền Giang's appendix as its office would lay it out in Excel."""
    workbook, sheet = new_sheet()
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    for row, (left, right) in enumerate(LETTERHEAD, start=1):
        sheet.cell(row, 1, left)
        sheet.cell(row, 3, right)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=5)
    for row, text in enumerate(TITLE_BLOCK, start=4):
        sheet.cell(row, 1, text)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
    put_row(sheet, 8, TIEN_GIANG_HEADINGS, bold=True)
    sheet.print_title_rows = "8:8"
    at, section = 9, None
    for task in rows:
        if task["section"] != section:
            section = task["section"]
            put_banner(sheet, at, f"{section}. {task['section_title']}", 5)
            at += 1
        fields = (task["lead"], task["coordinating"], task["issuing_level"], task["deadline"])
        put_row(sheet, at, [f"{task['no']}. {task['content']}", *(field or None for field in fields)])
        at += 1
    for offset, text in enumerate(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Vĩnh")):
        sheet.cell(at + 1 + offset, 4, text)
    for column, width in enumerate((60, 25, 25, 20, 18), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return saved(workbook)


def tien_giang_sheet_broken(lines: Sequence[Sequence[str]]) -> bytes:
    """The printed pages typed off into a sheet: headings repeated, rows cut, sections only in column A."""
    workbook, sheet = new_sheet("Sheet1")
    sheet.cell(1, 1, TITLE_BLOCK[1])
    for row, cells in enumerate(lines, start=3):
        put_row(sheet, row, [cell or None for cell in cells])
    return saved(workbook)


def table_lines(text: str) -> list[list[str]]:
    """The rows of a table between tabs, as they stand in a text."""
    return [line.split("\t") for line in text.split("\n") if "\t" in line]


def need_office() -> None:
    """Skip what only LibreOffice can make where it is not installed."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
