"""The filter bar of the task page: search and five combo boxes over one frozen filter."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from cchc_desktop.services.task_queries import Role
from cchc_desktop.words import STATUS_WORDS
from ui import theme
from ui.models.task_filter import MINE, MISSING, TaskFilter, choice_counts
from ui.models.task_list import TaskList
from ui.widgets.buttons import button
from ui.widgets.fields import written
from ui.widgets.filter_combo import FilterCombo
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text

PLACEHOLDER = "Tìm nội dung, cơ quan, số văn bản… (gõ không dấu cũng được)   Ctrl+F"
ALL = "Tất cả"
GROUP_WORDS = {
    "due": "Sắp đến hạn, đến hạn hôm nay",
    "running": "Chưa, đang thực hiện (trong hạn)",
    "completed": "Đã hoàn thành",
    "open": "Chưa hoàn thành",
}
_LEAST_SEARCH = 260


class FilterBar(QWidget):
    """Search field, combo boxes and "Xóa bộ lọc"."""

    changed = Signal(object)
    """TaskFilter the officer wants now."""
    list_wanted = Signal()
    """The officer goes from the search field to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = TaskFilter()
        self._source = TaskList()
        self.missing: Mapping[str, frozenset[int]] = {}
        self.search = SearchField(PLACEHOLDER)
        self.agency = self._combo("Cơ quan", "agency")
        self.role = self._combo("Vai trò", "role")
        self.field = self._combo("Lĩnh vực", "field")
        self.status = self._combo("Tình trạng", "status")
        self.period = self._combo("Kỳ", "period")
        self.clear_button = button("Xóa bộ lọc", self.clear, kind="plain", icon="x", tip="Ctrl+R")
        self.note = Text(kind="muted")
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the fields beside it must not move when it comes and goes
        self.clear_button.setSizePolicy(policy)
        self.combos = (self.agency, self.role, self.field, self.status, self.period)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.spaced(self._row, gap=2 * theme.GRID)
        choices = QHBoxLayout()
        choices.setSpacing(2 * theme.GRID)
        for combo in self.combos:
            choices.addWidget(combo)
        choices.addWidget(self.note)
        choices.addWidget(self.clear_button)
        choices.addStretch(1)
        self._choices = choices
        self._row.addWidget(self.search, 1)
        self._row.addLayout(choices)
        self.search.searched.connect(lambda text: self._set(replace(self._filter, search=text)))
        self.search.left_down.connect(self.list_wanted)
        self._offer()
        self._show()

    def current(self) -> TaskFilter:
        """Return the filter in force."""
        return self._filter

    def show_filter(self, wanted: TaskFilter) -> None:
        """Show a filter that was set from outside, without telling about it."""
        before, self._filter = self._filter, wanted
        if replace(before, search="") == replace(
            wanted, search=""
        ):  # a keystroke must not touch the combo boxes
            self.search.set_search(wanted.search)
            self.clear_button.setVisible(wanted.is_on())
        else:
            self._show()

    def offer(self, source: TaskList) -> None:
        """Offer what the rows hold: their agencies, fields and periods."""
        self._source = source
        self._offer()
        self._show()

    def clear(self) -> None:
        """Take every filter off (Xóa bộ lọc)."""
        self._set(TaskFilter())

    def words(self) -> str:
        """Return the filter in words, for titles of prints: "Cơ quan: Sở Nội vụ; Tình trạng: Quá hạn"."""
        parts = [combo.toolTip() for combo in self.combos if combo.value() not in ("", Role.ANY, None)]
        if self._filter.search.strip():
            parts.append(f"Tìm: “{self._filter.search.strip()}”")
        if self.note.text():
            parts.append(self.note.text())
        return "; ".join(parts)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the combo boxes only: the search field goes above them when it must."""
        return QSize(self._choices.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the combo boxes under the search field when they do not fit beside it."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew after a change of the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_choices"):
            self._arrange()

    def _arrange(self) -> None:
        fits = self.width() >= _LEAST_SEARCH + self._choices.sizeHint().width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def _combo(self, name: str, axis: str) -> FilterCombo:
        def count(values: list[object]) -> list[int]:
            trials = [_with(self._filter, axis, value) for value in values]
            return choice_counts(self._source, trials, self.missing)

        combo = FilterCombo(name, count)
        combo.chosen.connect(lambda value: self._set(_with(self._filter, axis, value)))
        return combo

    def _set(self, wanted: TaskFilter) -> None:
        if wanted != self._filter:
            self.show_filter(wanted)
            self.changed.emit(wanted)

    def _offer(self) -> None:
        source = self._source
        own = source.office.agency_name
        mine = [(MINE, f"{own} (cơ quan của bạn)")] if own else []
        named = [(name, name) for name in source.agencies if name != own]
        self.agency.set_choices([("", ALL), *mine, *named])
        self.role.set_choices([(Role.ANY, ALL), (Role.LEAD, "Chủ trì"), (Role.COORDINATING, "Phối hợp")])
        fields = {row.section[1:]: None for row in source.rows}
        self.field.set_choices(
            [("", ALL), *((title or number, f"{number}. {title}".strip(". ")) for number, title in fields)]
        )
        single = [(status.value, words) for status, words in STATUS_WORDS.items()]
        groups = [(key, GROUP_WORDS[key]) for key in ("open", "due", "running", "completed")]
        self.status.set_choices([("", ALL), *groups, *single])
        quarters = [
            (f"q{quarter}", f"Hạn trong quý {roman}")
            for quarter, roman in enumerate(("I", "II", "III", "IV"), 1)
        ]
        months = [(f"m{month}", f"Hạn trong tháng {month}") for month in range(1, 13)]
        self.period.set_choices([("", "Cả năm"), (MISSING, "Chưa có kết quả kỳ này"), *quarters, *months])

    def _show(self) -> None:
        wanted = self._filter
        self.search.set_search(wanted.search)
        self.agency.set_value(wanted.agency)
        self.role.set_value(wanted.role)
        self.field.set_value(self._field_value(wanted.field))
        self.status.set_value("no_deadline" if wanted.status == "undated" else wanted.status)
        self.period.set_value(wanted.period)
        self.note.setText(self._beyond_the_combos())
        self.note.setVisible(bool(self.note.text()))
        self.clear_button.setVisible(wanted.is_on())
        self._arrange()

    def _beyond_the_combos(self) -> str:
        """Return in words what narrows the list without a combo box of its own; a filter is never invisible."""
        wanted = self._filter
        parts = []
        if wanted.ids is not None:
            parts.append(f"{len(wanted.ids)} nhiệm vụ đã chọn ra")
        if wanted.plan:
            plan = next((each for each in self._source.plans if each.id == wanted.plan), None)
            parts.append(
                f"kế hoạch {plan.head.document_number or plan.head.title}" if plan else "một kế hoạch"
            )
        if wanted.due_from or wanted.due_to:
            start, end = written(wanted.due_from), written(wanted.due_to)
            parts.append(f"hạn {start}" if start == end else f"hạn {start or '…'} – {end or '…'}")
        return "Chỉ " + ", ".join(parts) if parts else ""

    def _field_value(self, wanted: str) -> str:
        """Return the title offered for a section that was asked for by number."""
        for number, title in {row.section[1:]: None for row in self._source.rows}:
            if wanted and wanted in (number, title):
                return title or number
        return wanted


def _with(wanted: TaskFilter, axis: str, value: object) -> TaskFilter:
    """Return a filter with another value on one axis, as chosen in its combo box."""
    if axis == "role":
        return replace(wanted, role=Role(str(value)))  # Qt hands an enumeration of texts back as text
    text = str(value or "")
    match axis:
        case "agency":
            return replace(wanted, agency=text)
        case "field":
            return replace(wanted, field=text)
        case "status":
            return replace(wanted, status=text)
        case _:
            return replace(wanted, period=text)
