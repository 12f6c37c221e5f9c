"""One body or group of the directory: what it is called, since when, who follows it, which tasks it has."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agency_records import Agency, AgencyGroup
from cchc_desktop.services.task_queries import Role
from cchc_desktop.words import LEVEL_WORDS
from ui import theme
from ui.models.agency_tree import Body, validity
from ui.pages.agencies_facts import Facts, is_current
from ui.pages.agencies_parts import Fact, Rows, TaughtNames, wrapped
from ui.widgets.buttons import button, tool_button
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.text import Text

_NOTHING = "Chọn một cơ quan hoặc nhóm ở danh mục bên trái để xem tên gọi, hiệu lực và nhiệm vụ."


class BodyView(QScrollArea):
    """The right side of the tab Danh mục."""

    opened = Signal(str)
    """Key of another body to show."""
    tasks_asked = Signal(object)
    """Filter for the page Nhiệm vụ."""
    name_added = Signal(str, str)
    """Key of the body, and what else it is called."""
    name_dropped = Signal(int)
    """Id of the lesson."""
    edit_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_writable = True
        self._key, self._name = "", ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Cơ quan, nhóm đang chọn")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = wrapped(Text(_NOTHING, kind="muted", wrap=True))
        self.title = wrapped(Text(scale=1.3, bold=True, wrap=True, selectable=True))
        self.kind = wrapped(Text(kind="muted", wrap=True))
        self.doors = {
            role: button("", partial(self.ask_tasks, role), icon="list-checks")
            for role in (Role.LEAD, Role.COORDINATING)
        }
        self.short = Fact("Tên viết tắt")
        self.names = Fact("Tên gọi khác")
        self.validity = Fact("Hiệu lực")
        self.successors = Rows("Nay là")
        self.predecessors = Rows("Tiếp nhận nhiệm vụ từ")
        self.groups = Fact("Thuộc nhóm")
        self.members = Fact("Thành viên hiện nay")
        self.source = Fact("Nguồn")
        self.taught = TaughtNames()
        self.edit_button = button("Sửa…", lambda: self.edit_asked.emit(self._key), icon="pencil")
        self.remove_button = button(
            "Bỏ khỏi danh mục", lambda: self.removal_asked.emit(self._key), icon="trash-2"
        )
        self._lay_out()
        self.taught.added.connect(lambda text: self.name_added.emit(self._key, text))
        self.taught.dropped.connect(self.name_dropped)

    def _lay_out(self) -> None:
        card = Card()
        self._doors, self._own = _flow(*self.doors.values()), _flow(self.edit_button, self.remove_button)
        self._parts = (
            self.title,
            self.kind,
            self._doors,
            self._own,
            self.validity,
            self.successors,
            self.predecessors,
            self.members,
            self.short,
            self.names,
            self.taught,
            self.groups,
            self.source,
        )
        card.body.addWidget(self.none)
        for part in self._parts:
            card.body.addWidget(part)
        inside = QWidget()
        theme.mark(inside, "clear")
        column = QVBoxLayout(inside)
        theme.spaced(column)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)

    def show_body(self, body: Body | None, facts: Facts) -> None:
        """Show a body or group; what there is to choose from while it is None."""
        self.none.setVisible(body is None)
        for part in self._parts:
            part.setVisible(body is not None)
        if body is None:
            self._key = self._name = ""
            return
        if body.key != self._key:
            self.taught.line.clear()
            self.verticalScrollBar().setValue(0)
        self._key, self._name = body.key, body.name
        self.title.setText(body.name)
        own = body.key in facts.own
        self.kind.setText(_kind(body, own=own))
        self._own.setVisible(own)
        for made in (self.edit_button, self.remove_button):
            made.setEnabled(self.is_writable)
        self._show_parts(body, facts)
        lessons = facts.taught.get(body.key, ())
        learnt = {lesson.phrase for lesson in lessons}
        shown = [lesson for lesson in lessons if not (own and lesson.phrase == body.name)]
        last = own and isinstance(body, AgencyGroup) and len(lessons) == 1
        self.taught.fill(shown, writable=self.is_writable, last=last)
        self.validity.say(validity(body))
        self.source.say(body.source)
        if isinstance(body, AgencyGroup):
            self._show_group(body, facts, learnt)
        else:
            self._show_agency(body, facts, learnt)
        self._order()

    def first_field(self) -> QWidget:
        """Return what the keyboard reaches first."""
        return self.doors[Role.LEAD]

    def _order(self) -> None:
        """Let the Tab key go from top to bottom, over the lines that have just been made too."""
        ways: list[QWidget] = [*self.doors.values(), self.edit_button, self.remove_button]
        ways += [*self.successors.buttons, *self.predecessors.buttons]
        ways += [*self.taught.rows.buttons, self.taught.line, self.taught.add_button]
        for one, following in pairwise(ways):
            QWidget.setTabOrder(one, following)

    def _show_parts(self, body: Body, facts: Facts) -> None:
        words = {Role.LEAD: "Chủ trì", Role.COORDINATING: "Phối hợp"}
        for role, count in facts.parts(body).items():
            self.doors[role].setText(f"{words[role]} {count} nhiệm vụ")
            self.doors[role].setAccessibleName(
                f"{words[role]} {count} nhiệm vụ, kể cả qua nhóm: xem danh sách"
            )
            self.doors[role].setToolTip("Kể cả nhiệm vụ giao cho nhóm có cơ quan này")
            self.doors[role].setEnabled(count > 0)

    def _show_agency(self, body: Agency, facts: Facts, learnt: set[str]) -> None:
        self.short.say("; ".join(body.abbreviations))
        self.names.say("; ".join(name for name in body.aliases if name not in learnt), "Tên gọi khác")
        by_key = {agency.key: agency for agency in facts.directory.agencies}
        after = [by_key[key] for key in body.successors if key in by_key]
        split = " (việc được chia, tùy từng nhiệm vụ)" if len(after) > 1 else ""
        ended = not is_current(body, facts.today)
        self.successors.name.setText(f"{'Nay là' if ended else 'Sẽ do cơ quan sau tiếp nhận'}{split}")
        self.successors.fill((each.name, self._go(each)) for each in after)
        before = [agency for agency in facts.directory.agencies if body.key in agency.successors]
        self.predecessors.fill(
            (f"{each.name} ({validity(each)})" if each.valid_to else each.name, self._go(each))
            for each in before
        )
        of = [
            group.name
            for group in facts.directory.groups
            if body.level in group.levels and body.kind in group.kinds and is_current(group, facts.today)
        ]
        self.groups.say("; ".join(of) if is_current(body, facts.today) else "")
        self.members.say("")

    def _show_group(self, body: AgencyGroup, facts: Facts, learnt: set[str]) -> None:
        self.short.say("")
        self.names.say("; ".join(name for name in body.phrases if name not in learnt), "Các cách gọi")
        for rows in (self.successors, self.predecessors):
            rows.fill(())
        self.groups.say("")
        members = facts.directory.members(body.key, facts.today)
        self.members.say(
            "; ".join(member.name for member in members) or "Danh mục không liệt kê thành viên của nhóm này.",
            f"Thành viên hiện nay ({len(members)})" if members else "Thành viên hiện nay",
        )

    def _go(self, body: Body) -> QWidget:
        return tool_button("arrow-right", f"Xem {body.name}", lambda: self.opened.emit(body.key))

    def ask_tasks(self, role: Role) -> None:
        """Ask for the tasks in which the body shown has a part."""
        self.tasks_asked.emit({"agency": self._name, "role": role.value})


def _flow(*buttons: QPushButton) -> QWidget:
    made = QWidget()
    line = Flow(made)
    for each in buttons:
        line.addWidget(each)
    return made


def _kind(body: Body, *, own: bool) -> str:
    if isinstance(body, AgencyGroup):
        levels = ", ".join(LEVEL_WORDS[level] for level in body.levels)
        kind = f"Nhóm cơ quan ({levels})" if levels else "Nhóm cơ quan"
    else:
        kind = LEVEL_WORDS[body.level]
        kind = kind[0].upper() + kind[1:]
    return f"{kind}  ·  do đơn vị thêm" if own else kind
