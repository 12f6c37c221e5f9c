"""Habits of a table: where numbers stand, what they count, which rows are whole."""

import pytest

from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.grid.layout import Layout
from cchc_desktop.reading.grid.style import Numbering, complete, numbered, style_of
from tests.reading.tables import row, rows

GROUPED = Layout(
    tuple(Column(place, place, "x") for place in range(5)),
    {"number": 0, "group": 1, "content": 2, "lead": 3, "deadline": 4},
)
COLUMN = style_of(rows("1|Rà soát|Sở A||Quý I\n2|Kiểm tra|Sở A||Quý I"))
CONTENT = style_of(rows("|1. Rà soát|Sở A||Quý I\n|2. Kiểm tra|Sở A||Quý I"))
NONE = style_of(rows("|Rà soát|Sở A||Quý I\n|Kiểm tra|Sở A||Quý I"))


def test_where_the_numbers_stand() -> None:
    assert [style.numbering for style in (COLUMN, CONTENT, NONE)] == [
        Numbering.COLUMN,
        Numbering.CONTENT,
        Numbering.NONE,
    ]
    assert style_of([]).numbering is Numbering.NONE


def test_kinds_of_headings() -> None:
    style = style_of(rows("A|CHUNG|||\nI|Thể chế|||\n1|Rà soát|Sở A||Quý I"))
    assert (style.has_roman, style.has_capital) == (True, True)
    style = style_of(rows("I. THỂ CHẾ|<|<|<|<\n1|Rà soát|Sở A||Quý I"))
    assert (style.has_roman, style.has_capital) == (True, False)
    assert not style_of(rows("I||||\n1|Rà soát|Sở A||Quý I")).has_roman


def test_bold_tasks() -> None:
    assert style_of(rows("**1**|**Rà soát**|**Sở A**||**Quý I**")).bold_rows
    assert not COLUMN.bold_rows


def test_numbers_that_count_groups() -> None:
    assert style_of(
        rows("1|Thể chế|a|Sở A|Quý I\n||b|Sở A|Quý I\n2|Bộ máy|c|Sở A|Quý I", GROUPED)
    ).number_of_group
    assert not style_of(rows("1|Thể chế|a|Sở A|Quý I\n2||b|Sở A|Quý I", GROUPED)).number_of_group
    assert not style_of(
        rows("1|Thể chế|a|Sở A|Quý I\n||b|Sở A|Quý I\n2||c|Sở A|Quý I", GROUPED)
    ).number_of_group
    assert not COLUMN.number_of_group


@pytest.mark.parametrize(
    ("text", "number", "content"),
    [
        ("1.|Rà soát|Sở A||Quý I", "1", "Rà soát"),
        ("NV-01|Rà soát|Sở A||Quý I", "NV-01", "Rà soát"),
        ("|a) Rà soát|Sở A||Quý I", "a)", "Rà soát"),
        ("|1.1. Rà soát|Sở A||Quý I", "1.1", "Rà soát"),
        ("|2. Rà soát|Sở A||Quý I", "", "2. Rà soát"),
        ("|a) Rà soát|||", "", "a) Rà soát"),
        ("|- Rà soát|Sở A||Quý I", "", "- Rà soát"),
    ],
)
def test_numbers_in_a_column(text: str, number: str, content: str) -> None:
    found = numbered(row(text), COLUMN)
    assert (found.number, found.content, found.strange) == (number, content, False)


def test_words_in_the_number_column() -> None:
    found = numbered(row("Rà soát văn bản|Sở Tư pháp||Quý I|"), COLUMN)
    assert (found.number, found.content, found.strange) == ("", "Rà soát văn bản Sở Tư pháp", True)


@pytest.mark.parametrize(
    ("text", "number", "content"),
    [
        ("|1. Rà soát|Sở A||Quý I", "1", "Rà soát"),
        ("|1. Rà soát|||", "1", "Rà soát"),
        ("|II. Rà soát|Sở A||Quý I", "II", "Rà soát"),
        ("|II. Rà soát|||", "", "II. Rà soát"),
        ("|107/2021/NĐ-CP|||", "", "107/2021/NĐ-CP"),
    ],
)
def test_numbers_in_the_content(text: str, number: str, content: str) -> None:
    found = numbered(row(text), CONTENT)
    assert (found.number, found.content) == (number, content)


def test_a_number_of_the_group_is_not_the_tasks() -> None:
    style = style_of(rows("1|Thể chế|a|Sở A|Quý I\n||b|Sở A|Quý I", GROUPED))
    assert numbered(row("1|Thể chế|a|Sở A|Quý I", GROUPED), style).number == ""


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("|Rà soát|Sở Tư pháp||Quý I", True),
        ("|Rà soát|Sở Tư pháp||15/3/2024", True),
        ("|Rà soát|pháp||xuyên", False),
        ("|Rà soát|Sở Tư pháp||", False),
        ("|Rà soát|Sở Tư pháp||năm 2024", False),
        ("|Rà soát|||Quý I", False),
    ],
)
def test_rows_that_could_stand_alone(text: str, is_whole: bool) -> None:
    assert complete(row(text)) is is_whole


def test_a_cell_merged_down_makes_a_row_whole() -> None:
    assert complete(rows("|Rà soát|Sở A||Quý I\n|kiểm tra|^||")[1])
