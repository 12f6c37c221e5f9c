"""The date field: takes what is a date, keeps what is none, and says why."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from ui.widgets.date_field import DateField

TODAY = date(2023, 4, 20)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField("Ngày hoàn thành", lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_typed_date_is_written_out_and_told_once(field: DateField) -> None:
    told: list[object] = []
    field.committed.connect(told.append)
    QTest.keyClicks(field.edit, "5/3")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "05/03/2023"
    field.finish()
    assert told == [date(2023, 3, 5)]


def test_a_wrong_date_stays_and_says_why(field: DateField) -> None:
    told: list[object] = []
    wrong: list[str] = []
    field.committed.connect(told.append)
    field.left_wrong.connect(wrong.append)
    QTest.keyClicks(field.edit, "31/2")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "31/2"
    assert wrong[0] == "31/2"
    assert "Không có ngày 31/2" in field.problem()
    assert field.problem_text.isVisible()
    assert field.edit.property("kind") == "wrong"
    assert not told
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.problem() == "", "the reason goes as soon as the officer types on"
    assert field.edit.property("kind") == ""


def test_today_by_key_and_by_word(field: DateField) -> None:
    told: list[object] = []
    field.committed.connect(told.append)
    QTest.keyClick(field.edit, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "20/04/2023"
    assert told == [TODAY]
    field.edit.setText("hôm nay")
    assert field.date() == TODAY


def test_emptying_is_a_change_and_nothing_is_none(field: DateField) -> None:
    told: list[object] = []
    field.set_date(TODAY)
    assert not field.is_dirty()
    field.committed.connect(told.append)
    field.edit.clear()
    assert field.is_dirty()
    field.finish()
    assert told == [None]


def test_a_year_completes_the_day(field: DateField) -> None:
    field.set_year(2026)
    field.edit.setText("1/12")
    assert field.date() == date(2026, 12, 1)


def test_a_text_that_failed_before_is_put_back(field: DateField) -> None:
    field.put_text("1/13", "Không có ngày 1/13 trong lịch.")
    assert field.text() == "1/13"
    assert field.problem() == "Không có ngày 1/13 trong lịch."


def test_the_calendar_picks_a_day(field: DateField) -> None:
    told: list[object] = []
    field.committed.connect(told.append)
    field.edit.setText("không phải ngày")
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    (calendar,) = [
        each for each in QApplication.allWidgets() if isinstance(each, QCalendarWidget) and each.isVisible()
    ]
    assert calendar.selectedDate() == QDate(2023, 4, 20)
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    calendar.activated.emit(QDate(2023, 4, 3))
    assert field.text() == "03/04/2023"
    assert told == [date(2023, 4, 3)]


def test_read_only_cannot_be_filled(field: DateField) -> None:
    field.set_read_only(True)
    QTest.keyClick(field.edit, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert not field.button.isEnabled()
