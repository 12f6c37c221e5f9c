"""kill -9 in the middle of passes: the ledger ends as it would have ended, and nothing is handed over twice."""

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import cchc_desktop
from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.integrity import findings

ROOT = Path(cchc_desktop.__file__).parents[1]
KILLS = 4
FIRST, LAST = date(2023, 2, 20), date(2023, 4, 12)
OFFICE = """
import sys
from datetime import date, timedelta
from pathlib import Path
from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SetClock, at

clock = SetClock(at(date.fromisoformat(sys.argv[2]), 9))
app = open_app(Path(sys.argv[1]), clock, for_window=True)
print("ready", flush=True)
is_start = True
while clock.moment.date() <= date.fromisoformat(sys.argv[3]):
    result = app.reminders.run(at_start=is_start, trusted_clock=True)
    is_start = False
    for each in result.raised:
        print("raised", each.key, flush=True)
    app.reminders.mark_shown([each.key for each in result.raised], "tray")
    clock.moment += timedelta(days=1)
app.close()
print("done", flush=True)
"""


def ledger(database: Path) -> set[str]:
    with closing(connect(database)) as connection:
        assert findings(connection, thorough=True) == ()
        return {key for (key,) in connection.execute("SELECT key FROM reminder_log")}


def next_day(database: Path) -> date:
    with closing(connect(database)) as connection:
        stored = connection.execute("SELECT value FROM setting WHERE key = 'clock_last_seen'").fetchone()
    return (
        FIRST if stored is None else datetime.fromisoformat(stored[0].strip('"')).date() + timedelta(days=1)
    )


def raised(output: str) -> Iterator[str]:
    return (line.split(" ", 1)[1] for line in output.splitlines(keepends=False) if line.startswith("raised "))


def undisturbed(folder: Path) -> set[str]:
    app = open_app(folder, clock := SetClock(at(FIRST, 9)))
    while clock.moment.date() <= LAST:
        app.reminders.run(trusted_clock=True)
        clock.moment += timedelta(days=1)
    app.close()
    return ledger(folder / "cchc.db")


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_killed_passes(tmp_path: Path, sample_database: Path) -> None:
    rng = random.Random(3)
    folder, calm = tmp_path / "data", tmp_path / "calm"
    for place in (folder, calm):
        place.mkdir()
        shutil.copy(sample_database, place / "cchc.db")
    told: Counter[str] = Counter()
    for kill in range(KILLS + 1):
        begun = next_day(folder / "cchc.db")
        child = subprocess.Popen(
            [sys.executable, "-c", OFFICE, str(folder), begun.isoformat(), LAST.isoformat()],
            cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        if kill < KILLS:
            time.sleep(rng.uniform(0.0, 0.4))
            child.kill()
        output = child.stdout.read()
        child.stdout.close()
        assert child.wait() in (0, -9)
        told.update(raised(output))
    assert "done" in output
    assert ledger(folder / "cchc.db") == undisturbed(calm), "nothing is lost, nothing is invented"
    assert told
    assert set(told.values()) == {1}, "nothing is handed over twice"
