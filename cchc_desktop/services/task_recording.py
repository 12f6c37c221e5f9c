"""Writing results of tasks inside a transaction that a use case has opened."""

from datetime import date
from typing import Any

from cchc_desktop.domain.tasks import Progress, Result, Task
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.result_entry import ResultEntry, Unset, by_period
from cchc_desktop.services.task_rows import TEXT_FIELDS, search_text
from cchc_desktop.storage import tasks as stored
from cchc_desktop.storage.history import Stamp, change, note_created
from cchc_desktop.storage.session import Session

_LARGEST_ID = 2**63 - 1
"""A larger number is no key of any database; asked for it, SQLite's driver fails instead of finding nothing."""


def one_task(session: Session, task_id: int) -> Task:
    """Return a task. Raises NotFound when it does not exist or was deleted."""
    known = 0 < task_id <= _LARGEST_ID
    found = stored.tasks(session, stored.TaskFilter(ids=(task_id,), with_gone=True)) if known else ()
    if not found:
        raise NotFound("Không tìm thấy nhiệm vụ này; có thể nhiệm vụ đã bị xóa. Hãy mở lại danh sách.")
    return found[0]


def check_version(task: Task, expected: int | None) -> None:
    """Raise InvalidInput when a task was changed since a form read it."""
    if expected is not None and expected != task.version:
        raise InvalidInput(
            "Nhiệm vụ này vừa được sửa ở nơi khác. Nội dung vừa nhập vẫn ở trên màn hình; "
            "hãy mở lại nhiệm vụ để xem bản mới rồi nhập lại."
        )


def action_name(entry: ResultEntry) -> str:
    """Return what the use case is called in the undo menu and the history."""
    if entry.progress is Progress.COMPLETED or isinstance(entry.completed_on, date):
        return "Ghi kết quả của cơ quan thành viên" if entry.agency else "Đánh dấu hoàn thành"
    if not isinstance(entry.own_due, Unset):
        return "Đặt hạn nội bộ"
    return "Cập nhật kết quả"


def put_result(session: Session, stamp: Stamp, task: Task, entry: ResultEntry, *, agency: str) -> int:
    """Add a dated result, or correct the one of the same day (of a period) or of the same member."""
    on = entry.completed_on if isinstance(entry.completed_on, date) else None
    same_day = on if by_period(task) else None
    known = stored.result_ids(session, task.id, agency=agency, on=same_day)
    if not known:
        document_date = entry.document_date if isinstance(entry.document_date, date) else None
        result = Result(on, entry.document or "", document_date, entry.note or "", agency)
        note_created(session, stamp, "result", [stored.add_result(session, task.id, result)])
        return 1
    values: dict[str, Any] = {}
    if not isinstance(entry.completed_on, Unset):
        values["completed_on"] = on
    if entry.document is not None:
        values["document"] = entry.document
    if not isinstance(entry.document_date, Unset):
        values["document_date"] = entry.document_date
    if entry.note is not None:
        values["note"] = entry.note
    return change(session, stamp, "result", known[-1], values)


def refresh_search(session: Session, task_id: int) -> None:
    """Bring the search text of a task in line with its texts and documents."""
    session.flush()
    session.expire_all()
    task = one_task(session, task_id)
    documents = (task.document, *(result.document for result in task.results))
    texts = {key: getattr(task, key) for key in TEXT_FIELDS}
    stored.set_search_text(session, task_id, search_text(texts, documents))
