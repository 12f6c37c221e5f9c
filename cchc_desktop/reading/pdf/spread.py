"""Sheets printed wider than the paper: columns of one table stand on other pages, and no row of it is whole.

What belongs together cannot be told for certain from the print, so such a table is not read at all.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.pdf.page import Sheet
from cchc_desktop.reading.pdf.words import TextLine, joined, lines_of

_NEEDED = frozenset({"lead", "coordinating", "deadline"})
"""Columns without which rows of a table of tasks mean little."""
_FIRST = frozenset({"", "number", "content", "group"})
"""Columns that a table begins with: a page that has them goes on with its rows, not with its columns."""
_UNREAD = ""
_GAP = 0.75
"""Of the size of the letters: a gap between two headings."""
_SAME_HEIGHT = 10.0
"""Points that headings of one row may stand higher or lower by; every page of a sheet begins with the same rows."""
_SURE = 2


def without_spread_tables(sheets: Sequence[Sheet]) -> str:
    """Take the tables whose columns go on on other pages out; return a sentence about them, empty when there is none."""
    for at, sheet in enumerate(sheets):
        lines = _all_lines(sheet)
        heading = next((line for line in lines if _is_main(line)), None)
        if heading is None:
            continue
        known = {role for role, _ in _headings_near(lines, heading.base)}
        for other in sheets[at + 1 :]:
            lines_there = _all_lines(other)
            there = list(_headings_near(lines_there, heading.base))
            first = min(there, key=lambda each: each[1])[0] if there else ""
            begins = first in _FIRST or any(_is_main(line) for line in lines_there)
            if not begins and {role for role, _ in there} & _NEEDED - known:
                _take_out(sheets[at:], heading.base)
                return _sentence(sheet.number, other.number)
    return ""


def _is_main(line: TextLine) -> bool:
    roles = {role for stretch in _stretches(line) if (role := _role(stretch))}
    return "content" in roles and len(roles) > 1


def _headings_near(lines: Sequence[TextLine], base: float) -> Iterator[tuple[str, float]]:
    """Yield the columns that are named at a height, each with its left edge; names may take two lines."""
    near = [
        stretch for line in lines if abs(line.base - base) <= _SAME_HEIGHT for stretch in _stretches(line)
    ]
    for stretch in near:
        below = (other for line in lines for other in _stretches(line) if _is_below(stretch, other))
        role = _role(stretch) or next((found for other in below if (found := _role(stretch, other))), _UNREAD)
        if role != _UNREAD or stretch.base <= base:
            yield role, stretch.x0


def _is_below(one: TextLine, other: TextLine) -> bool:
    return 0 < other.base - one.base <= _SAME_HEIGHT * 2 and other.x0 < one.x1 and one.x0 < other.x1


def _role(*lines: TextLine) -> str:
    found = read_heading(" ".join(line.text for line in lines))
    return found.role if found is not None and found.strength >= _SURE else ""


def _stretches(line: TextLine) -> Iterator[TextLine]:
    """Yield the pieces of a line that stand apart."""
    starts = [
        at
        for at, (one, other) in enumerate(pairwise(line.words), start=1)
        if other.x0 - one.x1 > _GAP * max(one.size, other.size)
    ]
    for start, end in pairwise([0, *starts, len(line.words)]):
        yield TextLine(line.words[start:end])


def _all_lines(sheet: Sheet) -> list[TextLine]:
    boxes = [word for frame in sheet.frames for box in frame.boxes for word in box.words]
    return lines_of([*sheet.words, *boxes])


def _take_out(sheets: Sequence[Sheet], base: float) -> None:
    """Leave what stands above the heading on the first page."""
    first, *others = sheets
    above = [line for line in first.lines if line.base < base - _SAME_HEIGHT]
    for sheet, kept in ((first, above), *((other, []) for other in others)):
        sheet.frames = []
        sheet.words = joined(kept)
        sheet.lines = lines_of(sheet.words)


def _sentence(first: int, other: int) -> str:
    return (
        f"Bảng in từ trang {first} rộng hơn khổ giấy nên một số cột nằm ở trang khác (trang {other}); không thể ghép chắc"
        " chắn từng dòng nên phần mềm không đọc bảng này. Hãy nhập tệp Excel gốc, hoặc chọn in vừa một trang theo chiều"
        " ngang rồi lưu lại PDF."
    )
