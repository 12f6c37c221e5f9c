"""What stands in the window when the data cannot be opened: why, and the ways on."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.clock import Clock
from cchc_desktop.paths import DataFolder
from ui.bridge import Bridge
from ui.prompts import ask_open_file, confirm, open_path, tell
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState


class StartupProblem(QWidget):
    """One sentence and four buttons."""

    title = "Không mở được dữ liệu"
    retry_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, message: str, folder: Path, clock: Clock, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = DataFolder(folder)
        self._clock = clock
        self._bridge = bridge
        self.retry_button = button("Thử lại", self.retry_wanted.emit, kind="primary")
        self.restore_button = button("Khôi phục bản sao lưu…", self._ask)
        self.folder_button = button("Mở thư mục dữ liệu", lambda: open_path(folder))
        self.quit_button = button("Thoát", self.quit_wanted.emit)
        buttons = (self.retry_button, self.restore_button, self.folder_button, self.quit_button)
        self.state = EmptyState(message, buttons, icon="triangle-alert")
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        self.retry_button.setFocus()

    def _ask(self) -> None:
        ask_open_file(
            self, "Khôi phục từ tệp sao lưu", self._folder.backups, "Bản sao lưu (*.db)", self._confirm
        )

    def _confirm(self, path: Path) -> None:
        confirm(
            self,
            f"Khôi phục dữ liệu từ bản sao lưu “{path.name}”?",
            "Khôi phục",
            lambda: self._restore(path),
            detail="Tệp dữ liệu hiện tại được giữ riêng trong thư mục dữ liệu, không bị xóa.",
        )

    def _restore(self, path: Path) -> None:
        def work(_job: object) -> Path | None:
            from cchc_desktop.bootstrap import restore_folder

            return restore_folder(self._folder.root, path, self._clock)

        def done(aside: Path | None) -> None:
            kept = f" Tệp trước đó được giữ ở “{aside.name}”." if aside is not None else ""
            tell(self.window(), f"Đã khôi phục dữ liệu.{kept}")
            self.retry_wanted.emit()

        self._bridge.run_later(work, done)
