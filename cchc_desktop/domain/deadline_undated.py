"""Phrases without a date of their own: continuous work, events to wait for, references, and what is not understood."""

from datetime import date

from cchc_desktop.domain import deadline_sentences as say
from cchc_desktop.domain.deadline_calendar import DAY, Unit
from cchc_desktop.domain.deadline_case import Case, beside, loose_ends
from cchc_desktop.domain.deadline_words import Role
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind

_SERIALS = range(36526, 73051)
"""Serial numbers that spreadsheets give the days from 2000 to 2099."""
_SERIAL_ZERO = date(1899, 12, 30)


def unknown(sentence: str, suggested: date | None = None) -> Deadline:
    """Say why a phrase was not understood and what to do."""
    return Deadline(DeadlineKind.UNKNOWN, suggested_due=suggested, explanation=f"{sentence}.")


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
    if stretch.first is None or stretch.point or stretch.doubts not in {(), (say.OPEN_END,)}:
        return None
    if stretch.last is None:
        return continuous(case, stretch.first)
    whole = stretch.last.month == 12 and stretch.last.day == 31 and stretch.entry.calendar.unit is Unit.YEAR
    if not whole or not stretch.first.year <= case.year <= stretch.last.year:
        return None
    return continuous(case, stretch.first)


def continuous(case: Case, start: date, suggested: date | None = None, *doubts: str) -> Deadline:
    """Make the deadline of continuous work: a start, no due date, and what the print says besides."""
    weekday = [] if case.found.weekday is None else [say.WITH_CONTINUOUS]
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
    if found.weekday is not None:
        doubts.append(say.POSITION)
    if found.has(Role.PERIODIC):
        doubts.append(say.NO_DATES)
    if found.conditions and found.references:
        doubts.append(say.WITH_CONDITION)
    events = [*found.conditions, *([found.offset.text] if found.offset else [])]
    if found.references and (not events or found.references[0] in case.printed[: len(found.references[0])]):
        head = f"Ngày hạn nằm ở văn bản hoặc lịch khác ({say.quoted(found.references)}), đề nghị tra và nhập ngày dự kiến"
        return Deadline(DeadlineKind.REFERENCE, certain=not doubts, explanation=say.sentence(head, doubts))
    quoted = say.quoted(events or ["đột xuất"])
    head = f"Chờ sự kiện {quoted}, bản in không nêu ngày nên đề nghị nhập ngày hạn khi sự kiện xảy ra"
    return Deadline(DeadlineKind.CONDITIONAL, certain=not doubts, explanation=say.sentence(head, doubts))


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
    if not whole.isascii() or not whole.isdigit() or len(whole) != 5 or fraction.strip("0"):
        return None
    serial = int(whole)
    return _SERIAL_ZERO + DAY * serial if serial in _SERIALS else None
