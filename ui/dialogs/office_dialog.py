"""Đổi đơn vị: the own agency, found in the directory without typing accents."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cchc_desktop.errors import InvalidInput
from ui.bridge import Bridge
from ui.widgets.agency_picker import AgencyPicker
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App


class OfficeDialog(FormDialog):
    """Asks which agency the office is."""

    def __init__(self, app: "App", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Đổi đơn vị", "Chọn đơn vị này", parent, width=480)
        self._app = app
        self._bridge = bridge
        office = app.offices.get()
        self.agency = AgencyPicker(app, "Tên đơn vị")
        self.agency.choose(office.agency_key, office.agency_name)
        self.add_row("Tên đơn vị", self.agency)
        self.form.addWidget(
            Text(
                "Danh sách nhiệm vụ và nhắc việc sẽ theo đơn vị này, kể cả khi được giao qua nhóm cơ quan.",
                kind="muted",
                wrap=True,
            )
        )

    def save(self) -> bool:
        """Store the agency."""
        chosen, typed = self.agency.agency(), self.agency.text()
        if chosen is None and not typed:
            raise InvalidInput("Chưa có tên đơn vị. Hãy gõ tên rồi chọn trong danh sách.")
        changed = replace(
            self._app.offices.get(),
            agency_key=chosen.key if chosen is not None else "",
            agency_name=chosen.name if chosen is not None else typed,
        )
        changes = self._app.offices.save(changed)
        self._bridge.run(lambda: changes, say="Đã đổi đơn vị.")
        return True
