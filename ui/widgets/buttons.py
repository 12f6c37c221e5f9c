"""Buttons of the house: one primary per page, secondary beside it, plain ones inside text, tool buttons with a name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import icons, theme

_GAP = 6
"""Pixels between a button's icon and its words."""


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon: str = "",
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Make a push button; ``kind`` is empty (secondary), ``primary``, ``danger`` or ``plain`` (looks like a link)."""
    made = QPushButton(text.replace("&", "&&"), parent)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        tint = {"primary": "on_accent", "danger": "danger", "plain": "accent"}.get(kind, "text")
        icons.put(made, icon, tint, gap=_GAP)
    if tip:
        made.setToolTip(tip)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def tool_button(
    icon: str,
    name: str,
    on_click: Callable[[], object] | None = None,
    *,
    shortcut: str = "",
    tint: str = "muted",
    parent: QWidget | None = None,
) -> QToolButton:
    """Make an icon-only button with an accessible name, and a tooltip that shows its key."""
    made = QToolButton(parent)
    made.setProperty("kind", "plain")
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({shortcut})" if shortcut else name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    icons.put(made, icon, tint, 18)
    side = theme.control_height()
    made.setMinimumSize(side, side)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made
