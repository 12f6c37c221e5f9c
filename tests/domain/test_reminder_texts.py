"""Digests: one message for several reminders."""

from datetime import date

import pytest

from cchc_desktop.domain.message_length import utf16_units
from cchc_desktop.domain.reminder_texts import absence_digest, several_digest, week_digest
from cchc_desktop.domain.reminders import Reminder, Subject, SubjectKind

MONDAY = date(2026, 11, 23)
INDEX = "Thẩm định, đánh giá, công bố Chỉ số CCHC năm 2026"


def task(key: str, title: str, due: date, kind: SubjectKind = SubjectKind.TASK) -> Subject:
    return Subject(kind, key, title, due)


def reminder(subject: Subject) -> Reminder:
    return Reminder(
        f"task:{subject.key}:T-0:{subject.due}", subject, "T-0", subject.due, "tiêu đề", "nội dung"
    )


ONE = reminder(task("a", INDEX, date(2026, 11, 20)))
TWO = reminder(task("b", "Báo cáo công tác CCHC", date(2026, 11, 24)))


@pytest.mark.parametrize(
    ("since", "days"),
    [
        (date(2026, 11, 16), "từ 16/11 đến 20/11/2026"),
        (date(2026, 11, 20), "trong ngày 20/11/2026"),
        (date(2025, 12, 30), "từ 30/12/2025 đến 20/11/2026"),
    ],
)
def test_what_came_up_while_the_computer_was_off(since: date, days: str) -> None:
    title, text = absence_digest([ONE, TWO], since, date(2026, 11, 20))
    assert title == "Nhắc việc trong thời gian máy tắt"
    assert text == f"Có 2 nhắc việc phát sinh {days}. Bấm để xem tất cả."


def test_several_reminders_of_one_pass() -> None:
    assert several_digest([ONE, TWO], MONDAY) == (
        "2 nhắc việc ngày 23/11/2026, trong đó 1 quá hạn",
        f"“{INDEX}” và 1 việc khác. Bấm để xem danh sách.",
    )
    assert several_digest([TWO, TWO, TWO], MONDAY)[0] == "3 nhắc việc ngày 23/11/2026"


def test_one_reminder_speaks_for_itself() -> None:
    assert several_digest([ONE], MONDAY) == ("tiêu đề", "nội dung")


def test_no_reminder_no_digest() -> None:
    with pytest.raises(ValueError, match="nothing"):
        several_digest([], MONDAY)


def test_the_week_names_its_first_task_and_counts_the_others() -> None:
    subjects = [
        task("c", "Kiểm tra CCHC", date(2026, 11, 29)),
        task("a", INDEX, MONDAY),
        task("b", "Báo cáo tự chấm điểm", date(2026, 11, 25)),
        task("next", "Tuần sau", date(2026, 11, 30)),
        task("past", "Tuần trước", date(2026, 11, 22)),
        task("report", "Báo cáo", date(2026, 11, 25), SubjectKind.REPORT),
    ]
    assert week_digest(subjects, MONDAY) == (
        "3 nhiệm vụ đến hạn trong tuần này",
        f"“{INDEX}” và 2 nhiệm vụ khác. Bấm để xem danh sách.",
    )
    assert week_digest(subjects, date(2026, 11, 28)) == (
        "1 nhiệm vụ đến hạn trong tuần này",
        "“Kiểm tra CCHC”. Bấm để xem danh sách.",
    )


def test_a_quiet_week_says_nothing() -> None:
    assert week_digest([task("next", "Tuần sau", date(2026, 11, 30))], MONDAY) is None


def test_a_long_name_gives_way_to_the_count() -> None:
    long = reminder(task("a", "Rà soát, đơn giản hóa thủ tục hành chính " * 20, MONDAY))
    _, text = several_digest([long, TWO], MONDAY)
    assert utf16_units(text) <= 255
    assert text.endswith("…” và 1 việc khác. Bấm để xem danh sách.")
