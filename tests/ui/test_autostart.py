"""Starting with the computer: what is written can be taken back, and says which data to open."""

import shlex
import sys
from pathlib import Path

import pytest

from ui import autostart

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the registry of the tester is left alone")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def test_it_can_be_turned_on_and_off(config: Path, tmp_path: Path) -> None:
    assert not autostart.is_on()
    assert autostart.put(on=True, folder=tmp_path / "dữ liệu 100%")
    assert autostart.is_on()
    written = (config / "autostart" / "cchc-desktop.desktop").read_text("utf-8")
    line = next(line for line in written.splitlines() if line.startswith("Exec="))
    assert shlex.split(line.removeprefix("Exec="))[-3:] == [
        "--data",
        f"{tmp_path}/dữ liệu 100%%",
        "--minimized",
    ]
    assert autostart.put(on=False, folder=tmp_path)
    assert not autostart.is_on()
    assert autostart.put(on=False, folder=tmp_path), "off twice is off"


def test_a_folder_that_cannot_be_written_is_said(config: Path, tmp_path: Path) -> None:
    config.write_text("a file where the folder should be")
    assert not autostart.put(on=True, folder=tmp_path)
    assert not autostart.is_on()
