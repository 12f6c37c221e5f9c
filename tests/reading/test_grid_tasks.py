"""Rows become tasks: joins, sections, numbers, everything set aside."""

import pytest

from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.grid.layout import Layout
from cchc_desktop.reading.grid.rows import outside_row
from cchc_desktop.reading.grid.tasks import TaskRows, read_tasks
from tests.reading.tables import TASKS, rows

GROUPED = Layout(
    tuple(Column(place, place, "x") for place in range(5)),
    {"number": 0, "group": 1, "content": 2, "lead": 3, "deadline": 4},
)
START = "1|Rà soát|Sở Tư pháp||Quý I\n"


def read(text: str, layout: Layout = TASKS, breaks: tuple[int, ...] = ()) -> TaskRows:
    return read_tasks(rows(text, layout, breaks))


def short(found: TaskRows) -> list[str]:
    return [
        f"{task.section}/{task.number} {task.text('content')}"
        + "".join(f" !{flag}" for flag in sorted(task.flags))
        for task in found.tasks
    ]


def reasons(found: TaskRows) -> list[tuple[int, str]]:
    return [(drop.index, drop.reason) for drop in found.dropped]


def test_sections_and_numbers() -> None:
    found = read(
        "I|THỂ CHẾ|||\n1|Rà soát|Sở A||Quý I\n2|Kiểm tra|Sở A||Quý I\nII|BỘ MÁY|||\n1|Sắp xếp|Sở A||Quý I"
    )
    assert short(found) == ["I/1 Rà soát", "I/2 Kiểm tra", "II/1 Sắp xếp"]
    assert [task.section_title for task in found.tasks] == ["THỂ CHẾ", "THỂ CHẾ", "BỘ MÁY"]
    assert found.tasks[2].rows == (4,)


def test_numbers_may_run_on_through_sections() -> None:
    assert short(read("I|THỂ CHẾ|||\n1|a|Sở A||Quý I\nII|BỘ MÁY|||\n2|b|Sở A||Quý I")) == ["I/1 a", "II/2 b"]


def test_numbers_out_of_order_are_marked() -> None:
    assert short(read(f"{START}3|Tổng kết|Sở A||Quý I\n4|Kiểm tra|Sở A||Quý I")) == [
        "/1 Rà soát",
        "/3 Tổng kết !number_out_of_order",
        "/4 Kiểm tra",
    ]
    assert short(read("2|Rà soát|Sở A||Quý I")) == ["/2 Rà soát !number_out_of_order"]
    assert short(read(f"{START}1|Lần nữa|Sở A||Quý I")) == ["/1 Rà soát", "/1 Lần nữa !number_out_of_order"]


def test_numbers_below_a_heading() -> None:
    found = read(
        "1|Thể chế|||\n1.1|a|Sở A||Quý I\n1.2|b|Sở A||Quý I\n2|Bộ máy|||\n2.1|c|Sở A||Quý I\n2.3|d|Sở A||Quý I"
    )
    assert short(found) == ["1/1.1 a", "1/1.2 b", "2/2.1 c", "2/2.3 d !number_out_of_order"]
    letters = read("1|a|Sở A||Quý I\na)|b|Sở A||Quý I\nb)|c|Sở A||Quý I\n2|d|Sở A||Quý I\na)|e|Sở A||Quý I")
    assert not any(task.flags for task in letters.tasks)


def test_rows_without_content_go_on() -> None:
    found = read(f"{START}|||ban, ngành tỉnh|năm 2024")
    assert short(found) == ["/1 Rà soát !joined_rows"]
    assert (found.tasks[0].text("coordinating"), found.tasks[0].text("deadline")) == (
        "ban, ngành tỉnh",
        "Quý I năm 2024",
    )
    assert (found.joined, found.tasks[0].rows) == (1, (0, 1))


@pytest.mark.parametrize(
    "rest",
    [
        "|văn bản|||",
        "|Bộ Nội vụ|||",
        "|107/2021/NĐ-CP ngày 06/12/2021|||",
        "|văn bản|pháp||",
        "|Bộ Nội vụ|||năm 2024",
    ],
)
def test_cut_rows_are_joined(rest: str) -> None:
    found = read(f"{START}{rest}\n2|Kiểm tra|Sở A||Quý I")
    assert [task.number for task in found.tasks] == ["1", "2"]
    assert found.joined == 1


