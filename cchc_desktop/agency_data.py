"""The directory as delivered: ``agencies.csv``, ``groups.csv`` and ``provinces.csv`` read into records.

All are UTF-8 with a header; lists inside a cell are parted by ";", dates are ISO. The source of each row stands beside it.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.domain.provinces import CITY, Province
from cchc_desktop.text import nfc, squash

_Record = TypeVar("_Record", Agency, AgencyGroup, Province)
_AGENCY_COLUMNS = (
    "key", "name", "level", "kind", "abbreviations", "aliases", "valid_from", "valid_to", "successors", "source",
)  # fmt: skip
_PROVINCE_COLUMNS = ("key", "name", "unit", "valid_from", "valid_to", "successor", "source")
_GROUP_COLUMNS = ("key", "name", "phrases", "levels", "kinds", "valid_to", "source")


def load_agencies(folder: Path) -> tuple[Agency, ...]:
    """Read the bodies of ``agencies.csv`` in a folder.

    Raises ValueError, naming file and line, for a malformed row, a key that occurs twice, or an unknown successor.
    """
    path = folder / "agencies.csv"
    agencies = _records(path, _AGENCY_COLUMNS, _agency)
    keys = {agency.key for agency in agencies}
    for agency in agencies:
        missing = [key for key in agency.successors if key not in keys]
        if missing:
            raise ValueError(
                f"{path.name}: {agency.key} names successors that do not exist: {', '.join(missing)}"
            )
    return agencies


def load_groups(folder: Path) -> tuple[AgencyGroup, ...]:
    """Read the groups of ``groups.csv`` in a folder.

    Raises ValueError, naming file and line, for a malformed row or a key that occurs twice.
    """
    return _records(folder / "groups.csv", _GROUP_COLUMNS, _group)


def load_provinces(folder: Path) -> tuple[Province, ...]:
    """Read the provinces of ``provinces.csv`` in a folder, those of before the mergers too.

    Raises ValueError, naming the file, for a malformed row, a key that occurs twice, or an unknown successor.
    """
    path = folder / "provinces.csv"
    provinces = _records(path, _PROVINCE_COLUMNS, _province)
    living = {province.key for province in provinces if province.valid_to is None}
    for province in provinces:
        fits = province.successor in living if province.valid_to else not province.successor
        if not fits:
            raise ValueError(
                f"{path.name}: {province.key} needs a successor that exists if, and only if, it has ended"
            )
    return provinces


def _records(
    path: Path, columns: tuple[str, ...], make: Callable[[dict[str, str]], _Record]
) -> tuple[_Record, ...]:
    records: dict[str, _Record] = {}
    for line, row in _rows(path, columns):
        try:
            record = make(row)
        except ValueError as error:
            raise ValueError(f"{path.name}, line {line}: {error}") from error
        if record.key in records:
            raise ValueError(f"{path.name}, line {line}: key {record.key} occurs twice")
        records[record.key] = record
    return tuple(records.values())


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{path.name}: not UTF-8") from error
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        heading = next(reader, [])
        if tuple(heading) != columns:
            raise ValueError(f"{path.name}, line 1: the columns must be {', '.join(columns)}")
        for cells in reader:
            if len(cells) != len(columns):
                raise ValueError(
                    f"{path.name}, line {reader.line_num}: {len(cells)} cells instead of {len(columns)}"
                )
            yield reader.line_num, dict(zip(columns, map(squash, cells), strict=True))
    except csv.Error as error:
        raise ValueError(f"{path.name}, line {reader.line_num}: {error}") from error


def _agency(row: dict[str, str]) -> Agency:
    return Agency(
        key=_needed(row, "key"),
        name=_needed(row, "name"),
        level=Level(row["level"]),
        kind=_needed(row, "kind"),
        abbreviations=_items(row["abbreviations"]),
        aliases=_items(row["aliases"]),
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        successors=_items(row["successors"]),
        source=_needed(row, "source"),
    )


def _group(row: dict[str, str]) -> AgencyGroup:
    return AgencyGroup(
        key=_needed(row, "key"),
        name=_needed(row, "name"),
        phrases=_items(row["phrases"]),
        levels=tuple(Level(level) for level in _items(row["levels"])),
        kinds=_items(row["kinds"]),
        valid_to=_day(row["valid_to"]),
        source=_needed(row, "source"),
    )


def _province(row: dict[str, str]) -> Province:
    if row["unit"] not in ("tỉnh", CITY):
        raise ValueError(f"unit is neither tỉnh nor {CITY}")
    return Province(
        key=_needed(row, "key"),
        name=_needed(row, "name"),
        unit=row["unit"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        successor=row["successor"],
        source=_needed(row, "source"),
    )


def _needed(row: dict[str, str], column: str) -> str:
    if not row[column]:
        raise ValueError(f"{column} is empty")
    return row[column]


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
