"""What plans, their documents and their imports are called: short for the table, whole sentences beside it."""

import re
from datetime import datetime

from cchc_desktop.columns import PLAN_COLUMNS
from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.services.plan_records import Deed, ImportKind, ImportRecord, PlanRecord, TaskChange
from cchc_desktop.text import fold
from ui.widgets.fields import written

NONE = "—"
AMENDMENT = "Điều chỉnh"
DEED_WORDS = {
    Deed.ADDED: "Mới",
    Deed.CHANGED: "Thay đổi",
    Deed.RETURNED: "Có lại trong văn bản",
    Deed.GONE: "Không còn trong văn bản",
}
IMPORT_WORDS = {
    ImportKind.FIRST: "Nhập lần đầu",
    ImportKind.AGAIN: "Nhập lại",
    ImportKind.AMENDMENT: "Nhập văn bản điều chỉnh",
}
_KINDS = {
    "qd": "Quyết định",
    "kh": "Kế hoạch",
    "ctr": "Chương trình",
    "cthd": "Chương trình",
    "nq": "Nghị quyết",
    "ct": "Chỉ thị",
    "hd": "Hướng dẫn",
    "tb": "Thông báo",
}
"""Symbol of a document (Decree 30/2020/NĐ-CP, annex III) -> its kind."""
_SYMBOL = re.compile(r"/(?:[a-z]+/)?([a-z]+)\b")
_TITLES = ("Quyết định", "Kế hoạch", "Chương trình", "Nghị quyết", "Chỉ thị")
_SPAN = re.compile(
    r"giai doan\s+(?:tu\s+)?(?:nam\s+)?((?:19|20)\d\d)\s*(?:[-–—]|den(?: nam)?)\s*((?:19|20)\d\d)"
)
_OTHER_FIELDS = {"section": "Số mục", "section_title": "Lĩnh vực", "reading_explanation": "Được hiểu là"}


def kind_words(head: PlanHead) -> str:
    """Return what kind of document it is, by its symbol, else by its title.

    >>> kind_words(PlanHead(document_number="45/QĐ-UBND")), kind_words(PlanHead(title="Kế hoạch CCHC năm 2023"))
    ('Quyết định', 'Kế hoạch')
    >>> kind_words(PlanHead(document_number="15/2021/NQ-HĐND")), kind_words(PlanHead(title="Phụ lục"))
    ('Nghị quyết', '—')
    """
    number = fold(head.document_number)
    for found in (_SYMBOL.search(number), re.search(r"/\d{4}/([a-z]+)\b", number)):
        if found is not None and found[1] in _KINDS:
            return _KINDS[found[1]]
    title = fold(head.title)
    return next((name for name in _TITLES if title.startswith(fold(name))), NONE)


def span_words(plan: Plan) -> str:
    """Return the year of a plan, or the years when its name says that it is one for several."""
    title = fold(plan.head.title)
    found = _SPAN.search(title)
    if found is None or re.search(rf"\bnam {plan.year}\b", title[: found.start()]):
        return str(plan.year)
    return f"{found[1]}–{found[2]}"


def document_name(head: PlanHead, file_name: str) -> str:
    """Return by what a document is called: its number, else its title, else its file."""
    return head.document_number or head.title or file_name


def moment(at: datetime) -> str:
    """Return a moment as the page writes it: "08:42 ngày 11/01/2023"."""
    return f"{at:%H:%M} ngày {written(at.date())}"


def task_count(record: PlanRecord) -> str:
    """Return how many tasks a plan has, and how many its newest version has no longer."""
    count = str(record.plan.task_count)
    return f"{count} ({record.gone} không còn)" if record.gone else count


def counts(made: ImportRecord) -> str:
    """Return what an import did, in figures: "3 thay đổi, 1 mới"."""
    words = (
        (Deed.ADDED, "mới"),
        (Deed.CHANGED, "thay đổi"),
        (Deed.RETURNED, "có lại"),
        (Deed.GONE, "không còn"),
    )
    parts = [f"{made.count(deed)} {word}" for deed, word in words if made.count(deed)]
    return ", ".join(parts) or "không thay đổi nhiệm vụ nào"


def import_line(made: ImportRecord) -> str:
    """Return an import as a line of the list: what, when, who, from which file, what it did."""
    undone = " · đã hoàn tác" if made.undone else ""
    return (
        f"{IMPORT_WORDS[made.kind]} lúc {moment(made.at)} · {made.actor}{undone}\n"
        f"“{made.file.name}”: {counts(made)}"
    )


def last_sentence(record: PlanRecord) -> str:
    """Return what the last import did, as a sentence."""
    last = record.last
    if last is None:
        return "Chưa có lần nhập nào; kế hoạch được lập trong phần mềm."
    what = IMPORT_WORDS[last.kind]
    return (
        f"{what} lúc {moment(last.at)}, người nhập {last.actor}, từ tệp “{last.file.name}”: {counts(last)}."
    )


def check_sentence(record: PlanRecord) -> str:
    """Return how many rows are to be checked after the imports."""
    rows = len(record.to_check)
    if not rows:
        return "Không có dòng nào cần kiểm tra."
    points = sum(len(row.messages) for row in record.to_check)
    return (
        f"{rows} nhiệm vụ có {points} điểm phần mềm chưa chắc khi đọc. "
        "Hãy đối chiếu với văn bản và sửa ở trang Nhiệm vụ nếu cần."
    )


def field_title(key: str) -> str:
    """Return the name of a field as the history of an import shows it."""
    return _OTHER_FIELDS.get(key) or PLAN_COLUMNS[key].title


def task_line(change: TaskChange) -> str:
    """Return a task of an import: place and content."""
    return f"{change.place} {change.content}".strip()
