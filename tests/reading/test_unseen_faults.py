"""Sample appendices spoilt on purpose: headings taken away or moved, cells slipped; every wrong cell carries a mark."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.grid.contents import doubtful_roles, told_by_contents
from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.source import Cell, Source
from tests.reading.carriers import APPENDICES, sample
from tests.reading.tables import grid, source

FIELDS = ("content", "lead", "coordinating", "deadline")
OF_THE_WHOLE = {"heading_missing", "no_table", "tasks_from_body", "columns_guessed", "columns_moved"}
OF_COLUMNS = {"column_doubtful", "column_told_by_content", "missing_column", "several_columns"}
OF_ROWS = {"cells_shifted", "joined_rows", "guessed_cells", "extra_cells", "columns_moved", "strange_number"}
HEADING = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian|Sản phẩm|Ghi chú"

Rows = list[list[Cell | None]]


def parts(name: str) -> tuple[Source, Rows, int]:
    """A sample, the rows of its table, and which of them is the heading."""
    given = sample(name)
    rows = [list(row) for row in given.grids[0].rows]
    heading = next(at for at, row in enumerate(rows) if sum(bool(cell and cell.text) for cell in row) >= 3)
    return given, rows, heading


def with_rows(given: Source, rows: Rows) -> Source:
    first = replace(given.grids[0], rows=tuple(map(tuple, rows)), unsure_rows=())
    return replace(given, grids=(first, *given.grids[1:]))


def is_told(draft: PlanDraft, task: TaskDraft, field: str) -> bool:
    """Tell whether anything warns of a field of a row."""
    whole = any(problem.code in OF_THE_WHOLE for problem in draft.problems)
    column = any(
        problem.code in OF_COLUMNS and problem.field in {field, "content"} for problem in draft.problems
    )
    row = any(problem.field == field or problem.code in OF_ROWS for problem in task.problems)
    return whole or column or row


def silent(draft: PlanDraft, right: PlanDraft) -> Iterator[str]:
    """Yield what is wrong without a mark."""
    read = {task.content: task for task in draft.tasks}
    for task in right.tasks:
        if task.content not in read:
            continue
        for field in FIELDS:
            got, want = getattr(read[task.content], field), getattr(task, field)
            if got != want and not is_told(draft, read[task.content], field):
                yield f"{task.number} {field}: {got!r}"
    known = {task.content for task in right.tasks}
    for task in draft.tasks:
        if task.content not in known and not is_told(draft, task, "content"):
            yield f"{task.number}: {task.content!r}"


@pytest.mark.parametrize("name", APPENDICES)
def test_a_heading_cell_without_words(name: str, directory: Directory) -> None:
    given, rows, heading = parts(name)
    right = draft_from(given, directory)
    for column in range(len(rows[heading])):
        spoilt = [list(row) for row in rows]
        spoilt[heading][column] = Cell("")
        assert list(silent(draft_from(with_rows(given, spoilt), directory), right)) == []


@pytest.mark.parametrize("name", APPENDICES)
def test_a_heading_cell_taken_out(name: str, directory: Directory) -> None:
    given, rows, heading = parts(name)
    right = draft_from(given, directory)
    for column in range(len(rows[heading])):
        spoilt = [list(row) for row in rows]
        spoilt[heading] = [*spoilt[heading][:column], *spoilt[heading][column + 1 :], Cell("")]
        assert list(silent(draft_from(with_rows(given, spoilt), directory), right)) == []


@pytest.mark.parametrize("name", APPENDICES)
def test_columns_moved_with_their_headings_and_stray_ones(name: str, directory: Directory) -> None:
    given, rows, heading = parts(name)
    right = draft_from(given, directory)
    for column in range(len(rows[heading]) - 1):
        swapped = [[*row] for row in rows]
        for row in swapped:
            if len(row) > column + 1:
                row[column], row[column + 1] = row[column + 1], row[column]
        stray = [
            [*row[:column], Cell("abc" if at > heading and at % 3 == 0 else ""), *row[column:]]
            for at, row in enumerate(rows)
        ]
        for spoilt in (swapped, stray):
            assert list(silent(draft_from(with_rows(given, spoilt), directory), right)) == []


def test_a_repeated_heading_in_another_order(directory: Directory) -> None:
    draft = draft_from(
        source(
            grid(
                """
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Quý I
STT|Nội dung|Cơ quan phối hợp|Cơ quan chủ trì|Thời gian
2|Kiểm tra văn bản|Sở Tư pháp|Sở Nội vụ|Quý II
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
3|Công bố văn bản|Sở Tư pháp|Sở Y tế|Quý III"""
            )
        ),
        directory,
    )
    assert [task.lead for task in draft.tasks] == ["Sở Tư pháp", "Sở Nội vụ", "Sở Tư pháp"]
    marked = ["columns_moved" in {problem.code for problem in task.problems} for task in draft.tasks]
    assert marked == [False, True, False]
    assert "columns_moved" in {problem.code for problem in draft.problems}


@pytest.mark.parametrize(
    ("row", "shifted"),
    [
        ("1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Quý I|Báo cáo|", False),
        ("1|Rà soát văn bản|Sở Tư pháp|Sở Y tế|Theo kế hoạch|Kế hoạch|Hằng năm", False),
        ("1|Rà soát văn bản|Sở Y tế|Quý I|Báo cáo||", True),
        ("1|Rà soát văn bản|Quý I|Sở Tư pháp|Sở Y tế|Báo cáo|", True),
        ("1|Sở Tư pháp|Sở Y tế|Quý I|Báo cáo||", True),
        ("1|Rà soát văn bản||Sở Tư pháp|Sở Y tế|Quý I|Báo cáo", True),
        ("1|Rà soát văn bản|Sở Tư pháp||Báo cáo|Sở Y tế|Quý I", True),
        ("1|Rà soát văn bản|Sở Tư pháp|Theo kế hoạch||Báo cáo|", True),
        ("1|Quý I|Sở Tư pháp|Sở Y tế||Báo cáo|", True),
        (
            "1|Thường xuyên rà soát văn bản đã ban hành của tỉnh, huyện, xã, phường, đặc khu|Sở Y tế||||",
            False,
        ),
    ],
)
def test_cells_that_slipped(row: str, shifted: bool, directory: Directory) -> None:
    draft = draft_from(source(grid(f"{HEADING}\n{row}")), directory)
    assert [any(each.code == "cells_shifted" for each in task.problems) for task in draft.tasks] == [shifted]


def columns(*headings: str) -> tuple[Column, ...]:
    return tuple(
        Column(at, at, heading.partition("=")[0], heading.partition("=")[2])
        for at, heading in enumerate(headings)
    )


BODIES = ("Sở Tư pháp", "Sở Y tế", "Sở Nội vụ")
TIMES = ("Quý I", "Quý II", "Quý III")
WORK = ("Rà soát văn bản của tỉnh", "Kiểm tra công vụ đột xuất", "Sắp xếp tổ chức bộ máy")


def test_roles_told_by_contents() -> None:
    made = columns("a", "b", "c", "d")
    filled = {0: WORK, 1: TIMES, 2: BODIES, 3: BODIES}
    assert told_by_contents(made, {}, filled, has_marks=False) == {
        "deadline": 1,
        "lead": 2,
        "coordinating": 3,
        "content": 0,
    }
    assert "deadline" not in told_by_contents(made, {}, filled, has_marks=True)
    assert told_by_contents(made, {"content": 0, "lead": 2, "end": 1}, filled, has_marks=False) == {}
    unheaded = columns("a", "b", "c", "")
    found = told_by_contents(unheaded, {"content": 0, "lead": 2, "end": 1}, filled, has_marks=False)
    assert found == {"coordinating": 3}
    few = {0: ("", ""), 1: TIMES[:2], 2: BODIES[:2], 3: ("x", "y")}
    assert told_by_contents(made, {}, few, has_marks=False) == {}


def test_roles_to_doubt() -> None:
    roles = {"content": 0, "lead": 1, "coordinating": 2, "deadline": 3}
    assert doubtful_roles(roles, {0: WORK, 1: BODIES, 2: BODIES, 3: TIMES}) == ()
    assert doubtful_roles(roles, {0: BODIES, 1: WORK, 2: TIMES, 3: BODIES}) == tuple(roles)
    assert doubtful_roles(roles, {0: ("1", "2", "3"), 1: (), 2: (), 3: ()}) == ("content",)
    lists = ("Các sở, ban, ngành",) * 5
    several = {0: WORK, 1: lists, 2: ("Sở Nội vụ",) * 5, 3: TIMES}
    assert doubtful_roles(roles, several) == ("lead", "coordinating")
    assert doubtful_roles(roles, {**several, 1: several[2], 2: lists}) == ()
