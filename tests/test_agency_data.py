"""The delivered directory of agencies and groups, and what is said of files that are malformed."""

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.agency_data import load_agencies, load_groups, load_provinces
from cchc_desktop.domain.agencies import Agency, AgencyGroup, Level
from cchc_desktop.paths import resources

AGENCY_HEADING = "key,name,level,kind,abbreviations,aliases,valid_from,valid_to,successors,source"
GROUP_HEADING = "key,name,phrases,levels,kinds,valid_to,source"
PROVINCE_HEADING = "key,name,unit,valid_from,valid_to,successor,source"
GOOD_AGENCY = 'so-a,Sở A,province,department,SA; S.A,"Sở A, B",2025-03-01,,,nguồn'
GOOD_GROUP = "g,Các sở,Các sở tỉnh; Sở,province; district,department,2025-06-30,nguồn"


def _file(folder: Path, name: str, *lines: str) -> Path:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


# --- the delivered files -----------------------------------------------------------------------------------------------


def test_the_delivered_directory_covers_every_level() -> None:
    agencies = load_agencies(resources())
    assert len(agencies) > 300
    assert {agency.level for agency in agencies} == set(Level)
    assert all(agency.source and agency.kind for agency in agencies)


def test_bodies_end_after_they_began() -> None:
    for agency in load_agencies(resources()):
        if agency.valid_from and agency.valid_to:
            assert agency.valid_from < agency.valid_to, agency.key


def test_bodies_with_successors_have_ended() -> None:
    for agency in load_agencies(resources()):
        assert agency.valid_to is not None or not agency.successors, agency.key
        assert agency.key not in agency.successors


def test_districts_ended_with_june_2025() -> None:
    ends = {agency.valid_to for agency in load_agencies(resources()) if agency.kind == "district_office"}
    assert ends == {date(2025, 6, 30)}


def test_the_kinds_of_delivered_groups_exist() -> None:
    kinds = {(agency.level, agency.kind) for agency in load_agencies(resources())}
    groups = load_groups(resources())
    assert len(groups) > 80
    for group in groups:
        assert group.source, group.key
        for kind in group.kinds:
            listed_later = kind in ("people_committee", "people_council", "chairman")
            assert (
                listed_later or any((level, kind) in kinds for level in group.levels) or not group.levels
            ), group.key


def test_no_body_is_given_the_same_name_twice() -> None:
    for agency in load_agencies(resources()):
        names = (agency.name, *agency.aliases, *agency.abbreviations)
        assert len(set(names)) == len(names), agency.key
    for group in load_groups(resources()):
        assert len({group.name, *group.phrases}) == len(group.phrases) + 1, group.key


# --- reading -----------------------------------------------------------------------------------------------------------


def test_a_row_becomes_a_body(tmp_path: Path) -> None:
    (agency,) = load_agencies(_file(tmp_path, "agencies.csv", AGENCY_HEADING, GOOD_AGENCY))
    assert agency == Agency(
        key="so-a",
        name="Sở A",
        level=Level.PROVINCE,
        kind="department",
        abbreviations=("SA", "S.A"),
        aliases=("Sở A, B",),
        valid_from=date(2025, 3, 1),
        source="nguồn",
    )


def test_a_row_becomes_a_group(tmp_path: Path) -> None:
    (group,) = load_groups(_file(tmp_path, "groups.csv", GROUP_HEADING, GOOD_GROUP))
    assert group == AgencyGroup(
        key="g",
        name="Các sở",
        phrases=("Các sở tỉnh", "Sở"),
        levels=(Level.PROVINCE, Level.DISTRICT),
        kinds=("department",),
        valid_to=date(2025, 6, 30),
        source="nguồn",
    )


def test_a_byte_order_mark_and_loose_accents_do_not_matter(tmp_path: Path) -> None:
    text = "\ufeff" + GROUP_HEADING + "\ng,Ca\u0301c sơ\u0309,,,,,nguồn\n"
    (tmp_path / "groups.csv").write_text(text, encoding="utf-8")
    assert load_groups(tmp_path)[0].name == "Các sở"


