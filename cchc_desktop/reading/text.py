"""Plain text (.txt) and pasted text: tables between tabs or strokes, and the lines around them."""

from cchc_desktop.reading.source import Source
from cchc_desktop.reading.text_bytes import decode
from cchc_desktop.reading.text_tables import split_text


def read_text(name: str, data: bytes) -> Source:
    """Read a text file.

    Raises FileProblem when its letters cannot be told.
    """
    return source_of(name, decode(name, data))


def source_of(name: str, text: str) -> Source:
    """Make a source of text that is already Unicode, such as pasted text."""
    grids, lines = split_text(text)
    return Source(name, "txt", grids, lines)
