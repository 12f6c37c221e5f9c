"""What the officer does with plans: correct, compare, delete, open and copy the file they came from."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.errors import UserError
from cchc_desktop.services.plan_heads import HeadEdited
from ui.bridge import Bridge
from ui.dialogs.plan_changes import PlanChangesDialog
from ui.dialogs.plan_head import PlanHeadDialog
from ui.models.plan_table import PlanLine
from ui.prompts import ask_open_file, ask_save_file, confirm, open_path, tell

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

MANY = 20
"""Deleting a plan with more tasks than this asks first; anything less is only undone."""


class PlanOperations(QObject):
    """Acts on one document at a time."""

    task_opened = Signal(int, int)
    """Plan year and task id."""

    def __init__(self, app: "App", bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._bridge = bridge
        self._page = page

    def edit(self, line: PlanLine) -> PlanHeadDialog:
        """Ask for what the document is called."""
        amendment = line.amendment
        dialog: PlanHeadDialog

        def store(head: PlanHead) -> bool:
            if amendment is not None:
                done = self._run(
                    lambda: self._app.plans.edit_amendment_head(amendment.amendment.id, head), dialog
                )
            else:
                done = self._run(lambda: self._app.plans.edit_head(line.record.plan.id, head), dialog)
            if done is not None and done.changes.batch:
                self._bridge.said.emit(_edited_words(done), True)  # noqa: FBT003 - a signal has no keywords
            return done is not None

        year = None if amendment is not None else line.record.plan.year
        dialog = PlanHeadDialog(
            line.head, year, lambda: self._app.clock.now().date(), store, self._page.window()
        )
        dialog.open()
        return dialog

    def _run(self, act: Callable[[], HeadEdited], dialog: PlanHeadDialog) -> HeadEdited | None:
        def refused(error: UserError) -> None:
            dialog.say_problem(error.message)

        return self._bridge.run(act, failed=refused)

    def compare(self, line: PlanLine, batch: str = "") -> PlanChangesDialog:
        """Show what an import changed; the newest one in force unless told which."""
        last = line.record.last
        dialog = PlanChangesDialog(
            line.name, line.record.imports, batch or (last.batch if last else ""), self._page.window()
        )
        year = line.record.plan.year
        dialog.task_opened.connect(lambda task: self.task_opened.emit(year, task))
        dialog.open()
        return dialog

    def remove(self, line: PlanLine) -> None:
        """Delete a plan with its tasks; asked only for many, because it can be undone."""
        plan = line.record.plan

        def go() -> None:
            self._bridge.run(lambda: self._app.plans.remove(plan.id), say=f"Đã xóa kế hoạch {line.name}.")

        if plan.task_count > MANY:
            confirm(
                self._page.window(),
                f"Xóa kế hoạch {line.name} cùng {plan.task_count} nhiệm vụ và kết quả đã ghi?",
                "Xóa kế hoạch",
                go,
                detail="Có thể hoàn tác bằng Ctrl+Z. Tệp gốc vẫn được giữ.",
            )
        else:
            go()

    def open_file(self, line: PlanLine) -> None:
        """Open a copy of the file with the system's own program."""

        def opened(path: Path) -> None:
            if not open_path(path):
                tell(
                    self._page.window(),
                    f"Máy này chưa có phần mềm mở được tệp {path.suffix}. Hãy dùng Lưu bản sao… để chép tệp sang máy khác.",
                )

        self._bridge.run_later(lambda _job: self._app.source_files.copy_to_open(line.file), opened)

    def save_file(self, line: PlanLine) -> None:
        """Ask where a copy of the file goes."""

        def save(target: Path) -> None:
            def saved(path: Path) -> None:
                tell(
                    self._page.window(),
                    f"Đã lưu bản sao tệp gốc vào “{path.name}”.",
                    ("Mở thư mục", lambda: open_path(path.parent)),
                )

            self._bridge.run_later(lambda _job: self._app.source_files.save_copy(line.file, target), saved)

        suffix = line.file.suffix
        suggested = Path(QDir.homePath()) / line.file.file_name
        ask_save_file(self._page.window(), "Lưu bản sao tệp gốc", suggested, f"Tệp gốc (*{suffix})", save)

    def find_file(self, line: PlanLine) -> None:
        """Ask for the file again, to keep it."""

        def found(path: Path) -> None:
            def kept(_nothing: object) -> None:
                self._bridge.said.emit("Đã giữ lại tệp gốc.", False)  # noqa: FBT003 - a signal has no keywords
                self._bridge.announce()

            self._bridge.run_later(lambda _job: self._app.source_files.take_back(line.file, path), kept)

        kinds = f"Tệp đã nhập (*{line.file.suffix});;Tất cả tệp (*)"
        ask_open_file(
            self._page.window(), f"Chọn lại tệp “{line.file.name}”", Path(QDir.homePath()), kinds, found
        )


def _edited_words(done: HeadEdited) -> str:
    words = "Đã sửa thông tin văn bản."
    if done.reread:
        words += f" Đã hiểu lại thời hạn của {done.reread} nhiệm vụ theo năm mới."
    if done.own:
        words += f" {done.own} nhiệm vụ có cách hiểu riêng được giữ nguyên; hãy kiểm tra lại."
    return words
