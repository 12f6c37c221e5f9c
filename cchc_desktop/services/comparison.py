"""The same document imported again: by what it is recognised, and which rows are new, changed, unchanged or gone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.services.row_matching import matched_rows
from cchc_desktop.services.task_rows import TEXT_FIELDS, texts_of
from cchc_desktop.text import fold

_SHARED = 0.5
"""Share of the shorter table's rows from which two tables are versions of one document."""


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


def may_be_same_document(one: PlanHead, other: PlanHead) -> bool:
    """Tell whether two heads of one year can be the same document: a bare table says neither number nor issuer.

    An issuer is written in many ways, a number in one: where the numbers agree, the issuers need not.

    >>> may_be_same_document(PlanHead(document_number="45/QĐ-UBND"), PlanHead(title="Danh mục nhiệm vụ"))
    True
    >>> may_be_same_document(PlanHead(document_number="45/QĐ-UBND"), PlanHead(document_number="46/QĐ-UBND"))
    False
    """
    numbers = {fold(one.document_number), fold(other.document_number)} - {""}
    if numbers and one.document_number and other.document_number:
        return len(numbers) == 1
    first, second = fold(one.issuer), fold(other.issuer)
    return not first or not second or first in second or second in first


def is_version_of(stored: Sequence[Task], drafts: Sequence[TaskDraft]) -> bool:
    """Tell whether a table is another version of a stored one: at least half of the shorter one's contents are shared.

    Likeness does not count: the plans of two offices differ in little more than names and numbers.
    """
    old, new = ({fold(row.content) for row in rows} for rows in (stored, drafts))
    return len(old & new) >= _SHARED * min(len(old), len(new)) > 0


def compare(plan: Plan | None, stored: Sequence[Task], drafts: Sequence[TaskDraft]) -> Comparison:
    """Match draft rows with stored tasks: by content, then by place, then by likeness inside a section."""
    matched = matched_rows(stored, drafts)
    taken = set(matched.values())
    pairs = [(stored[matched[index]], draft) for index, draft in enumerate(drafts) if index in matched]
    return Comparison(
        plan=plan,
        added=tuple(draft for index, draft in enumerate(drafts) if index not in matched),
        changed=tuple((task, draft) for task, draft in pairs if _differs(task, draft)),
        unchanged=tuple((task, draft) for task, draft in pairs if not _differs(task, draft)),
        gone=_not_gone(task for place, task in enumerate(stored) if place not in taken),
    )


def _not_gone(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(task for task in tasks if not task.gone)


def _differs(task: Task, draft: TaskDraft) -> bool:
    texts = texts_of(draft)
    return task.gone or any(getattr(task, key) != texts[key] for key in TEXT_FIELDS)
