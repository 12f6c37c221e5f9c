"""Every command that works on stored data, by the contract."""

import json
import shutil
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SystemClock
from tests.cli.conftest import Console

TASK_KEYS = {
    "id", "section", "section_title", "number", "content", "lead", "coordinating", "issuing_level", "product", "budget",
    "note", "deadline", "lead_parties", "coordinating_parties", "deadline_reading", "status", "own_due", "completed_on",
    "evidence",
}  # fmt: skip


def test_importing_twice_compares(console: Console, plan_text: Path) -> None:
    first = console.json("import", str(plan_text), "--title", "Kế hoạch của tôi")
    again = console.json("import", str(plan_text))
    assert (first["added"], first["unchanged"]) == (53, 0)
    assert (again["added"], again["changed"], again["unchanged"], again["gone"]) == (0, 0, 53, 0)
    assert again["plan"] == first["plan"]
    assert {"row", "code", "message", "field"} <= set(first["problems"][0])
    assert [plan["title"] for plan in console.json("plans")] == ["Kế hoạch của tôi"]


def test_import_tells_people_what_to_check(console: Console, plan_text: Path) -> None:
    status, out, _ = console.run("import", str(plan_text))
    assert status == 0
    assert "thêm 53" in out
    assert "Cần kiểm tra" in out


def test_the_sample_is_marked(console: Console) -> None:
    assert console.json("sample")["added"] == 53
    assert [plan["sample"] for plan in console.json("plans")] == [True]


def test_an_empty_folder_becomes_a_data_file(console: Console) -> None:
    assert console.json("plans") == []
    assert (console.folder / "cchc.db").is_file()
    assert console.run("plans")[1].strip() == "Chưa có kế hoạch nào."


def test_plans_and_agencies_are_listed(sample: Console) -> None:
    assert "45/QĐ-UBND" in sample.run("plans")[1]
    found = sample.json("agencies", "--search", "so noi vu")
    assert {"key", "name", "level", "aliases", "groups", "valid_from", "valid_to", "successor"} <= set(
        found[0]
    )
    assert "Sở Nội vụ" in [agency["name"] for agency in found]
    assert "Sở Nội vụ" in sample.run("agencies", "--search", "noi vu")[1]
    assert "Không có cơ quan" in sample.run("agencies", "--search", "zzzz")[1]
    groups = [body for body in sample.json("agencies") if body["kind"] == "group"]
    assert any("Sở Nội vụ" in group["members"] for group in groups)


def test_tasks_have_the_keys_of_the_contract(sample: Console) -> None:
    tasks = sample.json("tasks")
    assert len(tasks) == 53
    assert set(tasks[0]) >= TASK_KEYS


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--agency", "Sở Nội vụ", "--role", "lead"], 30),
        (["--field", "III"], 10),
        (["--search", "chuyen doi so"], 3),
        (["--due-from", "2023-03-01", "--due-to", "31/03/2023"], 3),
        (["--status", "overdue", "--today", "2023-03-20"], 2),
        (["--status", "Quá hạn", "--today", "2023-03-20"], 2),
        (["--plan", "1", "--status", "continuous"], 21),
    ],
)
def test_task_filters(sample: Console, arguments: list[str], count: int) -> None:
    assert len(sample.json("tasks", *arguments)) == count


def test_tasks_for_people(sample: Console) -> None:
    assert "3 nhiệm vụ." in sample.run("tasks", "--search", "chuyen doi so")[1]
    assert "Không có nhiệm vụ nào khớp." in sample.run("tasks", "--search", "zzzz")[1]


def test_a_plan_that_does_not_exist_is_refused(sample: Console) -> None:
    for command in (["tasks", "--plan", "9"], ["stats", "--plan", "9"]):
        assert "Không tìm thấy kế hoạch" in sample.refused(*command)


