"""First run, step 3: when to remind, and a look at how a message comes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.office import Office
from ui import autostart, theme
from ui.widgets.buttons import button
from ui.widgets.fields import Hour, Number
from ui.widgets.text import Text

_OFFERED = (15, 10, 7, 5, 3, 2, 1, 0)
_NO_CHANNEL = "Máy này chưa hiện được thông báo ngoài cửa sổ. Nhắc việc vẫn nằm đủ trong trang Nhắc việc mỗi khi mở phần mềm."
_SHOWN = "Đã gửi thử một thông báo. Nếu không thấy, hãy xem phần thông báo của Windows hoặc chế độ Không làm phiền."


class RemindersStep(QWidget):
    """Working days before a due date, time of day, and a try."""

    title = "Nhắc việc"
    changed = Signal()

    def __init__(self, try_message: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._try = try_message
        self.days: dict[int, QCheckBox] = {}
        self._ladder = QHBoxLayout()
        self._ladder.setSpacing(theme.GAP)
        self.time = Hour("Giờ nhắc")
        self.soon = Number("Số ngày làm việc được coi là sắp đến hạn", 1, 60)
        self.answer = Text(kind="muted", wrap=True)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(Text("Nhắc trước hạn (ngày làm việc):"))
        column.addLayout(self._ladder)
        for words, field in (
            ("Giờ nhắc", self.time),
            ("Coi là “sắp đến hạn” khi còn (ngày làm việc)", self.soon),
        ):
            row = QHBoxLayout()
            row.addWidget(Text(words))
            row.addWidget(field)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(
            Text(
                "Sau khi quá hạn, phần mềm nhắc mỗi ngày làm việc cho đến khi hoàn thành. Không nhắc vào ngày nghỉ.",
                kind="muted",
                wrap=True,
            )
        )
        self.at_login = QCheckBox(autostart.WORDS)
        self.at_login.setAccessibleName(autostart.WORDS)
        self.at_login.setChecked(True)
        column.addWidget(self.at_login)
        trial = QHBoxLayout()
        trial.addWidget(button("Xem thử thông báo", self.try_message, icon="bell-ring"))
        trial.addStretch(1)
        column.addLayout(trial)
        column.addWidget(self.answer)
        column.addStretch(1)

    def fill(self, office: Office) -> None:
        """Show what was chosen before."""
        for old in self.days.values():
            self._ladder.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.days = {}
        for days in sorted({*_OFFERED, *office.ladder}, reverse=True):
            words = f"{days} ngày" if days else "Đúng ngày hạn"
            box = QCheckBox(words)
            box.setAccessibleName(f"Nhắc trước hạn {days} ngày làm việc" if days else "Nhắc đúng ngày hạn")
            box.setChecked(days in office.ladder)
            self.days[days] = box
            self._ladder.addWidget(box)
        self._ladder.addStretch(1)
        self.time.setTime(QTime(office.remind_hour, office.remind_minute))
        self.soon.setValue(office.soon)

    def put(self, office: Office) -> Office:
        """Return the office with what stands here."""
        return replace(
            office,
            ladder=tuple(days for days, box in self.days.items() if box.isChecked()),
            remind_hour=self.time.time().hour(),
            remind_minute=self.time.time().minute(),
            soon=self.soon.value(),
        )

    def try_message(self) -> None:
        """Send a message as the reminders will, and say where to look."""
        self.answer.setText(_SHOWN if self._try() else _NO_CHANNEL)
