"""Shortening for systems that count UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.message_length import fill, shorten, utf16_units


@pytest.mark.parametrize(
    ("text", "units", "expected"),
    [
        ("Kiểm tra", 8, "Kiểm tra"),
        ("Kiểm tra", 7, "Kiểm…"),
        ("Kiểm  tra\n CCHC", 13, "Kiểm tra CCHC"),
        ("Rà soát, công bố", 9, "Rà soát…"),
        ("Rà soát, công bố", 11, "Rà soát…"),
        ("khôngcókhoảngtrắng", 6, "không…"),
        ("🙂🙂🙂", 5, "🙂🙂…"),
        ("🙂🙂🙂", 4, "🙂…"),
        ("ab", 1, "…"),
        ("", 5, ""),
    ],
)
def test_texts_are_cut_between_words(text: str, units: int, expected: str) -> None:
    assert shorten(text, units) == expected


@given(text=st.text(max_size=300), units=st.integers(1, 255))
def test_no_text_is_longer_than_allowed_and_a_short_one_stays(text: str, units: int) -> None:
    cut = shorten(text, units)
    assert utf16_units(cut) <= units
    assert shorten(cut, units) == cut
    assert cut.endswith("…") or utf16_units(cut) == utf16_units(shorten(text, 10_000))


def test_the_subject_gives_way_and_its_braces_are_no_placeholder() -> None:
    assert fill("Còn 7 ngày: {}.", "Rà soát {} thủ tục", 26) == "Còn 7 ngày: Rà soát {}…."
    assert fill("{}", "ngắn", 63) == "ngắn"


def test_the_sentence_around_brings_the_full_stop() -> None:
    assert fill("“{}”. Bấm để mở.", "Kiểm tra CCHC; ", 63) == "“Kiểm tra CCHC”. Bấm để mở."
    assert fill("“{}”.", "...", 63) == "“...”."
