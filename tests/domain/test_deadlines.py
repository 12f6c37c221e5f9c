"""The contract of read_deadline: the printed catalogue, the real Tiền Giang appendix, and what holds for any text."""

import re
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind, read_deadline
from cchc_desktop.domain.lunar import new_year

YEAR = 2023
WINDOW, DATE, PERIODIC = DeadlineKind.WINDOW, DeadlineKind.DATE, DeadlineKind.PERIODIC
CONTINUOUS, CONDITIONAL = DeadlineKind.CONTINUOUS, DeadlineKind.CONDITIONAL
REFERENCE, UNKNOWN = DeadlineKind.REFERENCE, DeadlineKind.UNKNOWN

# --- the 21 phrases of the real appendix of 45/QĐ-UBND (Tiền Giang, 2023) --------------------------------------------

TIEN_GIANG = [
    ("Tháng 02 năm 2023", WINDOW, "2023-02-01", "2023-02-28", True),
    ("Tháng 01 năm 2023", WINDOW, "2023-01-01", "2023-01-31", True),
    ("Tháng 3 năm 2023", WINDOW, "2023-03-01", "2023-03-31", True),
    ("Quý I năm 2023", WINDOW, "2023-01-01", "2023-03-31", True),
    ("Quý I/2023", WINDOW, "2023-01-01", "2023-03-31", True),
    ("Quý IV năm 2023", WINDOW, "2023-10-01", "2023-12-31", True),
    ("Từ Quý II đến cuối năm 2023", WINDOW, "2023-04-01", "2023-12-31", True),
    ("Từ Quý II năm 2023", WINDOW, "2023-04-01", None, False),
    ("Ngay từ đầu năm 2023", WINDOW, "2023-01-01", None, False),
    ("Thường xuyên", CONTINUOUS, "2023-01-01", None, True),
    ("Thường xuyên/định kỳ", CONTINUOUS, "2023-01-01", None, True),
    ("Theo kế hoạch", REFERENCE, None, None, True),
    ("Kế hoạch", REFERENCE, None, None, False),
    ("Theo quy định", REFERENCE, None, None, True),
    ("Theo Quyết định", REFERENCE, None, None, True),
    ("Theo yêu cầu của Bộ Nội vụ", CONDITIONAL, None, None, True),
    ("Theo yêu cầu, hướng dẫn của Bộ Nội vụ", CONDITIONAL, None, None, True),
    ("Sau khi có hướng dẫn của các bộ ngành", CONDITIONAL, None, None, True),
    ("Sau khi có hướng dẫn của cơ quan có thẩm quyền", CONDITIONAL, None, None, True),
    ("Khi có hướng dẫn của các bộ, ngành Trung ương", CONDITIONAL, None, None, True),
    ("Khi có chủ trương của cơ quan có thẩm quyền; khi có nhu cầu", CONDITIONAL, None, None, True),
]


@pytest.mark.parametrize(("phrase", "kind", "start", "due", "certain"), TIEN_GIANG)
def test_real_appendix(
    phrase: str, kind: DeadlineKind, start: str | None, due: str | None, certain: bool
) -> None:
    reading = read_deadline(phrase, YEAR)
    assert (reading.kind, _iso(reading.start), _iso(reading.due), reading.certain) == (
        kind,
        start,
        due,
        certain,
    )


# --- the catalogue of phrases: kind, start, due or occurrences -------------------------------------------------------

