"""Vietnamese text: one form, folding, dictionary order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.text import collation_key, fold, nfc, squash


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_both_unicode_forms_are_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(text)


@given(st.text())
def test_squashed_text_has_single_inner_spaces_only(text: str) -> None:
    squashed = squash(text)
    assert squashed == squashed.strip()
    assert "  " not in squashed
    assert squash(squashed) == squashed


def test_every_vietnamese_letter_folds_to_a_plain_one() -> None:
    letters = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    for letter in letters:
        for tone in tones:
            assert fold(letter + tone) in "aeiouy"
            assert fold((letter + tone).upper()) in "aeiouy"
    assert fold("Đđ") == "dd"


def test_invisible_characters_disappear() -> None:
    assert nfc("Sở\u200b Nội\ufeff vụ\x00") == "Sở Nội vụ"
    assert nfc("hai\ndòng") == "hai\ndòng"
    assert squash("Sở\u00a0Nội\u3000vụ") == "Sở Nội vụ"


@pytest.mark.parametrize(
    "words",
    [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "â", "b", "c", "d", "đ", "e", "ê"],
        ["Dân tộc", "Đà Nẵng", "Đắk Lắk"],
        ["Sở Nội vụ", "Sở Ngoại vụ"][::-1],
        ["10", "a"],
    ],
)
def test_words_sort_as_in_a_dictionary(words: list[str]) -> None:
    assert sorted(sorted(words), key=collation_key) == words
