"""Files of every released schema, kept as they were: each must upgrade with all its rows.

Before a release, store one of the newest schema: ``python tests/storage/test_migrations_stored.py``.
"""

import shutil
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, Integer, create_engine, insert

from cchc_desktop.clock import SetClock
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.check import check
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.revisions import LINEAGE
from cchc_desktop.storage.schema import migrate, prepare
from cchc_desktop.storage.tables import Base, Moment

STORED = Path(__file__).parent / "data"
NOW = datetime(2026, 11, 22, 1, 42, tzinfo=UTC)


def write_example(target: Path) -> None:
    """Make a file of the newest schema with one row in every table."""
    migrate(target, create=True)
    engine = create_engine(f"sqlite:///{target}")
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            connection.execute(insert(table), {column.name: _example(column) for column in table.columns})
    engine.dispose()
    with closing(connect(target)) as plain:
        plain.execute("VACUUM")
    target.with_name(target.name + "-journal").unlink(missing_ok=True)


def _example(column: Column[Any]) -> object:
    if column.name == "progress":
        return "completed"
    if column.name == "role":
        return "lead"
    for kind, value in (
        (Moment, NOW),
        (Date, date(2026, 11, 22)),
        (Boolean, True),
        (Integer, 1),
        (JSON, ["Sở Nội vụ"]),
    ):
        if isinstance(column.type, kind):
            return value
    return "Rà soát"


def upgraded(stored: Path, root: Path, clock: SetClock) -> DataFolder:
    folder = DataFolder(root / "dữ liệu")
    folder.root.mkdir()
    shutil.copy(stored, folder.database)
    prepare(folder, clock)
    return folder


def test_an_example_of_the_newest_schema_is_sound(tmp_path: Path, clock: SetClock) -> None:
    write_example(tmp_path / "example.db")
    report = check(upgraded(tmp_path / "example.db", tmp_path, clock).database)
    assert report.ok
    assert {name for name, number in report.counts if number == 1} == set(Base.metadata.tables)


@pytest.mark.skipif(not list(STORED.glob("cchc-*.db")), reason="no schema was released yet")
def test_every_released_file_upgrades_with_all_its_rows(tmp_path: Path, clock: SetClock) -> None:
    for stored in sorted(STORED.glob("cchc-*.db")):
        place = tmp_path / stored.stem
        place.mkdir()
        before = dict(check(stored).counts)
        report = check(upgraded(stored, place, clock).database)
        assert report.ok, stored.name
        assert report.revision == LINEAGE.newest, stored.name
        after = dict(report.counts)
        assert {name: after.get(name) for name in before} == before, stored.name


if __name__ == "__main__":
    STORED.mkdir(exist_ok=True)
    write_example(STORED / f"cchc-{LINEAGE.newest}.db")
