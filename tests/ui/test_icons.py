"""Vendored icons: all that are named exist, all that exist are used, each follows the theme."""

import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.tasks import Status
from cchc_desktop.paths import resources
from tests.ui.conftest import light
from ui import icons, theme, tokens
from ui.commands import all_commands
from ui.window_pages import LOWER, UPPER

FOLDER = resources() / "icons"
WINDOW = Path(__file__).parents[2] / "ui"


def ink(button: QPushButton) -> QColor:
    """Return the strongest colour of a button's icon."""
    picture = button.icon().pixmap(QSize(64, 64), 1.0).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(pixels, key=lambda pixel: pixel.alpha())


NAMED = re.compile(
    r"""(?:icon=|tool_button\(\s*|icons\.icon\(\s*|icons\.pixmap\(\s*|icons\.put\(\s*[\w.]+,\s*)"([a-z0-9-]+)\""""
)


def test_every_icon_named_in_the_window_exists() -> None:
    named = {name for path in WINDOW.rglob("*.py") for name in NAMED.findall(path.read_text("utf-8"))} | {
        command.icon for command in all_commands().values() if command.icon
    }
    named |= {entry.icon for entry in (*UPPER, *LOWER)} | set(icons.STATUS_ICONS.values())
    assert len(named) > 30
    assert not sorted(name for name in named if not (FOLDER / f"{name}.svg").is_file())


def test_every_icon_can_be_drawn() -> None:
    for path in FOLDER.glob("*.svg"):
        if path.stem == "app":
            continue
        picture = icons.pixmap(path.stem, QColor("#FF0000"), 16, 2.0)
        assert picture.size() == QSize(32, 32)
        assert (
            picture.toImage().convertToFormat(picture.toImage().Format.Format_Alpha8).constBits() is not None
        )
        assert any(picture.toImage().pixelColor(x, y).alpha() for x in range(32) for y in range(32)), (
            path.stem
        )


def test_every_status_has_its_own_icon_or_word() -> None:
    assert set(icons.STATUS_ICONS) == set(Status)


def test_the_licence_lies_beside_them() -> None:
    assert "ISC" in (FOLDER / "LICENSE-lucide.txt").read_text("utf-8")


def test_icons_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Tìm")
    qtbot.addWidget(button)
    icons.put(button, "search", "text")
    assert ink(button).name().upper() == tokens.LIGHT["text"]
    preferences = light()
    preferences.put("display/scheme", "dark")
    theme.apply(qapp, preferences)
    icons.refresh(qapp)
    assert ink(button).name().upper() == tokens.DARK["text"]


def test_the_program_has_an_icon_for_small_and_large(qapp: QApplication) -> None:  # noqa: ARG001 - pixmaps need it
    sizes = {size.width() for size in icons.program_icon().availableSizes()}
    assert {16, 32, 256} <= sizes
