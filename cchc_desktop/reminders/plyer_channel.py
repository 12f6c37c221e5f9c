"""Desktop notifications through plyer: for machines without a tray, or where a person prefers them.

plyer waits, starts threads and fails in ways a caller does not see, so it lives in one daemon worker with a short
queue: handing a message over is instant, and nothing that goes wrong there reaches the program.
"""

import logging
import queue
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

from cchc_desktop.domain.message_length import TEXT_UNITS, TITLE_UNITS
from cchc_desktop.reminders.notifier import clip, plain

SHOWN_SECONDS = 5
"""How long plyer keeps its balloon; on Windows a thread of its own sleeps that long and would delay leaving."""
_WAITING = 8
_GIVE_UP_AFTER = 3

_log = logging.getLogger(__name__)

Send = Callable[[str, str], None]


def _send_with_plyer(icon: Path | None) -> Send:
    """Return the function that really shows a message; importing plyer is left to the worker."""

    def send(title: str, text: str) -> None:
        # plyer warns at every start that optional programs are missing; the log says so once instead
        warnings.filterwarnings("ignore", module=r"plyer\.")
        from plyer import notification

        shown = str(icon) if icon is not None and sys.platform == "win32" else ""
        notification.notify(
            title=title, message=text, app_name="Nhiệm vụ CCHC", app_icon=shown, timeout=SHOWN_SECONDS
        )

    return send


def _for_shell(text: str) -> str:
    """Keep notify-send from taking a text for an option, and the portal's quotes from ending early."""
    text = text.replace("'", "’").replace("\\", "/")
    return "–" + text[1:] if text.startswith("-") else text


class PlyerChannel:
    """Shows messages with plyer, one after the other, and stops trying when the desktop cannot show any."""

    def __init__(self, icon: Path | None = None, send: Send | None = None) -> None:
        self._send = send or _send_with_plyer(icon)
        self._queue: queue.Queue[tuple[str, str]] = queue.Queue(maxsize=_WAITING)
        self._worker: threading.Thread | None = None
        self._failures = 0

    @property
    def usable(self) -> bool:
        """False once the desktop has refused often enough."""
        return self._failures < _GIVE_UP_AFTER

    def notify(self, title: str, text: str, key: str) -> bool:  # noqa: ARG002 - plyer cannot tell what was clicked
        """Queue a message; False when plyer does not work here or the queue is full."""
        if not self.usable:
            return False
        message = (
            clip(_for_shell(plain(title)), TITLE_UNITS),
            clip(_for_shell(plain(text)), TEXT_UNITS),
        )
        try:
            self._queue.put_nowait(message)
        except queue.Full:
            return False
        self._start_worker()
        return True

    def wait_until_sent(self) -> None:
        """Block until everything queued was tried; for tests and for an orderly end."""
        self._queue.join()

    def _start_worker(self) -> None:
        if self._worker is None or not self._worker.is_alive():
            self._worker = threading.Thread(target=self._work, name="plyer", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while True:
            title, text = self._queue.get()
            try:
                if self.usable:
                    self._send(title, text)
                    self._failures = 0
            except NotImplementedError:  # plyer's way of saying that this desktop shows nothing
                self._failures = _GIVE_UP_AFTER
                _log.info("this desktop shows no notifications through plyer")
            except Exception:  # noqa: BLE001 - foreign code in a thread of its own: log it, the list keeps the reminder
                self._failures += 1
                _log.exception("plyer could not show a message")
            finally:
                self._queue.task_done()
