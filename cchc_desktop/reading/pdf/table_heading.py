"""The heading of a table without rules: how many of its first lines, though each column is set by itself."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.pdf.words import TextLine

_DEEPEST = 6
"""Lines of a heading."""
_SURE = 2
"""Strength of a heading that needs no other beside it."""
_FEWEST = 3
"""Columns with different headings that make one."""


def heading_depth(lines: Sequence[Mapping[int, TextLine]]) -> int:
    """Return how many lines the heading takes, 0 when there is none; each line is given as column -> text.

    Headings of several lines stand in the middle of the row, so that no single line holds all of them, and one over
    two columns ("Cơ quan thực hiện") stands above their own.
    """
    best = most = 0
    texts: dict[int, str] = {}
    for depth, line in enumerate(lines[:_DEEPEST], start=1):
        for column, text in line.items():
            texts[column] = f"{texts[column]} {text.text}" if column in texts else text.text
        total = _strength(texts)
        if total > most or (best == depth - 1 and total == most and _goes_on(line)):
            best, most = depth, total
    return best


def is_doubtful_heading(lines: Sequence[Mapping[int, TextLine]], columns: int) -> bool:
    """Tell a heading that shows that the columns may be told wrongly: none, or one over what must be two columns."""
    depth = heading_depth(lines)
    cells: dict[int, list[TextLine]] = {}
    for line in lines[:depth]:
        for column, text in line.items():
            cells.setdefault(column, []).append(text)
    return len(cells) < columns or any(
        are_apart(parts) or _is_doubtful(" ".join(part.text for part in parts)) for parts in cells.values()
    )


def are_apart(lines: Sequence[TextLine]) -> bool:
    """Tell lines taken for one cell of which one stands beside the other: they are two cells."""
    return any(one.x1 < other.x0 or other.x1 < one.x0 for one, other in pairwise(lines))


def _is_doubtful(text: str) -> bool:
    """Tell words that name no column, or two: "Đơn vị phối hợp Kết quả/Sản phẩm"."""
    if read_heading(text) is None:
        return True
    words = text.split()
    for at in range(1, len(words)):
        one, other = read_heading(" ".join(words[:at])), read_heading(" ".join(words[at:]))
        if (
            one
            and other
            and one.role != other.role
            and min(one.strength, other.strength) >= _SURE
            and words[at][:1].isupper()
        ):
            return True
    return False


def _goes_on(line: Mapping[int, TextLine]) -> bool:
    """Tell the last line of long headings: every piece begins small, or with what stands after a stroke."""
    return all(text.text[:1].islower() or text.text[:1] in "(/" for text in line.values())


def _strength(texts: Mapping[int, str]) -> int:
    """Return how surely texts are headings of different columns; 0 for too few, less for columns not understood."""
    best: dict[str, int] = {}
    unread = 0
    for text in texts.values():
        role = read_heading(text)
        unread += role is None
        if role is not None:
            best[role.role] = max(best.get(role.role, 0), role.strength)
    return max(0, sum(best.values()) - unread) if len(best) >= _FEWEST else 0
