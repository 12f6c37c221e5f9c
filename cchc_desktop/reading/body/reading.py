"""The running text of a plan added to its draft: targets, duties, tasks where the appendix is missing, gaps of the head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.reading import draft_problems
from cchc_desktop.reading.body.duties import owners, read_duties
from cchc_desktop.reading.body.lines import BodyLines, body_lines
from cchc_desktop.reading.body.outline import Node, outline, walk
from cchc_desktop.reading.body.sections import Purpose, sections
from cchc_desktop.reading.body.tasks import BodyTasks, draft_tasks, find_tasks
from cchc_desktop.reading.draft import PlanDraft, Problem
from cchc_desktop.reading.grid.tables import SHEET_KINDS
from cchc_desktop.reading.head.year import read_year
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.targets.list import read_targets, targets_of_tasks

_PERIOD = re.compile(r"\b(20\d\d)\s*[-–]\s*(?:năm\s+)?(20\d\d)\b")
_HORIZON = re.compile(r"(?:định hướng|tầm nhìn)\s*(?:đến\s+)?(?:năm\s+)?(20\d\d)", re.IGNORECASE)
_APPENDIX = re.compile(r"phụ lục", re.IGNORECASE)
_TELLING = frozenset({Purpose.TARGETS, Purpose.TASKS, Purpose.DUTIES})
_SHOWN = 3
_MOST_LINES = 12_000
"""Lines of a plan of two hundred pages; what is longer is no plan, and is not worth the officer's waiting."""


@dataclass(frozen=True, slots=True)
class _Body:
    """Sections of a plan's running text and what was found in them."""

    lines: BodyLines
    sections: tuple[tuple[Purpose, Node], ...]
    tasks: BodyTasks


def with_body(draft: PlanDraft, source: Source, directory: Directory, *, chosen: bool = False) -> PlanDraft:
    """Add what the running text of a plan says; a document without such a text keeps its draft as it is.

    Where no table gave tasks, those of the text become the tasks of the draft, each marked as taken from it; not so
    where a person has ``chosen`` the table.
    """
    if source.kind in SHEET_KINDS or len(source.lines) > _MOST_LINES:
        return draft
    lines = body_lines(source)
    found = tuple(sections(outline(lines.lines)))
    if not any(purpose in _TELLING for purpose, _ in found):
        return draft
    body = _Body(lines, found, find_tasks(found))
    period, horizon = _period(draft.head.title)
    year = None if period else draft.year or None
    duties = read_duties(found, directory)
    items = draft_tasks(body.tasks.items, owners(duties), directory, draft.year)
    enriched = replace(
        draft,
        targets=read_targets(found, year) or targets_of_tasks(body.tasks.items, year),
        duties=duties,
        body_tasks=items,
        period=period,
        horizon=horizon,
        problems=(*draft.problems, *_of_head(draft.head)),
    )
    if draft.tasks or chosen or not items:
        return enriched
    kept = [problem for problem in enriched.problems if problem not in _REPLACED]
    return replace(enriched, tasks=items, problems=(*kept, *_of_body(draft, body)))


_REPLACED = (draft_problems.NO_TABLE, draft_problems.NO_TASKS)


def _period(title: str) -> tuple[tuple[int, int] | None, int | None]:
    """Read the years a programme covers, and how far it looks ahead, from its title."""
    period = _PERIOD.search(title)
    horizon = _HORIZON.search(title)
    years = (int(period[1]), int(period[2])) if period else None
    return years, int(horizon[1]) if horizon else None


def _of_head(head: PlanHead) -> Iterator[Problem]:
    """Say what the document does not say of itself."""
    if not head.document_number:
        message = "Không tìm thấy số, ký hiệu của văn bản trong tệp; hãy nhập theo bản đã ban hành."
        yield Problem("document_number_missing", message)
    if head.document_date is None:
        message = "Không tìm thấy ngày ban hành trong tệp; hãy nhập theo bản đã ban hành."
        yield Problem("document_date_missing", message)
    if not head.issuer:
        yield Problem("issuer_missing", "Không tìm thấy cơ quan ban hành trong tệp; hãy nhập tên cơ quan.")


def _of_body(draft: PlanDraft, body: _Body) -> Iterator[Problem]:
    count = len(body.tasks.items)
    message = (
        f"Không tìm thấy bảng phụ lục nhiệm vụ; {count} nhiệm vụ được lấy từ phần nội dung của văn bản."
        " Nếu có tệp phụ lục, hãy đọc tệp đó; nếu không, hãy kiểm tra cơ quan chủ trì và bổ sung thời gian."
    )
    yield Problem("tasks_from_body", message)
    if not draft.year_certain:
        yield from draft_problems.of_year(read_year([draft.head.title], (), draft.head.document_date))
    if any(_APPENDIX.search(node.whole) for node in walk([node for _, node in body.sections])):
        message = "Văn bản nhắc đến phụ lục kèm theo nhưng tệp không có phụ lục nhiệm vụ; hãy tìm phụ lục đó nếu có."
        yield Problem("appendix_absent", message)
    if body.lines.footnotes:
        message = (
            f"Có {len(body.lines.footnotes)} chú thích cuối trang không thuộc nội dung nhiệm vụ nên không được đọc:"
            f" {_quoted(body.lines.footnotes)}"
        )
        yield Problem("footnotes_dropped", message)
    if body.tasks.left:
        message = f"Có đoạn văn đứng giữa các nhiệm vụ không được đọc thành nhiệm vụ: {_quoted(body.tasks.left)} Hãy kiểm tra."
        yield Problem("dropped_row", message)


def _quoted(texts: Sequence[str]) -> str:
    shown = "; ".join(f"“{text[:80]}”" for text in texts[:_SHOWN])
    more = f" và {len(texts) - _SHOWN} đoạn khác" if len(texts) > _SHOWN else ""
    return f"{shown}{more}."
