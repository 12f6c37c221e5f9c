"""The main window's fixed parts: sidebar, banners, the stack of pages, status line, toast, menus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.banner import Banner
from ui.widgets.sidebar import Sidebar
from ui.widgets.status_line import StatusLine
from ui.widgets.toast import Toast
from ui.window_pages import LOWER, UPPER


class WindowFrame(QMainWindow):
    """Builds what does not change while the program runs."""

    def __init__(self, on_undo: Callable[[], object]) -> None:
        super().__init__()
        self.setWindowTitle("Nhiệm vụ CCHC")
        self.setMinimumSize(900, 560)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.sidebar = Sidebar(UPPER, LOWER)
        self.stack = QStackedWidget()
        self.status_line = StatusLine()
        self.sample_banner = Banner(strip=True)
        self.lock_banner = Banner(strip=True)
        self.clock_banner = Banner(strip=True)
        right = QWidget()
        column = QVBoxLayout(right)
        theme.spaced(column, gap=0)
        for banner in (self.lock_banner, self.clock_banner, self.sample_banner):
            column.addWidget(banner)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status_line)
        centre = QWidget()
        row = QHBoxLayout(centre)
        theme.spaced(row, gap=0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(centre)
        self.toast = Toast(centre, on_undo)
