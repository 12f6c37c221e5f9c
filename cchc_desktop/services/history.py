"""Who changed what and when, in sentences; and the way back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.tasks import Progress
from cchc_desktop.errors import UserError
from cchc_desktop.services.agencies import Agencies
from cchc_desktop.services.calendars import Calendars
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_recording import one_task, refresh_search
from cchc_desktop.services.teaching import read_directory, split_again
from cchc_desktop.storage.history import CREATED, ChangedSinceError, FieldChange, changes_of, undo_batch
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.tasks import TaskFilter, all_result_ids, replace_parties, tasks
from cchc_desktop.words import PROGRESS_WORDS

_FIELD_WORDS = {
    "progress": "tình trạng",
    "completed_on": "ngày hoàn thành",
    "document": "số, ký hiệu văn bản",
    "document_date": "ngày văn bản",
    "result_note": "ghi chú kết quả",
    "note": "ghi chú",
    "own_due": "hạn nội bộ",
    "content": "nội dung",
    "lead": "cơ quan chủ trì",
    "coordinating": "cơ quan phối hợp",
    "issuing_level": "cấp ban hành",
    "product": "sản phẩm",
    "budget": "kinh phí",
    "deadline": "thời gian thực hiện",
    "section": "số mục",
    "section_title": "lĩnh vực",
    "number": "số thứ tự",
    "reading_explanation": "cách hiểu thời gian",
}
_SILENT = frozenset(
    {
        "reading_kind",
        "reading_start",
        "reading_due",
        "reading_suggested",
        "reading_occurrences",
        "reading_certain",
        "reading_by_user",
        "position",
        "problems",
    }
)
_KINDS = {
    "plan": Kind.PLANS,
    "task": Kind.TASKS,
    "result": Kind.TASKS,
    "report": Kind.REPORTS,
    "report_kind": Kind.REPORTS,
    "report_unit": Kind.REPORTS,
    "report_receipt": Kind.REPORTS,
    "agency": Kind.AGENCIES,
    "lesson": Kind.AGENCIES,
    "amendment": Kind.PLANS,
    "setting": Kind.SETTINGS,
}
_NAMES = frozenset({"agency", "lesson"})
"""What decides which body a name in a cell means."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a task, for people."""

    at: datetime
    """In Vietnam's offset."""
    actor: str
    sentence: str
    source: str
    """Name of the file the change came from; empty when it was typed."""


class History:
    """The history of tasks, and undo of whole use cases."""

    def __init__(self, store: Store, agencies: Agencies, calendars: Calendars) -> None:
        self._store = store
        self._agencies = agencies
        self._calendars = calendars

    def of_task(self, task_id: int) -> tuple[HistoryLine, ...]:
        """Return the changes of a task and its results, newest first. Raises NotFound without the task."""
        with self._store.reading() as session:
            one_task(session, task_id)
            entities = [("task", str(task_id))]
            entities += [("result", str(result)) for result in all_result_ids(session, task_id)]
            changes = changes_of(session, entities)
        return tuple(_line(change) for change in changes if change.field not in _SILENT)

    def undo(self, batch: str) -> Changes:
        """Reverse a whole use case; the returned batch is the way forward again.

        Raises UserError when something was changed again since.
        """
        try:
            with self._store.writing("Hoàn tác") as (session, stamp):
                undone = undo_batch(session, stamp, batch)
                session.flush()
                self._derive_again(session, undone)
        except ChangedSinceError:
            raise UserError(
                "Không hoàn tác được vì dữ liệu này đã được sửa tiếp sau đó. Hãy sửa trực tiếp giá trị cần thay đổi."
            ) from None
        self._agencies.forget()
        self._calendars.forget()
        kinds = {_KINDS[entity] for entity, _, _ in undone} | {Kind.REMINDERS}
        return Changes(frozenset(kinds), stamp.action, stamp.batch if undone else "")

    def _derive_again(self, session: Session, undone: tuple[tuple[str, str, str], ...]) -> None:
        """Bring what follows from texts and results (parties, search text) in line with the restored values."""
        self._agencies.forget()
        edited = {int(key) for entity, key, _ in undone if entity == "task"}
        session.expire_all()
        directory = read_directory(session)
        for task in tasks(session, TaskFilter(ids=tuple(edited), with_gone=True)):
            replace_parties(session, task.id, directory.split(task.lead), directory.split(task.coordinating))
            refresh_search(session, task.id)
        if any(entity in _NAMES for entity, _, _ in undone):
            split_again(session, directory)


def _line(change: FieldChange) -> HistoryLine:
    return HistoryLine(change.at.astimezone(VIETNAM), change.actor, _sentence(change), change.source)


def _sentence(change: FieldChange) -> str:
    if change.field == CREATED:
        return "Thêm nhiệm vụ" if change.entity == "task" else "Ghi thêm một kết quả"
    if change.field == "deleted_at":
        return "Xóa" if change.new else "Khôi phục sau khi xóa"
    if change.field == "gone":
        return "Không còn trong văn bản nhập lại" if change.new else "Có lại trong văn bản nhập lại"
    what = _FIELD_WORDS.get(change.field, change.field)
    old, new = _value(change.field, change.old), _value(change.field, change.new)
    if old == "":
        return f"Ghi {what}: {new}"
    if new == "":
        return f"Xóa {what} (trước đó: {old})"
    return f"Đổi {what}: {old} → {new}"


def _value(field: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if field == "progress":
        return PROGRESS_WORDS[Progress(value)]
    return str(value)
