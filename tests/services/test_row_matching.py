"""Which row of a new version is which stored task."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.services.row_matching import matched_rows

LONG = "Rà soát, cập nhật, công bố và công khai danh mục thủ tục hành chính thuộc phạm vi quản lý của tỉnh"


@pytest.fixture
def draft(app: App, plan_text: Path) -> PlanDraft:
    return app.imports.draft(app.imports.open_source(plan_text))


def rows(draft: PlanDraft, *contents: str, number: str = "1") -> tuple[TaskDraft, ...]:
    return tuple(replace(draft.tasks[0], number=number, content=content) for content in contents)


def stored(app: App, *contents: str) -> Sequence[Task]:
    task = app.tasks.list()[0]
    return tuple(replace(task, id=place + 1, content=content) for place, content in enumerate(contents))


def test_one_stored_task_answers_to_one_row(app: App, draft: PlanDraft) -> None:
    new = rows(draft, f"{LONG} năm nay", f"{LONG} trong năm")
    assert list(matched_rows(stored(app, LONG), new).values()) == [0]


def test_the_same_words_in_another_order_are_another_task(app: App, draft: PlanDraft) -> None:
    turned = " ".join(reversed(LONG.split()))
    assert matched_rows(stored(app, LONG), rows(draft, turned)) == {}
    longer = f"{LONG} {LONG}"
    assert matched_rows(stored(app, LONG), rows(draft, longer)) == {}


def test_reworded_rows_of_other_sections_are_known_only_when_asked(app: App, draft: PlanDraft) -> None:
    (row,) = rows(draft, f"{LONG} năm nay", number="7")
    moved = replace(row, section="IX", section_title="KHÁC")
    assert matched_rows(stored(app, LONG), [moved]) == {}
    assert matched_rows(stored(app, LONG), [moved], anywhere=True) == {0: 0}
