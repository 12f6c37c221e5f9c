"""A row of a draft with what a person did to it: everything that follows from a changed text is read again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.reading.draft import Problem, TaskDraft
from cchc_desktop.reading.grid.tasks import RawTask
from cchc_desktop.reading.row_problems import problems_of
from cchc_desktop.text import fold, squash
from ui.models.draft_review import Review
from ui.models.draft_rows import RowKey

_PARTIES = {"lead": "lead_parties", "coordinating": "coordinating_parties"}
_TEXTS = ("content", "lead", "coordinating", "issuing_level", "product", "budget", "note", "deadline")
ReadPhrase = Callable[[str, int], Deadline]


@dataclass(frozen=True)
class Context:
    """What texts are read with."""

    directory: Directory
    year: int
    read: ReadPhrase
    columns: frozenset[str]
    """Fields the table has at all."""

    @cached_property
    def split(self) -> Callable[[str], tuple[Party, ...]]:
        """Split agency cells; the same cell stands in many rows."""
        return cache(self.directory.split)


def reviewed(task: TaskDraft, key: RowKey, review: Review, context: Context) -> TaskDraft:
    """Return a row as it stands in a review."""
    for field, text in review.edits.get(key, {}).items():
        task = reread(task, field, text, context)
    for field, parties in _PARTIES.items():
        if context.split(getattr(task, field)) != getattr(task, parties):
            task = reread(task, field, getattr(task, field), context)
    choice = review.phrases.get(fold(task.deadline)) if task.deadline else None
    reading = review.readings.get(key) or (choice.reading if choice is not None else None)
    return task if reading is None else with_reading(task, reading)


def with_reading(task: TaskDraft, reading: Deadline) -> TaskDraft:
    """Return a row whose phrase was read by a person: nothing about it is open any more."""
    kept = tuple(problem for problem in task.problems if problem.field != "deadline")
    return replace(task, deadline_reading=reading, problems=kept)


def reread(task: TaskDraft, key: str, text: str, context: Context) -> TaskDraft:
    """Return the row with another text in one field.

    What was said against the old text of the field is settled by the person who typed; what the new text itself
    leaves open is said again, in the words of the reader.
    """
    typed: dict[str, Any] = {key: squash(text)}
    if key in _PARTIES:
        typed[_PARTIES[key]] = context.split(squash(text))
    elif key == "deadline":
        typed["deadline_reading"] = context.read(squash(text), context.year)
    changed = replace(task, **typed)
    kept = [problem for problem in task.problems if problem.field != key]
    fresh = [problem for problem in _problems(changed, context.columns | {key}) if problem.field == key]
    return replace(changed, problems=(*kept, *fresh))


def _problems(task: TaskDraft, columns: frozenset[str]) -> tuple[Problem, ...]:
    raw = RawTask(
        section=task.section,
        section_title=task.section_title,
        number=task.number,
        cells={name: getattr(task, name) for name in _TEXTS},
        rows=task.source_rows,
        flags=frozenset(),
    )
    parties = {"lead": task.lead_parties, "coordinating": task.coordinating_parties}
    return problems_of(raw, parties, task.deadline_reading, task.deadline, columns)
