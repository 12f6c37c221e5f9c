"""The title and the text of one reminder, as things stand on the day it is shown.

Every message says what, when and what to do now. The name of the task or report gives way when space is short, the
date never. How far off a date is follows from the day of showing, not from the rung: a rung may be shown late.
"""

from datetime import date, timedelta

from cchc_desktop.domain.message_length import TEXT_UNITS, TITLE_UNITS, fill, shorten
from cchc_desktop.domain.reminder_ladder import CUTOFF, START
from cchc_desktop.domain.reminder_subjects import Subject, SubjectKind
from cchc_desktop.domain.workdays import WorkCalendar, weekday_name

_NAME_UNITS = 60
"""Room for a recipient or a holiday inside a sentence."""


def sentences(subject: Subject, rule: str, day: date, calendar: WorkCalendar) -> tuple[str, str]:
    """Return title (at most 63 UTF-16 units) and text (at most 255) of a reminder shown on a day.

    >>> report = Subject(SubjectKind.REPORT, "2026-Y", "Báo cáo CCHC năm 2026", date(2026, 12, 11),
    ...     recipient="Sở Nội vụ", state_text="Dự thảo")
    >>> for line in sentences(report, "T-1", date(2026, 12, 10), WorkCalendar()): print(line)
    Ngày mai phải gửi Báo cáo CCHC năm 2026
    Hạn gửi Sở Nội vụ: Thứ Sáu 11/12/2026. Báo cáo đang ở bước “Dự thảo”. Bấm để mở báo cáo.
    """
    if subject.kind is SubjectKind.REVIEW:
        return _review_title(subject, day), _review_text(subject, day, calendar)
    if subject.kind is SubjectKind.TASK:
        title = fill(_due_title(subject.due, day, calendar, "là hạn:", "Hạn"), subject.title, TITLE_UNITS)
        return title, _task_text(subject, day, calendar)
    if rule == START and subject.window_start is not None:
        return _start_title(subject, subject.window_start, day), _start_text(subject, subject.window_start)
    if rule == CUTOFF and subject.cutoff is not None:
        return _cutoff_title(subject, subject.cutoff, day), _cutoff_text(subject, subject.cutoff, calendar)
    title = fill(_due_title(subject.due, day, calendar, "phải gửi", "Hạn gửi"), subject.title, TITLE_UNITS)
    return title, _report_text(subject, day, calendar)


def long_date(day: date) -> str:
    """Return a day with its weekday.

    >>> long_date(date(2026, 12, 18))
    'Thứ Sáu 18/12/2026'
    """
    return f"{weekday_name(day)} {day:%d/%m/%Y}"


def _due_title(due: date, day: date, calendar: WorkCalendar, verb: str, noun: str) -> str:
    safe = calendar.on_or_before(due)
    if day > due:
        late = calendar.between(due, day)
        return f"Đã quá hạn {late} ngày làm việc: {{}}" if late else "Đã quá hạn: {}"
    if day == due:
        return f"Hôm nay {verb} {{}}"
    if day >= safe:
        return f"{noun} rơi vào ngày nghỉ: {{}}"
    left = calendar.between(day, safe)
    if left > 1:
        return f"Còn {left} ngày làm việc: {{}}"
    when = "Ngày mai" if safe - day == timedelta(days=1) else f"{weekday_name(safe)} {safe:%d/%m}"
    return f"{when} {verb} {{}}"


def _task_text(subject: Subject, day: date, calendar: WorkCalendar) -> str:
    if day > subject.due:
        what_now = "Nếu đã làm xong, bấm để ghi kết quả và tắt nhắc việc này."
        return fill(f"Hạn là {long_date(subject.due)}. “{{}}”. {what_now}", subject.title, TEXT_UNITS)
    when = _day_sentence("Hạn", "Hạn", subject.due, calendar)
    return fill(f"{when} “{{}}”. Bấm để mở nhiệm vụ.", subject.title, TEXT_UNITS)


def _report_text(subject: Subject, day: date, calendar: WorkCalendar) -> str:
    sending = _sending(subject)
    if day > subject.due:
        what_now = "Nếu đã gửi, bấm để ghi số, ngày văn bản và tắt nhắc việc này."
        return shorten(f"{sending} là {long_date(subject.due)}. {what_now}", TEXT_UNITS)
    when = _day_sentence(sending, "Hạn", subject.due, calendar)
    far = calendar.between(day, calendar.on_or_before(subject.due)) > 1
    state = f"Báo cáo đang ở bước “{subject.state_text}”." if subject.state_text else ""
    parts = (when, (_open_work(subject) if far else "") or state, "Bấm để mở báo cáo.")
    return shorten(" ".join(parts), TEXT_UNITS)


