"""Thiết đặt: office, reminders, display, backups; every change applies at once, there is no OK."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.services.changes import Changes, Kind
from ui.bridge import Bridge
from ui.pages.settings_backups import BackupsCard
from ui.pages.settings_display import DisplayCard
from ui.pages.settings_learnt import LearntCard
from ui.pages.settings_office import OfficeCard
from ui.pages.settings_reminders import RemindersCard
from ui.widgets.page_header import PageHeader
from ui.widgets.reading_column import ReadingColumn

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App


class SettingsPage(QWidget):
    """Five cards, one under the other."""

    title = "Thiết đặt"
    navigate = Signal(str, object)

    def __init__(self, app: "App", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = OfficeCard(app, bridge)
        self.reminders = RemindersCard(app, bridge)
        self.display = DisplayCard(bridge)
        self.learnt = LearntCard(app, bridge)
        self.backups = BackupsCard(app, bridge)
        self._parts: Mapping[str, QWidget] = {
            "office": self.office,
            "reminders": self.reminders,
            "display": self.display,
            "learnt": self.learnt,
            "backups": self.backups,
        }
        self.area = ReadingColumn(self.title)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.column.addWidget(PageHeader(self.title))
        for card in self._parts.values():
            self.area.column.addWidget(card)
        self.area.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the stored settings."""
        if changes is None or changes.kinds & {Kind.SETTINGS, Kind.AGENCIES}:
            self.office.show_stored()
            self.reminders.show_stored()
            self.learnt.show_stored()
        self.display.show_stored()
        self.backups.show_stored()

    def show_filter(self, wanted: object) -> None:
        """Scroll to a part: {"part": "backups"}."""
        part = self._parts.get(str(wanted.get("part"))) if isinstance(wanted, Mapping) else None
        if part is not None:
            self.area.ensureWidgetVisible(part, 0, 24)
            part.setFocus()
