"""Bars that say how much of something is done; every bar has its figures beside it in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ui import theme

_THICKNESS = 10


class RatioBar(QWidget):
    """A horizontal bar filled to a share; filled against outlined, so it reads without colour too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._tint = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, *, tint: str = "accent", words: str = "") -> None:
        """Fill the bar to a share between 0 and 1; ``words`` is what a screen reader says."""
        self._share = min(max(share, 0.0), 1.0)
        self._tint = tint
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the thickness of a bar and room to stretch."""
        return QSize(120, _THICKNESS + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole bar is small
        """Draw the outline, then the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0.5, (self.height() - _THICKNESS) / 2, self.width() - 1, _THICKNESS)
        round_ = _THICKNESS / 2
        painter.setPen(QPen(theme.colour("input_line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(frame, round_, round_)
        if self._share > 0:
            filled = QRectF(frame)
            filled.setWidth(max(frame.width() * self._share, _THICKNESS))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._tint))
            painter.drawRoundedRect(filled, round_, round_)
        painter.end()


class FieldBars(QWidget):
    """Progress by field: title, bar and "8/12" for each; the figures stand in words beside the bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.GRID)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[QLabel, QLabel, RatioBar]] = []
        self.setAccessibleName("Tiến độ theo lĩnh vực")

    def show_fields(self, fields: Sequence[tuple[str, int, int]]) -> None:
        """Show (title, done, total) of every field."""
        while len(self._rows) < len(fields):
            self._rows.append(self._new_row(len(self._rows)))
        for index, (title, figure, bar) in enumerate(self._rows):
            shown = index < len(fields)
            if shown:
                name, done, total = fields[index]
                title.setText(name or "Chưa ghi lĩnh vực")
                figure.setText(f"{done}/{total}")
                words = f"{name or 'Chưa ghi lĩnh vực'}: đã hoàn thành {done} trên {total} nhiệm vụ"
                bar.show_share(done / total if total else 0.0, words=words)
            for widget in (title, figure, bar):
                widget.setVisible(shown)
        self.setAccessibleDescription(
            "; ".join(f"{name}: {done} trên {total}" for name, done, total in fields)
        )

    def _new_row(self, index: int) -> tuple[QLabel, QLabel, RatioBar]:
        title, figure, bar = QLabel(), QLabel(), RatioBar()
        for label in (title, figure):
            label.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._grid.addWidget(title, 2 * index, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(figure, 2 * index, 1, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(bar, 2 * index + 1, 0, 1, 2)
        self._grid.setRowMinimumHeight(2 * index + 1, _THICKNESS + 10)
        return title, figure, bar
