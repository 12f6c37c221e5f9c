"""The list of days off and worked Saturdays of a year, each with its source and whether it is announced yet."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from cchc_desktop.domain.workdays import SpecialDay
from ui import theme
from ui.models.calendar_marks import KIND_WORDS, unconfirmed_banner
from ui.widgets.banner import Banner
from ui.widgets.buttons import tool_button
from ui.widgets.day_words import full, weekday
from ui.widgets.plain_table import QuietTable
from ui.widgets.text import Text

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Ngày", "Thứ", "Loại", "Tên", "Tình trạng", "Nguồn")


def holiday_row(special: SpecialDay) -> tuple[str, ...]:
    """Return the cells of one day."""
    return (
        full(special.day),
        weekday(special.day),
        KIND_WORDS[special.kind],
        special.name,
        "Chính thức" if special.confirmed else "Dự kiến",
        special.source,
    )


class HolidayModel(QAbstractTableModel):
    """The days of a year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def fill(self, days: Sequence[SpecialDay]) -> None:
        """Show other days."""
        self.beginResetModel()
        self._rows = tuple(holiday_row(special) for special in sorted(days, key=lambda special: special.day))
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many days there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the text, the whole text as tool tip, and a sentence for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[1]} {row[0]}, {row[2]}: {row[3]}, {row[4]}, nguồn: {row[5]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None


class HolidayView(QWidget):
    """Tab Lịch nghỉ."""

    year_wanted = Signal(int)
    """Steps from the year shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.name = Text(scale=1.2, bold=True)
        self.none = Text(
            "Chưa có lịch nghỉ của năm này. Phần mềm tạm tính thứ Bảy, Chủ nhật là ngày nghỉ; hãy cập nhật khi có thông báo chính thức.",
            kind="muted",
            wrap=True,
        )
        self.days = HolidayModel(self)
        self.table = QuietTable("Lịch nghỉ trong năm")
        self.table.setModel(self.days)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for stretched in (3, 5):
            header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        head.addWidget(tool_button("chevron-left", "Năm trước", lambda: self.year_wanted.emit(-1)))
        head.addWidget(self.name)
        head.addWidget(tool_button("chevron-right", "Năm sau", lambda: self.year_wanted.emit(1)))
        head.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)

    def fill(self, year: int, days: Sequence[SpecialDay]) -> None:
        """Show the days of a year."""
        self.name.setText(f"Lịch nghỉ năm {year}")
        self.days.fill(days)
        self.none.setVisible(not days)
        self.table.setVisible(bool(days))
        words = unconfirmed_banner(days)
        if words:
            self.banner.say(words)
        else:
            self.banner.clear()
