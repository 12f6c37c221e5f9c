"""The heading rows of a table: where they stand, what columns they make, which role each column has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cchc_desktop.reading.grid.headings import FOREIGN, IGNORED, HeadingRole, heading_key, read_heading
from cchc_desktop.reading.grid.labels import leading_label, whole_label
from cchc_desktop.reading.grid.likeness import in_capitals, starts_like_a_sentence
from cchc_desktop.reading.grid.spans import Line, Placed, width
from cchc_desktop.text import squash

_WEIGHTS: Mapping[str, float] = {
    "content": 4,
    "lead": 4,
    "deadline": 4,
    "start": 2,
    "end": 2,
    "coordinating": 2,
    "number": 1,
    "issuing_level": 1,
    "product": 1,
    "budget": 1,
    "group": 1,
    "note": 0.5,
    "mark": 0.5,
    FOREIGN: -4,
}
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_PART = re.compile(r"(nam )?20\d\d|6 thang (dau|cuoi) nam")
"""Columns below a heading of time that are ticked, beside quarters and months."""
_TIMES = re.compile(r"(thoi gian|thang|tien do|lo trinh|cac thang)\b")
_SUM = re.compile(r"\s*=[\d\s()\[\]+\-–x*/:%]*$")
"""What a column's number says of its making: "(6)=(7)+(8)"."""
_DEEPEST = 3
"""Rows that a heading takes at most."""
_FEWEST = 2
"""Cells of the first heading row that name a column."""
_SAME_CELLS = 0.7
"""Share of cells that must equal the heading for a row to be its repeat (OCR slips, changed spaces)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the reader of the paper sees it: one heading over one or more grid columns."""

    first: int
    last: int
    heading: str = ""
    role: str = ""
    strength: int = 0
    both: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Heading rows and what they say; positions count the lines handed in."""

    first: int
    last: int
    columns: tuple[Column, ...]
    score: float
    keys: tuple[frozenset[str], ...]
    """For each heading row the folded texts of its cells, to know repeats."""

    @property
    def roles(self) -> frozenset[str]:
        """Roles named."""
        return frozenset(column.role for column in self.columns if column.role)


def read_header(lines: Sequence[Line], at: int) -> Header | None:
    """Read the heading that begins in a line, over as many lines as it takes; None when none begins there."""
    if _is_data(lines[at]) or sum(read_heading(cell.text) is not None for cell in lines[at].own) < _FEWEST:
        return None
    best: Header | None = None
    for deep in range(1, min(_DEEPEST, len(lines) - at) + 1):
        block = lines[at : at + deep]
        hangs = deep > 1 and _hangs(block)
        if deep > 1 and not hangs and _is_data(block[-1]):
            break
        header = _from_block(block, at)
        if deep > 1 and not _goes_on(block, header):
            break
        enough = best.score if best else 0
        if _is_header(header) and (header.score > enough or (hangs and header.score == enough)):
            best = header
    return best


def repeats(header: Header, line: Line) -> bool:
    """Tell whether a line repeats one of the heading rows, slight differences allowed.

    A row that only shares a word with the heading ("Ghi chú") does not count: two cells at least must be alike.
    """
    keys = [heading_key(cell.text) for cell in line.own]
    for row in header.keys:
        equal = sum(key in row for key in keys)
        if equal >= 2 and equal >= _SAME_CELLS * len(keys) and 2 * equal >= len(row):
            return True
    return False


def same_heading(one: Header, other: Header) -> bool:
    """Tell whether two headings are of one table: the same roles in the same order."""
    return [column.role for column in one.columns] == [column.role for column in other.columns]


def is_column_numbers(line: Line) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3) or A B 1 2."""
    texts = [_SUM.sub("", squash(cell.text)).strip("()[]") for cell in line.own]
    numbers = [int(text) for text in texts if text.isdecimal()]
    letters = [text for text in texts if len(text) == 1 and text.isalpha() and text.isupper()]
    if len(texts) < 3 or len(numbers) + len(letters) < len(texts) or not numbers:
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 1 + len(letters)


def _hangs(block: Sequence[Line]) -> bool:
    """Tell whether a cell of the first heading row is merged down to the last one."""
    return any(
        cell.continued
        and cell.text.strip()
        and (top := block[0].at(cell.first)) is not None
        and not top.continued
        and top.text == cell.text
        for cell in block[-1].cells
    )


