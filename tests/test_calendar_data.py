"""The bundled calendar files against the law they follow, and what a malformed file is told."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_desktop.calendar_data import load_report_kinds, load_special_days
from cchc_desktop.domain.periods import (
    DayOffRule,
    OfficeRole,
    ReportFamily,
    Rhythm,
    YearDay,
    leaves_a_working_day,
    periods_of,
)
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar
from cchc_desktop.paths import resources

DAYS = load_special_days(resources())
KINDS = load_report_kinds(resources())
YEARS = range(2021, 2036)
CULTURE = "Ngày Văn hóa Việt Nam"

TET_AND_KINGS = {  # first of the first lunar month, tenth of the third: astronomical calendar at UTC+7
    2021: (date(2021, 2, 12), date(2021, 4, 21)),
    2022: (date(2022, 2, 1), date(2022, 4, 10)),
    2023: (date(2023, 1, 22), date(2023, 4, 29)),
    2024: (date(2024, 2, 10), date(2024, 4, 18)),
    2025: (date(2025, 1, 29), date(2025, 4, 7)),
    2026: (date(2026, 2, 17), date(2026, 4, 26)),
    2027: (date(2027, 2, 6), date(2027, 4, 16)),
    2028: (date(2028, 1, 26), date(2028, 4, 4)),
    2029: (date(2029, 2, 13), date(2029, 4, 23)),
    2030: (date(2030, 2, 2), date(2030, 4, 12)),
    2031: (date(2031, 1, 23), date(2031, 4, 1)),
    2032: (date(2032, 2, 11), date(2032, 4, 19)),
    2033: (date(2033, 1, 31), date(2033, 4, 9)),
    2034: (date(2034, 2, 19), date(2034, 4, 28)),
    2035: (date(2035, 2, 8), date(2035, 4, 17)),
}


def of_year(year: int, *kinds: DayKind) -> list[SpecialDay]:
    return [
        each for each in DAYS if each.day.year == year and each.kind in kinds and CULTURE not in each.name
    ]


def days_named(year: int, name: str) -> list[date]:
    return [each.day for each in of_year(year, DayKind.HOLIDAY) if each.name.startswith(name)]


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_the_eleven_days_of_article_112(year: int) -> None:
    assert len(of_year(year, DayKind.HOLIDAY)) == 11
    assert days_named(year, "Tết Dương lịch") == [date(year, 1, 1)]
    assert days_named(year, "Ngày Chiến thắng") == [date(year, 4, 30)]
    assert days_named(year, "Quốc tế Lao động") == [date(year, 5, 1)]
    first, second = days_named(year, "Quốc khánh")
    assert second - first == timedelta(days=1)
    assert date(year, 9, 2) in (first, second)


@pytest.mark.parametrize("year", YEARS)
def test_lunar_feasts_lie_on_their_days(year: int) -> None:
    first_of_year, kings = TET_AND_KINGS[year]
    tet = days_named(year, "Tết Nguyên đán")
    assert tet == [tet[0] + timedelta(days=offset) for offset in range(5)]
    assert first_of_year in tet[1:3]
    assert days_named(year, "Giỗ Tổ") == [kings]


@pytest.mark.parametrize("year", YEARS)
def test_every_holiday_on_a_weekend_is_compensated_on_a_weekday_after_it(year: int) -> None:
    lost = [each.day for each in of_year(year, DayKind.HOLIDAY) if each.day.weekday() >= 5]
    given_back = [each.day for each in of_year(year, DayKind.COMPENSATORY)]
    assert len(given_back) == len(lost)
    assert all(day.weekday() < 5 for day in given_back)
    calendar = WorkCalendar(DAYS)
    for holiday, compensation in zip(lost, given_back, strict=True):
        between = [holiday + timedelta(days=offset) for offset in range(1, (compensation - holiday).days)]
        assert compensation > holiday
        assert not any(calendar.is_working(day) for day in between)


def test_swapped_days_come_in_pairs_of_a_weekday_off_and_a_saturday_worked() -> None:
    off = [each for each in DAYS if each.kind is DayKind.SWAPPED_OFF]
    worked = [each for each in DAYS if each.kind is DayKind.SWAPPED_WORKING]
    assert len(off) == len(worked) == 4
    assert all(each.day.weekday() < 5 for each in off)
    assert all(each.day.weekday() == 5 for each in worked)
    assert all(f"{one.day:%d/%m/%Y}" in any_name(off, one.day) for one in worked)


def any_name(off: list[SpecialDay], worked: date) -> str:
    return next((each.name for each in off if f"{worked:%d/%m/%Y}" in each.name), "")


def test_years_without_a_notice_are_marked_and_still_count_as_days_off() -> None:
    calendar = WorkCalendar(DAYS)
    ordered = [each for each in DAYS if CULTURE not in each.name]
    assert all(each.confirmed == (each.day.year <= 2026) for each in ordered)
    assert not calendar.is_working(date(2027, 2, 10))
    assert calendar.is_working(date(2027, 2, 11))


def test_the_new_day_of_culture_is_listed_from_2026_and_a_day_off_only_once_it_is_confirmed() -> None:
    culture = [each for each in DAYS if CULTURE in each.name]
    assert {each.day for each in culture} >= {date(year, 11, 24) for year in range(2026, 2036)}
    assert all((each.kind is DayKind.PROPOSED) != each.confirmed for each in culture)
    assert Counter(each.day.year for each in culture)[2029] == 2  # a Saturday: with its compensation


def test_every_day_names_its_source_and_stands_in_order() -> None:
    assert all(each.source and each.name for each in DAYS)
    assert [each.day for each in DAYS] == sorted({each.day for each in DAYS})


def test_the_four_reports_and_their_dates() -> None:
    assert [kind.code for kind in KINDS if kind.is_on] == ["Q1", "H1", "Q3", "Y"]
    first = KINDS[0]
    assert (first.window_start, first.cutoff, first.ministry_due) == (
        YearDay(12, 15, -1),
        YearDay(3, 14),
        YearDay(3, 20),
    )
    assert KINDS[2].window_start == YearDay(6, 15)
    assert all("581/BNV-CCHC" in kind.basis for kind in KINDS if kind.is_on)


def test_monthly_and_nine_month_reports_and_the_plan_wait_to_be_switched_on() -> None:
    month, nine_months, plan = (kind for kind in KINDS if not kind.is_on)
    assert (month.rhythm, month.cutoff, month.ministry_due) == (Rhythm.MONTHLY, YearDay(1, 14), None)
    assert (nine_months.window_start, nine_months.cutoff) == (YearDay(12, 15, -1), YearDay(9, 14))
    assert (plan.family, plan.province_due) == (ReportFamily.PLAN, YearDay(12, 31, -1))
    assert dict(plan.own_due)[OfficeRole.DEPARTMENT] == YearDay(1, 31)
    assert dict(plan.own_due)[OfficeRole.COMMUNE] == YearDay(2, 28)
    assert all({role for role, _ in kind.own_due} == set(OfficeRole) for kind in KINDS)


@pytest.mark.parametrize("role", list(OfficeRole))
@pytest.mark.parametrize("year", YEARS)
def test_bundled_due_dates_keep_the_order_of_the_chain(role: OfficeRole, year: int) -> None:
    for period in periods_of(year, KINDS, role):
        assert period.window_start < period.cutoff < period.own_due < period.ministry_due


@pytest.mark.parametrize("role", list(OfficeRole))
def test_bundled_due_dates_leave_the_working_day_of_article_8_except_after_a_friday_cutoff(
    role: OfficeRole,
) -> None:
    calendar = WorkCalendar(DAYS)
    for period in (each for year in YEARS for each in periods_of(year, KINDS, role)):
        squeezed = role is not OfficeRole.STANDING_BODY and period.cutoff.weekday() == 4
        assert leaves_a_working_day(period, calendar) is not squeezed, period.key


HOLIDAY_HEAD = "date,kind,name,source,confirmed\n"
REPORT_HEAD = "code,name,window_start,cutoff,due_commune,due_department,due_standing_body,due_ministry,basis,from_year,to_year\n"
GOOD_REPORT = "M,Báo cáo tháng,15/12/Y-1,14/01/Y,16/01/Y,16/01/Y,17/01/Y,20/01/Y,căn cứ,,\n"


def put_holidays(folder: Path, rows: str, head: str = HOLIDAY_HEAD) -> Path:
    (folder / "holidays.csv").write_text(head + rows, encoding="utf-8")
    return folder


def put_reports(folder: Path, rows: str, head: str = REPORT_HEAD) -> Path:
    (folder / "report-calendar.csv").write_text(head + rows, encoding="utf-8")
    return folder


def test_rows_are_sorted_and_blank_lines_and_a_byte_order_mark_are_no_matter(tmp_path: Path) -> None:
    rows = "2027-05-01,holiday,B,luật,no\n\n2027-04-30,holiday,A,luật,no\n"
    found = load_special_days(put_holidays(tmp_path, rows, head="\ufeff" + HOLIDAY_HEAD))
    assert [each.name for each in found] == ["A", "B"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2026-02-30,holiday,A,luật,yes", "day is out of range"),
        ("hôm nay,holiday,A,luật,yes", "hôm nay"),
        ("2026-02-03,nghỉ,A,luật,yes", "nghỉ"),
        ("2026-02-03,holiday, ,luật,yes", "cột name bị trống"),
        ("2026-02-03,holiday,A,,yes", "cột source bị trống"),
        ("2026-02-03,holiday,A,luật,có", "cột confirmed phải là yes hoặc no, không phải “có”"),
        ("2026-02-03,holiday,A,luật", "có 4 cột thay vì 5"),
        ("2026-02-03,holiday,A,luật,yes,thừa", "có 6 cột thay vì 5"),
        ("2026-01-01,holiday,A,luật,yes", "ngày 2026-01-01 bị lặp"),
        ('2026-02-03,holiday,"A"b,luật,yes', "expected after"),
    ],
)
def test_a_malformed_holiday_is_refused_with_file_and_line(tmp_path: Path, row: str, told: str) -> None:
    folder = put_holidays(tmp_path, f"2026-01-01,holiday,Tết Dương lịch,luật,yes\n{row}\n")
    with pytest.raises(ValueError, match=r"holidays\.csv, dòng 3: ") as refused:
        load_special_days(folder)
    assert told in str(refused.value)


@pytest.mark.parametrize("head", ["", "date,kind\n"])
def test_a_wrong_heading_is_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(ValueError, match=r"holidays\.csv, dòng 1: dòng tiêu đề phải là date,kind,name"):
        load_special_days(put_holidays(tmp_path, "", head=head))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (GOOD_REPORT.replace("14/01/Y,", "14/13/Y,"), "month must be in 1..12"),
        (GOOD_REPORT.replace("14/01/Y,", "31/04/Y,"), "day is out of range"),
        (GOOD_REPORT.replace("14/01/Y,", "14/01/2026,"), "cột cutoff phải có dạng 15/12/Y-1"),
        (GOOD_REPORT.replace("căn cứ", ""), "cột basis bị trống"),
        (GOOD_REPORT.replace(",,\n", ",sau này,\n"), "sau này"),
        (GOOD_REPORT.replace("M,", ",", 1), "cột code bị trống"),
    ],
)
def test_a_malformed_report_kind_is_refused_with_file_and_line(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"report-calendar\.csv, dòng 2: ") as refused:
        load_report_kinds(put_reports(tmp_path, row))
    assert told in str(refused.value)


EXTRA_HEAD = REPORT_HEAD.replace(",from_year", ",due_province,family,rhythm,months,day_off_rule,on,from_year")
EXTRA_REPORT = (
    "M,Báo cáo tháng,15/12/Y-1,14/01/Y,16/01/Y,16/01/Y,17/01/Y,,căn cứ,20/01/Y,,monthly,1 2 4,"
    "next_working_day,no,2026,\n"
)


def test_extra_columns_say_what_is_not_usual(tmp_path: Path) -> None:
    (kind,) = load_report_kinds(put_reports(tmp_path, EXTRA_REPORT, EXTRA_HEAD))
    assert (kind.ministry_due, kind.province_due) == (None, YearDay(1, 20))
    assert (kind.family, kind.rhythm, kind.months) == (ReportFamily.PERIODIC, Rhythm.MONTHLY, (1, 2, 4))
    assert (kind.day_off_rule, kind.is_on, kind.from_year) == (DayOffRule.NEXT_WORKING_DAY, False, 2026)
    (usual,) = load_report_kinds(put_reports(tmp_path, GOOD_REPORT))
    assert (usual.rhythm, usual.day_off_rule, usual.is_on) == (Rhythm.YEARLY, DayOffRule.KEEP, True)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("20/01/Y", "", "cột due_ministry và due_province đều bị trống"),
        ("1 2 4", "1 13", "cột months phải gồm các tháng từ 1 đến 12, không phải “1 13”"),
        ("1 2 4", "1 1", "cột months phải gồm"),
        ("1 2 4", "giêng", "giêng"),
        ("monthly", "weekly", "weekly"),
        (",no,", ",không,", "cột on phải là yes hoặc no"),
    ],
)
def test_a_malformed_extra_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"report-calendar\.csv, dòng 2: ") as refused:
        load_report_kinds(put_reports(tmp_path, EXTRA_REPORT.replace(old, new), EXTRA_HEAD))
    assert told in str(refused.value)


def test_a_column_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="dòng 1: dòng tiêu đề"):
        load_report_kinds(put_reports(tmp_path, "", EXTRA_HEAD.replace(",months", ",family")))


@pytest.mark.parametrize(
    "years", [(",2025", "2025,"), (",", ","), ("2020,2030", "2025,2026"), ("2026,", ",2026")]
)
def test_a_code_twice_in_one_year_is_refused(tmp_path: Path, years: tuple[str, str]) -> None:
    rows = "".join(GOOD_REPORT.replace(",,\n", f",{each}\n") for each in years)
    with pytest.raises(ValueError, match="dòng 3: mã M bị lặp trong cùng một năm"):
        load_report_kinds(put_reports(tmp_path, rows))


@pytest.mark.parametrize("years", [(",2025", "2026,"), ("2026,", ",2025")])
def test_a_code_may_change_its_dates_from_a_year_on(tmp_path: Path, years: tuple[str, str]) -> None:
    rows = "".join(GOOD_REPORT.replace(",,\n", f",{each}\n") for each in years)
    kinds = load_report_kinds(put_reports(tmp_path, rows + GOOD_REPORT.replace("M,", "N,", 1)))
    assert [len(periods_of(year, kinds, OfficeRole.COMMUNE)) for year in (2024, 2026)] == [2, 2]
