"""Phrases without a date of their own: continuous work, events to wait for, references, and what is not understood."""

from collections.abc import Sequence
from datetime import date

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.case import Case, beside, loose_ends
from cchc_desktop.domain.deadline.entries import Entry
from cchc_desktop.domain.deadline.records import Deadline, DeadlineKind, unknown
from cchc_desktop.domain.deadline.tokens import FIRST_YEAR, LAST_YEAR
from cchc_desktop.domain.deadline.values import DAY, Unit, last_day
from cchc_desktop.domain.deadline.words import Role
from cchc_desktop.text import fold

_SERIALS = range(36526, 73051)
"""Serial numbers that spreadsheets give the days from 2000 to 2099."""
_SERIAL_ZERO = date(1899, 12, 30)


def continuous_within(case: Case) -> Deadline | None:
    """Read "thường xuyên trong năm 2023", "thường xuyên từ quý II" as continuous; other dates must not be lost."""
    if not case.stretches:
        return continuous(case, date(case.year, 1, 1))
    stretch = case.stretches[0]
    if len(case.stretches) > 1:
        return None
    if (
        stretch.point
        and stretch.last is not None
        and stretch.entry.calendar.unit is Unit.YEAR
        and stretch.literal is None
    ):
        return continuous(case, date(case.year, 1, 1), stretch.last, say.WITH_CONTINUOUS)
    if (
        stretch.first is None
        or (stretch.point and stretch.last)
        or stretch.doubts not in {(), (say.OPEN_END,)}
    ):
        return None
    if stretch.last is None:
        return continuous(case, stretch.first)
    whole = stretch.last.month == 12 and stretch.last.day == 31 and stretch.entry.calendar.unit is Unit.YEAR
    if not whole or not stretch.first.year <= case.year <= stretch.last.year:
        return None
    return continuous(case, stretch.first)


def continuous(case: Case, start: date, suggested: date | None = None, *doubts: str) -> Deadline:
    """Make the deadline of continuous work: a start, no due date, and what the print says besides."""
    weekday = [say.WITH_CONTINUOUS] * bool(case.found.weekdays)
    all_doubts = [*case.doubts, *beside(case, recurring=True), *loose_ends(case), *weekday, *doubts]
    head = f"Thường xuyên từ {say.day_of(start)}, bản in không nêu hạn nên theo dõi ở mỗi kỳ báo cáo{say.suggestion(suggested)}"
    return Deadline(
        DeadlineKind.CONTINUOUS,
        start,
        suggested_due=suggested,
        certain=not all_doubts,
        explanation=say.sentence(head, all_doubts),
    )


def waiting(case: Case) -> Deadline:
    """Read a phrase whose date hangs on an event or stands in another document."""
    found = case.found
    doubts = [*case.doubts, *loose_ends(case)]
    if found.weekdays:
        doubts.append(say.POSITION)
    if found.has(Role.PERIODIC):
        doubts.append(say.NO_DATES)
    if found.conditions and found.references:
        doubts.append(say.WITH_CONDITION)
    events = [*found.conditions, *([found.offset.text] if found.offset else [])]
    if found.references and (not events or found.references[0] in case.printed[: len(found.references[0])]):
        head = f"Ngày hạn nằm ở văn bản hoặc lịch khác ({say.quoted(found.references)}), đề nghị tra và nhập ngày dự kiến"
        return Deadline(DeadlineKind.REFERENCE, certain=not doubts, explanation=say.sentence(head, doubts))
    quoted, offered = say.quoted(events or ["đột xuất"]), _before_tet(events, case.year)
    way_out = f"bản in không nêu ngày nên đề nghị nhập ngày hạn khi sự kiện xảy ra{say.suggestion(offered)}"
    return Deadline(
        DeadlineKind.CONDITIONAL,
        suggested_due=offered,
        certain=not doubts,
        explanation=say.sentence(f"Hạn phụ thuộc sự kiện {quoted}, {way_out}", doubts),
    )


def _before_tet(events: Sequence[str], year: int) -> date | None:
    if len(events) != 1 or "tet" not in fold(events[0]).split():
        return None
    # The astronomy of the lunar calendar loads when Tết is met.
    from cchc_desktop.domain.deadline.lunar_days import before_tet

    return before_tet(events[0], year)


def not_understood(case: Case) -> Deadline:
    """Say what stands in the way: nothing printed, a period without a number, a spreadsheet's number, unknown words."""
    found, text = case.found, say.clip(case.printed)
    if found.has(Role.DITTO):
        return Deadline(DeadlineKind.UNKNOWN, explanation=say.DITTO)
    if found.has(Role.UNSET):
        return unknown(f"Bản in ghi “{text}”, đề nghị tự nhập ngày hạn khi có")
    if found.has(Role.WEEKS):
        return Deadline(
            DeadlineKind.WINDOW,
            explanation=f"“{text}” tính theo tuần kể từ lúc bắt đầu mà bản in không nêu, đề nghị tự nhập ngày hạn.",
        )
    serial = _serial_day(case)
    if serial is not None:
        return unknown(
            f"“{text}” có thể là ngày {say.day_of(serial)} bị bảng tính đổi thành số, đề nghị xem lại", serial
        )
    if found.days or found.this_unit:
        return unknown(f"“{text}” chưa nêu của tháng hoặc quý nào, đề nghị tự nhập ngày hạn")
    return unknown(f"Chưa hiểu thời hạn “{text}”, đề nghị tự nhập ngày hạn")


def _serial_day(case: Case) -> date | None:
    """Recognise a day that a spreadsheet turned into its serial number."""
    whole, _, fraction = case.printed.partition(".")
    digits = whole + fraction
    if len(whole) != 5 or not digits.isascii() or not digits.isdigit():
        return None
    serial = int(whole)
    return _SERIAL_ZERO + DAY * serial if serial in _SERIALS else None


def possible_day(entries: Sequence[Entry]) -> date | None:
    """Offer the day that a printed day which does not exist may stand for: 31/6 is 30/6, 6/30/2023 is 30/6/2023, 06/23 is 6/2023."""
    if len(entries) != 1 or entries[0].calendar.unit is not Unit.DAY:
        return None
    calendar, year = entries[0].calendar, entries[0].year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if 1 <= calendar.number <= 12 and 28 < calendar.day <= 31:
        return last_day(year, calendar.number)
    if not 1 <= calendar.day <= 12:
        return None
    if calendar.year is None and calendar.number == year % 100:
        return last_day(year, calendar.day)
    known = 12 < calendar.number <= last_day(year, calendar.day).day
    return date(year, calendar.day, calendar.number) if known else None
