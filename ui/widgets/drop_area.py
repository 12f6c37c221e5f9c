"""A place to drop a file on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.text import Text


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one local file of a drag; None for several files, folders and anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].is_file() else None


def refusal(data: QMimeData) -> str:
    """Return why a drag or a copied file cannot be taken; for data of which ``dropped_file`` is None."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) != 1:
        return "Chỉ nhận một tệp mỗi lần. Hãy thả đúng một tệp Word, Excel, PDF hoặc văn bản."
    if paths[0].is_dir():
        return f"“{paths[0].name}” là thư mục. Hãy mở thư mục rồi chọn đúng một tệp kế hoạch bên trong."
    return f"Không tìm thấy tệp “{paths[0].name}”. Có thể tệp đã được chuyển đi hoặc đổi tên; hãy chọn lại."


class DropArea(QWidget):
    """A dashed frame with a sentence and buttons; takes exactly one file."""

    dropped = Signal(object)
    """Path of the file."""
    refused = Signal(str)
    """Sentence that says why the drag was not taken."""

    def __init__(self, text: str, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.message = Text(text, scale=1.2, wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addStretch(1)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column, margin=2 * theme.GAP)
        column.addStretch(1)
        column.addWidget(self.picture)
        column.addWidget(self.message)
        column.addLayout(row)
        column.addStretch(1)
        self._draw()

    def _draw(self) -> None:
        self.picture.setPixmap(icons.pixmap("file-up", theme.colour("accent"), 40, self.devicePixelRatioF()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a file may be dropped here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Take the mark away again."""
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file, or say why not."""
        self._set_over(over=False)
        path = dropped_file(event.mimeData())
        event.acceptProposedAction()
        if path is not None:
            self.dropped.emit(path)
        else:
            self.refused.emit(refusal(event.mimeData()))

    def _set_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the frame goes round everything
        """Draw the dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self._over else "input_line"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("selection" if self._over else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), theme.RADIUS, theme.RADIUS)
        painter.end()


class DropPage(QWidget):
    """A page that takes one file anywhere on it."""

    file_dropped = Signal(object)
    """Path of the file."""
    drop_refused = Signal(str)
    """Sentence that says why the drag was not taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only: what is dragged inside the page is none."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file, or say why not."""
        path = dropped_file(event.mimeData())
        event.acceptProposedAction()
        if path is not None:
            self.file_dropped.emit(path)
        else:
            self.drop_refused.emit(refusal(event.mimeData()))
