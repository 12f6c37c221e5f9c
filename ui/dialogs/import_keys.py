"""Ctrl+Z and Ctrl+Y of the review, kept from the window's own undo: nothing of an import is stored before its end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
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
