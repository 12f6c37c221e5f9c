"""The draft under review as a table: every row of the plan, what to look at, and edits that are read again at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.columns import PLAN_COLUMNS
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.text import squash
from ui import icons, theme
from ui.models.draft_rows import RowKey, mark_words, place_of, row_keys
from ui.widgets.deadline_words import short_reading, whole_reading

_Index = QModelIndex | QPersistentModelIndex
MARK, PLACE, READING = "mark", "place", "reading"
NEEDS_CHECK, ALL_ROWS, LEFT_OUT = "needs_check", "", "left_out"
"""Filters beside the codes of problems."""
_ALWAYS = ("content", "lead", "coordinating", "deadline")
_OPTIONAL = ("issuing_level", "product", "budget", "note")
_TITLES = {MARK: "Kiểm tra", PLACE: "TT", READING: "Được hiểu là", "section_title": "Lĩnh vực"}
EDITABLE = frozenset((*_ALWAYS, *_OPTIONAL, "section_title"))
Reread = Callable[[TaskDraft, str, str], TaskDraft]
"""(row, field, new text) -> the row with this text and everything that follows from it."""


@dataclass
class Review:
    """What a person did to a draft; survives going back and reading again."""

    edits: dict[RowKey, dict[str, str]] = field(default_factory=dict)
    left_out: set[RowKey] = field(default_factory=set)


class DraftModel(QAbstractTableModel):
    """One line for each task of the draft."""

    changed = Signal()
    """Counts may have changed: a row was edited, left out or taken back."""

    def __init__(self, reread: Reread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reread = reread
        self._row_keys: list[RowKey] = []
        self._read: tuple[TaskDraft, ...] = ()
        self._rows: list[TaskDraft] = []
        self._keys: tuple[str, ...] = (MARK, PLACE, *_ALWAYS, READING, "section_title")
        self.review = Review()

    def fill(self, draft: PlanDraft, review: Review) -> None:
        """Show a draft with what a person did to it before."""
        self.beginResetModel()
        self.review = review
        self._read = draft.tasks
        self._row_keys = row_keys(draft)
        self._rows = [
            self._with_edits(task, key) for task, key in zip(draft.tasks, self._row_keys, strict=True)
        ]
        optional = [
            key for key in _OPTIONAL if key in draft.columns or any(getattr(row, key) for row in self._rows)
        ]
        self._keys = (MARK, PLACE, *_ALWAYS, READING, *optional, "section_title")
        self.endResetModel()
        self.changed.emit()

    def _with_edits(self, task: TaskDraft, row_key: RowKey) -> TaskDraft:
        for key, text in self.review.edits.get(row_key, {}).items():
            task = self._reread(task, key, text)
        return task

    def read_again(self) -> None:
        """Read every row again after the directory learnt a name."""
        for number, task in enumerate(self._rows):
            led = self._reread(task, "lead", task.lead)
            self._rows[number] = self._reread(led, "coordinating", led.coordinating)
        self._tell(0, len(self._rows) - 1)

    def is_left_out(self, row: int) -> bool:
        """Tell whether a row is left out of the import."""
        return self._row_keys[row] in self.review.left_out

    def task(self, row: int) -> TaskDraft:
        """Return a row as it stands now."""
        return self._rows[row]

    def original(self, row: int) -> TaskDraft:
        """Return a row as it was read from the file."""
        return self._read[row]

    def tasks(self) -> tuple[TaskDraft, ...]:
        """Return all rows as they stand now."""
        return tuple(self._rows)

    def left_out(self) -> frozenset[int]:
        """Return the rows left out of the import."""
        return frozenset(row for row in range(len(self._rows)) if self.is_left_out(row))

    def kept(self) -> tuple[TaskDraft, ...]:
        """Return the rows to import: all but those left out."""
        return tuple(task for row, task in enumerate(self._rows) if not self.is_left_out(row))

    def keys(self) -> tuple[str, ...]:
        """Return the columns shown."""
        return self._keys

    def matches(self, row: int, wanted: str) -> bool:
        """Tell whether a row belongs to a filter: all, needing a check, left out, or a code of a problem."""
        task = self._rows[row]
        if wanted == NEEDS_CHECK:
            return bool(task.problems)
        if wanted == LEFT_OUT:
            return self.is_left_out(row)
        return not wanted or any(problem.code == wanted for problem in task.problems)

    def counts(self) -> Mapping[str, int]:
        """Count the rows of each filter that has any."""
        found = {ALL_ROWS: len(self._rows), NEEDS_CHECK: sum(bool(task.problems) for task in self._rows)}
        for task in self._rows:
            for code in dict.fromkeys(problem.code for problem in task.problems):
                found[code] = found.get(code, 0) + 1
        found[LEFT_OUT] = sum(self.is_left_out(row) for row in range(len(self._rows)))
        return found

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many tasks there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the columns shown."""
        return 0 if parent.isValid() else len(self._keys)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            key = self._keys[section]
            return _TITLES[key] if key in _TITLES else PLAN_COLUMNS[key].title
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let texts be edited and rows be left out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        key = self._keys[index.column()]
        if key == MARK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if key in EDITABLE else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer text, tool tip, mark, colour and the sentence for screen readers."""
        if not index.isValid():
            return None
        task, key = self._rows[index.row()], self._keys[index.column()]
        left_out = self.is_left_out(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(task, key, left_out=left_out)
        if role == Qt.ItemDataRole.EditRole:
            return getattr(task, key) if key in EDITABLE else self._text(task, key, left_out=left_out)
        if role == Qt.ItemDataRole.CheckStateRole and key == MARK:
            return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(task, key)
        if role == Qt.ItemDataRole.DecorationRole and key == MARK and not left_out:
            return (
                icons.icon("triangle-alert", "figure_due_soon")
                if task.problems
                else icons.icon("check", "figure_completed")
            )
        if role == Qt.ItemDataRole.ForegroundRole and (left_out or key in (PLACE, READING)):
            return theme.colour("muted")
        if role == Qt.ItemDataRole.BackgroundRole and any(problem.field == key for problem in task.problems):
            return theme.colour("banner_bg")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place_of(task)}, {_heading(key)}: {self._text(task, key, left_out=left_out)}"
        return None

    def _text(self, task: TaskDraft, key: str, *, left_out: bool) -> str:
        if key == MARK:
            return mark_words(task, left_out=left_out)
        if key == PLACE:
            return place_of(task)
        if key == READING:
            return short_reading(task.deadline_reading)
        return str(getattr(task, key))

    @staticmethod
    def _tip(task: TaskDraft, key: str) -> str:
        about = [problem.message for problem in task.problems if key == MARK or problem.field == key]
        if key == READING:
            about = [whole_reading(task.deadline, task.deadline_reading), task.deadline_reading.explanation]
        elif key in EDITABLE:
            about = [getattr(task, key), *about]
        return "\n".join(part for part in about if part)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an edit or a tick; an edited text is read again at once."""
        if not index.isValid():
            return False
        key = self._keys[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and key == MARK:
            self.leave_out([index.row()], out=Qt.CheckState(value) == Qt.CheckState.Unchecked)
            return True
        if role == Qt.ItemDataRole.EditRole and key in EDITABLE:
            return self.edit(index.row(), key, str(value))
        return False

    def edit(self, row: int, key: str, text: str) -> bool:
        """Set a text of a row; the title of a section changes for every row of the section."""
        text, task = squash(text), self._rows[row]
        if text == getattr(task, key):
            return False
        rows = [row]
        if key == "section_title":
            rows = [
                number
                for number, other in enumerate(self._rows)
                if (other.section, other.section_title) == (task.section, task.section_title)
            ]
        for number in rows:
            self.review.edits.setdefault(self._row_keys[number], {})[key] = text
            self._rows[number] = self._reread(self._rows[number], key, text)
        self._tell(rows[0], rows[-1])
        return True

    def leave_out(self, rows: Sequence[int], *, out: bool) -> None:
        """Leave rows out of the import, or take them back."""
        for row in rows:
            key = self._row_keys[row]
            if out:
                self.review.left_out.add(key)
            else:
                self.review.left_out.discard(key)
        if rows:
            self._tell(min(rows), max(rows))

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._keys) - 1))
        self.changed.emit()


def _heading(key: str) -> str:
    return _TITLES[key] if key in _TITLES else PLAN_COLUMNS[key].title
