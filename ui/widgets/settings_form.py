"""Rows of the settings page: label left at one width in every card, the field at its own width right of it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLineEdit, QWidget

from ui import theme
from ui.widgets.text import Text

_LABELS = 240
_FIELDS = 320
"""Widths at the base text size."""


class SettingsForm(QWidget):
    """A grid of two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        theme.spaced(self._grid, gap=theme.GRID)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setColumnStretch(1, 1)
        self._fields: list[QWidget] = []
        self._scale()

    def add_row(self, label: str, field: QWidget | QLayout) -> None:
        """Add a field; an empty label is a note under the field above."""
        row = self._grid.rowCount()
        if label:
            name = Text(label, wrap=True)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.setRowMinimumHeight(row, theme.control_height() + theme.GRID)
        if isinstance(field, QLayout):
            self._grid.addLayout(field, row, 1)
            return
        if label:
            self._fields.append(field)
            self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self._scale()
        else:
            self._grid.addWidget(field, row, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_fields"):
            self._scale()

    def _scale(self) -> None:
        factor = theme.current().points / 10
        self._grid.setColumnMinimumWidth(0, round(_LABELS * factor))
        for field in self._fields:
            field.setMinimumWidth(round((_FIELDS if not isinstance(field, QLineEdit) else 240) * factor))
