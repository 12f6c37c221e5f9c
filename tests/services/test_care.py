"""Plans, office, agencies, exports, backups."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.agencies import PartyKind
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.errors import NotFound, StorageProblem
from cchc_desktop.services.result_entry import ResultEntry
from cchc_desktop.services.task_rows import NewTask

Find = Callable[[str, str], Task]


def test_a_plan_can_be_removed_and_brought_back(app: App) -> None:
    plan = app.plans.all()[0]
    changes = app.plans.remove(plan.id)
    assert app.plans.all() == ()
    assert app.tasks.list() == ()
    with pytest.raises(NotFound):
        app.plans.get(plan.id)
    app.history.undo(changes.batch)
    assert app.plans.get(plan.id) == plan


def test_the_sample_goes_in_one_step(app: App) -> None:
    assert app.plans.remove_sample().batch
    assert app.plans.all() == ()
    assert app.plans.remove_sample().batch == ""


def test_the_office_is_kept(empty: App, clock: SetClock) -> None:
    office = Office(
        "so-noi-vu",
        "Sở Nội vụ",
        "Đồng Tháp",
        OfficeRole.STANDING_BODY,
        2026,
        (10, 5),
        9,
        15,
        20,
        first_run_done=True,
    )
    assert empty.offices.save(office).batch
    assert empty.offices.save(office).batch == ""
    folder = empty.folder.root
    empty.close()
    again = open_app(folder, clock)
    assert again.offices.get() == office
    again.close()


def test_names_that_are_not_known_wait_with_suggestions(app: App) -> None:
    plan = app.plans.all()[0]
    task = app.tasks.add(plan.id, NewTask("I", "X", "Việc mới", lead="Sở Nội vu tỉnh ta")).task
    names = {name.text: name for name in app.agencies.unknown_names()}
    assert task.id in names["Sở Nội vu tỉnh ta"].task_ids
    assert any(name == "Sở Nội vụ" for name, _ in names["Sở Nội vu tỉnh ta"].suggestions)
    changes = app.agencies.add_alias("so-noi-vu", "Sở Nội vu tỉnh ta")
    party = app.tasks.get(task.id).lead_parties[0]
    assert (party.kind, party.name) == (PartyKind.AGENCY, "Sở Nội vụ")
    app.history.undo(changes.batch)
    assert "Sở Nội vu tỉnh ta" not in {
        alias for agency in app.agencies.directory().agencies for alias in agency.aliases
    }


@pytest.mark.parametrize(("key", "text"), [("khong-co", "Tên"), ("so-noi-vu", "  ")])
def test_an_alias_needs_a_body_and_a_name(app: App, key: str, text: str) -> None:
    with pytest.raises(NotFound):
        app.agencies.add_alias(key, text)


def test_the_directory_is_searched_without_accents(app: App) -> None:
    assert "Sở Nội vụ" in {body.name for body in app.agencies.search("noi vu")}
    assert "Sở Thông tin và Truyền thông" in {body.name for body in app.agencies.search("TT&TT")}
    assert len(app.agencies.search()) > 100


def test_special_days_of_a_year(app: App) -> None:
    days = app.calendar.special_days(2023)
    assert days
    assert {special.day.year for special in days} == {2023}
    app.calendar.forget()
    assert not app.calendar.work_calendar().is_working(date(2023, 1, 24))


def test_an_export_reads_back_equal(app: App, tmp_path: Path) -> None:
    target = tmp_path / "phụ lục.xlsx"
    tasks = app.tasks.list()
    assert app.exports.appendix(target, tasks) == 53
    draft = app.imports.draft(app.imports.open_source(target))
    fields = (
        "section",
        "section_title",
        "number",
        "content",
        "lead",
        "coordinating",
        "issuing_level",
        "deadline",
    )
    for task, row in zip(tasks, draft.tasks, strict=True):
        assert [getattr(task, key) for key in fields] == [getattr(row, key) for key in fields]
    assert app.imports.compare(draft).plan == app.plans.all()[0]


def test_a_file_name_says_what_is_inside(app: App) -> None:
    app.offices.save(Office(agency_name="Sở Nội vụ"))
    assert app.exports.suggested_name(app.tasks.list()) == "PhuLuc_CCHC_2023_SoNoiVu_2023-03-20.xlsx"
    app.offices.save(Office())
    assert app.exports.suggested_name((), ".pdf") == "PhuLuc_CCHC_2023_2023-03-20.pdf"


def test_a_backup_brings_the_old_state_back(app: App, clock: SetClock, task_at: Find) -> None:
    copy = app.backups.create()
    task = task_at("I", "1")
    app.tasks.record(task.id, ResultEntry(Progress.COMPLETED))
    clock.moment = at(date(2023, 3, 20), 10)
    aside = app.backups.restore(copy)
    assert app.tasks.get(task.id).progress is Progress.NOT_STARTED
    assert aside is not None
    assert aside.exists()
    latest = app.backups.latest()
    assert latest is not None
    assert latest.date() == date(2023, 3, 20)


def test_one_daily_backup_a_day(app: App, clock: SetClock, tmp_path: Path) -> None:
    assert app.backups.daily() is not None
    assert app.backups.daily() is None
    clock.moment = at(date(2023, 3, 21))
    assert app.backups.daily() is not None
    assert app.backups.create(tmp_path / "usb" / "cchc.db").is_file()
    assert app.backups.check().ok


def test_a_second_opener_may_only_look(app: App, clock: SetClock, task_at: Find) -> None:
    second = open_app(app.folder.root, clock, may_only_read=True)
    try:
        assert second.read_only
        assert "Lê Thị Hoa" in second.locked_by
        assert len(second.tasks.list()) == 53
        with pytest.raises(StorageProblem, match="chỉ đọc"):
            second.tasks.record(task_at("I", "1").id, ResultEntry(note="x"))
        with pytest.raises(StorageProblem, match="chỉ đọc"):
            second.backups.restore(app.folder.database)
        assert second.backups.daily() is None
    finally:
        second.close()