def _start_title(subject: Subject, start: date, day: date) -> str:
    head = "Bắt đầu kỳ số liệu: {}" if day <= start else "Đang trong kỳ số liệu: {}"
    return fill(head, subject.title, TITLE_UNITS)


def _start_text(subject: Subject, start: date) -> str:
    window = f"Số liệu lấy từ {start:%d/%m/%Y}"
    if subject.cutoff is not None:
        window += f" đến {subject.cutoff:%d/%m/%Y}"
    due = f"{_sending(subject)}: {long_date(subject.due)}"
    return shorten(f"{window}. {due}. Bấm để xem nhiệm vụ của kỳ này.", TEXT_UNITS)


def _cutoff_title(subject: Subject, cutoff: date, day: date) -> str:
    if day < cutoff:
        head = "Chốt số liệu rơi vào ngày nghỉ: {}"
    else:
        head = "Hôm nay chốt số liệu {}" if day == cutoff else "Đã đến ngày chốt số liệu {}"
    return fill(head, _inside(subject.title), TITLE_UNITS)


def _cutoff_text(subject: Subject, cutoff: date, calendar: WorkCalendar) -> str:
    when = _day_sentence("Ngày chốt số liệu", "Ngày chốt số liệu", cutoff, calendar)
    return shorten(f"{when} {_results(subject)}", TEXT_UNITS)


def _review_title(subject: Subject, day: date) -> str:
    head = "Sắp chốt số liệu {}" if day <= subject.due else "Đã đến ngày chốt số liệu {}"
    return fill(head, _inside(subject.title), TITLE_UNITS)


def _review_text(subject: Subject, day: date, calendar: WorkCalendar) -> str:
    left = calendar.between(day, subject.due)
    if day > subject.due:
        when = f"Ngày chốt số liệu {subject.due:%d/%m/%Y} đã qua."
    elif day == subject.due:
        when = f"Hôm nay là ngày chốt số liệu {subject.due:%d/%m/%Y}."
    elif left:
        when = f"Còn {left} ngày làm việc đến ngày chốt số liệu {subject.due:%d/%m/%Y}."
    else:
        when = _day_sentence("Ngày chốt số liệu", "Ngày chốt số liệu", subject.due, calendar)
    return shorten(f"{when} {_results(subject)}", TEXT_UNITS)


def _day_sentence(label: str, short_label: str, day: date, calendar: WorkCalendar) -> str:
    """Name a date; of one on a day off say so, and by which day reminders go instead."""
    safe = calendar.on_or_before(day)
    if safe == day:
        return f"{label}: {long_date(day)}."
    reason = shorten(calendar.reason_off(day), _NAME_UNITS)
    what = weekday_name(day) if day.weekday() >= 5 else f"{weekday_name(day)}, ngày nghỉ ({reason})"
    return (
        f"{short_label} {day:%d/%m/%Y} là {what}. "
        f"Phần mềm nhắc theo ngày làm việc liền trước: {long_date(safe)}."
    )


def _sending(subject: Subject) -> str:
    return f"Hạn gửi {shorten(subject.recipient, _NAME_UNITS)}".strip()


def _open_work(subject: Subject) -> str:
    parts = []
    if subject.overdue_tasks:
        parts.append(f"{subject.overdue_tasks} nhiệm vụ quá hạn")
    if subject.missing_results:
        parts.append(f"{subject.missing_results} nhiệm vụ chưa cập nhật kết quả")
    return f"Còn {' và '.join(parts)}." if parts else ""


def _results(subject: Subject) -> str:
    missing = subject.total - subject.done if subject.total else subject.missing_results
    what_now = f"Bấm để xem {missing} nhiệm vụ còn thiếu." if missing else "Bấm để mở báo cáo."
    return f"Đã có kết quả {subject.done}/{subject.total} nhiệm vụ. {what_now}" if subject.total else what_now


def _inside(name: str) -> str:
    """Write a name inside a sentence: "báo cáo CCHC năm 2026", but "CCHC" stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
