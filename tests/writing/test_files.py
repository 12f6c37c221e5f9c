"""Replacing a file whole or not at all, and the sentence when it cannot be done."""

import errno
import os
from pathlib import Path

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.writing.files import OPEN_ELSEWHERE, replacing


def write(path: Path, content: bytes = b"new") -> None:
    with replacing(path) as stream:
        stream.write(content)


def test_a_new_file_appears_and_an_old_one_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "phụ lục.xlsx"
    write(path, b"one")
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_after_a_failure_the_old_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def fail() -> None:
        with replacing(path) as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(path)
    (tmp_path / "plain").write_bytes(b"")
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("không có/a.xlsx", "Không tìm thấy thư mục"),
        ("a" * 300 + ".xlsx", ""),
        ("tệp/a.xlsx", "không phải là thư mục"),
        ("thư mục", "là một thư mục"),
        ("a\0b.xlsx", "Tên tệp quá dài hoặc có ký tự không dùng được"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str, sentence: str) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    (tmp_path / "thư mục").mkdir()
    with pytest.raises(FileProblem) as caught:
        write(tmp_path / place)
    assert sentence in caught.value.message
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["thư mục", "tệp"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_named(tmp_path: Path) -> None:
    def fill() -> None:
        with replacing(tmp_path / "a.xlsx"), Path("/dev/full").open("wb", buffering=0) as full:
            full.write(b"x")

    with pytest.raises(FileProblem, match="ổ đĩa đã đầy"):
        fill()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(errno.EACCES, "no"), "Không có quyền ghi vào thư mục"),
        (OSError(errno.EROFS, "read-only"), "Không có quyền ghi vào thư mục"),
        (OSError(errno.EIO, "input/output error"), "ổ đĩa báo lỗi: input/output error"),
    ],
)
def test_what_the_disk_says_becomes_one_sentence(tmp_path: Path, error: OSError, sentence: str) -> None:
    def fail() -> None:
        with replacing(tmp_path / "a.xlsx"):
            raise error

    with pytest.raises(FileProblem) as caught:
        fail()
    assert sentence in caught.value.message
    assert "\n" not in caught.value.message


def test_a_target_held_open_elsewhere_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def refuse(_self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    monkeypatch.setattr(Path, "replace", refuse)  # as Windows does while Excel has the file
    with pytest.raises(FileProblem) as caught:
        write(path)
    assert caught.value.message == OPEN_ELSEWHERE
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
