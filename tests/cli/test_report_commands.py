"""reports and submit: the facts beside the dates, and reports asked for once."""

from datetime import date

import pytest

from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from tests.cli.conftest import Console

CONTRACT = {
    *("key", "kind", "name", "year", "window_start", "window_end", "cutoff", "cutoff_workday"),
    *("own_due", "own_due_workday", "ministry_due", "ministry_due_workday", "state", "sent_on"),
    *("document", "basis"),
}
REQUEST = ("--add", "Báo cáo biên chế", "--due", "2026-12-22")


def test_every_report_has_the_keys_of_the_contract_and_its_chain(console: Console) -> None:
    yearly = console.json("reports", "--year", "2026")[-1]
    assert set(yearly) > CONTRACT
    assert (yearly["family"], yearly["day_off_rule"], yearly["extension"]) == ("periodic", "keep", None)
    assert [(step["from"], step["to"], step["due"], step["send_by"]) for step in yearly["chain"]] == [
        ("commune", "standing_body", "2026-12-16", "2026-12-16"),
        ("department", "standing_body", "2026-12-16", "2026-12-16"),
        ("standing_body", "province", "2026-12-18", "2026-12-18"),
        ("province", "ministry", "2026-12-20", "2026-12-18"),
    ]
    assert yearly["units"]["total"] == 0


def test_a_report_is_added_in_one_call(console: Console) -> None:
    status, out, err = console.run("reports", *REQUEST, "--time", "17h00", "--basis", "8091/BNV-TCBC")
    assert (status, err) == (0, "")
    assert "Đã thêm: Báo cáo biên chế, hạn gửi 17:00 22/12/2026, mã 2026-DX-1222-" in out
    added = console.json("reports", "--year", "2026")[-1]
    assert (added["own_due"], added["own_due_time"], added["basis"]) == (
        "2026-12-22",
        "17:00",
        "8091/BNV-TCBC",
    )
    assert (added["family"], added["has_window"], added["ministry_due"]) == ("ad_hoc", False, None)
    assert "Đã có" in console.refused("reports", *REQUEST)
    people = console.run("reports", "--year", "2026")[1]
    assert "không có" in people
    assert "17:00 22/12/2026" in people
    thematic = console.json("reports", *REQUEST, "--thematic")
    assert thematic["family"] == "thematic"


def test_a_kind_is_switched_on_and_off(console: Console) -> None:
    on = [report["key"] for report in console.json("reports", "--year", "2026", "--on", "M")]
    assert len(on) == 16
    assert "2026-M11" in on
    assert len(console.json("reports", "--year", "2026")) == 16
    assert len(console.json("reports", "--year", "2026", "--off", "m")) == 4
    assert "Không có loại báo cáo “ABC”" in console.refused("reports", "--on", "ABC")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--add", "Báo cáo"],
        ["--due", "2026-12-22"],
        ["--time", "17:00"],
        ["--thematic"],
        [*REQUEST, "--time", "25:00"],
        [*REQUEST, "--time", "chiều"],
        [*REQUEST, "--year", "2026"],
        ["--on", "M", "--off", "M"],
    ],
)
def test_a_request_in_pieces_is_wrong_usage(console: Console, arguments: list[str]) -> None:
    status, out, _ = console.run("reports", *arguments)
    assert (status, out) == (2, "")


def test_a_sending_with_date_and_file(console: Console) -> None:
    sent = console.json(
        *("submit", "2026-Q1", "--on", "2026-03-16", "--document", "10/BC-SNV"),
        *("--document-date", "2026-03-15", "--file", "Quý I.docx", "--today", "2026-03-16"),
    )
    assert (sent["document_date"], sent["file"]) == ("2026-03-15", "Quý I.docx")


def test_units_and_a_moved_date_are_shown(console: Console) -> None:
    app = open_app(console.folder, SetClock(at(date(2026, 3, 20))))
    app.offices.save(Office(agency_name="Sở Nội vụ", role=OfficeRole.STANDING_BODY))
    app.units.add(["Sở Y tế", "UBND xã Tân Hương"])
    app.units.receive("2026-Q1", [app.units.all()[0].id], date(2026, 3, 16))
    app.reports.extend("2026-Q1", date(2026, 3, 24), "Bộ gia hạn", "12/BNV")
    app.close()
    first = console.json("reports", "--year", "2026", "--today", "2026-03-20")[0]
    assert first["units"] == {
        "total": 2,
        "received": 1,
        "late": 0,
        "missing": 1,
        "overdue": 1,
        "to_urge": ["UBND xã Tân Hương"],
    }
    assert (first["own_due"], first["own_due_nominal"]) == ("2026-03-24", "2026-03-18")
    assert first["extension"] == {"due": "2026-03-24", "reason": "Bộ gia hạn", "document": "12/BNV"}
    people = console.run("reports", "--year", "2026")[1]
    assert "24/03/2026 (văn bản: 18/03/2026)" in people
    assert "1/2" in people
