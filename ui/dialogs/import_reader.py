"""Taking tables out of a file or pasted text in the background; one at a time, stoppable, leaving nothing behind."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import UserError
from cchc_desktop.reading.source import Source
from ui.bridge import Bridge

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from ui.background import Job

PASTED = "Nội dung dán"
"""What pasted text is called in place of a file name."""


_NO_ROOM = (
    "Không ghi được bản tạm của nội dung dán; ổ đĩa có thể đã đầy. Hãy giải phóng chỗ trống rồi dán lại."
)


class PlanReader(QObject):
    """Reads one file at a time; a new one stops the one before."""

    opened = Signal(object)
    """Source of the file."""
    refused = Signal(str)
    """Sentence that says why the file cannot be read, with the way out."""
    progressed = Signal(str, int, int)

    def __init__(self, app: "App", bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._bridge = bridge
        self._job: Job[Source] | None = None
        self._folder: Path | None = None

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self.stop()
        self._start(path)

    def open_text(self, text: str) -> None:
        """Read pasted text the way a file is read: in the child process, with its limits."""
        self.stop()
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="cchc-"))
            path = self._folder / f"{PASTED}.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            self._end()
            self.refused.emit(f"{_NO_ROOM} ({error.strerror or error})")
        else:
            self._start(path)

    def stop(self) -> bool:
        """Stop reading; tell whether anything was being read."""
        running = self._job is not None
        if self._job is not None:
            self._job.cancel()
        self._end()
        return running

    def _start(self, path: Path) -> None:
        self._job = self._bridge.run_later(
            lambda job: self._app.imports.open_source(path, cancelled=job.cancelled),
            self._opened,
            failed=self._refused,
            progress=self.progressed.emit,
        )

    def _opened(self, source: Source) -> None:
        pasted = self._folder is not None
        self._end()
        self.opened.emit(replace(source, file=PASTED) if pasted else source)

    def _refused(self, error: UserError) -> None:
        self._end()
        self.refused.emit(error.message)

    def _end(self) -> None:
        """Forget the job, and remove the copy of pasted text: it may hold what should not lie about."""
        self._job = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
