"""Thiết đặt: every change applies at once and stays; what cannot be taken stays in its field."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Progress
from ui import autostart, theme
from ui.bridge import Bridge
from ui.dialogs.office_dialog import OfficeDialog
from ui.main_window import MainWindow
from ui.pages.settings import SettingsPage
from ui.pages.settings_reminders import read_hour, read_ladder
from ui.preferences import Density

Rest = Callable[[Bridge], None]


@pytest.fixture
def settings(qtbot: QtBot, core: App, bridge: Bridge) -> SettingsPage:
    made = SettingsPage(core, bridge)
    qtbot.addWidget(made)
    bridge.changed.connect(made.refresh)
    made.resize(1000, 700)
    made.show()
    made.refresh()
    return made


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def answer(text: str) -> None:
    (box,) = boxes()
    next(button for button in box.buttons() if button.text() == text).click()


@pytest.mark.parametrize(
    ("typed", "ladder"),
    [
        ("15, 7, 3, 1, 0", (15, 7, 3, 1, 0)),
        ("1;3;7", (7, 3, 1)),
        ("5 5 5", (5,)),
        (" 10 ", (10,)),
        ("0", (0,)),
    ],
)
def test_ladders_as_people_type_them(typed: str, ladder: tuple[int, ...]) -> None:
    assert read_ladder(typed) == ladder


@pytest.mark.parametrize("typed", ["", "abc", "-1", "1,5,x", "91", "1 2 3 4 5 6 7 8 9 10 11 12 13", "²"])
def test_other_ladders_say_why(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Hãy"):
        read_ladder(typed)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("08:30", (8, 30)), ("8h30", (8, 30)), ("8h", (8, 0)), ("7.15", (7, 15)), ("23:59", (23, 59))],
)
def test_hours_as_people_type_them(typed: str, hour: tuple[int, int]) -> None:
    assert read_hour(typed) == hour


@pytest.mark.parametrize("typed", ["", "24:00", "8:60", "sáng", "8:3:0"])
def test_other_hours_say_why(typed: str) -> None:
    with pytest.raises(ValueError, match=r"08:30"):
        read_hour(typed)


def test_reminders_are_stored_field_by_field(core: App, settings: SettingsPage) -> None:
    card = settings.reminders
    card.ladder.setText("10, 5, 0")
    QTest.keyClick(card.ladder, Qt.Key.Key_Return)
    card.hour.setText("7h45")
    QTest.keyClick(card.hour, Qt.Key.Key_Return)
    card.soon.setValue(20)
    office = core.offices.get()
    assert (office.ladder, office.remind_hour, office.remind_minute, office.soon) == ((10, 5, 0), 7, 45, 20)
    assert card.hour.text() == "07:45"
    QTest.mouseClick(card.reset_button, Qt.MouseButton.LeftButton)
    usual = Office()
    office = core.offices.get()
    assert (office.ladder, office.remind_hour, office.soon) == (usual.ladder, usual.remind_hour, usual.soon)
    assert office.agency_name == "Sở Nội vụ"
    assert card.ladder.text() == "15, 7, 3, 1, 0"


def test_a_wrong_value_stays_with_its_reason(core: App, settings: SettingsPage) -> None:
    card = settings.reminders
    card.ladder.setText("mười ngày")
    QTest.keyClick(card.ladder, Qt.Key.Key_Return)
    assert "0 đến 90" in card.ladder_note.message.text()
    settings.refresh()
    assert card.ladder.text() == "mười ngày"
    assert core.offices.get().ladder == Office().ladder
    card.hour.setText("8:99")
    card._save_hour()
    assert card.hour_note.isVisible()


def test_role_and_year_apply_at_once(core: App, settings: SettingsPage) -> None:
    card = settings.office
    card.role.setCurrentIndex(card.role.findData(OfficeRole.STANDING_BODY))
    card.role.activated.emit(card.role.currentIndex())
    assert core.offices.get().role is OfficeRole.STANDING_BODY
    card.year.setCurrentIndex(card.year.findData(2024))
    card.year.activated.emit(card.year.currentIndex())
    assert core.offices.year() == 2024
    card.year.setCurrentIndex(0)
    card.year.activated.emit(0)
    assert core.offices.get().year == 0


def test_the_agency_is_found_without_accents(qtbot: QtBot, core: App, settings: SettingsPage) -> None:
    QTest.mouseClick(settings.office.change_button, Qt.MouseButton.LeftButton)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, OfficeDialog))
    dialog.agency.line.selectAll()
    QTest.keyClicks(dialog.agency.line, "so tu phap")
    dialog.agency.search()
    qtbot.waitUntil(lambda: dialog.agency.list.count() > 0)
    dialog.agency.list.itemClicked.emit(dialog.agency.list.item(0))
    dialog.try_to_save()
    assert core.offices.get().agency_name == "Sở Tư pháp"
    assert settings.office.name.text() == "Sở Tư pháp"


def test_display_applies_at_once(window: MainWindow, at_rest: Rest) -> None:
    window.show_page("settings")
    page = window.host.pages()["settings"]
    assert isinstance(page, SettingsPage)
    card = page.display
    height = window.tasks.table.verticalHeader().defaultSectionSize()
    card.text_size.setCurrentIndex(4)
    card.text_size.activated.emit(4)
    assert theme.current().points == 15
    card.density.setCurrentIndex(0)
    card.density.activated.emit(0)
    assert theme.current().density is Density.COMPACT
    card.scheme.setCurrentIndex(2)
    card.scheme.activated.emit(2)
    assert theme.current().dark
    assert window.tasks.table.verticalHeader().defaultSectionSize() != height
    at_rest(window.bridge)


def test_backups_are_made_listed_and_brought_back(
    core: App, bridge: Bridge, settings: SettingsPage, at_rest: Rest
) -> None:
    task = core.tasks.list()[0]
    card = settings.backups
    QTest.mouseClick(card.create_button, Qt.MouseButton.LeftButton)
    at_rest(bridge)
    answer("Đóng")
    assert card.list.count() == 1
    assert "tự làm" in card.list.item(0).text()
    bridge.run(lambda: core.tasks.set_progress([task.id], Progress.IN_PROGRESS))
    card.list.setCurrentRow(0)
    QTest.mouseClick(card.restore_button, Qt.MouseButton.LeftButton)
    (box,) = boxes()
    assert "được giữ riêng" in box.informativeText()
    answer("Hủy bỏ")
    assert core.tasks.get(task.id).progress is Progress.IN_PROGRESS
    QTest.mouseClick(card.restore_button, Qt.MouseButton.LeftButton)
    answer("Khôi phục")
    at_rest(bridge)
    assert "Đã khôi phục dữ liệu" in boxes()[0].text()
    answer("Đóng")
    assert core.tasks.get(task.id).progress is Progress.NOT_STARTED
    assert bridge.undo_stack.next_undo() is None


def test_a_part_can_be_asked_for(settings: SettingsPage) -> None:
    settings.resize(1000, 400)
    settings.show_filter({"part": "backups"})
    assert settings.area.verticalScrollBar().value() > 0
    settings.show_filter({"part": "?"})
    settings.show_filter(None)


@pytest.mark.skipif(sys.platform == "win32", reason="the registry of the tester is left alone")
def test_starting_with_the_computer_applies_at_once(
    settings: SettingsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.reminders.at_login.click()
    assert autostart.is_on()
    settings.reminders.at_login.click()
    assert not autostart.is_on()
    blocked = tmp_path / "config"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    settings.reminders.at_login.click()
    assert settings.reminders.at_login_note.message.text() == autostart.NOT_STORED
