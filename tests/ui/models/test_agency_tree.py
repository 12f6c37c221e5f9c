"""The directory as a tree of branches."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from ui.models.agency_tree import (
    DISTRICT,
    ENDED,
    GROUPS,
    TITLES,
    VERTICAL,
    AgencyTree,
    branch_of,
    branches,
    validity,
)

TODAY = date(2026, 11, 22)
HOME = Agency("so-noi-vu", "Sở Nội vụ", Level.PROVINCE, "department", ("SNV",), ("Sở NV",))
ECONOMY = Agency("so-cong-thuong", "Sở Công Thương", Level.PROVINCE, "department")
PRESS = Agency(
    "stttt", "Sở Thông tin và Truyền thông", Level.PROVINCE, "department", valid_to=date(2025, 2, 28)
)
TAX = Agency("thue", "Thuế tỉnh", Level.PROVINCE, "vertical", valid_from=date(2025, 7, 1))
DISTRICT_OFFICE = Agency("pnv", "Phòng Nội vụ", Level.DISTRICT, "district_office", valid_to=date(2025, 6, 30))
MINISTRY = Agency("bnv", "Bộ Nội vụ", Level.CENTRAL, "central")
ALL = AgencyGroup("cac-so", "Các sở", ("Sở, ngành",))
BODIES = (HOME, ECONOMY, PRESS, TAX, DISTRICT_OFFICE, MINISTRY, ALL)


@pytest.fixture
def tree() -> Iterator[AgencyTree]:
    made = AgencyTree()
    made.fill(branches(BODIES, TODAY), {"so-noi-vu": 18}, frozenset({"thue"}))
    yield made
    made.deleteLater()


def test_every_body_stands_under_its_level_or_what_became_of_it() -> None:
    assert [branch_of(body, TODAY) for body in BODIES] == [
        "Cấp tỉnh", "Cấp tỉnh", ENDED, VERTICAL, DISTRICT, "Trung ương", GROUPS,
    ]  # fmt: skip
    assert branch_of(PRESS, date(2025, 2, 28)) == "Cấp tỉnh", "it exists to the end of its last day"


def test_branches_come_in_a_fixed_order_and_names_as_in_a_dictionary() -> None:
    found = branches(BODIES, TODAY)
    assert tuple(branch.title for branch in found) == TITLES
    assert [body.name for body in found[0].bodies] == ["Sở Công Thương", "Sở Nội vụ"]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("noi vu", ["so-noi-vu", "pnv", "bnv"]),
        ("SNV", ["so-noi-vu"]),
        ("so nv", ["so-noi-vu"]),
        ("nganh", ["cac-so"]),
        ("zzz", []),
    ],
)
def test_a_search_needs_no_accents_and_knows_every_name(typed: str, keys: list[str]) -> None:
    found = branches(BODIES, TODAY, typed)
    assert [body.key for branch in found for body in branch.bodies] == keys
    assert all(branch.bodies for branch in found), "branches without a hit are not shown"


def test_the_model_is_a_sound_tree(tree: AgencyTree) -> None:
    QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    place = tree.index_of("so-noi-vu")
    assert tree.parent(place).data() == "Cấp tỉnh (2)"
    assert tree.body_at(place) is HOME
    assert tree.body_at(tree.parent(place)) is None
    assert tree.body_at(QModelIndex()) is None
    assert not tree.index_of("nirgendwo").isValid()
    assert tree.data(QModelIndex()) is None


def test_counts_stand_beside_names_and_screen_readers_hear_all(tree: AgencyTree) -> None:
    place = tree.index_of("so-noi-vu")
    beside = place.siblingAtColumn(1)
    assert (place.data(), beside.data()) == ("Sở Nội vụ", "18")
    assert tree.index_of("bnv").siblingAtColumn(1).data() == ""
    said = Qt.ItemDataRole.AccessibleTextRole
    assert place.data(said) == "Sở Nội vụ, 18 nhiệm vụ nêu tên"
    assert tree.index_of("thue").data(said) == "Thuế tỉnh, từ 01/07/2025, do đơn vị thêm"
    assert place.parent().data(said) == "Cấp tỉnh: 2 mục"


def test_validity_in_words() -> None:
    both = Agency("a", "A", Level.PROVINCE, valid_from=date(2025, 3, 1), valid_to=date(2025, 6, 30))
    assert validity(both) == "từ 01/03/2025 đến 30/06/2025"
    assert (validity(HOME), validity(ALL)) == ("", "")
