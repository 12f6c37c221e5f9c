"""Tables typed or pasted into text: cells between tabs or upright strokes, among paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.grid.labels import whole_label
from cchc_desktop.reading.source import Cell, Grid
from cchc_desktop.reading.text.blocks import Block, Piece, find_in
from cchc_desktop.reading.text.columns import find_columns
from cchc_desktop.reading.text.frames import find_frames
from cchc_desktop.reading.text.labelled import find_labelled
from cchc_desktop.reading.text.lines import PAGE_BREAK, plain_lines, without_running_heads
from cchc_desktop.reading.text.marks import is_bold, is_rule, line_breaks, strip_line_marks, strip_marks
from cchc_desktop.reading.text.stacked import find_stacked
from cchc_desktop.reading.text.wrapped import unwrapped_rows
from cchc_desktop.text import nfc

_UNESCAPED_STROKE = re.compile(r"(?<!\\)\|")
_MOST_BETWEEN = 3
"""Lines without cells that may stand within one table (headings whose tabs were trimmed, page numbers)."""
_MOST_ADJACENT = 2
"""Lines without cells directly below the last row that are taken for rows whose tabs were trimmed."""
_FEWEST_COLUMNS = 3
"""Tables with at least so many columns go on after a gap, also when tabs at the ends of rows were trimmed."""
_MOST_COLUMNS = 150
_LONGEST_QUOTE = 40
"""Lines that one quoted cell may take."""
_APPENDIX = re.compile(r"\s*(phụ lục|biểu|mẫu|bảng)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Table:
    mark: str
    width: int
    rows: list[tuple[str, ...]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Lines after the last row that belong to the table only if it goes on."""

    def goes_on(self, mark: str, width: int) -> bool:
        filled = [line for line in self.waiting if line.strip()]
        return (
            mark == self.mark
            and (width == self.width or not self.waiting or min(width, self.width) >= _FEWEST_COLUMNS)
            and len(filled) <= _MOST_BETWEEN
            and not any(_APPENDIX.match(line) for line in filled)
        )


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a text, the lines outside them, and what there is to say."""

    grids: tuple[Grid, ...]
    lines: tuple[str, ...]
    notices: tuple[tuple[str, str], ...] = ()


def split_text(text: str) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """Split a text into its tables and the lines outside them; blank lines stay as paragraph breaks."""
    found = find_tables_in(text)
    return found.grids, found.lines


@lru_cache(maxsize=1)
def find_tables_in(text: str) -> Tables:
    """Find the tables of a text in whatever way they are written; running heads of pages are taken out."""
    lines, heads = without_running_heads(plain_lines(text))
    pieces: list[Piece] = list(lines)
    for finder in (find_frames, find_typed, find_columns, find_stacked, find_labelled):
        pieces = find_in(pieces, finder)
    grids: list[Grid] = []
    outside: list[str] = []
    notices: list[tuple[str, str]] = []
    for piece in pieces:
        if isinstance(piece, str):
            outside.append("" if piece == PAGE_BREAK else _outside(piece))
            continue
        place = f"Bảng {len(grids) + 1}"
        grids.append(Grid(piece.rows, place, len(outside), unsure_rows=piece.guessed))
        notices += [piece.notice] if piece.notice else []
    return Tables(tuple(grids), tuple(outside), tuple(dict.fromkeys((*_of_heads(heads), *notices))))


def find_typed(run: Sequence[str]) -> list[Piece]:
    """Find tables whose cells stand between tabs or upright strokes."""
    pieces: list[Piece] = []
    table: _Table | None = None
    for line in unwrapped_rows(list(_whole_lines(run))):
        mark = _mark(line)
        if is_rule(line) and (table is not None or "|" in line):
            continue
        cells = _cells(line, mark) if mark else ()
        if table is not None and not cells:
            table.waiting.append(line)
            continue
        if table is not None and not table.goes_on(mark, len(cells)):
            _close(table, pieces)
            table = None
        if not cells:
            pieces.append(line)
            continue
        if table is None:
            table = _Table(mark, len(cells))
        table.rows += [(strip_marks(waiting),) for waiting in table.waiting if waiting.strip()]
        table.waiting.clear()
        cells = _with_label(cells, table)
        table.rows.append(cells)
        table.width = max(table.width, len(cells))
    if table is not None:
        _close(table, pieces)
    return pieces


def _with_label(cells: tuple[str, ...], table: _Table) -> tuple[str, ...]:
    """Put the number of a list, which Word parts from its text by a tab, back into the first cell."""
    if (
        table.mark != "\t"
        or not table.rows
        or len(cells) != len(table.rows[0]) + 1
        or len(cells) <= _FEWEST_COLUMNS
    ):
        return cells
    first = read_heading(table.rows[0][0])
    if first is None or first.role == "number" or whole_label(cells[0]) is None:
        return cells
    return (f"{cells[0].strip()} {cells[1].strip()}", *cells[2:])


def _close(table: _Table, pieces: list[Piece]) -> None:
    adjacent = list(takewhile(str.strip, table.waiting))
    if len(adjacent) <= _MOST_ADJACENT and not any(_APPENDIX.match(line) for line in adjacent):
        table.rows += [(strip_marks(line),) for line in adjacent]
        del table.waiting[: len(adjacent)]
    rows = tuple(
        tuple(_cell(text) for text in (*row, *("",) * (table.width - len(row)))) for row in table.rows
    )
    pieces.append(Block(rows))
    pieces += table.waiting


def _of_heads(heads: Sequence[str]) -> tuple[tuple[str, str], ...]:
    if not heads:
        return ()
    shown = "; ".join(f"“{text[:60]}”" for text in dict.fromkeys(heads))
    message = f"Đã bỏ {len(heads)} dòng lặp lại ở đầu hoặc cuối trang ({shown[:200]}); nếu là nội dung, hãy bổ sung."
    return (("running_head", message),)


def _cell(text: str) -> Cell:
    broken = line_breaks(text)
    return Cell(nfc(strip_marks(broken)).strip(), bold=is_bold(text))


def _outside(line: str) -> str:
    return nfc(strip_marks(strip_line_marks(line))).rstrip()


def _mark(line: str) -> str:
    if line.count("\t") > _MOST_COLUMNS or line.count("|") > _MOST_COLUMNS:
        return ""
    if line.strip() and (
        "\t" in line.strip() or line.startswith("\t") or line.count("\t") >= _FEWEST_COLUMNS - 1
    ):
        return "\t"
    strokes = len(_UNESCAPED_STROKE.findall(line))
    stripped = line.strip()
    framed = stripped.startswith("|") and stripped.endswith("|") and strokes >= 3
    return "|" if framed or strokes >= 2 else ""


def _cells(line: str, mark: str) -> tuple[str, ...]:
    if mark == "\t":
        return tuple(_unquoted(cell) for cell in line.split("\t"))
    stripped = line.strip()
    inner = stripped.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in _UNESCAPED_STROKE.split(inner))


def _whole_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines; a cell in straight quotes that goes over several lines, as Excel copies it, stays together."""
    at = 0
    while at < len(lines):
        line = lines[at].rstrip("\r")
        end = at
        if "\t" in line and _open_quote(line):
            end = next(
                (end for end in range(at + 1, min(at + _LONGEST_QUOTE, len(lines))) if '"' in lines[end]), at
            )
            whole = "\n".join(part.rstrip("\r") for part in lines[at : end + 1])
            line = whole if not _open_quote(whole) else line
            end = end if line is whole else at
        yield line
        at = end + 1


def _open_quote(line: str) -> bool:
    return any(cell.startswith('"') and cell.count('"') % 2 for cell in line.split("\t"))


def _unquoted(cell: str) -> str:
    if len(cell) >= 2 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"')
    return cell
