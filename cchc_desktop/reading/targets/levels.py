"""Levels of administration given to the values of a target: one list for all, clauses that share them, or the words counted."""

import re
from collections.abc import Sequence

from cchc_desktop.domain.targets import Baseline, Change, Comparator, TargetLevel, TargetPart
from cchc_desktop.reading.draft import Problem
from cchc_desktop.reading.targets.binding import LIST, Bound
from cchc_desktop.reading.targets.numbers import PERCENT
from cchc_desktop.reading.targets.scopes import contrasted, level_of_opening, level_of_subject, levels_in


def with_levels(
    taken: Sequence[Bound], printed: str, masked: str, problems: list[Problem]
) -> list[tuple[TargetPart, Bound]]:
    """Give values their levels: one list for all levels, clauses that share the levels out, or the words counted."""
    parts: list[tuple[TargetPart, Bound]] = []
    at = 0
    while at < len(taken):
        run = _run(taken, at, masked)
        group = _sentence_group(taken, at, masked)
        if len(run) > 1:
            parts += _listed(run, printed, problems)
            at += len(run)
            continue
        shared = contrasted([_clause(each, printed) for each in group])
        for place, each in enumerate(group):
            levels: Sequence[TargetLevel | None]
            is_share = each.quantity.unit == PERCENT
            counted = level_of_subject(printed[each.quantity.end : each.end]) if is_share else None
            own = counted or level_of_opening(printed[each.begin : each.quantity.start])
            levels = shared[place] if shared else [own]
            parts += [(_part(each, level), each) for level in levels]
        at += len(group)
    return parts


def _run(taken: Sequence[Bound], at: int, masked: str) -> Sequence[Bound]:
    """Return the numbers of a bare list: "70%, 60%, 55%"."""
    end = at + 1
    while end < len(taken) and LIST.fullmatch(
        masked[taken[end - 1].quantity.end : taken[end].quantity.start]
    ):
        end += 1
    return taken[at:end]


def _sentence_group(taken: Sequence[Bound], at: int, masked: str) -> Sequence[Bound]:
    """Return the numbers from ``at`` that stand in one sentence, before any bare list."""
    end = at + 1
    while end < len(taken):
        between = masked[taken[end - 1].quantity.end : taken[end].quantity.start]
        if re.search(r"\.\s", between) or len(_run(taken, end, masked)) > 1:
            break
        end += 1
    return taken[at:end]


def _listed(run: Sequence[Bound], printed: str, problems: list[Problem]) -> list[tuple[TargetPart, Bound]]:
    before = printed[run[0].begin : run[0].quantity.start]
    after = printed[run[-1].quantity.end : run[-1].end]
    levels = levels_in(before)
    if len(levels) != len(run):
        levels = levels_in(after) if len(levels_in(after)) == len(run) else levels
    if len(levels) == len(run):
        return [(_part(each, level), each) for each, level in zip(run, levels, strict=True)]
    values = ", ".join(printed[each.quantity.start : each.quantity.end].strip() for each in run)
    message = f"Chưa rõ các mức “{values}” ứng với cấp nào; hãy chọn cấp cho từng mức."
    problems.append(Problem("levels_not_matched", message))
    return [(_part(each, None), each) for each in run]


def _clause(each: Bound, printed: str) -> str:
    return printed[each.begin : each.end]


def _part(each: Bound, level: TargetLevel | None) -> TargetPart:
    quantity, cue = each.quantity, each.cue
    comparator = cue.comparator
    if quantity.is_rank:
        comparator = Comparator.AT_MOST
    elif quantity.to is not None:
        comparator = Comparator.RANGE
    elif cue.change is not Change.NONE and comparator is Comparator.EQUAL:
        comparator = Comparator.INCREASE if cue.change is Change.INCREASE else Comparator.DECREASE
    return TargetPart(
        comparator,
        quantity.value,
        quantity.unit,
        level=level,
        to=quantity.to,
        change=cue.change,
        per="năm" if each.yearly else quantity.per,
        baselines=(Baseline(each.base.value, each.base.unit),) if each.base else (),
    )
