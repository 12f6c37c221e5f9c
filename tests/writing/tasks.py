"""Tasks, plans and documents for tests: the real appendix of Tiền Giang 2023, and made ones."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cchc_desktop.clock import at
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.domain.tasks import Progress, Task

TIEN_GIANG = Path(__file__).with_name("data") / "tien-giang-2023.tsv"
HEADINGS = (
    ("content", "Nội dung công việc"),
    ("lead", "Cơ quan chủ trì đề xuất/ tham mưu/ thực hiện"),
    ("coordinating", "Cơ quan phối hợp"),
    ("issuing_level", "Cấp ban hành/phê duyệt"),
    ("deadline", "Thời gian thực hiện"),
)
TITLE_BLOCK = (
    "Phụ lục",
    "DANH MỤC CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023",
    "(Ban hành kèm theo Quyết định số 45 /QĐ-UBND ngày 10 tháng 01 năm 2023",
    "của Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang)",
)
ALL_HEADINGS = (
    ("number", "STT"),
    ("content", "Nội dung nhiệm vụ"),
    ("lead", "Cơ quan chủ trì"),
    ("coordinating", "Cơ quan phối hợp"),
    ("product", "Sản phẩm"),
    ("budget", "Kinh phí (đồng)"),
    ("deadline", "Thời hạn hoàn thành"),
    ("note", "Ghi chú"),
)
PLAIN = Task(
    id=1,
    uid="task-1",
    plan_id=1,
    plan_year=2023,
    position=1,
    section="I",
    section_title="CẢI CÁCH THỂ CHẾ",
    number="1",
    content="Rà soát văn bản quy phạm pháp luật",
    lead="Sở Tư pháp",
    coordinating="Sở, ngành tỉnh",
    issuing_level="UBND tỉnh",
    product="",
    budget="",
    note="",
    deadline="Thường xuyên",
    lead_parties=(),
    coordinating_parties=(),
    reading=Deadline(DeadlineKind.CONTINUOUS),
    reading_by_user=False,
    own_due=None,
    progress=Progress.NOT_STARTED,
    completed_on=None,
    document="",
    document_date=None,
    result_note="",
    results=(),
    gone=False,
    version=1,
)


def make_task(position: int = 1, **values: Any) -> Task:
    """Make a task of plan 1; whatever is not given is plain."""
    return replace(
        PLAIN, id=position, uid=f"task-{position}", position=position, **{"number": str(position), **values}
    )


def make_plan(**values: Any) -> Plan:
    """Make plan 1, with the head and the columns of Tiền Giang unless told otherwise."""
    head = PlanHead(
        "Kế hoạch cải cách hành chính",
        "45/QĐ-UBND",
        date(2023, 1, 10),
        "Chủ tịch UBND tỉnh Tiền Giang",
        2023,
    )
    plain: dict[str, Any] = {
        "id": 1,
        "uid": "plan-1",
        "head": head,
        "year": 2023,
        "source_name": "ke-hoach.docx",
        "source_kind": "docx",
        "imported_at": at(date(2023, 1, 11)),
        "is_sample": False,
        "task_count": 53,
        "headings": HEADINGS,
        "title_block": TITLE_BLOCK,
    }
    return Plan(**{**plain, **values})


def tien_giang() -> list[Task]:
    """Return the 53 tasks of the real appendix."""
    with TIEN_GIANG.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        make_task(position, **{("number" if key == "no" else key): text for key, text in row.items()})
        for position, row in enumerate(rows, start=1)
    ]


def many(count: int, **values: Any) -> list[Task]:
    """Return the real tasks over and over, in sections of 40, numbered through."""
    real = tien_giang()
    return [
        replace(
            real[index % len(real)],
            id=index + 1,
            position=index + 1,
            number=str(index + 1),
            section=str(index // 40 + 1),
            section_title=f"LĨNH VỰC THỨ {index // 40 + 1}",
            **values,
        )
        for index in range(count)
    ]
