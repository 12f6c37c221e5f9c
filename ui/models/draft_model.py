"""The draft under review as a table: every row of the plan, what to look at, and edits that are read again at once."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from cchc_desktop.columns import PLAN_COLUMNS
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.services.lesson_marks import LEARNT
from cchc_desktop.text import fold, squash
from ui import icons, theme
from ui.models.draft_edits import Context, reviewed
from ui.models.draft_review import Review, ReviewLog
from ui.models.draft_rows import RowKey, place_of, row_keys
from ui.models.draft_words import (
    ALL_ROWS,
    CHANGED,
    LEARNT_ROWS,
    LEFT_OUT,
    NEEDS_CHECK,
    mark_words,
    needs_check,
)
from ui.widgets.deadline_words import reading_words, whole_reading

_Index = QModelIndex | QPersistentModelIndex
MARK, PLACE, READING = "mark", "place", "reading"
_ALWAYS = ("content", "lead", "coordinating", "deadline")
_OPTIONAL = ("issuing_level", "product", "budget", "note")
_TITLES = {
    MARK: "Kiểm tra",
    PLACE: "TT",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "deadline": "Thời gian",
    READING: "Được hiểu là",
    "section_title": "Lĩnh vực",
}
EDITABLE = frozenset((*_ALWAYS, *_OPTIONAL, "section_title"))


class DraftModel(QAbstractTableModel):
    """One line for each task of the draft."""

    changed = Signal()
    """Counts may have changed: a row was edited, left out or taken back."""
    reading_wanted = Signal()
    """Rows were parted, joined or brought back, or a name got a meaning: the draft is to be read again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._table = 0
        self._row_keys: list[RowKey] = []
        self._read: tuple[TaskDraft, ...] = ()
        self._rows: list[TaskDraft] = []
        self._keys: tuple[str, ...] = (MARK, PLACE, *_ALWAYS, READING, "section_title")
        self.log = ReviewLog()

    @property
    def review(self) -> Review:
        """What a person did so far."""
        return self.log.current

    def fill(self, draft: PlanDraft, log: ReviewLog, context: Context) -> None:
        """Show a draft with what a person did to it before."""
        self.beginResetModel()
        self.log, self._context, self._table = log, context, draft.table
        self._read = draft.tasks
        self._row_keys = row_keys(draft)
        self._rows = [self._present(row) for row in range(len(draft.tasks))]
        optional = [
            key for key in _OPTIONAL if key in draft.columns or any(getattr(row, key) for row in self._rows)
        ]
        self._keys = (MARK, PLACE, *_ALWAYS, READING, *optional, "section_title")
        self.endResetModel()
        self.changed.emit()

    def _present(self, row: int) -> TaskDraft:
        assert self._context is not None  # noqa: S101 - rows exist once the model was filled
        return reviewed(self._read[row], self._row_keys[row], self.review, self._context)

    def take(self, label: str, review: Review, rows: Collection[int] | None = None) -> bool:
        """Go on to another state of the review; ``rows`` are those it changes, None for any."""
        before = self.review
        if not self.log.take(label, review):
            return False
        self._follow(before, rows)
        return True

    def undo(self) -> str:
        """Take the last step back; return what it was."""
        before, label = self.review, self.log.undo()
        self._follow(before, None)
        return label

    def redo(self) -> str:
        """Do again what was taken back."""
        before, label = self.review, self.log.redo()
        self._follow(before, None)
        return label

    def _follow(self, before: Review, rows: Collection[int] | None) -> None:
        if before.rulings != self.review.rulings or before.names != self.review.names:
            self.reading_wanted.emit()
            return
        changed = range(len(self._rows)) if rows is None else sorted(rows)
        for row in changed:
            self._rows[row] = self._present(row)
        if changed:
            self._tell(changed[0], changed[-1])
        else:
            self.changed.emit()

    def row_key(self, row: int) -> RowKey:
        """Return by what a row is known again."""
        return self._row_keys[row]

    def row_of(self, key: RowKey) -> int:
        """Return the row of a key, -1 when it is no longer there."""
        return self._row_keys.index(key) if key in self._row_keys else -1

    def rows_like(self, row: int) -> tuple[int, ...]:
        """Return the rows with the same time phrase, this one among them."""
        phrase = fold(self._rows[row].deadline)
        return tuple(number for number, task in enumerate(self._rows) if fold(task.deadline) == phrase)

    def is_changed(self, row: int) -> bool:
        """Tell whether a person changed a text or the reading of a row."""
        key = self._row_keys[row]
        return key in self.review.edits or key in self.review.readings

    def own_readings(self) -> frozenset[int]:
        """Return the rows whose time phrase a person read."""
        phrases = self.review.phrases
        return frozenset(
            row
            for row, task in enumerate(self._rows)
            if self._row_keys[row] in self.review.readings or fold(task.deadline) in phrases
        )

    @property
    def table(self) -> int:
        """Number of the table the rows come from."""
        return self._table

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
            return needs_check(task) and not self.is_left_out(row)
        if wanted == LEARNT_ROWS:
            return any(problem.code in LEARNT for problem in task.problems)
        if wanted == LEFT_OUT:
            return self.is_left_out(row)
        if wanted == CHANGED:
            return self.is_changed(row)
        return not wanted or any(problem.code == wanted for problem in task.problems)

    def counts(self) -> Mapping[str, int]:
        """Count the rows of each filter that has any."""
        rows = range(len(self._rows))
        found = {ALL_ROWS: len(self._rows)}
        found[NEEDS_CHECK] = sum(self.matches(row, NEEDS_CHECK) for row in rows)
        for task in self._rows:
            for code in dict.fromkeys(
                problem.code for problem in task.problems if problem.code not in LEARNT
            ):
                found[code] = found.get(code, 0) + 1
        for wanted in (LEARNT_ROWS, CHANGED, LEFT_OUT):
            found[wanted] = sum(self.matches(row, wanted) for row in rows)
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
            return _mark_icon(task)
        if role == Qt.ItemDataRole.ForegroundRole and (left_out or key in (PLACE, READING)):
            return theme.colour("muted")
        if role == Qt.ItemDataRole.BackgroundRole and _in_question(task, key):
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
            return reading_words(task.deadline, task.deadline_reading)
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
        keys = [self._row_keys[number] for number in rows]
        label = f"sửa {_heading(key).lower()} dòng {place_of(task) or row + 1}"
        return self.take(label, self.review.with_text(keys, key, text), rows)

    def leave_out(self, rows: Sequence[int], *, out: bool) -> None:
        """Leave rows out of the import, or take them back."""
        keys = [self._row_keys[row] for row in rows]
        label = f"{'bỏ' if out else 'chọn lại'} {len(keys)} dòng"
        self.take(label, self.review.with_left_out(keys, out=out), rows)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._keys) - 1))
        self.changed.emit()


def _heading(key: str) -> str:
    return _TITLES[key] if key in _TITLES else PLAN_COLUMNS[key].title


def _mark_icon(task: TaskDraft) -> QIcon:
    if needs_check(task):
        return icons.icon("triangle-alert", "figure_due_soon")
    return icons.icon("info", "accent") if task.problems else icons.icon("check", "figure_completed")


def _in_question(task: TaskDraft, key: str) -> bool:
    field = "deadline" if key == READING else key
    return any(problem.field == field and problem.code not in LEARNT for problem in task.problems)
