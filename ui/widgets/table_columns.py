"""The columns of the task table: widths, order, hidden ones and the sort, remembered from one start to the next."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from ui import theme
from ui.models.task_words import COLUMNS, TITLES
from ui.preferences import Preferences

WIDTHS = {
    "number": 46,
    "content": 330,
    "lead": 138,
    "coordinating": 164,
    "deadline": 146,
    "due": 104,
    "status": 168,
}
"""First widths at the base text size; the content column takes what the others leave."""
_LEAST_CONTENT = 200
_GIVES_WAY = ("coordinating", "deadline", "lead")
"""Columns that step aside, in this order, when the table is too narrow: due date and state stay in sight."""
_BASE_POINTS = 10.0
_KEY = "tasks/columns"


class TableColumns(QObject):
    """Governs the header of the task table."""

    sort_wanted = Signal(str, bool)

    def __init__(self, view: QTableView, preferences: Preferences) -> None:
        super().__init__(view)
        self._view = view
        self._preferences = preferences
        self._header = view.horizontalHeader()
        self._fitting = False
        self._fitted = preferences.flag(f"{_KEY}_fitted", default=True)
        self._scale = self._wanted_scale()
        self._widths: dict[str, int] = {}
        self._sort = ("", False)
        self._hidden: set[str] = set()
        """Hidden by the officer; columns that only lack room are hidden in the view but not in here."""
        self._set_up()
        self._restore()
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionMoved.connect(lambda _logical, _old, _new: self.remember())
        self._header.sectionClicked.connect(self._on_clicked)
        self._header.customContextMenuRequested.connect(self._show_menu)

    def shown(self) -> tuple[str, ...]:
        """Return the visible columns in visual order."""
        order = sorted(range(len(COLUMNS)), key=self._header.visualIndex)
        return tuple(COLUMNS[place] for place in order if not self._view.isColumnHidden(place))

    def first_shown(self) -> int:
        """Return the logical index of the first visible column."""
        return COLUMNS.index(self.shown()[0])

    def set_height(self, height: int) -> None:
        """Set the height of the header row."""
        self._header.setFixedHeight(height)

    def fit(self) -> None:
        """Give the content column the width the others leave, unless the officer set it."""
        self._fitting = True
        aside = self._without_room() if self._fitted else frozenset()
        for place, column in enumerate(COLUMNS):
            hidden = column in self._hidden or column in aside
            if self._view.isColumnHidden(place) != hidden:
                self._view.setColumnHidden(place, hidden)
                if not hidden and self._view.columnWidth(place) == 0:
                    self._view.setColumnWidth(place, self._widths[column])
        if self._fitted:
            others = sum(self._widths[column] for column in self.shown() if column != "content")
            content = max(self._view.viewport().width() - others, self._least_content())
            self._view.setColumnWidth(COLUMNS.index("content"), content)
        self._fitting = False

    def _without_room(self) -> frozenset[str]:
        """Return the columns that must step aside so that the rest fits."""
        room = self._view.viewport().width() - self._least_content()
        shown = [column for column in COLUMNS if column != "content" and column not in self._hidden]
        aside: list[str] = []
        for column in _GIVES_WAY:
            if sum(self._widths[each] for each in shown if each not in aside) <= room:
                break
            aside.append(column)
        return frozenset(aside)

    def _least_content(self) -> int:
        return round(_LEAST_CONTENT * self._scale)

    def rescale(self) -> None:
        """Scale all widths with the text size."""
        wanted = self._wanted_scale()
        factor = wanted / self._scale
        self._scale = wanted
        self._fitting = True
        for place, column in enumerate(COLUMNS):
            self._widths[column] = round(self._widths[column] * factor)
            if not self._view.isColumnHidden(place):
                self._view.setColumnWidth(place, self._widths[column])
        self._fitting = False
        self.fit()

    def reset(self) -> None:
        """Return to the first widths, order and visibility (Khôi phục cột mặc định)."""
        self._fitting = True
        self._hidden.clear()
        for place, column in enumerate(COLUMNS):
            self._widths[column] = round(WIDTHS[column] * self._scale)
            self._view.setColumnHidden(place, False)  # noqa: FBT003 - Qt's signature
            self._header.moveSection(self._header.visualIndex(place), place)
            self._view.setColumnWidth(place, self._widths[column])
        self._fitting = False
        self._fitted = True
        self.fit()
        self.remember()

    def set_hidden(self, column: str, *, hidden: bool) -> None:
        """Hide or show a column; number and content stay. Showing one that lacks room brings a scroll bar instead."""
        if column in ("number", "content"):
            return
        if hidden:
            self._hidden.add(column)
        else:
            self._hidden.discard(column)
            if column in self._without_room():
                self._fitted = False
        self.fit()
        self.remember()

    def remember(self) -> None:
        """Store widths (at the base text size), order and hidden columns."""
        order = sorted(range(len(COLUMNS)), key=self._header.visualIndex)
        parts = []
        for column in (COLUMNS[place] for place in order):
            state = "hidden" if column in self._hidden else "shown"
            parts.append(f"{column}:{round(self._widths[column] / self._scale)}:{state}")
        self._preferences.put(_KEY, " ".join(parts))
        self._preferences.put(f"{_KEY}_fitted", self._fitted)

    def show_sort(self, column: str, *, descending: bool) -> None:
        """Show the arrow of the sort."""
        self._sort = (column, descending)
        self._header.setSortIndicatorShown(bool(column))
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(COLUMNS.index(column) if column else -1, order)

    def _set_up(self) -> None:
        header = self._header
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setAccessibleName("Tiêu đề cột")
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _restore(self) -> None:
        stored = dict(_stored_columns(self._preferences.text(_KEY)))
        for place, column in enumerate(COLUMNS):
            width, hidden = stored.get(column, (WIDTHS[column], False))
            self._widths[column] = round(width * self._scale)
            self._view.setColumnWidth(place, self._widths[column])
            if hidden and column not in ("number", "content"):
                self._hidden.add(column)
                self._view.setColumnHidden(place, True)  # noqa: FBT003 - Qt's signature
        for visual, column in enumerate(stored):
            if len(stored) == len(COLUMNS) and column != "number":
                self._header.moveSection(self._header.visualIndex(COLUMNS.index(column)), visual)

    def _on_resized(self, logical: int, old: int, new: int) -> None:
        if self._fitting or 0 in (old, new):
            return
        self._widths[COLUMNS[logical]] = new
        if COLUMNS[logical] == "content":
            self._fitted = False
        else:
            self.fit()
        self.remember()

    def _on_clicked(self, logical: int) -> None:
        """Sort ascending, then descending, then in plan order again."""
        column, descending = COLUMNS[logical], False
        if self._sort[0] == column:
            column, descending = ("", False) if self._sort[1] else (column, True)
        self.show_sort(column, descending=descending)
        self.sort_wanted.emit(column, descending)

    def menu(self) -> QMenu:
        """Return a menu of the columns, each to be shown or hidden."""
        menu = QMenu("Cột", self._view)
        for place, column in enumerate(COLUMNS):
            action = QAction(TITLES[column], menu, checkable=True)
            action.setChecked(not self._view.isColumnHidden(place))
            if self._view.isColumnHidden(place) and column not in self._hidden:
                action.setText(f"{TITLES[column]} (ẩn vì thiếu chỗ)")
            action.setEnabled(column not in ("number", "content"))
            action.toggled.connect(lambda shown, column=column: self.set_hidden(column, hidden=not shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Khôi phục cột mặc định", self.reset)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(place))

    @staticmethod
    def _wanted_scale() -> float:
        return theme.current().points / _BASE_POINTS


def _stored_columns(text: str) -> list[tuple[str, tuple[int, bool]]]:
    """Read "number:46:shown …"; anything that does not look like that is left out."""
    found = []
    for part in text.split():
        pieces = part.split(":")
        if len(pieces) == 3 and pieces[0] in COLUMNS and pieces[1].isdigit():
            found.append((pieces[0], (max(40, int(pieces[1])), pieces[2] == "hidden")))
    return found
