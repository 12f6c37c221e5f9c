"""Starting with the computer, for this person only: a value of the registry on Windows, a desktop entry elsewhere."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

WORDS = (
    "Mở cùng Windows, thu nhỏ ở khay hệ thống"
    if sys.platform == "win32"
    else "Mở cùng máy tính, thu nhỏ ở khay hệ thống"
)
"""What the choice is called."""
NOT_STORED = "Không ghi được thiết đặt mở cùng máy tính vì hệ thống không cho phép. Phần mềm vẫn nhắc việc khi đang mở."
_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "CCHC Desktop"
_ENTRY = "cchc-desktop.desktop"


def is_on() -> bool:
    """Tell whether the program starts when the person logs in."""
    if sys.platform == "win32":
        return bool(QSettings(_RUN, QSettings.Format.NativeFormat).value(_NAME))
    return _entry().is_file()


def put(*, on: bool, folder: Path) -> bool:
    """Start the program minimized at login, on a data folder, or no longer; False when the system does not allow it."""
    if sys.platform == "win32":
        run = QSettings(_RUN, QSettings.Format.NativeFormat)
        if on:
            run.setValue(_NAME, command_line(folder))
        else:
            run.remove(_NAME)
        run.sync()
        return run.status() is QSettings.Status.NoError
    try:
        if on:
            _entry().parent.mkdir(parents=True, exist_ok=True)
            _entry().write_text(_desktop_entry(folder), encoding="utf-8")
        else:
            _entry().unlink(missing_ok=True)
    except OSError:
        return False
    return True


def command_line(folder: Path) -> str:
    """Return the command that starts this very program minimized, quoted for the system.

    >>> command_line(Path("D:/du lieu")).endswith('--minimized')
    True
    """
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "cchc_desktop"]
    parts = [*program, "--data", str(folder.absolute()), "--minimized"]
    return " ".join(f'"{_escaped(part)}"' if " " in part or "\\" in part else part for part in parts)


def _escaped(part: str) -> str:
    """Return a part as it stands between quotes: desktop entries double the backslash, Windows does not."""
    return part if sys.platform == "win32" else part.replace("\\", "\\\\").replace('"', '\\"')


def _entry() -> Path:
    place = os.environ.get("XDG_CONFIG_HOME") or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.GenericConfigLocation
    )
    return Path(place) / "autostart" / _ENTRY


def _desktop_entry(folder: Path) -> str:
    return (
        "[Desktop Entry]\nType=Application\nName=CCHC Desktop\nIcon=cchc-desktop\nTerminal=false\n"
        f"Exec={command_line(folder).replace('%', '%%')}\n"
    )
