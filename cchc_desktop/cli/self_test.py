"""Tries the whole program on a temporary folder: for checking an installed or frozen program on a strange machine."""

import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.cli.face import Face
from cchc_desktop.clock import SetClock, at
from cchc_desktop.services.task_queries import TaskQuery

_DAY = date(2023, 3, 20)
_SAMPLE_TASKS = 53


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was tried."""

    name: str
    ok: bool
    detail: str


def run_self_test(face: Callable[[], Face]) -> tuple[Step, ...]:
    """Try every step; a step that fails does not keep the others from being tried."""
    with tempfile.TemporaryDirectory(prefix="cchc-self-test-") as place:
        folder = Path(place)
        app = open_app(folder / "dữ liệu", SetClock(at(_DAY, 12)), actor="self-test")
        try:
            return tuple(
                _try(name, action)
                for name, action in (
                    ("sample", lambda: _sample(app)),
                    ("remind", lambda: _remind(app)),
                    ("window", lambda: str(face().check_window(app))),
                    ("export", lambda: _export_and_read_back(app, folder / "phụ lục.xlsx")),
                    ("print", lambda: _print(app, face(), folder / "phụ lục.pdf")),
                    ("backup", lambda: str(app.backups.create(folder / "sao lưu.db").stat().st_size)),
                    ("check", lambda: _check(app)),
                )
            )
        finally:
            app.close()


def _try(name: str, action: Callable[[], str]) -> Step:
    try:
        return Step(name, ok=True, detail=action())
    except Exception as error:  # noqa: BLE001 - the very purpose: say what does not work on this machine
        return Step(name, ok=False, detail="".join(traceback.format_exception_only(error)).strip())


def _sample(app: App) -> str:
    result = app.imports.sample()
    _expect(result.added == _SAMPLE_TASKS, f"{result.added} tasks instead of {_SAMPLE_TASKS}")
    return f"{result.added} tasks"


def _remind(app: App) -> str:
    first = app.reminders.run(trusted_clock=True)
    again = app.reminders.run(trusted_clock=True)
    _expect(bool(first.raised), "nothing was due")
    _expect(not again.raised, "a second pass raised again")
    return f"{len(first.raised)} raised"


def _export_and_read_back(app: App, path: Path) -> str:
    tasks = app.tasks.list(TaskQuery())
    rows = app.exports.appendix(path, tasks)
    _expect(_reads_back(app, path), "the workbook does not read back as it was written")
    return f"{rows} rows"


def _print(app: App, face: Face, path: Path) -> str:
    pages = face.print_pdf(app.exports.document(app.tasks.list(TaskQuery())), path)
    _expect(pages > 0 and path.stat().st_size > 0, "no page was printed")
    _expect(_reads_back(app, path), "the pages do not read back as they were printed")
    return f"{pages} pages"


def _reads_back(app: App, path: Path) -> bool:
    draft = app.imports.draft(app.imports.open_source(path))
    return [(task.content, task.lead, task.coordinating, task.deadline) for task in app.tasks.list()] == [
        (row.content, row.lead, row.coordinating, row.deadline) for row in draft.tasks
    ]


def _check(app: App) -> str:
    report = app.backups.check()
    _expect(report.ok, "; ".join(report.findings))
    return f"revision {report.revision}"


def _expect(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)
