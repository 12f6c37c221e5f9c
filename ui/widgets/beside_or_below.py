"""A main widget and a panel: side by side where there is room, one below the other in narrow windows."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui import theme

_PANEL = 330
"""Width of the panel at the base text size."""
_BESIDE = 640
"""From this width (at the base text size) the panel stands beside."""
_SHARE, _MOST = 0.31, 0.46
"""Share of the panel, and the largest it takes by itself."""
_LEAST_HEIGHT = 300


class BesideOrBelow(QSplitter):
    """Shares out the room by itself until a person moves the handle."""

    beside_from = _BESIDE
    """Width, at the base text size, from which the panel stands beside."""

    def __init__(self, main: QWidget, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._moved = False
        self.addWidget(main)
        self.addWidget(panel)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(3)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.share_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.count() == 2:
            self.share_out()

    def share_out(self) -> None:
        """Give main widget and panel their room, unless a person has."""
        scale = theme.current().points / 10
        beside = self.width() >= self.beside_from * scale
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._moved and self.orientation() == wanted:
            return
        self._moved = False
        self.setOrientation(wanted)
        self.setSizes(self.shares(scale, beside=beside))

    def shares(self, scale: float, *, beside: bool) -> list[int]:
        """Return the room of main widget and panel in pixels; ``scale`` is the text size against the base."""
        whole = self.width() if beside else max(self.height(), _LEAST_HEIGHT)
        panel = round(min(max(_SHARE * whole, _PANEL * scale if beside else 0), _MOST * whole))
        return [whole - panel, panel]

    def _on_moved(self) -> None:
        self._moved = True