def test_numbers_within_a_phrase_do_not_begin_a_row() -> None:
    table = "|1. Thực hiện Nghị định|Sở A||Thường\n|61. của Chính phủ|||xuyên\n|2. Kiểm tra|Sở A||Quý I"
    found = read(table, breaks=(1,))
    assert [task.text("content") for task in found.tasks] == [
        "Thực hiện Nghị định 61. của Chính phủ",
        "Kiểm tra",
    ]
    bare = read(table.replace("xuyên", ""))
    assert len(bare.tasks) == 2


def test_a_number_printed_again_after_a_page_break() -> None:
    found = read(f"{START}1|văn bản|||\n2|Kiểm tra|Sở A||Quý I", breaks=(1,))
    assert short(found) == ["/1 Rà soát văn bản !joined_rows", "/2 Kiểm tra"]


def test_whole_rows_without_number_stay_rows() -> None:
    assert short(read(f"{START}|Kiểm tra|Sở Nội vụ||Quý II\n2|Tổng kết|Sở A||Quý I")) == [
        "/1 Rà soát",
        "/ Kiểm tra !missing_number",
        "/2 Tổng kết",
    ]


def test_dashes_need_no_number() -> None:
    assert short(read("|1. Kiểm tra|Sở A||Quý I\n|- Đợt 1|Sở Nội vụ||Quý II\n|2. Tổng kết|Sở A||Quý I")) == [
        "/1 Kiểm tra",
        "/ - Đợt 1",
        "/2 Tổng kết",
    ]


def test_tables_without_numbers() -> None:
    found = read(
        "|Rà soát|Sở Tư pháp||Quý I\n|Kiểm tra|Sở Nội vụ||\n|văn bản|nội vụ||\n|Theo dõi||Các sở|\n|Tổng kết|Sở A||Quý I\n"
        "|Công khai|Sở B||\n|Trả kết quả|Sở B||",
        breaks=(6,),
    )
    assert short(found) == [
        "/ Rà soát",
        "/ Kiểm tra văn bản Theo dõi !joined_rows",
        "/ Tổng kết",
        "/ Công khai Trả kết quả !joined_rows",
    ]


def test_rows_without_number_that_may_go_on_are_marked() -> None:
    found = read(
        "|Rà soát|Sở Tư pháp||Quý I\n|Kiểm tra|Sở Nội vụ||Theo yêu\n|Văn bản|Sở Y tế||Cầu\n|Tổng kết|Sở A||Quý I"
    )
    assert short(found) == ["/ Rà soát", "/ Kiểm tra !maybe_cut", "/ Văn bản !row_unsure", "/ Tổng kết"]


def test_a_bare_row_after_a_page_break_goes_on_without_numbers() -> None:
    found = read("|Rà soát|Sở Tư pháp||Quý I\n|Văn bản|||\n|Kiểm tra|Sở A||Quý I", breaks=(1,))
    assert short(found) == ["/ Rà soát Văn bản !joined_rows", "/ Kiểm tra"]


def test_numbers_alone() -> None:
    found = read(f"{START}2||||\n|Kiểm tra|Sở Nội vụ||\n3||||\n9||||")
    assert short(found) == ["/1 Rà soát", "/2 Kiểm tra !joined_rows"]
    assert reasons(found) == [(3, "number_only"), (4, "page_number")]


def test_rows_that_belong_to_nothing() -> None:
    assert reasons(read(f"||Sở A||\n{START}")) == [(0, "orphan")]
    empty = read("1||Sở A||Quý I")
    assert (len(empty.tasks), empty.tasks[0].text("content")) == (1, "")


def test_notes_signatures_and_what_follows() -> None:
    found = read(
        f"{START}Ghi chú: x||||\n||TM. ỦY BAN||\n|||CHỦ TỊCH|\n|||Nguyễn Văn A|\n2|Kiểm tra|Sở A||Quý I\n|||Nguyễn Văn B|"
    )
    assert short(found) == ["/1 Rà soát", "/2 Kiểm tra !joined_rows"]
    assert reasons(found) == [(1, "note"), (2, "signature"), (3, "signature"), (4, "signature")]
    assert reasons(read(f"{START}PHỤ LỤC II||||\nDANH SÁCH||||")) == [(1, "signature"), (2, "signature")]


