"""The door of the room: a path or pasted text becomes a source, a source becomes the draft of a plan.

Foreign files are read in a child process with limits on time and memory; what comes back is plain data.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import pages_read, refusals
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.html.bytes import LONGEST_HEAD, looks_like_html
from cchc_desktop.reading.letters.right_letters import with_right_letters
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.source_json import source_from_json
from cchc_desktop.reading.text.reader import source_of

__all__ = ["draft_from", "open_source", "paste_html", "paste_source"]

LARGEST_FILE = 50 * 2**20
"""Bytes; a plan with scanned pictures stays far below."""
LARGEST_PASTED = 8 * 2**20
"""Characters of HTML on the clipboard; a table of a thousand rows from Word takes two million."""
_MEMORY = 512 * 2**20
_PAUSE = 0.02
"""Seconds between two looks at the child."""
_PASTED = "văn bản dán"
_LOG = logging.getLogger(__name__)


def open_source(
    path: Path,
    *,
    seconds: float = 20,
    memory: int = _MEMORY,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Source:
    """Read a file of any supported kind in a child process.

    Args:
        path: the file.
        seconds: time limit.
        memory: limit of the child's address space in bytes (not on Windows).
        cancelled: asked while waiting; the reading stops when it says yes.
        progress: told page and number of pages (0: not known) while waiting, by readers that know them.

    Raises FileProblem with a sentence for the officer whenever the file cannot be read, ReadingStopped when cancelled.
    """
    _check(path)
    with tempfile.TemporaryDirectory(prefix="cchc-doc-", ignore_cleanup_errors=True) as folder:
        output = Path(folder) / "source.json"
        child = _start(path.absolute(), output, memory)
        try:
            _wait(child, path.name, seconds, _telling(output.parent, cancelled, progress))
        finally:
            child.kill()
            child.wait()
        result = _result(output, path.name)
    if "problem" in result:
        if "details" in result:
            _LOG.warning("Reading %s failed:\n%s", path.name, result["details"])
        raise FileProblem(result["problem"])
    return source_from_json(result["source"])


def paste_html(html: str) -> Source:
    """Make a source of HTML from the clipboard, as Word, Excel, LibreOffice and browsers put it there.

    Raises FileProblem when it has no text, is too large or built to do harm.
    """
    from cchc_desktop.reading.html.reader import source_of_html

    if len(html) > LARGEST_PASTED:
        raise refusals.too_large(_PASTED, f"hơn {LARGEST_PASTED // 2**20} triệu chữ")
    source = with_right_letters(source_of_html(_PASTED, html.replace("\0", "")))
    if not source.grids and not "".join(source.lines).strip():
        raise refusals.empty(_PASTED)
    return source


def paste_source(text: str) -> Source:
    """Make a source of text from the clipboard or standard input; text that is HTML is read as such.

    Raises FileProblem when there is no text.
    """
    if not text.strip():
        raise refusals.empty(_PASTED)
    if looks_like_html(text[:LONGEST_HEAD].encode("utf-8", "replace")):
        return paste_html(text)
    return source_of(_PASTED, text.replace("\r\n", "\n").replace("\r", "\n"))


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            raise refusals.folder(path.name)
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            file.read(1)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise refusals.missing(path.name) from problem
    except PermissionError as problem:
        raise refusals.open_elsewhere(path.name) from problem
    except (OSError, ValueError) as problem:
        raise refusals.unreadable(path.name) from problem
    if size == 0:
        raise refusals.empty(path.name)
    if size > LARGEST_FILE:
        raise refusals.too_large(path.name, f"hơn {LARGEST_FILE // 2**20} MB")


def _start(path: Path, output: Path, memory: int) -> subprocess.Popen[bytes]:
    arguments = [str(path), str(output), str(memory)]
    if getattr(sys, "frozen", False):
        command = [sys.executable, "_read", *arguments]
    else:
        command = [sys.executable, "-P", "-m", "cchc_desktop.reading.child", *arguments]
    root = Path(__file__).resolve().parents[2]
    known = [str(root), *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=output.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(known), "PYTHONUTF8": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _wait(
    child: subprocess.Popen[bytes], name: str, seconds: float, cancelled: Callable[[], bool] | None
) -> None:
    end = time.monotonic() + seconds
    while child.poll() is None:
        if cancelled is not None and cancelled():
            raise refusals.stopped(name)
        if time.monotonic() > end:
            raise refusals.too_slow(name, seconds)
        time.sleep(_PAUSE)


def _telling(
    folder: Path, cancelled: Callable[[], bool] | None, progress: Callable[[int, int], object] | None
) -> Callable[[], bool] | None:
    """Let whoever waits be told how far the child is whenever it is asked whether to go on."""
    if progress is None:
        return cancelled
    before: tuple[int, int] | None = None

    def asked() -> bool:
        nonlocal before
        now = pages_read.told(folder)
        if now is not None and now != before:
            before = now
            progress(*now)
        return cancelled is not None and cancelled()

    return asked


def _result(output: Path, name: str) -> dict[str, Any]:
    """Read what the child left; nothing or half of it means that it was killed, most often for want of memory."""
    try:
        result: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise refusals.too_much_memory(name) from problem
    return result
