"""Small tables for the tests of the grid rooms, written as text with strokes."""

from collections.abc import Sequence

from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.grid.layout import Layout
from cchc_desktop.reading.grid.rows import Row, see
from cchc_desktop.reading.grid.spans import Line, expand
from cchc_desktop.reading.source import Cell, Grid, Source

TASKS = Layout(
    tuple(
        Column(place, place, heading)
        for place, heading in enumerate(("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"))
    ),
    {"number": 0, "content": 1, "lead": 2, "coordinating": 3, "deadline": 4},
)
"""Five columns: number, content, lead, coordinating, deadline."""


def grid(text: str, **more: object) -> Grid:
    """A grid: rows are lines, columns are parted by strokes; "**x**" is bold, "^" goes on from above, "<" from the left."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    cells: list[tuple[Cell | None, ...]] = []
    for at, row in enumerate(rows):
        made: list[Cell | None] = []
        for column, content in enumerate(row):
            if content in {"^", "<"}:
                made.append(None)
                continue
            down = 1
            while at + down < len(rows) and column < len(rows[at + down]) and rows[at + down][column] == "^":
                down += 1
            across = 1
            while column + across < len(row) and row[column + across] == "<":
                across += 1
            bold = content.startswith("**")
            made.append(Cell(content.strip("*").replace("/n", "\n"), across, down, bold))
        cells.append(tuple(made))
    return Grid(tuple(cells), **more)  # type: ignore[arg-type]  # place, position, header_rows


def lines(text: str) -> tuple[Line, ...]:
    return expand(grid(text))


def rows(text: str, layout: Layout = TASKS, breaks: Sequence[int] = ()) -> list[Row]:
    """Rows seen through a layout; ``breaks`` are rows after a page break."""
    return [see(line, layout, line.index, after_break=line.index in breaks) for line in lines(text)]


def row(text: str, layout: Layout = TASKS) -> Row:
    return rows(text, layout)[0]


def source(*grids: Grid, above: Sequence[str] = (), kind: str = "docx") -> Source:
    return Source("kh.docx", kind, grids, tuple(above))