def test_a_whole_row_after_a_signature_is_a_task_again() -> None:
    found = read("|Rà soát|Sở Tư pháp||Quý I\n||TM. ỦY BAN||\n|Kiểm tra|Sở Nội vụ||Quý II")
    assert short(found) == ["/ Rà soát", "/ Kiểm tra"]


def test_parts_and_subheadings_are_set_aside() -> None:
    found = read("A|CHUNG|||\nI|THỂ CHẾ|||\n1|Hoàn thiện|||\n1.1|Rà soát|Sở A||Quý I\n|Kiểm tra|Sở B||Quý I")
    assert reasons(found) == [(0, "part"), (2, "subheading")]
    assert short(found) == ["I/1.1 Rà soát", "I/ Kiểm tra !missing_number"]


def test_second_lines_of_headings_that_are_set_aside() -> None:
    found = read("A|NHIỆM VỤ CHUNG CỦA|||\n|CÁC SỞ, BAN, NGÀNH|||\nI|THỂ CHẾ|||\n1|Rà soát|Sở A||Quý I")
    assert reasons(found) == [(0, "part")]
    assert found.dropped[0].text == "A | NHIỆM VỤ CHUNG CỦA CÁC SỞ, BAN, NGÀNH"
    assert [task.section_title for task in found.tasks] == ["THỂ CHẾ"]


def test_a_heading_above_a_number_alone_is_set_aside() -> None:
    assert reasons(read("I|THỂ CHẾ|||\n1||||")) == [(0, "section"), (1, "number_only")]


def test_section_titles_over_two_rows_in_small_letters() -> None:
    found = read("II|Cải cách thủ tục và cơ chế|||\n|Một cửa|||\n1|Rà soát|Sở A||Quý I")
    assert (found.tasks[0].section, found.tasks[0].section_title) == (
        "II",
        "Cải cách thủ tục và cơ chế Một cửa",
    )
    assert found.unsure_headings == ("Một cửa",)


def test_headings_without_tasks_are_set_aside() -> None:
    found = read("I|THỂ CHẾ|||\nII|BỘ MÁY|||\n1|Rà soát|Sở A||Quý I\nIII|CÔNG VỤ|||")
    assert reasons(found) == [(0, "section"), (3, "section")]
    assert [drop.text for drop in found.dropped] == ["I | THỂ CHẾ", "III | CÔNG VỤ"]


def test_section_titles_over_two_rows() -> None:
    found = read("I|CẢI CÁCH THỦ TỤC VÀ|||\n|MỘT CỬA LIÊN THÔNG|||\n1|Rà soát|Sở A||Quý I")
    assert found.tasks[0].section_title == "CẢI CÁCH THỦ TỤC VÀ MỘT CỬA LIÊN THÔNG"


def test_guessed_headings_are_named() -> None:
    assert read("|Thể chế|||\n|Rà soát|Sở A||Quý I").unsure_headings == ("Thể chế",)


def test_lines_between_tables() -> None:
    table = rows(f"{START}1|Kiểm tra|Sở A||Quý I")
    found = read_tasks([table[0], outside_row("II. Bộ máy", 1), outside_row("xem trang sau", 1), table[1]])
    assert [task.section for task in found.tasks] == ["", "II"]
    assert reasons(found) == [(1, "between_tables")]


def test_groups_in_a_column() -> None:
    found = read(
        "1|I. Thể chế|Rà soát|Sở A|Quý I\n2||Kiểm tra|Sở A|Quý I\n3|Bộ máy|Sắp xếp|Sở A|Quý I", GROUPED
    )
    assert [(task.section, task.section_title) for task in found.tasks] == [
        ("I", "Thể chế"),
        ("I", "Thể chế"),
        ("", "Bộ máy"),
    ]


def test_numbers_that_count_groups() -> None:
    found = read(
        "1|Thể chế|Rà soát|Sở A|Quý I\n^|^|Kiểm tra|Sở A|Quý I\n2|Bộ máy|Sắp xếp|Sở A|Quý I\n|||sở B|",
        GROUPED,
    )
    assert short(found) == ["1/ Rà soát", "1/ Kiểm tra", "2/ Sắp xếp !joined_rows"]


