"""A heading that opens and closes what lies beneath it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import icons, theme


class Collapsible(QWidget):
    """Closed until opened; put widgets into ``body``."""

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QToolButton()
        self.head.setProperty("kind", "plain")
        self.head.setCheckable(True)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        theme.spaced(self.body, margin=(26, 0, 0, 4), gap=theme.GRID)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.inside)
        self.head.toggled.connect(self._on_toggled)
        self.set_title(title)
        self._on_toggled(False)  # noqa: FBT003 - as the signal gives it

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.head.setText(title.replace("&", "&&"))
        self._describe()

    def is_open(self) -> bool:
        """Tell whether the inside is shown."""
        return self.head.isChecked()

    def set_open(self, *, shown: bool) -> None:
        """Open or close."""
        self.head.setChecked(shown)

    def _on_toggled(self, shown: bool) -> None:
        icons.put(self.head, "chevron-down" if shown else "chevron-right", "muted")
        self.inside.setVisible(shown)
        self._describe()
        self.toggled.emit(shown)

    def _describe(self) -> None:
        state = "đang mở" if self.head.isChecked() else "đang thu gọn"
        self.head.setAccessibleName(f"{self.head.text()}, {state}")
