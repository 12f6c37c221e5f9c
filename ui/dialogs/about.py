"""Giới thiệu phần mềm: version, licences, where the data lie."""

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cchc_desktop import __version__
from ui import theme
from ui.widgets.text import Text

WORDS = (
    "Phần mềm theo dõi nhiệm vụ cải cách hành chính cho cán bộ, công chức: nhập phụ lục kế hoạch, theo dõi nhiệm vụ "
    "của từng cơ quan, nhắc hạn báo cáo, in và xuất phụ lục. Phần mềm chạy trên máy của bạn, không gửi dữ liệu đi đâu."
)
LICENCES = (
    "Giấy phép MIT. Dùng Qt và PySide6 (LGPL-3.0), SQLAlchemy, Alembic, APScheduler, openpyxl, plyer (MIT), "
    "biểu tượng Lucide (ISC)."
)


class AboutDialog(QDialog):
    """A few sentences and a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu phần mềm")
        self.setAccessibleName("Giới thiệu phần mềm")
        column = QVBoxLayout(self)
        theme.spaced(column, margin=20)
        column.addWidget(Text("Nhiệm vụ CCHC", scale=theme.TITLE_SCALE, bold=True))
        versions = f"Phiên bản {__version__} · Python {platform.python_version()} · Qt {pyside_version}"
        column.addWidget(Text(versions, kind="muted", selectable=True))
        column.addWidget(Text(WORDS, wrap=True))
        column.addWidget(Text(LICENCES, wrap=True, kind="muted"))
        buttons = QDialogButtonBox()
        close = buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName("Đóng")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(round(440 * theme.current().points / 10))
