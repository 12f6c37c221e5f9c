"""Lịch sử: the changes of a task as sentences, read only while the officer has them open."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.bridge import Bridge
from ui.widgets.collapsible import Collapsible
from ui.widgets.text import Text


class HistoryView(QWidget):
    """Closed until asked for."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._task_id = 0
        self.group = Collapsible("Lịch sử")
        self.lines = Text(wrap=True, selectable=True)
        self.group.body.addWidget(self.lines)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.group)
        self.group.toggled.connect(lambda shown: self._read() if shown else None)

    def show_task(self, task_id: int) -> None:
        """Show the history of a task when it is open."""
        self._task_id = task_id
        if self.group.is_open():
            self._read()

    def _read(self) -> None:
        app, task_id = self._bridge.app, self._task_id
        if app is None or not task_id:
            return
        lines = self._bridge.run(lambda: app.history.of_task(task_id))
        said = []
        for line in lines or ():
            source = f" (từ tệp {line.source})" if line.source else ""
            said.append(f"{line.at:%H:%M %d/%m/%Y}, {line.actor}: {line.sentence}{source}")
        self.lines.setText("\n".join(said) or "Chưa có thay đổi nào kể từ khi nhập kế hoạch.")
