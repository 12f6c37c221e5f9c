"""The picture of one page: drawn by the paginator itself, so that it is what the printer gets."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.printing.paginator import Paginator

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_EDGE = 12
"""Room around the sheet, in pixels."""
_WHEEL_STEP = 120


class Sheet(QWidget):
    """A white sheet with one page on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paginator: Paginator | None = None
        self._index = 0
        self._scale = 1.0
        self._picture: QPixmap | None = None

    def show_page(self, paginator: Paginator | None, index: int, scale: float) -> None:
        """Show a page at a scale in pixels per point."""
        self._paginator, self._index, self._scale = paginator, index, scale
        self._picture = None
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the sheet with the room around it."""
        if self._paginator is None:
            return QSize(2 * _EDGE, 2 * _EDGE)
        setup = self._paginator.setup
        return QSize(
            round(setup.width * self._scale) + 2 * _EDGE, round(setup.height * self._scale) + 2 * _EDGE
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet; the picture of the page is made once per page and zoom."""
        del event
        if self._paginator is None:
            return
        if self._picture is None:
            self._picture = self._made_picture(self._paginator)
        painter = QPainter(self)
        corner = QPoint(_EDGE, _EDGE)
        painter.drawPixmap(corner, self._picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        size = self._picture.deviceIndependentSize().toSize()
        painter.drawRect(corner.x() - 1, corner.y() - 1, size.width() + 1, size.height() + 1)
        painter.end()

    def _made_picture(self, paginator: Paginator) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = (self.sizeHint() - QSize(2 * _EDGE, 2 * _EDGE)) * ratio
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paginator.draw(painter, self._index, self._scale * ratio)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture


class PageView(QScrollArea):
    """Shows pages one at a time, fitted to the view or zoomed; the keyboard turns them."""

    page_changed = Signal()
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paginator: Paginator | None = None
        self._index = 0
        self._zoom = 0.0  # 0 fits the page to the view
        self.sheet = Sheet()
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Xem trước trang in")

    @property
    def paginator(self) -> Paginator | None:
        """The pages in force."""
        return self._paginator

    @property
    def index(self) -> int:
        """The page shown, from 0."""
        return self._index

    @property
    def zoom(self) -> float:
        """Size shown / real size."""
        return self._zoom or self._fitting()

    @property
    def fitted(self) -> bool:
        """True while the page is fitted to the view."""
        return not self._zoom

    def set_paginator(self, paginator: Paginator) -> None:
        """Show another document; the place is kept where it has as many pages."""
        self._paginator = paginator
        self.go_to(self._index)

    def refresh(self) -> None:
        """Draw the page again, after more pages were laid out."""
        self._show()

    def go_to(self, index: int) -> None:
        """Turn to a page; the nearest one when there is no such page."""
        if self._paginator is None:
            return
        wanted = max(index, 0)
        while wanted and not self._paginator.has_page(wanted):
            wanted = self._paginator.pages_so_far - 1
        self._index = wanted
        self._show()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit()

    def zoom_in(self) -> None:
        """Show the page larger by one step."""
        self.set_zoom(next((step for step in ZOOMS if step > self.zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the page smaller by one step."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self.zoom - 0.01), ZOOMS[0]))

    def fit(self) -> None:
        """Fit the whole page to the view."""
        self.set_zoom(0.0)

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a share of its real size; 0 fits it to the view."""
        self._zoom = zoom
        self._show()
        self.zoom_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up, Page Down, Home and End; arrows scroll."""
        key = Qt.Key
        last = self._paginator.page_count - 1 if self._paginator is not None else 0
        places = {
            key.Key_PageDown: self._index + 1,
            key.Key_PageUp: self._index - 1,
            key.Key_Home: 0,
            key.Key_End: last,
        }
        place = places.get(key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            self.go_to(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll; at the end of a page turn to the next one."""
        turned = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                (self.zoom_in if turned > 0 else self.zoom_out)()
            event.accept()
        elif turned <= -_WHEEL_STEP and bar.value() == bar.maximum():
            self.go_to(self._index + 1)
            event.accept()
        elif turned >= _WHEEL_STEP and bar.value() == bar.minimum() and self._index:
            self.go_to(self._index - 1)
            bar.setValue(bar.maximum())
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted page fitted."""
        super().resizeEvent(event)
        if not self._zoom:
            self._show()
            self.zoom_changed.emit()

    def _fitting(self) -> float:
        if self._paginator is None:
            return 1.0
        setup, room = self._paginator.setup, self.maximumViewportSize()
        pixels = self.logicalDpiX() / 72
        wide = (room.width() - 2 * _EDGE) / (setup.width * pixels)
        high = (room.height() - 2 * _EDGE) / (setup.height * pixels)
        return max(min(wide, high), 0.1)

    def _show(self) -> None:
        if self._paginator is None:
            return
        self.sheet.show_page(self._paginator, self._index, self.zoom * self.logicalDpiX() / 72)
        self.setAccessibleDescription(f"Trang {self._index + 1}.\n{self._paginator.page(self._index).text()}")
