"""Days as officers write and say them: 11/12/2026, Thứ Sáu 11/12, còn 9 ngày làm việc."""

from datetime import date, datetime, timedelta

from cchc_desktop.domain.workdays import weekday_name

_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def weekday(day: date) -> str:
    """Return the name of the weekday: "Thứ Sáu"."""
    return weekday_name(day)


def short_weekday(day: date) -> str:
    """Return the weekday as calendars head their columns: "T6", "CN"."""
    return _SHORT[day.weekday()]


def full(day: date) -> str:
    """Return a date with its year: "11/12/2026"."""
    return f"{day:%d/%m}/{day.year:04d}"


def brief(day: date) -> str:
    """Return a date without its year: "11/12"."""
    return f"{day:%d/%m}"


def spoken(day: date) -> str:
    """Return weekday and date: "Thứ Sáu 11/12/2026"."""
    return f"{weekday(day)} {full(day)}"


def headline(day: date) -> str:
    """Return the day as the head of a page writes it: "Chủ nhật, 22/11/2026"."""
    return f"{weekday(day)}, {full(day)}"


def month(day: date) -> str:
    """Return the month as calendars head it: "Tháng 12/2026"."""
    return f"Tháng {day.month}/{day.year}"


def moment(when: datetime) -> str:
    """Return time and date: "14:00 ngày 22/11/2026"."""
    return f"{when:%H:%M} ngày {full(when.date())}"


def first_of_month(day: date, months: int = 0) -> date:
    """Return the first day of the month that lies ``months`` after the month of a day; stays within years 1 to 9999."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    return date(index // 12, index % 12 + 1, 1)


def week_start(day: date) -> date:
    """Return the Monday on or before a day; the first day there is where that would leave the calendar."""
    return date.fromordinal(max(day.toordinal() - day.weekday(), date.min.toordinal()))


def week_end(day: date) -> date:
    """Return the Sunday of the week of a day."""
    return day + timedelta(days=6 - day.weekday())


def remaining(workdays: int, calendar_days: int) -> str:
    """Say how far a day is: working days ahead, today, or calendar days behind.

    ``calendar_days`` decides the side: a due date may be ahead although no working day lies between.
    """
    if calendar_days < 0:
        return f"đã qua {-calendar_days} ngày"
    if calendar_days == 0:
        return "hôm nay"
    if workdays <= 0:
        return f"còn {calendar_days} ngày, không có ngày làm việc nào"
    return f"còn {workdays} ngày làm việc"
