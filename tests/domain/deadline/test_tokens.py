"""Tokens: dates, months, document numbers and times are told apart before any grammar; places point into the print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.deadline.tokens import PADDING, TokenKind, tokenize


def _kinds(text: str) -> list[tuple[str, object]]:
    phrase = tokenize(text)
    bare = {TokenKind.CITATION, TokenKind.BLANK}
    return [
        (token.kind.name, "" if token.kind in bare else token.numbers or token.key)
        for token in phrase.tokens[:-PADDING]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15/3/2023", [("DAY", (15, 3, 2023))]),
        ("15 / 3 / 2023", [("DAY", (15, 3, 2023))]),
        ("15-3-2023", [("DAY", (15, 3, 2023))]),
        ("15.3.2023", [("DAY", (15, 3, 2023))]),
        ("15.3.23", [("DAY", (15, 3, 23))]),
        ("2023-03-15", [("DAY", (15, 3, 2023))]),
        ("2023-03-15 00:00:00", [("DAY", (15, 3, 2023))]),
        ("15/3", [("DAY", (15, 3))]),
        ("15.3", [("DAY", (15, 3))]),
        ("02/2023", [("MONTH", (2, 2023))]),
        ("2023/02", [("MONTH", (2, 2023))]),
        ("2021-2025", [("NUMBER", (2021,)), ("SIGN", "-"), ("NUMBER", (2025,))]),
        ("9 - 10/2023", [("NUMBER", (9,)), ("SIGN", "-"), ("MONTH", (10, 2023))]),
        ("01-15/3/2023", [("NUMBER", (1,)), ("SIGN", "-"), ("DAY", (15, 3, 2023))]),
        ("3/6/9/12", [("CHAIN", (3, 6, 9, 12))]),
        ("45/QĐ-UBND", [("CITATION", "")]),
        ("45 /QĐ-UBND", [("CITATION", "")]),
        ("12/2023/NĐ-CP", [("CITATION", "")]),
        ("09-NQ/TU", [("CITATION", "")]),
        ("6 tháng/lần", [("NUMBER", (6,)), ("WORD", "thang"), ("SIGN", "/"), ("WORD", "lan")]),
        ("02/năm", [("NUMBER", (2,)), ("SIGN", "/"), ("WORD", "nam")]),
        ("17h00", [("TIME", (17, 0))]),
        ("17 giờ 30 phút", [("TIME", (17, 30))]),
        ("17:30", [("TIME", (17, 30))]),
        ("17h 20/6", [("TIME", (17,)), ("DAY", (20, 6))]),
        ("…", [("BLANK", "")]),
        ("Quý Ⅳ", [("WORD", "quy"), ("WORD", "iv")]),
        ("３/２０２３", [("MONTH", (3, 2023))]),
        ("tháng sáu", [("WORD", "thang"), ("WORD", "sáu")]),
        ("Quỹ", [("WORD", "quỹ")]),
        ("từ – đến", [("WORD", "tu"), ("SIGN", "-"), ("WORD", "den")]),
        ("“Quý I”", [("WORD", "quy"), ("WORD", "i")]),
        ("a -> b", [("WORD", "a"), ("SIGN", "-"), ("WORD", "b")]),
        ("I¹", [("WORD", "i"), ("SIGN", "¹")]),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, object]]) -> None:
    assert _kinds(text) == expected


def test_bullets_part_lines_but_a_lone_dash_keeps_its_mark() -> None:
    assert [token.key for token in tokenize("- a\n- b").tokens[:3]] == ["a", ";", "b"]
    assert [token.key for token in tokenize("a\n+ b").tokens[:3]] == ["a", ";", "b"]
    assert [token.key for token in tokenize("a\n- b").tokens[:3]] == ["a", "\n-", "b"]


def test_a_letter_among_digits_is_mended_and_noted() -> None:
    phrase = tokenize("tháng 3/2O23")
    assert phrase.repaired
    assert phrase.tokens[1].numbers == (3, 2023)
    assert not tokenize("Ô 2 3").repaired


def test_quotations_are_as_printed() -> None:
    phrase = tokenize("Sau  khi\n Bộ Nội vụ ban hành")
    assert phrase.quote(0, 4) == "Sau khi Bộ Nội"
    assert tokenize("a\n- b").quote(0, 3) == "a - b"


@given(st.text(max_size=80))
def test_places_ascend_within_the_print(text: str) -> None:
    phrase = tokenize(text)
    places = [place for token in phrase.tokens[:-PADDING] for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(phrase.printed) for place in places)
    assert phrase.tokens[-1].kind is TokenKind.END
