"""Tab Tên chưa xác định: names in tasks that the directory does not know, and what each of them may mean."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import Agency
from cchc_desktop.services.agencies import UnknownName
from cchc_desktop.text import fold
from cchc_desktop.words import LEVEL_WORDS
from ui import theme
from ui.models.agency_tree import Body
from ui.pages.agencies_facts import Facts, task_line
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.search_field import SearchField
from ui.widgets.side_by_side import SideBySide, TallRows
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_DATA = int(Qt.ItemDataRole.UserRole)
_MOST = 300
NOTHING = "Mọi tên cơ quan trong các nhiệm vụ đã lưu đều có trong danh mục."
_CHOOSE = "Chọn một tên ở danh sách bên trái để xem nơi dùng và các tên giống trong danh mục."
_SUGGESTED = "Các tên giống trong danh mục (giống nhiều chưa chắc đã đúng; hãy tự chọn):"
_FOUND = "Các tên tìm thấy trong danh mục:"
_NO_SUGGESTION = "Danh mục không có tên nào giống. Hãy gõ để tìm, hoặc thêm cơ quan, thêm nhóm."
_NO_HIT = "Không có tên nào khớp. Hãy gõ ít chữ hơn."


def quiet_list(name: str) -> QListWidget:
    """Make a list whose lines wrap."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setItemDelegate(TallRows(made))
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setResizeMode(QListWidget.ResizeMode.Adjust)
    return made


