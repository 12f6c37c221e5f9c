"""One and the same table carried by every kind of file: sheets, pages as Word, Excel and LibreOffice write them."""

import csv
import io
import subprocess
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from openpyxl.utils import get_column_letter

from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.source import Source
from tests.reading.documents import DATA, need_office, new_sheet, put_row, saved

APPENDICES = (
    "c01_tab_no_stt_pagebreaks.txt",
    "c02_pipe_running_stt_product_note.txt",
    "c05_tab_time_third_no_groups.txt",
    "c06_tab_budget_total_row.txt",
    "c08_tab_start_end.txt",
    "c16_excel_semicolon.csv",
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=Generator content="Microsoft Word 15">
<title>PHỤ LỤC</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm; font-size:13.0pt;}} @page WordSection1 {{size:841.9pt 595.3pt;}} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {{mso-style-name:"Table Normal";}}</style><![endif]-->
</head>
<body lang=VI style='tab-interval:36.0pt'>
<div class=WordSection1>
"""
_EXCEL_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head>
<meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=Generator content="Microsoft Excel 15">
<style><!--table {{mso-displayed-decimal-separator:"\\.";}}
.xl65 {{font-weight:700;text-align:center;border:.5pt solid windowtext;white-space:normal;}}
.xl66 {{border:.5pt solid windowtext;white-space:normal;}}
.xl67 {{mso-number-format:"dd\\/mm\\/yyyy";border:.5pt solid windowtext;}}
--></style>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sheet1</x:Name>
</x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=900 style='border-collapse:collapse;table-layout:fixed'>
"""


def sample(name: str) -> Source:
    """A sample appendix as its own kind of file gives it."""
    return read_bytes(name, (DATA / name).read_bytes())


def texts_of(source: Source) -> list[list[str]]:
    """The rows of a source's tables one below the other, the lines before them on top, each in the first column."""
    rows: list[list[str]] = []
    done = 0
    for grid in source.grids:
        rows += [[line] for line in source.lines[done : grid.position] if line.strip()]
        done = grid.position
        rows += [[cell.text if cell is not None else "" for cell in row] for row in grid.rows]
    return rows + [[line] for line in source.lines[done:] if line.strip()]


