"""An officer's day in the real window: import, filter, complete, be reminded, close and open again, export, read back."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Progress
from ui import theme
from ui.dialogs.complete import CompleteDialog
from ui.dialogs.export import ExportDialog, write
from ui.dialogs.import_wizard import ImportPage
from ui.main_window import MainWindow
from ui.pages.reminders import RemindersPage
from ui.preferences import Preferences

PATIENCE = 20_000
TODAY = date(2023, 3, 16)
OFFICE = Office("so-noi-vu", "Sở Nội vụ", "Tiền Giang", OfficeRole.DEPARTMENT, 2023, first_run_done=True)

Opens = Callable[[], MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "dữ liệu"
    app = open_app(place, SetClock(at(TODAY, 8)))
    app.offices.save(OFFICE)
    app.close()
    return place


@pytest.fixture
def opens(folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Opens]:
    windows: list[MainWindow] = []

    def open_window() -> MainWindow:
        preferences = Preferences(folder)
        theme.apply(qapp, preferences)
        window = MainWindow(folder, SetClock(at(TODAY, 9)), preferences)
        window.with_tray = False
        windows.append(window)
        with qtbot.waitSignal(window.opened, timeout=PATIENCE):
            window.resize(1366, 768)
            window.show()
            window.open_data()
        settle(qtbot, window)
        return window

    yield open_window
    for window in windows:
        if isValid(window):
            close(window)


def close(window: MainWindow) -> None:
    if window.bridge.app is not None:
        window.shut_down()
    window.close()
    window.deleteLater()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.background.is_busy(), timeout=PATIENCE)
    QApplication.processEvents()


def press(inside: QWidget, text: str) -> None:
    found = next(
        each
        for each in inside.findChildren(QAbstractButton)
        if each.text() == text and each.isVisibleTo(inside)
    )
    found.click()


def shown(window: MainWindow) -> list[tuple[str, str]]:
    """Return section and number of the tasks in the list, top to bottom."""
    rows = [window.tasks.model.task_at(row) for row in range(window.tasks.model.rowCount())]
    return [(row.task.section, row.task.number) for row in rows if row is not None and row.task is not None]


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(each for each in window.findChildren(kind) if each.isVisible())


def import_plan(window: MainWindow, qtbot: QtBot, plan: Path) -> None:
    window.show_page("import", {"path": plan})
    page = window.host.pages()["import"]
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.state.draft is not None and page.forward.isEnabled(), timeout=PATIENCE)
    page.forward.click()
    settle(qtbot, window)
    page.forward.click()
    settle(qtbot, window)
    press(page, "Xem danh sách")
    settle(qtbot, window)


def test_from_the_plan_file_to_the_exported_appendix(
    opens: Opens, qtbot: QtBot, plan_text: Path, tmp_path: Path
) -> None:
    window = opens()
    import_plan(window, qtbot, plan_text)
    assert window.host.current_name() == "tasks"
    window.tasks.filters.clear()
    settle(qtbot, window)
    assert len(shown(window)) == 53

    # what does my office lead?
    window.show_page("tasks", {"agency": "Sở Nội vụ", "role": "lead"})
    qtbot.waitUntil(lambda: len(shown(window)) == 30, timeout=PATIENCE)

    # find a task while typing without accents
    QTest.keyClicks(window.tasks.filters.search, "tong ket cong tac")
    qtbot.waitUntil(lambda: shown(window) == [("I", "1")], timeout=PATIENCE)

    # mark it completed
    window.tasks.table.setFocus()
    window.tasks.table.selectRow(1)
    window.commands_of_menus["complete"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(CompleteDialog)), timeout=PATIENCE)
    dialog = dialog_of(window, CompleteDialog)
    assert isinstance(dialog, CompleteDialog)
    dialog.day.edit.setText("20/2")
    dialog.document.setText("32/BC-SNV")
    dialog.action_button.click()
    settle(qtbot, window)
    app = window.bridge.app
    assert app is not None
    done = next(task for task in app.tasks.list() if (task.section, task.number) == ("I", "1"))
    assert (done.progress, done.completed_on, done.document) == (
        Progress.COMPLETED,
        date(2023, 2, 20),
        "32/BC-SNV",
    )

    # a slip is undone and redone
    window.bridge.undo()
    settle(qtbot, window)
    assert app.tasks.get(done.id).progress is Progress.NOT_STARTED
    window.bridge.redo()
    settle(qtbot, window)
    assert app.tasks.get(done.id).progress is Progress.COMPLETED

    # the report that is due today stands among the reminders, and the finished task does not
    window.heartbeat.pulse()
    settle(qtbot, window)
    window.show_page("reminders")
    settle(qtbot, window)
    assert isinstance(window.host.pages()["reminders"], RemindersPage)
    subjects = {each.subject_key for each in app.reminders.open()}
    assert "2023-Q1" in subjects
    assert done.uid not in subjects

    # closed and opened again, everything is there, and nothing rings a second time
    keys = {each.key for each in app.reminders.open()}
    before = app.tasks.list()
    close(window)
    window = opens()
    app = window.bridge.app
    assert app is not None
    assert app.tasks.list() == before
    assert {each.key for each in app.reminders.open()} == keys

    # export all and read the workbook back
    window.show_page("tasks")
    settle(qtbot, window)
    target = tmp_path / "phụ lục.xlsx"
    scope = next(each for each in window.tasks.operations.scopes() if each.key == "all")
    write(app, window.bridge, scope, target, window)
    settle(qtbot, window)
    draft = app.imports.draft(app.imports.open_source(target))
    fields = (
        "section",
        "section_title",
        "number",
        "content",
        "lead",
        "coordinating",
        "issuing_level",
        "deadline",
    )
    assert [[getattr(row, key) for key in fields] for row in draft.tasks] == [
        [getattr(task, key) for key in fields] for task in before
    ]


def test_the_export_dialog_offers_what_is_shown(opens: Opens, qtbot: QtBot, plan_text: Path) -> None:
    window = opens()
    import_plan(window, qtbot, plan_text)
    window.tasks.filters.clear()
    window.show_page("tasks", {"field": "III"})
    qtbot.waitUntil(lambda: len(shown(window)) == 10, timeout=PATIENCE)
    window.tasks.operations.export()
    dialog = dialog_of(window, ExportDialog)
    labels = [each.text() for each in dialog.findChildren(QAbstractButton)]
    assert "Đang lọc (10)" in labels
    assert "Tất cả (53)" in labels


def test_a_second_window_may_look_but_not_touch(
    opens: Opens, qtbot: QtBot, folder: Path, plan_text: Path
) -> None:
    app = open_app(folder, SetClock(at(TODAY, 9)), actor="Trần Văn Tư", for_window=True)
    app.imports.store(app.imports.draft(app.imports.open_source(plan_text)))
    try:
        window = opens()
        assert window.bridge.read_only
        qtbot.waitUntil(lambda: window.tasks.model.rowCount() > 0, timeout=PATIENCE)
    finally:
        app.close()


def test_a_damaged_data_file_is_said_and_left_alone(
    folder: Path, qtbot: QtBot, qapp: QApplication, plan_text: Path
) -> None:
    shutil.copy(plan_text, folder / "cchc.db")
    before = (folder / "cchc.db").read_bytes()
    preferences = Preferences(folder)
    theme.apply(qapp, preferences)
    window = MainWindow(folder, SetClock(at(TODAY, 9)), preferences)
    window.with_tray = False
    window.show()
    window.open_data()
    settle(qtbot, window)
    assert window.bridge.app is None
    assert (folder / "cchc.db").read_bytes() == before
    close(window)
