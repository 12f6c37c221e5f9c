"""Plans as their page shows them: the document, its file, what every import changed, and what is to be checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.plans import Amendment, Plan
from cchc_desktop.services.lesson_marks import LEARNT
from cchc_desktop.services.source_files import SourceFile
from cchc_desktop.services.task_rows import TEXT_FIELDS
from cchc_desktop.storage import plan_records as stored
from cchc_desktop.storage.amendments import amendments
from cchc_desktop.storage.history import CREATED
from cchc_desktop.storage.plan_records import Noted, TaskTexts
from cchc_desktop.storage.session import Session

_SHOWN = (*TEXT_FIELDS, "reading_explanation")
_FILE_FIELDS = ("source_name", "source_kind", "source_sha256")


class ImportKind(StrEnum):
    """What an import was."""

    FIRST = "first"
    AGAIN = "again"
    AMENDMENT = "amendment"


class Deed(StrEnum):
    """What an import did to a task."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"
    RETURNED = "returned"
    """A row that was gone is in the document again."""


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What one import did to one task."""

    task_id: int
    place: str
    """Section and number as they are now: "I.4"."""
    content: str
    """As it is now."""
    deed: Deed
    fields: tuple[tuple[str, str, str], ...] = ()
    """Key of the column, text before, text after, in printed order."""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import into a plan."""

    batch: str
    kind: ImportKind
    at: datetime
    """In Vietnam's offset."""
    actor: str
    action: str
    file: SourceFile
    changes: tuple[TaskChange, ...]
    """In the order of the plan."""
    undone: bool = False
    amendment_id: int = 0

    def count(self, *deeds: Deed) -> int:
        """Return to how many tasks it did one of some deeds."""
        return sum(change.deed in deeds for change in self.changes)


@dataclass(frozen=True, slots=True)
class RowToCheck:
    """A task with something that was not certain when its row was read."""

    task_id: int
    place: str
    content: str
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmendmentRecord:
    """A document that changed rows of a plan, with its file and its import."""

    amendment: Amendment
    file: SourceFile
    made: ImportRecord | None


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan with everything its page tells of it."""

    plan: Plan
    file: SourceFile
    gone: int
    """Tasks that the newest version of the document no longer has."""
    imports: tuple[ImportRecord, ...]
    """Newest first; those that were undone are marked."""
    amendments: tuple[AmendmentRecord, ...]
    to_check: tuple[RowToCheck, ...]

    @property
    def last(self) -> ImportRecord | None:
        """The newest import that is in force."""
        return next((each for each in self.imports if not each.undone), None)


def plan_record(session: Session, plan: Plan) -> PlanRecord:
    """Gather what is stored about a plan."""
    texts = stored.task_texts(session, plan.id)
    file = SourceFile(*stored.plan_files(session)[plan.id])
    undone = stored.undone_amendments(session, plan.id)
    files = {key: SourceFile(*each) for key, each in stored.amendment_files(session, plan.id).items()}
    made = _imports(stored.import_notes(session, plan.id), texts, file, files, undone)
    by_amendment = {each.amendment_id: each for each in made}
    return PlanRecord(
        plan=plan,
        file=file,
        gone=sum(text.gone and not text.deleted for text in texts),
        imports=made[::-1],
        amendments=tuple(
            AmendmentRecord(each, files[each.id], by_amendment.get(each.id))
            for each in amendments(session, plan.id)
        ),
        to_check=tuple(_to_check(texts)),
    )


def _to_check(texts: Iterable[TaskTexts]) -> Iterable[RowToCheck]:
    for text in texts:
        messages = tuple(message for code, message, _ in text.problems if code not in LEARNT)
        if messages and not text.gone and not text.deleted:
            yield RowToCheck(text.id, _place(text), text.content, messages)


def _imports(
    notes: Sequence[Noted],
    texts: Sequence[TaskTexts],
    file: SourceFile,
    files: Mapping[int, SourceFile],
    undone: frozenset[int],
) -> tuple[ImportRecord, ...]:
    """Part the history of a plan into its imports, oldest first."""
    batches: dict[str, list[Noted]] = {}
    for note in notes:
        batches.setdefault(note.batch, []).append(note)
    reversed_batches = _reversed(notes)
    current = _first_file(notes, file)
    found = []
    for batch, rows in batches.items():
        current = current | {row.field: row.new for row in rows if row.field in _FILE_FIELDS}
        if rows[0].action == stored.UNDO:
            continue
        amendment = next((row.entity_id for row in rows if row.entity == "amendment"), 0)
        first = any((row.entity, row.field) == ("plan", CREATED) for row in rows)
        kind = ImportKind.AMENDMENT if amendment else ImportKind.FIRST if first else ImportKind.AGAIN
        whence = SourceFile(*(current[key] for key in _FILE_FIELDS))
        if amendment:
            whence = files.get(amendment, SourceFile(rows[0].source, "", ""))
        found.append(
            ImportRecord(
                batch=batch,
                kind=kind,
                at=rows[0].at.astimezone(VIETNAM),
                actor=rows[0].actor,
                action=rows[0].action,
                file=whence,
                changes=tuple(_changes(rows, texts)),
                undone=batch in reversed_batches or amendment in undone,
                amendment_id=amendment,
            )
        )
    return tuple(found)


def _first_file(notes: Iterable[Noted], file: SourceFile) -> dict[str, str]:
    """Return by field which file a plan was first imported from."""
    values = dict(zip(_FILE_FIELDS, (file.name, file.kind, file.sha256), strict=True))
    seen: set[str] = set()
    for note in notes:
        if note.field in _FILE_FIELDS and note.field not in seen:
            seen.add(note.field)
            values[note.field] = note.old
    return values


def _reversed(notes: Iterable[Noted]) -> frozenset[str]:
    """Return the imports of another version that were undone and not redone: undo takes the newest back first."""
    in_force: list[Noted] = []
    taken_back: list[Noted] = []
    for note in notes:
        if (note.entity, note.field) != ("plan", "imported_at"):
            continue
        if note.action != stored.UNDO:
            in_force.append(note)
            continue
        undoes = bool(in_force) and (in_force[-1].old, in_force[-1].new) == (note.new, note.old)
        source, target = (in_force, taken_back) if undoes else (taken_back, in_force)
        target += source[-1:]
        del source[-1:]
    return frozenset(note.batch for note in taken_back)


def _changes(rows: Iterable[Noted], texts: Iterable[TaskTexts]) -> Iterable[TaskChange]:
    by_task: dict[int, dict[str, Noted]] = {}
    for row in rows:
        if row.entity == "task":
            by_task.setdefault(row.entity_id, {})[row.field] = row
    for text in texts:
        noted = by_task.get(text.id, {})
        fields = tuple(
            (key, str(noted[key].old or ""), str(noted[key].new or "")) for key in _SHOWN if key in noted
        )
        deed = _deed(noted, fields)
        if deed is not None:
            yield TaskChange(text.id, _place(text), text.content, deed, fields)


def _deed(noted: Mapping[str, Noted], fields: tuple[tuple[str, str, str], ...]) -> Deed | None:
    if CREATED in noted:
        return Deed.ADDED
    if "gone" in noted:
        return Deed.GONE if noted["gone"].new else Deed.RETURNED
    return Deed.CHANGED if fields else None


def _place(text: TaskTexts) -> str:
    return ".".join(part for part in (text.section, text.number) if part)
