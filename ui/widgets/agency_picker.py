"""Choosing an agency: type without accents, the list below the field narrows; nothing is completed inside the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.domain.agency_records import Agency
from cchc_desktop.words import LEVEL_WORDS
from ui import theme
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

PAUSE_MS = 200
"""Typing with UniKey passes through half-made words: the list waits for a pause."""
_AGENCY = Qt.ItemDataRole.UserRole + 1


class AgencyPicker(QWidget):
    """A line to type in and a list to choose from; a name that is not in the list stands as typed."""

    changed = Signal()

    def __init__(self, app: "App", name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._agency: Agency | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("Gõ tên cơ quan, không dấu cũng được")
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(f"{name}: danh sách để chọn")
        self.list.setMinimumHeight(4 * theme.line_height() + 2 * theme.GRID)
        self.list.setItemDelegate(QuietDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = Text(kind="muted", wrap=True)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=theme.GRID)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.line.textEdited.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.search()

    def agency(self) -> Agency | None:
        """Return the chosen body; None when the name was only typed."""
        return self._agency

    def text(self) -> str:
        """Return the name as it stands in the line."""
        return self.line.text().strip()

    def choose(self, key: str, name: str) -> None:
        """Show a body that was chosen before."""
        found = (agency for agency in self._app.agencies.directory().agencies if agency.key == key)
        self._agency = next(found, None) if key else None
        self.line.setText(self._agency.name if self._agency is not None else name)
        self.search()

    def search(self) -> None:
        """Fill the list with the bodies that match what is typed."""
        self._pause.stop()
        self.list.clear()
        today = self._app.clock.now().date()
        for body in self._app.agencies.search("" if self._agency is not None else self.text()):
            if not isinstance(body, Agency) or (body.valid_to is not None and body.valid_to < today):
                continue
            item = QListWidgetItem(f"{body.name}  ·  {LEVEL_WORDS[body.level]}")
            item.setData(_AGENCY, body)
            item.setToolTip(item.text())
            self.list.addItem(item)
            if body == self._agency:
                self.list.setCurrentItem(item)
        missing = self.list.count() == 0 and bool(self.text())
        self.none.setText(
            "Tên này chưa có trong danh mục; phần mềm sẽ dùng đúng như đã gõ." if missing else ""
        )
        self.none.setVisible(missing)

    def _on_typed(self) -> None:
        self._agency = None
        self._pause.start()
        self.changed.emit()

    def _take(self, item: QListWidgetItem) -> None:
        body: Agency = item.data(_AGENCY)
        self._agency = body
        self.line.setText(body.name)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the Down key go from the line into the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            if self._pause.isActive():
                self.search()
            self.list.setFocus()
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            return True
        return super().eventFilter(watched, event)
