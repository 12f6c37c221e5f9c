"""A combo box that filters: shows "Cơ quan: Tất cả", and beside each choice how many rows it would leave."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui import theme
from ui.widgets.fields import Combo

_VALUE = int(Qt.ItemDataRole.UserRole)
_WORDS = _VALUE + 1
_ARROW = 46
"""Pixels of the arrow and the margins."""


class FilterCombo(Combo):
    """One axis of the filter; the first choice narrows nothing."""

    chosen = Signal(object)
    """Value of the choice the officer made."""

    def __init__(
        self, name: str, count: Callable[[list[object]], list[int]], parent: QWidget | None = None
    ) -> None:
        """Take the name, and the function that counts what each of several values would leave."""
        self._name = name
        self._first = ""
        super().__init__(f"Lọc theo {name.lower()}", parent)
        self._count = count
        self.setMaxVisibleItems(18)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row, _VALUE)))
        self.currentIndexChanged.connect(lambda _row: self._describe())

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer (value, words); the chosen value stays if it is still offered."""
        value = self.value()
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        for each, words in choices:
            self.addItem(words, each)
            row = self.count() - 1
            self.setItemData(row, words, _WORDS)
            self.setItemData(row, words, int(Qt.ItemDataRole.ToolTipRole))
        self.blockSignals(blocked)
        self._first = choices[0][1] if choices else ""
        self.updateGeometry()
        self.set_value(value)

    def value(self) -> object:
        """Return the chosen value; None when nothing is offered."""
        return self.currentData(_VALUE)

    def set_value(self, value: object) -> None:
        """Choose a value from outside; a value that is not offered is added, so that the filter is never invisible."""
        rows = [row for row in range(self.count()) if self.itemData(row, _VALUE) == value]
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        if not rows and value not in (None, "") and self.count():
            self.addItem(str(value), value)
            self.setItemData(self.count() - 1, str(value), _WORDS)
            rows = [self.count() - 1]
        self.setCurrentIndex(rows[0] if rows else 0)
        self.blockSignals(blocked)
        self._describe()
        self.update()

    def words(self) -> str:
        """Return the words of the chosen value."""
        return str(self.currentData(_WORDS) or "")

    def sizeHint(self) -> QSize:
        """Be as wide as the first choice needs: a choice made must not move its neighbours."""
        width = self.fontMetrics().horizontalAdvance(f"{self._name}: {self._first}") + _ARROW
        return QSize(width, theme.control_height())

    def minimumSizeHint(self) -> QSize:
        """Return a width for the name alone: the choice is elided, the tooltip has it in full."""
        width = self.fontMetrics().horizontalAdvance(f"{self._name}: …") + _ARROW
        return QSize(width, theme.control_height())

    def showPopup(self) -> None:
        """Open the list with fresh counts, wide enough for the longest choice."""
        values = [self.itemData(row, _VALUE) for row in range(self.count())]
        for row, count in enumerate(self._count(values)):
            self.setItemText(row, f"{self.itemData(row, _WORDS)}  ({count})")
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + 40, 520))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name and choice together; marked when it narrows."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        text = f"{self._name}: {self.words()}"
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _describe(self) -> None:
        self.setAccessibleName(f"Lọc theo {self._name.lower()}: {self.words()}")
        self.setToolTip(f"{self._name}: {self.words()}")
