"""Draws the pictures in docs/screenshots from the bundled sample plan: uv run python docs/make_screenshots.py."""

import os
import sys
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
SIZES = {"": (1366, 768), "-150": (1920, 1080)}
DONE = {
    ("I", "1"): (date(2023, 2, 20), "32/BC-SNV"),
    ("I", "2"): (date(2023, 1, 31), "15/KH-UBND"),
    ("I", "5"): (date(2023, 2, 8), "21/KH-SNV"),
    ("III", "1"): (date(2023, 3, 29), "118/KH-UBND"),
    ("V", "4"): (date(2023, 4, 14), "140/KH-UBND"),
}


def main() -> None:
    """Draw every page in light and dark, small and large."""
    TARGET.mkdir(exist_ok=True)
    qt = application(offscreen=True)
    with tempfile.TemporaryDirectory() as place:
        clock = SetClock(at(date(2023, 1, 11), 9))
        app = open_app(Path(place), clock, actor="Lê Thị Hoa")
        _fill(app, clock)
        for mode in ("light", "dark"):
            for suffix, size in SIZES.items():
                preferences = Preferences(None)
                preferences.put("display/scheme", mode)
                preferences.put("display/text_size", "largest" if suffix else "medium")
                theme.apply(qt, preferences)
                _draw(app, preferences, size, f"{mode}{suffix}")
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
    window.resize(*size)
    window.show()
    for page in ("overview", "tasks", "calendar", "reminders", "import", "settings"):
        window.show_page(page)
        _settle(300)
        window.grab().save(str(TARGET / f"{page}-{name}.png"))
    window.show_page("tasks", {"task": app.tasks.list()[3].id})
    _settle(300)
    window.grab().save(str(TARGET / f"panel-{name}.png"))
    window.leave_data_open()
    window.close()


def _settle(milliseconds: int) -> None:
    qt = application()
    end = QDeadlineTimer(milliseconds)
    while not end.hasExpired():
        qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main())
