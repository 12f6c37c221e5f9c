"""The line of steps above the import: where one is, what is behind and ahead."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.text import Text

STEPS = ("Nguồn", "Bảng và cột", "Kiểm tra", "Hoàn tất")
_CIRCLED = "①②③④"


class StepLine(QWidget):
    """① Nguồn → ② Bảng và cột → ③ Kiểm tra → ④ Hoàn tất."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=2 * theme.GRID)
        self._names: list[tuple[Text, Text]] = []
        for number, name in enumerate(STEPS):
            if number:
                row.addWidget(Text("→", kind="muted"))
            here = Text(f"{_CIRCLED[number]} {name}", bold=True)
            away = Text(f"{_CIRCLED[number]} {name}", kind="muted")
            theme.mark(here, "link")
            row.addWidget(here)
            row.addWidget(away)
            self._names.append((here, away))
        row.addStretch(1)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Mark the step one is at."""
        for number, (here, away) in enumerate(self._names):
            here.setVisible(number == current)
            away.setVisible(number != current)
        self.setAccessibleName(f"Bước {current + 1} trên {len(STEPS)}: {STEPS[current]}")
