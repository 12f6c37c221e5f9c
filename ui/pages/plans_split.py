"""Table and details: side by side in wide windows, else the details below a table that is as high as its rows."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui import theme
from ui.pages.plans_details import PlanDetails
from ui.pages.plans_table import PlanTable

_BESIDE = 1250
"""From this width (at the base text size) the details stand beside the table."""
_SHARE, _LEAST = 0.34, 400
"""Share and least width of the details beside the table."""
_MOST_TABLE = 0.42
"""Share of the height that the table takes at most when the details stand below."""


class PlansSplit(QSplitter):
    """Shares out the room by itself until a person moves the handle."""

    def __init__(self, table: PlanTable, details: PlanDetails, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table = table
        self._details = details
        self._moved = False
        self.addWidget(table)
        self.addWidget(details)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(3)
        table.height_changed.connect(self.share_out)
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
        """Give the table what it needs, the rest to the details."""
        scale = theme.current().points / 10
        beside = self.width() >= _BESIDE * scale
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._moved and self.orientation() == wanted:
            return
        self._moved = False
        self.setOrientation(wanted)
        self._details.set_beside(beside=beside)
        if beside:
            panel = round(max(_SHARE * self.width(), _LEAST * scale))
            self.setSizes([self.width() - panel, panel])
        else:
            table = min(self._table.needed_height(), round(_MOST_TABLE * self.height()))
            self.setSizes([table, self.height() - table])

    def _on_moved(self) -> None:
        self._moved = True
