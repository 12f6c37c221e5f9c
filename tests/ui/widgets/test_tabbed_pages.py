"""Views chosen with buttons."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.tabbed_pages import TabbedPages


def test_a_button_shows_its_view_and_a_view_that_goes_gives_way_to_the_first(qtbot: QtBot) -> None:
    tabs = TabbedPages("Các phần")
    qtbot.addWidget(tabs)
    for name in ("Một", "Hai", "Ba"):
        tabs.add_page(QLabel(name), name)
    told: list[int] = []
    tabs.chosen.connect(told.append)
    tabs.group.button(1).click()
    tabs.show_page(1)
    assert (tabs.current(), told) == (1, [1])
    tabs.name_page(1, "Hai (3)")
    assert tabs.group.button(1).accessibleName() == "Hai (3)"
    tabs.offer_page(1, offered=True, usable=False)
    assert tabs.current() == 0
    assert tabs.group.button(0).isChecked()
    tabs.offer_page(2, offered=False)
    assert tabs.group.button(2).isHidden()