def _goes_on(block: Sequence[Line], header: Header) -> bool:
    """Tell a further heading row from a row of the table: most of its cells name columns, alone or with those above."""
    named = {column.first for column in header.columns if column.role}
    own = block[-1].own
    below = [cell.first in named or read_heading(cell.text) is not None for cell in own]
    against = sum(_stands_below_a_whole_heading(cell, block[-2]) for cell in own)
    return bool(below) and 2 * sum(below) > len(below) and against < _FEWEST


def _stands_below_a_whole_heading(cell: Placed, above: Line) -> bool:
    """Tell a cell that begins anew below a heading that is whole: "Tháng 5" below "Thời hạn"."""
    over = above.at(cell.first)
    if over is None or over.continued or (over.first, over.last) != (cell.first, cell.last):
        return False
    found = read_heading(over.text)
    begins = starts_like_a_sentence(cell.text) and not in_capitals(cell.text)
    return begins and found is not None and found.strength > 1


def _is_data(line: Line) -> bool:
    own = line.own
    if not own or is_column_numbers(line):
        return True
    first = own[0].text
    label = whole_label(first)
    return (label is not None and len(own) > 1) or (leading_label(first) is not None)


def _from_block(block: Sequence[Line], at: int) -> Header:
    columns = tuple(_column(block, first, last) for first, last in _ranges(block))
    best: dict[str, int] = {}
    for column in columns:
        if column.role:
            best[column.role] = max(best.get(column.role, 0), column.strength)
    score = sum(_WEIGHTS.get(role, 0) * strength / 3 for role, strength in best.items())
    if "deadline" not in best and sum(column.role == "mark" for column in columns) > 1:
        score += _WEIGHTS["deadline"]
    keys = tuple(frozenset(heading_key(cell.text) for cell in line.own) for line in block)
    return Header(at, at + len(block) - 1, columns, score, keys)


def _is_header(header: Header) -> bool:
    roles = header.roles - {IGNORED, FOREIGN, "mark"}
    named = [column for column in header.columns if column.heading]
    recognised = sum(bool(column.role) for column in named)
    certain = sum(column.strength >= 2 for column in named)
    return (
        ("content" in roles or {"lead", "deadline"} <= roles)
        and len(roles & {"content", "lead", "coordinating", "deadline", "start", "end", "product"}) >= 2
        and len(roles) >= min(3, len(named))
        and certain >= 2
        and 2 * recognised >= len(named)
    )


def _ranges(block: Sequence[Line]) -> list[tuple[int, int]]:
    def cover(column: int) -> tuple[int | None, ...]:
        return tuple(_start(line, column) for line in block)

    groups = groupby(range(width(block)), key=cover)
    spans = [list(columns) for _, columns in groups]
    return [(span[0], span[-1]) for span in spans]


def _start(line: Line, column: int) -> int | None:
    cell = line.at(column)
    return None if cell is None or (cell.continued and cell.first == cell.last) else cell.first


def _column(block: Sequence[Line], first: int, last: int) -> Column:
    cells = [cell for cell in (line.at(first) for line in block) if cell is not None and not cell.continued]
    texts = [squash(cell.text) for cell in cells if cell.text.strip()]
    if not texts:
        return Column(first, last)
    heading, role = _heading(texts)
    column = Column(first, last, heading)
    if role is None:
        return column
    return replace(column, role=role.role, strength=role.strength, both=role.both)


def _heading(texts: Sequence[str]) -> tuple[str, HeadingRole | None]:
    joined = " ".join(texts)
    if len(texts) > 1 and _PART.fullmatch(heading_key(texts[-1])) and _TIMES.match(heading_key(texts[-2])):
        return texts[-1], HeadingRole("mark", 3)
    if len(texts) > 1 and _MONTH.fullmatch(texts[-1]) and _TIMES.match(heading_key(texts[-2])):
        return f"Tháng {texts[-1]}", HeadingRole("mark", 3)
    below = read_heading(texts[-1])
    if below is not None:
        return texts[-1], below
    return joined, read_heading(joined) or read_heading(texts[0])


def column_of(cell: Placed, columns: Sequence[Column]) -> int | None:
    """Return the position of the column that a cell lies in: the one it overlaps most, the left one of equals."""
    overlaps = [
        (min(cell.last, column.last) - max(cell.first, column.first) + 1, -position)
        for position, column in enumerate(columns)
    ]
    most, position = max(overlaps, default=(0, 0))
    return -position if most > 0 else None
