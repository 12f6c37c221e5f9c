"""Heading rows: found, combined, told from data and from each other."""

import pytest

from cchc_desktop.reading.grid.header import (
    Column,
    Header,
    column_of,
    is_column_numbers,
    read_header,
    repeats,
    same_heading,
)
from cchc_desktop.reading.grid.spans import Placed
from tests.reading.tables import lines


def header_of(text: str) -> Header:
    found = read_header(lines(text), 0)
    assert found is not None
    return found


def roles(header: Header) -> list[str]:
    return [column.role for column in header.columns]


def test_a_heading_of_one_row() -> None:
    header = header_of("STT|Nội dung|Cơ quan chủ trì|Thời gian\n1|Rà soát|Sở Tư pháp|Quý I")
    assert roles(header) == ["number", "content", "lead", "deadline"]
    assert (header.first, header.last) == (0, 0)


def test_a_heading_merged_over_two_rows() -> None:
    header = header_of(
        "STT|Nội dung|Cơ quan thực hiện|<|Thời gian\n^|^|Chủ trì|Phối hợp|^\n1|Rà soát|Sở A|Sở B|Quý I"
    )
    assert roles(header) == ["number", "content", "lead", "coordinating", "deadline"]
    assert header.last == 1
    assert header.columns[3].heading == "Phối hợp"


def test_a_second_row_that_only_names_parts_belongs_to_the_heading_when_cells_hang_into_it() -> None:
    header = header_of(
        "STT|Nội dung|Cơ quan chủ trì|Kinh phí|<|Thời gian\n^|^|^|NSTW|NSĐP|^\n1|Rà soát|Sở A|5|6|Quý I"
    )
    assert header.last == 1
    assert roles(header) == ["number", "content", "lead", "budget", "budget", "deadline"]
    assert header.columns[4].heading == "Kinh phí NSĐP"


def test_a_heading_of_three_rows() -> None:
    header = header_of(
        "STT|Nội dung|Tổ chức thực hiện|<|<\n^|^|Cơ quan|<|Thời gian\n^|^|Chủ trì|Phối hợp|^\n1|Rà soát|Sở A|Sở B|Quý I"
    )
    assert roles(header) == ["number", "content", "lead", "coordinating", "deadline"]
    assert header.last == 2


def test_words_broken_over_two_rows_of_text() -> None:
    header = header_of("STT|Nội dung|Cơ quan chủ|Thời gian\n|||hoàn thành\n1|Rà soát|Sở A|Quý I")
    assert "deadline" in roles(header)


@pytest.mark.parametrize(
    "text",
    [
        "1|Rà soát|Sở Tư pháp|Quý I",
        "Rà soát|Sở Tư pháp|Quý I",
        "Nội dung|Ghi chú",
        "STT|Họ và tên|Chức vụ|Đơn vị",
        "STT|Chỉ tiêu|Năm 2025|Năm 2026",
        "Phụ lục",
        "|||",
        "(1)|(2)|(3)|(4)",
        "1. Nội dung|Cơ quan chủ trì|Thời gian",
    ],
)
def test_rows_that_are_no_heading(text: str) -> None:
    assert read_header(lines(text), 0) is None


def test_a_title_directly_above_is_no_part_of_the_heading() -> None:
    table = lines("NHIỆM VỤ||\nNội dung|Cơ quan chủ trì|Thời gian\nRà soát|Sở A|Quý I")
    assert read_header(table, 0) is None
    assert read_header(table, 1) is not None


def test_repeats_may_differ_slightly() -> None:
    header = header_of("STT|Nội dung công việc|Cơ quan chủ trì|Thời gian")
    same = lines(
        "Stt|NỘI DUNG CÔNG VIỆC|Cơ quan  chủ  trì|Thời gian\n|Nội dung cộng việc|Cơ quan chủ trì|Thời gian"
    )
    assert all(repeats(header, line) for line in same)
    other = lines("1|Nội dung công việc|Sở A|Quý I\n|||Thời gian\n|||")
    assert not any(repeats(header, line) for line in other)


def test_tables_with_the_same_columns() -> None:
    one = header_of("STT|Nội dung|Cơ quan chủ trì|Thời gian")
    other = header_of("TT|Nhiệm vụ|Đơn vị chủ trì|Thời hạn")
    third = header_of("TT|Nhiệm vụ|Thời hạn|Đơn vị chủ trì")
    assert same_heading(one, other)
    assert not same_heading(one, third)
    assert one.roles == {"number", "content", "lead", "deadline"}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("(1)|(2)|(3)", True),
        ("1|2|3|4", True),
        ("A|B|1|2", True),
        ("[1]|[2]|[3]", True),
        ("1|2", False),
        ("1|3|4", False),
        ("A|B|C", False),
        ("1|Rà soát|2", False),
        ("5|6|7", False),
        ("A|B|4|5", False),
    ],
)
def test_rows_that_number_the_columns(text: str, is_one: bool) -> None:
    assert is_column_numbers(lines(text)[0]) is is_one


def test_the_column_a_cell_lies_in() -> None:
    columns = (Column(0, 0), Column(1, 2), Column(3, 3))
    assert column_of(Placed("x", 1, 3), columns) == 1
    assert column_of(Placed("x", 0, 1), columns) == 0
    assert column_of(Placed("x", 9, 9), columns) is None
    assert column_of(Placed("x", 0, 0), ()) is None


def test_months_under_a_heading_of_time() -> None:
    table = "STT|Nội dung|Chủ trì|Thời gian (tháng)|<|<\n^|^|^|1|2|12\n1|Rà soát|Sở A|x||"
    header = read_header(lines(table), 0)
    assert header is not None
    assert header.last == 1
    assert [column.heading for column in header.columns[3:]] == ["Tháng 1", "Tháng 2", "Tháng 12"]
    assert {column.role for column in header.columns[3:]} == {"mark"}


def test_rows_below_a_heading_are_no_part_of_it() -> None:
    table = "Nhóm nhiệm vụ|Nội dung|Thời gian|Chủ trì\nCải cách bộ máy|Khảo sát|Cả năm|Sở A\n^|Rà soát|Quý I|Sở B\n^|Sắp xếp|Quý I|Sở B"
    header = read_header(lines(table), 0)
    assert header is not None
    assert header.last == 0


def test_a_row_that_reads_like_headings_below_whole_ones_is_data() -> None:
    table = "Tên nhiệm vụ|Thời hạn|Đơn vị chủ trì\nTổ chức|Tháng|Sở\nHội thi|01/2025|Nội vụ"
    header = read_header(lines(table), 0)
    assert header is not None
    assert header.last == 0
    cut = "Nội dung|Cơ quan|Cơ quan|Thời gian\ncông việc|chủ trì|phối hợp|thực hiện\nRà soát|Sở A|Sở B|Quý I"
    header = read_header(lines(cut), 0)
    assert header is not None
    assert (header.last, [column.role for column in header.columns]) == (
        1,
        ["content", "lead", "coordinating", "deadline"],
    )
