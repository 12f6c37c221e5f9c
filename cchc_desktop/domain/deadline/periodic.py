"""Due dates of what recurs: cycles, days of months, report lists ("quý I, 6 tháng, quý III, năm") within the plan year."""

from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import Gathered
from cchc_desktop.domain.deadline.records import Deadline, DeadlineKind
from cchc_desktop.domain.deadline.stretches import Stretch
from cchc_desktop.domain.deadline.values import DAY, Cycle, Part, Unit
from cchc_desktop.domain.deadline.words import Role

_UNIT_MONTHS = {Unit.DAY: 0, Unit.MONTH: 1, Unit.QUARTER: 3}
_NEAR = DAY * 45
"""A report falls due at most so long before or after the end of its period."""
REPORT_UNITS = frozenset({Unit.QUARTER, Unit.FIRST_MONTHS, Unit.LAST_MONTHS, Unit.YEAR})


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Due dates within the plan year, ascending, and why they may be wrong."""

    dates: tuple[date, ...]
    doubts: tuple[str, ...] = ()
    suggested: date | None = None
    """A date outside the plan year ("hằng năm, trước 31/01 năm sau")."""


def recurs(found: Gathered) -> bool:
    """Tell whether a phrase speaks of something recurring: a cycle, "định kỳ", or bare units beside other times."""
    return bool(found.cycles or found.bare_units or found.has(Role.PERIODIC))


def recurrence(found: Gathered, stretches: list[Stretch], year: int) -> Recurrence:
    """Work out the due dates of a recurring phrase in the plan year."""
    cycles, doubts = _cycles(found)
    cycles = _weekly(found, _with_days(found, cycles, doubts))
    doubts += [doubt for cycle in cycles for doubt in cycle.doubts]
    if any(cycle.cut_short(year) for cycle in cycles):
        doubts.append(say.CUT_SHORT)
    dates = {day for cycle in cycles for day in cycle.dates(year)}
    if _counted_and_named(cycles, dates, year):
        doubts = [doubt for doubt in doubts if doubt != say.COUNT]
    if found.alternatives and cycles:
        dates = set.intersection(*({*cycle.dates(year)} for cycle in cycles))
    if stretches:
        dates = _with_stretches(dates, cycles, stretches, year, doubts, found)
    if not dates:
        doubts.append(say.NO_DATES)
    outside = [each.last for each in stretches if each.last is not None] if not dates else []
    return Recurrence(tuple(sorted(dates)), tuple(doubts), max(outside, default=None))


def _counted_and_named(cycles: list[Cycle], dates: set[date], year: int) -> bool:
    """Tell whether periods are named as often as is counted: "02 lần/năm (6 tháng và năm)"."""
    named = {day for cycle in cycles if not cycle.times for day in cycle.dates(year)}
    return named == dates and len(dates) in {cycle.times for cycle in cycles}


def _cycles(found: Gathered) -> tuple[list[Cycle], list[str]]:
    """Collect cycles; a place in the period ("tháng cuối quý", "tháng cuối kỳ") replaces the plain periods it serves."""
    doubts: list[str] = []
    single = len(found.bare_units) == 1 and not (found.cycles or found.entries or found.has(Role.PERIODIC))
    if single:
        doubts.append(say.POSITION)
    cycles = list(dict.fromkeys([*found.cycles, *(Cycle(months) for months in found.bare_units)]))
    placed = [cycle for cycle in cycles if _is_placed(cycle)]
    if not placed:
        return cycles, doubts
    plain = [cycle for cycle in cycles if not _is_placed(cycle)]
    shortest = min((cycle.months for cycle in plain if cycle.months >= 3), default=3)
    placed = [replace(cycle, months=shortest) if cycle.any_period else cycle for cycle in placed]
    served = {cycle.months for cycle in plain if any(_serves(each, cycle.months) for each in placed)}
    placed = [replace(cycle, doubts=()) if cycle.months in served else cycle for cycle in placed]
    if any(cycle.day is not None and cycle.months == 1 for cycle in placed) and any(
        cycle.months > 1 and cycle.months not in served for cycle in plain
    ):
        doubts.append(say.SAME_DAY)
    return [*(cycle for cycle in plain if cycle.months not in served), *placed], doubts


def _serves(placed: Cycle, months: int) -> bool:
    """Tell whether a day in a quarter's month also dates the half year and the year; a day of the month only the month."""
    return months == placed.months or (placed.months > 1 and months > 0 and months % placed.months == 0)