CATALOGUE = """
Tháng 02 năm 2023 => window 2023-02-01..2023-02-28
trong tháng 01 năm 2023 => window 2023-01-01..2023-01-31
Tháng 2/2023 => window 2023-02-01..2023-02-28
T2/2023 => window 2023-02-01..2023-02-28
02/2023 => window 2023-02-01..2023-02-28
tháng 6/2026 => window 2026-06-01..2026-06-30
Tháng 3 => window 2023-03-01..2023-03-31
Tháng Ba => window 2023-03-01..2023-03-31
Quý I => window 2023-01-01..2023-03-31
Q1/2023 => window 2023-01-01..2023-03-31
quý 1 => window 2023-01-01..2023-03-31
Qúy I => window 2023-01-01..2023-03-31
Quý I, II => ? window 2023-01-01..2023-06-30
Quý I-II => window 2023-01-01..2023-06-30
Quý II và Quý III => ? window 2023-04-01..2023-09-30
Quý II, IV => periodic 06-30 12-31
6 tháng đầu năm => window 2023-01-01..2023-06-30
6 tháng cuối năm => window 2023-07-01..2023-12-31
Trong năm 2023 => window 2023-01-01..2023-12-31
Năm 2023 => window 2023-01-01..2023-12-31
Cả năm => window 2023-01-01..2023-12-31
năm 2025 => window 2025-01-01..2025-12-31
Cuối năm 2023 => date ..2023-12-31
Đến hết năm 2021 => ? date ..2021-12-31
Đến năm 2025 => date ..2025-12-31
Đến cuối Quý III => date ..2023-09-30
hết quý II => date ..2023-06-30
Tháng 9 - 10/2023 => window 2023-09-01..2023-10-31
từ tháng 6 đến tháng 9 => window 2023-06-01..2023-09-30
Trước 31/3 => date ..2023-03-30
Trước ngày 15/4/2023 => date ..2023-04-14
trước ngày 05/6 => date ..2023-06-04
Chậm nhất ngày 20/6 => date ..2023-06-20
Hoàn thành trước ngày 20/6 => date ..2023-06-19
Hoàn thành trong ngày 20/6 => date ..2023-06-20
Xong trước 20/6 => date ..2023-06-19
đến ngày 30/6/2023 => date ..2023-06-30
31/12/2026 => date ..2026-12-31
15/3/2023 => date ..2023-03-15
15-3-2023 => date ..2023-03-15
ngày 15 tháng 3 năm 2023 => date ..2023-03-15
ngày 15/3 => date ..2023-03-15
Tháng 6, tháng 12 => periodic 06-30 12-31
Tháng 6 và tháng 12 => periodic 06-30 12-31
Hàng tháng => periodic 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31
Hằng tháng => periodic 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31
Hàng quý => periodic 03-31 06-30 09-30 12-31
Định kỳ hàng quý => periodic 03-31 06-30 09-30 12-31
quý/lần => periodic 03-31 06-30 09-30 12-31
Trước ngày 15 tháng cuối quý => periodic 03-14 06-14 09-14 12-14
ngày 20 của tháng cuối kỳ báo cáo => periodic 03-20 06-20 09-20 12-20
20 của tháng cuối kỳ báo cáo => periodic 03-20 06-20 09-20 12-20
trước ngày 05 tháng cuối cùng của mỗi quý => periodic 03-04 06-04 09-04 12-04
6 tháng/lần => periodic 06-30 12-31
Định kỳ 6 tháng => periodic 06-30 12-31
6 tháng, năm => periodic 06-30 12-31
Định kỳ hàng quý, 6 tháng, hàng năm => periodic 03-31 06-30 09-30 12-31
Định kỳ hàng quý, 6 tháng, hàng năm hoặc đột xuất => periodic 03-31 06-30 09-30 12-31
Hàng quý, 6 tháng, năm => periodic 03-31 06-30 09-30 12-31
Hàng năm => periodic ..2023-12-31 12-31
01 năm một lần => periodic ..2023-12-31 12-31
Định kỳ 01 năm một lần => periodic ..2023-12-31 12-31
năm/lần => periodic ..2023-12-31 12-31
02 lần/năm => ? periodic 06-30 12-31
02 đến 03 cuộc trong năm => ? periodic ..2023-12-31 12-31
từ 02 đến 03 cuộc => ? periodic
hàng tuần => ? periodic
định kỳ theo tháng hoặc quý => ? periodic 03-31 06-30 09-30 12-31
Thường xuyên, liên tục => continuous 2023-01-01..
Thường xuyên trong năm => continuous 2023-01-01..
Trong suốt năm => continuous 2023-01-01..
Thường xuyên, định kỳ => continuous 2023-01-01..
Theo Kế hoạch số 12/KH-UBND ngày 05/01/2023 => reference
Theo tiến độ => reference
Theo lộ trình => reference
Theo quy định của pháp luật => reference
Theo chỉ đạo => conditional
Theo CV => conditional
khi có văn bản mới => conditional
Ngay sau khi Quyết định công bố được ban hành => conditional
Sau 05 ngày làm việc kể từ ngày ban hành => conditional
trong vòng 15 ngày => ? conditional
Đột xuất => conditional
Khi có yêu cầu => conditional
Khi phát sinh => conditional
Năm 2023 và các năm tiếp theo => window 2023-01-01..2023-12-31
2021-2025 => window 2021-01-01..2025-12-31
giai đoạn 2022 - 2025 => window 2022-01-01..2025-12-31
2021 -2025 => window 2021-01-01..2025-12-31
Tuần 1-3 => ? window
Tuần 2 => ? window
6/2025 => window 2025-06-01..2025-06-30
2025 => window 2025-01-01..2025-12-31
Chưa chốt hạn => ? unknown
- => ? unknown
… => ? unknown
Tháng 6 (sơ kết); tháng 12 (tổng kết) => periodic 06-30 12-31
Thường xuyên, báo cáo trước 15/12 => ? date ..2023-12-14
Quý I và thường xuyên => ? window 2023-01-01..2023-03-31
"""
CATALOGUE_ROWS = [line.split(" => ") for line in CATALOGUE.strip().splitlines()]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _outcome(reading: Deadline) -> str:
    span = f"{reading.start or ''}..{reading.due or ''}" if reading.start or reading.due else ""
    days = " ".join(f"{day:%m-%d}" for day in reading.occurrences)
    return " ".join(filter(None, ["" if reading.certain else "?", reading.kind.value, span, days]))


