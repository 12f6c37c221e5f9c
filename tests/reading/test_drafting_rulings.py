"""A person says what a row is: rows come back, are parted, joined, made headings or left out, and back again."""

from collections.abc import Mapping

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.errors import InvalidInput
from cchc_desktop.reading.draft import PlanDraft, Ruling
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.source import Source
from tests.reading.tables import grid, source

HEADING = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian"
TITLE = ("PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025")
TABLE = f"""{HEADING}
I|CẢI CÁCH THỂ CHẾ|||
1|Rà soát văn bản quy phạm|Sở Tư pháp|Các sở|Quý I
|pháp luật|||năm 2025
2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
Tổng cộng: 02 nhiệm vụ|<|<|<|<
{HEADING}
|||7|
3|Tổng kết|Sở Nội vụ|Các sở|Quý IV"""
ROWS = {"heading": 1, "whole": 2, "rest": 3, "second": 4, "total": 5, "repeated": 6, "page": 7, "last": 8}


def document(*tables: str) -> Source:
    return source(*(grid(table, position=len(TITLE), place=f"Bảng {at}") for at, table in enumerate(tables, 1)), above=TITLE)  # fmt: skip


def ruled(directory: Directory, rulings: Mapping[int, Ruling] | None = None) -> PlanDraft:
    return draft_from(document(TABLE), directory, rulings=rulings)


def contents(draft: PlanDraft) -> list[str]:
    return [f"{task.section}/{task.number} {task.content}" for task in draft.tasks]


def test_without_rulings(directory: Directory) -> None:
    draft = ruled(directory)
    assert contents(draft) == [
        "I/1 Rà soát văn bản quy phạm pháp luật",
        "I/2 Kiểm tra văn bản",
        "I/3 Tổng kết",
    ]
    assert [row for row, _, _ in draft.dropped] == [ROWS["total"], ROWS["repeated"], ROWS["page"]]
    assert draft.section_rows == ((ROWS["heading"], "I | CẢI CÁCH THỂ CHẾ", False),)
    assert draft.tasks[0].source_rows == (ROWS["whole"], ROWS["rest"])
    assert draft.tasks[0].pieces == (
        "1 | Rà soát văn bản quy phạm | Sở Tư pháp | Các sở | Quý I",
        "pháp luật | năm 2025",
    )
    assert ruled(directory, {}) == draft


def test_a_joined_row_is_parted(directory: Directory) -> None:
    draft = ruled(directory, {ROWS["rest"]: Ruling.TASK})
    assert contents(draft)[:2] == ["I/1 Rà soát văn bản quy phạm", "I/ pháp luật"]
    assert draft.repairs["joined_rows"] == 0
    assert draft.tasks[1].deadline == "năm 2025"
    assert all(problem.code != "joined_rows" for problem in draft.tasks[0].problems)


@pytest.mark.parametrize(
    ("row", "content", "counter"),
    [
        ("total", "Tổng cộng: 02 nhiệm vụ", "dropped_totals"),
        ("repeated", "STT Nội dung", "dropped_headers"),
        ("page", "", "dropped_page_numbers"),
    ],
)
def test_a_row_set_aside_comes_back(row: str, content: str, counter: str, directory: Directory) -> None:
    draft = ruled(directory, {ROWS[row]: Ruling.TASK})
    task = next(task for task in draft.tasks if task.source_rows[0] == ROWS[row])
    assert task.content == content
    assert not draft.repairs.get(counter)
    assert ROWS[row] not in [index for index, _, _ in draft.dropped]
    assert [other.content for other in draft.tasks if other is not task] == [task.content for task in ruled(directory).tasks]  # fmt: skip


def test_a_task_is_joined_to_the_one_above(directory: Directory) -> None:
    draft = ruled(directory, {ROWS["last"]: Ruling.JOIN})
    assert contents(draft)[-1] == "I/2 Kiểm tra văn bản 3 Tổng kết"
    assert draft.tasks[-1].source_rows == (ROWS["second"], ROWS["last"])
    assert ("joined_rows", "") in [(problem.code, problem.field) for problem in draft.tasks[-1].problems]


def test_nothing_to_join_to(directory: Directory) -> None:
    draft = ruled(directory, {ROWS["whole"]: Ruling.JOIN})
    assert contents(draft) == contents(ruled(directory))


def test_a_task_becomes_a_heading_and_a_heading_a_task(directory: Directory) -> None:
    draft = ruled(directory, {ROWS["second"]: Ruling.SECTION})
    assert contents(draft) == ["I/1 Rà soát văn bản quy phạm pháp luật", "2/3 Tổng kết"]
    assert draft.tasks[-1].section_title == "Kiểm tra văn bản"
    back = ruled(directory, {ROWS["heading"]: Ruling.TASK})
    assert contents(back)[0] == "/I CẢI CÁCH THỂ CHẾ"
    assert [task.section for task in back.tasks] == ["", "", "", ""]


