"""Gives days printed without a month ("ngày 15") the month that stands before or after them; the rest is left to a cycle."""

from dataclasses import replace

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import Entry, Gathered, Joint
from cchc_desktop.domain.deadline.values import Part, Unit
from cchc_desktop.domain.deadline.words import Role


def settle_days(found: Gathered) -> None:
    """Give every day without a month its month, or set it aside for a cycle ("hằng tháng, trước ngày 15").

    A day takes the month of the day after it ("từ ngày 15 đến 20/3"), days after months take these ("tháng 6 và tháng
    12, trước ngày 20").
    """
    _take_month_before(found)
    kept: list[Entry] = []
    for entry in reversed(found.entries):
        calendar = entry.calendar
        if not _lacks_month(entry):
            kept.insert(0, entry)
        elif (
            kept
            and kept[0].calendar.unit is Unit.DAY
            and (kept[0].joint is Joint.RANGE or not kept[0].linked)
        ):
            model = kept[0].calendar
            entry.calendar = replace(calendar, number=model.number, year=model.year, shift=model.shift)
            kept.insert(0, entry)
        else:
            found.days.insert(0, (calendar.day, entry.relation is Role.BEFORE))
    if kept:
        kept[0].joint = Joint.FIRST
    found.entries = kept


def _lacks_month(entry: Entry) -> bool:
    return entry.calendar.unit is Unit.DAY and not entry.calendar.number


def _take_month_before(found: Gathered) -> None:
    """Read "tháng 6, ngày 20" and "tháng 6, tháng 12 (trước ngày 20)"; one month stays as the start of "trước ngày 20"."""
    if found.cycles or found.bare_units:
        return
    months = [entry for entry in found.entries if _is_month(entry)]
    days = found.entries[len(months) :]
    if not months or found.entries[: len(months)] != months or not days or not all(map(_lacks_month, days)):
        return
    if len(months) > 1 and len(days) > 1:
        return
    found.doubts[:] = [doubt for doubt in found.doubts if doubt != say.SEVERAL]
    found.entries = [_on(day, month, at) for month in months for at, day in enumerate(days)]
    if len(months) == 1 and len(days) == 1 and days[0].relation is not None:
        found.entries.insert(0, months[0])


def _is_month(entry: Entry) -> bool:
    calendar = entry.calendar
    plain = calendar.unit is Unit.MONTH and calendar.part is Part.WHOLE
    return plain and entry.relation is None and entry.joint is not Joint.RANGE


def _on(day: Entry, month: Entry, place: int) -> Entry:
    """Put a day into a month."""
    calendar = replace(month.calendar, unit=Unit.DAY, day=day.calendar.day)
    return replace(day, calendar=calendar, joint=day.joint if place else Joint.LIST)
