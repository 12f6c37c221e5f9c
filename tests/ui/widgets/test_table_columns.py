"""Columns: widths, order and hidden ones survive a restart; what matters stays in sight on narrow windows."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import light
from ui import theme
from ui.models.task_model import TaskModel
from ui.models.task_words import COLUMNS
from ui.preferences import Preferences, TextSize
from ui.widgets.table_columns import WIDTHS
from ui.widgets.task_table import TaskTable


def table(qtbot: QtBot, preferences: Preferences, width: int = 1200) -> TaskTable:
    made = TaskTable(TaskModel(), preferences)
    qtbot.addWidget(made)
    made.resize(width, 400)
    made.show()
    return made


def place(column: str) -> int:
    return COLUMNS.index(column)


def test_the_content_takes_what_the_others_leave(qtbot: QtBot) -> None:
    made = table(qtbot, light())
    total = sum(made.columnWidth(each) for each in range(len(COLUMNS)))
    assert total == made.viewport().width()
    made.resize(1500, 400)
    assert sum(made.columnWidth(each) for each in range(len(COLUMNS))) == made.viewport().width()


@pytest.mark.parametrize("width", [1100, 900, 740, 620])
def test_due_date_and_state_stay_in_sight(qtbot: QtBot, width: int) -> None:
    made = table(qtbot, light(), width)
    for column in ("number", "content", "due", "status"):
        assert not made.isColumnHidden(place(column))
    total = sum(made.columnWidth(each) for each in range(len(COLUMNS)))
    assert total == made.viewport().width()
    made.resize(1400, 400)
    assert made.columns.shown() == COLUMNS


def test_a_column_that_stepped_aside_can_be_called_back(qtbot: QtBot) -> None:
    made = table(qtbot, light(), 740)
    assert made.isColumnHidden(place("coordinating"))
    made.columns.set_hidden("coordinating", hidden=False)
    assert not made.isColumnHidden(place("coordinating"))
    labels = [action.text() for action in made.columns.menu().actions()]
    assert "Cơ quan phối hợp" in labels


def test_widths_order_and_hidden_columns_survive(qtbot: QtBot) -> None:
    preferences = light()
    first = table(qtbot, preferences)
    first.setColumnWidth(place("lead"), 210)
    first.columns.set_hidden("coordinating", hidden=True)
    first.horizontalHeader().moveSection(first.horizontalHeader().visualIndex(place("status")), 1)
    again = table(qtbot, preferences)
    assert again.columnWidth(place("lead")) == 210
    assert again.isColumnHidden(place("coordinating"))
    assert again.columns.shown() == first.columns.shown()
    assert again.columns.shown()[1] == "status"


def test_reset_brings_back_the_first_columns(qtbot: QtBot) -> None:
    made = table(qtbot, light())
    made.setColumnWidth(place("lead"), 300)
    made.setColumnWidth(place("content"), 600)
    made.columns.set_hidden("due", hidden=True)
    made.horizontalHeader().moveSection(made.horizontalHeader().visualIndex(place("status")), 1)
    made.columns.reset()
    assert made.columns.shown() == COLUMNS
    assert made.columnWidth(place("lead")) == WIDTHS["lead"]


def test_number_and_content_cannot_be_hidden(qtbot: QtBot) -> None:
    made = table(qtbot, light())
    made.columns.set_hidden("number", hidden=True)
    made.columns.set_hidden("content", hidden=True)
    assert made.columns.shown() == COLUMNS


@pytest.mark.parametrize(
    "stored", ["", "unsinn", "number:abc:shown lead:99", "number:46:shown status:50:hidden"]
)
def test_damaged_memory_does_no_harm(qtbot: QtBot, stored: str) -> None:
    preferences = light()
    preferences.put("tasks/columns", stored)
    made = table(qtbot, preferences)
    assert made.columns.shown()[:2] == ("number", "content")


def test_widths_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    preferences = light()
    made = table(qtbot, preferences, 2000)
    usual = made.columnWidth(place("status"))
    preferences.put("display/text_size", TextSize.LARGEST.value)
    theme.apply(qapp, preferences)
    made.restyle_now()
    assert made.columnWidth(place("status")) == round(usual * 1.5)


def test_clicking_a_heading_sorts_up_down_and_back(qtbot: QtBot) -> None:
    made = table(qtbot, light())
    told: list[tuple[str, bool]] = []
    made.sort_wanted.connect(lambda column, down: told.append((column, down)))
    for _ in range(3):
        made.columns._on_clicked(place("due"))
    made.columns._on_clicked(place("lead"))
    assert told == [("due", False), ("due", True), ("", False), ("lead", False)]
