"""Plans put together by chance: read as they are meant, cut at any place or not, and never wrong without a mark."""

from itertools import zip_longest

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from tests.reading.made_plans import Fact, Made, make

QUIET = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
SEEDS = st.integers(0, 10_000)


def read_as(draft: PlanDraft) -> list[Fact]:
    return [
        Fact(
            task.section,
            task.section_title,
            task.number,
            task.content,
            task.lead,
            task.coordinating,
            task.deadline,
        )
        for task in draft.tasks
    ]


def silent(made: Made, draft: PlanDraft) -> list[tuple[Fact | None, Fact | None]]:
    """Rows that differ from what is meant and carry no mark; rows are told apart by their order."""
    if draft.problems:
        return []
    found = zip_longest(made.facts, read_as(draft), draft.tasks)
    return [(fact, read) for fact, read, task in found if fact != read and not (task and task.problems)]


@QUIET
@given(SEEDS)
def test_whole_plans_are_read_whole(directory: Directory, seed: int) -> None:
    made = make(seed)
    assert read_as(draft_from(made.source, directory)) == made.facts


@QUIET
@given(SEEDS, st.integers(1, 3))
def test_a_numbered_table_cut_anywhere_is_read_whole_or_marked(
    directory: Directory, seed: int, cuts: int
) -> None:
    made = make(seed, cuts=cuts, numbered=True)
    draft = draft_from(made.source, directory)
    if len(draft.tasks) == len(made.facts):
        assert silent(made, draft) == []
    else:
        assert draft.problems or any(task.problems for task in draft.tasks)


@QUIET
@given(SEEDS, st.integers(1, 3))
def test_nothing_is_wrong_in_silence(directory: Directory, seed: int, cuts: int) -> None:
    made = make(seed, cuts=cuts, numbered=False)
    draft = draft_from(made.source, directory)
    if len(draft.tasks) == len(made.facts):
        assert silent(made, draft) == []
    else:
        assert draft.problems or any(task.problems for task in draft.tasks)


@pytest.mark.parametrize("cuts", [0, 1, 2])
def test_almost_all_cells_are_right(cuts: int, directory: Directory) -> None:
    right = total = 0
    for seed in range(40):
        made = make(seed, cuts=cuts)
        found = read_as(draft_from(made.source, directory))
        total += len(made.facts)
        right += sum(fact in found for fact in made.facts)
    assert right >= 0.98 * total
