"""Columns as data: key, title, value, width and alignment, one list for the table, Excel and print."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.tasks import Task


class Align(StrEnum):
    """Horizontal alignment of a cell."""

    LEFT = "left"
    CENTER = "center"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a task list."""

    key: str
    title: str
    """Heading in the window, and in output when the plan's own heading is not known."""
    value: Callable[[Task], str]
    width: int
    """Share of the width: relative units, the same in the table, in Excel and on paper."""
    align: Align = Align.LEFT
    centred_on_paper: bool = False
    """Short texts stand centred in printed appendices, beside the justified content."""

    @property
    def paper_align(self) -> Align:
        """Alignment in Excel and on paper."""
        return Align.CENTER if self.centred_on_paper else self.align


def _content_with_number(task: Task) -> str:
    return f"{task.number}. {task.content}" if task.number else task.content


CONTENT = Column("content", "Nội dung công việc", _content_with_number, 40, Align.JUSTIFY)
NUMBER = Column("number", "TT", lambda task: task.number, 5, Align.CENTER)
BARE_CONTENT = Column("content", "Nội dung công việc", lambda task: task.content, 38, Align.JUSTIFY)
LEAD = Column("lead", "Cơ quan chủ trì", lambda task: task.lead, 18, centred_on_paper=True)
COORDINATING = Column(
    "coordinating", "Cơ quan phối hợp", lambda task: task.coordinating, 18, centred_on_paper=True
)
ISSUING_LEVEL = Column(
    "issuing_level", "Cấp ban hành/phê duyệt", lambda task: task.issuing_level, 14, centred_on_paper=True
)
PRODUCT = Column("product", "Sản phẩm", lambda task: task.product, 16, centred_on_paper=True)
BUDGET = Column("budget", "Kinh phí", lambda task: task.budget, 12, centred_on_paper=True)
DEADLINE = Column("deadline", "Thời gian thực hiện", lambda task: task.deadline, 15, centred_on_paper=True)
NOTE = Column("note", "Ghi chú", lambda task: task.note, 12)

PLAN_COLUMNS = {
    column.key: column
    for column in (NUMBER, CONTENT, LEAD, COORDINATING, ISSUING_LEVEL, PRODUCT, BUDGET, DEADLINE, NOTE)
}
"""Columns a plan's table can have, by key; with a number column of its own the content goes bare (BARE_CONTENT)."""


def appendix_columns(headings: tuple[tuple[str, str], ...]) -> tuple[tuple[Column, str], ...]:
    """Return the columns of a source table in printed order, each with its printed heading.

    A plan that was not read from a table gets the usual columns with their own titles.
    """
    if not headings:
        usual = (NUMBER, BARE_CONTENT, LEAD, COORDINATING, ISSUING_LEVEL, DEADLINE)
        return tuple((column, column.title) for column in usual)
    has_number = any(key == "number" for key, _ in headings)
    chosen = []
    for key, heading in headings:
        column = BARE_CONTENT if key == "content" and has_number else PLAN_COLUMNS.get(key)
        if column is not None:
            chosen.append((column, heading or column.title))
    return tuple(chosen)


def select_columns(
    columns: tuple[tuple[Column, str], ...], keys: Collection[str]
) -> tuple[tuple[Column, str], ...]:
    """Keep the columns with the given keys, in printed order.

    Without the column of numbers the content begins with the number, as a plan without such a column prints it.
    """
    chosen = [(column, heading) for column, heading in columns if column.key in keys]
    numbered = any(column is NUMBER for column, _ in chosen)
    return tuple(
        (CONTENT if column is BARE_CONTENT and not numbered else column, heading)
        for column, heading in chosen
    )
