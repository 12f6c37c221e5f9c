"""Asking what a name in an agency cell means: a known body, a known group, a new group, or nothing yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agency_records import Agency, AgencyGroup
from cchc_desktop.domain.lessons import LessonKind, group_key
from cchc_desktop.text import fold, squash
from cchc_desktop.words import LEVEL_WORDS
from ui import theme
from ui.models.draft_review import NameChoice
from ui.widgets.buttons import button
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_BODY = Qt.ItemDataRole.UserRole + 1
_MOST = 300


class NameDialog(QDialog):
    """Nothing is ticked beforehand: likeness only orders the list."""

    def __init__(
        self,
        app: "App",
        name: str,
        rows: int,
        then: Callable[[NameChoice], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._name, self._then = app, name, then
        self.setWindowTitle("Tên cơ quan chưa rõ")
        self.setAccessibleName(self.windowTitle())
        self.setModal(True)
        self.known = QRadioButton("Là tên gọi khác của cơ quan hoặc nhóm đã có trong danh mục:")
        self.new = QRadioButton("Là một nhóm cơ quan mới, có tên:")
        self.line = QLineEdit()
        self.line.setAccessibleName("Tìm cơ quan hoặc nhóm")
        self.line.setPlaceholderText("Gõ tên, không dấu cũng được")
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Cơ quan và nhóm trong danh mục")
        self.list.setItemDelegate(QuietDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = Text(
            "Không có tên nào khớp. Hãy gõ ít chữ hơn, hoặc tạo nhóm mới ở dưới.", kind="muted", wrap=True
        )
        self.line.installEventFilter(self)
        self.group_name = QLineEdit(name)
        self.group_name.setAccessibleName("Tên nhóm mới")
        self.take = button("Dùng cho mọi dòng", self._take, kind="primary")
        self._lay_out(rows)
        self.line.textEdited.connect(self._on_typed)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.known.toggled.connect(self._enable)
        self.new.toggled.connect(self._enable)
        self.group_name.textEdited.connect(self._on_group_typed)
        self._search()
        self._enable()
        self.line.setFocus()

    def _lay_out(self, rows: int) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addStretch(1)
        buttons.addWidget(button("Để nguyên", self.reject))
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=2 * theme.GAP, gap=2 * theme.GRID)
        column.addWidget(
            Text(f"Trong văn bản ghi “{self._name}” ({rows} dòng). Tên này là gì?", wrap=True, bold=True)
        )
        for radio in (self.known, self.new):
            radio.setAccessibleName(radio.text())
        for widget in (self.known, self.line, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        for widget in (self.new, self.group_name):
            column.addWidget(widget)
        column.addWidget(
            Text(
                "Lựa chọn này được nhớ cho các lần nhập sau; xem lại và bỏ trong Thiết đặt, phần Đã học.",
                kind="muted",
                wrap=True,
            )
        )
        column.addLayout(buttons)
        self.resize(36 * theme.line_height(), 30 * theme.line_height())

    def _search(self) -> None:
        """Fill the list: what looks like the name first while nothing is typed."""
        typed = self.line.text().strip()
        self.list.clear()
        directory = self._app.agencies.directory()
        if typed:
            bodies = list(self._app.agencies.search(typed))[:_MOST]
        else:
            known: tuple[Agency | AgencyGroup, ...] = (*directory.agencies, *directory.groups)
            found = {body.name: body for body in known}
            bodies = [found[name] for name, _ in directory.suggest(self._name, 8) if name in found]
        for body in bodies:
            item = QListWidgetItem(_words(body))
            item.setData(_BODY, body)
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self.nothing.setVisible(not bodies)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the line down into the list with the arrow key; Enter there takes the name."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.list.count()
        ):
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self._search()
        self._enable()

    def _on_group_typed(self) -> None:
        self.new.setChecked(True)
        self._enable()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.known.setChecked(True)
        self._enable()

    def _enable(self) -> None:
        picked = self.known.isChecked() and bool(self.list.selectedItems())
        named = self.new.isChecked() and bool(fold(self.group_name.text()))
        self.take.setEnabled(picked or named)

    def answer(self) -> NameChoice | None:
        """Return what was chosen; None as long as nothing is."""
        if self.new.isChecked():
            name = squash(self.group_name.text())
            return NameChoice(self._name, LessonKind.GROUP, group_key(name), name) if fold(name) else None
        items = self.list.selectedItems()
        if not items:
            return None
        body: Agency | AgencyGroup = items[0].data(_BODY)
        return NameChoice(self._name, LessonKind.AGENCY, body.key, body.name)

    def _take(self) -> None:
        answer = self.answer()
        if answer is not None:
            self.accept()
            self._then(answer)


def _words(body: Agency | AgencyGroup) -> str:
    return f"{body.name}  ·  {LEVEL_WORDS[body.level] if isinstance(body, Agency) else 'nhóm cơ quan'}"
