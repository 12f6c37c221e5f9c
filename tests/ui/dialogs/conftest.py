"""The real program, with the sample plan and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from tests.ui.real_app import TODAY, make_sample, open_sample, preferences
from ui.bridge import Bridge
from ui.dialogs.import_wizard import ImportPage


@pytest.fixture(scope="session")
def stored_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def sample_app(tmp_path: Path, stored_sample: Path) -> Iterator[App]:
    app = open_sample(tmp_path / "data", stored_sample)
    yield app
    app.close()


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[App]:
    app = open_app(tmp_path / "data", SetClock(at(TODAY, 9)), actor="Lê Thị Hoa")
    yield app
    app.close()


@pytest.fixture
def sample_bridge(qtbot: QtBot, sample_app: App) -> Iterator[Bridge]:  # noqa: ARG001 - the application must exist
    bridge = Bridge(sample_app, preferences())
    yield bridge
    bridge.close()


@pytest.fixture
def empty_bridge(qtbot: QtBot, empty_app: App) -> Iterator[Bridge]:  # noqa: ARG001 - the application must exist
    bridge = Bridge(empty_app, preferences())
    yield bridge
    bridge.close()


@pytest.fixture
def import_page(qtbot: QtBot, empty_app: App, empty_bridge: Bridge) -> Iterator[ImportPage]:
    page = ImportPage(empty_app, empty_bridge)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    yield page
    page.reader.stop()
