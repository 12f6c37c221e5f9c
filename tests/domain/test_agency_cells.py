"""Agency cells as provinces, districts and communes print them, and the parties they must be split into.

The tables stand in the folder ``agency_cells``: ``appendices.txt`` holds every distinct cell of five appendices read by
hand, ``provinces.txt`` and ``habits.txt`` cells in the manner of other provinces, ministries and communes,
``offices.txt`` those of many offices from 2016 to 2026, ``rare.txt`` what is seldom printed. A line is a cell, "=>",
and its parties: "=" an agency of the directory, "~" a body recognised by its form that is not listed, "+" a group of the
directory, "-" a class recognised by its form, "*" unspecified, "!" a sentence, "?" unknown. A line break inside a cell is
written as backslash n.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.domain.agencies import Directory, Party, PartyKind
from cchc_desktop.paths import resources
from cchc_desktop.text import fold, nfc

FOLDER = Path(__file__).parent / "agency_cells"
TABLES = ("appendices.txt", "provinces.txt", "habits.txt", "rare.txt", "offices.txt")
MARKS = {PartyKind.UNSPECIFIED: "*", PartyKind.SENTENCE: "!", PartyKind.UNKNOWN: "?"}


def _lines(table: str) -> list[tuple[str, str]]:
    lines = (FOLDER / table).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("  =>  ") for line in lines if line)
    return [(cell.replace("\\n", "\n"), parties) for cell, parties in pairs]


def _shown(party: Party) -> str:
    if party.kind is PartyKind.AGENCY:
        return f"{'=' if party.key else '~'} {party.name}"
    if party.kind is PartyKind.GROUP:
        return f"{'+' if party.key else '-'} {party.name}"
    return f"{MARKS[party.kind]} {party.text}"


def _words(text: str) -> Counter[str]:
    return Counter(word for word in map(fold, re.findall(r"[^\W\d_]{2,}", nfc(text))) if word != "va")


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()))


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_split_as_a_person_would(directory: Directory, table: str) -> None:
    wrong = [
        f"{cell!r}: {found} instead of {wanted}"
        for cell, wanted in _lines(table)
        if (found := " | ".join(map(_shown, directory.split(cell)))) != wanted
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("table", TABLES)
def test_no_word_of_a_cell_is_lost(directory: Directory, table: str) -> None:
    for cell, _ in _lines(table):
        parties = directory.split(cell)
        assert sum((_words(party.text) for party in parties), Counter()) == _words(cell), cell


def test_agencies_and_groups_have_names_and_the_others_have_none(directory: Directory) -> None:
    for cell, _ in _lines("provinces.txt"):
        for party in directory.split(cell):
            assert party.text, cell
            assert bool(party.name) is (party.kind in (PartyKind.AGENCY, PartyKind.GROUP)), cell
            assert party.name or not party.key, cell


def test_parties_keep_the_text_as_printed(directory: Directory) -> None:
    parties = directory.split("- SỞ NỘI VỤ  (cơ quan thường trực);\n- VP UBND tỉnh.")
    assert [party.text for party in parties] == ["SỞ NỘI VỤ (cơ quan thường trực)", "VP UBND tỉnh"]
    assert [party.name for party in parties] == ["Sở Nội vụ", "Văn phòng UBND tỉnh"]


def test_the_order_of_the_directory_does_not_matter(directory: Directory) -> None:
    """An old data file keeps rows in the order in which programs of several versions added them."""
    turned = Directory(directory.agencies[::-1], directory.groups[::-1])
    for table in TABLES:
        for cell, _ in _lines(table):
            assert turned.split(cell) == directory.split(cell), cell
