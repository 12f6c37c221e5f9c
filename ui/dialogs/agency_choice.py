"""Asking which agency a name in a plan means."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import Agency
from ui import theme
from ui.widgets.agency_picker import AgencyPicker
from ui.widgets.buttons import button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App


class AgencyChoiceDialog(QDialog):
    """Choose the body a name stands for; the name becomes one of its other names. Nothing is ticked beforehand."""

    def __init__(
        self, app: "App", name: str, then: Callable[[Agency], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._then = then
        self.setWindowTitle("Chọn cơ quan")
        self.picker = AgencyPicker(app, "Cơ quan")
        self.picker.changed.connect(self._on_changed)
        self.take = button("Là tên gọi khác của cơ quan này", self._take, kind="primary")
        self.take.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addStretch(1)
        buttons.addWidget(button("Để nguyên", self.reject))
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=2 * theme.GAP)
        column.addWidget(Text(f"Trong văn bản ghi “{name}”. Đây là cơ quan nào?", wrap=True))
        column.addWidget(self.picker, 1)
        column.addLayout(buttons)
        self.resize(34 * theme.line_height(), 24 * theme.line_height())

    def _on_changed(self) -> None:
        self.take.setEnabled(self.picker.agency() is not None)

    def _take(self) -> None:
        agency = self.picker.agency()
        if agency is not None:
            self.accept()
            self._then(agency)
