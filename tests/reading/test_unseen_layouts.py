"""Layouts of appendices met for the first time: titles beside times, sums, doubled columns, quarters in words."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from tests.reading.documents import table_row, word_document, word_table
from tests.reading.habits import Habit, as_word, habit

LAYOUTS: dict[str, Habit] = {
    name: habit(text)
    for name, text in {
        "title that begins under the time": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Thời gian|Nội dung|Cơ quan phối hợp|Cơ quan chủ trì|Sản phẩm
I|Cải cách thể chế|<|<|<|<
1|Quý I|Rà soát văn bản|Sở Tư pháp|Sở Nội vụ|Báo cáo
II|Cải cách bộ máy|<|<|<|<
2|Quý II|Sắp xếp tổ chức bộ máy||Sở Nội vụ|Đề án
====
@ I | Cải cách thể chế
1|Rà soát văn bản|Sở Nội vụ|Sở Tư pháp|Quý I
@ II | Cải cách bộ máy
2|Sắp xếp tổ chức bộ máy|Sở Nội vụ||Quý II
""",
        "sums in the rows of sections": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian|Kinh phí
|**I. CẢI CÁCH THỂ CHẾ**||||**1.200**
1|Rà soát văn bản|Sở Tư pháp||Quý I|1.200
|**II. CẢI CÁCH BỘ MÁY**||||**300**
1|Sắp xếp tổ chức bộ máy|Sở Nội vụ||Quý II|300
====
@ I | CẢI CÁCH THỂ CHẾ
1|Rà soát văn bản|Sở Tư pháp||Quý I
@ II | CẢI CÁCH BỘ MÁY
1|Sắp xếp tổ chức bộ máy|Sở Nội vụ||Quý II
""",
        "Roman sections with a lead over numbers that run on": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
I|Cải cách thể chế|||
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
II|Cải cách bộ máy|Sở Nội vụ||
3|Sắp xếp tổ chức bộ máy||Các sở|Quý II
====
@ I | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
@ II | Cải cách bộ máy
3|Sắp xếp tổ chức bộ máy|Sở Nội vụ|Các sở|Quý II
""",
        "plain titles among numbers that run on": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
|Cải cách thể chế|||
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
|Cải cách bộ máy|||
3|Sắp xếp tổ chức bộ máy|Sở Nội vụ|Các sở|Quý II
====
@ | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
@ | Cải cách bộ máy
3|Sắp xếp tổ chức bộ máy|Sở Nội vụ|Các sở|Quý II
""",
        "sections with small letters": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
a)|Cải cách thể chế|<|<|<
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
b)|Cải cách bộ máy|<|<|<
1|Sắp xếp tổ chức bộ máy|Sở Nội vụ||Quý II
====
@ a) | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
@ b) | Cải cách bộ máy
1|Sắp xếp tổ chức bộ máy|Sở Nội vụ||Quý II
""",
        "a date in the column of its quarter, a remark in another": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Thời gian|<
^|^|^|Quý I|Quý II
1|Rà soát văn bản|Sở Tư pháp|15/02|
2|Kiểm tra văn bản|Sở Tư pháp|x|Sơ kết
====
@ |
1|Rà soát văn bản|Sở Tư pháp||15/02
2|Kiểm tra văn bản|Sở Tư pháp||Quý I, Quý II (Sơ kết)
""",
        "years to tick": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Thời gian thực hiện|<
^|^|^|Năm 2024|Năm 2025
1|Rà soát văn bản|Sở Tư pháp|x|
2|Kiểm tra văn bản|Sở Tư pháp||x
====
@ |
1|Rà soát văn bản|Sở Tư pháp||Năm 2024
2|Kiểm tra văn bản|Sở Tư pháp||Năm 2025
""",
        "columns counted with sums": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Thời gian|Kinh phí|Trong đó
(1)|(2)|(3)|(4)|(5)=(6)|(6)
1|Rà soát văn bản|Sở Tư pháp|Quý I|50|50
====
@ |
1|Rà soát văn bản|Sở Tư pháp||Quý I
""",
        "a share begins a task, a rule ends a time, no numbers": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
Rà soát văn bản|Sở Tư pháp||Theo quy định
100% hồ sơ được tiếp nhận trực tuyến|Sở Nội vụ||Quý I
- 30 thủ tục được đơn giản hóa|Sở Nội vụ||Quý II
====
@ |
|Rà soát văn bản|Sở Tư pháp||Theo quy định
|100% hồ sơ được tiếp nhận trực tuyến|Sở Nội vụ||Quý I
|- 30 thủ tục được đơn giản hóa|Sở Nội vụ||Quý II
""",
        "a row after dashed rows owes them nothing": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Quý I
