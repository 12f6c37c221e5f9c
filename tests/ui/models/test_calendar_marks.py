"""What stands on a day of the calendar."""

from datetime import date

import pytest

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar
from ui.models.calendar_marks import (
    DayOff,
    Mark,
    MarkKind,
    cell_lines,
    day_off,
    marks_of,
    sentence,
    short_name,
    unconfirmed_banner,
)

PERIOD = ReportPeriod(
    key="2026-Q1",
    code="Q1",
    year=2026,
    name="Báo cáo CCHC Quý I năm 2026",
    window_start=date(2025, 12, 15),
    cutoff=date(2026, 3, 14),
    own_due=date(2026, 3, 14),
    ministry_due=date(2026, 3, 20),
    basis="",
)


def make_task(**changed: object) -> Task:
    values: dict[str, object] = {
        "id": 7,
        "uid": "u",
        "plan_id": 1,
        "plan_year": 2026,
        "position": 0,
        "section": "I",
        "section_title": "CHỈ ĐẠO",
        "number": "4",
        "content": "Ban hành Chỉ số CCHC",
        "lead": "",
        "coordinating": "",
        "issuing_level": "",
        "product": "",
        "budget": "",
        "note": "",
        "deadline": "",
        "lead_parties": (),
        "coordinating_parties": (),
        "reading": Deadline(DeadlineKind.DATE, due=date(2026, 3, 14), certain=True),
        "reading_by_user": False,
        "own_due": None,
        "progress": Progress.NOT_STARTED,
        "completed_on": None,
        "document": "",
        "document_date": None,
        "result_note": "",
        "results": (),
        "gone": False,
        "version": 1,
    }
    return Task(**(values | changed))  # type: ignore[arg-type]  # a table of defaults


def test_a_report_has_four_days_and_the_own_due_date_comes_first() -> None:
    marks = marks_of([Report(PERIOD, ReportState.DRAFT, None, "", 1)], [make_task()])
    assert [mark.kind for mark in marks[date(2026, 3, 14)]] == [
        MarkKind.OWN_DUE,
        MarkKind.CUTOFF,
        MarkKind.TASK_DUE,
    ]
    assert set(marks) == {date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 20)}
    assert marks[date(2026, 3, 20)][0].text == "Hạn Bộ Quý I"


def test_what_is_done_comes_last() -> None:
    sent = Report(PERIOD, ReportState.SENT, date(2026, 3, 13), "1/BC", 2)
    marks = marks_of([sent], [make_task()])[date(2026, 3, 14)]
    assert marks[0].task_id == 7
    assert [mark.done for mark in marks] == [False, True, True]


def test_a_periodic_task_stands_on_each_of_its_days_and_on_its_own_due_date() -> None:
    days = (date(2026, 3, 14), date(2026, 6, 14))
    reading = Deadline(DeadlineKind.PERIODIC, due=days[0], occurrences=days, certain=True)
    marks = marks_of([], [make_task(reading=reading, own_due=date(2026, 3, 10))])
    assert set(marks) == {*days, date(2026, 3, 10)}
    assert marks[date(2026, 3, 10)][0].kind is MarkKind.TASK_OWN_DUE
    assert marks[date(2026, 3, 10)][0].detail == "I.4 Ban hành Chỉ số CCHC – hạn nội bộ"


@pytest.mark.parametrize("progress", [Progress.COMPLETED, Progress.PAUSED, Progress.CANCELLED])
def test_a_closed_task_is_marked_as_done(progress: Progress) -> None:
    [mark] = marks_of([], [make_task(progress=progress)])[date(2026, 3, 14)]
    assert mark.done


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Báo cáo CCHC Quý III năm 2026", "Quý III"),
        ("Báo cáo CCHC 6 tháng đầu năm 2026", "6 tháng"),
        ("Báo cáo CCHC năm 2026", "BC năm"),
        ("Báo cáo chuyên đề", "chuyên đề"),
    ],
)
def test_report_names_fit_into_a_cell(name: str, short: str) -> None:
    from dataclasses import replace

    assert short_name(replace(PERIOD, name=name)) == short


def task_mark(number: int, *, done: bool = False) -> Mark:
    return Mark(MarkKind.TASK_DUE, f"I.{number} Việc", "", task_id=number, done=done)


REPORT_MARK = Mark(MarkKind.CUTOFF, "Chốt Quý I", "", report_key="2026-Q1")


@pytest.mark.parametrize(
    ("marks", "limit", "lines"),
    [
        ((REPORT_MARK, task_mark(1)), 3, ("▌ Chốt Quý I", "● I.1 Việc")),
        ((task_mark(1, done=True),), 3, ("✓ I.1 Việc",)),
        ((task_mark(1), task_mark(2), task_mark(3, done=True)), 3, ("● 2 nhiệm vụ đến hạn",)),
        ((task_mark(1, done=True), task_mark(2, done=True)), 3, ("✓ 2 nhiệm vụ đã xong",)),
        ((REPORT_MARK, REPORT_MARK, task_mark(1)), 2, ("▌ Chốt Quý I", "+ 2 mục")),
        ((REPORT_MARK, REPORT_MARK), 1, ("+ 2 mục",)),
        ((REPORT_MARK,), 0, ()),
        ((), 3, ()),
    ],
)
def test_a_cell_shows_as_much_as_there_is_room_for(
    marks: tuple[Mark, ...], limit: int, lines: tuple[str, ...]
) -> None:
    assert cell_lines(marks, limit) == lines


TET = SpecialDay(date(2027, 2, 8), DayKind.HOLIDAY, "Tết Nguyên đán", "tính theo âm lịch", confirmed=False)
WORKED = SpecialDay(date(2026, 1, 10), DayKind.SWAPPED_WORKING, "Làm bù", "12729/VPCP-KGVX", confirmed=True)


def test_days_off_say_their_name_and_whether_they_are_announced() -> None:
    calendar = WorkCalendar([TET, WORKED])
    assert day_off(TET.day, calendar) == DayOff(off=True, name="Tết Nguyên đán", confirmed=False)
    assert day_off(TET.day, calendar).label == "Tết Nguyên đán (dự kiến)"
    assert day_off(WORKED.day, calendar) == DayOff(off=False, name="Làm bù", confirmed=True)
    assert day_off(date(2026, 1, 11), calendar) == DayOff(off=True, name="")


def test_a_day_reads_as_a_sentence() -> None:
    off = DayOff(off=True, name="")
    said = sentence(date(2026, 3, 14), off, (Mark(MarkKind.CUTOFF, "", "Chốt số liệu: Quý I", done=True),))
    assert said == "Thứ Bảy, 14/03/2026 (âm lịch 26/1). ngày nghỉ. Chốt số liệu: Quý I (đã xong)."


def test_the_banner_names_the_unannounced_days() -> None:
    assert unconfirmed_banner([TET, WORKED]).startswith(
        "Lịch nghỉ năm 2027 còn 1 ngày là dự kiến (từ 08/02/2027)."
    )
    assert unconfirmed_banner([WORKED]) == ""
