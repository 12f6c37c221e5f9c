"""Step 2 of the import, first part: the tables of the file with their first rows, one to choose."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from cchc_desktop.reading.draft import TableChoice
from cchc_desktop.reading.source import Source
from ui import theme
from ui.dialogs.import_state import choice_name, choice_size, from_heading
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.table_thumbnail import TableThumbnail
from ui.widgets.text import Text

_SHOWN = 4
"""Tables shown at once; the others with one click."""


class TableChoices(Card):
    """Every table as a card that can be chosen; arrow keys go from card to card."""

    chosen = Signal(int)
    other_reading_asked = Signal(str)
    """Code of another way to read the same file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bảng", parent)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.chosen)
        self.note = Text(kind="muted", wrap=True)
        self.grid = QGridLayout()
        self.grid.setSpacing(theme.GAP)
        self.more = button("Tự chọn bảng khác", self._show_all, kind="plain", icon="chevron-down")
        self.others = QGridLayout()
        self.body.addWidget(self.note)
        self.body.addLayout(self.grid)
        self.body.addWidget(self.more)
        self.body.addLayout(self.others)
        self._all = False
        self._filled: tuple[Source, tuple[TableChoice, ...], int, bool] | None = None

    def fill(self, source: Source, choices: tuple[TableChoice, ...], current: int, *, found: bool) -> None:
        """Offer the tables; ``found``: the program recognised one as the table of tasks."""
        if self._filled is None or self._filled[0] is not source:
            self._all = False
        self._filled = (source, choices, current, found)
        self._clear()
        self.title.setText(f"Tìm thấy {len(choices)} bảng" if choices else "Không tìm thấy bảng nào")
        self.title.setVisible(True)
        self.note.setText(_note(len(choices), found=found))
        self.note.setVisible(bool(self.note.text()))
        shown = choices if self._all or not found else _first(choices, current)
        for place, choice in enumerate(shown):
            grid = source.grids[choice.index - 1] if 1 <= choice.index <= len(source.grids) else None
            rows = from_heading(grid, choice.first_heading) if grid is not None else ()
            card = TableThumbnail(rows, choice_name(choice), choice_size(choice))
            self.group.addButton(card, choice.index)
            card.setChecked(choice.index == current)
            self.grid.addWidget(card, place // 2, place % 2)
        self.more.setVisible(len(shown) < len(choices))
        self.more.setText(f"Tự chọn bảng khác ({len(choices) - len(shown)})")
        self.more.setAccessibleName(self.more.text())
        for place, other in enumerate(source.others):
            made = button(other.label, partial(self.other_reading_asked.emit, other.code))
            self.others.addWidget(made, place, 0)

    def say_from_body(self, tasks: int) -> None:
        """Say that the tasks come from the running text: there is no table of tasks."""
        self.title.setText("Không có bảng phụ lục nhiệm vụ")
        self.note.setText(
            f"{tasks} nhiệm vụ được lấy từ phần nội dung của kế hoạch; hãy kiểm tra từng dòng ở bước sau."
        )
        self.note.setVisible(True)

    def _show_all(self) -> None:
        self._all = True
        if self._filled is not None:
            source, choices, current, found = self._filled
            self.fill(source, choices, current, found=found)

    def _clear(self) -> None:
        for old in self.group.buttons():
            self.group.removeButton(old)
        for layout in (self.grid, self.others):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()


def _first(choices: tuple[TableChoice, ...], current: int) -> tuple[TableChoice, ...]:
    """Return the table that was read and those most like it."""
    ranked = sorted(choices, key=lambda choice: (choice.index != current, -choice.score))[:_SHOWN]
    return tuple(choice for choice in choices if choice in ranked)


def _note(count: int, *, found: bool) -> str:
    if found:
        return ""
    if count:
        return "Chưa nhận ra bảng nhiệm vụ. Hãy tự chọn bảng, rồi chọn cột nào là gì ở phần dưới."
    return (
        "Tệp không có bảng. Hãy dùng tệp có phụ lục nhiệm vụ, hoặc mở tệp, chọn bảng, nhấn Ctrl+C "
        "rồi quay lại bước ① và bấm Dán."
    )
