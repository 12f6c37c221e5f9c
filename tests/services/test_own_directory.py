"""Bodies and groups an office adds itself: found in cells from then on, changed, taken back, undone and redone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.agencies import PartyKind
from cchc_desktop.domain.agency_records import Agency, Level
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.paths import resources
from cchc_desktop.services.own_directory import AgencyEntry, GroupEntry
from cchc_desktop.services.task_rows import NewTask
from cchc_desktop.storage.directory import agency_row
from cchc_desktop.storage.seed import DIGEST, seed
from cchc_desktop.storage.settings import put_setting

CENTRE = AgencyEntry(
    "Trung tâm  Điều hành đô thị thông minh Gò Công",
    abbreviations=("TTĐHĐTTM", " "),
    aliases=("Trung tâm Điều hành Gò Công", "trung tâm điều hành gò công", ""),
    source="Quyết định 12/QĐ-UBND",
)
TEAMS = GroupEntry("Các tổ công nghệ số khu vực Gò Công", ("Tổ CNS khu vực Gò Công", " "))


def add_task(app: App, lead: str) -> int:
    return app.tasks.add(app.plans.all()[0].id, NewTask("I", "X", "Việc", lead=lead)).task.id


def lead(app: App, task: int) -> list[tuple[str, str]]:
    return [(party.kind, party.key) for party in app.tasks.get(task).lead_parties]


def named(app: App, key: str) -> Agency | None:
    return next((each for each in app.agencies.directory().agencies if each.key == key), None)


def test_an_own_body_is_understood_in_cells_by_all_its_names(app: App) -> None:
    task = add_task(app, "Trung tâm Điều hành Gò Công; TTĐHĐTTM")
    before = lead(app, task)
    key, changes = app.agencies.own.add_agency(CENTRE)
    body = named(app, key)
    assert body is not None
    assert body.name == "Trung tâm Điều hành đô thị thông minh Gò Công"
    assert (body.aliases, body.abbreviations) == (("Trung tâm Điều hành Gò Công",), ("TTĐHĐTTM",))
    assert app.agencies.own.keys() == {key}
    assert lead(app, task) == [(PartyKind.AGENCY, key)] * 2
    forward = app.history.undo(changes.batch)
    assert named(app, key) is None
    assert lead(app, task) == before
    app.history.undo(forward.batch)
    assert named(app, key) == body
    assert lead(app, task) == [(PartyKind.AGENCY, key)] * 2


def test_an_own_body_belongs_to_groups_by_level_and_kind(app: App) -> None:
    key, _ = app.agencies.own.add_agency(replace(CENTRE, kind="department"))
    members = app.agencies.directory().members("cac-so-ban-nganh-tinh", date(2026, 1, 1))
    assert key in {member.key for member in members}


def test_an_own_body_is_changed_and_the_change_undone(app: App) -> None:
    task = add_task(app, "Ban Điều hành đô thị Gò Công")
    key, _ = app.agencies.own.add_agency(CENTRE)
    entry = replace(
        CENTRE,
        name="Ban Điều hành đô thị Gò Công",
        level=Level.COMMUNE,
        valid_from=date(2024, 1, 1),
        valid_to=date(2025, 6, 30),
        successors=("so-noi-vu",),
    )
    changes = app.agencies.own.change_agency(key, entry)
    assert lead(app, task) == [(PartyKind.AGENCY, key)]
    assert [body.name for body in app.agencies.directory().current(key, date(2026, 1, 1))] == ["Sở Nội vụ"]
    assert app.agencies.own.change_agency(key, entry).batch == "", "saying the same again changes nothing"
    app.history.undo(changes.batch)
    body = named(app, key)
    assert body is not None
    assert (body.name, body.level, body.valid_to) == (" ".join(CENTRE.name.split()), Level.PROVINCE, None)
    assert lead(app, task) != [(PartyKind.AGENCY, key)]


def test_an_own_body_goes_with_the_names_it_was_taught(app: App) -> None:
    task = add_task(app, "Chợ Gạo số")
    key, _ = app.agencies.own.add_agency(CENTRE)
    app.agencies.add_alias(key, "Chợ Gạo số")
    assert lead(app, task) == [(PartyKind.AGENCY, key)]
    changes = app.agencies.own.remove_agency(key)
    assert named(app, key) is None
    assert app.lessons.all() == ()
    assert app.tasks.get(task).lead == "Chợ Gạo số"
    assert lead(app, task) != [(PartyKind.AGENCY, key)]
    app.history.undo(changes.batch)
    assert lead(app, task) == [(PartyKind.AGENCY, key)]


def test_a_name_used_again_gets_another_key(app: App) -> None:
    first, _ = app.agencies.own.add_agency(CENTRE)
    app.agencies.own.remove_agency(first)
    second, _ = app.agencies.own.add_agency(CENTRE)
    assert second == f"{first}-2"
    assert app.agencies.own.keys() == {second}


def test_newer_bundled_files_leave_own_bodies_and_sweep_out_those_taken_back(app: App) -> None:
    kept, _ = app.agencies.own.add_agency(CENTRE)
    gone, changes = app.agencies.own.add_agency(AgencyEntry("Trung tâm Chợ Gạo"))
    app.history.undo(changes.batch)
    with app.store.writing("Danh mục mới") as (session, _):
        assert agency_row(session, gone) is not None
        put_setting(session, DIGEST, "older")
        session.flush()
        seed(session, resources())
    with app.store.reading() as session:
        assert agency_row(session, gone) is None
    app.agencies.forget()
    assert named(app, kept) is not None


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (AgencyEntry("  "), "Chưa có tên"),
        (AgencyEntry("—"), "Chưa có tên"),
        (AgencyEntry("x" * 301), "dài quá 300"),
        (AgencyEntry("SỞ NỘI VỤ"), "đã là tên của “Sở Nội vụ”"),
        (
            AgencyEntry("Trung tâm Chợ Gạo", aliases=("Các sở, ngành",)),
            "đã là tên của “Các sở, ban, ngành tỉnh”",
        ),
        (AgencyEntry("Trung tâm Chợ Gạo", abbreviations=("STP",)), "đã là tên của “Sở Tư pháp”"),
        (
            AgencyEntry("Trung tâm", valid_from=date(2026, 1, 2), valid_to=date(2026, 1, 1)),
            "phải sau ngày bắt đầu",
        ),
        (AgencyEntry("Trung tâm Chợ Gạo", successors=("so-mat-trang",)), "Cơ quan kế thừa"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_reason(app: App, entry: AgencyEntry, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        app.agencies.own.add_agency(entry)
    assert app.agencies.own.keys() == frozenset()


def test_only_own_entries_are_changed_or_removed(app: App) -> None:
    own = app.agencies.own
    attempts: list[Callable[[], object]] = [
        lambda: own.change_agency("so-noi-vu", CENTRE),
        lambda: own.remove_agency("so-noi-vu"),
        lambda: own.change_group("cac-so-ban-nganh-tinh", TEAMS),
        lambda: own.remove_group("nhom-khong-co"),
    ]
    for refused in attempts:
        with pytest.raises(NotFound):
            refused()


def test_the_own_office_is_not_taken_out(app: App) -> None:
    key, _ = app.agencies.own.add_agency(CENTRE)
    app.offices.save(replace(app.offices.get(), agency_key=key, agency_name=CENTRE.name))
    with pytest.raises(InvalidInput, match="đang là đơn vị của bạn"):
        app.agencies.own.remove_agency(key)
    assert app.agencies.own.keys() == {key}


def test_an_own_group_is_understood_changed_and_taken_back(app: App) -> None:
    task = add_task(app, "Tổ CNS khu vực Gò Công")
    before = lead(app, task)
    key, added = app.agencies.own.add_group(TEAMS)
    assert key == "nhom-cac-to-cong-nghe-so-khu-vuc-go-cong"
    assert app.agencies.own.keys() == {key}
    assert lead(app, task) == [(PartyKind.GROUP, key)]
    changed = app.agencies.own.change_group(key, GroupEntry("Các tổ số Gò Công", ("Tổ số Gò Công",)))
    (group,) = (each for each in app.agencies.directory().groups if each.key == key)
    assert group.name == "Các tổ số Gò Công"
    assert lead(app, task) == before, "the phrase was taken away"
    app.history.undo(changed.batch)
    assert lead(app, task) == [(PartyKind.GROUP, key)]
    assert app.agencies.own.change_group(key, TEAMS).batch == ""
    removed = app.agencies.own.remove_group(key)
    assert app.agencies.own.keys() == frozenset()
    assert lead(app, task) == before
    app.history.undo(removed.batch)
    assert app.agencies.own.keys() == {key}
    app.history.undo(added.batch)
    assert app.agencies.own.keys() == frozenset()


def test_groups_that_differ_by_a_hyphen_keep_apart(app: App) -> None:
    first, _ = app.agencies.own.add_group(GroupEntry("Tổ A-B Gò Công"))
    second, _ = app.agencies.own.add_group(GroupEntry("Tổ A B Gò Công"))
    assert second == f"{first}-2"


def test_a_group_made_while_importing_is_one_of_the_office(app: App) -> None:
    app.lessons.learn(
        [Lesson(LessonKind.GROUP, "Cụm Cái Bè", NameMeaning("nhom-cum-cai-be", "Cụm thi đua Cái Bè"))]
    )
    assert app.agencies.own.keys() == {"nhom-cum-cai-be"}
    with pytest.raises(InvalidInput, match="đã là tên"):
        app.agencies.own.add_group(GroupEntry("cụm cái bè"))
    app.agencies.own.change_group("nhom-cum-cai-be", GroupEntry("Cụm Cái Bè mới", ("Cụm Cái Bè",)))
    (group,) = (each for each in app.agencies.directory().groups if each.key == "nhom-cum-cai-be")
    assert (group.name, set(group.phrases)) == ("Cụm Cái Bè mới", {"Cụm Cái Bè mới", "Cụm Cái Bè"})
