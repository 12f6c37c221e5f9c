"""Phrases with a date: a day, a span, a start without an end, a day counted after another, a list of days."""

from dataclasses import replace
from datetime import date

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.case import Case, beside, loose_ends
from cchc_desktop.domain.deadline.lists import consecutive, is_report_list, listed
from cchc_desktop.domain.deadline.periodic import periodic
from cchc_desktop.domain.deadline.records import Deadline, DeadlineKind
from cchc_desktop.domain.deadline.stretches import Stretch
from cchc_desktop.domain.deadline.undated import continuous_within
from cchc_desktop.domain.deadline.values import DAY, Calendar, Part, Unit, weekdays_after
from cchc_desktop.domain.deadline.words import Mark, Role

_FAR_YEARS = 30
_FAR_DAY_YEARS = 5
"""A single day so many years after the plan is more often a slip of the pen than meant."""


def dated(case: Case) -> Deadline:
    """Decide a phrase with one or several dates and nothing recurring."""
    found = case.found
    if found.has(Role.CONTINUOUS):
        case = _without_whole_year(case)
        settled = continuous_within(case)
        if settled is not None:
            return settled
    stretches = case.stretches
    if len(stretches) == 1:
        return _one(case, stretches[0], list(stretches[0].doubts))
    if _is_vague(stretches):
        return _vague_list(case)
    nested = _nested(case)
    if nested is not None:
        return nested
    if consecutive(stretches) and not is_report_list(stretches):
        return _adjacent(case)
    reading = listed(stretches, case.year)
    doubts = [*case.doubts, *reading.doubts, *beside(case), *loose_ends(case)]
    if (
        found.has(Role.ACTIVITY)
        and not is_report_list(stretches)
        and len({each.entry.calendar.unit for each in stretches}) > 1
    ):
        doubts.append(say.SEVERAL)
    if found.has(Role.CONTINUOUS):
        doubts.append(say.WITH_CONTINUOUS)
    return periodic(reading, doubts)


def _without_whole_year(case: Case) -> Case:
    """Drop the plan year of "thường xuyên trong năm, quý I": it adds no date to what stands beside it."""
    kept = [
        each
        for each in case.stretches
        if not (each.plain and each.entry.calendar.unit is Unit.YEAR and each.entry.year == case.year)
    ]
    return replace(case, stretches=kept)


def _is_vague(stretches: list[Stretch]) -> bool:
    """Tell whether a list has a time without an end; "giữa năm và cuối năm" still has the end of the year."""
    vague = [each for each in stretches if each.last is None]
    only_middle = all(each.entry.calendar.part is Part.MIDDLE for each in vague)
    return bool(vague) and not (only_middle and len(vague) < len(stretches))


def _vague_list(case: Case) -> Deadline:
    last = case.stretches[-1]
    starts = [each.first for each in case.stretches if each.first is not None]
    merged = Stretch(last.entry, min(starts, default=None), None, last.suggested or last.last, ranged=True)
    return _one(case, merged, [doubt for each in case.stretches for doubt in each.doubts] + [say.SEVERAL])


def _adjacent(case: Case) -> Deadline:
    """Read "Quý I, II" as one span, all four quarters or twelve months as each of them; both need a look."""
    first, last = case.stretches[0], case.stretches[-1]
    whole_year = first.first is not None and last.last is not None and (last.last - first.first).days >= 364
    if whole_year and first.entry.calendar.unit is not Unit.YEAR:
        reading = listed(case.stretches, case.year)
        return periodic(reading, [*case.doubts, *reading.doubts, say.EACH_NOT_SPAN, *beside(case)])
    merged = Stretch(last.entry, first.first, last.last, ranged=True)
    return _one(case, merged, [say.EACH_OR_SPAN])


def _nested(case: Case) -> Deadline | None:
    """Read "Quý IV (trước ngày 15/12)": the narrower of two times limits the wider one."""
    if len(case.stretches) != 2:
        return None
    wide, narrow = case.stretches
    if narrow.entry.explains and _lies_within(wide, narrow):
        return _one(case, wide, [*wide.doubts, *narrow.doubts, say.NARROWER])
    if narrow.last is None or wide.first is None or wide.last is None or wide.point:
        return None
    first = narrow.first or narrow.last
    if not (wide.first <= first and narrow.last <= wide.last):
        return None
    limits = narrow.entry.relation in {Role.BEFORE, Role.UNTIL} and narrow.entry.calendar.unit is Unit.DAY
    if not limits and not narrow.entry.explains:
        return None
    start = wide.first if narrow.point else narrow.first
    merged = Stretch(narrow.entry, start, narrow.last, ranged=True)
    sure = limits or narrow.last == wide.last
    return _one(case, merged, [*wide.doubts, *narrow.doubts, *([] if sure else [say.NARROWER])])


