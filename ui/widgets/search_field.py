"""The search field: accents need not be typed, nothing is completed inside the text, and it waits for a pause in typing."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui import icons, theme

PAUSE_MS = 170
"""Half-typed Telex ("tieens") must not flash "no match"; shorter than a person notices."""


class SearchField(QLineEdit):
    """A line edit that tells what to search for after a pause, with the number of hits at its right edge."""

    searched = Signal(str)
    left_down = Signal()
    """The down arrow was pressed: the officer wants the list."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName("Tìm nhiệm vụ")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        icons.put(self._glass, "search", "muted")
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._count = QLabel(self)
        self._count.setProperty("kind", "muted")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._told = ""
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textChanged.connect(self._on_changed)

    def set_search(self, text: str) -> None:
        """Put a text in from outside without telling about it."""
        self._pause.stop()
        self._told = text
        if self.text() != text:
            self.setText(text)

    def show_count(self, count: int | None) -> None:
        """Show the number of hits; nothing while nothing is searched."""
        self._count.setVisible(count is not None)
        if count is not None:
            self._count.setText(f"{count} kết quả" if count else "không có kết quả")
            self._count.adjustSize()
            self._place()
        right = self._count.width() + 8 if count is not None else 0
        self.setTextMargins(0, 0, right, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once, Esc empties, the down arrow goes to the list; nothing else is touched."""
        key = event.key()
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._tell()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
        elif key == Qt.Key.Key_Down:
            self._tell()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right edge."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the count anew after a change of the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_count"):
            self._count.adjustSize()
            self._place()

    def _place(self) -> None:
        clear = theme.control_height()
        left = self.width() - clear - self._count.width()
        self._count.move(left, (self.height() - self._count.height()) // 2)

    def _on_changed(self, text: str) -> None:
        if not text and self._told:  # the clear button: nothing to wait for
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)
