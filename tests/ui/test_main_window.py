"""The whole window: opening, pages, banners, keys, reading only, closing without losing anything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SetClock
from cchc_desktop.domain.tasks import Progress
from tests.ui.conftest import light
from ui.bridge import Bridge
from ui.first_look import first_look
from ui.main_window import MainWindow
from ui.pages.startup_problem import StartupProblem
from ui.preferences import Preferences, TextSize
from ui.window_pages import NAMES

Rest = Callable[[Bridge], None]


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def test_the_first_frame_shows_rows_before_the_data_are_open(
    qtbot: QtBot, office_folder: Path, clock: SetClock
) -> None:
    made = MainWindow(office_folder, clock, light(), first_look(office_folder))
    qtbot.addWidget(made)
    made.show()
    assert made.bridge.app is None
    assert made.tasks.model.rowCount() == 53 + 7
    assert all(row.status is None for row in made.tasks.source().rows), "a status is never guessed"
    assert made.sidebar.office.text() == "Sở Nội vụ"
    assert not made.commands_of_menus["add"].isEnabled()
    assert not made.commands_of_menus["export"].isEnabled()
    assert not made.tasks.widgets.add_button.isEnabled()
    made.show_page("calendar")
    assert made.host.current_name() == "tasks"
    made.shut_down()


def test_a_new_folder_has_no_first_look(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> None:
    assert first_look(tmp_path) is None
    made = MainWindow(tmp_path, clock, light(), None)
    qtbot.addWidget(made)
    made.show()
    assert made.tasks.widgets.loading.isVisible()
    made.shut_down()


def test_open_data_fill_the_window(window: MainWindow) -> None:
    assert window.windowTitle() == "Nhiệm vụ CCHC – Sở Nội vụ – Năm 2023 (8 nhắc việc)"
    assert window.sample_banner.isVisible()
    assert not window.lock_banner.isVisible()
    assert not window.clock_banner.isVisible(), "a time given by hand is right"
    assert window.status_line.counts.text().startswith("53 nhiệm vụ · đang hiện ")
    assert "Sao lưu gần nhất: hôm nay" in window.status_line.saved.text()
    assert window.commands_of_menus["add"].isEnabled()
    assert not window.commands_of_menus["undo"].isEnabled()


@pytest.mark.parametrize("name", NAMES)
def test_every_page_opens_and_is_marked(window: MainWindow, at_rest: Rest, name: str) -> None:
    window.show_page(name)
    at_rest(window.bridge)
    assert window.host.current_name() == name
    assert not boxes()
    window.show_page("nirgendwo")
    assert window.host.current_name() == name


def test_pages_by_keys(window: MainWindow) -> None:
    keys = Qt.Key
    for key, name in (
        (keys.Key_1, "overview"),
        (keys.Key_3, "calendar"),
        (keys.Key_4, "reminders"),
        (keys.Key_2, "tasks"),
    ):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.host.current_name() == name
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.host.current_name() == "help"
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.host.current_name() == "tasks"
    assert window.tasks.filters.search.hasFocus()


def test_the_sidebar_opens_pages_by_keys(window: MainWindow) -> None:
    pages = window.sidebar.above
    pages.setFocus()
    pages.setCurrentRow(2)
    QTest.keyClick(pages, Qt.Key.Key_Return)
    assert window.host.current_name() == "calendar"
    assert pages.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Nhiệm vụ, 53"


def test_the_sidebar_collapses_and_remembers(window: MainWindow) -> None:
    wide = window.sidebar.width()
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.width() == 56 < wide
    assert window.preferences.flag("window/sidebar_collapsed")
    assert window.commands_of_menus["toggle_sidebar"].isChecked()
    QTest.mouseClick(window.sidebar.collapse_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.width() == wide


def test_cards_hide_and_come_back(window: MainWindow) -> None:
    window.commands_of_menus["toggle_cards"].trigger()
    assert not window.tasks.widgets.cards_row.isVisible()
    assert window.preferences.flag("tasks/cards_hidden")
    window.commands_of_menus["toggle_cards"].trigger()
    assert window.tasks.widgets.cards_row.isVisible()


def test_undo_is_named_in_the_menu(window: MainWindow, at_rest: Rest) -> None:
    app = window.bridge.app
    assert app is not None
    task = app.tasks.list()[0]
    window.bridge.run(
        lambda: app.tasks.set_progress([task.id], Progress.IN_PROGRESS), say="Đã đổi tình trạng."
    )
    at_rest(window.bridge)
    undo, redo = window.commands_of_menus["undo"], window.commands_of_menus["redo"]
    assert undo.text() == "Hoàn tác: Đổi tình trạng"
    assert window.toast.isVisible()
    QTest.mouseClick(window.toast.undo_button, Qt.MouseButton.LeftButton)
    at_rest(window.bridge)
    assert app.tasks.get(task.id).progress is Progress.NOT_STARTED
    assert redo.text() == "Làm lại: Đổi tình trạng"
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    at_rest(window.bridge)
    assert app.tasks.get(task.id).progress is Progress.IN_PROGRESS


def test_escape_steps_back_one_level_at_a_time(window: MainWindow) -> None:
    tasks = window.tasks
    tasks.open_panel(tasks.source().rows[0].id)
    tasks.table.setFocus()
    tasks.table.selectAll()
    QTest.keyClick(tasks.table, Qt.Key.Key_Escape)
    assert not tasks.selected()
    assert tasks.panel.isVisible()
    QTest.keyClick(tasks.table, Qt.Key.Key_Escape)
    assert not tasks.panel.isVisible()


def test_f6_goes_round_the_areas(window: MainWindow) -> None:
    window.tasks.open_panel(window.tasks.source().rows[0].id)
    window.sidebar.above.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [
        window.tasks.filters.search,
        window.tasks.table,
        window.tasks.panel.first_field(),
        window.sidebar.above,
    ]
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.tasks.panel.first_field()


def test_text_size_by_keys(window: MainWindow) -> None:
    height = window.tasks.table.verticalHeader().defaultSectionSize()
    for _ in range(9):
        QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.preferences.text("display/text_size") == TextSize.LARGEST
    assert window.tasks.table.verticalHeader().defaultSectionSize() > height
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window.preferences.text("display/text_size") == TextSize.LARGER
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.preferences.text("display/text_size") == TextSize.MEDIUM
    assert window.tasks.table.verticalHeader().defaultSectionSize() == height


def test_commands_need_what_they_act_on(window: MainWindow) -> None:
    actions = window.commands_of_menus
    window.tasks.table.clearSelection()
    assert not actions["complete"].isEnabled()
    window.tasks.table.go_to(window.tasks.source().rows[0].id)
    assert actions["complete"].isEnabled()
    window.show_page("overview")
    assert not actions["complete"].isEnabled()
    assert not actions["export"].isEnabled()
    window.show_page("tasks")
    assert actions["complete"].isEnabled()


def test_overdue_tasks_from_the_menu(window: MainWindow) -> None:
    window.show_page("overview")
    window.commands_of_menus["overdue"].trigger()
    assert window.host.current_name() == "tasks"
    assert window.tasks.filters.current().status == "overdue"
    window.commands_of_menus["missing"].trigger()
    assert window.tasks.filters.current().period == "missing"


def test_the_year_can_be_changed(window: MainWindow, at_rest: Rest) -> None:
    years = [action.text() for action in window.sidebar.year_menu.actions()]
    assert years == ["Năm 2023"]
    window.commands.set_year(2024)
    at_rest(window.bridge)
    assert "Năm 2024" in window.windowTitle()
    assert "Chưa có kế hoạch năm 2024" in window.tasks.widgets.header.subtitle.text()


def test_sample_data_go_in_one_click(window: MainWindow, at_rest: Rest) -> None:
    window.commands.remove_sample()
    at_rest(window.bridge)
    assert not window.sample_banner.isVisible()
    assert window.tasks.widgets.empty.isVisible()
    window.bridge.undo()
    at_rest(window.bridge)
    assert window.sample_banner.isVisible()


def test_a_second_opener_can_only_read(
    qtbot: QtBot, window: MainWindow, office_folder: Path, clock: SetClock, at_rest: Rest
) -> None:
    second = MainWindow(office_folder, clock, light(), first_look(office_folder))
    qtbot.addWidget(second)
    second.with_tray = False
    second.show()
    second.open_data()
    qtbot.waitUntil(lambda: second.bridge.app is not None, timeout=15_000)
    at_rest(second.bridge)
    assert second.bridge.read_only
    assert second.lock_banner.isVisible()
    second.show_page("tasks")
    second.tasks.table.go_to(second.tasks.source().rows[0].id)
    for key in ("add", "complete", "remove", "edit", "import", "restore"):
        assert not second.commands_of_menus[key].isEnabled(), key
    for key in ("export", "print", "copy"):
        assert second.commands_of_menus[key].isEnabled(), key
    window.shut_down()
    retry = next(button for button in second.lock_banner._buttons if button.text() == "Thử lại")
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: second.bridge.app is not None and not second.bridge.read_only, timeout=15_000)
    at_rest(second.bridge)
    assert not second.lock_banner.isVisible()
    assert second.commands_of_menus["add"].isEnabled()
    second.shut_down()


def test_data_that_cannot_be_opened_leave_ways_on(
    qtbot: QtBot, office_folder: Path, clock: SetClock, at_rest: Rest
) -> None:
    good = (office_folder / "cchc.db").read_bytes()
    (office_folder / "cchc.db").write_bytes(b"not a database at all" * 100)
    made = MainWindow(office_folder, clock, light(), first_look(office_folder))
    qtbot.addWidget(made)
    made.with_tray = False
    made.show()
    made.open_data()
    qtbot.waitUntil(lambda: isinstance(made.stack.currentWidget(), StartupProblem), timeout=15_000)
    problem = made.stack.currentWidget()
    assert isinstance(problem, StartupProblem)
    assert problem.state.message.text().endswith((".", "”"))
    assert not made.commands_of_menus["add"].isEnabled()
    (office_folder / "cchc.db").write_bytes(good)
    QTest.mouseClick(problem.retry_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.bridge.app is not None, timeout=15_000)
    at_rest(made.bridge)
    assert made.host.current_name() == "overview"
    made.shut_down()


def test_closing_saves_what_is_being_typed(window: MainWindow, office_folder: Path, clock: SetClock) -> None:
    task = window.tasks.source().rows[3]
    window.tasks.open_panel(task.id)
    window.tasks.panel.result.note.setPlainText("Ghi chú chưa rời ô")
    window.close()
    assert window.bridge.app is None
    app = open_app(office_folder, clock)
    assert app.tasks.get(task.id).result_note == "Ghi chú chưa rời ô"
    app.close()


def test_quitting_with_something_unsaved_asks(window: MainWindow) -> None:
    window.tasks.open_panel(window.tasks.source().rows[3].id)
    field = window.tasks.panel.result.dates["completed_on"]
    field.edit.setText("31/4")
    window.quit_program()
    (box,) = boxes()
    assert "chưa lưu được" in box.text()
    next(button for button in box.buttons() if button.text() == "Hủy bỏ").click()
    assert window.bridge.app is not None
    assert field.text() == "31/4"
    window.quit_program()
    next(button for button in boxes()[0].buttons() if button.text() == "Vẫn thoát").click()
    assert window.bridge.app is None


def test_a_new_day_is_worked_out_again(window: MainWindow, clock: SetClock, at_rest: Rest) -> None:
    before = window.tasks.source().today
    clock.moment += timedelta(days=1)
    window.heartbeat.beat()
    at_rest(window.bridge)
    assert window.tasks.source().today == before + timedelta(days=1)


def test_checking_data_says_so(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.check_data()
    qtbot.waitUntil(lambda: bool(boxes()))
    assert boxes()[0].text() == "Đã kiểm tra dữ liệu: không có lỗi."
    boxes()[0].close()


def test_a_backup_is_made_and_its_place_said(qtbot: QtBot, window: MainWindow, office_folder: Path) -> None:
    window.commands.backup()
    qtbot.waitUntil(lambda: bool(boxes()))
    made = list((office_folder / "backups").glob("*thu-cong*"))
    assert len(made) == 1
    assert made[0].name in boxes()[0].text()
    boxes()[0].close()


def test_an_implausible_clock_is_said_and_can_be_confirmed(window: MainWindow, at_rest: Rest) -> None:
    app = window.bridge.app
    assert app is not None
    result = app.reminders.run(trusted_clock=True)
    window._on_pass(replace(result, held="Ngày giờ máy tính khác thường. Hãy kiểm tra đồng hồ."))
    assert window.clock_banner.isVisible()
    QTest.mouseClick(window.clock_banner._buttons[0], Qt.MouseButton.LeftButton)
    at_rest(window.bridge)
    assert not window.clock_banner.isVisible()


def test_the_context_menu_offers_what_can_be_done(window: MainWindow) -> None:
    window.tasks.table.go_to(window.tasks.source().rows[0].id)
    window.commands.show_task_menu(window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "Mở chi tiết"
    assert texts[-1] == "Xóa"
    assert "Đổi tình trạng" in texts
    menu.close()


def test_the_window_keeps_its_shape(
    qtbot: QtBot, window: MainWindow, office_folder: Path, clock: SetClock
) -> None:
    window.resize(950, 640)
    window.shut_down()
    again = MainWindow(office_folder, clock, Preferences(office_folder), None)
    qtbot.addWidget(again)
    assert again.size().height() == 640, "the screen of tests is narrower than the window"
    again.shut_down()


def test_the_panel_has_the_page_to_itself_where_both_do_not_fit(window: MainWindow) -> None:
    tasks = window.tasks
    tasks.widgets.resize(1300, 700)
    tasks.open_panel(tasks.source().rows[0].id)
    assert tasks.widgets.list_side.isVisible()
    tasks.widgets.resize(500, 700)
    assert not tasks.widgets.list_side.isVisible()
    assert tasks.panel.isVisible()
    tasks.close_panel()
    assert tasks.widgets.list_side.isVisible()
    assert not tasks.panel.isVisible()
    tasks.open_panel(tasks.source().rows[0].id)
    tasks.widgets.resize(1300, 700)
    assert tasks.widgets.list_side.isVisible()