def test_a_heading_joined_to_a_task_stays_the_heading_of_none(directory: Directory) -> None:
    table = (
        f"{HEADING}\n1|Rà soát|Sở Tư pháp||Quý I\nII|BỘ MÁY|||\n|và sắp xếp|||\n1|Kiểm tra|Sở Nội vụ||Quý II"
    )
    draft = draft_from(document(table), directory, rulings={3: Ruling.JOIN})
    assert contents(draft) == ["/1 Rà soát và sắp xếp", "II/1 Kiểm tra"]


def test_a_row_is_left_out(directory: Directory) -> None:
    draft = ruled(directory, {ROWS["second"]: Ruling.DROP, ROWS["rest"]: Ruling.DROP})
    assert contents(draft) == ["I/1 Rà soát văn bản quy phạm", "I/3 Tổng kết"]
    assert (ROWS["rest"], "left_out", "pháp luật | năm 2025") in draft.dropped
    assert "dropped_row" not in {problem.code for problem in draft.problems}


def test_a_ruling_opens_what_a_signature_closed(directory: Directory) -> None:
    table = f"{HEADING}\n1|Rà soát|Sở Tư pháp||Quý I\n||TM. ỦY BAN NHÂN DÂN||\n|Kiểm tra|||\n2|Tổng kết|Sở Nội vụ||Quý IV"
    assert contents(draft_from(document(table), directory)) == ["/1 Rà soát", "/2 Tổng kết"]
    draft = draft_from(document(table), directory, rulings={3: Ruling.TASK})
    assert contents(draft) == ["/1 Rà soát", "/ Kiểm tra", "/2 Tổng kết"]


def test_a_number_alone_is_kept_when_a_person_says_so(directory: Directory) -> None:
    table = f"{HEADING}\n1|Rà soát|Sở Tư pháp||Quý I\n2||||\n3|Tổng kết|Sở Nội vụ||Quý IV"
    assert contents(draft_from(document(table), directory)) == ["/1 Rà soát", "/3 Tổng kết"]
    kept = draft_from(document(table), directory, rulings={2: Ruling.TASK})
    assert contents(kept) == ["/1 Rà soát", "/2 ", "/3 Tổng kết"]
    assert kept.tasks[1].problems[-1].code == "deadline_not_understood"


def test_text_beside_the_columns_becomes_content_when_a_person_says_so(directory: Directory) -> None:
    table = f"{HEADING}|\n1|Rà soát|Sở Tư pháp||Quý I|\n|||||bên lề\n2|Tổng kết|Sở Nội vụ||Quý IV|"
    draft = draft_from(document(table), directory, rulings={2: Ruling.SECTION})
    assert draft.tasks[-1].section_title == "bên lề"
    assert contents(draft_from(document(table), directory, rulings={2: Ruling.TASK}))[1] == "/ bên lề"


def test_lines_between_tables_have_rows_of_their_own(directory: Directory) -> None:
    pieces = (
        grid(f"{HEADING}\n1|Rà soát|Sở Tư pháp||Quý I", position=2),
        grid(f"{HEADING}\n2|Tổng kết|Sở Nội vụ||Quý IV", position=4),
    )
    both = source(*pieces, above=[*TITLE, "5", "Kiểm tra việc thực hiện"])
    draft = draft_from(both, directory)
    assert [(row, reason) for row, reason, _ in draft.dropped] == [
        (2, "page_number"),
        (3, "between_tables"),
        (4, "repeated_header"),
    ]
    assert contents(draft_from(both, directory, rulings={3: Ruling.TASK})) == [
        "/1 Rà soát",
        "/ Kiểm tra việc thực hiện",
        "/2 Tổng kết",
    ]


def test_a_person_parts_and_joins_tables(directory: Directory) -> None:
    both = document(f"{HEADING}\n1|Rà soát|Sở Tư pháp||Quý I", f"{HEADING}\n2|Tổng kết|Sở Nội vụ||Quý IV")
    whole = draft_from(both, directory)
    assert (whole.joined_tables, len(whole.choices), len(whole.tasks)) == ((1, 2), 1, 2)
    alone = draft_from(both, directory, tables=(2,))
    assert (alone.joined_tables, alone.table, contents(alone)) == ((2,), 2, ["/2 Tổng kết"])
    assert len(alone.choices) == 2
    turned = draft_from(both, directory, tables=(2, 1, 2))
    assert (turned.joined_tables, contents(turned)) == ((2, 1), ["/2 Tổng kết", "/1 Rà soát"])
    with pytest.raises(InvalidInput, match="bảng số 3"):
        draft_from(both, directory, tables=(1, 3))
