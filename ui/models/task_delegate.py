"""Paints the task table: lines of text, chips, section rows, the red bar; measured once, drawn with ``drawText``."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from cchc_desktop.domain.tasks import Status
from cchc_desktop.services.task_queries import Role
from ui import icons, theme
from ui.models.arrangement import SectionRow
from ui.models.task_list import TaskRow
from ui.models.task_model import TaskModel
from ui.models.task_words import CHIP_WORDS, COLUMNS, ROLE_WORDS, cell_text, missing_words
from ui.models.wrapping import Wrapper, hits
from ui.widgets.chips import chip_font, paint_chip, paint_tag

SIDE = 10
"""Pixels left and right of a cell's text; the header has the same."""
BAR = 3
_MUTED = frozenset({"number", "coordinating", "deadline"})
_SMALL = 0.88
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TaskDelegate(QStyledItemDelegate):
    """Draws rows of a TaskModel in the theme in force."""

    def __init__(self, view: QTableView, model: TaskModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.restyle()

    def restyle(self) -> None:
        """Take font and density of the theme in force."""
        font = QApplication.font()
        self._text = Wrapper(font)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        self._bold = Wrapper(bold)
        self._small = theme.scaled_font(_SMALL)
        self._chip = chip_font()
        self._line = theme.line_height(font)
        self._lines = theme.LINES[theme.current().density]

    def lines_needed(self, row: TaskRow, widths: dict[str, int]) -> int:
        """Return the lines the longest cell of a row needs, for rows that grow with their text."""
        needed = 1
        for column in ("content", "lead", "coordinating", "deadline"):
            width = widths.get(column, 0) - 2 * SIDE
            if width > 0:
                needed = max(needed, len(self._text.lines(cell_text(row, column), width, self._lines)))
        if row.role is not None and widths.get("lead", 0):
            lead = len(self._text.lines(row.lead, widths["lead"] - 2 * SIDE, self._lines - 1))
            needed = max(needed, min(lead + 1, self._lines))
        return needed

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; a section row comes as one cell over all columns."""
        entry = self._model.entry(index.row())
        rect: QRect = option.rect
        painter.save()
        if isinstance(entry, SectionRow):
            self._paint_section(painter, rect, entry)
        else:
            state: QStyle.StateFlag = option.state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(rect, theme.colour("selection" if selected else "surface"))
            self._paint_task(painter, rect, entry, COLUMNS[index.column()])
        self._paint_edges(painter, rect, index)
        painter.restore()

    def _paint_section(self, painter: QPainter, rect: QRect, section: SectionRow) -> None:
        painter.fillRect(rect, theme.colour("band"))
        side = icons.scaled(16)
        ratio = painter.device().devicePixelRatioF()
        arrow = icons.pixmap(
            "chevron-right" if section.collapsed else "chevron-down", theme.colour("muted"), side, ratio
        )
        painter.drawPixmap(QPoint(rect.left() + SIDE, rect.center().y() - side // 2 + 1), arrow)
        left = rect.left() + SIDE + side + 6
        count = f"{section.done}/{section.total}"
        painter.setFont(self._bold.font)
        room = min(rect.width(), self._view.viewport().width()) - (left - rect.left())
        count_width = self._bold.metrics.horizontalAdvance(count) + 2 * SIDE
        title = self._bold.metrics.elidedText(section.title, Qt.TextElideMode.ElideRight, room - count_width)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(left, rect.top(), room, rect.height()), _LEFT_MIDDLE, title)
        shift = self._bold.metrics.horizontalAdvance(title) + 2 * SIDE - 4
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRect(left + shift, rect.top(), count_width, rect.height()), _LEFT_MIDDLE, count)

    def _paint_task(self, painter: QPainter, rect: QRect, row: TaskRow, column: str) -> None:
        inside = rect.adjusted(SIDE, 0, -SIDE, -1)
        if column == "status":
            self._paint_status(painter, rect.adjusted(SIDE - 2, 0, -4, -1), row)
        elif column == "lead" and row.role is not None and self._lines > 1:
            self._paint_lead(painter, inside, row)
        elif column == "due":
            self._paint_due(painter, inside, row)
        else:
            wrapper = self._bold if column == "lead" and row.role is Role.LEAD else self._text
            token = "muted" if column in _MUTED else "text"
            self._paint_lines(painter, inside, cell_text(row, column), token, wrapper)

    def _paint_lines(
        self, painter: QPainter, room: QRect, text: str, token: str, wrapper: Wrapper, most: int = 0
    ) -> int:
        """Paint a text centred in its room; return how many lines it took."""
        lines = wrapper.lines(text, room.width(), most or self._lines)
        painter.setFont(wrapper.font)
        top = room.top() + (room.height() - len(lines) * self._line) // 2
        for place, line in enumerate(lines):
            where = QRect(room.left(), top + place * self._line, room.width() + 1, self._line)
            if self._model.words:
                self._paint_hits(painter, where, line, wrapper.metrics)
            painter.setPen(theme.colour(token))
            painter.drawText(where, _LEFT_MIDDLE, line)
        return len(lines)

    def _paint_hits(self, painter: QPainter, where: QRect, line: str, metrics: QFontMetrics) -> None:
        for start, end in hits(line, self._model.words):
            left = where.left() + metrics.horizontalAdvance(line[:start])
            width = metrics.horizontalAdvance(line[:end]) - metrics.horizontalAdvance(line[:start])
            painter.fillRect(QRect(left, where.top() + 1, width, where.height() - 2), theme.colour("hit"))

    def _paint_lead(self, painter: QPainter, room: QRect, row: TaskRow) -> None:
        """Paint the leading agency with the own part in the task beneath it."""
        assert row.role is not None  # noqa: S101 - the caller has looked
        lines = self._text.lines(row.lead, room.width(), self._lines - 1)
        tag = QFontMetrics(self._small).height() + 2
        block = len(lines) * self._line + tag + 2
        top = room.top() + max(0, (room.height() - block) // 2)
        text = QRect(room.left(), top, room.width(), len(lines) * self._line)
        self._paint_lines(painter, text, row.lead, "text", self._text, self._lines - 1)
        painter.setFont(self._small)
        paint_tag(painter, room.left(), text.bottom() + 2, ROLE_WORDS[row.role], strong=row.role is Role.LEAD)

    def _paint_due(self, painter: QPainter, room: QRect, row: TaskRow) -> None:
        if row.due_is_own:
            side = icons.scaled(14)
            ratio = painter.device().devicePixelRatioF()
            house = icons.pixmap("house", theme.colour("muted"), side, ratio)
            painter.drawPixmap(QPoint(room.left() - 4, room.center().y() - side // 2), house)
            room = room.adjusted(side, 0, SIDE, 0)
        token = "danger" if row.status is Status.OVERDUE else "text"
        self._paint_lines(painter, room, cell_text(row, "due"), token, self._text, 1)

    def _paint_status(self, painter: QPainter, room: QRect, row: TaskRow) -> None:
        if row.status is None:
            return
        note = missing_words(row) if self._lines > 1 else ""
        painter.setFont(self._chip)
        if note:
            half = room.height() // 2
            paint_chip(
                painter,
                QRect(room.left(), room.top() + 3, room.width(), half),
                row.status,
                CHIP_WORDS[row.status],
            )
            painter.setFont(self._small)
            painter.setPen(theme.colour("muted"))
            below = QRect(room.left() + 2, room.top() + half + 2, room.width(), room.height() - half - 3)
            text = QFontMetrics(self._small).elidedText(note, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, _LEFT_MIDDLE, text)
        else:
            paint_chip(painter, room, row.status, CHIP_WORDS[row.status])

    def _paint_edges(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the hairline, the red bar of an overdue row, and the ring of the current row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's signature
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        header = self._view.horizontalHeader()
        entry = self._model.entry(index.row())
        whole = isinstance(entry, SectionRow)
        first = whole or header.visualIndex(index.column()) == 0
        if first and isinstance(entry, TaskRow) and entry.status is Status.OVERDUE:
            painter.fillRect(
                QRect(rect.left(), rect.top(), BAR, rect.height() - 1), theme.colour("overdue_bar")
            )
        if not self._view.hasFocus() or self._view.currentIndex().row() != index.row():
            return
        accent = theme.colour("accent")
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), accent)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), accent)
        if first:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), accent)
        if whole or header.logicalIndexAt(rect.right() + 1 - self._view.viewport().x()) == -1:
            painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), accent)
