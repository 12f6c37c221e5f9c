"""Lines of text for painting, and the places of searched words in them."""

import pytest
from PySide6.QtWidgets import QApplication

from cchc_desktop.text import fold
from ui.models.wrapping import Wrapper, hits

TEXT = "Quyết định về việc Ban hành Chỉ số CCHC của các sở, ban, ngành tỉnh và UBND các huyện, thị xã, thành phố năm 2023"


@pytest.fixture
def wrapper(qapp: QApplication) -> Wrapper:
    return Wrapper(qapp.font())


@pytest.mark.parametrize("width", [60, 120, 240, 500])
@pytest.mark.parametrize("most", [1, 2, 4])
def test_lines_fit_and_lose_nothing_but_the_end(wrapper: Wrapper, width: int, most: int) -> None:
    lines = wrapper.lines(TEXT, width, most)
    assert 1 <= len(lines) <= most
    assert all(wrapper.metrics.horizontalAdvance(line) <= width + 1 for line in lines)
    said = " ".join(lines)
    if said.endswith("…"):
        assert TEXT.replace(" ", "").startswith(said.rstrip("…").replace(" ", ""))
    else:
        assert said == TEXT


def test_a_short_text_is_one_line(wrapper: Wrapper) -> None:
    assert wrapper.lines("Sở Nội vụ", 500, 2) == ("Sở Nội vụ",)
    assert wrapper.lines("  \n ", 500, 2) == ()
    assert wrapper.lines("Sở", 0, 2) == ()


def test_line_breaks_of_the_source_become_spaces(wrapper: Wrapper) -> None:
    assert wrapper.lines("Sở\nNội vụ", 500, 2) == ("Sở Nội vụ",)


def test_characters_outside_the_basic_plane_do_not_shift_the_rest(wrapper: Wrapper) -> None:
    text = "\U0001f4c4 " * 30 + "Báo cáo công tác cải cách hành chính"
    lines = wrapper.lines(text, 200, 100)
    assert " ".join(lines).split() == text.split()


def test_lines_are_remembered(wrapper: Wrapper) -> None:
    assert wrapper.lines(TEXT, 200, 2) is wrapper.lines(TEXT, 200, 2)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Điều hành", ("dieu",), ["Điều"]),
        ("Đẩy mạnh CCHC năm 2023", ("day", "cchc"), ["Đẩy", "CCHC"]),
        ("báo cáo báo", ("bao",), ["báo", "báo"]),
        ("báo cáo", ("bao", "ao c"), ["báo c"]),
        ("Sở Nội vụ", ("x",), []),
        ("Sở Nội vụ", (), []),
        ("“Quý I”", ("quy",), ["Quý"]),
    ],
)
def test_hits_stand_where_the_words_are(text: str, words: tuple[str, ...], found: list[str]) -> None:
    assert [text[start:end] for start, end in hits(text, words)] == found


def test_hits_in_decomposed_text_cover_the_marks() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Điều hành")
    ((start, end),) = hits(text, ("hanh",))
    assert fold(text[start:end]) == "hanh"
