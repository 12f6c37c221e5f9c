"""One worker thread for everything that may take longer than a frame; results arrive on the GUI thread."""

import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside work that was asked to stop."""


class Job(Generic[T]):
    """One piece of work: asked to stop with ``cancel``; reports how far it is with ``report``."""

    def __init__(
        self,
        work: "Callable[[Job[T]], T]",
        done: Callable[[T], object] | None,
        failed: Callable[[BaseException], object] | None,
        progress: Callable[[str, int, int], object] | None,
    ) -> None:
        self.work = work
        self.done = done
        self.failed = failed
        self.progress = progress
        self._cancelled = threading.Event()
        self._tell: Callable[[Job[Any], str, int, int], None] | None = None

    def cancel(self) -> None:
        """Ask the work to stop; neither ``done`` nor ``failed`` is called afterwards."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Tell whether the work was asked to stop; long loops ask this often."""
        return self._cancelled.is_set()

    def report(self, text: str, step: int = 0, steps: int = 0) -> None:
        """Say from inside the work how far it is; shown on the GUI thread."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._tell is not None:
            self._tell(self, text, step, steps)


class Background(QObject):
    """Runs jobs one after another in one daemon thread."""

    busy = Signal(bool)
    """True when the first job is queued, False when the last one has ended."""
    _ended = Signal(object, object, object)
    _progressed = Signal(object, str, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._open: list[Job[Any]] = []
        self._thread: threading.Thread | None = None
        self._ended.connect(self._on_ended)
        self._progressed.connect(self._on_progressed)

    def submit(
        self,
        work: Callable[[Job[T]], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> Job[T]:
        """Queue work; ``done`` or ``failed`` is called on the GUI thread unless the job was cancelled.

        Without ``failed`` an exception goes to ``sys.excepthook``, as one from a slot would.
        """
        job = Job(work, done, failed, progress)
        job._tell = self._progressed.emit  # noqa: SLF001 - the two classes are one mechanism
        if not self._open:
            self.busy.emit(True)  # noqa: FBT003
        self._open.append(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="cchc-background", daemon=True)
            self._thread.start()
        self._jobs.put(job)
        return job

    def is_busy(self) -> bool:
        """Tell whether anything is queued or running."""
        return bool(self._open)

    def close(self, wait: float = 5.0) -> None:
        """Cancel what is queued, let the running job end, and stop the thread (at most ``wait`` seconds)."""
        for job in self._open:
            job.cancel()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(wait)
            self._thread = None

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            result: object = None
            error: BaseException | None = None
            if not job.cancelled():
                try:
                    result = job.work(job)
                except BaseException as caught:  # noqa: BLE001 - handed to the GUI thread, whatever it is
                    error = caught
            try:
                self._ended.emit(job, result, error)
            except RuntimeError:  # the program is closing and the receiver is gone
                return

    def _on_progressed(self, job: Job[Any], text: str, step: int, steps: int) -> None:
        if job.progress is not None and not job.cancelled():
            job.progress(text, step, steps)

    def _on_ended(self, job: Job[Any], result: object, error: BaseException | None) -> None:
        if job in self._open:
            self._open.remove(job)
        try:
            if job.cancelled() or isinstance(error, Cancelled):
                return
            if error is None:
                if job.done is not None:
                    job.done(result)
            elif job.failed is not None:
                job.failed(error)
            else:
                raise error
        finally:
            if not self._open:
                self.busy.emit(False)  # noqa: FBT003
