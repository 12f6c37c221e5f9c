"""Runs a search of the task list in turns of half a frame, so that typing is never held up."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from ui.models.arrangement import Arrangement
from ui.models.search import TURN_SECONDS


class SearchRun(QObject):
    """One search at a time; a new one takes the place of the old one."""

    def __init__(self, arrangement: Arrangement, show: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._arrangement = arrangement
        self._show = show
        self._parts: Iterator[list[int]] | None = None
        self._hits: list[int] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._next_turn)

    def start(self, seconds: float = TURN_SECONDS) -> None:
        """Search for what the arrangement's filter says; what the first turn finds is shown before this returns."""
        self.stop()
        self._hits = []
        self._parts = self._run(seconds)
        stop = perf_counter() + seconds
        for part in self._parts:
            self._hits.extend(part)
            if perf_counter() > stop:
                if self._hits:  # nothing is said to be missing before everything was looked at
                    self._put()
                self._timer.start()
                return
        self._finish()

    def stop(self) -> None:
        """Forget what is still being searched: the rows have changed."""
        self._timer.stop()
        self._parts = None

    def is_running(self) -> bool:
        """Tell whether hits may still come."""
        return self._parts is not None

    def _run(self, seconds: float) -> Iterator[list[int]]:
        """Yield hits of the best attempt that has any: the words as a phrase, else all words anywhere."""
        for words in self._arrangement.filter.attempts():
            self._arrangement.matched = words
            any_hits = False
            for part in self._arrangement.index().turns(words, seconds):
                any_hits = any_hits or bool(part)
                yield part
            if any_hits:
                return

    def _next_turn(self) -> None:
        if self._parts is None:
            return
        part = next(self._parts, None)
        if part is None:
            self._finish()
        else:
            self._hits.extend(part)
            self._timer.start()

    def _finish(self) -> None:
        self._parts = None
        self._put()

    def _put(self) -> None:
        self._arrangement.arrange(self._arrangement.rows_at(self._hits))
        self._show()
