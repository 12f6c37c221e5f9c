"""Working days and kinds of report as the office has them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cchc_desktop.domain.periods import ReportKind
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar
from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.storage import directory
from cchc_desktop.storage.history import change
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import get_setting, put_setting
from cchc_desktop.text import squash

_OWN_DAYS = "own_days"
"""Setting: day -> what the office says about it; it stands above the bundled entry."""
_TOUCHED = frozenset({Kind.CALENDAR, Kind.TASKS, Kind.REPORTS, Kind.REMINDERS})
_EARLIEST, _LATEST = 2000, 2100
_LONGEST = 300


class Calendars:
    """Reads the calendar of working days and the report calendar, kept until forgotten; takes the office's own days."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._calendar: WorkCalendar | None = None
        self._kinds: tuple[ReportKind, ...] | None = None

    def work_calendar(self) -> WorkCalendar:
        """Return the calendar of working days."""
        if self._calendar is None:
            with self._store.reading() as session:
                self._calendar = WorkCalendar(_all_days(session).values())
        return self._calendar

    def special_days(self, year: int) -> tuple[SpecialDay, ...]:
        """Return holidays and swapped days of a year, ascending; days the office took back are not among them."""
        days = self.work_calendar().special_days.values()
        of_year = (each for each in days if each.day.year == year and each.kind is not DayKind.ORDINARY)
        return tuple(sorted(of_year, key=lambda special: special.day))

    def own_days(self) -> frozenset[date]:
        """Return the days about which the office says something itself."""
        with self._store.reading() as session:
            return frozenset(_own_days(session))

    def save_days(self, days: Iterable[SpecialDay], action: str = "") -> Changes:
        """Say about days what the office knows: added days, other names, announced at last; one undo for all.

        Raises InvalidInput for a day without a name, an endless text, or a year outside 2000–2100.
        """
        checked = [_checked(special) for special in days]
        names = f"Sửa lịch nghỉ ngày {checked[0].day:%d/%m/%Y}" if len(checked) == 1 else "Sửa lịch nghỉ"
        return self._change(action or names, {special.day: special for special in checked})

    def swap(self, off: date, worked: date, source: str, *, confirmed: bool = True) -> Changes:
        """Make a working day a day off and a weekend day a working day (hoán đổi ngày làm việc).

        Raises InvalidInput when ``off`` is no working day or ``worked`` is one already.
        """
        calendar = self.work_calendar()
        if not calendar.is_working(off):
            raise InvalidInput(
                f"Ngày {off:%d/%m/%Y} vốn đã là ngày nghỉ ({calendar.reason_off(off)}). Hãy chọn một ngày làm việc để nghỉ."
            )
        if calendar.is_working(worked):
            raise InvalidInput(
                f"Ngày {worked:%d/%m/%Y} vốn đã là ngày làm việc. Hãy chọn thứ Bảy hoặc ngày nghỉ để làm bù."
            )
        days = (
            SpecialDay(off, DayKind.SWAPPED_OFF, f"Nghỉ, làm bù ngày {worked:%d/%m/%Y}", source, confirmed),
            SpecialDay(worked, DayKind.SWAPPED_WORKING, f"Làm bù cho ngày {off:%d/%m/%Y}", source, confirmed),
        )
        return self.save_days(days, f"Hoán đổi ngày làm việc {off:%d/%m/%Y}")

    def take_back(self, day: date) -> Changes:
        """Make a day an ordinary one again; an entry the office made itself is forgotten."""
        with self._store.reading() as session:
            bundled = {special.day for special in directory.special_days(session)}
        ordinary = SpecialDay(day, DayKind.ORDINARY, "Ngày thường", "", confirmed=True)
        return self._change(f"Bỏ ngày nghỉ {day:%d/%m/%Y}", {day: ordinary if day in bundled else None})

    def as_bundled(self, days: Iterable[date]) -> Changes:
        """Forget what the office said about days: the bundled entries count again."""
        return self._change("Về lịch nghỉ kèm theo phần mềm", dict.fromkeys(days))

    def confirm_year(self, year: int, source: str) -> Changes:
        """Mark every day of a year as announced. Raises InvalidInput without the notice it was announced by."""
        notice = squash(source)
        if not notice:
            raise InvalidInput(
                "Chưa ghi văn bản thông báo lịch nghỉ. Hãy nhập số, ký hiệu hoặc tên thông báo."
            )
        open_days = (each for each in self.special_days(year) if not each.confirmed)
        announced = [replace(each, confirmed=True, source=notice) for each in open_days]
        return self.save_days(announced, f"Xác nhận lịch nghỉ năm {year}")

    def export_days(self, path: Path, year: int) -> int:
        """Write the days of a year to a file that another office can take in; return how many. Raises FileProblem."""
        from cchc_desktop.services.day_files import days_as_file
        from cchc_desktop.writing.files import replacing

        days = self.special_days(year)
        with replacing(path) as stream:
            stream.write(days_as_file(days))
        return len(days)

    def read_days(self, path: Path) -> tuple[SpecialDay, ...]:
        """Return what a file says that is not known yet; nothing is stored. Raises FileProblem."""
        from cchc_desktop.services.day_files import days_of_file

        known = self.work_calendar().special_days
        return tuple(special for special in days_of_file(path) if known.get(special.day) != special)

    def report_kinds(self) -> tuple[ReportKind, ...]:
        """Return the kinds of periodic report."""
        if self._kinds is None:
            with self._store.reading() as session:
                self._kinds = directory.report_kinds(session)
        return self._kinds

    def forget(self) -> None:
        """Read everything anew at the next question."""
        self._calendar = None
        self._kinds = None

    def _change(self, action: str, wanted: Mapping[date, SpecialDay | None]) -> Changes:
        with self._store.writing(action) as (session, stamp):
            stored = get_setting(session, _OWN_DAYS)
            if stored is None:
                put_setting(session, _OWN_DAYS, {})
                session.flush()
            value = dict(stored or {})
            for day, special in wanted.items():
                if special is None:
                    value.pop(day.isoformat(), None)
                else:
                    value[day.isoformat()] = _as_json(special)
            changed = change(session, stamp, "setting", _OWN_DAYS, {"value": value})
        self.forget()
        return Changes(_TOUCHED, action, stamp.batch if changed else "")


