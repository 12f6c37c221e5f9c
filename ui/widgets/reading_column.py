"""A scrolled column no wider than lines can be read; it grows with the text."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui import theme

_WIDEST = 860


class ReadingColumn(QScrollArea):
    """Put widgets into ``column``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        theme.mark(self._inside, "clear")
        self.column = QVBoxLayout(self._inside)
        theme.spaced(self.column, margin=theme.PAGE_MARGIN)
        self.setWidget(self._inside)
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "column"):
            self._scale()

    def _scale(self) -> None:
        self._inside.setMaximumWidth(round(_WIDEST * max(1.0, theme.current().points / 10)))
