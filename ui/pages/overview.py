"""Tổng quan: what do I do today. The next report, four figures that are doors, the list of things to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.tasks import Status, Task
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.statistics import Overview
from cchc_desktop.words import STATUS_WORDS
from ui import theme
from ui.bridge import Bridge
from ui.pages.overview_report import NextReportCard
from ui.pages.overview_text import field_figures, report_card, todo_words
from ui.pages.overview_todo import Todo, TodoList
from ui.widgets.buttons import button
from ui.widgets.cards import Card, SummaryCard
from ui.widgets.day_words import headline
from ui.widgets.empty_state import EmptyState
from ui.widgets.latest import Latest
from ui.widgets.page_header import PageHeader
from ui.widgets.progress_bars import FieldBars
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_SHOWN = 8
"""Rows of the list; the button beneath opens all of them."""
_NO_TASKS = "Chưa có nhiệm vụ nào. Nhập phụ lục kế hoạch từ Word, Excel hoặc tệp văn bản để bắt đầu, hoặc tự thêm từng nhiệm vụ."
_NONE_OWN = "Kế hoạch đã nhập chưa có nhiệm vụ nào của đơn vị. Hãy xem toàn bộ nhiệm vụ hoặc kiểm tra tên đơn vị trong Thiết đặt."


class OverviewPage(QWidget):
    """The first page."""

    title = "Tổng quan"
    navigate = Signal(str, object)
    loaded = Signal()
    """The figures asked for last stand on the page."""

    def __init__(self, app: "App", bridge: Bridge) -> None:
        super().__init__()
        self._app = app
        self._bridge = bridge
        self._overview: Overview | None = None
        self._question = Latest(self, bridge, app.statistics.overview, self._show)
        self.header_buttons = (
            button("Nhập kế hoạch…", lambda: self.navigate.emit("import", None), icon="file-up"),
            button(
                "Xem nhiệm vụ", lambda: self.navigate.emit("tasks", None), kind="primary", icon="list-checks"
            ),
        )
        self.header = PageHeader(self.title, self.header_buttons[:1], self.header_buttons[1])
        self.report = NextReportCard(self._open_report)
        self.no_report = Text(
            "Chưa có báo cáo định kỳ nào phải gửi ở phía trước. Xem lịch các kỳ ở trang Lịch và kỳ báo cáo.",
            kind="muted",
            wrap=True,
        )
        self._build_figures()
        self._build_lists()
        self._build_page()

    def _build_figures(self) -> None:
        self.overdue = SummaryCard("Quá hạn", "figure_overdue")
        self.soon = SummaryCard("Sắp đến hạn", "figure_due_soon")
        self.missing = SummaryCard("Chưa có kết quả kỳ này", "figure_continuous")
        self.undated = SummaryCard("Chưa có thời hạn", "text")
        self.overdue.clicked.connect(lambda: self._show_tasks({"status": Status.OVERDUE.value}))
        self.soon.clicked.connect(lambda: self._show_tasks({"status": "due"}))
        self.missing.clicked.connect(self._open_missing)
        self.undated.clicked.connect(lambda: self._show_tasks({"status": Status.NO_DEADLINE.value}))

    def _build_lists(self) -> None:
        self.todo = TodoList()
        self.todo.opened.connect(lambda task: self._show_tasks({"task": task}))
        self.todo_none = Text("Không có việc nào quá hạn hoặc sắp đến hạn.", kind="muted", wrap=True)
        self.all_todo = button("Xem tất cả", self._open_todo, kind="plain")
        self.fields = FieldBars()
        self.empty = EmptyState(
            _NO_TASKS,
            [
                button("Nhập kế hoạch…", lambda: self.navigate.emit("import", None), kind="primary"),
                button("Thêm nhiệm vụ", lambda: self._show_tasks({"add": True})),
            ],
            "list-checks",
        )
        self.none_own = EmptyState(
            _NONE_OWN,
            [button("Xem tất cả nhiệm vụ", lambda: self.navigate.emit("tasks", None))],
            "list-checks",
        )

    def _build_page(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(theme.GAP)
        for card in (self.overdue, self.soon, self.missing, self.undated):
            figures.addWidget(card, 1)
        self.figures = QWidget()
        self.figures.setLayout(theme.spaced(figures))
        self.lists = QWidget()
        columns = QGridLayout(self.lists)
        theme.spaced(columns)
        left, right = Card("Việc cần làm"), Card("Tiến độ theo lĩnh vực")
        left.body.addWidget(self.todo)
        left.body.addWidget(self.todo_none)
        left.body.addWidget(self.all_todo, 0, Qt.AlignmentFlag.AlignLeft)
        left.body.addStretch(1)
        right.body.addWidget(self.fields)
        right.body.addStretch(1)
        columns.addWidget(left, 0, 0)
        columns.addWidget(right, 0, 1)
        columns.setColumnStretch(0, 3)
        columns.setColumnStretch(1, 2)
        content = QWidget()
        content.setProperty("kind", "clear")
        column = QVBoxLayout(content)
        theme.spaced(column, margin=theme.PAGE_MARGIN)
        for widget in (self.header, self.report, self.no_report, self.figures):
            column.addWidget(widget)
        for widget in (self.lists, self.empty, self.none_own):
            column.addWidget(widget, 1)
        column.addStretch(0)
        for widget in (self.report, self.no_report, self.figures, self.lists, self.empty, self.none_own):
            widget.hide()  # until the first figures are there
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_scrolling(content))

    def refresh(self, changes: Changes | None = None) -> None:
        """Read all figures again, unless only reminders changed: none of them shows here."""
        if changes is not None and changes.kinds <= {Kind.REMINDERS}:
            return
        self._question.ask()

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self.header.set_title(self.title, headline(overview.day))
        self._show_report(overview)
        self._show_figures(overview)
        self._show_lists(overview)
        self.loaded.emit()

    def show_filter(self, wanted: object) -> None:
        """Other pages ask for nothing in particular here."""

    def _show_report(self, overview: Overview) -> None:
        card = report_card(overview, self._app.calendar.work_calendar())
        self.report.setVisible(card is not None)
        self.no_report.setVisible(card is None)
        if card is not None and overview.next_report is not None:
            self.report.show_card(card, overview.next_report.state)

    def _show_figures(self, overview: Overview) -> None:
        soon = self._app.offices.get().soon
        self.overdue.set_figure(overview.overdue)
        self.soon.set_figure(overview.due_today + overview.due_soon, f"Đến hạn trong {soon} ngày làm việc")
        self.missing.set_figure(overview.missing_results)
        self.undated.set_figure(overview.undated)

    def _show_lists(self, overview: Overview) -> None:
        any_own = bool(overview.fields)
        any_task = any_own or bool(self._app.plans.all())
        self.figures.setVisible(any_own)
        self.lists.setVisible(any_own)
        self.none_own.setVisible(any_task and not any_own)
        self.empty.setVisible(not any_task)
        for each in self.header_buttons:
            each.setVisible(any_task)  # one primary button: the empty page has its own
        shown = overview.todo[:_SHOWN]
        self.todo.fill([self._todo_row(task, overview) for task in shown])
        self.todo.setVisible(bool(shown))
        self.todo_none.setVisible(not shown)
        self.all_todo.setVisible(bool(shown))
        self.all_todo.setText(f"Xem tất cả {len(overview.todo)} việc")
        self.fields.show_fields(field_figures(overview.fields))

    def _todo_row(self, task: Task, overview: Overview) -> Todo:
        status = self._app.tasks.status(task)
        phrase, due_line = todo_words(task, status, overview.day, self._app.calendar.work_calendar())
        return Todo(task.id, status, STATUS_WORDS[status], task.content, phrase, due_line)

    def _show_tasks(self, wanted: dict[str, object]) -> None:
        self.navigate.emit("tasks", wanted)

    def _open_missing(self) -> None:
        period = self._app.reports.current_period(self._app.clock.now().date())
        self._show_tasks({"missing": True} | ({"period": period.key} if period is not None else {}))

    def _open_todo(self) -> None:
        if self._overview is not None:
            self._show_tasks({"tasks": [task.id for task in self._overview.todo]})

    def _open_report(self) -> None:
        if self._overview is not None and self._overview.next_report is not None:
            self.navigate.emit("calendar", {"report": self._overview.next_report.period.key})


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setProperty("kind", "clear")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
