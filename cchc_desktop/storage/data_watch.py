"""Tells whether the data file changed, without reading it: a connection of its own that never writes."""

import sqlite3
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, event

from cchc_desktop.storage.connection import connect


class DataWatch:
    """Compares versions of a data file; opened at the first question, closed with the engine.

    SQLite tells a connection by another ``data_version`` that somebody else, of this program or not, has committed.
    """

    def __init__(self, engine: Engine) -> None:
        self._database = Path(engine.url.database or "")
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._opened = 0
        self.commits = 0
        """Commits of this program, each counted just before it happens: while the write lock is still held."""
        event.listen(engine, "commit", self._count)
        event.listen(engine, "engine_disposed", self._close)

    def version(self) -> tuple[int, int] | None:
        """Return a mark that changes with every commit of anybody; None when it cannot be known just now."""
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = connect(self._database, read_only=True)
                    self._opened += 1
                (found,) = self._connection.execute("PRAGMA data_version").fetchone()
            except sqlite3.Error:
                return None
            return self._opened, found

    def _count(self, _connection: Connection) -> None:
        self.commits += 1

    def _close(self, _engine: Engine) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
