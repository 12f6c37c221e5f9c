"""Menus, keys and the help page come from one list; nothing in it is dead."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from ui.commands import MENUS, SEPARATOR, all_commands
from ui.main_window import MainWindow
from ui.widgets.key_table import all_keys

PORTABLE = QKeySequence.SequenceFormat.PortableText


def test_every_command_does_something(window: MainWindow) -> None:
    assert set(window.commands.handlers()) == set(all_commands())


def test_menus_hold_every_command_in_order(window: MainWindow) -> None:
    bar = window.menuBar()
    assert [action.text() for action in bar.actions()] == list(MENUS)
    for action, commands in zip(bar.actions(), MENUS.values(), strict=True):
        menu = action.menu()
        names = [each.objectName() for each in menu.actions() if not each.isSeparator()]  # type: ignore[attr-defined]
        assert names == [command.key for command in commands if command is not SEPARATOR]


def test_no_key_is_taken_twice() -> None:
    keys = Counter(
        QKeySequence.fromString(part, PORTABLE).toString(PORTABLE)
        for command in all_commands().values()
        for part in command.shortcut.split("; ")
        if part
    )
    assert not [key for key, count in keys.items() if count > 1]
    assert all(keys), "every shortcut is one that Qt knows"


def test_no_bare_letter_is_a_shortcut() -> None:
    for command in all_commands().values():
        for part in filter(None, command.shortcut.split("; ")):
            bare = "+" not in part.replace("Ctrl++", "Ctrl")
            assert not (bare and len(part) == 1), command.key


def test_each_menu_has_its_own_access_key() -> None:
    letters = [title[title.index("&") + 1].lower() for title in MENUS]
    assert len(set(letters)) == len(letters)


def test_the_help_lists_exactly_the_keys_that_exist() -> None:
    listed = {what for _, _, keys in all_keys()[:-1] for _, what in keys}
    expected = {
        command.text.split("\t")[0].rstrip("…") for command in all_commands().values() if command.shortcut
    }
    assert listed == expected
