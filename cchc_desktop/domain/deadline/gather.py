"""Sorts the pieces of a phrase: calendar entries with their relation and joint, cycles, events, and what nobody knows."""

from dataclasses import replace

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.day_numbers import settle_days
from cchc_desktop.domain.deadline.entries import Entry, Gathered, Joint
from cchc_desktop.domain.deadline.expressions import Piece
from cchc_desktop.domain.deadline.labels import drop_labels
from cchc_desktop.domain.deadline.topics import drop_topic_unit, drop_topics, is_topic, take_year
from cchc_desktop.domain.deadline.values import Calendar, Cycle, Part, Unit
from cchc_desktop.domain.deadline.words import Mark, Role

_RELATIONS = (Role.BEFORE, Role.UNTIL, Role.TO, Role.AFTER, Role.FROM)
"""Where several relation words stand together the first of these decides ("đến trước", "kể từ sau")."""
_FINISHES = frozenset({"hoan thanh trong", "xong trong"})
"""After "từ …" these name the end: "từ tháng 3, hoàn thành trong tháng 9"."""
_PLAIN_JOINTS = frozenset({
    Role.SEPARATOR, Role.OR, Role.OPEN, Role.TIME, Role.WEEKDAY, Role.ACTIVITY, Role.LABEL, Role.BARE_UNIT, Role.WITHIN,
    *_RELATIONS,
})  # fmt: skip
_APART = frozenset({Role.SEPARATOR, Role.OR, Role.ACTIVITY, Role.LABEL})
_IN_RANGE = frozenset({Role.DASH, Role.LINE_DASH, Role.TIME, Role.WEEKDAY, Role.WITHIN, *_RELATIONS})


def gather(pieces: list[Piece]) -> Gathered:
    """Sort pieces; nothing is lost: what has no place becomes a doubt."""
    found = Gathered()
    between: list[Mark] = []
    before: Piece | None = None
    for piece in drop_labels(pieces):
        _note_neighbours(found, before, piece)
        before = piece
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
            roles = [mark.role for mark in between[-3:]]
            ranged = roles[::2] == [Role.WEEKDAY] * 2 and roles[1] in {Role.DASH, Role.TO}
            found.weekday_range = found.weekday_range or ranged
    _leftover_relation(found, between)
    settle_days(found)
    drop_topics(found)
    return found


def _note_neighbours(found: Gathered, before: Piece | None, piece: Piece) -> None:
    """Doubt "quý 3 năm", "năm 2 quý", "12 tháng trong năm 2023": a unit beside another time without a sign between."""
    unit = isinstance(piece, Mark) and piece.role is Role.BARE_UNIT
    length = before.number if isinstance(before, Mark) and before.role is Role.BARE_UNIT else 0
    period = isinstance(piece, Calendar) and (
        piece.unit is not Unit.YEAR or piece.year is None or length == 12
    )
    if (unit and (length or isinstance(before, Calendar | Cycle))) or (period and length):
        found.doubts.append(say.POSITION)


def _add_cycle(found: Gathered, cycle: Cycle, between: list[Mark]) -> None:
    """Add a cycle; only a day of it can be "before" or "until", a whole period cannot."""
    relation = _relation(between)
    roles = {mark.role for mark in between}
    weekly = cycle.months == 0 and bool(found.weekdays)
    if relation is Role.BEFORE and (weekly or cycle.day is not None) and _has_hour(between):
        relation = Role.UNTIL
    if cycle.day is not None and (relation is Role.TO or Role.DASH in roles):
        found.entries = [
            entry for entry in found.entries if entry.calendar.number or entry.calendar.unit is not Unit.DAY
        ]
    elif relation in {Role.FROM, Role.AFTER} or (relation is Role.TO and (found.entries or found.cycles)):
        found.doubts.append(say.SEVERAL)
    elif relation is Role.BEFORE and cycle.day is None and not weekly:
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
    drop_topic_unit(found, between, calendar)
    roles = _roles(between)
    relation = _relation(between)
    entry = Entry(calendar, Role.UNTIL if relation is Role.TO else relation)
    entry.roles, entry.topic = frozenset(roles), is_topic(calendar, between)
    if roles & {Role.FROM, Role.AFTER} and roles & {Role.TO, Role.UNTIL, Role.BEFORE}:
        found.doubts.append(say.DANGLING)
    entry.explains = Role.OPEN in roles
    entry.linked = relation is not None
    began = bool(found.entries) and found.entries[-1].relation is Role.FROM
    if relation is None and began and any(mark.key in _FINISHES for mark in between):
        entry.relation = Role.UNTIL
    entry.within = Role.WITHIN in roles
    found.fused = found.fused or (bool(found.cycles) and not found.entries and not roles & _APART)
    entry.named = bool(roles & {Role.ACTIVITY, Role.LABEL})
    found.doubts += calendar.doubts
    _mind_marks(found, calendar, between)
    if _is_year_of_list(found, calendar, between, roles):
        return
    if not take_year(found, entry, between) and found.entries:
        entry.joint = _joint(found, entry, roles)
        _share_relation(found, entry, roles)
    _mind_time(entry, between, found.entries)
    found.entries.append(entry)


