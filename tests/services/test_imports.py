"""Storing a plan, and the same document again."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.services.result_entry import ResultEntry

Find = Callable[[str, str], Task]


@pytest.fixture
def draft(app: App, plan_text: Path) -> PlanDraft:
    return app.imports.draft(app.imports.open_source(plan_text))


def test_a_plan_is_stored_whole(app: App) -> None:
    (plan,) = app.plans.all()
    assert (plan.head.document_number, plan.head.document_date) == ("45/QĐ-UBND", date(2023, 1, 10))
    assert (plan.year, plan.task_count, plan.is_sample) == (2023, 53, True)
    assert [key for key, _ in plan.headings] == [
        "content",
        "lead",
        "coordinating",
        "issuing_level",
        "deadline",
    ]
    assert any("DANH MỤC CÁC NHIỆM VỤ" in line for line in plan.title_block)


def test_the_first_import_into_an_empty_file_needs_no_backup(empty: App, plan_text: Path) -> None:
    result = empty.imports.store(
        empty.imports.draft(empty.imports.open_source(plan_text)), title="Kế hoạch của tôi"
    )
    assert result.backup is None
    assert empty.plans.all()[0].head.title == "Kế hoạch của tôi"
    assert not empty.plans.all()[0].is_sample


def test_the_same_document_again_doubles_nothing(app: App, draft: PlanDraft) -> None:
    before = app.tasks.list()
    result = app.imports.store(draft)
    assert (result.added, result.changed, result.unchanged, result.gone) == (0, 0, 53, 0)
    assert app.tasks.list() == before
    assert result.backup is not None
    assert result.backup.is_file()


def test_a_corrected_document_changes_texts_and_keeps_results(
    app: App, draft: PlanDraft, task_at: Find
) -> None:
    first, second, third = task_at("I", "1"), task_at("I", "2"), task_at("I", "3")
    app.tasks.record(
        first.id, ResultEntry(Progress.COMPLETED, date(2023, 2, 20), "32/BC", own_due=date(2023, 2, 25))
    )
    app.tasks.record(second.id, ResultEntry(note="đang làm"))
    tasks = list(draft.tasks)
    tasks[0] = replace(
        tasks[0],
        deadline="Tháng 4 năm 2023",
        deadline_reading=Deadline(DeadlineKind.WINDOW, due=date(2023, 4, 30)),
    )
    tasks[1] = replace(tasks[1], content=tasks[1].content.replace("phát động", "tổ chức phát động"))
    del tasks[2]
    tasks.append(replace(tasks[-1], number="10", content="Nhiệm vụ mới hoàn toàn khác"))
    result = app.imports.store(replace(draft, tasks=tuple(tasks)))
    assert (result.added, result.changed, result.unchanged, result.gone) == (1, 2, 50, 1)
    after = app.tasks.get(first.id)
    assert (after.deadline, after.reading.due) == ("Tháng 4 năm 2023", date(2023, 4, 30))
    assert (after.completed_on, after.document, after.own_due) == (
        date(2023, 2, 20),
        "32/BC",
        date(2023, 2, 25),
    )
    assert app.tasks.get(second.id).result_note == "đang làm"
    assert app.tasks.get(third.id).gone
    assert third.id not in {task.id for task in app.tasks.list()}


def test_a_row_that_comes_back_is_there_again(app: App, draft: PlanDraft, task_at: Find) -> None:
    third = task_at("I", "3")
    app.imports.store(replace(draft, tasks=draft.tasks[:2] + draft.tasks[3:]))
    result = app.imports.store(draft)
    assert (result.added, result.changed) == (0, 1)
    assert not app.tasks.get(third.id).gone


def test_the_officers_reading_survives_a_change_elsewhere_in_the_row(
    app: App, draft: PlanDraft, task_at: Find
) -> None:
    task = task_at("I", "5")
    reading = Deadline(DeadlineKind.DATE, due=date(2023, 5, 31), certain=True)
    app.tasks.set_reading(task.id, reading)
    tasks = list(draft.tasks)
    tasks[4] = replace(tasks[4], coordinating="Các sở, ngành")
    app.imports.store(replace(draft, tasks=tuple(tasks)))
    after = app.tasks.get(task.id)
    assert (after.coordinating, after.reading) == ("Các sở, ngành", reading)


def test_an_import_is_undone_as_a_whole(app: App, draft: PlanDraft) -> None:
    before = app.tasks.list()
    changed = replace(
        draft, tasks=(*draft.tasks[1:], replace(draft.tasks[0], content="Khác hẳn", number="99"))
    )
    result = app.imports.store(changed)
    app.history.undo(result.changes.batch)
    after = app.tasks.list()
    assert [task.content for task in after] == [task.content for task in before]


def test_undoing_the_first_import_empties_the_list(empty: App) -> None:
    result = empty.imports.sample()
    undone = empty.history.undo(result.changes.batch)
    assert empty.plans.all() == ()
    assert empty.tasks.list() == ()
    empty.history.undo(undone.batch)
    assert len(empty.tasks.list()) == 53


def test_comparing_stores_nothing(app: App, empty: App, draft: PlanDraft) -> None:
    comparison = app.imports.compare(draft)
    assert len(comparison.unchanged) == 53
    assert comparison.plan == app.plans.all()[0]
    assert len(empty.imports.compare(draft).added) == 53
    assert empty.plans.all() == ()


def test_another_year_is_another_plan(app: App, plan_text: Path, tmp_path: Path) -> None:
    other = tmp_path / "ke-hoach-2024.txt"
    shutil.copy(plan_text, other)
    result = app.imports.store(app.imports.draft(app.imports.open_source(other), year=2024))
    assert result.added == 53
    assert len(app.plans.all()) == 2


def test_a_draft_without_tasks_is_refused(app: App, tmp_path: Path) -> None:
    letter = tmp_path / "thu.txt"
    letter.write_text("Kính gửi anh chị,\n\nMời họp lúc 8 giờ.\n", encoding="utf-8")
    draft = app.imports.draft(app.imports.open_source(letter))
    with pytest.raises(FileProblem, match="Không tìm thấy"):
        app.imports.store(draft)
    with pytest.raises(FileProblem, match=r"thu\.txt"):
        app.imports.store(replace(draft, problems=()))
    assert len(app.plans.all()) == 1


def test_problems_name_their_rows(app: App, draft: PlanDraft) -> None:
    rows = {row for row, _ in app.imports.store(draft).problems}
    assert {"I.9", "VII.7"} <= rows


def test_the_sample_again_stays_the_sample(empty: App, draft: PlanDraft) -> None:
    empty.imports.sample()
    empty.imports.sample()
    assert empty.plans.all()[0].is_sample
    empty.imports.store(draft)
    assert not empty.plans.all()[0].is_sample, "the office imported it itself"
