"""Tables whose columns are held apart by white space only, as text copied from PDF, mail or a terminal has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.grid.labels import LabelKind, heading_label, leading_label, whole_label
from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.grid.rows import is_appendix_title, is_page_number_text
from cchc_desktop.reading.source import Cell
from cchc_desktop.reading.text.blocks import Block, CellRow, Piece, is_headed
from cchc_desktop.reading.text.lines import PAGE_BREAK, joined
from cchc_desktop.reading.text.rows import TextLine, rows_of
from cchc_desktop.text import fold, squash

_FEWEST = 3
"""Columns of the smallest table of tasks, and headings that make one."""
_FEWEST_LINES = 2
_WORD = re.compile(r"\S+")
_SEGMENT = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"\s*[-=_]{2,}(?:\s+[-=_]{2,})+\s*")
_DEEPEST_HEAD = 6
_MOST_LINES = 4000
"""Lines of one table."""
_MOST_ATTEMPTS = 40
_MOST_PARTS = 8
"""Parts that chance can cut a column into."""
_SAME_ROLE = 3.0
_UNNAMED = 1.0
_UNREAD = 2.0
_GAP = 0.05
_LEFT = 0.5
"""What speaks against columns side by side of one role, without a heading, with one of unknown words; against joining
columns, for each character between them; headings stand at the left of their columns more often than not."""
_NOTICE = (
    "page_ends",
    "Bảng đi qua nhiều trang nên số trang đã được bỏ và các dòng bị ngắt được nối lại; hãy xem các dòng có dấu cần xem.",
)
_FEWEST_CUT = 1
"""Rows that begin in the middle of a phrase, from which on no row of the table is sure."""
_PROSE = 2
"""Lines of running text, one after the other, that end a table."""
_CLOSING = re.compile(r"(nơi nhận|tm\.|kt\.|tl\.|tuq\.)", re.IGNORECASE)
_HEAD_WORDS = re.compile(r"noi dung|nhiem vu|cong viec|hoat dong")
_OTHER_HEAD_WORDS = re.compile(
    r"chu tri|phoi hop|thoi gian|thoi han|thuc hien|han hoan thanh|don vi|co quan|tien do"
)
_LONGEST_LINE = 600


@dataclass(frozen=True, slots=True)
class _Table:
    block: Block
    end: int
    """Line behind the last one."""
    columns: int


def find_columns(lines: Sequence[str]) -> list[Piece]:
    """Find tables by the heading over their columns; parts on later pages may come without one."""
    found: list[Piece] = []
    at = attempts = 0
    columns = 0
    while at < len(lines):
        table = None
        if attempts < _MOST_ATTEMPTS and _may_begin(lines, at):
            attempts += 1
            table = _read_table(lines, at)
        if table is None:
            found.append(lines[at])
            at += 1
            continue
        found.append(table.block)
        columns = table.columns
        at = table.end
    return found if columns else list(lines)


def _may_begin(lines: Sequence[str], at: int) -> bool:
    """Tell a line that may be the first of a heading: parts held apart, words of headings here and below."""
    line = lines[at]
    if len(line) > _LONGEST_LINE or len(_SEGMENT.findall(line)) < 2:
        return False
    own = fold(line)
    if not (_HEAD_WORDS.search(own) or _OTHER_HEAD_WORDS.search(own)):
        return False
    near = fold(" ".join(lines[at : at + _DEEPEST_HEAD])[: _LONGEST_LINE * 2])
    return bool(_HEAD_WORDS.search(near)) and bool(_OTHER_HEAD_WORDS.search(near))


def _read_table(lines: Sequence[str], at: int) -> _Table | None:
    """Read the table that begins in a line, over all its pages or, where these are set differently, its first."""
    end = _reach(lines, at)
    first_page = next((near for near in range(at, end) if lines[near] == PAGE_BREAK), end)
    for stop in dict.fromkeys((end, first_page)):
        table = _read_region(lines, at, stop)
        if table is not None:
            return table
    return None


def _reach(lines: Sequence[str], at: int) -> int:
    """Return where a table that begins in a line must end at the latest."""
    end = min(len(lines), at + _MOST_LINES)
    for near in range(at + 1, end):
        line = lines[near].strip()
        if line and (_CLOSING.match(line) or is_appendix_title(line) or len(line) > _LONGEST_LINE):
            return near
        if near > at + 2 and _may_begin(lines, near) and _same_heading(lines, at, near):
            return near
    return end


def _same_heading(lines: Sequence[str], one: int, other: int) -> bool:
    return fold(lines[one]) == fold(lines[other])


def _read_region(lines: Sequence[str], at: int, stop: int) -> _Table | None:
    tried = [_with_spans(lines, at, stop, words=words) for words in (False, True)]
    found = [each for each in tried if each is not None]
    if not found:
        return None
    return max(found, key=lambda each: each[0])[1]


def _with_spans(lines: Sequence[str], at: int, stop: int, *, words: bool) -> tuple[int, _Table] | None:
    """Read a table by its gutters: between texts held apart by two spaces, or between any words."""
    spans = _spans(lines[at:stop], words=words)
    if spans is None:
        return None
    end = _end(lines, at, stop, spans)
    spans = _spans(lines[at:end], words=words)
    if spans is None:
        return None
    cut = list(_cut(lines[at:end], spans))
    columns = _with_headings(spans, cut)
    cut = list(_cut(lines[at:end], columns))
    head = _heading_depth(cut)
    if not head or len(columns) < _FEWEST:
        return None
    heading = tuple(Cell(text) for text in _texts(cut[:head]))
    if not is_headed((heading,)):
        return None
    widths = [last - first for first, last in columns]
    rows = rows_of([line for line in cut[head:] if line.filled])
    cells: list[CellRow] = [heading, *(row.cells(widths) for row in rows)]
    loose = _is_loose(spans, _texts(list(_cut(lines[at:end], spans))[: max(head, 1)]))
    loose = loose or sum(_begins_small(row) for row in cells[1:]) >= _FEWEST_CUT
    guessed = tuple(number for number, row in enumerate(rows, start=1) if row.guessed or loose)
    notice = _NOTICE if any(line.after_page for line in cut) else None
    return _strength(_texts(cut[:head])), _Table(Block(tuple(cells), guessed, notice), end, len(columns))


def _begins_small(row: CellRow) -> bool:
    """Tell a row whose longest text begins small: rows may be set in the middle, so that their lines are mixed up."""
    longest = max((cell.text for cell in row if cell is not None), key=len, default="")
    return longest[:1].islower()


def _spans(lines: Sequence[str], *, words: bool) -> list[tuple[int, int]] | None:
    """Return the columns (first and last position + 1) that no line of several parts writes between."""
    parts = [
        line
        for line in lines
        if len(_SEGMENT.findall(line)) > 1 and not _is_lone(line) and not _is_drawn(line)
    ]
    if len(parts) < _FEWEST_LINES:
        return None
    wide = max(map(len, parts))
    ruled = next((line for line in lines if _RULE.fullmatch(line)), None)
    if ruled is not None:
        starts = [found.start() for found in re.finditer(r"[-=_]+", ruled)]
        return list(
            zip(starts, [*(start - 1 for start in starts[1:]), max(wide, starts[-1] + 1)], strict=True)
        )
    taken = bytearray(wide)
    for line in parts:
        for found in (_WORD if words else _SEGMENT).finditer(line):
            taken[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
    return [(found.start(), found.end()) for found in re.finditer(rb"\x01+", bytes(taken))]


def _is_drawn(line: str) -> bool:
    return bool(re.fullmatch(r"[\s\-=_]*", line))


def _is_lone(line: str) -> bool:
    """Tell a line of one text with wide spaces in it: a section's title, a page number."""
    text = squash(line)
    return (
        in_capitals(text) and (found := heading_label(text)) is not None and found[0].kind is LabelKind.ROMAN
    )


