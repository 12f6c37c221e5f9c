"""Clauses that change what names mean: exceptions, new names, two roles in one cell."""

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.domain.agencies import Directory, PartyKind
from cchc_desktop.domain.agency_clauses import excepts, mixes_roles, new_name, says_exception
from cchc_desktop.domain.agency_parents import PARENTS
from cchc_desktop.paths import resources


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()))


@pytest.mark.parametrize(
    "cell",
    [
        "Các sở, ban, ngành (trừ Sở Ngoại vụ)",
        "Các sở, ban, ngành, ngoại trừ Thanh tra tỉnh",
        "UBND các xã, phường không bao gồm đặc khu Phú Quý",
        "Các sở, ngành (ngoài Sở Nội vụ)",
    ],
)
def test_a_class_with_an_exception_is_marked_and_means_nobody_by_itself(
    directory: Directory, cell: str
) -> None:
    assert excepts(cell)
    (party,) = directory.split(cell)
    assert party.kind is PartyKind.GROUP
    assert party.text == cell
    assert not party.key


@pytest.mark.parametrize(
    "cell",
    ["Sở Xây dựng (trụ sở tại Mỹ Tho)", "Các Sở (Ngoại vụ, Nội vụ)", "Sở Nội vụ", "phòng trừ sâu bệnh"],
)
def test_words_that_only_look_like_an_exception_are_none(cell: str) -> None:
    assert not excepts(cell)


def test_an_exception_after_a_list_belongs_to_its_last_class(directory: Directory) -> None:
    parties = directory.split("Sở Nội vụ; UBND các xã, phường, trừ xã Tân Hương, xã Long Định; Sở Y tế")
    assert [(party.kind.value, party.key) for party in parties] == [
        ("agency", "so-noi-vu"),
        ("group", ""),
        ("agency", "so-y-te"),
    ]


def test_an_exception_from_one_body_is_not_understood(directory: Directory) -> None:
    for cell in ("UBND tỉnh (trừ việc của HĐND)", "Sở Nội vụ trừ thứ Bảy"):
        (party,) = directory.split(cell)
        assert party.kind is PartyKind.UNKNOWN


def test_an_exception_without_marks_is_read_in_brackets_and_outside(directory: Directory) -> None:
    assert says_exception("tru So Ngoai vu")
    assert not says_exception("trụ sở")
    (party,) = directory.split("Cac so, ban, nganh tru So Ngoai vu")
    assert (party.kind, party.key) == (PartyKind.GROUP, "")


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("Sở TT&TT (nay là Sở KH&CN)", "so-khoa-hoc-va-cong-nghe"),
        ("Sở TT&TT, nay là Sở KH&CN", "so-khoa-hoc-va-cong-nghe"),
        ("Sở TT&TT nay là Sở KH&CN", "so-khoa-hoc-va-cong-nghe"),
        ("Sở KH&CN (trước đây là Sở TT&TT)", "so-khoa-hoc-va-cong-nghe"),
        ("Sở Tài chính (hợp nhất Sở KH&ĐT)", "so-tai-chinh"),
    ],
)
def test_a_printed_new_name_is_the_body_that_is_meant(directory: Directory, cell: str, key: str) -> None:
    (party,) = directory.split(cell)
    assert (party.kind, party.key, party.text) == (PartyKind.AGENCY, key, cell)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("UBND cấp huyện (nay là UBND cấp xã)", "ubnd-cap-xa"),
        ("UBND cấp huyện nay là UBND cấp xã", "ubnd-cap-xa"),
    ],
)
def test_a_printed_new_class_is_the_class_that_is_meant(directory: Directory, cell: str, key: str) -> None:
    (party,) = directory.split(cell)
    assert (party.kind, party.key, party.text) == (PartyKind.GROUP, key, cell)


def test_a_new_name_that_is_not_known_leaves_the_cell_to_a_person(directory: Directory) -> None:
    for cell in ("Sở TT&TT (nay là Sở Chợ Gạo)", "Sở TT&TT (nay là hai sở)", "Các sở (nay là Sở Nội vụ)"):
        kinds = {party.kind for party in directory.split(cell)}
        assert kinds <= {PartyKind.UNKNOWN, PartyKind.GROUP}, cell
    assert PartyKind.UNKNOWN in {party.kind for party in directory.split("Sở TT&TT nay là Sở Chợ Gạo")}
    assert new_name("nay là ") == ""


@pytest.mark.parametrize(
    "cell",
    [
        "Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính",
        "Chủ trì: Sở Nội vụ\nPhối hợp: Sở Tài chính",
        "Sở Nội vụ: chủ trì; Sở Tài chính: phối hợp",
        "Sở Nội vụ chủ trì, phối hợp Sở Tài chính",
        "Sở Nội vụ chủ trì phối hợp với Sở Tài chính",
        "Sở Nội vụ phối hợp với Sở Tài chính",
        "Sở Nội vụ phối hợp cùng Sở Tài chính",
        "Đầu mối: Sở Nội vụ; phối hợp: Sở Tài chính",
    ],
)
def test_two_roles_in_one_cell_come_apart_and_are_marked(directory: Directory, cell: str) -> None:
    assert mixes_roles(cell)
    assert [party.key for party in directory.split(cell)] == ["so-noi-vu", "so-tai-chinh"]


