"""The foot of the import: back, on, and why one cannot go on yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cchc_desktop.reading.draft import PlanDraft
from ui import theme
from ui.models.draft_model import DraftModel
from ui.widgets.buttons import button
from ui.widgets.text import Text


class ImportFoot(QWidget):
    """Buttons of the steps in the middle."""

    restart_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restart = button("Chọn tệp khác", self.restart_asked.emit, icon="file-up")
        self.blocked = Text(kind="danger", wrap=True)
        self.back = button("Quay lại", self.back_asked.emit, icon="arrow-left")
        self.forward = button("Tiếp tục", self.forward_asked.emit, kind="primary", icon="arrow-right")
        row = QHBoxLayout(self)
        theme.spaced(row)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName("Đang làm việc")
        self.busy.setMaximumWidth(10 * theme.line_height())
        self.busy_words = Text()
        row.addWidget(self.restart)
        row.addWidget(self.busy_words)
        row.addWidget(self.busy)
        row.addWidget(self.blocked, 1)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        self.busy.hide()
        self.busy_words.hide()

    def show_mapping(self, draft: PlanDraft | None) -> None:
        """Let the person go on once there are tasks and a year to read their time phrases by."""
        reason = ""
        if draft is None or not draft.tasks:
            reason = "Chưa đọc được nhiệm vụ nào: hãy chọn lại bảng và cột."
        elif not draft.year:
            reason = "Chưa rõ năm của kế hoạch: hãy nhập năm ở phần Văn bản."
        self._show("Tiếp tục", reason, back=False)

    def show_review(
        self, model: DraftModel, *, read_only: bool, amending: bool = False, again: bool = False
    ) -> None:
        """Let the person import once every row has a content."""
        kept = model.kept()
        empty = sum(not task.content for task in kept)
        reason = ""
        if empty:
            reason = f"{empty} dòng chưa có nội dung công việc: hãy nhập nội dung hoặc bỏ dòng đó."
        elif read_only:
            reason = "Dữ liệu đang mở ở chế độ chỉ đọc nên chưa nhập được."
        elif not kept:
            reason = "Chưa có dòng nào được chọn để nhập."
        action = f"Nhập {len(kept)} nhiệm vụ"
        if amending:
            action = f"Nhập {len(kept)} dòng điều chỉnh"
        elif again:
            action = f"Cập nhật theo {len(kept)} dòng"
        self._show(action, reason, back=True)

    def set_busy(self, words: str) -> None:
        """Show that something is being read again; nothing for no words."""
        self.busy.setVisible(bool(words))
        self.busy_words.setText(words)
        self.busy_words.setVisible(bool(words))
        for each in (self.restart, self.back, self.forward):
            each.setEnabled(not words)

    def wait(self) -> None:
        """Take no second click while the tasks are being stored."""
        self.set_busy("Đang lưu…")

    def done(self) -> None:
        """Take clicks again: the tasks are stored."""
        self.set_busy("")

    def refuse(self, reason: str) -> None:
        """Say why storing failed; it may be tried again."""
        self.set_busy("")
        self.blocked.setText(reason)

    def _show(self, action: str, reason: str, *, back: bool) -> None:
        self.forward.setText(action)
        self.forward.setAccessibleName(action)
        self.forward.setEnabled(not reason)
        self.blocked.setText(reason)
        self.back.setVisible(back)
