"""Tasks as they stand in a table, before their phrases are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cchc_desktop.reading.grid.assembly import Dropped
from cchc_desktop.reading.grid.labels import Label
from cchc_desktop.text import squash


class Borrowed(StrEnum):
    """Why a row has a text that stands in a row above."""

    MERGED = "merged"
    """The cell is merged down over the row."""
    ABOVE = "above"
    """The cell is empty and the row belongs to the one above."""
    DITTO = "ditto"
    """The cell says "as above"."""


@dataclass(frozen=True, slots=True)
class RawTask:
    """A task as it stands in the table, before its phrases are read."""

    section: str
    section_title: str
    number: str
    cells: Mapping[str, str]
    """Role -> printed text, line breaks kept where a cell has them."""
    rows: tuple[int, ...]
    flags: frozenset[str]
    """joined_rows, number_out_of_order, missing_number, strange_number, row_unsure, maybe_cut, shared_number,
    shared_content, extra_cells,
    merged_columns, guessed_cells, columns_moved, duplicate_row."""
    pieces: tuple[str, ...] = ()
    """What stands in each of the rows."""
    over: Mapping[str, str] = field(default_factory=dict)
    """Role -> text of the heading row above, when that names bodies or a time for all rows below it."""
    borrowed: Mapping[str, Borrowed] = field(default_factory=dict)
    """Roles whose text stands in a row above, and why it is theirs."""

    def text(self, role: str) -> str:
        """Return the printed text of a role with single spaces."""
        return squash(self.cells.get(role, ""))


@dataclass(frozen=True, slots=True)
class TaskRows:
    """What the rows of a table became."""

    tasks: tuple[RawTask, ...]
    dropped: tuple[Dropped, ...]
    joined: int
    """Rows that were joined to the row above."""
    unsure_headings: tuple[str, ...]
    headings: tuple[tuple[int, str, bool], ...] = ()
    """(row, text, unsure) of the headings of sections."""


@dataclass(slots=True)
class DraftTask:
    """A task while rows are still joined to it."""

    section: str
    section_title: str
    number: str
    label: Label | None
    pieces: dict[str, list[str]]
    rows: list[int]
    flags: set[str]
    texts: list[str]
    over: Mapping[str, str]
    merged: list[str] = field(default_factory=list)
    kept: bool = False
    """A person says that it is a task."""

    def add(self, role: str, raw: str) -> None:
        """Add a piece of text to a role."""
        if raw.strip():
            self.pieces.setdefault(role, []).append(raw)

    def done(self) -> RawTask:
        """Return the task as it stands."""
        cells = {role: " ".join(pieces) for role, pieces in self.pieces.items()}
        return RawTask(
            self.section,
            self.section_title,
            self.number,
            cells,
            tuple(self.rows),
            frozenset(self.flags),
            tuple(self.texts),
            self.over,
            dict.fromkeys(self.merged, Borrowed.MERGED),
        )
