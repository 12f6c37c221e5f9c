"""The first run: four short steps; leaving at any time keeps what was chosen."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.errors import UserError
from cchc_desktop.reminders.notifier import Notifier, SilentNotifier
from cchc_desktop.services.imports import ImportResult
from ui import autostart, theme
from ui.bridge import Bridge
from ui.dialogs.first_run_office import OfficeStep
from ui.dialogs.first_run_periods import PeriodsStep
from ui.dialogs.first_run_reminders import RemindersStep
from ui.widgets.buttons import button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

STEPS = 4
OFFICE, PERIODS, REMINDERS, START = range(STEPS)
_TRIAL = ("Nhắc việc thử", "Thông báo nhắc việc sẽ hiện như thế này. Bấm để mở danh sách nhắc việc.")


class StartStep(QWidget):
    """Step 4: three ways to begin."""

    title = "Bắt đầu"
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            "import": button("Nhập kế hoạch của đơn vị…", kind="primary", icon="file-up"),
            "sample": button("Xem dữ liệu mẫu (Kế hoạch CCHC 2023, tỉnh Tiền Giang)", icon="eye"),
            "empty": button("Bắt đầu trống", icon="list"),
        }
        self.words = Text(kind="muted", wrap=True)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(
            Text("Bạn muốn bắt đầu bằng cách nào? Có thể nhập thêm kế hoạch bất cứ lúc nào.", wrap=True)
        )
        for name, each in self.buttons.items():
            each.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            each.setMinimumWidth(22 * theme.line_height())
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        column.addStretch(1)

    def wait(self, words: str) -> None:
        """Say what is going on, and take no other choice meanwhile; an empty text ends it."""
        self.words.setText(words)
        for each in self.buttons.values():
            each.setEnabled(not words)


class FirstRunDialog(QDialog):
    """Bước 1/4 … 4/4."""

    chosen = Signal(str)
    """"import", "sample" (already loaded), "empty" or "later", once, when the dialog ends."""

    def __init__(
        self, app: "App", bridge: Bridge, parent: QWidget | None = None, notifier: Notifier | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._bridge = bridge
        self._notifier = notifier or _channels_of(parent)
        self._told = False
        self.setWindowTitle("Bắt đầu sử dụng")
        self.office = OfficeStep(app)
        self.periods = PeriodsStep()
        self.reminders = RemindersStep(lambda: self._notifier.notify(*_TRIAL, "trial"))
        self.start = StartStep()
        self.start.chosen.connect(self.finish)
        self.heading = Text(scale=1.4, bold=True, wrap=True)
        self.pages = QStackedWidget()
        for step in (self.office, self.periods, self.reminders, self.start):
            self.pages.addWidget(_scrolling(step))
        self.wrong = Text(kind="danger", wrap=True)
        self.later = button("Để sau", self.leave)
        self.back = button("Quay lại", self._go_back, icon="arrow-left")
        self.forward = button("Tiếp tục", self.go_on, kind="primary", icon="arrow-right")
        self.forward.setDefault(True)
        policy = self.forward.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # a second click must not meet "Quay lại" in its place
        self.forward.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self.later)
        foot.addWidget(self.wrong, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=2 * theme.GAP)
        column.addWidget(self.heading)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.resize(46 * theme.line_height(), 32 * theme.line_height())
        office = app.offices.get()
        self.office.fill(office)
        self.reminders.fill(office)
        self._show(OFFICE)

    def go_on(self) -> None:
        """Keep what this step says and show the next one."""
        step = self.pages.currentIndex()
        if self._keep(step) and step < START:
            self._show(step + 1)

    def _go_back(self) -> None:
        self._show(self.pages.currentIndex() - 1)

    def leave(self) -> None:
        """Keep what can be kept and close; the steps come again at the next start."""
        self._keep(self.pages.currentIndex())
        self._end("later")

    def finish(self, way: str) -> None:
        """End with a way to begin; the sample is loaded first."""
        if way == "sample":
            self.start.wait("Đang nạp dữ liệu mẫu…")
            self._bridge.run_later(
                lambda _job: self._app.imports.sample(), self._sampled, failed=self._refuse
            )
        elif self._mark_done():
            self._end(way)

    def _sampled(self, _result: ImportResult) -> None:
        self.start.wait("")
        if self._mark_done():
            self._end("sample")

    def _mark_done(self) -> bool:
        if not self._save_office(self._filled(done=True)):
            return False
        wanted = self.reminders.at_login.isChecked()
        if wanted != autostart.is_on() and not autostart.put(on=wanted, folder=self._app.folder.root):
            self._bridge.said.emit(autostart.NOT_STORED, False)  # noqa: FBT003 - a signal has no keywords
        return True

    def _filled(self, *, done: bool) -> Office:
        office = self.reminders.put(self.office.put(self._app.offices.get()))
        return replace(office, first_run_done=done or office.first_run_done)

    def _keep(self, step: int) -> bool:
        """Store what a step says; False when something of it cannot be taken."""
        self.wrong.setText("")
        if step == PERIODS:
            return self.periods.ready() and self._save_periods()
        return self._save_office(self._filled(done=False))

    def _save_office(self, office: Office) -> bool:
        if office == self._app.offices.get():
            return True
        return self._bridge.run(lambda: self._app.offices.save(office), failed=self._refuse) is not None

    def _save_periods(self) -> bool:
        reports = self._app.reports
        steps = [partial(reports.set_own_due, key, due) for key, due in self.periods.moved()]
        steps += [partial(reports.set_state, key, ReportState.SENT) for key in self.periods.sent_before()]
        return all(self._bridge.run(step, failed=self._refuse) is not None for step in steps)

    def _refuse(self, error: UserError) -> None:
        self.start.wait("")
        self.wrong.setText(error.message)

    def _show(self, step: int) -> None:
        if step == PERIODS:
            self.periods.fill(
                self._app.reports.of_year(self._app.offices.year()), self._app.clock.now().date()
            )
        self.pages.setCurrentIndex(step)
        names = (self.office.title, self.periods.title, self.reminders.title, self.start.title)
        self.heading.setText(f"Bước {step + 1}/{STEPS} · {names[step]}")
        self.wrong.setText("")
        self.back.setVisible(step > OFFICE)
        self.forward.setVisible(step < START)

    def _end(self, way: str) -> None:
        if not self._told:
            self._told = True
            self.chosen.emit(way)
        self.accept()

    def reject(self) -> None:
        """Esc and the window's cross are "Để sau"."""
        self.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's cross as "Để sau"."""
        if not self._told:
            self.leave()
        event.accept()


def _channels_of(window: QWidget | None) -> Notifier:
    """Return the ways the window's tray has of telling something; none without a tray."""
    channels = getattr(getattr(window, "tray", None), "channels", None)
    return channels if channels is not None else SilentNotifier()


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    content.setProperty("kind", "clear")
    area.setWidget(content)
    return area
