"""Units that owe the office a report: Sở Nội vụ with its communes and departments."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.report_units import UnitState
from cchc_desktop.errors import InvalidInput, NotFound

KEY = "2023-Q1"
COMMUNES = tuple(f"UBND xã Số {number}" for number in range(1, 181))


@pytest.fixture
def standing_body(empty: App) -> App:
    empty.offices.save(Office(agency_key="so-noi-vu", agency_name="Sở Nội vụ", role=OfficeRole.STANDING_BODY))
    return empty


def ids(app: App) -> dict[str, int]:
    return {unit.name: unit.id for unit in app.units.all()}


def test_the_departments_of_the_directory_come_in_one_step(standing_body: App) -> None:
    added = standing_body.units.add_known()
    assert "Sở Y tế" in added.added
    assert "Sở Nội vụ" not in added.added
    assert "Sở Kế hoạch và Đầu tư" in added.added  # on 20/3/2023 it existed
    assert all(unit.agency_key for unit in standing_body.units.all())
    assert standing_body.units.candidates() == ()
    again = standing_body.units.add_known()
    assert (again.added, again.already, again.changes.batch) == ((), (), "")
    standing_body.history.undo(added.changes.batch)
    assert standing_body.units.all() == ()
    some = standing_body.units.add_known(["so-y-te", "so-noi-vu"])
    assert some.added == ("Sở Y tế",)


def test_a_pasted_list_of_communes_and_departments(standing_body: App) -> None:
    pasted = ["  UBND xã  Tân Hương ", "", "Phường Đạo Thạnh", "sở y tế", "Ban A", "UBND XÃ TÂN HƯƠNG"]
    added = standing_body.units.add(pasted)
    assert added.added == ("UBND xã Tân Hương", "Phường Đạo Thạnh", "Sở Y tế", "Ban A")
    assert added.already == ("UBND XÃ TÂN HƯƠNG",)
    found = [(unit.sender, unit.agency_key) for unit in standing_body.units.all()]
    assert found == [
        (OfficeRole.COMMUNE, ""),
        (OfficeRole.COMMUNE, ""),
        (OfficeRole.DEPARTMENT, "so-y-te"),
        (OfficeRole.DEPARTMENT, ""),
    ]


def test_names_that_differ_in_a_mark_are_two_communes(standing_body: App) -> None:
    assert standing_body.units.add(["UBND xã Tân An", "UBND xã Tấn An"]).already == ()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([" ", ""], "Chưa có tên đơn vị"),
        (["x" * 301], "dài quá 300 ký tự"),
        ([f"UBND xã {number}" for number in range(1001)], "quá 1000"),
    ],
)
def test_a_list_that_cannot_be_added_is_refused(standing_body: App, names: list[str], told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        standing_body.units.add(names)
    assert standing_body.units.all() == ()


def test_two_hundred_units_and_one_report(standing_body: App) -> None:
    units = standing_body.units
    units.add(COMMUNES)
    units.add_known(group_keys=["cac-so-ban-nganh-tinh"])
    known = ids(standing_body)
    in_time = [known[name] for name in COMMUNES[:150]]
    late = [known[name] for name in COMMUNES[150:160]]
    batch = units.receive(KEY, in_time, date(2023, 3, 16), "báo cáo").batch
    units.receive(KEY, late, date(2023, 3, 18))
    units.exempt(KEY, [known["Sở Y tế"]], "lồng ghép vào báo cáo ngành")
    summary = units.summary(KEY)
    assert summary.total == len(known) - 1
    assert (summary.received, summary.late) == (160, 10)
    assert summary.missing == summary.overdue == summary.total - 160
    states = {line.unit.name: line.state for line in summary.lines}
    assert states["UBND xã Số 180"] is UnitState.MISSING
    assert states["Sở Y tế"] is UnitState.EXEMPT
    standing_body.history.undo(batch)
    assert units.summary(KEY).received == 10


def test_a_receipt_is_corrected_taken_back_and_undone(standing_body: App) -> None:
    units = standing_body.units
    units.add(["Sở Y tế"])
    (unit,) = units.all()
    first = units.receive(KEY, [unit.id, unit.id], date(2023, 3, 15), "1/BC")
    assert first.label == "Nhận Báo cáo CCHC Quý I năm 2023 – Sở Y tế"
    second = units.receive("q1 2023", [unit.id], date(2023, 3, 17), "2/BC", "bản sửa")
    assert units.receive(KEY, [unit.id], date(2023, 3, 17), "2/BC", "bản sửa").batch == ""

    def sent() -> tuple[UnitState, str]:
        (line,) = units.summary(KEY).lines
        return line.state, line.receipt.document if line.receipt else ""

    assert sent() == (UnitState.LATE, "2/BC")
    standing_body.history.undo(second.batch)
    assert sent() == (UnitState.RECEIVED, "1/BC")
    taken = units.take_back(KEY, [unit.id])
    assert sent() == (UnitState.MISSING, "")
    assert units.take_back(KEY, [unit.id]).batch == ""
    standing_body.history.undo(taken.batch)
    assert sent() == (UnitState.RECEIVED, "1/BC")
    units.take_back(KEY, [unit.id])
    units.receive(KEY, [unit.id], date(2023, 3, 18))
    assert sent() == (UnitState.LATE, "")
    assert units.summary("2023-H1").received == 0


def test_what_cannot_be_received_is_refused(standing_body: App) -> None:
    units = standing_body.units
    units.add(["Sở Y tế"])
    (unit,) = units.all()
    with pytest.raises(InvalidInput, match="ở sau hôm nay"):
        units.receive(KEY, [unit.id], date(2023, 3, 21))
    with pytest.raises(NotFound, match="đơn vị này"):
        units.receive(KEY, [unit.id, 99], date(2023, 3, 16))
    with pytest.raises(NotFound, match="Không có báo cáo"):
        units.receive("2023-Q2", [unit.id], date(2023, 3, 16))
    with pytest.raises(InvalidInput, match="dài quá 200"):
        units.receive(KEY, [unit.id], date(2023, 3, 16), "x" * 201)
    assert units.summary(KEY).received == 0


def test_units_are_edited_ended_and_removed(standing_body: App) -> None:
    units = standing_body.units
    units.add(["UBND huyện Cái Bè", "Sở Y tế"], active_from=date(2023, 1, 1))
    district, health = units.all()
    changes = units.edit(replace(district, active_to=date(2023, 2, 28), note="kết thúc cấp huyện"))
    assert [line.unit.name for line in units.summary(KEY).lines] == ["Sở Y tế"]
    standing_body.history.undo(changes.batch)
    assert len(units.summary(KEY).lines) == 2
    for wrong in (
        replace(district, name="sở Y tế"),
        replace(district, name=" "),
        replace(district, active_to=date(2022, 1, 1)),
    ):
        with pytest.raises(InvalidInput):
            units.edit(wrong)
    with pytest.raises(NotFound):
        units.edit(replace(district, id=99))
    removed = units.remove(health.id)
    assert removed.label == "Bỏ Sở Y tế"
    assert [unit.name for unit in units.all()] == ["UBND huyện Cái Bè"]
    standing_body.history.undo(removed.batch)
    assert units.remove(district.id, health.id).label == "Bỏ 2 đơn vị"


def test_each_role_has_its_own_due_date_and_a_letter_moves_it(standing_body: App) -> None:
    standing_body.units.add(["UBND xã Tân Hương", "Sở Y tế"])
    standing_body.report_kinds.switch("KH", on=True)

    def dues(key: str) -> list[date]:
        return [line.due for line in standing_body.units.summary(key).lines]

    assert dues("2023-KH") == [date(2023, 2, 28), date(2023, 1, 31)]
    assert dues(KEY) == [date(2023, 3, 16), date(2023, 3, 16)]
    standing_body.reports.extend(KEY, date(2023, 3, 24), "Tỉnh gia hạn")
    assert dues(KEY) == [date(2023, 3, 16), date(2023, 3, 16)]  # ours moved, not theirs
    standing_body.reports.set_units_due(KEY, date(2023, 3, 10))
    assert dues(KEY) == [date(2023, 3, 10), date(2023, 3, 10)]
    report, _ = standing_body.reports.add("Báo cáo biên chế", date(2023, 3, 30))
    assert dues(report.period.key) == [date(2023, 3, 30), date(2023, 3, 30)]


def test_a_letter_names_who_has_not_sent(standing_body: App) -> None:
    units = standing_body.units
    assert "Chưa có danh sách" in units.urge_text(KEY)
    units.add(["UBND xã Tân Hương", "Sở Y tế", "UBND xã Mỹ Đức Tây"])
    known = ids(standing_body)
    units.receive(KEY, [known["Sở Y tế"]], date(2023, 3, 16))
    assert units.urge_text(KEY, date(2023, 3, 22)).splitlines() == [
        (
            "Đến ngày 20/03/2023, Sở Nội vụ đã nhận Báo cáo CCHC Quý I năm 2023 của 1/3 cơ quan, đơn vị; "
            "còn 2 cơ quan, đơn vị chưa gửi:"
        ),
        "1. UBND xã Tân Hương (hạn gửi 16/03/2023, quá hạn 4 ngày);",
        "2. UBND xã Mỹ Đức Tây (hạn gửi 16/03/2023, quá hạn 4 ngày);",
        (
            "Để kịp tổng hợp báo cáo, Sở Nội vụ đề nghị các cơ quan, đơn vị nêu trên khẩn trương gửi "
            "Báo cáo CCHC Quý I năm 2023 về Sở Nội vụ trước ngày 22/03/2023."
        ),
    ]
    assert "ngay khi nhận được văn bản này" in units.urge_text("2023-H1")
    assert "quá hạn" not in units.urge_text("2023-H1")
    units.receive(KEY, list(known.values()), date(2023, 3, 16))
    assert units.urge_text(KEY).endswith("đã nhận đủ Báo cáo CCHC Quý I năm 2023 của 3 cơ quan, đơn vị.")


def test_the_list_as_a_workbook(standing_body: App, tmp_path: Path) -> None:
    units = standing_body.units
    units.add(["UBND xã Tân Hương", "Sở Y tế", "=HYPERLINK(1)"])
    known = ids(standing_body)
    units.receive(KEY, [known["Sở Y tế"]], date(2023, 3, 18), "-1/BC", "gửi thư điện tử")
    path = tmp_path / "đôn đốc.xlsx"
    assert units.export(path, KEY) == 2
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet["A1"].value == "TÌNH HÌNH GỬI BÁO CÁO CCHC QUÝ I NĂM 2023"
    assert "đã nhận 1/3 (gửi chậm 1), chưa gửi 2 (quá hạn 2)" in str(sheet["A2"].value)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[1:4] for row in rows] == [
        ["UBND xã Tân Hương", "16/03/2023", "Chưa gửi, quá hạn"],
        ["=HYPERLINK(1)", "16/03/2023", "Chưa gửi, quá hạn"],
    ]
    assert sheet["B6"].data_type == "s"
    assert sheet["B6"].quotePrefix
    assert units.export(path, KEY, only_missing=False) == 3
    whole = load_workbook(path).active
    assert whole is not None
    assert [cell.value for cell in whole[6]] == [
        "2",
        "Sở Y tế",
        "16/03/2023",
        "Gửi chậm",
        "18/03/2023",
        "-1/BC",
        "2",
        "gửi thư điện tử",
    ]
