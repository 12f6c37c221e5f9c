"""What the form of a body or group is made of: facts, lines with a button each, and the names the office taught."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.lessons import Lesson
from cchc_desktop.text import squash
from ui import theme
from ui.widgets.buttons import button, tool_button
from ui.widgets.text import Text


def wrapped(text: Text) -> Text:
    """Let the scroll area ask how high a text is at its width, not at the width the text would like."""
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return text


class Fact(QWidget):
    """A name in muted letters above what there is to say; hidden while there is nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = wrapped(Text(name, kind="muted", wrap=True))
        self.text = wrapped(Text(wrap=True, selectable=True))
        self.text.setAccessibleName(name)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.addWidget(self.name)
        column.addWidget(self.text)

    def say(self, text: str, name: str = "") -> None:
        """Show a text, under another name if given."""
        if name:
            self.name.setText(name)
            self.text.setAccessibleName(name)
        self.text.setText(text)
        self.setVisible(bool(text))


class Rows(QWidget):
    """Lines of text, each with a button of its own; hidden while there are none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = wrapped(Text(name, kind="muted", wrap=True))
        self.buttons: list[QWidget] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        theme.spaced(self._column, gap=0)
        self._column.addWidget(self.name)

    def fill(self, lines: Iterable[tuple[str, QWidget]]) -> None:
        """Show other lines."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], []
        for text, made in lines:
            line = QWidget()
            row = QHBoxLayout(line)
            theme.spaced(row, gap=2 * theme.GRID)
            row.addWidget(wrapped(Text(text, wrap=True, selectable=True)), 1)
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(line)
            self._lines.append(line)
            self.buttons.append(made)
        self.setVisible(bool(self._lines))


class TaughtNames(QWidget):
    """The names the office taught, each of which can be taken back, and a line for another one."""

    added = Signal(str)
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows("Tên gọi khác do đơn vị thêm")
        self.line = QLineEdit()
        self.line.setAccessibleName("Tên gọi khác cần thêm")
        self.line.setPlaceholderText("Thêm tên gọi khác…")
        self.add_button = button("Thêm", self._add, icon="plus")
        entry = QHBoxLayout()
        theme.spaced(entry, gap=2 * theme.GRID)
        entry.addWidget(self.line, 1)
        entry.addWidget(self.add_button)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=theme.GRID)
        column.addWidget(self.rows)
        column.addLayout(entry)
        self.line.textChanged.connect(self._enable)
        self.line.returnPressed.connect(self._add)
        self._writable = True
        self._enable()

    def fill(self, lessons: Iterable[Lesson], *, writable: bool, last: bool) -> None:
        """Show what was taught; the last name of a group goes only with the group itself."""
        self._writable = writable
        lines: list[tuple[str, QWidget]] = []
        for lesson in lessons:
            name = f"Bỏ tên gọi “{lesson.phrase}”"
            made = tool_button("x", name, partial(self.dropped.emit, lesson.id))
            made.setEnabled(writable and not last)
            lines.append((_learnt(lesson), made))
        self.rows.fill(lines)
        self.line.setEnabled(writable)
        self._enable()

    def _enable(self) -> None:
        self.add_button.setEnabled(self._writable and bool(squash(self.line.text())))

    def _add(self) -> None:
        if self.add_button.isEnabled():
            self.added.emit(squash(self.line.text()))


def _learnt(lesson: Lesson) -> str:
    when = f"{lesson.learnt_at.astimezone(VIETNAM):%d/%m/%Y}" if lesson.learnt_at is not None else ""
    learnt = ", ".join(part for part in (when, lesson.source) if part)
    return f"{lesson.phrase}  ·  {learnt}" if learnt else lesson.phrase
