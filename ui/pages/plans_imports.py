"""Văn bản và kế hoạch – what the imports did: the last one in words, rows to check, and all of them as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cchc_desktop.services.plan_records import ImportRecord, RowToCheck
from ui import theme
from ui.models.plan_table import PlanLine
from ui.models.plan_words import check_sentence, counts, import_line, last_sentence, moment
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

_KEY = int(Qt.ItemDataRole.UserRole)
_MOST_LINES = 12
"""Lines of text a list shows before it scrolls."""
_LONGEST = 120
"""Letters of a task's content in a list."""


class ShortList(QListWidget):
    """A list as high as its rows, up to a limit; Enter and double-click open a row."""

    opened = Signal(object)
    """What was put beside the text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(QuietDelegate(self))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_KEY)))

    def fill(self, rows: Sequence[tuple[str, object]]) -> None:
        """Show other rows; the place in the list stays."""
        place = self.currentRow()
        self.clear()
        for text, key in rows:
            item = QListWidgetItem(text)
            item.setData(_KEY, key)
            item.setToolTip(text)
            self.addItem(item)
        if rows:
            self.setCurrentRow(min(max(place, 0), len(rows) - 1))
        self.setVisible(bool(rows))
        self._fit()

    def picked(self) -> object:
        """Return what was put beside the current row; None without one."""
        return self.currentItem().data(_KEY) if self.currentRow() >= 0 else None

    def sizeHint(self) -> QSize:
        """Ask for the width that is there."""
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.picked())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters belong to the input method."""

    def _fit(self) -> None:
        self.doItemsLayout()
        frame = 2 * self.frameWidth()
        needed = sum(self.sizeHintForRow(row) for row in range(self.count())) + frame
        height = min(needed, _MOST_LINES * theme.line_height() + frame)
        if height != self.height():
            self.setFixedHeight(max(height, theme.control_height()))


class ImportsCard(Card):
    """The last import, what is to be checked, all imports."""

    tasks_wanted = Signal(object)
    """Ids of tasks to show."""
    task_wanted = Signal(int)
    changes_wanted = Signal(str)
    """Batch of an import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Lần nhập gần nhất", parent)
        self._line: PlanLine | None = None
        self.words = Text(wrap=True)
        self.changed_button = button("Xem các nhiệm vụ đã thay đổi", self._show_changed, icon="list-checks")
        self.check_title = Text("Cần kiểm tra", bold=True)
        self.check_words = Text(wrap=True)
        self.check_list = ShortList("Nhiệm vụ cần kiểm tra")
        self.check_button = button("Xem các nhiệm vụ cần kiểm tra", self._show_to_check, icon="flag")
        self.list_title = Text("Các lần nhập và điều chỉnh", bold=True)
        self.list = ShortList("Các lần nhập và điều chỉnh, mới nhất trước")
        self.list_button = button("Xem thay đổi của lần đang chọn…", self._show_changes, icon="eye")
        for widget in (self.words, self.changed_button, self.check_title, self.check_words, self.check_list):
            self.body.addWidget(widget)
        self.body.addWidget(self.check_button)
        for widget in (self.list_title, self.list, self.list_button):
            self.body.addWidget(widget)
        for made in (self.changed_button, self.check_button, self.list_button):
            self.body.setAlignment(made, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.check_list.opened.connect(lambda key: self.task_wanted.emit(int(key)))
        self.list.opened.connect(lambda key: self.changes_wanted.emit(str(key)))

    def show_line(self, line: PlanLine) -> None:
        """Show what was done to a plan, or by a document that changed it."""
        self._line = line
        if line.amendment is not None:
            self._show_amendment(line.amendment.made)
        else:
            self._show_plan(line)

    def _show_plan(self, line: PlanLine) -> None:
        record = line.record
        self.title.setText("Lần nhập gần nhất")
        self.words.setText(last_sentence(record))
        self.changed_button.hide()
        self.check_title.show()
        self.check_words.show()
        self.check_words.setText(check_sentence(record))
        self.check_list.fill([(_check_line(row), row.task_id) for row in record.to_check])
        self.check_button.setVisible(bool(record.to_check))
        self._show_imports(record.imports)

    def _show_amendment(self, made: ImportRecord | None) -> None:
        self.title.setText("Văn bản này đã thay đổi")
        for widget in (self.check_title, self.check_words, self.check_list, self.check_button):
            widget.hide()
        if made is None:
            self.words.setText("Không còn lịch sử của lần nhập này.")
        else:
            said = f"Nhập lúc {moment(made.at)}, người nhập {made.actor}: {counts(made)}."
            self.words.setText(f"{said} Các nhiệm vụ khác của kế hoạch được giữ nguyên.")
        self.changed_button.setVisible(made is not None and bool(made.changes))
        self._show_imports((made,) if made is not None else ())

    def _show_imports(self, imports: Sequence[ImportRecord]) -> None:
        self.list.fill([(import_line(made), made.batch) for made in imports])
        self.list_title.setVisible(bool(imports))
        self.list_button.setVisible(bool(imports))

    def _show_changed(self) -> None:
        made = self._line.amendment.made if self._line is not None and self._line.amendment else None
        if made is not None:
            self.tasks_wanted.emit([change.task_id for change in made.changes])

    def _show_to_check(self) -> None:
        if self._line is not None:
            self.tasks_wanted.emit([row.task_id for row in self._line.record.to_check])

    def _show_changes(self) -> None:
        batch = self.list.picked()
        if batch is not None:
            self.changes_wanted.emit(str(batch))


def _check_line(row: RowToCheck) -> str:
    content = row.content if len(row.content) <= _LONGEST else f"{row.content[:_LONGEST].rstrip()}…"
    return f"{row.place} {content}".strip() + "".join(f"\n– {message}" for message in row.messages)
