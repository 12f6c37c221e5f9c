"""Kết quả: fields that save themselves one by one. Typed text is never lost: what fails stays, with the reason."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import NotFound, UserError
from cchc_desktop.services.result_entry import ResultEntry, by_period
from cchc_desktop.text import squash
from cchc_desktop.words import PROGRESS_WORDS
from ui import theme
from ui.bridge import Bridge
from ui.pages.task_panel_facts import heading
from ui.widgets.date_field import DateField
from ui.widgets.fields import Combo, written
from ui.widgets.save_note import SaveNote
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_PAUSE_MS = 2000
_WHOLE = ("completed_on", "document", "document_date")
"""Fields of a task that ends once; a continuous task has them per period instead."""
LABELS = {
    "own_due": "Hạn nội bộ",
    "progress": "Tình trạng",
    "completed_on": "Ngày hoàn thành",
    "document": "Số, ký hiệu văn bản",
    "document_date": "Ngày văn bản",
    "note": "Ghi chú kết quả",
}
_NEEDS_DAY = "Nhiệm vụ đã hoàn thành cần có ngày hoàn thành. Nếu chưa hoàn thành, hãy đổi Tình trạng."


class ResultForm(QWidget):
    """State, dates, document and note of one task."""

    recorded = Signal(object)
    """Task as stored after a field saved itself."""
    kept_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._task: Task | None = None
        self._kept: dict[int, dict[str, tuple[str, str]]] = {}
        """Per task and field: the text that could not be saved, and why."""
        self.progress = Combo(LABELS["progress"])
        for progress in Progress:
            self.progress.addItem(PROGRESS_WORDS[progress], progress)
        self.dates = {
            key: DateField(LABELS[key], self._today) for key in ("own_due", "completed_on", "document_date")
        }
        self.document = QLineEdit()
        self.note = QPlainTextEdit()
        self.notes: dict[str, SaveNote] = {}
        self._rows: dict[str, QWidget] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()

    def show_task(self, task: Task) -> None:
        """Show a task; of the task already shown only the fields nobody is typing in."""
        same = self._task is not None and self._task.id == task.id
        kept = self._kept.get(task.id, {})
        dirty = {key for key in LABELS if same and self._is_dirty(key)}
        self._task = task
        for key in LABELS:
            if not same:
                self.notes[key].clear()
            if key not in dirty and key not in kept:
                self._show(key, task)
        for key, (text, reason) in kept.items():
            self._put_back(key, text, reason)
        for key in _WHOLE:
            self._rows[key].setVisible(not by_period(task))
        self._set_writable(writable=not self._bridge.read_only)

    def leave(self) -> None:
        """Save what is being typed; what cannot be saved is kept for when the task is shown again."""
        if self._task is None:
            return
        for key in LABELS:
            if key != "progress" and self._is_dirty(key) and key not in self._kept.get(self._task.id, {}):
                self.commit(key)

    def kept(self) -> Sequence[int]:
        """Return the ids of tasks with something typed that is not saved."""
        return tuple(self._kept)

    def commit(self, key: str) -> bool:
        """Save one field if it differs from what is stored; keep it with the reason when that fails."""
        task, app = self._task, self._bridge.app
        if task is None or app is None or not self._is_dirty(key):
            self._forget(key)
            return True
        text = self._text(key)
        try:
            entry = self._entry(key, task)
        except ValueError as error:
            self._keep(task.id, key, text, str(error), retry=False)
            return False
        recorded = self._bridge.run(
            lambda: app.tasks.record(task.id, entry, task.version),
            failed=lambda error: self._keep(task.id, key, text, error.message, retry=True),
        )
        if recorded is None:
            if key not in self._kept.get(task.id, {}):
                self._keep(task.id, key, text, "Chưa lưu được. Hãy thử lại.", retry=True)
            return False
        self._task = recorded.task
        self._forget(key)
        self._show_dependents(key, recorded.task)
        self.notes[key].saved(app.clock.now())
        self.recorded.emit(recorded.task)
        return True

    def retry(self, key: str) -> None:
        """Try a failed field again, on the task as it is stored now."""
        app, task = self._bridge.app, self._task
        if app is None or task is None:
            return
        try:
            self._task = app.tasks.get(task.id)
        except NotFound as error:
            self.notes[key].failed(error.message, retry=False)
            return
        except UserError as error:
            self.notes[key].failed(error.message)
            return
        self.commit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save the note when the officer leaves it."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._commit_note()
        return False

    # ---- building ----

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        theme.spaced(column, gap=theme.GRID)
        self.document.setAccessibleName(LABELS["document"])
        self.document.setPlaceholderText("ví dụ 45/BC-SNV")
        self.note.setAccessibleName(LABELS["note"])
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(4 * theme.line_height() + 16)
        fields: dict[str, QWidget] = {
            "own_due": self.dates["own_due"],
            "progress": self.progress,
            "completed_on": self.dates["completed_on"],
            "document": self.document,
            "document_date": self.dates["document_date"],
            "note": self.note,
        }
        for key, field in fields.items():
            if key == "progress":
                column.addWidget(heading("Kết quả"))
            self.notes[key] = SaveNote(self._retrier(key))
            row = QWidget()
            inside = QVBoxLayout(row)
            theme.spaced(inside, gap=2)
            label = Text(LABELS[key], kind="muted")
            label.setBuddy(field)
            for widget in (label, field, self.notes[key]):
                inside.addWidget(widget)
            column.addWidget(row)
            self._rows[key] = row

    def _connect(self) -> None:
        self.progress.activated.connect(lambda _row: self.commit("progress"))
        for key, field in self.dates.items():
            field.committed.connect(self._committer(key))
            field.left_wrong.connect(self._committer(key))
        self.document.editingFinished.connect(lambda: self.commit("document"))
        self.note.installEventFilter(self)
        self.note.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._commit_note)

    def _committer(self, key: str) -> Callable[[object], object]:
        return lambda _value: self.commit(key)

    def _retrier(self, key: str) -> Callable[[], None]:
        return lambda: self.retry(key)

    # ---- fields ----

    def _is_dirty(self, key: str) -> bool:
        task = self._task
        if task is None:
            return False
        stored: object
        if key == "progress":
            return Progress(self.progress.currentData()) is not task.progress
        if key == "note":
            return self.note.toPlainText().strip() != task.result_note.strip()
        stored = getattr(task, key)
        if key == "document":
            return squash(self.document.text()) != squash(str(stored))
        return self.dates[key].text().strip() != written(stored if isinstance(stored, date) else None)

    def _text(self, key: str) -> str:
        if key == "progress":
            return str(self.progress.currentData())
        if key == "note":
            return self.note.toPlainText()
        return self.document.text() if key == "document" else self.dates[key].text()

    def _entry(self, key: str, task: Task) -> ResultEntry:
        """Return what a field changes. Raises ValueError with a sentence when it cannot be understood."""
        if key == "progress":
            return ResultEntry(progress=Progress(self.progress.currentData()))
        if key == "note":
            return ResultEntry(note=self.note.toPlainText())
        if key == "document":
            return ResultEntry(document=self.document.text())
        day = self.dates[key].date()
        if key == "completed_on" and day is None and task.progress is Progress.COMPLETED:
            raise ValueError(_NEEDS_DAY)
        if key == "own_due":
            return ResultEntry(own_due=day)
        return ResultEntry(completed_on=day) if key == "completed_on" else ResultEntry(document_date=day)

    def _show(self, key: str, task: Task) -> None:
        if key == "progress":
            self.progress.setCurrentIndex(max(0, self.progress.findData(task.progress)))
        elif key == "note":
            if self.note.toPlainText() != task.result_note:
                blocked = self.note.blockSignals(True)  # noqa: FBT003 - Qt's signature
                self.note.setPlainText(task.result_note)
                self.note.blockSignals(blocked)
        elif key == "document":
            if self.document.text() != task.document:
                self.document.setText(task.document)
        else:
            self.dates[key].set_year(task.plan_year)
            self.dates[key].set_date(getattr(task, key))

    def _show_dependents(self, key: str, task: Task) -> None:
        """State and completion day follow each other."""
        kept = self._kept.get(task.id, {})
        for other in {"progress": ("completed_on",), "completed_on": ("progress",)}.get(key, ()):
            if other not in kept:
                self._show(other, task)

    def _put_back(self, key: str, text: str, reason: str) -> None:
        if key == "progress":
            self.progress.setCurrentIndex(max(0, self.progress.findData(Progress(text))))
        elif key == "note":
            blocked = self.note.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.note.setPlainText(text)
            self.note.blockSignals(blocked)
        elif key == "document":
            self.document.setText(text)
        elif self.dates[key].text() != text:
            self.dates[key].put_text(text, "")
        self.notes[key].failed(reason)

    # ---- what could not be saved ----

    def _keep(self, task_id: int, key: str, text: str, reason: str, *, retry: bool) -> None:
        self._kept.setdefault(task_id, {})[key] = (text, reason)
        if self._task is not None and self._task.id == task_id:
            shown_by_field = key in self.dates and bool(self.dates[key].problem())
            if shown_by_field:
                self.notes[key].clear()
            else:
                self.notes[key].failed(reason, retry=retry)
        self.kept_changed.emit()

    def _forget(self, key: str) -> None:
        task = self._task
        if task is not None and key in self._kept.get(task.id, {}):
            del self._kept[task.id][key]
            if not self._kept[task.id]:
                del self._kept[task.id]
            self.notes[key].clear()
            self.kept_changed.emit()

    def _commit_note(self) -> None:
        self._pause.stop()
        self.commit("note")

    def _set_writable(self, *, writable: bool) -> None:
        self.progress.setEnabled(writable)
        self.document.setReadOnly(not writable)
        self.note.setReadOnly(not writable)
        for field in self.dates.values():
            field.set_read_only(not writable)

    def _today(self) -> date:
        app: App | None = self._bridge.app
        return app.clock.now().date() if app is not None else date.today()  # noqa: DTZ011 - before the data are open
