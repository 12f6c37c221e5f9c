"""The search field waits for a pause, completes nothing and keeps its hands off Backspace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField("Tìm…")
    qtbot.addWidget(made)
    made.resize(400, 34)
    made.show()
    return made


def test_it_tells_once_after_a_pause(qtbot: QtBot, field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "tieen")
    assert not told
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["tieen"]


def test_an_input_method_that_rewrites_is_followed(qtbot: QtBot, field: SearchField) -> None:
    """UniKey sends Backspace and the composed letters."""
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "tie")
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.insert("iến")
    field.insert(" độ")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["tiến độ"]
    assert field.completer() is None


def test_enter_does_not_wait(field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(told.append)
    field.insert("báo cáo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["báo cáo"]


def test_escape_empties_then_passes_on(field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["a", ""]
    assert field.text() == ""


def test_down_goes_to_the_list_with_what_was_typed(qtbot: QtBot, field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(told.append)
    field.insert("quý")
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert told == ["quý"]


def test_the_clear_button_does_not_wait(field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clear()
    assert told == ["a", ""]


def test_a_text_from_outside_is_not_told(field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(told.append)
    field.set_search("từ trang khác")
    assert not field._pause.isActive()
    assert not told
    assert field.text() == "từ trang khác"


def test_the_count_stands_inside_the_field(field: SearchField) -> None:
    field.show_count(12)
    assert field._count.isVisible()
    assert field._count.text() == "12 kết quả"
    assert field._count.geometry().right() < field.width()
    field.show_count(0)
    assert field._count.text() == "không có kết quả"
    field.show_count(None)
    assert not field._count.isVisible()