def test_set_records_and_history_tells(sample: Console) -> None:
    task = sample.json(
        "set", "1", "--completed", "2023-02-20", "--document", "32/BC-SNV", "--document-date", "2023-02-20",
        "--note", "Đã xong", "--today", "2023-03-20",
    )  # fmt: skip
    assert (task["status"], task["completed_on"]) == ("completed_on_time", "2023-02-20")
    assert task["evidence"]["document"] == "32/BC-SNV"
    lines = sample.json("history", "1")
    assert {"at", "actor", "change", "source"} <= set(lines[0])
    assert "Ghi ngày hoàn thành: 20/02/2023" in sample.run("history", "1")[1]


def test_set_for_people_and_for_a_member(sample: Console) -> None:
    status, out, _ = sample.run(
        "set", "1", "--status", "completed", "--completed", "2023-02-20", "--today", "2023-03-20"
    )
    assert status == 0
    assert "Hoàn thành đúng hạn" in out
    group_task = next(task for task in sample.json("tasks") if task["lead"] == "Sở, ngành tỉnh")
    after = sample.json("set", str(group_task["id"]), "--completed", "2023-02-20", "--agency", "Sở Y tế")
    assert [result["agency"] for result in after["results"]] == ["Sở Y tế"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["set", "999", "--note", "x"],
        ["set", "1", "--completed", "2023-03-21", "--today", "2023-03-20"],
        ["set", "1", "--completed", "2023-02-20", "--agency", "Sở Trăng Sao"],
        ["history", "999"],
        ["submit", "2023-Q9", "--on", "2023-03-16", "--document", "1/BC"],
        ["submit", "2023-Q1", "--on", "2023-03-16", "--document", " "],
        ["export", "a.docx"],
        ["print", "a.txt"],
        ["import", "khong-co.docx"],
        ["restore", "khong-co.db"],
        ["tasks", "--agency", ";"],
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(sample: Console, arguments: list[str]) -> None:
    before = sample.json("tasks")
    assert sample.refused(*arguments).endswith(".")
    assert sample.json("tasks") == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["tasks", "--status", "xong"],
        ["set", "1", "--status", "xong"],
        ["set", "1", "--completed", "31/02/2023"],
        ["remind", "--at", "hôm nay"],
        ["read", "x", "--year", "99"],
        ["remind", "--at", "2023-01-01T08:00", "--today", "2023-01-01"],
        ["unknown"],
        ["submit", "2023-Q1"],
    ],
)
def test_wrong_usage_is_exit_status_2(console: Console, arguments: list[str]) -> None:
    status, out, err = console.run(*arguments)
    assert (status, out) == (2, "")
    assert "Traceback" not in err


def test_stats_as_of_a_day(sample: Console) -> None:
    sample.json("set", "1", "--completed", "2023-02-20", "--today", "2023-03-20")
    stats = sample.json("stats", "--as-of", "2023-03-14", "--today", "2023-03-20")
    assert stats["total"] == 53
    assert (stats["completed_on_time"], stats["not_completed_overdue"]) == (1, 1)
    by_field = sample.json("stats", "--by", "field", "--today", "2023-03-20")["by_field"]
    assert [field["total"] for field in by_field] == [12, 4, 10, 5, 6, 7, 9]
    assert "Sở Tư pháp" in sample.run("stats", "--by", "agency")[1]


def test_reports_with_their_dates(console: Console) -> None:
    reports = console.json("reports", "--year", "2026")
    yearly = next(report for report in reports if report["key"] == "2026-Y")
    assert (yearly["window_start"], yearly["cutoff"]) == ("2025-12-15", "2026-12-14")
    assert (yearly["ministry_due"], yearly["ministry_due_workday"]) == ("2026-12-20", "2026-12-18")
    assert yearly["state"] == "not_started"
    assert "2026-Q1" in console.run("reports", "--year", "2026")[1]


