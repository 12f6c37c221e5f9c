"""The same document imported again: which rows are new, changed, unchanged or gone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.services.task_rows import TEXT_FIELDS, texts_of
from cchc_desktop.text import fold

_ALIKE = 0.75
"""Likeness from which two contents of one section are taken for the same task, reworded."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a draft differs from the stored plan of the same document; everything is added when there is none."""

    plan: Plan | None
    added: tuple[TaskDraft, ...]
    changed: tuple[tuple[Task, TaskDraft], ...]
    unchanged: tuple[tuple[Task, TaskDraft], ...]
    gone: tuple[Task, ...]


def identity_of(head: PlanHead, year: int) -> str:
    """Return by what the same document is recognised: number, issuer and year; without a number its title instead.

    >>> identity_of(PlanHead(document_number="45/QĐ-UBND", issuer="Chủ tịch UBND tỉnh"), 2023)
    '45/qd-ubnd|chu tich ubnd tinh|2023'
    """
    name = fold(head.document_number) or fold(head.title)
    return f"{name}|{fold(head.issuer)}|{year}"[:200]


def compare(plan: Plan | None, stored: Sequence[Task], drafts: Sequence[TaskDraft]) -> Comparison:
    """Match draft rows with stored tasks: by content, then by place, then by likeness inside a section."""
    matched: dict[int, Task] = {}
    free = list(stored)
    for rule in (_same_content_and_place, _same_content, _same_place_alike):
        _match(drafts, matched, free, rule)
    pairs = [(matched[index], draft) for index, draft in enumerate(drafts) if index in matched]
    return Comparison(
        plan=plan,
        added=tuple(draft for index, draft in enumerate(drafts) if index not in matched),
        changed=tuple((task, draft) for task, draft in pairs if _differs(task, draft)),
        unchanged=tuple((task, draft) for task, draft in pairs if not _differs(task, draft)),
        gone=tuple(task for task in free if not task.gone),
    )


def _match(
    drafts: Sequence[TaskDraft],
    matched: dict[int, Task],
    free: list[Task],
    rule: Callable[[Task, TaskDraft], bool],
) -> None:
    for index, draft in enumerate(drafts):
        if index in matched:
            continue
        found = next((task for task in free if rule(task, draft)), None)
        if found is not None:
            matched[index] = found
            free.remove(found)


def _same_content_and_place(task: Task, draft: TaskDraft) -> bool:
    return _same_content(task, draft) and (task.section, task.number) == (draft.section, draft.number)


def _same_content(task: Task, draft: TaskDraft) -> bool:
    return fold(task.content) == fold(draft.content)


def _same_place_alike(task: Task, draft: TaskDraft) -> bool:
    if fold(task.section_title) != fold(draft.section_title):
        return False
    return SequenceMatcher(None, fold(task.content), fold(draft.content), autojunk=False).ratio() >= _ALIKE


def _differs(task: Task, draft: TaskDraft) -> bool:
    texts = texts_of(draft)
    return task.gone or any(getattr(task, key) != texts[key] for key in TEXT_FIELDS)
