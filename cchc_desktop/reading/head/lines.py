"""The lines of a document before its table of tasks, in reading order, also those in letterheads set as tables."""

import re
from collections.abc import Iterator, Sequence

from cchc_desktop.reading.grid.labels import LabelKind, heading_label
from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.grid.rows import is_appendix_title
from cchc_desktop.reading.grid.tables import SHEET_KINDS, Table
from cchc_desktop.reading.source import Grid, Source
from cchc_desktop.text import squash

_LETTERHEAD_COLUMNS = 3
_LETTERHEAD_ROWS = 12
_TITLE_REACH = 12
"""Lines above a table in which its appendix heading is looked for."""
_MOST_TITLE_LINES = 5
_LETTERHEAD = re.compile(
    r"(ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|CỘNG H[ÒO]?[AÀ] XÃ HỘI|ĐỘC LẬP|SỞ|BỘ|VĂN PHÒNG|SỐ\s*:)\b.*",
    re.IGNORECASE,
)

_TITLE = re.compile(
    r"(phụ lục|danh mục|nhiệm vụ|kế hoạch|chương trình|biểu|bảng|ma trận|lộ trình|phân công).{0,150}[^.;:,]",
    re.IGNORECASE,
)


def lines_before(source: Source, table: Table) -> tuple[str, ...]:
    """Return the lines above a table, squashed; blank ones stay as paragraph breaks.

    Of a workbook these are the rows above the heading, of other documents everything before the table.
    """
    if source.kind in SHEET_KINDS:
        return _split(table.above)
    position = source.grids[table.grid].position
    lines: list[str] = []
    grids = list(enumerate(source.grids[: table.grid]))
    for at in range(position + 1):
        for number, grid in grids:
            if grid.position == at and number != table.grid:
                lines += _letterhead(grid)
        if at < position:
            lines += _split([source.lines[at]])
    return (*lines, *_split(table.above))


def all_lines(source: Source) -> tuple[str, ...]:
    """Return the lines of a document in which no table of tasks was found."""
    lines: list[str] = []
    for grid in source.grids:
        lines += _letterhead(grid)
    return (*lines, *_split(source.lines))


def title_block(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines directly above a table: "Phụ lục", its title, the reference in brackets, unwrapped.

    >>> title_block(["Phụ lục", "DANH MỤC NHIỆM VỤ", "(Kèm theo Quyết định số 1/QĐ-UBND", "của UBND tỉnh)"])
    ('Phụ lục', 'DANH MỤC NHIỆM VỤ', '(Kèm theo Quyết định số 1/QĐ-UBND của UBND tỉnh)')
    """
    filled = _unwrapped([line for line in lines if line])
    reach = filled[-_TITLE_REACH:]
    starts = [at for at, line in enumerate(reach) if is_appendix_title(line)]
    if starts:
        return tuple(line for line in reach[starts[-1] :] if not _is_section(line))
    block: list[str] = []
    for line in reversed(reach):
        if _is_section(line) and not block:
            continue
        if len(block) >= _MOST_TITLE_LINES or _LETTERHEAD.match(line):
            break
        if not (in_capitals(line) or line.startswith("(") or _TITLE.fullmatch(line)):
            break
        block.insert(0, line)
    return tuple(block)


def _is_section(line: str) -> bool:
    """Tell a numbered heading: of the plan's body, or of the first tasks when headings stand between tables."""
    found = heading_label(line)
    return found is not None and found[0].kind is not LabelKind.BULLET


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Join lines of a bracket that goes over several."""
    joined: list[str] = []
    for line in lines:
        open_bracket = (
            bool(joined) and joined[-1].startswith("(") and joined[-1].count("(") > joined[-1].count(")")
        )
        if open_bracket:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _letterhead(grid: Grid) -> Iterator[str]:
    """Yield the lines of a small table column by column, as letterheads and signatures are read."""
    width = max((len(row) for row in grid.rows), default=0)
    if width > _LETTERHEAD_COLUMNS or len(grid.rows) > _LETTERHEAD_ROWS:
        return
    for column in range(width):
        cells = (row[column] for row in grid.rows if column < len(row))
        yield from _split([cell.text for cell in cells if cell is not None and cell.text.strip()])
        yield ""


def _split(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(squash(line) for text in texts for line in re.split(r"[\n\t]+", text))
