"""Runs the Alembic migrations on a data file, all in one transaction; loaded only when a file is new or old."""

from collections import Counter
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, NullPool, create_engine, event

from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.revisions import LINEAGE, Lineage


class OrphanRows(RuntimeError):
    """A migration left rows whose parents are gone; it is rolled back."""


def upgrade(database: Path, lineage: Lineage = LINEAGE, *, create: bool = False) -> None:
    """Bring a data file to the newest revision; on any error or crash it stays as it was.

    Foreign keys are off while tables are rebuilt, else dropping the old table deletes its children without a word.
    ``create`` makes the file. Raises what SQLAlchemy, Alembic or the migration raises.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(database)),
        creator=partial(connect, database, foreign_keys=False, create=create),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    with engine.begin() as connection:
        before = _orphans(connection)
        command.upgrade(_config(lineage, connection), "head")
        new = _orphans(connection) - before
        if new:
            raise OrphanRows(f"rows without parents after the migration: {dict(new)}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _config(lineage: Lineage, connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(lineage.scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _orphans(connection: Connection) -> Counter[tuple[str, str]]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return Counter((row[0], row[2]) for row in rows)
