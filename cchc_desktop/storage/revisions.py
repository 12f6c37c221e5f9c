"""Whose file it is and which schema it has, read with a handful of plain statements."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.errors import StorageProblem
from cchc_desktop.storage.connection import look
from cchc_desktop.storage.problems import NewerData, damaged, translated

APPLICATION_ID = 0x43434843
"""``CCHC`` in the file's header: tells our data from any other SQLite file."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The migration scripts and the revisions they lead through, oldest first."""

    scripts: Path
    revisions: tuple[str, ...]

    @property
    def newest(self) -> str:
        """The revision this program works with."""
        return self.revisions[-1]


LINEAGE = Lineage(scripts=Path(__file__).parent / "migrations", revisions=("0001", "0002", "0003"))
"""Written here too, so that a start with the newest revision need not load Alembic; a test compares both."""


def examine(database: Path, lineage: Lineage = LINEAGE) -> str:
    """Return the revision of a data file that this program can use or upgrade. Raises StorageProblem."""
    with translated(database), closing(look(database)) as connection:
        return revision_of(connection, database, lineage)


def revision_of(connection: sqlite3.Connection, database: Path, lineage: Lineage = LINEAGE) -> str:
    """Return the revision behind an open connection; refuse foreign, damaged and newer files.

    Raises StorageProblem, or sqlite3.Error for what SQLite itself finds.
    """
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if mark != APPLICATION_ID:
        raise StorageProblem(
            f"Tệp “{database.name}” không phải dữ liệu của CCHC Desktop nên không mở và không thay đổi. "
            "Hãy kiểm tra lại đường dẫn hoặc chọn tệp, thư mục khác."
        )
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone() is None:
        raise damaged(database)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise damaged(database)
    revision = str(row[0])
    if revision not in lineage.revisions:
        number = revision.lstrip("0") if revision.isdigit() else revision
        raise NewerData(
            f"Tệp này tạo bằng phiên bản mới hơn (v{number}). "
            "Hãy cập nhật phần mềm; dữ liệu không bị thay đổi."
        )
    return revision
