"""Constructed appendices with expected rows: other columns, numbers, notes, totals, two time columns."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from tests.reading.documents import DATA, expected_rows

FILES = {
    "c01_tab_no_stt_pagebreaks.txt": {"joined_rows": 3, "dropped_headers": 3},
    "c02_pipe_running_stt_product_note.txt": {"joined_rows": 0, "dropped_headers": 0},
    "c05_tab_time_third_no_groups.txt": {"joined_rows": 0, "dropped_headers": 0},
    "c06_tab_budget_total_row.txt": {"joined_rows": 0, "dropped_headers": 0, "dropped_totals": 1},
    "c16_excel_semicolon.csv": {"joined_rows": 0, "dropped_headers": 0},
}


def read(name: str, directory: Directory) -> PlanDraft:
    return draft_from(read_bytes(name, (DATA / name).read_bytes()), directory)


@pytest.mark.parametrize("name", FILES)
def test_all_rows_in_all_fields(name: str, directory: Directory) -> None:
    draft = read(name, directory)
    expected = expected_rows(name.rpartition(".")[0])
    keys = {"no": "number"}
    assert [
        {key: getattr(task, keys.get(key, key)) for key in expected[0]} for task in draft.tasks
    ] == expected
    assert draft.repairs == FILES[name]
    assert draft.problems == ()
    assert draft.head.title == "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024"
    assert draft.head.document_number == "12/KH-UBND"
    assert draft.head.issuer == "Ủy ban nhân dân tỉnh Mẫu Giang"


def test_begin_and_end_become_one_phrase(directory: Directory) -> None:
    draft = read("c08_tab_start_end.txt", directory)
    expected = expected_rows("c08_tab_start_end")
    for task, row in zip(draft.tasks, expected, strict=True):
        both = f"Từ {row['start']} đến {row['end']}" if row["start"] else row["end"]
        assert task.deadline == both
        assert (task.number, task.content, task.lead, task.product) == (
            row["no"],
            row["content"],
            row["lead"],
            row["product"],
        )
    assert draft.tasks[1].deadline_reading.kind is DeadlineKind.WINDOW
    assert ("deadline", "Bắt đầu - Kết thúc") in draft.headings
    assert (draft.columns["start"], draft.columns["end"]) == (4, 5)


def test_hard_cells(directory: Directory) -> None:
    draft = read("c19_hard_cells.txt", directory)
    codes = {task.number: {problem.code for problem in task.problems} for task in draft.tasks}
    assert codes["1"] == {"lead_is_sentence"}
    assert "missing_text" in codes["2"]
    assert codes["4"] == {"joined_rows"}
    assert [party.text for party in draft.tasks[2].lead_parties] == [
        "Văn phòng UBND tỉnh",
        "các Sở: Nội vụ",
        "Tài chính",
        "Khoa học và Công nghệ",
        "Tư pháp",
    ]
    assert draft.tasks[3].content == ("Thực hiện Nghị định số 61/2018/NĐ-CP; Nghị định số 107/2021/NĐ-CP")
    assert draft.tasks[3].deadline == "Thường xuyên"
