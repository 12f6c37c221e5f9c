"""From a file to stored tasks: read, compare, store in one transaction after a backup."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.plans import Plan
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import FileProblem, InvalidInput, NotFound
from cchc_desktop.paths import resources
from cchc_desktop.reading.draft import PlanDraft, Problem, Ruling
from cchc_desktop.reading.pipeline import draft_from, open_source
from cchc_desktop.reading.source import Source
from cchc_desktop.services.agencies import Agencies
from cchc_desktop.services.backups import Backups
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.comparison import (
    Comparison,
    ImportChoices,
    amended_plan,
    amends_by_title,
    compare,
    compare_amendment,
    identity_of,
    is_version_of,
    keeping,
    may_be_same_document,
)
from cchc_desktop.services.import_storing import Storing
from cchc_desktop.services.lesson_marks import with_lessons
from cchc_desktop.services.source_files import SourceFile, SourceFiles
from cchc_desktop.services.store import Store
from cchc_desktop.services.teaching import learn
from cchc_desktop.storage.lessons import lessons
from cchc_desktop.storage.plans import plan_with_identity, plans
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.tasks import TaskFilter, tasks
from cchc_desktop.text import squash

NO_CHOICES = ImportChoices()
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

    def __init__(self, store: Store, agencies: Agencies, backups: Backups, files: SourceFiles) -> None:
        self._store = store
        self._agencies = agencies
        self._backups = backups
        self._files = files

    def open_source(
        self,
        path: Path,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[int, int], object] | None = None,
    ) -> Source:
        """Take tables and lines out of a file, in a child process; ``progress`` is told page and number of pages.

        Raises FileProblem.
        """
        source = open_source(path, cancelled=cancelled, progress=progress)
        self._files.note(path, source.sha256)
        return source

    def draft(
        self,
        source: Source,
        *,
        year: int | None = None,
        table: int | None = None,
        columns: Mapping[str, int] | None = None,
        rulings: Mapping[int, Ruling] | None = None,
        directory: Directory | None = None,
    ) -> PlanDraft:
        """Read a draft out of a source; table, columns and rulings on rows override what the program finds by itself.

        Corrections that were learnt are put to use and marked. ``directory`` stands in for the stored one while names
        are being settled.
        """
        known = self._agencies.directory()
        draft = draft_from(
            source, directory or known, year=year, table=table, columns=columns, rulings=rulings
        )
        with self._store.reading() as session:
            learnt = lessons(session)
        if not learnt:
            return draft
        return with_lessons(draft, learnt, known, self._agencies.printed_directory())

    def compare(self, draft: PlanDraft, choices: ImportChoices = NO_CHOICES) -> Comparison:
        """Compare a draft with the stored plan of the same document, or with the plan that it amends."""
        with self._store.reading() as session:
            return _compare(session, draft, choices)

    def amended_plan(self, draft: PlanDraft) -> Plan | None:
        """Return the stored plan that a draft seems to amend, by its title and the number it names; a suggestion."""
        title = " ".join((draft.head.title, *draft.title_block))
        if not amends_by_title(draft.head.title):
            return None
        with self._store.reading() as session:
            return amended_plan((title,), plans(session), draft.year)

    def store(
        self,
        draft: PlanDraft,
        *,
        title: str = "",
        is_sample: bool = False,
        choices: ImportChoices = NO_CHOICES,
    ) -> ImportResult:
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
        self._files.keep(SourceFile(draft.file, draft.kind, draft.sha256))
        with self._store.reading() as session:
            is_empty = not plans(session)
        backup = None if is_empty else self._backups.before("truoc-khi-nhap")
        what = "Nhập kế hoạch từ" if choices.amends is None else "Nhập văn bản điều chỉnh từ"
        with self._store.writing(f"{what} “{draft.file}”", draft.file) as (session, stamp):
            comparison = keeping(_compare(session, draft, choices), choices.kept)
            storing = Storing(session, stamp, draft, choices)
            if choices.amends is not None:
                plan_id = storing.amend(comparison)
            elif comparison.plan is None:
                plan_id = storing.new_plan(comparison, title, is_sample=is_sample)
            else:
                plan_id = storing.again(comparison, title, is_sample=is_sample)
            learn(session, stamp, choices.lessons)
        if choices.lessons:
            self._agencies.forget()
        kinds = _TOUCHED | {Kind.AGENCIES} if choices.lessons else _TOUCHED
        return ImportResult(
            plan_id=plan_id,
            added=len(comparison.added),
            changed=len(comparison.changed),
            unchanged=len(comparison.unchanged),
            gone=len(comparison.gone),
            problems=_problems(draft, choices),
            changes=Changes(kinds, stamp.action, stamp.batch),
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


def _compare(session: Session, draft: PlanDraft, choices: ImportChoices) -> Comparison:
    if choices.amends is not None:
        plan = next((plan for plan in plans(session) if plan.id == choices.amends), None)
        if plan is None:
            raise NotFound("Kế hoạch được điều chỉnh không còn trong dữ liệu. Hãy chọn lại kế hoạch.")
        return compare_amendment(plan, _all_tasks(session, plan), draft.tasks, draft.columns, choices)
    plan = _same_document(session, draft)
    return compare(plan, _all_tasks(session, plan) if plan is not None else (), draft.tasks, choices)


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


def _problems(draft: PlanDraft, choices: ImportChoices) -> tuple[tuple[str, Problem], ...]:
    of_rows = [
        (f"{row.section}.{row.number}".strip("."), problem)
        for place, row in enumerate(draft.tasks)
        if place not in choices.left_out
        for problem in row.problems
    ]
    return (*(("", problem) for problem in draft.problems), *of_rows)
