"""The same document imported again: by what it is recognised, and which rows are new, changed, unchanged or gone."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cchc_desktop.domain.lessons import Lesson
from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.services.row_matching import matched_rows
from cchc_desktop.services.task_rows import TEXT_FIELDS, texts_of
from cchc_desktop.text import fold

_AMENDS = re.compile(r"\b(dieu chinh|sua doi|bo sung|thay the mot so)\b")
_ALWAYS_PRINTED = ("section", "section_title", "number")
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
    new_rows: tuple[int, ...] = ()
    """Places in the draft of what is added."""
    rows: Mapping[int, int] = field(default_factory=dict)
    """Id of a stored task -> place in the draft of its row."""


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a person decided beside the texts of the rows."""

    left_out: frozenset[int] = frozenset()
    """Rows of the draft that are not taken: a new one is not there, a stored one stays as it is stored."""
    kept: frozenset[int] = frozenset()
    """Ids of stored tasks that stay as they are, though the document changed them or has them no longer."""
    own_readings: frozenset[int] = frozenset()
    """Rows of the draft whose time phrase a person read."""
    amends: int | None = None
    """The plan that the document changes in some rows only; None when the document is a plan itself."""
    lessons: tuple[Lesson, ...] = ()
    """Corrections to use for the same phrases from now on."""


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


def amends_by_title(title: str) -> bool:
    """Tell whether a document calls itself one that changes another: a hint for the officer, no decision.

    >>> amends_by_title("Quyết định về việc điều chỉnh, bổ sung Kế hoạch cải cách hành chính năm 2023")
    True
    >>> amends_by_title("Kế hoạch cải cách hành chính năm 2023")
    False
    """
    return bool(_AMENDS.search(fold(title)))


def amended_plan(lines: Iterable[str], plans: Sequence[Plan], year: int) -> Plan | None:
    """Return the stored plan that a document names by number, else the only one of its year."""
    text = " ".join(fold(line) for line in lines)
    named = [plan for plan in plans if plan.head.document_number and fold(plan.head.document_number) in text]
    of_year = [plan for plan in plans if plan.year == year]
    return named[0] if named else of_year[0] if len(of_year) == 1 else None


def compare(
    plan: Plan | None,
    stored: Sequence[Task],
    drafts: Sequence[TaskDraft],
    choices: ImportChoices | None = None,
) -> Comparison:
    """Match draft rows with stored tasks: by content, then by place, then by likeness inside a section.

    A row that is left out changes nothing: a new one is not there, a stored one stays as it is stored.
    """
    matched = matched_rows(stored, drafts)
    taken = set(matched.values())
    pairs = [(index, stored[place], drafts[index]) for index, place in sorted(matched.items())]
    gone = tuple(task for place, task in enumerate(stored) if place not in taken and not task.gone)
    return _compared(plan, drafts, pairs, gone, choices or ImportChoices())


def compare_amendment(
    plan: Plan,
    stored: Sequence[Task],
    drafts: Sequence[TaskDraft],
    columns: Collection[str],
    choices: ImportChoices | None = None,
) -> Comparison:
    """Match the rows that a document changes: rows it does not name stay, and so do the columns it does not have."""
    matched = matched_rows(stored, drafts, anywhere=True)
    pairs = [
        (index, stored[place], _completed(drafts[index], stored[place], columns))
        for index, place in sorted(matched.items())
    ]
    return _compared(plan, drafts, pairs, (), choices or ImportChoices())


def keeping(comparison: Comparison, kept: Collection[int]) -> Comparison:
    """Return a comparison in which some stored tasks (by id) stay as they are."""
    held = tuple(pair for pair in comparison.changed if pair[0].id in kept)
    return replace(
        comparison,
        changed=tuple(pair for pair in comparison.changed if pair[0].id not in kept),
        unchanged=(*comparison.unchanged, *(pair for pair in held if not pair[0].gone)),
        gone=tuple(task for task in comparison.gone if task.id not in kept),
    )


def _compared(
    plan: Plan | None,
    drafts: Sequence[TaskDraft],
    pairs: Sequence[tuple[int, Task, TaskDraft]],
    gone: tuple[Task, ...],
    choices: ImportChoices,
) -> Comparison:
    left_out = choices.left_out
    known = {index for index, _, _ in pairs}
    new = tuple(index for index in range(len(drafts)) if index not in known and index not in left_out)
    changed = {
        index
        for index, task, row in pairs
        if index not in left_out and _differs(task, row, own=index in choices.own_readings)
    }
    same = [(task, row) for index, task, row in pairs if index not in changed]
    return Comparison(
        plan=plan,
        added=tuple(drafts[index] for index in new),
        changed=tuple((task, row) for index, task, row in pairs if index in changed),
        unchanged=tuple((task, row) for task, row in same if not task.gone),
        gone=gone,
        new_rows=new,
        rows={task.id: index for index, task, _ in pairs},
    )


def _completed(draft: TaskDraft, task: Task, columns: Collection[str]) -> TaskDraft:
    """Return a row with the stored texts of the columns that the document does not have."""
    missing = [key for key in TEXT_FIELDS if key not in columns and not getattr(draft, key)]
    missing += [key for key in _ALWAYS_PRINTED if key not in missing]  # an amendment counts its own rows
    values: dict[str, Any] = {key: getattr(task, key) for key in missing}
    for key in ("lead", "coordinating"):
        if key in values:
            values[f"{key}_parties"] = getattr(task, f"{key}_parties")
    if "deadline" in values:
        values["deadline_reading"] = task.reading
    return replace(draft, **values)


def _differs(task: Task, draft: TaskDraft, *, own: bool) -> bool:
    """Tell whether a row changes its task; ``own``: a person read its time phrase in this import."""
    texts = texts_of(draft)
    changed = task.gone or any(getattr(task, key) != texts[key] for key in TEXT_FIELDS)
    return changed or (own and draft.deadline_reading != task.reading)
