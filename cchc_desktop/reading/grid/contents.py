"""What stands in the columns of a table, held against their headings: roles told by contents, headings to doubt."""

import re
from collections.abc import Callable, Mapping, Sequence

from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.grid.labels import LabelKind, whole_label
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, share, time_like
from cchc_desktop.text import fold

MOST = 0.6
"""Share of cells that decides what an unnamed column holds."""
_FEWEST = 3
"""Cells from which the contents of a column can be told."""
_LONG = 20
"""Characters that the contents of tasks have on average at least; names and times have fewer."""
_MORE_LISTS = 0.25
"""A column of leaders that names several bodies so much more often than that of helpers may be the other one."""
_FEWEST_LISTS = 5
_SEVERAL = re.compile(r"cac\b.*|.*[;,].*|.*\bva cac\b.*", re.DOTALL)


def told_by_contents(
    columns: Sequence[Column],
    roles: Mapping[str, int],
    filled: Mapping[int, Sequence[str]],
    *,
    has_marks: bool,
) -> dict[str, int]:
    """Tell the roles that no heading names by the contents of the columns whose headings nobody can read.

    Args:
        columns: the columns with what their headings say.
        roles: the roles that headings name.
        filled: position of a column -> its texts.
        has_marks: quarters or months to tick take the place of a time column.
    """
    free = [
        place
        for place, column in enumerate(columns)
        if not column.role and place not in roles.values() and any(filled[place])
    ]
    wanted: list[tuple[str, Callable[[str], bool]]] = []
    if not has_marks and not {"deadline", "start", "end"} & set(roles):
        wanted.append(("deadline", deadline_like))
    if "lead" not in roles:
        wanted.append(("lead", agency_like))
    if "coordinating" not in roles and ("lead" not in roles or not all(columns[at].heading for at in free)):
        wanted.append(("coordinating", agency_like))
    told: dict[str, int] = {}
    for role, is_like in wanted:
        found = [at for at in free if at not in told.values() and _mostly(filled[at], is_like)]
        if found:
            told[role] = found[0]
    rest = [at for at in free if at not in told.values() and _length(filled[at]) >= _LONG]
    if "content" not in roles and rest:
        told["content"] = max(rest, key=lambda at: _length(filled[at]))
    return told


def doubtful_roles(roles: Mapping[str, int], filled: Mapping[int, Sequence[str]]) -> tuple[str, ...]:
    """Return the roles whose cells do not look like what the heading says."""
    texts = {role: [text for text in filled[place] if text] for role, place in roles.items()}
    tests: Mapping[str, Callable[[str], bool]] = {
        "content": _may_be_content,
        "lead": agency_like,
        "coordinating": agency_like,
        "deadline": deadline_like,
    }
    doubtful = [
        role
        for role, test in tests.items()
        if len(texts.get(role, ())) >= _FEWEST and share(texts[role], test) < 1 - MOST
    ]
    lead, others = texts.get("lead", []), texts.get("coordinating", [])
    if (
        min(len(lead), len(others)) >= _FEWEST_LISTS
        and share(lead, _several) > share(others, _several) + _MORE_LISTS
    ):
        doubtful += [role for role in ("lead", "coordinating") if role not in doubtful]
    return tuple(doubtful)


def _mostly(texts: Sequence[str], is_like: Callable[[str], bool]) -> bool:
    return sum(map(bool, texts)) >= _FEWEST and share(texts, is_like) >= MOST


def _length(texts: Sequence[str]) -> float:
    filled = [len(text) for text in texts if text]
    return sum(filled) / len(filled) if filled else 0.0


def _may_be_content(text: str) -> bool:
    label = whole_label(text)
    return (label is None or label.kind is LabelKind.LETTER) and not agency_like(text) and not time_like(text)


def _several(text: str) -> bool:
    return _SEVERAL.fullmatch(fold(text)) is not None
