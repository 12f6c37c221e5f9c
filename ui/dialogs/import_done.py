"""Step 4 of the import: what was done, and the ways on from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.services.imports import ImportResult
from cchc_desktop.services.lesson_marks import LEARNT
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.text import Text


def result_words(result: ImportResult, *, amending: bool = False) -> str:
    """Return the sentence that says what an import did."""
    if amending:
        return (
            f"Đã điều chỉnh {result.changed} nhiệm vụ, bổ sung {result.added}. "
            "Các nhiệm vụ khác và kết quả đã ghi được giữ nguyên."
        )
    again = result.changed or result.unchanged or result.gone
    if not again:
        return f"Đã thêm {result.added} nhiệm vụ."
    parts = [
        f"thêm {result.added} nhiệm vụ",
        f"cập nhật {result.changed}",
        f"giữ nguyên {result.unchanged}",
    ]
    if result.gone:
        parts.append(f"đánh dấu {result.gone} nhiệm vụ không còn trong văn bản")
    return f"Đã {', '.join(parts)}. Kết quả đã ghi trước đây được giữ nguyên."


class DoneStep(QWidget):
    """Counts and three doors."""

    undo_asked = Signal()
    list_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        self.words = Text(scale=1.3, bold=True, wrap=True)
        self.document = Text(kind="muted", wrap=True)
        self.open_points = Text(wrap=True)
        self.backup = Text(kind="muted", wrap=True, selectable=True)
        self.list_button = button("Xem danh sách", self.list_asked.emit, kind="primary", icon="list-checks")
        self.undo_button = button("Hoàn tác nhập", self.undo_asked.emit, icon="undo-2")
        self.again_button = button("Nhập tiếp", self.again_asked.emit, icon="file-up")
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        for door in (self.list_button, self.again_button, self.undo_button):
            row.addWidget(door)
        row.addStretch(1)
        for each in (self.words, self.document, self.open_points, self.backup):
            card.body.addWidget(each)
        card.body.addSpacing(theme.GAP)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(card)
        column.addStretch(1)

    def fill(
        self,
        result: ImportResult,
        unknown: int,
        left_out: int,
        *,
        learnt: int = 0,
        amending: bool = False,
        document: str = "",
    ) -> None:
        """Show what was done."""
        self.words.setText(result_words(result, amending=amending))
        self.document.setText(document)
        points = []
        rows = len({place for place, problem in result.problems if place and problem.code not in LEARNT})
        if rows:
            points.append(f"{rows} dòng còn điểm cần kiểm tra; có thể sửa tiếp trong danh sách nhiệm vụ.")
        if unknown:
            points.append(f"{unknown} tên cơ quan để lại xử lý sau.")
        if left_out:
            points.append(f"{left_out} dòng không nhập theo lựa chọn của bạn.")
        if learnt:
            points.append(f"Đã nhớ {learnt} cách hiểu cho các lần nhập sau (Thiết đặt, phần Đã học).")
        self.open_points.setText("\n".join(points) or "Không còn điểm nào cần kiểm tra.")
        name = result.backup.name if result.backup is not None else ""
        self.backup.setText(f"Đã sao lưu dữ liệu trước khi nhập: {name}" if name else "")
        self.backup.setVisible(bool(name))
        self.undo_button.setEnabled(True)

    def show_undone(self) -> None:
        """Say that the import was taken back."""
        self.words.setText("Đã hoàn tác lần nhập này.")
        self.open_points.setText("Dữ liệu trở lại như trước khi nhập.")
        if self.undo_button.hasFocus():
            self.list_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.undo_button.setEnabled(False)
