"""Nhắc việc: the list of reminders is the truth; pop-ups are only a courtesy."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from cchc_desktop.domain.reminders import SubjectKind
from cchc_desktop.services.changes import Changes
from cchc_desktop.services.reminders import OpenReminder
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.reminder_moment import MomentDialog
from ui.dialogs.submit_report import SubmitReportDialog
from ui.pages.reminders_actions import ReminderPanel
from ui.pages.reminders_row import ROW_ROLE, Entry, RemindersDelegate, RemindersModel
from ui.pages.reminders_text import Group, empty_text, grouped, snooze_choices
from ui.widgets.banner import Banner
from ui.widgets.day_words import headline, moment
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_CLOSED_SHOWN = 50
_CHANNEL = "list"


class RemindersList(QListView):
    """The list; Enter or a double click opens, the context menu has every action."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reminders = RemindersModel(self)
        self.setModel(self.reminders)
        self.setItemDelegate(RemindersDelegate(self))
        self.setAccessibleName("Danh sách nhắc việc")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.activated.connect(lambda _index: self.opened.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: how many lines a text needs depends on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def picked(self) -> tuple[Entry, ...]:
        """Return the picked rows, top to bottom."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return tuple(row for row in (index.data(ROW_ROLE) for index in rows) if isinstance(row, Entry))

    def pick(self, key: str) -> None:
        """Pick one reminder; the first one when it is not there."""
        index = self.reminders.row_of(key)
        if not index.isValid() and self.reminders.rowCount() > 1:
            index = self.reminders.index(1)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)


class RemindersPage(QWidget):
    """Groups Quá hạn, Hôm nay, Tuần này, Sắp tới, Đã xử lý."""

    title = "Nhắc việc"
    navigate = Signal(str, object)

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        self._open_count = 0
        self.header = PageHeader(self.title)
        self.banner = Banner()
        self.list = RemindersList()
        self.panel = ReminderPanel(self._choices)
        self.empty = EmptyState("", icon="bell")
        body = QHBoxLayout()
        body.setSpacing(theme.GAP)
        body.addWidget(self.list, 5)
        body.addWidget(self.panel, 3)
        self.body = QWidget()
        self.body.setLayout(theme.spaced(body))
        column = QVBoxLayout(self)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self.empty)
        column.addWidget(self.body, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_picked())
        self.list.opened.connect(self.open_picked)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.panel.open_asked.connect(self.open_picked)
        self.panel.sent_asked.connect(self.ask_sending)
        self.panel.acknowledged.connect(self.acknowledge)
        self.panel.snoozed.connect(self.snooze)
        self.panel.muted.connect(self.mute)

    def refresh(self, changes: Changes | None = None) -> None:  # noqa: ARG002 - any change may move a reminder
        """Read the list again; what was picked stays picked."""
        picked = [entry.reminder.key for entry in self.list.picked()]
        opened = self._app.reminders.open()
        closed = self._app.reminders.closed(_CLOSED_SHOWN)
        today = self._app.clock.now().date()
        groups = grouped(opened, today)
        if closed:
            groups[Group.CLOSED] = closed
        self._open_count = len(opened)
        self.header.set_title(self.title, self._subtitle(today_text=headline(today)))
        self.list.reminders.fill(groups)
        self.body.setVisible(bool(groups))
        self.empty.setVisible(not opened)
        if not opened:
            self.empty.set_text(empty_text(self._app.reminders.next_moment()))
        self.list.pick(picked[0] if picked else "")
        self._show_picked()
        self._note_shown(opened)

    def _subtitle(self, today_text: str) -> str:
        count = (
            f"{self._open_count} nhắc việc chưa xử lý"
            if self._open_count
            else "không có nhắc việc chưa xử lý"
        )
        return f"{today_text} · {count}"

    def show_filter(self, wanted: dict[str, object] | None) -> None:
        """Pick the reminder another part of the program asked for: {"key": key}."""
        key = (wanted or {}).get("key")
        if isinstance(key, str):
            self.list.pick(key)
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Count what stands on the screen as shown."""
        super().showEvent(event)
        self._note_shown(self._app.reminders.open())

    def _note_shown(self, reminders: Sequence[OpenReminder]) -> None:
        fresh = [each.key for each in reminders if each.state == "claimed"]
        if fresh and self.isVisible() and not self._bridge.read_only:
            # a note for the ledger only: when it cannot be written now, the next look writes it
            self._bridge.run(
                lambda: self._app.reminders.mark_shown(fresh, _CHANNEL), failed=lambda _error: None
            )

    def _choices(self) -> Sequence[tuple[str, datetime]]:
        return snooze_choices(
            self._app.clock.now(), self._app.offices.get(), self._app.calendar.work_calendar()
        )

    def _picked_open(self) -> tuple[OpenReminder, ...]:
        return tuple(entry.reminder for entry in self.list.picked() if entry.group is not Group.CLOSED)

    def _show_picked(self) -> None:
        entries = self.list.picked()
        closed = bool(entries) and not self._picked_open()
        self.panel.show_picked(
            [entry.reminder for entry in entries], closed=closed, read_only=self._bridge.read_only
        )

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for each in self.panel.buttons():
            if each.isHidden() or each is self.panel.snooze_button:
                continue
            act = menu.addAction(each.accessibleName())
            act.setEnabled(each.isEnabled())
            act.triggered.connect(each.click)
        later = menu.addMenu("Nhắc lại sau")
        later.setEnabled(self.panel.snooze_button.isEnabled())
        for label, when in self._choices():
            later.addAction(label).triggered.connect(lambda _checked=False, when=when: self.snooze(when))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def open_picked(self) -> None:
        """Open the task, the report or the tasks without a result that the picked reminder is about."""
        entries = self.list.picked()
        if len(entries) != 1:
            return
        reminder = entries[0].reminder
        if reminder.subject_kind == SubjectKind.REPORT.value:
            self.navigate.emit("calendar", {"report": reminder.subject_key})
        elif reminder.subject_kind == SubjectKind.REVIEW.value:
            self.navigate.emit("tasks", {"missing": True, "period": reminder.subject_key})
        else:
            self._open_task(reminder)

    def _open_task(self, reminder: OpenReminder) -> None:
        found = next((task for task in self._app.tasks.list() if task.uid == reminder.subject_key), None)
        if found is None:
            self.banner.say("Nhiệm vụ của nhắc việc này không còn trong danh sách; có thể đã bị xóa.")
        else:
            self.navigate.emit("tasks", {"task": found.id})

    def ask_sending(self) -> SubmitReportDialog | None:
        """Ask for number and date of the report the picked reminder is about."""
        reminder = self._picked_open()[0]
        report = self._bridge.run(lambda: self._app.reports.get(reminder.subject_key))
        if report is None:
            return None
        dialog = SubmitReportDialog(self._app, self._bridge, report, self)
        dialog.open()
        return dialog

    def acknowledge(self) -> None:
        """Close the picked reminders as dealt with."""
        keys = [reminder.key for reminder in self._picked_open()]
        if keys:
            self._bridge.run(
                lambda: self._app.reminders.acknowledge(keys), say=f"Đã xử lý {len(keys)} nhắc việc."
            )

    def snooze(self, until: datetime | None) -> None:
        """Put the picked reminders off until a moment; without one, ask for it."""
        keys = [reminder.key for reminder in self._picked_open()]
        if until is None:
            MomentDialog(self._app.clock.now(), self.snooze, self).open()
        elif keys:
            self._bridge.run(
                lambda: self._app.reminders.snooze(keys, until),
                say=f"Sẽ nhắc lại lúc {moment(until)}. Hạn giữ nguyên.",
            )

    def mute(self) -> None:
        """Remind no more of what is picked, unless its due date moves."""
        keys = [reminder.key for reminder in self._picked_open()]
        if keys:
            self._bridge.run(
                lambda: [self._app.reminders.mute(key) for key in keys][-1],
                say=f"Đã tắt {len(keys)} nhắc việc.",
            )
