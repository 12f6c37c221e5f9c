"""Rows seen by role, and what kind of row one looks like."""

import pytest

from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.grid.layout import Layout
from cchc_desktop.reading.grid.rows import (
    is_appendix_heading,
    is_appendix_title,
    is_closing,
    is_note,
    is_page_number,
    is_total,
    outside_row,
    see,
)
from tests.reading.tables import TASKS, lines, row, rows


def test_texts_by_role() -> None:
    first, second = rows(
        "1|Rà soát/nvăn bản|Sở A|Sở B|Quý I\n2|Kiểm tra|^|Sở B|Quý I".replace("Sở A|Sở B", "Sở A|Sở B")
    )
    assert first.text("content") == "Rà soát văn bản"
    assert first.values["content"].raw == "Rà soát\nvăn bản"
    assert (second.text("lead"), second.own("lead")) == ("Sở A", "")
    assert second.text("note") == ""
    assert not first.bare


def test_banners_lone_texts_and_blank_rows() -> None:
    banner, lone, blank, task = rows("I. THỂ CHẾ|<|<|<|<\n||Sở A||\n||||\n1|Rà soát|||")
    assert (banner.banner, banner.lone, banner.bare) == (True, "I. THỂ CHẾ", True)
    assert (lone.banner, lone.lone, lone.bare) == (False, "Sở A", False)
    assert blank.blank
    assert not banner.blank
    assert (task.lone, task.bare) == ("", True)


def test_bold_rows() -> None:
    assert row("**I**|**Thể chế**|||").bold
    assert not row("**I**|Thể chế|||").bold
    assert not row("||||").bold


def test_cells_beside_the_table_and_across_columns() -> None:
    assert row("1|Rà soát|Sở A|Sở B|Quý I|thừa").extra == ("thừa",)
    assert row("1|Rà soát|Sở A|<|Quý I").merged
    assert not row("1|Rà soát|Sở A||Quý I").merged
    unnamed = Layout((*TASKS.columns, Column(5, 5)), TASKS.roles)
    assert see(lines("1|Rà soát|Sở A|Sở B|Quý I|thừa")[0], unnamed, 0).extra == ("thừa",)
    assert see(lines("1|Rà soát|Sở A|Sở B|Quý I|")[0], unnamed, 0).extra == ()


def test_ticks_become_a_phrase() -> None:
    layout = Layout(
        (Column(0, 0, "Nội dung"), Column(1, 1, "Quý I"), Column(2, 2, "Quý II")),
        {"content": 0},
        marks=(1, 2),
    )
    assert see(lines("Rà soát|x|X")[0], layout, 0).text("deadline") == "Quý I, Quý II"
    assert see(lines("Rà soát||")[0], layout, 0).text("deadline") == ""
    assert see(lines("Rà soát|30%|x")[0], layout, 0).text("deadline") == "Quý I (30%), Quý II"
    assert see(lines("Rà soát|15/02|")[0], layout, 0).text("deadline") == "15/02"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("|Tổng cộng||||", True),
        ("Tổng cộng: 53 nhiệm vụ|<|<|<|<", True),
        ("|TỔNG KINH PHÍ (triệu đồng)|||", True),
        ("|Cộng|||", True),
        ("|Cộng mục I|||", True),
        ("|Tổng: 595.500.000 đồng|||", True),
        ("1|Tổng kết công tác|||", False),
        ("|Công khai thủ tục|||", False),
        ("|Cộng tác viên|||", False),
        ("|Cộng đồng dân cư|||", False),
        ("|Tổng cộng|Sở Nội vụ||", False),
        ("|Tổng hợp báo cáo|||", False),
    ],
)
def test_sums(text: str, is_one: bool) -> None:
    assert is_total(row(text)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ghi chú: các sở chủ động|<|<|<|<", True),
        ("* Ghi chú||||", True),
        ("(*) Theo Quyết định 45||||", True),
        ("|* Thể chế|||", False),
        ("|Rà soát|||Quý I", False),
    ],
)
def test_notes(text: str, is_one: bool) -> None:
    assert is_note(row(text)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("||TM. ỦY BAN NHÂN DÂN||", True),
        ("Nơi nhận:||KT. CHỦ TỊCH||", True),
        ("|||CHỦ TỊCH|", True),
        ("Tiền Giang, ngày 10 tháng 01 năm 2023||||", True),
        ("|||Người lập biểu|", True),
        ("- Lưu: VT||||", True),
        ("1|Chủ tịch UBND tỉnh|||", False),
        ("||Chủ tịch UBND tỉnh||", False),
        ("5|CHỦ TỊCH|||", False),
        ("|Ký kết chương trình|||", False),
        ("|Rà soát|Sở A, ngày 5 tháng 3 năm 2023||Quý I", False),
    ],
)
def test_signatures(text: str, is_one: bool) -> None:
    assert is_closing(row(text)) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("5||||", True),
        ("|||Trang 3/7|", True),
        ("|- 12 -|||", True),
        ("|12 cuộc|||", False),
        ("5|x|||", False),
    ],
)
def test_page_numbers(text: str, is_one: bool) -> None:
    assert is_page_number(row(text)) is is_one


def test_headings_of_appendices() -> None:
    assert is_appendix_heading(row("PHỤ LỤC II|<|<|<|<"))
    assert is_appendix_heading(row("|Phụ lục|||"))
    assert not is_appendix_heading(row("|Mẫu số 2 ban hành kèm theo|||"))
    assert not is_appendix_heading(row("1|Phụ lục|||"))
    assert is_appendix_title("Biểu số 2: Chỉ tiêu")
    assert not is_appendix_title("mẫu 2")
    assert not is_appendix_title("Phụ lục kèm theo")


def test_lines_between_tables() -> None:
    line = outside_row("II.  Thể chế", 7)
    assert (line.lone, line.own("content"), line.outside, line.bare, line.index) == (
        "II. Thể chế",
        "II. Thể chế",
        True,
        True,
        7,
    )
