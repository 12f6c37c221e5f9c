"""The directory as the window asks for it: search, names that wait, what old names are called now, new aliases."""

from collections.abc import Callable
from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.agencies import Party, PartyKind
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.task_rows import NewTask

Find = Callable[[str, str], Task]
AFTER = date(2026, 11, 22)


def test_bodies_and_groups_are_found_by_any_of_their_names(app: App) -> None:
    found = {body.key for body in app.agencies.search("khcn")}
    assert "so-khoa-hoc-va-cong-nghe" in found
    assert "cac-so-ban-nganh-tinh" in {body.key for body in app.agencies.search("so, ban, nganh tinh")}
    assert len(app.agencies.search()) == len(app.agencies.directory().agencies) + len(
        app.agencies.directory().groups
    )
    with pytest.raises(InvalidInput):
        app.agencies.search("x" * 100_000)


def test_the_bodies_of_the_plan_of_2023_are_offered_their_present_names(app: App) -> None:
    assert app.agencies.old_names(date(2023, 3, 20)) == ()
    now = {old.name: old.now for old in app.agencies.old_names(AFTER)}
    assert now["Sở Kế hoạch và Đầu tư"] == ("Sở Tài chính",)
    assert now["Sở Thông tin và Truyền thông"] == (
        "Sở Khoa học và Công nghệ",
        "Sở Văn hóa, Thể thao và Du lịch",
    )
    assert now["Kho bạc nhà nước Tiền Giang"] == ("Kho bạc nhà nước tỉnh Đồng Tháp",)
    assert "Sở Nội vụ" not in now


def test_an_offer_names_the_tasks_and_changes_none(app: App) -> None:
    before = app.tasks.list()
    (old,) = (each for each in app.agencies.old_names(AFTER) if each.name == "Sở Kế hoạch và Đầu tư")
    named = [
        task.id
        for task in before
        if any(party.name == old.name for party in (*task.lead_parties, *task.coordinating_parties))
    ]
    assert list(old.task_ids) == named
    assert app.tasks.list() == before


def test_the_clock_tells_which_day_is_meant(app: App) -> None:
    party = Party("Sở NN&PTNT", PartyKind.AGENCY, "Sở Nông nghiệp và Phát triển nông thôn",
                  "so-nong-nghiep-va-phat-trien-nong-thon")  # fmt: skip
    assert app.agencies.now_called(party) == ()
    assert app.agencies.now_called(party, AFTER) == ("Sở Nông nghiệp và Môi trường",)


def test_an_unknown_name_waits_until_it_becomes_an_alias(app: App) -> None:
    plan = app.plans.all()[0].id
    task = app.tasks.add(plan, NewTask("I", "X", "Việc", lead="Sở Chợ Gạo; Sở Nội vụ")).task
    (unknown,) = (each for each in app.agencies.unknown_names() if each.text == "Sở Chợ Gạo")
    assert unknown.task_ids == (task.id,)
    assert len(unknown.suggestions) <= 5
    changes = app.agencies.add_alias("so-cong-thuong", "Sở  Chợ Gạo")
    assert changes.batch
    assert [party.name for party in app.tasks.get(task.id).lead_parties] == ["Sở Công Thương", "Sở Nội vụ"]
    assert "Sở Chợ Gạo" not in {each.text for each in app.agencies.unknown_names()}


@pytest.mark.parametrize(("key", "name"), [("so-mat-trang", "Sở Mặt trăng"), ("so-cong-thuong", "  ")])
def test_an_alias_needs_a_body_and_a_name(app: App, key: str, name: str) -> None:
    with pytest.raises(NotFound):
        app.agencies.add_alias(key, name)


def test_the_provinces_are_read_once(app: App) -> None:
    assert app.agencies.provinces() is app.agencies.provinces()
    assert len(app.agencies.provinces().on(AFTER)) == 34


def test_an_alias_may_stand_for_a_group_but_never_for_two(app: App) -> None:
    plan = app.plans.all()[0].id
    task = app.tasks.add(plan, NewTask("I", "X", "Việc", lead="Khối thi đua số 3")).task
    app.agencies.add_alias("cac-so-ban-nganh-tinh", "Khối thi đua số 3")
    (party,) = app.tasks.get(task.id).lead_parties
    assert (party.kind, party.key) == (PartyKind.GROUP, "cac-so-ban-nganh-tinh")
    with pytest.raises(InvalidInput, match="đã là tên của “Các sở, ban, ngành tỉnh”"):
        app.agencies.add_alias("so-noi-vu", "khối THI ĐUA số 3")


def test_a_name_can_be_left_as_it_is_and_looked_at_again(app: App) -> None:
    plan = app.plans.all()[0].id
    for number, lead in (("X", "Sở Chợ Gạo"), ("Y", "Sở Cai Lậy")):
        app.tasks.add(plan, NewTask("I", number, "Việc", lead=lead))
    before = [name.text for name in app.agencies.unknown_names()]
    assert app.agencies.names_to_settle() == len(before)
    changes = app.agencies.leave_names([before[0]])
    assert app.agencies.names_to_settle() == len(before) - 1
    names = app.agencies.unknown_names()
    assert [(name.text, name.left) for name in names] == [
        *((text, False) for text in before[1:]),
        (before[0], True),
    ]
    app.agencies.leave_names([before[1]])
    assert app.agencies.leave_names([before[1]]).batch == "", "nothing is left to note"
    app.agencies.leave_names([before[1]], left=False)
    app.history.undo(changes.batch)
    assert not any(name.left for name in app.agencies.unknown_names())


def test_groups_and_predecessors_of_a_body(app: App) -> None:
    home = next(each for each in app.agencies.directory().agencies if each.key == "so-noi-vu")
    assert "cac-so-ban-nganh-tinh" in {group.key for group in app.agencies.groups_of(home)}
    assert "Cơ quan chuyên môn thuộc UBND cấp xã" not in {
        group.name for group in app.agencies.groups_of(home, AFTER)
    }
    assert "so-lao-dong-thuong-binh-va-xa-hoi" in {
        each.key for each in app.agencies.predecessors("so-noi-vu")
    }
