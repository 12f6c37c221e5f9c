"""How far a reader is: the child process tells it in a small file, whoever waits for the child reads it there."""

from contextlib import suppress
from pathlib import Path

_NAME = "pages"


class _Told:
    """Where this process tells it; nowhere unless it is the child of a reading."""

    place: Path | None = None


def tell_in(folder: Path) -> None:
    """Tell from now on in a folder how far this process is."""
    _Told.place = folder / _NAME


def tell(page: int, pages: int) -> None:
    """Tell which page is being read, of how many (0: not known); costs nothing where nobody waits."""
    if _Told.place is not None:
        with suppress(OSError):
            _Told.place.write_text(f"{page} {pages}", encoding="ascii")


def told(folder: Path) -> tuple[int, int] | None:
    """Return page and number of pages as told last in a folder; None when nothing was, or it is half written."""
    try:
        page, pages = (folder / _NAME).read_text(encoding="ascii").split()
        return int(page), int(pages)
    except (OSError, ValueError):
        return None
