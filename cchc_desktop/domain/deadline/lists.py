"""Lists of times: "tháng 6, tháng 12", "quý II và quý IV", "quý I, 6 tháng, quý III, năm"; each is a due date, or all are one span."""

from itertools import pairwise

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import APART, Joint
from cchc_desktop.domain.deadline.periodic import REPORT_UNITS, Recurrence, ends_within
from cchc_desktop.domain.deadline.stretches import Stretch
from cchc_desktop.domain.deadline.values import DAY, Part, Unit


def is_report_list(stretches: list[Stretch]) -> bool:
    """Tell whether a list names report periods: "quý I, 6 tháng đầu năm, quý III và năm 2023"."""
    units = {each.entry.calendar.unit for each in stretches}
    return (
        units <= REPORT_UNITS
        and bool(units & {Unit.FIRST_MONTHS, Unit.LAST_MONTHS})
        and all(each.plain for each in stretches)
    )


def listed(stretches: list[Stretch], year: int) -> Recurrence:
    """Read a list of times as due dates: "tháng 6, tháng 12", "quý II và quý IV", "15/6; 15/12"."""
    doubts = [doubt for each in stretches for doubt in each.doubts]
    dates = ends_within(stretches, year, doubts)
    if not _is_plain_list(stretches) or len(dates) < len(stretches):
        doubts.append(say.SEVERAL)
    if any(_adjoin(left, right) for left, right in pairwise(stretches) if not left.plain):
        doubts.append(say.EACH_NOT_SPAN)
    return Recurrence(tuple(sorted(dates)), tuple(doubts))


def _is_plain_list(stretches: list[Stretch]) -> bool:
    """Tell whether a list joins like times by signs, so that each of them is a due date."""
    calendars = [each.entry.calendar for each in stretches]
    ends = any(each.part is Part.END for each in calendars) and all(
        each.part in {Part.WHOLE, Part.END} for each in calendars
    )
    if len({each.unit for each in calendars}) > 1 and not ends and not is_report_list(stretches):
        return False
    if len({each.entry.relation for each in stretches}) > 1 or any(each.ranged for each in stretches):
        return False
    entries = [each.entry for each in stretches]
    run_on = any(entry.joint is Joint.LIST and not entry.roles & APART for entry in entries)
    return not run_on and not any(entry.explains and not entry.named for entry in entries[1:])


def consecutive(stretches: list[Stretch]) -> bool:
    """Tell whether plain months, quarters or years follow each other without a gap."""
    units = {each.entry.calendar.unit for each in stretches}
    if (
        not all(each.plain for each in stretches)
        or len(units) > 1
        or not units <= {Unit.MONTH, Unit.QUARTER, Unit.YEAR}
    ):
        return False
    return all(_adjoin(left, right) for left, right in pairwise(stretches))


def _adjoin(left: Stretch, right: Stretch) -> bool:
    """Tell whether one span begins on the day after another ends."""
    return left.last is not None and left.first is not None and left.last + DAY == right.first
