"""Originals kept byte for byte, verified when opened."""

import hashlib
from pathlib import Path

import pytest

from cchc_desktop.errors import FileProblem, StorageProblem
from cchc_desktop.services import source_files
from cchc_desktop.services.source_files import SourceFile, SourceFiles

BYTES = "Kế hoạch CCHC".encode()
SHA = hashlib.sha256(BYTES).hexdigest()
PLAN = SourceFile("Kế hoạch.txt", "txt", SHA)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch.txt"
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def files(tmp_path: Path) -> SourceFiles:
    return SourceFiles(tmp_path / "data" / "files")


def test_pasted_text_is_kept_though_its_file_is_gone(files: SourceFiles, original: Path) -> None:
    files.note(original, SHA)
    original.unlink()
    assert files.keep(SourceFile("Nội dung dán", "txt", SHA))
    assert [path.name for path in files.folder.iterdir()] == [f"{SHA}.txt"]


def test_a_large_file_is_read_again_where_it_lies(
    files: SourceFiles, original: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_files, "_HELD", 3)
    files.note(original, SHA)
    assert files.keep(PLAN)
    assert files.is_kept(PLAN)


def test_a_file_changed_since_it_was_read_is_not_taken(
    files: SourceFiles, original: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_files, "_HELD", 3)
    files.note(original, SHA)
    original.write_bytes(b"something else")
    assert not files.keep(PLAN)
    original.unlink()
    assert not files.keep(PLAN)
    files.note(original, SHA)
    assert not files.is_kept(PLAN)


def test_what_was_never_read_or_has_no_hash_is_not_kept(files: SourceFiles, original: Path) -> None:
    files.note(original, "")
    assert not files.keep(PLAN)
    assert not files.keep(SourceFile("x.txt", "txt", ""))
    assert not files.is_kept(SourceFile("x.txt", "txt", ""))


def test_keeping_twice_leaves_one_and_mends_a_damaged_one(files: SourceFiles, original: Path) -> None:
    files.note(original, SHA)
    assert files.keep(PLAN)
    assert files.keep(PLAN)
    kept = files.folder / f"{SHA}.txt"
    kept.write_bytes(b"damaged")
    assert files.keep(PLAN)
    assert kept.read_bytes() == BYTES


def test_opening_hands_out_a_copy_under_the_own_name(files: SourceFiles, original: Path) -> None:
    files.note(original, SHA)
    files.keep(PLAN)
    copy = files.copy_to_open(PLAN)
    assert (copy.name, copy.read_bytes()) == ("Kế hoạch.txt", BYTES)
    copy.write_bytes(b"edited")
    assert files.copy_to_open(PLAN).read_bytes() == BYTES
    assert files.copy_to_open(PLAN) == copy
    files.forget_opened()
    assert not copy.exists()
    assert files.is_kept(PLAN)


def test_a_copy_that_cannot_be_replaced_gets_another_place(files: SourceFiles, original: Path) -> None:
    files.note(original, SHA)
    files.keep(PLAN)
    first = files.copy_to_open(PLAN)
    first.unlink()
    first.mkdir()
    second = files.copy_to_open(PLAN)
    assert second != first
    assert second.read_bytes() == BYTES


def test_a_missing_or_damaged_original_says_so(files: SourceFiles, original: Path, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="Chưa có bản lưu"):
        files.copy_to_open(PLAN)
    files.note(original, SHA)
    files.keep(PLAN)
    (files.folder / f"{SHA}.txt").write_bytes(b"damaged")
    with pytest.raises(FileProblem, match="đã bị thay đổi hoặc hỏng"):
        files.save_copy(PLAN, tmp_path / "copy.txt")
    assert not (tmp_path / "copy.txt").exists()


def test_a_copy_is_saved_where_told_and_never_over_itself(
    files: SourceFiles, original: Path, tmp_path: Path
) -> None:
    files.note(original, SHA)
    files.keep(PLAN)
    target = files.save_copy(PLAN, tmp_path / "copy.txt")
    assert target.read_bytes() == BYTES
    kept = files.folder / f"{SHA}.txt"
    assert files.save_copy(PLAN, kept) == kept
    assert kept.read_bytes() == BYTES


def test_a_lost_original_is_taken_back_only_if_it_is_the_same(files: SourceFiles, original: Path) -> None:
    other = original.with_name("other.txt")
    other.write_bytes(b"another file")
    with pytest.raises(FileProblem, match="không phải đúng tệp đã nhập"):
        files.take_back(PLAN, other)
    with pytest.raises(FileProblem, match="Không đọc được tệp"):
        files.take_back(PLAN, original.with_name("none.txt"))
    files.take_back(PLAN, original)
    assert files.copy_to_open(PLAN).read_bytes() == BYTES


def test_read_only_data_are_not_written(files: SourceFiles, original: Path) -> None:
    files.note(original, SHA)
    files.keep(PLAN)
    reader = SourceFiles(files.folder, read_only=True)
    reader.note(original, SHA)
    reader.forget_opened()
    copy = reader.copy_to_open(PLAN)
    assert copy.read_bytes() == BYTES
    assert files.folder not in copy.parents
    with pytest.raises(StorageProblem, match="chỉ đọc"):
        SourceFiles(files.folder.with_name("none"), read_only=True).take_back(PLAN, original)


def test_a_folder_that_cannot_be_made_falls_back_to_a_temporary_one(
    files: SourceFiles, original: Path
) -> None:
    files.note(original, SHA)
    files.keep(PLAN)
    (files.folder / "opened").write_text("a file in the way")
    assert files.copy_to_open(PLAN).read_bytes() == BYTES


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("kehoach.bat", "txt", "kehoach.bat.txt"),
        ("CON.txt", "txt", "_CON.txt"),
        ("...", "pdf", "tep-goc.pdf"),
        ("Phụ lục.XLSX", "xlsx", "Phụ lục.xlsx"),
        ("x", "", "x.txt"),
    ],
)
def test_names_of_copies_are_safe(name: str, kind: str, expected: str) -> None:
    assert SourceFile(name, kind, SHA).file_name == expected
