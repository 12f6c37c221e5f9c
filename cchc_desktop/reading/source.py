"""What a reader takes out of a file: grids of cells with spans, and the lines of text around them."""

from dataclasses import dataclass, field, replace


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
    unsure_rows: tuple[int, ...] = ()
    """Rows whose text had to be parted into cells by guessing, because the file keeps no frame and no empty cells."""


@dataclass(frozen=True, slots=True)
class OtherReading:
    """The same file read another way, for the officer to choose: with hidden rows, with joined sheets apart."""

    code: str
    """with_hidden, sheets_apart."""
    label: str
    """Vietnamese words for a button."""
    grids: tuple[Grid, ...]
    notices: tuple[tuple[str, str], ...] = ()


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
    others: tuple[OtherReading, ...] = ()
    """Other ways to read the same file, empty when there is only one."""

    def otherwise(self, code: str) -> "Source":
        """Return the source as another of its readings gives it; itself when there is none of that code."""
        for other in self.others:
            if other.code == code:
                return replace(self, grids=other.grids, notices=other.notices)
        return self
