"""The line under the page: counts, when it was saved, the last backup, the data file, and long work with [Dừng]."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text


class StatusLine(QWidget):
    """Muted words at the window's lower edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = Text(kind="muted")
        self.saved = Text(kind="muted")
        self.file = Text(kind="muted")
        self.busy = Text(kind="muted")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Tiến độ công việc đang chạy")
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(120, 6)
        self._stop: Callable[[], object] | None = None
        self.stop_button = button("Dừng", self._on_stop, kind="plain")
        self._saved_at: datetime | None = None
        self._backup: datetime | None = None
        self._today = date.min
        row = QHBoxLayout(self)
        theme.spaced(row, margin=(24, 2, 24, 8), gap=24)
        for widget in (self.counts, self.saved, self.busy, self.bar, self.stop_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.file)
        self.show_counts("")
        self.show_busy("")

    def show_counts(self, text: str) -> None:
        """Show what the page counts."""
        self.counts.setText(text)
        self.counts.setVisible(bool(text))

    def show_saved(self, at: datetime) -> None:
        """Show when something was written last."""
        self._saved_at = at
        self._say_saved()

    def show_backup(self, made_at: datetime | None, today: date) -> None:
        """Show the age of the newest backup."""
        self._backup, self._today = made_at, today
        self._say_saved()

    def show_file(self, path: Path) -> None:
        """Show where the data lie."""
        self.file.setText(path.name)
        self.file.setToolTip(f"Tệp dữ liệu: {path}")

    def show_busy(
        self, text: str, step: int = 0, steps: int = 0, stop: Callable[[], object] | None = None
    ) -> None:
        """Show long work with its progress; nothing for an empty text."""
        self.busy.setText(text)
        self.bar.setRange(0, steps)
        self.bar.setValue(step)
        self._stop = stop
        for widget in (self.busy, self.bar):
            widget.setVisible(bool(text))
        self.stop_button.setVisible(bool(text) and stop is not None)

    def _say_saved(self) -> None:
        parts = []
        if self._saved_at is not None:
            parts.append(f"Đã lưu lúc {self._saved_at:%H:%M}")
        if self._today != date.min:
            parts.append(f"Sao lưu gần nhất: {_moment(self._backup, self._today)}")
        self.saved.setText(" · ".join(parts))

    def _on_stop(self) -> None:
        if self._stop is not None:
            self._stop()


def _moment(made_at: datetime | None, today: date) -> str:
    if made_at is None:
        return "chưa có"
    if made_at.date() == today:
        return f"hôm nay {made_at:%H:%M}"
    return f"{made_at:%d/%m/%Y %H:%M}"
