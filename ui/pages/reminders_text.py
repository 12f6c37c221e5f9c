"""Reminders put into groups and words: which group, why now, and until when a person may put them off."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum

from cchc_desktop.clock import VIETNAM, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.services.reminders import OpenReminder
from ui.widgets.day_words import full, moment, spoken, week_end, weekday


class Group(Enum):
    """Groups of the page in the order they are shown; the value is the heading."""

    OVERDUE = "Quá hạn"
    TODAY = "Hôm nay"
    WEEK = "Tuần này"
    LATER = "Sắp tới"
    CLOSED = "Đã xử lý"


def group_of(due: date, today: date) -> Group:
    """Return the group of an open reminder by the date it is about."""
    if due < today:
        return Group.OVERDUE
    if due == today:
        return Group.TODAY
    return Group.WEEK if due <= week_end(today) else Group.LATER


def grouped(reminders: Iterable[OpenReminder], today: date) -> dict[Group, tuple[OpenReminder, ...]]:
    """Sort open reminders into their groups, each by due date; groups without any are left out."""
    found: dict[Group, list[OpenReminder]] = {}
    for reminder in sorted(reminders, key=lambda each: (each.due, each.title)):
        found.setdefault(group_of(reminder.due, today), []).append(reminder)
    return {group: tuple(found[group]) for group in Group if group in found}


def reason(rule: str) -> str:
    """Say which rule raised a reminder.

    >>> reason("T-7"), reason("O+2")
    ('trước hạn 7 ngày làm việc', 'quá hạn 2 ngày làm việc')
    """
    if rule == "START":
        return "bắt đầu kỳ lấy số liệu"
    if rule == "CUTOFF":
        return "đến ngày chốt số liệu"
    sign, _, count = rule.partition("-") if rule.startswith("T-") else rule.partition("+")
    if not count.isdecimal():
        return "theo lịch nhắc việc"
    if sign == "O":
        return f"quá hạn {int(count)} ngày làm việc"
    return "đúng ngày đến hạn" if int(count) == 0 else f"trước hạn {int(count)} ngày làm việc"


_CLOSED_WORDS = {
    "acknowledged": "đã xử lý",
    "muted": "đã tắt nhắc việc",
    "withdrawn": "tự rút vì việc đã xong hoặc đã đổi hạn",
    "superseded": "thay bằng lần nhắc sau",
}


def why(reminder: OpenReminder) -> str:
    """Return the last line of a row: due date, rule, and what a person did about it."""
    parts = [f"Hạn {spoken(reminder.due)}", reason(reminder.rule)]
    if reminder.state in _CLOSED_WORDS:
        parts.append(_CLOSED_WORDS[reminder.state])
    elif reminder.snoozed_until is not None:
        parts.append(f"hẹn nhắc lại lúc {moment(reminder.snoozed_until.astimezone(VIETNAM))}")
    elif reminder.again:
        parts.append("nhắc lại")
    return " · ".join(parts)


def snooze_choices(now: datetime, office: Office, calendar: WorkCalendar) -> tuple[tuple[str, datetime], ...]:
    """Return the moments offered for "Nhắc lại sau", each later than ``now``, earliest first."""
    today = now.date()
    clock = f"{office.remind_hour:02d}:{office.remind_minute:02d}"
    choices = [("1 giờ nữa", now + timedelta(hours=1))]
    afternoon = at(today, 14)
    if now + timedelta(hours=1) < afternoon:
        choices.append(("Chiều nay 14:00", afternoon))
    morning = calendar.on_or_after(today + timedelta(days=1))
    name = "Sáng mai" if morning == today + timedelta(days=1) else f"Sáng {weekday(morning)} {full(morning)},"
    choices.append((f"{name} {clock}", at(morning, office.remind_hour, office.remind_minute)))
    later = calendar.after(today, 3)
    choices.append(
        (f"3 ngày làm việc ({spoken(later)})", at(later, office.remind_hour, office.remind_minute))
    )
    monday = calendar.on_or_after(today + timedelta(days=7 - today.weekday()))
    label = "Thứ Hai tới" if monday.weekday() == 0 else f"Đầu tuần tới, {weekday(monday)}"
    choices.append((f"{label} ({full(monday)})", at(monday, office.remind_hour, office.remind_minute)))
    return tuple(sorted(choices, key=lambda choice: choice[1]))


def empty_text(next_moment: datetime | None) -> str:
    """Return what the page says when nothing is open."""
    if next_moment is None:
        return "Không có nhắc việc nào. Chưa có hạn nào ở phía trước."
    return f"Không có nhắc việc nào. Lần nhắc tiếp theo: {moment(next_moment)}."
