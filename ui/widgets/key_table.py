"""The keys of the program as two columns of text, made from the list of commands, so that it is never out of date."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.commands import MENUS, TABLE_KEYS
from ui.widgets.text import Text

_KEY_WORDS = {"Return": "Enter", "Del": "Delete", "Enter": "Enter"}


def key_words(shortcut: str) -> str:
    """Return a shortcut as it is printed on the keyboard.

    >>> key_words("Ctrl+Return; Ctrl+Enter")
    'Ctrl+Enter'
    >>> key_words("Ctrl+=; Ctrl++")
    'Ctrl+=  hoặc  Ctrl++'
    """
    said = []
    for part in shortcut.split("; "):
        keys = "Ctrl++" if part == "Ctrl++" else "+".join(_KEY_WORDS.get(key, key) for key in part.split("+"))
        if keys not in said:
            said.append(keys)
    return "  hoặc  ".join(said)


def all_keys() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return, menu by menu, the commands that have a key: (menu, "", [(keys, what)])."""
    blocks = []
    for title, commands in MENUS.items():
        keys = [
            (key_words(command.shortcut), command.text.split("\t")[0].rstrip("…"))
            for command in commands
            if command.shortcut
        ]
        if keys:
            blocks.append((title.replace("&", ""), "", keys))
    return [*blocks, ("Trong danh sách và ô nhập", "", list(TABLE_KEYS))]


class KeyTable(QWidget):
    """Keys left, what they do right, under the names of the menus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        theme.spaced(grid, gap=2 * theme.GRID)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        row = 0
        for title, _, keys in all_keys():
            head = Text(title, bold=True)
            head.setContentsMargins(0, theme.GAP if row else 0, 0, 0)
            grid.addWidget(head, row, 0, 1, 2)
            row += 1
            for shortcut, what in keys:
                grid.addWidget(Text(shortcut, selectable=True), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Text(what, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
                row += 1
