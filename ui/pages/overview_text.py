"""What the overview says, as sentences: made from records, without widgets, so that every case can be tested."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import Status, Task, working_due
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.services.statistics import FieldProgress, Overview
from cchc_desktop.words import REPORT_STATE_WORDS, STATUS_WORDS
from ui.widgets.day_words import brief, full, remaining, spoken, weekday


@dataclass(frozen=True, slots=True)
class ReportCard:
    """The words of the report card and how much of the data window has passed."""

    title: str
    state: str
    cutoff: str
    own_due: str
    ministry_due: str
    window: str
    elapsed: float
    """Share of the data window that has passed, 0 to 1."""
    notices: tuple[str, ...]
    late: bool
    """True when the own due date has passed and the report is not sent."""


def report_card(overview: Overview, calendar: WorkCalendar) -> ReportCard | None:
    """Put the next report into words; None when no report lies ahead."""
    report = overview.next_report
    if report is None:
        return None
    period, today = report.period, overview.day
    to_cutoff, to_due = (period.cutoff - today).days, (period.own_due - today).days
    return ReportCard(
        title=period.name,
        state=REPORT_STATE_WORDS[report.state],
        cutoff=f"Chốt số liệu: {spoken(period.cutoff)} ({remaining(overview.workdays_to_cutoff, to_cutoff)})"
        if period.has_window
        else "",
        own_due=f"Hạn gửi của đơn vị: {spoken(period.own_due)} ({remaining(overview.workdays_to_due, to_due)})",
        ministry_due=ministry_line(period.ministry_due, calendar) if period.goes_to_ministry else "",
        window=f"Kỳ lấy số liệu: {full(period.window_start)} – {full(period.cutoff)}"
        if period.has_window
        else "",
        elapsed=share_elapsed(period.window_start, period.cutoff, today),
        notices=_notices(report, calendar),
        late=to_due < 0 and report.state is not ReportState.SENT,
    )


def ministry_line(due: date, calendar: WorkCalendar) -> str:
    """Say the due date at the ministry, and by when to send where it falls on a day off.

    The nominal date is never moved: officers send on the working day before.
    """
    safe = calendar.on_or_before(due)
    if safe == due:
        return f"Hạn gửi Bộ Nội vụ: {spoken(due)}"
    return f"Hạn gửi Bộ Nội vụ: {full(due)} ({weekday(due)} → nên gửi trước hết {spoken(safe)})"


def share_elapsed(start: date, end: date, today: date) -> float:
    """Return the share of the days from ``start`` to ``end``, both counted, that have passed before ``today`` ends.

    >>> share_elapsed(date(2026, 1, 1), date(2026, 1, 10), date(2026, 1, 5))
    0.5
    """
    total = (end - start).days + 1
    return min(max(((today - start).days + 1) / total, 0.0), 1.0) if total > 0 else 1.0


def _notices(report: Report, calendar: WorkCalendar) -> tuple[str, ...]:
    period, notices = report.period, []
    if period.own_due < period.cutoff:
        notices.append(
            f"Hạn gửi của đơn vị ({brief(period.own_due)}) đến trước ngày chốt số liệu ({brief(period.cutoff)}): "
            "số liệu những ngày còn lại cần ước tính hoặc bổ sung sau khi gửi."
        )
    safe = calendar.on_or_before(period.own_due)
    if safe != period.own_due:
        notices.append(
            f"Hạn gửi của đơn vị rơi vào ngày nghỉ ({weekday(period.own_due)}): nên gửi trước hết {spoken(safe)}."
        )
    return tuple(notices)


def todo_words(task: Task, status: Status, day: date, calendar: WorkCalendar) -> tuple[str, str]:
    """Say in a few words why a task stands in the list of things to do, and by when it is due."""
    due = working_due(task, day)
    if due is None:
        return "chưa có kết quả kỳ này", STATUS_WORDS[status].lower()
    line = f"hạn {full(due)}"
    if status is Status.OVERDUE:
        return f"quá hạn {(day - due).days} ngày", line
    if due == day:
        return "đến hạn hôm nay", line
    return remaining(calendar.between(day, due), (due - day).days), line


def field_figures(fields: Iterable[FieldProgress]) -> tuple[tuple[str, int, int], ...]:
    """Return (title as printed with its number, done, total) of every field."""
    return tuple(
        (f"{each.section}. {each.title}" if each.section else each.title, each.done, each.total)
        for each in fields
    )
