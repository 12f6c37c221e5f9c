"""Makes dates of calendar entries: settles their years, joins ranges, and applies "trước", "đến", "từ", "sau"."""

from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import Entry, Joint, is_end
from cchc_desktop.domain.deadline.tokens import FIRST_YEAR
from cchc_desktop.domain.deadline.values import DAY, Calendar, Part, Span, Unit
from cchc_desktop.domain.deadline.words import Role


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time with the dates that are sure; ``suggested`` is offered where the print names no end."""

    entry: Entry
    """The last calendar entry of the stretch."""
    first: date | None
    last: date | None
    suggested: date | None = None
    ranged: bool = False
    literal: Span | None = None
    """The printed period of a "trước", whose own days are excluded."""
    doubts: tuple[str, ...] = ()

    @property
    def point(self) -> bool:
        """True for a single day or an end; False for a span of days."""
        return not self.ranged and (self.day or is_end(self.entry))

    @property
    def day(self) -> bool:
        """True where the print names one day: "15/3", "ngày đầu tiên của quý III"."""
        calendar = self.entry.calendar
        return calendar.unit is Unit.DAY or (calendar.part is Part.FIRST_DAYS and calendar.count == 1)

    @property
    def plain(self) -> bool:
        """True for a whole period without relation words: "quý I", "6 tháng đầu năm"."""
        return not self.ranged and self.entry.relation is None and self.entry.calendar.part is Part.WHOLE


class NoSuchDay(Exception):
    """Raised for a day, month or quarter that does not exist, or a range that ends before it begins; says which."""


def settle_years(entries: list[Entry], plan_year: int) -> list[str]:
    """Give every entry a year: its own, its right neighbour's, its left neighbour's, else the plan's."""
    doubts: list[str] = []
    for entry in entries:
        calendar = entry.calendar
        entry.year_known = calendar.year is not None or calendar.shift != 0 or calendar.unit is Unit.YEAR
        entry.year = plan_year + calendar.shift if calendar.year is None else calendar.year
    for at in range(len(entries) - 2, -1, -1):
        entry, right = entries[at], entries[at + 1]
        lends = right.year_known and right.calendar.unit is not Unit.YEAR
        if not entry.year_known and right.joint is Joint.RANGE and not lends and right.year > plan_year:
            doubts.append(say.YEAR_GUESSED)
        if not entry.year_known and (
            lends or (right.joint is Joint.RANGE and right.year_known and right.year < plan_year)
        ):
            turned = right.joint is Joint.LIST and _later_in_year(entry, right)
            entry.year, entry.year_known = (right.year - 1 if turned else right.year), lends
            doubts += [say.YEAR_GUESSED] if turned else []
    for at in range(1, len(entries)):
        entry, left = entries[at], entries[at - 1]
        if not entry.year_known and left.calendar.year is not None and left.calendar.unit is not Unit.YEAR:
            entry.year = left.year
            doubts += [say.YEAR_GUESSED] if left.year != plan_year and entry.joint is Joint.LIST else []
    return doubts


def _later_in_year(entry: Entry, right: Entry) -> bool:
    """Tell whether a list runs over the turn of the year: "tháng 7, tháng 01/2024"."""
    first, second = (each.calendar.period(each.year) for each in (entry, right))
    return entry.calendar.unit is right.calendar.unit and bool(
        first and second and first[0].replace(year=4) > second[0].replace(year=4)
    )


def stretches_of(entries: list[Entry], plan_year: int) -> list[Stretch]:
    """Turn entries with settled years into stretches, joining ranges.

    Raises:
        NoSuchDay: an entry names a day or period that does not exist.
    """
    found: list[Stretch] = []
    for entry in entries:
        if entry.joint is Joint.RANGE and found:
            found[-1] = _range(found[-1], entry, plan_year)
        else:
            found.append(_single(entry, plan_year))
    return found


def _span(calendar: Calendar, year: int) -> Span:
    span = calendar.span(year)
    if span is None:
        raise NoSuchDay(say.NO_SUCH_DAY)
    return span


def _single(entry: Entry, plan_year: int = FIRST_YEAR) -> Stretch:
    calendar = entry.calendar
    span = _span(calendar, entry.year)
    doubts = _vague_half(calendar)
    if entry.relation is Role.BEFORE:
        return _before(entry, span, doubts)
    if entry.relation in {Role.FROM, Role.AFTER}:
        return _opening(entry, span, plan_year)
    if entry.relation is Role.UNTIL and span.last is not None:
        return Stretch(entry, None, span.last, doubts=doubts)
    if span.last is None:
        return Stretch(entry, span.first, None, span.suggested, doubts=(say.VAGUE,))
    return Stretch(entry, span.first, span.last, doubts=doubts)


