"""The directory of agencies: members of groups over the years, names found, suggestions, names that claim the same words."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.domain.agencies import Agency, AgencyGroup, Directory, Level, Party, PartyKind
from cchc_desktop.domain.agency_clauses import mixes_roles
from cchc_desktop.domain.agency_index import Node
from cchc_desktop.domain.agency_parties import dangling
from cchc_desktop.paths import resources
from cchc_desktop.text import fold

OLD, NEW = date(2023, 6, 1), date(2026, 2, 1)
SPECIALISED = "cac-co-quan-chuyen-mon-thuoc-ubnd-tinh"
ALL_PROVINCIAL = "cac-so-ban-nganh-tinh"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_agencies(resources()), load_groups(resources()))


def _keys(directory: Directory, group: str, on: date) -> set[str]:
    return {agency.key for agency in directory.members(group, on)}


def _kinds(directory: Directory, cell: str) -> list[tuple[str, str]]:
    return [(party.kind.value, party.key) for party in directory.split(cell)]


# --- members -----------------------------------------------------------------------------------------------------------


def test_departments_dissolved_in_2025_are_members_only_before(directory: Directory) -> None:
    gone = {
        "so-thong-tin-va-truyen-thong",
        "so-ke-hoach-va-dau-tu",
        "so-giao-thong-van-tai",
        "so-tai-nguyen-va-moi-truong",
        "so-nong-nghiep-va-phat-trien-nong-thon",
        "so-lao-dong-thuong-binh-va-xa-hoi",
        "ban-dan-toc",
    }
    come = {"so-nong-nghiep-va-moi-truong", "so-dan-toc-va-ton-giao"}
    old, new = _keys(directory, SPECIALISED, OLD), _keys(directory, SPECIALISED, NEW)
    assert gone <= old
    assert not gone & new
    assert come <= new
    assert not come & old
    assert {"so-noi-vu", "so-tu-phap", "thanh-tra-tinh", "van-phong-ubnd-tinh"} <= old & new


def test_every_department_that_ended_names_successors_that_exist_then(directory: Directory) -> None:
    by_key = {agency.key: agency for agency in directory.agencies}
    ended = [a for a in directory.agencies if a.kind == "department" and a.valid_to is not None]
    assert len(ended) >= 6
    for agency in ended:
        assert agency.successors, agency.key
        for key in agency.successors:
            successor = by_key[key]
            assert (
                successor.valid_to is None or agency.valid_to is None or successor.valid_to > agency.valid_to
            )


def test_the_departments_of_a_province_are_the_narrower_class(directory: Directory) -> None:
    for day in (OLD, NEW):
        narrow, wide = _keys(directory, SPECIALISED, day), _keys(directory, ALL_PROVINCIAL, day)
        assert narrow < wide
        assert "cong-an-tinh" in wide - narrow
        assert "ubnd-tinh" not in wide
        assert "van-phong-tinh-uy" not in wide


def test_a_day_of_change_belongs_to_the_old_body_or_the_new(directory: Directory) -> None:
    finance = {"so-ke-hoach-va-dau-tu", "so-tai-chinh"}
    last = next(a.valid_to for a in directory.agencies if a.key == "so-ke-hoach-va-dau-tu")
    assert last is not None
    assert _keys(directory, SPECIALISED, last) >= finance
    assert "so-ke-hoach-va-dau-tu" not in _keys(
        directory, SPECIALISED, date.fromordinal(last.toordinal() + 1)
    )


def test_communes_have_offices_only_since_july_2025(directory: Directory) -> None:
    group = "co-quan-chuyen-mon-thuoc-ubnd-cap-xa"
    assert _keys(directory, group, date(2025, 6, 30)) == set()
    assert _keys(directory, group, date(2025, 7, 1)) == {
        "van-phong-hdnd-va-ubnd",
        "phong-kinh-te",
        "phong-kinh-te-ha-tang-va-do-thi",
        "phong-van-hoa-xa-hoi",
        "trung-tam-phuc-vu-hanh-chinh-cong-xa",
    }


def test_the_vertical_agencies_are_those_of_the_day(directory: Directory) -> None:
    old, spring, new = (
        _keys(directory, "cac-co-quan-nganh-doc", day) for day in (OLD, date(2025, 4, 1), NEW)
    )
    assert {"cuc-thue-tinh", "cuc-thong-ke-tinh", "cuc-hai-quan-tinh", "kho-bac-nha-nuoc"} <= old
    assert {"chi-cuc-thue-khu-vuc", "thong-ke-tinh", "chi-cuc-hai-quan-khu-vuc", "kho-bac-nha-nuoc"} <= spring
    assert {"thue-tinh", "thi-hanh-an-dan-su-tinh"} <= new - spring
    assert not {"cuc-thue-tinh", "cuc-hai-quan-tinh"} & (spring | new)


def test_every_successor_exists_when_the_body_before_it_has_ended(directory: Directory) -> None:
    for agency in directory.agencies:
        if agency.successors and agency.valid_to is not None:
            living = directory.current(agency.key, NEW)
            assert living, agency.key
            assert all(body.valid_from is None or body.valid_from <= NEW for body in living)


def test_district_groups_ended_with_the_districts(directory: Directory) -> None:
    group = "co-quan-chuyen-mon-thuoc-ubnd-cap-huyen"
    assert {"phong-noi-vu", "phong-tu-phap"} <= _keys(directory, group, date(2025, 6, 30))
    assert _keys(directory, group, date(2025, 7, 1)) == set()


def test_committees_of_communes_are_members_once_an_office_lists_them(directory: Directory) -> None:
    assert directory.members("ubnd-cap-xa", NEW) == ()
    commune = Agency("ubnd-xa-tan-huong", "UBND xã Tân Hương", Level.COMMUNE, "people_committee")
    wider = Directory((*directory.agencies, commune), directory.groups)
    assert wider.members("ubnd-cap-xa", NEW) == (commune,)
    (named,) = wider.split("ủy ban nhân dân xã Tân Hương")
    assert (named.kind, named.key) == (PartyKind.AGENCY, commune.key)


def test_an_unknown_group_has_no_members(directory: Directory) -> None:
    assert directory.members("no-such-group", NEW) == ()


def test_a_body_is_no_member_before_it_began_or_of_another_kind_or_level() -> None:
    begun = Agency("a", "Sở A", Level.PROVINCE, "department", valid_from=NEW)
    other_kind = Agency("b", "Báo B", Level.PROVINCE, "press")
    other_level = Agency("c", "Bộ C", Level.CENTRAL, "department")
    group = AgencyGroup("g", "Các sở", (), (Level.PROVINCE,), ("department",))
    directory = Directory([begun, other_kind, other_level], [group])
    assert directory.members("g", OLD) == ()
    assert directory.members("g", NEW) == (begun,)


# --- reaches -----------------------------------------------------------------------------------------------------------


def test_a_party_reaches_a_body_by_name_or_as_a_member(directory: Directory) -> None:
    named, group, some = directory.split("Sở Nội vụ; các sở, ngành tỉnh; các cơ quan có liên quan")
    assert directory.reaches(named, "so-noi-vu", NEW)
    assert not directory.reaches(named, "so-tai-chinh", NEW)
    assert directory.reaches(group, "so-tai-chinh", NEW)
    assert not directory.reaches(group, "bao-tinh", NEW)
    assert not directory.reaches(some, "so-tai-chinh", NEW)


def test_a_group_reaches_a_body_only_while_it_exists(directory: Directory) -> None:
    (group,) = directory.split("Các sở, ngành tỉnh")
    assert directory.reaches(group, "so-thong-tin-va-truyen-thong", OLD)
    assert not directory.reaches(group, "so-thong-tin-va-truyen-thong", NEW)


def test_bodies_that_are_not_listed_reach_nobody(directory: Directory) -> None:
    (district,) = directory.split("UBND huyện Cái Bè")
    assert (district.kind, district.key) == (PartyKind.AGENCY, "")
    assert not directory.reaches(district, "", OLD)
    assert not directory.reaches(Party("x", PartyKind.UNKNOWN, "", "so-noi-vu"), "so-noi-vu", OLD)


# --- find --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sở Nội vụ", "so-noi-vu"),
        ("SNV", "so-noi-vu"),
        ("sở  nội\nvụ", "so-noi-vu"),
        (unicodedata.normalize("NFD", "Sở Nội vụ"), "so-noi-vu"),
        ("Sở TT&TT", "so-thong-tin-va-truyen-thong"),
        ("Sở TTTT", "so-thong-tin-va-truyen-thong"),
        ("Sở KH và CN", "so-khoa-hoc-va-cong-nghe"),
        ("VP UBND tỉnh", "van-phong-ubnd-tinh"),
        ("VPUBND tỉnh", "van-phong-ubnd-tinh"),
        ("Uỷ ban nhân dân tỉnh", "ubnd-tinh"),
        ("Ủy ban nhân dân tỉnh", "ubnd-tinh"),
        ("Sở Văn hoá, Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("Sở Văn hóa - Thể thao – Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("UBND các xã, phường, đặc khu", "ubnd-cap-xa"),
        ("các huyện, thành, thị", "ubnd-cap-huyen"),
        ("Sở, Ban, ngành tỉnh", "cac-so-ban-nganh-tinh"),
    ],
)
def test_names_are_found_whatever_their_spelling(directory: Directory, text: str, key: str) -> None:
    found = directory.find(text)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        ";",
        "Sở",
        "Sở Nội",
        "Sở Nội vụ, Sở Tài chính",
        "Sở Nội vụ Tiền Giang ABC",
        "UBND xã Tân Hương",
        "Nội vụ",
        "vụ",
    ],
)
def test_anything_else_is_not_found(directory: Directory, text: str) -> None:
    assert directory.find(text) is None


def test_every_name_alias_and_phrase_finds_its_own_body(directory: Directory) -> None:
    for agency in directory.agencies:
        for name in (agency.name, *agency.aliases, *agency.abbreviations):
            assert directory.find(name) is agency, name
    for group in directory.groups:
        for name in (group.name, *group.phrases):
            assert directory.find(name) is group, name


# --- names that claim the same words -----------------------------------------------------------------------------------


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for after in set(node.after.values()):
        yield from _nodes(after)


def test_no_two_bodies_of_the_directory_claim_the_same_words(directory: Directory) -> None:
    claimed = [node.slots for node in _nodes(directory._index.root)]
    unclear = [
        slots for slots in (*claimed, directory._index.bare) for e in slots.values() if e.target is None
    ]
    assert not unclear


def test_no_two_bodies_fold_to_the_same_name(directory: Directory) -> None:
    owners: dict[str, str] = {}
    for agency in directory.agencies:
        for name in (agency.name, *agency.aliases, *agency.abbreviations):
            assert owners.setdefault(fold(name), agency.key) == agency.key, name
    for group in directory.groups:
        for name in (group.name, *group.phrases):
            assert owners.setdefault(fold(name), group.key) == group.key, name


def test_words_that_two_bodies_claim_stand_for_neither() -> None:
    tones = (
        Agency("a", "Chi cục Bảo tồn", Level.PROVINCE, "unit"),
        Agency("b", "Chi cục Báo tồn", Level.PROVINCE, "unit"),
    )
    directory = Directory(tones, [])
    assert directory.find("Chi cuc Bao ton") is None
    assert _kinds(directory, "Chi cuc Bao ton; Chi cục Bảo tồn") == [("unknown", ""), ("unknown", "")]


def test_a_name_wins_over_an_alias_of_another_body() -> None:
    lender = Agency("a", "Ngân hàng An", Level.PROVINCE, "bank", aliases=("Ngân hàng Bình",))
    named = Agency("b", "Ngân hàng Bình", Level.PROVINCE, "bank")
    for agencies in ([lender, named], [named, lender]):
        assert Directory(agencies, []).find("Ngân hàng Bình") is named


def test_the_same_alias_twice_does_no_harm() -> None:
    agency = Agency(
        "a", "Báo Ấp Bắc", Level.PROVINCE, "press", aliases=("Ấp Bắc", "ấp bắc", "Báo Ấp Bắc", ";")
    )
    assert Directory([agency], []).find("ẤP BẮC") is agency


def test_initials_of_an_odd_name_are_understood() -> None:
    agency = Agency("a", "Sở Khoa học, và Công nghệ -", Level.PROVINCE, "department")
    directory = Directory([agency], [])
    for text in ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KHCN"):
        assert directory.find(text) is agency, text


def test_an_alias_added_by_an_office_is_read_at_once(directory: Directory) -> None:
    assert _kinds(directory, "Bộ phận Hỗ trợ số; Sở Y tế")[0][0] == "unknown"
    agencies = [
        replace(agency, aliases=(*agency.aliases, "Bộ phận Hỗ trợ số;"))
        if agency.key == "so-noi-vu"
        else agency
        for agency in directory.agencies
    ]
    taught = Directory(agencies, directory.groups)
    assert _kinds(taught, "Bộ phận hỗ trợ số; Sở Y tế") == [("agency", "so-noi-vu"), ("agency", "so-y-te")]


# --- split: what the tables do not say ----------------------------------------------------------------------------------


def test_an_empty_directory_knows_nothing_and_loses_nothing() -> None:
    parties = Directory([], []).split("Sở Nội vụ; UBND cấp huyện")
    assert [(party.text, party.kind) for party in parties] == [
        ("Sở Nội vụ", PartyKind.UNKNOWN),
        ("UBND cấp huyện", PartyKind.UNKNOWN),
    ]


@pytest.mark.parametrize("cell", ["", " \n\t", ";", "- ", "…", "()", "( - )", "\u200b"])
def test_a_cell_without_words_has_no_parties(directory: Directory, cell: str) -> None:
    assert directory.split(cell) == ()


def test_a_cell_in_brackets_is_read_like_any_other(directory: Directory) -> None:
    assert _kinds(directory, "(Sở Nội vụ)") == [("agency", "so-noi-vu")]
    assert _kinds(directory, "[ (Sở Nội vụ); Sở Y tế ]") == [("agency", "so-noi-vu"), ("agency", "so-y-te")]


def test_departments_that_sound_alike_are_told_apart(directory: Directory) -> None:
    assert _kinds(directory, "Sở Nội vụ, Sở Ngoại vụ") == [("agency", "so-noi-vu"), ("agency", "so-ngoai-vu")]
    assert _kinds(directory, "SO NOI VU, SO NGOAI VU") == [("agency", "so-noi-vu"), ("agency", "so-ngoai-vu")]
    assert _kinds(directory, "Sở Nộ vụ; Sở Ngoai5 vụ") == [("unknown", ""), ("unknown", "")]


def test_an_endless_cell_is_left_to_a_person(directory: Directory) -> None:
    (party,) = directory.split("Sở Nội vụ; " * 2000)
    assert party.kind is PartyKind.UNKNOWN
    assert directory.split(" " * 10_000) == ()


@pytest.mark.parametrize(
    "piece", ["và ", "(", "UBND ", "các ", "cấp xã, ", "Sở, ", "- ", "a/", "1. ", "ngành, ban, "]
)
def test_hostile_cells_are_read_without_complaint(directory: Directory, piece: str) -> None:
    cell = (piece * 6000)[:5990]
    parties = directory.split(cell)
    assert all(party.text for party in parties)


@pytest.mark.parametrize("separator", ["; ", ", ", " và ", " & ", "/", "\n", ",\n", ";\n- "])
@pytest.mark.parametrize(
    "pair",
    [
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ"),
        ("Các sở, ban, ngành tỉnh", "UBND cấp huyện"),
        ("UBND các huyện, thành phố, thị xã", "UBND các xã, phường, thị trấn"),
        ("Văn phòng HĐND và UBND huyện", "Phòng Tài chính - Kế hoạch"),
        ("Văn phòng UBND tỉnh", "Các cơ quan chuyên môn thuộc UBND tỉnh"),
    ],
)
def test_two_names_are_parted_by_every_separator(
    directory: Directory, separator: str, pair: tuple[str, str]
) -> None:
    apart = [_kinds(directory, name)[0] for name in pair]
    assert _kinds(directory, separator.join(pair)) == apart


# --- suggest, dangling, mixes_roles ------------------------------------------------------------------------------------


def test_suggestions_are_the_most_alike_first_and_decide_nothing(directory: Directory) -> None:
    (party,) = directory.split("Sở Nộ vụ")
    names = [name for name, _ in directory.suggest(party.text)]
    assert party.kind is PartyKind.UNKNOWN
    assert names[:2] == ["Sở Nội vụ", "Sở Ngoại vụ"]


def test_suggestions_are_few_and_of_some_likeness(directory: Directory) -> None:
    found = directory.suggest("Sở Thông tin Truyền thông", 3)
    assert found[0][0] == "Sở Thông tin và Truyền thông"
    assert len(found) <= 3
    assert all(0.5 <= share <= 1 for _, share in found)
    assert [share for _, share in found] == sorted((share for _, share in found), reverse=True)
    assert directory.suggest("xyz qwrt") == ()
    assert directory.suggest("") == ()
    assert directory.suggest("Sở Nội vụ", 0) == ()


def test_what_an_endless_text_looks_like_is_still_answered(directory: Directory) -> None:
    assert directory.suggest("Sở Nội vụ " * 5000) == directory.suggest("Sở Nội vụ " * 5000)


@pytest.mark.parametrize(
    "cell",
    [
        "UBND cấp huyện,",
        "UBND cấp huyện, ",
        "Sở Nội vụ;",
        "Sở Nội vụ và",
        "SỞ NỘI VỤ VÀ",
        "Sở Nội vụ -",
        "Sở Nội vụ –",
        "Sở Nội vụ/",
        "Các Sở:",
        "Sở Nội vụ và các",
        "Cơ quan chuyên môn thuộc",
        "UBND cấp",
        "Sở Nội vụ (cơ quan thường trực",
        "Sở Nội vụ [chủ trì",
        "so noi vu va",
        "Sở Nội vụ; Sở Tài chính…",
        "Sở Nội vụ, ...",
    ],
)
def test_text_may_be_missing_at_the_end(cell: str) -> None:
    assert dangling(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        ",",
        " - ",
        "UBND cấp huyện",
        "UBND cấp huyện.",
        "Sở Nội vụ (chủ trì)",
        "- Sở Nội vụ",
        "và",
        "Chợ Va",
    ],
)
def test_nothing_is_missing_at_the_end(cell: str) -> None:
    assert not dangling(cell)


def test_a_cell_that_names_both_roles_is_told() -> None:
    assert mixes_roles("CHỦ TRÌ: Sở Nội vụ\nPHỐI HỢP: Sở Tài chính")
    assert not mixes_roles("Sở Nội vụ (phối hợp)")
    assert not mixes_roles("Sở Nội vụ")
