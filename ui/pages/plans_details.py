"""Văn bản và kế hoạch – everything about the chosen document: actions, facts, file, imports."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.models.plan_table import PlanLine
from ui.pages.plans_document import DocumentCard
from ui.pages.plans_imports import ImportsCard
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.text import Text

_TWO_COLUMNS = 720
"""From this width (at the base text size) the cards stand side by side."""


class _Inside(QWidget):
    """As high as its texts are in the width there is, not in the least width they could have."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class PlanDetails(QScrollArea):
    """Scrolls as a whole; the cards stand side by side where there is room."""

    tasks_asked = Signal()
    again_asked = Signal()
    amend_asked = Signal()
    compare_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Chi tiết văn bản")
        self.setWidgetResizable(True)
        self.heading = Text(bold=True, scale=1.15, wrap=True, selectable=True)
        self.tasks_button = button("Xem nhiệm vụ", self.tasks_asked.emit, icon="list-checks")
        self.again_button = button(
            "Nhập lại…", self.again_asked.emit, icon="refresh-cw", tip="Nhập bản mới của cùng văn bản này"
        )
        self.amend_button = button("Nhập văn bản điều chỉnh…", self.amend_asked.emit, icon="file-down")
        self.compare_button = button(
            "So sánh…", self.compare_asked.emit, icon="eye", tip="So lần nhập gần nhất với trước đó"
        )
        self.remove_button = button("Xóa kế hoạch", self.remove_asked.emit, kind="danger", icon="trash-2")
        actions = QWidget()
        actions.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = Flow(actions)
        for each in self._plan_actions():
            row.addWidget(each)
        self.document = DocumentCard()
        self.imports = ImportsCard()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(theme.GAP)
        self._cards.addWidget(self.document, 1)
        self._cards.addWidget(self.imports, 1)
        inside = _Inside()
        theme.mark(inside, "clear")
        self._column = column = QVBoxLayout(inside)
        theme.spaced(column)
        column.addWidget(self.heading)
        column.addWidget(actions)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setWidget(inside)

    def _plan_actions(self) -> tuple[QWidget, ...]:
        return (
            self.tasks_button,
            self.again_button,
            self.amend_button,
            self.compare_button,
            self.remove_button,
        )

    def set_beside(self, *, beside: bool) -> None:
        """Keep off the table, which stands left or above."""
        left, top = (theme.GAP, 0) if beside else (0, theme.GAP)
        self._column.setContentsMargins(left, top, theme.GRID, 0)

    def show_line(self, line: PlanLine, *, kept: bool, writable: bool) -> None:
        """Show a document."""
        amending = line.amendment is not None
        title = line.head.title
        self.heading.setText(f"{line.name} – {title}" if title and title != line.name else line.name)
        for each in (self.again_button, self.amend_button, self.remove_button):
            each.setVisible(not amending)
            each.setEnabled(writable)
        self.compare_button.setVisible(not amending)
        self.compare_button.setEnabled(bool(line.record.imports))
        self.tasks_button.setText("Xem nhiệm vụ của kế hoạch" if amending else "Xem nhiệm vụ")
        self.document.show_line(line, kept=kept, writable=writable)
        self.imports.show_line(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side, or one below the other."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_cards"):
            self._arrange()

    def _arrange(self) -> None:
        wide = self.viewport().width() >= _TWO_COLUMNS * theme.current().points / 10
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._cards.direction() is not wanted:
            self._cards.setDirection(wanted)
