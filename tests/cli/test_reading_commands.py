"""read, deadline, parties."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Console

READING = {"kind", "start", "due", "occurrences", "certain", "explanation"}


def test_read_prints_the_draft_and_stores_nothing(console: Console, plan_text: Path) -> None:
    draft = console.json("read", str(plan_text))
    assert len(draft["tasks"]) == 53
    assert draft["plan"]["document_number"] == "45/QĐ-UBND"
    assert draft["repairs"]["dropped_headers"] == 7
    assert not console.folder.exists()


def test_read_shows_people_a_table(console: Console, plan_text: Path) -> None:
    status, out, _ = console.run("read", str(plan_text))
    assert status == 0
    assert "53 nhiệm vụ" in out
    assert "VII.7" in out


def test_read_takes_pasted_text(console: Console, plan_text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(plan_text.read_bytes())))
    assert len(console.json("read", "-", "--year", "2024")["tasks"]) == 53


def test_pasted_text_in_another_code_page_is_refused(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Sở".encode("utf-16"))))
    assert "UTF-8" in console.refused("read", "-")


@pytest.mark.parametrize("name", ["khong-co.docx", "."])
def test_read_refuses_what_is_not_a_file(console: Console, tmp_path: Path, name: str) -> None:
    assert console.refused("read", str(tmp_path / name))


def test_deadline_explains_a_phrase(console: Console) -> None:
    reading = console.json("deadline", "Tháng 02 năm 2023", "--year", "2023")
    assert set(reading) >= READING
    assert (reading["kind"], reading["start"], reading["due"]) == ("window", "2023-02-01", "2023-02-28")
    status, out, _ = console.run("deadline", "Thường xuyên", "--year", "2023")
    assert status == 0
    assert out.strip()


def test_deadlines_of_a_file_come_as_a_list(console: Console, tmp_path: Path) -> None:
    phrases = tmp_path / "cum-tu.tsv"
    phrases.write_text("\ufeffQuý IV năm 2023\t2023\nThường xuyên\t2023\n\n", encoding="utf-8")
    assert [each["kind"] for each in console.json("deadline", "--file", str(phrases))] == [
        "window",
        "continuous",
    ]


@pytest.mark.parametrize("line", ["Quý IV năm 2023", "Quý IV\tnăm", "Quý IV\t99"])
def test_a_line_without_year_is_refused_by_number(console: Console, tmp_path: Path, line: str) -> None:
    phrases = tmp_path / "cum-tu.tsv"
    phrases.write_text(f"Quý I\t2023\n{line}\n", encoding="utf-8")
    assert "Dòng 2" in console.refused("deadline", "--file", str(phrases))


def test_deadline_and_parties_need_something_to_read(console: Console) -> None:
    for arguments, hint in ((["deadline", "Quý I"], "--year"), (["parties"], "--file")):
        status, out, err = console.run(*arguments)
        assert (status, out) == (2, "")
        assert hint in err


def test_parties_of_a_cell(console: Console) -> None:
    parties = console.json("parties", "Các cơ quan chuyên môn thuộc UBND tỉnh; UBND cấp huyện, cấp xã")
    assert [party["kind"] for party in parties] == ["group", "group", "group"]
    assert parties[2]["text"] == "cấp xã"
    status, out, _ = console.run("parties", "Sở Nội vụ")
    assert status == 0
    assert "cơ quan" in out


def test_parties_of_a_file_come_as_a_list_of_lists(console: Console, tmp_path: Path) -> None:
    cells = tmp_path / "o.txt"
    cells.write_text("Sở Nội vụ, Sở Tư pháp\nCác cơ quan, đơn vị có liên quan\n", encoding="utf-8")
    found = console.json("parties", "--file", str(cells))
    assert [[party["kind"] for party in cell] for cell in found] == [["agency", "agency"], ["unspecified"]]


def test_a_list_that_cannot_be_read_is_refused(console: Console, tmp_path: Path) -> None:
    assert "Không mở được" in console.refused("parties", "--file", str(tmp_path / "khong-co.txt"))
    other = tmp_path / "o.txt"
    other.write_bytes("Sở".encode("utf-16"))
    assert "UTF-8" in console.refused("parties", "--file", str(other))


def test_the_offices_own_directory_is_used_once_there_is_one(sample: Console) -> None:
    assert sample.json("parties", "Sở Nội vụ")[0]["name"] == "Sở Nội vụ"
