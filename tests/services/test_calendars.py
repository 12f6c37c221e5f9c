"""The office's own days: added, swapped, taken back, announced, exchanged as a file, and undone."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock
from cchc_desktop.domain.workdays import DayKind, SpecialDay
from cchc_desktop.errors import FileProblem, InvalidInput
from cchc_desktop.services.changes import Kind

NOTICE = "Thông báo 1234/TB-BNV"
FOUNDING = date(2023, 8, 15)
"""An ordinary Tuesday."""


def day(
    on: date, kind: DayKind = DayKind.HOLIDAY, name: str = "Ngày thành lập", *, sure: bool = True
) -> SpecialDay:
    return SpecialDay(on, kind, name, NOTICE, confirmed=sure)


def test_an_own_day_off_counts_at_once_and_can_be_undone(app: App) -> None:
    before = app.calendar.work_calendar().between(date(2023, 8, 14), date(2023, 8, 18))
    changes = app.calendar.save_days([day(FOUNDING)])
    assert {Kind.CALENDAR, Kind.REMINDERS, Kind.TASKS} <= changes.kinds
    assert not app.calendar.work_calendar().is_working(FOUNDING)
    assert app.calendar.work_calendar().between(date(2023, 8, 14), date(2023, 8, 18)) == before - 1
    assert app.calendar.own_days() == {FOUNDING}
    app.history.undo(changes.batch)
    assert app.calendar.work_calendar().is_working(FOUNDING)
    assert app.calendar.own_days() == frozenset()


def test_own_days_survive_closing_and_new_bundled_files(app: App, clock: SetClock) -> None:
    app.calendar.save_days([day(FOUNDING)])
    app.close()
    again = open_app(app.folder.root, clock, actor="Lê Thị Hoa")
    assert not again.calendar.work_calendar().is_working(FOUNDING)
    again.close()


def test_a_bundled_day_can_be_taken_back_and_restored(app: App) -> None:
    national = date(2023, 9, 4)  # compensates 02/9/2023, a Saturday
    assert not app.calendar.work_calendar().is_working(national)
    app.calendar.take_back(national)
    assert app.calendar.work_calendar().is_working(national)
    assert national not in {each.day for each in app.calendar.special_days(2023)}
    app.calendar.as_bundled([national])
    assert not app.calendar.work_calendar().is_working(national)


def test_an_own_day_taken_back_leaves_nothing(app: App) -> None:
    app.calendar.save_days([day(FOUNDING)])
    app.calendar.take_back(FOUNDING)
    assert app.calendar.own_days() == frozenset()


def test_a_swap_makes_one_day_off_and_one_worked(app: App) -> None:
    off, worked = date(2023, 8, 14), date(2023, 8, 19)
    app.calendar.swap(off, worked, NOTICE)
    calendar = app.calendar.work_calendar()
    assert not calendar.is_working(off)
    assert calendar.is_working(worked)
    assert calendar.reason_off(off) == "Nghỉ, làm bù ngày 19/08/2023"


@pytest.mark.parametrize(
    ("off", "worked", "reason"),
    [
        (date(2023, 8, 13), date(2023, 8, 19), "vốn đã là ngày nghỉ"),
        (date(2023, 8, 14), date(2023, 8, 15), "vốn đã là ngày làm việc"),
    ],
)
def test_a_swap_that_changes_nothing_is_refused(app: App, off: date, worked: date, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        app.calendar.swap(off, worked, NOTICE)
    assert app.calendar.own_days() == frozenset()


def test_a_year_is_confirmed_with_its_notice(app: App) -> None:
    year = next(
        year
        for year in range(2026, 2036)
        if any(not each.confirmed for each in app.calendar.special_days(year))
    )
    with pytest.raises(InvalidInput, match="văn bản thông báo"):
        app.calendar.confirm_year(year, "  ")
    app.calendar.confirm_year(year, NOTICE)
    assert all(each.confirmed for each in app.calendar.special_days(year))
    assert NOTICE in {each.source for each in app.calendar.special_days(year)}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (day(FOUNDING, name="  "), "Chưa có tên"),
        (day(FOUNDING, name="x" * 301), "dài quá"),
        (day(date(1999, 1, 1)), "ngoài khoảng"),
    ],
)
def test_days_that_cannot_be_taken_say_why(app: App, wrong: SpecialDay, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        app.calendar.save_days([day(FOUNDING), wrong])
    assert app.calendar.own_days() == frozenset()


def test_a_file_goes_to_another_office_and_back(app: App, empty: App, tmp_path: Path) -> None:
    app.calendar.save_days(
        [day(FOUNDING), day(FOUNDING + timedelta(days=1), DayKind.COMPENSATORY, sure=False)]
    )
    path = tmp_path / "lịch nghỉ 2023.csv"
    assert app.calendar.export_days(path, 2023) == len(app.calendar.special_days(2023))
    new = empty.calendar.read_days(path)
    assert [each.day for each in new] == [FOUNDING, FOUNDING + timedelta(days=1)]
    assert empty.calendar.own_days() == frozenset(), "reading stores nothing"
    empty.calendar.save_days(new, "Nhập lịch nghỉ")
    assert empty.calendar.special_days(2023) == app.calendar.special_days(2023)
    assert empty.calendar.read_days(path) == ()


HEAD = "Ngày;Loại;Tên;Nguồn;Tình trạng\r\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "trống"),
        ("a;b\r\n", "không có dòng tiêu đề"),
        (HEAD + "31/02/2026;Nghỉ bù;Tên;;\r\n", "dòng 2: “31/02/2026” không phải là ngày"),
        (HEAD + "\r\n02/01/2026;Nghỉ chơi;Tên;;\r\n", "dòng 3: loại “Nghỉ chơi” không có"),
        (HEAD + "02/01/2026;nghi bu;;;\r\n", "chưa có tên"),
        (HEAD + "02/01/2026;Nghỉ bù;Tên;;chắc vậy\r\n", "tình trạng “chắc vậy”"),
        (HEAD + "02/01/2026;Nghỉ bù;A;;\r\n2/1/2026;Nghỉ bù;B;;\r\n", "dòng 3: ngày 02/01/2026 đã có"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole(app: App, tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "lịch.csv"
    path.write_bytes(text.encode("utf-8"))
    with pytest.raises(FileProblem, match=reason):
        app.calendar.read_days(path)


def test_a_file_that_is_not_there_says_so(app: App, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="Không đọc được"):
        app.calendar.read_days(tmp_path / "không có.csv")


def test_commas_and_words_without_accents_are_understood(app: App, tmp_path: Path) -> None:
    path = tmp_path / "lịch.csv"
    path.write_text("ngay,loai,ten,nguon,tinh trang\n15/8/2023,nghi bu,Tên,,chinh thuc\n", "utf-8")
    assert app.calendar.read_days(path) == (
        SpecialDay(FOUNDING, DayKind.COMPENSATORY, "Tên", "", confirmed=True),
    )
