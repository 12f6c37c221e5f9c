"""What was learnt put to use in a draft: every place it decides says so, none is changed in silence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.lessons import Lesson, PhraseReading, reading_in
from cchc_desktop.reading.draft import PlanDraft, Problem, TaskDraft
from cchc_desktop.text import fold

LEARNT_DEADLINE = "learnt_deadline"
LEARNT_AGENCY = "learnt_agency"
LEARNT = frozenset({LEARNT_DEADLINE, LEARNT_AGENCY})
"""Codes of the marks: nothing is wrong there, but a person should know why it reads so."""

_PARTIES = {"lead": "chủ trì", "coordinating": "phối hợp"}
_SETTLED = frozenset({"deadline_not_understood", "deadline_uncertain"})
Split = Callable[[str], tuple[Party, ...]]


def with_lessons(
    draft: PlanDraft, lessons: Iterable[Lesson], learnt: Directory, printed: Directory
) -> PlanDraft:
    """Read the time phrases of a draft as they were corrected before, and mark these and the names taught.

    ``learnt`` is the directory the draft was read with, ``printed`` the same without the names it was taught.
    """
    known = tuple(lessons)
    phrases = {fold(lesson.phrase): lesson for lesson in known if isinstance(lesson.meaning, PhraseReading)}
    now, before = cache(learnt.split), cache(printed.split)
    tasks = tuple(_with_names(_with_phrase(task, phrases, draft.year), now, before) for task in draft.tasks)
    return replace(draft, tasks=tasks)


def _with_phrase(task: TaskDraft, phrases: Mapping[str, Lesson], year: int) -> TaskDraft:
    lesson = phrases.get(fold(task.deadline)) if task.deadline else None
    if lesson is None or not isinstance(lesson.meaning, PhraseReading) or not year:
        return task
    reading = reading_in(lesson.phrase, lesson.meaning, year)
    kept = [problem for problem in task.problems if problem.code not in _SETTLED]
    mark = Problem(
        LEARNT_DEADLINE,
        f"Thời gian “{task.deadline}” được hiểu theo lần sửa trước; hãy kiểm tra nếu lần này có ý khác.",
        "deadline",
    )
    return replace(task, deadline_reading=reading, problems=(*kept, mark))


def _with_names(task: TaskDraft, now: Split, before: Split) -> TaskDraft:
    marks = [
        Problem(
            LEARNT_AGENCY,
            f"Ô cơ quan {name}: {'; '.join(found)}, theo lần sửa trước; hãy kiểm tra nếu lần này có ý khác.",
            field,
        )
        for field, name in _PARTIES.items()
        if (found := _taught_names(now(getattr(task, field)), before(getattr(task, field))))
    ]
    return replace(task, problems=(*task.problems, *marks)) if marks else task


def _taught_names(now: Iterable[Party], before: Iterable[Party]) -> list[str]:
    """Name the parties of a cell that stand for something else than without the lessons."""
    printed = set(before)
    return [
        f"“{party.text}” là {party.name}" if party.name else f"“{party.text}”"
        for party in now
        if party not in printed
    ]
