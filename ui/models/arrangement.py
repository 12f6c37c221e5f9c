"""How the rows stand in the table: narrowed by the filter, sorted inside their sections, under section rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cchc_desktop.domain.tasks import Status
from cchc_desktop.text import collation_key
from ui.models.search import SearchIndex
from ui.models.task_filter import TaskFilter, base_rows, by_status, status_counts
from ui.models.task_list import SectionKey, TaskList, TaskRow

_SORTED_CHARACTERS = 48
_DONE = (Status.COMPLETED_ON_TIME, Status.COMPLETED_LATE)
_RANK = {status: rank for rank, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The row above the tasks of a section."""

    key: SectionKey
    title: str
    done: int
    total: int
    collapsed: bool


Entry = SectionRow | TaskRow


class Arrangement:
    """Keeps the rows, the filter, the sort and the collapsed sections, and says what stands where."""

    def __init__(self) -> None:
        self.source = TaskList()
        self.filter = TaskFilter()
        self.missing: Mapping[str, frozenset[int]] = {}
        self.sort_column = ""
        self.descending = False
        self.collapsed: set[SectionKey] = set()
        self.entries: list[Entry] = []
        self.counts: dict[str, int] = {}
        self.shown = 0
        self.matched: tuple[str, ...] = ()
        """What the rows shown contain, folded: to be highlighted."""
        self._candidates: list[TaskRow] = []
        self._index: SearchIndex | None = None
        self._keys: dict[str, dict[int, Any]] = {}
        self._progress: dict[SectionKey, tuple[int, int]] = {}

    def load(self, source: TaskList) -> None:
        """Take new rows; filter, sort and collapsed sections stay."""
        self.source = source
        self._keys.clear()
        self._narrow()

    def set_filter(self, wanted: TaskFilter, *, search_later: bool = False) -> None:
        """Take another filter; rows are narrowed anew only when more than search and status differ.

        ``search_later`` leaves the search to the caller, who runs ``index().turns`` and hands hits to ``arrange``.
        """
        narrowed = _without_search(wanted) != _without_search(self.filter)
        self.filter = wanted
        if narrowed:
            self._narrow(search_later=search_later)
        elif not search_later:
            self.arrange(self.search())

    def sort_by(self, column: str, *, descending: bool = False) -> None:
        """Sort inside the sections by a column; an empty name is plan order."""
        self.sort_column, self.descending = column, descending
        self._narrow()

    def toggle(self, key: SectionKey) -> None:
        """Collapse or open a section."""
        self.collapsed ^= {key}
        self.arrange(self.search())

    def search(self) -> Sequence[TaskRow]:
        """Return the candidates that the search finds."""
        self.matched = ()
        for words in self.filter.attempts():
            hits = self.index().find(words)
            if hits:
                self.matched = words
                return self.rows_at(hits)
        return [] if self.filter.words() else self._candidates

    def index(self) -> SearchIndex:
        """Return the search index over the candidates; made at the first keystroke after they changed."""
        if self._index is None:
            self._index = SearchIndex([row.folded for row in self._candidates])
        return self._index

    def rows_at(self, positions: Iterable[int]) -> list[TaskRow]:
        """Return the candidates at positions of the search index."""
        return [self._candidates[position] for position in positions]

    def arrange(self, hits: Iterable[TaskRow]) -> None:
        """Count what the search found, keep the chosen status, and put the rows under their section rows."""
        found = list(hits)
        self.counts = status_counts(found)
        rows = by_status(found, self.filter.status)
        self.shown = len(rows)
        entries: list[Entry] = []
        section: SectionKey | None = None
        hidden = False
        for row in rows:
            if row.section != section:
                section = row.section
                hidden = section in self.collapsed
                entries.append(self._section_row(section, collapsed=hidden))
            if not hidden:
                entries.append(row)
        self.entries = entries

    def matching(self) -> tuple[TaskRow, ...]:
        """Return all rows that pass the whole filter, also those in collapsed sections."""
        return tuple(by_status(self.search(), self.filter.status))

    def _narrow(self, *, search_later: bool = False) -> None:
        base = base_rows(self.source, self.filter, self.missing)
        self._progress = _progress(base)
        self._candidates = self._sorted(base)
        self._index = None
        if not search_later:
            self.arrange(self.search())

    def _sorted(self, rows: list[TaskRow]) -> list[TaskRow]:
        if not self.sort_column:
            return rows
        keys = self._keys.setdefault(self.sort_column, {})
        make = _KEYS[self.sort_column]
        for row in rows:
            if row.id not in keys:
                keys[row.id] = make(row)
        place = {key: position for position, key in enumerate(dict.fromkeys(row.section for row in rows))}
        ordered = sorted(rows, key=lambda row: keys[row.id], reverse=self.descending)
        return sorted(ordered, key=lambda row: place[row.section])

    def _section_row(self, key: SectionKey, *, collapsed: bool) -> SectionRow:
        plan_id, number, title = key
        words = ". ".join(part for part in (number, title.upper()) if part) or "Nhiệm vụ khác"
        if len(self.source.plans_shown) > 1:
            plan = next((each for each in self.source.plans if each.id == plan_id), None)
            if plan is not None:
                words += f" – {plan.head.document_number or plan.head.title or plan.source_name}"
        done, total = self._progress.get(key, (0, 0))
        return SectionRow(key, words, done, total, collapsed)


def _without_search(wanted: TaskFilter) -> TaskFilter:
    return replace(wanted, search="", status="")


def _progress(rows: Iterable[TaskRow]) -> dict[SectionKey, tuple[int, int]]:
    counted: dict[SectionKey, list[int]] = {}
    for row in rows:
        pair = counted.setdefault(row.section, [0, 0])
        pair[0] += row.status in _DONE
        pair[1] += 1
    return {key: (done, total) for key, (done, total) in counted.items()}


def _text_key(text: str) -> tuple[bool, Any]:
    return (not text, collation_key(text[:_SORTED_CHARACTERS]))


def _number_key(row: TaskRow) -> tuple[int, str]:
    digits = "".join(char for char in row.number if char.isdigit())
    return (int(digits) if digits else 0, row.number)


_KEYS: Mapping[str, Callable[[TaskRow], Any]] = {
    "number": _number_key,
    "content": lambda row: _text_key(row.content),
    "lead": lambda row: _text_key(row.lead),
    "coordinating": lambda row: _text_key(row.coordinating),
    "deadline": lambda row: (
        row.task.reading.start or row.due or date.max if row.task else date.max,
        row.deadline,
    ),
    "due": lambda row: row.due or date.max,
    "status": lambda row: _RANK[row.status] if row.status is not None else len(_RANK),
}
