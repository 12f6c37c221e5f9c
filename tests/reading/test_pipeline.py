"""Files from outside: read in a child process, refused with a sentence, never with a traceback."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import pipeline
from cchc_desktop.reading.pipeline import open_source, paste_html, paste_source
from cchc_desktop.reading.refusals import ReadingStopped
from tests.reading.documents import DATA
from tests.reading.hostile import REFUSED, small_sheet, small_word


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a temporary folder of its own; reading must leave it empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def refusal(path: Path, **limits: float) -> str:
    with pytest.raises(FileProblem) as caught:
        open_source(path, **limits)  # type: ignore[arg-type]  # the limits have different types
    return caught.value.message


IN_A_CHILD = (
    "old Word",
    "password",
    "pdf",
    "zip bomb",
    "entities",
    "last cell",
    "broken workbook",
    "parent folder",
)
"""Cases that are read through the child process here; test_child.py reads all of them in this process."""


@pytest.mark.parametrize("case", IN_A_CHILD)
def test_bad_files_are_refused_with_a_sentence(case: str, tmp_path: Path, temporary: Path) -> None:
    name, make, words = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make())
    message = refusal(path)
    assert words in message
    assert name in message
    assert message.endswith(".")
    assert "hãy" in message, "what to do now"
    assert "\n" not in message
    assert "Traceback" not in message
    assert not list(temporary.iterdir())


def test_a_missing_file(tmp_path: Path) -> None:
    assert "Không tìm thấy tệp “kh.docx”" in refusal(tmp_path / "kh.docx")
    assert "Không tìm thấy" in refusal(DATA / "c16_excel_semicolon.csv" / "kh.docx")


def test_a_folder(tmp_path: Path) -> None:
    assert "là thư mục" in refusal(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "kh.docx"
    path.touch()
    assert "không có nội dung" in refusal(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LARGEST_FILE", 100)
    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    assert "quá lớn" in refusal(path)


def test_a_file_held_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kh.xlsx"
    path.write_bytes(small_sheet())

    def held(*_: object) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "open", held)
    message = refusal(path)
    assert "đang mở trong chương trình khác" in message
    assert "đóng tệp" in message


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kh.xlsx"
    path.write_bytes(small_sheet())

    def broken(*_: object) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(Path, "open", broken)
    assert "ổ đĩa hoặc mạng" in refusal(path)


def test_a_file_that_takes_too_long(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    message = refusal(path, seconds=0)
    assert "quá 0 giây" in message
    assert not list(temporary.iterdir())


def test_a_file_that_takes_too_much_memory(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "kh.txt"
    path.write_text(("Kế hoạch cải cách hành chính " * 7 + "\n") * 28_000, encoding="utf-8")
    message = refusal(path, memory=60 * 2**20)
    assert "quá nhiều bộ nhớ" in message
    assert not list(temporary.iterdir())


def test_reading_can_be_stopped(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    with pytest.raises(ReadingStopped) as caught:
        open_source(path, cancelled=lambda: True)
    assert "theo yêu cầu" in caught.value.message
    assert not list(temporary.iterdir())


def test_asking_does_not_stop_the_reading(tmp_path: Path, temporary: Path) -> None:
    path = tmp_path / "Kế hoạch cải cách.docx"
    path.write_bytes(small_word())
    source = open_source(path, cancelled=lambda: False)
    assert (source.file, source.kind, source.lines) == ("Kế hoạch cải cách.docx", "docx", ("Kế hoạch",))
    assert len(source.sha256) == 64
    assert not list(temporary.iterdir())


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kh.txt").write_text("STT\tNội dung\n1\tRà soát", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert open_source(Path("kh.txt")).grids[0].rows[1][1] is not None


def test_the_folder_of_a_file_cannot_replace_our_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "openpyxl.py").write_text("raise SystemExit(9)", encoding="utf-8")
    (tmp_path / "cchc_desktop.py").write_text("raise SystemExit(9)", encoding="utf-8")
    path = tmp_path / "kh.xlsx"
    path.write_bytes(small_sheet())
    monkeypatch.chdir(tmp_path)
    assert open_source(path).kind == "xlsx"


def test_a_frozen_program_reads_in_a_child_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def start(command: list[str], **_: object) -> None:
        started.append(command)
        raise OSError(2, "no such program")

    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "cchc-desktop.exe")
    monkeypatch.setattr("subprocess.Popen", start)
    with pytest.raises(OSError, match="no such program"):
        open_source(path)
    assert started[0][:3] == ["cchc-desktop.exe", "_read", str(path)]


def test_pasted_text() -> None:
    source = paste_source("STT\tNội dung\r\n1\tRà soát\r\n")
    assert source.kind == "txt"
    assert [cell.text for cell in source.grids[0].rows[1] if cell] == ["1", "Rà soát"]


def test_pasted_html() -> None:
    html = "<table><tr><td>STT<td>Nội dung<tr><td>1<td>Rà soát\0</table>"
    source = paste_html(html)
    assert (source.kind, source.file) == ("html", "văn bản dán")
    assert [cell.text for cell in source.grids[0].rows[1] if cell] == ["1", "Rà soát"]
    assert paste_source(f"<html><body>{html}</body></html>".replace("\0", "")) == source
    assert paste_source("a <b>c</b>").kind == "txt"


def test_pasted_html_in_an_old_font() -> None:
    source = paste_html("<p>C¶i c¸ch hµnh chÝnh cña ñy ban nh©n d©n tØnh vµ c¸c së, ngµnh</p>")
    assert source.lines[0].startswith("Cải cách hành chính")
    assert [code for code, _ in source.notices] == ["old_encoding"]


def test_html_that_cannot_be_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileProblem, match="không có nội dung"):
        paste_html("<html><body><p>&nbsp;</p></body></html>")
    with pytest.raises(FileProblem, match="lồng nhau"):
        paste_html("<table><tr><td>" * 50)
    monkeypatch.setattr(pipeline, "LARGEST_PASTED", 2)
    with pytest.raises(FileProblem, match="quá lớn"):
        paste_html("<p>")


def test_other_readings_come_back_from_the_child(tmp_path: Path) -> None:
    path = tmp_path / "kh.htm"
    path.write_text("<table><tr><td>a<tr hidden><td>b</table>", encoding="utf-8")
    source = open_source(path)
    assert len(source.grids[0].rows) == 1
    assert len(source.otherwise("with_hidden").grids[0].rows) == 2


def test_nothing_pasted() -> None:
    with pytest.raises(FileProblem, match="không có nội dung"):
        paste_source(" \n ")


def test_waiting_leaves_the_processor_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    sleep = time.sleep

    def noted(seconds: float) -> None:
        pauses.append(seconds)
        sleep(seconds)

    monkeypatch.setattr(time, "sleep", noted)
    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    open_source(path)
    assert pauses
    assert min(pauses) > 0


@pytest.mark.parametrize(
    "program", ["", "import sys, pathlib; pathlib.Path(sys.argv[-2]).write_text('{', encoding='utf-8')"]
)
def test_a_child_that_dies_leaves_a_sentence(
    program: str, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    popen = subprocess.Popen
    monkeypatch.setattr(
        "subprocess.Popen",
        lambda command, **more: popen([sys.executable, "-c", program, *command[-3:]], **more),
    )
    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    assert "quá nhiều bộ nhớ" in refusal(path)
    assert not list(temporary.iterdir())


def test_details_of_a_defect_go_to_the_log_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    result = {"problem": "Tệp “kh.docx” bị hỏng; hãy lưu lại.", "details": "KeyError: 'x'"}
    program = f"import sys, pathlib; pathlib.Path(sys.argv[-2]).write_text({json.dumps(result)!r}, encoding='utf-8')"
    popen = subprocess.Popen
    monkeypatch.setattr(
        "subprocess.Popen",
        lambda command, **more: popen([sys.executable, "-c", program, *command[-3:]], **more),
    )
    path = tmp_path / "kh.docx"
    path.write_bytes(small_word())
    assert refusal(path) == result["problem"]
    assert "KeyError" in caplog.text
