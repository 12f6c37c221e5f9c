import csv
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.calendar_data import load_report_kinds, load_special_days
from cchc_desktop.domain.agencies import Directory
from cchc_desktop.paths import DataFolder, resources
from cchc_desktop.storage import directory
from cchc_desktop.storage.engine import open_engine, reading, writing
from cchc_desktop.storage.seed import seed
from cchc_desktop.storage.tables import AgencyRow, GroupRow, ReportKindRow, SpecialDayRow

CELLS = [
    line.split("  =>  ")[0].replace("\\n", "\n")
    for line in (Path(__file__).parents[1] / "domain/agency_cells/provinces.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line
]
KEPT = [
    line.split()
    for line in (Path(__file__).parent / "directory-keys.txt").read_text(encoding="utf-8").splitlines()[1:]
]
KEPT_AGENCIES = {key for kind, key in KEPT if kind == "agency"}
KEPT_GROUPS = {key for kind, key in KEPT if kind == "group"}


@pytest.fixture
def engine(folder: DataFolder) -> Iterator[Engine]:
    engine = open_engine(folder.database)
    yield engine
    engine.dispose()


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """Return a copy of the bundled files that a test may change."""
    place = tmp_path / "tài nguyên"
    place.mkdir()
    for path in resources().glob("*.csv"):
        shutil.copy(path, place)
    return place


def run(engine: Engine, place: Path) -> bool:
    with writing(engine) as session:
        return seed(session, place)


def edit(place: Path, name: str, old: str, new: str) -> None:
    text = (place / name).read_text(encoding="utf-8")
    assert old in text
    (place / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def without(place: Path, name: str, start: str) -> None:
    lines = (place / name).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1
    (place / name).write_text("".join(kept), encoding="utf-8")


def test_the_tables_hold_what_the_files_say(engine: Engine) -> None:
    place = resources()
    assert run(engine, place)
    with reading(engine) as session:
        assert directory.agencies(session) == load_agencies(place)
        assert directory.groups(session) == load_groups(place)
        assert directory.special_days(session) == load_special_days(place)
        assert {kind.code: kind for kind in directory.report_kinds(session)} == {
            kind.code: kind for kind in load_report_kinds(place)
        }
        for row in (AgencyRow, GroupRow, SpecialDayRow, ReportKindRow):
            assert set(session.scalars(select(row.custom))) == {False}


def test_the_same_files_are_read_once(engine: Engine, bundled: Path, folder: DataFolder) -> None:
    assert run(engine, bundled)
    before = folder.database.read_bytes()
    assert not run(engine, bundled)
    assert not run(engine, resources())
    assert folder.database.read_bytes() == before


def test_newer_files_update_add_and_remove(engine: Engine, bundled: Path) -> None:
    run(engine, bundled)
    with reading(engine) as session:
        ids = {row.key: row.id for row in session.scalars(select(AgencyRow))}
    edit(bundled, "agencies.csv", "ubnd-tinh,UBND tỉnh,", "ubnd-tinh,Ủy ban nhân dân tỉnh,")
    edit(
        bundled,
        "agencies.csv",
        "\nubnd-tinh,",
        "\nso-moi,Sở Mới,province,department,,,2027-01-01,,,Nghị quyết\nubnd-tinh,",
    )
    edit(bundled, "report-calendar.csv", "14/03/Y", "15/03/Y")
    edit(bundled, "holidays.csv", "2021-01-01,holiday,Tết Dương lịch", "2021-01-01,holiday,Tết dương lịch")
    without(bundled, "holidays.csv", "2021-02-10,")
    without(bundled, "groups.csv", "cac-ban-nganh-doan-the-xa,")
    assert run(engine, bundled)
    with reading(engine) as session:
        stored = {agency.key: agency for agency in directory.agencies(session)}
        assert stored["ubnd-tinh"].name == "Ủy ban nhân dân tỉnh"
        assert stored["so-moi"].valid_from == date(2027, 1, 1)
        assert {row.key: row.id for row in session.scalars(select(AgencyRow)) if row.key in ids} == ids
        assert directory.special_days(session) == load_special_days(bundled)
        assert directory.groups(session) == load_groups(bundled)
        assert {kind.code: kind for kind in directory.report_kinds(session)} == {
            kind.code: kind for kind in load_report_kinds(bundled)
        }


def test_what_the_office_changed_or_added_stays(engine: Engine, bundled: Path) -> None:
    run(engine, bundled)
    with writing(engine) as session:
        changed = session.scalars(select(AgencyRow).where(AgencyRow.key == "ubnd-tinh")).one()
        changed.name, changed.custom = "UBND tỉnh Tiền Giang", True
        moved = session.get_one(ReportKindRow, "Q1@0")
        moved.dates, moved.custom = moved.dates | {"department": [3, 10, 0]}, True
        session.get_one(SpecialDayRow, date(2021, 2, 10)).custom = True
        session.add(
            SpecialDayRow(
                day=date(2027, 5, 4), kind="swapped_off", name="", source="", confirmed=True, custom=True
            )
        )
    edit(bundled, "agencies.csv", "ubnd-tinh,UBND tỉnh,", "ubnd-tinh,Ủy ban nhân dân tỉnh,")
    edit(bundled, "report-calendar.csv", "14/03/Y", "15/03/Y")
    without(bundled, "holidays.csv", "2021-02-10,")
    assert run(engine, bundled)
    with reading(engine) as session:
        assert {agency.key: agency.name for agency in directory.agencies(session)}[
            "ubnd-tinh"
        ] == "UBND tỉnh Tiền Giang"
        assert session.get_one(ReportKindRow, "Q1@0").dates["department"] == [3, 10, 0]
        assert session.get_one(ReportKindRow, "Q1@0").dates["cutoff"] == [3, 14, 0]
        assert session.get(SpecialDayRow, date(2021, 2, 10)) is not None
        assert session.get(SpecialDayRow, date(2027, 5, 4)) is not None


def test_an_own_row_with_the_key_of_a_new_bundled_one_wins(engine: Engine, bundled: Path) -> None:
    with writing(engine) as session:
        session.add(
            SpecialDayRow(
                day=date(2021, 1, 1),
                kind="swapped_working",
                name="Riêng",
                source="",
                confirmed=True,
                custom=True,
            )
        )
    run(engine, bundled)
    with reading(engine) as session:
        assert session.get_one(SpecialDayRow, date(2021, 1, 1)).name == "Riêng"


def test_a_malformed_file_changes_nothing(engine: Engine, bundled: Path) -> None:
    run(engine, bundled)
    edit(bundled, "agencies.csv", "ubnd-tinh,UBND tỉnh,", "ubnd-tinh,Khác,")
    (bundled / "holidays.csv").write_text("date\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"holidays\.csv"):
        run(engine, bundled)
    with reading(engine) as session:
        assert directory.agencies(session) == load_agencies(resources())


def test_a_new_circular_brings_the_same_code_from_a_year_on(
    engine: Engine, bundled: Path, tmp_path: Path
) -> None:
    place = tmp_path / "new"
    shutil.copytree(bundled, place)
    path = place / "report-calendar.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    first = next(row for row in rows if row.startswith("Q1,"))
    until = first[: -len(",,")] + ",,2026"
    since = first.replace("14/03/Y", "10/03/Y")[: -len(",,")] + ",2027,"
    rest = [row for row in rows if not row.startswith("Q1,")]
    path.write_text("\n".join([head, until, since, *rest]) + "\n", encoding="utf-8")
    assert run(engine, place)
    with reading(engine) as session:
        kinds = [kind for kind in directory.report_kinds(session) if kind.code == "Q1"]
    assert [(kind.from_year, kind.to_year) for kind in kinds] == [(None, 2026), (2027, None)]


def test_an_old_data_file_reads_cells_like_a_new_one(engine: Engine, bundled: Path, tmp_path: Path) -> None:
    """Rows that a newer program adds come last in the file; the order must not change what a name means."""
    older = tmp_path / "older"
    shutil.copytree(bundled, older)
    for name in ("agencies.csv", "groups.csv"):
        with (older / name).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        kept = rows[::-3]
        if "successors" in head:
            kept = [[*row[:8], "", *row[9:]] for row in kept]
        with (older / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *kept])
    (older / "provinces.csv").unlink()
    assert run(engine, older)
    assert run(engine, bundled)
    with reading(engine) as session:
        stored = Directory(directory.agencies(session), directory.groups(session))
    fresh = Directory(load_agencies(bundled), load_groups(bundled))
    assert [each.key for each in stored.agencies] != [each.key for each in fresh.agencies]
    assert set(stored.agencies) == set(fresh.agencies)
    assert set(stored.groups) == set(fresh.groups)
    for cell in CELLS:
        assert stored.split(cell) == fresh.split(cell), cell


def test_keys_of_earlier_programs_are_still_there() -> None:
    """Tasks of existing data files hold keys: a body may end, but its row stays."""
    agencies = {agency.key for agency in load_agencies(resources())}
    groups = {group.key for group in load_groups(resources())}
    assert agencies >= KEPT_AGENCIES
    assert groups >= KEPT_GROUPS
