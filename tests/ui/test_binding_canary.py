"""A release of the binding lost one reference to None per call that returns nothing, and killed the program in minutes."""

import sys

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

CALLS = 50_000
SLACK = 2_000


def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText("Ẫ" if number % 2 else "Ổ")
    assert sys.getrefcount(None) > before - SLACK


def test_invalid_values_keep_the_references_to_none(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    model = QStringListModel(["một"])
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        combo.currentData()
        model.data(QModelIndex(), 0)
    assert sys.getrefcount(None) > before - SLACK
