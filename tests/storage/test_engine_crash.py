"""kill -9 in the middle of import-like transactions: what was acknowledged is there, nothing is there by half."""

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import cchc_desktop
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.integrity import findings

ROOT = Path(cchc_desktop.__file__).parents[1]
KILLS = 10
TASKS = 40
IMPORTER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import insert
from cchc_desktop.storage.engine import open_engine, writing
from cchc_desktop.storage.tables import PlanRow, TaskRow

engine = open_engine(Path(sys.argv[1]))
texts = dict.fromkeys(
    ("section", "section_title", "number", "content", "lead", "coordinating", "issuing_level", "product", "budget",
     "note", "deadline", "reading_explanation", "search_text", "document", "result_note"), "Rà soát, đơn giản hóa" * 20)
print("ready", flush=True)
for number in range(10_000):
    uid = f"{sys.argv[2]}-{number}"
    with writing(engine) as session:
        plan = PlanRow(uid=uid, title="", document_number="", issuer="", year=2026, identity=uid, source_name="",
                       source_kind="", source_sha256="", imported_at=datetime.now(UTC), headings=[], title_block=[])
        session.add(plan)
        session.flush()
        session.execute(insert(TaskRow), [
            texts | {"uid": f"{uid}-{n}", "plan_id": plan.id, "position": n, "reading_kind": "none",
                     "reading_occurrences": [], "reading_certain": True, "reading_by_user": False, "problems": [],
                     "progress": "not_started", "gone": False, "version": 1} for n in range(int(sys.argv[3]))])
    print(uid, flush=True)
"""


def imported(database: Path) -> dict[str, int]:
    with closing(connect(database)) as connection:
        assert findings(connection, thorough=True) == ()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return dict(
            connection.execute(
                "SELECT plan.uid, count(task.id) FROM plan LEFT JOIN task ON task.plan_id = plan.id GROUP BY plan.id"
            )
        )


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
def test_killed_imports(folder: DataFolder) -> None:
    chance = random.Random()
    acknowledged: set[str] = set()
    for run in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", IMPORTER, str(folder.database), str(run), str(TASKS)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.12))
        child.kill()
        acknowledged |= {line.strip() for line in child.stdout if line.endswith("\n")}
        child.wait()
        child.stdout.close()
        present = imported(folder.database)
        assert set(present.values()) <= {TASKS}, "half an import"
        assert acknowledged <= set(present), "an acknowledged import is gone"
        assert len(present) <= len(acknowledged) + run + 1, (
            "more than the one import that was being acknowledged"
        )
    assert acknowledged
