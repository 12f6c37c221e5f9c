"""Draws the pictures in docs/screenshots from the bundled sample plan: uv run python docs/make_screenshots.py."""

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Progress
from cchc_desktop.services.result_entry import ResultEntry
from ui import theme
from ui.app import application
from ui.main_window import MainWindow
from ui.preferences import Preferences

TARGET = Path(__file__).parent / "screenshots"
TODAY = at(date(2023, 9, 11), 9)
PAGES = {
    "light": (
        "overview",
        "tasks",
        "panel",
        "calendar",
        "reminders",
        "plans",
        "agencies",
        "import",
        "settings",
    ),
    "dark": ("overview", "tasks"),
    "light-150": ("tasks", "panel"),
}
"""What is drawn: 1366×768 at the middle text size; with 150, 1920×1080 at the largest."""
DONE = {
    ("I", "1"): (date(2023, 2, 20), "32/BC-SNV"),
    ("I", "2"): (date(2023, 1, 31), "15/KH-UBND"),
    ("I", "5"): (date(2023, 2, 8), "21/KH-SNV"),
    ("III", "1"): (date(2023, 3, 29), "118/KH-UBND"),
    ("V", "4"): (date(2023, 4, 14), "140/KH-UBND"),
}


def main() -> None:
    """Draw the pages."""
    TARGET.mkdir(exist_ok=True)
    qt = application(offscreen=True)
    with tempfile.TemporaryDirectory() as place:
        clock = SetClock(at(date(2023, 1, 11), 9))
        app = open_app(Path(place), clock, actor="Lê Thị Hoa")
        _fill(app, clock)
        for name in PAGES:
            scheme, _, large = name.partition("-")
            preferences = Preferences(None)
            preferences.put("display/scheme", scheme)
            preferences.put("display/text_size", "largest" if large else "medium")
            theme.apply(qt, preferences)
            _draw(app, preferences, (1920, 1080) if large else (1366, 768), name)
        app.close()


def _fill(app: App, clock: SetClock) -> None:
    app.imports.sample()
    clock.moment = TODAY
    app.offices.save(
        Office("so-noi-vu", "Sở Nội vụ", "Tiền Giang", OfficeRole.STANDING_BODY, 2023, first_run_done=True)
    )
    by_place = {(task.section, task.number): task for task in app.tasks.list()}
    for where, (day, document) in DONE.items():
        app.tasks.record(by_place[where].id, ResultEntry(Progress.COMPLETED, day, document))
    app.tasks.record(by_place["I", "6"].id, ResultEntry(Progress.IN_PROGRESS))
    app.tasks.record(by_place["I", "9"].id, ResultEntry(own_due=date(2023, 9, 15)))
    app.tasks.record(
        by_place["III", "3"].id, ResultEntry(completed_on=date(2023, 8, 31), document="88/BC-VP")
    )
    for key, day, document in (
        ("2023-Q1", date(2023, 3, 17), "35/BC-SNV"),
        ("2023-H1", date(2023, 6, 16), "77/BC-SNV"),
    ):
        app.reports.submit(key, day, document)
    app.reminders.run(trusted_clock=True)


def _draw(app: App, preferences: Preferences, size: tuple[int, int], name: str) -> None:
    window = MainWindow(app.folder.root, app.clock, preferences)
    window.with_tray = False
    window.asks_first_run = False
    window.take_app(app)
    window.show()
    _settle(window)
    window.setMaximumSize(*size)
    window.setMinimumSize(*size)  # a window fits itself to the screen, and the offscreen one is small
    for page in PAGES[name]:
        if page == "panel":
            window.show_page("tasks", {"task": app.tasks.list()[3].id})
        else:
            window.show_page(page)
        _settle(window)
        window.grab().save(str(TARGET / f"{page}-{name}.png"))
    window.leave_data_open()


def _settle(window: MainWindow) -> None:
    """Wait until nothing is read in the background any more, and the page is laid out."""
    qt = application()
    quiet = QDeadlineTimer(400)
    while not quiet.hasExpired():
        qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if window.bridge.background.is_busy():
            quiet = QDeadlineTimer(400)


if __name__ == "__main__":
    main()