@pytest.mark.parametrize(("phrase", "expected"), CATALOGUE_ROWS)
def test_catalogue(phrase: str, expected: str) -> None:
    assert _outcome(read_deadline(phrase, YEAR)) == expected


def test_empty_cell_is_unknown_and_says_so() -> None:
    reading = read_deadline("  \n ", YEAR)
    assert reading.kind is UNKNOWN
    assert not reading.certain
    assert reading.explanation == "Ô thời hạn để trống, đề nghị tự nhập ngày hạn nếu có."


# --- what stands in the sentence for the officer ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "explanation"),
    [
        ("Tháng 02 năm 2023", "Cả tháng 02/2023, hạn 28/02/2023."),
        ("Quý IV năm 2023", "Cả quý IV/2023, hạn 31/12/2023."),
        ("9 tháng đầu năm", "Cả 9 tháng đầu năm 2023, hạn 30/09/2023."),
        ("6 tháng cuối năm", "Cả 6 tháng cuối năm 2023, hạn 31/12/2023."),
        ("Từ Quý II đến cuối năm 2023", "Từ 01/04/2023 đến 31/12/2023, hạn 31/12/2023."),
        ("Trước 31/3", "Hạn 30/03/2023 vì chữ “trước” không tính ngày 31/03/2023."),
        ("Trước tháng 6", "Hạn 31/05/2023 vì chữ “trước” không tính tháng 06/2023."),
        ("Trước năm 2025", "Hạn 31/12/2024 vì chữ “trước” không tính năm 2025."),
        ("Trước 9 tháng đầu năm 2024", "Hạn 31/12/2023 vì chữ “trước” không tính 9 tháng đầu năm 2024."),
        ("Từ 01/3 đến trước 15/4", "Từ 01/03/2023, hạn 14/04/2023 vì chữ “trước” không tính ngày 15/04/2023."),
        ("hết quý II", "Đến hết quý II/2023, hạn 30/06/2023."),
        ("15h00 ngày 20/6/2023", "Hạn ngày 20/06/2023, bản in ghi giờ 15h00."),
        ("Năm 2023 và các năm tiếp theo", "Cả năm 2023, hạn 31/12/2023, lặp lại ở các năm tiếp theo."),
        ("Tháng 10 hằng năm", "Định kỳ, hạn trong năm là 31/10/2023."),
        (
            "Từ Quý II năm 2023",
            "Bắt đầu từ 01/04/2023, có thể đặt hạn 31/12/2023; cần xem lại vì bản in không nêu ngày kết thúc.",
        ),
        (
            "Tháng 12/2022",
            "Cả tháng 12/2022, hạn 31/12/2022; cần xem lại vì mốc thời gian nằm trước năm kế hoạch 2023.",
        ),
        (
            "Quý I xyz",
            "Cả quý I/2023, hạn 31/03/2023; cần xem lại vì còn phần chưa hiểu “xyz”.",
        ),
        (
            "31/11",
            "Chưa đọc được thời hạn “31/11” vì ngày, tháng hoặc quý này không có trong lịch, có thể là ngày 30/11/2023, đề nghị xem lại bản gốc.",
        ),
        (
            "Khi có hướng dẫn của Bộ Nội vụ",
            "Hạn phụ thuộc sự kiện “Khi có hướng dẫn của Bộ Nội vụ”, bản in không nêu ngày nên đề nghị nhập ngày hạn khi sự kiện xảy ra.",
        ),
        (
            "Theo kế hoạch",
            "Ngày hạn nằm ở văn bản hoặc lịch khác (“Theo kế hoạch”), đề nghị tra và nhập ngày dự kiến.",
        ),
        (
            "Thường xuyên",
            "Thường xuyên từ 01/01/2023, bản in không nêu hạn nên theo dõi ở mỗi kỳ báo cáo.",
        ),
    ],
)  # fmt: skip
def test_explanation(phrase: str, explanation: str) -> None:
    assert read_deadline(phrase, YEAR).explanation == explanation