@pytest.mark.parametrize(
    "cell",
    ["Phối hợp: Các sở, ngành", "Phối hợp với Sở Tài chính", "Cơ quan phối hợp các sở", "Các sở, ngành phối hợp",
     "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Sở Nội vụ"],
)  # fmt: skip
def test_one_role_is_not_marked(cell: str) -> None:
    assert not mixes_roles(cell)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Phó Chủ tịch UBND tỉnh Nguyễn Văn A", "UBND tỉnh"),
        ("Giám đốc Sở Nội vụ Nguyễn Thị Hoa", "Sở Nội vụ"),
        ("Giám đốc Sở Nội vụ Hà Nội", "Sở Nội vụ Hà Nội"),
        ("Chủ tịch UBND xã Lê Lợi", "Chủ tịch UBND xã Lê Lợi"),
    ],
)
def test_a_persons_name_is_no_place(directory: Directory, cell: str, name: str) -> None:
    (party,) = directory.split(cell)
    assert (party.kind, party.name) == (PartyKind.AGENCY, name)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("UBND xã Tân Hương, huyện Châu Thành, tỉnh Tiền Giang", ["UBND xã Tân Hương"]),
        ("UBND quận Ba Đình, thành phố Hà Nội", ["UBND quận Ba Đình"]),
        ("UBND huyện Cái Bè, thành phố Mỹ Tho", ["UBND huyện Cái Bè", "UBND thành phố Mỹ Tho"]),
        ("UBND xã Tân Hương; huyện Châu Thành", ["UBND xã Tân Hương", "UBND huyện Châu Thành"]),
    ],
)
def test_an_address_is_no_second_body(directory: Directory, cell: str, names: list[str]) -> None:
    assert [party.name for party in directory.split(cell)] == names


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Phòng CCHC – Sở Nội vụ", ["so-noi-vu"]),
        ("Phòng Cải cách hành chính (Sở Nội vụ)", ["so-noi-vu"]),
        ("Phòng Cải cách hành chính (đầu mối)", ["phong-cai-cach-hanh-chinh"]),
        ("Sở Nội vụ (Phòng CCHC)", ["so-noi-vu"]),
        ("Sở Nội vụ - Sở Tài chính - Sở Tư pháp", ["so-noi-vu", "so-tai-chinh", "so-tu-phap"]),
        ("Phòng CCHC - Sở Nội vụ - Sở Tài chính", ["phong-cai-cach-hanh-chinh", "so-noi-vu", "so-tai-chinh"]),
        ("Phòng CCHC - Sở Chợ Gạo", ["phong-cai-cach-hanh-chinh", ""]),
        ("Trung tâm CNTT và Truyền thông - Sở KH&CN", ["trung-tam-cong-nghe-thong-tin-va-truyen-thong"]),
    ],
)
def test_a_section_with_its_department_reaches_the_department(
    directory: Directory, cell: str, keys: list[str]
) -> None:
    assert [party.key for party in directory.split(cell)] == keys


def test_units_and_the_bodies_they_may_belong_to_are_in_the_directory(directory: Directory) -> None:
    keys = {agency.key for agency in directory.agencies}
    assert set(PARENTS) <= keys
    assert set().union(*PARENTS.values()) <= keys


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Trung tâm PVHCC tỉnh - Sở Nội vụ", ["trung-tam-phuc-vu-hanh-chinh-cong-tinh", "so-noi-vu"]),
        ("Trung tâm PVHCC tỉnh - Văn phòng UBND tỉnh", ["trung-tam-phuc-vu-hanh-chinh-cong-tinh"]),
        ("Thanh tra tỉnh - Sở Nội vụ", ["thanh-tra-tinh", "so-noi-vu"]),
        ("Phòng PC06 Công an tỉnh; Sở Tư pháp", ["cong-an-tinh", "so-tu-phap"]),
        ("Phòng CCHC - Các sở, ngành", ["phong-cai-cach-hanh-chinh", "cac-so-ban-nganh-tinh"]),
        ("Phòng CCHC - UBND cấp xã", ["phong-cai-cach-hanh-chinh", "ubnd-cap-xa"]),
        ("Chợ Gạo - Sở Nội vụ", ["", "so-noi-vu"]),
    ],
)
def test_a_dash_between_two_bodies_parts_them_unless_one_is_part_of_the_other(
    directory: Directory, cell: str, keys: list[str]
) -> None:
    assert [party.key for party in directory.split(cell)] == keys


@pytest.mark.parametrize(
    "cell",
    [
        "UBND tỉnh Quý I/2024",
        "Sở Nội vụ Thường xuyên",
        "Sở Nội vụ 2024",
        "UBND tỉnh Hàng năm",
        "Sở Y tế Tháng 6",
    ],
)
def test_words_of_the_time_column_are_no_place(directory: Directory, cell: str) -> None:
    assert {party.kind for party in directory.split(cell)} == {PartyKind.UNKNOWN}


def test_places_whose_names_look_like_times_are_places(directory: Directory) -> None:
    names = [party.name for party in directory.split("UBND huyện Năm Căn; UBND phường Hàng Bạc")]
    assert names == ["UBND huyện Năm Căn", "UBND phường Hàng Bạc"]
