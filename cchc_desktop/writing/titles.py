"""The lines above an appendix table: "Phụ lục", the title, the reference line (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III)."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.text import fold

LABEL = "Phụ lục"
TITLE = "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH"
DOCUMENT_TYPES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "CTR": "Chương trình",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "TTR": "Tờ trình",
}
"""Abbreviations of document types in a number's symbol (Phụ lục III), capitals here."""


class TitleRole(StrEnum):
    """What a line above the table is, which decides its look."""

    LABEL = "label"
    TITLE = "title"
    REFERENCE = "reference"


def title_roles(block: Sequence[str]) -> tuple[tuple[TitleRole, str], ...]:
    """Tell label, title and reference lines apart; a reference runs from its opening to its closing bracket.

    >>> [role.value for role, _ in title_roles(("Phụ lục", "DANH MỤC", "(Kèm theo", "Quyết định)"))]
    ['label', 'title', 'reference', 'reference']
    """
    roles: list[tuple[TitleRole, str]] = []
    in_reference = False
    for line in block:
        in_reference = in_reference or line.lstrip().startswith("(")
        if in_reference:
            role = TitleRole.REFERENCE
        elif not roles and fold(line).startswith("phu luc"):
            role = TitleRole.LABEL
        else:
            role = TitleRole.TITLE
        roles.append((role, line))
        in_reference = in_reference and not line.rstrip().endswith(")")
    return tuple(roles)


def retitled(block: Sequence[str], title: str) -> tuple[str, ...]:
    """Put another title in the place of a block's title lines.

    >>> retitled(("Phụ lục", "DANH MỤC", "NĂM 2023", "(Kèm theo)"), "VIỆC QUÝ I")
    ('Phụ lục', 'VIỆC QUÝ I', '(Kèm theo)')
    """
    roles = title_roles(block)
    before = [line for role, line in roles if role is TitleRole.LABEL]
    after = [line for role, line in roles if role is TitleRole.REFERENCE]
    return (*before, *title.splitlines(), *after)


def title_of(block: Sequence[str]) -> str:
    """Return the title lines of a block as one line."""
    return " ".join(line for role, line in title_roles(block) if role is TitleRole.TITLE)


def made_block(year: int | None, head: PlanHead | None = None) -> tuple[str, ...]:
    """Make the lines above a table for a plan whose own lines are not known, or for tasks of several plans.

    >>> made_block(2024)
    ('Phụ lục', 'DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024')
    """
    title = f"{TITLE} NĂM {year}" if year else TITLE
    reference = reference_line(head) if head is not None else ""
    return (LABEL, title, reference) if reference else (LABEL, title)


def reference_line(head: PlanHead) -> str:
    """Make the reference line of an appendix; empty when the document's number is not known.

    >>> reference_line(PlanHead(document_number="45/QĐ-UBND", document_date=date(2023, 1, 10), issuer="UBND tỉnh"))
    '(Kèm theo Quyết định số 45/QĐ-UBND ngày 10 tháng 01 năm 2023 của UBND tỉnh)'
    """
    if not head.document_number:
        return ""
    symbol = head.document_number.partition("/")[2].partition("-")[0]
    kind = DOCUMENT_TYPES.get(symbol.strip().upper(), "Văn bản")
    issued = f" {long_date(head.document_date)}" if head.document_date else ""
    issuer = f" của {head.issuer}" if head.issuer else ""
    return f"(Kèm theo {kind} số {head.document_number}{issued}{issuer})"


def long_date(day: date) -> str:
    """Write a date as documents do: days below 10 and months 1 and 2 get a leading zero.

    >>> long_date(date(2026, 2, 5)), long_date(date(2026, 3, 15))
    ('ngày 05 tháng 02 năm 2026', 'ngày 15 tháng 3 năm 2026')
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
