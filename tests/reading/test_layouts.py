"""Every layout is read as a person would read it; what stays uncertain carries a mark."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from tests.reading.layouts import LAYOUTS


def read(case: str, directory: Directory) -> PlanDraft:
    name, make, _ = LAYOUTS[case]
    return draft_from(read_bytes(name, make()), directory)


def marks(draft: PlanDraft) -> set[str]:
    """Problems of the draft, and of rows as "number:code"."""
    rows = {f"{task.number}:{problem.code}" for task in draft.tasks for problem in task.problems}
    return {problem.code for problem in draft.problems} | {
        mark for mark in rows if not mark.endswith("unknown_agency")
    }


@pytest.mark.parametrize("case", LAYOUTS)
def test_rows(case: str, directory: Directory) -> None:
    draft = read(case, directory)
    rows = [
        f"{task.section}|{task.number}|{task.content}|{task.lead}|{task.coordinating}|{task.deadline}"
        for task in draft.tasks
    ]
    assert rows == LAYOUTS[case][2]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("commune sheet", set()),
        ("groups in a column", {"ignored_column"}),
        ("numbered groups", {"missing_column"}),
        ("no deadline, parts, Markdown", {"missing_column", "dropped_row"}),
        ("among other tables", set()),
        ("school sheet", {"year_guessed"}),
        ("provincial matrix", {"ignored_column", "year_guessed"}),
        ("software export", {"ignored_column", "year_guessed", "missing_title"}),
        ("work breakdown", {"section_unsure", "1.1:deadline_uncertain"}),
        ("two-line heading", set()),
        ("training", {"missing_column", "ignored_column"}),
        ("ticked quarters", {"deadline_from_marks", "2:deadline_uncertain"}),
        ("both bodies in one cell", set()),
        ("no numbers at all", {"missing_column", "section_unsure", ":joined_rows"}),
        ("cut by pages, number column", {"1:joined_rows", ":missing_number"}),
        ("two-line heading in text", set()),
        ("merged down", {"3:shared_content", "4:joined_rows"}),
        ("trimmed tabs", {"2:deadline_not_understood"}),
        ("dragged borders", set()),
        ("inside a layout table", set()),
        ("headings between tables", set()),
        ("no heading", {"columns_guessed"}),
        ("rows under rows", {"dropped_row", "1:missing_lead", "1:deadline_not_understood"}),
        ("two tables on one sheet", set()),
        ("automatic numbers", set()),
        ("slips of character recognition", set()),
        ("dashes with bodies of their own", {"missing_column", "1:joined_rows"}),
    ],
)
def test_marks(case: str, expected: set[str], directory: Directory) -> None:
    assert expected <= marks(read(case, directory))
    surely_read = {
        mark for mark in marks(read(case, directory)) if mark.endswith(("joined_rows", "out_of_order"))
    }
    assert surely_read <= expected


def test_repairs_are_counted(directory: Directory) -> None:
    assert read("commune sheet", directory).repairs == {
        "joined_rows": 0,
        "dropped_headers": 0,
        "dropped_column_numbers": 1,
        "dropped_notes": 1,
        "dropped_signatures": 3,
        "dropped_totals": 1,
    }
    assert read("cut by pages, number column", directory).repairs == {
        "joined_rows": 1,
        "dropped_headers": 1,
        "dropped_page_numbers": 1,
    }
    assert read("headings between tables", directory).repairs["merged_tables"] == 2
    assert read("both bodies in one cell", directory).repairs["split_cells"] == 2


def test_blank_numbers_stay_empty(directory: Directory) -> None:
    head = read("commune sheet", directory).head
    assert (head.document_number, head.document_date) == ("", None)
    assert head.issuer == "Ủy ban nhân dân xã Long Phụng"


def test_sections_of_groups(directory: Directory) -> None:
    titles = [task.section_title for task in read("groups in a column", directory).tasks]
    assert titles == ["Cải cách thể chế", "Cải cách thể chế", "Chuyển đổi số", "Chuyển đổi số"]
    titles = [task.section_title for task in read("two-line heading", directory).tasks]
    assert titles == ["Giai đoạn 1: Chuẩn bị", "Giai đoạn 1: Chuẩn bị", "Giai đoạn 2"]


def test_a_section_title_over_two_rows(directory: Directory) -> None:
    task = read("cut by pages, number column", directory).tasks[-1]
    assert task.section_title == "CẢI CÁCH THỦ TỤC HÀNH CHÍNH VÀ THỰC HIỆN CƠ CHẾ MỘT CỬA LIÊN THÔNG"


def test_other_fields(directory: Directory) -> None:
    first = read("software export", directory).tasks[0]
    assert (first.product, first.issuing_level, first.note) == ("Quyết định", "Chủ tịch UBND phường", "NQ 57")
    assert read("software export", directory).tasks[1].product == "=HYPERLINK"
    assert read("training", directory).tasks[0].budget == "50.000.000"
    assert read("commune sheet", directory).tasks[1].note == "02 đợt"


def test_bodies_in_lines_of_a_cell_are_parted(directory: Directory) -> None:
    parties = read("merged down", directory).tasks[4].coordinating_parties
    assert [party.name for party in parties] == ["Sở Tài chính", "Sở Tư pháp"]
    parties = read("no deadline, parts, Markdown", directory).tasks[1].coordinating_parties
    assert [party.name for party in parties] == ["Sở Tài chính", "Sở Y tế"]


def test_the_same_reading_when_columns_are_handed_back(directory: Directory) -> None:
    for case in LAYOUTS:
        draft = read(case, directory)
        if "deadline_from_marks" in marks(draft):
            continue
        name, make, rows = LAYOUTS[case]
        again = draft_from(read_bytes(name, make()), directory, table=draft.table, columns=draft.columns)
        assert [task.content for task in again.tasks] == [task.content for task in draft.tasks], case
        assert [task.deadline for task in again.tasks] == [task.deadline for task in draft.tasks], case
        assert len(again.tasks) == len(rows)
