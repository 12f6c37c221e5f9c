"""The draft under review: marks, edits that are read again, rows left out."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.agency_data import load_agencies, load_groups
from cchc_desktop.domain.agencies import Directory, PartyKind
from cchc_desktop.domain.deadlines import read_deadline
from cchc_desktop.paths import resources
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.pipeline import draft_from, paste_source
from ui.models.draft_edits import Context
from ui.models.draft_filter import DraftFilter
from ui.models.draft_model import MARK, READING, DraftModel
from ui.models.draft_review import ReviewLog
from ui.models.draft_rows import place_of, row_keys, unknown_names
from ui.models.draft_words import ALL_ROWS, LEFT_OUT, NEEDS_CHECK, mark_words

DIRECTORY = Directory(load_agencies(resources()), load_groups(resources()))


CONTEXT = Context(
    DIRECTORY,
    2023,
    read_deadline,
    frozenset({"content", "lead", "coordinating", "issuing_level", "deadline"}),
)


@pytest.fixture(scope="module")
def draft() -> PlanDraft:
    text = (resources() / "plans" / "tien-giang-2023.txt").read_text("utf-8")
    return draft_from(paste_source(text), DIRECTORY)


@pytest.fixture
def model(qtbot: QtBot, draft: PlanDraft) -> DraftModel:  # noqa: ARG001 - icons need the application
    model = DraftModel()
    model.fill(draft, ReviewLog(), CONTEXT)
    return model


def row_at(model: DraftModel, place: str) -> int:
    return next(row for row, task in enumerate(model.tasks()) if place_of(task) == place)


def test_every_task_is_a_row_with_its_place_and_reading(model: DraftModel, draft: PlanDraft) -> None:
    assert model.rowCount() == len(draft.tasks) == 53
    row = row_at(model, "I.8")
    shown = {key: model.index(row, column).data() for column, key in enumerate(model.keys())}
    assert shown["place"] == "I.8"
    assert shown["deadline"] == "Quý IV năm 2023"
    assert shown[READING] == "01/10 – 31/12/2023"
    assert shown[MARK] == "Đạt"
    tip = model.index(row, model.keys().index(READING)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Quý IV năm 2023 → 01/10 – 31/12/2023")
    assert model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "I.8, TT: I.8"


def test_a_row_to_check_says_what_is_the_matter(model: DraftModel) -> None:
    row = row_at(model, "I.9")
    mark = model.index(row, 0)
    assert mark.data() == "Dòng nối"
    assert mark.data(Qt.ItemDataRole.ToolTipRole) == model.task(row).problems[0].message
    other = row_at(model, "VII.7")
    lead = model.index(other, model.keys().index("lead"))
    assert lead.data(Qt.ItemDataRole.BackgroundRole) is not None, "the cell in question is marked"
    assert model.index(other, model.keys().index("content")).data(Qt.ItemDataRole.BackgroundRole) is None


def test_counts_and_filters_agree(model: DraftModel) -> None:
    counts = model.counts()
    assert counts[ALL_ROWS] == 53
    assert counts["joined_rows"] == 4
    assert counts[LEFT_OUT] == 0
    shown = DraftFilter(model)
    for wanted, count in counts.items():
        shown.show(wanted)
        assert shown.rowCount() == count, wanted
    assert counts[NEEDS_CHECK] == sum(bool(task.problems) for task in model.tasks())


def test_an_edited_deadline_is_read_again_and_its_problem_settled(model: DraftModel) -> None:
    row = next(
        row
        for row, task in enumerate(model.tasks())
        if any(problem.code == "deadline_uncertain" for problem in task.problems)
    )
    column = model.keys().index("deadline")
    assert model.setData(model.index(row, column), " Quý  III\nnăm 2023 ")
    task = model.task(row)
    assert task.deadline == "Quý III năm 2023"
    assert task.deadline_reading == read_deadline("Quý III năm 2023", 2023)
    assert not any(problem.field == "deadline" for problem in task.problems)
    assert model.original(row).deadline != task.deadline
    model.setData(model.index(row, column), "chưa biết bao giờ")
    assert any(problem.code == "deadline_not_understood" for problem in model.task(row).problems)


def test_an_edited_agency_is_split_again(model: DraftModel) -> None:
    row = row_at(model, "I.1")
    assert model.edit(row, "lead", "Sở Nội vụ; Cục Không Gian Vũ Trụ")
    task = model.task(row)
    assert [party.kind for party in task.lead_parties] == [PartyKind.AGENCY, PartyKind.UNKNOWN]
    assert unknown_names(model.tasks()) == {"Cục Không Gian Vũ Trụ": 1}
    assert any(problem.code == "unknown_agency" for problem in task.problems)
    model.edit(row, "lead", "")
    assert [problem.code for problem in model.task(row).problems] == ["missing_lead"]


def test_the_same_text_is_no_edit(model: DraftModel) -> None:
    assert not model.edit(0, "lead", f" {model.task(0).lead} ")
    assert model.review.edits == {}


def test_a_section_title_changes_for_the_whole_section(model: DraftModel) -> None:
    row = row_at(model, "VI.1")
    model.edit(row, "section_title", "CẢI CÁCH TÀI CHÍNH CÔNG")
    titles = {task.section: task.section_title for task in model.tasks()}
    assert titles["VI"] == "CẢI CÁCH TÀI CHÍNH CÔNG"
    assert titles["V"] != titles["VI"]


def test_an_emptied_content_is_a_problem(model: DraftModel) -> None:
    model.edit(0, "content", "")
    assert [problem.code for problem in model.task(0).problems] == ["empty_content"]


def test_rows_are_left_out_and_taken_back(model: DraftModel) -> None:
    box = model.index(2, 0)
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert len(model.kept()) == 52
    assert model.left_out() == {2}
    assert box.data() == "Không nhập"
    model.leave_out([2], out=False)
    assert len(model.kept()) == 53
    model.leave_out([], out=True)


def test_what_a_person_did_survives_reading_again(model: DraftModel, draft: PlanDraft) -> None:
    row = row_at(model, "IV.2")
    model.edit(row, "lead", "Sở Tư pháp")
    model.leave_out([row + 1], out=True)
    later = replace(draft, tasks=draft.tasks[1:])
    model.fill(later, model.log, CONTEXT)
    assert model.task(row - 1).lead == "Sở Tư pháp"
    assert model.left_out() == {row}


def test_only_texts_can_be_edited(model: DraftModel) -> None:
    flags = {key: model.flags(model.index(0, column)) for column, key in enumerate(model.keys())}
    assert not flags[READING] & Qt.ItemFlag.ItemIsEditable
    assert not flags[MARK] & Qt.ItemFlag.ItemIsEditable
    assert flags[MARK] & Qt.ItemFlag.ItemIsUserCheckable
    assert flags["content"] & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, model.keys().index(READING)), "x")


def test_rows_without_a_place_in_the_file_are_still_told_apart(draft: PlanDraft) -> None:
    task = replace(draft.tasks[0], source_rows=())
    keys = row_keys(replace(draft, tasks=(task, task, draft.tasks[1])))
    assert len(set(keys)) == 3


def test_several_problems_are_counted(draft: PlanDraft) -> None:
    problem = next(problem for task in draft.tasks for problem in task.problems)
    task = replace(draft.tasks[0], problems=(problem, problem, problem))
    assert mark_words(task) == "Dòng nối +2"
    assert mark_words(task, left_out=True) == "Không nhập"


def test_the_sample_is_where_the_tests_look_for_it(plan_text: Path) -> None:
    assert plan_text.is_file()
