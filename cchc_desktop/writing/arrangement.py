"""How a list of tasks is printed: grouped otherwise than the plan has it, with some columns only."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from cchc_desktop.columns import select_columns
from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.domain.tasks import Task
from cchc_desktop.text import collation_key, squash
from cchc_desktop.writing.appendix import AppendixDocument, AppendixSection

NO_LEAD = "Chưa nêu cơ quan chủ trì"
_BODIES = (PartyKind.AGENCY, PartyKind.GROUP, PartyKind.UNKNOWN)


class GroupBy(StrEnum):
    """What tasks are put together by."""

    SECTION = "section"
    LEAD = "lead"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What an officer chose before printing."""

    group_by: GroupBy = GroupBy.SECTION
    page_per_section: bool = False
    """Each section, or each leading body, starts a new page."""
    columns: Collection[str] | None = None
    """Keys of the columns to keep; None keeps all."""


def arranged(document: AppendixDocument, arrangement: Arrangement) -> AppendixDocument:
    """Group and thin out a document; the order of tasks within a group stays.

    A task led by several bodies stands under each of them, so that each gets a complete list. Outside its own
    section a task is numbered with it ("II.4").
    """
    sections = document.sections
    if arrangement.group_by is GroupBy.NONE:
        sections = (AppendixSection("", "", tuple(_numbered(task) for task in document.tasks)),)
    elif arrangement.group_by is GroupBy.LEAD:
        sections = _by_lead(document.tasks)
    columns = document.columns
    if arrangement.columns is not None:
        columns = select_columns(columns, arrangement.columns) or columns
    return replace(
        document, sections=sections, columns=columns, page_per_section=arrangement.page_per_section
    )


def lead_names(task: Task) -> tuple[str, ...]:
    """Name the bodies that lead a task; the printed text where it names none."""
    named = dict.fromkeys(party.name or party.text for party in task.lead_parties if party.kind in _BODIES)
    return tuple(named) or (squash(task.lead) or NO_LEAD,)


def roman(number: int) -> str:
    """Write a number (1 or more) in Roman numerals.

    >>> [roman(number) for number in (1, 4, 9, 14, 40)]
    ['I', 'IV', 'IX', 'XIV', 'XL']
    """
    text = ""
    steps = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    for value, letters in steps:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _by_lead(tasks: tuple[Task, ...]) -> tuple[AppendixSection, ...]:
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        for name in lead_names(task):
            groups.setdefault(name, []).append(_numbered(task))
    names = sorted(groups, key=lambda name: (name == NO_LEAD, collation_key(name)))
    return tuple(
        AppendixSection(roman(index), name, tuple(groups[name])) for index, name in enumerate(names, start=1)
    )


def _numbered(task: Task) -> Task:
    return replace(task, number=f"{task.section}.{task.number}") if task.section and task.number else task
