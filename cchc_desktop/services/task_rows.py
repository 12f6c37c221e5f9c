"""Draft rows and typed rows become stored rows: texts, reading, parties, search text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.deadlines import Deadline, read_deadline
from cchc_desktop.reading.draft import PRINTED_FIELDS, TaskDraft
from cchc_desktop.storage.tasks import NewTaskRow, reading_values
from cchc_desktop.text import fold, squash

TEXT_FIELDS = PRINTED_FIELDS
_SEARCHED = (
    "content",
    "lead",
    "coordinating",
    "issuing_level",
    "product",
    "note",
    "deadline",
    "section_title",
)


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task typed by an officer."""

    section: str
    section_title: str
    content: str
    lead: str = ""
    coordinating: str = ""
    issuing_level: str = ""
    deadline: str = ""
    product: str = ""
    budget: str = ""
    note: str = ""


def search_text(texts: Mapping[str, str], documents: Iterable[str] = ()) -> str:
    """Return the folded text by which a task is found: its printed texts and the numbers of its documents."""
    return " ".join(fold(text) for text in (*(texts[key] for key in _SEARCHED), *documents) if text)


def texts_of(draft: TaskDraft) -> dict[str, str]:
    """Return the printed texts of a draft row by field."""
    return {key: getattr(draft, key) for key in TEXT_FIELDS}


def row_of_draft(draft: TaskDraft, position: int) -> NewTaskRow:
    """Return a stored row for a draft row, with its reading and its problems."""
    texts = texts_of(draft)
    values: dict[str, Any] = {
        **texts,
        **reading_values(draft.deadline_reading),
        "position": position,
        "problems": [[problem.code, problem.message, problem.field] for problem in draft.problems],
        "search_text": search_text(texts),
    }
    return NewTaskRow(values, draft.lead_parties, draft.coordinating_parties)


def row_of_typed(new: NewTask, number: str, position: int, directory: Directory, year: int) -> NewTaskRow:
    """Return a stored row for a task that was typed in."""
    texts = {key: squash(getattr(new, key, "")) for key in TEXT_FIELDS} | {"number": number}
    values: dict[str, Any] = {
        **texts,
        **reading_values(reading_of(texts["deadline"], year)),
        "position": position,
        "problems": [],
        "search_text": search_text(texts),
    }
    return NewTaskRow(values, directory.split(texts["lead"]), directory.split(texts["coordinating"]))


def reading_of(phrase: str, year: int) -> Deadline:
    """Read a time phrase of a plan of a year."""
    return read_deadline(phrase, year)
