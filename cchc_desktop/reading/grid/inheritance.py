"""What a row leaves to the rows above it: cells that say "as above", cells that a sub-row leaves empty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cchc_desktop.reading.grid.labels import Label, LabelKind, begins_with_bullet, is_child, whole_label
from cchc_desktop.reading.grid.raw import Borrowed, RawTask
from cchc_desktop.reading.grid.rows import FIELDS

_DITTO = re.compile(
    r"""[-–(\s]*(nt|n\.\s?t\.?|như trên|như (dòng|mục) trên|giống (như )?trên|-\s?//\s?-|//|"|”|“|″|''|’’|〃|ditto)[-–).\s]*""",
    re.IGNORECASE,
)
_TIMES = ("deadline", "start", "end")
_HANDED_DOWN = ("lead", "coordinating", "issuing_level", *_TIMES)
_BULLET = Label("-", LabelKind.BULLET)


def is_ditto(text: str) -> bool:
    """Tell a cell that says nothing but "as above".

    >>> is_ditto("-nt-"), is_ditto("Như trên"), is_ditto("//"), is_ditto("-"), is_ditto("Ninh Thuận")
    (True, True, True, False, False)
    """
    return bool(_DITTO.fullmatch(text))


def with_texts_above(tasks: Sequence[RawTask]) -> list[RawTask]:
    """Give rows the texts that stand above them; what is borrowed is noted in each row."""
    return _inherited(_resolved(tasks))


def _resolved(tasks: Sequence[RawTask]) -> list[RawTask]:
    """Put the text of the row above where a cell says "as above"; at the top of a column the mark stays."""
    resolved: list[RawTask] = []
    for task in tasks:
        above: Mapping[str, str] = resolved[-1].cells if resolved else {}
        meant = {
            role: above[role]
            for role in ("content", *FIELDS)
            if above.get(role) and is_ditto(task.text(role))
        }
        borrowed = {**task.borrowed, **dict.fromkeys(meant, Borrowed.DITTO)}
        resolved.append(replace(task, cells={**task.cells, **meant}, borrowed=borrowed) if meant else task)
    return resolved


def _inherited(tasks: Sequence[RawTask]) -> list[RawTask]:
    """Fill the empty cells of sub-rows from the row they belong to, else from the heading above."""
    filled: list[RawTask] = []
    parents: list[tuple[Label, RawTask]] = []
    place = ("", "")
    for task in tasks:
        if (task.section, task.section_title) != place:
            place, parents = (task.section, task.section_title), []
        label = _label(task)
        while parents and not (label is not None and _is_under(parents[-1][0], label)):
            parents.pop()
        given = _given(task, parents[-1][1].cells if parents else task.over)
        borrowed = {**task.borrowed, **dict.fromkeys(given, Borrowed.ABOVE)}
        whole = replace(task, cells={**task.cells, **given}, borrowed=borrowed) if given else task
        filled.append(whole)
        if label is not None:
            parents.append((label, whole))
    return filled


def _label(task: RawTask) -> Label | None:
    found = whole_label(task.number)
    return _BULLET if found is None and begins_with_bullet(task.text("content")) else found


def _is_under(parent: Label, label: Label) -> bool:
    if label.kind is LabelKind.BULLET:
        return parent.kind in {LabelKind.DECIMAL, LabelKind.LETTER}
    return is_child(parent, label)


def _given(task: RawTask, above: Mapping[str, str]) -> dict[str, str]:
    """Return the texts above for the cells that are empty; a row with a time of its own takes no other."""
    has_time = any(task.text(role) for role in _TIMES)
    return {
        role: above[role]
        for role in _HANDED_DOWN
        if above.get(role) and not task.text(role) and not (has_time and role in _TIMES)
    }
