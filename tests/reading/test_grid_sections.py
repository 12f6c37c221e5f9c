"""Heading rows: sections, parts, subheadings, second lines; and rows that only look like one."""

import pytest

from cchc_desktop.reading.grid.rows import Row, outside_row
from cchc_desktop.reading.grid.sections import Heading, Level, Place, heading_of
from cchc_desktop.reading.grid.style import Style, style_of
from tests.reading.tables import row, rows

COLUMN = style_of(rows("1|Rà soát|Sở A||Quý I"))
CONTENT = style_of(rows("|1. Rà soát|Sở A||Quý I"))
ROMAN = style_of(rows("I|Thể chế|||\n1|Rà soát|Sở A||Quý I"))
NUMBERED_HEADINGS = style_of(rows("1|Thể chế|||\n-|Rà soát|Sở A||Quý I"))
NONE = style_of(rows("|Rà soát|Sở A||Quý I"))
TASK_1 = "1|Rà soát|Sở A||Quý I"


def heading(
    text: str | Row,
    style: Style = COLUMN,
    *,
    after: str | None = TASK_1,
    has_task: bool = True,
    title: str = "",
    numbered: bool = False,
) -> Heading | None:
    following = row(after) if after is not None else None
    this = row(text) if isinstance(text, str) else text
    return heading_of(this, style, Place(has_task, title, following, numbered))


def short(found: Heading | None) -> tuple[str, str, str] | None:
    return None if found is None else (found.level.value, found.number, found.title)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I|CHỈ ĐẠO|||", ("section", "I", "CHỈ ĐẠO")),
        ("II|Thể chế|||", ("section", "II", "Thể chế")),
        ("I. CHỈ ĐẠO||||", ("section", "I", "CHỈ ĐẠO")),
        ("|I. Chỉ đạo|||", ("section", "I", "Chỉ đạo")),
        ("I. CHỈ ĐẠO|<|<|<|<", ("section", "I", "CHỈ ĐẠO")),
        ("I|CHỈ ĐẠO|<|<|<", ("section", "I", "CHỈ ĐẠO")),
        ("|Phần II: Thể chế|||", ("section", "II", "Thể chế")),
        ("A|Nhiệm vụ chung|||", ("section", "A", "Nhiệm vụ chung")),
        ("Thể chế|<|<|<|<", ("section", "", "Thể chế")),
        ("|CẢI CÁCH THỂ CHẾ|||", ("section", "", "CẢI CÁCH THỂ CHẾ")),
        ("||THỂ CHẾ MỚI||", None),
        ("|**Cải cách thể chế**|||", ("section", "", "Cải cách thể chế")),
        ("l|CẢI CÁCH THỂ CHẾ|||", ("section", "l", "CẢI CÁCH THỂ CHẾ")),
        ("|l. CẢI CÁCH THỂ CHẾ|||", ("section", "l", "CẢI CÁCH THỂ CHẾ")),
        ("1|THỂ CHẾ MỚI|||", ("section", "1", "THỂ CHẾ MỚI")),
        ("1. Thể chế||||", ("section", "1", "Thể chế")),
        ("2|Thể chế|||", ("section", "2", "Thể chế")),
        ("-|Thể chế|||", None),
        ("5||||", None),
        ("Rà soát văn bản|I. THỂ CHẾ|||", None),
    ],
)
def test_headings(text: str, expected: tuple[str, str, str] | None) -> None:
    assert short(heading(text)) == expected


def test_arabic_numbers_before_more_of_the_same_are_tasks() -> None:
    assert heading("2|Kiểm tra|||", after="3|Tổng kết|Sở A||Quý I") is None
    assert heading("2|Kiểm tra|||", after=None) is None


@pytest.mark.parametrize(
    ("style", "after", "expected"),
    [
        (COLUMN, "2.1|Rà soát|Sở A||Quý I", ("section", "2", "Thể chế")),
        (ROMAN, "2.1|Rà soát|Sở A||Quý I", ("subheading", "2", "Thể chế")),
        (COLUMN, "a)|Rà soát|Sở A||Quý I", None),
        (NUMBERED_HEADINGS, "a)|Rà soát|Sở A||Quý I", ("section", "2", "Thể chế")),
        (ROMAN, "a)|Rà soát|Sở A||Quý I", None),
        (COLUMN, "-|Rà soát|Sở A||Quý I", None),
        (NUMBERED_HEADINGS, "-|Rà soát|Sở A||Quý I", ("section", "2", "Thể chế")),
        (NUMBERED_HEADINGS, "|- Rà soát|Sở A||Quý I", ("section", "2", "Thể chế")),
    ],
)
def test_what_follows_tells_a_heading(
    style: Style, after: str, expected: tuple[str, str, str] | None
) -> None:
    assert short(heading("2|Thể chế|||", style, after=after)) == expected


