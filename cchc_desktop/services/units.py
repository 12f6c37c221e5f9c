"""Units that owe the office its reports: who they are, what came in, whom to urge."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cchc_desktop.domain.agencies import Agency, Directory
from cchc_desktop.domain.agency_records import Level
from cchc_desktop.domain.due_days import due_day
from cchc_desktop.domain.local_bodies import local_level
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.report_units import Receipt, ReportUnit, UnitSummary, summary_of
from cchc_desktop.domain.reports import Report
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.agencies import Agencies
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.report_checks import checked_number, checked_text
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.storage import report_units as stored
from cchc_desktop.storage.history import change, note_created
from cchc_desktop.text import squash

_TOUCHED = frozenset({Kind.REPORTS})
_KNOWN_GROUPS = ("cac-so-ban-nganh-tinh", "ubnd-cap-xa")
_MOST = 1000
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class UnitsAdded:
    """What became of names that were to be added."""

    added: tuple[str, ...]
    already: tuple[str, ...]
    """Names of units that are in the list."""
    changes: Changes


class Units:
    """Use cases around units and what they send."""

    def __init__(
        self, store: Store, agencies: Agencies, calendars: Calendars, offices: Offices, reports: Reports
    ) -> None:
        self._store = store
        self._agencies = agencies
        self._calendars = calendars
        self._offices = offices
        self._reports = reports

    def all(self) -> tuple[ReportUnit, ...]:
        """Return the units in the order they were added."""
        with self._store.reading() as session:
            return stored.units(session)

    def candidates(self, group_keys: Sequence[str] = _KNOWN_GROUPS) -> tuple[Agency, ...]:
        """Return the bodies of some groups of the directory that exist today and are not in the list; not the own office.

        The directory knows the departments of every province, so that some of them are not there in this one.
        """
        directory, today = self._agencies.directory(), self._store.today()
        listed = {unit.agency_key for unit in self.all()} | {self._offices.get().agency_key}
        members = [member for key in group_keys for member in directory.members(key, today)]
        return tuple({member.key: member for member in members if member.key not in listed}.values())

    def add_known(
        self, keys: Iterable[str] | None = None, group_keys: Sequence[str] = _KNOWN_GROUPS
    ) -> UnitsAdded:
        """Add candidates of the directory in one step: those of some keys, or all of them."""
        bodies = self.candidates(group_keys)
        chosen = None if keys is None else frozenset(keys)
        return self._add([_unit_of(body) for body in bodies if chosen is None or body.key in chosen])

    def add(
        self,
        names: Iterable[str],
        *,
        sender: OfficeRole | None = None,
        active_from: date | None = None,
    ) -> UnitsAdded:
        """Add units by name, one or a whole pasted list; names of the directory are recognised, others are kept.

        ``sender`` says which due date is theirs; by default communes are told by their name. Raises InvalidInput for
        an endless name, too many, or none at all.
        """
        wanted = [squash(name) for name in names if squash(name)]
        if not wanted:
            raise InvalidInput("Chưa có tên đơn vị nào. Hãy nhập mỗi dòng một tên, ví dụ UBND xã Tân Hương.")
        if len(wanted) > _MOST:
            raise InvalidInput(f"Danh sách có {len(wanted)} đơn vị, quá {_MOST}. Hãy thêm từng phần.")
        long = next((name for name in wanted if len(name) > _LONGEST_NAME), "")
        if long:
            raise InvalidInput(f"Tên “{long[:40]}…” dài quá {_LONGEST_NAME} ký tự. Hãy rút gọn rồi nhập lại.")
        directory = self._agencies.directory()
        units = [_unit_named(name, directory) for name in wanted]
        return self._add(
            [replace(unit, sender=sender or unit.sender, active_from=active_from) for unit in units]
        )

    def _add(self, wanted: Sequence[ReportUnit]) -> UnitsAdded:
        new: list[ReportUnit] = []
        already: list[str] = []
        with self._store.writing("Thêm đơn vị gửi báo cáo") as (session, stamp):
            known = {mark for unit in stored.units(session) for mark in _marks(unit)}
            for unit in wanted:
                if known.isdisjoint(_marks(unit)):
                    new.append(unit)
                    known.update(_marks(unit))
                else:
                    already.append(unit.name)
            note_created(session, stamp, "report_unit", stored.add_units(session, new))
        changes = Changes(_TOUCHED, stamp.action, stamp.batch if new else "")
        return UnitsAdded(tuple(unit.name for unit in new), tuple(already), changes)

    def edit(self, unit: ReportUnit) -> Changes:
        """Change name, dates or note of a unit. Raises NotFound, InvalidInput."""
        old = self._unit(unit.id)
        name = checked_text(unit.name, "Tên đơn vị")
        others = {mark for each in self.all() if each.id != unit.id for mark in _marks(each)}
        changed = replace(unit, name=name, note=checked_text(unit.note, "Ghi chú"))
        if not name or not others.isdisjoint(_marks(changed)):
            raise InvalidInput("Tên đơn vị còn trống hoặc đã có trong danh sách. Hãy nhập tên khác.")
        if unit.active_from and unit.active_to and unit.active_to < unit.active_from:
            raise InvalidInput("Ngày thôi gửi báo cáo ở trước ngày bắt đầu. Hãy kiểm tra lại hai ngày.")
        return self._change(f"Sửa đơn vị {old.name}", "report_unit", {unit.id: stored.unit_values(changed)})

    def remove(self, *unit_ids: int) -> Changes:
        """Take units off the list; what they sent comes back with them by undoing. Raises NotFound."""
        names = [self._unit(each).name for each in unit_ids]
        what = names[0] if len(names) == 1 else f"{len(names)} đơn vị"
        gone = {"deleted_at": self._store.clock.now()}
        return self._change(f"Bỏ {what}", "report_unit", dict.fromkeys(unit_ids, gone))

    def receive(
        self, report_key: str, unit_ids: Sequence[int], on: date, document: str = "", note: str = ""
    ) -> Changes:
        """Note that units sent a report; a second time corrects the first. Raises NotFound, InvalidInput."""
        report, today = self._reports.get(report_key), self._store.today()
        if on > today:
            raise InvalidInput(
                f"Ngày nhận {on:%d/%m/%Y} ở sau hôm nay ({today:%d/%m/%Y}). Hãy nhập ngày đã nhận báo cáo."
            )
        number, remark = checked_number(document, needed=False), checked_text(note, "Ghi chú")
        received = [Receipt(each, on, number, remark) for each in dict.fromkeys(unit_ids)]
        return self._put(report, received, f"Nhận {report.period.name}")

    def exempt(self, report_key: str, unit_ids: Sequence[int], note: str = "") -> Changes:
        """Note that units need not send a report. Raises NotFound, InvalidInput."""
        report, why = self._reports.get(report_key), checked_text(note, "Ghi chú")
        free = [Receipt(each, None, "", why) for each in dict.fromkeys(unit_ids)]
        return self._put(report, free, f"Không yêu cầu gửi {report.period.name}")

    def take_back(self, report_key: str, unit_ids: Sequence[int]) -> Changes:
        """Forget that units sent a report, or need not. Raises NotFound."""
        report = self._reports.get(report_key)
        with self._store.reading() as session:
            rows = stored.receipt_rows(session, report.period.key)
        gone = {"deleted_at": self._store.clock.now()}
        wanted = {rows[each][0]: gone for each in unit_ids if each in rows and rows[each][1]}
        return self._change(f"Bỏ ghi nhận {report.period.name}", "report_receipt", wanted)

    def _put(self, report: Report, receipts: Sequence[Receipt], action: str) -> Changes:
        names = {unit.id: unit.name for unit in self.all()}
        if not {receipt.unit_id for receipt in receipts} <= set(names):
            raise _unknown()
        what = names[receipts[0].unit_id] if len(receipts) == 1 else f"{len(receipts)} đơn vị"
        changed = 0
        with self._store.writing(f"{action} – {what}") as (session, stamp):
            rows = stored.receipt_rows(session, report.period.key)
            new = [receipt for receipt in receipts if receipt.unit_id not in rows]
            for receipt in receipts:
                if receipt.unit_id in rows:
                    values = stored.receipt_values(receipt) | {"deleted_at": None}
                    changed += change(session, stamp, "report_receipt", rows[receipt.unit_id][0], values)
            ids = stored.add_receipts(session, report.period.key, new)
            note_created(session, stamp, "report_receipt", ids)
        return Changes(_TOUCHED, stamp.action, stamp.batch if changed or new else "")

    def summary(self, report_key: str) -> UnitSummary:
        """Return how the units stand with a report. Raises NotFound."""
        return self.summaries([self._reports.get(report_key)])[0]

    def summaries(self, reports: Sequence[Report]) -> tuple[UnitSummary, ...]:
        """Return how the units stand with some reports, in their order."""
        today = self._store.today()
        with self._store.reading() as session:
            units = stored.units(session)
            received = [stored.receipts(session, report.period.key) for report in reports]
        return tuple(
            summary_of(units, receipts, self._dues(report), today)
            for report, receipts in zip(reports, received, strict=True)
        )

    def _dues(self, report: Report) -> Mapping[OfficeRole, date]:
        """Return the last day in time of each role's sending."""
        period, calendar = report.period, self._calendars.work_calendar()
        usual = dict(period.unit_dues)
        nominal = {
            role: report.units_due or usual.get(role) or period.nominal_due or period.own_due
            for role in OfficeRole
        }
        return {role: due_day(day, period.day_off_rule, calendar).last_day for role, day in nominal.items()}

    def urge_text(self, report_key: str, before: date | None = None) -> str:
        """Return the paragraphs of a letter that urges who has not sent; ``before`` is the new day to send by.

        Raises NotFound.
        """
        from cchc_desktop.services.urging import letter

        report, summary = self._reports.get(report_key), self.summary(report_key)
        office = self._offices.get().agency_name
        return letter(report.period.name, summary, office, self._store.today(), before)

    def export(self, path: Path, report_key: str, *, only_missing: bool = True) -> int:
        """Write the units of a report to a workbook, by default those to urge; return how many rows.

        Raises NotFound, FileProblem.
        """
        from cchc_desktop.services.urging import unit_list
        from cchc_desktop.writing.list_xlsx import write_list

        report, summary = self._reports.get(report_key), self.summary(report_key)
        lines = summary.to_urge if only_missing else summary.lines
        return write_list(path, unit_list(report.period.name, lines, summary, self._store.today()))

    def _unit(self, unit_id: int) -> ReportUnit:
        found = next((unit for unit in self.all() if unit.id == unit_id), None)
        if found is None:
            raise _unknown()
        return found

    def _change(self, action: str, entity: str, rows: Mapping[int, Mapping[str, object]]) -> Changes:
        with self._store.writing(action) as (session, stamp):
            changed = sum(change(session, stamp, entity, row_id, values) for row_id, values in rows.items())
        return Changes(_TOUCHED, action, stamp.batch if changed else "")


def _unknown() -> NotFound:
    return NotFound("Không tìm thấy đơn vị này; có thể đã bỏ trước đó. Hãy mở lại danh sách đơn vị.")


def _unit_of(body: Agency) -> ReportUnit:
    sender = OfficeRole.COMMUNE if body.level is Level.COMMUNE else OfficeRole.DEPARTMENT
    return ReportUnit(0, body.name, sender, body.key)


def _unit_named(name: str, directory: Directory) -> ReportUnit:
    """Return the body of the directory that a name means, or a unit of that name."""
    level = local_level(name) or local_level(f"UBND {name}")
    if level is not None:  # one commune of many: the directory knows them as a class only
        return ReportUnit(0, name, OfficeRole.COMMUNE if level is Level.COMMUNE else OfficeRole.DEPARTMENT)
    body = directory.find(name)
    return _unit_of(body) if isinstance(body, Agency) else ReportUnit(0, name, OfficeRole.DEPARTMENT)


def _marks(unit: ReportUnit) -> frozenset[str]:
    """Return by what a unit is known again: its name in small or large letters, and its key; marks tell places apart."""
    return frozenset(
        {f"name:{squash(unit.name).casefold()}", *([f"key:{unit.agency_key}"] if unit.agency_key else [])}
    )
