"""Properties of splitting that hold for any cell: no word is lost, spelling does not matter, two names come apart."""

import re
import unicodedata
from collections import Counter
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.domain.agencies import Directory, Party, PartyKind
from cchc_desktop.domain.agency_clauses import mixes_roles
from cchc_desktop.domain.agency_parties import dangling
from cchc_desktop.paths import resources
from cchc_desktop.text import fold, nfc

FRAGMENTS = (
    "có liên quan", "khác", "chủ trì", "phối hợp với", "(chủ trì)", "(", "),", "cấp xã", "cấp huyện", "các xã, phường",
    "huyện Cái Bè", "Tiền Giang", "thuộc", "và", "các", "Các Sở:", "Sở:", "trên địa bàn tỉnh", "tự đánh giá", "TP. Huế",
    "theo quy định", "Công ty TNHH Chợ Gạo", "1.", "- ", "\n", "; ", ", ", "/", "&", ":", ".", '"', "một số", "135 xã",
    "(trừ Sở Y tế)", "trừ Sở Y tế", "nay là Sở Tài chính", "(nay là Sở Y tế)", "phối hợp với", "– Sở Nội vụ", "Nguyễn Văn A", "Giám đốc", "Phối hợp:",
    "(gồm: Sở Y tế, Sở Nội vụ)", "bao gồm", "Đ/c Hùng", "UBND", "HĐND,", "Phòng", "Nội vụ", "tỉnh",
)  # fmt: skip
SEPARATORS = ("; ", ";", "\n- ", ";\n")
CHARACTERS = st.characters(codec="utf-8")
EVERY_LEVEL = {"people_council", "party", "council_office"}
SEVERAL_LEVELS = {"van-phong-hdnd-va-ubnd", "phong-kinh-te", "kho-bac-nha-nuoc"}
"""Bodies of the same name on another level: they follow the other bodies of a cell."""


@cache
def _directory() -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()))


@cache
def _names() -> tuple[str, ...]:
    directory = _directory()
    bodies = [name for each in directory.agencies for name in (each.name, *each.aliases)]
    return (*bodies, *(name for each in directory.groups for name in (each.name, *each.phrases)))


def _is_on_every_level(key: str) -> bool:
    """Tell whether a body printed without its level may be that of a district beside bodies of one."""
    return any(each.key == key and each.kind in EVERY_LEVEL for each in _directory().agencies)


def _words(text: str) -> Counter[str]:
    return Counter(word for word in map(fold, re.findall(r"[^\W\d_]{2,}", nfc(text))) if word != "va")


def _meaning(parties: tuple[Party, ...]) -> list[tuple[PartyKind, str, str]]:
    return [(party.kind, party.key, fold(party.name)) for party in parties]


names = st.deferred(lambda: st.sampled_from(_names()))
full_names = names.filter(lambda name: not fold(name).startswith("cap "))
cells = st.lists(st.one_of(names, st.sampled_from(FRAGMENTS)), min_size=1, max_size=7).flatmap(
    lambda pieces: st.sampled_from([" ", ", ", "; ", "\n", " - ", ""]).map(lambda joint: joint.join(pieces))
)


@settings(max_examples=300, deadline=None)
@given(cells)
def test_every_word_of_a_cell_is_in_exactly_one_party(cell: str) -> None:
    parties = _directory().split(cell)
    assert sum((_words(party.text) for party in parties), Counter()) == _words(cell)
    for party in parties:
        assert party.text
        assert bool(party.name) is (party.kind in (PartyKind.AGENCY, PartyKind.GROUP))
        assert party.name or not party.key


@settings(max_examples=200, deadline=None)
@given(st.text(CHARACTERS, max_size=60))
def test_any_text_is_read_without_complaint(text: str) -> None:
    parties = _directory().split(text)
    assert sum((_words(party.text) for party in parties), Counter()) == _words(text)
    _directory().find(text)
    assert isinstance(dangling(text), bool)
    assert isinstance(mixes_roles(text), bool)


@settings(max_examples=25, deadline=None)
@given(st.text(CHARACTERS, max_size=60), st.integers(-1, 4))
def test_suggestions_are_made_for_any_text(text: str, limit: int) -> None:
    found = _directory().suggest(text, limit)
    assert len(found) <= max(limit, 0)


@settings(max_examples=150, deadline=None)
@given(cells)
def test_composed_and_decomposed_letters_mean_the_same(cell: str) -> None:
    assert _directory().split(unicodedata.normalize("NFD", cell)) == _directory().split(cell)


@settings(max_examples=150, deadline=None)
@given(names)
def test_case_and_spaces_do_not_change_what_a_name_means(name: str) -> None:
    expected = _meaning(_directory().split(name))
    assert len(expected) == 1
    for variant in (name.upper(), name.lower(), name.replace(" ", "  "), f" {name} ", f"{name}."):
        assert _meaning(_directory().split(variant)) == expected, variant


@settings(max_examples=150, deadline=None)
@given(names, full_names, st.sampled_from(SEPARATORS))
def test_two_known_names_come_apart(first: str, second: str, separator: str) -> None:
    apart = _directory().split(first) + _directory().split(second)
    together = _directory().split(first + separator + second)
    assert [fold(party.text) for party in together] == [fold(party.text) for party in apart]
    for joined, alone in zip(together, apart, strict=True):
        assert joined.kind is alone.kind
        follows = alone.key in SEVERAL_LEVELS or (not joined.key and _is_on_every_level(alone.key))
        assert joined.key == alone.key or not alone.key or follows


@settings(max_examples=50, deadline=None)
@given(cells)
def test_splitting_twice_gives_the_same(cell: str) -> None:
    assert _directory().split(cell) == _directory().split(cell)
