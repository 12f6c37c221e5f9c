"""Chips: a state as icon, word and colour together, never colour alone; painted in tables, a widget elsewhere."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.tasks import Status
from ui import icons, theme

_SIDE = 7
_ICON = 13
_BETWEEN = 5


def chip_font() -> QFont:
    """Return the font of chips: the interface font, half bold."""
    return theme.scaled_font(1.0, bold=True)


def chip_width(metrics: QFontMetrics, label: str, *, icon: bool = True) -> int:
    """Return the width a chip needs for its label."""
    return (
        metrics.horizontalAdvance(label) + 2 * _SIDE + 4 + ((_icon_side(metrics) + _BETWEEN) if icon else 0)
    )


def chip_height(metrics: QFontMetrics) -> int:
    """Return the height of a chip: one line with a little air."""
    return metrics.height() + 6


def paint_chip(painter: QPainter, room: QRect, status: Status, label: str) -> None:
    """Paint a status chip at the left of a rectangle, centred vertically; a label that is too long is elided."""
    metrics = QFontMetrics(painter.font())
    width = min(chip_width(metrics, label), room.width())
    height = chip_height(metrics)
    frame = QRectF(room.left(), room.top() + (room.height() - height) / 2, width, height)
    ink, ground = theme.status_colours(status)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("input_line"), 1))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    else:
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, height / 2, height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature
    side = _icon_side(metrics)
    ratio = painter.device().devicePixelRatioF()
    place = QPointF(frame.left() + _SIDE, frame.top() + (height - side) / 2)
    painter.drawPixmap(place, icons.pixmap(icons.STATUS_ICONS[status], ink, side, ratio))
    painter.setPen(ink)
    text = frame.adjusted(_SIDE + side + _BETWEEN, 0, -_SIDE, 0)
    shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, round(text.width()) + 2)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_tag(painter: QPainter, left: int, top: int, label: str, *, strong: bool) -> None:
    """Paint a small outlined tag (the own part in a task): in the accent colour when strong, muted otherwise."""
    metrics = QFontMetrics(painter.font())
    frame = QRectF(left, top, metrics.horizontalAdvance(label) + 12, metrics.height() + 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if strong else "input_line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature
    painter.setPen(theme.colour("accent" if strong else "muted"))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, label)


def _icon_side(metrics: QFontMetrics) -> int:
    return max(_ICON, round(metrics.height() * 0.72))


class StatusChip(QWidget):
    """A status chip as a widget, for panels and lists of few rows."""

    def __init__(self, status: Status | None = None, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._status = status
        self._label = label
        self.show_status(status, label)

    def show_status(self, status: Status | None, label: str) -> None:
        """Show a status; nothing for None."""
        self._status = status
        self._label = label
        self.setAccessibleName(f"Tình trạng: {label}" if label else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the chip."""
        metrics = QFontMetrics(chip_font())
        return QSize(chip_width(metrics, self._label), chip_height(metrics))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        if self._status is not None:
            painter = QPainter(self)
            painter.setFont(chip_font())
            paint_chip(painter, self.rect(), self._status, self._label)
