"""Bodies of other provinces are never taken for those of the office's own."""

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups, load_provinces
from cchc_desktop.domain.agencies import Agency, Directory, Level, PartyKind
from cchc_desktop.domain.agency_places import PROVINCES, home_of, today
from cchc_desktop.paths import resources
from cchc_desktop.text import fold


def _directory(province: str) -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()), province)


@pytest.fixture(scope="module")
def tien_giang() -> Directory:
    return _directory("tỉnh Tiền Giang")


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Sở Nội vụ tỉnh Bến Tre", [""]),
        ("SỞ NỘI VỤ TỈNH BẾN TRE", [""]),
        ("Sở Nội vụ (tỉnh Bến Tre)", [""]),
        ("Sở Nội vụ (Bến Tre)", [""]),
        ("Sở Nội vụ (Tiền Giang)", ["so-noi-vu"]),
        ("Sở Nội vụ Tiền Giang; Sở Tài chính", ["so-noi-vu", "so-tai-chinh"]),
        ("Sở Nội vụ tỉnh Đồng Tháp", ["so-noi-vu"]),
        ("UBND tỉnh Vĩnh Long; Sở Nội vụ Kiên Giang", ["", ""]),
        ("UBND các tỉnh: Bến Tre, Long An", ["", ""]),
        ("Các sở, ngành tỉnh Bến Tre", [""]),
        ("Báo Bến Tre; Báo Tiền Giang", ["", "bao-tinh"]),
        ("Các cơ quan Trung ương đóng trên địa bàn tỉnh Bến Tre", [""]),
        ("UBND xã Hòa Bình; Sở Nội vụ", ["", "so-noi-vu"]),
        ("Sở Nội vụ (phụ trách)", ["so-noi-vu"]),
    ],
)
def test_only_bodies_of_the_own_province_have_a_key(
    tien_giang: Directory, cell: str, keys: list[str]
) -> None:
    assert [party.key for party in tien_giang.split(cell)] == keys


def test_a_body_of_another_province_keeps_its_full_name(tien_giang: Directory) -> None:
    (party,) = tien_giang.split("Sở Nội vụ tỉnh Bến Tre")
    assert (party.kind, party.name) == (PartyKind.AGENCY, "Sở Nội vụ tỉnh Bến Tre")
    (party,) = tien_giang.split("Các sở, ngành tỉnh Bến Tre")
    assert (party.kind, party.name) == (PartyKind.GROUP, "Các sở, ngành tỉnh Bến Tre")


def test_without_a_province_several_in_one_cell_are_none_of_them_own() -> None:
    directory = _directory("")
    assert [party.key for party in directory.split("Sở Nội vụ Bến Tre; Sở Nội vụ Hà Nội; Sở Y tế")] == [
        "",
        "",
        "so-y-te",
    ]
    assert [party.key for party in directory.split("UBND tỉnh Lâm Đồng; UBND tỉnh Đắk Nông")] == [
        "ubnd-tinh"
    ] * 2
    assert [party.key for party in directory.split("Sở Nội vụ tỉnh Bến Tre")] == ["so-noi-vu"]


def test_a_body_whose_own_name_has_the_province_is_known() -> None:
    own = Agency("bao-ben-tre", "Báo Bến Tre", Level.PROVINCE, "press")
    (party,) = Directory([own], [], "Tiền Giang").split("Báo Bến Tre")
    assert party.key == "bao-ben-tre"


def test_old_provinces_lead_to_those_of_today() -> None:
    """The table of the grammar is that of the delivered provinces."""
    provinces = load_provinces(resources())
    names = {each.key: each.name for each in provinces}
    assert {each.name: today(each.name) for each in provinces} == {
        each.name: names[each.successor] if each.successor else each.name for each in provinces
    }
    assert {fold(today(name)) for name in PROVINCES.values()} == {
        fold(each.name) for each in provinces if not each.valid_to
    }
    assert home_of("không rõ") == ""
