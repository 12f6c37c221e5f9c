"""Several views of one page, chosen with a row of buttons above them; looks like the rest of the house."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import button


class TabbedPages(QWidget):
    """Buttons of which one is pressed, and the view that belongs to it; arrow keys go from button to button."""

    chosen = Signal(int)
    """Index of the view that is shown now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        self.group.idClicked.connect(self.show_page)
        self.pages = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * theme.GRID)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addLayout(self._row)
        column.addWidget(self.pages, 1)

    def add_page(self, page: QWidget, name: str) -> int:
        """Add a view; the first one is shown."""
        index = self.pages.addWidget(page)
        made = button(name)
        made.setCheckable(True)
        self.group.addButton(made, index)
        self._row.insertWidget(index, made)
        if index == 0:
            made.setChecked(True)
        return index

    def name_page(self, index: int, name: str) -> None:
        """Change what stands on a button."""
        self.group.button(index).setText(name)
        self.group.button(index).setAccessibleName(name)

    def offer_page(self, index: int, *, offered: bool, usable: bool = True) -> None:
        """Show or hide a button, or grey it out; the first view is shown when the present one goes."""
        self.group.button(index).setVisible(offered)
        self.group.button(index).setEnabled(usable)
        if index == self.current() and not (offered and usable):
            self.show_page(0)

    def current(self) -> int:
        """Return the index of the view shown."""
        return self.pages.currentIndex()

    def show_page(self, index: int) -> None:
        """Show a view."""
        self.group.button(index).setChecked(True)
        if index != self.pages.currentIndex():
            self.pages.setCurrentIndex(index)
            self.chosen.emit(index)
