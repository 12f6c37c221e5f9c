"""What the tray icon looks like and says: calm, soon or overdue, as picture and as words."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from cchc_desktop.reminders.notifier import clip
from cchc_desktop.services.reminders import OpenReminder
from ui import theme

TIP_UNITS = 127
"""Longest tool tip of a tray icon in UTF-16 units (Windows: 128 with the closing zero)."""
SIZE = 32


def counts(reminders: Sequence[OpenReminder], today: date) -> tuple[int, int]:
    """Return how many open reminders are overdue, and how many are not yet."""
    overdue = sum(reminder.due < today for reminder in reminders)
    return overdue, len(reminders) - overdue


def tip(overdue: int, ahead: int, cutoff_line: str, paused_until: datetime | None) -> str:
    """Return the tool tip, shortened to what every system shows."""
    if not overdue and not ahead:
        state = "không có nhắc việc nào"
    else:
        state = ", ".join(
            part
            for part in (f"{overdue} quá hạn" if overdue else "", f"{ahead} sắp đến hạn" if ahead else "")
            if part
        )
    parts = [f"CCHC: {state}."]
    if paused_until is not None:
        parts.append(f"Tạm dừng nhắc đến {paused_until:%H:%M %d/%m/%Y}.")
    return clip(" ".join([*parts, cutoff_line]).strip(), TIP_UNITS)


def badge_icon(base: QIcon, tint: str) -> QIcon:
    """Return the program's icon with a dot; overdue also carries a sign, for eyes that do not tell the colours."""
    picture = QPixmap(SIZE, SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    base.paint(painter, picture.rect())
    if tint:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint))
        dot = QRectF(SIZE * 0.45, SIZE * 0.45, SIZE * 0.55, SIZE * 0.55)
        painter.drawEllipse(dot)
        if tint == "overdue_bar":
            painter.setPen(QColor(Qt.GlobalColor.white))
            font = painter.font()
            font.setBold(True)
            font.setPixelSize(round(SIZE * 0.5))
            painter.setFont(font)
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, "!")
    painter.end()
    return QIcon(picture)
