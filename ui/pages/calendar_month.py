"""The month view: navigation, the grid of days, and the list of the picked day."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.workdays import WorkCalendar
from ui import theme
from ui.models.calendar_marks import Mark, MarkKind, legend_line
from ui.pages.calendar_day import DayCard
from ui.widgets.buttons import button, tool_button
from ui.widgets.day_words import first_of_month, month
from ui.widgets.month_grid import MonthGrid
from ui.widgets.text import Text

_LEGEND = (
    (MarkKind.OWN_DUE, "hạn gửi của đơn vị"),
    (MarkKind.MINISTRY_DUE, "hạn gửi Bộ Nội vụ"),
    (MarkKind.CUTOFF, "chốt số liệu"),
    (MarkKind.WINDOW_START, "bắt đầu kỳ"),
    (MarkKind.TASK_DUE, "hạn nhiệm vụ"),
    (MarkKind.TASK_OWN_DUE, "hạn nội bộ"),
)


class MonthView(QWidget):
    """One month; the page that holds it delivers the marks whenever ``month_wanted`` asks for another month."""

    month_wanted = Signal(object)
    today_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = MonthGrid(today)
        self.day = DayCard()
        self.name = Text(scale=1.2, bold=True)
        previous = tool_button("chevron-left", "Tháng trước", lambda: self._step(-1), shortcut="PgUp")
        following = tool_button("chevron-right", "Tháng sau", lambda: self._step(1), shortcut="PgDn")
        self.today_button = button("Hôm nay", self.today_wanted.emit)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        for widget in (previous, self.name, following, self.today_button):
            head.addWidget(widget)
        legend = Text(
            legend_line([*((kind.value, words) for kind, words in _LEGEND), ("▒", "ngày nghỉ")]),
            kind="muted",
            wrap=True,
        )
        head.addSpacing(theme.GAP)
        head.addWidget(legend, 1)
        body = QHBoxLayout()
        body.setSpacing(theme.GAP)
        body.addWidget(self.grid, 3)
        body.addWidget(self.day, 1)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addLayout(head)
        column.addLayout(body, 1)
        self.grid.month_wanted.connect(self.month_wanted)
        self.grid.day_picked.connect(self._show_day)

    def fill(
        self, first: date, marks: Mapping[date, tuple[Mark, ...]], calendar: WorkCalendar, today: date
    ) -> None:
        """Show a month; a day of it is always picked."""
        self.grid.fill(first, marks, calendar, today)
        shown = self.grid.month_model.first
        self.name.setText(month(shown))
        picked = self.grid.picked()
        if picked is None:
            in_month = (today.year, today.month) == (shown.year, shown.month)
            self.grid.pick(today if in_month else shown)
        else:
            self._show_day(picked)

    def pick(self, day: date) -> None:
        """Pick a day of the month shown."""
        self.grid.pick(day)

    def _step(self, months: int) -> None:
        self.month_wanted.emit(first_of_month(self.grid.month_model.first, months))

    def _show_day(self, day: date) -> None:
        model = self.grid.month_model
        self.day.show_day(day, model.off(day), model.marks(day))