def _mind_marks(found: Gathered, calendar: Calendar, between: list[Mark]) -> None:
    """Doubt "ít nhất đến 30/6", which sets no end, and "ngày 1/2/3", whose slashes may mean anything."""
    before = found.entries[-1].calendar if found.entries else calendar
    if any(mark.role is Role.AT_LEAST for mark in between):
        found.doubts.append(say.AT_LEAST)
    if not before.number and before.unit is Unit.DAY and any(mark.text == "/" for mark in between):
        found.doubts.append(say.SLASH)


def _roles(between: list[Mark]) -> set[Role]:
    """Return what stands between two times; a bracket that is closed again explains nothing that follows."""
    marks = list(between)
    closed = next((at for at in range(len(marks) - 1, -1, -1) if marks[at].role is Role.CLOSE), None)
    if closed is not None:
        marks = [mark for at, mark in enumerate(marks) if at > closed or mark.role is not Role.OPEN]
    return {mark.role for mark in marks} - {Role.CLOSE, Role.AT_LEAST}


def _is_year_of_list(found: Gathered, calendar: Calendar, between: list[Mark], roles: set[Role]) -> bool:
    """Give "quý I, năm 2023" and "tháng 12 (tổng kết) năm 2023" their year; beside half years it is a date of its own."""
    if calendar.unit is not Unit.YEAR or calendar.part is not Part.WHOLE or calendar.year is None:
        return False
    closed = any(mark.role is Role.CLOSE for mark in between) and roles <= {Role.LABEL, Role.ACTIVITY}
    if not closed and roles != {Role.SEPARATOR}:
        return False
    before = [entry.calendar for entry in found.entries]
    units = {each.unit for each in before}
    if found.bare_units or found.cycles or not units or before[-1].year is not None or before[-1].shift:
        return False
    if (len(units) > 1 and not closed) or not units <= {Unit.DAY, Unit.MONTH, Unit.QUARTER}:
        return False
    if len(before) > 1 and units == {Unit.QUARTER}:
        found.doubts.append(say.COMMA_YEAR)
    found.entries[-1].calendar = replace(before[-1], year=calendar.year)
    return True


def _relation(between: list[Mark]) -> Role | None:
    roles = [mark.role for mark in between]
    if Role.BEFORE in roles and _day_included(roles[roles.index(Role.BEFORE) + 1 :]):
        return Role.UNTIL
    return next((role for role in _RELATIONS if role in roles), None)


def _day_included(after: list[Role]) -> bool:
    """Tell whether "trước" goes on with "hoặc trong", "hoặc vào", "/trong": then the day itself still counts."""
    return Role.OR in after or (Role.SEPARATOR in after and Role.WITHIN in after)


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


def _mind_time(entry: Entry, between: list[Mark], before: list[Entry]) -> None:
    """Let "trước 17 giờ ngày 20/6" include the 20th: the hour, not the day, is excluded."""
    if entry.relation is Role.BEFORE and entry.calendar.unit is Unit.DAY and _has_hour(between):
        entry.relation = Role.UNTIL
    roles = [mark.role for mark in between]
    if before and before[-1].hour_after and Role.SEPARATOR not in roles[_last(roles, Role.TIME) :]:
        before[-1].relation = Role.BEFORE


def _last(roles: list[Role], role: Role) -> int:
    """Return the place of the last such role, 0 where there is none."""
    return max((at for at, each in enumerate(roles) if each is role), default=0)


def _has_hour(between: list[Mark]) -> bool:
    """Tell whether an hour stands before a day, other than midnight, which excludes the day as "trước" does."""
    times = [mark for mark in between if mark.role is Role.TIME]
    return bool(times) and not any(mark.doubts for mark in times)


_DOUBTFUL = {Role.APPROXIMATE: say.APPROXIMATE, Role.BLANK: say.BLANK}


def _add_mark(found: Gathered, mark: Mark) -> None:
    found.roles.add(mark.role)
    if mark.role is Role.OFFSET:
        found.offset = mark
        return
    found.doubts += mark.doubts
    if mark.role in _DOUBTFUL:
        found.doubts.append(_DOUBTFUL[mark.role])
    if mark.key == "duy tri" and found.entries:
        found.doubts.append(say.WITH_CONTINUOUS)
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
        found.weekdays.append(mark.number)
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
        last.relation, last.hour_after = Role.UNTIL, True
    elif last is None and found.cycles and not mark.doubts:
        found.cycles[-1] = replace(found.cycles[-1], before=False)


def _leftover_relation(found: Gathered, between: list[Mark]) -> None:
    """Doubt a phrase that ends in "trước", "đến" with nothing after it."""
    if any(mark.role in _RELATIONS for mark in between):
        found.doubts.append(say.DANGLING)
