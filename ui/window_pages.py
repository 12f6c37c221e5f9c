"""The pages of the window by name; each module is imported when its page is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from cchc_desktop.services.changes import Changes
from ui.bridge import Bridge
from ui.widgets.sidebar import Entry

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

UPPER = (
    Entry("overview", "Tổng quan", "layout-dashboard", "Ctrl+1"),
    Entry("tasks", "Nhiệm vụ", "list-checks", "Ctrl+2"),
    Entry("calendar", "Lịch và kỳ báo cáo", "calendar-days", "Ctrl+3"),
    Entry("reminders", "Nhắc việc", "bell", "Ctrl+4"),
    Entry("plans", "Văn bản và kế hoạch", "file-text", "Ctrl+5"),
    Entry("agencies", "Cơ quan và đơn vị", "building-2", "Ctrl+6"),
)
LOWER = (
    Entry("settings", "Thiết đặt", "settings"),
    Entry("help", "Trợ giúp", "circle-question-mark", "F1"),
)
NAMES = ("overview", "tasks", "calendar", "reminders", "plans", "agencies", "import", "settings", "help")


class Page(Protocol):
    """What the window needs of a page."""

    title: str
    navigate: SignalInstance
    """(page name, filter or None)."""

    def refresh(self, changes: Changes | None) -> object:
        """Show what has changed; None for everything."""
        ...


def make_page(name: str, app: "App", bridge: Bridge) -> QWidget:
    """Make a page. Raises KeyError for a name that is none."""
    return _MAKERS[name](app, bridge)


def _overview(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.overview import OverviewPage

    return OverviewPage(app, bridge)


def _tasks(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.tasks import TasksPage

    return TasksPage(app, bridge)


def _calendar(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.calendar import CalendarPage

    return CalendarPage(app, bridge)


def _reminders(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.reminders import RemindersPage

    return RemindersPage(app, bridge)


def _agencies(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.agencies import AgenciesPage

    return AgenciesPage(app, bridge)


def _plans(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.plans import PlansPage

    return PlansPage(app, bridge)


def _import(app: "App", bridge: Bridge) -> QWidget:
    from ui.dialogs.import_wizard import ImportPage

    return ImportPage(app, bridge)


def _settings(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.settings import SettingsPage

    return SettingsPage(app, bridge)


def _help(app: "App", bridge: Bridge) -> QWidget:
    from ui.pages.help import HelpPage

    return HelpPage(app, bridge)


_MAKERS: dict[str, Callable[["App", Bridge], QWidget]] = {
    "overview": _overview,
    "tasks": _tasks,
    "calendar": _calendar,
    "reminders": _reminders,
    "agencies": _agencies,
    "plans": _plans,
    "import": _import,
    "settings": _settings,
    "help": _help,
}
