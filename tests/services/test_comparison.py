"""Choices beside the texts: rows left out, stored tasks kept, own readings, documents that amend a plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.services.comparison import ImportChoices, amended_plan, amends_by_title
from cchc_desktop.services.result_entry import ResultEntry

Find = Callable[[str, str], Task]
AMENDMENT = (
    "ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG\nSố: 1208/QĐ-UBND\nTiền Giang, ngày 12 tháng 6 năm 2023\nQUYẾT ĐỊNH\n"
    "Về việc điều chỉnh, bổ sung Kế hoạch cải cách hành chính năm 2023\n\nPhụ lục\n"
    "DANH MỤC NHIỆM VỤ ĐIỀU CHỈNH NĂM 2023\n\n"
    "STT\tNội dung công việc\tCơ quan chủ trì\tThời gian thực hiện\n"
    "1\tKế hoạch tuyên truyền CCHC năm 2023\tSở Nội vụ\tQuý III năm 2023\n"
    "2\tThẩm định, đánh giá và công bố Chỉ số CCHC năm 2023\tSở Nội vụ\tTháng 11 năm 2023\n"
    "3\tTập huấn phần mềm theo dõi\tSở Nội vụ\tTháng 9 năm 2023\n"
)


@pytest.fixture
def draft(app: App, plan_text: Path) -> PlanDraft:
    return app.imports.draft(app.imports.open_source(plan_text))


@pytest.fixture
def amendment(app: App, tmp_path: Path) -> PlanDraft:
    path = tmp_path / "dieu-chinh.txt"
    path.write_text(AMENDMENT, encoding="utf-8")
    return app.imports.draft(app.imports.open_source(path))


def changed(draft: PlanDraft) -> PlanDraft:
    """Return the plan with the first row reworded, the second removed and a new one at the end."""
    rows = list(draft.tasks)
    rows[0] = replace(rows[0], deadline="Tháng 4 năm 2023")
    rows.append(replace(rows[-1], number="99", content="Nhiệm vụ mới hoàn toàn khác"))
    del rows[1]
    return replace(draft, tasks=tuple(rows))


def test_rows_left_out_of_a_new_plan_are_not_there(empty: App, draft: PlanDraft) -> None:
    result = empty.imports.store(draft, choices=ImportChoices(left_out=frozenset({0, 52})))
    assert result.added == 51
    positions = [task.position for task in empty.tasks.list()]
    assert positions == list(range(1, 52))
    assert not any(place == "I.1" for place, _ in result.problems)


def test_a_left_out_row_leaves_its_stored_task_alone(app: App, draft: PlanDraft) -> None:
    other = changed(draft)
    last = len(other.tasks) - 1
    choices = ImportChoices(left_out=frozenset({0, last}))
    comparison = app.imports.compare(other, choices)
    assert (comparison.added, comparison.changed) == ((), ())
    result = app.imports.store(other, choices=choices)
    assert (result.added, result.changed, result.gone) == (0, 0, 1)
    assert app.tasks.list()[0].deadline == "Tháng 02 năm 2023"


def test_stored_tasks_can_be_kept_as_they_are(app: App, draft: PlanDraft, task_at: Find) -> None:
    first, second = task_at("I", "1"), task_at("I", "2")
    kept = ImportChoices(kept=frozenset({first.id, second.id}))
    result = app.imports.store(changed(draft), choices=kept)
    assert (result.added, result.changed, result.gone) == (1, 0, 0)
    assert app.tasks.get(first.id).deadline == "Tháng 02 năm 2023"
    assert not app.tasks.get(second.id).gone


def test_a_task_that_was_gone_may_stay_gone(app: App, draft: PlanDraft, task_at: Find) -> None:
    second = task_at("I", "2")
    app.imports.store(changed(draft))
    assert app.tasks.get(second.id).gone
    result = app.imports.store(draft, choices=ImportChoices(kept=frozenset({second.id})))
    assert app.tasks.get(second.id).gone
    assert result.unchanged == 51


def test_an_own_reading_is_stored_as_such(app: App, empty: App, draft: PlanDraft, task_at: Find) -> None:
    own = Deadline(DeadlineKind.DATE, due=date(2023, 5, 31), certain=True, explanation="Hạn ngày 31/05/2023.")
    rows = (replace(draft.tasks[0], deadline_reading=own), *draft.tasks[1:])
    read = replace(draft, tasks=rows)
    choices = ImportChoices(own_readings=frozenset({0}))
    empty.imports.store(read, choices=choices)
    assert empty.tasks.list()[0].reading_by_user
    assert not empty.tasks.list()[1].reading_by_user
    assert app.imports.store(read).changed == 0, "texts are the same and nobody read the phrase anew"
    assert app.imports.store(read, choices=choices).changed == 1
    task = task_at("I", "1")
    assert (task.reading, task.reading_by_user) == (own, True)


@pytest.mark.parametrize(
    ("title", "amends"),
    [
        ("Quyết định sửa đổi, bổ sung một số nội dung Kế hoạch", True),
        ("Kế hoạch điều chỉnh nhiệm vụ", True),
        ("Kế hoạch cải cách hành chính", False),
        ("", False),
    ],
)
def test_a_title_tells_whether_a_document_amends(title: str, *, amends: bool) -> None:
    assert amends_by_title(title) is amends


def test_the_plan_a_document_amends_is_suggested(app: App, draft: PlanDraft, amendment: PlanDraft) -> None:
    plan = app.plans.all()[0]
    assert app.imports.amended_plan(amendment) == plan
    assert app.imports.amended_plan(draft) is None
    other = replace(plan, id=2, head=PlanHead(document_number="7/KH-UBND"))
    assert amended_plan(["điều chỉnh Kế hoạch số 7/KH-UBND"], (plan, other), 2023) == other
    assert amended_plan(["điều chỉnh"], (plan, other), 2023) is None, "two of one year: no guess"
    assert amended_plan(["điều chỉnh"], (plan,), 2022) is None


def test_an_amendment_changes_the_rows_it_names(app: App, amendment: PlanDraft, task_at: Find) -> None:
    plan = app.plans.all()[0]
    task = task_at("I", "5")
    app.tasks.record(task.id, ResultEntry(note="đang làm"))
    choices = ImportChoices(amends=plan.id)
    comparison = app.imports.compare(amendment, choices)
    assert [row.deadline for _, row in comparison.changed] == ["Quý III năm 2023", "Tháng 11 năm 2023"]
    assert comparison.gone == ()
    result = app.imports.store(amendment, choices=choices)
    assert (result.plan_id, result.added, result.changed, result.gone) == (plan.id, 1, 2, 0)
    after = app.tasks.get(task.id)
    assert (after.deadline, after.reading.due) == ("Quý III năm 2023", date(2023, 9, 30))
    assert (after.section, after.number, after.coordinating) == ("I", "5", task.coordinating)
    assert after.coordinating_parties == task.coordinating_parties
    assert after.result_note == "đang làm"
    assert len(app.tasks.list()) == 54
    assert app.tasks.list()[-1].content == "Tập huấn phần mềm theo dõi"
    (noted,) = app.plans.amendments(plan.id)
    assert (noted.head.document_number, noted.head.document_date) == ("1208/QĐ-UBND", date(2023, 6, 12))
    assert len(app.plans.all()) == 1
    app.history.undo(result.changes.batch)
    assert app.plans.amendments(plan.id) == ()
    assert app.tasks.get(task.id).deadline == "Theo kế hoạch"
    assert len(app.tasks.list()) == 53


def test_an_amendment_without_times_keeps_them(app: App, amendment: PlanDraft, task_at: Find) -> None:
    plan, task = app.plans.all()[0], task_at("I", "1")
    row = replace(
        amendment.tasks[0], content=task.content, lead="Sở Tư pháp", deadline="", section="", number="1"
    )
    narrow = replace(amendment, tasks=(row,), columns={"content": 1, "lead": 2})
    app.imports.store(narrow, choices=ImportChoices(amends=plan.id))
    after = app.tasks.get(task.id)
    assert (after.lead, after.deadline, after.reading) == ("Sở Tư pháp", task.deadline, task.reading)


def test_a_new_row_of_an_amendment_goes_to_the_end_of_its_section(app: App, amendment: PlanDraft) -> None:
    plan = app.plans.all()[0]
    first = app.tasks.list()[0]
    row = replace(
        amendment.tasks[2], section="I", section_title=first.section_title, number="10", content="Việc thêm"
    )
    app.imports.store(replace(amendment, tasks=(row,)), choices=ImportChoices(amends=plan.id))
    section = [task.content for task in app.tasks.list() if task.section == "I"]
    assert section[-1] == "Việc thêm"
    assert [task.position for task in app.tasks.list()] == list(range(54))


def test_a_plan_that_is_gone_cannot_be_amended(app: App, amendment: PlanDraft) -> None:
    with pytest.raises(NotFound, match="chọn lại kế hoạch"):
        app.imports.compare(amendment, ImportChoices(amends=999))


BARE = (
    "STT\tNội dung công việc\tCơ quan chủ trì\tThời gian thực hiện\n"
    "1\tRà soát văn bản năm 2024\tSở Tư pháp\tQuý II\n2\tBáo cáo kết quả\tSở Nội vụ\tTháng 12\n"
)


def test_a_bare_table_is_known_again_by_its_rows(empty: App, tmp_path: Path) -> None:
    path = tmp_path / "bang.txt"
    path.write_text(BARE, encoding="utf-8")
    bare = empty.imports.draft(empty.imports.open_source(path), year=2024)
    empty.imports.store(bare)
    named = replace(
        bare,
        head=PlanHead("Kế hoạch CCHC", "12/KH-UBND", date(2024, 1, 5), "UBND tỉnh", 2024),
    )
    result = empty.imports.store(named, title="Kế hoạch của tỉnh")
    assert (result.added, result.unchanged) == (0, 2)
    (plan,) = empty.plans.all()
    assert (plan.head.document_number, plan.head.title) == ("12/KH-UBND", "Kế hoạch của tỉnh")
    other = replace(named, head=replace(named.head, document_number="13/KH-UBND"))
    assert empty.imports.compare(other).plan is None, "another number is another document"
    unlike = replace(bare, tasks=(replace(bare.tasks[0], content="Khác hẳn"),))
    assert empty.imports.compare(unlike).plan is None
    elsewhere = replace(bare, head=replace(bare.head, issuer="UBND huyện Cái Bè"))
    assert empty.imports.compare(elsewhere).plan is None, "another issuer is another document"


def test_an_endless_title_is_refused(empty: App, draft: PlanDraft) -> None:
    with pytest.raises(InvalidInput, match="rút gọn"):
        empty.imports.store(draft, title="x" * 501)


def test_a_plan_without_a_title_gets_one_later(empty: App, draft: PlanDraft) -> None:
    empty.imports.store(replace(draft, head=replace(draft.head, title="")))
    empty.imports.store(draft)
    assert empty.plans.all()[0].head.title == draft.head.title


def test_an_own_reading_goes_with_a_changed_row(app: App, draft: PlanDraft, task_at: Find) -> None:
    own = Deadline(DeadlineKind.CONTINUOUS, certain=True)
    row = replace(draft.tasks[0], deadline="Theo đợt", deadline_reading=own)
    read = replace(draft, tasks=(row, *draft.tasks[1:]))
    app.imports.store(read, choices=ImportChoices(own_readings=frozenset({0})))
    task = task_at("I", "1")
    assert (task.deadline, task.reading, task.reading_by_user) == ("Theo đợt", own, True)
