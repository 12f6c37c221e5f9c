"""Use cases around tasks: lists, results, corrections of readings, editing, adding and deleting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.domain.tasks import Progress, Status, Task, missing_results, status_on
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.agencies import Agencies
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.result_entry import (
    ResultEntry,
    Unset,
    checked,
    is_period_result,
    task_values,
)
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import (
    TaskQuery,
    agency_key,
    checked_words,
    due_between,
    for_agency,
    in_field,
    means,
)
from cchc_desktop.services.task_recording import (
    action_name,
    check_version,
    one_task,
    put_result,
    refresh_search,
)
from cchc_desktop.services.task_rows import TEXT_FIELDS, NewTask, reading_of, row_of_typed
from cchc_desktop.storage import tasks as stored
from cchc_desktop.storage.history import Stamp, change, note_created
from cchc_desktop.storage.plans import plans
from cchc_desktop.storage.session import Session
from cchc_desktop.text import fold, squash

_TOUCHED = frozenset({Kind.TASKS, Kind.REMINDERS})


@dataclass(frozen=True, slots=True)
class Recorded:
    """A task after a change, and what changed."""

    task: Task
    changes: Changes


class Tasks:
    """Everything an officer does with tasks."""

    def __init__(self, store: Store, agencies: Agencies, calendars: Calendars, offices: Offices) -> None:
        self._store = store
        self._agencies = agencies
        self._calendars = calendars
        self._offices = offices

    def list(self, query: TaskQuery = TaskQuery()) -> tuple[Task, ...]:  # noqa: B008 - frozen default
        """Return the tasks that answer a query, in plan order.

        Raises NotFound when an agency is asked for without a name, InvalidInput for endless words.
        """
        checked_words(query.search, query.agency, query.field)
        with self._store.reading() as session:
            found = _search(
                session, stored.TaskFilter(plan_id=query.plan_id, year=query.year), fold(query.search)
            )
        today = self._store.today()
        if query.agency:
            found = for_agency(found, self._agencies.directory(), query.agency, query.role, today)
        if query.field:
            found = tuple(task for task in found if in_field(task, query.field))
        if query.due_from or query.due_to:
            found = tuple(task for task in found if due_between(task, today, query.due_from, query.due_to))
        if query.missing_in is not None:
            found = tuple(missing_results(found, query.missing_in))
        if query.status is not None:
            found = tuple(task for task in found if self.status(task) is query.status)
        return found

    def own(self, query: TaskQuery = TaskQuery()) -> tuple[Task, ...]:  # noqa: B008 - frozen default
        """Return the tasks of the own office; all tasks while the office is not known."""
        office = self._offices.get()
        return self.list(replace(query, agency=office.agency_key or office.agency_name))

    def get(self, task_id: int) -> Task:
        """Return one task. Raises NotFound when it does not exist or was deleted."""
        with self._store.reading() as session:
            return one_task(session, task_id)

    def status(self, task: Task) -> Status:
        """Return the label of a task today."""
        return status_on(task, self._store.today(), self._calendars.work_calendar(), self._soon())

    def _soon(self) -> int:
        return self._offices.get().soon

    def statuses(self, tasks: Sequence[Task]) -> tuple[Status, ...]:
        """Return the labels of tasks today, in the given order."""
        today, calendar, soon = self._store.today(), self._calendars.work_calendar(), self._soon()
        return tuple(status_on(task, today, calendar, soon) for task in tasks)

    def search_texts(self, task_ids: Sequence[int]) -> dict[int, str]:
        """Return the folded texts by which tasks are found."""
        with self._store.reading() as session:
            return stored.search_texts(session, task_ids)

    def problems(self, task_id: int) -> tuple[tuple[str, str, str], ...]:
        """Return code, message and field of what was not certain when the row was read."""
        with self._store.reading() as session:
            return stored.problems(session, task_id)

    def record(self, task_id: int, entry: ResultEntry, expected_version: int | None = None) -> Recorded:
        """Record a result, a state, a note or an own deadline of a task, or of one member of its group.

        Raises InvalidInput for impossible values or when the task was changed meanwhile, NotFound for a task or
        member that does not exist.
        """
        with self._store.writing(action_name(entry)) as (session, stamp):
            task = one_task(session, task_id)
            check_version(task, expected_version)
            entry = checked(entry, task, self._store.today())
            if entry.agency:
                changed = self._record_member(session, stamp, task, entry)
            else:
                changed = self._record_whole(session, stamp, task, entry)
            refresh_search(session, task_id)
            session.flush()
            session.expire_all()
            after = one_task(session, task_id)
        return Recorded(after, Changes(_TOUCHED, stamp.action, stamp.batch if changed else ""))

    def _record_whole(self, session: Session, stamp: Stamp, task: Task, entry: ResultEntry) -> bool:
        values = task_values(entry, task, self._store.today())
        changed = 0
        if is_period_result(entry, task):
            changed += put_result(session, stamp, task, entry, agency="")
            for evidence in ("document", "document_date", "result_note"):
                values.pop(evidence, None)
        return bool(changed + change(session, stamp, "task", task.id, values))

    def _record_member(self, session: Session, stamp: Stamp, task: Task, entry: ResultEntry) -> bool:
        member = self._member(task, entry.agency)
        completed_on = entry.completed_on
        if entry.progress is Progress.COMPLETED and isinstance(completed_on, Unset):
            completed_on = self._store.today()
        member_entry = replace(entry, agency=member, completed_on=completed_on)
        changed = put_result(session, stamp, task, member_entry, agency=member)
        if task.progress is Progress.NOT_STARTED and isinstance(completed_on, date):
            changed += change(session, stamp, "task", task.id, {"progress": Progress.IN_PROGRESS.value})
        return bool(changed)

    def _member(self, task: Task, name: str) -> str:
        checked_words(name)
        directory = self._agencies.directory()
        key = agency_key(directory, name)
        on = min(self._store.today(), date(task.plan_year, 12, 31))
        if not any(
            means(directory, party, name, key, on)
            for party in (*task.lead_parties, *task.coordinating_parties)
        ):
            raise NotFound(
                f"“{name}” không chủ trì, phối hợp nhiệm vụ này (kể cả qua nhóm cơ quan). "
                "Hãy kiểm tra tên cơ quan, hoặc ghi kết quả chung cho cả nhiệm vụ."
            )
        known = next((agency.name for agency in directory.agencies if agency.key == key), "")
        return known or squash(name)

    def complete(
        self, task_ids: Sequence[int], on: date, document: str = "", document_date: date | None = None
    ) -> Changes:
        """Mark tasks as completed on a day. Raises InvalidInput for a day in the future."""
        action = "Đánh dấu hoàn thành" + (f" {len(task_ids)} nhiệm vụ" if len(task_ids) > 1 else "")
        entry = ResultEntry(Progress.COMPLETED, on, document or None, document_date or Unset.UNSET)
        return self._apply_to_all(task_ids, entry, action)

    def set_progress(self, task_ids: Sequence[int], progress: Progress) -> Changes:
        """Set the progress of tasks; completed means today."""
        action = "Đổi tình trạng" + (f" {len(task_ids)} nhiệm vụ" if len(task_ids) > 1 else "")
        return self._apply_to_all(task_ids, ResultEntry(progress), action)

    def _apply_to_all(self, task_ids: Sequence[int], entry: ResultEntry, action: str) -> Changes:
        changed = 0
        with self._store.writing(action) as (session, stamp):
            for task_id in task_ids:
                task = one_task(session, task_id)
                values = task_values(checked(entry, task, self._store.today()), task, self._store.today())
                changed += change(session, stamp, "task", task_id, values)
                refresh_search(session, task_id)
        return Changes(_TOUCHED, action, stamp.batch if changed else "")

    def set_reading(self, task_id: int, deadline: Deadline) -> Recorded:
        """Let the officer's own understanding of a time phrase stand; the printed phrase stays.

        Raises InvalidInput when the end lies before the beginning.
        """
        if deadline.start and deadline.due and deadline.due < deadline.start:
            raise InvalidInput("Ngày kết thúc sớm hơn ngày bắt đầu. Hãy nhập lại hai ngày này.")
        with self._store.writing("Sửa cách hiểu thời gian") as (session, stamp):
            one_task(session, task_id)
            values = stored.reading_values(deadline) | {"reading_by_user": True}
            changed = change(session, stamp, "task", task_id, values)
            session.flush()
            after = one_task(session, task_id)
        return Recorded(after, Changes(_TOUCHED, stamp.action, stamp.batch if changed else ""))

    def add(self, plan_id: int, new: NewTask) -> Recorded:
        """Add a task at the end of its section. Raises InvalidInput without content, NotFound without the plan."""
        if not squash(new.content):
            raise InvalidInput("Nhiệm vụ chưa có nội dung. Hãy nhập nội dung công việc.")
        with self._store.writing("Thêm nhiệm vụ") as (session, stamp):
            plan = next((each for each in plans(session) if each.id == plan_id), None)
            if plan is None:
                raise NotFound("Kế hoạch này không còn trong dữ liệu. Hãy chọn lại kế hoạch.")
            others = stored.tasks(session, stored.TaskFilter(plan_id=plan_id, with_gone=True))
            number, position = _place(others, new.section_title, new.section)
            row = row_of_typed(new, number, position, self._agencies.directory(), plan.year)
            _make_room(session, others, position)
            (task_id,) = stored.add_tasks(session, plan_id, [row])
            note_created(session, stamp, "task", [task_id])
            after = one_task(session, task_id)
        return Recorded(after, Changes(_TOUCHED | {Kind.PLANS}, stamp.action, stamp.batch))

    def edit(self, task_id: int, values: Mapping[str, str], expected_version: int | None = None) -> Recorded:
        """Change printed texts by field; phrase and agency cells are read again.

        Raises InvalidInput for an unknown field, an empty content, or when the task was changed meanwhile.
        """
        texts = {key: squash(text) for key, text in values.items()}
        if set(texts) - set(TEXT_FIELDS):
            raise InvalidInput("Cột này không sửa được. Hãy chọn một cột của kế hoạch.")
        if texts.get("content") == "":
            raise InvalidInput(
                "Nội dung công việc không được để trống. Hãy nhập nội dung, hoặc xóa cả nhiệm vụ."
            )
        with self._store.writing("Sửa nhiệm vụ") as (session, stamp):
            task = one_task(session, task_id)
            check_version(task, expected_version)
            new_values: dict[str, Any] = dict(texts)
            if texts.get("deadline", task.deadline) != task.deadline:
                reading = reading_of(texts["deadline"], task.plan_year)
                new_values |= stored.reading_values(reading) | {"reading_by_user": False}
            changed = change(session, stamp, "task", task_id, new_values)
            directory = self._agencies.directory()
            lead, coordinating = texts.get("lead", task.lead), texts.get("coordinating", task.coordinating)
            stored.replace_parties(session, task_id, directory.split(lead), directory.split(coordinating))
            refresh_search(session, task_id)
            session.flush()
            after = one_task(session, task_id)
        return Recorded(after, Changes(_TOUCHED, stamp.action, stamp.batch if changed else ""))

    def remove(self, task_ids: Sequence[int]) -> Changes:
        """Delete tasks; they can be brought back by undoing."""
        action = "Xóa nhiệm vụ" if len(task_ids) == 1 else f"Xóa {len(task_ids)} nhiệm vụ"
        with self._store.writing(action) as (session, stamp):
            for task_id in task_ids:
                one_task(session, task_id)
                change(session, stamp, "task", task_id, {"deleted_at": stamp.at})
        return Changes(_TOUCHED | {Kind.PLANS}, action, stamp.batch if task_ids else "")


def _search(session: Session, wanted: stored.TaskFilter, phrase: str) -> tuple[Task, ...]:
    """Return tasks that contain a folded phrase; where none does, those that contain all its words."""
    found = stored.tasks(session, replace(wanted, words=(phrase,) if phrase else ()))
    if found or not phrase:
        return found
    return stored.tasks(session, replace(wanted, words=tuple(dict.fromkeys(phrase.split()))))


def _place(others: Sequence[Task], section_title: str, section: str) -> tuple[str, int]:
    """Return number and position of a task that goes to the end of a section."""
    inside = [
        task for task in others if fold(task.section_title) == fold(section_title) and task.section == section
    ]
    if not inside:
        return "1", max((task.position for task in others), default=-1) + 1
    numbers = [int(task.number) for task in inside if task.number.isdigit()]
    return str(max(numbers, default=len(inside)) + 1), inside[-1].position + 1


def _make_room(session: Session, others: Sequence[Task], position: int) -> None:
    behind = [task.id for task in others if task.position >= position]
    stored.shift_positions(session, behind)
