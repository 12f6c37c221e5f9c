"""Which rows of a draft are shown for review."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from ui.models.draft_model import DraftModel
from ui.models.draft_words import ALL_ROWS

_Index = QModelIndex | QPersistentModelIndex


class DraftFilter(QSortFilterProxyModel):
    """Shows the rows of one filter; a row that was just put right stays in sight until the filter is chosen again."""

    def __init__(self, source: DraftModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = ALL_ROWS
        self._draft = source
        self.setDynamicSortFilter(False)
        self.setSourceModel(source)

    def show(self, wanted: str) -> None:
        """Choose a filter."""
        self._wanted = wanted
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:  # noqa: ARG002 - a flat table
        """Keep the rows of the filter."""
        return self._draft.matches(row, self._wanted)
