"""The SQLAlchemy engine of the data file, and the two kinds of transaction on it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from cchc_desktop.storage.connection import BUSY_SECONDS, connect
from cchc_desktop.storage.integrity import request_check
from cchc_desktop.storage.problems import DataDamaged, problem_of

_BEGIN = "cchc_begin"
_READ = ("PRAGMA query_only=ON", "BEGIN")
_WRITE = ("PRAGMA query_only=OFF", "BEGIN IMMEDIATE")


def open_engine(database: Path, *, read_only: bool = False, wait: float = BUSY_SECONDS) -> Engine:
    """Open a data file that exists and has the newest schema; the caller disposes of the engine.

    ``read_only`` opens through SQLite's own read-only mode: nothing beside the file is written either. ``wait`` is how
    many seconds a transaction waits for another one to end.
    Raises StorageProblem when the file cannot be opened.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(database)),
        creator=partial(connect, database, read_only=read_only, wait=wait),
        poolclass=QueuePool,
        json_serializer=partial(json.dumps, ensure_ascii=False),
    )
    event.listen(engine, "begin", _begin)
    with _translated(engine), engine.connect():
        return engine


def _begin(connection: Connection) -> None:
    driver = connection.connection.dbapi_connection
    if driver is not None:  # straight to the driver: half the cost of the bookkeeping of one saved row
        for statement in connection.get_execution_options().get(_BEGIN, _READ):
            driver.execute(statement)


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Open a transaction that holds the write lock from its first moment; commit at the end, roll back on error.

    Keep it short: no dialog, no file reading inside. Raises StorageProblem when the data cannot be written.
    """
    with _translated(engine), Session(engine, expire_on_commit=False) as session, session.begin():
        # Begin now: nobody else changes what is read inside before it is written.
        session.connection(execution_options={_BEGIN: _WRITE})
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Open a transaction that sees one state of the data and never commits; a write inside is an error of ours.

    Raises StorageProblem when the data cannot be read.
    """
    with _translated(engine, writes=False), Session(engine, expire_on_commit=False) as session:
        yield session


@contextmanager
def _translated(engine: Engine, *, writes: bool = True) -> Iterator[None]:
    database = Path(engine.url.database or "")
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        code = getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlite_errorcode", None)
        if not writes and code == sqlite3.SQLITE_READONLY:
            raise  # a use case that writes in a reading transaction is a defect, not a read-only disk
        problem = problem_of(error, database)
        if problem is None:
            raise
        if isinstance(problem, DataDamaged):
            request_check(database)
        raise problem from error
