"""What the officer does with the calendar of working days: each is one use case."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from cchc_desktop.domain.workdays import SpecialDay
from ui.bridge import Bridge
from ui.prompts import ask_open_file, ask_save_file, confirm, tell

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_KIND_OF_FILE = "Lịch nghỉ (*.csv)"


class DayOffOperations(QObject):
    """Adds, swaps, confirms, takes back, imports and exports days."""

    def __init__(self, app: "App", bridge: Bridge, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._bridge = bridge
        self._page = page

    def ask(self, key: str, year: int) -> None:
        """Do what a button of the tab says: add, swap, confirm, import, export."""
        if key == "import":
            ask_open_file(self._page, "Nhập lịch nghỉ", Path.home(), _KIND_OF_FILE, self.take_in)
        elif key == "export":
            suggested = Path.home() / f"LichNghi_{year}.csv"
            ask_save_file(
                self._page, "Xuất lịch nghỉ", suggested, _KIND_OF_FILE, lambda path: self.write(path, year)
            )
        else:
            self._dialog(key, year).open()

    def edit(self, special: SpecialDay) -> None:
        """Ask what to say about a day."""
        from ui.dialogs.day_off import DayDialog

        DayDialog(self._app, self._bridge, special.day.year, special, self._page).open()

    def take_back(self, special: SpecialDay) -> None:
        """Make a day an ordinary one again; undone by one key."""
        self._bridge.run(
            lambda: self._app.calendar.take_back(special.day),
            say=f"Ngày {special.day:%d/%m/%Y} trở lại là ngày thường.",
        )

    def take_in(self, path: Path) -> None:
        """Read a file, show how many days it changes, and store them when the officer agrees."""
        days = self._bridge.run(lambda: self._app.calendar.read_days(path))
        if days is None:
            return
        if not days:
            tell(self._page, f"Tệp “{path.name}” không có ngày nào khác với lịch đang dùng.")
            return
        listed = "\n".join(f"{special.day:%d/%m/%Y}: {special.name}" for special in days[:12])
        more = f"\n… và {len(days) - 12} ngày khác" if len(days) > 12 else ""
        confirm(
            self._page,
            f"Tệp “{path.name}” thêm hoặc đổi {len(days)} ngày. Nhập vào lịch?",
            "Nhập",
            lambda: self._store(days),
            detail=listed + more,
        )

    def write(self, path: Path, year: int) -> None:
        """Write the days of a year to a file."""
        count = self._bridge.run(lambda: self._app.calendar.export_days(path, year))
        if count is not None:
            self._bridge.said.emit(f"Đã xuất {count} ngày vào “{path.name}”.", False)  # noqa: FBT003 - a signal has no keywords

    def _store(self, days: tuple[SpecialDay, ...]) -> None:
        self._bridge.run(
            lambda: self._app.calendar.save_days(days, "Nhập lịch nghỉ từ tệp"),
            say=f"Đã nhập {len(days)} ngày.",
        )

    def _dialog(self, key: str, year: int) -> QDialog:
        from ui.dialogs import day_off

        if key == "swap":
            return day_off.SwapDialog(self._app, self._bridge, year, self._page)
        if key == "confirm":
            return day_off.ConfirmYearDialog(self._app, self._bridge, year, self._page)
        return day_off.DayDialog(self._app, self._bridge, year, None, self._page)
