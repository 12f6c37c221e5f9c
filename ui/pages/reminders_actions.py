"""The side of the reminder page: the whole text of what is picked, and what can be done about it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cchc_desktop.services.reminders import OpenReminder
from ui import theme
from ui.pages.reminders_text import why
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.text import Text

Choices = Callable[[], Sequence[tuple[str, datetime]]]


class ReminderPanel(Card):
    """Text and buttons for one reminder, or for all picked ones at once."""

    open_asked = Signal()
    sent_asked = Signal()
    acknowledged = Signal()
    snoozed = Signal(object)
    """The moment chosen; None asks for another moment."""
    muted = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__("Nhắc việc", parent)
        self._choices = choices
        self.title.setWordWrap(True)
        self.text = Text(wrap=True, selectable=True)
        self.reason = Text(kind="muted", wrap=True)
        self.open_button = button("Mở", self.open_asked.emit, kind="primary", icon="arrow-right")
        self.sent_button = button("Đánh dấu đã gửi…", self.sent_asked.emit, icon="circle-check")
        self.done_button = button(
            "Đã xử lý",
            self.acknowledged.emit,
            icon="check",
            tip="Đưa vào nhóm Đã xử lý; nhiệm vụ và hạn giữ nguyên.",
        )
        self.snooze_button = button(
            "Nhắc lại sau", icon="alarm-clock", tip="Chỉ hoãn lần nhắc này; hạn giữ nguyên."
        )
        self.snooze_menu = QMenu(self)
        self.snooze_menu.aboutToShow.connect(self._fill_menu)
        self.snooze_button.setMenu(self.snooze_menu)
        self.mute_button = button(
            "Tắt nhắc việc này",
            self.muted.emit,
            icon="bell-off",
            tip="Không nhắc việc này nữa, trừ khi hạn thay đổi.",
        )
        self.body.addWidget(self.text)
        self.body.addWidget(self.reason)
        self.body.addSpacing(theme.GAP)
        for each in self.buttons():
            self.body.addWidget(each)
        self.body.addStretch(1)
        self.setMinimumWidth(20 * theme.CARD_PADDING)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the actions, top to bottom."""
        return (self.open_button, self.sent_button, self.done_button, self.snooze_button, self.mute_button)

    def show_picked(self, picked: Sequence[OpenReminder], *, closed: bool, read_only: bool) -> None:
        """Show one reminder whole, or how many are picked."""
        one = picked[0] if len(picked) == 1 else None
        if one is not None:
            self.title.setText(one.title)
            self.text.setText(one.text)
            self.reason.setText(why(one))
        else:
            self.title.setText(f"Đã chọn {len(picked)} nhắc việc" if picked else "Chưa chọn nhắc việc nào")
            words = (
                "Các nút dưới đây áp dụng cho tất cả nhắc việc đã chọn."
                if picked
                else "Hãy chọn một dòng ở bên trái."
            )
            self.text.setText(words)
            self.reason.setText("")
        self.open_button.setEnabled(one is not None)
        self.sent_button.setVisible(one is not None and one.subject_kind == "report" and not closed)
        acting = bool(picked) and not closed and not read_only
        for each in (self.sent_button, self.done_button, self.snooze_button, self.mute_button):
            each.setEnabled(acting)

    def _fill_menu(self) -> None:
        self.snooze_menu.clear()
        for label, when in self._choices():
            chosen = self.snooze_menu.addAction(label)
            chosen.triggered.connect(lambda _checked=False, when=when: self.snoozed.emit(when))
        self.snooze_menu.addSeparator()
        self.snooze_menu.addAction("Chọn…").triggered.connect(lambda _checked=False: self.snoozed.emit(None))
