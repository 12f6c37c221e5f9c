"""One message that stands for several reminders: one digest, not a shower of pop-ups."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from cchc_desktop.domain.message_length import TEXT_UNITS, fill
from cchc_desktop.domain.reminders import Reminder, Subject, SubjectKind


def absence_digest(reminders: Collection[Reminder], since: date, until: date) -> tuple[str, str]:
    """Return title and text for what fell due while the computer was off, from one day to another.

    >>> task = Subject(SubjectKind.TASK, "t", "Ban hành Chỉ số CCHC", date(2026, 11, 20))
    >>> one = Reminder("task:t:T-1:2026-11-20", task, "T-1", date(2026, 11, 19), "Ngày mai là hạn", "")
    >>> absence_digest([one] * 4, date(2026, 11, 16), date(2026, 11, 20))[1]
    'Có 4 nhắc việc phát sinh từ 16/11 đến 20/11/2026. Bấm để xem tất cả.'
    """
    if since == until:
        days = f"trong ngày {until:%d/%m/%Y}"
    else:
        first = f"{since:%d/%m}" if since.year == until.year else f"{since:%d/%m/%Y}"
        days = f"từ {first} đến {until:%d/%m/%Y}"
    text = f"Có {len(reminders)} nhắc việc phát sinh {days}. Bấm để xem tất cả."
    return "Nhắc việc trong thời gian máy tắt", text


def several_digest(reminders: Sequence[Reminder], day: date) -> tuple[str, str]:
    """Return title and text for the reminders of one pass, most serious first; one alone speaks for itself.

    Raises ValueError without any reminder: where there is nothing, nothing is shown.
    """
    if not reminders:
        raise ValueError("nothing to tell")
    if len(reminders) == 1:
        return reminders[0].title, reminders[0].text
    overdue = sum(reminder.subject.due < day for reminder in reminders)
    title = f"{len(reminders)} nhắc việc ngày {day:%d/%m/%Y}"
    if overdue:
        title += f", trong đó {overdue} quá hạn"
    return title, _names([reminder.subject.title for reminder in reminders], "việc khác")


def week_digest(subjects: Iterable[Subject], day: date) -> tuple[str, str] | None:
    """Return title and text for the tasks that fall due from a day to the Sunday of its week; None when there are none.

    >>> task = Subject(SubjectKind.TASK, "t", "Ban hành Chỉ số CCHC", date(2026, 12, 16))
    >>> week_digest([task], date(2026, 12, 14))
    ('1 nhiệm vụ đến hạn trong tuần này', '“Ban hành Chỉ số CCHC”. Bấm để xem danh sách.')
    """
    sunday = day + timedelta(days=6 - day.weekday())
    due = [each for each in subjects if each.kind is SubjectKind.TASK and day <= each.due <= sunday]
    if not due:
        return None
    due.sort(key=lambda subject: (subject.due, subject.key))
    title = f"{len(due)} nhiệm vụ đến hạn trong tuần này"
    return title, _names([subject.title for subject in due], "nhiệm vụ khác")


def _names(names: Sequence[str], others: str) -> str:
    more = f" và {len(names) - 1} {others}" if len(names) > 1 else ""
    return fill(f"“{{}}”{more}. Bấm để xem danh sách.", names[0], TEXT_UNITS)
