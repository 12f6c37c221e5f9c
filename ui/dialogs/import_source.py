"""Step 1 of the import: a file dropped, chosen or pasted; progress while it is read; what to do when it cannot be."""

from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui import theme
from ui.preferences import Preferences
from ui.prompts import ask_open_file
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.drop_area import DropArea, dropped_file, refusal
from ui.widgets.text import Text

_WORD, _EXCEL = "*.docx *.odt *.rtf", "*.xlsx *.xls *.xlsb *.ods *.csv *.tsv"
_REST = "*.pdf *.txt *.html *.htm *.mht *.mhtml"
KINDS = (
    f"Kế hoạch ({_WORD} {_EXCEL} {_REST});;Word, văn bản ({_WORD} *.txt);;Excel, bảng tính ({_EXCEL});;"
    "PDF (*.pdf);;Trang web đã lưu (*.html *.htm *.mht *.mhtml);;Tất cả tệp (*)"
)
_FOLDER = "import/folder"
"""Preference: where the last plan was chosen."""
_INVITE = "Kéo thả tệp Word, Excel, PDF vào đây"
_HINT = (
    "Phần mềm đọc bảng phụ lục nhiệm vụ trong tệp (không có phụ lục thì đọc các nhiệm vụ trong phần nội dung), "
    "cho xem lại và sửa từng dòng trước khi ghi. Tệp gốc không bị thay đổi."
)
_NOTHING_COPIED = (
    "Bảng tạm chưa có nội dung chữ. Hãy mở bản Word hoặc Excel, chọn bảng, nhấn Ctrl+C rồi bấm Dán ở đây."
)


def pasted_text(data: QMimeData | None) -> str:
    """Return the text of the clipboard, table cells parted by tabs; empty when there is none."""
    return data.text().replace("\r\n", "\n") if data is not None and data.hasText() else ""


def pasted_html(data: QMimeData | None) -> str:
    """Return the HTML of the clipboard when it holds a table: Word and Excel put merged cells there; else nothing."""
    html = data.html() if data is not None and data.hasHtml() else ""
    return html if "<table" in html.lower() else ""


class SourceStep(QWidget):
    """Where the plan comes from."""

    file_chosen = Signal(object)
    pasted = Signal(str, str)
    """Text and HTML of the clipboard; one of them may be empty."""
    stop_asked = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.problem = Banner()
        self.choose_button = button("Chọn tệp…", self.choose_file, kind="primary", icon="folder-open")
        self.paste_button = button("Dán từ Word/Excel (Ctrl+V)", self.paste, icon="clipboard-paste")
        self.area = DropArea(_INVITE, [self.choose_button, self.paste_button])
        self.area.dropped.connect(self.file_chosen)
        self.area.refused.connect(self.show_problem)
        self.reading = _Reading()
        self.reading.stop.clicked.connect(lambda _checked=False: self.stop_asked.emit())
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.problem)
        column.addWidget(self.reading)
        column.addWidget(self.area, 1)
        column.addWidget(Text(_HINT, kind="muted", wrap=True))
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.paste)
        self.set_reading("")

    def set_reading(self, name: str) -> None:
        """Show that a file is being read; an empty name ends it."""
        held = self.reading.stop.hasFocus()
        self.reading.setVisible(bool(name))
        self.area.setEnabled(not name)
        if held and not name:
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if name:
            self.problem.clear()
            self.reading.start(name)
            self.reading.stop.setFocus()

    def progress(self, text: str, step: int, steps: int) -> None:
        """Show how far the reading is."""
        self.reading.progress(text, step, steps)

    def first(self) -> QWidget:
        """Return where the keyboard begins: at the way out while a file is read."""
        return self.choose_button if self.area.isEnabled() else self.reading.stop

    def show_problem(self, sentence: str) -> None:
        """Say why the file cannot be taken, with the way out."""
        self.set_reading("")
        self.problem.say(sentence, ("Chọn tệp khác", self.choose_file), ("Dán", self.paste))

    def choose_file(self) -> None:
        """Ask for a file."""
        last = Path(self._preferences.text(_FOLDER))
        folder = last if last.is_absolute() and last.is_dir() else Path(QDir.homePath())
        ask_open_file(self, "Chọn tệp kế hoạch", folder, KINDS, self._on_file)

    def _on_file(self, path: Path) -> None:
        self._preferences.put(_FOLDER, str(path.parent))
        self.file_chosen.emit(path)

    def paste(self) -> None:
        """Take the table from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        file = dropped_file(data)
        text, html = pasted_text(data), pasted_html(data)
        if file is not None:
            self.file_chosen.emit(file)
        elif any(url.isLocalFile() for url in data.urls()):
            self.show_problem(refusal(data))
        elif text.strip() or html:
            self.pasted.emit(text, html)
        else:
            self.show_problem(_NOTHING_COPIED)


class _Reading(Card):
    """The strip shown while a file is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.words = Text(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Tiến độ đọc tệp")
        self.stop = button("Dừng", icon="x")
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.words, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.body.addLayout(row)

    def start(self, name: str) -> None:
        """Show the name of the file; how long it takes is not known yet."""
        self.words.setText(f"Đang đọc “{name}”…")
        self.bar.setRange(0, 0)

    def progress(self, text: str, step: int, steps: int) -> None:
        """Show a step of several."""
        if text:
            self.words.setText(text)
        self.bar.setRange(0, steps)
        self.bar.setValue(step)
        self.bar.setAccessibleDescription(text)
