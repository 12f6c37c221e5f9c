"""History in sentences, and undo of whole use cases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import NotFound, UserError
from cchc_desktop.services.changes import Kind
from cchc_desktop.services.result_entry import ResultEntry
from cchc_desktop.services.task_queries import Role, TaskQuery

Find = Callable[[str, str], Task]


def test_the_history_speaks_in_sentences(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, date(2023, 2, 20), "32/BC-SNV"))
    app.tasks.record(task.id, ResultEntry(Progress.IN_PROGRESS, document=""))
    lines = app.history.of_task(task.id)
    sentences = [line.sentence for line in lines]
    assert "Đổi tình trạng: Chưa thực hiện → Đã hoàn thành" in sentences
    assert "Ghi ngày hoàn thành: 20/02/2023" in sentences
    assert "Xóa số, ký hiệu văn bản (trước đó: 32/BC-SNV)" in sentences
    assert sentences[-1] == "Thêm nhiệm vụ"
    assert lines[-1].source == "tien-giang-2023.txt"
    assert {line.actor for line in lines} == {"Lê Thị Hoa"}
    assert lines[0].at.isoformat() == "2023-03-20T09:00:00+07:00"


def test_results_and_deletions_are_told_too(app: App, task_at: Find) -> None:
    task = task_at("III", "3")
    app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 1)))
    app.history.undo(app.tasks.remove([task.id]).batch)
    sentences = [line.sentence for line in app.history.of_task(task.id)]
    assert "Ghi thêm một kết quả" in sentences
    assert "Khôi phục sau khi xóa" in sentences
    assert "Xóa" in sentences


def test_a_row_that_left_the_document_and_came_back(app: App, plan_text: Path) -> None:
    draft = app.imports.draft(app.imports.open_source(plan_text))
    third = app.tasks.list()[2]
    app.imports.store(replace(draft, tasks=draft.tasks[:2] + draft.tasks[3:]))
    app.imports.store(draft)
    sentences = [line.sentence for line in app.history.of_task(third.id)]
    assert "Không còn trong văn bản nhập lại" in sentences
    assert "Có lại trong văn bản nhập lại" in sentences


def test_a_task_that_does_not_exist_has_no_history(app: App) -> None:
    with pytest.raises(NotFound):
        app.history.of_task(999_999)


def test_undo_and_redo_bring_back_exactly(app: App, task_at: Find) -> None:
    before = task_at("I", "1")
    done = app.tasks.record(before.id, ResultEntry(Progress.COMPLETED, date(2023, 2, 20), "32/BC"))
    undone = app.history.undo(done.changes.batch)
    again = app.tasks.get(before.id)
    assert (again.progress, again.completed_on, again.document) == (before.progress, None, "")
    assert Kind.TASKS in undone.kinds
    assert not app.tasks.list(TaskQuery(search="32/BC"))
    app.history.undo(undone.batch)
    assert app.tasks.get(before.id).document == "32/BC"


def test_undoing_a_result_takes_it_away(app: App, task_at: Find) -> None:
    task = task_at("III", "3")
    done = app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 1)))
    undone = app.history.undo(done.changes.batch)
    assert app.tasks.get(task.id).results == ()
    app.history.undo(undone.batch)
    assert len(app.tasks.get(task.id).results) == 1


def test_undoing_an_edit_restores_the_parties(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    edited = app.tasks.edit(task.id, {"lead": "Sở Y tế"})
    app.history.undo(edited.changes.batch)
    assert app.tasks.get(task.id).lead_parties == task.lead_parties
    assert task.id in {each.id for each in app.tasks.list(TaskQuery(agency="Sở Nội vụ", role=Role.LEAD))}


def test_what_was_changed_since_is_not_undone(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    first = app.tasks.record(task.id, ResultEntry(note="một"))
    app.tasks.record(task.id, ResultEntry(note="hai"))
    with pytest.raises(UserError, match="đã được sửa tiếp"):
        app.history.undo(first.changes.batch)
    assert app.tasks.get(task.id).result_note == "hai"


def test_settings_and_reports_can_be_undone(app: App) -> None:
    saved = app.offices.save(Office(agency_name="Sở Tư pháp", year=2023))
    app.history.undo(saved.batch)
    assert app.offices.get().agency_name == ""
    _, sent = app.reports.submit("2023-Q1", date(2023, 3, 16), "10/BC-SNV")
    app.history.undo(sent.batch)
    assert app.reports.get("2023-Q1").document == ""


def test_a_batch_that_does_not_exist_changes_nothing(app: App) -> None:
    assert app.history.undo("no-such-batch").batch == ""
