"""Commands as QActions: made once, enabled by what is there, shared by menus, buttons and shortcuts."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui import icons
from ui.commands import MENUS, SEPARATOR, Command


class Actions(QObject):
    """The QAction of every command that has something to do it."""

    def __init__(self, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        for commands in MENUS.values():
            for command in commands:
                if command is not SEPARATOR:
                    self._add(window, command, handlers[command.key])

    def __getitem__(self, key: str) -> QAction:
        """Return the action of a command."""
        return self._actions[key]

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for title, commands in MENUS.items():
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(lambda commands=commands: self._draw_icons(commands))
            for command in commands:
                if command is SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self._actions[command.key])

    def context_menu(self, parent: QWidget, *keys: str) -> QMenu:
        """Return a menu of some commands; an empty key is a separator."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draw_icons([self._commands[key] for key in keys if key])
        for key in keys:
            if key:
                menu.addAction(self._actions[key])
            else:
                menu.addSeparator()
        return menu

    def enable(self, have: frozenset[str]) -> None:
        """Enable the commands whose need is among what is there."""
        for key, command in self._commands.items():
            self._actions[key].setEnabled(not command.needs or command.needs in have)

    def _draw_icons(self, commands: Iterable[Command]) -> None:
        """Draw what a menu shows beside its words, when it is first opened: nobody sees it before."""
        for command in commands:
            action = self._actions.get(command.key)
            if command.icon and action is not None and action.icon().isNull():
                icons.put(action, command.icon, "danger" if command.key == "remove" else "text")

    def _add(self, window: QWidget, command: Command, handler: Callable[[], object]) -> None:
        action = QAction(command.text, window)
        action.setObjectName(command.key)
        portable = QKeySequence.SequenceFormat.PortableText  # names of keys as shown are translated
        keys = [QKeySequence.fromString(part, portable) for part in command.shortcut.split("; ") if part]
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda _checked=False: handler())
        window.addAction(action)
        self._actions[command.key] = action
        self._commands[command.key] = command
