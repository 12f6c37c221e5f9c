"""What a reader takes out of a file: grids of cells with spans, and the lines of text around them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as printed: line breaks kept, text in NFC. A merged cell stands once, at its top left corner."""

    text: str = ""
    columns: int = 1
    """How many grid columns it covers."""
    rows: int = 1
    """How many grid rows it covers."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One table (or sheet) as rows of cells; a place covered by a merged cell above or to the left is None."""

    rows: tuple[tuple[Cell | None, ...], ...]
    place: str = ""
    """Where it stands, for people: "Bảng 2", "Trang tính “Phụ lục”"."""
    position: int = 0
    """Index into Source.lines of the first line that follows the table."""
    header_rows: tuple[int, ...] = ()
    """Rows that the file itself marks as header rows to repeat."""


@dataclass(frozen=True, slots=True)
class Source:
    """Everything that was taken out of a file."""

    file: str
    """File name without folder."""
    kind: str
    """docx, xlsx, txt, ..."""
    grids: tuple[Grid, ...]
    lines: tuple[str, ...]
    """Paragraphs and lines outside the tables, in order."""
    notices: tuple[tuple[str, str], ...] = field(default=())
    """(code, Vietnamese sentence) for what was left out or had to be guessed while reading the bytes."""
    sha256: str = ""
