"""Entry of the window's side: opens the window, prints to PDF, and tries every page for the self-test."""

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from cchc_desktop.clock import Clock
from cchc_desktop.paths import DataFolder, resources
from ui import icons, theme
from ui.errors import DefectHook
from ui.first_look import first_look
from ui.garbage import GarbageKeeper
from ui.preferences import Preferences
from ui.window_pages import NAMES

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from cchc_desktop.writing.appendix import AppendixDocument

_NAME = "CCHC Desktop"
_VISIT_MS = 20_000


def open_window(folder: Path, clock: Clock, *, minimized: bool = False) -> int:
    """Open the window on a data folder and run until it is closed; 0 when another window of it was raised instead.

    ``minimized`` is the start with the system: the window waits in the tray, or in the task bar without one.
    """
    from ui.main_window import MainWindow
    from ui.single_instance import SingleInstance

    folder = Path(folder)
    app = application()
    single = SingleInstance(folder)
    if single.raise_other():
        return 0
    single.listen()
    preferences = Preferences(folder)
    theme.choose(app, preferences)
    hook = DefectHook(DataFolder(folder).logs, app)
    hook.install()
    window = MainWindow(folder, clock, preferences, first_look(folder))
    theme.apply(app, preferences)
    single.raise_wanted.connect(window.raise_window)
    app.commitDataRequest.connect(lambda _manager: window.tasks.leave())
    if minimized:
        window.start_hidden()
        QTimer.singleShot(0, window, window.open_data)
    else:
        window.first_painted.connect(window.open_data)
        window.show()
    status = app.exec()
    window.shut_down()
    release_clipboard(app)
    single.close()
    hook.uninstall()
    return status


def print_pdf(document: "AppendixDocument", path: Path) -> int:
    """Draw a document to a PDF file, also without a display; return the number of pages."""
    application(offscreen=not _has_display())
    from ui.printing.paginator import print_pdf as draw

    return draw(document, path)


def check_window(app: "App") -> dict[str, Any]:
    """Build the window offscreen on open data, visit every page, and return what was found there."""
    from ui.main_window import MainWindow

    qt = application(offscreen=True)
    preferences = Preferences(None)
    theme.apply(qt, preferences)
    window = MainWindow(app.folder.root, app.clock, preferences)
    window.with_tray = False
    window.asks_first_run = False
    loaded: list[int] = []
    window.tasks.loaded.connect(lambda source: loaded.append(len(source.rows)))
    window.take_app(app)
    window.resize(1366, 768)
    window.show()
    _wait(qt, lambda: bool(loaded) and not window.bridge.background.is_busy())
    visited = []
    for name in NAMES:
        window.show_page(name)
        _wait(qt, lambda: not window.bridge.background.is_busy())
        if window.host.current_name() == name and not window.grab().isNull():
            visited.append(name)
    missing = [name for name in NAMES if name not in visited]
    if missing:
        raise RuntimeError(f"pages that cannot be shown: {', '.join(missing)}")
    found = {"pages": len(visited), "tasks": loaded[-1], "rows": window.tasks.model.rowCount()}
    window.leave_data_open()
    return found


def application(*, offscreen: bool = False) -> QApplication:
    """Return the QApplication, made if there is none yet: names, fonts, Vietnamese dates and buttons."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if offscreen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    logging.getLogger("cchc").addHandler(logging.NullHandler())
    app = QApplication(sys.argv[:1])
    app.setApplicationName(_NAME)
    app.setApplicationDisplayName("")
    app.setDesktopFileName("cchc-desktop")
    app.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    GarbageKeeper(app)
    translate(app)
    app.setWindowIcon(program_icon())
    return app


def release_clipboard(app: QApplication) -> None:
    """Let go of what we copied where no system keeps it: Qt would destroy it after Python has gone, and crash."""
    if app.platformName() in ("offscreen", "minimal"):
        app.clipboard().clear()


def translate(app: QApplication) -> bool:
    """Load the Vietnamese words of Qt's own buttons and menus; the binding brings none."""
    translator = QTranslator(app)
    loaded = translator.load(str(resources() / "translations" / "qtbase_vi.qm"))
    if not loaded:  # a system's Qt may have them
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        loaded = translator.load("qtbase_vi", place)
    return loaded and app.installTranslator(translator)


def program_icon() -> QIcon:
    """Return the icon of the program for windows and tray."""
    return icons.program_icon()


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _wait(app: QApplication, ready: Any) -> None:
    """Process events until something is true. Raises TimeoutError after 20 seconds."""
    from time import monotonic

    stop = monotonic() + _VISIT_MS / 1000
    app.processEvents()
    while not ready():
        app.processEvents()
        if monotonic() > stop:
            raise TimeoutError("the window did not come to rest")
    app.processEvents()
