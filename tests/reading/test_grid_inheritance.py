"""Rows take from the rows above what they leave to them, and every such cell is noted."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.grid.inheritance import is_ditto, with_texts_above
from cchc_desktop.reading.grid.tasks import Borrowed, RawTask, read_tasks
from tests.reading.tables import grid, rows, source

HEADING = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian"


def read(text: str) -> list[RawTask]:
    return with_texts_above(read_tasks(rows(text)).tasks)


def cells(task: RawTask) -> tuple[str, ...]:
    return tuple(task.text(role) for role in ("lead", "coordinating", "deadline"))


@pytest.mark.parametrize("mark", ["nt", "NT", "-nt-", "n.t", "Như trên", "(như trên)", "//", "- // -", '"', "”", "Như dòng trên", "ditto"])  # fmt: skip
def test_marks_that_say_as_above(mark: str) -> None:
    assert is_ditto(mark)
    one, other = read(f"1|Rà soát|Sở Tư pháp|Các sở|Quý I\n2|Kiểm tra|{mark}|Các sở|{mark}")
    assert cells(other) == ("Sở Tư pháp", "Các sở", "Quý I")
    assert other.borrowed == {"lead": Borrowed.DITTO, "deadline": Borrowed.DITTO}
    assert one.borrowed == {}


@pytest.mark.parametrize("text", ["-", "", "Ninh Thuận", "Sở NT", "…", "+"])
def test_texts_that_do_not(text: str) -> None:
    assert not is_ditto(text)


def test_a_mark_at_the_top_stays() -> None:
    (task,) = read("1|Rà soát|nt||Quý I")
    assert (task.text("lead"), task.borrowed) == ("nt", {})


def test_marks_go_on_from_row_to_row() -> None:
    tasks = read("1|Rà soát|Sở Tư pháp||Quý I\n2|b|nt||nt\n3|c|nt|nt|nt")
    assert cells(tasks[2]) == ("Sở Tư pháp", "nt", "Quý I")


def test_sub_rows_take_what_they_leave_empty() -> None:
    tasks = read(
        "1|Kiểm tra|Sở Nội vụ|Các sở|Quý II\n1.1|a|||\n1.1.1|b|Sở Y tế||\n1.2|c|||Quý III\n2|Tổng kết|||\n2.1|d|||"
    )
    assert cells(tasks[1]) == ("Sở Nội vụ", "Các sở", "Quý II")
    assert cells(tasks[2]) == ("Sở Y tế", "Các sở", "Quý II")
    assert cells(tasks[3]) == ("Sở Nội vụ", "Các sở", "Quý III")
    assert tasks[2].borrowed == {"coordinating": Borrowed.ABOVE, "deadline": Borrowed.ABOVE}


def test_letters_and_dashes_belong_to_the_number_above() -> None:
    tasks = read(
        "1|Kiểm tra|Sở Nội vụ|Các sở|Quý II\na)|a|||\n-|b|||Tháng 3\nb)|c|Sở Y tế||\n2|Tổng kết|Sở Nội vụ||Quý IV\n|- d|Sở Y tế||"
    )
    assert [cells(task) for task in tasks[1:4]] == [
        ("Sở Nội vụ", "Các sở", "Quý II"),
        ("Sở Nội vụ", "Các sở", "Tháng 3"),
        ("Sở Y tế", "Các sở", "Quý II"),
    ]


def test_rows_of_one_level_take_nothing() -> None:
    tasks = read("1|Kiểm tra|Sở Nội vụ|Các sở|Quý II\n2|Tổng kết|||\na)|x|Sở Y tế||Quý I\n3|y|Sở A||Quý I")
    assert [cells(task) for task in tasks[1:3]] == [("", "", ""), ("Sở Y tế", "", "Quý I")]


def test_a_new_section_ends_it() -> None:
    tasks = read(
        "I|THỂ CHẾ|||\n1|Kiểm tra|Sở Nội vụ|Các sở|Quý II\nII|BỘ MÁY|||\na)|Sắp xếp|||\n1|Rà soát|Sở A||Quý I"
    )
    assert cells(tasks[1]) == ("", "", "")


def test_a_heading_gives_its_cells_to_the_rows_below() -> None:
    tasks = read(
        "I|THỂ CHẾ|Sở Tư pháp||Quý IV\n1|Rà soát|||\n2|Kiểm tra|Sở Nội vụ||Quý I\nII|BỘ MÁY|||\n1|Sắp xếp|Sở Nội vụ||Quý I"
    )
    assert [cells(task) for task in tasks] == [
        ("Sở Tư pháp", "", "Quý IV"),
        ("Sở Nội vụ", "", "Quý I"),
        ("Sở Nội vụ", "", "Quý I"),
    ]
    assert tasks[0].section == "I"


def test_a_begin_and_an_end_are_one_time() -> None:
    task = RawTask("", "", "1", {"content": "a", "start": "Quý I", "end": "Quý II"}, (1,), frozenset())
    sub = RawTask("", "", "1.1", {"content": "b", "end": "Tháng 5"}, (2,), frozenset())
    assert with_texts_above([task, sub])[1].cells == {"content": "b", "end": "Tháng 5"}


def test_everything_borrowed_is_marked_and_counted(directory: Directory) -> None:
    table = f"{HEADING}\n1|Kiểm tra|Sở Nội vụ|Các sở|Quý II\n1.1|a|||\n2|b|Sở Tư pháp||Quý I\n3|c|^||nt"
    draft = draft_from(source(grid(table), above=()), directory, year=2025)
    assert [task.inherited for task in draft.tasks] == [
        (),
        ("lead", "coordinating", "deadline"),
        (),
        ("lead", "deadline"),
    ]
    found = [[problem.code for problem in task.problems] for task in draft.tasks]
    assert found == [[], ["inherited"], [], ["ditto"]]
    assert "chủ trì, phối hợp, thời gian" in draft.tasks[1].problems[0].message
    counted = {key: draft.repairs[key] for key in ("inherited_cells", "ditto_cells", "merged_cells")}
    assert counted == {"inherited_cells": 3, "ditto_cells": 1, "merged_cells": 1}
