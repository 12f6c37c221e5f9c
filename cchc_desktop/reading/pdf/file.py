"""A PDF file opened with care: passwords, damage, streams that swell, trees without end."""

import io
import logging
import zlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from pdfminer import pdftypes
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager, PDFStackT
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import Matrix

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import pages_read, refusals
from cchc_desktop.reading.pdf.device import Collector, TooMuch
from cchc_desktop.reading.pdf.marks import Field, Marks

MOST_PAGES = 400
"""A plan has some ten pages, a volume of plans a hundred."""
LARGEST_STREAM = 24 * 2**20
"""Bytes of one unpacked stream; the text of a page takes some ten thousand, a font some hundred thousand."""
LARGEST_TOTAL = 160 * 2**20
"""Bytes of all unpacked streams of a file together."""


class _Swollen(Exception):
    """A stream that unpacks to more than it may."""


class _Unpacker:
    """Stands in for zlib within pdfminer, which would unpack a stream to any size."""

    error = zlib.error

    def __init__(self) -> None:
        self.total = 0

    def decompress(self, data: bytes) -> bytes:
        """Unpack a whole stream."""
        unpacker = zlib.decompressobj()
        unpacked = self.counted(unpacker.decompress(data, LARGEST_STREAM))
        if not unpacker.eof:
            raise zlib.error("incomplete")
        return unpacked

    def decompressobj(self) -> "_Unpacker":
        """Begin to unpack a damaged stream piece by piece."""
        return _Piecewise(self)

    def counted(self, unpacked: bytes) -> bytes:
        """Count what was unpacked."""
        self.total += len(unpacked)
        if len(unpacked) >= LARGEST_STREAM or self.total > LARGEST_TOTAL:
            raise _Swollen
        return unpacked


class _Piecewise(_Unpacker):
    """Unpacks what it can of a damaged stream: all of it at the first piece."""

    def __init__(self, parent: _Unpacker) -> None:
        super().__init__()
        self._parent = parent
        self._inner = zlib.decompressobj()

    def decompress(self, data: bytes) -> bytes:
        """Unpack a piece."""
        unpacked = self._inner.decompress(data, LARGEST_STREAM)
        self.total += len(unpacked)
        if self.total >= LARGEST_STREAM:
            raise _Swollen
        self._parent.counted(unpacked)
        return unpacked


class _Interpreter(PDFPageInterpreter):
    """Carries out the drawing of a page, as long as there is not too much of it."""

    device: Collector

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out streams of operators."""
        for each in streams:
            self.device.count_operators(len(pdftypes.stream_value(each).get_data()))
        super().execute(streams)

    def init_state(self, ctm: Matrix) -> None:
        """Begin a page or a piece of drawing."""
        super().init_state(ctm)
        self._frames: list[Field | None] = []

    def do_q(self) -> None:
        """Keep what shows, with the rest of the state."""
        super().do_q()
        self._frames.append(self.device.frame)

    def do_Q(self) -> None:
        """Go back to what showed before."""
        super().do_Q()
        if self._frames:
            self.device.frame = self._frames.pop()

    def do_W(self) -> None:
        """Let nothing show outside the path."""
        self.device.hide_outside(self.curpath)

    def do_W_a(self) -> None:
        """Let nothing show outside the path."""
        self.device.hide_outside(self.curpath)

    def do_Do(self, xobjid_arg: PDFStackT) -> None:
        """Draw a piece that is used again; what it hides is hidden within it only."""
        frame = self.device.frame
        super().do_Do(xobjid_arg)
        self.device.frame = frame


def pages_of(name: str, data: bytes) -> Generator[Marks]:
    """Draw the pages of a file one after another.

    Raises FileProblem when it needs a password, is damaged, or holds more than any plan.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with _limited():
        try:
            yield from _pages(name, data)
        except (FileProblem, MemoryError, TooMuch):
            raise
        except (PDFPasswordIncorrect, PDFEncryptionError) as problem:
            raise refusals.pdf_protected(name) from problem
        except _Swollen as problem:
            raise refusals.unsafe(name, "nội dung phình to khi giải nén") from problem
        except RecursionError as problem:
            raise refusals.unsafe(name, "các thành phần lồng nhau quá sâu") from problem
        except Exception as problem:
            raise refusals.pdf_damaged(name) from problem


def _pages(name: str, data: bytes) -> Iterator[Marks]:
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    resources = PDFResourceManager()
    collector = Collector(resources)
    interpreter = _Interpreter(resources, collector)
    pages = list(islice(PDFPage.create_pages(document), MOST_PAGES + 1))
    if not pages:
        raise refusals.pdf_damaged(name)
    if len(pages) > MOST_PAGES:
        raise refusals.too_large(name, f"hơn {MOST_PAGES} trang")
    for number, page in enumerate(pages, start=1):
        pages_read.tell(number, len(pages))
        interpreter.process_page(page)
        yield collector.marks


@contextmanager
def _limited() -> Iterator[None]:
    module: Any = pdftypes
    usual = module.zlib
    module.zlib = _Unpacker()
    try:
        yield
    finally:
        module.zlib = usual
