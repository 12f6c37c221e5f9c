"""Periods that are no time of their own: what a report is about ("báo cáo quý I trước 10/3"), the year of a list ("Năm 2023: quý I")."""

from dataclasses import replace

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import Entry, Gathered
from cchc_desktop.domain.deadline.labels import LEADS_ON
from cchc_desktop.domain.deadline.values import Calendar, Part, Unit
from cchc_desktop.domain.deadline.words import Mark, Role

_PERIODS = frozenset({Unit.MONTH, Unit.QUARTER, Unit.FIRST_MONTHS, Unit.LAST_MONTHS, Unit.YEAR})
_REPORTED = frozenset({"cao", "ket", "gia", "hoach"})
"""Last words of the activities that take a period as their topic: báo cáo, sơ kết, tổng kết, đánh giá, kế hoạch."""
_CONTEXT = frozenset({Role.OPEN, Role.SEPARATOR, Role.DASH, Role.WITHIN, Role.FROM, Role.AFTER})
_YEAR_END = 12


def is_topic(calendar: Calendar, between: list[Mark]) -> bool:
    """Tell whether a period may be what a report is about: it stands right after "báo cáo", "tổng kết"."""
    return _is_period(calendar) and bool(between) and _reports(between[-1])


def _is_period(calendar: Calendar) -> bool:
    return calendar.part is Part.WHOLE and calendar.unit in _PERIODS


def _reports(mark: Mark) -> bool:
    return mark.role is Role.ACTIVITY and mark.key.rpartition(" ")[2] in _REPORTED


def drop_topic_unit(found: Gathered, between: list[Mark], calendar: Calendar) -> None:
    """Forget the "6 tháng" of "báo cáo 6 tháng trước ngày 05/6" and of "6 tháng: 05/6"; the day alone is the deadline."""
    places = [at for at, mark in enumerate(between) if mark.role is Role.BARE_UNIT]
    if len(places) != 1 or calendar.unit not in {Unit.DAY, Unit.MONTH} or not calendar.number:
        return
    at = places[0]
    after = [mark.role for mark in between[at + 1 :]]
    reported = at > 0 and _reports(between[at - 1])
    if not after or not set(after) <= LEADS_ON or not (reported or after[0] is Role.OPEN):
        return
    months = between[at].number
    found.bare_units.remove(months)
    late = calendar.number - months
    if months < 6 or not -1 <= late <= 1:
        found.doubts.append(say.YEAR_GUESSED if months == _YEAR_END and late == -11 else say.SEVERAL)


def drop_topics(found: Gathered) -> None:
    """Forget the periods that reports are about, and the "24/7" of continuous work."""
    entries = found.entries
    topics = {at for at in range(len(entries)) if _has_own_time(entries, at)}
    for at in sorted(topics):
        _settle(found, entries, at)
    for at, entry in enumerate(entries):
        beside = at > 0 and entry.topic and at not in topics and entry.roles <= {Role.ACTIVITY, Role.OPEN}
        found.doubts += [say.SEVERAL] * beside
    around = found.has(Role.CONTINUOUS)
    topics |= {at for at, entry in enumerate(entries) if around and entry.calendar == _AROUND_THE_CLOCK}
    found.entries = [entry for at, entry in enumerate(entries) if at not in topics]


_AROUND_THE_CLOCK = Calendar(Unit.DAY, 7, 24)
"""The "24/7" of "thường xuyên (24/7)"."""


def _has_own_time(entries: list[Entry], at: int) -> bool:
    """Tell whether a topic has its time after it ("báo cáo quý I trước 10/3") or before it ("tháng 01 tổng kết năm 2022")."""
    if not entries[at].topic:
        return False
    if at + 1 < len(entries):
        following = entries[at + 1]
        return bool(following.roles) and following.roles <= LEADS_ON
    yearly = entries[at].calendar.unit is Unit.YEAR and at > 0
    return yearly and entries[at].roles <= {Role.ACTIVITY, Role.OPEN}


def _settle(found: Gathered, entries: list[Entry], at: int) -> None:
    """Give the time of a topic the year that puts it at the topic's end; doubt it where it lies elsewhere."""
    time = entries[at + 1 if at + 1 < len(entries) else at - 1]
    topic, calendar = entries[at].calendar, time.calendar
    end = {Unit.MONTH: topic.number, Unit.QUARTER: topic.number * 3, Unit.FIRST_MONTHS: topic.number}.get(
        topic.unit, _YEAR_END
    )
    late = calendar.number - end
    if calendar.unit not in {Unit.DAY, Unit.MONTH}:
        found.doubts.append(say.SEVERAL)
    elif topic.year is not None and calendar.year is not None:
        months = (calendar.year - topic.year) * _YEAR_END + late
        found.doubts += [] if -1 <= months <= 1 else [say.SEVERAL]
    elif late == 1 - _YEAR_END and topic.year is not None:
        time.calendar = replace(calendar, year=topic.year + 1)
    elif late == 1 - _YEAR_END and calendar.year is None:
        found.doubts.append(say.YEAR_GUESSED)
    elif not -1 <= late <= 1 and late != 1 - _YEAR_END:
        found.doubts.append(say.SEVERAL)


def take_year(found: Gathered, entry: Entry, between: list[Mark]) -> bool:
    """Take the year printed before a list as its year: "Năm 2023: quý I, quý III", "2023/Q1"; tells whether it did."""
    year, calendar = found.entries[0] if len(found.entries) == 1 else entry, entry.calendar
    whole = year is not entry and year.calendar.unit is Unit.YEAR and year.calendar.part is Part.WHOLE
    if not whole or year.relation is not None or year.topic or found.cycles or found.bare_units:
        return False
    if calendar.unit is Unit.YEAR or calendar.shift or calendar.year not in {None, year.calendar.year}:
        return False
    limits = entry.relation in {Role.BEFORE, Role.UNTIL}
    if not entry.roles <= _CONTEXT | ({Role.BEFORE, Role.UNTIL} if limits else set()):
        return False
    entry.calendar = replace(calendar, year=calendar.year or year.calendar.year, shift=year.calendar.shift)
    if limits:
        return False
    signs = {mark.text for mark in between if mark.role in {Role.OPEN, Role.SEPARATOR, Role.DASH}}
    found.doubts += [say.SEVERAL] * (not signs <= {":", "/", "("}) + [say.NARROWER] * ("(" in signs)
    found.entries.clear()
    return True