def _lies_within(inner: Stretch, outer: Stretch) -> bool:
    if inner.first is None or inner.last is None or outer.first is None or outer.last is None:
        return False
    return (
        outer.first <= inner.first
        and inner.last <= outer.last
        and (outer.first, outer.last) != (inner.first, inner.last)
    )


def _one(case: Case, stretch: Stretch, doubts: list[str]) -> Deadline:
    doubts = [
        *case.doubts,
        *doubts,
        *beside(case),
        *loose_ends(case),
        *_far_off(case, stretch),
        *_weekday(case, stretch),
    ]
    start, due = stretch.first, stretch.last
    kind = DeadlineKind.WINDOW
    if stretch.point and due is not None:
        kind, start = DeadlineKind.DATE, None
    if case.found.has(Role.CONTINUOUS):
        doubts.append(say.WITH_CONTINUOUS)
    head = _head(case, stretch)
    return Deadline(
        kind,
        start,
        due,
        None if due is not None else stretch.suggested,
        certain=not doubts,
        explanation=say.sentence(head, doubts),
    )


def _head(case: Case, stretch: Stretch) -> str:
    calendar, due, first = stretch.entry.calendar, stretch.last, stretch.first
    if due is None:
        head = say.opening(first) + say.suggestion(stretch.suggested)
    elif stretch.literal is not None and stretch.literal.first is not None:
        head = say.before(due, _name(calendar, stretch.literal.first.year), stretch.first)
    elif stretch.point and stretch.day:
        head = f"Hạn ngày {say.day_of(due)}"
    elif stretch.point:
        head = f"Đến hết {_name(calendar, due.year)}, hạn {say.day_of(due)}"
    elif stretch.plain:
        head = f"Cả {_name(calendar, due.year)}, hạn {say.day_of(due)}"
    else:
        head = say.span(first, due)
    if case.found.time:
        head += f", bản in ghi giờ {case.found.time}"
    return head + (", lặp lại ở các năm tiếp theo" if case.found.has(Role.NEXT_YEARS) else "")


def _name(calendar: Calendar, year: int) -> str:
    if calendar.unit is Unit.DAY:
        return f"ngày {calendar.day:02}/{calendar.number:02}/{year}"
    if calendar.unit is Unit.MONTH:
        return f"tháng {calendar.number:02}/{year}"
    if calendar.unit is Unit.QUARTER:
        return f"quý {('I', 'II', 'III', 'IV')[calendar.number - 1]}/{year}"
    if calendar.unit is Unit.YEAR:
        return f"năm {year}"
    return f"{calendar.number} tháng {'đầu' if calendar.unit is Unit.FIRST_MONTHS else 'cuối'} năm {year}"


def _far_off(case: Case, stretch: Stretch) -> list[str]:
    """Doubt a date before the plan year (left over from an older plan) or suspiciously long after it."""
    end = stretch.last or stretch.first or stretch.suggested or date(case.year, 12, 31)
    if end.year < case.year:
        literal = stretch.literal is not None and end == date(case.year - 1, 12, 31)
        return [] if literal and stretch.ranged else [say.past_year(case.year)]
    limit = _FAR_DAY_YEARS if stretch.entry.calendar.unit is Unit.DAY else _FAR_YEARS
    return [say.far_year(case.year)] if end.year > case.year + limit else []


def _weekday(case: Case, stretch: Stretch) -> list[str]:
    """Doubt "thứ Sáu, ngày 15/3" when the 15th is no Friday."""
    wanted, end = case.found.weekdays, stretch.last
    if not wanted:
        return []
    if stretch.literal is not None:
        end = stretch.literal.first
    fits = end is not None and stretch.entry.calendar.unit is Unit.DAY and wanted == [end.weekday()]
    return [] if fits else [say.WEEKDAY]


def after_date(case: Case, offset: Mark) -> Deadline:
    """Count days after a printed date; working days need the holidays of the year, so they are only offered."""
    stretch = case.stretches[0]
    base = next(day for day in (stretch.last, stretch.first) if day is not None)
    doubts = [*case.doubts, *offset.doubts, *beside(case)]
    if say.WORKDAY in offset.doubts:
        suggested = weekdays_after(base, offset.number)
        head = say.opening(base) + say.suggestion(suggested)
        return Deadline(DeadlineKind.WINDOW, base, None, suggested, explanation=say.sentence(head, doubts))
    due = base + DAY * offset.number
    return Deadline(DeadlineKind.WINDOW, base, due, explanation=say.sentence(say.span(base, due), doubts))
