"""What the child process does: limits, findings and refusals in a JSON file."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import child
from cchc_desktop.reading.child import main, read_bytes
from tests.reading.documents import DATA
from tests.reading.hostile import REFUSED, small_sheet, small_word


@pytest.mark.parametrize("case", REFUSED)
def test_every_bad_file_has_its_sentence(case: str) -> None:
    name, make, words = REFUSED[case]
    with pytest.raises(FileProblem) as caught:
        read_bytes(name, make())
    message = caught.value.message
    assert words in message
    assert f"“{name}”" in message
    assert "hãy" in message
    assert message.endswith(".")
    assert message.count(". ") == 0, "one sentence"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("kh.bin", small_word(), "docx"),
        ("kh.doc", small_sheet(), "xlsx"),
        ("kh.docx", "\ufeffKế hoạch\tnăm".encode(), "txt"),
        ("kh.txt", "Kế hoạch".encode("utf-16"), "txt"),
        ("kh.txt", "Kế hoạch năm 2024".encode("utf-16-le"), "txt"),
        ("kh.txt", "Kế hoạch năm 2024".encode("utf-16-be"), "txt"),
        ("kh.txt", b"BM la chu viet tat", "txt"),
        ("KH.CSV", b"a;b", "csv"),
        ("kh.txt", "STT;Nội dung;Cơ quan chủ trì;Thời gian\n1;Rà soát;Sở Tư pháp;Quý I".encode(), "csv"),
        ("kh.txt", "Nhiệm vụ, giải pháp, kinh phí, thời gian, nội dung\nđược nêu ở trên".encode(), "txt"),
    ],
)
def test_the_content_decides_the_kind(name: str, data: bytes, kind: str) -> None:
    source = read_bytes(name, data)
    assert (source.file, source.kind) == (name, kind)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_findings_go_into_a_file(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    assert main([str(DATA / "c19_hard_cells.txt"), str(output)]) == 0
    record = json.loads(output.read_text(encoding="utf-8"))
    assert record["source"]["kind"] == "txt"
    assert record["source"]["grids"][0]["rows"][1][0] == "I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH"


def test_a_refusal_goes_into_the_file_too(tmp_path: Path) -> None:
    path, output = tmp_path / "kh.pdf", tmp_path / "out.json"
    path.write_bytes(b"%PDF-1.7")
    assert main([str(path), str(output)]) == 0
    assert "PDF" in json.loads(output.read_text(encoding="utf-8"))["problem"]


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (MemoryError(), "bộ nhớ"),
        (PermissionError(), "đang mở"),
        (OSError(), "ổ đĩa"),
        (KeyError("x"), "hỏng"),
    ],
)
def test_trouble_while_reading(
    trouble: Exception, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(child, "reader_of", fail)
    path, output = tmp_path / "kh.docx", tmp_path / "out.json"
    path.write_bytes(small_word())
    main([str(path), str(output)])
    record = json.loads(output.read_text(encoding="utf-8"))
    assert words in record["problem"]
    assert ("details" in record) == isinstance(trouble, KeyError)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the address space")
def test_the_memory_limit_is_set_before_the_file_is_opened(tmp_path: Path) -> None:
    path, output = tmp_path / "kh.txt", tmp_path / "out.json"
    path.write_text(("Kế hoạch cải cách hành chính " * 7 + "\n") * 28_000, encoding="utf-8")
    arguments = ["-m", "cchc_desktop.reading.child", str(path), str(output), str(60 * 2**20)]
    subprocess.run([sys.executable, *arguments], check=True, cwd=Path(child.__file__).parents[2])
    assert "bộ nhớ" in json.loads(output.read_text(encoding="utf-8"))["problem"]
