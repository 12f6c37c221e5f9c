"""Takes the ledger of reminders along when a backup comes back: what people saw and dealt with was not undone by it.

Without it everything raised since the backup would ring a second time, as if it had never been heard.
"""

import json
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from cchc_desktop.storage.connection import connect, file_uri

_COLUMNS = (
    "key", "subject_kind", "subject_key", "rule", "due", "remind_on", "title", "text", "state", "tries",
    "raised_at", "shown_at", "snoozed_until", "closed_at", "channel",
)  # fmt: skip
_FATE = ("state", "tries", "shown_at", "snoozed_until", "closed_at", "channel")
"""What happens to a reminder after it was raised."""


DOUBTFUL_UNTIL = "reminders_doubtful_until"
"""Setting: ISO moment up to which reminders may have been raised that the ledger does not know of."""


def carry_ledger(former: Path | None, restored: Path, now: datetime) -> None:
    """Copy what the ledger of a set-aside file knows into the file in its place.

    What a person dealt with stays dealt with, whichever file says so. Where the former file cannot be read, a note is
    left: what falls due up to now and is raised again is marked as raised before. A file in which no pass was ever done
    is left alone.
    """
    with suppress(sqlite3.Error), closing(connect(restored)) as connection:
        try:
            if former is not None:
                connection.execute("ATTACH ? AS former", (file_uri(former, "ro"),))
                connection.execute(_copying())
        except sqlite3.Error:
            connection.execute(
                "INSERT INTO setting (key, value) SELECT ?, ? WHERE EXISTS (SELECT 1 FROM setting WHERE key = "
                "'clock_last_seen') ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (DOUBTFUL_UNTIL, json.dumps(now.isoformat())),
            )


def _copying() -> str:
    columns, fates = ", ".join(_COLUMNS), ", ".join(f"{name} = excluded.{name}" for name in _FATE)
    return (
        f"INSERT INTO main.reminder_log ({columns}) SELECT {columns} FROM former.reminder_log WHERE true ORDER BY id "  # noqa: S608 - names of ours
        f"ON CONFLICT (key) DO UPDATE SET {fates} WHERE reminder_log.state NOT IN ('acknowledged', 'muted')"
    )
