"""Xuất Excel: what, where to, and what next; a file that cannot be written leaves another way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from cchc_desktop.bootstrap import App
from ui.bridge import Bridge
from ui.dialogs.export import ExportDialog, ask_where, write
from ui.scopes import Scope

Rest = Callable[[Bridge], None]


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


@pytest.fixture
def scopes(core: App) -> tuple[Scope, ...]:
    tasks = core.tasks.list()
    return (
        Scope("selected", "Đang chọn", tasks[:3]),
        Scope("all", "Tất cả", tasks),
        Scope("none", "Đang lọc", ()),
    )


def test_the_scope_is_chosen_then_the_place(core: App, bridge: Bridge, scopes: tuple[Scope, ...]) -> None:
    dialog = ExportDialog(core, bridge, scopes)
    dialog.open()
    assert [button.text() for button in dialog.choices.buttons()] == [
        "Đang chọn (3)",
        "Tất cả (53)",
        "Đang lọc (0)",
    ]
    assert dialog.choices.checkedId() == 0
    dialog.choices.button(2).setChecked(True)
    dialog.try_to_save()
    assert "Không có nhiệm vụ nào để xuất" in dialog.problem.text()
    dialog.choices.button(1).setChecked(True)
    dialog.try_to_save()
    (asked,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()
    ]
    assert Path(asked.selectedFiles()[0]).name == "PhuLuc_CCHC_2023_SoNoiVu_2023-04-20.xlsx"
    asked.reject()


def test_the_file_is_written_and_offered(
    core: App, bridge: Bridge, scopes: tuple[Scope, ...], tmp_path: Path, at_rest: Rest
) -> None:
    target = tmp_path / "xuất" / "phụ lục.xlsx"
    target.parent.mkdir()
    write(core, bridge, scopes[1], target, None)
    at_rest(bridge)
    (box,) = boxes()
    assert box.text() == "Đã xuất 53 nhiệm vụ vào tệp “phụ lục.xlsx”."
    assert {button.text() for button in box.buttons()} == {"Mở tệp", "Mở thư mục", "Đóng"}
    assert target.stat().st_size > 5000
    assert bridge.preferences.text("export/folder") == str(target.parent)
    box.close()


def test_a_file_that_cannot_be_written_leaves_another_name(
    core: App, bridge: Bridge, scopes: tuple[Scope, ...], tmp_path: Path, at_rest: Rest
) -> None:
    target = tmp_path / "thư mục"
    target.mkdir()
    write(core, bridge, scopes[0], target, None)
    at_rest(bridge)
    (box,) = boxes()
    retry = next(button for button in box.buttons() if button.text() == "Thử lại")
    retry.click()
    (asked,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()
    ]
    asked.reject()


def test_the_folder_of_the_last_time_is_offered(
    core: App, bridge: Bridge, scopes: tuple[Scope, ...], tmp_path: Path
) -> None:
    bridge.preferences.put("export/folder", str(tmp_path))
    ask_where(core, bridge, scopes[0], None)
    (asked,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()
    ]
    assert Path(asked.directory().absolutePath()) == tmp_path
    asked.reject()
