"""Delimited text (.csv): the separator is told by what it makes of the rows, not by the file's name."""

import csv
import io
from collections import Counter

from cchc_desktop.reading import refusals
from cchc_desktop.reading.grid.header import read_header
from cchc_desktop.reading.grid.headings import read_heading
from cchc_desktop.reading.grid.spans import expand
from cchc_desktop.reading.source import Cell, Grid, Source
from cchc_desktop.reading.text.bytes import decoded
from cchc_desktop.text import nfc

_SEPARATORS = (";", ",", "\t", "|")
_FEWEST_COLUMNS = 3
_LOOKED_AT = 50
_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_LONGEST_LINE = 100_000
"""Characters of the lines looked at; the library's own limit on a field is a little higher."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def read_delimited(name: str, data: bytes) -> Source:
    """Read a delimited text.

    Raises FileProblem when its letters cannot be told or it is too large.
    """
    found = decoded(name, data)
    text = found.text
    rows = max((_rows(name, text, separator) for separator in _SEPARATORS), key=_sense)
    width = max((len(row) for row in rows), default=0)
    if len(rows) > _MOST_ROWS:
        raise refusals.too_large(name, f"hơn {_MOST_ROWS} dòng")
    if width > _MOST_COLUMNS:
        raise refusals.too_large(name, f"hơn {_MOST_COLUMNS} cột")
    grid = Grid(
        tuple(tuple(Cell(_bare(text)) for text in (*row, *("",) * (width - len(row)))) for row in rows),
        "Bảng 1",
    )
    return Source(name, "csv", (grid,) if rows else (), (), found.notices)


def looks_delimited(text: str) -> bool:
    r"""Tell a text whose lines are a table between semicolons or commas.

    >>> looks_delimited("STT;Nội dung;Cơ quan chủ trì;Thời gian\n1;Rà soát;Sở Tư pháp;Quý I")
    True
    """
    head = "\n".join(line[:_LONGEST_LINE] for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    if len(head) > _LONGEST_LINE:
        return False
    return any(_is_table(_rows("", head, separator)) for separator in (";", ","))


def _is_table(rows: list[list[str]]) -> bool:
    """Tell rows under a heading from sentences that happen to have commas."""
    if max(map(len, rows), default=0) > _MOST_COLUMNS:
        return False
    lines = expand(Grid(tuple(tuple(map(Cell, row)) for row in rows)))
    for at, row in enumerate(rows):
        if len(row) >= _FEWEST_COLUMNS and read_header(lines, at) is not None:
            return sum(len(other) == len(row) for other in rows[at:]) > 0.5 * len(rows[at:])
    return False


def _rows(name: str, text: str, separator: str) -> list[list[str]]:
    body = text[text.index("\n") + 1 :] if text.startswith("sep=") and "\n" in text else text
    try:
        return list(csv.reader(io.StringIO(body), delimiter=separator))
    except csv.Error as problem:
        raise refusals.damaged(name) from problem


def _sense(rows: list[list[str]]) -> tuple[int, float]:
    """Judge a separator: headings it brings out, then how even it makes the rows."""
    headings = max((_headings(row) for row in rows[:_LOOKED_AT]), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return headings, max(widths.values(), default=0) / max(1, len(rows))


def _headings(row: list[str]) -> int:
    return sum(read_heading(cell) is not None for cell in row)


def _bare(text: str) -> str:
    """Undo the quote that keeps a spreadsheet from taking a text for a formula."""
    kept = text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_SIGNS) else text
    return nfc(kept).strip()