def _is_placed(cycle: Cycle) -> bool:
    return cycle.day is not None or cycle.month != 0 or cycle.later or cycle.any_period


def _with_days(found: Gathered, cycles: list[Cycle], doubts: list[str]) -> list[Cycle]:
    """Give the monthly cycle the days printed beside it ("hằng tháng, trước ngày 15")."""
    if not found.days:
        return cycles
    monthly = Cycle(1)
    days = _range_end(found)
    if any(replace(cycle, doubts=()) == monthly for cycle in cycles):
        others = [cycle for cycle in cycles if replace(cycle, doubts=()) != monthly]
        return [*others, *(Cycle(1, day=day, before=before) for day, before in days)]
    doubts.append(say.POSITION)
    return [replace(cycle, vague=True) for cycle in cycles]


def _range_end(found: Gathered) -> list[tuple[int, bool]]:
    """Keep the last day of "từ ngày 15 đến ngày 20 hằng tháng"."""
    ranged = len(found.days) == 2 and bool(found.roles & {Role.TO, Role.DASH})
    return found.days[1:] if ranged else found.days


def _weekly(found: Gathered, cycles: list[Cycle]) -> list[Cycle]:
    """Give the weekly cycle its weekdays; beside longer cycles a weekday names no day that is sure."""
    if not found.weekdays:
        return cycles
    weekly = [cycle for cycle in cycles if cycle.months == 0]
    if not weekly:
        return [replace(cycle, vague=True, doubts=(*cycle.doubts, say.POSITION)) for cycle in cycles]
    if found.weekday_range:
        return cycles
    longer = [cycle for cycle in cycles if cycle.months]
    return longer + [Cycle(0, weekday=day, before=weekly[0].before) for day in found.weekdays]


def _with_stretches(
    dates: set[date],
    cycles: list[Cycle],
    stretches: list[Stretch],
    year: int,
    doubts: list[str],
    found: Gathered,
) -> set[date]:
    """Join the dates of cycles with the periods printed beside them."""
    listed_units = bool(found.bare_units)
    bounds = [each for each in stretches if _bounds(each, cycles, listed_units=listed_units)]
    points = _narrowed([each for each in stretches if each not in bounds])
    doubts += [doubt for each in points for doubt in each.doubts]
    doubts += [doubt for each in bounds for doubt in each.doubts if doubt != say.OPEN_END]
    ends = ends_within(points, year, doubts)
    yearly = bool(found.cycles) and not found.bare_units
    yearly = yearly and all(cycle.months == 12 and not _is_placed(cycle) for cycle in found.cycles)
    if points and cycles:
        dates = _merged(dates, ends, cycles, points, doubts, yearly=yearly, fused=found.fused)
    elif points:
        dates = ends
        if len(points) == 1 and points[0].entry.calendar.unit is not Unit.DAY:
            doubts.append(say.SEVERAL)
    doubts += [say.OPEN_END] * (yearly and any(_is_open(bound) for bound in bounds))
    for bound in bounds:
        once = yearly and bound.ranged and bound.entry.calendar.unit is not Unit.YEAR
        if once and bound.first is not None and bound.first.year == year:
            dates = ends_within([bound], year, doubts)
        elif cycles:
            dates = {day for day in dates if _lies_in(day, bound)}
    return dates


