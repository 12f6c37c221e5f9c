"""Widths of Times New Roman text, lines and shares of a width."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.writing.measures import (
    DECREE_MARGINS,
    WIDE_MARGINS,
    Face,
    Margins,
    TimesMetrics,
    count_lines,
    line_spans,
    points,
    share_width,
    times_metrics,
)

METRICS = times_metrics()
WORDS = ["Sở", "Nội", "vụ", "UBND", "tỉnh", "thực", "hiện", "61/2018/NĐ-CP", "ẪỔẾ", "", "và/hoặc", "x" * 60]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=3).map("\n".join)


@pytest.mark.parametrize("margins", [DECREE_MARGINS, WIDE_MARGINS])
def test_margins_are_those_of_the_decree(margins: Margins) -> None:
    assert 20 <= margins.top <= 25
    assert 20 <= margins.bottom <= 25
    assert 30 <= margins.left <= 35
    assert 15 <= margins.right <= 20


def test_the_bundled_table_knows_every_vietnamese_letter() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    known = METRICS.words[Face.REGULAR]
    widest = known["\U0001f600"]  # not in the table: counted as the widest
    for letter in letters + letters.upper() + "0123456789“”‘’–—…₫%§":
        assert 0 < known[letter] < widest or letter in "—…"


def test_widths_are_those_of_times_new_roman() -> None:
    # figures are half an em, capital A 1479/2048 in Times New Roman
    assert METRICS.width("2023", 12) == 24.0
    assert METRICS.width("A", 2048) == 1479
    assert METRICS.width("Ấ", 2048) == METRICS.width("A", 2048)
    assert METRICS.width("Sở Nội vụ", 13, Face.BOLD) > METRICS.width("Sở Nội vụ", 13)


def test_an_unknown_table_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "widths.csv"
    path.write_text("# note\ncode,regular,bold,italic\n0020,512,512,512\n0041,1479,1479\n", encoding="utf-8")
    with pytest.raises(ValueError, match="shorter"):
        TimesMetrics(path)


def test_a_given_table_is_used(tmp_path: Path) -> None:
    path = tmp_path / "widths.csv"
    path.write_text("code,regular,bold,italic\n0020,100,100,100\n0041,1024,1024,1024\n", encoding="utf-8")
    assert times_metrics(path).width("A A", 10) == pytest.approx(10.49, abs=0.01)


@settings(max_examples=150)
@given(TEXTS, st.floats(20, 400))
def test_counting_agrees_with_breaking(text: str, width: float) -> None:
    assert METRICS.lines(text, width, 13) == len(METRICS.spans(text, width, 13))


@settings(max_examples=150)
@given(TEXTS, st.floats(20, 400))
def test_lines_hold_the_whole_text_and_fit(text: str, width: float) -> None:
    spans = METRICS.spans(text, width, 13)
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for start, end in spans:
        line = text[start:end]
        assert "\n" not in line
        assert METRICS.width(line.strip(), 13) <= width + 1e-6 or len(line.strip()) == 1
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_lines_break_greedily() -> None:
    words = {"a": 1.0, "bb": 2.0, "ccc": 3.0}
    assert line_spans("a bb ccc", 4, words, 1) == [(0, 4), (5, 8)]
    assert count_lines("a bb ccc", 4, words, 1) == 2
    assert line_spans("", 4, {"": 0.0}, 1) == [(0, 0)]
    assert line_spans("a\n\na", 4, {"": 0.0, **words}, 1) == [(0, 1), (2, 2), (3, 4)]


def test_a_word_wider_than_the_line_is_cut_after_a_joining_mark() -> None:
    text = "đầu tư/khai thác-vận_hành"
    pieces = [text[start:end] for start, end in METRICS.spans(text, 60, 13)]
    assert pieces == ["đầu tư/khai", "thác-vận_", "hành"]
    long = "x" * 50
    assert "".join(long[start:end] for start, end in METRICS.spans(long, 60, 13)) == long


@pytest.mark.parametrize("width", [0.0, 1.0, 3.0])
def test_even_no_room_at_all_ends(width: float) -> None:
    assert len(METRICS.spans("Sở Nội vụ", width, 13)) >= 3


def test_shares_add_up_and_give_each_column_its_longest_word() -> None:
    chooser = random.Random(7)
    for _ in range(200):
        count = chooser.randint(1, 9)
        shares = [float(chooser.randint(1, 40)) for _ in range(count)]
        needed = [chooser.uniform(0, 900 / count) for _ in range(count)]
        widths = share_width(shares, needed, 700.0)
        assert sum(widths) == pytest.approx(700.0)
        if sum(needed) < 700:
            assert all(width >= need - 1e-6 for width, need in zip(widths, needed, strict=True))


def test_points() -> None:
    assert points(297) == pytest.approx(841.89, abs=0.01)
