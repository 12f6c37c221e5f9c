"""What an officer enters for a task, checked before anything is stored."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import InvalidInput
from cchc_desktop.text import nfc, squash

_MOST_TEXT = 10_000
_MOST_DOCUMENT = 200


class Unset(Enum):
    """Marks a field that an entry leaves as it is, where None means "empty it"."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """Values for a task; what is not given stays as it is."""

    progress: Progress | None = None
    completed_on: date | Unset | None = UNSET
    document: str | None = None
    document_date: date | Unset | None = UNSET
    note: str | None = None
    own_due: date | Unset | None = UNSET
    agency: str = ""
    """Name of a member of the group that leads or co-ordinates; empty for the task as a whole."""


def by_period(task: Task) -> bool:
    """Tell whether a task has results period by period rather than one at the end."""
    return task.reading.kind in (DeadlineKind.CONTINUOUS, DeadlineKind.PERIODIC)


def checked(entry: ResultEntry, task: Task, today: date) -> ResultEntry:
    """Return the entry with tidy texts.

    Raises InvalidInput for a date in the future, a date long before the plan, texts that are too long, and values
    that contradict each other or would be lost.
    """
    _check_together(entry, task)
    if isinstance(entry.completed_on, date):
        _check_past("Ngày hoàn thành", entry.completed_on, task, today)
    if isinstance(entry.document_date, date):
        _check_past("Ngày văn bản", entry.document_date, task, today)
    if isinstance(entry.own_due, date) and not date(task.plan_year - 1, 1, 1) <= entry.own_due <= date(
        2100, 12, 31
    ):
        raise InvalidInput(
            f"Hạn nội bộ {entry.own_due:%d/%m/%Y} không hợp với kế hoạch năm {task.plan_year}. "
            "Hãy kiểm tra lại năm vừa nhập."
        )
    document = None if entry.document is None else squash(entry.document)
    note = None if entry.note is None else nfc(entry.note).strip()
    if document is not None and len(document) > _MOST_DOCUMENT:
        raise InvalidInput(
            f"Số, ký hiệu văn bản dài quá {_MOST_DOCUMENT} ký tự. Hãy rút gọn, phần còn lại ghi vào ghi chú."
        )
    if note is not None and len(note) > _MOST_TEXT:
        raise InvalidInput(f"Ghi chú dài quá {_MOST_TEXT:,} ký tự. Hãy rút gọn lại.".replace(",", ".", 1))
    return ResultEntry(
        entry.progress,
        entry.completed_on,
        document,
        entry.document_date,
        note,
        entry.own_due,
        squash(entry.agency),
    )


def _check_together(entry: ResultEntry, task: Task) -> None:
    open_state = entry.progress not in (None, Progress.COMPLETED)
    if isinstance(entry.completed_on, date) and (
        entry.progress is Progress.NOT_STARTED or (open_state and not by_period(task))
    ):
        raise InvalidInput(
            "Ngày hoàn thành không đi cùng tình trạng chưa hoàn thành. "
            "Hãy bỏ ngày hoàn thành, hoặc chọn tình trạng “Đã hoàn thành”."
        )
    if not entry.agency:
        return
    if open_state or not isinstance(entry.own_due, Unset):
        raise InvalidInput(
            "Tình trạng và hạn nội bộ đặt cho cả nhiệm vụ, không đặt riêng cho từng cơ quan. "
            "Hãy ghi riêng phần này, không kèm tên cơ quan."
        )
    if entry == ResultEntry(agency=entry.agency):
        raise InvalidInput(
            f"Chưa có kết quả nào để ghi cho “{squash(entry.agency)}”. Hãy nhập ngày hoàn thành, văn bản hoặc ghi chú."
        )


def _check_past(what: str, day: date, task: Task, today: date) -> None:
    if day > today:
        raise InvalidInput(
            f"{what} {day:%d/%m/%Y} ở sau hôm nay ({today:%d/%m/%Y}). Hãy nhập ngày không muộn hơn hôm nay."
        )
    earliest = date(task.plan_year - 1, 1, 1)
    if day < earliest:
        raise InvalidInput(
            f"{what} {day:%d/%m/%Y} sớm hơn kế hoạch năm {task.plan_year} quá nhiều. Hãy kiểm tra lại năm vừa nhập."
        )


def task_values(entry: ResultEntry, task: Task, today: date) -> dict[str, Any]:
    """Return the columns of the task that an entry for the task as a whole changes."""
    values: dict[str, Any] = {}
    progress = entry.progress
    if progress is None and isinstance(entry.completed_on, date):
        progress = Progress.IN_PROGRESS if by_period(task) else Progress.COMPLETED
    if progress is not None:
        values["progress"] = progress.value
        values["completed_on"] = _completion(entry, task, progress, today)
    elif entry.completed_on is None:
        values["completed_on"] = None
    if entry.document is not None:
        values["document"] = entry.document
    if not isinstance(entry.document_date, Unset):
        values["document_date"] = entry.document_date
    if entry.note is not None:
        values["result_note"] = entry.note
    if not isinstance(entry.own_due, Unset):
        values["own_due"] = entry.own_due
    return values


def _completion(entry: ResultEntry, task: Task, progress: Progress, today: date) -> date | None:
    if progress is not Progress.COMPLETED:
        return None
    if isinstance(entry.completed_on, date):
        return entry.completed_on
    return task.completed_on or today


def is_period_result(entry: ResultEntry, task: Task) -> bool:
    """Tell whether an entry is the dated result of one period, not the end of the task."""
    return (
        by_period(task) and isinstance(entry.completed_on, date) and entry.progress is not Progress.COMPLETED
    )
