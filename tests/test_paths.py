"""Where things lie."""

import sys
from pathlib import Path

import pytest

from cchc_desktop import paths


def test_resources_lie_beside_the_packages() -> None:
    assert (paths.resources() / "plans" / "tien-giang-2023.txt").is_file()


def test_a_frozen_program_has_them_in_its_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.parametrize(
    ("platform", "variable", "middle"),
    [
        ("win32", "LOCALAPPDATA", ()),
        ("linux", "XDG_DATA_HOME", ()),
        ("darwin", "HOME", ("Library", "Application Support")),
    ],
)
def test_the_data_folder_is_the_users_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, variable: str, middle: tuple[str, ...]
) -> None:
    monkeypatch.delenv("CCHC_DATA")
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.default_data_folder() == tmp_path.joinpath(*middle, "CCHC Desktop")


def test_a_named_data_folder_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "x"))
    assert paths.default_data_folder() == tmp_path / "x"


def test_everything_of_an_office_lies_in_one_folder(tmp_path: Path) -> None:
    folder = paths.DataFolder(tmp_path)
    for place in (folder.database, folder.backups, folder.attachments, folder.logs, folder.lock):
        assert place.parent == tmp_path
