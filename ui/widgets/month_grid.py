"""One month as a table of days: days off shaded and named, marks in words, moved through with the arrow keys."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cchc_desktop.domain.lunar import LunarDay, lunar
from cchc_desktop.domain.workdays import WorkCalendar
from ui import theme
from ui.models.calendar_marks import DayOff, Mark, cell_lines
from ui.models.month_model import DAYS, MonthModel
from ui.widgets.day_words import first_of_month, month

_NOTCH = 120
"""Eighths of a degree: one notch of a usual wheel."""
_Index = QModelIndex | QPersistentModelIndex


class DayDelegate(QStyledItemDelegate):
    """Paints one day: shade, number, name of the day off, and as many marks as there is room for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell."""
        model = index.model()
        assert isinstance(model, MonthModel)  # noqa: S101 - the view never has another model
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        day, other = model.day(index), model.day(index).month != model.first.month
        off = model.off(day)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.colour("band" if off.off else "surface"))
        if off.off:
            _hatch(painter, rect)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selection"))
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(6, 4, -6, -4)
        _paint_number(painter, inner, day, today=day == model.today, other=other)
        _paint_lunar(painter, inner, lunar(day))
        _paint_lines(painter, inner, off, model.marks(day), other=other)
        painter.restore()


def _hatch(painter: QPainter, rect: QRect) -> None:
    """Shade a day off with lines too, for eyes and screens that do not tell the grey."""
    painter.setPen(QPen(theme.colour("line"), 1))
    step = 12
    for offset in range(-rect.height(), rect.width(), step):
        painter.drawLine(
            rect.left() + offset, rect.bottom(), rect.left() + offset + rect.height(), rect.top()
        )


def _paint_number(painter: QPainter, inner: QRect, day: date, *, today: bool, other: bool) -> None:
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Bold if today else QFont.Weight.DemiBold)
    painter.setFont(font)
    text = f"{day.day}/{day.month}" if other or day.day == 1 else str(day.day)
    line = theme.line_height()
    if today:
        named = f"{text} · hôm nay"
        text = named if QFontMetrics(font).horizontalAdvance(named) + 10 <= inner.width() + 4 else text
        width = QFontMetrics(font).horizontalAdvance(text) + 10
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(
            QRect(inner.left() - 2, inner.top(), min(width, inner.width() + 4), line), 4, 4
        )
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(
            QRect(inner.left() + 3, inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignVCenter, text
        )
        return
    painter.setPen(theme.colour("muted" if other else "text"))
    painter.drawText(
        QRect(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignVCenter, text
    )


def _paint_lunar(painter: QPainter, inner: QRect, day: LunarDay) -> None:
    """Write the lunar day small at the right, with its month on the first; full moon and first day stand out."""
    font = theme.scaled_font(0.8, bold=day.day in (1, 15))
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    text = str(day) if day.day == 1 else str(day.day)
    room = QRect(inner.left(), inner.top(), inner.width(), theme.line_height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


def _paint_lines(
    painter: QPainter, inner: QRect, off: DayOff, marks: tuple[Mark, ...], *, other: bool
) -> None:
    font = theme.scaled_font(0.9)
    metrics, line = QFontMetrics(font), theme.line_height(font)
    painter.setFont(font)
    room = max((inner.height() - theme.line_height()) // line, 0)
    named = [(off.label, "muted")] if off.name and room else []
    open_marks = any(not mark.done for mark in marks) and not other
    said = [(text, "text" if open_marks else "muted") for text in cell_lines(marks, room - len(named))]
    top, spare = inner.top() + theme.line_height(), room - len(named) - len(said)
    for text, tint in named + said:
        painter.setPen(theme.colour(tint))
        lines = in_lines(text, metrics, inner.width(), 1 + spare)
        spare -= len(lines) - 1
        for words in lines:
            painter.drawText(
                QRect(inner.left(), top, inner.width(), line), Qt.AlignmentFlag.AlignVCenter, words
            )
            top += line


def in_lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Break a text into at most ``most`` lines between words; the last one is elided where it does not fit."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1 and metrics.horizontalAdvance(" ".join(words)) > width:
        taken = 1
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    if words:
        lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return lines


class MonthGrid(QTableView):
    """The month; a click or an arrow key picks a day, Enter or a double click opens it."""

    day_picked = Signal(object)
    day_opened = Signal(object)
    month_wanted = Signal(object)
    """First day of the month to show."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = MonthModel(today, self)
        self._turned = 0
        self.setModel(self._month)
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(lambda index: self.day_opened.emit(self._month.day(index)))

    @property
    def month_model(self) -> MonthModel:
        """The days shown."""
        return self._month

    def fill(
        self, first: date, marks: Mapping[date, tuple[Mark, ...]], calendar: WorkCalendar, today: date
    ) -> None:
        """Show a month; the picked day stays picked when it is still in sight."""
        picked = self.picked()
        self._month.fill(first, marks, calendar, today)
        self.setAccessibleName(f"Lịch {month(self._month.first)}")
        if picked is not None:
            self.pick(picked)

    def picked(self) -> date | None:
        """Return the picked day."""
        index = self.currentIndex()
        return self._month.day(index) if index.isValid() else None

    def pick(self, day: date) -> None:
        """Pick a day that is shown; another day is left alone."""
        index = self._month.index_of(day)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.day_picked.emit(self._month.day(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page with Page Up and Page Down, and where an arrow leaves the table."""
        picked = self.picked() or self._month.today
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -DAYS,
            Qt.Key.Key_Down: DAYS,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(picked, -1 if key == Qt.Key.Key_PageUp else 1)
        elif key in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._step(picked + timedelta(days=steps[key]))
        else:
            super().keyPressEvent(event)

    def _step(self, day: date) -> None:
        if not self._month.index_of(day).isValid():
            self.month_wanted.emit(first_of_month(day))
        self.pick(day)

    def _turn(self, picked: date, months: int) -> None:
        first = first_of_month(self._month.first, months)
        self.month_wanted.emit(first)
        last = first_of_month(first, 1) - timedelta(days=1)
        self.pick(first.replace(day=min(picked.day, last.day)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page with the wheel, one month a notch."""
        self._turned += event.angleDelta().y()  # a touch pad sends many small steps
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self.month_wanted.emit(first_of_month(self._month.first, -notches))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep six rows in sight at every size."""
        self.verticalHeader().setMinimumSectionSize(theme.line_height() * 2)
        super().resizeEvent(event)
