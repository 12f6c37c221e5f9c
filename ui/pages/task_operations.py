"""What the officer does with tasks: mark, change, add, delete, export, print; each is one use case."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.services.changes import Changes
from ui.prompts import confirm
from ui.scopes import Scope

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from ui.models.task_list import TaskRow
    from ui.pages.tasks import TasksPage

_PRINT_CHOICES = "print/choices"
MANY = 20
"""Deleting more than this asks first; anything less is only undone."""


class TaskOperations(QObject):
    """Acts on the selected tasks of the page."""

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self._page = page
        self._bridge = page.bridge

    def complete(self) -> None:
        """Ask for the day and mark the selected tasks as completed (Ctrl+Enter)."""
        app, rows = self._writable()
        if app is None or not rows:
            return
        ids = [row.id for row in rows]

        def save(on: date, document: str, document_date: date | None) -> bool:
            changes = app.tasks.complete(ids, on, document, document_date)
            said = (
                "Đã đánh dấu hoàn thành." if len(ids) == 1 else f"Đã đánh dấu hoàn thành {len(ids)} nhiệm vụ."
            )
            return self._done(changes, said)

        from ui.dialogs.complete import CompleteDialog

        CompleteDialog(rows, self._today(app), save, self._page.window()).open()

    def set_progress(self, progress: Progress) -> None:
        """Set the state of the selected tasks."""
        app, rows = self._writable()
        if app is not None and rows:
            ids = [row.id for row in rows]
            self._bridge.run(lambda: app.tasks.set_progress(ids, progress), say="Đã đổi tình trạng.")

    def remove(self) -> None:
        """Delete the selected tasks; asked only for many, because it can be undone."""
        app, rows = self._writable()
        if app is None or not rows:
            return
        ids = [row.id for row in rows]

        def go() -> None:
            said = f"Đã xóa {len(ids)} nhiệm vụ."
            self._bridge.run(lambda: app.tasks.remove(ids), say=said)

        if len(ids) > MANY:
            question = f"Xóa {len(ids)} nhiệm vụ đang chọn?"
            confirm(self._page.window(), question, "Xóa", go, detail="Có thể hoàn tác bằng Ctrl+Z.")
        else:
            go()

    def add(self) -> None:
        """Ask for a new task (Ctrl+N)."""
        app, _ = self._writable()
        if app is None:
            return
        plans = self._bridge.run(app.plans.all)
        if plans is None:
            return

        def save(plan_id: int, texts: Mapping[str, str]) -> bool:
            from cchc_desktop.services.task_rows import NewTask

            recorded = app.tasks.add(plan_id, NewTask(**texts))
            self._page.show_later(recorded.task.id)
            return self._done(recorded.changes, "Đã thêm nhiệm vụ.")

        year = self._page.source().year
        ordered = sorted(plans, key=lambda plan: plan.year != year)
        from ui.dialogs.task_form import TaskForm

        TaskForm(ordered, self._sections(), save, parent=self._page.window()).open()

    def edit(self) -> None:
        """Change the printed texts of the current task (F2)."""
        app, rows = self._writable()
        row = self._page.table.current_row() or (rows[0] if rows else None)
        if app is not None and row is not None:
            self.edit_task(row.id)

    def edit_task(self, task_id: int) -> None:
        """Change the printed texts of a task."""
        app, _ = self._writable()
        task = self._task(app, task_id)
        if app is None or task is None:
            return

        def save(_plan_id: int, texts: Mapping[str, str]) -> bool:
            return self._done(app.tasks.edit(task.id, texts, task.version).changes, "Đã sửa nhiệm vụ.")

        plans = self._bridge.run(app.plans.all) or ()
        from ui.dialogs.task_form import TaskForm

        TaskForm(plans, self._sections(), save, task=task, parent=self._page.window()).open()

    def correct_reading(self, task_id: int = 0) -> None:
        """Correct how the time phrase of a task was understood; of the current task if none is named."""
        app, rows = self._writable()
        current = self._page.table.current_row() or (rows[0] if rows else None)
        task = self._task(app, task_id or (current.id if current else 0))
        if app is None or task is None:
            return

        def save(deadline: Deadline) -> bool:
            return self._done(app.tasks.set_reading(task.id, deadline).changes, "Đã sửa cách hiểu thời gian.")

        from ui.dialogs.reading_dialog import ReadingDialog

        ReadingDialog(task, self._today(app), save, self._page.window()).open()

    def copy(self) -> None:
        """Put the selected tasks on the clipboard as a table (Ctrl+C)."""
        count = self._page.table.copy()
        if count:
            self._bridge.said.emit(f"Đã sao chép {count} nhiệm vụ, dán được vào Word và Excel.", False)  # noqa: FBT003

    def export(self) -> None:
        """Ask what to export, and where to (Ctrl+E)."""
        app = self._bridge.app
        if app is not None:
            from ui.dialogs.export import ExportDialog

            ExportDialog(app, self._bridge, self.scopes(), self._page.window()).open()

    def print_list(self) -> None:
        """Open the print preview (Ctrl+P)."""
        app = self._bridge.app
        if app is None:
            return
        from ui.printing.choices import choices_from
        from ui.printing.preview import PrintPreviewDialog

        scopes = self.scopes()
        preferences = self._bridge.preferences
        dialog = PrintPreviewDialog(
            [(scope.label, partial(app.exports.document, scope.tasks)) for scope in scopes],
            self._today(app),
            self._page.window(),
            choices=choices_from(preferences.text(_PRINT_CHOICES)),
            suggested_name=app.exports.suggested_name(scopes[0].tasks, ".pdf"),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: preferences.put(_PRINT_CHOICES, dialog.choices.as_text()))
        dialog.open()

    def scopes(self) -> tuple[Scope, ...]:
        """Return what may be exported or printed, the likeliest first: selected, filtered, all tasks."""
        arrangement = self._page.arrangement
        shown = _tasks(arrangement.matching())
        chosen = _tasks(self._page.selected())
        every = _tasks(arrangement.source.rows)
        filtered = [Scope("filtered", "Đang lọc", shown, self._page.filters.words())]
        whole = [Scope("all", "Tất cả", every)]
        picked = [Scope("selected", "Đang chọn", chosen)] if chosen else []
        if not (arrangement.filter.is_on() and shown):
            filtered = []
        if len(chosen) > 1:
            return (*picked, *filtered, *whole)
        return (
            *filtered,
            *whole,
            *picked,
        )  # one row is always where the officer stands: rarely what is meant

    def _done(self, changes: Changes, said: str) -> bool:
        """Tell everybody of a change that a dialog has made; errors are the dialog's to show."""
        self._bridge.run(lambda: changes, say=said)
        return True

    def _writable(self) -> "tuple[App | None, list[TaskRow]]":
        if self._bridge.read_only:
            return None, []
        return self._bridge.app, self._page.selected()

    def _task(self, app: "App | None", task_id: int) -> Task | None:
        if app is None or not task_id:
            return None
        return self._bridge.run(lambda: app.tasks.get(task_id))

    def _sections(self) -> list[tuple[int, str, str]]:
        return list(dict.fromkeys(row.section for row in self._page.source().rows))

    @staticmethod
    def _today(app: "App") -> date:
        return app.clock.now().date()


def _tasks(rows: "list[TaskRow] | tuple[TaskRow, ...]") -> tuple[Task, ...]:
    return tuple(row.task for row in rows if row.task is not None)
