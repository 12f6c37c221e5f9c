"""Printed numbers: what is one, what is not, what may follow what."""

import pytest

from cchc_desktop.reading.grid.labels import (
    LabelKind,
    follows,
    heading_label,
    is_child,
    leading_label,
    whole_label,
)


@pytest.mark.parametrize(
    ("text", "printed", "kind", "path"),
    [
        ("I", "I", LabelKind.ROMAN, (1,)),
        ("XIV.", "XIV", LabelKind.ROMAN, (14,)),
        ("IX", "IX", LabelKind.ROMAN, (9,)),
        ("A.", "A", LabelKind.CAPITAL, (1,)),
        ("1", "1", LabelKind.DECIMAL, (1,)),
        ("01", "01", LabelKind.DECIMAL, (1,)),
        (" 12. ", "12", LabelKind.DECIMAL, (12,)),
        ("1234", "1234", LabelKind.DECIMAL, (1234,)),
        ("1.2.3.", "1.2.3", LabelKind.DECIMAL, (1, 2, 3)),
        ("(4)", "(4)", LabelKind.DECIMAL, (4,)),
        ("4)", "4)", LabelKind.DECIMAL, (4,)),
        ("II.3", "II.3", LabelKind.DECIMAL, (2, 3)),
        ("a)", "a)", LabelKind.LETTER, (1,)),
        ("-", "-", LabelKind.BULLET, ()),
        ("+", "+", LabelKind.BULLET, ()),
    ],
)
def test_whole_cells(text: str, printed: str, kind: LabelKind, path: tuple[int, ...]) -> None:
    label = whole_label(text)
    assert label is not None
    assert (label.text, label.kind, label.path) == (printed, kind, path)


@pytest.mark.parametrize("text", ["", "12 cuộc", "Quý I", "IIII", "NV-01", "15/3", "1,5", "ab"])
def test_cells_that_are_no_number(text: str) -> None:
    assert whole_label(text) is None


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("1. Tổng kết", "1", "Tổng kết"),
        ("1.Tổng kết", "1", "Tổng kết"),
        ("10/ Tổng kết", "10", "Tổng kết"),
        ("5 - Nội dung", "5", "Nội dung"),
        ("1.1 Xây dựng", "1.1", "Xây dựng"),
        ("1.1. Xây dựng", "1.1", "Xây dựng"),
        ("I.1. Xây dựng", "I.1", "Xây dựng"),
        ("I. CHỈ ĐẠO", "I", "CHỈ ĐẠO"),
        ("II- THỂ CHẾ", "II", "THỂ CHẾ"),
        ("B. NHIỆM VỤ", "B", "NHIỆM VỤ"),
        ("(2) Rà soát", "(2)", "Rà soát"),
        ("3) Rà soát", "3)", "Rà soát"),
        ("đ) Rà soát", "đ)", "Rà soát"),
        ("b. Rà soát", "b", "Rà soát"),
        ("- Rà soát", "-", "Rà soát"),
        ("+Rà soát", "+", "Rà soát"),
    ],
)
def test_beginnings(text: str, printed: str, rest: str) -> None:
    found = leading_label(text)
    assert found is not None
    assert (found[0].text, found[1]) == (printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        "107/2021/NĐ-CP ngày 06/12/2021",
        "2023 và các năm tiếp theo",
        "30% cơ quan",
        "15/11/2024",
        "V/v ban hành",
        "05/KH-UBND",
        "9 - 10/2023",
        "Rà soát",
        "100% hồ sơ",
        "- 5%",
        "",
    ],
)
def test_phrases_that_begin_like_a_number(text: str) -> None:
    found = leading_label(text)
    assert found is None or found[0].kind is LabelKind.BULLET


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("Phần II: Thể chế", "II", "Thể chế"),
        ("NHÓM 1. Thể chế", "1", "Thể chế"),
        ("Lĩnh vực thứ 3 - Bộ máy", "3", "Bộ máy"),
        ("IV. Bộ máy", "IV", "Bộ máy"),
    ],
)
def test_headings_in_words(text: str, printed: str, rest: str) -> None:
    found = heading_label(text)
    assert found is not None
    assert (found[0].text, found[1]) == (printed, rest)
    assert heading_label("Nhóm chỉ số") is None


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("", "1", True),
        ("", "1.1", True),
        ("", "2", False),
        ("1", "2", True),
        ("1", "3", False),
        ("1", "1.1", True),
        ("1", "1.2", False),
        ("1.2", "1.3", True),
        ("1.2", "2", True),
        ("1.2", "1.2.1", True),
        ("1.2", "3", False),
        ("9", "10", True),
        ("I", "II", True),
        ("", "a)", True),
        ("1", "a)", True),
        ("a)", "b)", True),
        ("d)", "đ)", True),
        ("d)", "e)", True),
        ("đ)", "e)", True),
        ("a)", "c)", False),
        ("1", "b)", False),
        ("a)", "1", True),
        ("a)", "2", False),
        ("7", "-", True),
    ],
)
def test_what_may_follow(before: str, after: str, may: bool) -> None:
    label = whole_label(after)
    assert label is not None
    assert follows(whole_label(before), label) is may


@pytest.mark.parametrize(
    ("parent", "child", "is_one"),
    [
        ("1", "1.1", True),
        ("1", "2.1", False),
        ("1", "a)", True),
        ("1", "-", True),
        ("II", "-", False),
        ("II", "II.1", True),
        ("1", "2", False),
    ],
)
def test_what_belongs_under_what(parent: str, child: str, is_one: bool) -> None:
    above, below = whole_label(parent), whole_label(child)
    assert above is not None
    assert below is not None
    assert is_child(above, below) is is_one
