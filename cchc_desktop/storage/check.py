"""The report on a data file: soundness, orphans, sizes, counts, last backup."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import Backup, list_backups
from cchc_desktop.storage.connection import look
from cchc_desktop.storage.integrity import check_passed, findings, request_check
from cchc_desktop.storage.placing import SIDECARS, beside
from cchc_desktop.storage.problems import DataDamaged, free_megabytes, refuse_folder, translated
from cchc_desktop.storage.revisions import LINEAGE, Lineage, revision_of


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of the data file found."""

    database: Path
    revision: str
    """Empty when the file is too damaged to tell."""
    newest_revision: str
    findings: tuple[str, ...]
    """SQLite's own words; empty for a sound file."""
    orphans: tuple[tuple[str, str, int], ...]
    """Table, table of the missing parents, number of rows without parent."""
    size: int
    """In bytes, with what lies beside the file."""
    free_megabytes: int
    counts: tuple[tuple[str, int], ...]
    """Table and number of rows, by name of table."""
    last_backup: Backup | None
    sqlite_version: str

    @property
    def ok(self) -> bool:
        """True when nothing is wrong."""
        return bool(self.revision) and not self.findings and not self.orphans


def check(database: Path, *, thorough: bool = True, lineage: Lineage = LINEAGE) -> CheckReport:
    """Check a data file without changing it; damage is reported, not raised.

    Raises StorageProblem when the file is missing, foreign, newer, or kept locked by another program.
    """
    refuse_folder(database)
    revision = ""
    found: tuple[str, ...] = ()
    orphans: tuple[tuple[str, str, int], ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    try:
        with translated(database), closing(look(database)) as connection:
            revision = revision_of(connection, database, lineage)
            found = findings(connection, thorough=thorough)
            orphans = _orphans(connection)
            counts = _counts(connection)
    except DataDamaged as problem:
        found = (*found, str(problem.__cause__ or problem.message))
    if found:
        request_check(database)
    elif thorough:
        check_passed(database)
    backups = list_backups(DataFolder(database.parent))
    return CheckReport(
        database=database,
        revision=revision,
        newest_revision=lineage.newest,
        findings=found,
        orphans=orphans,
        size=sum(beside(database, suffix).stat().st_size for suffix in _family(database)),
        free_megabytes=free_megabytes(database),
        counts=counts,
        last_backup=backups[0] if backups else None,
        sqlite_version=sqlite3.sqlite_version,
    )


def _family(database: Path) -> tuple[str, ...]:
    return tuple(suffix for suffix in ("", *SIDECARS) if beside(database, suffix).is_file())


def _orphans(connection: sqlite3.Connection) -> tuple[tuple[str, str, int], ...]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    numbers = Counter((str(row[0]), str(row[2])) for row in rows)
    return tuple((table, parent, number) for (table, parent), number in sorted(numbers.items()))


def _counts(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return tuple(
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - names from the file's own catalogue
        for (name,) in names
        if name != "alembic_version"
    )
