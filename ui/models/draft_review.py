"""What a person does to a draft: texts, readings, names, rows; every step can be taken back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning, PhraseReading
from cchc_desktop.reading.draft import Ruling
from cchc_desktop.text import fold
from ui.models.draft_rows import RowKey


@dataclass(frozen=True, slots=True)
class PhraseChoice:
    """How a time phrase is to be read in every row that has it."""

    phrase: str
    reading: Deadline
    remember: bool = True


@dataclass(frozen=True, slots=True)
class NameChoice:
    """What a name in an agency cell means."""

    phrase: str
    kind: LessonKind
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Review:
    """One state of the review; never changed in place, so that an earlier one can be brought back."""

    edits: Mapping[RowKey, Mapping[str, str]] = field(default_factory=dict)
    left_out: frozenset[RowKey] = frozenset()
    readings: Mapping[RowKey, Deadline] = field(default_factory=dict)
    """Own readings of single rows."""
    phrases: Mapping[str, PhraseChoice] = field(default_factory=dict)
    """Folded phrase -> reading for all rows alike."""
    names: Mapping[str, NameChoice] = field(default_factory=dict)
    """Folded name -> what it means."""
    rulings: Mapping[tuple[int, int], Ruling] = field(default_factory=dict)
    """(table, row of the table) -> what the row is."""

    def with_text(self, rows: Collection[RowKey], key: str, text: str) -> "Review":
        """Set a text of rows; an own reading of a phrase goes with the phrase."""
        edits = dict(self.edits)
        for row in rows:
            edits[row] = {**edits.get(row, {}), key: text}
        readings = dict(self.readings)
        if key == "deadline":
            for row in rows:
                readings.pop(row, None)
        return replace(self, edits=edits, readings=readings)

    def without_changes(self, row: RowKey) -> "Review":
        """Take back what was typed into a row."""
        return replace(self, edits=_without(self.edits, row), readings=_without(self.readings, row))

    def with_left_out(self, rows: Collection[RowKey], *, out: bool) -> "Review":
        """Leave rows out, or take them back."""
        return replace(self, left_out=self.left_out | set(rows) if out else self.left_out - set(rows))

    def with_reading(self, row: RowKey, reading: Deadline) -> "Review":
        """Read the phrase of one row otherwise."""
        return replace(self, readings={**self.readings, row: reading})

    def with_phrase(self, choice: PhraseChoice, rows: Collection[RowKey]) -> "Review":
        """Read a phrase otherwise in every row that has it; ``rows`` are these."""
        readings = {row: reading for row, reading in self.readings.items() if row not in rows}
        return replace(self, phrases={**self.phrases, fold(choice.phrase): choice}, readings=readings)

    def with_name(self, choice: NameChoice) -> "Review":
        """Let a name mean a body or a group."""
        return replace(self, names={**self.names, fold(choice.phrase): choice})

    def with_rulings(self, table: int, rulings: Mapping[int, Ruling]) -> "Review":
        """Say what rows of a table are."""
        return replace(
            self, rulings={**self.rulings, **{(table, row): what for row, what in rulings.items()}}
        )

    def rulings_of(self, table: int) -> dict[int, Ruling]:
        """Return what was said of the rows of a table."""
        return {row: what for (of, row), what in self.rulings.items() if of == table}

    def lessons(self, source: str, year: int, *, phrases: bool = True) -> tuple[Lesson, ...]:
        """Return what is to be used for the same phrases from now on; ``phrases``: also time phrases to remember."""
        names = [
            Lesson(choice.kind, choice.phrase, NameMeaning(choice.key, choice.name), source)
            for choice in self.names.values()
        ]
        if not phrases:
            return tuple(names)
        return (
            *names,
            *(
                Lesson(LessonKind.DEADLINE, choice.phrase, PhraseReading(choice.reading, year), source)
                for choice in self.phrases.values()
                if choice.remember
            ),
        )


def _without(mapping: Mapping[RowKey, Any], row: RowKey) -> dict[RowKey, Any]:
    return {key: value for key, value in mapping.items() if key != row}


class ReviewLog:
    """The review as it stands, and the steps that led there."""

    def __init__(self, current: Review | None = None) -> None:
        self.current = current or Review()
        self._done: list[tuple[str, Review]] = []
        self._undone: list[tuple[str, Review]] = []

    def take(self, label: str, review: Review) -> bool:
        """Go on to another state; False when it is the same."""
        if review == self.current:
            return False
        self._done.append((label, self.current))
        self._undone.clear()
        self.current = review
        return True

    def undo(self) -> str:
        """Go back one step; return what was taken back, nothing when there is none."""
        return self._step(self._done, self._undone)

    def redo(self) -> str:
        """Go forward again one step; return what was done again."""
        return self._step(self._undone, self._done)

    def _step(self, source: list[tuple[str, Review]], target: list[tuple[str, Review]]) -> str:
        if not source:
            return ""
        label, review = source.pop()
        target.append((label, self.current))
        self.current = review
        return label

    @property
    def next_undo(self) -> str:
        """What would be taken back; empty for nothing."""
        return self._done[-1][0] if self._done else ""

    @property
    def next_redo(self) -> str:
        """What would be done again; empty for nothing."""
        return self._undone[-1][0] if self._undone else ""
