"""Roles of columns: by heading, place and content."""

from cchc_desktop.reading.grid.guess import guess_layout
from cchc_desktop.reading.grid.header import read_header
from cchc_desktop.reading.grid.layout import Layout, by_column, lay_out
from tests.reading.tables import lines


def layout_of(text: str) -> Layout:
    table = lines(text)
    header = read_header(table, 0)
    assert header is not None
    return lay_out(header.columns, table[header.last + 1 :])


def test_the_strongest_heading_takes_the_role() -> None:
    layout = layout_of("Mã|Chỉ tiêu|Nhiệm vụ|Đơn vị|Đơn vị chủ trì|Thời gian\nx|a|b|c|d|Quý I")
    assert layout.roles == {"number": 0, "content": 2, "lead": 4, "deadline": 5}
    assert layout.ignored == ("Chỉ tiêu", "Đơn vị")
    assert layout.heading("lead") == "Đơn vị chủ trì"


def test_begin_and_end() -> None:
    assert layout_of("Nội dung|Chủ trì|Bắt đầu|Kết thúc").roles == {
        "content": 0,
        "lead": 1,
        "start": 2,
        "end": 3,
    }
    assert layout_of("Nội dung|Chủ trì|Bắt đầu|Ngày hoàn thành").roles["end"] == 3
    assert layout_of("Nội dung|Chủ trì|Bắt đầu|Ghi chú").roles["deadline"] == 2
    assert layout_of("Nội dung|Chủ trì|Ghi chú|Kết thúc").roles["deadline"] == 3
    both = layout_of("Nội dung|Chủ trì|Thời gian|Bắt đầu|Kết thúc\na|b|Quý I|1/1|2/2")
    assert both.roles["deadline"] == 2
    assert both.ignored == ("Bắt đầu", "Kết thúc")
    assert "deadline" not in layout_of("Nội dung|Chủ trì|Phối hợp").roles


def test_a_number_column_without_heading() -> None:
    layout = layout_of("|Nội dung|Chủ trì|Thời gian\n1|Rà soát|Sở A|Quý I\n2|Kiểm tra|Sở A|Quý I")
    assert layout.roles["number"] == 0
    no_numbers = layout_of("|Nội dung|Chủ trì|Thời gian\nx|Rà soát|Sở A|Quý I")
    assert "number" not in no_numbers.roles
    assert no_numbers.ignored == ("cột 1",)


def test_a_heading_over_number_and_content() -> None:
    layout = layout_of("Nội dung|<|Chủ trì|Thời gian\n1|Rà soát|Sở A|Quý I\n2|Kiểm tra|Sở A|Quý I")
    assert (layout.roles["number"], layout.roles["content"]) == (0, 1)
    assert [column.first for column in layout.columns] == [0, 1, 2, 3]
    wide = layout_of("Nội dung|<|Chủ trì|Thời gian\nRà soát|<|Sở A|Quý I")
    assert "number" not in wide.roles


def test_tables_without_content_column_keep_their_columns() -> None:
    assert layout_of("Cơ quan chủ trì|Phối hợp|Thời gian").roles == {
        "lead": 0,
        "coordinating": 1,
        "deadline": 2,
    }


def test_of_two_contents_the_seldom_filled_is_the_group() -> None:
    layout = layout_of("Nhiệm vụ|Nội dung thực hiện|Chủ trì|Thời gian\nA|a|x|Quý I\n^|b|x|Quý I\n^|c|x|Quý I")
    assert (layout.roles["group"], layout.roles["content"]) == (0, 1)
    both = layout_of("Nhiệm vụ|Nội dung thực hiện|Chủ trì|Thời gian\nA|a|x|Quý I\nB|b|x|Quý I")
    assert both.roles["content"] == 0
    assert both.ignored == ("Nội dung thực hiện",)
    named = layout_of("Nhóm|Nhiệm vụ|Nội dung thực hiện|Chủ trì|Thời gian\nA|a|b|x|Quý I")
    assert named.roles["group"] == 0


def test_ticked_columns() -> None:
    layout = layout_of("Nội dung|Chủ trì|Phối hợp|Quý I|Quý II\na|Sở A||x|")
    assert layout.marks == (3, 4)
    assert layout.ignored == ()


def test_one_column_for_both_bodies() -> None:
    assert layout_of("Nội dung|Cơ quan chủ trì, phối hợp|Thời gian").both
    assert not layout_of("Nội dung|Cơ quan chủ trì|Thời gian").both


def test_contents_that_do_not_fit_the_heading() -> None:
    body = "\n".join("a|Quý I|Sở Nội vụ" for _ in range(3))
    assert layout_of(f"Nội dung|Cơ quan chủ trì|Thời gian\n{body}").doubtful == ("lead", "deadline")
    assert layout_of("Nội dung|Cơ quan chủ trì|Thời gian\na|Quý I|Sở Nội vụ").doubtful == ()


def test_a_person_decides() -> None:
    table = lines("Nội dung|<|Chủ trì\nx|Rà soát|Sở A")
    header = read_header(lines("Nội dung|<|Chủ trì|Thời gian"), 0)
    assert header is not None
    layout = lay_out(header.columns, table, {"content": 1, "number": 0, "lead": 5})
    assert layout.columns[layout.roles["content"]].first == 1
    assert layout.columns[layout.roles["number"]].first == 0
    assert layout.columns[layout.roles["lead"]].first == 5
    assert layout.ignored == ("Chủ trì",)
    assert lay_out((), table, {}).roles == {}


def test_guessing_without_headings() -> None:
    layout = guess_layout(
        lines(
            "1|Ban hành kế hoạch|Sở Nội vụ|Các sở|UBND tỉnh|Quý I|x\n2|Kiểm tra|Sở Nội vụ|Các sở|UBND tỉnh|Thường xuyên|y"
        )
    )
    assert layout is not None
    assert layout.guessed
    assert layout.roles == {
        "number": 0, "content": 1, "lead": 2, "coordinating": 3, "issuing_level": 4, "deadline": 5,
    }  # fmt: skip
    assert layout.ignored == ("cột 7",)


def test_tables_that_are_not_guessed() -> None:
    assert guess_layout(lines("1|Nguyễn Văn A|Chuyên viên|0912")) is None
    assert guess_layout(lines("Rà soát|Quý I")) is None
    assert guess_layout(lines("Rà soát văn bản|Quý I|50%")) is None
    assert guess_layout(()) is None


def test_cells_are_sorted_into_columns() -> None:
    table = lines("a|b|c\nd|<|e|f")
    columns = layout_of("Nội dung|Chủ trì|Thời gian").columns
    assert {place: [cell.text for cell in cells] for place, cells in by_column(table[0], columns).items()} == {
        0: ["a"], 1: ["b"], 2: ["c"],
    }  # fmt: skip
    shifted = by_column(lines("a|<|b|c|d")[0], columns)
    assert [cell.text for cell in shifted[None]] == ["c", "d"]


def test_a_column_of_groups_alone_is_the_content() -> None:
    layout = layout_of("Lĩnh vực, nội dung|Chủ trì|Thời gian\nA|x|Quý I")
    assert layout.roles == {"content": 0, "lead": 1, "deadline": 2}
