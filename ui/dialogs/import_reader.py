"""Taking tables out of a file or pasted text in the background; one at a time, stoppable, leaving nothing behind."""

import shutil
import tempfile
from dataclasses import replace
from functools import partial
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


_HTML = '<!DOCTYPE html><html><head><meta charset="utf-8"></head>'
"""Says what the copy is and how it is encoded: the clipboard holds a piece of a page."""


def _report(job: "Job[Source]", page: int, pages: int) -> None:
    """Tell how far the reading is, in words."""
    job.report(f"Đang đọc trang {page}/{pages}" if pages else f"Đang đọc trang {page}", page, pages)


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
        self._text = ""
        """Plain text of the clipboard while its HTML is being read."""

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self.stop()
        self._start(path)

    def open_pasted(self, text: str, html: str = "") -> None:
        """Read what was pasted the way a file is read: in the child process, with its limits; HTML first, if any."""
        self.stop()
        self._text = text if html else ""
        self._open_copy(f"{_HTML}{html}" if html else text, ".html" if html else ".txt")

    def _open_copy(self, content: str, suffix: str) -> None:
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="cchc-"))
            path = self._folder / f"{PASTED}{suffix}"
            path.write_text(content, encoding="utf-8", newline="\n", errors="replace")
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
        self._text = ""
        self._end()
        return running

    def _start(self, path: Path) -> None:
        self._job = self._bridge.run_later(
            lambda job: self._app.imports.open_source(
                path, cancelled=job.cancelled, progress=partial(_report, job)
            ),
            self._opened,
            failed=self._refused,
            progress=self.progressed.emit,
        )

    def _opened(self, source: Source) -> None:
        pasted = self._folder is not None
        if pasted and not source.grids and self._text.strip():
            self._read_as_text()
            return
        self._end()
        self.opened.emit(replace(source, file=PASTED) if pasted else source)

    def _refused(self, error: UserError) -> None:
        if self._text.strip():
            self._read_as_text()
            return
        self._end()
        self.refused.emit(error.message)

    def _read_as_text(self) -> None:
        """Fall back to the plain text of the clipboard: its HTML had no table, or could not be read."""
        text, self._text = self._text, ""
        self._end()
        self._open_copy(text, ".txt")

    def _end(self) -> None:
        """Forget the job, and remove the copy of pasted text: it may hold what should not lie about."""
        self._job = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
