"""Tables without rules become frames: columns between gutters, rows between rules or where they fit best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from cchc_desktop.reading.grid.labels import LabelKind, heading_label
from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.pdf.frames import Box, Frame
from cchc_desktop.reading.pdf.gutters import Block, Gutter, crosses, pieces_of
from cchc_desktop.reading.pdf.marks import Rule
from cchc_desktop.reading.pdf.row_costs import Parted, Strip, parted_rows
from cchc_desktop.reading.pdf.table_heading import are_apart, is_doubtful_heading
from cchc_desktop.reading.pdf.words import TextLine, Word

_MARGINS = 12.0
"""Points between the text of two columns at least, in tables of Word."""
_FEWEST_LEVELS = 3
"""Level rules within a table that show that all its rows are parted by rules."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: gutters, and the inner edges of the text between them."""

    gutters: tuple[Gutter, ...]
    edges: tuple[tuple[float, float], ...]

    def of(self, word: Word) -> int:
        """Return the column that a word stands in."""
        middle = (word.x0 + word.x1) / 2
        return sum((gutter[0] + gutter[1]) / 2 < middle for gutter in self.gutters)


def frames_of_blocks(blocks: Sequence[Block], gutters: Sequence[Gutter]) -> list[Frame]:
    """Part the blocks of one table, one on each page, into rows and cells."""
    columns = _columns(blocks, gutters)
    strips = [[_strip(line, columns) for line in block.lines] for block in blocks]
    parted = _rows(strips, [block.sheet.levels for block in blocks])
    edges = [
        columns.edges[0][0] - 1,
        *((one + other) / 2 for one, other in columns.gutters),
        columns.edges[-1][1] + 1,
    ]
    frames = [_frame(rows, columns, edges) for rows in parted]
    heading = [strip.cells for strip in takewhile(_is_parted, strips[0])]
    if is_doubtful_heading(heading, len(columns.edges)):
        for frame in frames:
            frame.unsure = frozenset(range(len(frame.ys) - 1))
    return frames


def _is_parted(strip: Strip) -> bool:
    return not strip.banner


def _columns(blocks: Sequence[Block], gutters: Sequence[Gutter]) -> Columns:
    bare = Columns(tuple(gutters), ())
    left = [float("inf")] * (len(gutters) + 1)
    right = [0.0] * (len(gutters) + 1)
    for block in blocks:
        for line in block.lines:
            if crosses(line, gutters):
                continue
            for word in line.words:
                at = bare.of(word)
                left[at], right[at] = min(left[at], word.x0), max(right[at], word.x1)
    for at, gutter in enumerate(gutters):
        if right[at] == 0:
            left[at], right[at] = (gutters[at - 1][1] if at else gutter[0]), gutter[0]
    if right[-1] == 0:
        left[-1], right[-1] = gutters[-1][1], gutters[-1][1] + 1
    ends = [*(edge - _MARGINS for edge in left[1:]), blocks[0].sheet.width - left[0] - _MARGINS]
    return Columns(bare.gutters, tuple(zip(left, map(max, right, ends), strict=True)))


def _strip(line: TextLine, columns: Columns) -> Strip:
    crossing = crosses(line, columns.gutters)
    if crossing and _is_whole(line):
        return Strip(line, {0: line}, {}, banner=True)
    sorted_words: dict[int, list[Word]] = {}
    for stretch in _between_gutters(line, columns):
        sorted_words.setdefault(_column_of(stretch, columns), []).extend(stretch)
    cells = {column: TextLine(words) for column, words in sorted_words.items()}
    edges = {column: columns.edges[column] for column in cells}
    return Strip(line, cells, edges, banner=False, doubtful=crossing)


def _is_whole(line: TextLine) -> bool:
    """Tell a text over all columns from cells that stand so close that one of them reaches over a gutter."""
    if pieces_of(line) == 1:
        return True
    label = heading_label(line.text)
    return in_capitals(line.text) and label is not None and label[0].kind is LabelKind.ROMAN


def _between_gutters(line: TextLine, columns: Columns) -> Iterator[list[Word]]:
    """Part the words of a line at the gutters that none of them covers."""
    middles = [(one + other) / 2 for one, other in columns.gutters]
    stretch = [line.words[0]]
    for one, other in pairwise(line.words):
        if any(one.x1 <= middle <= other.x0 for middle in middles):
            yield stretch
            stretch = []
        stretch.append(other)
    yield stretch


def _column_of(stretch: Sequence[Word], columns: Columns) -> int:
    """Return the column of words that may reach into several: a heading over two columns belongs to the first."""
    return min(columns.of(word) for word in stretch)


def _rows(pages: Sequence[Sequence[Strip]], levels: Sequence[Sequence[Rule]]) -> list[list[Parted]]:
    by_rules = [_parted_by_rules(page, rules) for page, rules in zip(pages, levels, strict=True)]
    if all(parted is not None for parted in by_rules):
        return [parted for parted in by_rules if parted is not None]
    by_cost = parted_rows(pages)
    return [ruled or other for ruled, other in zip(by_rules, by_cost, strict=True)]


def _parted_by_rules(strips: Sequence[Strip], levels: Sequence[Rule]) -> list[Parted] | None:
    """Part lines at level rules when there are some between most rows."""
    top, bottom = strips[0].base, strips[-1].base
    wide = 0.5 * (max(strip.line.x1 for strip in strips) - min(strip.line.x0 for strip in strips))
    inside = sorted(rule.at for rule in levels if top < rule.at < bottom and rule.end - rule.start >= wide)
    if len(inside) < _FEWEST_LEVELS or 6 * len(inside) < len(strips):
        return None
    rows: dict[int, list[Strip]] = {}
    for strip in strips:
        rows.setdefault(sum(at < strip.base for at in inside), []).append(strip)
    return [Parted(rows[number]) for number in sorted(rows)]


def _frame(rows: Sequence[Parted], columns: Columns, edges: Sequence[float]) -> Frame:
    boxes: list[Box] = []
    ys = [rows[0].strips[0].base - rows[0].strips[0].line.size]
    for number, row in enumerate(parted.strips for parted in rows):
        ys.append(max(row[-1].base + 0.25 * row[-1].line.size, ys[-1] + 1))
        boxes += _boxes(row, number, columns)
    unsure = frozenset(
        number for number, parted in enumerate(rows) if parted.unsure or _has_cells_apart(parted.strips)
    )
    return Frame(list(edges), ys, boxes, ruled=False, unsure=unsure)


def _has_cells_apart(row: Sequence[Strip]) -> bool:
    columns = {column for strip in row for column in strip.cells}
    return any(
        are_apart([strip.cells[column] for strip in row if column in strip.cells]) for column in columns
    )


def _boxes(row: Sequence[Strip], number: int, columns: Columns) -> Iterator[Box]:
    if row[0].banner:
        words = [word for strip in row for word in strip.line.words]
        yield Box(number, 0, 1, len(columns.edges), words)
        return
    for column in range(len(columns.edges)):
        words = [word for strip in row if column in strip.cells for word in strip.cells[column].words]
        yield Box(number, column, words=words)
