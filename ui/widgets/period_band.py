"""The report periods of a year as bands on one time line, each with its dates in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.reports import Report
from cchc_desktop.domain.workdays import WorkCalendar
from ui import theme
from ui.widgets.day_words import brief, first_of_month, full, short_weekday

_BAND = 14


@dataclass(frozen=True, slots=True)
class Band:
    """One report on the time line."""

    name: str
    words: str
    start: date
    cutoff: date
    own_due: date
    ministry_due: date
    has_window: bool = True
    goes_to_ministry: bool = True


def dated(day: date, calendar: WorkCalendar) -> str:
    """Return a due date with the day to send by where it falls on a day off: "20/03 (T7 → 19/03)"."""
    safe = calendar.on_or_before(day)
    if safe == day:
        return f"{brief(day)} ({short_weekday(day)})"
    return f"{brief(day)} ({short_weekday(day)} → {brief(safe)})"


def band_of(report: Report, calendar: WorkCalendar) -> Band:
    """Put one report on the line."""
    period = report.period
    parts = [f"hạn gửi {dated(period.own_due, calendar)}"]
    if period.has_window:
        parts.insert(0, f"số liệu {full(period.window_start)} – {full(period.cutoff)}")
    if period.goes_to_ministry:
        parts.append(f"Bộ Nội vụ {dated(period.ministry_due, calendar)}")
    return Band(
        period.name,
        " · ".join(parts),
        period.window_start,
        period.cutoff,
        period.own_due,
        period.ministry_due,
        period.has_window,
        period.goes_to_ministry,
    )


class PeriodBands(QWidget):
    """Paints the bands; the words stand above each band, so nothing depends on colour or shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bands: tuple[Band, ...] = ()
        self._today = date.min
        self.setAccessibleName("Các kỳ báo cáo trong năm")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_reports(self, reports: Sequence[Report], calendar: WorkCalendar, today: date) -> None:
        """Show the reports of a year."""
        self._bands = tuple(band_of(report, calendar) for report in reports)
        self._today = today
        words = "\n".join(f"{band.name}: {band.words}" for band in self._bands)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @property
    def bands(self) -> tuple[Band, ...]:
        """What is shown."""
        return self._bands

    def sizeHint(self) -> QSize:
        """Ask for two lines of text and a band for each report, and a line for the months."""
        return QSize(600, self._axis_height() + len(self._bands) * self._row_height() + theme.GRID)

    def minimumSizeHint(self) -> QSize:
        """Never less than all rows; the width may shrink."""
        return QSize(320, self.sizeHint().height())

    def _axis_height(self) -> int:
        return theme.line_height() + 2 * theme.GRID

    def _row_height(self) -> int:
        return theme.line_height() + _BAND + 4 * theme.GRID

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all rows share one axis
        """Draw the months, then a row for each report."""
        if not self._bands:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = first_of_month(min(band.start for band in self._bands))
        last = first_of_month(max(band.ministry_due for band in self._bands), 1)
        scale = _Scale(first, last, self.width())
        self._paint_axis(painter, scale)
        if first <= self._today < last:
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            x = scale.x(self._today)
            painter.drawLine(QPointF(x, self._axis_height()), QPointF(x, self.height() - theme.GRID))
        for index, band in enumerate(self._bands):
            self._paint_band(painter, scale, band, self._axis_height() + index * self._row_height())
        painter.end()

    def _paint_axis(self, painter: QPainter, scale: "_Scale") -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        month = scale.first
        while month < scale.last:
            following = first_of_month(month, 1)
            left, right = scale.x(month), scale.x(following)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(left, theme.GRID), QPointF(left, self.height() - theme.GRID))
            painter.setPen(theme.colour("muted"))
            label = (
                f"{month.month}/{month.year}"
                if month.month == 12 and month == scale.first
                else f"T{month.month}"
            )
            box = QRectF(left, 0, right - left, self._axis_height() - theme.GRID)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
            month = following
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)

    def _paint_band(self, painter: QPainter, scale: "_Scale", band: Band, top: int) -> None:
        self._paint_words(painter, band, top)
        y = top + theme.line_height() + theme.GRID
        if band.has_window:
            left, cut = scale.x(band.start), scale.x(band.cutoff) + scale.day
            painter.setPen(QPen(theme.colour("input_line"), 1))
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(QRectF(left, y, cut - left, _BAND), 4, 4)
            painter.setPen(QPen(theme.colour("text"), 3))
            painter.drawLine(QPointF(cut, y - 2), QPointF(cut, y + _BAND + 2))
        _triangle(painter, scale.x(band.own_due) + scale.day / 2, y, own=True)
        if band.goes_to_ministry:
            _triangle(painter, scale.x(band.ministry_due) + scale.day / 2, y, own=False)

    def _paint_words(self, painter: QPainter, band: Band, top: int) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        ground = theme.colour("surface")
        line = theme.line_height()
        name_width = QFontMetrics(bold).horizontalAdvance(band.name) + 2 * theme.GRID
        room = max(self.width() - name_width, 0)
        words = QFontMetrics(self.font()).elidedText(band.words, Qt.TextElideMode.ElideRight, room)
        used = name_width + QFontMetrics(self.font()).horizontalAdvance(words)
        painter.fillRect(QRectF(0, top, used, line), ground)  # keep the month lines out of the words
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(0, top, name_width, line), Qt.AlignmentFlag.AlignVCenter, band.name)
        painter.setFont(self.font())
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRectF(name_width, top, room, line), Qt.AlignmentFlag.AlignVCenter, words)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to pixels."""

    first: date
    last: date
    width: int

    @property
    def day(self) -> float:
        """Pixels of one day."""
        return self.width / max((self.last - self.first).days, 1)

    def x(self, day: date) -> float:
        """Left edge of a day."""
        return (day - self.first).days * self.day


def _triangle(painter: QPainter, x: float, y: float, *, own: bool) -> None:
    """Mark a due date: filled from below for the office's own, open from above for the ministry's; often days apart."""
    half, base, tip = (
        _BAND / 2,
        (y + _BAND + 2 if own else y - 2),
        (y + _BAND / 2 + 1 if own else y + _BAND / 2 - 1),
    )
    painter.setPen(QPen(theme.colour("text"), 1.2))
    painter.setBrush(theme.colour("text" if own else "surface"))
    painter.drawPolygon(QPolygonF([QPointF(x - half, base), QPointF(x + half, base), QPointF(x, tip)]))
