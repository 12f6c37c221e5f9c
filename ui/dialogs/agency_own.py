"""Questions about a body or a group that the office adds to the directory, or says something else about."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.errors import UserError
from cchc_desktop.services.own_directory import AgencyEntry, GroupEntry
from cchc_desktop.text import fold
from cchc_desktop.words import LEVEL_WORDS
from ui import theme
from ui.bridge import Bridge
from ui.widgets.agency_picker import AgencyPicker
from ui.widgets.date_field import DateField
from ui.widgets.fields import Combo
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_LEVELS = (Level.PROVINCE, Level.COMMUNE, Level.CENTRAL, Level.DISTRICT)
_KINDS = {
    "unit": "Đơn vị sự nghiệp, trung tâm",
    "department": "Sở, cơ quan chuyên môn cấp tỉnh",
    "office": "Văn phòng cấp tỉnh",
    "inspectorate": "Thanh tra",
    "board": "Ban quản lý, ban trực thuộc UBND tỉnh",
    "section": "Phòng, chi cục thuộc sở",
    "vertical": "Cơ quan ngành dọc",
    "force": "Công an, quân sự, biên phòng",
    "people_committee": "UBND",
    "commune_office": "Phòng, văn phòng cấp xã",
    "district_office": "Phòng cấp huyện",
    "school": "Trường học",
    "press": "Cơ quan báo chí",
    "party": "Cơ quan Đảng",
    "association": "Đoàn thể, hội",
    "steering": "Ban chỉ đạo, tổ công tác",
    "enterprise": "Doanh nghiệp",
    "other": "Khác (không thuộc nhóm nào)",
}
"""Kinds an officer can choose; the words say what the groups of the directory ask for."""


class OwnAgencyDialog(FormDialog):
    """Adds a body, or changes one the office added."""

    def __init__(
        self,
        app: "App",
        bridge: Bridge,
        agency: Agency | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a new body, with a name from a plan if there is one, or about one of the office's own."""
        adding = agency is None
        super().__init__(
            "Thêm cơ quan" if adding else "Sửa cơ quan", "Thêm" if adding else "Lưu", parent, width=520
        )
        self._app, self._bridge, self._agency, self._printed = app, bridge, agency, name
        self.key = agency.key if agency else ""
        """Key of the body, once it is stored."""
        taught = {lesson.phrase for lesson in app.lessons.all()}
        self.name = _line("Tên đầy đủ", agency.name if agency else name)
        self.level, self.kind = Combo("Cấp"), Combo("Loại")
        for level in _LEVELS:
            self.level.addItem(LEVEL_WORDS[level][0].upper() + LEVEL_WORDS[level][1:], level)
        for kind, words in _KINDS.items():
            self.kind.addItem(words, kind)
        self.groups = Text(kind="muted", wrap=True)
        self.short = _line("Tên viết tắt", "; ".join(agency.abbreviations) if agency else "")
        self.short.setPlaceholderText("Ví dụ: TTPVHCC; TT PVHCC")
        others = [alias for alias in agency.aliases if alias not in taught] if agency else []
        self.others = _line("Tên gọi khác", "; ".join(others))
        self.others.setPlaceholderText("Cách nhau bằng dấu chấm phẩy (;)")
        self.begins = self._date("Hiệu lực từ ngày", agency.valid_from if agency else None)
        self.ends = self._date("Hiệu lực đến ngày", agency.valid_to if agency else None)
        self.successor = AgencyPicker(app, "Nay là (cơ quan kế thừa)")
        if agency and agency.successors:
            self.successor.choose(agency.successors[0], "")
        self.source = _line("Nguồn", agency.source if agency else "")
        self.source.setPlaceholderText("Ví dụ: Quyết định 12/QĐ-UBND ngày 05/01/2026")
        if agency is not None:
            self.level.setCurrentIndex(_LEVELS.index(agency.level))
            self.kind.setCurrentIndex(max(0, self.kind.findData(agency.kind)))
        self._lay_out()
        self._show_groups()
        for combo in (self.level, self.kind):
            combo.currentIndexChanged.connect(self._show_groups)

    def _lay_out(self) -> None:
        if self._printed:
            said = f"Trong kế hoạch ghi “{self._printed}”. Nếu sửa tên, chữ trong kế hoạch vẫn được hiểu là cơ quan này."
            self.form.addWidget(Text(said, kind="muted", wrap=True))
        for field in (self.name, self.level, self.kind):
            self.add_row(field.accessibleName(), field)
        self.form.addWidget(self.groups)
        for line in (self.short, self.others):
            self.add_row(line.accessibleName(), line)
        self.add_row("Hiệu lực từ ngày (để trống nếu không rõ)", self.begins)
        self.add_row("Hiệu lực đến ngày (để trống nếu đang hoạt động)", self.ends)
        self.ended = self.add_row("Nay là (cơ quan kế thừa)", self.successor)
        self.add_row("Nguồn", self.source)
        self.form.addStretch(1)
        self.ends.edit.textChanged.connect(self._show_successor)
        self._show_successor()

    def _date(self, name: str, day: date | None) -> DateField:
        field = DateField(name, lambda: self._app.clock.now().date())
        field.set_date(day)
        return field

    def _show_successor(self) -> None:
        ends = bool(self.ends.text().strip())
        self.ended.setVisible(ends)
        self.successor.setVisible(ends)
        if self.isVisible():
            self.fit()

    def _show_groups(self) -> None:
        """Say which groups a body of the chosen level and kind belongs to."""
        level, kind = self.level.currentData(), self.kind.currentData()
        of = [
            group.name
            for group in self._app.agencies.directory().groups
            if level in group.levels and kind in group.kinds and group.valid_to is None
        ]
        self.groups.setText(f"Thuộc nhóm: {'; '.join(of)}." if of else "Không thuộc nhóm nào trong danh mục.")
        if self.isVisible():
            self.fit()

    def entry(self) -> AgencyEntry:
        """Return what was typed. Raises ValueError with a sentence for a date that is none."""
        others = _parted(self.others.text())
        if self._printed and fold(self._printed) not in {fold(each) for each in (self.name.text(), *others)}:
            others = (*others, self._printed)
        ends = self.ends.date()
        after = self.successor.agency() if ends else None
        kept = self._agency.successors[1:] if self._agency and ends else ()
        return AgencyEntry(
            name=self.name.text(),
            level=_LEVELS[self.level.currentIndex()],
            kind=str(self.kind.currentData()),
            abbreviations=_parted(self.short.text()),
            aliases=others,
            valid_from=self.begins.date(),
            valid_to=ends,
            successors=(after.key, *kept) if after else kept,
            source=self.source.text(),
        )

    def save(self) -> bool:
        """Store the body."""
        entry, own = self.entry(), self._app.agencies.own
        if self._agency is not None:
            key = self._agency.key
            changed = self._bridge.run(
                lambda: own.change_agency(key, entry), say="Đã sửa cơ quan.", failed=self._refused
            )
            return changed is not None
        made = self._bridge.run(lambda: own.add_agency(entry), say="Đã thêm cơ quan.", failed=self._refused)
        if made is not None:
            self.key = made[0]
        return made is not None

    def _refused(self, error: UserError) -> None:
        self.say_problem(error.message)


