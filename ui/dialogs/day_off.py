"""Questions about the calendar of working days: a day off, two days swapped, the yearly notice."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from cchc_desktop.domain.workdays import DayKind, SpecialDay
from cchc_desktop.errors import UserError
from cchc_desktop.words import DAY_KIND_WORDS
from ui.bridge import Bridge
from ui.widgets.date_field import DateField
from ui.widgets.fields import Combo
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from cchc_desktop.services.changes import Changes

_KINDS = tuple(kind for kind in DayKind if kind is not DayKind.ORDINARY)
_SOURCE_HINT = "Ví dụ: Thông báo 9441/TB-BNV ngày 16/10/2025"
_NO_DATE = "Chưa có ngày. Hãy nhập ngày, ví dụ 30/04/2026."


class _CalendarDialog(FormDialog):
    """What the three have in common: the source, and storing with the reason of a refusal inside."""

    def __init__(self, app: "App", bridge: Bridge, title: str, action: str, parent: QWidget | None) -> None:
        super().__init__(title, action, parent)
        self._app = app
        self._bridge = bridge
        self.source = QLineEdit()
        self.source.setAccessibleName("Văn bản, nguồn")
        self.source.setPlaceholderText(_SOURCE_HINT)

    def _date_field(self, name: str, day: date | None, year: int) -> DateField:
        field = DateField(name, lambda: self._app.clock.now().date())
        field.set_year(year)
        field.set_date(day)
        return field

    def _store(self, act: Callable[[], "Changes"], say: str) -> bool:
        return self._bridge.run(act, say=say, failed=self._refused) is not None

    def _refused(self, error: UserError) -> None:
        self.say_problem(error.message)


class DayDialog(_CalendarDialog):
    """Adds a day to the calendar, or says something else about one."""

    def __init__(
        self,
        app: "App",
        bridge: Bridge,
        year: int,
        special: SpecialDay | None = None,
        parent: QWidget | None = None,
    ) -> None:
        adding = special is None
        super().__init__(
            app, bridge, "Thêm ngày" if adding else "Sửa ngày", "Thêm" if adding else "Lưu", parent
        )
        self.date = self._date_field("Ngày", special.day if special else None, year)
        self.date.setEnabled(adding)
        self.kind = Combo("Loại ngày")
        for kind in _KINDS:
            self.kind.addItem(DAY_KIND_WORDS[kind])
        self.name = QLineEdit(special.name if special else "")
        self.name.setAccessibleName("Tên ngày")
        self.name.setPlaceholderText("Ví dụ: Nghỉ bù Quốc khánh")
        self.confirmed = QCheckBox("Đã có thông báo chính thức")
        self.confirmed.setAccessibleName("Đã có thông báo chính thức")
        if special is not None:
            self.kind.setCurrentIndex(_KINDS.index(special.kind))
            self.source.setText(special.source)
            self.confirmed.setChecked(special.confirmed)
        self.add_row("Ngày", self.date)
        self.add_row("Loại", self.kind)
        self.add_row("Tên", self.name)
        self.add_row("Văn bản, nguồn", self.source)
        self.form.addSpacing(8)
        self.form.addWidget(self.confirmed)
        self.form.addStretch(1)

    def save(self) -> bool:
        """Store the day."""
        day = self.date.date()
        if day is None:
            raise ValueError(_NO_DATE)
        special = SpecialDay(
            day,
            _KINDS[self.kind.currentIndex()],
            self.name.text(),
            self.source.text(),
            self.confirmed.isChecked(),
        )
        return self._store(
            lambda: self._app.calendar.save_days([special]), f"Đã lưu lịch nghỉ ngày {day:%d/%m/%Y}."
        )


class SwapDialog(_CalendarDialog):
    """Swaps a working day with a weekend day, as a notice orders (hoán đổi ngày làm việc)."""

    def __init__(self, app: "App", bridge: Bridge, year: int, parent: QWidget | None = None) -> None:
        super().__init__(app, bridge, "Hoán đổi ngày làm việc", "Hoán đổi", parent)
        self.off = self._date_field("Ngày được nghỉ", None, year)
        self.worked = self._date_field("Ngày làm bù", None, year)
        self.form.addWidget(
            Text(
                "Chọn ngày làm việc được nghỉ và ngày nghỉ (thường là thứ Bảy) phải làm bù.",
                kind="muted",
                wrap=True,
            )
        )
        self.add_row("Ngày được nghỉ", self.off)
        self.add_row("Ngày làm bù", self.worked)
        self.add_row("Văn bản, nguồn", self.source)
        self.form.addStretch(1)

    def save(self) -> bool:
        """Store both days."""
        off, worked = self.off.date(), self.worked.date()
        if off is None or worked is None:
            raise ValueError(_NO_DATE)
        return self._store(
            lambda: self._app.calendar.swap(off, worked, self.source.text()),
            f"Đã hoán đổi: nghỉ {off:%d/%m}, làm bù {worked:%d/%m/%Y}.",
        )


class ConfirmYearDialog(_CalendarDialog):
    """Marks the expected days of a year as announced."""

    def __init__(self, app: "App", bridge: Bridge, year: int, parent: QWidget | None = None) -> None:
        super().__init__(app, bridge, f"Xác nhận lịch nghỉ năm {year}", "Xác nhận", parent)
        self._year = year
        open_days = [each.day for each in app.calendar.special_days(year) if not each.confirmed]
        listed = ", ".join(f"{day:%d/%m}" for day in open_days)
        self.form.addWidget(
            Text(
                f"Các ngày đang ghi dự kiến: {listed}. Hãy so với thông báo; ngày nào khác thì sửa trước khi xác nhận.",
                kind="muted",
                wrap=True,
            )
        )
        self.add_row("Văn bản thông báo", self.source)
        self.form.addStretch(1)

    def save(self) -> bool:
        """Store the notice with the days."""
        return self._store(
            lambda: self._app.calendar.confirm_year(self._year, self.source.text()),
            f"Đã xác nhận lịch nghỉ năm {self._year}.",
        )