def _vague_half(calendar: Calendar) -> tuple[str, ...]:
    """Doubt the middle of a quarter and of February, which plans do not define."""
    halves = {Part.FIRST_HALF, Part.LAST_HALF}
    return (say.VAGUE,) if calendar.part in halves and not _even_half(calendar) else ()


def _even_half(calendar: Calendar) -> bool:
    return calendar.unit is Unit.YEAR or (calendar.unit is Unit.MONTH and calendar.number != 2)


def _before(entry: Entry, span: Span, doubts: tuple[str, ...]) -> Stretch:
    if entry.calendar.part is Part.END and span.last is not None:
        return Stretch(entry, None, span.last, doubts=(*doubts, say.BEFORE_END))
    if span.first is None or entry.calendar.part in {Part.START, Part.MIDDLE, Part.WEEK}:
        suggested = span.suggested or span.last
        return Stretch(entry, None, None, suggested, doubts=(say.VAGUE,))
    return Stretch(entry, None, span.first - DAY, literal=span, doubts=doubts)


def _opening(entry: Entry, span: Span, plan_year: int) -> Stretch:
    """Make a stretch with a start and no end; the end of its year is offered, for "ngay từ đầu năm" its first quarter."""
    first = span.last + DAY if entry.relation is Role.AFTER and span.last is not None else span.first
    early = entry.calendar.part is Part.START and entry.calendar.unit is Unit.YEAR
    sure = first if entry.calendar.part is not Part.END else None
    sure = first if entry.relation is Role.AFTER else sure
    year = max(plan_year, entry.year if first is None else first.year)
    suggested = span.suggested if early and year == entry.year else date(year, 12, 31)
    vague = () if sure is not None else (say.VAGUE,)
    return Stretch(entry, sure, None, suggested, doubts=(say.OPEN_END, *vague))


def _range(start: Stretch, end: Entry, plan_year: int) -> Stretch:
    """Join two entries; where only one names its year the other takes the year that makes the range run forward."""
    doubts = [each for each in start.doubts if each not in {say.OPEN_END, say.VAGUE}]
    doubts += [say.SEVERAL] if start.ranged or not _alike(start.entry, end) else []
    first = _range_start(start)
    if first is None:
        doubts.append(say.VAGUE)
    last = _single(_as_end(end))
    final = last.last or last.suggested
    if first is not None and final is not None and final < first:
        return _turned(start, end, first, plan_year, doubts)
    return _joined(first, last, doubts)


def _joined(first: date | None, last: Stretch, doubts: list[str]) -> Stretch:
    """Make the range; ``last`` is its end read as a stretch of its own."""
    return replace(last, first=first, ranged=True, doubts=(*doubts, *last.doubts))


def _alike(opening: Entry, end: Entry) -> bool:
    """Tell whether a range joins like things; "từ", "đến" may join a month and a year, but no year and a month."""
    if opening.calendar.unit is end.calendar.unit or opening.relation is not None:
        return True
    whole_year = opening.calendar.unit is Unit.YEAR and opening.calendar.part is Part.WHOLE
    return end.relation is not None and not whole_year


def _as_end(entry: Entry, later: int = 0) -> Entry:
    """Return the entry as the end of a range: its last day, unless "trước" stands before it."""
    relation = Role.BEFORE if entry.relation is Role.BEFORE else Role.UNTIL
    return replace(entry, relation=relation, year=entry.year + later)


def _range_start(start: Stretch) -> date | None:
    if start.ranged or start.entry.relation is Role.AFTER:
        return start.first
    return _span(start.entry.calendar, start.entry.year).first


def _turned(start: Stretch, end: Entry, first: date, plan_year: int, doubts: list[str]) -> Stretch:
    """Mend a range that runs backwards because one end took its year from the other."""
    opening_printed, end_printed = _prints_year(start.entry), _prints_year(end)
    if not end_printed:
        last = _single(_as_end(end, later=1))
        if opening_printed and end.year + 1 == plan_year:
            return _joined(first, last, doubts)
        offered = replace(last, last=None, suggested=last.last or last.suggested, literal=None)
        return _joined(first, offered, [*doubts, say.BACKWARDS])
    if opening_printed or start.ranged or start.entry.relation is Role.AFTER:
        raise NoSuchDay(say.BACKWARDS)
    earlier = _span(start.entry.calendar, end.year - 1).first
    guess = [] if end.year - 1 == plan_year else [say.YEAR_GUESSED]
    return _joined(earlier, _single(_as_end(end)), [*doubts, *guess])


def _prints_year(entry: Entry) -> bool:
    calendar = entry.calendar
    return calendar.year is not None or calendar.shift != 0 or calendar.unit is Unit.YEAR