def test_a_long_event_is_shortened_in_the_sentence() -> None:
    reading = read_deadline("Khi có " + "ý kiến của các đơn vị liên quan " * 8, YEAR)
    assert reading.kind is CONDITIONAL
    assert "…”" in reading.explanation


# --- years ----------------------------------------------------------------------------------------------------------


def test_leap_year_changes_the_end_of_february() -> None:
    assert read_deadline("Tháng 2", 2024).due == date(2024, 2, 29)
    assert read_deadline("29/02", 2024).due == date(2024, 2, 29)
    assert read_deadline("29/02", 2023).kind is UNKNOWN


def test_two_digit_year_is_sure_only_when_it_is_the_plan_year() -> None:
    assert read_deadline("15/3/23", 2023).certain
    other = read_deadline("15/3/24", 2023)
    assert (other.due, other.certain) == (date(2024, 3, 15), False)


def test_a_day_far_after_the_plan_is_a_slip_but_a_far_year_is_not() -> None:
    assert not read_deadline("15/3/2033", 2023).certain
    assert read_deadline("Đến năm 2045", 2023).certain
    assert not read_deadline("Đến năm 2090", 2023).certain


@pytest.mark.parametrize("year", [0, -5, 1899, 2201, 99999])
def test_impossible_plan_year_is_refused_in_words(year: int) -> None:
    reading = read_deadline("Quý I", year)
    assert reading.kind is UNKNOWN
    assert str(year) in reading.explanation


@pytest.mark.parametrize("year", [1900, 2026, 2200])
def test_the_day_before_tet_is_offered_in_every_plan_year(year: int) -> None:
    assert read_deadline("Trước Tết Nguyên đán", year).suggested_due == new_year(year) - timedelta(days=1)


def test_too_long_a_cell_is_not_read() -> None:
    reading = read_deadline("Quý I " * 200, YEAR)
    assert (reading.kind, reading.certain) == (UNKNOWN, False)
    assert "500 ký tự" in reading.explanation


# --- what holds for any text -----------------------------------------------------------------------------------------

