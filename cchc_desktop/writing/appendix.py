"""Tasks in the layout of their plan's appendix: what the workbook and the printed pages both draw."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from cchc_desktop.columns import (
    BARE_CONTENT,
    BUDGET,
    CONTENT,
    DEADLINE,
    NOTE,
    PRODUCT,
    Column,
    appendix_columns,
)
from cchc_desktop.domain.plans import Plan
from cchc_desktop.domain.tasks import Task
from cchc_desktop.text import nfc
from cchc_desktop.writing.titles import made_block, retitled, title_of

CREATOR = "CCHC Desktop"
"""Named as the program in the properties of files."""
END_MARK = "./."
"""Closes the text of an appendix on paper (Mẫu 2.1 and 2.2 of the decree)."""
Columns = tuple[tuple[Column, str], ...]
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class RowKind(StrEnum):
    """What a row of the table is."""

    PLAN = "plan"
    SECTION = "section"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """One row below the header: a text per column for a task, one text across the table for a heading."""

    kind: RowKind
    texts: tuple[str, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class AppendixSection:
    """A heading across the table and the tasks under it."""

    number: str
    title: str
    tasks: tuple[Task, ...]
    kind: RowKind = RowKind.SECTION
    """PLAN for the title of a plan that stands above its sections; it has no tasks of its own."""

    @property
    def heading(self) -> str:
        """The heading as printed; empty when tasks stand under none."""
        return f"{self.number}. {self.title}" if self.number and self.title else self.number or self.title


@dataclass(frozen=True, slots=True)
class AppendixDocument:
    """An appendix ready to be written or drawn."""

    title_block: tuple[str, ...]
    columns: Columns
    """Columns in printed order, each with its printed heading."""
    sections: tuple[AppendixSection, ...]
    landscape: bool = True
    end_mark: str = ""
    """END_MARK when the text is to be closed by it; left out of workbooks that are read again."""
    page_per_section: bool = False
    """Each section starts a new page."""

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks in printed order."""
        return tuple(task for section in self.sections for task in section.tasks)

    @property
    def title(self) -> str:
        """The title as one line, for file properties."""
        return title_of(self.title_block)

    def retitled(self, title: str) -> "AppendixDocument":
        """Return the document with another title above the table; label and reference line stay."""
        return replace(self, title_block=retitled(self.title_block, title))

    def rows(self) -> Iterator[AppendixRow]:
        """Go through the rows below the header."""
        values = [column.value for column, _ in self.columns]
        fresh = True  # nothing but headings on the page so far
        for section in self.sections:
            new_page = self.page_per_section and not fresh
            if section.heading:
                yield AppendixRow(section.kind, (printable(section.heading),), new_page)
                fresh, new_page = fresh or new_page, False
            for task in section.tasks:
                yield AppendixRow(RowKind.TASK, tuple([printable(value(task)) for value in values]), new_page)
                fresh = new_page = False


def appendix_document(
    tasks: Sequence[Task], plans: Plan | Sequence[Plan] | None = None, *, end_mark: bool = False
) -> AppendixDocument:
    """Lay tasks out as their plan's appendix: same columns, headings, order, sections and lines above the table.

    Tasks keep the order they are given in. Tasks of several plans stand under the title of their plan; columns that
    the plans do not share follow the usual layout, and no column that has a text is left out.
    """
    known = (plans,) if isinstance(plans, Plan) else tuple(plans or ())
    present = {task.plan_id for task in tasks}
    used = [plan for plan in known if plan.id in present] or list(known[:1])
    mark = END_MARK if end_mark else ""
    if len(used) == 1 and len(present) <= 1:
        plan = used[0]
        block = plan.title_block or made_block(plan.year, plan.head)
        return AppendixDocument(block, plan_columns(plan.headings), _sections(tasks), end_mark=mark)
    years = {task.plan_year for task in tasks}
    block = made_block(years.pop() if len(years) == 1 else None)
    return AppendixDocument(block, _common_columns(tasks, used), _sections(tasks, used), end_mark=mark)


def plan_columns(headings: tuple[tuple[str, str], ...]) -> Columns:
    """Return a source table's columns, each once and always with the content.

    Where several source columns were read into one (a start and an end), the column has its own title.
    """
    chosen: dict[str, tuple[Column, str]] = {}
    for column, heading in appendix_columns(headings):
        repeated = column.key in chosen
        chosen[column.key] = (column, column.title if repeated else heading)
    if CONTENT.key not in chosen:
        column = BARE_CONTENT if "number" in chosen else CONTENT
        place = 1 if next(iter(chosen), "") == "number" else 0
        columns = list(chosen.values())
        return (*columns[:place], (column, column.title), *columns[place:])
    return tuple(chosen.values())


def printable(text: str) -> str:
    r"""Return text that any program can take: NFC, line feeds as the only breaks, no control characters.

    >>> printable("Sở\r\nNội\x00 vụ")
    'Sở\nNội vụ'
    """
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("", nfc(_BREAKS.sub("\n", text)))


def _common_columns(tasks: Sequence[Task], plans: Sequence[Plan]) -> Columns:
    layouts = {plan.headings for plan in plans}
    if len(layouts) == 1 and len(plans) == len({task.plan_id for task in tasks}):
        return plan_columns(layouts.pop())
    columns = list(appendix_columns(()))
    before_deadline = [column for column, _ in columns].index(DEADLINE)
    for column in (PRODUCT, BUDGET):
        if any(column.value(task) for task in tasks):
            columns.insert(before_deadline, (column, column.title))
            before_deadline += 1
    if any(task.note for task in tasks):
        columns.append((NOTE, NOTE.title))
    return tuple(columns)


def _sections(tasks: Sequence[Task], plans: Sequence[Plan] = ()) -> tuple[AppendixSection, ...]:
    titles = {plan.id: _plan_title(plan) for plan in plans} if len(plans) > 1 else {}
    sections = []
    for plan_id, of_plan in groupby(tasks, key=lambda task: task.plan_id):
        if titles.get(plan_id):
            sections.append(AppendixSection("", titles[plan_id], (), RowKind.PLAN))
        for (number, title), group in groupby(of_plan, key=lambda task: (task.section, task.section_title)):
            sections.append(AppendixSection(number, title, tuple(group)))
    return tuple(sections)


def _plan_title(plan: Plan) -> str:
    head = plan.head
    title = head.title or f"Kế hoạch cải cách hành chính năm {plan.year}"
    return f"{title} ({head.document_number})" if head.document_number else title
