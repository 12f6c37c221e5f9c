"""The targets of a plan: from its section of targets, or from the sentences of its tasks when it has none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.targets import Comparator
from cchc_desktop.reading.body.labels import Rank
from cchc_desktop.reading.body.outline import Node
from cchc_desktop.reading.body.sections import Purpose
from cchc_desktop.reading.body.tasks import BodyTask
from cchc_desktop.reading.draft import Problem, TargetDraft
from cchc_desktop.reading.targets.numbers import PERCENT
from cchc_desktop.reading.targets.sentences import read_target

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[“\"(]?[A-ZĐÀ-Ỹ\d])")
_FROM_TASK = Problem(
    "from_task",
    "Kế hoạch không có mục chỉ tiêu riêng; mức này lấy từ nội dung nhiệm vụ, hãy kiểm tra.",
)


def read_targets(sections: Sequence[tuple[Purpose, Node]], year: int | None) -> tuple[TargetDraft, ...]:
    """Read the sections of targets; ``year`` is that of a yearly plan, None for a programme of several years."""
    found: list[TargetDraft] = []
    for purpose, section in sections:
        if purpose is Purpose.TARGETS:
            found += _targets(section, "", "", year)
        elif purpose is Purpose.AIMS and _is_goals(section):
            found += [draft for draft in _targets(section, "", "", year) if draft.target.parts]
    return tuple(found)


def targets_of_tasks(items: Sequence[BodyTask], year: int | None) -> tuple[TargetDraft, ...]:
    """Read the sentences of tasks that set a share or a bound ("đạt trên 30%"), marked as such."""
    return tuple(draft for item in items for draft in _of_task(item, year))


def _targets(node: Node, number: str, group: str, year: int | None) -> Iterator[TargetDraft]:
    """Yield the targets at and below a piece of the section of targets."""
    for text in (
        node.paragraphs if not node.children and node.is_open and node.mark.rank <= Rank.DECIMAL else ()
    ):
        yield read_target(text, number="", group=node.title, year=year)
    for at, child in enumerate(node.children, start=1):
        printed = child.mark.number or (f"{number}.{at}" if number else str(at))
        if child.mark.rank is Rank.LETTER and number:
            printed = f"{number}.{child.mark.number.rstrip(')')}"
        if child.children:
            draft = read_target(child.whole, number=printed, group=group, year=year)
            if draft.target.parts:
                yield draft
            yield from _targets(child, printed, child.title, year)
        elif child.is_open and child.paragraphs and child.mark.rank <= Rank.DECIMAL:
            yield from _targets(child, printed, group, year)
        else:
            yield read_target(child.whole, number=printed, group=group, year=year)


def _is_goals(section: Node) -> bool:
    return "mục tiêu" in section.title.lower()


def _of_task(item: BodyTask, year: int | None) -> Iterator[TargetDraft]:
    for sentence in _SENTENCE.split(item.content):
        draft = read_target(sentence, number=_number(item), group=item.section_title, year=year)
        parts = tuple(
            part
            for part in draft.target.parts
            if part.unit == PERCENT or part.comparator is not Comparator.EQUAL
        )
        if parts:
            target = replace(draft.target, parts=parts)
            kept = [problem for problem in draft.problems if problem.code != "number_not_understood"]
            yield TargetDraft(target, (_FROM_TASK, *kept))


def _number(item: BodyTask) -> str:
    bare = item.number.rstrip(")").lstrip("(")
    return f"{item.section}{'' if bare[:1].isalpha() else '.'}{bare}"
