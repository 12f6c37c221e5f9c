"""A panel beside or below."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.beside_or_below import BesideOrBelow
from ui.widgets.flow import Flow


def test_the_panel_goes_below_in_a_narrow_window(qtbot: QtBot) -> None:
    made = BesideOrBelow(QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    assert made.orientation() == Qt.Orientation.Horizontal
    first = made.sizes()
    assert 300 <= first[1] <= 360
    made.resize(500, 700)
    assert made.orientation() == Qt.Orientation.Vertical
    made.resize(1100, 500)
    assert made.sizes() == first


def test_a_handle_that_was_moved_stays(qtbot: QtBot) -> None:
    made = BesideOrBelow(QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    made.moveSplitter(500, 1)
    made.resize(1110, 500)
    assert made.sizes()[0] == pytest.approx(500, abs=20)


def test_widgets_flow_into_lines(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder)
    buttons = [QPushButton(f"Nút số {number}") for number in range(6)]
    for button in buttons:
        flow.addWidget(button)
    buttons[5].hide()
    holder.resize(2000, 200)
    holder.show()
    assert len({button.y() for button in buttons[:5]}) == 1
    wide = flow.heightForWidth(2000)
    holder.resize(buttons[0].width() * 2 + 20, 400)
    assert len({button.y() for button in buttons[:5]}) == 3
    assert flow.heightForWidth(holder.width()) > wide
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.count() == 6
    flow.takeAt(0)
    assert flow.count() == 5
    assert flow.sizeHint() == flow.minimumSize()
