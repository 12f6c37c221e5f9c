"""Search: every text with all words, in display order, the same whether narrowed, sliced or asked anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.models.search import SearchIndex

WORDS = st.sampled_from(["bao", "cao", "ke", "hoach", "quy", "i", "so", "noi", "vu", "đợt", "1"])
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=40)


def plain(texts: list[str], words: list[str]) -> list[int]:
    return [place for place, text in enumerate(texts) if all(word in text for word in words)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=4))
def test_it_finds_what_a_plain_search_finds(texts: list[str], queries: list[list[str]]) -> None:
    index = SearchIndex(texts)
    for words in queries:
        assert index.find(words) == plain(texts, words)


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.text(alphabet="bao cke", min_size=1, max_size=6))
def test_typing_letter_by_letter_narrows_rightly(texts: list[str], typed: str) -> None:
    index = SearchIndex(texts)
    for end in range(1, len(typed) + 1):
        words = typed[:end].split()
        assert index.find(words) == plain(texts, words)


def test_a_query_in_turns_gives_the_same_in_parts() -> None:
    texts = [f"nhiem vu {number} bao cao" for number in range(3000)]
    index = SearchIndex(texts)
    parts = list(index.turns(["bao", "vu"], seconds=0.0))
    assert len(parts) > 5
    assert [place for part in parts for place in part] == list(range(3000))


def test_a_search_given_up_in_the_middle_leaves_no_wrong_memory() -> None:
    texts = [f"bao cao {number}" for number in range(2000)]
    index = SearchIndex(texts)
    turns = index.turns(["bao"], seconds=0.0)
    next(turns)
    del turns
    assert index.find(["bao", "1999"]) == [1999]


def test_words_do_not_reach_over_the_end_of_a_text() -> None:
    index = SearchIndex(["bao", "cao", "bao\ncao"])
    assert index.find(["bao cao"]) == [2]
    assert index.find(["bao", "cao"]) == [2]


def test_nothing_to_search_and_nothing_searched() -> None:
    assert SearchIndex([]).find(["a"]) == []
    assert SearchIndex(["", "b"]).find([]) == [0, 1]
    assert SearchIndex(["", "b"]).find([""]) == [0, 1]
    assert len(SearchIndex(["", "b"])) == 2