def _bounds(stretch: Stretch, cycles: list[Cycle], *, listed_units: bool) -> bool:
    """Tell whether a stretch limits a cycle ("từ tháng 3 đến tháng 12", "trong quý I") rather than naming a due date."""
    calendar = stretch.entry.calendar
    if stretch.ranged or stretch.entry.relation in {Role.FROM, Role.AFTER}:
        return True
    if calendar.unit is Unit.YEAR:
        return (stretch.plain and not listed_units) or stretch.entry.relation is Role.UNTIL
    longest = max((cycle.months for cycle in cycles), default=0)
    return (
        stretch.entry.within
        and stretch.plain
        and _UNIT_MONTHS.get(calendar.unit, calendar.number) > longest > 0
    )


def _narrowed(points: list[Stretch]) -> list[Stretch]:
    """Leave out the period a day limits: "quý I hằng năm (trước ngày 15/3)" falls due on the day alone."""
    limits = [
        each
        for each in points
        if each.day and (each.entry.explains or each.entry.relation in {Role.BEFORE, Role.UNTIL})
    ]
    return [
        each
        for each in points
        if each.point or not any(limit.last and _lies_in(limit.last, each) for limit in limits)
    ]


def _is_open(bound: Stretch) -> bool:
    """Tell whether a yearly task begins on a day and names no end ("từ 01/10 hằng năm")."""
    return bound.last is None and bound.entry.calendar.unit is not Unit.YEAR


def _lies_in(day: date, bound: Stretch) -> bool:
    return (bound.first is None or bound.first <= day) and (bound.last is None or day <= bound.last)


def ends_within(points: list[Stretch], year: int, doubts: list[str]) -> set[date]:
    """Return the last days of stretches within the plan year; doubts what lies outside it."""
    ends = {each.last for each in points if each.last is not None}
    inside = {day for day in ends if day.year == year}
    if inside != ends:
        doubts.append(say.outside_year(year))
    return inside


def _merged(
    dates: set[date],
    ends: set[date],
    cycles: list[Cycle],
    points: list[Stretch],
    doubts: list[str],
    *,
    yearly: bool,
    fused: bool,
) -> set[date]:
    times = max((cycle.times for cycle in cycles), default=0)
    if times and times == len(ends):
        doubts[:] = [doubt for doubt in doubts if doubt != say.COUNT]
        return ends
    if yearly:
        mixed = len({each.entry.calendar.unit for each in points}) > 1
        doubts += [say.SEVERAL] * mixed
        return ends
    if _answers(ends, dates) and all(each.entry.calendar.unit is Unit.DAY for each in points):
        return ends
    if ends == dates:
        return ends
    if fused or not all(_is_report_period(each) for each in points):
        doubts.append(say.SEVERAL)
    return dates | ends


def _answers(ends: set[date], dates: set[date]) -> bool:
    """Tell whether printed days are the due dates of the periods, one each: "hằng quý (trước 05/3, 05/6, 05/9, 25/11)"."""
    pairs = zip(sorted(ends), sorted(dates), strict=False)
    return len(ends) == len(dates) and all(abs(end - day) <= _NEAR for end, day in pairs)


def _is_report_period(stretch: Stretch) -> bool:
    calendar = stretch.entry.calendar
    year_end = calendar.unit is Unit.YEAR and calendar.part is Part.END and stretch.entry.relation is None
    return calendar.unit in REPORT_UNITS and (stretch.plain or year_end)


def periodic(reading: Recurrence, doubts: list[str], start: date | None = None) -> Deadline:
    """Make the deadline of a recurring phrase; it is certain where nothing is in doubt."""
    dates = reading.dates
    head = say.recurring(dates) + say.suggestion(reading.suggested)
    due = dates[0] if len(dates) == 1 else None
    return Deadline(
        DeadlineKind.PERIODIC,
        start=start if due is None or start is None or start <= due else None,
        due=due,
        suggested_due=reading.suggested,
        occurrences=dates,
        certain=not doubts,
        explanation=say.sentence(head, doubts),
    )
