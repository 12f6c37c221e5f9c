"""Plain connections to the data file, always set up the same way; needs nothing but the standard library."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

_NEEDS_RECOVERY = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}
BUSY_SECONDS = 5.0
"""How long a statement waits for another connection before it gives up."""


def connect(
    database: Path,
    *,
    read_only: bool = False,
    create: bool = False,
    foreign_keys: bool = True,
    wait: float = BUSY_SECONDS,
) -> sqlite3.Connection:
    """Open a data file in autocommit mode; transactions are begun by hand. Raises sqlite3.Error.

    TRUNCATE with FULL keeps every acknowledged commit through a power cut, and the file can be copied while it is
    open and idle. ``foreign_keys`` is off only for migrations, ``create`` only for building new files; otherwise
    a missing file is an error, never an empty new one.
    """
    mode = "ro" if read_only else "rwc" if create else "rw"
    connection = sqlite3.connect(
        file_uri(database, mode), uri=True, timeout=wait, isolation_level=None, check_same_thread=False
    )
    try:
        if not read_only:
            connection.execute("PRAGMA journal_mode=TRUNCATE")
            connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    except BaseException:
        connection.close()
        raise
    return connection


def look(database: Path, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a data file to look at it, leaving it as it is; a half transaction of a crash is rolled back first.

    Not even the journal mode is set: the file may turn out to be another program's. Raises sqlite3.Error.
    """
    connection = connect(database, read_only=True, wait=wait)
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorcode not in _NEEDS_RECOVERY:
            raise
        return connect(database, wait=wait)
    return connection


def file_uri(database: Path, mode: str) -> str:
    """Return the SQLite URI of a path: accents, blanks, ``?``, ``#`` and network shares (``//server/…``) included."""
    path = database.absolute().as_posix()
    if not path.startswith("/"):
        path = "/" + path  # a drive letter: file:///C:/…
    return f"file://{quote(os.fsencode(path))}?mode={mode}"
