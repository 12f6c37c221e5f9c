"""An officer's window: the sample plan in a real data folder, a clock that stands, widgets without a screen."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from tests.ui.real_app import TODAY, make_sample, open_sample, preferences
from ui import theme
from ui.bridge import Bridge
from ui.first_look import first_look
from ui.main_window import MainWindow
from ui.pages.tasks import TasksPage
from ui.preferences import Preferences

OFFICER_DAY = date(2023, 4, 20)
"""A Thursday: five tasks of Sở Nội vụ are overdue, none is due within 15 working days."""


@pytest.fixture(autouse=True)
def _usual_theme(qapp: QApplication) -> Iterator[None]:
    """Begin with the light theme at the middle size, and leave no window behind."""
    theme.apply(qapp, light())
    qapp.setQuitOnLastWindowClosed(False)  # a window without a tray turns it on, for the rest of the program
    yield
    for widget in qapp.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.close()


def light() -> Preferences:
    """Return preferences that do not depend on the machine's colours."""
    made = Preferences(None)
    made.put("display/scheme", "light")
    return made


@pytest.fixture
def clock() -> SetClock:
    return SetClock(at(OFFICER_DAY, 8, 42))


@pytest.fixture(scope="session")
def office_database(tmp_path_factory: pytest.TempPathFactory, sample_database: Path) -> Path:
    """Return the sample data of an office that is Sở Nội vụ, made once; copy it before use."""
    folder = tmp_path_factory.mktemp("so-noi-vu")
    shutil.copy(sample_database, folder / "cchc.db")
    app = open_app(folder, SetClock(at(OFFICER_DAY, 8)), actor="Lê Thị Hoa")
    own = next(agency for agency in app.agencies.directory().agencies if agency.name == "Sở Nội vụ")
    app.offices.save(
        replace(app.offices.get(), agency_key=own.key, agency_name=own.name, year=2023, first_run_done=True)
    )
    app.close()
    return folder / "cchc.db"


@pytest.fixture
def office_folder(tmp_path: Path, office_database: Path) -> Path:
    """Return a data folder of Sở Nội vụ with the sample plan."""
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copy(office_database, folder / "cchc.db")
    return folder


@pytest.fixture
def core(office_folder: Path, clock: SetClock) -> Iterator[App]:
    app = open_app(office_folder, clock, actor="Lê Thị Hoa")
    yield app
    app.close()


@pytest.fixture
def bridge(qapp: QApplication, core: App) -> Iterator[Bridge]:  # noqa: ARG001 - the application must exist
    made = Bridge(core, light())
    yield made
    made.close()


@pytest.fixture
def at_rest(qtbot: QtBot) -> Callable[[Bridge], None]:
    """Return a function that waits until the worker thread has nothing to do."""

    def wait(bridge: Bridge) -> None:
        qtbot.waitUntil(lambda: not bridge.background.is_busy(), timeout=10_000)

    return wait


@pytest.fixture
def page(qtbot: QtBot, core: App, bridge: Bridge, at_rest: Callable[[Bridge], None]) -> TasksPage:
    """Return the task page, filled."""
    made = TasksPage(core, bridge)
    qtbot.addWidget(made)
    bridge.changed.connect(made.refresh)
    made.resize(1150, 700)
    made.show()
    made.refresh()
    at_rest(bridge)
    return made


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, office_folder: Path, clock: SetClock, at_rest: Callable[[Bridge], None]
) -> Iterator[MainWindow]:
    """Return the main window on open data, on the task page."""
    preferences = Preferences(office_folder)
    preferences.put("display/scheme", "light")
    preferences.put("window/page", "tasks")
    theme.apply(qapp, preferences)
    made = MainWindow(office_folder, clock, preferences, first_look(office_folder))
    qtbot.addWidget(made)
    made.with_tray = False
    made.resize(1366, 768)
    made.show()
    made.open_data()
    qtbot.waitUntil(lambda: made.bridge.app is not None, timeout=10_000)
    at_rest(made.bridge)
    yield made
    made.shut_down()


# --- the program as pages and dialogs meet it, with the sample plan and without ------------------------------------


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
