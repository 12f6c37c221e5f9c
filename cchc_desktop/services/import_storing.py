"""A compared draft written down: a new plan, the same document again, or a document that changes some rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cchc_desktop.domain.plans import Plan
from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.services.comparison import Comparison, ImportChoices, identity_of
from cchc_desktop.services.task_recording import refresh_search
from cchc_desktop.services.task_rows import row_of_draft, texts_of
from cchc_desktop.storage.amendments import add_amendment
from cchc_desktop.storage.history import Stamp, change, note_created
from cchc_desktop.storage.plans import NewPlan, add_plan
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.tasks import (
    NewTaskRow,
    TaskFilter,
    add_tasks,
    reading_values,
    replace_parties,
    shift_positions,
    tasks,
)
from cchc_desktop.text import fold


@dataclass(frozen=True, slots=True)
class Storing:
    """One import inside its transaction."""

    session: Session
    stamp: Stamp
    draft: PlanDraft
    choices: ImportChoices

    def new_plan(self, comparison: Comparison, title: str, *, is_sample: bool) -> int:
        """Store a plan that was not there; return its id."""
        draft = self.draft
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
        plan_id = add_plan(self.session, new, self.stamp.at)
        rows = [self._row(place, place) for place in comparison.new_rows]
        note_created(self.session, self.stamp, "plan", [plan_id])
        note_created(self.session, self.stamp, "task", add_tasks(self.session, plan_id, rows))
        return plan_id

    def again(self, comparison: Comparison, title: str, *, is_sample: bool) -> int:
        """Store another version of a plan that is there; return its id."""
        plan = _plan_of(comparison)
        self._renew_head(plan, title, is_sample=is_sample)
        for task, row in comparison.changed:
            place = comparison.rows[task.id]
            self._change(task, row, place, {"position": place, "gone": False})
        for task, _ in comparison.unchanged:
            change(self.session, self.stamp, "task", task.id, {"position": comparison.rows[task.id]})
        for task in comparison.gone:
            change(self.session, self.stamp, "task", task.id, {"gone": True})
        rows = [self._row(place, place) for place in comparison.new_rows]
        note_created(self.session, self.stamp, "task", add_tasks(self.session, plan.id, rows))
        return plan.id

    def amend(self, comparison: Comparison) -> int:
        """Store what a document changes in a plan, and that it did; rows it does not name stay as they are."""
        plan, draft = _plan_of(comparison), self.draft
        for task, row in comparison.changed:
            self._change(task, row, comparison.rows[task.id], {"gone": False})
        for place in comparison.new_rows:
            self._insert(plan, place)
        source = (draft.file, draft.kind, draft.sha256)
        noted = add_amendment(self.session, plan.id, draft.head, source, (self.stamp.batch, self.stamp.at))
        note_created(self.session, self.stamp, "amendment", [noted])
        return plan.id

    def _row(self, place: int, position: int) -> NewTaskRow:
        made = row_of_draft(self.draft.tasks[place], position)
        if place in self.choices.own_readings:
            made.values["reading_by_user"] = True
        return made

    def _insert(self, plan: Plan, place: int) -> None:
        """Add a row at the end of its section."""
        others = tasks(self.session, TaskFilter(plan_id=plan.id, with_gone=True))
        position = _position_after(others, self.draft.tasks[place])
        behind = [task.id for task in others if task.position >= position]
        shift_positions(self.session, behind)
        self.session.expire_all()
        ids = add_tasks(self.session, plan.id, [self._row(place, position)])
        note_created(self.session, self.stamp, "task", ids)

    def _change(self, task: Task, row: TaskDraft, place: int, more: dict[str, Any]) -> None:
        own = place in self.choices.own_readings
        keep_reading = task.reading_by_user and task.deadline == row.deadline and not own
        values = _new_values(row, keep_reading=keep_reading) | more
        if own:
            values["reading_by_user"] = True
        change(self.session, self.stamp, "task", task.id, values)
        replace_parties(self.session, task.id, row.lead_parties, row.coordinating_parties)
        refresh_search(self.session, task.id)

    def _renew_head(self, plan: Plan, title: str, *, is_sample: bool) -> None:
        """Bring the stored head up to date: the name the office gives now, and what the former file did not say."""
        draft = self.draft
        values: dict[str, Any] = {
            "source_name": draft.file,
            "source_kind": draft.kind,
            "source_sha256": draft.sha256,
            "imported_at": self.stamp.at,
        }
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
        change(self.session, self.stamp, "plan", plan.id, values)


def _plan_of(comparison: Comparison) -> Plan:
    assert comparison.plan is not None  # noqa: S101 - the caller has just looked
    return comparison.plan


def _position_after(others: Sequence[Task], row: TaskDraft) -> int:
    inside = [
        task.position
        for task in others
        if (task.section, fold(task.section_title)) == (row.section, fold(row.section_title))
    ]
    return max(inside or [task.position for task in others], default=-1) + 1


def _new_values(row: TaskDraft, *, keep_reading: bool) -> dict[str, Any]:
    values: dict[str, Any] = dict(texts_of(row))
    values["problems"] = [[problem.code, problem.message, problem.field] for problem in row.problems]
    if not keep_reading:
        values |= reading_values(row.deadline_reading) | {"reading_by_user": False}
    return values