def _end(lines: Sequence[str], at: int, stop: int, spans: Sequence[tuple[int, int]]) -> int:
    """Return the line behind the table: running text writes over its columns."""
    prose = 0
    last = at
    for near in range(at, stop):
        line = lines[near]
        if not line.strip() or line == PAGE_BREAK or is_page_number_text(line) or _is_drawn(line):
            continue
        if _is_prose(line, spans):
            prose += 1
            if prose >= _PROSE:
                break
            continue
        prose = 0
        last = near
    return last + 1


def _is_prose(line: str, spans: Sequence[tuple[int, int]]) -> bool:
    parts = list(_SEGMENT.finditer(line))
    if len(parts) != 1 or " " not in parts[0][0] or len(spans) < 2:
        return False
    return _over(parts[0], spans) > 1 and not _is_heading(line) and not _keeps_out(line, spans)


def _is_heading(line: str) -> bool:
    return _is_numbered_title(line) or in_capitals(line)


def _is_numbered_title(line: str) -> bool:
    found = leading_label(squash(line))
    return found is not None and found[0].kind in {LabelKind.ROMAN, LabelKind.CAPITAL}


def _keeps_out(line: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether every word stands within one column."""
    return all(_over(word, spans) == 1 for word in _WORD.finditer(line))


def _cut(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> Iterator[TextLine]:
    """Cut lines into columns; page numbers are left out, the line below them stands after the end of a page."""
    apart = after_page = False
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        is_number = is_page_number_text(line)
        if line == PAGE_BREAK or (is_number and (apart or after_page or following == PAGE_BREAK)):
            after_page = True
            continue
        if not line.strip() or _is_drawn(line):
            apart = True
            continue
        cut = _one(line, spans)
        cut.apart, cut.after_page = apart and not after_page, after_page
        cut.doubtful = cut.doubtful or (is_number and cut.filled == (0,))
        yield cut
        apart = after_page = False


def _one(line: str, spans: Sequence[tuple[int, int]]) -> TextLine:
    columns = len(spans)
    parts = list(_SEGMENT.finditer(line))
    across = len(parts) == 1 and " " in parts[0][0] and _over(parts[0], spans) > 1
    numbered = across and _is_numbered_title(line)
    if _is_lone(line) or numbered or (across and not _keeps_out(line, spans)):
        return TextLine((squash(line), *[""] * (columns - 1)), banner=True)
    texts: list[list[str]] = [[] for _ in spans]
    doubtful = across and in_capitals(line) and whole_label(parts[0][0].split(" ", 1)[0]) is None
    for part in parts:
        whole = [
            place for place, (start, stop) in enumerate(spans) if start <= part.start() and part.end() <= stop
        ]
        if whole:
            texts[whole[0]].append(part[0])
            continue
        doubtful |= _share_out(part, spans, texts)
    return TextLine(tuple(" ".join(words) for words in texts), doubtful=doubtful)


def _over(part: re.Match[str], spans: Sequence[tuple[int, int]]) -> int:
    return sum(part.start() < stop and start < part.end() for start, stop in spans)


def _share_out(part: re.Match[str], spans: Sequence[tuple[int, int]], texts: list[list[str]]) -> bool:
    """Give the words of a text that goes over columns to them; True when some word stands in none or in two."""
    doubtful = False
    for word in _WORD.finditer(part[0]):
        first, last = part.start() + word.start(), part.start() + word.end()
        overlap = [min(last, stop) - max(first, start) for start, stop in spans]
        doubtful |= sum(shared > 0 for shared in overlap) != 1
        texts[max(range(len(spans)), key=overlap.__getitem__)].append(word[0])
    return doubtful


def _heading_depth(lines: Sequence[TextLine]) -> int:
    """Return how many lines the heading takes; 0 when there is none."""
    best = strength = 0
    for depth in range(1, min(_DEEPEST_HEAD, len(lines)) + 1):
        block = lines[:depth]
        if depth > 1 and (block[-1].apart or _begins_data(block[-1])):
            break
        total = _strength(_texts(block))
        if total > strength:
            best, strength = depth, total
    if not best:
        return 0
    while best < min(_DEEPEST_HEAD, len(lines)) and _goes_on(lines[best]):
        best += 1
    return best


def _texts(lines: Sequence[TextLine]) -> list[str]:
    return [joined(pieces) for pieces in zip(*(line.cells for line in lines), strict=True)]


def _strength(texts: Sequence[str]) -> int:
    """Return how surely texts are headings of different columns; 0 for less than three."""
    best: dict[str, int] = {}
    for text in texts:
        role = read_heading(text)
        if role is not None:
            best[role.role] = max(best.get(role.role, 0), role.strength)
    return sum(best.values()) if len(best) >= _FEWEST else 0


def _begins_data(line: TextLine) -> bool:
    return line.banner or any(_is_number(line.cells[place]) for place in line.filled[:1])


def _is_number(text: str) -> bool:
    return bool(re.match(r"\s*(\d{1,3}|[IVX]{1,5}|[A-HĐ])\s*([.)/]|$)", text))


def _goes_on(line: TextLine) -> bool:
    """Tell a further line of a heading: directly below, no number, every part begins small."""
    return (
        not line.apart
        and not line.banner
        and not _begins_data(line)
        and all(
            squash(line.cells[place])[:1].islower() or line.cells[place][:1] in "(/" for place in line.filled
        )
    )


def _with_headings(spans: Sequence[tuple[int, int]], lines: Sequence[TextLine]) -> list[tuple[int, int]]:
    """Put columns together that chance parted, so that the headings over them make the most sense."""
    texts = _texts(lines[: max(1, _heading_depth(lines))])
    numbered = sum(_is_number(line.cells[0]) for line in lines) >= _FEWEST_LINES
    best: list[tuple[float, int, str]] = [(0.0, 0, "")]
    for end in range(1, len(spans) + 1):
        options = []
        for start in range(max(0, end - _MOST_PARTS), end):
            own, role = _sense(texts[start:end], is_number=numbered and start == 0 and end == 1)
            gaps = float(sum(spans[at + 1][0] - spans[at][1] for at in range(start, end - 1)))
            gaps += _LEFT if end - start > 1 and not texts[start] else 0
            again = _SAME_ROLE if role and role == best[start][2] else 0
            options.append((best[start][0] + own - again - _GAP * gaps, start, role))
        best.append(max(options))
    columns: list[tuple[int, int]] = []
    end = len(spans)
    while end:
        start = best[end][1]
        columns.append((spans[start][0], spans[end - 1][1]))
        end = start
    return columns[::-1]


def _is_loose(spans: Sequence[tuple[int, int]], texts: Sequence[str]) -> bool:
    """Tell columns with parts that no heading names and no wider gap gives to one neighbour."""
    gaps: list[int] = []
    unnamed = False
    for (before, after), text in zip(pairwise(spans), texts[1:], strict=True):
        gaps.append(after[0] - before[1])
        if not text:
            unnamed = True
            continue
        if unnamed and gaps.count(max(gaps)) > 1:
            return True
        gaps, unnamed = [], False
    return False


def _sense(texts: Sequence[str], *, is_number: bool) -> tuple[float, str]:
    """Judge the parts of one heading: how surely they name a column, and which."""
    text = joined(texts)
    role = read_heading(text) if text else None
    if role is not None:
        return role.strength, role.role
    if not text:
        return (0 if is_number else -_UNNAMED), ""
    return -_UNREAD, ""
