"""Sorts the pieces of a phrase: calendar entries with their relation and joint, cycles, events, and what nobody knows."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from cchc_desktop.domain import deadline_sentences as say
from cchc_desktop.domain.deadline_calendar import Calendar, Cycle, Part, Unit
from cchc_desktop.domain.deadline_expressions import Piece
from cchc_desktop.domain.deadline_words import Mark, Role

_RELATIONS = (Role.BEFORE, Role.UNTIL, Role.TO, Role.AFTER, Role.FROM)
"""Where several relation words stand together the first of these decides ("đến trước", "kể từ sau")."""
_PLAIN_JOINTS = frozenset({
    Role.SEPARATOR, Role.OR, Role.OPEN, Role.TIME, Role.WEEKDAY, Role.ACTIVITY, Role.LABEL, Role.BARE_UNIT, Role.WITHIN,
    *_RELATIONS,
})  # fmt: skip
_APART = frozenset({Role.SEPARATOR, Role.OR, Role.ACTIVITY, Role.LABEL})
_IN_RANGE = frozenset({Role.DASH, Role.LINE_DASH, Role.TIME, Role.WEEKDAY, Role.WITHIN, *_RELATIONS})


class Joint(Enum):
    """How a calendar entry is joined to the one before it."""

    FIRST = auto()
    LIST = auto()
    RANGE = auto()


@dataclass(slots=True)
class Entry:
    """A calendar expression in its place: the relation word before it and how it is joined to the entry before."""

    calendar: Calendar
    relation: Role | None = None
    joint: Joint = Joint.FIRST
    explains: bool = False
    """True after a bracket or colon: it may narrow the entry before it."""
    named: bool = False
    """True where an activity or label stands between it and the entry before."""
    linked: bool = False
    """True where a relation word of its own stands before it."""
    within: bool = False
    """True after "trong"."""
    year: int = 0
    """Filled when years are settled."""
    year_known: bool = False


@dataclass(slots=True)
class Gathered:
    """Everything a phrase says, sorted."""

    entries: list[Entry] = field(default_factory=list)
    cycles: list[Cycle] = field(default_factory=list)
    bare_units: list[int] = field(default_factory=list)
    days: list[tuple[int, bool]] = field(default_factory=list)
    """Days without a month, and whether "trước" excludes them."""
    conditions: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    offset: Mark | None = None
    weekday: int | None = None
    time: str = ""
    this_unit: str = ""
    alternatives: bool = False
    """True where "hoặc" stands between two times."""
    fused: bool = False
    """True where a cycle and a period stand together without a sign between: "hằng tháng quý I"."""
    doubts: list[str] = field(default_factory=list)

    def has(self, role: Role) -> bool:
        """Tell whether a mark of this role stands in the phrase."""
        return role in self.roles


def gather(pieces: list[Piece]) -> Gathered:
    """Sort pieces; nothing is lost: what has no place becomes a doubt."""
    found = Gathered()
    between: list[Mark] = []
    for piece in pieces:
        if isinstance(piece, Mark) and piece.role in {Role.EXCEPT, Role.OUTLOOK}:
            found.doubts.append(say.EXCEPTION if piece.role is Role.EXCEPT else say.OUTLOOK)
            if found.entries or found.cycles or found.has(Role.CONTINUOUS):
                between = []
                break
            continue
        _note_alternative(found, piece, between)
        if isinstance(piece, Calendar):
            _add_entry(found, piece, between)
            between = []
        elif isinstance(piece, Cycle):
            _add_cycle(found, piece, between)
            between = []
        elif _takes_relation(found, piece, between):
            between = []
        else:
            between.append(piece)
            _add_mark(found, piece)
    _leftover_relation(found, between)
    _settle_days(found)
    return found


def _add_cycle(found: Gathered, cycle: Cycle, between: list[Mark]) -> None:
    """Add a cycle; only a day of it can be "before" or "until", a whole period cannot."""
    relation = _relation(between)
    roles = {mark.role for mark in between}
    if relation is Role.TO and cycle.day is not None:
        found.entries = [
            entry for entry in found.entries if entry.calendar.number or entry.calendar.unit is not Unit.DAY
        ]
    elif relation in {Role.FROM, Role.AFTER} or (relation is Role.TO and (found.entries or found.cycles)):
        found.doubts.append(say.SEVERAL)
    elif relation is Role.BEFORE and cycle.day is None:
        found.doubts.append(say.BEFORE_END)
        relation = None
    found.fused = found.fused or (bool(found.entries) and not roles & _APART)
    found.cycles.append(replace(cycle, before=relation is Role.BEFORE))


def _note_alternative(found: Gathered, piece: Piece, between: list[Mark]) -> None:
    """Doubt "theo tháng hoặc quý"; "hoặc đột xuất" is no alternative date."""
    dated = not isinstance(piece, Mark) or piece.role in {Role.BARE_UNIT, Role.DAY_ONLY}
    others = found.entries or found.cycles or found.bare_units
    if dated and others and any(mark.role is Role.OR for mark in between):
        found.alternatives = True
        found.doubts.append(say.ALTERNATIVES)


def _takes_relation(found: Gathered, mark: Mark, between: list[Mark]) -> bool:
    """Take a day without month, or a bare "năm" after "hết", as an entry."""
    if mark.role is Role.DAY_ONLY:
        _add_entry(found, Calendar(Unit.DAY, 0, mark.number), between)
        return True
    if mark.role is Role.BARE_UNIT and mark.number == 12 and _relation(between) is not None:
        _add_entry(found, Calendar(Unit.YEAR), between)
        return True
    return False


def _add_entry(found: Gathered, calendar: Calendar, between: list[Mark]) -> None:
    roles = {mark.role for mark in between}
    relation = _relation(between)
    entry = Entry(calendar, Role.UNTIL if relation is Role.TO else relation)
    if roles & {Role.FROM, Role.AFTER} and roles & {Role.TO, Role.UNTIL, Role.BEFORE}:
        found.doubts.append(say.DANGLING)
    entry.explains = Role.OPEN in roles
    entry.linked = relation is not None
    entry.within = Role.WITHIN in roles
    found.fused = found.fused or (bool(found.cycles) and not found.entries and not roles & _APART)
    entry.named = bool(roles & {Role.ACTIVITY, Role.LABEL})
    found.doubts += calendar.doubts
    if roles == {Role.SEPARATOR} and _is_year_of_list(found, calendar):
        return
    if found.entries:
        entry.joint = _joint(found, entry, roles)
        _share_relation(found, entry, roles)
    if Role.TIME in roles:
        _mind_time(entry, between)
    found.entries.append(entry)


def _is_year_of_list(found: Gathered, calendar: Calendar) -> bool:
    """Give "quý I, năm 2023" its year; beside half years it is a date of its own ("quý III, năm 2023")."""
    if calendar.unit is not Unit.YEAR or calendar.part is not Part.WHOLE or calendar.year is None:
        return False
    before = [entry.calendar for entry in found.entries]
    units = {each.unit for each in before}
    if found.bare_units or found.cycles or len(units) != 1 or before[-1].year is not None or before[-1].shift:
        return False
    if not units <= {Unit.DAY, Unit.MONTH, Unit.QUARTER}:
        return False
    if len(before) > 1 and units == {Unit.QUARTER}:
        found.doubts.append(say.COMMA_YEAR)
    found.entries[-1].calendar = replace(before[-1], year=calendar.year)
    return True


def _relation(between: list[Mark]) -> Role | None:
    roles = {mark.role for mark in between}
    return next((role for role in _RELATIONS if role in roles), None)


def _joint(found: Gathered, entry: Entry, roles: set[Role]) -> Joint:
    before = found.entries[-1]
    if before.relation in {None, Role.FROM, Role.AFTER} and entry.relation not in {Role.FROM, Role.AFTER}:
        if roles & {Role.DASH, Role.LINE_DASH} and roles <= _IN_RANGE:
            found.doubts += [say.LINE_DASH] if Role.LINE_DASH in roles else []
            return Joint.RANGE
        if Role.TO in roles or (entry.relation in {Role.BEFORE, Role.UNTIL} and before.relation is not None):
            if before.relation is None and Role.SEPARATOR in roles:
                found.doubts.append(say.SEVERAL)
            return Joint.RANGE
    dashed = bool(roles & {Role.DASH, Role.LINE_DASH}) and not entry.named
    if not roles or dashed or not roles <= _PLAIN_JOINTS | {Role.DASH, Role.LINE_DASH}:
        found.doubts.append(say.SEVERAL)
    return Joint.LIST


def _share_relation(found: Gathered, entry: Entry, roles: set[Role]) -> None:
    """Carry "trước" over a list: "trước ngày 20/6 và 20/12"."""
    before = found.entries[-1]
    if (
        entry.joint is not Joint.LIST
        or entry.relation is not None
        or before.relation not in {Role.BEFORE, Role.UNTIL}
    ):
        return
    if (
        entry.calendar.unit is before.calendar.unit
        and entry.calendar.part is before.calendar.part
        and Role.OPEN not in roles
    ):
        entry.relation = before.relation
        if entry.calendar.unit is not Unit.DAY:
            found.doubts.append(say.SEVERAL)


def _mind_time(entry: Entry, between: list[Mark]) -> None:
    """Let "trước 17 giờ ngày 20/6" include the 20th: the hour, not the day, is excluded."""
    times = [mark for mark in between if mark.role is Role.TIME]
    at_midnight = any(mark.doubts for mark in times)
    if entry.relation is Role.BEFORE and entry.calendar.unit is Unit.DAY and not at_midnight:
        entry.relation = Role.UNTIL


_DOUBTFUL = {Role.APPROXIMATE: say.APPROXIMATE, Role.BLANK: say.BLANK}


def _add_mark(found: Gathered, mark: Mark) -> None:
    found.roles.add(mark.role)
    if mark.role is Role.OFFSET:
        found.offset = mark
        return
    found.doubts += mark.doubts
    if mark.role in _DOUBTFUL:
        found.doubts.append(_DOUBTFUL[mark.role])
    if mark.role is Role.CONDITION:
        found.conditions.append(mark.text)
    elif mark.role is Role.REFERENCE:
        found.references.append(mark.text)
    elif mark.role is Role.UNKNOWN:
        found.unknown.append(mark.text)
    elif mark.role is Role.BARE_UNIT:
        found.bare_units.append(mark.number)
    else:
        _add_time_mark(found, mark)


def _add_time_mark(found: Gathered, mark: Mark) -> None:
    if mark.role is Role.WEEKDAY:
        found.weekday = mark.number
    elif mark.role is Role.THIS_UNIT:
        found.this_unit = mark.text
    elif mark.role is Role.TIME:
        _add_time(found, mark)
    elif mark.role is Role.ONWARDS and found.entries:
        found.entries[-1].relation = Role.FROM


def _add_time(found: Gathered, mark: Mark) -> None:
    """Keep the hour for the explanation; an hour after the day ("trước ngày 20/6 lúc 17h") includes the day."""
    found.time = mark.text
    last = found.entries[-1] if found.entries else None
    if last and last.relation is Role.BEFORE and last.calendar.unit is Unit.DAY and not mark.doubts:
        last.relation = Role.UNTIL


def _leftover_relation(found: Gathered, between: list[Mark]) -> None:
    """Doubt a phrase that ends in "trước", "đến" with nothing after it."""
    if any(mark.role in _RELATIONS for mark in between):
        found.doubts.append(say.DANGLING)


def _settle_days(found: Gathered) -> None:
    """Give "ngày 15" the month of the day that follows ("từ ngày 15 đến 20/3"), or set it aside for a cycle."""
    kept: list[Entry] = []
    for entry in reversed(found.entries):
        calendar = entry.calendar
        if calendar.unit is not Unit.DAY or calendar.number:
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


def is_end(entry: Entry) -> bool:
    """Tell whether the entry names an end ("cuối quý II", "đến hết năm") and no stretch of time."""
    return entry.calendar.part is Part.END or entry.relation in {Role.UNTIL, Role.BEFORE}
