"""The stack of pages: made when first opened, refreshed when shown, told what changed."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cchc_desktop.errors import UserError
from cchc_desktop.services.changes import Changes
from ui.bridge import Bridge
from ui.errors import report_defect, show_problem
from ui.window_pages import NAMES, make_page


class PageHost(QObject):
    """Pages by name; a page that is not shown is refreshed when it is shown again."""

    shown = Signal(str)
    """Name of the page that is shown now."""

    def __init__(self, stack: QStackedWidget, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._bridge = bridge
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self.wanted = "overview"
        """The page to show once the data are open."""
        self.eager: frozenset[str] = frozenset()
        """Pages that refresh themselves even while hidden."""

    def pages(self) -> Mapping[str, QWidget]:
        """Return the pages made so far."""
        return self._pages

    def current_name(self) -> str:
        """Return the name of the page that is shown; empty when none is."""
        current = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    def unsaved(self) -> bool:
        """Tell whether a page holds something that would be lost if the program ended now."""
        asks = (getattr(page, "unsaved", None) for page in self._pages.values())
        return any(ask() for ask in asks if ask is not None)

    def adopt(self, name: str, page: QWidget) -> None:
        """Take a page into the stack."""
        self._pages[name] = page
        self._stack.addWidget(page)
        navigate = getattr(page, "navigate", None)
        if navigate is not None:
            navigate.connect(self.show_page)

    def drop(self, name: str) -> None:
        """Take a page away for good."""
        page = self._pages.pop(name, None)
        self._stale.discard(name)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def show_page(self, name: str, wanted: object = None) -> bool:
        """Show a page, and on it what is wanted; False when there is no such page or it cannot be made."""
        if name not in NAMES:
            return False
        if self._bridge.app is None:
            self.wanted = name
            return False
        page = self._pages.get(name) or self._make(name)
        if page is None:
            return False
        before = self._stack.currentWidget()
        if before is not page:
            leave = getattr(before, "leave", None)
            if leave is not None:
                leave()
            self._stack.setCurrentWidget(page)
        if name in self._stale:
            self._stale.discard(name)
            self._refresh(page, None)
        show_filter = getattr(page, "show_filter", None)
        if wanted is not None and show_filter is not None:
            show_filter(wanted)
        self.shown.emit(name)
        return True

    def tell(self, changes: Changes) -> None:
        """Refresh the page that is shown, and note that the others are out of date."""
        current = self.current_name()
        for name, page in list(self._pages.items()):
            if name == current or name in self.eager:
                self._refresh(page, changes)
            else:
                self._stale.add(name)

    def _make(self, name: str) -> QWidget | None:
        app = self._bridge.app
        assert app is not None  # noqa: S101 - the caller has looked
        try:
            page = make_page(name, app, self._bridge)
        except UserError as error:
            show_problem(self._stack.window(), error)
            return None
        except Exception as error:  # noqa: BLE001 - one broken page must not take the others along
            report_defect(self._stack.window(), error, app.folder.logs)
            return None
        self.adopt(name, page)
        self._refresh(page, None)
        return page

    def _refresh(self, page: QWidget, changes: Changes | None) -> None:
        refresh = getattr(page, "refresh", None)
        if refresh is not None:
            self._bridge.run(lambda: refresh(changes))
