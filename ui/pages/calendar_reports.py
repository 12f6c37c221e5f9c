"""One report of the year as a row: dates, state, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.workdays import WorkCalendar
from cchc_desktop.words import REPORT_STATE_WORDS
from ui import theme
from ui.pages.overview_report import STATE_LOOKS
from ui.pages.overview_text import ministry_line
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.chips import StatusChip
from ui.widgets.day_words import full, spoken
from ui.widgets.text import Text


class ReportRow(Card):
    """A report obligation of the year."""

    state_chosen = Signal(str, object)
    """Key and the chosen ReportState (never SENT: that asks for number and date)."""
    sending_asked = Signal(str)
    own_due_asked = Signal(str)
    figures_asked = Signal(str)

    def __init__(self, report: Report, calendar: WorkCalendar, parent: QWidget | None = None) -> None:
        super().__init__(report.period.name, parent)
        self.report = report
        self.chip = StatusChip(STATE_LOOKS[report.state])
        self.send_button = button("Đánh dấu đã gửi…", self._ask_sending, icon="circle-check")
        self.state_button = button("Tình trạng")
        self.state_menu = QMenu(self)
        self.state_button.setMenu(self.state_menu)
        self.due_button = button("Sửa hạn gửi…", self._ask_own_due, icon="calendar-clock")
        self.figures_button = button("Số liệu…", lambda: self.figures_asked.emit(self.report.period.key))
        self.lines = Text(kind="muted", wrap=True, selectable=True)
        self.body.removeWidget(self.title)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.title)
        head.addWidget(self.chip)
        head.addStretch(1)
        for each in (self.figures_button, self.send_button, self.state_button, self.due_button):
            head.addWidget(each)
        self.body.addLayout(head)
        self.body.addWidget(self.lines)
        self._fill_menu()
        self.show_report(report, calendar)

    def show_report(self, report: Report, calendar: WorkCalendar) -> None:
        """Show a report, possibly another one, without losing the keyboard."""
        self.report = report
        self.title.setText(report.period.name)
        self.chip.show_status(STATE_LOOKS[report.state], REPORT_STATE_WORDS[report.state])
        self.lines.setText("\n".join(report_lines(report, calendar)))
        self.figures_button.setVisible(report.period.has_window)
        self.send_button.setVisible(report.state is not ReportState.SENT)
        for each in (self.figures_button, self.send_button, self.state_button, self.due_button):
            each.setAccessibleName(f"{each.text()} – {report.period.name}")
        for state, chosen in zip(ReportState, self.state_menu.actions(), strict=True):
            chosen.setChecked(state is report.state)

    def _fill_menu(self) -> None:
        for state in ReportState:
            chosen = self.state_menu.addAction(
                REPORT_STATE_WORDS[state] + ("…" if state is ReportState.SENT else "")
            )
            chosen.setCheckable(True)
            chosen.triggered.connect(lambda _checked=False, state=state: self._choose(state))

    def _choose(self, state: ReportState) -> None:
        for known, shown in zip(ReportState, self.state_menu.actions(), strict=True):
            shown.setChecked(known is self.report.state)  # what is stored, until the choice is stored too
        if state is ReportState.SENT:
            self._ask_sending()
        elif state is not self.report.state:
            self.state_chosen.emit(self.report.period.key, state)

    def _ask_sending(self) -> None:
        self.sending_asked.emit(self.report.period.key)

    def _ask_own_due(self) -> None:
        self.own_due_asked.emit(self.report.period.key)


def report_lines(report: Report, calendar: WorkCalendar) -> tuple[str, ...]:
    """Return what the row says beneath the name."""
    period = report.period
    lines = []
    if period.has_window:
        lines.append(
            f"Số liệu: {full(period.window_start)} – {full(period.cutoff)} (chốt {spoken(period.cutoff)})"
        )
    above = f" {ministry_line(period.ministry_due, calendar)}." if period.goes_to_ministry else ""
    lines.append(_own_line(report, calendar) + above)
    if report.extension is not None and (report.extension.reason or report.extension.document):
        why = " ".join(part for part in (report.extension.reason, report.extension.document) if part)
        lines.append(f"Đã điều chỉnh hạn: {why}.")
    if report.state is ReportState.SENT:
        lines.append(_sent_line(report))
    return tuple(lines)


def _own_line(report: Report, calendar: WorkCalendar) -> str:
    due, hour = report.period.own_due, report.period.due_time
    at = f" trước {hour:%H:%M}" if hour is not None else ""
    safe = calendar.on_or_before(due)
    note = "" if safe == due else f" (ngày nghỉ → nên gửi trước hết {spoken(safe)})"
    return f"Hạn gửi của đơn vị: {spoken(due)}{at}{note}."


def _sent_line(report: Report) -> str:
    if report.sent_on is None:
        return "Đã gửi trước khi dùng phần mềm."
    number = f", số {report.document}" if report.document else ""
    return f"Đã gửi ngày {full(report.sent_on)}{number}."
