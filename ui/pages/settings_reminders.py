"""Thiết đặt – Nhắc việc: on which working days before a due date, from what hour, and what counts as soon."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from cchc_desktop.domain.office import Office
from cchc_desktop.text import squash
from ui import autostart
from ui.bridge import Bridge
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.fields import Number
from ui.widgets.save_note import SaveNote
from ui.widgets.settings_form import SettingsForm
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_MOST_DAYS = 90
_MOST_RUNGS = 12
_HOUR = re.compile(r"(\d{1,2})\s*[:hg.]\s*(\d{2})?")


def read_ladder(text: str) -> tuple[int, ...]:
    """Read "15, 7, 3, 1, 0" into a falling ladder. Raises ValueError with a sentence.

    >>> read_ladder("1; 3 7,15")
    (15, 7, 3, 1)
    """
    parts = [part for part in re.split(r"[\s,;]+", squash(text)) if part]
    if not parts or any(not part.isdecimal() or int(part) > _MOST_DAYS for part in parts):
        raise ValueError(
            f"Hãy nhập các số ngày từ 0 đến {_MOST_DAYS}, cách nhau bằng dấu phẩy, ví dụ 15, 7, 3, 1, 0."
        )
    ladder = tuple(sorted({int(part) for part in parts}, reverse=True))
    if len(ladder) > _MOST_RUNGS:
        raise ValueError(f"Nhiều nhất {_MOST_RUNGS} mốc nhắc cho một hạn. Hãy bớt đi.")
    return ladder


def read_hour(text: str) -> tuple[int, int]:
    """Read "08:30", "8h30" or "8h" into hour and minute. Raises ValueError with a sentence.

    >>> read_hour("8h")
    (8, 0)
    """
    found = _HOUR.fullmatch(squash(text).lower())
    hour, minute = (int(found.group(1)), int(found.group(2) or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise ValueError("Hãy nhập giờ như 08:30 hoặc 8h30.")
    return hour, minute


class RemindersCard(Card):
    """Ladder, hour, and the days before which a task is due soon."""

    def __init__(self, app: "App", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Nhắc việc", parent)
        self._app = app
        self._bridge = bridge
        self.ladder = QLineEdit()
        self.ladder.setAccessibleName("Nhắc trước hạn số ngày làm việc")
        self.ladder_note = SaveNote(self._save_ladder)
        self.hour = QLineEdit()
        self.hour.setAccessibleName("Giờ bắt đầu nhắc trong ngày")
        self.hour_note = SaveNote(self._save_hour)
        self.soon = Number("Số ngày làm việc coi là sắp đến hạn", 1, _MOST_DAYS)
        self.soon.setSuffix(" ngày làm việc")
        self.soon.setKeyboardTracking(False)
        self.at_login = QCheckBox(autostart.WORDS)
        self.at_login.setAccessibleName(autostart.WORDS)
        self.at_login_note = SaveNote(self._save_at_login)
        self.reset_button = button("Khôi phục mặc định", self._reset, kind="plain")
        form = SettingsForm()
        form.add_row("Nhắc trước hạn (ngày làm việc)", self.ladder)
        form.add_row("", self.ladder_note)
        form.add_row("Giờ bắt đầu nhắc", self.hour)
        form.add_row("", self.hour_note)
        form.add_row("Coi là sắp đến hạn khi còn", self.soon)
        self.body.addWidget(form)
        self.body.addWidget(
            Text(
                "Số 0 là nhắc vào đúng ngày hạn. Ngoài giờ và ngày nghỉ phần mềm không nhắc.",
                kind="muted",
                wrap=True,
            )
        )
        self.body.addWidget(self.at_login)
        self.body.addWidget(self.at_login_note)
        self.body.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.ladder.editingFinished.connect(self._save_ladder)
        self.hour.editingFinished.connect(self._save_hour)
        self.soon.valueChanged.connect(self._save_soon)
        self.at_login.clicked.connect(self._save_at_login)

    def show_stored(self) -> None:
        """Show what is stored; a field with something wrong in it is left alone."""
        office = self._app.offices.get()
        if not self.ladder_note.isVisibleTo(self):
            self.ladder.setText(", ".join(str(days) for days in office.ladder))
        if not self.hour_note.isVisibleTo(self):
            self.hour.setText(f"{office.remind_hour:02}:{office.remind_minute:02}")
        blocked = self.soon.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.soon.setValue(office.soon)
        self.soon.blockSignals(blocked)
        self.at_login.setChecked(autostart.is_on())
        for each in (self.ladder, self.hour, self.soon, self.reset_button):
            each.setEnabled(not self._bridge.read_only)

    def _save_ladder(self) -> None:
        office = self._app.offices.get()
        try:
            ladder = read_ladder(self.ladder.text())
        except ValueError as error:
            self.ladder_note.failed(str(error), retry=False)
            return
        self.ladder_note.clear()
        if ladder != office.ladder:
            self._save(replace(office, ladder=ladder), self.ladder_note)

    def _save_hour(self) -> None:
        office = self._app.offices.get()
        try:
            hour, minute = read_hour(self.hour.text())
        except ValueError as error:
            self.hour_note.failed(str(error), retry=False)
            return
        self.hour_note.clear()
        if (hour, minute) != (office.remind_hour, office.remind_minute):
            self._save(replace(office, remind_hour=hour, remind_minute=minute), self.hour_note)

    def _save_soon(self, days: int) -> None:
        self._save(replace(self._app.offices.get(), soon=days), None)

    def _save_at_login(self) -> None:
        if autostart.put(on=self.at_login.isChecked(), folder=self._app.folder.root):
            self.at_login_note.clear()
        else:
            self.at_login_note.failed(autostart.NOT_STORED)

    def _reset(self) -> None:
        usual = Office()
        changed = replace(
            self._app.offices.get(),
            ladder=usual.ladder,
            remind_hour=usual.remind_hour,
            remind_minute=usual.remind_minute,
            soon=usual.soon,
        )
        self.ladder_note.clear()
        self.hour_note.clear()
        self._save(changed, None)

    def _save(self, office: Office, note: SaveNote | None) -> None:
        """Store; a failure stays beside the field, or in a dialog where there is none."""
        if note is None:
            self._bridge.run(lambda: self._app.offices.save(office), say="Đã lưu thiết đặt.")
        else:
            self._bridge.run(
                lambda: self._app.offices.save(office),
                say="Đã lưu thiết đặt.",
                failed=lambda error: note.failed(error.message),
            )
