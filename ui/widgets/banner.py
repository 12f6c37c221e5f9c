"""A strip above the page for something that holds until it is dealt with: sample data, read-only, implausible clock."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text


class Banner(QFrame):
    """One sentence and its buttons; hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None, *, strip: bool = False) -> None:
        """Make a strip over the whole width of the window, or a framed note inside a page."""
        super().__init__(parent)
        self.setProperty("kind", "strip" if strip else "banner")
        self.message = Text(wrap=True)
        self._row = QHBoxLayout(self)
        theme.spaced(self._row, margin=(24, 4, 24, 4) if strip else (12, 4, 8, 4))
        self._row.addWidget(self.message, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def say(self, text: str, *actions: tuple[str, Callable[[], object]]) -> None:
        """Show a sentence with buttons given as (text, what it does)."""
        self.clear()
        self.message.setText(text)
        self.setAccessibleName(text)
        for label, act in actions:
            made = button(label, act)
            self._buttons.append(made)
            self._row.addWidget(made)
        self.show()

    def clear(self) -> None:
        """Take the strip away."""
        for made in self._buttons:
            self._row.removeWidget(made)
            made.deleteLater()
        self._buttons.clear()
        self.hide()
