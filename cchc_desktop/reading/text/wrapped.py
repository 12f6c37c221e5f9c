"""Rows between tabs that a mail program or an editor broke at a fixed length: put together again."""

from collections.abc import Sequence

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.grid.labels import LabelKind, heading_label, leading_label, whole_label
from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.grid.rows import is_page_number_text
from cchc_desktop.reading.text.lines import PAGE_BREAK

_FEWEST_TABS = 2
_LONGEST_WRAP = 200
"""Characters; longer lines are not wrapped by any program."""
_SHORTEST_WRAP = 60
_FULL = 0.2
"""Share of lines near the greatest length that shows a text is wrapped."""
_NEAR = 16
"""Characters: the longest word that is usual."""
_MOST_LINES = 60
"""Lines of one row."""


def unwrapped_rows(lines: Sequence[str]) -> list[str]:
    """Put the lines of wrapped rows together, when the text is wrapped at all.

    A line goes on with the one above when its first word had no room there and the row still lacks cells, or when
    the last cell can only go on.
    """
    tabbed = [at for at, line in enumerate(lines) if "\t" in line]
    if len(tabbed) < 2:
        return list(lines)
    region = lines[tabbed[0] : tabbed[-1] + 1]
    length = _wrap_length(region)
    cells = _cells_of(lines, tabbed[0], length) if length else 0
    if not length or cells < _FEWEST_TABS:
        return list(lines)
    done = list(lines[: tabbed[0]])
    last_tab = tabbed[-1]
    row: list[str] = []
    for at in range(tabbed[0], len(lines)):
        line = lines[at]
        if row and _goes_on(row, line, cells, length) and (at <= last_tab or len(row) < 3):
            row.append(line)
            continue
        done += [_whole(row)] if row else []
        row = [line]
        if at > last_tab:
            return [*done, _whole(row), *lines[at + 1 :]]
    return [*done, _whole(row)] if row else done


def _wrap_length(lines: Sequence[str]) -> int:
    """Return the length at which a text is wrapped; 0 for one that is not."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    longest = max(lengths, default=0)
    if not _SHORTEST_WRAP <= longest <= _LONGEST_WRAP:
        return 0
    near = sum(length > longest - _NEAR for length in lengths)
    return longest if near >= max(3, _FULL * len(lengths)) else 0


def _cells_of(lines: Sequence[str], at: int, length: int) -> int:
    """Return how many tabs the heading of the table has, over as many lines as it takes."""
    tabs = 0
    for line in lines[at : at + 4]:
        if tabs and line.startswith("\t"):
            break
        headings = sum(read_heading(part) is not None for part in line.split("\t"))
        if tabs and not headings and not line.strip()[:1].islower():
            break
        tabs += line.count("\t")
        if len(line) < length - _NEAR:
            break
    return tabs


def _goes_on(row: Sequence[str], line: str, cells: int, length: int) -> bool:
    """Tell whether a line is the next part of a row."""
    if (
        len(row) >= _MOST_LINES
        or line.startswith("\t")
        or not line.strip()
        or line == PAGE_BREAK
        or (is_page_number_text(line) and "\t" in row[-1])
    ):
        return False
    tabs, more = sum(part.count("\t") for part in row), line.count("\t")
    if tabs + more > cells or _begins_row(line):
        return False
    first = line.split(" ", 1)[0]
    had_room = len(row[-1].rstrip("\n")) + 1 + len(first) <= length
    if had_room:
        return False
    return tabs > 0 or leading_label(row[0]) is not None or whole_label(row[0].split("\t", 1)[0]) is not None


def _begins_row(line: str) -> bool:
    first = line.split("\t", 1)[0].strip()
    found = heading_label(first)
    if found is not None and found[0].kind is not LabelKind.BULLET:
        return found[0].kind is not LabelKind.DECIMAL or found[0].path[0] < 100
    return ("\t" in line and whole_label(first) is not None) or (in_capitals(first) and "\t" not in line)


def _whole(row: Sequence[str]) -> str:
    whole = row[0]
    for line in row[1:]:
        glued = whole.endswith("\t") or line.startswith("\t")
        whole = f"{whole.rstrip(' ')}{'' if glued else ' '}{line.lstrip(' ')}"
    return whole
