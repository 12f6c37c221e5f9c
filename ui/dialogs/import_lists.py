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

from cchc_desktop.reading.draft import Ruling
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

_NAME = Qt.ItemDataRole.UserRole + 1
_HEADING = Qt.ItemDataRole.UserRole + 2
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
    "left_out": "bỏ theo lựa chọn của bạn",
    "section": "tên mục không có nhiệm vụ nào bên dưới",
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
        self.list.setItemDelegate(QuietDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.asked.emit(item.data(_NAME)))
        self.choose = button(
            "Chọn cơ quan…", self._ask, icon="building-2", tip="Là cơ quan đã có, nhóm đã có hay nhóm mới"
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
                "Các tên dưới đây chưa có trong danh mục. Có thể chọn cơ quan tương ứng, tạo nhóm mới, hoặc để nguyên "
                "và xử lý sau: nhiệm vụ vẫn được nhập với đúng chữ trong văn bản.",
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
    """Every row of the table that did not become a task, with the reason and the ways to bring it back."""

    ruled = Signal(int, object)
    """Row of the table, and what a person says it is (Ruling)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName("Các dòng không phải nhiệm vụ")
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setItemDelegate(QuietDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.task = button("Đưa lại thành nhiệm vụ", lambda: self._rule(Ruling.TASK), icon="undo-2")
        self.join = button("Nối vào nhiệm vụ ngay trên", lambda: self._rule(Ruling.JOIN))
        self.section = button("Là tên lĩnh vực", lambda: self._rule(Ruling.SECTION))
        self.drop = button("Không thuộc kế hoạch", lambda: self._rule(Ruling.DROP))
        buttons = QWidget()
        row = Flow(buttons)
        for each in (self.task, self.join, self.section, self.drop):
            row.addWidget(each)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(
            Text(
                "Các dòng dưới đây của bảng không được nhập thành nhiệm vụ. Nếu có dòng bị hiểu nhầm, "
                "hãy chọn dòng đó và đưa lại.",
                kind="muted",
                wrap=True,
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.list.currentRowChanged.connect(lambda _row: self._enable())

    def fill(
        self, dropped: Sequence[tuple[int, str, str]], sections: Sequence[tuple[int, str, bool]] = ()
    ) -> None:
        """Show (grid row, reason, text) of each, and the rows that were read as headings of sections."""
        current = self.list.currentRow()
        self.list.clear()
        rows = [
            (row, f"{_REASONS.get(reason, 'không phải nhiệm vụ')}", text, False)
            for row, reason, text in dropped
        ]
        headings = [
            (row, "tên lĩnh vực, chưa chắc chắn" if unsure else "tên lĩnh vực", text, True)
            for row, text, unsure in sections
        ]
        for row, reason, text, heading in sorted((*rows, *headings), key=lambda each: each[0]):
            place = f"Dòng {row + 1}" if row >= 0 else "Trước bảng"
            item = QListWidgetItem(f"{place} · {reason}: {' '.join(text.split())}")
            item.setData(_NAME, row)
            item.setData(_HEADING, heading)
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(current, 0), self.list.count() - 1))
        self._enable()

    def _enable(self) -> None:
        items = self.list.selectedItems()
        heading = bool(items) and bool(items[0].data(_HEADING))
        for each in (self.task, self.join):
            each.setEnabled(bool(items))
        self.section.setEnabled(bool(items) and not heading)
        self.drop.setEnabled(heading)

    def _rule(self, ruling: Ruling) -> None:
        for item in self.list.selectedItems():
            self.ruled.emit(int(item.data(_NAME)), ruling)
