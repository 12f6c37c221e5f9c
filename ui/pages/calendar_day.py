"""What stands on the picked day, as a list beside the month."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.models.calendar_marks import DayOff, Mark
from ui.widgets.cards import Card
from ui.widgets.day_words import headline
from ui.widgets.text import Text

_MARK = Qt.ItemDataRole.UserRole + 1


class DayCard(Card):
    """Date, name of the day off, and everything that is due; Enter or a double click opens one."""

    task_opened = Signal(int)
    report_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ngày", parent)
        self.title.setWordWrap(True)
        self.off = Text(kind="muted", wrap=True)
        self.none = Text("Không có hạn nào trong ngày này.", kind="muted", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("kind", "flat")
        self.list.setAccessibleName("Các hạn trong ngày đã chọn")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        self.hint = Text("Nhấp đúp hoặc nhấn Enter để mở.", kind="muted", wrap=True)
        self.body.addWidget(self.off)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.hint)
        self.body.addStretch(0)
        self.setMinimumWidth(18 * theme.CARD_PADDING)

    def show_day(self, day: date, off: DayOff, marks: tuple[Mark, ...]) -> None:
        """Show a day."""
        self.title.setText(headline(day))
        self.off.setText(off.label or ("Ngày nghỉ cuối tuần" if off.off else "Ngày làm việc"))
        self.list.clear()
        for mark in marks:
            sign = "✓" if mark.done else mark.kind.value
            item = QListWidgetItem(f"{sign} {mark.detail}")
            item.setData(_MARK, mark)
            item.setToolTip(mark.detail)
            if mark.done:
                item.setForeground(theme.colour("muted"))
            self.list.addItem(item)
        self.list.setVisible(bool(marks))
        self.hint.setVisible(bool(marks))
        self.none.setVisible(not marks)

    def _open(self, item: QListWidgetItem) -> None:
        mark: Mark = item.data(_MARK)
        if mark.task_id:
            self.task_opened.emit(mark.task_id)
        else:
            self.report_opened.emit(mark.report_key)
