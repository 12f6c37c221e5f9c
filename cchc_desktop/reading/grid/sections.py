"""Heading rows within a table: sections ("I. CÔNG TÁC CHỈ ĐẠO"), parts above them, subheadings below."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from cchc_desktop.reading.grid.labels import (
    Label,
    LabelKind,
    begins_with_bullet,
    heading_label,
    is_child,
    whole_label,
)
from cchc_desktop.reading.grid.likeness import in_capitals, starts_like_a_sentence
from cchc_desktop.reading.grid.rows import Row
from cchc_desktop.reading.grid.style import Numbering, Style, numbered
from cchc_desktop.text import fold

_UNENDED = re.compile(r".*(,|\b(và|của|với|về|cho|các|gắn với|theo))", re.IGNORECASE | re.DOTALL)
"""A title that cannot end so: the next line goes on with it."""
_PLAN_TITLE = re.compile(
    r"(ke hoach|danh muc|phu luc|bang tong hop|bieu|chuong trinh) (?!so\b).*\b(nam|cua) "
)
"""Folded title of a whole list: below it another plan may begin."""
_LONGEST_UNREAD = 4
"""Characters of a section's number that character recognition spoilt ("Il"); longer texts are no number."""


class Level(StrEnum):
    """What a heading row heads."""

    SECTION = "section"
    PART = "part"
    """Above the sections; set aside."""
    SUBHEADING = "subheading"
    """Below the sections; set aside."""
    REST = "rest"
    """The second line of the heading before."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading row."""

    level: Level
    number: str
    title: str
    label: Label | None = None
    unsure: bool = False
    """True when the row could also be the rest of a task cut by a page break."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the table a row stands."""

    has_task: bool
    """A task of the present section came before."""
    title: str
    """Title of the heading directly before; empty when rows came since."""
    next_row: Row | None
    is_numbered: bool = False
    """The heading directly before has a number, so a plain line below is rather its second line."""
    is_unfinished: bool = False
    """A cell of the task above cannot end as it does."""
    task_paths: frozenset[tuple[int, ...]] = frozenset()
    """Numbers of the tasks of the present section; what is counted below one of them is no heading."""


def heading_of(row: Row, style: Style, place: Place) -> Heading | None:
    """Tell whether a row is a heading, and of which level."""
    number = whole_label(row.own("number"))
    following = _label_below(place.next_row, style) if place.next_row is not None else None
    if row.bare:
        return _bare_heading(row, number, style, place, following)
    found = _with_cells(row, number, style, following)
    if found is None and row.bare_but_sums and _is_titled(row, number):
        found = _bare_heading(row, number, style, place, following)
    return replace(found, unsure=True) if found is not None else None


def _is_titled(row: Row, number: Label | None) -> bool:
    """Tell a row with a sum of money whose number or capitals say that it is no task."""
    found = heading_label(row.own("content"))
    label = number or (found[0] if found else None)
    high = label is not None and label.kind in {LabelKind.ROMAN, LabelKind.CAPITAL}
    return high or in_capitals(row.own("content"))


def _bare_heading(
    row: Row, number: Label | None, style: Style, place: Place, following: Label | None
) -> Heading | None:
    if row.own("group") and (row.own("content") or style.grouped):
        return None
    if number is None and row.own("content") and len(row.own("number")) > _LONGEST_UNREAD:
        return None
    text = row.own("content") or row.own("group") or ("" if number else row.own("number") or row.lone)
    if number is not None and number.kind is not LabelKind.DECIMAL and not text and len(row.extra) == 1:
        text = row.extra[0]
    if not text:
        return None
    if number is not None:
        return _labelled(row, number, text, style, place, following)
    found = heading_label(text)
    if found is not None:
        return _labelled(row, *found, style, place, following)
    return _unlabelled(row, text, style, place, following)


def _label_below(row: Row, style: Style) -> Label | None:
    """Return the number of the next row; a row of its own that begins with a dash counts as numbered so."""
    below = numbered(row, style)
    if below.label is None and not row.bare and begins_with_bullet(below.content):
        return Label("-", LabelKind.BULLET)
    return below.label


