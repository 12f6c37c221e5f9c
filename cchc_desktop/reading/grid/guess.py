"""Columns of a table told by what stands in them, where its headings say nothing that is known."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.reading.grid.contents import MOST
from cchc_desktop.reading.grid.header import Column, Header
from cchc_desktop.reading.grid.headings import heading_key
from cchc_desktop.reading.grid.labels import whole_label
from cchc_desktop.reading.grid.layout import (
    SAMPLE,
    Layout,
    by_column,
    is_number,
    texts_of,
    unused_headings,
)
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, share, starts_like_a_sentence
from cchc_desktop.reading.grid.spans import Line, width
from cchc_desktop.text import squash

_SCORE = 4.0
"""What a table without readable heading has for it; a readable one with all fields has more."""
_LONGEST = 60
"""Characters of a cell in a heading row that nobody knows."""


def guess(lines: Sequence[Line]) -> tuple[Header | None, Layout | None]:
    """Tell heading row and columns by the contents of a table; None for what cannot be told."""
    layout = guess_layout(lines)
    if layout is None or not lines or not _is_heading(lines[0], layout):
        return None, layout
    texts = {
        place: squash(" ".join(cell.text for cell in cells))
        for place, cells in by_column(lines[0], layout.columns).items()
        if place is not None
    }
    roles = {place: role for role, place in layout.roles.items()}
    columns = tuple(
        replace(column, heading=texts.get(place, ""), role=roles.get(place, ""), strength=1)
        for place, column in enumerate(layout.columns)
    )
    keys = frozenset(heading_key(text) for text in texts.values())
    ignored = unused_headings(columns, layout.roles, (), lines[1 : SAMPLE + 1])
    return Header(0, 0, columns, _SCORE, (keys,)), replace(layout, columns=columns, ignored=ignored)


def _is_heading(line: Line, layout: Layout) -> bool:
    """Tell a row of headings in words of its own from a row of the table: no number, no time, no rest of a sentence."""
    cells = by_column(line, layout.columns)
    texts = {place: squash(" ".join(cell.text for cell in found)) for place, found in cells.items()}
    number = texts.get(layout.roles["number"], "") if "number" in layout.roles else ""
    return (
        all(texts.get(place) for place in layout.roles.values())
        and all(len(text) <= _LONGEST and starts_like_a_sentence(text) for text in texts.values() if text)
        and whole_label(number) is None
        and not deadline_like(texts[layout.roles["deadline"]])
    )


def guess_layout(lines: Sequence[Line]) -> Layout | None:
    """Tell the columns of a table without headings by their contents; None when it does not look like tasks."""
    sample = lines[:SAMPLE]
    columns = tuple(Column(place, place) for place in range(width(sample)))
    texts = [texts_of(columns, place, sample) for place in range(len(columns))]
    roles: dict[str, int] = {}
    numbers = [place for place in range(len(columns)) if share(texts[place], is_number) >= MOST]
    if numbers:
        roles["number"] = numbers[0]
    free = [place for place in range(len(columns)) if place not in numbers and any(texts[place])]
    times = [place for place in free if share(texts[place], deadline_like) >= MOST]
    if not times or len(free) < 3:
        return None
    roles["deadline"] = max(times, key=lambda place: share(texts[place], deadline_like))
    free.remove(roles["deadline"])
    roles["content"] = max(free, key=lambda place: sum(map(len, texts[place])))
    free.remove(roles["content"])
    bodies = [place for place in free if share(texts[place], agency_like) >= MOST]
    roles.update(zip(("lead", "coordinating", "issuing_level"), bodies, strict=False))
    if not bodies:
        return None
    return Layout(columns, roles, ignored=unused_headings(columns, roles, (), sample), guessed=True)
