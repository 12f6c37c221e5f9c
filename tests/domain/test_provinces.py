"""Provinces before and after the mergers of 2025, and what bodies of old plans are called now."""

from datetime import date

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups, load_provinces
from cchc_desktop.domain.agencies import Directory, PartyKind
from cchc_desktop.domain.agency_places import CENTRAL_CITIES, PROVINCES
from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.agency_words import read_cell
from cchc_desktop.domain.provinces import Provinces
from cchc_desktop.domain.successions import now_called
from cchc_desktop.paths import resources

OLD, BETWEEN, NEW = date(2023, 6, 1), date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def provinces() -> Provinces:
    return Provinces(load_provinces(resources()))


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()))


def test_sixty_three_provinces_became_thirty_four(provinces: Provinces) -> None:
    assert [len(provinces.on(day)) for day in (OLD, BETWEEN, NEW)] == [63, 63, 34]
    cities = {province.name for province in provinces.on(NEW) if province.committee == "UBND thành phố"}
    assert cities == {"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}


def test_every_old_province_leads_to_one_of_the_thirty_four(provinces: Provinces) -> None:
    living = provinces.on(NEW)
    for province in provinces.on(OLD):
        assert provinces.current(province, NEW) in living
        assert provinces.current(province, OLD) is province
    absorbed = [province for province in provinces.all if province.successor]
    assert len(absorbed) == 30


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("Quảng Nam", "thành phố Đà Nẵng"),
        ("tỉnh Tiền Giang", "tỉnh Đồng Tháp"),
        ("Thừa Thiên Huế", "thành phố Huế"),
        ("Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"),
        ("HOA BINH", "tỉnh Phú Thọ"),
        ("TP. Hải Phòng", "thành phố Hải Phòng"),
        ("tỉnh Hà Tĩnh", "tỉnh Hà Tĩnh"),
    ],
)
def test_a_name_tells_where_a_place_is_now(provinces: Provinces, name: str, now: str) -> None:
    found = provinces.find(name)
    assert found is not None
    assert provinces.current(found, NEW).full_name == now


@pytest.mark.parametrize("name", ["", "tỉnh", "Chợ Gạo", "huyện Hà Tĩnh"])
def test_what_is_no_province_is_not_found(provinces: Provinces, name: str) -> None:
    assert provinces.find(name) is None


def test_the_grammar_of_cells_knows_the_same_provinces(provinces: Provinces) -> None:
    words = {tuple(word.norm for word in read_cell(each.name).words) for each in provinces.all}
    assert words <= set(PROVINCES)
    assert set(CENTRAL_CITIES) - {("hcm",)} < {
        tuple(word.norm for word in read_cell(each.name).words)
        for each in provinces.all
        if each.unit == "thành phố"
    }


@pytest.mark.parametrize(
    ("cell", "day", "now"),
    [
        ("Sở TT&TT", NEW, ("Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch")),
        ("Sở TT&TT", OLD, ()),
        ("Sở Nội vụ", NEW, ()),
        ("Sở Nội vụ tỉnh Tiền Giang", NEW, ("Sở Nội vụ tỉnh Đồng Tháp",)),
        ("Sở Nội vụ tỉnh Tiền Giang", BETWEEN, ()),
        ("Sở Kế hoạch và Đầu tư tỉnh Quảng Nam", NEW, ("Sở Tài chính thành phố Đà Nẵng",)),
        ("UBND tỉnh Quảng Nam", NEW, ("UBND thành phố Đà Nẵng",)),
        ("Sở Nội vụ Quảng Nam", NEW, ("Sở Nội vụ thành phố Đà Nẵng",)),
        ("Sở Kế hoạch và Đầu tư thành phố Hải Phòng", NEW, ("Sở Tài chính thành phố Hải Phòng",)),
        ("Sở Nội vụ tỉnh Hà Tĩnh", NEW, ()),
        ("Cục Thuế tỉnh", date(2025, 4, 1), ("Chi cục Thuế khu vực",)),
        ("Cục Thuế tỉnh Phú Thọ", NEW, ("Thuế tỉnh Phú Thọ",)),
        ("Phòng Tài chính - Kế hoạch", NEW, ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị")),
        ("Huyện ủy", NEW, ("Đảng ủy xã",)),
        ("UBND huyện Cái Bè", NEW, ()),
        ("Các sở, ban, ngành", NEW, ()),
        ("Chợ Gạo", NEW, ()),
    ],
)
def test_bodies_of_an_old_plan_are_offered_their_successors(
    directory: Directory, provinces: Provinces, cell: str, day: date, now: tuple[str, ...]
) -> None:
    (party,) = directory.split(cell)
    assert now_called(directory, provinces, party, day) == now


def test_successors_of_successors_are_followed_and_circles_end(directory: Directory) -> None:
    (tax,) = directory.current("cuc-thue-tinh", NEW)
    assert tax.key == "thue-tinh"
    assert directory.current("khong-co", NEW) == ()
    assert [body.key for body in directory.current("so-noi-vu", NEW)] == ["so-noi-vu"]


def test_a_body_that_left_its_work_to_nobody_is_offered_nobody(
    directory: Directory, provinces: Provinces
) -> None:
    gone = next(a for a in directory.agencies if a.valid_to and a.valid_to < NEW and not a.successors)
    party = Party(gone.name, PartyKind.AGENCY, gone.name, gone.key)
    assert now_called(directory, provinces, party, NEW) == ()