def test_contents_merged_down() -> None:
    found = read("1|Tuyên truyền|Sở A|Các sở|Quý I\n^|^|Sở B|^|Quý II\n^|^|^|Báo tỉnh|^")
    assert short(found) == ["/1 Tuyên truyền", "/1 Tuyên truyền !joined_rows !shared_content"]
    assert found.tasks[1].cells["coordinating"] == "Các sở \nBáo tỉnh"


def test_numbers_merged_down() -> None:
    assert short(read("1|a|Sở A||Quý I\n^|b|Sở B||Quý II")) == ["/1 a", "/1 b"]


def test_cells_that_do_not_fit() -> None:
    found = read(
        f"{START}2|Kiểm tra|Sở A|<|Quý I\n3|Tổng kết|Sở A||Quý I|thừa\n||||năm 2024|nữa\nRà soát lại văn bản|Sở Tư pháp||Quý I|"
    )
    assert short(found) == [
        "/1 Rà soát",
        "/2 Kiểm tra !merged_columns",
        "/3 Tổng kết !extra_cells !joined_rows",
        "/ Rà soát lại văn bản Sở Tư pháp !missing_number !strange_number",
    ]
    assert (
        short(read(f"{START}2|Tổng kết|Sở A||Quý I\n||||năm 2024|nữa"))[1]
        == "/2 Tổng kết !extra_cells !joined_rows"
    )


def test_words_in_the_number_column_of_a_cut_row() -> None:
    found = read("NV-01|Rà soát|Sở A||Quý I\nNV-02|Kiểm tra|Sở A||Quý I")
    assert [task.number for task in found.tasks] == ["NV-01", "NV-02"]


def test_codes_go_on_in_the_next_row() -> None:
    found = read(f"{START}2||Sở A||\n|Kiểm tra|||")
    assert short(found) == ["/1 Rà soát", "/2 Kiểm tra !joined_rows"]


def test_the_second_line_of_a_subheading() -> None:
    found = read("I|THỂ CHẾ|||\n|**Lĩnh vực đất đai,**|||\n|xây dựng|||\n1|Rà soát|Sở A||Quý I")
    assert reasons(found) == [(1, "subheading"), (2, "subheading")]
    assert short(found) == ["I/1 Rà soát"]


def test_a_number_beside_that_of_the_heading_ends_its_section() -> None:
    found = read(
        "1|Kiểm tra|Sở A||Quý I\n2|Thể chế|||\n2.1|Rà soát|Sở B||Quý I\n2.2|Hợp nhất|Sở B||Quý I\n3|Tổng kết|Sở A||Quý IV"
    )
    assert short(found) == ["/1 Kiểm tra", "2/2.1 Rà soát", "2/2.2 Hợp nhất", "/3 Tổng kết"]
    restart = read(
        "1|Thể chế|<|<|<\n1|Rà soát|Sở B||Quý I\n2|Hợp nhất|Sở B||Quý I\n2|Bộ máy|<|<|<\n1|Sắp xếp|Sở A||Quý IV"
    )
    assert short(restart) == ["1/1 Rà soát", "1/2 Hợp nhất", "2/1 Sắp xếp"]


def test_rows_below_a_task_are_no_headings() -> None:
    found = read("1|Kiểm tra|Sở A||Quý I\n1.1|Đợt một|||\n1.1.1|Sở Y tế|Sở B||Quý I\n2|Tổng kết|Sở A||Quý IV")
    assert short(found) == ["/1 Kiểm tra", "/1.1 Đợt một", "/1.1.1 Sở Y tế", "/2 Tổng kết"]


def test_the_name_of_a_group_goes_on_over_the_page() -> None:
    found = read(
        "1|Cải cách thủ|Rà soát|Sở A|Quý I\n|tục hành chính|văn bản||\n2||Kiểm tra|Sở A|Quý I\n3|Bộ máy|Sắp xếp|Sở A|Quý I\n|Bộ máy|tổ chức||",
        GROUPED,
    )
    assert [task.section_title for task in found.tasks] == [
        "Cải cách thủ tục hành chính",
        "Cải cách thủ tục hành chính",
        "Bộ máy",
    ]
    assert [task.text("content") for task in found.tasks] == [
        "Rà soát văn bản",
        "Kiểm tra",
        "Sắp xếp tổ chức",
    ]


