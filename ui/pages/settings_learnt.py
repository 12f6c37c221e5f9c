"""Thiết đặt – Đã học: corrections that are used for the same phrases again, each of which can be given up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.lessons import Lesson, LessonKind, PhraseReading
from ui import theme
from ui.bridge import Bridge
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.deadline_words import short_reading
from ui.widgets.plain_table import QuietDelegate
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_ID = int(Qt.ItemDataRole.UserRole)
_NOTHING = (
    "Chưa có gì. Khi sửa cách hiểu thời gian hoặc chọn cơ quan cho một tên lạ lúc nhập kế hoạch, "
    "phần mềm nhớ lại ở đây và dùng cho lần nhập sau, luôn có ghi chú “theo lần sửa trước”."
)
_KINDS = {
    LessonKind.DEADLINE: "Thời gian",
    LessonKind.AGENCY: "Tên gọi khác",
    LessonKind.GROUP: "Nhóm cơ quan",
}


def lesson_words(lesson: Lesson) -> str:
    """Return a lesson as one line: kind, phrase, what it means, when and from which file it was learnt."""
    meaning = lesson.meaning
    if isinstance(meaning, PhraseReading):
        said = f"{short_reading(meaning.reading)} (năm {meaning.year})"
    else:
        said = meaning.name
    when = f"{lesson.learnt_at.astimezone(VIETNAM):%d/%m/%Y}" if lesson.learnt_at is not None else ""
    learnt = ", ".join(part for part in (when, lesson.source) if part)
    return f"{_KINDS[lesson.kind]}: “{lesson.phrase}” → {said}" + (f"  ·  {learnt}" if learnt else "")


class LearntCard(Card):
    """What was learnt, the newest first."""

    def __init__(self, app: "App", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Đã học", parent)
        self._app = app
        self._bridge = bridge
        self.words = Text(kind="muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName("Những điều đã học, mới nhất trước")
        self.list.setItemDelegate(QuietDelegate(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(5 * theme.control_height())
        self.forget_button = button("Bỏ điều đã chọn", self._forget, icon="trash-2")
        row = QHBoxLayout()
        row.addWidget(self.forget_button)
        row.addStretch(1)
        self.body.addWidget(self.words)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        self.list.itemSelectionChanged.connect(self._enable)

    def show_stored(self) -> None:
        """List what is in force."""
        lessons = self._app.lessons.all()
        self.list.clear()
        for lesson in reversed(lessons):
            item = QListWidgetItem(lesson_words(lesson))
            item.setData(_ID, lesson.id)
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.words.setText(
            "Bỏ một điều đã học thì lần nhập sau phần mềm hiểu như ban đầu; nhiệm vụ đã nhập không mất."
            if lessons
            else _NOTHING
        )
        self.list.setVisible(bool(lessons))
        self.forget_button.setVisible(bool(lessons))
        self._enable()

    def _enable(self) -> None:
        self.forget_button.setEnabled(not self._bridge.read_only and bool(self.list.selectedItems()))

    def _forget(self) -> None:
        ids = tuple(int(item.data(_ID)) for item in self.list.selectedItems())
        if ids:
            self._bridge.run(lambda: self._app.lessons.unlearn(*ids), say="Đã bỏ điều đã học.")
            self.show_stored()
