"""Cơ quan và đơn vị on real data."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QTreeView
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.agencies import PartyKind
from cchc_desktop.services.own_directory import AgencyEntry
from cchc_desktop.services.task_queries import Role, TaskQuery
from cchc_desktop.services.task_rows import NewTask
from tests.ui.real_app import clipped, unnamed
from ui.bridge import Bridge
from ui.dialogs.agency_own import OwnAgencyDialog, OwnGroupDialog
from ui.main_window import MainWindow
from ui.pages.agencies import DIRECTORY, OLD, UNKNOWN, AgenciesPage

Rest = Callable[[Bridge], None]
TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def clock() -> SetClock:
    return SetClock(at(TODAY, 9))


@pytest.fixture
def names(core: App) -> list[int]:
    """Store two tasks of bodies that nobody knows; return their ids."""
    plan = core.plans.all()[0].id
    return [
        core.tasks.add(plan, NewTask("I", number, "Khảo sát", lead=lead)).task.id
        for number, lead in (("X", "Sở Chợ Gạo; Sở Nội vụ"), ("Y", "Sở Chợ Gạo; Đội Cai Lậy"))
    ]


@pytest.fixture
def page(qtbot: QtBot, core: App, bridge: Bridge, names: list[int], at_rest: Rest) -> AgenciesPage:  # noqa: ARG001 - stored first
    page = AgenciesPage(core, bridge)
    qtbot.addWidget(page)
    bridge.changed.connect(page.refresh)
    page.resize(1100, 640)
    page.show()
    page.refresh()
    at_rest(bridge)
    return page


@pytest.fixture
def asked(page: AgenciesPage) -> list[tuple[str, object]]:
    """Return what the page asks the window for."""
    found: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: found.append((name, wanted)))
    return found


def told() -> list[str]:
    boxes = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]
    texts = [box.text() for box in boxes]
    for box in boxes:
        box.close()
    return texts


def tabs(page: AgenciesPage) -> list[str]:
    return [page.tabs.group.button(place).text() for place in (DIRECTORY, UNKNOWN, OLD)]


def search(page: AgenciesPage, text: str) -> None:
    page.directory.search.setText(text)
    QTest.keyClick(page.directory.search, Qt.Key.Key_Return)


def taught(page: AgenciesPage) -> list[str]:
    return [each.accessibleName() for each in page.body.taught.rows.buttons]


def test_tabs_count_what_is_in_them(page: AgenciesPage, core: App) -> None:
    directory = core.agencies.directory()
    assert tabs(page) == [
        f"Danh mục ({len(directory.agencies) + len(directory.groups)})",
        "Tên chưa xác định (2)",
        "Tên cũ (3)",
    ]
    assert page.body.none.isVisible()
    assert not page.body.title.isVisible()


def test_a_search_opens_the_branches_with_hits(page: AgenciesPage) -> None:
    search(page, "thong tin va truyen thong")
    tree, rows = page.directory.tree, page.directory.rows
    assert all(tree.isExpanded(rows.index(place, 0)) for place in range(rows.rowCount()))
    assert rows.index_of("so-thong-tin-va-truyen-thong").isValid()
    assert not rows.index_of("so-noi-vu").isValid()
    search(page, "zzz")
    assert page.directory.none.isVisible()
    page.show_body("so-noi-vu")
    assert page.directory.search.text() == "", "a search that hides what is asked for goes"
    assert page.body.title.text() == "Sở Nội vụ"


def test_arrow_keys_go_from_body_to_body(page: AgenciesPage) -> None:
    search(page, "so noi")
    QTest.keyClick(page.directory.search, Qt.Key.Key_Down)
    tree = page.directory.tree
    assert isinstance(QApplication.focusWidget(), QTreeView)
    tree.setCurrentIndex(page.directory.rows.index(0, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert not tree.isExpanded(tree.currentIndex())
    QTest.keyClick(tree, Qt.Key.Key_Space)
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert page.body.title.text() == "Sở Nội vụ"
    QTest.keyClicks(tree, "b")
    assert page.body.title.text() == "Sở Nội vụ", "letters belong to the input method"


def test_a_body_says_since_when_and_who_follows_it(page: AgenciesPage) -> None:
    page.show_body("so-thong-tin-va-truyen-thong")
    body = page.body
    assert body.validity.text.text() == "đến 28/02/2025"
    assert body.successors.name.text() == "Nay là (việc được chia, tùy từng nhiệm vụ)"
    assert [made.accessibleName() for made in body.successors.buttons] == [
        "Xem Sở Khoa học và Công nghệ",
        "Xem Sở Văn hóa, Thể thao và Du lịch",
    ]
    assert not body.groups.isVisible(), "it is in no group any more"
    assert not body.edit_button.isVisible()
    QTest.mouseClick(body.successors.buttons[0], Qt.MouseButton.LeftButton)
    assert body.title.text() == "Sở Khoa học và Công nghệ"
    assert any("Thông tin và Truyền thông" in made.accessibleName() for made in body.predecessors.buttons)
    assert "Các sở, ban, ngành tỉnh" in body.groups.text.text()


def test_a_group_lists_its_members(page: AgenciesPage) -> None:
    page.show_body("cac-so-ban-nganh-tinh")
    assert "Sở Nội vụ" in page.body.members.text.text().split("; ")
    assert "Sở Thông tin và Truyền thông" not in page.body.members.text.text()
    page.show_body("cac-chu-dau-tu")
    assert page.body.members.text.text() == "Danh mục không liệt kê thành viên của nhóm này."


def test_the_number_of_tasks_is_a_door(
    page: AgenciesPage, core: App, asked: list[tuple[str, object]]
) -> None:
    page.show_body("so-tu-phap")
    for role, words in ((Role.LEAD, "Chủ trì"), (Role.COORDINATING, "Phối hợp")):
        count = len(core.tasks.list(TaskQuery(year=2023, agency="Sở Tư pháp", role=role)))
        assert page.body.doors[role].text() == f"{words} {count} nhiệm vụ"
        assert count
    page.body.doors[Role.LEAD].click()
    assert asked == [("tasks", {"agency": "Sở Tư pháp", "role": "lead"})]


def test_another_name_is_added_taken_back_and_undone(
    page: AgenciesPage, bridge: Bridge, at_rest: Rest
) -> None:
    page.show_body("so-noi-vu")
    names = page.body.taught
    assert not names.add_button.isEnabled()
    names.line.setText("  SNV   Tiền Giang cũ")
    QTest.keyClick(names.line, Qt.Key.Key_Return)
    at_rest(bridge)
    assert taught(page) == ["Bỏ tên gọi “SNV Tiền Giang cũ”"]
    assert names.line.text() == ""
    QTest.mouseClick(names.rows.buttons[0], Qt.MouseButton.LeftButton)
    at_rest(bridge)
    assert taught(page) == []
    bridge.undo()
    at_rest(bridge)
    assert taught(page) == ["Bỏ tên gọi “SNV Tiền Giang cũ”"]


def test_a_name_that_is_taken_is_refused_and_stays_typed(page: AgenciesPage) -> None:
    page.show_body("so-noi-vu")
    page.body.taught.line.setText("Sở Tư pháp")
    page.body.taught.add_button.click()
    (said,) = told()
    assert "đã là tên của “Sở Tư pháp”" in said
    assert page.body.taught.line.text() == "Sở Tư pháp"


def test_an_own_body_is_added_shown_changed_and_removed(
    page: AgenciesPage, core: App, bridge: Bridge, at_rest: Rest
) -> None:
    page.add_button.click()
    (dialog,) = page.findChildren(OwnAgencyDialog)
    dialog.try_to_save()
    assert "Chưa có tên" in dialog.problem.text()
    dialog.name.setText("Trung tâm Điều hành đô thị Gò Công")
    dialog.short.setText("TTĐHGC; ")
    dialog.kind.setCurrentIndex(dialog.kind.findData("department"))
    assert "Các sở, ban, ngành tỉnh" in dialog.groups.text()
    assert not dialog.successor.isVisible()
    dialog.ends.edit.setText("31/2/2026")
    dialog.try_to_save()
    assert "31/2/2026" in dialog.problem.text()
    dialog.ends.edit.setText("")
    dialog.try_to_save()
    at_rest(bridge)
    assert page.body.title.text() == "Trung tâm Điều hành đô thị Gò Công"
    assert page.body.kind.text() == "Cấp tỉnh  ·  do đơn vị thêm"
    (key,) = core.agencies.own.keys()
    page.body.edit_button.click()
    dialog = next(each for each in page.findChildren(OwnAgencyDialog) if each.isVisible())
    assert (dialog.short.text(), dialog.kind.currentData()) == ("TTĐHGC", "department")
    dialog.ends.edit.setText("30/6/2026")
    assert dialog.successor.isVisible()
    dialog.successor.choose("so-noi-vu", "")
    dialog.try_to_save()
    at_rest(bridge)
    assert page.body.successors.name.text() == "Nay là"
    assert page.body.validity.text.text() == "đến 30/06/2026"
    page.body.remove_button.click()
    at_rest(bridge)
    assert core.agencies.own.keys() == frozenset()
    assert page.body.none.isVisible()
    bridge.undo()
    at_rest(bridge)
    assert core.agencies.own.keys() == {key}
    assert page.body.title.text() == "Trung tâm Điều hành đô thị Gò Công"


def test_an_own_group_is_added_changed_and_removed(
    page: AgenciesPage, core: App, bridge: Bridge, at_rest: Rest
) -> None:
    page.group_button.click()
    (dialog,) = page.findChildren(OwnGroupDialog)
    dialog.name.setText("Các sở, ngành")
    dialog.try_to_save()
    assert "đã là tên" in dialog.problem.text()
    dialog.name.setText("Các tổ công nghệ số Gò Công")
    dialog.phrases.setPlainText("Tổ CNS Gò Công\n\nTổ số Gò Công")
    dialog.try_to_save()
    at_rest(bridge)
    assert page.body.kind.text() == "Nhóm cơ quan  ·  do đơn vị thêm"
    assert taught(page) == ["Bỏ tên gọi “Tổ CNS Gò Công”", "Bỏ tên gọi “Tổ số Gò Công”"]
    page.body.edit_button.click()
    dialog = next(each for each in page.findChildren(OwnGroupDialog) if each.isVisible())
    assert dialog.phrases.toPlainText() == "Tổ CNS Gò Công\nTổ số Gò Công"
    dialog.phrases.setPlainText("Tổ số Gò Công")
    dialog.try_to_save()
    at_rest(bridge)
    assert taught(page) == ["Bỏ tên gọi “Tổ số Gò Công”"]
    page.body.remove_button.click()
    at_rest(bridge)
    assert core.agencies.own.keys() == frozenset()


def test_nothing_is_picked_for_an_unknown_name(page: AgenciesPage, names: list[int]) -> None:
    page.show_filter({"part": "unknown"})
    view = page.unknown
    assert page.tabs.current() == UNKNOWN
    assert view.right.currentIndex() == 0
    view.names.setCurrentRow(0)
    assert view.title.text() == "“Sở Chợ Gạo”"
    assert [view.tasks.item(row).data(Qt.ItemDataRole.UserRole) for row in range(view.tasks.count())] == names
    assert view.bodies.count() > 0
    assert all("giống " in view.bodies.item(row).text() for row in range(view.bodies.count()))
    assert view.body() is None
    assert not view.take_button.isEnabled()


def test_an_unknown_name_becomes_another_name_of_a_body(
    page: AgenciesPage, core: App, bridge: Bridge, names: list[int], at_rest: Rest
) -> None:
    page.tabs.show_page(UNKNOWN)
    view = page.unknown
    view.names.setCurrentRow(0)
    view.search.setText("so cong thuong")
    QTest.keyClick(view.search, Qt.Key.Key_Down)
    assert view.bodies.currentItem().text().startswith("Sở Công Thương")
    view.take_button.click()
    at_rest(bridge)
    assert core.tasks.get(names[0]).lead_parties[0].name == "Sở Công Thương"
    assert tabs(page)[UNKNOWN] == "Tên chưa xác định (1)"
    assert view.text() == "Đội Cai Lậy", "the next one takes its place"
    bridge.undo()
    at_rest(bridge)
    assert tabs(page)[UNKNOWN] == "Tên chưa xác định (2)"


def test_a_name_without_a_likeness_says_so(page: AgenciesPage) -> None:
    view = page.unknown
    view.names.setCurrentRow(0)
    view.search.setText("zzz")
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    assert view.bodies.count() == 0
    assert view.offer.text() == "Không có tên nào khớp. Hãy gõ ít chữ hơn."


@pytest.mark.parametrize(
    ("kind", "added"), [(PartyKind.AGENCY, "agency_button"), (PartyKind.GROUP, "group_button")]
)
def test_an_unknown_name_becomes_a_new_entry_even_under_a_better_name(
    page: AgenciesPage,
    core: App,
    bridge: Bridge,
    names: list[int],
    at_rest: Rest,
    kind: PartyKind,
    added: str,
) -> None:
    page.tabs.show_page(UNKNOWN)
    page.unknown.names.setCurrentRow(0)
    getattr(page.unknown, added).click()
    dialog: OwnAgencyDialog | OwnGroupDialog
    if kind is PartyKind.AGENCY:
        (dialog,) = page.findChildren(OwnAgencyDialog)
    else:
        (dialog,) = page.findChildren(OwnGroupDialog)
    assert dialog.name.text() == "Sở Chợ Gạo"
    dialog.name.setText("Cơ quan Chợ Gạo liên xã")
    dialog.try_to_save()
    at_rest(bridge)
    party = core.tasks.get(names[0]).lead_parties[0]
    assert (party.text, party.kind, party.name) == ("Sở Chợ Gạo", kind, "Cơ quan Chợ Gạo liên xã")
    assert page.tabs.current() == UNKNOWN, "the officer goes on with the next name"


def test_a_name_left_as_it_is_asks_no_more(page: AgenciesPage, bridge: Bridge, at_rest: Rest) -> None:
    page.tabs.show_page(UNKNOWN)
    view = page.unknown
    view.names.setCurrentRow(0)
    view.leave_button.click()
    at_rest(bridge)
    assert tabs(page)[UNKNOWN] == "Tên chưa xác định (1)"
    assert view.names.item(1).text() == "Sở Chợ Gạo  ·  2 nhiệm vụ  ·  để nguyên"
    assert view.leave_button.text() == "Xét lại"
    view.leave_button.click()
    at_rest(bridge)
    assert tabs(page)[UNKNOWN] == "Tên chưa xác định (2)"


def test_tasks_of_a_name_open_on_their_page(
    page: AgenciesPage, names: list[int], asked: list[tuple[str, object]]
) -> None:
    page.unknown.names.setCurrentRow(0)
    page.unknown.tasks.itemActivated.emit(page.unknown.tasks.item(0))
    page.unknown.tasks_asked.emit(names)
    assert asked == [("tasks", {"task": names[0]}), ("tasks", {"tasks": names})]
    assert page.facts is not None
    page.facts = replace(page.facts, listed=())
    page.unknown.tasks_asked.emit(names)
    assert "kế hoạch năm 2023" in told()[0]
    assert len(asked) == 2


def test_old_names_say_what_they_are_called_now(
    page: AgenciesPage, core: App, asked: list[tuple[str, object]]
) -> None:
    before = core.tasks.list()
    page.show_filter({"part": "old"})
    view = page.old
    assert page.tabs.current() == OLD
    rows = {
        view.names.index(row, 0).data(): view.names.index(row, 1).data()
        for row in range(view.names.rowCount())
    }
    assert rows["Sở Kế hoạch và Đầu tư"] == "Sở Tài chính"
    assert rows["Sở Thông tin và Truyền thông"] == (
        "Sở Khoa học và Công nghệ; Sở Văn hóa, Thể thao và Du lịch (việc được chia)"
    )
    assert not view.tasks_button.isEnabled()
    view.table.selectRow(list(rows).index("Sở Kế hoạch và Đầu tư"))
    said = view.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Sở Kế hoạch và Đầu tư, nay là Sở Tài chính, 3 nhiệm vụ"
    view.tasks_button.click()
    ((name, wanted),) = asked
    assert name == "tasks"
    assert isinstance(wanted, dict)
    assert len(wanted["tasks"]) == 3
    view.open_button.click()
    assert page.body.title.text() == "Sở Kế hoạch và Đầu tư"
    assert core.tasks.list() == before, "the plan keeps its words"


def test_nothing_to_settle_is_said(qtbot: QtBot, empty_app: App, empty_bridge: Bridge, at_rest: Rest) -> None:
    page = AgenciesPage(empty_app, empty_bridge)
    qtbot.addWidget(page)
    page.show()
    page.show_filter({"agency": "so-noi-vu"})
    page.refresh()
    at_rest(empty_bridge)
    assert page.body.title.text() == "Sở Nội vụ", "what was asked for before the data were read"
    assert not page.body.doors[Role.LEAD].isEnabled()
    for place, view in ((UNKNOWN, page.unknown), (OLD, page.old)):
        page.tabs.show_page(place)
        assert view.empty.isVisible()
        assert view.empty.message.text().endswith(".")


def test_only_reading_changes_nothing(
    qtbot: QtBot, core: App, office_folder: Path, clock: SetClock, at_rest: Rest
) -> None:
    core.tasks.add(core.plans.all()[0].id, NewTask("I", "X", "Khảo sát", lead="Sở Chợ Gạo"))
    key, _ = core.agencies.own.add_agency(AgencyEntry("Trung tâm Gò Công"))
    reader = open_app(office_folder, clock, read_only=True)
    bridge = Bridge(reader)
    page = AgenciesPage(reader, bridge)
    qtbot.addWidget(page)
    page.refresh()
    at_rest(bridge)
    page.show_body(key)
    page.unknown.names.setCurrentRow(0)
    page.unknown.bodies.setCurrentRow(0)
    for each in (
        page.add_button, page.group_button, page.body.edit_button, page.body.remove_button, page.body.taught.line,
        page.unknown.take_button, page.unknown.group_button, page.unknown.agency_button, page.unknown.leave_button,
    ):  # fmt: skip
        assert not each.isEnabled(), each.accessibleName()
    bridge.close()
    reader.close()


@pytest.mark.parametrize("tab", [DIRECTORY, UNKNOWN, OLD])
def test_everything_is_named_and_nothing_cut_off(page: AgenciesPage, tab: int) -> None:
    page.show_body("so-thong-tin-va-truyen-thong")
    page.tabs.show_page(tab)
    page.unknown.names.setCurrentRow(0)
    assert unnamed(page) == []
    assert clipped(page) == []


def test_tab_goes_in_reading_order(page: AgenciesPage, core: App, bridge: Bridge, at_rest: Rest) -> None:
    core.agencies.add_alias("so-noi-vu", "SNV Tiền Giang cũ")
    page.refresh()
    at_rest(bridge)
    page.show_body("so-noi-vu")
    QApplication.processEvents()  # what was made is shown
    page.group_button.setFocus()
    order = []
    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        order.append(focused)
        page.focusNextChild()
    body = page.body
    assert order == [
        page.group_button,
        page.add_button,
        page.tabs.group.button(DIRECTORY),
        page.directory.search,
        page.directory.tree,
        *body.doors.values(),
        *body.predecessors.buttons,
        *body.taught.rows.buttons,
    ]


def test_the_sidebar_counts_names_to_settle(window: MainWindow, at_rest: Rest) -> None:
    app = window.bridge.app
    assert app is not None
    plan = app.plans.all()[0].id
    window.bridge.run(lambda: app.tasks.add(plan, NewTask("I", "X", "Việc", lead="Sở Chợ Gạo")))
    at_rest(window.bridge)
    said = Qt.ItemDataRole.AccessibleTextRole
    pages = window.sidebar.above

    def entry() -> object:
        rows = (pages.item(row) for row in range(pages.count()))
        return next(item.data(said) for item in rows if item.text() == AgenciesPage.title)

    assert entry() == "Cơ quan và đơn vị, 1"
    window.bridge.run(lambda: app.agencies.leave_names(["Sở Chợ Gạo"]))
    at_rest(window.bridge)
    assert entry() == "Cơ quan và đơn vị"