def test_a_number_alone_that_a_cell_still_lacks() -> None:
    found = read(f"{START}2|Kiểm tra|Sở A||Tháng 6 và tháng\n||||12\n3|Tổng kết|Sở A||Quý IV\n||||5")
    assert [task.text("deadline") for task in found.tasks] == ["Quý I", "Tháng 6 và tháng 12", "Quý IV"]
    assert reasons(found) == [(4, "page_number")]


def test_a_number_cut_off_from_its_content() -> None:
    found = read(
        "|1. Rà soát|Sở A||Quý I\n|2.|Sở B||Quý\n|Kiểm tra|||II\n|3. Tổng kết|Sở A||Quý IV", breaks=(2,)
    )
    assert short(found) == ["/1 Rà soát", "/2 Kiểm tra !joined_rows", "/3 Tổng kết"]


def test_the_title_of_a_section_beside_its_column() -> None:
    found = read("I|||||THỂ CHẾ\n1|Rà soát|Sở A||Quý I|")
    assert [(task.section, task.section_title) for task in found.tasks] == [("I", "THỂ CHẾ")]


def test_tasks_directly_under_a_part() -> None:
    found = read("A|CHUNG|||\nI|THỂ CHẾ|||\n1|Rà soát|Sở A||Quý I\nB|RIÊNG|||\n2|Kiểm tra|Sở A||Quý I")
    assert short(found) == ["I/1 Rà soát", "B/2 Kiểm tra"]
    assert reasons(found) == [(0, "part")]


def test_cells_a_reader_had_to_guess() -> None:
    from dataclasses import replace

    one, other = rows(f"{START}|văn bản|||")
    found = read_tasks([one, replace(other, guessed=True)])
    assert found.tasks[0].flags == {"joined_rows", "guessed_cells"}


def test_rows_that_end_unfinished_go_on_also_when_the_next_looks_whole() -> None:
    table = "|Rà soát|Sở A||Quý I\n|Thực hiện theo|Sở Y tế||Quý I\n|Nghị định số 5|Sở Tư pháp||Quý II\n|Tổng kết|Sở A||Quý IV"
    assert short(read(table))[1] == "/ Thực hiện theo Nghị định số 5 !joined_rows"
    bodies = table.replace("Thực hiện theo", "Thực hiện").replace("Sở Y tế", "Sở Y tế,")
    assert short(read(bodies))[1] == "/ Thực hiện Nghị định số 5 !joined_rows"
    times = table.replace("Thực hiện theo", "Thực hiện").replace("Quý I\n|Ng", "Tháng\n|Ng")
    assert short(read(times))[1] == "/ Thực hiện Nghị định số 5 !joined_rows"


def test_a_cell_that_can_only_be_a_rest_joins_a_row_that_looks_whole() -> None:
    table = "|Rà soát|Sở A|Các sở|Quý I\n|Kiểm tra|Sở B|Các sở|Quý I\n|Văn bản|Sở Y tế|và các địa phương|Quý II\n|Tổng kết|Sở A||Quý IV"
    assert short(read(table))[1] == "/ Kiểm tra Văn bản !joined_rows"
    assert len(read(table.replace("và các", "Các")).tasks) == 4
    fragments = table.replace("Sở Y tế|và các địa phương", "pháp|Địa phương")
    assert short(read(fragments))[1] == "/ Kiểm tra Văn bản !joined_rows"


def test_the_upper_part_of_a_row_cut_twice_is_not_joined_to_a_whole_one() -> None:
    table = "|Rà soát|Sở Tư pháp||Quý I\n|Kiểm tra|Công||Quý II\n|việc thực hiện|an tỉnh||\n|Tổng kết|Sở Tư pháp||Quý IV"
    found = read(table, breaks=(1, 2))
    assert [task.text("lead") for task in found.tasks] == ["Sở Tư pháp", "Công an tỉnh", "Sở Tư pháp"]
