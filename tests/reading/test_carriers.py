"""The same plan from every kind of file that can carry it: all cells of all rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.pipeline import draft_from, paste_html, paste_source
from cchc_desktop.reading.source import Source
from tests.reading.carriers import (
    APPENDICES,
    as_csv,
    as_excel_page,
    as_sheet,
    as_word_page,
    converted,
    in_1258,
    in_one_file,
    on_clipboard,
    sample,
    texts_of,
)
from tests.reading.documents import DATA, expected_rows, tien_giang_sheet, tien_giang_word

TIEN_GIANG = "tien-giang-2023"
ROWS = expected_rows(TIEN_GIANG)
OFFICE = ("xls", "ods", "html")


def page_rows() -> list[list[str]]:
    """Tiền Giang's appendix as its office would lay it out, with a row for each section."""
    found = read_bytes("kh.xlsx", tien_giang_sheet(ROWS)).grids[0]
    return [
        [cell.text for cell in row if cell is not None]
        if row[0] is not None and row[0].columns == len(row)
        else [cell.text if cell is not None else "" for cell in row]
        for row in found.rows[3:-4]
    ]


def as_rows(draft: PlanDraft, keys: list[str]) -> list[dict[str, str]]:
    return [{key: getattr(task, {"no": "number"}.get(key, key)) for key in keys} for task in draft.tasks]


MADE: dict[str, tuple[str, Callable[[list[list[str]]], bytes]]] = {
    "sheet": ("kh.xlsx", as_sheet),
    "page of Word": ("kh.htm", lambda rows: as_word_page(rows).encode()),
    "page of Word in windows-1258": (
        "kh.htm",
        lambda rows: in_1258(as_word_page(rows, "windows-1258")),
    ),
    "page of Word in UTF-16": ("kh.htm", lambda rows: as_word_page(rows, "unicode").encode("utf-16")),
    "page of Word in one file": ("kh.mht", lambda rows: in_one_file(as_word_page(rows))),
    "page of Excel": ("kh.xls", lambda rows: as_excel_page(rows).encode()),
    "csv": ("kh.csv", lambda rows: as_csv(rows).encode()),
    "csv with a mark": ("kh.csv", lambda rows: as_csv(rows, ",").encode("utf-8-sig")),
    "csv in windows-1258": ("kh.csv", lambda rows: in_1258(as_csv(rows))),
    "csv in UTF-16": ("kh.csv", lambda rows: as_csv(rows, "\t").encode("utf-16")),
    "csv in UTF-16, big end first": ("kh.csv", lambda rows: as_csv(rows).encode("utf-16-be")),
}


@pytest.mark.parametrize("carrier", MADE)
def test_tien_giang(carrier: str, directory: Directory) -> None:
    name, make = MADE[carrier]
    draft = draft_from(read_bytes(name, make(page_rows())), directory)
    assert as_rows(draft, list(ROWS[0])) == ROWS
    said = {"old_encoding"} if carrier == "csv in windows-1258" else set()
    assert {problem.code for problem in draft.problems} == said


@pytest.mark.parametrize("carrier", MADE)
@pytest.mark.parametrize("appendix", APPENDICES)
def test_appendices(appendix: str, carrier: str, directory: Directory) -> None:
    name, make = MADE[carrier]
    source = sample(appendix)
    check(appendix, read_bytes(name, make(texts_of(source))), directory)


def check(appendix: str, source: Source, directory: Directory) -> None:
    draft = draft_from(source, directory)
    expected = expected_rows(appendix.rpartition(".")[0])
    if "start" in expected[0]:
        for row in expected:
            start, end = row.pop("start"), row.pop("end")
            row["deadline"] = f"Từ {start} đến {end}" if start else end
    assert as_rows(draft, list(expected[0])) == expected


@pytest.mark.parametrize("make", [as_word_page, as_excel_page])
@pytest.mark.parametrize("appendix", [*APPENDICES, ""])
def test_clipboard(appendix: str, make: Callable[[list[list[str]]], str], directory: Directory) -> None:
    rows = texts_of(sample(appendix)) if appendix else page_rows()
    page = on_clipboard(make(rows))
    source = paste_html(page)
    if appendix:
        check(appendix, source, directory)
    else:
        assert as_rows(draft_from(source, directory), list(ROWS[0])) == ROWS
    assert paste_source(page) == source


def test_files_that_libreoffice_saves(tmp_path: Path, directory: Directory) -> None:
    sheets = {f"{at}.xlsx": as_sheet(texts_of(sample(name))) for at, name in enumerate(APPENDICES)}
    sheets["tg.xlsx"] = tien_giang_sheet(ROWS)
    for kind in OFFICE:
        saved = converted(sheets, kind, tmp_path / kind)
        for at, name in enumerate(APPENDICES):
            check(name, read_bytes(f"kh.{kind}", saved[f"{at}.xlsx"]), directory)
        draft = draft_from(read_bytes(f"kh.{kind}", saved["tg.xlsx"]), directory)
        assert as_rows(draft, list(ROWS[0])) == ROWS
        assert draft.problems == ()
        assert draft.head.document_number == "45/QĐ-UBND"


@pytest.mark.parametrize("kind", ["odt", "html"])
def test_documents_that_libreoffice_saves(kind: str, tmp_path: Path, directory: Directory) -> None:
    saved = converted({"tg.docx": tien_giang_word(ROWS)}, kind, tmp_path / kind)["tg.docx"]
    draft = draft_from(read_bytes(f"kh.{kind}", saved), directory)
    assert as_rows(draft, list(ROWS[0])) == ROWS
    assert draft.problems == ()
    assert draft.table == 2


def test_the_sample_files_are_the_delivered_ones() -> None:
    assert all((DATA / name).is_file() for name in APPENDICES)
