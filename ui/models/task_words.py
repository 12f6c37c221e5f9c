"""What a task row says in words: short for the table, whole sentences for screen readers, text and HTML for the clipboard."""

from collections.abc import Sequence
from html import escape

from cchc_desktop.columns import BARE_CONTENT, COORDINATING, DEADLINE, LEAD, NUMBER
from cchc_desktop.domain.tasks import Status
from cchc_desktop.services.task_queries import Role
from cchc_desktop.text import squash
from cchc_desktop.words import STATUS_WORDS
from ui.models.arrangement import SectionRow
from ui.models.task_list import TaskRow
from ui.widgets.fields import written

CHIP_WORDS = {
    **STATUS_WORDS,
    Status.COMPLETED_ON_TIME: "HT đúng hạn",
    Status.COMPLETED_LATE: "HT quá hạn",
}
"""Words of a chip; the full ones are in the tooltip and the panel."""
ROLE_WORDS = {Role.LEAD: "Chủ trì", Role.COORDINATING: "Phối hợp"}
NO_DUE = "—"

TITLES = {
    "number": NUMBER.title,
    "content": BARE_CONTENT.title,
    "lead": LEAD.title,
    "coordinating": COORDINATING.title,
    "deadline": DEADLINE.title,
    "due": "Hạn",
    "status": "Tình trạng",
}
"""Columns of the table in their first order, with their headings."""
COLUMNS = tuple(TITLES)


def cell_text(row: TaskRow, column: str) -> str:
    """Return what a cell says; of the due date without the sign for an own one."""
    if column == "due":
        return written(row.due) or NO_DUE
    if column == "status":
        return CHIP_WORDS[row.status] if row.status is not None else ""
    return str(getattr(row, column))


def tooltip(row: TaskRow, column: str) -> str:
    """Return the full text of a cell for its tooltip."""
    if column == "status" and row.status is not None:
        return STATUS_WORDS[row.status] + (f"; {missing_words(row)}" if missing_words(row) else "")
    if column == "due":
        return (
            f"{'Hạn nội bộ' if row.due_is_own else 'Hạn theo kế hoạch'}: {written(row.due)}"
            if row.due
            else ""
        )
    if column == "lead" and row.role is not None:
        return f"{row.lead} (cơ quan của bạn: {ROLE_WORDS[row.role].lower()})"
    return cell_text(row, column)


def missing_words(row: TaskRow) -> str:
    """Return whether a continuous task has a result in the running period; empty for other tasks."""
    if row.status is not Status.CONTINUOUS:
        return ""
    return "chưa có kết quả kỳ này" if row.missing else "đã có kết quả kỳ này"


def sentence(row: TaskRow) -> str:
    """Return one sentence for a screen reader, which reads the cells of a row one at a time."""
    parts = [f"Nhiệm vụ {row.number}" if row.number else "Nhiệm vụ", squash(row.content).rstrip(".")]
    if row.status is not None:
        parts.append(STATUS_WORDS[row.status].lower())
    if row.due is not None:
        parts.append(f"hạn{' nội bộ' if row.due_is_own else ''} {written(row.due)}")
    elif row.deadline:
        parts.append(row.deadline)
    if row.lead:
        parts.append(f"{row.lead} chủ trì")
    if row.role is Role.COORDINATING:
        parts.append("cơ quan của bạn phối hợp")
    return ", ".join(parts)


def section_sentence(section: SectionRow) -> str:
    """Return one sentence about a section row."""
    state = "đang thu gọn" if section.collapsed else "đang mở"
    return f"Lĩnh vực {section.title}, hoàn thành {section.done} trên {section.total}, {state}"


def as_tsv(rows: Sequence[TaskRow], columns: Sequence[str]) -> str:
    """Return rows as tab-separated text with a heading line, for Excel."""
    lines = ["\t".join(TITLES[column] for column in columns)]
    lines += ["\t".join(_full_text(row, column) for column in columns) for row in rows]
    return "\n".join(lines)


def as_html(rows: Sequence[TaskRow], columns: Sequence[str]) -> str:
    """Return rows as an HTML table, so that Word keeps the borders."""
    head = "".join(f"<th>{escape(TITLES[column])}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_full_text(row, column))}</td>" for column in columns) + "</tr>"
        for row in rows
    )
    return (
        '<html><head><meta charset="utf-8"></head><body>'
        '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'
        f"<tr>{head}</tr>{body}</table></body></html>"
    )


def _full_text(row: TaskRow, column: str) -> str:
    if column == "status":
        return STATUS_WORDS[row.status] if row.status is not None else ""
    if column == "due":
        return written(row.due)
    return squash(cell_text(row, column))
