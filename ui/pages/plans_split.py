"""Table and details: side by side in wide windows, else the details below a table that is as high as its rows."""

from PySide6.QtWidgets import QWidget

from ui.pages.plans_details import PlanDetails
from ui.pages.plans_table import PlanTable
from ui.widgets.beside_or_below import BesideOrBelow

_BESIDE = 1250
_SHARE, _LEAST = 0.34, 400
"""Share and least width of the details beside the table."""
_MOST_TABLE = 0.42
"""Share of the height that the table takes at most when the details stand below."""


class PlansSplit(BesideOrBelow):
    """Gives the table what it needs, the rest to the details."""

    beside_from = _BESIDE

    def __init__(self, table: PlanTable, details: PlanDetails, parent: QWidget | None = None) -> None:
        super().__init__(table, details, parent)
        table.height_changed.connect(self.share_out)

    def shares(self, scale: float, *, beside: bool) -> list[int]:
        """Return the room of table and details; the details learn where they stand."""
        table, details = self.widget(0), self.widget(1)
        assert isinstance(table, PlanTable)  # noqa: S101 - put there at the beginning
        assert isinstance(details, PlanDetails)  # noqa: S101
        details.set_beside(beside=beside)
        if beside:
            panel = round(max(_SHARE * self.width(), _LEAST * scale))
            return [self.width() - panel, panel]
        height = min(table.needed_height(), round(_MOST_TABLE * self.height()))
        return [height, self.height() - height]
