"""The list of days off and worked Saturdays of a year, each with its source and whether it is announced yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QVBoxLayout, QWidget

from cchc_desktop.domain.lunar import lunar
from cchc_desktop.domain.workdays import SpecialDay
from cchc_desktop.words import DAY_KIND_WORDS
from ui import theme
from ui.models.calendar_marks import unconfirmed_banner
from ui.widgets.banner import Banner
from ui.widgets.buttons import button, tool_button
from ui.widgets.day_words import full, weekday
from ui.widgets.plain_table import QuietTable
from ui.widgets.text import Text

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Ngày", "Âm lịch", "Thứ", "Loại", "Tên", "Tình trạng", "Nguồn")


def holiday_row(special: SpecialDay) -> tuple[str, ...]:
    """Return the cells of one day."""
    return (
        full(special.day),
        str(lunar(special.day)),
        weekday(special.day),
        DAY_KIND_WORDS[special.kind],
        special.name,
        "Chính thức" if special.confirmed else "Dự kiến",
        special.source,
    )


class HolidayModel(QAbstractTableModel):
    """The days of a year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self.days: tuple[SpecialDay, ...] = ()
        """The days shown, in order."""

    def fill(self, days: Sequence[SpecialDay]) -> None:
        """Show other days."""
        self.beginResetModel()
        self.days = tuple(sorted(days, key=lambda special: special.day))
        self._rows = tuple(holiday_row(special) for special in self.days)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many days there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer the text, the whole text as tool tip, and a sentence for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row[2]} {row[0]}, âm lịch {row[1]}, {row[3]}: {row[4]}, {row[5]}, nguồn: {row[6]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None


class HolidayView(QWidget):
    """Tab Lịch nghỉ."""

    year_wanted = Signal(int)
    """Steps from the year shown."""
    asked = Signal(str)
    """add, swap, confirm, import, export."""
    edit_asked = Signal(object)
    """SpecialDay to say something else about."""
    removal_asked = Signal(object)
    """SpecialDay to take back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_writable = True
        self.banner = Banner()
        self.name = Text(scale=1.2, bold=True)
        self.none = Text(
            "Chưa có lịch nghỉ của năm này. Phần mềm tạm tính thứ Bảy, Chủ nhật là ngày nghỉ; hãy cập nhật khi có thông báo chính thức.",
            kind="muted",
            wrap=True,
        )
        self.days = HolidayModel(self)
        self.table = QuietTable("Lịch nghỉ trong năm")
        self.table.setModel(self.days)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for stretched in (4, 6):
            header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID)
        head.addWidget(tool_button("chevron-left", "Năm trước", lambda: self.year_wanted.emit(-1)))
        head.addWidget(self.name)
        head.addWidget(tool_button("chevron-right", "Năm sau", lambda: self.year_wanted.emit(1)))
        head.addStretch(1)
        self.buttons = {
            key: button(words, partial(self.asked.emit, key))
            for key, words in (
                ("add", "Thêm ngày…"),
                ("swap", "Hoán đổi…"),
                ("import", "Nhập…"),
                ("export", "Xuất…"),
            )
        }
        for each in self.buttons.values():
            head.addWidget(each)
        self.menu = QMenu(self)
        self.menu.addAction("Sửa…", lambda: self._emit(self.edit_asked))
        self.menu.addAction("Bỏ ngày này", lambda: self._emit(self.removal_asked))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.activated.connect(lambda _index: self._emit(self.edit_asked))
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)

    def fill(self, year: int, days: Sequence[SpecialDay]) -> None:
        """Show the days of a year."""
        self.name.setText(f"Lịch nghỉ năm {year}")
        self.days.fill(days)
        self.none.setVisible(not days)
        self.table.setVisible(bool(days))
        words = unconfirmed_banner(days)
        if words and self.is_writable:
            self.banner.say(words, ("Xác nhận…", lambda: self.asked.emit("confirm")))
        elif words:
            self.banner.say(words)
        else:
            self.banner.clear()

    def set_writable(self, *, writable: bool) -> None:
        """Offer changes only where they can be stored; a file can always be written."""
        self.is_writable = writable
        for key in ("add", "swap", "import"):
            self.buttons[key].setEnabled(writable)

    def current(self) -> SpecialDay | None:
        """Return the day of the current row."""
        row = self.table.currentIndex().row()
        return self.days.days[row] if 0 <= row < len(self.days.days) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the current day back; the table leaves the key to its view."""
        if event.key() == Qt.Key.Key_Delete:
            self._emit(self.removal_asked)
        else:
            super().keyPressEvent(event)

    def _show_menu(self, place: QPoint) -> None:
        if self.current() is not None and self.is_writable:
            self.menu.popup(self.table.viewport().mapToGlobal(place))

    def _emit(self, signal: SignalInstance) -> None:
        special = self.current()
        if special is not None and self.is_writable:
            signal.emit(special)
