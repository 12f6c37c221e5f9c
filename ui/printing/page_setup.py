"""What a printed page looks like: paper, margins, text size, and what stands around the table."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

from cchc_desktop.writing.measures import (
    DECREE_MARGINS,
    PAPER_MM,
    TABLE_SIZE,
    TABLE_SIZES,
    Margins,
    Paper,
    points,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: office held (chức vụ, lines allowed) and full name; printed in the right half below the table."""

    position: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Everything about the pages that is not the document's own.

    ``size`` is the size of the table's text in points (11 to 14).
    """

    paper: Paper = Paper.A4
    landscape: bool = True
    size: int = TABLE_SIZE
    margins: Margins = DECREE_MARGINS
    title: str | None = None
    """Title to print in place of the document's; empty for none, None to keep it."""
    printed_on: date | None = None
    """Day to print at the foot of each page as the day of printing."""
    signature: Signature | None = None
    page_totals: bool = False
    """"Trang x/y" at the foot of each page, beside the number that the decree wants in the top margin."""

    def __post_init__(self) -> None:
        if self.size not in TABLE_SIZES:
            raise ValueError(f"text size {self.size} is not one of {TABLE_SIZES}")

    @property
    def width(self) -> float:
        """Width of the page in points."""
        return points(PAPER_MM[self.paper][self.landscape])

    @property
    def height(self) -> float:
        """Height of the page in points."""
        return points(PAPER_MM[self.paper][not self.landscape])

    @property
    def left(self) -> float:
        """Left edge of the text in points."""
        return points(self.margins.left)

    @property
    def right(self) -> float:
        """Right edge of the text in points."""
        return self.width - points(self.margins.right)

    @property
    def top(self) -> float:
        """Upper edge of the text in points."""
        return points(self.margins.top)

    @property
    def bottom(self) -> float:
        """Lower edge of the text in points."""
        return self.height - points(self.margins.bottom)

    def page_layout(self) -> QPageLayout:
        """Return the page for a printer or PDF writer, drawn from the corner of the paper: margins are ours."""
        orientation = QPageLayout.Orientation
        kind = QPageSize.PageSizeId.A3 if self.paper is Paper.A3 else QPageSize.PageSizeId.A4
        layout = QPageLayout(
            QPageSize(kind),
            orientation.Landscape if self.landscape else orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout
