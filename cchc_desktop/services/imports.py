"""From a file to stored tasks: read, compare, store in one transaction after a backup."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cchc_desktop.domain.plans import Plan
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import FileProblem, InvalidInput
from cchc_desktop.paths import resources
from cchc_desktop.reading.draft import PlanDraft, Problem, TaskDraft
from cchc_desktop.reading.pipeline import draft_from, open_source
from cchc_desktop.reading.source import Source
from cchc_desktop.services.agencies import Agencies
from cchc_desktop.services.backups import Backups
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.comparison import (
    Comparison,
    compare,
    identity_of,
    is_version_of,
    may_be_same_document,
)
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_recording import refresh_search
from cchc_desktop.services.task_rows import row_of_draft, texts_of
from cchc_desktop.storage.history import Stamp, change, note_created
from cchc_desktop.storage.plans import NewPlan, add_plan, plan_with_identity, plans
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.tasks import TaskFilter, add_tasks, reading_values, replace_parties, tasks
from cchc_desktop.text import squash

_TOUCHED = frozenset({Kind.PLANS, Kind.TASKS, Kind.REMINDERS})
SAMPLE = "tien-giang-2023.txt"
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    plan_id: int
    added: int
    changed: int
    unchanged: int
    gone: int
    problems: tuple[tuple[str, Problem], ...]
    """("I.9", problem) for every row, ("", problem) for the document."""
    changes: Changes
    backup: Path | None


class Imports:
    """Use cases of taking a plan in."""

    def __init__(self, store: Store, agencies: Agencies, backups: Backups) -> None:
        self._store = store
        self._agencies = agencies
        self._backups = backups

    def open_source(self, path: Path, cancelled: Callable[[], bool] = lambda: False) -> Source:
        """Take tables and lines out of a file, in a child process. Raises FileProblem."""
        return open_source(path, cancelled=cancelled)

    def draft(
        self,
        source: Source,
        *,
        year: int | None = None,
        table: int | None = None,
        columns: Mapping[str, int] | None = None,
    ) -> PlanDraft:
        """Read a draft out of a source; table and columns override what the program finds by itself."""
        return draft_from(source, self._agencies.directory(), year=year, table=table, columns=columns)

    def compare(self, draft: PlanDraft) -> Comparison:
        """Compare a draft with the stored plan of the same document."""
        with self._store.reading() as session:
            return _compare(session, draft)

    def store(self, draft: PlanDraft, *, title: str = "", is_sample: bool = False) -> ImportResult:
        """Store a draft in one transaction, after a backup; the same document again changes only what differs.

        Results that were entered are never touched. Rows that the document no longer has are marked, not deleted.
        ``title`` is what the office calls the plan; the document is recognised without it.
        Raises FileProblem when the draft has no task, InvalidInput for an endless title.
        """
        if not draft.tasks:
            raise FileProblem(_nothing_found(draft))
        title = squash(title)
        if len(title) > _LONGEST_TITLE:
            raise InvalidInput(f"Tên kế hoạch dài quá {_LONGEST_TITLE} ký tự. Hãy rút gọn tên rồi nhập lại.")
        draft = replace(draft, file=_storable(draft.file))
        with self._store.reading() as session:
            is_empty = not plans(session)
        backup = None if is_empty else self._backups.before("truoc-khi-nhap")
        with self._store.writing(f"Nhập kế hoạch từ “{draft.file}”", draft.file) as (session, stamp):
            comparison = _compare(session, draft)
            if comparison.plan is None:
                plan_id = _store_new(session, stamp, draft, title, is_sample=is_sample)
            else:
                plan_id = comparison.plan.id
                _renew_head(session, stamp, comparison.plan, draft, title, is_sample=is_sample)
                _store_again(session, stamp, draft, comparison)
        return ImportResult(
            plan_id=plan_id,
            added=len(comparison.added),
            changed=len(comparison.changed),
            unchanged=len(comparison.unchanged),
            gone=len(comparison.gone),
            problems=_problems(draft),
            changes=Changes(_TOUCHED, stamp.action, stamp.batch),
            backup=backup,
        )

    def sample(self) -> ImportResult:
        """Store the bundled sample plan, marked as such."""
        source = self.open_source(resources() / "plans" / SAMPLE)
        return self.store(self.draft(source), is_sample=True)


def _nothing_found(draft: PlanDraft) -> str:
    reason = next((problem.message for problem in draft.problems if problem.code == "no_table"), "")
    return reason or (
        f"Không tìm thấy nhiệm vụ nào trong tệp “{draft.file}”. "
        "Hãy kiểm tra đây có phải là phụ lục nhiệm vụ không, hoặc chọn lại bảng và cột."
    )


def _storable(name: str) -> str:
    """Return a file name as text: on some systems a name may hold bytes that are no characters."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _compare(session: Session, draft: PlanDraft) -> Comparison:
    plan = _same_document(session, draft)
    if plan is None:
        return Comparison(None, draft.tasks, (), (), ())
    return compare(plan, _all_tasks(session, plan), draft.tasks)


def _same_document(session: Session, draft: PlanDraft) -> Plan | None:
    """Return the stored plan of the same document: of the same number and issuer, else one that shares its rows.

    A bare table has no number, and titles are alike from office to office: there the rows decide. Taking two documents
    for one would mark all tasks of the first as gone.
    """
    of_year = [plan for plan in plans(session) if plan.year == draft.year]
    if draft.head.document_number:
        plan_id = plan_with_identity(session, identity_of(draft.head, draft.year))
        if plan_id is not None:
            return next(plan for plan in of_year if plan.id == plan_id)
    for plan in reversed(of_year):
        if may_be_same_document(plan.head, draft.head) and is_version_of(
            _all_tasks(session, plan), draft.tasks
        ):
            return plan
    return None


def _all_tasks(session: Session, plan: Plan) -> tuple[Task, ...]:
    return tasks(session, TaskFilter(plan_id=plan.id, with_gone=True))


def _store_new(session: Session, stamp: Stamp, draft: PlanDraft, title: str, *, is_sample: bool) -> int:
    new = NewPlan(
        head=replace(draft.head, title=title or draft.head.title),
        year=draft.year,
        identity=identity_of(draft.head, draft.year),
        source_name=draft.file,
        source_kind=draft.kind,
        source_sha256=draft.sha256,
        is_sample=is_sample,
        headings=draft.headings,
        title_block=draft.title_block,
    )
    plan_id = add_plan(session, new, stamp.at)
    ids = add_tasks(
        session, plan_id, [row_of_draft(row, position) for position, row in enumerate(draft.tasks)]
    )
    note_created(session, stamp, "plan", [plan_id])
    note_created(session, stamp, "task", ids)
    return plan_id


def _renew_head(
    session: Session, stamp: Stamp, plan: Plan, draft: PlanDraft, title: str, *, is_sample: bool
) -> None:
    """Bring the stored head up to date: the name the office gives now, and what the former file did not say."""
    values: dict[str, Any] = {}
    if title or not plan.head.title:
        values["title"] = title or draft.head.title
    if not plan.head.document_number and draft.head.document_number:
        values |= {
            "document_number": draft.head.document_number,
            "document_date": draft.head.document_date,
            "issuer": draft.head.issuer,
            "identity": identity_of(draft.head, draft.year),
        }
    if not is_sample:
        values["is_sample"] = False
    change(session, stamp, "plan", plan.id, values)


def _store_again(session: Session, stamp: Stamp, draft: PlanDraft, comparison: Comparison) -> None:
    assert comparison.plan is not None  # noqa: S101 - the caller has just looked
    position_of = {id(row): position for position, row in enumerate(draft.tasks)}
    for task, row in comparison.changed:
        keep_reading = task.reading_by_user and task.deadline == row.deadline
        values = _new_values(row, keep_reading=keep_reading) | {
            "position": position_of[id(row)],
            "gone": False,
        }
        change(session, stamp, "task", task.id, values)
        replace_parties(session, task.id, row.lead_parties, row.coordinating_parties)
        refresh_search(session, task.id)
    for task, row in comparison.unchanged:
        change(session, stamp, "task", task.id, {"position": position_of[id(row)]})
    for task in comparison.gone:
        change(session, stamp, "task", task.id, {"gone": True})
    rows = [row_of_draft(row, position_of[id(row)]) for row in comparison.added]
    note_created(session, stamp, "task", add_tasks(session, comparison.plan.id, rows))


def _new_values(row: TaskDraft, *, keep_reading: bool) -> dict[str, Any]:
    values: dict[str, Any] = dict(texts_of(row))
    values["problems"] = [[problem.code, problem.message, problem.field] for problem in row.problems]
    if not keep_reading:
        values |= reading_values(row.deadline_reading) | {"reading_by_user": False}
    return values


def _problems(draft: PlanDraft) -> tuple[tuple[str, Problem], ...]:
    of_rows = [
        (f"{row.section}.{row.number}".strip("."), problem) for row in draft.tasks for problem in row.problems
    ]
    return (*(("", problem) for problem in draft.problems), *of_rows)
