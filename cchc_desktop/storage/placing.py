"""Puts a finished file in the place of the data file, so that a crash in any step ends in the old or the new one.

SQLite rolls a left-over journal or WAL into whatever file bears its name: the whole old family is moved aside first.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import free_name
from cchc_desktop.storage.durable import flush_file, flush_folder
from cchc_desktop.storage.problems import translated

SIDECARS = ("-journal", "-wal", "-shm")
_SET_ASIDE = "trước khi khôi phục"


def beside(database: Path, suffix: str) -> Path:
    """Return the path of a file that belongs to a data file: ``cchc.db`` and ``-journal`` give ``cchc.db-journal``."""
    return database.with_name(database.name + suffix)


def remove_family(part: Path) -> None:
    """Remove an unfinished file with whatever SQLite left beside it. Raises StorageProblem."""
    with translated(part):
        for suffix in ("", *SIDECARS):
            beside(part, suffix).unlink(missing_ok=True)


def _ready(folder: DataFolder) -> Path:
    return beside(folder.database, ".ready")


def put_in_place(folder: DataFolder, part: Path, now: datetime) -> Path | None:
    """Make a finished, closed file the data file; return where the former one was set aside, None if there was none.

    Nobody may have the data file open. Raises StorageProblem; everything is then as it was.
    """
    with translated(folder.database):
        flush_file(part)
        part.replace(_ready(folder))  # from here on a crash is finished by the next start
        flush_folder(folder.root)
    return _finish(folder, now)


def finish_interrupted(folder: DataFolder, now: datetime) -> None:
    """Finish what a crash interrupted after the new file was ready. Raises StorageProblem."""
    if _ready(folder).exists():
        _finish(folder, now)


def _finish(folder: DataFolder, now: datetime) -> Path | None:
    database, ready = folder.database, _ready(folder)
    aside = free_name(folder.root, _SET_ASIDE, now)
    moved: list[tuple[Path, Path]] = []
    with translated(database):
        try:
            for suffix in ("", *SIDECARS):
                old = beside(database, suffix)
                if old.exists():
                    old.replace(beside(aside, suffix))
                    moved.append((old, beside(aside, suffix)))
            ready.replace(database)
        except OSError:
            _move_back(moved, ready)
            raise
        flush_folder(folder.root)
    return aside if any(old == database for old, _ in moved) else None


def _move_back(moved: list[tuple[Path, Path]], ready: Path) -> None:
    for old, kept in reversed(moved):
        with suppress(OSError):
            kept.replace(old)
    with suppress(OSError):
        ready.unlink()
