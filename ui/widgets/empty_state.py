"""What a page shows when it has nothing to show: one sentence that says why, and the way on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.text import Text


class EmptyState(QWidget):
    """An icon, a sentence and up to two buttons, centred."""

    def __init__(
        self,
        text: str,
        buttons: Sequence[QPushButton] = (),
        icon: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.message = Text(text, wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setMinimumWidth(280)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=2 * theme.GAP)
        column.addStretch(2)
        column.addWidget(self.picture)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addStretch(1)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self._draw()

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self.message.setText(text)

    def _draw(self) -> None:
        self.picture.setPixmap(icons.pixmap(self._icon, theme.colour("muted"), 32, self.devicePixelRatioF()))
