"""Cơ quan và đơn vị: the directory, names that nobody knows yet, and names of bodies that were reorganised since."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import Agency
from cchc_desktop.services.changes import Changes, Kind
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.agency_own import OwnAgencyDialog, OwnGroupDialog
from ui.pages.agencies_body import BodyView
from ui.pages.agencies_directory import DirectoryView
from ui.pages.agencies_facts import Facts, load
from ui.pages.agencies_old import OldView
from ui.pages.agencies_unknown import UnknownView
from ui.prompts import tell
from ui.widgets.buttons import button
from ui.widgets.latest import Latest
from ui.widgets.page_header import PageHeader
from ui.widgets.tabbed_pages import TabbedPages

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

DIRECTORY, UNKNOWN, OLD = range(3)


class AgenciesPage(QWidget):
    """Three tabs: Danh mục, Tên chưa xác định, Tên cũ."""

    title = "Cơ quan và đơn vị"
    navigate = Signal(str, object)
    loaded = Signal()
    """What was asked for last is shown."""

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        self.facts: Facts | None = None
        self._wanted = ""
        self._question = Latest(self, bridge, lambda: load(app), self._show)
        self.group_button = button("Thêm nhóm…", self.ask_group, icon="plus")
        self.add_button = button("Thêm cơ quan…", self.ask_agency, kind="primary", icon="plus")
        self.header = PageHeader(self.title, [self.group_button], self.add_button)
        self.body = BodyView()
        self.directory = DirectoryView(self.body)
        self.unknown = UnknownView(app)
        self.old = OldView()
        self.tabs = TabbedPages("Phần của danh mục")
        self.tabs.add_page(self.directory, "Danh mục")
        self.tabs.add_page(self.unknown, "Tên chưa xác định")
        self.tabs.add_page(self.old, "Tên cũ")
        column = QVBoxLayout(self)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        column.addWidget(self.header)
        column.addWidget(self.tabs, 1)
        ways: list[QWidget] = [self.group_button, self.add_button, *self.tabs.group.buttons()]
        ways += [self.directory.search, self.directory.tree, self.body.first_field()]
        for one, following in pairwise(ways):
            QWidget.setTabOrder(one, following)
        self._connect()

    def _connect(self) -> None:
        self.body.opened.connect(self.show_body)
        self.body.tasks_asked.connect(lambda wanted: self.navigate.emit("tasks", wanted))
        self.body.name_added.connect(self._add_name)
        self.body.name_dropped.connect(self._drop_name)
        self.body.edit_asked.connect(self.ask_change)
        self.body.removal_asked.connect(self._remove)
        self.unknown.meant.connect(self._mean)
        self.unknown.group_asked.connect(self.ask_group)
        self.unknown.agency_asked.connect(self.ask_agency)
        self.unknown.left.connect(self._leave)
        self.unknown.tasks_asked.connect(self._open_tasks)
        self.old.tasks_asked.connect(self._open_tasks)
        self.old.opened.connect(self.show_body)

    def refresh(self, changes: Changes | None = None) -> None:
        """Read everything again, unless only reminders changed: none of them shows here."""
        if changes is None or not changes.kinds <= {Kind.REMINDERS}:
            self._question.ask()

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        writable = not self._bridge.read_only
        for each in (self.group_button, self.add_button):
            each.setEnabled(writable)
        self.body.is_writable = self.unknown.is_writable = writable
        self.directory.show_facts(facts)
        self.unknown.show_facts(facts)
        self.old.show_facts(facts)
        waiting = sum(not name.left for name in facts.unknown)
        self.tabs.name_page(DIRECTORY, f"Danh mục ({len(facts.bodies())})")
        self.tabs.name_page(UNKNOWN, f"Tên chưa xác định ({waiting})")
        self.tabs.name_page(OLD, f"Tên cũ ({len(facts.old)})")
        if self._wanted:
            key, self._wanted = self._wanted, ""
            self.show_body(key)
        self.loaded.emit()

    def show_body(self, key: str) -> None:
        """Show a body or group in the tab Danh mục."""
        self.tabs.show_page(DIRECTORY)
        self.directory.show_body(key)

    def show_filter(self, wanted: dict[str, object] | None) -> None:
        """Show what another page asked for: {"agency": key} or {"part": "unknown" | "old"}."""
        part, key = (wanted or {}).get("part"), (wanted or {}).get("agency")
        if part in ("unknown", "old"):
            self.tabs.show_page(UNKNOWN if part == "unknown" else OLD)
        elif isinstance(key, str):
            self._wanted = "" if self.facts else key
            self.show_body(key)

    def ask_agency(self, name: str = "") -> OwnAgencyDialog:
        """Ask about a new body, with the name of a plan if there is one."""
        dialog = OwnAgencyDialog(self._app, self._bridge, None, name, self)
        self._open(dialog, follow=not name)
        return dialog

    def ask_group(self, name: str = "") -> OwnGroupDialog:
        """Ask about a new group, with the name of a plan if there is one."""
        dialog = OwnGroupDialog(self._app, self._bridge, None, name, self)
        self._open(dialog, follow=not name)
        return dialog

    def ask_change(self, key: str) -> None:
        """Ask what is to be changed about one of the office's own."""
        body = self.facts.body(key) if self.facts else None
        if isinstance(body, Agency):
            self._open(OwnAgencyDialog(self._app, self._bridge, body, "", self), follow=False)
        elif body is not None:
            self._open(OwnGroupDialog(self._app, self._bridge, body, "", self), follow=False)

    def _open(self, dialog: OwnAgencyDialog | OwnGroupDialog, *, follow: bool) -> None:
        """Open a question; what was added from the head of the page is shown afterwards."""
        if follow:
            dialog.accepted.connect(lambda: self._show_later(dialog.key))
        dialog.open()

    def _show_later(self, key: str) -> None:
        """Show what has just been stored, as soon as it was read."""
        self.tabs.show_page(DIRECTORY)
        self._wanted = key
        self.refresh()

    def _remove(self, key: str) -> None:
        body = self.facts.body(key) if self.facts else None
        own = self._app.agencies.own
        remove = own.remove_agency if isinstance(body, Agency) else own.remove_group
        self._bridge.run(lambda: remove(key), say="Đã bỏ khỏi danh mục.")

    def _add_name(self, key: str, text: str) -> None:
        added = self._bridge.run(
            lambda: self._app.agencies.add_alias(key, text), say=f"Đã thêm tên gọi khác “{text}”."
        )
        if added is not None:
            self.body.taught.line.clear()

    def _drop_name(self, lesson: int) -> None:
        self._bridge.run(lambda: self._app.lessons.unlearn(lesson), say="Đã bỏ tên gọi khác.")
        self.body.taught.line.setFocus()  # the button that had it goes

    def _mean(self, text: str, key: str) -> None:
        body = self.facts.body(key) if self.facts else None
        said = f"“{text}” từ nay được hiểu là {body.name if body else ''}."
        self._bridge.run(lambda: self._app.agencies.add_alias(key, text), say=said)

    def _leave(self, text: str, left: bool) -> None:
        said = f"Để nguyên “{text}”." if left else f"“{text}” lại được đưa vào danh sách cần xác định."
        self._bridge.run(lambda: self._app.agencies.leave_names([text], left=left), say=said)

    def _open_tasks(self, ids: Iterable[int]) -> None:
        """Show tasks on their page; those of another working year are not listed there."""
        wanted = list(ids)
        facts = self.facts
        if facts is None:
            return
        listed = facts.listed_of(wanted)
        if len(listed) == 1:
            self.navigate.emit("tasks", {"task": listed[0]})
        elif listed:
            self.navigate.emit("tasks", {"tasks": listed})
        else:
            years = sorted({facts.tasks[each].plan_year for each in wanted if each in facts.tasks})
            named = ", ".join(map(str, years))
            tell(
                self,
                f"Các nhiệm vụ này thuộc kế hoạch năm {named}. Hãy chọn năm làm việc đó ở thanh bên trái rồi xem lại.",
            )
