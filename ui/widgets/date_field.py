"""A date as people type it (5/3, 05032026, 5.3.26); a wrong one stays as typed and says why."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cchc_desktop.text import fold
from ui import theme
from ui.widgets.buttons import tool_button
from ui.widgets.fields import typed_date, written
from ui.widgets.text import Text


class DateField(QWidget):
    """A line edit with a calendar behind a button; Ctrl+; fills in today."""

    committed = Signal(object)
    """date or None, once the officer has finished a valid entry that differs from the one shown before."""
    left_wrong = Signal(str)
    """The text as typed, once the officer has left something that is no date."""

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._year = today().year
        self._shown: date | None = None
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("ngày/tháng/năm")
        self.edit.setToolTip("Gõ 5/3, 05032026 hoặc 5.3.26; Ctrl+; điền ngày hôm nay")
        self.button = tool_button("calendar-days", f"Chọn {name.lower()} trên lịch", self._open_calendar)
        self.problem_text = Text(kind="danger", wrap=True)
        self.problem_text.hide()
        row = QHBoxLayout()
        theme.spaced(row, gap=theme.GRID)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=theme.GRID)
        column.addLayout(row)
        column.addWidget(self.problem_text)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.editingFinished.connect(self.finish)
        self.edit.textEdited.connect(lambda _text: self._say(""))
        self._popup: QFrame | None = None

    def set_year(self, year: int) -> None:
        """Set the year that completes a day and month."""
        self._year = year

    def set_date(self, day: date | None) -> None:
        """Show a date from outside."""
        self._shown = day
        self.edit.setText(written(day))
        self._say("")

    def put_text(self, text: str, reason: str) -> None:
        """Show a text that could not be taken before, with the reason."""
        self.edit.setText(text)
        self._say(reason)

    def date(self) -> date | None:
        """Return the date typed. Raises ValueError with a Vietnamese sentence when it is none."""
        if fold(self.edit.text()) == "hom nay":
            return self._today()
        return typed_date(self.edit.text(), self._year)

    def text(self) -> str:
        """Return the text as typed."""
        return self.edit.text()

    def is_dirty(self) -> bool:
        """Tell whether the text differs from the date shown last."""
        return self.edit.text().strip() != written(self._shown)

    def problem(self) -> str:
        """Return the sentence shown beneath the field."""
        return self.problem_text.text()

    def finish(self) -> None:
        """Take what was typed: a date is written out and told, anything else stays and says why."""
        if not self.is_dirty():
            return
        try:
            day = self.date()
        except ValueError as error:
            self._say(str(error))
            self.left_wrong.emit(self.edit.text())
            return
        self._say("")
        self.edit.setText(written(day))
        if day != self._shown:
            self._shown = day
            self.committed.emit(day)

    def set_read_only(self, read_only: bool) -> None:
        """Only show."""
        self.edit.setReadOnly(read_only)
        self.button.setEnabled(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+; fills in today; every other key is left alone."""
        if (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Semicolon
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and not self.edit.isReadOnly()
        ):
            if event.type() == QEvent.Type.KeyPress:
                self.edit.setText(written(self._today()))
                self.finish()
            event.accept()
            return True
        return False

    def _say(self, problem: str) -> None:
        self.problem_text.setText(problem)
        self.problem_text.setVisible(bool(problem))
        wanted = "wrong" if problem else ""
        if (self.edit.property("kind") or "") != wanted:
            theme.mark(self.edit, wanted)

    def _open_calendar(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("kind", "card")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setAccessibleName("Lịch")
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        try:
            day = self.date() or self._today()
        except ValueError:
            day = self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        popup.adjustSize()
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        popup.show()
        calendar.setFocus()
        self._popup = popup

    def _on_picked(self, picked: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.edit.setText(written(date(picked.year(), picked.month(), picked.day())))
        self.finish()
        self.edit.setFocus()
