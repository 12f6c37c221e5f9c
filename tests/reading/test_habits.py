"""Appendices after the habits of many offices: every cell as a person reads it, whatever is not so carries a mark."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.drafting import draft_from
from tests.reading import habits, habits_more
from tests.reading.habits import Habit, as_word

HABITS: dict[str, Habit] = {**habits.HABITS, **habits_more.HABITS}


@pytest.mark.parametrize("case", HABITS)
def test_every_cell(case: str, directory: Directory) -> None:
    draft = draft_from(read_bytes("kh.docx", as_word(HABITS[case].document)), directory)
    rows = tuple(
        f"{task.section}|{task.section_title}|{task.number}|{task.content}|{task.lead}|{task.coordinating}|{task.deadline}"
        for task in draft.tasks
    )  # fmt: skip
    assert rows == HABITS[case].rows
