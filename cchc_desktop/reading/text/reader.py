"""Plain text (.txt) and pasted text: tables between tabs or strokes, and the lines around them."""

from cchc_desktop.reading import refusals
from cchc_desktop.reading.letters.legacy import repaired_text
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.text.bytes import checked, decoded
from cchc_desktop.reading.text.tables import find_tables_in

_MOST_ROWS = 20_000


def read_text(name: str, data: bytes) -> Source:
    """Read a text file.

    Raises FileProblem when its letters cannot be told.
    """
    found = decoded(name, data)
    return _source(name, found.text, found.notices)


def source_of(name: str, text: str) -> Source:
    """Make a source of text that was pasted; its letters may still be those of an old font.

    Raises FileProblem when these cannot be told, or when there is more text than any plan has.
    """
    return _source(name, *repaired_text(name, checked(name, text)))


def _source(name: str, text: str, notices: tuple[tuple[str, str], ...]) -> Source:
    found = find_tables_in(text)
    if any(len(grid.rows) > _MOST_ROWS for grid in found.grids):
        raise refusals.too_large(name, f"hơn {_MOST_ROWS} dòng trong một bảng")
    return Source(name, "txt", found.grids, found.lines, (*notices, *found.notices))
