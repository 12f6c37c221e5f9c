"""What the ledger knew goes along when a backup comes back; what people dealt with stays dealt with."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.clock import VIETNAM
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.backup import create_backup
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.ledger_carry import DOUBTFUL_UNTIL, carry_ledger

NOW = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)
ROW = (
    "INSERT INTO reminder_log (key, subject_kind, subject_key, rule, due, remind_on, title, text, state, tries, "
    "raised_at, channel) VALUES (?, 'task', ?, 'T-1', '2026-11-23', '2026-11-20', '', '', ?, 1, "
    "'2026-11-20 01:30:00.000000', '')"
)


def put(database: Path, **states: str) -> None:
    with closing(connect(database)) as connection:
        for key, state in states.items():
            connection.execute("DELETE FROM reminder_log WHERE key = ?", (key,))
            connection.execute(ROW, (key, key, state))


def states(database: Path) -> dict[str, str]:
    with closing(connect(database)) as connection:
        return dict(connection.execute("SELECT key, state FROM reminder_log ORDER BY key"))


def note(database: Path) -> list[str]:
    with closing(connect(database)) as connection:
        query = "SELECT value FROM setting WHERE key = ?"
        return [value for (value,) in connection.execute(query, (DOUBTFUL_UNTIL,))]


@pytest.fixture
def former(folder: DataFolder) -> Path:
    path = folder.root / "trước khi khôi phục #1?.db"
    create_backup(folder.database, path)
    return path


def test_rows_come_along_with_what_became_of_them(folder: DataFolder, former: Path) -> None:
    put(folder.database, old="shown", closed="acknowledged", quiet="muted")
    put(former, old="acknowledged", closed="shown", quiet="shown", new="claimed")
    carry_ledger(former, folder.database, NOW)
    assert states(folder.database) == {
        "closed": "acknowledged",
        "new": "claimed",
        "old": "acknowledged",
        "quiet": "muted",
    }
    assert states(former)["closed"] == "shown", "the file set aside stays as it was"
    assert note(folder.database) == []


def test_a_file_that_cannot_be_read_leaves_a_note(folder: DataFolder, former: Path) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO setting (key, value) VALUES ('clock_last_seen', '\"x\"')")
    former.write_bytes(b"x" * 8192)
    put(folder.database, old="shown")
    carry_ledger(former, folder.database, NOW)
    assert states(folder.database) == {"old": "shown"}
    assert note(folder.database) == [f'"{NOW.isoformat()}"']


def test_where_no_pass_was_ever_done_there_is_nothing_to_doubt(folder: DataFolder, former: Path) -> None:
    former.write_bytes(b"x" * 8192)
    carry_ledger(former, folder.database, NOW)
    carry_ledger(None, folder.database, NOW)
    assert note(folder.database) == []
