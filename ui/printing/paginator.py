"""The one paginator: the same pages for the preview, the printer and PDF files."""

import errno
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from PySide6.QtCore import QFile, QFileDevice, QIODevice, Qt
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter, QPen

from cchc_desktop.errors import FileProblem
from cchc_desktop.writing.appendix import CREATOR, AppendixDocument, printable
from cchc_desktop.writing.files import replacing
from cchc_desktop.writing.measures import BORDER, PAGE_NUMBER_SIZE, Face, points
from ui.printing.layout import PageMaker
from ui.printing.page import Page, Run, draw_runs, rule_lines
from ui.printing.page_setup import PageSetup
from ui.printing.typeface import UNIT, best_family, typeface

PDF_RESOLUTION = 600
OPEN_ELSEWHERE = "Tệp PDF đang mở trong chương trình khác. Hãy đóng tệp rồi thử lại, hoặc lưu với tên khác."
_NOTE_SIZE = 10
_NUMBER_MM = 10.0
"""Height of the page number in the top margin, from the edge of the paper to its middle."""


class Paginator:
    """Pages of one document; laid out as they are asked for, in points, whatever they are drawn on.

    ``keep=False`` forgets each page when the next one is laid out: for writing a long document once from start to end.
    """

    def __init__(
        self, document: AppendixDocument, setup: PageSetup | None = None, *, keep: bool = True
    ) -> None:
        self.document = document
        self.setup = setup or PageSetup()
        self._keep = keep
        self._face = typeface(best_family())
        self._pages: list[Page] = []
        self._coming: Iterator[Page] | None = self._make()
        self._total = 0

    def _make(self) -> Iterator[Page]:
        return PageMaker(self.document, self.setup, self._face).pages()

    @property
    def finished(self) -> bool:
        """True when every page is laid out."""
        return self._coming is None

    @property
    def pages_so_far(self) -> int:
        """How many pages are laid out."""
        return len(self._pages)

    @property
    def page_count(self) -> int:
        """Number of pages; lays all of them out."""
        return len(self.layout())

    def lay_out_next(self) -> bool:
        """Lay out one more page; False when there is none."""
        page = next(self._coming, None) if self._coming is not None else None
        if page is None:
            self._coming, self._total = None, len(self._pages)
            return False
        if self._pages and not self._keep:
            self._pages[-1] = Page()
        self._pages.append(page)
        return True

    def layout(self) -> tuple[Page, ...]:
        """Lay out and return all pages."""
        while self.lay_out_next():
            pass
        return tuple(self._pages)

    def has_page(self, index: int) -> bool:
        """Tell whether there is a page (from 0), laying out no more than needed."""
        while len(self._pages) <= index and self.lay_out_next():
            pass
        return index < len(self._pages)

    def page(self, index: int) -> Page:
        """Return a page (from 0), laying out no more than needed; IndexError when there is no such page."""
        self.has_page(index)
        return self._pages[index]

    def count_first(self) -> None:
        """Find out the number of pages before the first one is drawn, where it is printed on each."""
        if self.setup.page_totals and not self._total:
            self._total = self.page_count if self._keep else sum(1 for _ in self._make())

    def draw(self, painter: QPainter, index: int, scale: float | None = None) -> None:
        """Draw a page with the corner of the paper at the painter's origin.

        ``scale`` is in the painter's units per point; without one the page gets its real size on the device.
        """
        page = self.page(index)
        if scale is None:
            scale = painter.device().logicalDpiX() / 72
        painter.save()
        painter.scale(scale / UNIT, scale / UNIT)
        pen = QPen(Qt.GlobalColor.black, max(BORDER, 1 / scale) * UNIT)  # never thinner than a device's dot
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLines(rule_lines(page.rules))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        draw_runs(painter, page.runs, self._face)
        draw_runs(painter, self._margin_runs(index), self._face)
        painter.restore()

    def _margin_runs(self, index: int) -> list[Run]:
        """Return what stands in the margins: the number from page 2 on, and the notes at the foot."""
        setup, runs = self.setup, []
        middle = (setup.left + setup.right) / 2
        if index:
            number = str(index + 1)
            width = self._face.width(number, PAGE_NUMBER_SIZE, Face.REGULAR)
            y = points(_NUMBER_MM) + PAGE_NUMBER_SIZE / 3
            runs.append(Run(middle - width / 2, y, number, PAGE_NUMBER_SIZE))
        foot = setup.height - points(setup.margins.bottom) / 2
        if setup.printed_on is not None:
            runs.append(
                Run(setup.left, foot, f"Ngày in: {_short(setup.printed_on)}", _NOTE_SIZE, Face.ITALIC)
            )
        if setup.page_totals:
            total = str(self._total or "…")
            note = f"Trang {index + 1}/{total}"
            width = self._face.width(note, _NOTE_SIZE, Face.ITALIC)
            runs.append(Run(setup.right - width, foot, note, _NOTE_SIZE, Face.ITALIC))
        return runs


def draw_all(paginator: Paginator, device: QPagedPaintDevice, pages: range | None = None) -> int:
    """Draw pages (all unless told) on a printer or PDF writer that has the setup's page; return how many.

    Raises FileProblem when the device cannot be drawn on.
    """
    paginator.count_first()
    painter = QPainter()
    if not painter.begin(device):
        raise FileProblem("Máy in không nhận trang in. Hãy kiểm tra máy in rồi thử lại, hoặc lưu PDF.")
    drawn = 0
    try:
        for index in count() if pages is None else pages:
            if not paginator.has_page(index):
                break
            if drawn and not device.newPage():
                raise FileProblem("Máy in dừng giữa chừng. Hãy kiểm tra máy in rồi in lại, hoặc lưu PDF.")
            paginator.draw(painter, index)
            drawn += 1
    finally:
        painter.end()
    return drawn


def print_pdf(document: AppendixDocument, path: Path, setup: PageSetup | None = None) -> int:
    """Write a document to a PDF file, the same pages that a printer would get; return the number of pages.

    Text stays selectable, fonts are embedded. An existing file is replaced only when the new one is complete.

    Raises FileProblem when the file cannot be written.
    """
    return write_pdf(Paginator(document, setup, keep=False), path)


def write_pdf(paginator: Paginator, path: Path) -> int:
    """Write pages to a PDF file; as ``print_pdf``."""
    with replacing(path, open_elsewhere=OPEN_ELSEWHERE) as stream:
        file = QFile(stream.name)
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise OSError(errno.EACCES, file.errorString())
        writer = QPdfWriter(file)
        writer.setResolution(PDF_RESOLUTION)
        writer.setPageLayout(paginator.setup.page_layout())
        writer.setTitle(printable(paginator.setup.title or paginator.document.title))
        writer.setCreator(CREATOR)
        try:
            pages = draw_all(paginator, writer)
        finally:
            _close(file)
    return pages


def _close(file: QFile) -> None:
    """Close a file; OSError, which says more than a writer that stopped, when not all of it was written."""
    file.flush()
    problem, sentence = file.error(), file.errorString()
    file.close()
    if problem is not QFileDevice.FileError.NoError:
        full = problem is QFileDevice.FileError.ResourceError
        raise OSError(errno.ENOSPC if full else errno.EIO, sentence)


def _short(day: date) -> str:
    return f"{day:%d/%m/%Y}"
