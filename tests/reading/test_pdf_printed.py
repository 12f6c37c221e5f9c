"""Plans printed to PDF by LibreOffice and by the program itself: every row, every field, rows cut over pages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from tests.reading.documents import (
    DATA,
    TITLE_BLOCK,
    expected_rows,
    table_lines,
    tien_giang_sheet,
    tien_giang_word,
    tien_giang_word_broken,
)
from tests.reading.pdfs import appendix_word, fitted, printed, ruled

TIEN_GIANG = "tien-giang-2023"
SAMPLES = (
    "c01_tab_no_stt_pagebreaks",
    "c02_pipe_running_stt_product_note",
    "c05_tab_time_third_no_groups",
    "c06_tab_budget_total_row",
    "c08_tab_start_end",
    "c16_excel_semicolon",
)
LAID_OUT = {"": {}, "-middle": {"middle": True}, "-portrait": {"portrait": True}}
CROWDED = "c02_pipe_running_stt_product_note"
"""Seven columns: upright they are so narrow that a page end cuts a date within its digits."""


def office_files() -> Iterator[tuple[str, bytes]]:
    rows = expected_rows(TIEN_GIANG)
    pages = table_lines((DATA / f"{TIEN_GIANG}.txt").read_text(encoding="utf-8"))
    yield "plan-ruled.docx", ruled(tien_giang_word(rows))
    yield "plan-bare.docx", tien_giang_word(rows)
    yield "plan-pages.docx", ruled(tien_giang_word_broken(pages))
    yield "plan-sheet.xlsx", fitted(tien_giang_sheet(rows))
    for name in SAMPLES:
        for layout, how in LAID_OUT.items():
            document = appendix_word(expected_rows(name), **how)
            yield f"{name}{layout}-bare.docx", document
        yield f"{name}-ruled.docx", ruled(appendix_word(expected_rows(name)))


@pytest.fixture(scope="session")
def prints() -> dict[str, bytes]:
    return printed(dict(office_files()))


def read(data: bytes, directory: Directory) -> PlanDraft:
    return draft_from(read_bytes("kh.pdf", data), directory)


def as_rows(draft: PlanDraft, like: list[dict[str, str]]) -> list[dict[str, str]]:
    names = {"no": "number"}
    return [{key: getattr(task, names.get(key, key)) for key in like[0]} for task in draft.tasks]


@pytest.mark.parametrize(
    ("file", "joined"),
    [("plan-ruled.docx", 9), ("plan-bare.docx", 9), ("plan-pages.docx", 15), ("plan-sheet.xlsx", 0)],
)
def test_the_plan_of_tien_giang(
    prints: dict[str, bytes], file: str, joined: int, directory: Directory
) -> None:
    draft = read(prints[file], directory)
    rows = expected_rows(TIEN_GIANG)
    assert as_rows(draft, rows) == rows
    assert draft.kind == "pdf"
    assert draft.title_block == TITLE_BLOCK
    assert (draft.head.document_number, draft.year) == ("45/QĐ-UBND", 2023)
    assert draft.repairs["joined_rows"] == joined
    codes = {problem.code for problem in draft.problems}
    assert codes == ({"table_without_rules"} if "bare" in file else set())
    cut = [task for task in draft.tasks if any(each.code == "joined_rows" for each in task.problems)]
    assert sum(len(task.source_rows) - 1 for task in cut) == joined


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("layout", ["-ruled", *(f"{layout}-bare" for layout in LAID_OUT)])
def test_sample_appendices(prints: dict[str, bytes], name: str, layout: str, directory: Directory) -> None:
    if (name, layout) == (CROWDED, "-portrait-bare"):
        return
    draft = read(prints[f"{name}{layout}.docx"], directory)
    rows = expected_rows(name)
    if "start" in rows[0]:
        for row in rows:
            start, end = row.pop("start"), row.pop("end")
            row["deadline"] = f"Từ {start} đến {end}" if start else end
    assert as_rows(draft, rows) == rows
    assert draft.head.document_number == "45/QĐ-UBND"


def test_what_the_program_prints_it_reads(
    tmp_path: Path, directory: Directory, sample_database: Path
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(sample_database, tmp_path / "data" / "cchc.db")
    target = tmp_path / "in.pdf"
    command = [sys.executable, "-m", "cchc_desktop", "--data", str(tmp_path / "data"), "print", str(target)]
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    draft = read(target.read_bytes(), directory)
    rows = expected_rows(TIEN_GIANG)
    assert as_rows(draft, rows) == rows
    assert draft.title_block == TITLE_BLOCK
    assert [problem.code for problem in draft.problems] == ["page_numbers"]
