"""A row of a draft after a person changed one of its texts: everything that follows from the text is read again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.reading.draft import Problem, TaskDraft
from cchc_desktop.reading.grid_tasks import RawTask
from cchc_desktop.reading.row_problems import problems_of
from cchc_desktop.text import squash

_PARTIES = {"lead": "lead_parties", "coordinating": "coordinating_parties"}
_TEXTS = ("content", "lead", "coordinating", "issuing_level", "product", "budget", "note", "deadline")
ReadPhrase = Callable[[str, int], Deadline]


def reread(
    task: TaskDraft,
    key: str,
    text: str,
    *,
    directory: Directory,
    year: int,
    read: ReadPhrase,
    columns: frozenset[str],
) -> TaskDraft:
    """Return the row with another text in one field.

    What was said against the old text of the field is settled by the person who typed; what the new text itself
    leaves open is said again, in the words of the reader. ``columns`` are the fields the table has at all.
    """
    typed: dict[str, Any] = {key: squash(text)}
    if key in _PARTIES:
        typed[_PARTIES[key]] = directory.split(squash(text))
    elif key == "deadline":
        typed["deadline_reading"] = read(squash(text), year)
    changed = replace(task, **typed)
    kept = [problem for problem in task.problems if problem.field != key]
    fresh = [problem for problem in _problems(changed, columns | {key}) if problem.field == key]
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
