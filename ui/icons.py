"""Icons: vendored outline SVGs, recoloured to a token of the theme when they are loaded."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from cchc_desktop.domain.tasks import Status
from cchc_desktop.paths import resources
from ui import theme

STATUS_ICONS = {
    Status.OVERDUE: "circle-alert",
    Status.DUE_TODAY: "circle-dot",
    Status.DUE_SOON: "clock",
    Status.IN_PROGRESS: "play",
    Status.NOT_STARTED: "circle",
    Status.COMPLETED_ON_TIME: "check",
    Status.COMPLETED_LATE: "check",
    Status.CONTINUOUS: "infinity",
    Status.NO_DEADLINE: "circle-question-mark",
    Status.PAUSED: "pause",
    Status.CANCELLED: "ban",
}
_BASE_POINTS = 10.0


def icon(name: str, tint: str = "text", size: int = 16, *, gap: int = 0) -> QIcon:
    """Return an icon in a token's colour; its disabled state is drawn in the colour of lines.

    ``gap`` adds empty pixels at the right: the style leaves too little room before a button's words.
    """
    made = QIcon()
    for scale in _scales():
        for token, mode in ((tint, QIcon.Mode.Normal), ("input_line", QIcon.Mode.Disabled)):
            picture = pixmap(name, theme.colour(token), size, scale)
            made.addPixmap(_padded(picture, gap) if gap else picture, mode)
    return made


def scaled(size: int) -> int:
    """Return a size in pixels that grows with the text."""
    return round(size * max(1.0, theme.current().points / _BASE_POINTS))


def pixmap(name: str, colour: QColor, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return a sharp picture of an icon for a device pixel ratio; pictures are remembered."""
    return _drawn(name, colour.name(), size, ratio)


def put(
    holder: QAbstractButton | QAction, name: str, tint: str = "text", size: int = 16, *, gap: int = 0
) -> None:
    """Give a button or action an icon that follows theme and text size (see ``refresh``)."""
    holder.setProperty("icon_name", name)
    holder.setProperty("icon_tint", tint)
    holder.setProperty("icon_size", size)
    holder.setProperty("icon_gap", gap)
    side = scaled(size)
    made = icon(name, tint, side, gap=gap)
    if isinstance(holder, QAction):  # the line of a menu under the pointer has the accent as its ground
        for scale in _scales():
            made.addPixmap(pixmap(name, theme.colour("on_accent"), side, scale), QIcon.Mode.Active)
    holder.setIcon(made)
    if isinstance(holder, QAbstractButton):
        holder.setIconSize(QSize(side + gap, side))


def program_icon() -> QIcon:
    """Return the program's own icon, in the sizes that title bars, task bars and trays ask for."""
    drawing = QSvgRenderer(str(resources() / "icons" / "app.svg"))
    made = QIcon()
    for side in (16, 20, 24, 32, 40, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made


def refresh(app: QApplication) -> None:
    """Recolour every icon that was given with ``put``; called after the theme changed."""
    found: list[QObject] = list(app.allWidgets())
    for window in app.topLevelWidgets():
        found.extend(window.findChildren(QAction))
    for holder in found:
        name = holder.property("icon_name")
        if name and isinstance(holder, QAbstractButton | QAction):
            size, gap = int(holder.property("icon_size")), int(holder.property("icon_gap"))
            put(holder, str(name), str(holder.property("icon_tint")), size, gap=gap)


def _scales() -> list[float]:
    """Return the pixel ratios of the screens there are: drawing for others would only delay the first frame."""
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})


def _padded(picture: QPixmap, gap: int) -> QPixmap:
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


@cache
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(
        painter, QRectF(0, 0, side, side)
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
