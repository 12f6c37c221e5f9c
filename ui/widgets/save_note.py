"""The small line under a field that saves itself: saved at what time, or why not and [Thử lại]."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text


class SaveNote(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, retry: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = Text(kind="muted", wrap=True)
        self.retry_button = button("Thử lại", retry, kind="plain")
        row = QHBoxLayout(self)
        theme.spaced(row, gap=theme.GRID)
        row.addWidget(self.message, 1)
        row.addWidget(self.retry_button)
        self.clear()

    def saved(self, at: datetime) -> None:
        """Say that the field was saved."""
        theme.mark(self.message, "muted")
        self.message.setText(f"Đã lưu {at:%H:%M}")
        self.retry_button.hide()
        self.show()

    def failed(self, reason: str, *, retry: bool = True) -> None:
        """Say why the field was not saved; what was typed stays on the screen."""
        theme.mark(self.message, "danger")
        self.message.setText(reason)
        self.retry_button.setVisible(retry)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.message.setText("")
        self.retry_button.hide()
        self.hide()
