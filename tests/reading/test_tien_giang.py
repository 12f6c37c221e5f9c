"""The appendix of Tiền Giang 2023, the real one: 53 tasks in 7 sections, from every kind of file it may come in."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.pipeline import draft_from, open_source
from tests.reading.documents import (
    DATA,
    TIEN_GIANG_HEADINGS,
    TITLE_BLOCK,
    expected_rows,
    table_lines,
    tien_giang_sheet,
    tien_giang_sheet_broken,
    tien_giang_word,
    tien_giang_word_broken,
)

NAME = "tien-giang-2023"
ROWS = expected_rows(NAME)
PAGES = table_lines((DATA / f"{NAME}.txt").read_text(encoding="utf-8"))
FILES: dict[str, tuple[str, Callable[[], bytes], dict[str, int]]] = {
    "text": ("kh.txt", (DATA / f"{NAME}.txt").read_bytes, {"joined_rows": 4, "dropped_headers": 7}),
    "word": ("kh.docx", lambda: tien_giang_word(ROWS), {"joined_rows": 0, "dropped_headers": 0}),
    "word pages": (
        "kh.docx",
        lambda: tien_giang_word_broken(PAGES),
        {"joined_rows": 4, "dropped_headers": 7, "dropped_page_numbers": 7, "merged_tables": 7},
    ),
    "sheet": (
        "kh.xlsx",
        lambda: tien_giang_sheet(ROWS),
        {"joined_rows": 0, "dropped_headers": 0, "dropped_signatures": 3},
    ),
    "sheet pages": (
        "kh.xlsx",
        lambda: tien_giang_sheet_broken(PAGES),
        {"joined_rows": 4, "dropped_headers": 7},
    ),
}


def as_rows(draft: PlanDraft) -> list[dict[str, str]]:
    return [{key: getattr(task, {"no": "number"}.get(key, key)) for key in ROWS[0]} for task in draft.tasks]


@pytest.mark.parametrize("case", FILES)
def test_all_rows_in_all_fields(case: str, directory: Directory) -> None:
    name, make, repairs = FILES[case]
    draft = draft_from(read_bytes(name, make()), directory)
    assert as_rows(draft) == ROWS
    assert draft.repairs == repairs
    assert draft.columns == {"content": 0, "lead": 1, "coordinating": 2, "issuing_level": 3, "deadline": 4}
    assert tuple(heading for _, heading in draft.headings) == TIEN_GIANG_HEADINGS
    assert (draft.year, draft.year_certain) == (2023, True)
    assert draft.problems == ()


@pytest.mark.parametrize("case", ["text", "word", "word pages", "sheet"])
def test_what_the_document_says_of_itself(case: str, directory: Directory) -> None:
    name, make, _ = FILES[case]
    draft = draft_from(read_bytes(name, make()), directory)
    assert draft.head.document_number == "45/QĐ-UBND"
    assert draft.head.document_date == date(2023, 1, 10)
    assert draft.head.issuer == "Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang"
    assert draft.title_block == TITLE_BLOCK


def test_the_plan_gives_the_title(directory: Directory) -> None:
    draft = draft_from(open_source(DATA / f"{NAME}.txt"), directory)
    assert (
        draft.head.title
        == "Kế hoạch thực hiện nhiệm vụ cải cách hành chính năm 2023 trên địa bàn tỉnh Tiền Giang"
    )
    assert (draft.tables_found, draft.table) == (1, 1)


def test_the_appendix_alone_gives_its_own_title(directory: Directory) -> None:
    draft = draft_from(read_bytes("kh.docx", tien_giang_word(ROWS)), directory)
    assert draft.head.title == TITLE_BLOCK[1]
    assert (draft.tables_found, draft.table) == (3, 2)


def test_rows_to_look_at(directory: Directory) -> None:
    draft = draft_from(open_source(DATA / f"{NAME}.txt"), directory)
    marked = {(task.section, task.number, problem.code) for task in draft.tasks for problem in task.problems}
    joined = {(section, number) for section, number, code in marked if code == "joined_rows"}
    assert joined == {("I", "9"), ("III", "6"), ("IV", "3"), ("V", "5")}
    assert ("III", "9", "lead_is_sentence") in marked
    assert ("VII", "7", "missing_text") in marked
    assert ("IV", "4", "deadline_uncertain") in marked
    assert Counter(code for _, _, code in marked)["missing_text"] == 1


def test_joined_rows_name_their_source(directory: Directory) -> None:
    draft = draft_from(open_source(DATA / f"{NAME}.txt"), directory)
    task = next(task for task in draft.tasks if (task.section, task.number) == ("I", "9"))
    assert task.source_rows == (10, 12)
    assert next(row for row, reason, _ in draft.dropped if reason == "repeated_header") == 11


def test_the_printed_table_is_the_bundled_sample(plan_text: Path) -> None:
    assert plan_text.read_bytes() == (DATA / f"{NAME}.txt").read_bytes()
