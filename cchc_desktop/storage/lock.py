"""One writer for a data folder: a lock of the operating system, and beside it the name of who holds it."""

import errno
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.durable import ensure_folder
from cchc_desktop.storage.integrity import request_check
from cchc_desktop.storage.problems import translated
from cchc_desktop.text import squash

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_PAUSE = 0.05
_NAMELESS = 5.0
"""Seconds without a name beside the lock after which nobody of ours can be holding it."""
_TRIES_TO_READ = 4


class Purpose(StrEnum):
    """What the lock is held for; nobody waits for a window to be closed."""

    WINDOW = "window"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the data open for writing."""

    user: str
    host: str
    pid: int
    since: str
    """ISO moment."""
    purpose: Purpose


class LockedByOther(StorageProblem):
    """Another program holds the lock; reading is possible."""

    def __init__(self, holder: Holder | None) -> None:
        where = "ở một cửa sổ hoặc máy khác" if holder is None else f"trên máy {holder.host} ({holder.user})"
        super().__init__(
            f"Dữ liệu đang được mở {where}. Bạn có thể xem, chưa sửa được. Hãy đóng phần mềm ở đó rồi thử lại."
        )
        self.holder = holder


class Lock:
    """The right to write to a data folder, until released; a crash releases it too."""

    def __init__(self, handle: int, note: Path) -> None:
        self._handle: int | None = handle
        self._note = note

    def release(self) -> None:
        """Give the right back; a second call does nothing."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def acquire(
    folder: DataFolder,
    user: str,
    host: str,
    now: datetime,
    *,
    purpose: Purpose = Purpose.WINDOW,
    wait: float = 0.0,
) -> Lock:
    """Take the right to write, making the folder where there is none.

    ``wait`` is how many seconds to wait for other commands to end; neither a window nor a holder that does not say its
    name for long is waited for. When the former
    holder did not release it, it crashed: a check of the data file is asked for.
    Raises LockedByOther, or StorageProblem when the folder cannot be written.
    """
    ensure_folder(folder.root)
    begun = named = time.monotonic()
    while (handle := _try_lock(folder.lock)) is None:
        holder, moment = holder_of(folder), time.monotonic()
        named = named if holder is None else moment
        is_window = holder is not None and holder.purpose is Purpose.WINDOW
        if is_window or moment - begun >= wait or moment - named >= _NAMELESS:
            raise LockedByOther(holder)
        time.sleep(_PAUSE)
    note = _note_of(folder)
    if note.exists():
        request_check(folder.database)
    _write(
        note,
        Holder(user=_tidy(user), host=_tidy(host), pid=os.getpid(), since=now.isoformat(), purpose=purpose),
    )
    return Lock(handle, note)


def holder_of(folder: DataFolder) -> Holder | None:
    """Return who wrote the name beside the lock; None when nobody did or it cannot be read just now.

    The name says who, not whether: a crash leaves it behind, the lock itself is free then.
    """
    for attempt in range(_TRIES_TO_READ):
        if attempt:
            time.sleep(_PAUSE)  # the holder is just writing it
        try:
            values = json.loads(_note_of(folder).read_text(encoding="utf-8"))
            return Holder(
                user=str(values["user"]),
                host=str(values["host"]),
                pid=int(values["pid"]),
                since=str(values["since"]),
                purpose=Purpose(values["purpose"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def _note_of(folder: DataFolder) -> Path:
    return folder.lock.with_name(folder.lock.name + ".json")


def _write(note: Path, holder: Holder) -> None:
    with suppress(OSError):  # a full disk must not keep anybody from opening: the lock itself holds
        note.write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")


def _tidy(name: str) -> str:
    return squash(name)[:100] or "không rõ"


def _try_lock(path: Path) -> int | None:
    """Lock a file and return its handle; None when it is locked already, be it by this program."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
    with translated(path.parent):
        handle = os.open(path, flags, 0o666)
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            if error.errno in _TAKEN:
                return None
            raise
    return handle