class OwnGroupDialog(FormDialog):
    """Adds a group, or changes one the office added."""

    def __init__(
        self,
        app: "App",
        bridge: Bridge,
        group: AgencyGroup | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a new group, with a name from a plan if there is one, or about one of the office's own."""
        adding = group is None
        super().__init__("Thêm nhóm" if adding else "Sửa nhóm", "Thêm" if adding else "Lưu", parent)
        self._app, self._bridge, self._group, self._printed = app, bridge, group, name
        self.key = group.key if group else ""
        """Key of the group, once it is stored."""
        self.name = _line("Tên nhóm", group.name if group else name)
        self.phrases = QPlainTextEdit()
        self.phrases.setAccessibleName("Các cách gọi khác, mỗi dòng một cách")
        self.phrases.setTabChangesFocus(True)
        self.phrases.setFixedHeight(5 * theme.line_height() + 4 * theme.GRID)
        if group is not None:
            own = [phrase for phrase in group.phrases if fold(phrase) != fold(group.name)]
            self.phrases.setPlainText("\n".join(own))
        self.form.addWidget(
            Text(
                "Nhóm là một cụm từ chỉ nhiều cơ quan. Phần mềm giữ nguyên cụm từ và không liệt kê thành viên.",
                kind="muted",
                wrap=True,
            )
        )
        self.add_row("Tên nhóm", self.name)
        self.add_row("Các cách gọi khác, mỗi dòng một cách", self.phrases)
        self.form.addStretch(1)

    def entry(self) -> GroupEntry:
        """Return what was typed."""
        phrases = tuple(line for line in self.phrases.toPlainText().splitlines() if line.strip())
        if self._printed:
            phrases = (*phrases, self._printed)
        return GroupEntry(self.name.text(), phrases)

    def save(self) -> bool:
        """Store the group."""
        entry, own = self.entry(), self._app.agencies.own
        if self._group is not None:
            key = self._group.key
            changed = self._bridge.run(
                lambda: own.change_group(key, entry), say="Đã sửa nhóm.", failed=self._refused
            )
            return changed is not None
        made = self._bridge.run(lambda: own.add_group(entry), say="Đã thêm nhóm.", failed=self._refused)
        if made is not None:
            self.key = made[0]
        return made is not None

    def _refused(self, error: UserError) -> None:
        self.say_problem(error.message)


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
