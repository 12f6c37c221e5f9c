"""Targets as records: a part in short, as lists show it."""

import pytest

from cchc_desktop.domain.targets import Change, Comparator, Target, TargetLevel, TargetPart, plain


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (TargetPart(Comparator.EQUAL, 100, "%"), "100 %"),
        (TargetPart(Comparator.AT_LEAST, 9.4, "%"), "≥ 9,4 %"),
        (TargetPart(Comparator.MORE, 12500, "tỷ đồng"), "> 12.500 tỷ đồng"),
        (TargetPart(Comparator.AT_MOST, 15, "phút", per="lượt giao dịch"), "≤ 15 phút/lượt giao dịch"),
        (TargetPart(Comparator.LESS, 29, "%", level=TargetLevel.COMMUNE), "< 29 % (xã)"),
        (TargetPart(Comparator.RANGE, 25, "%", to=35), "25–35 %"),
        (TargetPart(Comparator.DECREASE, 10, "%", change=Change.DECREASE), "giảm 10 %"),
        (TargetPart(Comparator.AT_LEAST, 20, "%", change=Change.INCREASE, per="năm"), "tăng ≥ 20 %/năm"),
        (TargetPart(Comparator.EQUAL, 1234.5, "tỷ đồng"), "1.234,5 tỷ đồng"),
    ],
)
def test_a_part_in_short(part: TargetPart, text: str) -> None:
    assert part.text == text


def test_whole_numbers_are_plain() -> None:
    assert [type(plain(value)) for value in (100.0, 98.5)] == [int, float]


def test_a_target_may_have_no_number() -> None:
    assert Target("Tiếp tục hoàn thiện thể chế").parts == ()
