"""Likeness: bodies, time phrases, capitals."""

import pytest

from cchc_desktop.reading.grid.likeness import (
    agency_like,
    deadline_like,
    in_capitals,
    share,
    starts_like_a_sentence,
)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ",
        "Các sở, ban, ngành tỉnh",
        "UBND cấp huyện",
        "- Văn phòng UBND tỉnh",
        "SNV",
        "STT&TT",
        "Kho bạc nhà nước",
        "Báo tỉnh",
        "Chủ trì: Sở Nội vụ",
        "Đơn vị phối hợp: Công an tỉnh",
        "Thường trực HĐND",
    ],
)
def test_bodies(text: str) -> None:
    assert agency_like(text)


@pytest.mark.parametrize(
    "text", ["", "Thường xuyên", "Báo cáo", "Ban hành kế hoạch", "Quý II", "Hội nghị", "nt"]
)
def test_no_bodies(text: str) -> None:
    assert not agency_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "Quý I",
        "Thường xuyên",
        "15/3/2024",
        "Trước ngày 15/4",
        "Theo kế hoạch",
        "Sau khi có hướng dẫn",
        "2025",
        "T2/2023",
        "6/2025",
        "Hằng tháng",
    ],
)
def test_time_phrases(text: str) -> None:
    assert deadline_like(text)


@pytest.mark.parametrize("text", ["", "Sở Nội vụ", "Báo cáo", "45.000.000", "x" * 200])
def test_no_time_phrases(text: str) -> None:
    assert not deadline_like(text)


def test_capitals() -> None:
    assert in_capitals("CẢI CÁCH TTHC")
    assert not in_capitals("UBND, HĐND, TTHC")
    assert not in_capitals("THỂ")
    assert not in_capitals("Cải cách hành chính")


def test_sentences() -> None:
    assert starts_like_a_sentence("(Đợt 2)")
    assert not starts_like_a_sentence("định")
    assert not starts_like_a_sentence("…")


def test_share_leaves_blanks_out() -> None:
    assert share(["Sở Nội vụ", "", "Quý I"], agency_like) == 0.5
    assert share(["", " "], agency_like) == 0