class UnknownView(QWidget):
    """The names on the left; on the right where one is used and what it may mean."""

    meant = Signal(str, str)
    """Text as written, and the key of the body or group it means."""
    group_asked = Signal(str)
    agency_asked = Signal(str)
    left = Signal(str, bool)
    """Text as written, and whether it stays as it is."""
    tasks_asked = Signal(object)
    """Ids of tasks."""

    def __init__(self, app: "App", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._facts: Facts | None = None
        self.is_writable = True
        self.names = quiet_list("Tên chưa có trong danh mục")
        self.title = Text(scale=1.3, bold=True, wrap=True, selectable=True)
        self.where = Text(kind="muted", wrap=True)
        self.tasks = quiet_list("Nhiệm vụ dùng tên này")
        self.search = SearchField("Tìm cơ quan, nhóm khác (gõ không dấu cũng được)")
        self.search.setAccessibleName("Tìm cơ quan hoặc nhóm trong danh mục")
        self.offer = Text(_SUGGESTED, wrap=True)
        self.bodies = quiet_list("Cơ quan, nhóm mà tên này có thể là")
        self.take_button = button("Là tên gọi khác của mục đã chọn", self._take, kind="primary")
        self.group_button = button("Là nhóm mới…", lambda: self.group_asked.emit(self.text()))
        self.agency_button = button("Thêm cơ quan…", lambda: self.agency_asked.emit(self.text()), icon="plus")
        self.leave_button = button("Để nguyên", self._leave)
        self._lay_out()
        self.names.currentRowChanged.connect(lambda _row: self._show_name())
        self.bodies.itemSelectionChanged.connect(self._enable)
        self.bodies.itemActivated.connect(lambda _item: self._take())
        self.tasks.itemActivated.connect(lambda item: self.tasks_asked.emit([item.data(_DATA)]))
        self.search.searched.connect(lambda _text: self._show_bodies())
        self.search.left_down.connect(self._to_bodies)

    def _lay_out(self) -> None:
        card = Card()
        for widget in (self.title, self.where):
            card.body.addWidget(widget)
        card.body.addWidget(self.tasks, 1)
        card.body.addWidget(self.search)
        card.body.addWidget(self.offer)
        card.body.addWidget(self.bodies, 2)
        row = QWidget()
        buttons = Flow(row)
        for each in (self.take_button, self.group_button, self.agency_button, self.leave_button):
            buttons.addWidget(each)
        card.body.addWidget(row)
        self.right = QStackedWidget()
        self.right.addWidget(EmptyState(_CHOOSE, icon="building-2"))
        self.right.addWidget(card)
        self.split = SideBySide(self.names, self.right, (5, 8))
        self.empty = EmptyState(NOTHING, icon="circle-check")
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.split, 1)
        column.addWidget(self.empty, 1)

    def show_facts(self, facts: Facts) -> None:
        """Show what is stored; the name that was chosen stays so while it is there."""
        chosen, row = self.text(), self.names.currentRow()
        self._facts = facts
        self.names.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.names.clear()
        for name in facts.unknown:
            self.names.addItem(_name_item(name))
        texts = [name.text for name in facts.unknown]
        if chosen in texts:
            self.names.setCurrentRow(texts.index(chosen))
        elif chosen:  # settled: the next one takes its place
            self.names.setCurrentRow(min(row, len(texts) - 1))
        self.names.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.split.setVisible(bool(texts))
        self.empty.setVisible(not texts)
        self._show_name()

    def chosen(self) -> UnknownName | None:
        """Return the name of the current row."""
        row = self.names.currentRow()
        if row < 0:
            return None
        name: UnknownName = self.names.item(row).data(_DATA)
        return name

    def text(self) -> str:
        """Return the chosen name as written; empty while none is."""
        chosen = self.chosen()
        return chosen.text if chosen is not None else ""

    def body(self) -> Body | None:
        """Return the body or group that is picked for the name; nothing is picked beforehand."""
        items = self.bodies.selectedItems()
        return items[0].data(_DATA) if items else None

    def _show_name(self) -> None:
        chosen, facts = self.chosen(), self._facts
        self.right.setCurrentIndex(0 if chosen is None else 1)
        if chosen is None or facts is None:
            return
        self.title.setText(f"“{chosen.text}”")
        count = len(chosen.task_ids)
        left = " Bạn đã chọn để nguyên tên này." if chosen.left else ""
        self.where.setText(f"Có trong {count} nhiệm vụ; Enter hoặc bấm đúp để mở.{left}")
        self.leave_button.setText("Xét lại" if chosen.left else "Để nguyên")
        self.leave_button.setAccessibleName(self.leave_button.text())
        self.leave_button.setToolTip(
            "" if chosen.left else "Không nhắc tên này nữa; chữ trong kế hoạch không đổi"
        )
        self.tasks.clear()
        for task_id in chosen.task_ids:
            if task_id in facts.tasks:
                item = QListWidgetItem(task_line(facts.tasks[task_id]))
                item.setData(_DATA, task_id)
                item.setToolTip(item.text())
                self.tasks.addItem(item)
        self.search.set_search("")
        self._show_bodies()

    def _show_bodies(self) -> None:
        """Fill the list: what looks like the name while nothing is typed, with its likeness in percent."""
        chosen, facts = self.chosen(), self._facts
        self.bodies.clear()
        if chosen is None or facts is None:
            return
        typed = self.search.text().strip()
        offered: Iterable[tuple[Body | None, str]]
        if fold(typed):
            offered = ((body, "") for body in self._app.agencies.search(typed)[:_MOST])
        else:
            offered = ((facts.body_named(name), f"giống {share:.0%}") for name, share in chosen.suggestions)
        for body, share in offered:
            if body is not None:
                item = QListWidgetItem("  ·  ".join(part for part in (body.name, _kind(body), share) if part))
                item.setData(_DATA, body)
                item.setToolTip(item.text())
                self.bodies.addItem(item)
        self.bodies.setCurrentRow(-1)
        none = _NO_HIT if typed else _NO_SUGGESTION
        self.offer.setText((_FOUND if typed else _SUGGESTED) if self.bodies.count() else none)
        self.search.show_count(self.bodies.count() if typed else None)
        self._enable()

    def _enable(self) -> None:
        self.take_button.setEnabled(self.is_writable and self.body() is not None)
        for each in (self.group_button, self.agency_button, self.leave_button):
            each.setEnabled(self.is_writable)

    def _take(self) -> None:
        body = self.body()
        if body is not None and self.is_writable:
            self.meant.emit(self.text(), body.key)

    def _leave(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.left.emit(chosen.text, not chosen.left)

    def _to_bodies(self) -> None:
        self.bodies.setFocus()
        self.bodies.setCurrentRow(max(self.bodies.currentRow(), 0))


def _name_item(name: UnknownName) -> QListWidgetItem:
    parts = (name.text, f"{len(name.task_ids)} nhiệm vụ", "để nguyên" if name.left else "")
    item = QListWidgetItem("  ·  ".join(part for part in parts if part))
    item.setData(_DATA, name)
    item.setToolTip(item.text())
    if name.left:
        item.setForeground(theme.colour("muted"))
    return item


def _kind(body: Body) -> str:
    return LEVEL_WORDS[body.level] if isinstance(body, Agency) else "nhóm cơ quan"
