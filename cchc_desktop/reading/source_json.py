"""A source as JSON and back: the child process hands its findings over in a file."""

from collections.abc import Mapping, Sequence
from typing import Any

from cchc_desktop.reading.source import Cell, Grid, OtherReading, Source


def source_as_json(source: Source) -> dict[str, Any]:
    """Make plain lists and dictionaries of a source."""
    return {
        "file": source.file,
        "kind": source.kind,
        "sha256": source.sha256,
        "lines": list(source.lines),
        "notices": [list(notice) for notice in source.notices],
        "grids": [_grid_as_json(grid) for grid in source.grids],
        "others": [
            {
                "code": other.code,
                "label": other.label,
                "grids": [_grid_as_json(grid) for grid in other.grids],
                "notices": [list(notice) for notice in other.notices],
            }
            for other in source.others
        ],
    }


def source_from_json(record: Mapping[str, Any]) -> Source:
    """Make a source of what ``source_as_json`` made."""
    return Source(
        record["file"],
        record["kind"],
        tuple(_grid(grid) for grid in record["grids"]),
        tuple(record["lines"]),
        _notices(record["notices"]),
        record["sha256"],
        tuple(
            OtherReading(
                other["code"],
                other["label"],
                tuple(_grid(grid) for grid in other["grids"]),
                _notices(other["notices"]),
            )
            for other in record.get("others", ())
        ),
    )


def _notices(records: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((code, text) for code, text in records)


def _grid_as_json(grid: Grid) -> dict[str, Any]:
    return {
        "place": grid.place,
        "position": grid.position,
        "header_rows": list(grid.header_rows),
        "unsure_rows": list(grid.unsure_rows),
        "rows": [[_cell(cell) for cell in row] for row in grid.rows],
    }


def _cell(cell: Cell | None) -> Sequence[Any] | str | None:
    if cell is None or (cell.columns, cell.rows, cell.bold) == (1, 1, False):
        return None if cell is None else cell.text
    return [cell.text, cell.columns, cell.rows, cell.bold]


def _grid(record: Mapping[str, Any]) -> Grid:
    rows = tuple(tuple(_cell_from(cell) for cell in row) for row in record["rows"])
    return Grid(
        rows, record["place"], record["position"], tuple(record["header_rows"]), tuple(record["unsure_rows"])
    )


def _cell_from(record: Sequence[Any] | str | None) -> Cell | None:
    if record is None:
        return None
    return Cell(record) if isinstance(record, str) else Cell(*record)
