"""Reports that were asked for once, and what is written down about a sending or a moved date."""

from dataclasses import replace
from datetime import date, time

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.one_off_reports import OneOff
from cchc_desktop.domain.periods import ReportFamily
from cchc_desktop.domain.reports import Extension, ReportState
from cchc_desktop.errors import InvalidInput, NotFound

DUE = date(2023, 3, 30)
NAME = "Báo cáo biên chế giai đoạn 2026-2031"


def keys(app: App, year: int = 2023) -> list[str]:
    return [report.period.key for report in app.reports.of_year(year)]


def test_a_name_and_a_date_are_enough(empty: App) -> None:
    report, changes = empty.reports.add(f"  {NAME} ", DUE)
    assert (report.period.name, report.period.own_due, report.state) == (NAME, DUE, ReportState.NOT_STARTED)
    assert report.period.family is ReportFamily.AD_HOC
    assert keys(empty) == ["2023-Q1", report.period.key, "2023-H1", "2023-Q3", "2023-Y"]
    assert empty.reports.get(report.period.key.upper()) == report
    undone = empty.history.undo(changes.batch)
    assert report.period.key not in keys(empty)
    empty.history.undo(undone.batch)
    assert empty.reports.get(report.period.key).period.name == NAME


def test_everything_a_request_may_say(empty: App) -> None:
    report, _ = empty.reports.add(
        NAME,
        DUE,
        family=ReportFamily.THEMATIC,
        due_time=time(17),
        window=(date(2023, 1, 1), date(2023, 3, 15)),
        basis="8091/BNV-TCBC ngày 17/9/2025",
        requested_by="Bộ Nội vụ",
    )
    period = report.period
    assert period.key.startswith("2023-CD-0330-")
    assert (period.due_time, period.has_window, period.cutoff) == (time(17), True, date(2023, 3, 15))
    assert (period.basis, report.requested_by) == ("8091/BNV-TCBC ngày 17/9/2025", "Bộ Nội vụ")
    running = empty.reports.current_period(date(2023, 3, 10))
    assert running is not None
    assert running.key == "2023-Q1"  # the results of tasks are asked for by regular periods


def test_the_same_request_is_not_doubled_and_may_come_back(empty: App) -> None:
    report, _ = empty.reports.add(NAME, DUE)
    with pytest.raises(InvalidInput, match="Đã có “BÁO CÁO BIÊN CHẾ"):
        empty.reports.add(NAME.upper(), DUE, due_time=time(17))
    empty.reports.remove(report.period.key)
    assert report.period.key not in keys(empty)
    back, _ = empty.reports.add(NAME, DUE, due_time=time(11, 30))
    assert (back.period.key, back.period.due_time) == (report.period.key, time(11, 30))


