"""The sidebar: the pages that exist, with counts; a list and a delegate, because tool buttons ignore text alignment."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.widgets.buttons import button, tool_button
from ui.widgets.text import Text

WIDTH = 216
NARROW = 56
_NAME = int(Qt.ItemDataRole.UserRole)
_ICON = _NAME + 1
_COUNT = _NAME + 2
_KEY = _NAME + 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in the sidebar."""

    name: str
    title: str
    icon: str
    shortcut: str = ""


class Sidebar(QFrame):
    """Heading, pages, and beneath them settings and help."""

    chosen = Signal(str)
    collapse_wanted = Signal()
    year_chosen = Signal(int)

    def __init__(self, upper: Sequence[Entry], lower: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "nav")
        self._collapsed = False
        self.name = Text("Nhiệm vụ CCHC", scale=1.2, bold=True)
        self.office = Text(kind="muted", wrap=True)
        self.year_menu = QMenu(self)
        self.year_button = button("", kind="plain")
        self.year_button.setMenu(self.year_menu)
        self.year_button.hide()
        self.collapse_button = tool_button(
            "panel-left", "Thu gọn thanh điều hướng", self.collapse_wanted.emit, shortcut="Ctrl+B"
        )
        self.above = _PageList("Các trang", upper)
        self.below = _PageList("Thiết đặt và trợ giúp", lower)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=(12, 16, 12, 8), gap=theme.GRID)
        column.addWidget(self.name)
        column.addWidget(self.office)
        column.addWidget(self.year_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.GAP)
        column.addWidget(self.above)
        column.addStretch(1)
        column.addWidget(self.below)
        column.addWidget(self.collapse_button, 0, Qt.AlignmentFlag.AlignLeft)
        for pages in (self.above, self.below):
            pages.chosen.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._set_width()

    def set_office(self, name: str, year: int, years: Sequence[int]) -> None:
        """Show whose program it is and the working year, with the years one can change to."""
        self.office.setText(name)
        self.office.setVisible(bool(name) and not self._collapsed)
        self.year_button.setText(f"Năm {year}")
        self.year_button.setAccessibleName(f"Năm làm việc {year}, bấm để đổi năm")
        self.year_button.setVisible(not self._collapsed)
        self.year_menu.clear()
        for each in years:
            action = self.year_menu.addAction(f"Năm {each}")
            action.setCheckable(True)
            action.setChecked(each == year)
            action.triggered.connect(lambda _checked=False, each=each: self.year_chosen.emit(each))

    def show_page(self, name: str) -> None:
        """Mark a page as the one that is open."""
        for pages in (self.above, self.below):
            pages.mark(name)

    def set_count(self, name: str, count: int | None) -> None:
        """Show a count beside a page; nothing for None or 0."""
        for pages in (self.above, self.below):
            pages.set_count(name, count or 0)

    def is_collapsed(self) -> bool:
        """Tell whether only icons are shown."""
        return self._collapsed

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show icons only, or icons and words."""
        self._collapsed = collapsed
        self.name.setHidden(collapsed)
        self.office.setHidden(collapsed or not self.office.text())
        self.year_button.setHidden(collapsed or not self.year_button.text())
        for pages in (self.above, self.below):
            pages.set_narrow(narrow=collapsed)
        self._set_width()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "below"):
            self._set_width()

    def _set_width(self) -> None:
        wide = round(WIDTH * max(1.0, theme.current().points / 10 * 0.96))
        self.setFixedWidth(NARROW if self._collapsed else wide)
        side = 8 if self._collapsed else 12
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 16, side, 8)
        for pages in (self.above, self.below):
            pages.fit()


class _PageList(QListWidget):
    """The pages of one block of the sidebar."""

    chosen = Signal(str)

    def __init__(self, name: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "flat")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_EntryDelegate(self))
        self.setMouseTracking(True)
        self.narrow = False
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(_NAME, entry.name)
            item.setData(_ICON, entry.icon)
            item.setData(_COUNT, 0)
            item.setData(_KEY, entry.shortcut)
            self.addItem(item)
            self._describe(item)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_NAME)))
        self.fit()

    def mark(self, name: str) -> None:
        """Select a page if it is in this block, else nothing."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for row in range(self.count()):
            if self.item(row).data(_NAME) == name:
                self.setCurrentRow(row)
                break
        else:
            self.clearSelection()
        self.blockSignals(blocked)
        self.viewport().update()

    def set_count(self, name: str, count: int) -> None:
        """Show a count beside a page."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_NAME) == name and item.data(_COUNT) != count:
                item.setData(_COUNT, count)
                self._describe(item)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only."""
        self.narrow = narrow
        self.fit()

    def fit(self) -> None:
        """Be as high as the entries."""
        self.doItemsLayout()
        self.setFixedHeight(self.count() * entry_height() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the page; the arrows move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            item = self.currentItem()
            if item is not None:
                self.chosen.emit(item.data(_NAME))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters belong to the input method."""

    def _describe(self, item: QListWidgetItem) -> None:
        count, key = item.data(_COUNT), item.data(_KEY)
        said = f"{item.text()}, {count}" if count else item.text()
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), said)
        item.setToolTip(f"{item.text()} ({key})" if key else item.text())


def entry_height() -> int:
    """Return the height of an entry."""
    return theme.control_height() + 8


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry: icon, words, count; a bar and a ground for the open page."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of an entry."""
        return QSize(40, entry_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one entry."""
        pages = self.parent()
        if not isinstance(pages, _PageList):
            return
        item = pages.item(index.row())
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)
        chosen = item.isSelected()
        hovered = rect.contains(pages.viewport().mapFromGlobal(pages.cursor().pos()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        if chosen:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1.5, 1.5)
        if pages.hasFocus() and pages.currentRow() == index.row():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(
                QRectF(rect).adjusted(1, 1, -1, -1), theme.RADIUS_SMALL, theme.RADIUS_SMALL
            )
        self._paint_words(painter, rect, item, chosen=chosen, narrow=pages.narrow)
        painter.restore()

    @staticmethod
    def _paint_words(
        painter: QPainter, rect: QRect, item: QListWidgetItem, *, chosen: bool, narrow: bool
    ) -> None:
        side = icons.scaled(18)
        ratio = painter.device().devicePixelRatioF()
        ink = theme.colour("text" if chosen else "muted")
        count = str(item.data(_COUNT)) if item.data(_COUNT) else ""
        aside = 5 if count else 0  # the count stands at the upper right of the picture
        left = rect.center().x() - side // 2 + 1 - aside if narrow else rect.left() + 12
        painter.drawPixmap(
            left, rect.center().y() - side // 2 + 1, icons.pixmap(item.data(_ICON), ink, side, ratio)
        )
        font = theme.scaled_font(0.75 if narrow else 1.0, bold=chosen)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        if narrow:
            corner = QRect(rect.left(), rect.top() + 1, rect.width() - 2, rect.height())
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, count)
            return
        middle = Qt.AlignmentFlag.AlignVCenter
        words = rect.adjusted(12 + side + 10, 0, -10, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, item.text())
        painter.setPen(theme.colour("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, count)
