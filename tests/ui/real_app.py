"""A real program behind the pages: a data folder on disk, the sample plan read and stored once, a clock that stands."""

import shutil
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from ui import theme
from ui.preferences import Preferences, TextSize

TODAY = date(2023, 3, 29)
"""A Wednesday: two tasks of the sample overdue, three due on Friday."""


def make_sample(folder: Path) -> Path:
    """Store the sample plan in a folder; return the data file."""
    app = open_app(folder, SetClock(at(date(2023, 1, 11))), actor="Lê Thị Hoa")
    app.imports.sample()
    app.close()
    return folder / "cchc.db"


NINE = at(TODAY, 9)


def open_sample(folder: Path, database: Path, moment: datetime = NINE) -> App:
    """Open a copy of the sample data at a moment."""
    folder.mkdir(exist_ok=True)
    shutil.copy(database, folder / "cchc.db")
    return open_app(folder, SetClock(moment), actor="Lê Thị Hoa")


def preferences(size: TextSize = TextSize.MEDIUM) -> Preferences:
    """Return preferences of the session with a text size, in force."""
    made = Preferences(None)
    made.put("display/text_size", size.value)
    made.put("display/scheme", "light")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, made)
    return made


def unnamed(widget: QWidget) -> list[str]:
    """Return the widgets inside that take the keyboard and have no name for screen readers."""
    found = []
    for child in widget.findChildren(QWidget):
        takes = child.focusPolicy().value & 1 and child.isVisibleTo(widget) and child.isEnabled()
        inner = child.objectName().startswith("qt_") or isinstance(child.parentWidget(), QComboBox)
        own = type(child).__name__ in {"QScrollArea", "QStackedWidget"} or inner
        if takes and not own and not child.accessibleName() and child.focusProxy() is None:
            found.append(type(child).__name__)
    return found


def clipped(widget: QWidget) -> list[str]:
    """Return the texts inside that have less room than they need."""
    QApplication.processEvents()  # layouts settle
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisibleTo(widget) and label.text():
            need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            narrow = not label.wordWrap() and label.width() < label.sizeHint().width() - 1
            if narrow or label.height() < need - 1:
                found.append(label.text())
    buttons = [
        made for made in widget.findChildren(QAbstractButton) if made.isVisibleTo(widget) and made.text()
    ]
    return found + [made.text() for made in buttons if made.width() < made.minimumSizeHint().width() - 1]
