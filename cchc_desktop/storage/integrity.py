"""SQLite's own check of a file, and the mark that asks for one at the next start."""

import sqlite3
from contextlib import suppress
from pathlib import Path


def findings(connection: sqlite3.Connection, *, thorough: bool = False) -> tuple[str, ...]:
    """Return what SQLite finds wrong, in its own English words; empty for a sound file.

    The thorough check also compares every index with its table. Raises sqlite3.OperationalError when the file is busy.
    """
    try:
        rows = connection.execute(f"PRAGMA {'integrity' if thorough else 'quick'}_check").fetchall()
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        return (str(error),)
    return tuple(str(line) for (line,) in rows if line != "ok")


def _mark(database: Path) -> Path:
    return database.with_suffix(".check")


def request_check(database: Path) -> None:
    """Ask for a check at the next start: the last session crashed, or something looked damaged."""
    with suppress(OSError):
        _mark(database).touch()


def check_requested(database: Path) -> bool:
    """Tell whether a check was asked for and has not passed yet."""
    return _mark(database).exists()


def check_passed(database: Path) -> None:
    """Take the request back: the file was checked and is sound."""
    with suppress(OSError):
        _mark(database).unlink(missing_ok=True)
