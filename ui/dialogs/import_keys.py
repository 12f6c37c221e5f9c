"""The keyboard on the import page: Ctrl+Z and Ctrl+Y belong to the review, and every step has a place to begin."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class UndoKeys(QObject):
    """Takes the two keys of a page while it is active; editors inside have theirs first."""

    def __init__(
        self,
        page: QWidget,
        active: Callable[[], bool],
        undo: Callable[[], object],
        redo: Callable[[], object],
    ) -> None:
        super().__init__(page)
        self._active, self._undo, self._redo = active, undo, redo
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the keys before the menus do, then act on them."""
        if isinstance(event, QKeyEvent):
            act = self._act(event)
            if act is not None and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if act is not None and event.type() is QEvent.Type.KeyPress:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        if not self._active():
            return None
        pressed = QKeySequence(event.keyCombination())
        if pressed == QKeySequence("Ctrl+Z"):
            return self._undo
        return self._redo if pressed in _REDO else None


class StepKeyboard(QObject):
    """Puts the keyboard where a step begins, and back where it was once the page can be used again."""

    def __init__(self, page: QWidget, first: Callable[[], QWidget]) -> None:
        super().__init__(page)
        self._page, self._first = page, first
        self._held: QWidget | None = None
        page.installEventFilter(self)

    def put(self, widget: QWidget) -> None:
        """Put the keyboard on a widget; a page that is not shown takes it from nobody."""
        if self._page.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard where the step begins."""
        self.put(self._first())

    def hold(self) -> None:
        """Note where the keyboard is: what is greyed out loses it."""
        self._held = next(
            (each for each in self._page.findChildren(QWidget) if each.hasFocus()),
            None,
        )

    def give_back(self) -> None:
        """Put the keyboard back where it was."""
        held, self._held = self._held, None
        if held is not None and held.isVisible():
            self.put(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin at the step once the stack of pages has handed the keyboard over."""
        if watched is self._page and event.type() is QEvent.Type.Show and not event.spontaneous():
            QTimer.singleShot(0, self, self.begin)
        return super().eventFilter(watched, event)
