"""The head of a page: title left, two or three secondary buttons and one primary button right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text import Text


class PageHeader(QWidget):
    """Title, an optional line beneath it, and the page's buttons."""

    def __init__(
        self,
        title: str,
        buttons: Sequence[QPushButton] = (),
        primary: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Text(title, scale=theme.TITLE_SCALE, bold=True)
        self.subtitle = Text(kind="muted")
        self.subtitle.hide()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = QHBoxLayout(self)
        theme.spaced(row)
        row.addLayout(words)
        row.addStretch(1)
        row.addLayout(self.buttons)
        for each in (*buttons, *([primary] if primary is not None else [])):
            each.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # words are never cut
            self.buttons.addWidget(each)
        if primary is not None:
            theme.mark(primary, "primary")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the title and the muted line beneath it (hidden when empty)."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
