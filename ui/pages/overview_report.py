"""The card of the next report: countdown, dates, how much of the data window has passed, what to watch out for."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.tasks import Status
from ui import theme
from ui.pages.overview_text import ReportCard
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.chips import StatusChip
from ui.widgets.progress_bars import RatioBar
from ui.widgets.text import Text

STATE_LOOKS = {
    ReportState.NOT_STARTED: Status.NOT_STARTED,
    ReportState.COLLECTING: Status.IN_PROGRESS,
    ReportState.DRAFT: Status.DUE_SOON,
    ReportState.SUBMITTED_FOR_SIGNATURE: Status.CONTINUOUS,
    ReportState.SENT: Status.COMPLETED_ON_TIME,
}
"""Which chip of the tasks a state of a report looks like; the word on it is the report's own."""


class NextReportCard(Card):
    """What the officer has to send next, and by when."""

    def __init__(self, on_open: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading = Text(scale=1.2, bold=True, wrap=True)
        self.state = StatusChip(Status.NOT_STARTED)
        self.open_button = button("Mở kỳ báo cáo", on_open, icon="arrow-right")
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.heading, 1)
        head.addWidget(self.state)
        head.addWidget(self.open_button)
        self.own_due = Text(bold=True, wrap=True)
        self.cutoff = Text(wrap=True)
        self.ministry_due = Text(wrap=True)
        self.window_line = Text(kind="muted", wrap=True)
        self.bar = RatioBar()
        self.notices = Text(wrap=True)
        self.body.addLayout(head)
        dates = QHBoxLayout()
        dates.setSpacing(2 * theme.GAP)
        dates.addWidget(self.own_due, 1)
        dates.addWidget(self.cutoff, 1)
        self.body.addLayout(dates)
        self.body.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.setSpacing(2 * theme.GAP)
        foot.addWidget(self.window_line, 1)
        foot.addWidget(self.ministry_due, 1)
        self.body.addLayout(foot)
        self.body.addWidget(self.notices)

    def show_card(self, card: ReportCard, state: ReportState) -> None:
        """Show the words of a report."""
        self.heading.setText(card.title)
        self.state.show_status(STATE_LOOKS[state], card.state)
        self.own_due.setText(card.own_due)
        theme.mark(self.own_due, "danger" if card.late else "")
        self.cutoff.setText(card.cutoff)
        self.ministry_due.setText(card.ministry_due)
        share = round(card.elapsed * 100)
        self.window_line.setText(f"{card.window} (đã qua {share}%)" if card.window else "")
        self.bar.setVisible(bool(card.window))
        self.bar.show_share(card.elapsed, words=f"{card.window}, đã qua {share}%")
        self.notices.setText("\n".join(card.notices))
        self.notices.setVisible(bool(card.notices))
        said = (card.title, card.own_due, card.cutoff, card.ministry_due)
        self.setAccessibleName(". ".join(part for part in said if part) + ".")
