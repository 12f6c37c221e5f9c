"""What the command line needs of the window's side; handed in, because the core never imports Qt."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cchc_desktop.clock import Clock

if TYPE_CHECKING:  # every command knows the face, few use it
    from cchc_desktop.bootstrap import App
    from cchc_desktop.writing.appendix import AppendixDocument


class Face(Protocol):
    """The window and the pages, drawn by Qt."""

    def open_window(self, folder: Path, clock: Clock, *, minimized: bool = False) -> int:
        """Open the window and return the exit status when it closes."""
        ...

    def print_pdf(self, document: "AppendixDocument", path: Path) -> int:
        """Draw a document to a PDF file; return the number of pages."""
        ...

    def check_window(self, app: "App") -> dict[str, Any]:
        """Build the window offscreen and visit every page; return what was found."""
        ...
