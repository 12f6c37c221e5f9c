"""Lists beside the review: names the directory does not know, and rows of the table that are no tasks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text

_NAME = Qt.ItemDataRole.UserRole + 1
_REASONS = {
    "repeated_header": "tiêu đề lặp",
    "total": "dòng tổng cộng",
    "numbering": "dòng đánh số cột",
    "note": "ghi chú",
    "page_number": "số trang",
    "signature": "phần ký",
    "orphan": "không rõ thuộc nhiệm vụ nào",
    "number_only": "chỉ có số thứ tự",
    "between_tables": "chữ giữa hai phần của bảng",
    "part": "tên phần, đứng trên các mục",
    "subheading": "tiêu đề nhỏ trong mục",
}


class UnknownNames(QWidget):
    """Names to settle: choose the body they mean, or leave them as printed."""

    asked = Signal(str)
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Tên cơ quan chưa có trong danh mục")
        self.list.itemActivated.connect(lambda item: self.asked.emit(item.data(_NAME)))
        self.choose = button(
            "Chọn cơ quan…", self._ask, icon="building-2", tip="Ghi tên này là tên gọi khác của một cơ quan"
        )
        self.look = button("Xem dòng", self._look)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(
            Text(
                "Các tên dưới đây chưa có trong danh mục. Có thể chọn cơ quan tương ứng, hoặc để nguyên và xử lý sau: "
                "nhiệm vụ vẫn được nhập với đúng chữ trong văn bản.",
                kind="muted",
                wrap=True,
            )
        )
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def fill(self, names: Mapping[str, int]) -> None:
        """Show names with the number of rows in which they stand."""
        current = self._current()
        self.list.clear()
        for name, count in names.items():
            item = QListWidgetItem(f"{name}   –   {count} dòng")
            item.setData(_NAME, name)
            item.setToolTip(name)
            self.list.addItem(item)
            if name == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        for each in (self.choose, self.look):
            each.setEnabled(bool(names))

    def _current(self) -> str:
        items = self.list.selectedItems()
        return str(items[0].data(_NAME)) if items else ""

    def _ask(self) -> None:
        if self._current():
            self.asked.emit(self._current())

    def _look(self) -> None:
        if self._current():
            self.shown.emit(self._current())


class DroppedList(QWidget):
    """Every row of the table that did not become a task, with the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Các dòng không phải nhiệm vụ")
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(
            Text(
                "Các dòng dưới đây của bảng không được nhập thành nhiệm vụ. Nếu có dòng bị bỏ nhầm, "
                "hãy quay lại bước trước để chọn lại cột, hoặc thêm nhiệm vụ sau khi nhập.",
                kind="muted",
                wrap=True,
            )
        )
        column.addWidget(self.list, 1)

    def fill(self, dropped: Sequence[tuple[int, str, str]]) -> None:
        """Show (grid row, reason, text) of each."""
        self.list.clear()
        for row, reason, text in dropped:
            shown = " ".join(text.split())
            self.list.addItem(f"Dòng {row + 1} · {_REASONS.get(reason, 'không phải nhiệm vụ')}: {shown}")
