"""A table of a document drawn small: its first rows as they stand in the file, to choose it by."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cchc_desktop.reading.source import Cell
from ui import theme

Rows: TypeAlias = Sequence[Sequence[Cell | None]]
_ROWS = 4
_MOST_COLUMNS = 12
_CELL_GAP = 4
_LOOKED_AT = 30


class TableThumbnail(QAbstractButton):
    """A card that can be chosen: name of the table, its size, and its first rows really drawn."""

    def __init__(self, rows: Rows, name: str, size: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self._rows = _first_rows(rows)
        self._widths = _shares(self._rows)
        self.setCheckable(True)
        self.setText(f"{name}: {size}")
        self.setAccessibleName(f"{name}: {size}")
        self.setToolTip("\n".join(" | ".join(_text(cell) for cell in row if cell) for row in self._rows))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Room for two lines of words and four rows of the table."""
        words = 2 * theme.line_height() + theme.GRID
        return QSize(
            round(23 * theme.line_height()),
            words + _ROWS * self._row_height() + 2 * theme.CARD_PADDING + theme.GRID,
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same height; words are elided in narrow windows."""
        return QSize(round(14 * theme.line_height()), self.sizeHint().height())

    def _row_height(self) -> int:
        return theme.line_height(self._small()) + _CELL_GAP

    @staticmethod
    def _small() -> QFont:
        return theme.scaled_font(0.85)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - everything is painted
        """Draw card, mark, words and rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        edge = 2.0 if ring or self.isChecked() else 1.0
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setBrush(
            theme.colour("selection" if self.isChecked() else "hover" if self.underMouse() else "surface")
        )
        painter.setPen(QPen(theme.colour("accent" if edge > 1 else "line"), edge))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        pad = theme.CARD_PADDING - 2
        inside = self.rect().adjusted(pad, pad, -pad, -pad)
        self._paint_words(painter, inside)
        top = inside.top() + 2 * theme.line_height() + theme.GRID
        self._paint_rows(painter, QRect(inside.left(), top, inside.width(), inside.bottom() - top))
        painter.end()

    def _paint_words(self, painter: QPainter, inside: QRect) -> None:
        line = theme.line_height()
        side = round(line * 0.62)
        dot = QRectF(inside.left() + 1, inside.top() + (line - side) / 2, side, side)
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "input_line"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(dot)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(dot.adjusted(side * 0.27, side * 0.27, -side * 0.27, -side * 0.27))
        left = inside.left() + side + 2 * theme.GRID
        for number, (words, bold, tint) in enumerate(
            ((self._name, True, "text"), (self._size, False, "muted"))
        ):
            painter.setFont(theme.scaled_font(1.0, bold=bold))
            painter.setPen(theme.colour(tint))
            room = QRect(left, inside.top() + number * line, inside.right() - left, line)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_rows(self, painter: QPainter, room: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature
        height = self._row_height()
        edges = [room.left() + round(share * (room.width() - 1)) for share in _running(self._widths)]
        for number, row in enumerate(self._rows):
            top = room.top() + number * height
            for place, cell in enumerate(row):
                if cell is None:
                    continue
                right = edges[min(place + cell.columns, len(edges) - 1)]
                box = QRect(edges[place], top, right - edges[place], height)
                painter.setBrush(theme.colour("band" if number == 0 else "surface"))
                painter.setPen(QPen(theme.colour("input_line" if number == 0 else "line"), 1))
                painter.drawRect(box)
                font = self._small()
                font.setBold(cell.bold or number == 0)
                painter.setFont(font)
                painter.setPen(theme.colour("text"))
                words = painter.fontMetrics().elidedText(
                    _text(cell), Qt.TextElideMode.ElideRight, box.width() - 2 * _CELL_GAP
                )
                painter.drawText(
                    box.adjusted(_CELL_GAP, 0, -_CELL_GAP, 0),
                    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                    words,
                )


def _first_rows(rows: Rows) -> tuple[tuple[Cell | None, ...], ...]:
    """Return the first rows in which something stands."""
    filled = [row for row in rows[:_LOOKED_AT] if any(cell is not None and cell.text.strip() for cell in row)]
    return tuple(tuple(row[:_MOST_COLUMNS]) for row in filled[:_ROWS])


def _shares(rows: tuple[tuple[Cell | None, ...], ...]) -> list[float]:
    """Give every column a share of the width, more where texts are longer."""
    count = max((len(row) for row in rows), default=0)
    lengths = [6.0] * count
    for row in rows:
        for place, cell in enumerate(row):
            if cell is not None and cell.columns == 1:
                lengths[place] = max(lengths[place], min(len(_text(cell)), 40))
    whole = sum(lengths) or 1.0
    return [length / whole for length in lengths]


def _running(shares: list[float]) -> list[float]:
    edges, at = [0.0], 0.0
    for share in shares:
        at += share
        edges.append(min(at, 1.0))
    return edges


def _text(cell: Cell) -> str:
    return " ".join(cell.text.split())
