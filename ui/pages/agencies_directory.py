"""Tab Danh mục: the tree with its search on the left, one body or group on the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from ui import icons, theme
from ui.models.agency_tree import AgencyTree, Body, branches
from ui.pages.agencies_body import BodyView
from ui.pages.agencies_facts import Facts
from ui.widgets.search_field import SearchField
from ui.widgets.side_by_side import SideBySide, TallRows
from ui.widgets.text import Text

_Index = QModelIndex | QPersistentModelIndex
_FEW = 60
"""Hits that are all shown at once, with every branch open."""


class _Tree(QTreeView):
    """The tree; letters belong to the input method, not to a search of its own."""

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing."""

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw the ground of a selected row, and an arrow that tells whether a branch is open."""
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.colour("selection"))
        if self.model().hasChildren(index):
            side = icons.scaled(16)
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            ratio = painter.device().devicePixelRatioF()
            picture = icons.pixmap(name, theme.colour("muted"), side, ratio)
            painter.drawPixmap(rect.right() - side, rect.center().y() - side // 2, picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open and close a branch."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().keyPressEvent(event)


class DirectoryView(QWidget):
    """Everything the directory holds."""

    picked = Signal(str)
    """Key of the body or group that is shown now."""

    def __init__(self, body: BodyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self._facts: Facts | None = None
        self.key = ""
        """Key of what is shown on the right; empty while nothing is."""
        self.search = SearchField("Tìm tên, tên viết tắt… (gõ không dấu cũng được)")
        self.search.setAccessibleName("Tìm cơ quan, đơn vị, nhóm")
        self.rows = AgencyTree(self)
        self.tree = _Tree()
        self.tree.setModel(self.rows)
        self.tree.setAccessibleName("Danh mục cơ quan, đơn vị và nhóm")
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(TallRows(self.tree))
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.none = Text(
            "Không có tên nào khớp. Hãy gõ ít chữ hơn, hoặc bấm Thêm cơ quan nếu danh mục còn thiếu.",
            kind="muted",
            wrap=True,
        )
        self.none.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        theme.spaced(column, gap=2 * theme.GRID)
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.tree, 1)
        self.split = SideBySide(left, body, (6, 7))
        outer = QVBoxLayout(self)
        theme.spaced(outer)
        outer.addWidget(self.split)
        self.search.searched.connect(lambda _text: self._fill())
        self.search.left_down.connect(self._to_tree)
        self.tree.selectionModel().currentChanged.connect(self._on_current)

    def show_facts(self, facts: Facts) -> None:
        """Show what is stored; what was open and shown stays so."""
        self._facts = facts
        self._fill()

    def show_body(self, key: str) -> None:
        """Show a body or group, with the search emptied when it hides it."""
        if not self.rows.index_of(key).isValid() and self.search.text():
            self.search.set_search("")
            self._fill()
        index = self.rows.index_of(key)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _fill(self) -> None:
        if self._facts is None:
            return
        typed = self.search.text().strip()
        opened = {
            branch.title
            for place, branch in enumerate(self.rows.branches)
            if self.tree.isExpanded(self.rows.index(place, 0))
        }
        top = self.tree.verticalScrollBar().value()
        shown = branches(self._facts.bodies(), self._facts.today, typed)
        self.rows.fill(shown, self._facts.named, self._facts.own)
        hits = sum(len(branch.bodies) for branch in shown)
        for place, branch in enumerate(shown):
            few = bool(typed) and hits <= _FEW
            self.tree.setExpanded(self.rows.index(place, 0), few or branch.title in opened)
        self.search.show_count(hits if typed else None)
        self.none.setVisible(not hits)
        index = self.rows.index_of(self.key)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        elif typed and hits == 1:
            self.tree.setCurrentIndex(self.rows.index_of(next(b for each in shown for b in each.bodies).key))
        self.tree.verticalScrollBar().setValue(top)
        self._show_body()

    def _show_body(self) -> None:
        if self._facts is not None:
            self.body.show_body(self._facts.body(self.key), self._facts)

    def _on_current(self, index: _Index) -> None:
        body: Body | None = self.rows.body_at(index)
        if body is not None and body.key != self.key:
            self.key = body.key
            self._show_body()
            self.picked.emit(body.key)

    def _to_tree(self) -> None:
        self.tree.setFocus()
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.rows.index(0, 0))
