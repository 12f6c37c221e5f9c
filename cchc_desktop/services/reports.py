"""Report obligations of the own office: their dates, their state, and what was sent."""

import re
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.periods import ReportPeriod, periods_of
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.store import Store
from cchc_desktop.storage.history import change
from cchc_desktop.storage.reports import StoredReport, report_id, stored_reports
from cchc_desktop.text import fold, squash

_LONGEST_NUMBER = 200
_TOUCHED = frozenset({Kind.REPORTS, Kind.REMINDERS})


class Reports:
    """Use cases around periodic reports."""

    def __init__(self, store: Store, calendars: Calendars, offices: Offices) -> None:
        self._store = store
        self._calendars = calendars
        self._offices = offices

    def working_year(self) -> int:
        """Return the working year of the office."""
        return self._offices.year()

    def of_year(self, year: int) -> tuple[Report, ...]:
        """Return the reports of a year in the order they fall due."""
        with self._store.reading() as session:
            known = stored_reports(session)
        role = self._offices.get().role
        periods = periods_of(year, self._calendars.report_kinds(), role)
        reports = [_report(period, known.get(period.key)) for period in periods]
        return tuple(sorted(reports, key=lambda report: report.period.own_due))

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
        running = [period for period in periods if period.window_start <= day <= period.cutoff]
        return min(running, key=lambda period: period.cutoff, default=None)

    def submit(self, key: str, on: date, document: str) -> tuple[Report, Changes]:
        """Mark a report as sent; its reminders stop.

        Raises NotFound for an unknown report, InvalidInput without a number, with a day in the future or before the
        report's own time.
        """
        report = self.get(key)
        number = squash(document)
        if not number:
            raise InvalidInput("Chưa có số, ký hiệu của báo cáo. Hãy nhập số, ký hiệu văn bản đã gửi.")
        if len(number) > _LONGEST_NUMBER:
            raise InvalidInput(
                f"Số, ký hiệu văn bản dài quá {_LONGEST_NUMBER} ký tự. Hãy rút gọn rồi nhập lại."
            )
        start = report.period.window_start
        if on < start:
            raise InvalidInput(
                f"Ngày gửi {on:%d/%m/%Y} ở trước kỳ số liệu (từ {start:%d/%m/%Y}). Hãy kiểm tra lại ngày và mã báo cáo."
            )
        today = self._store.today()
        if on > today:
            raise InvalidInput(
                f"Ngày gửi {on:%d/%m/%Y} ở sau hôm nay ({today:%d/%m/%Y}). Hãy nhập ngày đã gửi báo cáo."
            )
        values = {"state": ReportState.SENT.value, "sent_on": on, "document": number}
        changes = self._change(report, f"Đánh dấu đã gửi {report.period.name}", values)
        return self.get(report.period.key), changes

    def set_state(self, key: str, state: ReportState) -> Changes:
        """Set the state of a report; leaving "Đã gửi" forgets what was sent."""
        report = self.get(key)
        values: dict[str, object] = {"state": state.value}
        if state is not ReportState.SENT:
            values |= {"sent_on": None, "document": ""}
        return self._change(report, f"Đổi tình trạng {report.period.name}", values)

    def set_own_due(self, key: str, due: date | None) -> Changes:
        """Move the own due date of one report; None goes back to the usual date.

        Raises InvalidInput when the date lies outside the report's own time.
        """
        report = self.get(key)
        period = report.period
        if due is not None and not period.window_start <= due <= date(period.year + 1, 12, 31):
            raise InvalidInput(
                f"Hạn gửi {due:%d/%m/%Y} nằm ngoài kỳ báo cáo (từ {period.window_start:%d/%m/%Y}). Hãy kiểm tra lại ngày."
            )
        return self._change(report, f"Sửa hạn gửi {period.name}", {"own_due": due})

    def _change(self, report: Report, action: str, values: dict[str, object]) -> Changes:
        with self._store.writing(action) as (session, stamp):
            row_id = report_id(session, report.period.key)
            changed = change(session, stamp, "report", row_id, values)
        return Changes(_TOUCHED, action, stamp.batch if changed else "")


def _report(period: ReportPeriod, known: StoredReport | None) -> Report:
    if known is None:
        return Report(period, ReportState.NOT_STARTED, None, "", 1)
    if known.own_due is not None:
        period = replace(period, own_due=known.own_due)
    return Report(period, known.state, known.sent_on, known.document, known.version)


def _key_parts(key: str) -> tuple[int, str]:
    year = re.search(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", key)
    if year is None:
        raise _unknown(key)
    code = fold(key.replace(year.group(), " ")).strip(" -/_.")
    return int(year.group()), code


def _unknown(key: str) -> NotFound:
    return NotFound(
        f"Không có báo cáo “{squash(key)[:60]}”. Mã báo cáo có dạng 2026-Q1; lệnh “reports” liệt kê các mã."
    )