-|Lập danh mục|||Tháng 2
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
====
@ |
1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Quý I
-|Lập danh mục|Sở Tư pháp|Sở Y tế|Tháng 2
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
""",
        "headings mistyped": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024

STT|Nội dung nhiện vụ|Cơ quan chủ chì|Cơ quan phối hơp|Thời gain thực hiện
1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
3|Sắp xếp tổ chức bộ máy|Sở Nội vụ|Các sở|Năm 2024
====
@ |
1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
3|Sắp xếp tổ chức bộ máy|Sở Nội vụ|Các sở|Năm 2024
""",
    }.items()
}


def read(document: str, directory: Directory) -> PlanDraft:
    return draft_from(read_bytes("kh.docx", as_word(document)), directory)


def codes(draft: PlanDraft) -> set[tuple[str, str]]:
    return {(problem.code, problem.field) for problem in draft.problems}


@pytest.mark.parametrize("case", LAYOUTS)
def test_every_cell(case: str, directory: Directory) -> None:
    rows = tuple(
        f"{task.section}|{task.section_title}|{task.number}|{task.content}|{task.lead}|{task.coordinating}|{task.deadline}"
        for task in read(LAYOUTS[case].document, directory).tasks
    )  # fmt: skip
    assert rows == LAYOUTS[case].rows


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("sums in the rows of sections", ("section_unsure", "")),
        ("Roman sections with a lead over numbers that run on", ("section_unsure", "")),
        ("plain titles among numbers that run on", ("section_unsure", "")),
        ("a date in the column of its quarter, a remark in another", ("deadline_from_marks", "deadline")),
        ("headings mistyped", ("column_told_by_content", "lead")),
        ("headings mistyped", ("column_told_by_content", "deadline")),
    ],
)
def test_what_was_weighed_is_said(case: str, expected: tuple[str, str], directory: Directory) -> None:
    assert expected in codes(read(LAYOUTS[case].document, directory))


def test_a_second_time_column_is_named(directory: Directory) -> None:
    draft = read(
        """
STT|Nội dung|Cơ quan chủ trì|Thời gian|<
^|^|^|Trung ương giao|Tỉnh thực hiện
1|Rà soát văn bản|Sở Tư pháp|31/12/2024|Quý I""",
        directory,
    )
    assert draft.tasks[0].deadline == "31/12/2024"
    assert ("several_columns", "deadline") in codes(draft)


def test_rows_of_a_merged_number_are_marked(directory: Directory) -> None:
    draft = read(
        """
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Rà soát văn bản:|Sở Tư pháp|Các sở|Quý I/2024
^|- Lập danh mục;|^|^|^
2|Kiểm tra văn bản|Sở Tư pháp||Quý II/2024""",
        directory,
    )
    assert [{problem.code for problem in task.problems} for task in draft.tasks] == [
        set(),
        {"shared_number"},
        set(),
    ]


def test_a_word_row_with_a_cell_too_few_is_marked(directory: Directory) -> None:
    heading = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Ghi chú"]
    whole = ["1", "Rà soát văn bản", "Sở Tư pháp", "Các sở", "Quý I", ""]
    short = ["2", "Kiểm tra văn bản", "Sở Nội vụ", "Quý II", ""]
    explained = table_row(short).replace("<w:trPr>", '<w:trPr><w:gridAfter w:val="1"/>')
    rows = [heading, whole, short, ["3", *whole[1:]], explained, ["Ghi chú: không"]]
    draft = draft_from(read_bytes("kh.docx", word_document([word_table(rows)])), directory)
    marked = [{problem.code for problem in task.problems} for task in draft.tasks]
    assert "guessed_cells" in marked[1]
    assert not any("guessed_cells" in codes for codes in (marked[0], marked[2], marked[3]))


def test_another_plan_in_the_middle_is_named(directory: Directory) -> None:
    heading = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian"
    draft = read(
        f"""
{heading}
1|Rà soát văn bản|Sở Tư pháp||Quý I
KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH CỦA XÃ TÂN LẬP|<|<|<|<
{heading}
1|Kiểm tra văn bản|Sở Tư pháp||Quý II""",
        directory,
    )
    assert len(draft.tasks) == 2
    assert ("section_unsure", "") in codes(draft)
