"""Spans laid out."""

from cchc_desktop.reading.grid.spans import expand, width
from cchc_desktop.reading.source import Cell, Grid


def test_a_merged_cell_stands_in_every_line_it_covers() -> None:
    grid = Grid(
        ((Cell("a", 2, 2), None, Cell("b")), (None, None, Cell("c")), (Cell("d"), Cell("e"), Cell("f")))
    )
    lines = expand(grid)
    assert [
        [(cell.text, cell.first, cell.last, cell.continued) for cell in line.cells] for line in lines
    ] == [
        [("a", 0, 1, False), ("b", 2, 2, False)],
        [("a", 0, 1, True), ("c", 2, 2, False)],
        [("d", 0, 0, False), ("e", 1, 1, False), ("f", 2, 2, False)],
    ]
    assert width(lines) == 3


def test_what_a_line_says_of_its_own() -> None:
    lines = expand(Grid(((Cell("a", rows=2), Cell("b", bold=True)), (None, Cell(" "))), header_rows=(0,)))
    assert [cell.text for cell in lines[0].own] == ["a", "b"]
    assert lines[1].own == ()
    assert (lines[0].marked_header, lines[1].marked_header) == (True, False)
    assert lines[0].at(1) is not None
    assert lines[0].at(5) is None
    assert (lines[0].cells[0].rows, lines[0].cells[1].bold) == (2, True)


def test_a_cell_in_the_way_of_a_merged_one_wins() -> None:
    lines = expand(Grid(((Cell("a", rows=3),), (Cell("b"),), (None,))))
    assert [[cell.text for cell in line.cells] for line in lines] == [["a"], ["b"], ["a"]]


def test_rows_may_be_short_or_empty() -> None:
    lines = expand(Grid(((), (Cell("a", columns=0),))))
    assert [len(line.cells) for line in lines] == [0, 1]
    assert width(lines) == 1
    assert width(()) == 0
