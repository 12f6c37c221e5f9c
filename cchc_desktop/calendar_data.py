"""Reads the bundled calendar data: days off with their sources, and the kinds of report with their dates."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from cchc_desktop.domain.periods import DayOffRule, OfficeRole, ReportFamily, ReportKind, Rhythm, YearDay
from cchc_desktop.domain.workdays import DayKind, SpecialDay

SPECIAL_DAYS_FILE = "holidays.csv"
REPORT_KINDS_FILE = "report-calendar.csv"

_SPECIAL_DAY_COLUMNS = ("date", "kind", "name", "source", "confirmed")
_DUE_COLUMNS = {role: f"due_{role.value}" for role in OfficeRole}
_REPORT_KIND_COLUMNS = (
    *("code", "name", "window_start", "cutoff"),
    *_DUE_COLUMNS.values(),
    *("due_ministry", "basis", "from_year", "to_year"),
)
_REPORT_KIND_EXTRAS = ("due_province", "family", "rhythm", "months", "day_off_rule", "on")
"""Columns that may be missing; an empty cell means the usual."""
_YES_NO = {"yes": True, "no": False}
_YEAR_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/Y([+-]\d)?")
_LEAP_YEAR = 2024
_Record = TypeVar("_Record")


def load_special_days(folder: Path) -> tuple[SpecialDay, ...]:
    """Read ``holidays.csv`` of a folder, ascending by day.

    Raises ValueError naming file and line for a malformed row or a day that stands there twice.
    """
    days = tuple(_records(folder / SPECIAL_DAYS_FILE, _SPECIAL_DAY_COLUMNS, _special_day))
    seen: set[date] = set()
    for line, special in days:
        if special.day in seen:
            raise _malformed(folder / SPECIAL_DAYS_FILE, line, f"ngày {special.day} bị lặp")
        seen.add(special.day)
    return tuple(sorted((special for _, special in days), key=lambda special: special.day))


def load_report_kinds(folder: Path) -> tuple[ReportKind, ...]:
    """Read ``report-calendar.csv`` of a folder, in its own order.

    Raises ValueError naming file and line for a malformed row, or for two rows of one code that are in force in the
    same year.
    """
    path = folder / REPORT_KINDS_FILE
    kinds = tuple(_records(path, _REPORT_KIND_COLUMNS, _report_kind, _REPORT_KIND_EXTRAS))
    for (_, one), (line, other) in combinations(kinds, 2):
        if one.code == other.code and _years_overlap(one, other):
            raise _malformed(path, line, f"mã {other.code} bị lặp trong cùng một năm")
    return tuple(kind for _, kind in kinds)


def _records(
    path: Path,
    columns: tuple[str, ...],
    convert: Callable[[Mapping[str, str]], _Record],
    extras: tuple[str, ...] = (),
) -> Iterator[tuple[int, _Record]]:
    """Yield each row as a record with its line number; blank lines are skipped, missing extra columns are empty."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        try:
            header = next(rows, [])
            _check_header(header, columns, extras)
            for row in rows:
                if row:
                    yield rows.line_num, convert(dict.fromkeys(extras, "") | _named(row, header))
        except (ValueError, csv.Error) as problem:
            raise _malformed(path, max(rows.line_num, 1), str(problem)) from problem


def _check_header(header: list[str], columns: tuple[str, ...], extras: tuple[str, ...]) -> None:
    required = [name for name in header if name not in extras]
    if required != list(columns) or len(set(header)) < len(header):
        raise ValueError(f"dòng tiêu đề phải là {','.join(columns)}")


def _named(row: list[str], columns: list[str]) -> dict[str, str]:
    if len(row) != len(columns):
        raise ValueError(f"có {len(row)} cột thay vì {len(columns)}")
    return dict(zip(columns, row, strict=True))


def _special_day(row: Mapping[str, str]) -> SpecialDay:
    return SpecialDay(
        day=date.fromisoformat(row["date"]),
        kind=DayKind(row["kind"]),
        name=_filled(row, "name"),
        source=_filled(row, "source"),
        confirmed=_yes_no(row, "confirmed"),
    )


def _report_kind(row: Mapping[str, str]) -> ReportKind:
    if not row["due_ministry"] and not row["due_province"]:
        raise ValueError("cột due_ministry và due_province đều bị trống")
    return ReportKind(
        code=_filled(row, "code"),
        name=_filled(row, "name"),
        window_start=_year_day(row, "window_start"),
        cutoff=_year_day(row, "cutoff"),
        own_due=tuple((role, _year_day(row, column)) for role, column in _DUE_COLUMNS.items()),
        ministry_due=_year_day(row, "due_ministry") if row["due_ministry"] else None,
        basis=_filled(row, "basis"),
        from_year=_year(row, "from_year"),
        to_year=_year(row, "to_year"),
        province_due=_year_day(row, "due_province") if row["due_province"] else None,
        family=ReportFamily(row["family"] or ReportFamily.PERIODIC),
        rhythm=Rhythm(row["rhythm"] or Rhythm.YEARLY),
        months=_months(row),
        day_off_rule=DayOffRule(row["day_off_rule"] or DayOffRule.KEEP),
        is_on=not row["on"] or _yes_no(row, "on"),
    )


def _filled(row: Mapping[str, str], column: str) -> str:
    if not row[column].strip():
        raise ValueError(f"cột {column} bị trống")
    return row[column].strip()


def _yes_no(row: Mapping[str, str], column: str) -> bool:
    if row[column] not in _YES_NO:
        raise ValueError(f"cột {column} phải là yes hoặc no, không phải “{row[column]}”")
    return _YES_NO[row[column]]


def _year_day(row: Mapping[str, str], column: str) -> YearDay:
    """Read ``15/12/Y-1``: day, month, and the year relative to the report year."""
    found = _YEAR_DAY.fullmatch(row[column])
    if found is None:
        raise ValueError(f"cột {column} phải có dạng 15/12/Y-1 hoặc 14/03/Y, không phải “{row[column]}”")
    day, month, offset = int(found[1]), int(found[2]), int(found[3] or 0)
    date(_LEAP_YEAR, month, day)  # refuses days that no year has
    return YearDay(month, day, offset)


def _months(row: Mapping[str, str]) -> tuple[int, ...]:
    months = tuple(int(month) for month in row["months"].split())
    if not all(month in range(1, 13) for month in months) or len(set(months)) < len(months):
        raise ValueError(f"cột months phải gồm các tháng từ 1 đến 12, không phải “{row['months']}”")
    return months


def _year(row: Mapping[str, str], column: str) -> int | None:
    return int(row[column]) if row[column] else None


def _years_overlap(one: ReportKind, other: ReportKind) -> bool:
    ends_before = one.to_year is not None and other.from_year is not None and one.to_year < other.from_year
    starts_after = one.from_year is not None and other.to_year is not None and one.from_year > other.to_year
    return not (ends_before or starts_after)


def _malformed(path: Path, line: int, what: str) -> ValueError:
    return ValueError(f"{path.name}, dòng {line}: {what}")
