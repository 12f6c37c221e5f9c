"""First run, step 1: level, province, own agency, working year."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.words import OFFICE_ROLE_WORDS
from ui import theme
from ui.dialogs.first_run_provinces import PROVINCES
from ui.widgets.agency_picker import AgencyPicker
from ui.widgets.fields import Combo, Number
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_ROLES = (OfficeRole.DEPARTMENT, OfficeRole.COMMUNE, OfficeRole.STANDING_BODY)


_STANDING_BODY = "Sở Nội vụ"


class OfficeStep(QWidget):
    """Whose program this is."""

    title = "Đơn vị của bạn"

    def __init__(self, app: "App", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.roles = QButtonGroup(self)
        roles = QVBoxLayout()
        roles.setSpacing(2 * theme.GRID)
        for number, role in enumerate(_ROLES):
            made = QRadioButton(OFFICE_ROLE_WORDS[role])
            made.setAccessibleName(OFFICE_ROLE_WORDS[role])
            self.roles.addButton(made, number)
            roles.addWidget(made)
        self.province = Combo("Tỉnh, thành phố")
        self.province.addItem("(chưa chọn)", "")
        for name in PROVINCES:
            self.province.addItem(name, name)
        self.agency = AgencyPicker(app, "Tên đơn vị")
        self.year = Number("Năm làm việc", 2000, 2100)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(Text("Bạn làm việc ở cấp nào?"), roles)
        form.addRow(Text("Tỉnh, thành phố"), self.province)
        form.addRow(Text("Tên đơn vị"), self.agency)
        year = QHBoxLayout()
        year.addWidget(self.year)
        year.addStretch(1)
        form.addRow(Text("Năm làm việc"), year)
        self.roles.idClicked.connect(self._on_role)

    def fill(self, office: Office) -> None:
        """Show what was chosen before."""
        self.roles.button(_ROLES.index(office.role)).setChecked(True)
        known = self.province.findData(office.province)
        if known < 0:
            self.province.addItem(office.province, office.province)
            known = self.province.count() - 1
        self.province.setCurrentIndex(known)
        self.agency.choose(office.agency_key, office.agency_name)
        self.year.setValue(office.year or self._app.clock.now().year)

    def _on_role(self, number: int) -> None:
        """Name the standing body itself, unless another name stands there already."""
        if _ROLES[number] is OfficeRole.STANDING_BODY and not self.agency.text():
            found = self._app.agencies.directory().find(_STANDING_BODY)
            self.agency.choose(found.key if found is not None else "", _STANDING_BODY)

    def put(self, office: Office) -> Office:
        """Return the office with what stands here."""
        body = self.agency.agency()
        chosen = self.year.value()
        return replace(
            office,
            role=_ROLES[max(self.roles.checkedId(), 0)],
            province=str(self.province.currentData()),
            agency_key=body.key if body is not None else "",
            agency_name=body.name if body is not None else self.agency.text(),
            # the year of the clock follows the calendar; another one stays until it is changed
            year=0 if chosen == self._app.clock.now().year else chosen,
        )
