"""Which row of a table is which stored task: by content and place, by content, by likeness inside a section.

Two versions of a plan may have thousands of rows: rows are looked up by their words, never each with each.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeAlias

from cchc_desktop.domain.tasks import Task
from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.text import fold

_ALIKE = 0.75
"""Likeness from which two contents of one section and number are taken for the same task, reworded."""
_ALIKE_ELSEWHERE = 0.85
"""The same where the number differs: plans have rows that differ in two or three words."""
_SHARED_WORDS = 0.5
_RARE_WORDS = 8
_MOST_WITH_WORD = 200
_MOST_RIVALS = 12
_MOST_LETTERS = 2000
"""So much of two contents is compared: whole pages in one cell would take minutes."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is recognised by, folded once."""

    section: str
    title: str
    number: str
    content: str
    words: frozenset[str]


_Rows: TypeAlias = Sequence[_Row]
_Key: TypeAlias = Callable[[_Row], Hashable]
_SectionWord: TypeAlias = tuple[str, str]


def matched_rows(
    stored: Sequence[Task], drafts: Sequence[TaskDraft], *, anywhere: bool = False
) -> dict[int, int]:
    """Return place among the drafts -> place among the stored tasks for all rows that are the same task.

    ``anywhere`` looks for reworded rows in all sections: a document that changes some rows counts them anew.
    """
    old, new = [_row(task) for task in stored], [_row(draft) for draft in drafts]
    matched: dict[int, int] = {}
    _match_equal(matched, old, new, lambda row: (row.content, row.section, row.number))
    _match_equal(matched, old, new, lambda row: row.content)
    _match_alike(matched, old, new)
    if anywhere:
        placeless = [replace(row, section="", title="", number="?") for row in new]
        _match_alike(matched, [replace(row, section="", title="") for row in old], placeless)
    return matched


def _row(row: Task | TaskDraft) -> _Row:
    content = fold(row.content)
    return _Row(row.section, fold(row.section_title), row.number, content, frozenset(content.split()))


def _match_equal(matched: dict[int, int], old: _Rows, new: _Rows, key: _Key) -> None:
    """Match rows of equal key, in their order."""
    taken = set(matched.values())
    free: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, row in enumerate(old):
        if place not in taken:
            free[key(row)].append(place)
    for place, row in enumerate(new):
        if place not in matched and free.get(key(row)):
            matched[place] = free[key(row)].popleft()


def _match_alike(matched: dict[int, int], old: _Rows, new: _Rows) -> None:
    """Match reworded rows, the most alike first: a row that was only moved must not take another one's place."""
    taken = set(matched.values())
    free = [place for place in range(len(old)) if place not in taken]
    by_word = _by_word(free, old)
    pairs = [
        (likeness, place, rival)
        for place, row in enumerate(new)
        if place not in matched
        for likeness, rival in _rivals(row, by_word, old)
    ]
    for _, place, rival in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if place not in matched and rival not in taken:
            matched[place] = rival
            taken.add(rival)


def _by_word(places: Sequence[int], rows: _Rows) -> Mapping[_SectionWord, Sequence[int]]:
    """Index rows by the words of their section: a section keeps its title or its number when a plan is corrected."""
    found: dict[_SectionWord, list[int]] = defaultdict(list)
    for place in places:
        for word in rows[place].words:
            for section in _sections(rows[place]):
                found[section, word].append(place)
    return found


def _sections(row: _Row) -> tuple[str, str]:
    return f"title {row.title}", f"number {row.section}"


def _rivals(
    row: _Row, by_word: Mapping[_SectionWord, Sequence[int]], old: _Rows
) -> Iterator[tuple[float, int]]:
    """Yield likeness and place of the stored rows that may be this one; an equal number goes before equal words."""
    near: set[int] = set()
    for section in _sections(row):
        words = [(section, word) for word in row.words if (section, word) in by_word]
        rarest = sorted(words, key=lambda word: (len(by_word[word]), word))[:_RARE_WORDS]
        near.update(place for word in rarest for place in by_word[word][:_MOST_WITH_WORD])
    shared = {place: len(row.words & old[place].words) for place in near}
    rivals = [
        place for place in near if shared[place] >= _SHARED_WORDS * max(len(row.words), len(old[place].words))
    ]
    rivals.sort(key=lambda place: (old[place].number != row.number, -shared[place], place))
    for place in rivals[:_MOST_RIVALS]:
        same_number = old[place].number == row.number
        likeness = _likeness(row.content, old[place].content, _ALIKE if same_number else _ALIKE_ELSEWHERE)
        if likeness:
            yield likeness + same_number, place


def _likeness(one: str, other: str, wanted: float) -> float:
    """Return how alike two texts are, 0 below what is wanted; the quick bounds spare most of the work."""
    matcher = SequenceMatcher(None, one[:_MOST_LETTERS], other[:_MOST_LETTERS], autojunk=False)
    if matcher.real_quick_ratio() < wanted or matcher.quick_ratio() < wanted:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= wanted else 0.0
