"""Report obligations of the own office: their dates, their state, and what was sent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, time

from cchc_desktop.domain.due_days import moved_by_rule
from cchc_desktop.domain.one_off_reports import OneOff, one_off_key, period_of
from cchc_desktop.domain.periods import (
    ReportFamily,
    ReportPeriod,
    kinds_in_force,
    periods_at,
    periods_of,
    periods_of_kind,
)
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.report_checks import (
    check_due,
    check_sent_on,
    checked_number,
    checked_request,
    checked_text,
)
from cchc_desktop.services.store import Store
from cchc_desktop.storage.history import change, note_created
from cchc_desktop.storage.reports import (
    StoredReport,
    add_one_off,
    one_off_values,
    report_id,
    row_of,
    stored_reports,
)
from cchc_desktop.text import fold, squash

_TOUCHED = frozenset({Kind.REPORTS, Kind.REMINDERS})


class Reports:
    """Use cases around reports that the own office owes."""

    def __init__(self, store: Store, calendars: Calendars, offices: Offices) -> None:
        self._store = store
        self._calendars = calendars
        self._offices = offices

    def working_year(self) -> int:
        """Return the working year of the office."""
        return self._offices.year()

    def of_year(self, year: int) -> tuple[Report, ...]:
        """Return the reports of a year in the order they fall due, each once; those asked for once are among them."""
        with self._store.reading() as session:
            known = stored_reports(session)
        calendar = self._calendars.work_calendar()
        reports = [_report(period, known.get(period.key), calendar) for period in self._periods(year, known)]
        return tuple(sorted(reports, key=lambda report: report.period.own_due))

    def _periods(self, year: int, known: Mapping[str, StoredReport]) -> Iterator[ReportPeriod]:
        kinds, role = self._calendars.report_kinds(), self._offices.get().role
        made = periods_of(year, kinds, role)
        yield from made
        keys = {period.key for period in made}
        for kind in kinds_in_force(year, kinds):
            if not kind.is_on:  # work done before the kind was switched off stays in sight
                for period in periods_of_kind(kind, year, role):
                    if period.key in known and period.key not in keys and known[period.key].is_worked_on:
                        yield period
        for stored in known.values():
            if stored.request is not None and stored.key.startswith(f"{year}-"):
                yield period_of(stored.request, stored.key)

    def get(self, key: str) -> Report:
        """Return one report by key; "2026-Q1", "Q1-2026" and "q1 2026" mean the same.

        Raises NotFound when there is no such report.
        """
        year, code = _key_parts(key)
        found = next((report for report in self.of_year(year) if fold(report.period.code) == code), None)
        if found is None:
            raise _unknown(key)
        return found

    def current_period(self, day: date) -> ReportPeriod | None:
        """Return the period whose data window holds a day and closes first."""
        periods = [report.period for year in (day.year, day.year + 1) for report in self.of_year(year)]
        return next(iter(periods_at(day, periods)), None)

    def add(
        self,
        name: str,
        due: date,
        *,
        family: ReportFamily = ReportFamily.AD_HOC,
        due_time: time | None = None,
        window: tuple[date, date] | None = None,
        basis: str = "",
        requested_by: str = "",
    ) -> tuple[Report, Changes]:
        """Add a report that was asked for once; a name and a due date are enough.

        Raises InvalidInput for a request without name, with dates that do not fit, or one that is there already.
        """
        start, cutoff = window or (None, None)
        request = checked_request(OneOff(name, due, family, due_time, start, cutoff, basis, requested_by))
        with self._store.writing(f"Thêm {request.name}") as (session, stamp):
            key = _free_key(request, stored_reports(session))
            found = row_of(session, key)
            if found is None:
                note_created(session, stamp, "report", [add_one_off(session, key, request)])
            elif found[1]:
                raise InvalidInput(
                    f"Đã có “{request.name}” hạn {due:%d/%m/%Y} trong danh sách báo cáo. Hãy mở báo cáo đó để sửa."
                )
            else:
                values = {**one_off_values(request), "deleted_at": None}
                change(session, stamp, "report", found[0], values)
        return self.get(key), Changes(_TOUCHED, stamp.action, stamp.batch)

    def edit(self, key: str, request: OneOff) -> Changes:
        """Change what was asked for; the report keeps its key. Raises NotFound, InvalidInput."""
        report = self._one_off(key)
        checked = checked_request(request)
        if checked.due.year != report.period.year:
            raise InvalidInput(
                f"Hạn gửi {checked.due:%d/%m/%Y} sang năm khác. Hãy dùng gia hạn, hoặc xóa rồi thêm lại báo cáo."
            )
        return self._change(report, f"Sửa {report.period.name}", one_off_values(checked))

    def remove(self, key: str) -> Changes:
        """Remove a report that was asked for once. Raises NotFound, InvalidInput for a periodic one."""
        report = self._one_off(key)
        return self._change(report, f"Xóa {report.period.name}", {"deleted_at": self._store.clock.now()})

    def submit(
        self, key: str, on: date, document: str, *, document_date: date | None = None, file: str = ""
    ) -> tuple[Report, Changes]:
        """Mark a report as sent; its reminders stop.

        Raises NotFound for an unknown report, InvalidInput without a number, with a day in the future or before the
        report's own time.
        """
        report = self.get(key)
        number = checked_number(document)
        check_sent_on(on, report.period, self._store.today())
        if document_date is not None and document_date > on:
            raise InvalidInput(
                f"Ngày văn bản {document_date:%d/%m/%Y} ở sau ngày gửi {on:%d/%m/%Y}. Hãy kiểm tra lại hai ngày."
            )
        values = {
            "state": ReportState.SENT.value,
            "sent_on": on,
            "document": number,
            "document_date": document_date,
            "file": checked_text(file, "Đường dẫn tệp"),
        }
        changes = self._change(report, f"Đánh dấu đã gửi {report.period.name}", values)
        return self.get(report.period.key), changes

    def set_state(self, key: str, state: ReportState) -> Changes:
        """Set the state of a report; leaving "Đã gửi" forgets what was sent."""
        report = self.get(key)
        values: dict[str, object] = {"state": state.value}
        if state is not ReportState.SENT:
            values |= {"sent_on": None, "document": "", "document_date": None, "file": ""}
        return self._change(report, f"Đổi tình trạng {report.period.name}", values)

    def set_own_due(self, key: str, due: date | None) -> Changes:
        """Move the own due date of one report; None goes back to the usual date.

        Raises InvalidInput when the date lies outside the report's own time.
        """
        report = self.get(key)
        if due is not None:
            check_due(due, report.period)
        values: dict[str, object] = {"own_due": due}
        if report.extension is not None and report.extension.due != due:  # they spoke of the other date
            values |= {"due_reason": "", "due_document": ""}
        return self._change(report, f"Sửa hạn gửi {report.period.name}", values)

    def extend(self, key: str, due: date, reason: str, document: str = "") -> Changes:
        """Move the own due date of one report for a reason (gia hạn). Raises NotFound, InvalidInput."""
        report = self.get(key)
        check_due(due, report.period)
        why = checked_text(reason, "Lý do")
        if not why:
            raise InvalidInput("Chưa ghi lý do điều chỉnh hạn. Hãy nhập lý do, ví dụ Sở Nội vụ gia hạn.")
        values = {
            "own_due": due,
            "due_reason": why,
            "due_document": checked_text(document, "Số văn bản điều chỉnh hạn"),
        }
        return self._change(report, f"Điều chỉnh hạn {report.period.name}", values)

    def set_units_due(self, key: str, due: date | None) -> Changes:
        """Set when the units have to send theirs for one report; None goes back to the usual dates."""
        report = self.get(key)
        if due is not None:
            check_due(due, report.period, "Hạn của các đơn vị")
        return self._change(report, f"Sửa hạn của các đơn vị cho {report.period.name}", {"units_due": due})

    def set_note(self, key: str, note: str) -> Changes:
        """Write a note on a report. Raises NotFound, InvalidInput."""
        report = self.get(key)
        return self._change(report, f"Ghi chú {report.period.name}", {"note": checked_text(note, "Ghi chú")})

    def _one_off(self, key: str) -> Report:
        report = self.get(key)
        if report.period.family not in (ReportFamily.AD_HOC, ReportFamily.THEMATIC):
            raise InvalidInput(
                f"{report.period.name} là báo cáo định kỳ nên không sửa, xóa từng lần. Hãy sửa hoặc tắt loại báo cáo."
            )
        return report

    def _change(self, report: Report, action: str, values: Mapping[str, object]) -> Changes:
        with self._store.writing(action) as (session, stamp):
            row_id = report_id(session, report.period.key)
            changed = change(session, stamp, "report", row_id, values)
        return Changes(_TOUCHED, action, stamp.batch if changed else "")


def _report(period: ReportPeriod, known: StoredReport | None, calendar: WorkCalendar) -> Report:
    extension = None if known is None else known.extension
    dated = _with_due(period, extension.due if extension else period.own_due, calendar)
    if known is None:
        return Report(dated, ReportState.NOT_STARTED, None, "", 1)
    return Report(
        dated,
        known.state,
        known.sent_on,
        known.document,
        known.version,
        document_date=known.document_date,
        file=known.file,
        note=known.note,
        extension=extension,
        requested_by=known.request.requested_by if known.request else "",
        units_due=known.units_due,
    )


def _with_due(period: ReportPeriod, due: date, calendar: WorkCalendar) -> ReportPeriod:
    """Return a period with the due date that counts; the one of the document is kept beside it."""
    counted = moved_by_rule(replace(period, own_due=due), calendar).own_due
    if counted == period.own_due:
        return period
    last = period.ministry_due if period.goes_to_ministry else max(period.ministry_due, counted)
    return replace(period, own_due=counted, nominal_due=period.own_due, ministry_due=last)


def _free_key(request: OneOff, known: Mapping[str, StoredReport]) -> str:
    """Return the key of a request; a report that had the same name and date before it was edited keeps its own."""
    key = one_off_key(request)
    while key in known:
        there = known[key].request
        if there is None or one_off_key(there) == one_off_key(request):
            break
        key += "a"
    return key


def _key_parts(key: str) -> tuple[int, str]:
    year = re.search(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", key)
    if year is None:
        raise _unknown(key)
    code = fold(key.replace(year.group(), " ", 1)).strip(" -/_.")
    return int(year.group()), code


def _unknown(key: str) -> NotFound:
    return NotFound(
        f"Không có báo cáo “{squash(key)[:60]}”. Mã báo cáo có dạng 2026-Q1; lệnh “reports” liệt kê các mã."
    )
