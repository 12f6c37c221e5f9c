"""The figures of a report as a table: a line for the whole plan, then one for each field or agency."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.report_figures import FigureRow, completion_rate

_Index = QModelIndex | QPersistentModelIndex
HEADINGS = (
    "",
    "Tổng\nsố",
    "HT đúng\nhạn",
    "HT quá\nhạn",
    "Chưa HT,\ntrong hạn",
    "Chưa HT,\nquá hạn",
    "Thường\nxuyên",
    "Chưa có\nhạn",
    "Tỷ lệ\nHT",
    "HT\ntrong kỳ",
    "Chưa có KQ\ntrong kỳ",
)
HINTS = (
    "",
    "Tổng số nhiệm vụ tính đến ngày chốt",
    "Hoàn thành đúng hạn",
    "Hoàn thành quá hạn",
    "Chưa hoàn thành, còn trong hạn",
    "Chưa hoàn thành, đã quá hạn",
    "Nhiệm vụ thường xuyên, không có hạn",
    "Nhiệm vụ chưa xác định được hạn",
    "Số hoàn thành trên số nhiệm vụ có thời hạn",
    "Số hoàn thành trong kỳ lấy số liệu",
    "Nhiệm vụ không có hạn, đang thực hiện mà chưa có kết quả trong kỳ",
)


def figure_cells(row: FigureRow) -> tuple[str, ...]:
    """Return the texts of one line."""
    cells, rate = row.cells, completion_rate(row.cells)
    figures = (
        cells.total,
        cells.completed_on_time,
        cells.completed_late,
        cells.open_in_time,
        cells.open_overdue,
        cells.continuous,
        cells.undated,
    )
    share = "–" if rate is None else f"{rate:.1f} %".replace(".", ",")
    return (
        row.name,
        *map(str, figures),
        share,
        str(row.period.completed),
        str(row.period.without_result),
    )


class FigureModel(QAbstractTableModel):
    """The whole plan first, in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def fill(self, rows: Sequence[FigureRow]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = tuple(figure_cells(row) for row in rows)
        self.endResetModel()

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return headings and lines as they stand, for the clipboard."""
        return (tuple(heading.replace("\n", " ") for heading in HEADINGS), *self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the text, numbers to the right, the first line bold, and a sentence for screen readers."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row[0] if column == 0 else f"{HINTS[column]}: {row[column]}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[0]}, {HINTS[column]}: {row[column]}" if column else row[0]
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and index.row() == 0:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns; the whole name is the tool tip."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADINGS[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return HINTS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
