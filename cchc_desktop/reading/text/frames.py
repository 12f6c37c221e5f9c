"""Tables drawn with strokes around every cell: "+----+----+" or box-drawing characters made to these."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cchc_desktop.reading.grid.rows import is_page_number_text
from cchc_desktop.reading.source import Cell
from cchc_desktop.reading.text.blocks import Block, CellRow, Piece
from cchc_desktop.reading.text.lines import PAGE_BREAK, joined
from cchc_desktop.reading.text.marks import is_bold, strip_marks
from cchc_desktop.reading.text.rows import TextLine, rows_of

_RULE = re.compile(r"\s*[+|](?:[-=+:|]| (?=[-=+|:]))*[-=]{2,}[-=+:| ]*[+|]\s*")
_CORNERED = re.compile(r"\s*\+[-=]{2,}[-=+: ]*\+\s*")
_MOST_GAP = 6
"""Lines of page ends that may stand within one frame."""


def find_frames(lines: Sequence[str]) -> list[Piece]:
    """Find frames: they begin and end with a drawn line that has corners."""
    found: list[Piece] = []
    at = 0
    while at < len(lines):
        end = _end_of_frame(lines, at) if _CORNERED.fullmatch(lines[at]) else at
        block = _read_frame(lines[at:end]) if end - at > 2 else None
        if block is None:
            found += lines[at : max(end, at + 1)]
        else:
            found.append(block)
        at = max(end, at + 1)
    return found


def _end_of_frame(lines: Sequence[str], at: int) -> int:
    """Return the line behind the last one of a frame; page ends between its parts are passed over."""
    end = near = at
    while near < len(lines) and near - end <= _MOST_GAP:
        line = lines[near].strip()
        if line.startswith(("|", "+")) and line.endswith(("|", "+")):
            near += 1
            end = near
        elif not line or line == PAGE_BREAK or is_page_number_text(line):
            near += 1
        else:
            break
    return end


def _read_frame(lines: Sequence[str]) -> Block | None:
    rules = [line for line in lines if _is_rule(line)]
    edges = sorted({at for line in rules for at, char in enumerate(line) if char == "+"})
    bands = _bands(lines)
    if len(edges) < 3 or not bands:
        return None
    rows: list[CellRow] = []
    guessed: list[int] = []
    if len(bands) > 2:
        for band in bands:
            rows += _row_of_band(band, edges)
    else:
        for number, band in enumerate(bands):
            for row, unsure in _rows_of_open_band(band, edges, is_head=number == 0 and len(bands) > 1):
                guessed += [len(rows)] if unsure else []
                rows.append(row)
    return Block(tuple(rows), tuple(guessed)) if rows else None


def _is_rule(line: str) -> bool:
    return (bool(_RULE.fullmatch(line)) and "+" in line) or bool(_CORNERED.fullmatch(line))


def _bands(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines between every two drawn lines; page ends and page numbers are left out."""
    bands: list[list[str]] = [[]]
    for line in lines:
        if _is_rule(line):
            bands.append([])
        elif "|" in line:
            bands[-1].append(line)
    return [band for band in bands if band]


def _row_of_band(band: Sequence[str], edges: Sequence[int]) -> list[CellRow]:
    """Make a row of the lines between two drawn lines; lines cut in other places are rows of their own."""
    rows: list[CellRow] = []
    run: list[str] = []
    for line in band:
        if run and _cuts(line, edges) != _cuts(run[0], edges):
            rows.append(_row(run, edges))
            run = []
        run.append(line)
    return [*rows, _row(run, edges)]


def _row(lines: Sequence[str], edges: Sequence[int]) -> CellRow:
    cuts = _cuts(lines[0], edges)
    places = [edges.index(cut) if cut in edges else -1 for cut in cuts]
    if -1 in places or len(places) < 2:
        texts = [joined(parts) for parts in zip(*(_between_strokes(line) for line in lines), strict=False)]
        return tuple(Cell(text) for text in texts)
    cells: list[Cell | None] = []
    for (first, start), (last, stop) in zip(
        zip(places, cuts, strict=True), zip(places[1:], cuts[1:], strict=True), strict=False
    ):
        texts = [line[start + 1 : stop] for line in lines]
        text = joined(texts, stop - start - 3)
        cells += [
            Cell(strip_marks(text), columns=last - first, bold=is_bold(text)),
            *[None] * (last - first - 1),
        ]
    return tuple(cells)


def _rows_of_open_band(
    band: Sequence[str], edges: Sequence[int], *, is_head: bool
) -> list[tuple[CellRow, bool]]:
    """Part the lines of a frame without lines between its rows."""
    if is_head:
        return [(row, False) for row in _row_of_band(band, edges)]
    lines = [_text_line(line, edges) for line in band]
    widths = [stop - start - 3 for start, stop in pairwise(edges)]
    return [(row.cells(widths), row.guessed) for row in rows_of(lines)]


def _text_line(line: str, edges: Sequence[int]) -> TextLine:
    cuts = _cuts(line, edges)
    columns = len(edges) - 1
    if len(cuts) == 2 < len(edges):
        return TextLine((line[cuts[0] + 1 : cuts[1]].strip(), *[""] * (columns - 1)), banner=True)
    cells = _between_strokes(line)
    exact = len(cells) == columns
    return TextLine(tuple((*cells, *[""] * columns)[:columns]), doubtful=not exact)


def _cuts(line: str, edges: Sequence[int]) -> tuple[int, ...]:
    strokes = [at for at, char in enumerate(line) if char == "|"]
    on_edge = tuple(at for at in strokes if at in edges)
    return on_edge if len(on_edge) >= 2 else tuple(strokes)


def _between_strokes(line: str) -> list[str]:
    return [part.strip() for part in line.strip().strip("|").split("|")]
