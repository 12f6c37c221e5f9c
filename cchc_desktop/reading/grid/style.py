"""How a table numbers its rows and sets its headings: seen over all rows, used to judge a single one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from cchc_desktop.reading.grid.labels import Label, LabelKind, heading_label, leading_label, whole_label
from cchc_desktop.reading.grid.likeness import (
    agency_like,
    deadline_like,
    starts_in_small_letters,
    starts_like_a_sentence,
)
from cchc_desktop.reading.grid.rows import FIELDS, Row

_SMALL = 0.25
"""Share of cells that begin with small letters in tables whose author writes them so."""
_LONGEST_CODE = 12
"""Characters of a row code that is no number ("NV-01", "1a")."""


class Numbering(StrEnum):
    """Where the numbers of the rows stand."""

    COLUMN = "column"
    CONTENT = "content"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Style:
    """Habits of one table."""

    numbering: Numbering
    has_roman: bool
    """Some headings carry Roman numbers; Arabic ones are then headings of a lower level."""
    has_capital: bool
    """Some headings carry capital letters."""
    bold_rows: bool
    """The tasks themselves are bold, so bold says nothing."""
    number_of_group: bool
    """The numbers count the groups, not the tasks."""
    small: frozenset[str]
    """Roles whose cells often begin with small letters, so that this says nothing."""
    whole_numbers: bool
    """Most rows with a plain number name bodies or a time, so one that does not is a task too."""
    grouped: bool
    """Tasks have the name of their group beside them."""
    plain_titles: bool
    """The first row is a title without number, so more of its kind may come."""
    whole_rows: bool
    """Most rows name a body and a time in full, so one that does not may be the rest of another."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of a row and the content without it."""

    number: str
    label: Label | None
    content: str
    strange: bool = False
    """True when something else than a number stands in the number column."""


def style_of(rows: Sequence[Row]) -> Style:
    """Look at all rows of a table for its habits."""
    tasks = [row for row in rows if not row.bare]
    heads = [label for row in rows if row.bare for label in [_heading_label(row)] if label is not None]
    heads += [
        label for row, below in pairwise(rows) for label in [_heads_below(row, below)] if label is not None
    ]
    in_column = sum(whole_label(row.text("number")) is not None for row in tasks)
    in_content = sum(_counts(row) for row in tasks)
    numbering = Numbering.NONE
    if in_column >= 0.5 * len(tasks) > 0:
        numbering = Numbering.COLUMN
    elif in_content >= 0.4 * len(tasks) > 0:
        numbering = Numbering.CONTENT
    return Style(
        numbering,
        has_roman=any(label.kind is LabelKind.ROMAN for label in heads),
        has_capital=any(label.kind is LabelKind.CAPITAL for label in heads),
        bold_rows=sum(row.bold for row in tasks) > 0.3 * len(tasks),
        number_of_group=_numbers_count_groups(tasks),
        small=frozenset(role for role in (*FIELDS, "content", "group") if _often_small(tasks, role)),
        whole_numbers=_whole_numbers(rows),
        grouped=any(row.own("group") and row.own("content") for row in tasks),
        plain_titles=bool(rows) and _is_plain_title(rows[0]),
        whole_rows=sum(map(complete, tasks)) > 0.6 * len(tasks),
    )


def numbered(row: Row, style: Style) -> Numbered:
    """Take the number off a row: from its column, or from the beginning of the content."""
    content = row.own("content")
    printed = "" if style.number_of_group else row.text("number")
    label = whole_label(printed)
    if label is not None:
        return Numbered(label.text, label, content)
    if printed:
        if len(printed) <= _LONGEST_CODE and any(char.isdigit() for char in printed):
            return Numbered(printed.rstrip(". "), None, content)
        return Numbered("", None, f"{printed} {content}".strip(), strange=True)
    alone = (
        whole_label(content)
        if style.numbering is Numbering.CONTENT and content.endswith((".", ")"))
        else None
    )
    if alone is not None and alone.kind is LabelKind.DECIMAL:
        return Numbered(alone.text, alone, "")
    found = leading_label(content)
    if found is not None and _belongs(found[0], row, style):
        return Numbered(found[0].text, found[0], found[1])
    return Numbered("", None, content)


def complete(row: Row) -> bool:
    """Tell whether a row could stand alone: a body that leads and a time phrase, none of them the end of another.

    A cell merged down from above means that its author made separate rows.
    """
    if any(row.values[role].continued for role in FIELDS if role in row.values):
        return True
    lead = row.own("lead")
    deadline = row.own("deadline") or row.own("end") or row.own("start")
    return (
        agency_like(lead)
        and starts_like_a_sentence(lead)
        and deadline_like(deadline)
        and (deadline[0].isdigit() or starts_like_a_sentence(deadline))
    )


def _belongs(label: Label, row: Row, style: Style) -> bool:
    """Tell whether a number at the beginning of the content is the row's own and not part of a phrase."""
    if label.kind is LabelKind.BULLET:
        return False
    if style.numbering is Numbering.COLUMN:
        return not row.bare and (label.kind is LabelKind.LETTER or len(label.path) > 1)
    return label.kind is LabelKind.DECIMAL or not row.bare


def _counts(row: Row) -> bool:
    found = leading_label(row.own("content"))
    return found is not None and found[0].kind is not LabelKind.BULLET


def _heading_label(row: Row) -> Label | None:
    label = whole_label(row.own("number"))
    if label is not None:
        return label if row.own("content") or row.own("group") or row.extra else None
    found = heading_label(row.lone) if row.lone else None
    return found[0] if found else None


def _whole_numbers(rows: Sequence[Row]) -> bool:
    labels = [(row, whole_label(row.own("number")) or _leading(row)) for row in rows]
    plain = [
        row for row, label in labels if label and label.kind is LabelKind.DECIMAL and len(label.path) == 1
    ]
    return 2 * sum(not row.bare for row in plain) > len(plain)


def _leading(row: Row) -> Label | None:
    found = leading_label(row.own("content"))
    return found[0] if found is not None else None


def _is_plain_title(row: Row) -> bool:
    return row.bare and bool(row.lone) and starts_like_a_sentence(row.lone) and _heading_label(row) is None


def _often_small(rows: Sequence[Row], role: str) -> bool:
    texts = [row.own(role) for row in rows if row.own(role)]
    return sum(map(starts_in_small_letters, texts)) > _SMALL * len(texts)


def _heads_below(row: Row, below: Row) -> Label | None:
    """Return the Roman number of a row with cells of its own when the row below begins to count."""
    label, next_label = whole_label(row.own("number")), whole_label(below.own("number"))
    if label is None or label.kind is not LabelKind.ROMAN or next_label is None or not row.own("content"):
        return None
    return label if next_label.kind is LabelKind.DECIMAL and set(next_label.path) == {1} else None


def _numbers_count_groups(tasks: Sequence[Row]) -> bool:
    grouped = [row for row in tasks if row.own("group")]
    numbers = [row for row in tasks if row.own("number")]
    if not grouped or len(numbers) == len(tasks) or len(grouped) == len(tasks):
        return False
    return all(row.own("group") for row in numbers)
