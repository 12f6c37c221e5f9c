"""Beside the table of step 3: what the document says of a row, how it was understood, and what can be done about it."""

from collections.abc import Callable
from functools import partial
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import Party, PartyKind
from cchc_desktop.reading.draft import Problem, TaskDraft
from cchc_desktop.services.lesson_marks import LEARNT
from cchc_desktop.words import PARTY_KIND_WORDS
from ui import icons, theme
from ui.models.draft_rows import place_of
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.deadline_words import whole_reading
from ui.widgets.flow import Flow
from ui.widgets.text import Text

_SHOWN = {
    "section_title": "Lĩnh vực",
    "content": "Nội dung",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "issuing_level": "Cấp ban hành",
    "product": "Sản phẩm",
    "budget": "Kinh phí",
    "note": "Ghi chú",
    "deadline": "Thời gian",
}
_TITLE_LETTERS = 220
_TO_ASK = frozenset({PartyKind.UNKNOWN, PartyKind.SENTENCE})


class RowPanel(QScrollArea):
    """Three cards: to check, in the document, understood as."""

    agency_asked = Signal(str)
    """A name whose meaning a person wants to say."""
    reading_asked = Signal()
    """The time phrase of the row is to be read otherwise."""
    part_asked = Signal()
    join_asked = Signal()
    section_asked = Signal()
    leave_out_asked = Signal()
    revert_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Dòng đang chọn")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        theme.mark(inside, "clear")
        self.column = QVBoxLayout(inside)
        theme.spaced(self.column, margin=(3 * theme.GRID, theme.GRID, 2 * theme.GRID, 0), gap=2 * theme.GRID)
        self.title = Text(bold=True, wrap=True, selectable=True)
        self.checks = Card("Cần kiểm tra")
        self.source = Card("Văn bản ghi")
        self.understood = Card("Được hiểu là")
        for widget in (self.title, self._make_tools(), self.checks, self.source, self.understood):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.setWidget(inside)

    def _make_tools(self) -> QWidget:
        self.part = button("Tách lại", self.part_asked.emit, tip="Mỗi dòng của bảng thành một nhiệm vụ riêng")
        self.join = button(
            "Nối lên dòng trên", self.join_asked.emit, tip="Dòng này là phần tiếp của nhiệm vụ ngay trên"
        )
        self.section = button(
            "Là tên lĩnh vực", self.section_asked.emit, tip="Dòng này là tên lĩnh vực, không phải nhiệm vụ"
        )
        self.leave_out = button("Không nhập", self.leave_out_asked.emit)
        self.revert = button("Trả lại như trong tệp", self.revert_asked.emit, icon="undo-2")
        self.tools = QWidget()
        flow = Flow(self.tools)
        for each in (self.part, self.join, self.section, self.leave_out, self.revert):
            flow.addWidget(each)
        return self.tools

    def show_row(
        self, task: TaskDraft, original: TaskDraft, *, first: bool, left_out: bool, changed: bool
    ) -> None:
        """Show a row; ``first``: there is none above it."""
        self.title.setText(shorten(f"{place_of(task)} {task.content}", _TITLE_LETTERS, placeholder="…"))
        joined = len(task.source_rows) > 1
        self.part.setVisible(joined)
        self.part.setText(f"Tách thành {len(task.source_rows)} dòng" if joined else "Tách lại")
        self.part.setAccessibleName(self.part.text())
        self.join.setVisible(not first and bool(task.source_rows))
        self.section.setVisible(len(task.source_rows) == 1)
        self.leave_out.setText("Nhập lại" if left_out else "Không nhập")
        self.leave_out.setAccessibleName(self.leave_out.text())
        self.revert.setVisible(changed)
        self.tools.setVisible(True)
        self._show_checks(task.problems)
        self._show_source(task, original)
        self._show_understood(task)
        for card in (self.checks, self.source, self.understood):
            card.setVisible(True)
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show that no row is picked."""
        self.title.setText("Không có dòng nào trong bộ lọc này.")
        for widget in (self.tools, self.checks, self.source, self.understood):
            widget.setVisible(False)

    def _show_checks(self, problems: tuple[Problem, ...]) -> None:
        _empty(self.checks)
        to_check = any(problem.code not in LEARNT for problem in problems)
        name = "Cần kiểm tra" if to_check else "Đã hiểu theo lần sửa trước"
        self.checks.title.setText(name if problems else "Không có điểm nào cần kiểm tra")
        for problem in problems:
            learnt = problem.code in LEARNT
            self.checks.body.addWidget(_noted(problem.message, "info" if learnt else "triangle-alert"))

    def _show_source(self, task: TaskDraft, original: TaskDraft) -> None:
        _empty(self.source)
        pieces = original.pieces or ()
        for row, text in zip(original.source_rows, pieces, strict=False):
            self.source.body.addWidget(_fact(f"Dòng {row + 1} của bảng", text.replace(" | ", "  │  ")))
        for key, name in _SHOWN.items():
            before, now = getattr(original, key), getattr(task, key)
            if before != now:
                self.source.body.addWidget(_fact(f"{name} trong tệp (đã sửa)", before or "(để trống)"))
            elif not pieces and before and key != "section_title":
                self.source.body.addWidget(_fact(name, before))
        self.source.title.setVisible(True)

    def _show_understood(self, task: TaskDraft) -> None:
        _empty(self.understood)
        body = self.understood.body
        body.addWidget(_fact("Thời gian", whole_reading(task.deadline, task.deadline_reading)))
        if task.deadline_reading.explanation:
            body.addWidget(Text(task.deadline_reading.explanation, kind="muted", wrap=True, selectable=True))
        change = button("Sửa cách hiểu thời gian…", self.reading_asked.emit, icon="calendar-clock")
        change.setEnabled(bool(task.deadline))
        body.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        for name, parties, key in (
            ("Chủ trì", task.lead_parties, "lead"),
            ("Phối hợp", task.coordinating_parties, "coordinating"),
        ):
            self._show_parties(name, parties, inherited=key in task.inherited)

    def _show_parties(self, name: str, parties: tuple[Party, ...], *, inherited: bool) -> None:
        from_above = " (lấy từ dòng trên)" if inherited else ""
        if not parties:
            self.understood.body.addWidget(_fact(name, "(để trống)"))
            return
        self.understood.body.addWidget(Text(f"{name}{from_above}", kind="muted"))
        for party in parties:
            meaning = party.name if party.name and party.name != party.text else PARTY_KIND_WORDS[party.kind]
            ask = party.kind in _TO_ASK
            line = _noted(
                f"{party.text} → {meaning}" if meaning != "cơ quan" else party.text,
                "circle-question-mark" if ask else "check",
                partial(self.agency_asked.emit, party.text) if ask else None,
            )
            self.understood.body.addWidget(line)


def _empty(card: Card) -> None:
    """Take everything but the title out of a card."""
    while card.body.count() > 1:
        item = card.body.takeAt(1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _fact(name: str, text: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    theme.spaced(column, gap=0)
    column.addWidget(Text(name, kind="muted"))
    column.addWidget(Text(text, wrap=True, selectable=True))
    return made


def _noted(text: str, icon: str, choose: Callable[[], object] | None = None) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    theme.spaced(row, gap=2 * theme.GRID)
    picture = Text()
    tints = {"triangle-alert": "figure_due_soon", "check": "figure_completed"}
    side = icons.scaled(16)
    picture.setPixmap(
        icons.pixmap(icon, theme.colour(tints.get(icon, "accent")), side, made.devicePixelRatioF())
    )
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    words = Text(text, wrap=True, selectable=True)
    row.addWidget(words, 1)
    if choose is not None:
        ask = button("Chọn cơ quan…", choose, kind="plain")
        ask.setAccessibleName(f"Chọn cơ quan cho {text}")
        row.addWidget(ask, 0, Qt.AlignmentFlag.AlignTop)
    return made
