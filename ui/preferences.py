"""How this office likes its window: sizes, colours, columns; kept in an INI file beside the data."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

FILE_NAME = "window.ini"
E = TypeVar("E", bound=StrEnum)


class TextSize(StrEnum):
    """Cỡ chữ: five steps, each with a base size in points (``theme.POINTS``)."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"


class Density(StrEnum):
    """Mật độ: lines of text in a row of the task table."""

    COMPACT = "compact"
    MEDIUM = "medium"
    AIRY = "airy"


class Scheme(StrEnum):
    """Light or dark, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Preferences:
    """Reads and writes the window's own settings.

    The file lies in the data folder, so it moves with it, and never in the registry. A reader of somebody
    else's open data (``read_only``) keeps its wishes for the session only.
    """

    def __init__(self, folder: Path | None, *, read_only: bool = False) -> None:
        self._file: QSettings | None = None
        if folder is not None:
            self._file = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)
        self.read_only = read_only or folder is None
        self._session: dict[str, object] = {}

    def text(self, key: str, default: str = "") -> str:
        """Return a stored text."""
        found = self._value(key)
        return str(found) if found is not None else default

    def flag(self, key: str, default: bool = False) -> bool:
        """Return a stored yes or no."""
        found = self._value(key)
        return default if found is None else str(found).lower() in {"true", "1"}

    def number(self, key: str, default: int = 0) -> int:
        """Return a stored whole number; the default when it is not one."""
        try:
            return int(str(self._value(key)))
        except ValueError:
            return default

    def blob(self, key: str) -> QByteArray | None:
        """Return stored geometry bytes, or None."""
        found = self._value(key)
        return found if isinstance(found, QByteArray) and not found.isEmpty() else None

    def put(self, key: str, value: object) -> None:
        """Store a value."""
        self._session[key] = value
        if self._file is not None and not self.read_only:
            self._file.setValue(key, value)

    def sync(self) -> None:
        """Write everything to the file now."""
        if self._file is not None and not self.read_only:
            self._file.sync()

    @property
    def text_size(self) -> TextSize:
        """Cỡ chữ; Vừa unless chosen."""
        return _member(TextSize, self.text("display/text_size"), TextSize.MEDIUM)

    @property
    def density(self) -> Density:
        """Mật độ; Vừa unless chosen."""
        return _member(Density, self.text("display/density"), Density.MEDIUM)

    @property
    def scheme(self) -> Scheme:
        """Sáng, tối; as the system unless chosen."""
        return _member(Scheme, self.text("display/scheme"), Scheme.SYSTEM)

    def _value(self, key: str) -> object | None:
        if key in self._session:
            return self._session[key]
        found: object = self._file.value(key) if self._file is not None else None
        return found


def _member(kind: type[E], text: str, default: E) -> E:
    return kind(text) if text in {member.value for member in kind} else default