def test_a_file_of_headings_only_is_empty(tmp_path: Path) -> None:
    assert load_groups(_file(tmp_path, "groups.csv", GROUP_HEADING)) == ()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["key,name"], "agencies.csv, line 1: the columns must be key, name, level"),
        ([], "agencies.csv, line 1"),
        ([AGENCY_HEADING, GOOD_AGENCY, "x,y"], "agencies.csv, line 3: 2 cells instead of 10"),
        ([AGENCY_HEADING, ",Sở A,province,department,,,,,,s"], "agencies.csv, line 2: key is empty"),
        ([AGENCY_HEADING, "a, ,province,department,,,,,,s"], "agencies.csv, line 2: name is empty"),
        ([AGENCY_HEADING, "a,Sở A,province,,,,,,,s"], "agencies.csv, line 2: kind is empty"),
        ([AGENCY_HEADING, "a,Sở A,province,department,,,,,,"], "agencies.csv, line 2: source is empty"),
        ([AGENCY_HEADING, "a,Sở A,nowhere,department,,,,,,s"], "agencies.csv, line 2: 'nowhere'"),
        (
            [AGENCY_HEADING, "a,Sở A,province,department,,,1/3/2025,,,s"],
            "agencies.csv, line 2: Invalid isoformat",
        ),
        ([AGENCY_HEADING, GOOD_AGENCY, GOOD_AGENCY], "agencies.csv, line 3: key so-a occurs twice"),
        ([AGENCY_HEADING, "a,Sở A,province,department,,,,,b,s"], "agencies.csv: a names successors"),
        ([AGENCY_HEADING, 'a,"Sở A'], "agencies.csv, line 2: unexpected end of data"),
    ],
)
def test_a_malformed_file_of_bodies_is_refused(tmp_path: Path, rows: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=r"agencies\.csv") as refused:
        load_agencies(_file(tmp_path, "agencies.csv", *rows))
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([AGENCY_HEADING], "groups.csv, line 1"),
        ([GROUP_HEADING, GOOD_GROUP, GOOD_GROUP], "groups.csv, line 3: key g occurs twice"),
        ([GROUP_HEADING, "g,Các sở,,province; moon,,,s"], "groups.csv, line 2: 'moon'"),
        ([GROUP_HEADING, "g,Các sở,,,,2025-06-31,s"], "groups.csv, line 2: day is out of range"),
    ],
)
def test_a_malformed_file_of_groups_is_refused(tmp_path: Path, rows: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=r"groups\.csv") as refused:
        load_groups(_file(tmp_path, "groups.csv", *rows))
    assert str(refused.value).startswith(message)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_bytes((GROUP_HEADING + "\nCác").encode("utf-16"))
    with pytest.raises(ValueError, match=r"groups\.csv: not UTF-8"):
        load_groups(tmp_path)


def test_a_missing_file_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_agencies(tmp_path)


# --- provinces ---------------------------------------------------------------------------------------------------------


def test_every_province_names_its_source() -> None:
    provinces = load_provinces(resources())
    assert all(province.source for province in provinces)
    ends = {province.valid_to for province in provinces if province.valid_to}
    assert ends == {date(2024, 12, 31), date(2025, 6, 30)}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["a,A,huyện,,,,s"], "provinces.csv, line 2: unit is neither"),
        (["a,A,tỉnh,,,,"], "provinces.csv, line 2: source is empty"),
        (["a,A,tỉnh,,,b,s", "b,B,tỉnh,,,,s"], "provinces.csv: a needs a successor"),
        (["a,A,tỉnh,,2025-06-30,,s"], "provinces.csv: a needs a successor"),
        (["a,A,tỉnh,,2025-06-30,b,s", "b,B,tỉnh,,2025-06-30,a,s"], "provinces.csv: a needs a successor"),
    ],
)
def test_a_malformed_file_of_provinces_is_refused(tmp_path: Path, rows: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=r"provinces\.csv") as refused:
        load_provinces(_file(tmp_path, "provinces.csv", PROVINCE_HEADING, *rows))
    assert str(refused.value).startswith(message)
