"""The entries the command line uses: the self-test's tour, printing without a window, the start itself."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock
from ui import app as entry
from ui.main_window import MainWindow
from ui.window_pages import NAMES


def test_the_tour_visits_every_page_and_leaves_the_data_open(qapp: QApplication, core: App) -> None:  # noqa: ARG001
    found = entry.check_window(core)
    assert found["pages"] == len(NAMES)
    assert found["tasks"] == 53
    assert found["rows"] > 20
    assert len(core.tasks.list()) == 53


def test_pages_are_printed_without_a_window(qapp: QApplication, core: App, tmp_path: Path) -> None:  # noqa: ARG001
    target = tmp_path / "phụ lục.pdf"
    pages = entry.print_pdf(core.exports.document(core.tasks.list()), target)
    assert pages > 3
    assert target.read_bytes().startswith(b"%PDF")


def test_the_application_is_made_once(qapp: QApplication) -> None:
    assert entry.application() is qapp
    assert qapp.applicationName() == "CCHC Desktop"


@pytest.mark.parametrize("minimized", [False, True])
def test_a_window_opens_and_ends_by_its_own_command(
    qtbot: QtBot,  # noqa: ARG001 - the application must exist
    office_folder: Path,
    clock: SetClock,
    minimized: bool,
) -> None:
    seen: list[tuple[bool, int]] = []

    def look() -> None:
        windows = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, MainWindow) and each.bridge.app
        ]
        if not windows or windows[0].bridge.background.is_busy():
            QTimer.singleShot(50, look)
            return
        (window,) = windows
        seen.append((window.isVisible() and not window.isMinimized(), len(window.tasks.source().rows)))
        window.quit_program()

    QTimer.singleShot(50, look)
    assert entry.open_window(office_folder, clock, minimized=minimized) == 0
    assert seen == [(not minimized, 53)]
    assert (office_folder / "window.ini").is_file()
    assert (
        not (office_folder / "cchc.lock").exists()
        or not (office_folder / "cchc.lock").read_text("utf-8").strip()
    )


def test_copied_cells_do_not_outlive_python() -> None:
    script = """
import sys
from PySide6.QtCore import QMimeData
from ui.app import application, release_clipboard
app = application(offscreen=True)
copied = QMimeData()
copied.setText("Sở Nội vụ")
app.clipboard().setMimeData(copied)
release_clipboard(app)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(entry.__file__).parents[1], check=False)
    assert done.returncode == 0
