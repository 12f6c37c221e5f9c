"""Plans as their page shows them: imports told apart, heads corrected, everything undoable."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.services.comparison import ImportChoices
from cchc_desktop.services.imports import ImportResult
from cchc_desktop.services.plan_records import Deed, ImportKind, PlanRecord

HEAD = PlanHead("Kế hoạch CCHC", "45/QĐ-UBND", date(2023, 1, 10), "UBND tỉnh Tiền Giang", 2023)


@pytest.fixture
def draft(app: App, plan_text: Path) -> PlanDraft:
    return app.imports.draft(app.imports.open_source(plan_text))


def only(app: App) -> PlanRecord:
    (record,) = app.plans.records()
    return record


def import_changed(app: App, draft: PlanDraft, clock: SetClock) -> ImportResult:
    clock.moment += timedelta(days=1)
    tasks = list(draft.tasks)
    tasks[0] = replace(tasks[0], content=f"{tasks[0].content} (sửa)")
    del tasks[2]
    return app.imports.store(replace(draft, tasks=tuple(tasks), sha256="b" * 64, file="lan-2.txt"))


def amend(app: App, draft: PlanDraft, clock: SetClock) -> ImportResult:
    clock.moment += timedelta(days=1)
    row = replace(draft.tasks[4], deadline="Quý III năm 2023")
    head = PlanHead("Điều chỉnh Kế hoạch", "310/QĐ-UBND", date(2023, 2, 27), "UBND tỉnh")
    return app.imports.store(
        replace(draft, tasks=(row,), head=head, file="dieu-chinh.txt", sha256="c" * 64),
        choices=ImportChoices(amends=only(app).plan.id),
    )


def test_the_first_import_and_its_rows_to_check(app: App) -> None:
    record = only(app)
    (first,) = record.imports
    assert (first.kind, first.actor, first.count(Deed.ADDED)) == (ImportKind.FIRST, "Lê Thị Hoa", 53)
    assert first.at.isoformat() == "2023-01-11T08:00:00+07:00"
    assert record.last is first
    assert record.gone == 0
    assert "I.9" in {row.place for row in record.to_check}
    assert all(row.messages for row in record.to_check)
    assert app.plans.record(record.plan.id) == record
    with pytest.raises(NotFound):
        app.plans.record(99)


def test_another_version_tells_old_and_new_texts(app: App, draft: PlanDraft, clock: SetClock) -> None:
    import_changed(app, draft, clock)
    record = only(app)
    last = record.imports[0]
    assert last.kind is ImportKind.AGAIN
    assert {change.deed: change.place for change in last.changes} == {Deed.CHANGED: "I.1", Deed.GONE: "I.3"}
    (changed,) = [change for change in last.changes if change.deed is Deed.CHANGED]
    ((key, old, new),) = changed.fields
    assert (key, new) == ("content", f"{old} (sửa)")
    assert record.gone == 1
    assert (record.file.name, record.file.sha256) == ("lan-2.txt", "b" * 64)
    assert record.imports[1].file.name == "tien-giang-2023.txt", "the first import keeps its own file"
    clock.moment += timedelta(days=1)
    app.imports.store(draft)
    returned = only(app).imports[0]
    assert returned.count(Deed.RETURNED) == 1
    assert returned.file.sha256 == draft.sha256


def test_an_import_that_changed_nothing_is_listed_too(app: App, draft: PlanDraft, clock: SetClock) -> None:
    clock.moment += timedelta(days=1)
    result = app.imports.store(draft)
    last = only(app).last
    assert last is not None
    assert (last.kind, last.changes, last.batch) == (ImportKind.AGAIN, (), result.changes.batch)


def test_undone_and_redone_imports_are_marked(app: App, draft: PlanDraft, clock: SetClock) -> None:
    first = import_changed(app, draft, clock)
    clock.moment += timedelta(days=1)
    second = app.imports.store(draft)
    undone = app.history.undo(second.changes.batch)
    assert [made.undone for made in only(app).imports] == [True, False, False]
    assert only(app).file.name == "lan-2.txt"
    app.history.undo(first.changes.batch)
    assert [made.undone for made in only(app).imports] == [True, True, False]
    assert only(app).file.name == "tien-giang-2023.txt"
    again = import_changed(app, draft, clock)
    app.history.undo(app.history.undo(again.changes.batch).batch)
    assert [made.undone for made in only(app).imports] == [False, True, True, False]
    assert undone.batch


def test_an_amendment_stands_under_its_plan(app: App, draft: PlanDraft, clock: SetClock) -> None:
    result = amend(app, draft, clock)
    record = only(app)
    (found,) = record.amendments
    assert found.file.name == "dieu-chinh.txt"
    assert found.made is not None
    assert found.made.kind is ImportKind.AMENDMENT
    ((key, _, new), *_) = found.made.changes[0].fields
    assert (key, new) == ("deadline", "Quý III năm 2023")
    app.history.undo(result.changes.batch)
    record = only(app)
    assert record.amendments == ()
    assert record.imports[0].undone
    assert record.imports[0].file.name == "dieu-chinh.txt"


def test_imported_files_are_kept(app: App, plan_text: Path, clock: SetClock) -> None:
    assert not app.source_files.is_kept(only(app).file), "the sample data came without their file"
    clock.moment += timedelta(days=1)
    app.imports.store(app.imports.draft(app.imports.open_source(plan_text)))
    assert app.source_files.copy_to_open(only(app).file).read_bytes() == plan_text.read_bytes()


def test_a_head_is_corrected_and_undone(app: App) -> None:
    plan = only(app).plan
    done = app.plans.edit_head(
        plan.id, replace(HEAD, title="  Kế hoạch\n CCHC ", issuer="Chủ tịch UBND tỉnh")
    )
    after = only(app).plan
    assert (after.head.title, after.head.issuer, done.reread) == ("Kế hoạch CCHC", "Chủ tịch UBND tỉnh", 0)
    assert app.plans.edit_head(plan.id, after.head).changes.batch == ""
    app.history.undo(done.changes.batch)
    assert only(app).plan == plan


def test_another_year_reads_the_phrases_again(app: App) -> None:
    plan = only(app).plan
    tasks = {task.id: task for task in app.tasks.list()}
    dated = next(task for task in tasks.values() if task.reading.due == date(2023, 3, 31))
    own = next(task for task in tasks.values() if task.reading.due == date(2023, 2, 28))
    app.tasks.set_reading(own.id, Deadline(DeadlineKind.WINDOW, due=date(2023, 2, 20)))
    done = app.plans.edit_head(plan.id, replace(plan.head, year=2024))
    assert done.reread > 0
    assert done.own >= 1
    after = {task.id: task for task in app.tasks.list()}
    named = "2023" in dated.deadline
    assert after[dated.id].reading.due == (date(2023, 3, 31) if named else date(2024, 3, 31))
    assert after[own.id].reading.due == date(2023, 2, 20)
    app.history.undo(done.changes.batch)
    assert app.tasks.get(dated.id).reading == dated.reading


def test_impossible_heads_are_refused(app: App, draft: PlanDraft) -> None:
    plan = only(app).plan
    for head, said in (
        (replace(HEAD, title="x" * 501), "dài quá"),
        (replace(HEAD, year=1800), "Năm kế hoạch"),
        (replace(HEAD, document_date=date(1900, 1, 1)), "quá xa"),
    ):
        with pytest.raises(InvalidInput, match=said):
            app.plans.edit_head(plan.id, head)
    second = replace(draft.head, document_number="99/QĐ-UBND", issuer=plan.head.issuer)
    tasks = tuple(replace(row, content=f"Việc khác số {place}") for place, row in enumerate(draft.tasks[:3]))
    other = app.imports.store(replace(draft, head=second, tasks=tasks)).plan_id
    assert other != plan.id
    with pytest.raises(InvalidInput, match="Đã có kế hoạch khác"):
        app.plans.edit_head(other, plan.head)


def test_the_head_of_an_amendment_is_corrected(app: App, draft: PlanDraft, clock: SetClock) -> None:
    result = amend(app, draft, clock)
    amendment = only(app).amendments[0].amendment
    done = app.plans.edit_amendment_head(amendment.id, replace(amendment.head, document_number="311/QĐ-UBND"))
    assert only(app).amendments[0].amendment.head.document_number == "311/QĐ-UBND"
    assert (
        app.plans.edit_amendment_head(amendment.id, only(app).amendments[0].amendment.head).changes.batch
        == ""
    )
    app.history.undo(done.changes.batch)
    app.history.undo(result.changes.batch)
    with pytest.raises(NotFound):
        app.plans.edit_amendment_head(amendment.id, amendment.head)
