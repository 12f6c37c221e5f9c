"""What reminders say: the words of each situation, and the lengths systems accept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.calendar_data import load_special_days
from cchc_desktop.domain.message_length import utf16_units
from cchc_desktop.domain.reminder_sentences import long_date, sentences
from cchc_desktop.domain.reminder_subjects import Subject, SubjectKind
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar
from cchc_desktop.paths import resources

CALENDAR = WorkCalendar(load_special_days(resources()))
REPORT = Subject(
    SubjectKind.REPORT,
    "2026-Y",
    "Báo cáo CCHC năm 2026",
    due=date(2026, 12, 16),
    window_start=date(2025, 12, 15),
    cutoff=date(2026, 12, 14),
    recipient="Sở Nội vụ",
    state_text="Dự thảo",
    done=38,
    total=53,
    overdue_tasks=6,
    missing_results=9,
)
SUNDAY = replace(REPORT, due=date(2026, 12, 20), recipient="")
TASK = Subject(
    SubjectKind.TASK,
    "t",
    "Thẩm định, đánh giá, công bố Chỉ số cải cách hành chính năm 2026",
    due=date(2026, 12, 16),
)
REVIEW = Subject(
    SubjectKind.REVIEW,
    "2026-Y",
    "Báo cáo CCHC năm 2026",
    due=date(2026, 12, 14),
    done=38,
    total=53,
    missing_results=9,
)


@pytest.mark.parametrize(
    ("subject", "rule", "day", "title", "text"),
    [
        (
            REPORT,
            "START",
            date(2025, 12, 15),
            "Bắt đầu kỳ số liệu: Báo cáo CCHC năm 2026",
            (
                "Số liệu lấy từ 15/12/2025 đến 14/12/2026. Hạn gửi Sở Nội vụ: Thứ Tư 16/12/2026. "
                "Bấm để xem nhiệm vụ của kỳ này."
            ),
        ),
        (
            replace(REPORT, cutoff=None, recipient=""),
            "START",
            date(2026, 1, 5),
            "Đang trong kỳ số liệu: Báo cáo CCHC năm 2026",
            "Số liệu lấy từ 15/12/2025. Hạn gửi: Thứ Tư 16/12/2026. Bấm để xem nhiệm vụ của kỳ này.",
        ),
        (
            REPORT,
            "T-7",
            date(2026, 12, 7),
            "Còn 7 ngày làm việc: Báo cáo CCHC năm 2026",
            (
                "Hạn gửi Sở Nội vụ: Thứ Tư 16/12/2026. Còn 6 nhiệm vụ quá hạn và 9 nhiệm vụ chưa cập nhật kết quả. "
                "Bấm để mở báo cáo."
            ),
        ),
        (
            replace(REPORT, overdue_tasks=0),
            "T-7",
            date(2026, 12, 8),
            "Còn 6 ngày làm việc: Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ: Thứ Tư 16/12/2026. Còn 9 nhiệm vụ chưa cập nhật kết quả. Bấm để mở báo cáo.",
        ),
        (
            replace(REPORT, overdue_tasks=0, missing_results=0),
            "T-7",
            date(2026, 12, 7),
            "Còn 7 ngày làm việc: Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ: Thứ Tư 16/12/2026. Báo cáo đang ở bước “Dự thảo”. Bấm để mở báo cáo.",
        ),
        (
            REPORT,
            "CUTOFF",
            date(2026, 12, 14),
            "Hôm nay chốt số liệu báo cáo CCHC năm 2026",
            (
                "Ngày chốt số liệu: Thứ Hai 14/12/2026. Đã có kết quả 38/53 nhiệm vụ. "
                "Bấm để xem 15 nhiệm vụ còn thiếu."
            ),
        ),
        (
            replace(REPORT, done=53),
            "CUTOFF",
            date(2026, 12, 15),
            "Đã đến ngày chốt số liệu báo cáo CCHC năm 2026",
            "Ngày chốt số liệu: Thứ Hai 14/12/2026. Đã có kết quả 53/53 nhiệm vụ. Bấm để mở báo cáo.",
        ),
        (
            replace(REPORT, title="CCHC Quý I", due=date(2026, 3, 16), cutoff=date(2026, 3, 14), total=0),
            "CUTOFF",
            date(2026, 3, 13),
            "Chốt số liệu rơi vào ngày nghỉ: CCHC Quý I",
            (
                "Ngày chốt số liệu 14/03/2026 là Thứ Bảy. Phần mềm nhắc theo ngày làm việc liền trước: "
                "Thứ Sáu 13/03/2026. Bấm để xem 9 nhiệm vụ còn thiếu."
            ),
        ),
        (
            REPORT,
            "T-1",
            date(2026, 12, 15),
            "Ngày mai phải gửi Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ: Thứ Tư 16/12/2026. Báo cáo đang ở bước “Dự thảo”. Bấm để mở báo cáo.",
        ),
        (
            replace(REPORT, due=date(2026, 12, 14), state_text=""),
            "T-1",
            date(2026, 12, 11),
            "Thứ Hai 14/12 phải gửi Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ: Thứ Hai 14/12/2026. Bấm để mở báo cáo.",
        ),
        (
            REPORT,
            "T-0",
            date(2026, 12, 16),
            "Hôm nay phải gửi Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ: Thứ Tư 16/12/2026. Báo cáo đang ở bước “Dự thảo”. Bấm để mở báo cáo.",
        ),
        (
            SUNDAY,
            "T-0",
            date(2026, 12, 18),
            "Hạn gửi rơi vào ngày nghỉ: Báo cáo CCHC năm 2026",
            (
                "Hạn 20/12/2026 là Chủ nhật. Phần mềm nhắc theo ngày làm việc liền trước: Thứ Sáu 18/12/2026. "
                "Báo cáo đang ở bước “Dự thảo”. Bấm để mở báo cáo."
            ),
        ),
        (
            SUNDAY,
            "T-0",
            date(2026, 12, 20),
            "Hôm nay phải gửi Báo cáo CCHC năm 2026",
            (
                "Hạn 20/12/2026 là Chủ nhật. Phần mềm nhắc theo ngày làm việc liền trước: Thứ Sáu 18/12/2026. "
                "Báo cáo đang ở bước “Dự thảo”. Bấm để mở báo cáo."
            ),
        ),
        (
            REPORT,
            "O+2",
            date(2026, 12, 18),
            "Đã quá hạn 2 ngày làm việc: Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ là Thứ Tư 16/12/2026. Nếu đã gửi, bấm để ghi số, ngày văn bản và tắt nhắc việc này.",
        ),
        (
            replace(REPORT, due=date(2026, 12, 18)),
            "T-0",
            date(2026, 12, 19),
            "Đã quá hạn: Báo cáo CCHC năm 2026",
            "Hạn gửi Sở Nội vụ là Thứ Sáu 18/12/2026. Nếu đã gửi, bấm để ghi số, ngày văn bản và tắt nhắc việc này.",
        ),
        (
            TASK,
            "T-3",
            date(2026, 12, 11),
            "Còn 3 ngày làm việc: Thẩm định, đánh giá, công bố Chỉ số cải…",
            (
                "Hạn: Thứ Tư 16/12/2026. “Thẩm định, đánh giá, công bố Chỉ số cải cách hành chính năm 2026”. "
                "Bấm để mở nhiệm vụ."
            ),
        ),
        (
            replace(TASK, title="Ban hành Chỉ số CCHC"),
            "T-1",
            date(2026, 12, 15),
            "Ngày mai là hạn: Ban hành Chỉ số CCHC",
            "Hạn: Thứ Tư 16/12/2026. “Ban hành Chỉ số CCHC”. Bấm để mở nhiệm vụ.",
        ),
        (
            replace(TASK, title="Ban hành Chỉ số CCHC", due=date(2027, 9, 2)),
            "T-0",
            date(2027, 9, 1),
            "Hạn rơi vào ngày nghỉ: Ban hành Chỉ số CCHC",
            (
                "Hạn 02/09/2027 là Thứ Năm, ngày nghỉ (Quốc khánh 02/9). Phần mềm nhắc theo ngày làm việc liền trước: "
                "Thứ Tư 01/09/2027. “Ban hành Chỉ số CCHC”. Bấm để mở nhiệm vụ."
            ),
        ),
        (
            replace(TASK, title="Ban hành Chỉ số CCHC"),
            "O+1",
            date(2026, 12, 17),
            "Đã quá hạn 1 ngày làm việc: Ban hành Chỉ số CCHC",
            (
                "Hạn là Thứ Tư 16/12/2026. “Ban hành Chỉ số CCHC”. "
                "Nếu đã làm xong, bấm để ghi kết quả và tắt nhắc việc này."
            ),
        ),
        (
            REVIEW,
            "T-7",
            date(2026, 12, 3),
            "Sắp chốt số liệu báo cáo CCHC năm 2026",
            (
                "Còn 7 ngày làm việc đến ngày chốt số liệu 14/12/2026. Đã có kết quả 38/53 nhiệm vụ. "
                "Bấm để xem 15 nhiệm vụ còn thiếu."
            ),
        ),
        (
            REVIEW,
            "T-7",
            date(2026, 12, 14),
            "Sắp chốt số liệu báo cáo CCHC năm 2026",
            (
                "Hôm nay là ngày chốt số liệu 14/12/2026. Đã có kết quả 38/53 nhiệm vụ. "
                "Bấm để xem 15 nhiệm vụ còn thiếu."
            ),
        ),
        (
            replace(REVIEW, due=date(2026, 3, 14), total=0),
            "T-7",
            date(2026, 3, 13),
            "Sắp chốt số liệu báo cáo CCHC năm 2026",
            (
                "Ngày chốt số liệu 14/03/2026 là Thứ Bảy. Phần mềm nhắc theo ngày làm việc liền trước: "
                "Thứ Sáu 13/03/2026. Bấm để xem 9 nhiệm vụ còn thiếu."
            ),
        ),
        (
            REVIEW,
            "T-7",
            date(2026, 12, 15),
            "Đã đến ngày chốt số liệu báo cáo CCHC năm 2026",
            "Ngày chốt số liệu 14/12/2026 đã qua. Đã có kết quả 38/53 nhiệm vụ. Bấm để xem 15 nhiệm vụ còn thiếu.",
        ),
    ],
)
def test_words_of_each_situation(subject: Subject, rule: str, day: date, title: str, text: str) -> None:
    assert sentences(subject, rule, day, CALENDAR) == (title, text)


def test_a_report_with_nothing_known_but_its_date_still_says_what_to_do() -> None:
    bare = Subject(SubjectKind.REPORT, "k", "Báo cáo chuyên đề", due=date(2026, 12, 16))
    assert (
        sentences(bare, "T-7", date(2026, 12, 7), CALENDAR)[1]
        == "Hạn gửi: Thứ Tư 16/12/2026. Bấm để mở báo cáo."
    )
    overdue = replace(bare, overdue_tasks=2)
    assert "Còn 2 nhiệm vụ quá hạn." in sentences(overdue, "T-7", date(2026, 12, 7), CALENDAR)[1]


@pytest.mark.parametrize("quarter", ["Quý I", "6 tháng đầu năm", "Quý III"])
@pytest.mark.parametrize("late", [1, 12, 250])
def test_the_name_of_no_periodic_report_is_ever_cut(quarter: str, late: int) -> None:
    name = f"Báo cáo CCHC {quarter} 2026".replace("Quý I 2026", "Quý I năm 2026")
    subject = replace(REPORT, title=name)
    title, _ = sentences(subject, f"O+{late}", CALENDAR.after(REPORT.due, late), CALENDAR)
    assert title == f"Đã quá hạn {late} ngày làm việc: {name}"


@given(
    kind=st.sampled_from(SubjectKind),
    name=st.text(max_size=400),
    recipient=st.text(max_size=200),
    due=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    rule=st.sampled_from(["START", "CUTOFF", "T-15", "T-1", "T-0", "O+3"]),
    offset=st.integers(-400, 400),
    holiday=st.text(max_size=200),
    counts=st.integers(0, 100_000),
)
def test_whatever_the_names_the_lengths_keep_and_the_date_stays(
    kind: SubjectKind, name: str, recipient: str, due: date, rule: str, offset: int, holiday: str, counts: int
) -> None:
    calendar = WorkCalendar([SpecialDay(due, DayKind.HOLIDAY, holiday, "", confirmed=True)])
    subject = Subject(
        kind,
        "k",
        name,
        due,
        window_start=due - timedelta(days=90),
        cutoff=due - timedelta(days=2),
        recipient=recipient,
        state_text="Đang tổng hợp",
        done=counts,
        total=2 * counts,
        overdue_tasks=counts,
        missing_results=counts,
    )
    title, text = sentences(subject, rule, due + timedelta(days=offset), calendar)
    assert 0 < utf16_units(title) <= 63
    assert 0 < utf16_units(text) <= 255
    shown = due - timedelta(days=2) if kind is SubjectKind.REPORT and rule == "CUTOFF" else due
    assert f"{shown:%d/%m/%Y}" in text
    assert not title.startswith((" ", "…"))


def test_long_dates_name_the_weekday() -> None:
    assert long_date(date(2026, 9, 2)) == "Thứ Tư 02/09/2026"
