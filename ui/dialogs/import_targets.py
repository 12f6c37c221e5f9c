"""Targets of the plan, to look at: what the document says, and the numbers read from it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.reading.draft import PlanDraft, TargetDraft
from ui import theme
from ui.widgets.plain_table import QuietDelegate, make_quiet
from ui.widgets.text import Text

_WIDTHS = (54, 460, 190, 240)
"""Pixels at the base text size; the text takes the rest."""


def targets_of(draft: PlanDraft) -> tuple[TargetDraft, ...]:
    """Return the targets read from the body of a plan."""
    return draft.targets


class TargetsView(QWidget):
    """One line for each target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, len(_WIDTHS))
        self.table.setAccessibleName("Chỉ tiêu của kế hoạch")
        self.table.setHorizontalHeaderLabels(["TT", "Chỉ tiêu (nguyên văn)", "Được hiểu là", "Cần kiểm tra"])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        make_quiet(self.table)
        self.table.setItemDelegate(QuietDelegate(self.table))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, header.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(
            Text(
                "Chỉ tiêu đọc được trong phần nội dung của kế hoạch, để đối chiếu; chưa lưu cùng nhiệm vụ.",
                kind="muted",
                wrap=True,
            )
        )
        column.addWidget(self.table, 1)

    def fill(self, targets: Sequence[TargetDraft]) -> None:
        """Show targets."""
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, round(width * theme.current().points / 10))
        self.table.setRowCount(len(targets))
        for row, each in enumerate(targets):
            texts = (
                each.target.number,
                each.target.text,
                "; ".join(part.text for part in each.target.parts) or "(không có con số)",
                " ".join(problem.message for problem in each.problems),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
