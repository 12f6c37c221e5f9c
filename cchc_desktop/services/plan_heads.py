"""What the office corrects about a document: its number, date, issuer, name and year."""

from dataclasses import dataclass

from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.errors import InvalidInput
from cchc_desktop.services.changes import Changes
from cchc_desktop.services.comparison import identity_of
from cchc_desktop.services.task_rows import reading_of
from cchc_desktop.storage import tasks as stored
from cchc_desktop.storage.history import Stamp, change
from cchc_desktop.storage.plan_records import same_identity
from cchc_desktop.storage.session import Session
from cchc_desktop.text import squash

FIRST_YEAR, LAST_YEAR = 2000, 2100
_LONGEST = {
    "title": ("Tên kế hoạch", 500),
    "document_number": ("Số, ký hiệu", 100),
    "issuer": ("Cơ quan ban hành", 300),
}


@dataclass(frozen=True, slots=True)
class HeadEdited:
    """What a correction of a document did."""

    changes: Changes
    reread: int = 0
    """Tasks whose time phrase was read again for the new year."""
    own: int = 0
    """Tasks whose reading somebody chose, or an earlier correction gave: it stays, and is to be looked at."""


def checked_head(head: PlanHead) -> PlanHead:
    """Return a head with tidy texts. Raises InvalidInput for an endless text or an impossible year."""
    texts = {key: squash(getattr(head, key)) for key in _LONGEST}
    for key, (name, most) in _LONGEST.items():
        if len(texts[key]) > most:
            raise InvalidInput(f"{name} dài quá {most} ký tự. Hãy rút gọn rồi lưu lại.")
    if head.year is not None and not FIRST_YEAR <= head.year <= LAST_YEAR:
        raise InvalidInput(f"Năm kế hoạch phải từ {FIRST_YEAR} đến {LAST_YEAR}. Hãy nhập lại năm.")
    if head.document_date is not None and not FIRST_YEAR - 20 <= head.document_date.year <= LAST_YEAR:
        raise InvalidInput("Ngày văn bản quá xa. Hãy kiểm tra lại năm của ngày văn bản.")
    return PlanHead(texts["title"], texts["document_number"], head.document_date, texts["issuer"], head.year)


def put_head(session: Session, stamp: Stamp, plan: Plan, head: PlanHead) -> tuple[int, int, int]:
    """Store a checked head of a plan; return how many fields changed, tasks were read again, kept their own reading.

    Raises InvalidInput when another plan is the same document: imports would take one for the other.
    """
    year = head.year or plan.year
    identity = identity_of(head, year)
    if head.document_number and same_identity(session, identity, plan.id):
        raise InvalidInput(
            f"Đã có kế hoạch khác số {head.document_number} năm {year} của cùng cơ quan. "
            "Hãy kiểm tra lại số, ký hiệu, hoặc xóa kế hoạch bị trùng trước."
        )
    values = {
        "title": head.title,
        "document_number": head.document_number,
        "document_date": head.document_date,
        "issuer": head.issuer,
        "year": year,
    }
    changed = change(session, stamp, "plan", plan.id, values)
    if changed:
        change(session, stamp, "plan", plan.id, {"identity": identity})
    reread, own = _read_again(session, stamp, plan, year) if year != plan.year else (0, 0)
    return changed, reread, own


def _read_again(session: Session, stamp: Stamp, plan: Plan, year: int) -> tuple[int, int]:
    """Read the time phrases of a plan for another year: bare months and quarters belong to the plan's year."""
    reread = own = 0
    for task in stored.tasks(session, stored.TaskFilter(plan_id=plan.id, with_gone=True)):
        if task.reading_by_user or task.reading != reading_of(task.deadline, plan.year):
            own += bool(task.deadline)
        else:
            values = stored.reading_values(reading_of(task.deadline, year))
            reread += bool(change(session, stamp, "task", task.id, values))
    return reread, own