def test_submitting_stops_the_reminders(console: Console) -> None:
    first = console.json("remind", "--at", "2023-03-16T09:00")
    assert "report:2023-Q1" in [reminder["subject"] for reminder in first["raised"]]
    assert {"key", "title", "text", "subject", "due"} <= set(first["raised"][0])
    sent = console.json(
        "submit", "2023-Q1", "--on", "2023-03-16", "--document", "10/BC-SNV", "--today", "2023-03-16"
    )
    assert (sent["state"], sent["document"]) == ("sent", "10/BC-SNV")
    after = console.json("remind", "--at", "2023-03-17T09:00")
    assert "report:2023-Q1" not in [reminder["subject"] for reminder in after["raised"] + after["open"]]


def test_a_pass_may_be_repeated(sample: Console) -> None:
    first = sample.json("remind", "--at", "2023-03-10T09:00")
    again = sample.json("remind", "--at", "2023-03-10T09:00")
    assert first["raised"]
    assert again["raised"] == []
    assert [reminder["key"] for reminder in again["open"]] == [reminder["key"] for reminder in first["open"]]
    assert "0 nhắc việc mới" in sample.run("remind", "--at", "2023-03-10T09:00")[1]


def test_export_reads_back(sample: Console, tmp_path: Path) -> None:
    target = tmp_path / "pl.xlsx"
    answer = sample.json("export", str(target), "--agency", "Sở Nội vụ", "--role", "lead")
    assert answer == {"file": str(target), "rows": 30}
    assert len(sample.json("read", str(target))["tasks"]) == 30


def test_print_makes_pages(sample: Console, tmp_path: Path) -> None:
    target = tmp_path / "pl.pdf"
    answer = sample.json("print", str(target))
    assert answer["file"] == str(target)
    assert answer["pages"] > 1
    assert target.read_bytes().startswith(b"%PDF")


def test_backup_restore_check(sample: Console, tmp_path: Path) -> None:
    copy = tmp_path / "sao.db"
    assert sample.json("backup", str(copy))["file"] == str(copy)
    sample.json("set", "1", "--note", "sau khi sao lưu")
    restored = sample.json("restore", str(copy))
    assert Path(restored["kept"]).is_file()
    assert sample.json("tasks")[0]["evidence"]["note"] == ""
    check = sample.json("check")
    assert check["ok"]
    assert check["counts"]["task"] == 53
    assert "Dữ liệu tốt" in sample.run("check")[1]
    assert Path(sample.json("backup")["file"]).parent == sample.folder / "backups"


def test_check_reports_damage_with_exit_status_1(sample: Console) -> None:
    database = sample.folder / "cchc.db"
    damaged = bytearray(database.read_bytes())
    damaged[8192:40960] = b"\xaa" * 32768
    database.write_bytes(damaged)
    status, out, _ = sample.run("check", "--json")
    assert status == 1
    assert json.loads(out)["ok"] is False


def test_writers_wait_their_turn_and_readers_need_not(sample: Console) -> None:
    window = open_app(sample.folder, SystemClock(), actor="Lê Thị Hoa", for_window=True)
    try:
        assert "Lê Thị Hoa" in sample.refused("set", "1", "--note", "x")
        assert len(sample.json("tasks")) == 53
    finally:
        window.close()


def test_a_newer_file_is_refused_and_untouched(sample: Console, tmp_path: Path) -> None:
    import sqlite3

    database = sample.folder / "cchc.db"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    kept = tmp_path / "kept.db"
    shutil.copy(database, kept)
    assert "phiên bản mới hơn" in sample.refused("tasks")
    assert database.read_bytes() == kept.read_bytes()


def test_the_window_needs_a_display(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    sentence = console.refused()
    assert "màn hình" in sentence
    assert "export" in sentence


def test_the_program_tests_itself(console: Console) -> None:
    answer = console.json("self-test")
    assert answer["ok"], answer
    assert {step["name"] for step in answer["steps"]} >= {"sample", "remind", "window", "export", "print"}
