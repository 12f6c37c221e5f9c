"""Văn bản và kế hoạch – the table: as many columns as there is room for, opened and deleted by keyboard."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.models.plan_table import COLUMNS, TITLES, PlanTableModel
from ui.widgets.plain_table import QuietTable

_SHARING = frozenset({"document", "issuer", "tasks", "file", "actor"})
"""Columns that share the room and wrap; the others are as wide as their texts."""
_PADDING = 24
"""Pixels of a cell beside its text."""
_GIVING_WAY = ("actor", "file", "imported", "issuer")
"""Columns that are left out in narrow windows, first to last."""


class PlanTable(QuietTable):
    """Rows of documents: Enter opens the tasks, Del deletes the plan."""

    opened = Signal()
    remove_wanted = Signal()
    menu_wanted = Signal(QPoint)
    height_changed = Signal()
    """The rows need more or less room than before."""

    def __init__(self, model: PlanTableModel, parent: QWidget | None = None) -> None:
        super().__init__("Danh sách văn bản và kế hoạch", parent)
        self.setModel(model)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self._needed = 0
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._fit)
        self.verticalHeader().sectionResized.connect(lambda *_: self._settle.start())
        header = self.horizontalHeader()
        header.geometriesChanged.connect(self._settle.start)
        mode = QHeaderView.ResizeMode
        for place, key in enumerate(COLUMNS):
            header.setSectionResizeMode(place, mode.Stretch if key in _SHARING else mode.ResizeToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_settle"):
            self.fit()

    def fit(self) -> None:
        """Work out columns and height anew, once sections and rows have their sizes."""
        self._needed = 0
        self._settle.start()

    def _fit(self) -> None:
        """Show the columns that there is room for; what is left out stands in the details."""
        hidden: list[str] = []
        while not self._has_room(hidden) and len(hidden) < len(_GIVING_WAY):
            hidden.append(_GIVING_WAY[len(hidden)])
        for place, key in enumerate(COLUMNS):
            if self.isColumnHidden(place) != (key in hidden):
                self.setColumnHidden(place, key in hidden)
        needed = self.needed_height()
        if needed > self._needed:  # only ever more: a scroll bar that comes and goes must not swing it
            self._needed = needed
            self.height_changed.emit()

    def _has_room(self, hidden: Collection[str]) -> bool:
        widths = {key: self._width(place, key) for place, key in enumerate(COLUMNS) if key not in hidden}
        sharing = [width for key, width in widths.items() if key in _SHARING]
        fixed = sum(width for key, width in widths.items() if key not in _SHARING)
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        return fixed + len(sharing) * max(sharing) <= room

    def _width(self, place: int, key: str) -> int:
        """Return the width at which heading and, unless they wrap, texts are seen whole; hidden columns have one too."""
        model = self.model()
        heading = QFontMetrics(theme.scaled_font(1.0, bold=True)).horizontalAdvance(TITLES[key])
        texts = [] if key in _SHARING else [model.index(row, place).data() for row in range(model.rowCount())]
        return max([heading, *(self.fontMetrics().horizontalAdvance(text) for text in texts)]) + _PADDING

    def needed_height(self) -> int:
        """Return the height at which all rows are seen."""
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        header = self.horizontalHeader()
        heading = max(header.height(), header.sizeHint().height())
        return heading + rows + 2 * self.frameWidth() + 2 * theme.GRID

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the tasks of the plan, Del deletes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters belong to the input method."""
