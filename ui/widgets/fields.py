"""Input fields of the house: combo boxes that ignore a passing wheel, dates typed as people type them."""

import re
from datetime import date

from PySide6.QtCore import QSize, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QSpinBox, QTimeEdit, QWidget

from cchc_desktop.text import squash
from ui import theme

_PARTED = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{2}|\d{4}))?")
_LEAST_LETTERS = 24
_ARROW = 40
"""Pixels of a combo box beside its words."""
_CLOSED = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?")


def written(day: date | None) -> str:
    """Write a date the one way the program writes dates; empty for none.

    >>> written(date(2026, 3, 5))
    '05/03/2026'
    """
    return f"{day:%d/%m/%Y}" if day is not None else ""


def typed_date(text: str, year: int) -> date | None:
    """Read a date typed as 5/3, 05032026, 5.3.26 or 05/03/2026; None for an empty text.

    ``year`` completes a day and month. Raises ValueError with a Vietnamese sentence when it is no date.

    >>> typed_date("5/3", 2026)
    datetime.date(2026, 3, 5)
    >>> typed_date("5.3.26", 2023)
    datetime.date(2026, 3, 5)
    """
    plain = squash(text)
    if not plain:
        return None
    found = _PARTED.fullmatch(plain) or _CLOSED.fullmatch(plain)
    if found is None:
        raise ValueError(f"“{plain}” chưa phải là ngày. Hãy nhập như 5/3, 05032026 hoặc 05/03/2026.")
    day, month, named = found.groups()
    full_year = year if named is None else int(named) + (2000 if len(named) == 2 else 0)
    try:
        made = date(full_year, int(month), int(day))
    except ValueError as error:
        raise ValueError(f"Không có ngày {plain} trong lịch. Hãy kiểm tra lại ngày và tháng.") from error
    if not 2000 <= made.year <= 2100:
        raise ValueError(f"Năm {made.year} nằm ngoài khoảng 2000–2100. Hãy kiểm tra lại năm.")
    return made


class Combo(QComboBox):
    """A combo box tall enough to hit, that changes only when it is meant to."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes over must not change a value."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return the usual width with the height of a control."""
        return super().sizeHint().expandedTo(QSize(0, theme.control_height()))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the longest choice may be cut, with the height of a control."""
        usual = super().minimumSizeHint()
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth() + _ARROW
        return QSize(min(usual.width(), least), max(usual.height(), theme.control_height()))


def _indent(box: QAbstractSpinBox) -> None:
    """Keep the words of a spin box off its frame: the style sheet's padding does not reach them."""
    line = box.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(6, 0, 0, 0)


class Number(QSpinBox):
    """A spin box with the height of a control, that changes only when it is meant to."""

    def __init__(self, name: str, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(low, high)
        _indent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel that passes over must not change a value."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return the usual width with the height of a control."""
        return super().sizeHint().expandedTo(QSize(0, theme.control_height()))


class Hour(QTimeEdit):
    """A time of day, to the minute, with the height of a control."""

    def __init__(self, name: str, hour: int = 8, minute: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(QTime(hour, minute), parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setMinimumHeight(theme.control_height())
        _indent(self)