def _all_days(session: Session) -> dict[date, SpecialDay]:
    bundled = {special.day: special for special in directory.special_days(session)}
    return bundled | _own_days(session)


def _own_days(session: Session) -> dict[date, SpecialDay]:
    stored: Mapping[str, Mapping[str, Any]] = get_setting(session, _OWN_DAYS) or {}
    return {
        date.fromisoformat(day): _from_json(date.fromisoformat(day), each) for day, each in stored.items()
    }


def _as_json(special: SpecialDay) -> dict[str, Any]:
    return {
        "kind": special.kind.value,
        "name": special.name,
        "source": special.source,
        "confirmed": special.confirmed,
    }


def _from_json(day: date, stored: Mapping[str, Any]) -> SpecialDay:
    return SpecialDay(day, DayKind(stored["kind"]), stored["name"], stored["source"], stored["confirmed"])


def _checked(special: SpecialDay) -> SpecialDay:
    name, source = squash(special.name), squash(special.source)
    if not name:
        raise InvalidInput("Chưa có tên ngày nghỉ. Hãy nhập tên, ví dụ Nghỉ bù Quốc khánh.")
    if max(len(name), len(source)) > _LONGEST:
        raise InvalidInput(f"Tên hoặc nguồn dài quá {_LONGEST} ký tự. Hãy rút gọn rồi nhập lại.")
    if not _EARLIEST <= special.day.year <= _LATEST:
        raise InvalidInput(
            f"Năm {special.day.year} nằm ngoài khoảng {_EARLIEST}–{_LATEST}. Hãy kiểm tra lại ngày."
        )
    return replace(special, name=name, source=source)
