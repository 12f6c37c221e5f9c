"""Which tasks a list shows: by plan, agency and role, field, status, dates and words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.agencies import Directory, Party, PartyKind
from cchc_desktop.domain.local_bodies import PEOPLE_COMMITTEE, local_level
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.tasks import Status, Task, working_due
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.text import fold


class Role(StrEnum):
    """The part an agency has in a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """A question for tasks; empty fields do not restrict."""

    plan_id: int | None = None
    year: int | None = None
    agency: str = ""
    """Name, abbreviation or key of an agency; also finds tasks that reach it through a group."""
    role: Role = Role.ANY
    field: str = ""
    """Number or title of a section; part of the title is enough."""
    status: Status | None = None
    search: str = ""
    due_from: date | None = None
    due_to: date | None = None
    missing_in: ReportPeriod | None = None
    """Only undated tasks without a result in the data window of this period."""


_LONGEST = 1000


def checked_words(*texts: str) -> None:
    """Raise InvalidInput for texts that no name and no task can contain: looking for them takes minutes."""
    if any(len(text) > _LONGEST for text in texts):
        raise InvalidInput(f"Chữ cần tìm dài quá {_LONGEST} ký tự. Hãy rút gọn rồi tìm lại.")


def agency_key(directory: Directory, name: str) -> str:
    """Return the directory key of a name; a name outside the directory stands for itself, folded.

    Raises NotFound when the text is empty of letters.
    """
    found = directory.find(name)
    if found is not None:
        return found.key
    if any(name == agency.key for agency in directory.agencies):
        return name
    named = directory.split(name)
    if len(named) == 1 and named[0].key:
        return named[0].key
    key = fold(name)
    if not any(char.isalnum() for char in key):
        raise NotFound("Chưa có tên cơ quan. Hãy nhập tên hoặc tên viết tắt của cơ quan.")
    return key


def means(directory: Directory, party: Party, name: str, key: str, on: date) -> bool:
    """Tell whether a party stands for an agency: by its own name, its key, or as a member of a group."""
    own_name = fold(name)
    if own_name and own_name in (fold(party.text), fold(party.name)):
        return True
    if directory.reaches(party, key, on):
        return True
    return party.kind is PartyKind.GROUP and _holds_local(directory, party.key, name, on)


def _holds_local(directory: Directory, group_key: str, name: str, on: date) -> bool:
    """Tell whether a group has the people's committee of a place among its members, which nobody lists one by one."""
    level = local_level(name)
    if level is None:
        return False
    group = next((each for each in directory.groups if each.key == group_key), None)
    if group is None:  # a class that was recognised by its form alone
        return False
    exists = group.valid_to is None or on <= group.valid_to
    return exists and level in group.levels and PEOPLE_COMMITTEE in group.kinds


def in_field(task: Task, field: str) -> bool:
    """Tell whether a task stands in a section named by number or by (part of) its title."""
    wanted = fold(field)
    return wanted == fold(task.section) or wanted in fold(task.section_title)


def due_between(task: Task, day: date, start: date | None, end: date | None) -> bool:
    """Tell whether the working due date of a task lies within two days, both included."""
    due = working_due(task, day)
    return due is not None and (start is None or due >= start) and (end is None or due <= end)


def for_agency(
    tasks: Iterable[Task], directory: Directory, name: str, role: Role, day: date
) -> tuple[Task, ...]:
    """Keep the tasks in which an agency has a role; groups are expanded as they stood in the plan year."""
    key = agency_key(directory, name)

    def has_role(task: Task) -> bool:
        on = min(day, date(task.plan_year, 12, 31))
        parties: list[Party] = []
        if role in (Role.LEAD, Role.ANY):
            parties += task.lead_parties
        if role in (Role.COORDINATING, Role.ANY):
            parties += task.coordinating_parties
        return any(means(directory, party, name, key, on) for party in parties)

    return tuple(task for task in tasks if has_role(task))
