"""The virtual model over an arrangement: what Qt's own tester says, what each role answers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.tasks import Status
from ui.models.arrangement import SectionRow
from ui.models.task_filter import TaskFilter
from ui.models.task_list import TaskList, load
from ui.models.task_model import TaskModel
from ui.models.task_words import COLUMNS, TITLES

DISPLAY = Qt.ItemDataRole.DisplayRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def source(core: App) -> TaskList:
    return load(core)


@pytest.fixture
def model(qtbot: QtBot, source: TaskList) -> TaskModel:  # noqa: ARG001 - the application must exist
    made = TaskModel()
    made.arrangement.load(source)
    made.show_entries()
    return made


@pytest.fixture
def watched(model: TaskModel) -> Callable[[], None]:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.setProperty("tester", tester)  # keeps it alive as long as the model
    return model.show_entries


def test_qt_finds_no_fault_in_it(model: TaskModel, watched: Callable[[], None]) -> None:
    arrangement = model.arrangement
    for wanted in (
        TaskFilter(search="bao cao"),
        TaskFilter(status="overdue"),
        TaskFilter(search="zzz"),
        TaskFilter(),
    ):
        arrangement.set_filter(wanted)
        watched()
    arrangement.collapsed = {row.section for row in arrangement.source.rows}
    arrangement.arrange(arrangement.search())
    watched()
    arrangement.load(TaskList())
    watched()
    assert model.rowCount() == 0


def test_rows_are_sections_with_their_tasks(model: TaskModel) -> None:
    assert model.rowCount() == 53 + 7
    assert model.columnCount() == len(COLUMNS)
    assert len(model.section_rows()) == 7
    first = model.entry(0)
    assert isinstance(first, SectionRow)
    assert first.title == "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC"
    assert (first.done, first.total) == (0, 12)
    assert model.task_at(0) is None
    assert model.task_at(99_999) is None


def test_cells_say_what_the_plan_says(model: TaskModel) -> None:
    said = {column: model.data(model.index(4, place), DISPLAY) for place, column in enumerate(COLUMNS)}
    assert said == {
        "number": "4",
        "content": "Quyết định về việc Ban hành Chỉ số CCHC của các sở, ban, ngành tỉnh và UBND các huyện, thị xã, "
        "thành phố năm 2023 trên địa bàn tỉnh Tiền Giang.",
        "lead": "Sở Nội vụ",
        "coordinating": "Các sở, ngành, UBND cấp huyện",
        "deadline": "Tháng 3 năm 2023",
        "due": "31/03/2023",
        "status": "Quá hạn",
    }


def test_a_screen_reader_gets_a_sentence_for_a_row(model: TaskModel) -> None:
    said = model.data(model.index(4, 2), ACCESSIBLE)
    assert said.startswith("Nhiệm vụ 4, Quyết định về việc")
    for part in ("quá hạn", "hạn 31/03/2023", "Sở Nội vụ chủ trì"):
        assert part in said
    assert model.data(model.index(0, 0), ACCESSIBLE) == (
        "Lĩnh vực I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC, hoàn thành 0 trên 12, đang mở"
    )


def test_tooltips_hold_the_whole_text(model: TaskModel) -> None:
    place = COLUMNS.index("due")
    assert model.data(model.index(4, place), Qt.ItemDataRole.ToolTipRole) == "Hạn theo kế hoạch: 31/03/2023"
    lead = model.data(model.index(4, COLUMNS.index("lead")), Qt.ItemDataRole.ToolTipRole)
    assert lead == "Sở Nội vụ (cơ quan của bạn: chủ trì)"


def test_headings_and_nothing_else(model: TaskModel) -> None:
    horizontal = Qt.Orientation.Horizontal
    assert [model.headerData(place, horizontal, DISPLAY) for place in range(len(COLUMNS))] == list(
        TITLES.values()
    )
    assert model.headerData(0, Qt.Orientation.Vertical, DISPLAY) is None
    assert model.headerData(99, horizontal, DISPLAY) is None
    assert "sắp xếp" in model.headerData(0, horizontal, Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(0, horizontal, Qt.ItemDataRole.FontRole) is None
    assert model.data(QModelIndex(), DISPLAY) is None
    assert model.data(model.index(1, 1), Qt.ItemDataRole.FontRole) is None


def test_section_rows_are_reached_but_not_selected(model: TaskModel) -> None:
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_task_is_found_again(model: TaskModel) -> None:
    task = model.task_at(4)
    assert task is not None
    assert model.row_of(task.id) == 4
    assert model.row_of(-1) == -1
    assert task.status is Status.OVERDUE
