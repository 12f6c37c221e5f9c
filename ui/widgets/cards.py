"""Cards: framed areas, and the summary card whose figure is a door to the list behind it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text import Text


class Card(QFrame):
    """A surface with a hairline and rounded corners; put widgets into ``body``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        theme.spaced(self.body, margin=theme.CARD_PADDING, gap=2 * theme.GRID)
        self.title = Text(title, bold=True)
        self.title.setVisible(bool(title))
        self.body.addWidget(self.title)


class SummaryCard(QAbstractButton):
    """A figure with its name; a click, Space or Enter opens what it counts. Checkable when it filters the same page."""

    def __init__(
        self, name: str, tint: str = "text", *, checkable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._figure = "–"
        self._name = name
        self._tint = tint
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    def set_figure(self, figure: int | str, name: str = "") -> None:
        """Show a figure, and another name if given."""
        self._figure = str(figure)
        self._name = name or self._name
        self._describe()
        self.updateGeometry()
        self.update()

    def figure(self) -> str:
        """Return the figure as shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        """Room for the figure and one line of text, padding included."""
        figure = theme.line_height(theme.scaled_font(theme.FIGURE_SCALE, bold=True))
        width = self.fontMetrics().horizontalAdvance(self._name) + 2 * theme.CARD_PADDING
        return QSize(width, figure + theme.line_height(self.font()) + 2 * theme.CARD_PADDING - 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the name may be elided on narrow windows."""
        return QSize(96, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, figure and name; a ring for the keyboard, the selection's ground when checked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        edge = 2.0 if ring else 1.0
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        ground = "selection" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("accent" if ring or self.isChecked() else "line"), edge))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        inside = self.rect().adjusted(
            theme.CARD_PADDING, theme.CARD_PADDING - 4, -theme.CARD_PADDING, -theme.CARD_PADDING + 4
        )
        font = theme.scaled_font(theme.FIGURE_SCALE, bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if self._figure in ("0", "–") else self._tint))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._figure)
        painter.setFont(self.font())
        painter.setPen(theme.colour("muted"))
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, name)

    def _describe(self) -> None:
        self.setText(self._name)
        self.setAccessibleName(f"{self._name}: {self._figure}")
        self.setToolTip(self._name)