def as_sheet(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with these rows."""
    workbook, sheet = new_sheet()
    for at, row in enumerate(rows, start=1):
        if len(row) == 1:
            sheet.cell(at, 1, row[0])
        else:
            put_row(sheet, at, [text or None for text in row])
    for column in range(1, max(map(len, rows)) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 30
    return saved(workbook)


def as_csv(rows: Iterable[Sequence[str]], separator: str = ";") -> str:
    """Delimited text as Excel saves it."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue()


def as_word_page(rows: Sequence[Sequence[str]], charset: str = "utf-8") -> str:
    """A page as Word saves it: wrapped lines, empty paragraphs of its own, a heading row to repeat."""
    body, width = [], max(map(len, rows))
    open_table = False
    for row in rows:
        if len(row) == 1 and not open_table:
            body.append(
                f"<p class=MsoNormal align=center style='text-align:center'>{word_text(row[0], bold=True)}</p>\n"
            )
            continue
        if not open_table:
            body.append(
                "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;mso-yfti-tbllook:1184'>\n"
            )
        start, end = (" <thead>\n", " </thead>\n") if not open_table else ("", "")
        cells = [*row, *[""] * (width - len(row))]
        body.append(
            f"{start} <tr style='mso-yfti-irow:1;page-break-inside:avoid'>\n{''.join(map(word_cell, cells))} </tr>\n{end}"
        )
        open_table = True
    if open_table:
        body.append(
            " <![if !supportMisalignedColumns]>\n <tr height=0>\n  <td width=50 style='border:none'></td>\n </tr>\n <![endif]>\n</table>\n"
        )
    return f"{_WORD_HEAD.format(charset=charset)}{''.join(body)}<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n</div>\n</body>\n</html>\n"


def word_cell(text: str, more: str = "") -> str:
    """A cell as Word writes it: one paragraph for each line."""
    paragraphs = "".join(
        f"<p class=MsoNormal style='margin-top:3.0pt'>{word_text(line)}</p>" for line in text.split("\n")
    )
    return f"  <td width=196 valign=top style='width:147.0pt;border:solid windowtext 1.0pt'{more}>\n  {paragraphs}\n  </td>\n"


def word_text(text: str, *, bold: bool = False) -> str:
    """Text as Word writes it: spans of languages, lines broken anywhere between words, empty ones as a space."""
    if not text:
        return "<span lang=EN-US><o:p>&nbsp;</o:p></span>"
    words = escape(text, quote=False).split(" ")
    broken = "".join(f"{word}{chr(10) if at % 9 == 8 else ' '}" for at, word in enumerate(words)).strip()
    inner = f"<span lang=EN-US style='font-size:13.0pt;mso-fareast-language:VI'>{broken}<o:p></o:p></span>"
    return f"<b style='mso-bidi-font-weight:normal'>{inner}</b>" if bold else inner


def as_excel_page(rows: Sequence[Sequence[str]], charset: str = "utf-8") -> str:
    """A page as Excel saves it, also when the file is called .xls."""
    width = max(map(len, rows))
    body = [f" <col width=64 style='width:48pt'>\n <col width=200 span={width - 1} style='width:150pt'>\n"]
    for row in rows:
        if len(row) == 1:
            body.append(
                f" <tr height=20>\n  <td colspan={width} class=xl65>{excel_text(row[0])}</td>\n </tr>\n"
            )
        else:
            body.append(
                f" <tr height=20>\n{''.join(f'  <td class=xl66>{excel_text(text)}</td>{chr(10)}' for text in row)} </tr>\n"
            )
    body.append(
        " <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n  <td width=64></td>\n </tr>\n <![endif]>\n</table>\n"
    )
    return f"{_EXCEL_HEAD.format(charset=charset)}{''.join(body)}</body>\n</html>\n"


def excel_text(text: str) -> str:
    """Text as Excel writes it: line breaks as tags, soft line breaks where it pleases."""
    escaped = escape(text, quote=False)
    return escaped.replace("\n", "<br>\n    ") or ""


def on_clipboard(page: str) -> str:
    """A page with the header that Windows puts before HTML on the clipboard."""
    start = page.index("<table") if "<table" in page else page.index("<body")
    marked = f"{page[:start]}<!--StartFragment-->{page[start:]}".replace(
        "</body>", "<!--EndFragment-->\n</body>"
    )
    length = len(marked.encode()) + 105
    return (
        f"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:{length:010d}\r\nStartFragment:{start + 105:010d}\r\n"
        f"EndFragment:{length:010d}\r\n{marked}"
    )


def in_1258(text: str) -> bytes:
    """Text in the code page of Vietnamese Windows: tone marks stand behind their letters."""
    apart = []
    for char in unicodedata.normalize("NFC", text):
        try:
            char.encode("cp1258")
            apart.append(char)
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", char)
            tone = "".join(mark for mark in marks if mark in _TONES)
            apart.append(
                unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)) + tone
            )
    return "".join(apart).encode("cp1258", "xmlcharrefreplace")


def in_one_file(page: str, charset: str = "utf-8") -> bytes:
    """A page saved in one file (.mht) as Word does it."""
    import base64

    body = base64.encodebytes(page.encode(charset)).decode()
    return (
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n'
        "This document is a Single File Web Page.\r\n\r\n"
        "------=_NextPart_01\r\nContent-Location: file:///C:/KeHoach.htm\r\n"
        f'Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="{charset}"\r\n\r\n{body}\r\n'
        "------=_NextPart_01\r\nContent-Location: file:///C:/KeHoach_files/image001.png\r\n"
        "Content-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo=\r\n\r\n"
        "------=_NextPart_01--\r\n"
    ).encode()


def converted(files: Mapping[str, bytes], kind: str, folder: Path) -> dict[str, bytes]:
    """Files converted by LibreOffice to another kind, all in one start."""
    need_office()
    folder.mkdir()
    paths = []
    for name, data in files.items():
        path = folder / name
        path.write_bytes(data)
        paths.append(str(path))
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=120)
    ending = kind.partition(":")[0]
    return {name: (folder / name).with_suffix(f".{ending}").read_bytes() for name in files}
