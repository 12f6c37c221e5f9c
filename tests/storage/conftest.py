"""Real data folders for the tests of storage: made once by the program itself, copied for each test."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.clock import VIETNAM, SetClock
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.schema import prepare

NOW = datetime(2026, 11, 22, 8, 42, tzinfo=VIETNAM)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture(scope="session")
def _pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = DataFolder(tmp_path_factory.mktemp("pristine") / "du-lieu")
    prepare(folder, SetClock(NOW))
    return folder.root


@pytest.fixture
def folder(_pristine: Path, tmp_path: Path) -> DataFolder:
    """Return a prepared folder whose path has blanks, accents and signs that mean something in a URI."""
    return DataFolder(Path(shutil.copytree(_pristine, tmp_path / "Dữ liệu CCHC #1 100%?")))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Return a function that mounts a disk of some megabytes; needs root."""
    places: list[Path] = []

    def make(megabytes: int) -> Path:
        place = tmp_path / f"disk{len(places)}"
        place.mkdir()
        _mount(["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)])
        places.append(place)
        return place

    yield make
    for place in places:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


@pytest.fixture
def read_only_place(small_disk: Callable[[int], Path]) -> Callable[[Path], Path]:
    """Return a function that puts a copy of a folder on a medium that cannot be written."""

    def make(source: Path) -> Path:
        place = small_disk(8)
        target = Path(shutil.copytree(source, place / source.name))
        _mount(["-o", "remount,ro", str(place)])
        return target

    return make


def _mount(arguments: list[str]) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a disk needs root")
    done = subprocess.run(["mount", *arguments], check=False, capture_output=True)
    if done.returncode != 0:
        pytest.skip(
            f"this machine does not let tests mount a disk: {done.stderr.decode(errors='replace').strip()}"
        )
