"""Reading plans, against the bare library reading the same bytes. Run as docs/performance.md says."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.benchmarks.conftest import Race
from tests.reading import documents


def rows(count: int) -> list[dict[str, str]]:
    """Return rows of a long plan, made of the sample's."""
    known = documents.expected_rows("tien-giang-2023")
    return [known[place % len(known)] for place in range(count)]


def cells(count: int) -> list[list[str]]:
    keys = ("content", "lead", "coordinating", "issuing_level", "deadline")
    return [[each[key] for key in keys] for each in rows(count)]


def workbook(count: int) -> bytes:
    book, sheet = documents.new_sheet()
    documents.put_row(sheet, 3, documents.TIEN_GIANG_HEADINGS, bold=True)
    for place, row in enumerate(cells(count)):
        documents.put_row(sheet, 4 + place, row)
    return documents.saved(book)


def word(count: int) -> bytes:
    body = documents.word_table([list(documents.TIEN_GIANG_HEADINGS), *cells(count)])
    return documents.word_document([body])


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_xlsx(race: Race, count: int) -> None:
    from openpyxl import load_workbook

    from cchc_desktop.reading.sheets.xlsx import read_xlsx

    data = workbook(count)

    def bare() -> int:
        sheet = load_workbook(io.BytesIO(data), data_only=True).active
        assert sheet is not None
        return sum(1 for row in sheet.iter_rows(values_only=True) if any(row))

    race(f"read .xlsx, {count:,} rows", lambda: read_xlsx("a.xlsx", data), bare, goal=1.3, rounds=3)


def test_docx(race: Race) -> None:
    from cchc_desktop.reading.docx.reader import read_docx

    data = word(500)

    def bare() -> int:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            tree = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - written above
        return len(["".join(cell.itertext()) for cell in tree.iter(f"{{{documents.MAIN}}}tc")])

    race("read .docx, 500 rows", lambda: read_docx("a.docx", data), bare, goal=3)


def test_pdf(race: Race, tmp_path: Path) -> None:
    import subprocess

    import pdfplumber

    from cchc_desktop.reading.pdf.reader import read_pdf

    (tmp_path / "a.docx").write_bytes(word(220))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True,
        capture_output=True,
    )
    data = (tmp_path / "a.pdf").read_bytes()

    def bare() -> int:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_tables()
                page.close()
            return len(document.pages)

    race(f"read .pdf, {bare()} pages", lambda: read_pdf("a.pdf", data), bare, goal=1.5, rounds=3)


def test_draft(race: Race) -> None:
    """The whole way to the draft, against taking the cells out of the file."""
    from cchc_desktop.agency_data import load_agencies, load_groups
    from cchc_desktop.domain.agencies import Directory
    from cchc_desktop.paths import resources
    from cchc_desktop.reading.drafting import draft_from
    from cchc_desktop.reading.sheets.xlsx import read_xlsx

    data = workbook(1_000)
    directory = Directory(load_agencies(resources()), load_groups(resources()))
    source = read_xlsx("a.xlsx", data)
    race(
        "draft of 1,000 rows (grammar of dates and agencies)",
        lambda: draft_from(source, directory),
        lambda: read_xlsx("a.xlsx", data),
        goal=2,
        rounds=3,
    )
