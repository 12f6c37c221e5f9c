"""What an office has taught the program: how a time phrase is to be read, and which body a name means."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from cchc_desktop.domain.agency_records import Agency, AgencyGroup
from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.text import fold

_NAMES_A_YEAR = re.compile(r"(?<!\d)(19|20|21)\d\d(?!\d)")


class LessonKind(StrEnum):
    """What a lesson is about."""

    DEADLINE = "deadline"
    """A time phrase and its reading."""
    AGENCY = "agency"
    """Another name of a body or group of the directory."""
    GROUP = "group"
    """A group that the directory does not have; its members are not listed."""


@dataclass(frozen=True, slots=True)
class PhraseReading:
    """A reading of a time phrase in a plan of a year."""

    reading: Deadline
    year: int


@dataclass(frozen=True, slots=True)
class NameMeaning:
    """The body or group a name means."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One correction that holds for the same phrase from now on."""

    kind: LessonKind
    phrase: str
    """As printed."""
    meaning: PhraseReading | NameMeaning
    source: str = ""
    """File it was corrected in."""
    id: int = 0
    learnt_at: datetime | None = None


def reading_in(phrase: str, learnt: PhraseReading, year: int) -> Deadline:
    """Return a learnt reading for a plan of another year: days move with the year unless the phrase names its own.

    The last day of a month stays the last day, also in a February of another length.

    >>> from cchc_desktop.domain.deadlines import DeadlineKind
    >>> learnt = PhraseReading(Deadline(DeadlineKind.DATE, due=date(2023, 2, 28), certain=True), 2023)
    >>> f"{reading_in('Trong tháng Hai', learnt, 2024).due:%d/%m/%Y}"
    '29/02/2024'
    >>> f"{reading_in('Tháng 02 năm 2023', learnt, 2024).due:%d/%m/%Y}"
    '28/02/2023'
    """
    years = 0 if _NAMES_A_YEAR.search(phrase) else year - learnt.year
    if not years:
        return learnt.reading
    reading = learnt.reading
    return replace(
        reading,
        start=_moved(reading.start, years),
        due=_moved(reading.due, years),
        suggested_due=_moved(reading.suggested_due, years),
        occurrences=tuple(day for day in (_moved(each, years) for each in reading.occurrences) if day),
        explanation="",
    )


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    year = day.year + years
    last = monthrange(year, day.month)[1]
    was_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, last if was_last else min(day.day, last))


def taught(
    agencies: Iterable[Agency], groups: Iterable[AgencyGroup], lessons: Iterable[Lesson]
) -> tuple[tuple[Agency, ...], tuple[AgencyGroup, ...]]:
    """Return bodies and groups with the names they were taught.

    >>> from cchc_desktop.domain.agency_records import Level
    >>> office = Agency("so-noi-vu", "Sở Nội vụ", Level.PROVINCE)
    >>> lesson = Lesson(LessonKind.AGENCY, "Sở NV tỉnh", NameMeaning("so-noi-vu", "Sở Nội vụ"))
    >>> taught([office], [], [lesson])[0][0].aliases
    ('Sở NV tỉnh',)
    """
    names: dict[str, list[str]] = {}
    new: dict[str, AgencyGroup] = {}
    for lesson in lessons:
        if not isinstance(lesson.meaning, NameMeaning):
            continue
        names.setdefault(lesson.meaning.key, []).append(lesson.phrase)
        if lesson.kind is LessonKind.GROUP:
            new[lesson.meaning.key] = AgencyGroup(
                lesson.meaning.key, lesson.meaning.name, (), source=lesson.source
            )
    bodies = tuple(
        replace(agency, aliases=(*agency.aliases, *names[agency.key])) if agency.key in names else agency
        for agency in agencies
    )
    known = {group.key: group for group in groups}
    both = (*known.values(), *(group for key, group in new.items() if key not in known))
    return bodies, tuple(
        replace(group, phrases=(*group.phrases, *names[group.key])) if group.key in names else group
        for group in both
    )


def group_key(name: str) -> str:
    """Return the key of a group of the office's own.

    >>> group_key("Các ban quản lý dự án")
    'nhom-cac-ban-quan-ly-du-an'
    """
    return ("nhom-" + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-"))[:100]