FRAGMENTS = [
    "tháng 6", "Tháng 12/2023", "Quý I", "quý II, IV", "quý", "năm", "năm 2023", "2021-2025", "15/3", "20/12/2023", "31/11",
    "ngày 15", "ngày 20 tháng cuối quý", "6 tháng", "6 tháng đầu năm", "hàng tháng", "hằng quý", "hàng năm", "02 lần/năm",
    "thường xuyên", "định kỳ", "đột xuất", "theo kế hoạch", "theo quy định", "khi có yêu cầu", "sau khi có hướng dẫn",
    "trước", "đến", "hết", "từ", "sau", "chậm nhất", "trong", "cuối", "đầu", "giữa", "nửa đầu", "tuần 2", "và", "hoặc", ",",
    ";", "-", "/", "(", ")", ":", ".", "…", "17h00", "0h00", "thứ Sáu", "15 ngày làm việc", "kể từ ngày 01/3/2023", "riêng",
    "tầm nhìn", "45/QĐ-UBND", "ngày 05/01/2023", "sơ kết", "đợt 1", "âm lịch", "khoảng", "năm sau", "năm trước", "trở đi",
    "và các năm tiếp theo", "xyz", "12", "3/6/9/12", "T3", "Q2", "Qúy l", "45291", "\n", "\n- ", "như trên", "chưa chốt hạn",
]  # fmt: skip
PHRASES = st.lists(st.sampled_from(FRAGMENTS), max_size=7).map(" ".join)
ANY_TEXT = st.one_of(PHRASES, st.text(max_size=60), st.text(alphabet="0123456789/-., IVXqtnđế", max_size=25))
PLAN_YEARS = st.integers(1900, 2200)


@settings(max_examples=600)
@given(phrase=ANY_TEXT, year=PLAN_YEARS)
@example(phrase="Trước 01/01/1900", year=1900)
@example(phrase="hàng quý, ngày 31 tháng đầu quý sau", year=2200)
@example(phrase="trước 31/12 năm sau", year=2200)
def test_any_text_gives_a_sound_reading(phrase: str, year: int) -> None:
    reading = read_deadline(phrase, year)
    if reading.start and reading.due:
        assert reading.start <= reading.due
    assert list(reading.occurrences) == sorted(set(reading.occurrences))
    assert all(day.year == year for day in reading.occurrences)
    assert reading.explanation.endswith(".")
    assert "\n" not in reading.explanation
    if reading.kind is not PERIODIC:
        assert reading.occurrences == ()
    if reading.due is not None:
        assert reading.suggested_due is None
        assert reading.kind in {DATE, WINDOW, PERIODIC}
    if reading.kind is DATE:
        assert reading.due is not None
    if reading.kind is UNKNOWN:
        assert not reading.certain


@settings(max_examples=400)
@given(phrase=PHRASES, year=PLAN_YEARS)
def test_a_certain_date_stands_in_the_sentence(phrase: str, year: int) -> None:
    reading = read_deadline(phrase, year)
    if reading.certain and reading.kind in {DATE, WINDOW}:
        assert reading.due is not None
        assert f"{reading.due:%d/%m/}{reading.due.year:04}" in reading.explanation


def _dates(reading: Deadline) -> tuple[object, ...]:
    return (
        reading.kind,
        reading.start,
        reading.due,
        reading.suggested_due,
        reading.occurrences,
        reading.certain,
    )


@settings(max_examples=300)
@given(phrase=PHRASES)
def test_writing_does_not_change_the_reading(phrase: str) -> None:
    plain = read_deadline(phrase, YEAR)
    assert read_deadline(unicodedata.normalize("NFD", phrase), YEAR) == plain
    assert read_deadline(re.sub(" ", "  \t", phrase), YEAR) == plain
    assert _dates(read_deadline(phrase.upper(), YEAR)) == _dates(plain)
    assert _dates(read_deadline(phrase.lower(), YEAR)) == _dates(plain)


@settings(max_examples=300)
@given(phrase=PHRASES)
def test_a_full_stop_at_the_end_changes_nothing(phrase: str) -> None:
    assume(not phrase.rstrip().endswith((".", "…")))
    assert _dates(read_deadline(phrase + ".", YEAR)) == _dates(read_deadline(phrase, YEAR))


@settings(max_examples=300)
@given(phrase=PHRASES)
def test_an_unknown_word_never_stays_certain(phrase: str) -> None:
    assert not read_deadline(f"blabla {phrase}", YEAR).certain
