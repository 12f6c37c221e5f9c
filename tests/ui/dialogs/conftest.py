"""The import page on a program without data."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from ui.bridge import Bridge
from ui.dialogs.import_wizard import ImportPage


@pytest.fixture
def import_page(qtbot: QtBot, empty_app: App, empty_bridge: Bridge) -> Iterator[ImportPage]:
    page = ImportPage(empty_app, empty_bridge)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    yield page
    page.reader.stop()
