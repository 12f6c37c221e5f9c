"""Rows of the reminder list as a model and a delegate: title, text, why now; groups are headings between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.services.reminders import OpenReminder
from ui import icons, theme
from ui.pages.reminders_text import Group, why

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_GROUP_ICONS = {
    Group.OVERDUE: ("circle-alert", "danger"),
    Group.TODAY: ("circle-dot", "text"),
    Group.WEEK: ("clock", "text"),
    Group.LATER: ("calendar-days", "text"),
    Group.CLOSED: ("check", "muted"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group."""

    group: Group
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One reminder in its group."""

    group: Group
    reminder: OpenReminder


class RemindersModel(QAbstractListModel):
    """Headings and reminders in the order they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Heading | Entry, ...] = ()

    def fill(self, groups: Mapping[Group, Sequence[OpenReminder]]) -> None:
        """Show other reminders."""
        self.beginResetModel()
        rows: list[Heading | Entry] = []
        for group, reminders in groups.items():
            rows.append(Heading(group, len(reminders)))
            rows += [Entry(group, reminder) for reminder in reminders]
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, key: str) -> QModelIndex:
        """Return the place of a reminder; an invalid one when it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.reminder.key == key:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return headings and reminders together."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let reminders be picked; headings only stand there."""
        if index.isValid() and isinstance(self._rows[index.row()], Entry):
            return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the words of a row, the row itself, and the sentence for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{row.group.value} ({row.count})" if shown else None
        reminder = row.reminder
        if role == Qt.ItemDataRole.DisplayRole:
            return reminder.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{reminder.title}\n{reminder.text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.group.value}. {reminder.title}. {reminder.text} {why(reminder)}."
        return None


class RemindersDelegate(QStyledItemDelegate):
    """Paints a heading, or a reminder: title, up to two lines of text, and why it was raised."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for as many lines as the text needs, two at most."""
        row = index.data(ROW_ROLE)
        if isinstance(row, Heading):
            return QSize(200, theme.line_height() + 4 * theme.GRID)
        rect: QRect = option.rect
        lines = len(
            _wrapped(
                row.reminder.text, QFontMetrics(theme.base_font(theme.current().points)), rect.width() - 40
            )
        )
        return QSize(200, (2 + lines) * theme.line_height() + 5 * theme.GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if isinstance(row, Heading):
            _paint_heading(painter, rect, row)
        else:
            _paint_entry(painter, rect, row, state)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading) -> None:
    painter.fillRect(rect, theme.colour("band"))
    name, token = _GROUP_ICONS[heading.group]
    picture = icons.pixmap(name, theme.colour(token), 16, painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.left() + 12, rect.center().y() - 8, picture)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.drawText(
        rect.adjusted(36, 0, -12, 0),
        Qt.AlignmentFlag.AlignVCenter,
        f"{heading.group.value}   {heading.count}",
    )


def _paint_entry(painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("selection"))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
    if entry.group is Group.OVERDUE:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("overdue_bar"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    closed = entry.group is Group.CLOSED
    line = theme.line_height()
    place = QRect(rect.left() + 36, rect.top() + 2 * theme.GRID, rect.width() - 48, line)
    font = QFont(painter.font())
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(theme.colour("muted" if closed else "text"))
    title = QFontMetrics(bold).elidedText(entry.reminder.title, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(font)
    for words in _wrapped(entry.reminder.text, QFontMetrics(font), rect.width() - 40):
        place.translate(0, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
    place.translate(0, line)
    painter.setPen(theme.colour("muted"))
    reason = QFontMetrics(font).elidedText(why(entry.reminder), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, reason)


def _wrapped(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Break text into at most two lines; the second one is elided."""
    words, first, room = text.split(), "", max(width - 12, 80)
    while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= room:
        first = f"{first} {words.pop(0)}".strip()
    if not words:
        return (first,) if first else ()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room)
    return (first, rest) if first else (rest,)
