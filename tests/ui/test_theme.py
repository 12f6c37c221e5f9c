"""Colours that can be told apart, sizes that grow, and a theme that changes at once."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.tasks import Status
from tests.ui.conftest import light
from ui import theme, tokens
from ui.preferences import Density, Preferences, TextSize

TEXTS = ("text", "muted", "accent", "danger")
GROUNDS = ("bg", "surface", "nav")


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        made = QColor(colour)
        channels = (made.redF(), made.greenF(), made.blueF())
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_can_be_read(colours: dict[str, str], text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_other_pairs_can_be_read(colours: dict[str, str]) -> None:
    for text, ground in (
        ("on_accent", "accent"),
        ("on_accent", "accent_strong"),
        ("text", "selection"),
        ("muted", "selection"),
        ("danger", "selection"),
        ("text", "hit"),
        ("banner_text", "banner_bg"),
        *((figure, "surface") for figure in colours if figure.startswith("figure_")),
    ):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for ground in GROUNDS:
        assert contrast(colours["input_line"], colours[ground]) >= 3.0


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("dark", [False, True])
def test_chips_can_be_read(status: Status, dark: bool) -> None:
    text, ground = (tokens.STATUS_DARK if dark else tokens.STATUS_LIGHT)[status]
    for under in (
        [ground]
        if ground
        else [(tokens.DARK if dark else tokens.LIGHT)[each] for each in ("surface", "selection")]
    ):
        assert contrast(text, under) >= 4.5


def test_both_themes_name_the_same_tokens() -> None:
    assert tokens.LIGHT.keys() == tokens.DARK.keys()
    assert tokens.STATUS_LIGHT.keys() == tokens.STATUS_DARK.keys() == set(Status)


def test_a_change_is_in_force_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Ẫ")
    qtbot.addWidget(button)
    button.show()
    usual = button.sizeHint().height()
    preferences = light()
    preferences.put("display/text_size", TextSize.LARGEST.value)
    preferences.put("display/scheme", "dark")
    theme.apply(qapp, preferences)
    assert theme.current().dark
    assert theme.colour("bg").name().upper() == tokens.DARK["bg"]
    assert qapp.palette().window().color() == theme.colour("bg")
    assert button.sizeHint().height() > usual
    assert theme.status_colours(Status.OVERDUE)[0].name().upper() == tokens.STATUS_DARK[Status.OVERDUE][0]


@pytest.mark.parametrize("size", list(TextSize))
def test_targets_can_be_hit_at_every_size(qapp: QApplication, size: TextSize) -> None:
    preferences = light()
    preferences.put("display/text_size", size.value)
    theme.apply(qapp, preferences)
    least = 28 if size is TextSize.SMALL else 32
    assert theme.control_height() >= least
    assert theme.control_height() > theme.line_height()
    heights = [theme.row_height(density) for density in Density]
    assert heights == sorted(set(heights))
    assert heights[1] >= 2 * theme.line_height() + 8


def test_the_usual_row_is_as_the_design_says(qapp: QApplication) -> None:
    theme.apply(qapp, light())
    assert 32 <= theme.row_height(Density.COMPACT) <= 36
    assert 48 <= theme.row_height(Density.MEDIUM) <= 56


def test_high_contrast_uses_the_systems_colours(qapp: QApplication) -> None:
    found = theme._system_tokens(qapp.style().standardPalette())
    assert found.keys() == tokens.LIGHT.keys()
    assert found["bg"] == qapp.style().standardPalette().window().color().name()


def test_preferences_survive_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("prefs")
    first = Preferences(folder)
    first.put("display/density", Density.AIRY.value)
    first.put("text", "Sở Nội vụ, 2023; “Quý I”")
    first.put("flag", value=True)
    first.put("number", 12)
    first.sync()
    again = Preferences(folder)
    assert again.density is Density.AIRY
    assert again.text("text") == "Sở Nội vụ, 2023; “Quý I”"
    assert again.flag("flag")
    assert again.number("number") == 12
    assert (folder / "window.ini").is_file()


def test_a_reader_keeps_wishes_for_the_session_only(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("prefs")
    reader = Preferences(folder, read_only=True)
    reader.put("display/density", Density.AIRY.value)
    reader.sync()
    assert reader.density is Density.AIRY
    assert Preferences(folder).density is Density.MEDIUM


@pytest.mark.parametrize("stored", ["riesig", "", "123"])
def test_unknown_values_fall_back(stored: str) -> None:
    preferences = Preferences(None)
    preferences.put("display/text_size", stored)
    preferences.put("number", "zwölf")
    assert preferences.text_size is TextSize.MEDIUM
    assert preferences.number("number", 7) == 7
    assert preferences.blob("number") is None


def test_boxes_to_tick_are_drawn_by_the_theme_and_their_pictures_exist(qapp: QApplication) -> None:
    for scheme in ("light", "dark"):
        made = Preferences(None)
        made.put("display/scheme", scheme)
        theme.apply(qapp, made)
        named = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
        assert {f"check-{scheme}.svg", f"down-{scheme}.svg"} <= {Path(each).name for each in named}
        assert all(Path(each).is_file() for each in named)
