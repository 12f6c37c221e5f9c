"""Runs a search of the task list in turns of half a frame, so that typing is never held up."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from ui.models.arrangement import Arrangement


class SearchRun(QObject):
    """One search at a time; a new one takes the place of the old one."""

    def __init__(self, arrangement: Arrangement, show: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._arrangement = arrangement
        self._show = show
        self._turns: Iterator[list[int]] | None = None
        self._hits: list[int] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._next_turn)

    def start(self) -> None:
        """Search for the words of the arrangement's filter; the first turn is shown before this returns."""
        self.stop()
        words = self._arrangement.filter.words()
        self._hits = []
        self._turns = self._arrangement.index().turns(words)
        self._next_turn(first=True)

    def stop(self) -> None:
        """Forget what is still being searched: the rows have changed."""
        self._timer.stop()
        self._turns = None

    def is_running(self) -> bool:
        """Tell whether hits may still come."""
        return self._turns is not None

    def _next_turn(self, *, first: bool = False) -> None:
        if self._turns is None:
            return
        part = next(self._turns, None)
        if part is None:
            self._turns = None
            if not first and self._hits:
                self._put()
            return
        self._hits.extend(part)
        if first:
            self._put()
        self._timer.start()

    def _put(self) -> None:
        self._arrangement.arrange(self._arrangement.rows_at(self._hits))
        self._show()
