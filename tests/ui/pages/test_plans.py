"""Văn bản và kế hoạch on real data: the sample plan, another version of it, and a document that changed it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.services.comparison import ImportChoices
from tests.ui.real_app import clipped, preferences, unnamed
from ui.bridge import Bridge
from ui.dialogs.import_wizard import ImportPage
from ui.dialogs.plan_changes import PlanChangesDialog
from ui.models.plan_table import COLUMNS, cell_text
from ui.models.plan_words import kind_words, span_words
from ui.pages.plans import PlansPage
from ui.preferences import TextSize

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def later(sample_app: App, plan_text: Path) -> App:
    """Import another version, then a document that changes one row."""
    app = sample_app
    assert isinstance(app.clock, SetClock)
    draft = app.imports.draft(app.imports.open_source(plan_text))
    app.clock.moment += timedelta(hours=1)
    app.imports.store(replace(draft, tasks=(replace(draft.tasks[0], lead="Sở Tư pháp"), *draft.tasks[2:])))
    app.clock.moment += timedelta(hours=1)
    head = PlanHead("Điều chỉnh Kế hoạch CCHC", "310/QĐ-UBND", date(2023, 2, 27), "UBND tỉnh")
    row = replace(draft.tasks[4], deadline="Quý III năm 2023")
    choices = ImportChoices(amends=app.plans.all()[0].id)
    app.imports.store(replace(draft, tasks=(row,), head=head, file="dieu-chinh.txt"), choices=choices)
    return app


@pytest.fixture
def page(qtbot: QtBot, later: App, sample_bridge: Bridge) -> Iterator[PlansPage]:
    made = PlansPage(later, sample_bridge)
    sample_bridge.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    with qtbot.waitSignal(made.loaded, timeout=30_000):
        made.refresh(None)
    yield made
    sample_bridge.changed.disconnect(made.refresh)


def cells(page: PlansPage, row: int) -> dict[str, str]:
    line = page.model.line(row)
    assert line is not None
    return {column: cell_text(line, column) for column in COLUMNS}


def asked(page: PlansPage) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    page.navigate.connect(lambda name, wanted: found.append((name, wanted)))
    return found


def test_the_amendment_stands_under_the_plan_it_changed(page: PlansPage) -> None:
    plan, amendment = cells(page, 0), cells(page, 1)
    assert plan["document"] == "45/QĐ-UBND"
    assert (plan["date"], plan["kind"], plan["year"]) == ("10/01/2023", "Quyết định", "2023")
    assert (plan["tasks"], plan["actor"]) == ("52 (1 không còn)", "Lê Thị Hoa")
    assert (amendment["document"], amendment["kind"]) == ("↳ 310/QĐ-UBND", "Điều chỉnh")
    assert amendment["tasks"] == "1 thay đổi"
    said = page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Văn bản điều chỉnh 310/QĐ-UBND, điều chỉnh 45/QĐ-UBND, ngày 27/02/2023")


def test_the_details_follow_the_row(page: PlansPage) -> None:
    assert page.details.document.facts["number"].text() == "45/QĐ-UBND"
    assert page.details.imports.list.count() == 3
    page.table.selectRow(1)
    assert page.details.document.facts["amends"].text() == "45/QĐ-UBND"
    assert page.details.imports.title.text() == "Văn bản này đã thay đổi"
    assert page.details.remove_button.isHidden()
    assert page.details.again_button.isHidden()


def test_doors_lead_to_the_tasks_and_to_the_import(page: PlansPage) -> None:
    found = asked(page)
    plan = page.current()
    assert plan is not None
    page.details.tasks_button.click()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.details.imports.check_button.click()
    QTest.keyClick(page.details.imports.check_list, Qt.Key.Key_Return)
    page.details.again_button.click()
    page.details.amend_button.click()
    ids = [row.task_id for row in plan.record.to_check]
    own = plan.record.plan.id
    assert found == [
        ("tasks", {"plan": own}),
        ("tasks", {"plan": own}),
        ("tasks", {"tasks": ids}),
        ("tasks", {"task": ids[0]}),
        ("import", None),
        ("import", {"amends": own}),
    ]
    page.table.selectRow(1)
    page.details.imports.changed_button.click()
    name, wanted = found[-1]
    assert name == "tasks"
    assert isinstance(wanted, dict)
    assert len(wanted["tasks"]) == 1


def test_a_plan_of_another_year_asks_before_changing_the_working_year(page: PlansPage, later: App) -> None:
    plan = later.plans.all()[0]
    row = later.imports.draft(later.imports.open_source(_other_plan(later)))
    later.imports.store(row)
    later.offices.save(replace(later.offices.get(), year=2024))
    found = asked(page)
    page.details.tasks_button.click()
    (box,) = page.window().findChildren(QMessageBox)
    assert "năm làm việc đang là 2024" in box.text()
    next(each for each in box.buttons() if "2023" in each.text()).click()
    assert later.offices.year() == 2023
    assert found == [("tasks", {"plan": plan.id})]


def _other_plan(app: App) -> Path:
    path = app.folder.root / "ke-hoach-2024.csv"
    path.write_text(
        "TT,Nội dung công việc,Cơ quan chủ trì,Thời gian thực hiện\n"
        "1,Kiểm tra cải cách hành chính năm 2024,Sở Nội vụ,Quý II năm 2024\n"
        "2,Tổng kết cải cách hành chính năm 2024,Sở Nội vụ,Tháng 12 năm 2024\n",
        encoding="utf-8",
    )
    return path


def test_comparing_shows_old_and_new_texts(page: PlansPage) -> None:
    page.details.compare_button.click()
    (dialog,) = page.window().findChildren(PlanChangesDialog)
    assert dialog.choice.currentIndex() == 0
    dialog.choice.setCurrentIndex(1)
    branches = [dialog.tree.topLevelItem(place) for place in range(dialog.tree.topLevelItemCount())]
    assert [branch.text(0) if branch else "" for branch in branches] == [
        "Thay đổi (1)",
        "Không còn trong văn bản (1)",
    ]
    changed = branches[0].child(0) if branches[0] else None
    field = changed.child(0) if changed else None
    assert field is not None
    assert [field.text(column) for column in range(3)] == [
        "Cơ quan chủ trì",
        "Sở Nội vụ",
        "Sở Tư pháp",
    ]
    assert unnamed(dialog) == []
    found = asked(page)
    dialog.tree.setCurrentItem(field)
    dialog.open_button.click()
    assert found[0][0] == "tasks"


def test_an_import_of_the_list_opens_its_changes(page: PlansPage) -> None:
    page.details.imports.list.setCurrentRow(2)
    page.details.imports.list_button.click()
    (dialog,) = page.window().findChildren(PlanChangesDialog)
    assert "lần nhập đầu, 53 mới" in dialog.words.text()
    dialog.reject()


def test_the_head_is_corrected_and_undone(qtbot: QtBot, page: PlansPage, sample_bridge: Bridge) -> None:
    line = page.current()
    assert line is not None
    dialog = page.operations.edit(line)
    dialog.number.setText("x" * 101)
    dialog.action_button.click()
    assert "dài quá 100 ký tự" in dialog.problem.text()
    dialog.number.setText("46/QĐ-UBND")
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        dialog.action_button.click()
    assert cells(page, 0)["document"] == "46/QĐ-UBND"
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        sample_bridge.undo()
    assert cells(page, 0)["document"] == "45/QĐ-UBND"
    page.table.selectRow(1)
    amendment = page.current()
    assert amendment is not None
    dialog = page.operations.edit(amendment)
    assert dialog.year.isHidden()
    dialog.issuer.setText("Chủ tịch UBND tỉnh")
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        dialog.action_button.click()
    assert cells(page, 1)["issuer"] == "Chủ tịch UBND tỉnh"
    assert page.table.currentIndex().row() == 1


def test_a_plan_is_deleted_after_a_question_and_comes_back(
    qtbot: QtBot, page: PlansPage, later: App, sample_bridge: Bridge
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    (box,) = page.window().findChildren(QMessageBox)
    assert "52 nhiệm vụ" in box.text()
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        next(each for each in box.buttons() if each.text() == "Xóa kế hoạch").click()
    assert later.plans.all() == ()
    assert page.states.currentWidget() is page.empty
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        sample_bridge.undo()
    assert page.states.currentWidget() is page.split
    assert len(later.plans.all()) == 1


def test_an_amendment_is_not_deleted_by_the_key(page: PlansPage, later: App) -> None:
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.window().findChildren(QMessageBox) == []
    assert len(later.plans.records()[0].amendments) == 1


def test_the_original_is_saved_or_found_again(
    qtbot: QtBot, page: PlansPage, later: App, plan_text: Path, tmp_path: Path, sample_bridge: Bridge
) -> None:
    document = page.details.document
    assert document.find_button.isHidden()
    document.save_button.click()
    (dialog,) = page.window().findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.txt"))
    qtbot.waitUntil(lambda: not sample_bridge.background.is_busy(), timeout=10_000)
    assert (tmp_path / "copy.txt").read_bytes() == plan_text.read_bytes()
    line = page.current()
    assert line is not None
    next(later.source_files.folder.glob(f"{line.file.sha256}*")).unlink()
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.refresh(None)
    assert document.open_button.isHidden()
    assert "Chưa có bản lưu" in document.file_note.text()
    dialog.deleteLater()
    document.find_button.click()
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.window().findChildren(QFileDialog)[-1].fileSelected.emit(str(plan_text))
    assert later.source_files.is_kept(line.file)
    assert not document.open_button.isHidden()


def test_nothing_is_cut_off_and_everything_has_a_name(qtbot: QtBot, page: PlansPage) -> None:
    assert unnamed(page) == []
    for row in (0, 1):
        page.table.selectRow(row)
        qtbot.waitUntil(lambda: clipped(page) == [])
    preferences(TextSize.LARGEST)
    page.resize(1030, 640)
    qtbot.waitUntil(lambda: clipped(page) == [])
    shown = [key for place, key in enumerate(COLUMNS) if not page.table.isColumnHidden(place)]
    assert "document" in shown
    assert "actor" not in shown, "there is no room for all columns at this size"
    QApplication.processEvents()


def test_without_plans_it_says_what_to_do(qtbot: QtBot, empty_app: App, empty_bridge: Bridge) -> None:
    made = PlansPage(empty_app, empty_bridge)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.loaded, timeout=30_000):
        made.refresh(None)
    assert made.states.currentWidget() is made.empty
    found = asked(made)
    made.empty_button.click()
    assert found == [("import", None)]


def test_the_import_page_takes_the_plan_to_be_amended(
    qtbot: QtBot, later: App, sample_bridge: Bridge
) -> None:
    made = ImportPage(later, sample_bridge)
    qtbot.addWidget(made)
    plan = later.plans.all()[0]
    made.show_filter({"amends": plan.id})
    assert made.state.amends == plan.id
    assert made.state.way_chosen
    assert "45/QĐ-UBND" in made.header.subtitle.text()
    made.start_again()
    fresh = made.state
    assert fresh.amends is None
    assert made.header.subtitle.text() == ""


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Chương trình CCHC giai đoạn 2021 - 2030", "2021–2030"),
        ("Kế hoạch CCHC năm 2023 thuộc Chương trình giai đoạn 2021-2030", "2023"),
        ("Kế hoạch CCHC", "2023"),
    ],
)
def test_the_years_of_a_programme(sample_app: App, title: str, said: str) -> None:
    plan = sample_app.plans.all()[0]
    assert span_words(replace(plan, head=replace(plan.head, title=title))) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("12/KH-UBND", "Kế hoạch"),
        ("05/CTr-UBND", "Chương trình"),
        ("15/2021/NQ-HĐND", "Nghị quyết"),
        ("7", "—"),
    ],
)
def test_the_kind_of_a_document(number: str, said: str) -> None:
    assert kind_words(PlanHead(document_number=number)) == said
