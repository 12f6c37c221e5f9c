"""Thiết đặt – Đơn vị: own agency, its role in the chain of reports, working year."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.words import OFFICE_ROLE_WORDS
from ui.bridge import Bridge
from ui.dialogs.office_dialog import OfficeDialog
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.fields import Combo
from ui.widgets.settings_form import SettingsForm
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App
    from cchc_desktop.domain.office import Office

_NOT_CHOSEN = "Chưa chọn đơn vị: mọi nhiệm vụ được coi là của đơn vị bạn."


class OfficeCard(Card):
    """Whose program this is."""

    def __init__(self, app: "App", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Đơn vị", parent)
        self._app = app
        self._bridge = bridge
        self.name = Text(wrap=True)
        self.change_button = button("Đổi đơn vị…", self._ask)
        self.role = Combo("Vai trò trong báo cáo")
        for role in OfficeRole:
            self.role.addItem(OFFICE_ROLE_WORDS[role], role)
        self.year = Combo("Năm làm việc")
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.change_button)
        form = SettingsForm()
        form.add_row("Tên đơn vị", row)
        form.add_row("Vai trò trong báo cáo", self.role)
        form.add_row("Năm làm việc", self.year)
        self.body.addWidget(form)
        self.role.activated.connect(lambda _row: self._save(role=OfficeRole(self.role.currentData())))
        self.year.activated.connect(lambda _row: self._save(year=int(self.year.currentData())))

    def show_stored(self) -> None:
        """Show what is stored."""
        office = self._app.offices.get()
        self.name.setText(office.agency_name or _NOT_CHOSEN)
        self.role.setCurrentIndex(max(0, self.role.findData(office.role)))
        now = self._app.clock.now().year
        years = {plan.year for plan in self._app.plans.all()} | {now, now + 1, office.year or now}
        self.year.clear()
        self.year.addItem(f"Theo năm hiện tại ({now})", 0)
        for year in sorted(years, reverse=True):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(office.year)))
        for each in (self.change_button, self.role, self.year):
            each.setEnabled(not self._bridge.read_only)

    def _save(self, *, role: OfficeRole | None = None, year: int | None = None) -> None:
        office: Office = self._app.offices.get()
        changed = replace(
            office,
            role=office.role if role is None else role,
            year=office.year if year is None else year,
        )
        self._bridge.run(lambda: self._app.offices.save(changed), say="Đã lưu thiết đặt.")

    def _ask(self) -> None:
        OfficeDialog(self._app, self._bridge, self.window()).open()
