"""Questions that may take a moment: asked in the worker thread, and only the newest answer is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

import shiboken6
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge

if TYPE_CHECKING:
    from ui.background import Job

T = TypeVar("T")


class Latest(Generic[T]):
    """One question of one widget; asking again before the answer came makes the first answer void."""

    def __init__(
        self, owner: QWidget, bridge: Bridge, question: Callable[[], T], show: Callable[[T], object]
    ) -> None:
        self._owner = owner
        self._bridge = bridge
        self._question = question
        self._show = show
        self._job: Job[T] | None = None

    def ask(self) -> None:
        """Ask; ``show`` gets the answer on the GUI thread."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._bridge.run_later(lambda _job: self._question(), self._take)

    def _take(self, answer: T) -> None:
        self._job = None
        if shiboken6.isValid(self._owner):  # the page may have gone while the question was under way
            self._show(answer)
