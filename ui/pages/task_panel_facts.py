"""What the plan says of a task, and how it was understood: content, agencies, time phrase, marks of the import."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.agencies import Directory, Party, PartyKind
from cchc_desktop.domain.tasks import Task
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.collapsible import Collapsible
from ui.widgets.text import Text

Problem = tuple[str, str, str]
_PARTY_NOTES = {
    PartyKind.UNKNOWN: " (chưa có trong danh mục cơ quan)",
    PartyKind.GROUP: " (nhóm cơ quan, danh mục không liệt kê thành viên)",
}


class FactsView(QWidget):
    """Read-only; corrections are asked for through signals."""

    reading_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = Text(wrap=True, selectable=True)
        self.content.setAccessibleName("Nội dung công việc")
        self.section = Text(kind="muted", wrap=True)
        self.edit_button = button(
            "Sửa nội dung…", self.edit_wanted.emit, kind="plain", icon="pencil", tip="F2"
        )
        self.problems = Text(kind="danger", wrap=True)
        self.lead = QVBoxLayout()
        self.coordinating = QVBoxLayout()
        self.phrase = Text(wrap=True, selectable=True)
        self.phrase.setAccessibleName("Thời gian thực hiện theo kế hoạch")
        self.understood = Text(kind="muted", wrap=True)
        self.reading_button = button("Sửa cách hiểu", self.reading_wanted.emit, kind="plain")
        self.others = Text(kind="muted", wrap=True)
        self._shown: tuple[Task, Sequence[Problem], bool] | None = None
        column = QVBoxLayout(self)
        theme.spaced(column, gap=theme.GRID)
        for widget in (self.content, self.section, self.problems):
            column.addWidget(widget)
        column.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading("Cơ quan chủ trì"))
        column.addLayout(self.lead)
        column.addWidget(heading("Cơ quan phối hợp"))
        column.addLayout(self.coordinating)
        column.addWidget(heading("Thời gian thực hiện"))
        column.addWidget(self.phrase)
        row = QHBoxLayout()
        row.addWidget(self.understood, 1)
        row.addWidget(self.reading_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.others)

    def show_task(
        self, task: Task, directory: Directory, problems: Sequence[Problem], *, writable: bool
    ) -> None:
        """Show a task."""
        if self._shown == (task, problems, writable):
            return
        self._shown = (task, problems, writable)
        self.content.setText(task.content)
        self.section.setText(". ".join(part for part in (task.section, task.section_title) if part))
        marks = [f"Khi nhập: {message}" for _, message, _ in problems]
        if task.gone:
            marks.append("Dòng này không còn trong lần nhập mới nhất của văn bản.")
        self.problems.setText("\n".join(marks))
        self.problems.setVisible(bool(marks))
        on = date(task.plan_year, 12, 31)
        _show_parties(self.lead, task.lead_parties, task.lead, directory, on)
        _show_parties(self.coordinating, task.coordinating_parties, task.coordinating, directory, on)
        self.phrase.setText(f"“{task.deadline}”" if task.deadline else "Kế hoạch không ghi thời gian.")
        self.understood.setText(understanding(task))
        self.others.setText(_other_columns(task))
        self.others.setVisible(bool(self.others.text()))
        for each in (self.edit_button, self.reading_button):
            each.setEnabled(writable)


def heading(text: str) -> Text:
    """Return a small heading inside the panel."""
    made = Text(text, bold=True)
    made.setContentsMargins(0, 2 * theme.GRID, 0, 0)
    return made


def understanding(task: Task) -> str:
    """Return how the time phrase was understood, and who says so."""
    sure = "" if task.reading.certain else " (chưa chắc chắn, hãy kiểm tra)"
    who = " (do cán bộ sửa)" if task.reading_by_user else ""
    return f"Được hiểu là: {task.reading.explanation}{who or sure}"


def _other_columns(task: Task) -> str:
    named = (
        ("Cấp ban hành, phê duyệt", task.issuing_level),
        ("Sản phẩm", task.product),
        ("Kinh phí", task.budget),
        ("Ghi chú của kế hoạch", task.note),
    )
    return "\n".join(f"{name}: {text}" for name, text in named if text)


def _show_parties(
    place: QVBoxLayout, parties: Sequence[Party], printed: str, directory: Directory, on: date
) -> None:
    _empty(place)
    place.setSpacing(0)
    for party in parties:
        members = directory.members(party.key, on) if party.kind is PartyKind.GROUP else ()
        if members:
            group = Collapsible(f"{party.text} ({len(members)} cơ quan)")
            group.body.addWidget(
                Text("\n".join(member.name for member in members), wrap=True, selectable=True)
            )
            place.addWidget(group)
        else:
            note = _PARTY_NOTES.get(party.kind, "")
            place.addWidget(Text(party.text + note, wrap=True, selectable=True))
    if not parties:
        place.addWidget(Text(printed or "Kế hoạch không nêu.", kind="muted", wrap=True))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