def test_levels_above_and_below_sections() -> None:
    assert short(heading("A|Nhiệm vụ chung|||", ROMAN)) == ("part", "A", "Nhiệm vụ chung")
    assert short(heading("|**Lĩnh vực đất đai**|||", ROMAN)) == ("subheading", "", "Lĩnh vực đất đai")


def test_heading_rows_with_cells_of_their_own() -> None:
    found = heading("I|Thể chế|Sở Tư pháp||", ROMAN)
    assert short(found) == ("section", "I", "Thể chế")
    assert found is not None
    assert found.unsure
    assert short(heading("1|Chuẩn bị|||Tuần 1", after="1.1|Rà soát|Sở A||Quý I")) == (
        "section",
        "1",
        "Chuẩn bị",
    )
    assert heading("1|Chuẩn bị|Sở A||Tuần 1", after="1.1|Rà soát|Sở A||Quý I") is None
    assert heading("I|Thể chế|Sở Tư pháp||", ROMAN, after="II|Bộ máy|Sở A||") is None
    assert heading("|Thể chế|Sở Tư pháp||") is None
    assert heading("I|Thể chế|Sở Tư pháp||", ROMAN, after=None) is None
    assert short(heading("|I. Thể chế|Sở Tư pháp||", ROMAN)) == ("section", "I", "Thể chế")


def test_a_group_with_content_is_no_heading() -> None:
    from tests.reading.test_grid_style import GROUPED

    grouped = rows("1|Thể chế|Rà soát||", GROUPED)[0]
    assert heading_of(grouped, COLUMN, Place(has_task=True, title="", next_row=None)) is None
    alone = rows("|THỂ CHẾ MỚI|||", GROUPED)[0]
    assert short(heading_of(alone, COLUMN, Place(has_task=True, title="", next_row=None))) == (
        "section",
        "",
        "THỂ CHẾ MỚI",
    )


def test_the_second_line_of_a_heading() -> None:
    assert short(heading("|MỘT CỬA LIÊN THÔNG|||", title="CẢI CÁCH TTHC VÀ CƠ CHẾ")) == (
        "rest",
        "",
        "MỘT CỬA LIÊN THÔNG",
    )
    assert short(heading("|hành chính|||", title="Cải cách thủ tục", has_task=False)) == (
        "rest",
        "",
        "hành chính",
    )
    assert short(heading("THỂ CHẾ MỚI|<|<|<|<", title="CẢI CÁCH")) == ("section", "", "THỂ CHẾ MỚI")
    assert short(heading("|Nhiệm vụ thường xuyên|||", title="Cải cách", has_task=False)) == (
        "section",
        "",
        "Nhiệm vụ thường xuyên",
    )


def test_a_plain_line_under_a_numbered_heading_is_its_second_line() -> None:
    found = heading(
        "|Một cửa liên thông|||", title="Cải cách thủ tục và cơ chế", numbered=True, has_task=False
    )
    assert short(found) == ("rest", "", "Một cửa liên thông")
    assert found is not None
    assert found.unsure


def test_a_roman_number_below_does_not_count_as_beginning_again() -> None:
    assert heading("|Bộ Nội vụ|||", CONTENT, after="I|Thể chế|||") is None


def test_plain_texts_between_tasks() -> None:
    assert heading("|và đất đai|||", NONE, after="|Công khai|Sở A||Quý I") is None
    guessed = heading("|Cải cách thủ tục|||", NONE, after="|Công khai|Sở A||Quý I")
    assert short(guessed) == ("section", "", "Cải cách thủ tục")
    assert guessed is not None
    assert guessed.unsure
    assert heading("|Cải cách thủ tục|||", NONE, after="|Rà soát|||") is None
    assert heading("|Cải cách thủ tục|||", NONE, after=None) is None
    assert short(heading("|Cải cách thủ tục|||", CONTENT, after="|1. Rà soát|Sở A||Quý I")) is not None
    assert heading("|Cải cách thủ tục|||", CONTENT, after="|3. Rà soát|Sở A||Quý I") is None
    broken = rows("|Cải cách thủ tục|||", breaks=[0])[0]
    assert heading(broken, CONTENT, after="|1. Rà soát|Sở A||Quý I") is None
    assert short(heading(broken, CONTENT, has_task=False)) is not None


def test_lines_between_tables() -> None:
    assert short(heading(outside_row("II. Thể chế", 3))) == ("section", "II", "Thể chế")
    assert short(heading(outside_row("2. Thể chế", 3), after="2|Rà soát|Sở A||Quý I")) == (
        "section",
        "2",
        "Thể chế",
    )
    assert heading(outside_row("Ghi thêm của đơn vị", 3)) is None


def test_levels_are_named() -> None:
    assert {level.value for level in Level} == {"section", "part", "subheading", "rest"}
