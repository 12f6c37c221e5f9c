"""A short message over the window's lower edge; it goes by itself, its undo also lives in the Sửa menu."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text

SHOWN_MS = 8000


class Toast(QFrame):
    """One message at a time, with [Hoàn tác] when the action can be undone; keeps off the keyboard focus."""

    def __init__(self, window: QWidget, on_undo: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("kind", "toast")
        self.message = Text()
        self.undo_button = button("Hoàn tác", self._undo, kind="toast", tip="Ctrl+Z")
        row = QHBoxLayout(self)
        theme.spaced(row, margin=(16, 6, 8, 6))
        row.addWidget(self.message)
        row.addWidget(self.undo_button)
        self._on_undo = on_undo
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, *, undoable: bool = False) -> None:
        """Show a message for eight seconds."""
        self.message.setText(text)
        self.setAccessibleName(text)
        self.undo_button.setVisible(undoable)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the window is resized."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        room = self._window.rect()
        width = min(self.sizeHint().width(), room.width() - 48)
        self.resize(width, self.sizeHint().height())
        self.move((room.width() - width) // 2, room.height() - self.height() - 48)

    def _undo(self) -> None:
        self.hide()
        self._on_undo()
