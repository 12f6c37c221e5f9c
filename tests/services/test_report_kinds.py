"""Kinds of report in use: switched, entered, replaced by a new circular, and undone."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import (
    DayOffRule,
    OfficeRole,
    ReportFamily,
    ReportKind,
    Rhythm,
    YearDay,
)
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.errors import InvalidInput, NotFound


def kind_of(app: App, code: str, year: int = 2023) -> ReportKind:
    return next(kind for kind in app.report_kinds.in_force(year) if kind.code == code)


def keys(app: App, year: int = 2023) -> list[str]:
    return [report.period.key for report in app.reports.of_year(year)]


def own_kind(**values: object) -> ReportKind:
    due = YearDay(6, 10)
    kind = ReportKind(
        "KSTT",
        "Báo cáo kiểm soát thủ tục hành chính",
        YearDay(12, 15, -1),
        YearDay(6, 5),
        tuple((role, due) for role in OfficeRole),
        None,
        "Thông tư 02/2023/TT-BTTTT",
    )
    return replace(kind, **values)  # type: ignore[arg-type]  # values of any field


def test_switching_on_and_off_and_undoing(empty: App) -> None:
    changes = empty.report_kinds.switch("9t", on=True)
    assert "2023-9T" in keys(empty)
    empty.history.undo(changes.batch)
    assert keys(empty) == ["2023-Q1", "2023-H1", "2023-Q3", "2023-Y"]
    empty.report_kinds.switch("M", on=True)
    assert len(keys(empty)) == 16
    assert len(set(keys(empty))) == 16
    assert empty.report_kinds.switch("M", on=True).batch == ""
    with pytest.raises(NotFound, match="Không có loại báo cáo “xyz”"):
        empty.report_kinds.switch("xyz", on=True)


def test_what_was_switched_stays_when_the_program_is_opened_again(empty: App, clock: SetClock) -> None:
    empty.report_kinds.switch("M", on=True)
    empty.report_kinds.switch("Q3", on=False)
    folder = empty.folder.root
    empty.close()
    again = open_app(folder, clock)
    assert "2023-M12" in keys(again)
    assert "2023-Q3" not in keys(again)
    again.close()


def test_work_done_before_a_kind_was_switched_off_stays_in_sight(empty: App) -> None:
    empty.report_kinds.switch("M", on=True)
    empty.reports.set_state("2023-M02", ReportState.DRAFT)
    empty.reports.set_state("2023-M01", ReportState.DRAFT)
    empty.reports.set_state("2023-M01", ReportState.NOT_STARTED)
    empty.report_kinds.switch("M", on=False)
    assert [key for key in keys(empty) if "M" in key] == ["2023-M02"]


def test_an_own_kind_makes_obligations_and_goes_by_undo(empty: App) -> None:
    changes = empty.report_kinds.save(own_kind(code=" kstt "))
    report = empty.reports.get("2023-KSTT")
    assert report.period.name == "Báo cáo kiểm soát thủ tục hành chính năm 2023"
    assert report.period.own_due == date(2023, 6, 10)
    assert not report.period.goes_to_ministry
    undone = empty.history.undo(changes.batch)
    assert "2023-KSTT" not in keys(empty)
    empty.history.undo(undone.batch)
    assert "2023-KSTT" in keys(empty)


def test_saving_again_corrects_and_undo_brings_the_dates_back(empty: App) -> None:
    empty.report_kinds.save(own_kind())
    later = tuple((role, YearDay(6, 20)) for role in OfficeRole)
    changes = empty.report_kinds.save(own_kind(own_due=later, day_off_rule=DayOffRule.NEXT_WORKING_DAY))
    assert empty.reports.get("2023-KSTT").period.own_due == date(2023, 6, 20)
    assert (
        empty.report_kinds.save(own_kind(own_due=later, day_off_rule=DayOffRule.NEXT_WORKING_DAY)).batch == ""
    )
    empty.history.undo(changes.batch)
    assert empty.reports.get("2023-KSTT").period.own_due == date(2023, 6, 10)
    assert len([kind for kind in empty.report_kinds.all() if kind.code == "KSTT"]) == 1


def test_a_new_circular_is_entered_once_for_all_kinds(empty: App) -> None:
    """Dates move from a year on; years before, and what was recorded, stay as they are."""
    empty.reports.submit("2023-Q1", date(2023, 3, 16), "10/BC-SNV")
    new = [
        replace(kind, ministry_due=YearDay(kind.ministry_due.month, 25), from_year=2027, basis="Thông tư mới")
        for kind in empty.report_kinds.in_force(2026)
        if kind.ministry_due is not None
    ]
    changes = empty.report_kinds.save(*new, action="Thông tư mới về báo cáo")
    assert changes.label == "Thông tư mới về báo cáo"
    assert {report.period.ministry_due.day for report in empty.reports.of_year(2026)} == {20}
    assert {report.period.ministry_due.day for report in empty.reports.of_year(2027)} == {25}
    assert {report.period.basis for report in empty.reports.of_year(2028)} == {"Thông tư mới"}
    assert empty.reports.get("2023-Q1").document == "10/BC-SNV"
    assert keys(empty, 2027) == ["2027-Q1", "2027-H1", "2027-Q3", "2027-Y"]
    empty.history.undo(changes.batch)
    assert {report.period.ministry_due.day for report in empty.reports.of_year(2027)} == {20}


def test_an_edited_bundled_kind_stands_above_it_and_may_go_again(empty: App) -> None:
    bundled = kind_of(empty, "Q1")
    earlier = tuple((role, YearDay(3, 5)) for role in OfficeRole)
    empty.report_kinds.save(replace(bundled, own_due=earlier))
    assert empty.reports.get("2023-Q1").period.own_due == date(2023, 3, 5)
    empty.reports.set_state("2023-Q1", ReportState.DRAFT)
    own = kind_of(empty, "Q1")
    assert own.is_own
    changes = empty.report_kinds.remove(own)
    assert empty.reports.get("2023-Q1").period.own_due == date(2023, 3, 16)
    assert empty.reports.get("2023-Q1").state is ReportState.DRAFT
    empty.history.undo(changes.batch)
    assert empty.reports.get("2023-Q1").period.own_due == date(2023, 3, 5)


def test_an_own_kind_from_another_year_takes_the_place_of_the_first(empty: App) -> None:
    empty.report_kinds.save(own_kind())
    empty.report_kinds.save(own_kind(from_year=2025), instead_of=kind_of(empty, "KSTT"))
    assert "2023-KSTT" not in keys(empty)
    assert "2025-KSTT" in keys(empty, 2025)


def test_removing_is_refused_where_something_would_be_lost(empty: App) -> None:
    with pytest.raises(InvalidInput, match="kèm theo phần mềm"):
        empty.report_kinds.remove(kind_of(empty, "Q1"))
    empty.report_kinds.save(own_kind())
    empty.reports.set_state("2023-KSTT", ReportState.DRAFT)
    with pytest.raises(InvalidInput, match="đã có báo cáo được lập"):
        empty.report_kinds.remove(kind_of(empty, "KSTT"))
    empty.reports.set_state("2023-KSTT", ReportState.NOT_STARTED)
    empty.report_kinds.remove(kind_of(empty, "KSTT"))
    with pytest.raises(NotFound):
        empty.report_kinds.remove(own_kind(code="KHAC", is_own=True))


def test_the_next_working_day_counts_for_the_own_due_date(empty: App) -> None:
    saturday = tuple((role, YearDay(6, 10)) for role in OfficeRole)
    empty.report_kinds.save(own_kind(own_due=saturday, day_off_rule=DayOffRule.NEXT_WORKING_DAY))
    period = empty.reports.get("2023-KSTT").period
    assert (period.own_due, period.nominal_due) == (date(2023, 6, 12), date(2023, 6, 10))
    assert period.ministry_due == date(2023, 6, 12)
    empty.reports.set_own_due("2023-KSTT", date(2023, 6, 17))
    assert empty.reports.get("2023-KSTT").period.own_due == date(2023, 6, 19)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"code": ""}, "Mã báo cáo “” không dùng được"),
        ({"code": "BÁO CÁO"}, "không dùng được"),
        ({"code": "2026"}, "không dùng được"),
        ({"code": "DX"}, "không dùng CD và DX"),
        ({"name": "  "}, "Chưa có tên báo cáo"),
        ({"name": "x" * 1001}, "dài quá 1000 ký tự"),
        ({"family": ReportFamily.AD_HOC}, "thêm từng lần"),
        ({"from_year": 2027, "to_year": 2026}, "Năm áp dụng"),
        ({"from_year": 1026}, "Năm áp dụng"),
        ({"own_due": ((OfficeRole.COMMUNE, YearDay(6, 10)),)}, "chưa có hạn gửi của Sở, ban, ngành"),
        ({"months": (1, 2)}, "cho báo cáo tháng"),
        ({"months": (0,), "rhythm": Rhythm.MONTHLY}, "12 tháng"),
        ({"cutoff": YearDay(6, 5, -1)}, "trước ngày bắt đầu"),
        ({"ministry_due": YearDay(6, 5, -1)}, "trước ngày bắt đầu"),
        ({"code": "M01"}, "trùng với mã các báo cáo của Báo cáo CCHC tháng"),
    ],
)
def test_a_kind_that_makes_no_sound_obligations_is_refused(
    empty: App, values: dict[str, object], told: str
) -> None:
    before = empty.report_kinds.all()
    with pytest.raises(InvalidInput, match=told):
        empty.report_kinds.save(own_kind(**values))
    assert empty.report_kinds.all() == before


def test_nothing_to_save_is_refused(empty: App) -> None:
    with pytest.raises(InvalidInput, match="ít nhất một"):
        empty.report_kinds.save()


def test_a_plan_may_be_an_own_kind_and_needs_no_cutoff(empty: App) -> None:
    empty.report_kinds.save(own_kind(code="KHX", family=ReportFamily.PLAN, cutoff=YearDay(1, 1, -1)))
    assert not empty.reports.get("2023-KHX").period.has_window


def test_switched_on_kinds_follow_the_role(empty: App) -> None:
    empty.report_kinds.switch("KH", on=True)
    dues = []
    for role in OfficeRole:
        empty.offices.save(Office(role=role))
        dues.append(empty.reports.get("2024-KH").period.own_due)
    assert dues == [date(2024, 2, 28), date(2024, 1, 31), date(2023, 12, 20)]
