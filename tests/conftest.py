"""What every test shares: no display is needed, no real data folder is touched, time stands still."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and data of the person who runs the tests out of reach."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA", "CCHC_DATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(scope="session")
def qapp() -> Iterator["QApplication"]:
    """Return the program's own QApplication, the same for all tests: Vietnamese buttons, dates and fonts."""
    from ui.app import application, release_clipboard

    app = application(offscreen=True)
    yield app
    release_clipboard(app)


@pytest.fixture
def plan_text() -> Path:
    """Return the bundled sample plan."""
    return Path(__file__).parents[1] / "resources" / "plans" / "tien-giang-2023.txt"


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data file with the sample plan, made once; copy it before use."""
    folder = tmp_path_factory.mktemp("sample")
    from cchc_desktop.bootstrap import open_app
    from cchc_desktop.clock import SetClock, at

    app = open_app(folder, SetClock(at(date(2023, 1, 11))), actor="Lê Thị Hoa")
    app.imports.sample()
    app.close()
    return folder / "cchc.db"