def ruled_heading(row: Row) -> Heading:
    """Read a row as the heading of a section because a person says so."""
    number = whole_label(row.own("number"))
    text = row.own("content") or row.own("group") or row.lone or " ".join(row.texts)
    found = (number, text) if number is not None else heading_label(text)
    return (
        Heading(Level.SECTION, found[0].text, found[1], found[0])
        if found
        else Heading(Level.SECTION, "", text)
    )


def _with_cells(row: Row, number: Label | None, style: Style, following: Label | None) -> Heading | None:
    """Read a heading row that has a deadline or a body of its own; what stands in those cells is reported."""
    found = (number, row.own("content")) if number else heading_label(row.own("content"))
    if found is None or following is None or following.kind is not LabelKind.DECIMAL:
        return None
    label, title = found
    if label.kind is LabelKind.ROMAN and style.has_roman and len(following.path) == 1:
        return Heading(Level.SECTION, label.text, title, label, unsure=True)
    leads = row.text("lead") or row.text("coordinating")
    if label.kind is LabelKind.DECIMAL and not leads and is_child(label, following):
        return Heading(_lower(style), label.text, title, label, unsure=True)
    return None


def _labelled(
    row: Row, label: Label, title: str, style: Style, place: Place, following: Label | None
) -> Heading | None:
    if label.kind is LabelKind.ROMAN:
        return Heading(Level.SECTION, label.text, title, label)
    if label.kind is LabelKind.CAPITAL:
        return Heading(Level.PART if style.has_roman else Level.SECTION, label.text, title, label)
    capitals = in_capitals(title)
    opens = following is not None and _opens(label, following, style)
    if label.kind is LabelKind.BULLET or (
        label.kind is LabelKind.LETTER and not capitals and not (row.banner and opens)
    ):
        return None
    if not row.banner and any(label.path[:depth] in place.task_paths for depth in range(1, len(label.path))):
        return None
    in_number_column = bool(row.own("number")) and whole_label(row.own("number")) is None
    if opens or row.banner or in_number_column or row.outside or capitals:
        return Heading(_lower(style), label.text, title, label)
    return None


def _opens(label: Label, following: Label, style: Style) -> bool:
    """Tell whether the next row's number says that this one is a heading: "1" before "1.1", "2" before "1"."""
    if following.kind is LabelKind.DECIMAL:
        return is_child(label, following) or following.path == (1,)
    return is_child(label, following) and not (style.has_roman or style.has_capital or style.whole_numbers)


def _lower(style: Style) -> Level:
    return Level.SUBHEADING if style.has_roman or style.has_capital else Level.SECTION


def _unlabelled(row: Row, text: str, style: Style, place: Place, following: Label | None) -> Heading | None:
    capitals = in_capitals(text)
    goes_on = capitals if in_capitals(place.title) else not starts_like_a_sentence(text)
    if place.title and (_UNENDED.fullmatch(place.title) or (not row.banner and goes_on)) and not row.outside:
        return Heading(Level.REST, "", text)
    if row.banner or capitals:
        unread = row.own("number") if row.own("content") else ""
        return Heading(Level.SECTION, unread, text, unsure=_PLAN_TITLE.match(fold(text)) is not None)
    if row.bold and not style.bold_rows:
        return Heading(_lower(style), "", text)
    if row.outside or not starts_like_a_sentence(text):
        return None
    restarts = following is not None and following.kind is LabelKind.DECIMAL and following.path == (1,)
    if place.title and place.is_numbered:
        return Heading(Level.REST, "", text, unsure=True)
    plain = style.numbering is Numbering.NONE and place.next_row is not None and not place.next_row.bare
    unlike_others = style.has_roman or style.has_capital
    if style.plain_titles and not place.is_unfinished and not unlike_others:
        return Heading(Level.SECTION, "", text, unsure=True)
    if not place.has_task or (not row.after_break and not unlike_others and (restarts or plain)):
        return Heading(Level.SECTION, "", text, unsure=True)
    return None
