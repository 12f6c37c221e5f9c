"""Every field has a name, every figure words, nothing is cut off at the largest text, everything goes by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.real_app import clipped, unnamed
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.preferences import Density, TextSize
from ui.window_pages import NAMES

Rest = Callable[[Bridge], None]


@pytest.fixture
def large(window: MainWindow) -> MainWindow:
    window.resize(1366, 768)
    window.commands.set_text_size(TextSize.LARGEST)
    return window


def dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def openers(window: MainWindow) -> dict[str, Callable[[], object]]:
    operations = window.tasks.operations
    panel = window.tasks.panel
    return {
        "complete": operations.complete,
        "add": operations.add,
        "edit": operations.edit,
        "reading": operations.correct_reading,
        "export": operations.export,
        "about": window.commands.about,
        "shortcuts": window.commands.shortcuts,
        "period": panel.periods._ask,
    }


DIALOGS = ("complete", "add", "edit", "reading", "export", "about", "shortcuts", "period")


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, at_rest: Rest, name: str) -> None:
    window.show_page(name)
    at_rest(window.bridge)
    if name == "tasks":
        window.tasks.open_panel(window.tasks.source().rows[3].id)
    page = window.host.pages()[name]
    assert unnamed(page) == []
    assert unnamed(window.sidebar) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_are_named_and_nothing_in_them_is_cut_off(large: MainWindow, name: str) -> None:
    task = large.tasks.source().rows[3]
    large.tasks.table.go_to(task.id)
    large.tasks.open_panel(task.id)
    openers(large)[name]()
    (dialog,) = dialogs()
    assert dialog.accessibleName()
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "import"])
def test_nothing_is_cut_off_at_the_largest_text(large: MainWindow, at_rest: Rest, name: str) -> None:
    large.show_page(name)
    at_rest(large.bridge)
    page = large.host.pages()[name]
    assert clipped(page) == []
    assert clipped(large.sidebar) == []
    assert clipped(large.status_line) == []


@pytest.mark.parametrize("density", list(Density))
def test_rows_have_room_for_their_lines(large: MainWindow, density: Density) -> None:
    large.preferences.put("display/density", density.value)
    large.restyle()
    table = large.tasks.table
    metrics = QFontMetrics(QApplication.font())
    for row in range(table.model().rowCount()):
        task = large.tasks.model.task_at(row)
        if task is None:
            assert table.rowHeight(row) >= metrics.height() + 8
            continue
        lines = len(
            table.delegate._text.lines(task.content, table.columnWidth(1) - 20, table.delegate._lines)
        )
        assert table.rowHeight(row) >= lines * metrics.height() + 8


def test_the_panel_is_not_cut_off_either(qtbot: QtBot, large: MainWindow) -> None:
    large.tasks.open_panel(large.tasks.source().rows[3].id)
    qtbot.waitUntil(lambda: clipped(large.tasks.panel) == [])
    assert large.sidebar.is_collapsed(), "the panel borrows the width of the sidebar"
    assert large.width() == 1366
    assert large.tasks.panel.area.horizontalScrollBar().maximum() == 0
    large.tasks.close_panel()
    assert not large.sidebar.is_collapsed()


def test_buttons_with_pictures_only_say_their_key(window: MainWindow) -> None:
    window.tasks.open_panel(window.tasks.source().rows[3].id)
    for each in window.findChildren(QToolButton):
        if each.property("kind") == "plain" and not each.text():
            assert each.toolTip(), each.accessibleName()
    assert window.tasks.panel.close_button.toolTip() == "Đóng bảng chi tiết (Esc)"
    assert window.sidebar.collapse_button.toolTip() == "Thu gọn thanh điều hướng (Ctrl+B)"


def test_screen_readers_find_the_table(window: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(window.tasks.table)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Danh sách nhiệm vụ"


def test_targets_are_tall_enough(window: MainWindow, at_rest: Rest) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

    window.show_page("tasks")
    window.tasks.open_panel(window.tasks.source().rows[3].id)
    at_rest(window.bridge)
    for kind in (QPushButton, QComboBox, QLineEdit):
        for widget in window.tasks.findChildren(kind):
            if widget.isVisible() and not isinstance(widget.parentWidget(), QComboBox):
                assert widget.height() >= 30, (kind.__name__, widget.accessibleName())


def test_tab_goes_in_reading_order(window: MainWindow) -> None:
    window.tasks.filters.search.setFocus()
    order: list[QWidget | None] = []
    for _ in range(7):
        order.append(QApplication.focusWidget())
        window.focusNextChild()
    filters = window.tasks.filters
    assert order[:6] == [filters.search, *filters.combos]


def test_no_text_is_marked_by_colour_alone(window: MainWindow) -> None:
    for row in window.tasks.source().rows:
        assert row.status is not None
        said = window.tasks.model.index(window.tasks.model.row_of(row.id), 6)
        if said.isValid():
            assert said.data(Qt.ItemDataRole.DisplayRole)
