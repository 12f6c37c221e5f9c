"""Tables whose headings say nothing known: told by their cells."""

import pytest

from cchc_desktop.reading.grid.guess import guess
from tests.reading.tables import lines

ROWS = "1|Ban hành kế hoạch|Sở Nội vụ|Quý I\n2|Kiểm tra công tác|Sở Tư pháp|Quý II"


def test_a_heading_in_words_of_its_own() -> None:
    header, layout = guess(lines(f"Số|Việc phải làm|Ai làm|Bao giờ xong\n{ROWS}"))
    assert header is not None
    assert layout is not None
    assert (header.first, header.last) == (0, 0)
    assert [column.heading for column in layout.columns] == ["Số", "Việc phải làm", "Ai làm", "Bao giờ xong"]
    assert (layout.roles, layout.guessed) == ({"number": 0, "deadline": 3, "content": 1, "lead": 2}, True)


@pytest.mark.parametrize(
    "first",
    ["3|Rà soát|Sở Y tế|Quý I", "Số|việc phải làm|Ai làm|Bao giờ", "Số|Việc|Ai làm|Quý nào", "Số||Ai làm|Bao giờ", f"Số|{'Việc ' * 20}|Ai làm|Bao giờ"],
)  # fmt: skip
def test_a_first_row_that_is_no_heading(first: str) -> None:
    header, layout = guess(lines(f"{first}\n{ROWS}"))
    assert header is None
    assert layout is not None


def test_columns_without_number_and_text_beside() -> None:
    header, layout = guess(
        lines(
            "Việc phải làm|Ai làm|Bao giờ xong|\nBan hành kế hoạch|Sở Nội vụ|Quý I|x\nKiểm tra|Sở A|Quý II|"
        )
    )
    assert header is not None
    assert layout is not None
    assert layout.ignored == ("cột 4",)


def test_what_is_no_list_of_tasks() -> None:
    assert guess(lines("a|b|c\nd|e|f")) == (None, None)
    assert guess(()) == (None, None)
