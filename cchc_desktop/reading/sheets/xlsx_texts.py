"""Texts of a workbook: plain or of several runs, in the list that cells share; and how much a file may hold."""

import re
from dataclasses import dataclass, field

from cchc_desktop.reading import refusals
from cchc_desktop.reading.sheets.model import MOST_FILLED
from cchc_desktop.reading.xml_stream import stream_xml

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
TAGS = {
    f"{namespace}}}{tag}": tag
    for namespace in _NAMESPACES
    for tag in (
        "row", "c", "f", "v", "t", "is", "si", "r", "rPr", "rPh", "b", "strike", "mergeCell", "col", "worksheet", "sheetFormatPr",
    )
}  # fmt: skip
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_ELEMENTS = 1_000_000
"""Cell elements of all sheets, empty formatted ones included; shared strings count too."""
_MOST_ROW_ELEMENTS = 200_000
_MOST_MERGED = 100_000
"""Merged cells of all sheets."""


@dataclass(frozen=True, slots=True)
class RichText:
    """A text that several cells may share."""

    text: str
    bold: bool = False
    """All of it is bold."""
    struck: bool = False
    """Some of it is struck through."""


@dataclass(slots=True)
class Budget:
    """What has been read of a file so far; refuses what no plan needs."""

    file: str
    elements: int = 0
    filled: int = 0
    rows: int = 0
    merged: int = 0

    def check(self) -> None:
        """Raise FileProblem when a limit is exceeded."""
        if self.filled > MOST_FILLED:
            raise refusals.too_large(self.file, f"hơn {MOST_FILLED} ô có chữ")
        if self.elements > _MOST_ELEMENTS or self.rows > _MOST_ROW_ELEMENTS or self.merged > _MOST_MERGED:
            raise refusals.too_large(self.file, "quá nhiều ô được định dạng")


@dataclass(slots=True)
class Pieces:
    """A text put together of runs while its XML is read."""

    runs: list[RichText] = field(default_factory=list)
    bold: bool = False
    struck: bool = False
    in_text: bool = False
    skipped: bool = False

    def begin(self) -> None:
        """Begin a new text."""
        self.runs.clear()
        self.bold = self.struck = self.in_text = self.skipped = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        if tag == "t":
            self.in_text = not self.skipped
        elif tag == "r":
            self.bold = self.struck = False
        elif tag == "b":
            self.bold = attributes.get("val", "1") not in {"0", "false"}
        elif tag == "strike":
            self.struck = attributes.get("val", "1") not in {"0", "false"}
        elif tag == "rPh":
            self.skipped = True

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag == "t":
            self.in_text = False
        elif tag == "rPh":
            self.skipped = False

    def data(self, text: str) -> None:
        """Take in letters; only those of text elements count."""
        if self.in_text:
            self.runs.append(RichText(text, self.bold, self.struck))

    def text(self) -> RichText:
        """Return the text as a whole."""
        whole = "".join(run.text for run in self.runs)
        visible = [run for run in self.runs if run.text.strip()]
        return RichText(
            plain_text(whole),
            bool(visible) and all(run.bold for run in visible),
            any(run.struck for run in visible),
        )


def read_strings(name: str, content: bytes, budget: Budget) -> tuple[RichText, ...]:
    """Read the texts that cells share; the readings of Asian letters are left out."""
    if not content:
        return ()
    pieces = Pieces()
    texts: list[RichText] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = TAGS.get(tag, "")
        if local == "si":
            pieces.begin()
            budget.elements += 1
            budget.check()
        else:
            pieces.start(local, attributes)

    def end(tag: str) -> None:
        local = TAGS.get(tag, "")
        if local == "si":
            texts.append(pieces.text())
        else:
            pieces.end(local)

    stream_xml(name, content, start, end, pieces.data)
    return tuple(texts)


def plain_text(text: str) -> str:
    """Undo Excel's way to write characters that XML cannot hold ("_x000D_")."""
    if "_x" in text:
        units = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
