"""What a program prints on every page and the plan does not say: page numbers, running heads and feet."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cchc_desktop.reading.grid.rows import is_page_number_text
from cchc_desktop.reading.pdf.page import Sheet
from cchc_desktop.reading.pdf.words import TextLine, lines_of
from cchc_desktop.text import fold

_ZONE = 0.13
"""Share of a page's height above and below in which running heads stand."""
_APART = 1.6
"""Of the size of the letters: a running head is farther from the text than its lines are from each other."""
_FEWEST = 3
"""Pages on which a line must come again to be a running head."""
_DEEPEST = 3
"""Lines at either end of a page that are looked at."""


def clear_margins(sheets: Sequence[Sheet]) -> tuple[int, int]:
    """Take page numbers and running heads off the pages; return how many of each."""
    marginal = [list(_marginal(sheet)) for sheet in sheets]
    said = Counter(key for lines in marginal for key in {_key(line) for line in lines})
    numbers = heads = 0
    for sheet, lines in zip(sheets, marginal, strict=True):
        gone: list[TextLine] = []
        for line in lines:
            if is_page_number_text(line.text):
                numbers += 1
            elif said[_key(line)] >= max(_FEWEST, len(sheets) // 2):
                heads += 1
            else:
                continue
            gone.append(line)
        _remove(sheet, gone)
    return numbers, heads


def _marginal(sheet: Sheet) -> Iterator[TextLine]:
    """Yield the lines at the top and foot of a page that stand apart from its text."""
    top, foot = _ZONE * sheet.height, (1 - _ZONE) * sheet.height
    edges = [edge for frame in sheet.frames for edge in (frame.ys[0], frame.ys[-1])]
    for lines, sign in ((sheet.lines[:_DEEPEST], 1), (sheet.lines[::-1][:_DEEPEST], -1)):
        for line in lines:
            if not (line.base < top if sign > 0 else line.base > foot):
                break
            bases = [sign * (other.base - line.base) for other in sheet.lines]
            bounds = [sign * (edge - line.base) for edge in edges]
            next_text = min((each for each in (*bases, *bounds) if each > 1), default=sheet.height)
            if is_page_number_text(line.text) or next_text > _APART * line.size:
                yield line


def _key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", fold(line.text))


def _remove(sheet: Sheet, gone: Sequence[TextLine]) -> None:
    if gone:
        taken = {id(word) for line in gone for word in line.words}
        sheet.words = [word for word in sheet.words if id(word) not in taken]
        sheet.lines = lines_of(sheet.words)
