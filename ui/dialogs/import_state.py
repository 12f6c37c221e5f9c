"""What the import page knows on its way from a file to stored tasks; going back and forth loses nothing typed."""

from dataclasses import dataclass, field, replace

from cchc_desktop.columns import PLAN_COLUMNS
from cchc_desktop.domain.plans import Plan, PlanHead
from cchc_desktop.reading.draft import PlanDraft, TableChoice, TaskDraft
from cchc_desktop.reading.source import Cell, Grid, Source
from cchc_desktop.text import squash
from ui.models.draft_review import Review, ReviewLog
from ui.widgets.day_words import full

FIELDS = (
    "content",
    "number",
    "lead",
    "coordinating",
    "issuing_level",
    "deadline",
    "start",
    "end",
    "product",
    "budget",
    "note",
    "group",
)
"""Columns a plan's table can have, in the order they are asked for."""
_TITLES = {"start": "Thời gian bắt đầu", "end": "Thời gian kết thúc", "group": "Lĩnh vực (cột riêng)"}
_LOOKED_AT = 6
_BOARD_ROWS = 4
_HEADING_WITHIN = 60
"""Rows in which the headings of a table are looked for."""


def column_title(key: str) -> str:
    """Return the name of a field a column can be mapped to."""
    return _TITLES[key] if key in _TITLES else PLAN_COLUMNS[key].title


@dataclass
class ImportState:
    """One import under way."""

    name: str = ""
    """File name shown to people; for pasted text a phrase of its own."""
    source: Source | None = None
    draft: PlanDraft | None = None
    """As read with the choices below; edits of rows are kept apart."""
    year: int | None = None
    table: int | None = None
    columns: dict[str, int] | None = None
    """Set once a person changed the mapping; the program finds it by itself otherwise."""
    head: PlanHead | None = None
    """What a person typed about the document; None as long as nothing was typed."""
    amends: int | None = None
    """The stored plan that this document changes in some rows; None for a plan of its own."""
    way_chosen: bool = False
    """True once a person said whether it is a plan or changes one."""
    kept: frozenset[int] = frozenset()
    """Stored tasks that stay as they are, whatever the document says."""
    log: ReviewLog = field(default_factory=ReviewLog)

    @property
    def review(self) -> Review:
        """What a person did to the rows."""
        return self.log.current

    @property
    def touched(self) -> bool:
        """Tell whether anything would be lost by giving this import up."""
        typed = self.head is not None or self.columns is not None or self.year is not None
        return self.source is not None and (typed or bool(self.kept) or bool(self.log.next_undo))

    def finished(self, tasks: tuple[TaskDraft, ...]) -> PlanDraft:
        """Return the draft to store: rows as reviewed, document as typed."""
        if self.draft is None:
            raise ValueError("nothing was read yet")
        return replace(self.draft, tasks=tasks, head=self.head or self.draft.head)


def table_choices(source: Source, draft: PlanDraft) -> tuple[TableChoice, ...]:
    """Return the tables to choose from: what the reader offers, else every table of the file."""
    if draft.choices:
        return draft.choices
    return tuple(
        TableChoice(number, grid.place, width(grid), len(grid.rows), first_text(grid), 0.0)
        for number, grid in enumerate(source.grids, start=1)
    )


def width(grid: Grid) -> int:
    """Return how many columns a table has."""
    return max((len(row) for row in grid.rows), default=0)


def first_text(grid: Grid) -> str:
    """Return the first text of a table, to know it by."""
    return next((cell.text for row in grid.rows for cell in row if cell is not None and cell.text), "")


def column_names(source: Source, draft: PlanDraft) -> tuple[str, ...]:
    """Name the columns of the table that was read: by its printed headings, else by the first text below."""
    if not 1 <= draft.table <= len(source.grids):
        return ()
    grid = source.grids[draft.table - 1]
    printed = {draft.columns[key]: heading for key, heading in draft.headings if key in draft.columns}
    names = []
    for column in range(width(grid)):
        text = " ".join((printed.get(column) or first_in(grid, column)).split())
        names.append(f"Cột {column + 1}: {text}" if text else f"Cột {column + 1}")
    return tuple(names)


