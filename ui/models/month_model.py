"""One month as a table of days: the six weeks it touches, what stands on each day, which days are off."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.workdays import WorkCalendar
from ui.models.calendar_marks import DayOff, Mark, day_off, sentence
from ui.widgets.day_words import first_of_month, short_weekday, week_start

WEEKS, DAYS = 6, 7
_Index = QModelIndex | QPersistentModelIndex
DAY_ROLE = Qt.ItemDataRole.UserRole + 1


class MonthModel(QAbstractTableModel):
    """The six weeks that a month touches, Monday first."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.first = first_of_month(today)
        self._calendar: WorkCalendar | None = None
        self._marks: Mapping[date, tuple[Mark, ...]] = {}

    def fill(
        self, first: date, marks: Mapping[date, tuple[Mark, ...]], calendar: WorkCalendar, today: date
    ) -> None:
        """Show a month."""
        self.beginResetModel()
        self.first, self._marks, self._calendar, self.today = first_of_month(first), marks, calendar, today
        self.endResetModel()

    def day(self, index: _Index) -> date:
        """Return the day of a cell."""
        return week_start(self.first) + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day; an invalid one when the day is not shown."""
        offset = (day - week_start(self.first)).days
        return self.index(offset // DAYS, offset % DAYS) if 0 <= offset < WEEKS * DAYS else QModelIndex()

    def marks(self, day: date) -> tuple[Mark, ...]:
        """Return what stands on a day."""
        return self._marks.get(day, ())

    def off(self, day: date) -> DayOff:
        """Return whether a day is off."""
        return day_off(day, self._calendar) if self._calendar is not None else DayOff(off=False, name="")

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the weeks shown."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the days of a week."""
        return 0 if parent.isValid() else DAYS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the number, the tool tip and the sentence for screen readers."""
        if not index.isValid():
            return None
        day = self.day(index)
        if role == DAY_ROLE:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = sentence(day, self.off(day), self.marks(day))
            return said.replace(". ", "\n") if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns with the weekdays."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return short_weekday(date(2024, 1, 1) + timedelta(days=section))
        return None
