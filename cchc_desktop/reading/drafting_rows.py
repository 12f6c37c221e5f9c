"""Rows of a table become rows of a draft: bodies split, time phrases read, problems noted."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from cchc_desktop.domain.agencies import Directory, Party
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind, read_deadline
from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.reading.drafting_bodies import part_bodies
from cchc_desktop.reading.grid.inheritance import with_texts_above
from cchc_desktop.reading.grid.layout import Layout
from cchc_desktop.reading.grid.raw import Borrowed, RawTask
from cchc_desktop.reading.row_problems import problems_of
from cchc_desktop.text import fold

_TIME = re.compile(r"\d|(ngày|tháng|quý|đầu|cuối|giữa|tuần|năm)\b|t\d", re.IGNORECASE)
_WITHOUT_DATES = frozenset({DeadlineKind.CONTINUOUS, DeadlineKind.CONDITIONAL, DeadlineKind.REFERENCE})
_FIELDS_OF_TIMES = {"start": "deadline", "end": "deadline"}
_TWO_YEARS = (2000, 2004)
"""Two years; a phrase that reads the same in both names its own year or needs none."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows ready to be read in a year."""

    raw: tuple[RawTask, ...]
    directory: Directory
    fields: frozenset[str]
    split_cells: int

    @property
    def borrowed(self) -> Counter[Borrowed]:
        """Count the cells whose text stands in a row above."""
        return Counter(why for task in self.raw for why in task.borrowed.values())

    @property
    def phrases(self) -> tuple[str, ...]:
        """Return the time phrases of all rows."""
        return tuple(phrase_of(task) for task in self.raw)

    def tasks(self, year: int) -> tuple[TaskDraft, ...]:
        """Read the rows as tasks of a year (0: not known); the same text is read once."""
        split = cache(self.directory.split)
        read = cache(partial(_reading, year=year))
        return tuple(_task(raw, split, read, self.fields) for raw in self.raw)


def draft_rows(tasks: Sequence[RawTask], layout: Layout, directory: Directory) -> Rows:
    """Prepare rows: cells that hold lead and coordinating bodies are split, equal rows are marked."""
    fields = fields_of(layout)
    alone = "coordinating" not in layout.roles
    split = [_parted(task, both=layout.both) if alone else None for task in tasks]
    if any(split):
        fields |= {"coordinating"}
    rows = [apart or task for task, apart in zip(tasks, split, strict=True)]
    whole = _with_repeats(with_texts_above(rows))
    return Rows(tuple(whole), directory, fields, sum(apart is not None for apart in split))


def fields_of(layout: Layout) -> frozenset[str]:
    """Return the fields that a table has."""
    fields = set(layout.roles) - {"start", "end"}
    return frozenset(fields | ({"deadline"} if layout.marks or "end" in layout.roles else set()))


def phrase_of(task: RawTask) -> str:
    """Return the time phrase of a row; a begin and an end make "Từ … đến …".

    >>> phrase_of(RawTask("", "", "1", {"start": "01/4/2024", "end": "31/12/2024"}, (1,), frozenset()))
    'Từ 01/4/2024 đến 31/12/2024'
    """
    start, end, whole = task.text("start"), task.text("end"), task.text("deadline")
    if whole or not start:
        return whole or end
    if not _TIME.match(start):
        return f"{start} {end}".strip() if end != start else start
    first = f"Từ {start}"
    if not end or end == start:
        return first if not end else start
    return f"{first} {end}" if fold(end).startswith("den ") else f"{first} đến {end}"


def _task(
    raw: RawTask,
    split: Callable[[str], tuple[Party, ...]],
    read: Callable[[str], Deadline],
    fields: frozenset[str],
) -> TaskDraft:
    phrase = phrase_of(raw)
    parties = {field: split(raw.cells.get(field, "")) for field in ("lead", "coordinating")}
    reading = read(phrase)
    return TaskDraft(
        section=raw.section,
        section_title=raw.section_title,
        number=raw.number,
        content=raw.text("content"),
        lead=raw.text("lead"),
        coordinating=raw.text("coordinating"),
        issuing_level=raw.text("issuing_level"),
        product=raw.text("product"),
        budget=raw.text("budget"),
        note=raw.text("note"),
        deadline=phrase,
        lead_parties=parties["lead"],
        coordinating_parties=parties["coordinating"],
        deadline_reading=reading,
        problems=problems_of(raw, parties, reading, phrase, fields),
        source_rows=raw.rows,
        pieces=raw.pieces,
        inherited=tuple(dict.fromkeys(_FIELDS_OF_TIMES.get(role, role) for role in raw.borrowed)),
    )


def _reading(phrase: str, year: int) -> Deadline:
    """Read a time phrase; without a plan year only what does not depend on one is taken."""
    if year:
        return read_deadline(phrase, year)
    one, other = (read_deadline(phrase, each) for each in _TWO_YEARS)
    if one == other:
        return one
    undated = one.kind is other.kind and one.kind in _WITHOUT_DATES
    return Deadline(
        one.kind if undated else DeadlineKind.UNKNOWN,
        explanation=f"Chưa biết năm của kế hoạch nên chưa hiểu hết “{phrase}”; hãy nhập năm.",
    )


def _parted(task: RawTask, *, both: bool) -> RawTask | None:
    """Split "Chủ trì: Sở A; Phối hợp: Sở B" of one cell in two."""
    found = part_bodies(task.cells.get("lead", ""), both=both)
    if found is None:
        return None
    return replace(task, cells={**task.cells, "lead": found[0], "coordinating": found[1]})


def _with_repeats(tasks: Sequence[RawTask]) -> list[RawTask]:
    """Mark rows that say the same as another of their section."""
    said = [_essence(task) for task in tasks]
    counted = Counter(said)
    return [
        replace(task, flags=task.flags | {"duplicate_row"}) if counted[essence] > 1 and essence[2] else task
        for task, essence in zip(tasks, said, strict=True)
    ]


def _essence(task: RawTask) -> tuple[str, ...]:
    texts = (
        task.section,
        task.section_title,
        *(task.text(role) for role in ("content", "lead", "coordinating")),
    )
    return tuple(text.casefold() for text in (*texts, phrase_of(task)))
