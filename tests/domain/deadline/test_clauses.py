"""Events and documents: where their names end, and that no date in or after them is lost."""

import pytest

from cchc_desktop.domain.deadline.clauses import clause, time_at
from cchc_desktop.domain.deadline.tokens import tokenize
from cchc_desktop.domain.deadline.words import Mark, Role


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Theo yêu cầu, hướng dẫn của Bộ Nội vụ", "Theo yêu cầu, hướng dẫn của Bộ Nội vụ"),
        ("Khi có chủ trương của cấp trên; khi có nhu cầu", "Khi có chủ trương của cấp trên"),
        ("Khi có hướng dẫn, chậm nhất 30/6", "Khi có hướng dẫn"),
        ("Khi có hướng dẫn (trước ngày 30/6)", "Khi có hướng dẫn"),
        ("Khi có văn bản (của Bộ Nội vụ) hướng dẫn", "Khi có văn bản (của Bộ Nội vụ) hướng dẫn"),
        ("Theo kế hoạch và thường xuyên", "Theo kế hoạch"),
        ("Theo Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh, hoàn thành trước 30/6",
         "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh"),
        ("Theo Đề án giai đoạn 2021-2025 của tỉnh", "Theo Đề án giai đoạn 2021-2025 của tỉnh"),
        ("Theo kế hoạch của UBND TP. Cần Thơ", "Theo kế hoạch của UBND TP. Cần Thơ"),
        ("Sau khi kết thúc năm 2023", "Sau khi kết thúc năm 2023"),
        ("Trong vòng 15 ngày kể từ ngày ký, định kỳ hằng quý", "Trong vòng 15 ngày kể từ ngày ký"),
    ],
)  # fmt: skip
def test_names_end_where_the_next_statement_begins(phrase: str, text: str) -> None:
    found = clause(tokenize(phrase), 0)
    assert found is not None
    mark = found[0][0]
    assert isinstance(mark, Mark)
    assert mark.text == text


def test_words_that_begin_no_clause() -> None:
    for phrase in (
        "Quý I",
        "Thường xuyên",
        "trước 30/6",
        "đến hết quý II",
        "từ tháng 3",
        "15 tháng 3",
        "6 tháng đầu năm",
    ):
        assert clause(tokenize(phrase), 0) is None


def test_a_letter_that_is_cited_is_a_reference() -> None:
    found = clause(tokenize("Theo Công văn số 123/SNV-CCHC ngày 05/02/2023"), 0)
    assert found is not None
    assert isinstance(found[0][0], Mark)
    assert found[0][0].role is Role.REFERENCE


def test_looking_for_a_time_gives_up_after_a_few_words() -> None:
    assert time_at(tokenize("đến hết ngày 15/3"), 0)
    assert not time_at(tokenize("trước đến " * 4 + "15/3"), 0)