def first_in(grid: Grid, column: int) -> str:
    """Return the first text of a column: as a rule its heading."""
    for row in grid.rows[:_LOOKED_AT]:
        cell = row[column] if column < len(row) else None
        if cell is not None and cell.text.strip():
            return cell.text
    return ""


def first_rows(source: Source, draft: PlanDraft) -> tuple[tuple[str, ...], ...]:
    """Return the first rows of the table that was read, as they stand in the file; merged cells stand once."""
    if not 1 <= draft.table <= len(source.grids):
        return ()
    grid = source.grids[draft.table - 1]
    wide = width(grid)
    heading = next((text for _, text in draft.headings if text), "")
    rows = [
        tuple(" ".join(cell.text.split()) if cell is not None else "" for cell in row)
        + ("",) * (wide - len(row))
        for row in from_heading(grid, heading)
    ]
    return tuple(row for row in rows if any(row))[:_BOARD_ROWS]


def from_heading(grid: Grid, heading: str) -> tuple[tuple[Cell | None, ...], ...]:
    """Return the rows of a table from its printed headings on: a sheet begins with letterhead and title."""
    wanted = squash(heading)
    for number, row in enumerate(grid.rows[:_HEADING_WITHIN] if wanted else ()):
        if any(cell is not None and squash(cell.text) == wanted for cell in row):
            return grid.rows[number:]
    return grid.rows


def choice_name(choice: TableChoice) -> str:
    """Return how a table is called: "Bảng 2 · “Nội dung công việc…”"."""
    heading = " ".join(choice.first_heading.split())
    shown = f"{heading[:60]}…" if len(heading) > 60 else heading
    named = f" · “{shown}”" if shown else ""
    return f"{choice.place or f'Bảng {choice.index}'}{named}"


def choice_size(choice: TableChoice) -> str:
    """Return how large a table is."""
    return f"{choice.columns} cột, {choice.rows} dòng"


def plan_words(plan: Plan) -> str:
    """Return how a stored plan is called in a list."""
    parts = [plan.head.document_number, plan.head.title or plan.source_name]
    return f"{' – '.join(part for part in parts if part)} (năm {plan.year})"


_REPAIR_WORDS = {
    "joined_rows": "nối {} dòng bị ngắt trang",
    "dropped_headers": "bỏ {} dòng tiêu đề lặp",
    "dropped_totals": "bỏ {} dòng tổng cộng",
    "dropped_notes": "bỏ {} dòng ghi chú",
    "dropped_column_numbers": "bỏ {} dòng đánh số cột",
    "dropped_page_numbers": "bỏ {} số trang",
    "dropped_signatures": "bỏ {} dòng phần ký",
    "merged_tables": "ghép thêm {} phần của bảng",
    "split_cells": "tách {} ô ghi chung chủ trì và phối hợp",
    "merged_cells": "lấy chữ của {} ô gộp từ dòng trên",
    "inherited_cells": "lấy chữ của {} ô trống từ dòng trên",
    "ditto_cells": "thay {} ô ghi “như trên”",
}


def summary(draft: PlanDraft, count: int) -> str:
    """Return the sentence above the review: how many tasks and fields, what was repaired."""
    fields = len({(task.section, task.section_title) for task in draft.tasks})
    repaired = [
        _REPAIR_WORDS[key].format(times)
        for key, times in draft.repairs.items()
        if times and key in _REPAIR_WORDS
    ]
    other = sum(times for key, times in draft.repairs.items() if key not in _REPAIR_WORDS)
    if other:
        repaired.append(f"sửa {other} chỗ khác")
    repairs = f" Đã {', '.join(repaired)}." if repaired else ""
    return f"{document_words(draft)}: {count} nhiệm vụ, {fields} lĩnh vực.{repairs}"


def document_words(draft: PlanDraft) -> str:
    """Return how a document is called: "45/QĐ-UBND ngày 10/01/2023, kế hoạch năm 2023"."""
    head = draft.head
    name = head.document_number or head.title or draft.file
    dated = f" ngày {full(head.document_date)}" if head.document_date is not None else ""
    return f"{name}{dated}, kế hoạch năm {draft.year}"
