"""Rows of a draft: how they are called, known again, and what a person should look at."""

from collections.abc import Iterable

from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.reading.draft import PlanDraft, TaskDraft

RowKey = tuple[int, tuple[int, ...], int]
"""Table, rows of the file, and which task made of them: the same when the same file is read again."""


def unknown_names(tasks: Iterable[TaskDraft]) -> dict[str, int]:
    """Count the rows in which each name stands that the directory does not know."""
    found: dict[str, int] = {}
    for task in tasks:
        parties = (*task.lead_parties, *task.coordinating_parties)
        for text in dict.fromkeys(party.text for party in parties if party.kind is PartyKind.UNKNOWN):
            found[text] = found.get(text, 0) + 1
    return found


def row_keys(draft: PlanDraft) -> list[RowKey]:
    """Return a key for every task of a draft, none twice."""
    seen: dict[tuple[int, ...], int] = {}
    keys = []
    for task in draft.tasks:
        number = seen.get(task.source_rows, 0)
        seen[task.source_rows] = number + 1
        keys.append((draft.table, task.source_rows, number))
    return keys


def place_of(task: TaskDraft) -> str:
    """Return how people name a row: "I.9"."""
    return ".".join(part for part in (task.section, task.number) if part)