@pytest.mark.parametrize(
    ("name", "due", "values", "told"),
    [
        (" ", DUE, {}, "Chưa có tên báo cáo"),
        (NAME, date(1923, 3, 30), {}, "Năm 1923"),
        (NAME, DUE, {"family": ReportFamily.PLAN}, "chuyên đề hoặc đột xuất"),
        (NAME, DUE, {"window": (date(2023, 3, 2), date(2023, 3, 1))}, "không khớp"),
        (NAME, DUE, {"window": (date(2023, 3, 1), date(2023, 3, 31))}, "không khớp"),
        (NAME, DUE, {"basis": "x" * 1001}, "Căn cứ dài quá"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(
    empty: App, name: str, due: date, values: dict[str, object], told: str
) -> None:
    with pytest.raises(InvalidInput, match=told):
        empty.reports.add(name, due, **values)  # type: ignore[arg-type]  # values of any argument
    assert len(keys(empty)) == 4


def test_a_request_is_edited_under_its_key(empty: App) -> None:
    report, _ = empty.reports.add(NAME, DUE)
    key = report.period.key
    changes = empty.reports.edit(key, OneOff("Báo cáo khác", date(2023, 4, 5)))
    assert empty.reports.get(key).period.name == "Báo cáo khác"
    assert empty.reports.get(key).period.own_due == date(2023, 4, 5)
    empty.history.undo(changes.batch)
    assert empty.reports.get(key) == replace(report, version=empty.reports.get(key).version)
    empty.reports.edit(key, OneOff("Báo cáo khác", DUE))
    again, _ = empty.reports.add(NAME, DUE)
    assert again.period.key != key
    with pytest.raises(InvalidInput, match="Đã có"):
        empty.reports.add(NAME, DUE)
    with pytest.raises(InvalidInput, match="sang năm khác"):
        empty.reports.edit(key, OneOff(NAME, date(2024, 4, 5)))
    with pytest.raises(InvalidInput, match="đủ ngày đầu và ngày chốt"):
        empty.reports.edit(key, OneOff(NAME, DUE, window_start=date(2023, 1, 1)))


def test_periodic_reports_are_neither_edited_nor_removed_one_by_one(empty: App) -> None:
    with pytest.raises(InvalidInput, match="là báo cáo định kỳ"):
        empty.reports.remove("2023-Q1")
    with pytest.raises(InvalidInput, match="là báo cáo định kỳ"):
        empty.reports.edit("2023-Q1", OneOff(NAME, DUE))
    with pytest.raises(NotFound):
        empty.reports.remove("2023-DX-0101-aaaaaa")


def test_an_extension_keeps_the_first_date_with_reason_and_document(empty: App) -> None:
    """8091/BNV-TCBC wanted reports by 22/9/2025; 8405/BNV-TCBC moved it to 30/9/2025."""
    report, _ = empty.reports.add(NAME, DUE)
    key, later = report.period.key, date(2023, 4, 7)
    changes = empty.reports.extend(key, later, " Bộ Nội vụ  gia hạn ", "8405/BNV-TCBC")
    moved = empty.reports.get(key)
    assert (moved.period.own_due, moved.period.nominal_due, moved.period.ministry_due) == (later, DUE, later)
    assert moved.extension == Extension(later, "Bộ Nội vụ gia hạn", "8405/BNV-TCBC")
    empty.history.undo(changes.batch)
    assert empty.reports.get(key).extension is None
    empty.reports.extend("2023-H1", date(2023, 6, 30), "Tỉnh gia hạn")
    assert empty.reports.get("2023-H1").period.ministry_due == date(2023, 6, 20)
    empty.reports.set_own_due("2023-H1", date(2023, 6, 30))
    assert empty.reports.get("2023-H1").extension == Extension(date(2023, 6, 30), "Tỉnh gia hạn")
    empty.reports.set_own_due("2023-H1", date(2023, 6, 28))
    assert empty.reports.get("2023-H1").extension == Extension(date(2023, 6, 28))
    empty.reports.set_own_due("2023-H1", None)
    assert empty.reports.get("2023-H1").extension is None
    with pytest.raises(InvalidInput, match="Chưa ghi lý do"):
        empty.reports.extend(key, later, "  ")
    with pytest.raises(InvalidInput, match="nằm ngoài kỳ"):
        empty.reports.extend(key, date(2026, 1, 1), "lý do")


def test_a_sending_has_number_date_and_file(empty: App) -> None:
    report, changes = empty.reports.submit(
        "2023-Q1", date(2023, 3, 16), "10/BC-SNV", document_date=date(2023, 3, 15), file=r"D:\BC\Quý I.docx"
    )
    assert (report.document_date, report.file) == (date(2023, 3, 15), r"D:\BC\Quý I.docx")
    assert empty.reports.get("2023-Q1") == report
    empty.reports.set_state("2023-Q1", ReportState.DRAFT)
    assert (empty.reports.get("2023-Q1").file, empty.reports.get("2023-Q1").document_date) == ("", None)
    with pytest.raises(InvalidInput, match="Ngày văn bản 17/03/2023 ở sau ngày gửi"):
        empty.reports.submit("2023-Q1", date(2023, 3, 16), "10/BC", document_date=date(2023, 3, 17))
    with pytest.raises(InvalidInput, match="ở trước kỳ số liệu"):
        empty.reports.submit("2023-Q1", date(2022, 12, 14), "10/BC")
    with pytest.raises(InvalidInput, match="dài quá 200"):
        empty.reports.submit("2023-Q1", date(2023, 3, 16), "x" * 201)
    assert changes.batch


def test_a_report_without_window_may_have_been_sent_early(empty: App) -> None:
    report, _ = empty.reports.add(NAME, DUE)
    sent, _ = empty.reports.submit(report.period.key, date(2023, 3, 1), "12/BC")
    assert sent.sent_on == date(2023, 3, 1)


def test_a_note_and_a_date_for_the_units(empty: App) -> None:
    empty.reports.set_note("2023-H1", "Gửi kèm phụ lục 2")
    changes = empty.reports.set_units_due("2023-H1", date(2023, 6, 9))
    report = empty.reports.get("2023-H1")
    assert (report.note, report.units_due) == ("Gửi kèm phụ lục 2", date(2023, 6, 9))
    empty.history.undo(changes.batch)
    assert empty.reports.get("2023-H1").units_due is None
    assert empty.reports.set_units_due("2023-H1", None).batch == ""
    with pytest.raises(InvalidInput, match="Hạn của các đơn vị"):
        empty.reports.set_units_due("2023-H1", date(2022, 6, 9))


def test_states_go_through_all_steps_and_undo_walks_back(empty: App) -> None:
    report, _ = empty.reports.add(NAME, DUE)
    key = report.period.key
    batches = [empty.reports.set_state(key, state).batch for state in list(ReportState)[1:4]]
    empty.reports.submit(key, date(2023, 3, 16), "10/BC")
    empty.reports.set_state(key, ReportState.SUBMITTED_FOR_SIGNATURE)
    for batch, state in zip(reversed(batches), list(ReportState)[2::-1], strict=True):
        empty.history.undo(batch)
        assert empty.reports.get(key).state is state


def test_the_calendar_file_has_a_request_with_its_time_and_no_cutoff(empty: App) -> None:
    report, _ = empty.reports.add(NAME, DUE, due_time=time(17), requested_by="Bộ Nội vụ")
    empty.report_kinds.switch("KH", on=True)
    events = {event.key: event for event in empty.agenda.events(2023)}
    key = f"report-{report.period.key}"
    assert f"{key}-cutoff" not in events
    assert f"{key}-ministry" not in events
    assert events[f"{key}-due"].title == f"Hạn gửi {NAME} (trước 17:00)"
    assert events[f"{key}-due"].text == "Gửi Bộ Nội vụ."
    assert events["report-2023-KH-due"].title == "Hạn Ban hành Kế hoạch CCHC năm 2023"
