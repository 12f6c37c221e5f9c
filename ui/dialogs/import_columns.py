"""Step 2 of the import, second part: which column is what, by lists or by dragging names onto the table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.source import Source
from ui import theme
from ui.dialogs.import_state import FIELDS, column_names, column_title, first_rows
from ui.widgets.cards import Card
from ui.widgets.collapsible import Collapsible
from ui.widgets.fields import Combo
from ui.widgets.flow import Flow
from ui.widgets.role_chips import ColumnBoard, RoleChip
from ui.widgets.text import Text

_NONE = "(không có)"


class ColumnMapping(Card):
    """Chips to drag onto the first rows of the table, and one list for every column a plan can have."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cột nào là gì", parent)
        self._columns: dict[str, int] = {}
        self.body.addWidget(
            Text("Kéo tên vào cột của bảng, hoặc chọn trong danh sách bên dưới.", kind="muted", wrap=True)
        )
        self.chips = {key: RoleChip(key, column_title(key)) for key in FIELDS}
        row = QWidget()
        flow = Flow(row)
        for chip in self.chips.values():
            flow.addWidget(chip)
        self.board = ColumnBoard("Các dòng đầu của bảng trong tệp")
        self.board.assigned.connect(self.assign)
        self.combos: dict[str, Combo] = {}
        self.remember = QCheckBox("Nhớ cách ghép này cho các tệp có cùng tiêu đề cột")
        self.remember.setAccessibleName(self.remember.text())
        self.remember.setChecked(True)
        self.lists = Collapsible("Chọn cột bằng danh sách")
        self.lists.body.addLayout(self._combos())
        for widget in (row, self.board, self.lists, self.remember):
            self.body.addWidget(widget)

    def _combos(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(2 * theme.GRID)
        for place, key in enumerate(FIELDS):
            name = column_title(key)
            combo = Combo(f"Cột của {name}")
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(16)
            combo.activated.connect(self._on_chosen)
            self.combos[key] = combo
            row, side = divmod(place, 2)
            grid.addWidget(Text(name), row, 2 * side)
            grid.addWidget(combo, row, 2 * side + 1)
            grid.setColumnStretch(2 * side + 1, 1)
        return grid

    def fill(self, source: Source, draft: PlanDraft) -> None:
        """Show the mapping in force."""
        names, self._columns = column_names(source, draft), dict(draft.columns)
        for key, combo in self.combos.items():
            combo.clear()
            combo.addItem(_NONE, -1)
            for column, name in enumerate(names):
                combo.addItem(name, column)
                combo.setItemData(combo.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
            combo.setCurrentIndex(combo.findData(self._columns.get(key, -1)))
            combo.setToolTip(combo.currentText())
        for key, chip in self.chips.items():
            chip.set_used(used=key in self._columns)
        self.board.fill(names, first_rows(source, draft), _roles(self._columns))
        self.setVisible(bool(names))

    def assign(self, key: str, column: int) -> None:
        """Let a column have a name; the name it had, and the column that had this name, are free again."""
        if key not in self.combos or self._columns.get(key) == column:
            return
        kept = {role: at for role, at in self._columns.items() if role != key and at != column}
        self._choose({**kept, key: column})

    def _on_chosen(self) -> None:
        columns = {key: int(combo.currentData()) for key, combo in self.combos.items()}
        self._choose({key: column for key, column in columns.items() if column >= 0})

    def _choose(self, columns: dict[str, int]) -> None:
        self._columns = columns
        self.chosen.emit(columns)


def _roles(columns: Mapping[str, int]) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = {}
    for key, column in columns.items():
        found.setdefault(column, []).append(column_title(key))
    return found
